"""Passwords for applicants that bring none: made here, sealed with the dossier, and only then sent anywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pydantic import SecretStr

from venuekit.recipes.passwords import OPENED, new_password, without_password

if TYPE_CHECKING:
    from venuekit_schemas.dossier import Dossier


def new_passwords(dossier: Dossier, venues: Sequence[str]) -> dict[str, str]:
    """A password for each of `venues` that is to be opened with one and has none: no venue learns another's."""
    return {venue: new_password() for venue in without_password(dossier, venues) if venue in OPENED}


def with_passwords(dossier: Dossier, passwords: Mapping[str, str]) -> Dossier:
    """The dossier with a password in the sections of these venues."""
    filled = dossier.model_copy(deep=True)
    for venue, password in passwords.items():
        getattr(filled.venues, venue).password = SecretStr(password)
    return filled


__all__ = ["new_passwords", "with_passwords"]
