"""Rows about time limits and connections, and about what a program can do with a client."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from benchmarks.peers.rows import Bench, Found, Rows, attempt, together
from benchmarks.peers.server import Answer, Request

NETWORK = Rows("Time limits and connections")
USE = Rows("Using it")
_CALLS = 5


@NETWORK("the longest wait for an answer, by default", "the timeouts that a good GET sets on its sockets")
def default_timeout(bench: Bench) -> Found:
    found: list[float | None] = []
    real = socket.socket.settimeout

    def note(self: socket.socket, seconds: float | None) -> None:
        found.append(seconds)
        real(self, seconds)

    with bench.serving(bench.good) as server:
        client = bench.client(server)
        with patch.object(socket.socket, "settimeout", note):
            bench.library.read(client)
    assert found, "no timeout was set at all"
    numbers = [seconds for seconds in found if seconds is not None]
    result = "no limit" if None in found else f"{max(numbers):g} s"
    return Found(result, {"set": sorted({str(seconds) for seconds in found})})


def _slow(bench: Bench, answer: Answer) -> Found:
    with bench.serving(answer) as server:
        client = bench.client(server, retries=False, timeout=0.4)
        _, error = attempt(lambda: bench.library.read(client))
    result = f"ends: {bench.named(error)}" if error else "goes on: takes the answer after 2.5 s"
    return Found(result, {"raised": bench.named(error)})


@NETWORK("a timeout of 0.4 s, and a server that never answers", "how the call ends")
def hanging(bench: Bench) -> Found:
    found = _slow(bench, Answer(manner="hang"))
    assert found.evidence["raised"] != "no error"
    return found


@NETWORK(
    "the same, and a body that comes byte by byte",
    "50 bytes, one each 0.05 s: the call ends, or waits for the last",
)
def dripping_body(bench: Bench) -> Found:
    return _slow(bench, Answer(body=bench.library.read_body, manner="drip_body"))


@NETWORK("the same, and headers that come byte by byte", "the same with the first 50 bytes of the head")
def dripping_head(bench: Bench) -> Found:
    return _slow(bench, Answer(body=bench.library.read_body, manner="drip_head"))


@NETWORK(f"connections for {_CALLS} calls, one after the other", "connections counted")
def connections(bench: Bench) -> Found:
    with bench.serving(bench.good) as server:
        client = bench.client(server)
        before = server.connections
        for _ in range(_CALLS):
            bench.library.read(client)
        count = server.connections - before
    return Found(str(count), {"connections": count, "calls": _CALLS})


@NETWORK("80 calls in 8 threads with one client", "whether all are answered")
def threads(bench: Bench) -> Found:
    def ten(_: int) -> None:
        for _ in range(10):
            bench.library.read(client)

    with bench.serving(bench.good) as server:
        client = bench.client(server)
        errors = together(8, ten)
        arrived = len(server.arrived)
    assert errors or arrived == 80, arrived
    kinds = sorted({bench.named(error) for error in errors})
    return Found(
        f"{len(errors)} threads fail: {', '.join(kinds)}" if errors else "all answered", {"errors": kinds}
    )


@NETWORK(
    "options of one call with the client's connections",
    "a call with an option of its own after a plain one: connections counted",
)
def per_call(bench: Bench) -> Found:
    with bench.serving(bench.good) as server:
        client = bench.client(server)
        bench.library.read(client)
        before = server.connections
        bench.library.per_call(client)
        more = server.connections - before
    return Found("shares them" if more == 0 else "opens one more", {"more connections": more})


@NETWORK(
    "a limit for the number of calls, on this side",
    "a limit of three a minute, or one at a time: sleeps, and requests under way at a time",
)
def own_limit(bench: Bench) -> Found:
    with bench.serving(bench.good) as server:
        client = bench.library.limited(server.url)
        bench.slept.clear()
        for _ in range(_CALLS):
            bench.library.read(client)
        waited = [seconds for seconds in bench.slept if seconds > 1]
        server.plan = lambda _: (threading.Event().wait(0.1), bench.good)[1]
        if not waited:
            together(4, lambda _: bench.library.read(client))
    if waited:
        return Found("waits before it sends", {"slept": [round(seconds) for seconds in waited]})
    assert server.busiest == 1, server.busiest
    return Found("so many at a time, not per minute", {"at a time": server.busiest})


@NETWORK(
    "an answer that has not changed is not sent again",
    "two GETs with an `ETag`: does the second ask `If-None-Match`?",
)
def etag(bench: Bench) -> Found:
    with bench.serving(Answer(body=bench.library.read_body, headers=(("ETag", '"1"'),))) as server:
        client = bench.client(server)
        bench.library.read(client)
        bench.library.read(client)
        asked = [request.headers.get("if-none-match", "") for request in server.arrived]
    result = "yes" if len(asked) < 2 or asked[1] else "no"
    return Found(result, {"if-none-match": asked})


@USE("synchronous and asynchronous", "a read on an event loop")
def both_worlds(bench: Bench) -> Found:
    with bench.serving(bench.good) as server:
        asyncio.run(bench.library.read_async(server.url))
        count = len(server.arrived)
    assert count == 1
    return Found("both", {"arrived": count})


@USE("typed answers", "`py.typed`, and what `mypy --strict` reveals of a field of an answer")
def typed(bench: Bench) -> Found:
    marked = (bench.library.folder / "py.typed").is_file()
    command = [*os.environ["PEERS_MYPY"].split("|"), "--strict", "--python-executable", sys.executable]
    command += ["-c", bench.library.typed()]
    told = subprocess.run(command, capture_output=True, text=True, cwd=bench.folder, check=False)
    revealed = re.search(r'Revealed type is "(.+)"', told.stdout)
    assert revealed is not None, told.stdout + told.stderr
    kind = re.sub(r"\b(?:\w+\.)+(?=\w)", "", revealed[1]).replace("|", "or")
    others = [line for line in told.stdout.splitlines() if ": error:" in line]
    assert not others, others
    return Found(
        f"`{kind}`" if marked else f"no `py.typed`; `{kind}`", {"py.typed": marked, "revealed": revealed[1]}
    )


@USE("a value that no list of values has", "`brand_new` where the API documents a fixed list")
def unknown_value(bench: Bench) -> Found:
    with bench.serving(Answer(body=bench.library.enum_body)) as server:
        client = bench.client(server)
        value, error = attempt(lambda: bench.library.enum_value(client))
    if error is not None:
        return Found(f"{bench.named(error)}", {"raised": bench.named(error)})
    assert value == "brand_new", value
    return Found("kept", {"kind": type(value).__name__})


@USE("lists that come in pages", "three items on two pages, through the library's iterator")
def pages(bench: Bench) -> Found:
    with bench.serving(lambda request: bench.library.page(request)) as server:
        client = bench.client(server)
        items = bench.library.pages(client)
        asked = len(server.arrived)
    assert (len(items), asked) == (3, 2), (items, asked)
    return Found("an iterator", {"items": len(items), "requests": asked})


@USE("the raw answer of a success", "status and a header of an answer, next to what was parsed")
def raw_answer(bench: Bench) -> Found:
    with bench.serving(Answer(body=bench.library.read_body, headers=(("X-Told", "told"),))) as server:
        client = bench.client(server)
        seen = bench.library.raw(client)
    assert seen == (200, "told"), seen
    return Found("yes", {"status": seen[0]})


def _after_503(bench: Bench) -> Callable[[Request], Answer]:
    answers = iter([Answer(503, {"error": {"message": "no"}, "message": "no"})])
    return lambda _: next(answers, bench.good)


@USE("hooks", "a function that is to see a GET and its retry after a 503")
def hooks(bench: Bench) -> Found:
    told: list[Any] = []
    with bench.serving(_after_503(bench)) as server:
        client = bench.library.hooked(server.url, lambda: told.append(1))
        bench.library.read(client)
        count = len(server.arrived)
    assert len(told) == count == 2, (told, count)
    return Found(bench.library.hooked_by, {"attempts": count, "told": len(told)})


@USE("OpenTelemetry in the package", "the spans of a GET; else a search in the package's files")
def spans(bench: Bench) -> Found:
    with bench.serving(bench.good) as server:
        names = bench.library.spans(server.url)
    assert len(names) == 1
    return Found("a span for each attempt", {"spans": names})


@USE("an answer in parts, as they come", "an event stream, a file or chunks, whichever the API has")
def streaming(bench: Bench) -> Found:
    with bench.serving(bench.library.stream_answer) as server:
        client = bench.client(server)
        parts = bench.library.stream(client)
    assert parts and all(parts)
    return Found("yes", {"parts": len(parts)})


@USE("signatures of webhooks", "one good and one forged signature")
def webhooks(bench: Bench) -> Found:
    take = bench.library.signed_events()
    take(True)
    _, error = attempt(lambda: take(False))
    assert error is not None
    return Found("verified", {"forged": bench.named(error)})
