"""Reading JSON whose shape is not known, in a way that type checkers can follow."""

from __future__ import annotations

import json
from typing import cast


def parse_json(text: str | bytes) -> object:
    """Parse JSON. Raises ValueError for text that is none, or that nests deeper than any venue's answer."""
    try:
        return cast("object", json.loads(text))
    except RecursionError:
        raise ValueError("nested too deeply") from None


def as_object(value: object) -> dict[str, object] | None:
    """A value that was read from JSON, if it is an object."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else None


def as_list(value: object) -> list[object]:
    """A value that was read from JSON, if it is a list; else an empty one."""
    return cast("list[object]", value) if isinstance(value, list) else []
