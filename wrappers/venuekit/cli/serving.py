"""`venuekit sandbox`: serve, and say what the sandbox "sends", so that a person can follow an onboarding by hand."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from venuekit.cli import documents, screen
from venuekit.cli.commands import sandbox_urls

if TYPE_CHECKING:
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


def serve(*, host: str, port: int, as_json: bool) -> None:
    """Serve until interrupted. Raises OSError when the address cannot be used."""
    from venuekit_sandbox import Sandbox
    from venuekit_sandbox.server import serve as serve_sandbox

    sandbox = Sandbox()
    console = screen.talk()

    def started(url: str) -> None:
        if as_json:
            sys.stdout.write(documents.dump({"url": url, "venues": sandbox_urls(url)}))
            sys.stdout.flush()
        _welcome(console, url)
        watcher = threading.Thread(target=_watch, args=(sandbox.world, console), daemon=True)
        watcher.start()

    serve_sandbox(host, port, sandbox=sandbox, on_start=started)


def _welcome(console: Console, url: str) -> None:
    console.print(Text("Sandbox ready. Ctrl-C ends it.", style="bold"))
    for venue, address in sandbox_urls(url).items():
        console.print(Text(f"  {venue:12} {address}"), soft_wrap=True)
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
