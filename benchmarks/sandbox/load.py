"""The load generator: one request again and again on kept connections, from a process of its own.

    python -m benchmarks.sandbox.load PORT CONNECTIONS SECONDS < request

Prints JSON: how many answers came in how many seconds, how many of them were not 200, and the median and the 99th
percentile of what each took, in milliseconds.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


class Caller(asyncio.Protocol):
    """One connection."""

    def __init__(self, request: bytes, until: float, done: asyncio.Event) -> None:
        self._request, self._until, self._done = request, until, done
        self._received = b""
        self._sent_at = 0.0
        self.waits: list[float] = []
        self.refused = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._send()

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not end or length is None or len(body) < int(length[1]):
            return
        now = time.perf_counter()
        self.waits.append(now - self._sent_at)
        self.refused += not head.startswith(b"HTTP/1.1 200")
        self._received = b""
        if now < self._until:
            self._send()
        else:
            self._transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        self._done.set()

    def _send(self) -> None:
        self._sent_at = time.perf_counter()
        self._transport.write(self._request)


async def run(port: int, connections: int, seconds: float, request: bytes) -> dict[str, float]:
    """Call for so many seconds."""
    loop = asyncio.get_running_loop()
    started = time.perf_counter()
    callers: list[tuple[Caller, asyncio.Event]] = []
    for _ in range(connections):
        done = asyncio.Event()
        caller = Caller(request, started + seconds, done)
        await loop.create_connection(lambda caller=caller: caller, "127.0.0.1", port)  # type: ignore[misc]
        callers.append((caller, done))
    for _, done in callers:
        await done.wait()
    waits = sorted(wait for caller, _ in callers for wait in caller.waits)
    return {
        "answers": len(waits),
        "seconds": time.perf_counter() - started,
        "refused": sum(caller.refused for caller, _ in callers),
        "median_ms": 1000 * waits[len(waits) // 2],
        "late_ms": 1000 * waits[len(waits) * 99 // 100],
    }


if __name__ == "__main__":
    port, connections, seconds = sys.argv[1:]
    found = asyncio.run(run(int(port), int(connections), float(seconds), sys.stdin.buffer.read()))
    sys.stdout.write(json.dumps(found) + "\n")
