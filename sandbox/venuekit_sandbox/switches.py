"""The switches of a venue: one dataclass with a default for each, which the control plane may turn."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from venuekit_sandbox.asgi import Call, Fields
from venuekit_sandbox.control import ControlError, document, operation
from venuekit_sandbox.world import World

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Switches = TypeVar("Switches", bound="DataclassInstance")


class Switched(Protocol[Switches]):
    """What has switches."""

    switches: Switches


def switch_routes(
    world: World, kind: type[Switches], holder: Callable[[], Switched[Switches]]
) -> Sequence[BaseRoute]:
    """`/switches` of a venue: GET shows them, POST turns the ones that it names."""

    def show(call: Call) -> Response:
        """Every switch as it stands."""
        return JSONResponse(asdict(holder().switches))

    def turn(call: Call) -> Response:
        """Turn the switches that are named; the answer shows all."""
        held = holder()
        held.switches = turned(kind, held.switches, document(call))
        return show(call)

    return [operation(world, "/switches", show, method="GET"), operation(world, "/switches", turn)]


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
