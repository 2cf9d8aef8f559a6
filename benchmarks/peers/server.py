"""A web server on loopback that answers, hangs, drips or breaks the connection, as a probe says. Standard library only."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import formatdate
from types import TracebackType
from typing import Literal, Self

Manner = Literal["answer", "hang", "reset", "drip_head", "drip_body"]

# Seconds between two bytes of an answer that drips, and the most bytes that drip.
DRIP = 0.05
DRIPPED = 50


@dataclass(frozen=True)
class Request:
    """One request as it came. Header names are in lower case. Connections are numbered from 1."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    connection: int

    def holds(self, text: str) -> bool:
        """Whether a text stands anywhere in it."""
        everywhere = [self.path, *self.headers.values(), self.body.decode("utf-8", "replace")]
        return any(text in part for part in everywhere)


@dataclass(frozen=True)
class Answer:
    """What the server does with a request. A body that is not bytes is sent as JSON."""

    status: int = 200
    body: object = None
    headers: tuple[tuple[str, str], ...] = ()
    manner: Manner = "answer"
    content_type: str = "application/json"

    def raw(self, *, ahead: float = 0.0) -> tuple[bytes, bytes]:
        """Head and body. The server's clock is `ahead` by so many seconds."""
        content = self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()
        lines = [
            f"HTTP/1.1 {self.status} Whatever",
            f"Content-Type: {self.content_type}",
            f"Content-Length: {len(content)}",
            f"Date: {formatdate(time.time() + ahead, usegmt=True)}",
            *(f"{name}: {value}" for name, value in self.headers),
        ]
        return "\r\n".join(lines).encode() + b"\r\n\r\n", content


Plan = Callable[[Request], Answer]
Background = Callable[[Request], Answer | None]


@dataclass
class _Count:
    connections: int = 0
    busy: int = 0
    busiest: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


class Server:
    """Answers by `plan`. Requests that `background` answers (log-ins, lists that a client wants first) are kept apart.

    `arrived` are the requests that the plan answered, `before` those that the background did. `ahead` is how many seconds
    its clock is fast, `pause` how long the background takes.
    """

    def __init__(self, plan: Plan, background: Background) -> None:
        self.plan = plan
        self.arrived: list[Request] = []
        self.before: list[Request] = []
        self.ahead = 0.0
        self.pause = 0.0
        self._background = background
        self._count = _Count()
        self._stopping = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def connections(self) -> int:
        """How many connections were made so far."""
        return self._count.connections

    @property
    def busiest(self) -> int:
        """The most requests that the plan answered at a time."""
        return self._count.busiest

    def __enter__(self) -> Self:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        with socket.create_connection(("127.0.0.1", self.port)):  # wakes up accept()
            pass
        self._listening.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:  # closed before this thread was awake
                return
            if self._stopping.is_set():
                connection.close()
                return
            with self._count.lock:
                self._count.connections += 1
                number = self._count.connections
            threading.Thread(target=self._serve, args=(connection, number), daemon=True).start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        try:
            with connection:
                rest = b""
                while True:
                    request, rest = _read(connection, rest, number)
                    if request is None or not self._answer(connection, request):
                        return
        except OSError:  # the client has gone
            return

    def _answer(self, connection: socket.socket, request: Request) -> bool:
        """Do what is planned; True when the connection stays open."""
        known = self._background(request)
        if known is not None:
            self.before.append(request)
            self._stopping.wait(self.pause)
            connection.sendall(b"".join(known.raw(ahead=self.ahead)))
            return True
        with self._count.lock:
            self.arrived.append(request)
            self._count.busy += 1
            self._count.busiest = max(self._count.busiest, self._count.busy)
        try:
            answer = self.plan(request)
        finally:
            with self._count.lock:
                self._count.busy -= 1
        head, body = answer.raw(ahead=self.ahead)
        match answer.manner:
            case "answer":
                connection.sendall(head + body)
                return True
            case "reset":
                # Lingering for no time makes close() send RST instead of FIN.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            case "hang":
                self._stopping.wait(10)
            case "drip_head":
                self._drip(connection, b"", head, body)
            case "drip_body":
                self._drip(connection, head, body, b"")
        return False

    def _drip(self, connection: socket.socket, first: bytes, slowly: bytes, last: bytes) -> None:
        connection.sendall(first)
        for byte in slowly[:DRIPPED]:
            if self._stopping.wait(DRIP):
                return
            connection.sendall(bytes([byte]))
        connection.sendall(slowly[DRIPPED:] + last)


def _read(connection: socket.socket, data: bytes, number: int) -> tuple[Request | None, bytes]:
    """One request, and what came after it. None when the client has closed the connection."""
    while b"\r\n\r\n" not in data:
        chunk = connection.recv(65536)
        if not chunk:
            return None, b""
        data += chunk
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    length = int(headers.get("content-length", "0"))
    while len(body) < length:
        chunk = connection.recv(65536)
        if not chunk:
            return None, b""
        body += chunk
    return Request(method, path, headers, body[:length], number), body[length:]
