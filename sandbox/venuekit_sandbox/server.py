"""The sandbox on a loopback port: in a background thread for tests, or blocking for the command line."""

from __future__ import annotations

import asyncio
import socket
import struct
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from venuekit_sandbox.app import Sandbox
from venuekit_sandbox.layer import CUT

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_LOOPBACK = "127.0.0.1"
_START_SECONDS = 120.0
_GRACE_SECONDS = 10  # more than the slowest call that magic makes
_STOP_SECONDS = _GRACE_SECONDS + 2.0
_RESET = struct.pack("ii", 1, 0)  # SO_LINGER, on, zero seconds: closing sends RST


class SandboxServer:
    """Runs a `Sandbox` on a port while the `with` block is open.

    `port=0` takes a free port; `url` has no trailing slash: `http://127.0.0.1:40123`. The socket is bound at
    `start()`, so a port that is taken raises `OSError` there. `sandbox` has the clock and the outbox.
    """

    def __init__(self, *, host: str = _LOOPBACK, port: int = 0, sandbox: Sandbox | None = None) -> None:
        self.sandbox = sandbox if sandbox is not None else Sandbox()
        self._host = host
        self._port = port
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self._url: str | None = None

    @property
    def url(self) -> str:
        """The base URL. Raises `RuntimeError` while the server is not running."""
        if self._url is None:
            raise RuntimeError("the sandbox server is not running")
        return self._url

    def start(self) -> Self:
        """Bind, start the thread, and return once the server answers."""
        if self._thread is not None:
            raise RuntimeError("the sandbox server is running already")
        listening = bind(self._host, self._port)
        server = _Server(config(self.sandbox.app))
        thread = threading.Thread(
            target=server.run, kwargs={"sockets": [listening]}, name="venuekit-sandbox", daemon=True
        )
        thread.start()
        if not server.up.wait(_START_SECONDS):
            server.should_exit = True
            listening.close()
            raise RuntimeError("the sandbox server did not start")
        self._server, self._thread, self._url = server, thread, _url(listening)
        return self

    def stop(self) -> None:
        """Finish the calls in flight, close the socket and join the thread. Does nothing when not running."""
        if self._server is None or self._thread is None:
            return
        self._server.should_exit = True
        self._thread.join(_STOP_SECONDS)
        if self._thread.is_alive():
            self._server.force_exit = True
            self._thread.join(_STOP_SECONDS)
        self._server = self._thread = self._url = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def serve(
    host: str = _LOOPBACK,
    port: int = 8900,
    *,
    sandbox: Sandbox | None = None,
    on_start: Callable[[str], None] | None = None,
) -> None:
    """Run until SIGINT or SIGTERM. `on_start` gets the base URL once the server answers.

    Raises `OSError` when the port is taken. The control plane has no authentication: think twice before
    binding anything but loopback.
    """
    listening = bind(host, port)
    url = _url(listening)
    server = _Server(config((sandbox if sandbox is not None else Sandbox()).app))
    if on_start is not None:
        tell = on_start
        server.when_up = lambda: tell(url)
    server.run(sockets=[listening])


class _Server(uvicorn.Server):
    """Tells when it is up, instead of being polled."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = threading.Event()
        self.when_up: Callable[[], None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.up.set()
            if self.when_up is not None:
                self.when_up()


def _protocol(*arguments: Any, **options: Any) -> Any:
    """One connection, whose calls can end it: see `layer.CUT`. With httptools when that is installed, else with h11."""
    protocol: Any = AutoHTTPProtocol(*arguments, **options)
    app = protocol.app

    def cut(flush: bool) -> None:
        if flush:
            protocol.transport.close()
            return
        connection = protocol.transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        protocol.transport.abort()

    async def with_cut(scope: Scope, receive: Receive, send: Send) -> None:
        scope.setdefault("extensions", {})[CUT] = cut
        await app(scope, receive, send)

    protocol.app = with_cut
    return protocol


def config(app: ASGIApp) -> uvicorn.Config:
    """How the server runs an app."""
    return uvicorn.Config(
        app,
        http=cast(type[asyncio.Protocol], _protocol),  # uvicorn only calls it
        ws="none",
        log_config=None,
        access_log=False,
        log_level="critical",
        lifespan="off",
        server_header=False,
        date_header=False,  # the sandbox has a clock of its own
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )


def bind(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises `OSError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named, because asyncio looks at it: without TCP_NODELAY each answer on a kept connection is 40 ms late.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(128)
        listening.set_inheritable(False)
    except OSError:
        listening.close()
        raise
    return listening


def _url(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
