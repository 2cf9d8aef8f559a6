"""Venues that misbehave, on a real port."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal

Trouble = Literal["hang", "drop", "cut"]


class BrokenVenue:
    """Answers everything with one status, headers and body, or not at all. `calls` has what arrived."""

    def __init__(
        self,
        status: int = 200,
        body: bytes = b"",
        *,
        headers: dict[str, str] | None = None,
        trouble: Trouble | None = None,
    ) -> None:
        self.status = status
        self.body = body
        self.headers = {"Content-Type": "application/json", **(headers or {})}
        self.trouble = trouble
        self.calls: list[str] = []
        self.arrived = threading.Event()
        self.released = threading.Event()
        self.url = ""

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        length = int(handler.headers.get("Content-Length") or 0)
        handler.rfile.read(length)
        self.calls.append(f"{handler.command} {handler.path}")
        self.arrived.set()
        handler.close_connection = True
        if self.trouble == "hang":
            self.released.wait(300)
        if self.trouble in ("hang", "drop"):
            return
        handler.send_response(self.status)
        for name, value in self.headers.items():
            handler.send_header(name, value)
        extra = 10 if self.trouble == "cut" else 0
        handler.send_header("Content-Length", str(len(self.body) + extra))
        handler.end_headers()
        handler.wfile.write(self.body)


@contextmanager
def serving(venue: BrokenVenue) -> Iterator[BrokenVenue]:
    """Serve a broken venue while the block is open."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            venue.answer(self)

        def do_POST(self) -> None:
            venue.answer(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    venue.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield venue
    finally:
        venue.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
