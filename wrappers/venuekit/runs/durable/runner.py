"""Runs one leg for real: the lease, the venue's client, the walk, and what the ledger is told at the end."""

from __future__ import annotations

import asyncio
import inspect
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from sqlalchemy import exc

from venuekit.recipes import recipe as recipe_of
from venuekit.recipes.core import CaseStatus
from venuekit.recipes.facts import Facts
from venuekit.runs.codec import decode_interaction, encode_error
from venuekit.runs.durable import care
from venuekit.runs.durable.legs import TRIES, Ending, Leg, walk_leg
from venuekit.runs.durable.memory import CaseMemory
from venuekit.runs.durable.rates import Places
from venuekit.runs.ledger import CaseRow, Lease, LeaseLost, Ledger, LedgerUnavailable, RunRow
from venuekit.runs.ledger.sql import SILENCE
from venuekit.runs.ledger.told import Told
from venuekit.runs.model import CaseDraft, Event, OnEvent
from venuekit.runs.walk import Act, Call, Sleep
from venuekit.transport.errors import VenueError, VenueKitError
from venuekit.transport.http import ASGIApp
from venuekit.transport.limits import RateLimits
from venuekit.venues.defaults import SYSTEM_CLOCK, Clock

if TYPE_CHECKING:
    from venuekit.auth.wallet import Signer
    from venuekit_clients.runtime import Operation

T = TypeVar("T")
logger = logging.getLogger("venuekit.durable")

# What a venue gets beyond its call's timeout to have acted on it, in seconds.
_MARGIN: Final = 5.0
# How far clocks may differ that should be one, in seconds.
_EARLY: Final = 1.0
# How long a leg that was begun holds on while the database is away, in seconds.
_PATIENCE: Final = 60.0
# What a database says that is away, restarting or busy.
_AWAY: Final = (LedgerUnavailable, exc.OperationalError, exc.InterfaceError, exc.TimeoutError)


@dataclass(slots=True)
class Pulse:
    """When this worker was last written down as alive. Without one of the last `life` seconds it makes no call.

    Two clocks: one stands still while the machine sleeps, the other may be set back.
    """

    ticks: Callable[[], tuple[float, float]] = lambda: (time.monotonic(), time.time())
    life: float = SILENCE / 2
    _last: tuple[float, float] = field(default=(-1e9, -1e9))
    # How often it was silent for too long. What it held before is not its own any more, even if it is heard of again.
    silences: int = 0

    def beat(self, at: tuple[float, float] | None = None) -> None:
        """It was written down; `at` is what the clocks said before that."""
        at = at or self.ticks()
        if self._silent(at):
            self.silences += 1
        self._last = at

    def check(self, silences: int) -> None:
        """Raises LeaseLost when others may have taken this worker for dead, or may have since it counted `silences`."""
        if silences != self.silences or self._silent(self.ticks()):
            raise LeaseLost("this worker was not heard of for too long; others may have taken over")

    def _silent(self, at: tuple[float, float]) -> bool:
        return max(now - last for now, last in zip(at, self._last, strict=True)) > self.life


class SharedClock:
    """What time it is for all workers of a database, as it was last read and counted on since.

    On machines whose clocks differ, or are set, leases and waits mean the same.
    """

    def __init__(self, ledger: Ledger, machine: Clock) -> None:
        self._machine = machine
        self._shared = ledger.clock(machine)
        self._ahead: float | None = None

    def read(self) -> None:
        """Read it. Not before each use, as that would wait for the database."""
        if self._shared is not self._machine:
            before = time.monotonic()
            self._ahead = self._shared() - (before + time.monotonic()) / 2

    def __call__(self) -> float:
        if self._ahead is None:
            return self._machine()
        return time.monotonic() + self._ahead


class _Guarded(RateLimits):
    """Waits for nothing, as places are taken before a step; looks at the pulse right before each request instead."""

    def __init__(self, check: Callable[[], None]) -> None:
        super().__init__()
        self._check = check

    def waits(self, operation: Operation, *, clock: Callable[[], float]) -> Iterator[float]:
        self._check()
        return iter(())

    def record(self, operation: Operation, *, now: float) -> None:
        # Before each request of an auth flow, and before the call's own when one went ahead.
        self._check()


class Runner:
    """Runs legs. `timeout` is that of every client; none makes a call again by itself, the case comes again.

    `settle` is how long a venue may still act on a call whose worker died, in seconds. `places` are the limits that all
    workers share. `signer` signs for every wallet whose dossier has no private key. `apps` maps venues to applications
    in process. `impatient` names runs whose cases end as failed where others would be tried again later; their clients
    make a call again up to `max_retries` times.
    """

    def __init__(
        self,
        ledger: Ledger,
        *,
        worker: str,
        version: str,
        pulse: Pulse,
        on_event: Callable[[str, Event], None] | None = None,
        apps: Mapping[str, ASGIApp] | None = None,
        signer: Signer | None = None,
        places: Places | None = None,
        timeout: float = 30.0,
        settle: float | None = None,
        clock: Clock = SYSTEM_CLOCK,
        shared: SharedClock | None = None,
        impatient: Collection[str] = (),
        max_retries: int = 0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._ledger = ledger
        self._sleep = sleep
        self._worker = worker
        self._version = version
        self._pulse = pulse
        self._on_event = on_event
        self._apps = dict(apps or {})
        self._signer = signer
        self._timeout = timeout
        # A log-in may have gone ahead of the call.
        self._settle = 2 * timeout + _MARGIN if settle is None else settle
        self._places = places
        # What recipes go by; all that is written to the ledger goes by the one that workers share.
        self._clock = shared or SharedClock(ledger, clock)
        # The legs that are under way here; and whether no further step is to be begun.
        self.active: set[tuple[str, str, int]] = set()
        self.stopping = False
        self._impatient = impatient
        self._max_retries = max_retries

    async def run(self, run: str, venue: str, leg: int) -> None:
        """Run a leg, if it is to be run. Never raises an error of ours: what goes wrong is written to the case."""
        self.active.add((run, venue, leg))
        try:
            await self._run(run, venue, leg)
        except LeaseLost as lost:
            logger.warning("%s of run %s: %s", venue, run, lost)
        except exc.SQLAlchemyError as error:
            # Nothing could be written; whoever sees to forgotten cases gives this one a new leg. The error's text may
            # quote anything.
            logger.error("%s of run %s was left: the database failed (%s)", venue, run, type(error).__name__)
        finally:
            self.active.discard((run, venue, leg))

    async def _run(self, run: str, venue: str, leg: int) -> None:
        # Before the lease is taken: a silence after it may have lost it.
        silences = self._pulse.silences
        taken = await self._act(lambda: self._take(run, venue, leg))
        if taken is None:
            return
        case, lease = taken
        draft = CaseDraft(venue, CaseStatus(case.status), case.raw_status)
        try:
            ending = await self._walk(lease, draft, case.tries, lambda: self._pulse.check(silences))
        except (LeaseLost, exc.SQLAlchemyError):
            raise
        except VenueKitError as error:
            ending = Ending("ended", error=error)
            await self._act(lambda: self._mark_failed(lease))
        except Exception as error:  # noqa: BLE001
            # A leg that raised would never run again, and its message might quote anything.
            logger.error("%s of run %s: a bug in venuekit: %s", venue, run, type(error).__name__)
            bug = VenueError(f"a bug in venuekit: {type(error).__name__}", venue=venue)
            ending = Ending("ended", error=bug)
            await self._act(lambda: self._mark_failed(lease))
        await self._act(lambda: self._leave(lease, ending))
        self._tell(run)(Event(venue, "finished", "", ending.state))

    def _take(self, run: str, venue: str, leg: int) -> tuple[CaseRow, Lease] | None:
        case = self._ledger.case(run, venue)
        if case is None or case.leg != leg:
            return None
        now = self._clock()
        if case.state != "running" and case.due > now + _EARLY:
            self._ledger.too_early(case, now)
            return None
        lease = self._ledger.take(
            case.run, case.venue, leg=case.leg, worker=self._worker, version=self._version, now=now
        )
        if lease is not None and case.waiting and case.due <= now:
            self._look(case, now)
        return None if lease is None else (case, lease)

    def _look(self, case: CaseRow, now: float) -> None:
        """The time for a decision of the venue's people is over: look whether there is one."""
        for row in self._ledger.interactions(case.run, unanswered=True):
            if (row.venue, row.name) == (case.venue, case.waiting):
                question = decode_interaction(row.question)
                if question.readable:
                    self._ledger.answer(case.run, case.venue, row.name, "look", by="timer", now=now)

    async def _walk(self, lease: Lease, draft: CaseDraft, tries: int, check: Callable[[], None]) -> Ending:
        row, facts, told = await self._act(lambda: self._known(lease))
        options = row.options
        recipe = recipe_of(lease.venue, care.recipe_name(options))
        memory = CaseMemory(self._ledger, lease, self._clock, self._places, told, care.vault_of(row))
        urls = cast("Mapping[str, str]", options.get("urls") or {})
        connection: dict[str, Any] = {
            "env": options.get("env", "sandbox"),
            "base_url": urls.get(lease.venue),
            "timeout": self._timeout,
            "max_retries": self._max_retries if lease.run in self._impatient else 0,
            "limits": _Guarded(check),
            "app": self._apps.get(lease.venue),
            "environ": {},
        }
        async with recipe.async_client(**recipe.options(facts), **connection) as client:
            leg = walk_leg(
                recipe.steps(facts),
                draft,
                memory,
                retry_class=recipe.retry_class,
                counted_first=recipe.counted_first,
                on_event=self._tell(lease.run),
                settle=self._settle,
                tries=tries,
                limit=1 if lease.run in self._impatient else TRIES,
                stopping=lambda: self.stopping,
            )
            return await self._drive(leg, client, check)

    def _known(self, lease: Lease) -> tuple[RunRow, Facts, Told]:
        """What a leg begins with. In a thread: the first dossier of a worker loads modules for as long as a leg takes."""
        known = self._ledger.known(lease)
        if known is None:
            raise LeaseLost("the run was purged")
        row, document, told = known
        held = care.held(self._ledger, row, lease, self._clock())
        return row, self._facts(document, row.options).holding(held), told

    async def _drive(self, leg: Leg, client: object, check: Callable[[], None]) -> Ending:
        result: object = None
        error: VenueKitError | None = None
        while True:
            try:
                demand = leg.throw(error) if error is not None else leg.send(result)
            except StopIteration as stop:
                ending: Ending = stop.value
                return ending
            result = error = None
            try:
                match demand:
                    case Act(function):
                        result = await self._act(function)
                    case Call(function):
                        check()
                        result = function(client)
                        if inspect.isawaitable(result):
                            result = await result
                    case Sleep(seconds):
                        await self._sleep(seconds)
                    case _:
                        raise TypeError(f"a leg demands {type(demand).__name__}")
            except VenueKitError as raised:
                error = raised

    async def _act(self, function: Callable[[], T]) -> T:
        """Read or write the ledger in a thread, again while the database is away: an outcome must not be lost for that.

        What was written without our hearing of it may be written again: the ledger is made for it.
        """
        delay, left = 0.1, _PATIENCE
        while True:
            try:
                return await asyncio.to_thread(function)
            except _AWAY as error:
                if left <= 0:
                    raise
                why = error if isinstance(error, LedgerUnavailable) else type(error).__name__
                logger.warning("the database failed (%s); trying again", why)
            await asyncio.sleep(delay)
            left -= delay
            delay = min(2 * delay, 5.0)

    def _facts(self, document: object, options: Mapping[str, object]) -> Facts:
        from venuekit_schemas.dossier import Dossier

        return Facts(
            Dossier.model_validate(document),
            env=str(options.get("env", "sandbox")),
            folder=Path(str(options.get("folder", "."))),
            # The time of all: on another machine the case goes on with what this one has remembered.
            clock=self._clock,
            signer=self._signer,
            # What stands here in clear was made for this run, or was let through when it was submitted; it is sealed.
            allow_literal=True,
        )

    def _leave(self, lease: Lease, ending: Ending) -> None:
        self._ledger.leave(
            lease,
            ending.state,
            now=self._clock(),
            due=ending.due,
            waiting=ending.waiting,
            error=None if ending.error is None else encode_error(ending.error),
            failed_step=ending.failed_step,
            tries=ending.tries,
            status=ending.status,
            detail=type(ending.error).__name__ if ending.error is not None else "",
        )

    def _mark_failed(self, lease: Lease) -> None:
        self._ledger.mark(lease, CaseStatus.FAILED, "", self._clock())

    def _tell(self, run: str) -> OnEvent:
        tell = self._on_event
        return (lambda event: tell(run, event)) if tell is not None else (lambda event: None)


__all__ = ["Pulse", "Runner", "SharedClock"]
