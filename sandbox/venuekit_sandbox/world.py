"""What all venues of the sandbox share: the clock, the outbox and the shape of a venue.

State, wire format and errors of each venue live in the venue's own package; nothing here knows a venue.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from starlette.routing import BaseRoute

MessageKind = Literal["email", "sms"]


class Clock:
    """Time as the sandbox sees it, in unix seconds. It can be frozen and moved forward, never backwards."""

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._offset = 0.0
        self._frozen: float | None = None

    def now(self) -> float:
        """The current unix time in seconds."""
        return self._frozen if self._frozen is not None else self._source() + self._offset

    def advance(self, seconds: float) -> None:
        """Move forward by `seconds` (>= 0), frozen or not."""
        if seconds < 0:
            raise ValueError("the sandbox clock only moves forward")
        if self._frozen is not None:
            self._frozen += seconds
        else:
            self._offset += seconds

    def freeze(self, at: float | None = None) -> None:
        """Stop at unix time `at`, or now."""
        now = self.now()
        if at is not None and at < now:
            raise ValueError("the sandbox clock only moves forward")
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
        self._next_id = 1

    def send(
        self, *, venue: str, kind: MessageKind, to: str, subject: str, text: str, code: str, at: float
    ) -> Message:
        message = Message(self._next_id, venue, kind, to, subject, text, code, at)
        self._next_id += 1
        self._messages.append(message)
        return message

    def messages(
        self, *, venue: str | None = None, to: str | None = None, kind: str | None = None
    ) -> list[Message]:
        """The messages that match every given filter, oldest first."""
        return [
            m
            for m in self._messages
            if (venue is None or m.venue == venue)
            and (to is None or m.to == to)
            and (kind is None or m.kind == kind)
        ]

    def clear(self) -> None:
        self._messages.clear()


@dataclass(slots=True)
class World:
    """One sandbox: a clock, an outbox, and the lock under which synchronous callers look at state."""

    clock: Clock = field(default_factory=Clock)
    outbox: Outbox = field(default_factory=Outbox)
    lock: threading.RLock = field(default_factory=threading.RLock)


class VenueApp(Protocol):
    """One imitated venue."""

    @property
    def name(self) -> str:
        """The key it is mounted under, e.g. `rabbitx`."""
        ...

    def routes(self) -> Sequence[BaseRoute]:
        """The venue's own operations, relative to its mount."""
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
