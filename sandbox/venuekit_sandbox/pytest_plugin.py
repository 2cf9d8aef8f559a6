"""A pytest plugin: the fixture `sandbox`, five venues that are fresh for each test.

    def test_sign_up(sandbox):
        http.post(f"{sandbox.urls['stokn']}/v1/user/sign-up", ...)
        assert sandbox.outbox.messages(venue="stokn")

It is loaded wherever venuekit is installed, and imports nothing of the sandbox until a test asks for the fixture.
A process (with pytest-xdist: each worker) has one sandbox, which is reset before each test. How a test reaches it
is its mode:

* `port` (the default): `url` is a loopback address; the server starts when it is first asked for.
* `in-process`: `url` is `http://sandbox`, for clients that call the ASGI app `app` without a socket.

The mode is that of the marker `@pytest.mark.venuekit_sandbox("in-process")`, else of the option
`--venuekit-sandbox`, else of the ini setting `venuekit_sandbox`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from venuekit_sandbox.app import Sandbox
    from venuekit_sandbox.faults import Faults
    from venuekit_sandbox.journal import Journal
    from venuekit_sandbox.server import SandboxServer
    from venuekit_sandbox.world import Clock, Outbox

__all__ = ["SandboxFixture"]

_MODES: Final = ("port", "in-process")
_IN_PROCESS_URL: Final = "http://sandbox"


class SandboxFixture:
    """What the fixture `sandbox` gives: the sandbox of this process, seen by one test."""

    def __init__(self, running: _Running, mode: str) -> None:
        self._running = running
        self._mode = mode

    @property
    def sandbox(self) -> Sandbox:
        """The sandbox itself, with its venues and its world."""
        return self._running.sandbox

    @property
    def url(self) -> str:
        """Where it answers, without a trailing slash; the control plane is at `<url>/_sandbox`."""
        return self._running.url() if self._mode == "port" else _IN_PROCESS_URL

    @property
    def urls(self) -> Mapping[str, str]:
        """The API base of each venue, by its key."""
        from venuekit_sandbox import specs

        return {venue: self.url + specs.base(venue) for venue in self.sandbox.venues}

    @property
    def app(self) -> ASGIApp:
        """The ASGI app, in both modes."""
        return self.sandbox.app

    @property
    def outbox(self) -> Outbox:
        """The e-mails and SMS that the venues "sent"."""
        return self.sandbox.world.outbox

    @property
    def clock(self) -> Clock:
        """The time as the venues see it."""
        return self.sandbox.world.clock

    @property
    def faults(self) -> Faults:
        """Failures on purpose."""
        return self.sandbox.world.faults

    @property
    def journal(self) -> Journal:
        """The calls that the venues have answered."""
        return self.sandbox.world.journal

    def reset(self) -> None:
        """Forget everything, as before each test."""
        self.sandbox.reset()

    def snapshot(self) -> dict[str, object]:
        """Everything that the sandbox remembers, as a JSON document."""
        return self.sandbox.snapshot()

    def restore(self, document: dict[str, object]) -> None:
        """Go back to a snapshot. Raises `SnapshotError`, and then nothing has changed."""
        self.sandbox.restore(document)


class _Running:
    """The sandbox of this process, and its server once a test wants one."""

    def __init__(self) -> None:
        try:
            from venuekit_sandbox.app import Sandbox
        except ModuleNotFoundError as error:
            advice = "run: pip install 'venuekit[sandbox]'"
            raise pytest.UsageError(f"the fixture sandbox needs {error.name}; {advice}") from None
        self.sandbox = Sandbox()
        self._server: SandboxServer | None = None

    def url(self) -> str:
        if self._server is None:
            from venuekit_sandbox.server import SandboxServer

            self._server = SandboxServer(sandbox=self.sandbox).start()
        return self._server.url

    def stop(self) -> None:
        if self._server is not None:
            self._server.stop()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.getgroup("venuekit").addoption(
        "--venuekit-sandbox",
        choices=_MODES,
        help="how the fixture `sandbox` is reached: port (default) or in-process",
    )
    parser.addini(
        "venuekit_sandbox", "how the fixture `sandbox` is reached: port or in-process", default="port"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "venuekit_sandbox(mode): how this test reaches the fixture `sandbox`: 'port' or 'in-process'",
    )


@pytest.fixture(scope="session")
def _venuekit_sandbox() -> Iterator[_Running]:
    running = _Running()
    yield running
    running.stop()


@pytest.fixture
def sandbox(request: pytest.FixtureRequest, _venuekit_sandbox: _Running) -> SandboxFixture:
    """The five venues of `venuekit_sandbox`, freshly reset."""
    mode = _mode(request)
    _venuekit_sandbox.sandbox.reset()
    return SandboxFixture(_venuekit_sandbox, mode)


def _mode(request: pytest.FixtureRequest) -> str:
    marker = request.node.get_closest_marker("venuekit_sandbox")
    if marker is not None:
        mode = marker.args[0] if len(marker.args) == 1 and not marker.kwargs else None
    else:
        mode = request.config.getoption("--venuekit-sandbox") or request.config.getini("venuekit_sandbox")
    if mode not in _MODES:
        raise pytest.UsageError(f"venuekit_sandbox: {' or '.join(_MODES)} is expected")
    return str(mode)
