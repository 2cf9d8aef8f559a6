"""A worker: takes legs from the queue, says that it is alive, and looks after what others left."""

from __future__ import annotations

import os
import secrets
import socket
import threading
from collections.abc import Callable, Collection, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from venuekit.runs.durable.queue import Engine, Legs
from venuekit.runs.durable.runner import Pulse, Runner
from venuekit.runs.ledger import Ledger
from venuekit.runs.ledger.sql import SILENCE
from venuekit.runs.model import Event
from venuekit.transport.http import ASGIApp
from venuekit.venues._base import DEFAULT_RETRIES, DEFAULT_TIMEOUT, SYSTEM_CLOCK, USER_AGENT, Clock

if TYPE_CHECKING:
    from venuekit.auth.wallet import Signer

_BEAT: Final = 2.0
_REAP: Final = 5.0
# How long a leg may be due before somebody looks why it is not under way, in seconds.
_LATE: Final = 10.0
# How long one may have been given to a worker that never began it, in seconds.
_STUCK: Final = 4 * SILENCE


class Worker:
    """Works on the runs of a database while the `with` block is open. One per process.

    Args:
        ledger, legs: of the database.
        name: of this worker, if it is to be known by one after a restart; two workers must never share a name.
        per_venue: how many cases of one venue are worked on at a time, over all workers.
        concurrency: how many cases this worker works on at a time.
        impatient: ids of runs whose cases end as failed where others would be tried again later.
    """

    def __init__(
        self,
        ledger: Ledger,
        legs: Legs,
        *,
        name: str | None = None,
        per_venue: int = 8,
        concurrency: int = 64,
        on_event: Callable[[str, Event], None] | None = None,
        apps: Mapping[str, ASGIApp] | None = None,
        signer: Signer | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_RETRIES,
        clock: Clock = SYSTEM_CLOCK,
        poll: float = 0.1,
        impatient: Collection[str] = (),
    ) -> None:
        self.name = name or f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(3)}"
        self._ledger = ledger
        self._legs = legs
        self._clock = clock
        self._pulse = Pulse()
        runner = Runner(
            ledger,
            worker=self.name,
            version=USER_AGENT.removeprefix("venuekit/"),
            pulse=self._pulse,
            on_event=on_event,
            apps=apps,
            signer=signer,
            timeout=timeout,
            max_retries=max_retries,
            clock=clock,
            impatient=impatient,
        )
        self._engine = Engine(
            ledger.engine.url,
            worker=self.name,
            run_leg=runner.run,
            concurrency={"venue": per_venue, "worker": concurrency},
            poll=poll,
        )
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._beat, name="venuekit-pulse", daemon=True),
            threading.Thread(target=self._reap, name="venuekit-reaper", daemon=True),
        ]

    def start(self) -> Self:
        """Begin."""
        self._ledger.beat(self.name, self._clock())
        self._pulse.beat()
        for thread in self._threads:
            thread.start()
        self._engine.start()
        return self

    def stop(self, patience: float = 5.0) -> None:
        """Take nothing more, let calls under way end for `patience` seconds, and leave."""
        self._stopping.set()
        self._engine.stop(patience)
        for thread in self._threads:
            thread.join()
        self._ledger.gone(self.name)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _beat(self) -> None:
        while not self._stopping.wait(_BEAT):
            self._ledger.beat(self.name, self._clock())
            self._pulse.beat()

    def _reap(self) -> None:
        while not self._stopping.wait(_REAP):
            reap(self._ledger, self._legs, self._clock())


def reap(ledger: Ledger, legs: Legs, now: float) -> int:
    """See to cases that nobody works on although they are due; returns how many were given a new leg.

    Safe to run in any number of processes at once, and against a worker that only seemed dead: the ledger takes
    nothing more from it.
    """
    count = 0
    for row in ledger.overdue(now):
        if row.state == "running":
            count += ledger.take_over(row, now)
        elif row.due < now - _LATE:
            state = legs.state(row.run, row.venue, row.leg)
            if state == "DELAYED":
                legs.poke(row.run, row.venue, row.leg)
            elif state not in ("ENQUEUED", "PENDING") or (state == "PENDING" and row.due < now - _STUCK):
                count += ledger.take_over(row, now)
    # Legs that somebody died over still count as under way for the engine.
    for run, venue, leg in legs.pending():
        case = ledger.case(run, venue)
        if case is None or case.leg != leg:
            legs.drop(run, venue, leg)
    return count


__all__ = ["Worker", "reap"]
