"""Switches of a venue as a dataclass of plain values: shown, and changed by name."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from venuekit_sandbox.asgi import Fields
from venuekit_sandbox.control import ControlError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_KINDS = {bool: "true or false", int: "an integer", str: "a string"}


def change(switches: DataclassInstance, fields: Fields) -> None:
    """Set the named switches in place: all of them, or none and `ControlError` 400."""
    known = asdict(switches)
    for name in fields.names():
        if name not in known:
            raise ControlError(400, f"{name}: not a switch")
        kind = type(known[name])
        value = fields.raw(name)
        if type(value) is not kind or (isinstance(value, str) and _LONE_SURROGATE.search(value)):
            raise ControlError(400, f"{name}: {_KINDS[kind]} is expected")
    for name in fields.names():
        setattr(switches, name, fields.raw(name))
