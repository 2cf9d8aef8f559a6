"""The members of a JSON object as the text that was written, not as the values that were meant.

A signature over a request body is a signature over its bytes. Reading the values and writing them again
changes spaces, escapes, number forms and the case of `null`; so the values are cut out of the body as they
stand.
"""

from __future__ import annotations

import json
from typing import NoReturn

__all__ = ["raw_members"]

_SPACE = " \t\n\r"


def raw_members(body: bytes) -> dict[str, str]:
    """Cut the top level of a JSON object into its values' texts, by (decoded) member name.

    `{"a": "x\\u00e9", "b": [1,  2]}` gives `{"a": '"x\\u00e9"', "b": "[1,  2]"}`. Spaces around a value are
    not part of it, spaces inside it are. Of a repeated name the last value counts. An empty body has no
    members.

    Raises:
        ValueError: the body is not UTF-8 text that holds one JSON object and nothing else.
    """
    if not body:
        return {}
    text = body.decode("utf-8")
    at = _after_space(text, 0)
    _expect(text, at, "{")
    at = _after_space(text, at + 1)
    members: dict[str, str] = {}
    if text[at : at + 1] == "}":
        return _finished(text, at + 1, members)
    while True:
        _expect(text, at, '"')
        name, at = _value(text, at)
        at = _after_space(text, at)
        _expect(text, at, ":")
        start = _after_space(text, at + 1)
        _, end = _value(text, start)
        members[str(name)] = text[start:end]
        at = _after_space(text, end)
        if text[at : at + 1] == "}":
            return _finished(text, at + 1, members)
        _expect(text, at, ",")
        at = _after_space(text, at + 1)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


# Numbers stay text: only where they end matters, and a number may have more digits than int() reads.
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=_refuse_constant)


def _value(text: str, at: int) -> tuple[object, int]:
    value, end = _DECODER.raw_decode(text, at)
    return value, end


def _finished(text: str, at: int, members: dict[str, str]) -> dict[str, str]:
    if _after_space(text, at) != len(text):
        raise ValueError(f"something follows the JSON object at character {at}")
    return members


def _expect(text: str, at: int, wanted: str) -> None:
    if text[at : at + 1] != wanted:
        raise ValueError(f"{wanted!r} is expected at character {at} of a JSON object")


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at
