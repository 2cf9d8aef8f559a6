"""Passwords for applicants that bring none: made here, sealed with the dossier, and only then sent anywhere."""

from __future__ import annotations

import secrets
import string
from collections.abc import Callable, Sequence
from typing import Final

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


__all__ = ["new_password"]
