"""Walking one recipe, without I/O.

`walk` turns the wishes of a recipe into the three things that a driver must do: call, ask, sleep. All bookkeeping is
here, so that the synchronous and asynchronous drivers are a few lines each, and a durable driver can replace them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

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
    Report,
    Step,
    Use,
    Wait,
)
from venuekit.runs.model import CaseDraft, Event, EventKind, OnEvent, StepRecord, StepStatus
from venuekit.transport.errors import (
    AmbiguousOutcome,
    ConnectionFailed,
    RateLimitedError,
    UnavailableError,
    UnexpectedAnswer,
    VenueError,
    VenueKitError,
)
from venuekit.transport.retries import LONGEST_WAIT

# How often a call is made that the venue answers with 429, and the seconds between where the venue names none.
_TRIES_WHEN_LIMITED = 3
_LIMIT_WAIT = 5.0


@dataclass(frozen=True, slots=True)
class Call:
    """Run `function` with the venue's client; a coroutine is awaited. Send the result back, or throw its error."""

    function: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Question:
    """Ask a person. Send the answer back, or None when nobody is there."""

    interaction: Interaction


@dataclass(frozen=True, slots=True)
class Sleep:
    """Let `seconds` pass."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Act:
    """Run `function`, which is no call of a venue: it reads or writes what is kept of the run. Send the result back."""

    function: Callable[[], Any]


Demand = Call | Question | Sleep | Act
Walk = Generator[Demand, Any, None]


def walk(
    recipe: Recipe[None],
    draft: CaseDraft,
    *,
    retry_class: Callable[[str], str],
    counted_first: Callable[[str], bool],
    on_event: OnEvent,
    ticks: Callable[[], float] = time.monotonic,
) -> Walk:
    """Walk a recipe to its end, a failure or a pause, and write down in `draft` what happens.

    `retry_class` tells of an operationId whether a lost answer may be retried (`safe`, `idempotent`, `never`), and
    `counted_first` whether a 429 certainly means that the call had no effect.
    Never raises a VenueKitError: what goes wrong ends up in the draft.
    """
    walker = Walker(draft, retry_class, counted_first, on_event, ticks)
    try:
        paused = yield from walker.follow(recipe)
    except CaseRejected as error:
        walker.end(CaseStatus.REJECTED, error)
    except AmbiguousOutcome as error:
        walker.end(CaseStatus.AMBIGUOUS, error)
    except VenueKitError as error:
        walker.end(CaseStatus.FAILED, error)
    else:
        walker.end(CaseStatus.ACTION_REQUIRED if paused else draft.status, None)


class Walker:
    """Serves the wishes of one recipe. See `walk`."""

    def __init__(
        self,
        draft: CaseDraft,
        retry_class: Callable[[str], str],
        counted_first: Callable[[str], bool],
        on_event: OnEvent,
        ticks: Callable[[], float],
    ) -> None:
        self._draft = draft
        self._retry_class = retry_class
        self._counted_first = counted_first
        self._on_event = on_event
        self._ticks = ticks

    def follow(self, recipe: Recipe[Any]) -> Generator[Demand, Any, bool]:
        """Serve the recipe's wishes until it ends (False) or must wait for somebody who is not there (True)."""
        value: Any = None
        error: VenueKitError | None = None
        while True:
            try:
                wish = recipe.throw(error) if error is not None else recipe.send(value)
            except StopIteration:
                return False
            value = error = None
            if isinstance(wish, Ask):
                value = yield from self._ask(wish.interaction)
                if value is None:
                    recipe.close()
                    return True
                continue
            if isinstance(wish, Wait):
                self._tell("waiting", wish.interaction.name, wish.interaction.prompt)
                self._wait(wish.interaction, self._ticks())
                recipe.close()
                return True
            try:
                value = yield from self._serve(wish)
            except VenueKitError as raised:
                error = raised

    def _serve(
        self, wish: Step | Keep | Use | Mark | Pause | Remember | GiveUp
    ) -> Generator[Demand, Any, Any]:
        match wish:
            case Step():
                return (yield from self._step(wish))
            case Keep(credentials):
                self._draft.keep(credentials)
            case Use(apply):
                yield Call(apply)
            case Mark(status, raw):
                self._draft.status, self._draft.raw_status = status, raw
                self._tell("status", "", f"{status}" + (f" ({raw})" if raw else ""))
            case Pause(seconds, reason):
                yield from self._sleep(seconds, reason)
            case Report(name, make):
                self._draft.reports[name] = make()
            case Remember(_, make):
                return make()
            case GiveUp(_, error):
                raise error
        return None

    def _sleep(self, seconds: float, reason: str) -> Generator[Demand, Any, None]:
        self._tell("pausing", "", f"{seconds:.0f} s: {reason}")
        yield Sleep(seconds)

    def _step(self, step: Step) -> Generator[Demand, Any, Any]:
        self._tell("step_started", step.name, step.operation)
        started = self._ticks()
        try:
            result = yield from self._once(step)
        except VenueKitError as error:
            self._note(step.name, "failed", step.operation, started)
            self._tell("step_failed", step.name, str(error))
            raise
        self._note(step.name, "done", step.operation, started)
        self._tell("step_done", step.name, step.operation)
        return result

    def _once(self, step: Step) -> Generator[Demand, Any, Any]:
        """Make a call so that its effect happens at most once.

        A lost answer is looked up. The call is made a second time only after the look-up has shown that the first had
        no effect; what the second one meets is looked up as well, and then the error stands.
        """
        for again in (True, False):
            try:
                return (yield from self._call(step))
            except VenueError as raised:
                error = raised.cause if isinstance(raised, AmbiguousOutcome) else raised
                if not self._in_doubt(step, error):
                    raise error from None
                if step.find is None:
                    raise self._ambiguous(step, error, "and no read can tell whether it happened") from error
                try:
                    found = yield from self._finding(step.find(), step)
                except VenueKitError as failure:
                    raise self._ambiguous(step, error, f"looking it up failed as well: {failure}") from error
                if found is not None:
                    return found
                if not again:
                    raise error from None
        raise AssertionError("unreachable")

    def _call(self, step: Step) -> Generator[Demand, Any, Any]:
        """Make a call, after a wait where the venue says that there are too many.

        The client does so itself for calls that may be repeated. The others it leaves alone; they are made again here
        only where the venue is known to count calls before it serves them.
        """
        for left in range(_TRIES_WHEN_LIMITED - 1, -1, -1):
            try:
                return (yield Call(step.call))
            except RateLimitedError as error:
                seconds = error.retry_after or _LIMIT_WAIT
                repeated = self._retry_class(step.operation) != "never"
                # A request of the auth flow was refused before this call went out.
                unserved = error.operation not in ("", step.operation) or self._counted_first(step.operation)
                if left == 0 or repeated or not unserved or seconds > LONGEST_WAIT:
                    raise
            yield from self._sleep(seconds, "the venue wants fewer calls")
        raise AssertionError("unreachable")

    def _in_doubt(self, step: Step, error: VenueError) -> bool:
        """Whether the call may have had an effect that its answer does not tell.

        An error of another operation comes from the auth flow, before this call went out.
        """
        if step.harmless or error.operation not in ("", step.operation):
            return False
        if self._retry_class(step.operation) != "never":
            return False
        match error:
            case ConnectionFailed():
                return error.sent
            case UnexpectedAnswer():
                return 200 <= error.status < 300
            case _:
                return isinstance(error, UnavailableError)

    def _finding(self, finder: Recipe[Any], step: Step) -> Generator[Demand, Any, Any]:
        """Serve a `find` recipe. It may make calls, recorded under the step's name, and pause; nothing else."""
        value: Any = None
        error: VenueKitError | None = None
        while True:
            try:
                wish = finder.throw(error) if error is not None else finder.send(value)
            except StopIteration as stop:
                return stop.value
            value = error = None
            if isinstance(wish, Pause):
                yield from self._sleep(wish.seconds, wish.reason)
                continue
            if isinstance(wish, Remember):
                value = wish.make()
                continue
            if isinstance(wish, GiveUp):
                error = wish.error
                continue
            if not isinstance(wish, Step):
                raise TypeError(
                    f"the find of step {step.name} yields {type(wish).__name__}; it may only make calls"
                )
            started = self._ticks()
            try:
                value = yield Call(wish.call)
            except VenueKitError as raised:
                # A look-up that was not answered has told nothing, and is made anew: that is all there is to it.
                error = raised.cause if isinstance(raised, AmbiguousOutcome) else raised
            self._note(f"{step.name}/{wish.name}", "failed" if error else "done", wish.operation, started)

    def _ambiguous(self, step: Step, cause: VenueError, why: str) -> AmbiguousOutcome:
        return AmbiguousOutcome(
            f"step {step.name} lost its answer ({cause.detail}), {why}. It was not sent again.",
            venue=self._draft.venue,
            operation=step.operation,
            cause=cause,
        )

    def _ask(self, interaction: Interaction) -> Generator[Demand, Any, str | None]:
        started = self._ticks()
        self._tell("waiting", interaction.name, interaction.prompt)
        answer: str | None = yield Question(interaction)
        if answer is None:
            self._wait(interaction, started)
            return None
        self._note(interaction.name, "done", None, started)
        self._tell("answered", interaction.name)
        return answer

    def _wait(self, interaction: Interaction, started: float) -> None:
        self._draft.waiting = interaction
        self._note(interaction.name, "waiting", None, started)

    def end(self, status: CaseStatus, error: VenueKitError | None) -> None:
        self._draft.status, self._draft.error = status, error
        self._tell("finished", "", str(error) if error is not None else str(status))

    def _note(self, name: str, status: StepStatus, operation: str | None, started: float) -> None:
        self._draft.steps.append(StepRecord(name, status, operation, self._ticks() - started))

    def _tell(self, kind: EventKind, step: str, detail: str = "") -> None:
        self._on_event(Event(self._draft.venue, kind, step, detail))
