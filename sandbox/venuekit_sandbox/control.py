"""What the control plane and each venue's part of it have in common: routes, refusals, checked fields.

Refusals are `{"error": "..."}`: 400 for a malformed request, beginning with the name of the field where one is
wrong, and 404 for an applicant that is not there.
"""

from __future__ import annotations

import math
from collections.abc import Collection

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from venuekit_sandbox.asgi import BadJson, Call, Fields, Handler, endpoint
from venuekit_sandbox.world import World


class ControlError(Exception):
    """A control request that cannot be done."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


class ControlRoute(Route):
    """A route of the control plane, with what the index says about it."""

    body: str
    meaning: str


def operation(
    world: World, path: str, handle: Handler, *, method: str = "POST", body: str = "", meaning: str = ""
) -> Route:
    """A control route whose handler may raise `ControlError`.

    `body` (the shape of the JSON, or of the query) and `meaning` (one sentence; the handler's docstring when absent)
    stand in the index at `GET /_sandbox/`.
    """

    def guarded(call: Call) -> Response:
        try:
            response = handle(call)
        except ControlError as problem:
            response = JSONResponse({"error": str(problem)}, status_code=problem.status)
        if call.request.method != "GET":
            world.changed()
        return response

    route = ControlRoute(path, endpoint(world, guarded), methods=[method])
    route.body = body
    route.meaning = meaning or (handle.__doc__ or "").strip().partition("\n")[0]
    return route


def document(call: Call) -> Fields:
    """The JSON object of a control request. Raises `ControlError` 400."""
    try:
        found = call.json()
    except BadJson as problem:
        raise ControlError(400, str(problem)) from None
    if not isinstance(found, dict):
        raise ControlError(400, "a JSON object is expected")
    return Fields(found)


def only(fields: Fields, known: Collection[str]) -> None:
    """Refuse names that are not `known`. Raises `ControlError` 400."""
    for name in fields.names():
        if name not in known:
            raise ControlError(400, f"{name}: one of {', '.join(sorted(known))} is expected")


def text(fields: Fields, name: str) -> str:
    """A required string of a control request. Raises `ControlError` 400."""
    value = fields.raw(name)
    if not isinstance(value, str) or not value or not _sendable(value):
        raise ControlError(400, f"{name}: a non-empty string is expected")
    return value


def number(fields: Fields, name: str) -> float:
    """A required, finite number of a control request. Raises `ControlError` 400."""
    value = fields.raw(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ControlError(400, f"{name}: a number is expected")
    try:
        found = float(value)
    except OverflowError:
        found = math.inf
    if not math.isfinite(found):
        raise ControlError(400, f"{name}: a finite number is expected")
    return found


def whole(fields: Fields, name: str) -> int:
    """A required whole number of a control request. Raises `ControlError` 400."""
    value = fields.raw(name)
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 2**63:
        raise ControlError(400, f"{name}: a whole number is expected")
    return value


def digits(name: str, value: str) -> int:
    """A whole number in a path or query. Raises `ControlError` 400."""
    if not (value.isascii() and value.isdigit()) or len(value) > 18:
        raise ControlError(400, f"{name}: a whole number is expected")
    return int(value)


def _sendable(value: str) -> bool:
    # JSON can hold half a surrogate pair, an answer in UTF-8 cannot.
    return not any("\ud800" <= character <= "\udfff" for character in value)
