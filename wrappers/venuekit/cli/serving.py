"""`venuekit sandbox`: serve, and say what the sandbox "sends", so that a person can follow an onboarding by hand."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from venuekit.cli import documents, screen
from venuekit.cli.commands import sandbox_urls
from venuekit.cli.guard import Standing
from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from venuekit_sandbox import Sandbox
    from venuekit_sandbox.world import World

_LOOK_SECONDS = 0.3

# What is there at start, and how to play the back office.
_FIXTURES = (
    ("TradeLocker login", "demo@example.com / sandbox-password / server SANDBOX"),
    (
        "T4 administrator",
        "Authorization: APIKey sandbox (firm SANDBOX, app venuekit, license sandbox-license)",
    ),
    ("stokn client", "sandbox / sandbox-secret"),
)
_CONTROL = (
    ("messages sent", "GET  /_sandbox/outbox?venue=&to=&kind="),
    ("KYC verdict", 'POST /_sandbox/nebulaecn/kyc {"email", "verdict": "approved"}; stokn likewise'),
    ("stokn activation", 'POST /_sandbox/stokn/activate {"email"}'),
    ("T4 account enabled", 'POST /_sandbox/t4/enable {"username"}'),
    ("start afresh", "POST /_sandbox/reset"),
)


def serve(
    *, host: str, port: int, state: Path | None, check: bool, as_json: bool, standing: Standing
) -> None:
    """Serve until SIGTERM; after Ctrl-C, `KeyboardInterrupt`. Both finish the calls in flight and write `state`.

    Raises `ConfigurationError` when the address or the file cannot be used.
    """
    from venuekit_sandbox import Sandbox
    from venuekit_sandbox.server import serve as serve_sandbox

    sandbox = Sandbox(checked=check)
    console = screen.talk()

    def started(url: str) -> None:
        if as_json:
            sys.stdout.write(documents.dump({"url": url, "venues": sandbox_urls(url), "pages": _pages(url)}))
            sys.stdout.flush()
            standing.told = True
        _welcome(console, url)
        watcher = threading.Thread(target=_watch, args=(sandbox.world, console), daemon=True)
        watcher.start()

    with _remembering(sandbox, state):
        stopped = _until_stopped(
            lambda: serve_sandbox(host, port, sandbox=sandbox, on_start=started), host, port
        )
    if stopped is KeyboardInterrupt:
        raise KeyboardInterrupt


class _Terminated(BaseException):
    """SIGTERM has arrived."""


def _until_stopped(run: Callable[[], None], host: str, port: int) -> type[BaseException] | None:
    """Run, and give what ended it. The server raises the signals that it got once more, after its end."""

    def terminate(number: int, frame: FrameType | None) -> None:
        raise _Terminated

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        run()
    except (_Terminated, KeyboardInterrupt) as stop:
        return type(stop)
    except OSError as error:
        raise ConfigurationError(f"the sandbox cannot use {host}:{port}: {error.strerror}") from None
    finally:
        signal.signal(signal.SIGTERM, before)
    return None


@contextmanager
def _remembering(sandbox: Sandbox, path: Path | None) -> Generator[None]:
    """Load the state from a file, and write it there in the end."""
    if path is None:
        yield
        return
    from venuekit_sandbox.snapshots import SnapshotError
    from venuekit_sandbox.state_file import StateFile

    try:
        with StateFile(path).open(sandbox):
            yield
    except SnapshotError as error:
        raise ConfigurationError(str(error)) from None  # it names the file
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}") from None


def _pages(url: str) -> dict[str, str]:
    """Where a browser finds what."""
    return {"outbox": f"{url}/_sandbox/outbox.html"} | {v: f"{url}/{v}/docs" for v in sandbox_urls(url)}


def _welcome(console: Console, url: str) -> None:
    console.print(Text("Sandbox ready. Ctrl-C ends it.", style="bold"))
    for venue, address in sandbox_urls(url).items():
        console.print(Text(f"  {venue:12} {address}"), soft_wrap=True)
    console.print(Text("Pages", style="bold"))
    for name, address in _pages(url).items():
        console.print(Text(f"  {name:12} {address}"), soft_wrap=True)
    for title, rows in (("There at start", _FIXTURES), (f"Control plane, {url}", _CONTROL)):
        console.print(Text(title, style="bold"), soft_wrap=True)
        for name, text in rows:
            console.print(Text(f"  {name:18} {text}"), soft_wrap=True)


def _watch(world: World, console: Console) -> None:
    """Print every message that a venue sends."""
    seen = 0
    pause = threading.Event()
    while not pause.wait(_LOOK_SECONDS):
        with world.lock:
            messages = world.outbox.messages()
        # A reset empties the outbox; ids go on.
        for message in messages:
            if message.id > seen:
                seen = message.id
                text = f"{message.venue}: {message.kind} to {message.to}: {message.code}"
                console.print(Text(text, style="cyan"), soft_wrap=True)
