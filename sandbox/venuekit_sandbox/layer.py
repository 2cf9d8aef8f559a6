"""What stands in front of each venue: the journal, magic that slows, and faults on purpose."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final

from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from venuekit_sandbox import journal, magic
from venuekit_sandbox.faults import ConnectionDropped, Fault
from venuekit_sandbox.journal import Entry, FiredFault
from venuekit_sandbox.world import World, skewed

UNKNOWN: Final = "unknown"
"""The name of the route that refuses whatever is no operation."""

CUT: Final = "venuekit_sandbox.cut"
"""Key in the scope's `extensions`: `cut(flush: bool)` ends the connection, by FIN after what was sent, or by RST."""

_ERROR_BYTES = 4_096


class Operations:
    """Which operation a request is of, by the routes of a venue."""

    def __init__(self, routes: Sequence[BaseRoute]) -> None:
        self._routes = routes
        flat = list(_flat(routes))
        self.names = frozenset(route.name for _, route in flat if route.name != UNKNOWN)
        # Most paths have no placeholder: looked up once, here.
        self._fixed = {
            (method, path): self._search(method, path)
            for path, route in flat
            if "{" not in path
            for method in route.methods or ()
        }

    def of(self, method: str, path: str) -> str | None:
        """The operationId of a request to a path below the venue's mount; None when there is none."""
        try:
            return self._fixed[method, path]
        except KeyError:
            return self._search(method, path)

    def _search(self, method: str, path: str) -> str | None:
        found = _find(self._routes, {"type": "http", "method": method, "path": path, "root_path": ""})
        return found if found != UNKNOWN else None


def _flat(routes: Iterable[BaseRoute], prefix: str = "") -> Iterable[tuple[str, Route]]:
    for route in routes:
        if isinstance(route, Mount):
            yield from _flat(route.routes, prefix + route.path)
        elif isinstance(route, Route):
            yield prefix + route.path, route


def _find(routes: Iterable[BaseRoute], scope: Scope) -> str | None:
    for route in routes:
        match, child = route.matches(scope)
        if match is not Match.FULL:
            continue
        if isinstance(route, Mount):
            return _find(route.routes, {**scope, **child})
        return route.name if isinstance(route, Route) else None
    return None


@dataclass(slots=True)
class _Answer:
    """What is sent, looked at while it passes, or kept instead."""

    send: Send | None
    status: int | None = None
    start: Message = field(default_factory=dict)
    body: list[bytes] = field(default_factory=list)

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.start = message
        elif self.send is None or (self.status or 0) >= 400:
            self.body.append(message.get("body", b""))
        if self.send is not None:
            await self.send(message)


class Layer:
    """A venue's app with what the sandbox does to every call. `venue` is None where nothing is mounted."""

    def __init__(self, app: ASGIApp, world: World, venue: str | None, routes: Sequence[BaseRoute]) -> None:
        self._app = app
        self._world = world
        self._venue = venue
        self.operations = Operations(routes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        body = await _read(receive)
        if body is None:  # the client has gone
            return
        world, method, path = self._world, scope["method"], scope["path"]
        number, at = world.journal.next_id(), world.clock.now()
        below = path.removeprefix(scope.get("root_path", "")) or "/"
        operation = self.operations.of(method, below)
        content_type = _header(scope, b"content-type").partition(";")[0].strip().lower()
        query = scope["query_string"]
        carried = journal.carried(path=path, query=query, content_type=content_type, body=body)
        rule = world.faults.draw(self._venue, operation) if self._venue is not None else None
        answer = _Answer(send)
        try:
            if magic.SLOW in carried.outcomes:
                await world.sleep(magic.SLOW_SECONDS)
            replay = _replay(body, receive)
            if rule is None:
                await self._app(scope, replay, answer)
            else:
                await self._spoil(rule.fault, scope, replay, answer)
        except ConnectionDropped:
            answer.status = None
            raise
        except Exception:
            answer.status = 500
            raise
        finally:
            status = answer.status
            refused = status is not None and status >= 400
            world.journal.add(
                Entry(
                    id=number,
                    at=at,
                    venue=self._venue,
                    operation=operation,
                    method=method,
                    path=journal.shown_path(path, query),
                    status=status,
                    ms=round((time.perf_counter() - started) * 1000, 3),
                    fault=FiredFault(rule.id, rule.fault.effect) if rule is not None else None,
                    magic=sorted(carried.outcomes),
                    content_type=content_type[:100] or None,
                    fields=carried.fields,
                    error=journal.shown_error(b"".join(answer.body)[:_ERROR_BYTES]) if refused else None,
                )
            )
            world.changed()

    async def _spoil(self, fault: Fault, scope: Scope, receive: Receive, answer: _Answer) -> None:
        if fault.effect == "latency":
            await self._world.sleep(fault.seconds or 0.0)
            await self._app(scope, receive, answer)
        elif fault.effect == "skew":
            with skewed(fault.seconds or 0.0):
                await self._app(scope, receive, answer)
        elif fault.effect == "truncate":
            await self._truncate(scope, receive, answer)
        else:
            if fault.moment == "after":
                await self._app(scope, receive, _Answer(None))
            if fault.effect == "reset":
                await _cut(scope, receive, flush=False)
            else:
                await _substitute(fault)(scope, receive, answer)

    async def _truncate(self, scope: Scope, receive: Receive, answer: _Answer) -> None:
        whole = _Answer(None)
        await self._app(scope, receive, whole)
        body = b"".join(whole.body)
        if scope["method"] != "HEAD" and body:
            headers = [
                pair for pair in whole.start.get("headers", ()) if pair[0].lower() != b"content-length"
            ]
            headers.append((b"content-length", str(len(body)).encode()))
            await answer({**whole.start, "headers": headers})
            await answer({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
            await _cut(scope, receive, flush=True)
        else:
            await _cut(scope, receive, flush=False)
        answer.status = None


async def _read(receive: Receive) -> bytes | None:
    parts: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


def _replay(body: bytes, receive: Receive) -> Receive:
    given = False

    async def run() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return run


async def _cut(scope: Scope, receive: Receive, *, flush: bool) -> None:
    """End the connection here, and wait until the server has noticed. Raises `ConnectionDropped` in process."""
    cut = scope.get("extensions", {}).get(CUT)
    if cut is None:
        raise ConnectionDropped("a fault of the sandbox ended the connection")
    cut(flush)
    while (await receive())["type"] != "http.disconnect":
        pass


def _header(scope: Scope, name: bytes) -> str:
    for key, value in scope["headers"]:
        if key == name:
            return str(value.decode("latin-1"))
    return ""


# Answers that do not come from the venue


def _substitute(fault: Fault) -> Response:
    if fault.effect == "rate_limit":
        return _rate_limit(fault.venue, 1.0 if fault.seconds is None else fault.seconds)
    if fault.effect == "html":
        return _page(502 if fault.status is None else fault.status)
    headers = dict(fault.headers)
    if fault.body is None:
        content, kind = b"", None
    elif isinstance(fault.body, str):
        content, kind = fault.body.encode("utf-8", "replace"), "text/plain; charset=utf-8"
    else:
        content, kind = json.dumps(fault.body).encode(), "application/json"
    if kind is not None and not any(name.lower() == "content-type" for name in headers):
        headers["Content-Type"] = kind
    return Response(content, fault.status or 500, headers)


_TOO_MANY: Mapping[str, tuple[str, str]] = {
    "rabbitx": ("application/json", '{"success":false,"error":"too many requests","result":[]}'),
    # JSON that is called plain text, like everything that this gateway refuses.
    "nebulaecn": ("text/plain; charset=utf-8", '{"errors":["identity.session.rack_attack_limit"]}'),
    "tradelocker": (
        "application/json",
        '{"statusCode":429,"message":"Too Many Requests","error":"Too Many Requests"}',
    ),
}


def _rate_limit(venue: str, seconds: float) -> Response:
    wait = str(max(0, round(seconds)))
    name = "X-RateLimit-Retry-After" if venue == "rabbitx" else "Retry-After"
    kind, text = _TOO_MANY.get(venue, ("text/plain; charset=utf-8", "Too Many Requests"))
    return Response(text, 429, {name: wait, "Content-Type": kind})


_TITLES = {
    403: "Sorry, you have been blocked",
    520: "Web server is returning an unknown error",
    521: "Web server is down",
    522: "Connection timed out",
    523: "Origin is unreachable",
    524: "A timeout occurred",
}
_PAGE = """<!DOCTYPE html>
<html lang="en-US">
<head><title>{status}: {title}</title></head>
<body>
<h1>{title} <span>Error code {status}</span></h1>
<p>Cloudflare Ray ID: <strong>0000000000000000</strong> &bull; Performance &amp; security by Cloudflare</p>
</body>
</html>
"""


def _page(status: int) -> Response:
    known = {s.value: s.phrase for s in HTTPStatus}
    title = _TITLES.get(status) or known.get(status, "Error")
    headers = {
        "Content-Type": "text/html; charset=UTF-8",
        "Cache-Control": "no-store, no-cache",
        "Server": "cloudflare",
        "CF-RAY": "0000000000000000-SBX",
    }
    return Response(_PAGE.format(status=status, title=title), status, headers)
