"""Walking one leg of a case, without I/O of its own.

A leg runs the recipe from its start. What the ledger knows is told to the recipe again, by the names of steps; then go
on the steps that are new, each with its intent written before the call and its outcome after it. The leg ends with the
recipe, or where it must wait: for an answer, for a venue that is down, for an outcome that nobody knows.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Generator
from dataclasses import replace
from typing import Any, Final

from venuekit.auth.totp import TotpExhausted
from venuekit.recipes.core import (
    Ask,
    CaseRejected,
    CaseStatus,
    GiveUp,
    Keep,
    Mark,
    Pause,
    Recipe,
    Remember,
    Step,
    Use,
    Wait,
)
from venuekit.runs.codec import Unreadable, decode
from venuekit.runs.durable.doubts import TRIES, Doubts, Ending, Leg, Over, transient
from venuekit.runs.durable.memory import CaseMemory
from venuekit.runs.ledger import Attempt, LeaseLost, Outcome, StepChanged
from venuekit.runs.model import CaseDraft, OnEvent
from venuekit.runs.walk import Act, Call, Demand
from venuekit.transport.errors import (
    AmbiguousOutcome,
    RateLimitedError,
    VenueError,
    VenueKitError,
)
from venuekit.transport.missing import OtpRejected, TotpReplayed

# A pause of no more than this is slept away, in seconds; a longer one ends the leg.
_NAP: Final = 3.0
# How often a leg tries another one-time code where one was used before: three are valid at a time.
_CODES: Final = 5


def walk_leg(
    recipe: Recipe[None],
    draft: CaseDraft,
    memory: CaseMemory,
    *,
    retry_class: Callable[[str], str],
    counted_first: Callable[[str], bool],
    on_event: OnEvent,
    settle: float,
    tries: int = 0,
    limit: int = TRIES,
    stopping: Callable[[], bool] = bool,
    jitter: Callable[[], float] = random.random,
) -> Leg:
    """Walk a leg to its end.

    `settle` is how long a call of a worker that died may still be under way, in seconds. `tries` is how often the case
    was put off in a row, and `limit` how often a step is tried that a venue cannot serve now, before the case ends as
    failed. `stopping` says that the worker ends: then no further step is begun.

    Raises LeaseLost, and no other VenueKitError.
    """
    walker = _LegWalker(
        draft, memory, retry_class, counted_first, on_event, settle, tries, limit, stopping, jitter
    )
    ending = yield from walker.leg(recipe)
    return replace(ending, status=walker.untold())


class _LegWalker(Doubts):
    # What the last step has yielded, and its operation, while the recipe makes up its mind: the next intent takes it
    # along, and anything else waits until it is written.
    _unwritten: tuple[Outcome, str] | None = None

    def leg(self, recipe: Recipe[None]) -> Leg:
        """The whole leg."""
        try:
            try:
                return (yield from self._recipe(recipe))
            except LeaseLost:
                raise
            except Exception:
                yield from self._written()
                raise
        except Over as over:
            recipe.close()
            if over.status is not None:
                self._draft.status = over.status
            return over.ending
        except LeaseLost:
            raise
        except VenueKitError as error:
            return (yield from self._failed(error))

    def _recipe(self, recipe: Recipe[None]) -> Leg:
        value: Any = None
        error: VenueKitError | None = None
        while True:
            try:
                wish = recipe.throw(error) if error is not None else recipe.send(value)
            except StopIteration:
                yield from self._dealt_with()
                yield from self._written()
                return Ending("ended")
            yield from self._dealt_with()
            value = error = None
            try:
                value = yield from self._grant(wish)
            except LeaseLost:
                raise
            except VenueKitError as raised:
                error = raised

    def _grant(self, wish: object) -> Generator[Demand, Any, Any]:
        if not isinstance(wish, Step | Mark):
            yield from self._written()
        match wish:
            case Step():
                return (yield from self._leg_step(wish))
            case Ask(interaction):
                return (yield from self._leg_ask(interaction))
            case Wait(interaction):
                # However long it takes: nothing is lost by waiting here.
                return (yield from self._leg_ask(interaction))
            case GiveUp(name, error):
                yield from self._give_up(name, error)
            case Keep(credentials):
                name = self._unique(f"keep {', '.join(sorted(credentials))}")
                if self._memory.recall(name) is None:
                    yield Act(lambda: self._memory.keep(name, credentials))
                self._draft.keep(credentials)
            case Remember(name, make):
                note = self._memory.recall(f"remember {name}")
                if note is not None:
                    return note.outcome
                return (yield Act(lambda: self._memory.remember(f"remember {name}", make)))
            case Pause(seconds, reason):
                yield from self._leg_pause(seconds, reason)
            case Mark(status, raw):
                self._draft.status, self._draft.raw_status = status, raw
            case Use():
                return (yield from self._serve(wish))
            case _:
                raise TypeError(f"a recipe yielded {type(wish).__name__}")
        return None

    # steps

    def _leg_step(self, step: Step) -> Generator[Demand, Any, Any]:
        self._last = step
        if self._stopping():
            # A moment later, so that it is not this worker that takes it again.
            raise Over(Ending("queued", due=self._memory.clock() + 1.0, tries=self._tries))
        attempt: Attempt
        try:
            recalled = self._memory.recall(step.name, step.operation)
            if recalled is None:
                if self._memory.counts(step.operation):
                    yield from self._written()
                    yield from self._take_place(step)
                recalled = yield from self._begun(step)
            attempt = recalled
        except StepChanged as error:
            # Nothing that a recipe could deal with.
            raise Over(Ending("ended", error=error), CaseStatus.FAILED) from None
        if attempt.state == "done":
            return decode(attempt.outcome)
        if attempt.state == "refused":
            refusal = decode(attempt.outcome)
            if isinstance(refusal, VenueKitError):
                raise refusal
            raise Unreadable(f"the refusal of step {step.name} cannot be read")
        if attempt.state == "doubt":
            known, result = yield from self._resolve(step, attempt, None)
            if known:
                return result
            attempt = yield Act(lambda: self._memory.begin(step.name, step.operation))
        return (yield from self._make(step, attempt))

    def _make(self, step: Step, attempt: Attempt) -> Generator[Demand, Any, Any]:
        """Make the call of a step whose intent is written."""
        self._tell("step_started", step.name, step.operation)
        started = self._ticks()
        try:
            result = yield from self._call(step)
        except LeaseLost:
            raise
        except VenueKitError as raised:
            error = raised.cause if isinstance(raised, AmbiguousOutcome) else raised
            self._note(step.name, "failed", step.operation, started)
            self._tell("step_failed", step.name, str(error))
            if isinstance(error, VenueError) and self._in_doubt(step, error):
                known, result = yield from self._resolve(step, attempt, error)
                if known:
                    return result
                raise self._later(error, attempt.tries) from None
            if self._wants_code(step, error):
                yield Act(lambda: self._memory.failed(step.name, "open", error))
                self._codes += 1
                if self._codes > _CODES or self._stopping():
                    raise self._later(error, attempt.tries) from None
                # Waited for here: a leg of its own begins with a log-in, which uses the next code up.
                if isinstance(error, TotpExhausted):
                    yield from self._sleep(error.wait, "every one-time code that is valid now was used")
                attempt = yield Act(lambda: self._memory.begin(step.name, step.operation, counts=False))
                return (yield from self._make(step, attempt))
            self._pending = (step.name, error, attempt.tries)
            raise error from None
        self._note(step.name, "done", step.operation, started)
        self._tries = 0
        self._unwritten = self._memory.outcome(step.name, result), step.operation
        if not self._repeatable(step):
            # It may be a secret that is shown once, or something that takes long to look up.
            yield from self._written()
        return result

    def _repeatable(self, step: Step) -> bool:
        return step.harmless or self._retry_class(step.operation) != "never"

    def _written(self) -> Generator[Demand, Any, None]:
        """Write what the last step has yielded, if that is left."""
        if self._unwritten is not None:
            outcome, operation = self._unwritten
            yield Act(lambda: self._memory.write(outcome))
            self._unwritten = None
            self._tell("step_done", outcome.step, operation)

    def _begun(self, step: Step) -> Generator[Demand, Any, Attempt]:
        """Write the intent, and what is left of the step before: together they cost as much as one."""
        after, operation = self._unwritten or (None, "")
        # Not before: while the recipe is told what it knows already, it passes statuses that are long over.
        status = self._new_status()
        repeatable = self._repeatable(step)
        attempt: Attempt = yield Act(
            lambda: self._memory.begin(step.name, step.operation, status, repeatable=repeatable, after=after)
        )
        self._unwritten = None
        if after is not None:
            self._tell("step_done", after.step, operation)
        if status is not None:
            self._tell_status(status)
        return attempt

    def _dealt_with(self) -> Generator[Demand, Any, None]:
        """The recipe has handled the error of its last step: it will be told the same when the case goes on."""
        if self._pending is None:
            return
        name, error, _ = self._pending
        self._pending = None
        yield Act(lambda: self._memory.failed(name, "refused", error))

    def _failed(self, error: VenueKitError) -> Leg:
        """The recipe has not handled an error, or has raised one of its own."""
        name = self._last.name if self._last is not None else ""
        if self._pending is not None:
            name, cause, tries = self._pending
            self._pending = None
            again = transient(cause)
            state: Any = "open" if again or not isinstance(cause, VenueError) else "refused"
            yield Act(lambda: self._memory.failed(name, state, cause))
            if again and error is cause and tries < self._limit:
                return self._later(cause, tries).ending
        elif self._last is not None and self._retry_class(self._last.operation) == "safe":
            # The recipe does not like what a read has shown: it is read again when the case is resumed.
            yield Act(lambda: self._memory.failed(name, "open", error))
        rejected = isinstance(error, CaseRejected)
        self._draft.status = CaseStatus.REJECTED if rejected else CaseStatus.FAILED
        self._draft.error = error
        return Ending("ended", error=error, failed_step=name)

    def _call(self, step: Step) -> Generator[Demand, Any, Any]:
        """Make the call, once: a leg waits for no venue, it ends and the case comes again."""
        return (yield Call(step.call))

    def _in_doubt(self, step: Step, error: VenueError) -> bool:
        if isinstance(error, RateLimitedError):
            # Who has said so is not known: a gateway may have passed the call on.
            own = error.operation in ("", step.operation) and not step.harmless
            unsafe = self._retry_class(step.operation) == "never"
            return own and unsafe and not self._counted_first(step.operation)
        return super()._in_doubt(step, error)

    def _wants_code(self, step: Step, error: VenueKitError) -> bool:
        """Whether only a one-time code was missing: every valid one was used, or a log-in on the way had a used one."""
        on_the_way = isinstance(error, OtpRejected | TotpReplayed) and error.operation not in (
            "",
            step.operation,
        )
        return (on_the_way or isinstance(error, TotpExhausted)) and self._tries < TRIES

    def _take_place(self, step: Step) -> Generator[Demand, Any, None]:
        """Wait for a place, as the venue counts calls. What is made again later has its place already."""
        at: float = yield Act(lambda: self._memory.place(step.name, step.operation))
        left = at - self._memory.clock()
        if left > _NAP:
            self._tell("pausing", "", f"{left:.0f} s: the venue counts calls")
            raise Over(Ending("queued", due=at))
        if left > 0:
            yield from self._sleep(left, "the venue counts calls")

    # what is not a call

    def _give_up(self, name: str, error: VenueError) -> Generator[Demand, Any, None]:
        """Fail, unless the case was resumed since: then it goes on."""
        number = self._memory.lease.leg
        note = self._memory.recall(name)
        first: Any = (
            note.outcome
            if note is not None
            else (yield Act(lambda: self._memory.remember(name, lambda: number)))
        )
        if first == number:
            self._draft.error = error
            raise Over(Ending("ended", error=error), CaseStatus.FAILED)

    def _leg_pause(self, seconds: float, reason: str) -> Generator[Demand, Any, None]:
        name = self._unique(f"pause after {self._last.name if self._last is not None else 'start'}")
        now = self._memory.clock()
        until: Any = yield Act(lambda: self._memory.remember(name, lambda: now + seconds))
        left = float(until) - self._memory.clock()
        if left > _NAP:
            self._tell("pausing", "", f"{left:.0f} s: {reason}")
            raise Over(Ending("queued", due=float(until)))
        if left > 0:
            yield from self._sleep(left, reason)


__all__ = ["TRIES", "Ending", "Leg", "walk_leg"]
