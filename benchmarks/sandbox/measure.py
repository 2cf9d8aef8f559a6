"""Runs the processes and gathers the figures.

A rate is given per second of the server's own processor time: that is what one core can do, whatever else the machine
is busy with. Only the waits of single calls are real time.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from benchmarks.sandbox import people

CONNECTIONS = 8
_START = (
    "import time; started = time.process_time(); "
    "from venuekit_sandbox import SandboxServer; "
    "import http.client; server = SandboxServer().start(); "
    "call = http.client.HTTPConnection(server.url[7:]); call.request('GET', '/_sandbox/health'); "
    "call.getresponse().read(); print(time.process_time())"
)


class Process:
    """A server that is measured: see `serving`."""

    def __init__(self, what: str) -> None:
        command = [sys.executable, "-m", "benchmarks.sandbox.serving", what]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(self._answer()["port"])

    def ask(self, question: str) -> Any:
        """What it says about itself."""
        assert self._process.stdin is not None
        self._process.stdin.write(question + "\n")
        self._process.stdin.flush()
        return self._answer()

    def end(self) -> None:
        """Let it go."""
        with self._process:
            pass

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())


@contextmanager
def serving(what: str) -> Iterator[Process]:
    """A server while the block is open."""
    process = Process(what)
    try:
        yield process
    finally:
        process.end()


@dataclass(frozen=True, slots=True)
class Load:
    """One round: calls per second of processor time, and what calls took, in milliseconds."""

    rate: float
    median: float
    late: float


def load(process: Process, request: bytes, seconds: float) -> Load:
    """One round. Raises `RuntimeError` when an answer is not 200."""
    before = process.ask("usage")["cpu"]
    command = [
        sys.executable,
        "-m",
        "benchmarks.sandbox.load",
        str(process.port),
        str(CONNECTIONS),
        str(seconds),
    ]
    found = json.loads(subprocess.run(command, input=request, capture_output=True, check=True).stdout)
    if found["refused"]:
        raise RuntimeError(f"{found['refused']} calls were refused")
    rate = found["answers"] / (process.ask("usage")["cpu"] - before)
    return Load(rate, found["median_ms"], found["late_ms"])


def middle(rounds: Sequence[Load]) -> Load:
    """The medians of several rounds."""
    return Load(*(statistics.median(getattr(r, name) for r in rounds) for name in Load.__slots__))


@dataclass(frozen=True, slots=True)
class Start:
    """Until the first answer, in seconds: processor time, and real time."""

    cpu: float
    real: float


def start(times: int) -> Start:
    """A fresh interpreter imports the sandbox, serves, and answers one call. The best of several."""
    found = []
    for _ in range(times):
        before = time.perf_counter()
        command = [sys.executable, "-c", _START]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        found.append(Start(float(done.stdout), time.perf_counter() - before))
    return Start(min(f.cpu for f in found), min(f.real for f in found))


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything. Loads are by venue; `empty` stands for no venue."""

    empty: Load
    few: dict[str, Load]
    many: dict[str, Load]
    start: Start
    megabytes: tuple[float, float]
    take: float
    put_back: float


def everything(*, few: int, many: int, rounds: int, seconds: float) -> Figures:
    """All figures. Rounds with few and with many applicants alternate, so that both meet the same machine."""
    with serving("empty") as empty, serving(str(few)) as small, serving(str(many)) as large:
        reads = {venue: [(p, _prepared(p, venue)) for p in (small, large)] for venue in people.READS}
        nothing = people.request("/", {})
        found: dict[tuple[str, Process], list[Load]] = {}
        plain = []
        for _ in range(rounds):
            plain.append(load(empty, nothing, seconds))
            for venue, pairs in reads.items():
                for process, request in pairs:
                    found.setdefault((venue, process), []).append(load(process, request, seconds))
        megabytes = (small.ask("usage")["megabytes"], large.ask("usage")["megabytes"])
        memory = large.ask("memory")
        return Figures(
            empty=middle(plain),
            few={venue: middle(found[venue, small]) for venue in reads},
            many={venue: middle(found[venue, large]) for venue in reads},
            start=start(rounds),
            megabytes=megabytes,
            take=memory["take"],
            put_back=memory["put_back"],
        )


def _prepared(process: Process, venue: str) -> bytes:
    return people.request(*people.READS[venue](people.Connection(process.port)))
