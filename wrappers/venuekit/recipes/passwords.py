"""Which venues log in with a password, whether a dossier says it, and new ones."""

from __future__ import annotations

import secrets
import string
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from venuekit.recipes.secrets import SecretField
    from venuekit_schemas.dossier import Dossier

# Where an account is opened with a password, which may as well be a new one.
OPENED: Final = ("stokn", "nebulaecn", "t4")
# TradeLocker only connects a login that is there already.
_ALL: Final = (*OPENED, "tradelocker")

# Enough for every venue that measures how hard a password is to guess, and below every limit.
_LENGTH: Final = 24
_SIGNS: Final = "-_.!"
_LETTERS: Final = string.ascii_letters + string.digits + _SIGNS


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


def new_password(choice: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """A password that every venue takes: 24 characters, with a letter of each case, a digit and a sign."""
    while True:
        made = "".join(choice(_LETTERS) for _ in range(_LENGTH))
        kinds = (string.ascii_lowercase, string.ascii_uppercase, string.digits, _SIGNS)
        # A sign at neither end, where a form or a person could lose it.
        ends = made[0] not in _SIGNS and made[-1] not in _SIGNS
        if ends and all(any(sign in kind for sign in made) for kind in kinds):
            return made


__all__ = ["OPENED", "new_password", "own_password", "users_of_login", "without_password"]
