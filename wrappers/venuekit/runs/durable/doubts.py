"""What a leg does about a call whose outcome is unknown, and how it comes again later.

Of a call that must not be repeated the step's own `find` tells whether it happened. Where it cannot, a person is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, Final

from venuekit.auth.totp import TotpExhausted
from venuekit.recipes.core import CaseStatus, Interaction, Step
from venuekit.runs.durable.memory import CaseMemory
from venuekit.runs.ledger import Attempt, CaseState, LeaseLost
from venuekit.runs.model import CaseDraft, OnEvent
from venuekit.runs.walk import Act, Demand, Walker
from venuekit.transport.errors import (
    ClockSkewError,
    ConnectionFailed,
    RateLimitedError,
    UnavailableError,
    UnexpectedAnswer,
    VenueError,
    VenueKitError,
)
from venuekit.transport.missing import TotpReplayed

# How often a step is tried that a venue cannot serve now, and the longest wait between, in seconds.
TRIES: Final = 12
# Until there is a one-time code that was not used before, in seconds.
_NEXT_CODE: Final = 30.0
_LONGEST: Final = 3600.0
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
    # What the ledger does not know yet: the status that the case has reached, and the venue's word for it.
    status: tuple[str, str] | None = None


class Over(Exception):
    """The leg ends here, and the recipe is not told."""

    def __init__(self, ending: Ending, status: CaseStatus | None = None) -> None:
        super().__init__()
        self.ending = ending
        self.status = status


Leg = Generator[Demand, Any, Ending]


class Doubts(Walker):
    """A walker of legs, without the walking."""

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
        self._codes = 0
        # The error that the recipe was given and has not dealt with yet, with its step and how often that was tried.
        self._pending: tuple[str, VenueKitError, int] | None = None

    def untold(self) -> tuple[str, str] | None:
        """The case's status where it differs from what stands in the ledger: to be written next."""
        status = self._new_status()
        if status is not None:
            self._tell_status(status)
        return status

    def _new_status(self) -> tuple[str, str] | None:
        status = (self._draft.status, self._draft.raw_status)
        if status == self._told:
            return None
        self._told = status
        return str(status[0]), status[1]

    def _tell_status(self, status: tuple[str, str]) -> None:
        self._tell("status", "", status[0] + (f" ({status[1]})" if status[1] else ""))

    def _resolve(
        self, step: Step, attempt: Attempt, cause: VenueError | None
    ) -> Generator[Demand, Any, tuple[bool, Any]]:
        """Find out whether a call whose outcome is unknown has happened: (True, its result), or (False, None).

        After the latter it may be begun again.
        """
        left = attempt.started_at + self._settle - self._memory.clock()
        # Until then it may be on its way or in the venue's hands, even if its worker died, or a gateway gave up on it.
        wait = Ending(
            "queued", due=self._memory.clock() + max(left, self._backoff(attempt.tries)), tries=self._tries
        )
        if cause is None and left > 0:
            raise Over(wait)
        failure: VenueKitError | None = cause
        missing = False
        if step.find is not None:
            try:
                found = yield from self._finding(step.find(), step)
            except LeaseLost:
                raise
            except VenueKitError as error:
                if transient(error) or isinstance(error, TotpExhausted | TotpReplayed):
                    raise self._unseen(step, error, attempt.tries) from None
                failure = error
            else:
                if found is not None:
                    yield Act(lambda: self._memory.done(step.name, found))
                    self._tell("step_done", step.name, step.operation)
                    return True, found
                missing = True
        if left > 0:
            raise Over(wait)
        if missing:
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
        words = ("yes", "no") if step.find is None else ("no", "look")
        interaction = Interaction(
            venue=self._draft.venue,
            name=self._unique(f"outcome-of-{step.name}{which}"),
            kind="operator",
            mode="form",
            prompt=f"The answer to {step.operation} was lost{why}, and it cannot be seen whether it happened."
            f" Ask the venue, and answer {what}",
            applicant="",
            example="no",
            words=words,
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
        # The venue has answered: how often it did not before makes no wait longer any more. How often the call itself was
        # made still does.
        self._tries = 0

    def _unseen(self, step: Step, error: VenueKitError, tries: int) -> Over:
        """It cannot be seen now whether a call has happened."""
        if tries < self._limit or not isinstance(error, VenueError):
            return self._later(error, tries)
        lost = self._ambiguous(step, error, "and it cannot be looked up now")
        return Over(Ending("ended", error=lost, failed_step=step.name), CaseStatus.AMBIGUOUS)

    def _later(self, error: VenueKitError, tries: int) -> Over:
        """Try again when the venue may be able to serve it."""
        tries = max(tries, self._tries + 1)
        if isinstance(error, TotpExhausted | TotpReplayed):
            # That another one-time code comes is no failure of the venue, for which somebody may not want to wait.
            why, wait = None, error.wait if isinstance(error, TotpExhausted) else _NEXT_CODE
        else:
            why, wait = error, max(self._backoff(tries), getattr(error, "retry_after", None) or 0.0)
        due = self._memory.clock() + wait
        return Over(Ending("queued", due=due, error=why, failed_step="", tries=tries))

    def _backoff(self, tries: int) -> float:
        return min(_LONGEST, 2.0 ** min(tries, 12)) * (0.5 + self._jitter() / 2)

    def _leg_ask(
        self, interaction: Interaction, status: CaseStatus = CaseStatus.ACTION_REQUIRED
    ) -> Generator[Demand, Any, str]:
        answer = self._memory.answered(interaction.name)
        if answer is None:
            answer = yield Act(lambda: self._memory.ask(interaction))
        if answer is not None:
            return answer
        self._draft.waiting = interaction
        self._tell("waiting", interaction.name, interaction.prompt)
        now = self._memory.clock()
        # What no read can show is not taken for done because time has passed: it waits for its person.
        look = min(_LAST_LOOK, _FIRST_LOOK * 2.0 ** (interaction.attempt - 1))
        wait = look if interaction.readable else _FAR
        raise Over(Ending("waiting", due=now + wait, waiting=interaction.name), status)

    def _unique(self, name: str) -> str:
        count = self._counts[name] = self._counts.get(name, 0) + 1
        return name if count == 1 else f"{name}#{count}"


def transient(error: VenueKitError) -> bool:
    """Whether the same call may well be served later."""
    return isinstance(
        error, ConnectionFailed | UnavailableError | RateLimitedError | UnexpectedAnswer | ClockSkewError
    )


__all__ = ["TRIES", "Doubts", "Ending", "Leg", "Over", "transient"]
