"""What stands in front of each venue: the journal, magic that slows, and faults on purpose."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from venuekit_sandbox import journal, magic, substitutes
from venuekit_sandbox.faults import ConnectionDropped, Fault
from venuekit_sandbox.journal import Entry, FiredFault
from venuekit_sandbox.routing import Operations
from venuekit_sandbox.world import World, skewed

CUT: Final = "venuekit_sandbox.cut"
"""Key in the scope's `extensions`: `cut(flush: bool)` ends the connection, by FIN after what was sent, or by RST."""

_ERROR_BYTES = 4_096


class _Answer:
    """What is sent, looked at while it passes. `at_end` is called before the last of it goes out."""

    __slots__ = ("_at_end", "_send", "error", "status")

    def __init__(self, send: Send, at_end: Callable[[], None]) -> None:
        self._send = send
        self._at_end = at_end
        self.status: int | None = None
        self.error = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
        else:
            if self.status is not None and self.status >= 400:
                self.error = (self.error + message.get("body", b""))[:_ERROR_BYTES]
            if not message.get("more_body", False):
                self._at_end()
        await self._send(message)

    def lost(self) -> None:
        """Nothing more of it will arrive."""
        self.status = None
        self._at_end()


@dataclass(slots=True)
class _Kept:
    """An answer that is not sent."""

    start: Message = field(default_factory=dict)
    body: bytes = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
        else:
            self.body += message.get("body", b"")


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
        world, method, path, query = self._world, scope["method"], scope["path"], scope["query_string"]
        number, at = world.journal.next_id(), world.clock.now()
        operation = self.operations.of(method, path.removeprefix(scope.get("root_path", "")) or "/")
        content_type = _header(scope, b"content-type").partition(";")[0].strip().lower()
        carried = journal.carried(path=path, query=query, content_type=content_type, body=body)
        rule = world.faults.draw(self._venue, operation) if self._venue is not None else None
        written = False

        def write() -> None:
            nonlocal written
            if written:
                return
            written = True
            world.journal.add(
                Entry(
                    id=number,
                    at=at,
                    venue=self._venue,
                    operation=operation,
                    method=method,
                    path=journal.shown_path(path, query),
                    status=answer.status,
                    ms=round((time.perf_counter() - started) * 1000, 3),
                    fault=FiredFault(rule.id, rule.fault.effect) if rule is not None else None,
                    magic=sorted(carried.outcomes),
                    content_type=content_type[:100] or None,
                    fields=carried.fields,
                    error=journal.shown_error(answer.error),
                )
            )
            world.changed()

        # Written before the answer is out: whoever has the answer finds it in the journal.
        answer = _Answer(send, write)
        try:
            if magic.SLOW in carried.outcomes:
                await world.sleep(magic.SLOW_SECONDS)
            replay = _replay(body, receive)
            if rule is None:
                await self._app(scope, replay, answer)
            else:
                await self._spoil(rule.fault, scope, replay, answer)
        finally:
            write()

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
                await self._app(scope, receive, _Kept())
            if fault.effect == "reset":
                answer.lost()
                await _cut(scope, receive, flush=False)
            else:
                await substitutes.answer(fault)(scope, receive, answer)

    async def _truncate(self, scope: Scope, receive: Receive, answer: _Answer) -> None:
        whole = _Kept()
        await self._app(scope, receive, whole)
        half = whole.body[: len(whole.body) // 2] if scope["method"] != "HEAD" else b""
        if half:
            headers = [pair for pair in whole.start["headers"] if pair[0].lower() != b"content-length"]
            headers.append((b"content-length", str(len(whole.body)).encode()))
            await answer({**whole.start, "headers": headers})
            await answer({"type": "http.response.body", "body": half, "more_body": True})
        answer.lost()
        await _cut(scope, receive, flush=bool(half))


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
