"""A sandbox of its own for every test, called in process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import anyio
import httpx
import pytest

from venuekit_sandbox import Sandbox


class InProcess(httpx.BaseTransport):
    """Lets a synchronous client call an ASGI app without a socket."""

    def __init__(self, app: object) -> None:
        self._app = httpx.ASGITransport(app)  # type: ignore[arg-type]

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        async def call() -> httpx.Response:
            response = await self._app.handle_async_request(request)
            # As it was sent, compressed or not: the client unpacks it.
            content = b"".join([part async for part in response.aiter_raw()])
            return httpx.Response(response.status_code, headers=response.headers, content=content)

        return anyio.run(call)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a test says nothing, httpx gives a sandbox on a port five seconds; a machine may stand still for as long."""
    for name in ("get", "post", "delete"):
        monkeypatch.setattr(httpx, name, partial(getattr(httpx, name), timeout=60))


@pytest.fixture
def sandbox() -> Sandbox:
    """A fresh sandbox whose clock stands still."""
    sandbox = Sandbox()
    sandbox.world.clock.freeze()
    return sandbox


@pytest.fixture
def connect(sandbox: Sandbox) -> Iterator[Callable[[str], httpx.Client]]:
    """Makes clients of the sandbox, each with its own cookies, for a path such as `/stokn`."""
    clients: list[httpx.Client] = []

    def make(path: str) -> httpx.Client:
        client = httpx.Client(transport=InProcess(sandbox.app), base_url=f"http://sandbox{path}")
        clients.append(client)
        return client

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def control(connect: Callable[[str], httpx.Client]) -> httpx.Client:
    """A client of the control plane."""
    return connect("/_sandbox")
