"""What all venues of the sandbox share: the clock, the outbox and the shape of a venue.

State, wire format and errors of each venue live in the venue's own package; nothing here knows a venue.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol

import anyio
from starlette.routing import BaseRoute

from venuekit_sandbox.faults import Faults
from venuekit_sandbox.journal import Journal

MessageKind = Literal["email", "sms"]

_LATEST: Final = 221_845_392_000.0  # the year 9000: expiries are added to it, and datetime ends in 9999
_skew: ContextVar[float] = ContextVar("venuekit_sandbox_skew", default=0.0)


@contextmanager
def skewed(seconds: float) -> Iterator[None]:
    """Whoever asks a clock in this context, and in no other, sees it off by `seconds`."""
    token = _skew.set(seconds)
    try:
        yield
    finally:
        _skew.reset(token)


@dataclass(frozen=True, slots=True)
class ClockState:
    """Where a clock stands: off real time by `offset`, or stopped at `frozen`. Both in seconds."""

    offset: float
    frozen: float | None


class Clock:
    """Time as the sandbox sees it, in unix seconds. It can be frozen and moved forward, never backwards."""

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._offset = 0.0
        self._frozen: float | None = None

    def now(self) -> float:
        """The current unix time in seconds."""
        now = self._frozen if self._frozen is not None else self._source() + self._offset
        return now + _skew.get()

    def advance(self, seconds: float) -> None:
        """Move forward by `seconds` (>= 0), frozen or not."""
        if seconds < 0:
            raise ValueError("the sandbox clock only moves forward")
        _check_end(self.now() + seconds)
        if self._frozen is not None:
            self._frozen += seconds
        else:
            self._offset += seconds

    def freeze(self, at: float | None = None) -> None:
        """Stop at unix time `at`, or now."""
        now = self.now()
        if at is not None and at < now:
            raise ValueError("the sandbox clock only moves forward")
        _check_end(at or now)
        self._frozen = now if at is None else at

    def thaw(self) -> None:
        """Run again, from where the clock stands."""
        if self._frozen is not None:
            self._offset = self._frozen - self._source()
            self._frozen = None

    def reset(self) -> None:
        """Back to real time."""
        self._offset = 0.0
        self._frozen = None

    @property
    def frozen(self) -> bool:
        return self._frozen is not None

    @property
    def state(self) -> ClockState:
        """Where it stands. A running clock keeps its distance to real time when it is set to this again."""
        return ClockState(self._offset, self._frozen)

    @state.setter
    def state(self, state: ClockState) -> None:
        self._offset, self._frozen = state.offset, state.frozen


def _check_end(at: float) -> None:
    if not at <= _LATEST:
        raise ValueError("the sandbox clock ends in the year 9000")


@dataclass(frozen=True, slots=True)
class Message:
    """One e-mail or SMS that a venue "sent". `code` is what a person would copy from it."""

    id: int
    venue: str
    kind: MessageKind
    to: str
    subject: str
    text: str
    code: str
    at: float


class Outbox:
    """Every message sent, oldest first."""

    def __init__(self) -> None:
        self._messages: list[Message] = []
        self._to: dict[str, list[Message]] = {}
        self._next_id = 1

    def send(
        self, *, venue: str, kind: MessageKind, to: str, subject: str, text: str, code: str, at: float
    ) -> Message:
        message = Message(self._next_id, venue, kind, to, subject, text, code, at)
        self._next_id += 1
        self._keep(message)
        return message

    def messages(
        self, *, venue: str | None = None, to: str | None = None, kind: str | None = None
    ) -> list[Message]:
        """The messages that match every given filter, oldest first."""
        return [
            m
            for m in (self._messages if to is None else self._to.get(to, ()))
            if (venue is None or m.venue == venue) and (kind is None or m.kind == kind)
        ]

    def clear(self) -> None:
        """Forget every message. Their numbers go on."""
        self._messages.clear()
        self._to.clear()

    def replace(self, messages: Sequence[Message]) -> None:
        """Hold these messages, oldest first, and no others."""
        self.clear()
        for message in messages:
            self._keep(message)
        self._next_id = max([self._next_id, *(message.id + 1 for message in messages)])

    def _keep(self, message: Message) -> None:
        self._messages.append(message)
        self._to.setdefault(message.to, []).append(message)


@dataclass(slots=True)
class World:
    """One sandbox: what its venues share, and the lock under which synchronous callers look at state.

    `sleep` is how slow answers wait, in real seconds; a test may put something there that does not. Each of
    `on_change` is called after every call that may have changed something.
    """

    clock: Clock = field(default_factory=Clock)
    outbox: Outbox = field(default_factory=Outbox)
    lock: threading.RLock = field(default_factory=threading.RLock)
    faults: Faults = field(default_factory=Faults)
    journal: Journal = field(default_factory=Journal)
    sleep: Callable[[float], Awaitable[None]] = anyio.sleep
    on_change: list[Callable[[], None]] = field(default_factory=list)

    def changed(self) -> None:
        """Tell those who wait for changes."""
        for tell in self.on_change:
            tell()


class VenueApp(Protocol):
    """One imitated venue.

    A venue that can be filled by `POST /_sandbox/seed` has a method `seed(item: Fields) -> object` as well: it makes
    one applicant, answers what a control call would answer, and raises `ControlError`.
    """

    @property
    def name(self) -> str:
        """The key it is mounted under, e.g. `rabbitx`."""
        ...

    def routes(self) -> Sequence[BaseRoute]:
        """The venue's own operations, relative to its mount. A route's name is its operation's id."""
        ...

    def control(self) -> Sequence[BaseRoute]:
        """Back-office operations, relative to `/_sandbox/<name>`."""
        ...

    def reset(self) -> None:
        """Forget everything and seed the documented fixtures."""
        ...

    def snapshot(self) -> object:
        """Everything it remembers, switches and signing keys too, as a JSON document."""
        ...

    def restore(self, document: object) -> None:
        """Go back to a snapshot. Raises `SnapshotError`, and then nothing has changed."""
        ...
