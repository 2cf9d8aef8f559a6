"""The switches of a venue: one dataclass with a default for each, which the control plane may turn."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, TypeVar

from pydantic import TypeAdapter, ValidationError

from venuekit_sandbox.asgi import Fields
from venuekit_sandbox.control import ControlError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Switches = TypeVar("Switches", bound="DataclassInstance")


def turned(kind: type[Switches], now: Switches, wanted: Fields) -> Switches:
    """`now` with the named switches changed. Raises `ControlError` 400 for an unknown name or a wrong value."""
    known = asdict(now)
    for name in wanted.names():
        if name not in known:
            raise ControlError(400, f"{name}: no such switch")
    document = known | {name: wanted.raw(name) for name in wanted.names()}
    try:
        return TypeAdapter(kind).validate_json(json.dumps(document), strict=True)
    except ValidationError as problem:
        error = problem.errors(include_input=False, include_url=False)[0]
        raise ControlError(400, f"{error['loc'][0] if error['loc'] else 'body'}: {error['msg']}") from None
