"""A web server that misbehaves on purpose, on a port of its own."""

from __future__ import annotations

import json
import socket
import struct
import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Self

Manner = Literal["answer", "hang", "reset"]


@dataclass(frozen=True)
class Received:
    """One request as it came. Header names are in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Scripted:
    """What to do with a request: send `raw` and close, never answer, or break the connection."""

    raw: bytes = b""
    manner: Manner = "answer"


HANG = Scripted(manner="hang")
RESET = Scripted(manner="reset")


def answer(
    status: int | str,
    body: bytes | str = b"",
    *,
    content_type: str | None = "application/json",
    headers: tuple[tuple[str, str], ...] = (),
    length: int | None = None,
) -> Scripted:
    """An HTTP answer. `length` overrides the Content-Length, to promise more than is sent."""
    content = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}" + ("" if isinstance(status, str) else " Whatever")]
    if content_type is not None:
        lines.append(f"Content-Type: {content_type}")
    if not str(status).startswith("204"):
        lines.append(f"Content-Length: {len(content) if length is None else length}")
    lines += [f"{name}: {value}" for name, value in headers]
    lines.append("Connection: close")
    return Scripted("\r\n".join(lines).encode() + b"\r\n\r\n" + content)


def json_answer(value: object, status: int = 200, **headers: str) -> Scripted:
    """A JSON answer; keyword names become header names with dashes."""
    named = tuple((name.replace("_", "-"), text) for name, text in headers.items())
    return answer(status, json.dumps(value), headers=named)


class WireServer:
    """Serves a script: one entry per request, the last one again and again. Use as a context manager."""

    def __init__(self, *script: Scripted) -> None:
        self.script = list(script)
        self.received: list[Received] = []
        self._stopping = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._threads = [threading.Thread(target=self._accept, daemon=True)]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        # Wakes up accept(), which closing the socket alone does not do everywhere.
        with socket.create_connection(("127.0.0.1", self.port)):
            pass
        for thread in self._threads:
            thread.join(5)
        self._listening.close()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listening.accept()
            if self._stopping.is_set():
                connection.close()
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            request = _read(connection)
            if request is None:
                return
            self.received.append(request)
            scripted = self.script.pop(0) if len(self.script) > 1 else self.script[0]
            if scripted.manner == "hang":
                self._stopping.wait(10)
            elif scripted.manner == "reset":
                # Lingering for no time makes close() send RST instead of FIN.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            else:
                connection.sendall(scripted.raw)


def _read(connection: socket.socket) -> Received | None:
    data = b""
    while b"\r\n\r\n" not in data:
        chunk = connection.recv(65536)
        if not chunk:
            return None
        data += chunk
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", "0")):
        body += connection.recv(65536)
    return Received(method, path, headers, body)


def closed_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
