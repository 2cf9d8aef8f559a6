"""A worker: takes legs from the queue, says that it is alive, and looks after what others left."""

from __future__ import annotations

import logging
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

import sqlalchemy as sa
from anyio import CancelScope, to_thread
from sqlalchemy import exc

from venuekit.runs.durable.process import ended, here, named, occupy, vacate
from venuekit.runs.durable.queue import CaseLeg, Engine, Legs
from venuekit.runs.durable.rates import Places
from venuekit.runs.durable.retention import KEEP
from venuekit.runs.durable.runner import Pulse, Runner, SharedClock
from venuekit.runs.ledger import Ledger, LedgerUnavailable
from venuekit.runs.ledger.connect import reported
from venuekit.runs.ledger.tables import workers
from venuekit.runs.model import Event
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.http import ASGIApp
from venuekit.transport.limits import RABBITX, Limit
from venuekit.venues._base import USER_AGENT
from venuekit.venues.defaults import DEFAULT_RETRIES, DEFAULT_TIMEOUT, SYSTEM_CLOCK, Clock

if TYPE_CHECKING:
    from venuekit.auth.wallet import Signer

logger = logging.getLogger("venuekit.durable")

# How often a worker says that it is alive, and sees to others, of the silence after which it is taken for dead.
_BEAT: Final = 1 / 8
_REAP: Final = 1 / 3
# How long a leg may be due before somebody looks why it is not under way, in seconds.
_LATE: Final = 10.0
# How long one may have been given to a worker that lives and does not begin it, in silences.
_STUCK: Final = 4
# How many cases that are late are looked at in one round.
_ROUND: Final = 500
# How legs are taken where nobody has said otherwise.
_QUEUE: Final[Mapping[str, Any]] = MappingProxyType({"per_venue": 8, "concurrency": 64, "poll": 0.35})
# How often what is long over is deleted, in seconds.
_TIDY: Final = 3600.0


class Worker:
    """Works on the runs of a database while the `with` (or `async with`) block is open. One per process at a time.

    `start` raises ConfigurationError while another worker is open in this process, or one of the same name is at work in
    another, and where the process has a DBOS of its own.

    Args:
        ledger, legs: of the database.
        name: of this worker, if it is to be known by one after a restart; two workers must never share a name.
        per_venue: how many cases of one venue are worked on at a time, over all workers; 8 at first.
        concurrency: how many cases each worker works on at a time; 64 at first.
        on_event: gets a run and what happens in it; it must not raise.
        apps: maps venues to applications in process.
        signer: signs for every wallet whose dossier has no private key.
        limits: how often venues are called, over all workers.
        timeout: of each call, in seconds.
        settle: how long a venue may still act on a call whose worker died, in seconds; by default more than two timeouts.
        keep: how long the engine's record of a leg that ended is kept, in seconds.
        patience: how long calls under way get when the worker ends, in seconds; by default a call's timeout.
        poll: seconds between two looks at the queue; 0.35 at first. These three are of the database, and hold for every
            worker of it: one that is given any sets all three, and one that is given none leaves them as they are.
        impatient: ids of runs whose cases end as failed where others would be tried again later; looked at for each leg.
        max_retries: how often a client makes a call of such a run again, where that is safe.
    """

    def __init__(
        self,
        ledger: Ledger,
        legs: Legs,
        *,
        name: str | None = None,
        per_venue: int | None = None,
        concurrency: int | None = None,
        on_event: Callable[[str, Event], None] | None = None,
        apps: Mapping[str, ASGIApp] | None = None,
        signer: Signer | None = None,
        limits: Sequence[Limit] = RABBITX,
        timeout: float = DEFAULT_TIMEOUT,
        settle: float | None = None,
        keep: float = KEEP,
        patience: float | None = None,
        clock: Clock = SYSTEM_CLOCK,
        poll: float | None = None,
        impatient: Collection[str] = (),
        max_retries: int = DEFAULT_RETRIES,
    ) -> None:
        self.name = name or f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(3)}"
        self._ledger = ledger
        self._legs = legs
        self._clock = SharedClock(ledger, clock)
        self._keep = keep
        self._patience = timeout if patience is None else patience
        self._pulse = Pulse(life=ledger.silence / 2)
        self._runner = Runner(
            ledger,
            worker=self.name,
            version=USER_AGENT.removeprefix("venuekit/"),
            pulse=self._pulse,
            on_event=on_event,
            apps=apps,
            signer=signer,
            places=Places(ledger, limits),
            timeout=timeout,
            settle=settle,
            clock=clock,
            shared=self._clock,
            impatient=impatient,
            max_retries=max_retries,
        )
        self._reaper = Reaper(ledger, legs)
        given = {"per_venue": per_venue, "concurrency": concurrency, "poll": poll}
        for setting, value in given.items():
            if value is not None and not value > 0:
                raise ConfigurationError(f"{setting} of a worker is more than 0")
        told = {name: value for name, value in given.items() if value is not None}
        self._settings: dict[str, Any] = {**_QUEUE, **told}
        self._sets = bool(told)
        self._engine: Engine | None = None
        self._place = here()
        self._stopping = threading.Event()
        self._tidied = 0.0
        self._threads = [
            self._regularly("pulse", ledger.silence * _BEAT, self._beat),
            self._regularly("reaper", ledger.silence * _REAP, self._reap),
        ]

    def start(self) -> Self:
        """Begin."""
        occupy(self)
        try:
            # The engine has words of its own for a database that fails.
            with reported(self._ledger.engine.url):
                self._begin()
        except BaseException:
            self._runner.stopping = True
            self._end()
            raise
        return self

    def _begin(self) -> None:
        self._legs.prepare()
        engine = Engine(self._ledger.engine.url, worker=self.name, run_leg=self._runner.run)
        self._engine = engine
        # A command that works for a moment must not undo what the workers of this database were told.
        self._legs.open_queue(**self._settings, replace=self._sets)
        self._claim()
        self._beat()
        for thread in self._threads:
            thread.start()
        engine.start()

    def of(self, ledger: Ledger) -> bool:
        """Whether it works with this ledger."""
        return self._ledger is ledger

    @property
    def stopped(self) -> bool:
        """Whether it begins nothing more."""
        return self._runner.stopping

    def stop(self) -> None:
        """Begin nothing more, let calls under way end, and leave. What was not finished is due for others at once."""
        self._runner.stopping = True
        end = time.monotonic() + self._patience
        while self._runner.active and time.monotonic() < end:
            time.sleep(0.05)
        self._end()

    def _end(self) -> None:
        try:
            if self._engine is not None:
                self._engine.stop()
            # Until now it was alive for the others.
            self._stopping.set()
            for thread in self._threads:
                if thread.ident is not None:
                    thread.join()
        finally:
            vacate(self)
        try:
            self._ledger.gone(self.name, self._place)
        except (LedgerUnavailable, exc.SQLAlchemyError) as error:
            # They will find out.
            logger.warning("the database failed (%s) as the worker ended", type(error).__name__)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    async def __aenter__(self) -> Self:
        # The engine does not begin where an event loop runs.
        return await to_thread.run_sync(self.start)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with CancelScope(shield=True):
            await to_thread.run_sync(self.stop)

    def _regularly(self, name: str, seconds: float, act: Callable[[], None]) -> threading.Thread:
        def loop() -> None:
            while not self._stopping.wait(seconds):
                try:
                    act()
                except Exception as error:  # noqa: BLE001
                    # Mostly a database that is away. What is not ours may quote anything.
                    why = error if isinstance(error, LedgerUnavailable) else type(error).__name__
                    logger.warning("the %s of the worker failed: %s", name, why)

        return threading.Thread(target=loop, name=f"venuekit-{name}", daemon=True)

    def _claim(self) -> None:
        """Take the name. One that died has left it; where that cannot be seen, its sign of life has to grow old first."""
        seen: float | None = None
        while (other := self._ledger.claim(self.name, self._place, self._clock(), dead=ended)) is not None:
            place, beat = other
            if ended(place) is False or (seen is not None and beat != seen):
                raise ConfigurationError(
                    f"a worker with the name {self.name} is at work ({named(place)}); two must never share one: end it,"
                    " or give this one another name"
                )
            if seen is None:
                logger.warning(
                    "a worker with the name %s (%s) was alive a moment ago; waiting up to %.0f seconds to see",
                    self.name,
                    named(place),
                    self._ledger.silence,
                )
            seen = beat
            time.sleep(self._ledger.silence * _BEAT)

    def _beat(self) -> None:
        # Before it is written: a worker must think itself dead before the others do.
        at = self._pulse.ticks()
        self._clock.read()
        self._ledger.beat(self.name, self._clock(), self._place)
        self._pulse.beat(at)

    def _reap(self) -> None:
        # Another one may have its name by now.
        self._pulse.check(self._pulse.silences)
        now = self._clock()
        forgotten(self._ledger, self.name, self._runner.active, now)
        self._reaper.round(now)
        if now - self._tidied > _TIDY:
            self._tidied = now
            tidy(self._ledger, self._legs, now - self._keep)


def forgotten(ledger: Ledger, worker: str, active: Collection[CaseLeg], now: float) -> None:
    """See to cases of a `worker` that lives and does not work on them: the database failed under them, or it was
    restarted. `active` are the legs that it works on.
    """
    for row in ledger.cases(states=("running",)):
        # Whatever ends in the meantime is not as it was read, and then nothing happens.
        if row.worker == worker and (row.run, row.venue, row.leg) not in active:
            ledger.take_over(row, now, by=worker)


class Reaper:
    """Sees to cases that nobody works on although they are due.

    Safe in any number of processes at once, and against a worker that only seemed dead: the ledger takes nothing more
    from it.
    """

    def __init__(self, ledger: Ledger, legs: Legs) -> None:
        self._ledger = ledger
        self._legs = legs
        # How far the last round has come: many may be due that only wait for their turn.
        self._after = ("", "")

    def round(self, now: float) -> int:
        """One round; returns how many cases were given a new leg."""
        alive = _alive(self._ledger, now)
        overdue = self._ledger.overdue(now, late=_LATE, after=self._after, limit=_ROUND)
        late = [row for row in overdue if row.state != "running"]
        self._after = (late[-1].run, late[-1].venue) if len(late) == _ROUND else ("", "")
        states = self._legs.states((row.run, row.venue, row.leg) for row in late)
        count = 0
        for row in overdue:
            state = states.get((row.run, row.venue, row.leg))
            word = "" if state is None else state.word
            if row.state == "running":
                count += self._ledger.take_over(row, now)
            elif word == "DELAYED":
                self._legs.poke(row.run, row.venue, row.leg)
            elif word != "ENQUEUED":
                stuck = row.due < now - _STUCK * self._ledger.silence
                if state is None or word != "PENDING" or state.worker not in alive or stuck:
                    count += self._ledger.take_over(row, now)
        self._free(alive)
        return count

    def _free(self, alive: Collection[str]) -> None:
        """Legs that somebody died over still count as under way for the engine, and keep places."""
        for (run, venue, leg), state in self._legs.pending().items():
            if state.worker not in alive:
                case = self._ledger.case(run, venue)
                if case is None or case.leg != leg:
                    self._legs.drop(run, venue, leg)


def tidy(ledger: Ledger, legs: Legs, before: float) -> None:
    """Delete what the engine knows of legs that ended before a time, and workers that were last heard of before it."""
    while legs.forget(before):
        continue
    with ledger.engine.execution_options(writing=True).begin() as db:
        db.execute(workers.delete().where(workers.c.beat_at < before))


def _alive(ledger: Ledger, now: float) -> set[str]:
    with ledger.engine.connect() as db:
        return set(
            db.execute(sa.select(workers.c.id).where(workers.c.beat_at >= now - ledger.silence)).scalars()
        )


__all__ = ["Reaper", "Worker", "forgotten", "tidy"]
