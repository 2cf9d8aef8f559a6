"""A web server that misbehaves on purpose, on a port of its own."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Literal, Self

Manner = Literal["answer", "hang", "reset", "reset_early", "drip", "drip_head"]

# Seconds between two bytes of a body that drips, and between the pieces of a head that does.
DRIP = 0.03
DRIP_HEAD = 0.25
HEAD_PIECES = 12
# Seconds that anything gets that comes by itself, on a machine that stands still now and then.
PATIENCE = 60.0


@dataclass(frozen=True)
class Received:
    """One request as it came. Header names are in lower case. Connections are numbered from 1."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    connection: int = 0


@dataclass(frozen=True)
class Scripted:
    """What to do with a request.

    `answer`: send `raw`. `hang`: never answer. `reset`: break the connection. `reset_early`: break it when the head of
    the request is there, without reading the body. `drip`: send the head of `raw`, and then its body byte by byte.
    `drip_head`: send the head piece by piece, and then the body. Afterwards the connection is closed, or with `keep` serves the next request.
    """

    raw: bytes = b""
    manner: Manner = "answer"
    keep: bool = False


Script = Scripted | Callable[[Received], Scripted]

HANG = Scripted(manner="hang")
RESET = Scripted(manner="reset")
RESET_EARLY = Scripted(manner="reset_early")


def answer(
    status: int | str,
    body: bytes | str = b"",
    *,
    content_type: str | None = "application/json",
    headers: tuple[tuple[str, str], ...] = (),
    length: int | None = None,
    keep: bool = False,
) -> Scripted:
    """An HTTP answer. `length` overrides the Content-Length, to promise more than is sent."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}" + ("" if isinstance(status, str) else " Whatever")]
    if content_type is not None:
        lines.append(f"Content-Type: {content_type}")
    if not str(status).startswith("204"):
        lines.append(f"Content-Length: {len(content) if length is None else length}")
    lines += [f"{name}: {value}" for name, value in headers]
    lines.append(f"Connection: {'keep-alive' if keep else 'close'}")
    return Scripted("\r\n".join(lines).encode() + b"\r\n\r\n" + content, keep=keep)


def json_answer(value: object, status: int = 200, **headers: str) -> Scripted:
    """A JSON answer; keyword names become header names with dashes."""
    named = tuple((name.replace("_", "-"), text) for name, text in headers.items())
    return answer(status, json.dumps(value), headers=named)


def kept(value: object, status: int = 200, **headers: str) -> Scripted:
    """The same, and the connection stays open."""
    named = tuple((name.replace("_", "-"), text) for name, text in headers.items())
    return answer(status, json.dumps(value), headers=named, keep=True)


def dripping(scripted: Scripted) -> Scripted:
    """The same answer with a body that comes byte by byte."""
    return replace(scripted, manner="drip")


@dataclass
class _Seen:
    """What the server's threads write down."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    connections: int = 0
    closed: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))


class WireServer:
    """Serves a script: one entry per request, the last one again and again. Use as a context manager.

    A request counts as received when its head is there. With `tls` it speaks https.
    """

    def __init__(self, *script: Script, tls: ssl.SSLContext | None = None) -> None:
        self.script = list(script)
        self.received: list[Received] = []
        self._tls = tls
        self._seen = _Seen()
        self._stopping = threading.Event()
        self._last: object = None
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._threads = [threading.Thread(target=self._accept, daemon=True)]

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    @property
    def connections(self) -> int:
        """How many connections were made so far, also those on which no request came."""
        return self._seen.connections

    def wait_for_close(self) -> None:
        """Until the server has closed one more connection."""
        assert self._seen.closed.acquire(timeout=PATIENCE)

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        # Wakes up accept(), which closing the socket alone does not do everywhere. Whoever came before it is served first.
        with socket.socket() as last:
            last.bind(("127.0.0.1", 0))
            self._last = last.getsockname()
            last.connect(("127.0.0.1", self.port))
        for thread in self._threads:
            thread.join(PATIENCE)
        self._listening.close()

    def _accept(self) -> None:
        while True:
            connection, caller = self._listening.accept()
            if caller == self._last:
                connection.close()
                return
            self._seen.connections += 1
            thread = threading.Thread(
                target=self._serve, args=(connection, self._seen.connections), daemon=True
            )
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        connection.settimeout(PATIENCE)
        try:
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection:
                while self._serve_one(connection, number):
                    pass
        except OSError:
            # The client has gone, or did not like our certificate.
            connection.close()
        self._seen.closed.release()

    def _serve_one(self, connection: socket.socket, number: int) -> bool:
        """Serve a request; True when the connection stays open for another."""
        reader = _Reader(connection)
        request = reader.head(number)
        if request is None:
            return False
        with self._seen.lock:
            entry = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        if not (isinstance(entry, Scripted) and entry.manner == "reset_early"):
            request = reader.body(request)
        self.received.append(request)
        scripted = entry if isinstance(entry, Scripted) else entry(request)
        match scripted.manner:
            case "hang":
                self._stopping.wait(PATIENCE)
            case "reset" | "reset_early":
                # Lingering for no time makes close() send RST instead of FIN.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            case "drip":
                self._drip(connection, scripted.raw)
            case "drip_head":
                self._drip_head(connection, scripted.raw)
            case "answer":
                connection.sendall(scripted.raw)
        return scripted.keep

    def _drip(self, connection: socket.socket, raw: bytes) -> None:
        head, blank, body = raw.partition(b"\r\n\r\n")
        connection.sendall(head + blank)
        for byte in body:
            if self._stopping.wait(DRIP):
                return
            connection.sendall(bytes([byte]))

    def _drip_head(self, connection: socket.socket, raw: bytes) -> None:
        head, blank, body = raw.partition(b"\r\n\r\n")
        size = -(-len(head) // HEAD_PIECES)
        for start in range(0, len(head), size):
            connection.sendall(head[start : start + size])
            if self._stopping.wait(DRIP_HEAD):
                return
        connection.sendall(blank + body)


class _Reader:
    """Reads one request from a connection."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._rest = b""

    def head(self, number: int) -> Received | None:
        data = b""
        while b"\r\n\r\n" not in data:
            chunk = self._connection.recv(65536)
            if not chunk:
                return None
            data += chunk
        head, _, self._rest = data.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, path, _ = first.split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        return Received(method, path, headers, b"", number)

    def body(self, request: Received) -> Received:
        body = self._rest
        while len(body) < int(request.headers.get("content-length", "0")):
            chunk = self._connection.recv(65536)
            if not chunk:
                break
            body += chunk
        return replace(request, body=body)


def closed_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
