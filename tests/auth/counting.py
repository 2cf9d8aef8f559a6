"""A sandbox on a real port that counts the calls it gets, and can keep a renewal waiting."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from anyio import to_thread
from starlette.types import ASGIApp, Receive, Scope, Send

from venuekit_sandbox import Sandbox, SandboxServer
from venuekit_sandbox.world import Clock, World

REFRESH = "/tradelocker/backend-api/auth/jwt/refresh"
LOGIN = "/tradelocker/backend-api/auth/jwt/token"


class Counted:
    """A running sandbox; `calls` has how often each path was asked for."""

    def __init__(self, sandbox: Sandbox, url: str, calls: Counter[str]) -> None:
        self.sandbox = sandbox
        self.url = url
        self.calls = calls
        self.clock = sandbox.world.clock
        # While it is not set, a first log-in or refresh gets no answer. A second one sets it: it should not be there.
        self.gate = threading.Event()
        self.gate.set()


@contextmanager
def counting_sandbox(source: Callable[[], float] = time.time) -> Iterator[Counted]:
    """Runs one. `source` is the clock that it starts with."""
    sandbox = Sandbox(world=World(clock=Clock(source)))
    calls: Counter[str] = Counter()
    inner: ASGIApp = sandbox.app

    counted = Counted(sandbox, "", calls)

    async def count(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            calls[scope["path"]] += 1
            if scope["path"] in (REFRESH, LOGIN):
                if calls[REFRESH] + calls[LOGIN] > 1:
                    counted.gate.set()
                await to_thread.run_sync(counted.gate.wait, 300.0)
        await inner(scope, receive, send)

    sandbox.app = count
    with SandboxServer(sandbox=sandbox) as server:
        counted.url = server.url
        yield counted
