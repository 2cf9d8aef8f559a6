"""Taking turns: one at a time among the threads and tasks of a process, and one among processes.

Each is a context manager around steps of a flow. Its block begins with yielding the job that it gives, which is done when
it is the flow's turn.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from venuekit.auth.flows import Wait
from venuekit.transport.errors import ConfigurationError, TimedOut

if TYPE_CHECKING:
    from venuekit.auth.store import StoreLock

__all__ = ["process_turn", "turn_of"]

# Another process that holds the store's lock this long is stuck, in seconds.
_LONGEST = 120.0


@contextmanager
def turn_of(lock: threading.Lock) -> Generator[Wait]:
    """A turn among the threads and tasks of this process."""
    taken = False

    def take(*, wait: bool = False) -> bool:
        nonlocal taken
        taken = lock.acquire(blocking=wait)
        return taken

    try:
        yield Wait(take, block=lambda: take(wait=True))
    finally:
        if taken:
            lock.release()


@contextmanager
def process_turn(lock: StoreLock, *, venue: str, operation: str) -> Generator[Wait]:
    """A turn among processes, for which nobody waits forever.

    Raises:
        TimedOut: from the job, when another process keeps the lock.
        ConfigurationError: from the job, when there can be no lock, e.g. in a folder that is not ours.
    """
    ends = time.monotonic() + _LONGEST
    taken = False

    def take() -> bool:
        nonlocal taken
        try:
            taken = lock.take()
        except OSError as error:
            raise ConfigurationError(f"the token store cannot be locked: {error.strerror}") from None
        if not taken and time.monotonic() > ends:
            raise TimedOut(
                f"another process has been renewing the tokens for {_LONGEST:.0f} s",
                venue=venue,
                operation=operation,
                sent=False,
            )
        return taken

    try:
        yield Wait(take)
    finally:
        if taken:
            lock.give()
