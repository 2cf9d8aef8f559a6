"""Which venues log in with a password, and whether a dossier says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from venuekit.recipes.secrets import SecretField
    from venuekit_schemas.dossier import Dossier

# Where an account is opened with a password, which may as well be a new one.
OPENED: Final = ("stokn", "nebulaecn", "t4")
# TradeLocker only connects a login that is there already.
_ALL: Final = (*OPENED, "tradelocker")


def own_password(dossier: Dossier, venue: str) -> SecretField | None:
    """The password in a venue's own section."""
    found: SecretField | None = getattr(getattr(dossier.venues, venue), "password", None)
    return found


def users_of_login(dossier: Dossier, venues: Sequence[str]) -> list[str]:
    """Those of `venues` that take the password of the section `login`, whether it is there or not."""
    return [venue for venue in venues if venue in _ALL and own_password(dossier, venue) is None]


def without_password(dossier: Dossier, venues: Sequence[str]) -> list[str]:
    """Those of `venues` that need a password which the dossier does not say."""
    return users_of_login(dossier, venues) if dossier.login.password is None else []


__all__ = ["OPENED", "own_password", "users_of_login", "without_password"]
