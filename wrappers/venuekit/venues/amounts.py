"""Amounts of money and the like: the venues write them as text or as numbers, and `Decimal` is what to count with."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation


def decimal_of(value: object) -> Decimal | None:
    """A number of an answer as `Decimal`: exactly what the venue wrote as text, or as a number of JSON.

    None where the venue says nothing (a missing key, null, empty text) or nothing that is a finite number.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        return None
    text = str(value).strip()
    if not text.isascii() or "_" in text:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
