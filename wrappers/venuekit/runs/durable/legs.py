"""Walking one leg of a case, without I/O of its own.

A leg runs the recipe from its start. What the ledger knows is told to the recipe again, by the names of steps; then go
on the steps that are new, each with its intent written before the call and its outcome after it. The leg ends with the
recipe, or where it must wait: for an answer, for a venue that is down, for an outcome that nobody knows.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, Final

from venuekit.auth.totp import TotpExhausted
from venuekit.recipes.core import (
    Ask,
    CaseRejected,
    CaseStatus,
    GiveUp,
    Interaction,
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
from venuekit.runs.durable.memory import CaseMemory
from venuekit.runs.ledger import Attempt, CaseState, LeaseLost, StepChanged
from venuekit.runs.model import CaseDraft, OnEvent
from venuekit.runs.walk import Act, Call, Demand, Walker
from venuekit.transport.errors import (
    AmbiguousOutcome,
    ClockSkewError,
    ConnectionFailed,
    RateLimitedError,
    UnavailableError,
    UnexpectedAnswer,
    VenueError,
    VenueKitError,
)
from venuekit.transport.missing import OtpRejected, TotpReplayed

# How often a step is tried that a venue cannot serve now, and the longest wait between, in seconds.
TRIES: Final = 12
_LONGEST: Final = 3600.0
# A pause of no more than this is slept away, in seconds; a longer one ends the leg.
_NAP: Final = 3.0
# How long the venue's decision is waited for before it is looked at without being told, in seconds; doubled each time.
_FIRST_LOOK: Final = 60.0
_LAST_LOOK: Final = 12 * 3600.0
_FAR: Final = 30 * 86400.0


@dataclass(frozen=True, slots=True)
class Ending:
    """How a leg has ended: see `Ledger.leave`."""

    state: CaseState
    due: float = 0.0
    waiting: str = ""
    error: VenueKitError | None = None
    failed_step: str = ""
    tries: int = 0


class _Over(Exception):
    """The leg ends here, and the recipe is not told."""

    def __init__(self, ending: Ending, status: CaseStatus | None = None) -> None:
        super().__init__()
        self.ending = ending
        self.status = status


Leg = Generator[Demand, Any, Ending]


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
    yield from walker.tell_status()
    return ending


class _LegWalker(Walker):
    def __init__(
        self,
        draft: CaseDraft,
        memory: CaseMemory,
        retry_class: Callable[[str], str],
        counted_first: Callable[[str], bool],
        on_event: OnEvent,
        settle: float,
        tries: int,
        limit: int,
        stopping: Callable[[], bool],
        jitter: Callable[[], float],
    ) -> None:
        super().__init__(draft, retry_class, counted_first, on_event, memory.clock)
        self._memory = memory
        self._settle = settle
        self._tries = tries
        self._limit = limit
        self._stopping = stopping
        self._jitter = jitter
        self._told = (draft.status, draft.raw_status)
        self._last: Step | None = None
        self._counts: dict[str, int] = {}
        # The error that the recipe was given and has not dealt with yet, with its step and how often that was tried.
        self._pending: tuple[str, VenueKitError, int] | None = None

    def leg(self, recipe: Recipe[None]) -> Leg:
        """The whole leg."""
        try:
            return (yield from self._recipe(recipe))
        except _Over as over:
            recipe.close()
            if over.status is not None:
                self._draft.status = over.status
            return over.ending
        except LeaseLost:
            raise
        except VenueKitError as error:
            return (yield from self._failed(error))

    def tell_status(self) -> Generator[Demand, Any, None]:
        """Write the case's status down where it differs from what stands there."""
        status = (self._draft.status, self._draft.raw_status)
        if status != self._told:
            self._told = status
            self._tell("status", "", str(status[0]) + (f" ({status[1]})" if status[1] else ""))
            yield Act(lambda: self._memory.mark(*status))

    def _recipe(self, recipe: Recipe[None]) -> Leg:
        value: Any = None
        error: VenueKitError | None = None
        while True:
            try:
                wish = recipe.throw(error) if error is not None else recipe.send(value)
            except StopIteration:
                yield from self._dealt_with()
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
                yield Act(lambda: self._memory.keep(name, credentials))
                self._draft.keep(credentials)
            case Remember(name, make):
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
            raise _Over(Ending("queued", due=self._memory.clock() + 1.0, tries=self._tries))
        yield from self._take_place(step)
        attempt: Attempt
        try:
            attempt = yield Act(lambda: self._memory.begin(step.name, step.operation))
        except StepChanged as error:
            # Nothing that a recipe could deal with.
            raise _Over(Ending("ended", error=error), CaseStatus.FAILED) from None
        if attempt.state == "done":
            return decode(attempt.outcome)
        if attempt.state == "refused":
            refusal = decode(attempt.outcome)
            if isinstance(refusal, VenueKitError):
                raise refusal
            raise Unreadable(f"the refusal of step {step.name} cannot be read")
        # Not before: while the recipe is told what it knows already, it passes statuses that are long over.
        yield from self.tell_status()
        if attempt.state == "doubt":
            repeatable = step.harmless or self._retry_class(step.operation) != "never"
            if not repeatable:
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
                raise self._later(error, attempt.tries) from None
            self._pending = (step.name, error, attempt.tries)
            raise error from None
        yield Act(lambda: self._memory.done(step.name, result))
        self._note(step.name, "done", step.operation, started)
        self._tell("step_done", step.name, step.operation)
        return result

    def _resolve(
        self, step: Step, attempt: Attempt, cause: VenueError | None
    ) -> Generator[Demand, Any, tuple[bool, Any]]:
        """Find out whether a call whose outcome is unknown has happened: (True, its result), or (False, None).

        After the latter it may be begun again.
        """
        left = attempt.started_at + self._settle - self._memory.clock()
        if cause is None and left > 0:
            # The worker that began it died, perhaps in the middle of the call: it must have arrived or not by then.
            raise _Over(Ending("queued", due=self._memory.clock() + left))
        failure: VenueKitError | None = cause
        if step.find is not None:
            try:
                found = yield from self._finding(step.find(), step)
            except LeaseLost:
                raise
            except VenueKitError as error:
                if _transient(error):
                    raise self._unseen(step, error, attempt.tries) from None
                failure = error
            else:
                if found is not None:
                    yield Act(lambda: self._memory.done(step.name, found))
                    self._tell("step_done", step.name, step.operation)
                    return True, found
                yield from self._open(step)
                return False, None
        return (yield from self._decide(step, attempt, failure))

    def _decide(
        self, step: Step, attempt: Attempt, failure: VenueKitError | None
    ) -> Generator[Demand, Any, tuple[bool, Any]]:
        """Ask a person whether it happened."""
        # What was answered for one attempt says nothing of the next.
        which = f"-try-{attempt.tries}" if attempt.tries > 1 else ""
        why = f" (seen: {failure})" if failure is not None else ""
        what = "yes or no" if step.find is None else "no (it did not happen), or look (to look again)"
        interaction = Interaction(
            venue=self._draft.venue,
            name=self._unique(f"outcome-of-{step.name}{which}"),
            kind="operator",
            mode="form",
            prompt=f"The answer to {step.operation} was lost{why}, and it cannot be seen whether it happened."
            f" Ask the venue, and answer {what}",
            applicant="",
            example="no",
        )
        answer = yield from self._leg_ask(interaction, CaseStatus.AMBIGUOUS)
        if answer == "no":
            yield from self._open(step)
            return False, None
        if answer == "yes" and step.find is None:
            yield Act(lambda: self._memory.done(step.name, None))
            return True, None
        if answer == "look" and step.find is not None:
            started = self._memory.clock() - self._settle
            again = Attempt("doubt", started, tries=attempt.tries)
            return (yield from self._resolve(step, again, None))
        return (yield from self._decide(step, attempt, failure))

    def _open(self, step: Step) -> Generator[Demand, Any, None]:
        nothing = VenueError("it did not happen", venue=self._draft.venue, operation=step.operation)
        yield Act(lambda: self._memory.failed(step.name, "open", nothing))

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
            again = _transient(cause)
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

    def _unseen(self, step: Step, error: VenueKitError, tries: int) -> _Over:
        """It cannot be seen now whether a call has happened."""
        if tries < self._limit or not isinstance(error, VenueError):
            return self._later(error, tries)
        lost = self._ambiguous(step, error, "and it cannot be looked up now")
        return _Over(Ending("ended", error=lost, failed_step=step.name), CaseStatus.AMBIGUOUS)

    def _later(self, error: VenueKitError, tries: int) -> _Over:
        """Try again when the venue may be able to serve it."""
        tries = max(tries, self._tries + 1)
        wait = min(_LONGEST, 2.0 ** min(tries, 12)) * (0.5 + self._jitter() / 2)
        asked = error.wait if isinstance(error, TotpExhausted) else getattr(error, "retry_after", None)
        due = self._memory.clock() + max(wait, asked or 0.0)
        # That a one-time code comes in half a minute is no failure of the venue, for which somebody may not want to wait.
        why = None if isinstance(error, TotpExhausted) else error
        return _Over(Ending("queued", due=due, error=why, failed_step="", tries=tries))

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
        """Wait for a place where the venue counts calls. What is made again later has its place already."""
        at: float = yield Act(lambda: self._memory.place(step.name, step.operation))
        left = at - self._memory.clock()
        if left > _NAP:
            self._tell("pausing", "", f"{left:.0f} s: the venue counts calls")
            raise _Over(Ending("queued", due=at))
        if left > 0:
            yield from self._sleep(left, "the venue counts calls")

    # what is not a call

    def _leg_ask(
        self, interaction: Interaction, status: CaseStatus = CaseStatus.ACTION_REQUIRED
    ) -> Generator[Demand, Any, str]:
        answer: str | None = yield Act(lambda: self._memory.ask(interaction))
        if answer is not None:
            return answer
        self._draft.waiting = interaction
        self._tell("waiting", interaction.name, interaction.prompt)
        now = self._memory.clock()
        look = interaction.mode == "acknowledge" and interaction.kind in ("kyc", "back_office")
        wait = min(_LAST_LOOK, _FIRST_LOOK * 2.0 ** (interaction.attempt - 1)) if look else _FAR
        raise _Over(Ending("waiting", due=now + wait, waiting=interaction.name), status)

    def _give_up(self, name: str, error: VenueError) -> Generator[Demand, Any, None]:
        """Fail, unless the case was resumed since: then it goes on."""
        number = self._memory.lease.leg
        first: Any = yield Act(lambda: self._memory.remember(name, lambda: number))
        if first == number:
            self._draft.error = error
            raise _Over(Ending("ended", error=error), CaseStatus.FAILED)

    def _leg_pause(self, seconds: float, reason: str) -> Generator[Demand, Any, None]:
        name = self._unique(f"pause after {self._last.name if self._last is not None else 'start'}")
        now = self._memory.clock()
        until: Any = yield Act(lambda: self._memory.remember(name, lambda: now + seconds))
        left = float(until) - self._memory.clock()
        if left > _NAP:
            self._tell("pausing", "", f"{left:.0f} s: {reason}")
            raise _Over(Ending("queued", due=float(until)))
        if left > 0:
            yield from self._sleep(left, reason)

    def _unique(self, name: str) -> str:
        count = self._counts[name] = self._counts.get(name, 0) + 1
        return name if count == 1 else f"{name}#{count}"


def _transient(error: VenueKitError) -> bool:
    """Whether the same call may well be served later."""
    return isinstance(
        error, ConnectionFailed | UnavailableError | RateLimitedError | UnexpectedAnswer | ClockSkewError
    )


__all__ = ["TRIES", "Ending", "Leg", "walk_leg"]
