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
    Interaction,
    Keep,
    Mark,
    Pause,
    Recipe,
    Step,
    Use,
)
from venuekit.runs.model import CaseDraft, Event, OnEvent, StepRecord, StepStatus
from venuekit.transport.errors import (
    AmbiguousOutcome,
    ConnectionFailed,
    UnavailableError,
    UnexpectedAnswer,
    VenueError,
    VenueKitError,
)
from venuekit.transport.secret import SecretText


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


Demand = Call | Question | Sleep
Walk = Generator[Demand, Any, None]


def walk(
    recipe: Recipe[None],
    draft: CaseDraft,
    *,
    retry_class: Callable[[str], str],
    on_event: OnEvent,
    ticks: Callable[[], float] = time.monotonic,
) -> Walk:
    """Walk a recipe to its end, a failure or a pause, and write down in `draft` what happens.

    `retry_class` tells of an operationId whether a lost answer may be retried (`safe`, `idempotent`, `never`).
    Never raises a VenueKitError: what goes wrong ends up in the draft.
    """
    walker = _Walker(draft, retry_class, on_event, ticks)
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


class _Walker:
    def __init__(
        self,
        draft: CaseDraft,
        retry_class: Callable[[str], str],
        on_event: OnEvent,
        ticks: Callable[[], float],
    ) -> None:
        self._draft = draft
        self._retry_class = retry_class
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
            try:
                value = yield from self._serve(wish)
            except VenueKitError as raised:
                error = raised

    def _serve(self, wish: Step | Ask | Keep | Use | Mark | Pause) -> Generator[Demand, Any, Any]:
        match wish:
            case Step():
                return (yield from self._step(wish))
            case Keep(credentials):
                self._draft.credentials.update({k: SecretText(v) for k, v in credentials.items()})
            case Use(apply):
                yield Call(apply)
            case Mark(status, raw):
                self._draft.status, self._draft.raw_status = status, raw
                self._tell("status", "", f"{status}" + (f" ({raw})" if raw else ""))
            case Pause(seconds, reason):
                self._tell("pausing", "", f"{seconds:.0f} s: {reason}")
                yield Sleep(seconds)
            case Ask():  # asked in `follow`, which can end the walk
                raise AssertionError("unreachable")
        return None

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
                return (yield Call(step.call))
            except VenueError as error:
                if not self._in_doubt(step, error):
                    raise
                if step.find is None:
                    raise self._ambiguous(step, error, "and no read can tell whether it happened") from error
                try:
                    found = yield from self._finding(step.find(), step)
                except VenueKitError as failure:
                    raise self._ambiguous(step, error, f"looking it up failed as well: {failure}") from error
                if found is not None:
                    return found
                if not again:
                    raise
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
        """Serve a `find` recipe. It may only make calls; its calls are recorded under the step's name."""
        value: Any = None
        error: VenueKitError | None = None
        while True:
            try:
                wish = finder.throw(error) if error is not None else finder.send(value)
            except StopIteration as stop:
                return stop.value
            value = error = None
            if not isinstance(wish, Step):
                raise TypeError(
                    f"the find of step {step.name} yields {type(wish).__name__}; it may only make calls"
                )
            started = self._ticks()
            try:
                value = yield Call(wish.call)
            except VenueKitError as raised:
                error = raised
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
            self._draft.waiting = interaction
            self._note(interaction.name, "waiting", None, started)
            return None
        self._note(interaction.name, "done", None, started)
        self._tell("answered", interaction.name)
        return answer

    def end(self, status: CaseStatus, error: VenueKitError | None) -> None:
        self._draft.status, self._draft.error = status, error
        self._tell("finished", "", str(error) if error is not None else str(status))

    def _note(self, name: str, status: StepStatus, operation: str | None, started: float) -> None:
        self._draft.steps.append(StepRecord(name, status, operation, self._ticks() - started))

    def _tell(self, kind: Any, step: str, detail: str = "") -> None:
        self._on_event(Event(self._draft.venue, kind, step, detail))
