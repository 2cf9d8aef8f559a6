"""Passwords for applicants that bring none: made here, sealed with the dossier, and only then sent anywhere."""

from __future__ import annotations

import secrets
import string
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from pydantic import SecretStr

from venuekit.recipes.passwords import OPENED, without_password

if TYPE_CHECKING:
    from venuekit_schemas.dossier import Dossier

# Enough for every venue that measures how hard a password is to guess, and below every limit.
_LENGTH: Final = 24
_SIGNS: Final = "-_.!"
_ALL: Final = string.ascii_letters + string.digits + _SIGNS


def new_password(choice: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """A password that every venue takes: 24 characters, with a letter of each case, a digit and a sign."""
    while True:
        made = "".join(choice(_ALL) for _ in range(_LENGTH))
        kinds = (string.ascii_lowercase, string.ascii_uppercase, string.digits, _SIGNS)
        # A sign at neither end, where a form or a person could lose it.
        ends = made[0] not in _SIGNS and made[-1] not in _SIGNS
        if ends and all(any(sign in kind for sign in made) for kind in kinds):
            return made


def new_passwords(dossier: Dossier, venues: Sequence[str]) -> dict[str, str]:
    """A password for each of `venues` that is to be opened with one and has none: no venue learns another's."""
    return {venue: new_password() for venue in without_password(dossier, venues) if venue in OPENED}


def with_passwords(dossier: Dossier, passwords: Mapping[str, str]) -> Dossier:
    """The dossier with a password in the sections of these venues."""
    filled = dossier.model_copy(deep=True)
    for venue, password in passwords.items():
        getattr(filled.venues, venue).password = SecretStr(password)
    return filled


__all__ = ["new_password", "new_passwords", "with_passwords"]
