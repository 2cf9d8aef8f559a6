"""Runs one leg for real: the lease, the venue's client, the walk, and what the ledger is told at the end."""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from venuekit.recipes import recipe as recipe_of
from venuekit.recipes.core import CaseStatus
from venuekit.recipes.facts import Facts
from venuekit.runs.codec import decode_interaction, encode_error
from venuekit.runs.durable import care
from venuekit.runs.durable.legs import Ending, Leg, walk_leg
from venuekit.runs.durable.memory import CaseMemory
from venuekit.runs.ledger import CaseRow, Lease, LeaseLost, Ledger
from venuekit.runs.ledger.sql import SILENCE
from venuekit.runs.model import CaseDraft, Event, OnEvent
from venuekit.runs.walk import Act, Call, Sleep
from venuekit.transport.errors import VenueError, VenueKitError
from venuekit.transport.http import ASGIApp
from venuekit.venues._base import SYSTEM_CLOCK, Clock

if TYPE_CHECKING:
    from venuekit.auth.wallet import Signer

# What a venue gets beyond its call's timeout to have acted on it, in seconds.
_MARGIN: Final = 5.0


@dataclass(slots=True)
class Pulse:
    """When this worker was last written down as alive. Without a fresh pulse it makes no call."""

    ticks: Callable[[], float] = time.monotonic
    _last: float = field(default=-1e9)

    def beat(self) -> None:
        self._last = self.ticks()

    def check(self) -> None:
        """Raises LeaseLost when others may have taken this worker for dead."""
        if self.ticks() - self._last > SILENCE / 2:
            raise LeaseLost("this worker was not heard of for too long; others may have taken over")


class Runner:
    """Runs legs. `timeout` and `max_retries` are those of every client.

    `signer` signs for every wallet whose dossier has no private key. `apps` maps venues to applications in process.
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
        timeout: float = 30.0,
        max_retries: int = 2,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        self._ledger = ledger
        self._worker = worker
        self._version = version
        self._pulse = pulse
        self._on_event = on_event
        self._apps = dict(apps or {})
        self._signer = signer
        self._timeout = timeout
        self._max_retries = max_retries
        self._clock = clock

    async def run(self, run: str, venue: str, leg: int) -> None:
        """Run a leg, if it is to be run. Never raises an error of ours: what goes wrong is written to the case."""
        try:
            await self._run(run, venue, leg)
        except LeaseLost:
            return

    async def _run(self, run: str, venue: str, leg: int) -> None:
        case = await asyncio.to_thread(self._ledger.case, run, venue)
        if case is None or case.leg != leg:
            return
        lease = await asyncio.to_thread(self._take, case)
        if lease is None:
            return
        draft = CaseDraft(venue, CaseStatus(case.status), case.raw_status)
        try:
            ending = await self._walk(lease, draft)
        except LeaseLost:
            raise
        except VenueKitError as error:
            ending = Ending("ended", error=error)
            await asyncio.to_thread(self._mark_failed, lease)
        except Exception as error:  # noqa: BLE001
            # A leg that raised would never run again, and its message might quote anything.
            bug = VenueError(f"a bug in venuekit: {type(error).__name__}", venue=venue)
            ending = Ending("ended", error=bug)
            await asyncio.to_thread(self._mark_failed, lease)
        await asyncio.to_thread(self._leave, lease, ending)
        self._tell(run)(Event(venue, "finished", "", ending.state))

    def _take(self, case: CaseRow) -> Lease | None:
        now = self._clock()
        lease = self._ledger.take(
            case.run, case.venue, leg=case.leg, worker=self._worker, version=self._version, now=now
        )
        if lease is not None and case.state == "waiting" and case.due <= now:
            self._look(case, now)
        return lease

    def _look(self, case: CaseRow, now: float) -> None:
        """The time for a decision of the venue's people is over: look whether there is one."""
        for row in self._ledger.interactions(case.run, unanswered=True):
            if (row.venue, row.name) == (case.venue, case.waiting):
                question = decode_interaction(row.question)
                if question.mode == "acknowledge" and question.kind in ("kyc", "back_office"):
                    self._ledger.answer(case.run, case.venue, row.name, "look", by="timer", now=now)

    async def _walk(self, lease: Lease, draft: CaseDraft) -> Ending:
        row = await asyncio.to_thread(self._ledger.run, lease.run)
        document = await asyncio.to_thread(self._ledger.dossier, lease.run)
        if row is None or document is None:
            raise LeaseLost("the run was purged")
        options = dict(row.options)
        recipe = recipe_of(lease.venue, care.purpose(options))
        held = await asyncio.to_thread(care.stored, self._ledger, options, lease.venue)
        facts = self._facts(document, options).holding(held)
        memory = CaseMemory(self._ledger, lease, self._clock)
        urls = cast("Mapping[str, str]", options.get("urls") or {})
        connection: dict[str, Any] = {
            "env": options.get("env", "sandbox"),
            "base_url": urls.get(lease.venue),
            "timeout": self._timeout,
            "max_retries": self._max_retries,
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
                settle=self._timeout + _MARGIN,
            )
            return await self._drive(leg, client)

    async def _drive(self, leg: Leg, client: object) -> Ending:
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
                        result = await asyncio.to_thread(function)
                    case Call(function):
                        self._pulse.check()
                        result = function(client)
                        if inspect.isawaitable(result):
                            result = await result
                    case Sleep(seconds):
                        await asyncio.sleep(seconds)
                    case _:
                        raise TypeError(f"a leg demands {type(demand).__name__}")
            except VenueKitError as raised:
                error = raised

    def _facts(self, document: object, options: Mapping[str, object]) -> Facts:
        from venuekit_schemas.dossier import Dossier

        return Facts(
            Dossier.model_validate(document),
            env=str(options.get("env", "sandbox")),
            folder=Path(str(options.get("folder", "."))),
            clock=self._clock,
            signer=self._signer,
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
            detail=type(ending.error).__name__ if ending.error is not None else "",
        )

    def _mark_failed(self, lease: Lease) -> None:
        self._ledger.mark(lease, CaseStatus.FAILED, "", self._clock())

    def _tell(self, run: str) -> OnEvent:
        tell = self._on_event
        return (lambda event: tell(run, event)) if tell is not None else (lambda event: None)


__all__ = ["Pulse", "Runner"]
