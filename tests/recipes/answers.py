"""The sandbox with one operation answered otherwise."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from tests.recipes.harness import ASGIApp, Scope
from venuekit_clients.runtime import Operation

# Gets what the sandbox answers, or None where it is not asked; gives status and JSON.
Change = Callable[[Any], tuple[int, Any]]


class Altered:
    """Passes everything on. Answers of one operation are changed; with `asks=False` the sandbox does not see the call."""

    def __init__(self, app: ASGIApp, operation: Operation, change: Change, *, asks: bool = True) -> None:
        self._app = app
        self._method = operation.method
        self._path = re.compile(re.sub(r"\{[^}]*\}", "[^/]+", operation.path) + "$")
        self._change = change
        self._asks = asks
        self.hits = 0

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["method"] != self._method or not self._path.search(scope["path"]):
            await self._app(scope, receive, send)
            return
        self.hits += 1
        body = b""

        async def collect(message: Any) -> None:
            nonlocal body
            body += message.get("body", b"")

        if self._asks:
            await self._app(scope, receive, collect)
        status, answer = self._change(json.loads(body) if body else None)
        content = json.dumps(answer).encode()
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": content})
