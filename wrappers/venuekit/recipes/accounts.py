"""What a venue knows an account by, so that no two dossiers open the same one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from venuekit.recipes.checks import listed_venues

if TYPE_CHECKING:
    from venuekit.recipes.yaml_source import Loc
    from venuekit_schemas.dossier import Dossier


@dataclass(frozen=True, slots=True)
class AccountKey:
    """One account at a venue: two dossiers with equal `venue` and `parts` are about the same.

    `loc` is where a dossier says it, and `opened` whether it is opened, or was there before.
    """

    venue: str
    parts: tuple[str, ...]
    loc: Loc
    opened: bool = True


def account_keys(dossier: Dossier, venues: Sequence[str] | None) -> Iterator[AccountKey]:
    """The account at each of the venues chosen. No venue tells upper case from lower case in these names."""
    email: Loc = ("applicant", "contact", "email")
    mail, login, found = str(dossier.applicant.contact.email).lower(), dossier.login.username, dossier.venues
    chosen = [venue for venue in listed_venues(dossier) if venues is None or venue in venues]
    if "rabbitx" in chosen and found.rabbitx is not None and dossier.wallet is not None:
        # Each network has accounts of its own.
        parts = (found.rabbitx.network.value, dossier.wallet.address.lower())
        yield AccountKey("rabbitx", parts, ("wallet", "address"))
    for venue in ("stokn", "nebulaecn"):
        if venue in chosen:
            yield AccountKey(venue, (mail,), email)
    if "tradelocker" in chosen and (ours := found.tradelocker) is not None:
        loc: Loc = email if ours.email is None else ("venues", "tradelocker", "email")
        yield AccountKey("tradelocker", (str(ours.email or mail).lower(), ours.server), loc, opened=False)
    if "t4" in chosen and found.t4 is not None:
        if found.t4.username is not None:
            yield AccountKey("t4", (found.t4.username.lower(),), ("venues", "t4", "username"))
        elif login is not None:
            yield AccountKey("t4", (login.lower(),), ("login", "username"))
        else:
            yield AccountKey("t4", (mail,), email)


__all__ = ["AccountKey", "account_keys"]
