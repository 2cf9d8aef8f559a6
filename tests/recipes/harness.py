"""Running the example dossier against a sandbox, and looking into the sandbox afterwards."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Literal

from tests.playground import PATIENCE, Person, Playground
from venuekit.recipes import RECIPES
from venuekit.runs import Event, Run, onboard, onboard_async
from venuekit_clients.runtime import Operation
from venuekit_sandbox import Sandbox
from venuekit_schemas.dossier import Dossier

Mode = Literal["sync", "async"]
Scope = dict[str, Any]
MODES: tuple[Mode, ...] = ("sync", "async")
ASGIApp = Callable[[Scope, Callable[[], Awaitable[Any]], Callable[[Any], Awaitable[None]]], Awaitable[None]]


def walk_dossier(
    dossier: Dossier,
    person: Person,
    *,
    mode: Mode = "sync",
    venues: Sequence[str] | None = None,
    events: list[Event] | None = None,
    **options: Any,
) -> Run:
    """`onboard` or its asynchronous twin."""
    if events is not None:
        options["on_event"] = events.append
    options.setdefault("timeout", PATIENCE)
    if mode == "sync":
        return onboard(dossier, answer=person, venues=venues, **options)
    return asyncio.run(onboard_async(dossier, answer=person.answer, venues=venues, **options))


def accounts(sandbox: Sandbox) -> dict[str, int]:
    """How many people each venue of a sandbox knows. There is no call for it, so it looks inside."""
    venues: Any = sandbox.venues
    return {
        "rabbitx": len(venues["rabbitx"].snapshot()["profiles"]),
        "stokn": len(venues["stokn"].snapshot()["people"]),
        "nebulaecn": len(venues["nebulaecn"].snapshot()["users"]),
        "tradelocker": sum(len(logins) for logins in venues["tradelocker"].snapshot()["logins"].values()),
        "t4": len(venues["t4"].snapshot()["users"]),
    }


def in_process(playground: Playground, **wrapped: ASGIApp) -> dict[str, ASGIApp]:
    """The sandbox of a playground without its port; some venues wrapped."""
    return {venue: wrapped.get(venue, playground.server.sandbox.app) for venue in RECIPES}


class Flaky:
    """The sandbox behind a gateway that answers one call with 520, once: after passing it on, or instead of that."""

    def __init__(self, app: ASGIApp, operation: Operation, *, passes_on: bool, times: int = 1) -> None:
        self._app = app
        self._method = operation.method
        self._path = re.compile(re.sub(r"\{[^}]*\}", "[^/]+", operation.path) + "$")
        self._passes_on = passes_on
        self._left = times
        self.hits = 0

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["method"] != self._method or not self._path.search(scope["path"]):
            await self._app(scope, receive, send)
            return
        self.hits += 1
        if self._left == 0:
            await self._app(scope, receive, send)
            return
        self._left -= 1
        if self._passes_on:

            async def swallow(message: Any) -> None:
                return None

            await self._app(scope, receive, swallow)
        await send(
            {"type": "http.response.start", "status": 520, "headers": [(b"content-type", b"text/html")]}
        )
        await send(
            {"type": "http.response.body", "body": b"<html>Web server returned an unknown error</html>"}
        )
