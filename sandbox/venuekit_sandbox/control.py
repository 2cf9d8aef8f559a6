"""The control plane under `/_sandbox`: what a test, or a person who plays the back office, may do.

    POST reset                    forget everything, seed the fixtures, back to real time
    GET  outbox?venue=&to=&kind=  {"messages": [...]}, oldest first
    GET  outbox.html              the same for people, newest first
    GET  clock                    {"now": unix seconds, "frozen": bool}
    POST clock                    {"advance": s} | {"freeze": unix seconds} | {"thaw": true}; answers like GET
    GET  health                   {"status": "ok", "venues": [...]}

Each venue adds its own operations under `/_sandbox/<venue>/`. Refusals are `{"error": "..."}`: 400 for a
malformed request, 404 for an applicant that is not there.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import asdict

from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from venuekit_sandbox import outbox_page
from venuekit_sandbox.asgi import BadJson, Call, Fields, Handler, endpoint
from venuekit_sandbox.world import Clock, VenueApp, World


class ControlError(Exception):
    """A control request that cannot be done."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


def operation(world: World, path: str, handle: Handler, *, method: str = "POST") -> Route:
    """A control route whose handler may raise `ControlError`."""

    def guarded(call: Call) -> Response:
        try:
            return handle(call)
        except ControlError as problem:
            return JSONResponse({"error": str(problem)}, status_code=problem.status)

    return Route(path, endpoint(world, guarded), methods=[method])


def document(call: Call) -> Fields:
    """The JSON object of a control request. Raises `ControlError` 400."""
    try:
        found = call.json()
    except BadJson as problem:
        raise ControlError(400, str(problem)) from None
    if not isinstance(found, dict):
        raise ControlError(400, "a JSON object is expected")
    return Fields(found)


def text(fields: Fields, name: str) -> str:
    """A required string of a control request. Raises `ControlError` 400."""
    value = fields.raw(name)
    if not isinstance(value, str) or not value or not _sendable(value):
        raise ControlError(400, f"{name}: a non-empty string is expected")
    return value


def switch(fields: Fields, switches: dict[str, bool]) -> dict[str, bool]:
    """Set the named switches in place and return all. Raises `ControlError` 400 for an unknown name."""
    for name in fields.names():
        if name not in switches or not isinstance(fields.raw(name), bool):
            raise ControlError(400, f"{name}: not a switch, or not true or false")
    for name in fields.names():
        switches[name] = fields.flag(name)
    return dict(switches)


def mount(world: World, venues: Mapping[str, VenueApp], reset: Callable[[], None]) -> Mount:
    """The routes under `/_sandbox`."""

    def do_reset(call: Call) -> Response:
        reset()
        return JSONResponse({"status": "ok"})

    def outbox(call: Call) -> Response:
        found = world.outbox.messages(venue=call.query("venue"), to=call.query("to"), kind=call.query("kind"))
        return JSONResponse({"messages": [asdict(message) for message in found]})

    def health(call: Call) -> Response:
        return JSONResponse({"status": "ok", "venues": list(venues)})

    def clock(call: Call) -> Response:
        if call.request.method == "POST":
            _move(world.clock, document(call))
        return JSONResponse({"now": world.clock.now(), "frozen": world.clock.frozen})

    routes: list[BaseRoute] = [
        operation(world, "/reset", do_reset),
        operation(world, "/outbox", outbox, method="GET"),
        outbox_page.route(world),
        operation(world, "/health", health, method="GET"),
        operation(world, "/clock", clock, method="GET"),
        operation(world, "/clock", clock),
    ]
    routes += [Mount(f"/{name}", routes=list(venue.control())) for name, venue in venues.items()]
    return Mount("/_sandbox", routes=routes)


def _move(clock: Clock, fields: Fields) -> None:
    wanted = fields.names()
    if wanted not in (["advance"], ["freeze"], ["thaw"]):
        raise ControlError(400, "one of advance, freeze or thaw is expected")
    value = fields.raw(wanted[0])
    try:
        if wanted == ["advance"]:
            clock.advance(_number(value, "advance"))
        elif wanted == ["freeze"]:
            clock.freeze(_number(value, "freeze"))
        elif value is True:
            clock.thaw()
        else:
            raise ControlError(400, "thaw: true is expected")
    except ValueError as problem:
        raise ControlError(400, str(problem)) from None


def _sendable(value: str) -> bool:
    # JSON can hold half a surrogate pair, an answer in UTF-8 cannot.
    return not any("\ud800" <= character <= "\udfff" for character in value)


def _number(value: object, name: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ControlError(400, f"{name}: a number of seconds is expected")
    return float(value)
