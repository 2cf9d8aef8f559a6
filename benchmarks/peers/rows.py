"""What the rows are made with: a row, and the bench on which its probe works."""

from __future__ import annotations

import logging
import socket
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.peers.library import Library
from benchmarks.peers.server import Answer, Plan, Server

# A name that leads to this machine, and does not look so.
OUTSIDE = "plain.invalid"
_getaddrinfo = socket.getaddrinfo


@dataclass(frozen=True)
class Found:
    """What a probe has seen: the cell, and what it rests on."""

    result: str
    evidence: dict[str, object]


Probe = Callable[["Bench"], Found]


@dataclass(frozen=True)
class Row:
    """One row of the table. `how` ends the sentence "checked by"."""

    name: str
    group: str
    feature: str
    how: str
    probe: Probe


@dataclass
class Rows:
    """The rows of one group, in their order."""

    group: str
    all: list[Row] = field(default_factory=list)

    def __call__(self, feature: str, how: str) -> Callable[[Probe], Probe]:
        """Make a row of a probe; its name is that of the function."""

        def take(probe: Probe) -> Probe:
            self.all.append(Row(probe.__name__, self.group, feature, how, probe))
            return probe

        return take


class Bench:
    """One library under test. Sleeping is written down and takes no time but on the clock, and nothing gets beyond loopback."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.slept: list[float] = []
        self.folder = Path(tempfile.mkdtemp())

    @contextmanager
    def serving(self, plan: Plan | Answer) -> Iterator[Server]:
        """A server that answers by the plan, or with the one answer again and again."""
        chosen = (lambda _: plan) if isinstance(plan, Answer) else plan
        with Server(chosen, self.library.background) as server:
            yield server

    def client(self, server: Server, *, retries: bool = True, timeout: float | None = None) -> Any:
        """A client, and an empty list of sleeps."""
        made = self.library.make(server.url, retries=retries, timeout=timeout)
        self.slept.clear()
        return made

    @property
    def good(self) -> Answer:
        """What `read` takes for a success."""
        return Answer(body=self.library.read_body)

    def named(self, error: BaseException | None) -> str:
        """The class of an exception; with its module where it is not the library's own."""
        if error is None:
            return "no error"
        kind = type(error)
        own = kind.__module__.partition(".")[0] in (self.library.package, "builtins")
        return f"`{kind.__name__}`" if own else f"`{kind.__module__.partition('.')[0]}.{kind.__name__}`"

    @contextmanager
    def on_the_machine(self) -> Iterator[None]:
        """Names lead to this machine or nowhere, and sleeping is written down."""
        real_monotonic = time.monotonic
        past = 0.0

        def lookup(host: Any, *arguments: Any, **named: Any) -> Any:
            name = host.decode() if isinstance(host, bytes) else host
            if name not in ("127.0.0.1", "localhost", OUTSIDE):
                raise socket.gaierror(socket.EAI_NONAME, f"{name} is not asked for here")
            return _getaddrinfo("127.0.0.1", *arguments, **named)

        def sleep(seconds: float) -> None:
            nonlocal past
            past += seconds
            self.slept.append(seconds)

        with (
            patch.object(socket, "getaddrinfo", lookup),
            patch.object(time, "sleep", sleep),
            patch.object(time, "monotonic", lambda: real_monotonic() + past),
        ):
            yield


def attempt(call: Callable[[], Any]) -> tuple[Any, Exception | None]:
    """What a call returns, or raises."""
    try:
        return call(), None
    except Exception as error:  # noqa: BLE001 - whatever a library raises is what the probe wants to know
        return None, error


def times(count: int) -> str:
    return {0: "not sent", 1: "sent once", 2: "sent twice"}.get(count, f"sent {count} times")


def reachable(error: BaseException, text: str, depth: int = 4) -> bool:
    """Whether a text can be got from an exception: its attributes, what they hold, and what it was caused by."""
    seen: set[int] = set()

    def look(thing: object, left: int) -> bool:
        if id(thing) in seen or left < 0:
            return False
        seen.add(id(thing))
        if isinstance(thing, str | bytes):
            return text in (thing if isinstance(thing, str) else thing.decode("utf-8", "replace"))
        parts: list[object] = []
        if isinstance(thing, dict):
            parts += thing.values()
        elif isinstance(thing, list | tuple):
            parts += thing
        else:
            for name in ("content", "text", "doc", "raw_body", "__cause__"):
                parts.append(attempt(lambda name=name: getattr(thing, name, None))[0])  # type: ignore[misc]
            reveal = getattr(thing, "reveal", None)
            parts += [reveal()] if callable(reveal) else []
            errors = getattr(thing, "errors", None)
            parts += [attempt(errors)[0]] if callable(errors) else []
            parts += getattr(thing, "__dict__", {}).values()
            parts += getattr(thing, "args", ())
        return any(look(part, left - 1) for part in parts)

    return look(error, depth)


def shown(error: BaseException) -> dict[str, str]:
    """What is seen of an exception without looking into it."""
    lines = traceback.format_exception(error)
    return {"str()": str(error), "repr()": repr(error), "the traceback": "".join(lines)}


@contextmanager
def logged() -> Iterator[list[tuple[int, str, str]]]:
    """Level, logger and text of all that is logged, as handlers would get it."""
    records: list[tuple[int, str, str]] = []
    formatter = logging.Formatter("%(message)s")

    def keep(logger: logging.Logger, record: logging.LogRecord) -> None:
        records.append((record.levelno, record.name, formatter.format(record)))

    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.DEBUG)
    try:
        with patch.object(logging.Logger, "callHandlers", keep):
            yield records
    finally:
        root.setLevel(level)


def together(count: int, call: Callable[[int], Any]) -> list[Exception]:
    """Run a call in so many threads that begin at the same moment; what they raise."""
    barrier = threading.Barrier(count)
    errors: list[Exception] = []

    def run(number: int) -> None:
        barrier.wait()
        _, error = attempt(lambda: call(number))
        if error is not None:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return errors
