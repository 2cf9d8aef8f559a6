"""The ledger as one leg of one case sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from venuekit.recipes.core import Interaction
from venuekit.runs.codec import encode, encode_error, encode_interaction
from venuekit.runs.durable.rates import Places
from venuekit.runs.durable.views import PLACE
from venuekit.runs.ledger import Attempt, AttemptState, Lease, Ledger, Outcome
from venuekit.runs.ledger.told import Told
from venuekit.transport.errors import VenueKitError


@dataclass(frozen=True, slots=True)
class CaseMemory:
    """Methods that write raise LeaseLost when the case has another holder by now; those that recall do no I/O.

    `told` is what the ledger knew when the leg began.
    """

    ledger: Ledger
    lease: Lease
    clock: Callable[[], float]
    places: Places | None = None
    told: Told | None = None
    # The run that credentials are put away for, if it is another.
    vault: str | None = None

    def recall(self, step: str, operation: str = "") -> Attempt | None:
        """A step that is over, or what was noted; None when that is not known. Raises StepChanged."""
        return None if self.told is None else self.told.attempt(step, operation)

    def answered(self, name: str) -> str | None:
        """An answer that is known."""
        return None if self.told is None else self.told.answer(name)

    def counts(self, operation: str) -> bool:
        """Whether the venue counts calls of this operation."""
        return self.places is not None and self.places.counts(self.lease.venue, operation)

    def place(self, step: str, operation: str) -> float:
        """When a step may be made, in unix seconds: a place among the calls of all workers, taken once per step."""
        now = self.clock()
        if self.places is None or not self.counts(operation):
            return now
        name = f"{PLACE}{step}"
        known = self.ledger.begin(self.lease, name, "", now)
        if known.state == "done":
            return float(known.outcome)  # type: ignore[arg-type]
        at = self.places.take(self.lease.venue, operation, now)
        self.ledger.settle(self.lease, name, "done", at, now)
        return at

    def begin(
        self,
        step: str,
        operation: str,
        status: tuple[str, str] | None = None,
        *,
        repeatable: bool = False,
        counts: bool = True,
        after: Outcome | None = None,
    ) -> Attempt:
        """A step is about to be made, unless it was made; and the case has reached a status before.

        It comes `after` another whose outcome is not written yet. One that is `repeatable` is never in doubt. `counts`:
        whether it is one more try.
        """
        return self.ledger.begin(
            self.lease,
            step,
            operation,
            self.clock(),
            repeatable=repeatable,
            counts=counts,
            status=status,
            after=after,
        )

    def done(self, step: str, result: object) -> None:
        """A step has yielded `result`."""
        self.write(self.outcome(step, result))

    def outcome(self, step: str, result: object) -> Outcome:
        """What a step has yielded now, to be written later: with `begin`, or by `write`."""
        return Outcome(step, self.clock(), encode(result))

    def write(self, outcome: Outcome) -> None:
        """A step has had an outcome."""
        self.ledger.settle(self.lease, outcome.step, "done", outcome.document, outcome.at)

    def failed(self, step: str, state: AttemptState, error: VenueKitError) -> None:
        """A step was `refused`, or certainly had no effect and stays `open`."""
        if self.told is not None:
            self.told.forget(step)
        self.ledger.settle(
            self.lease, step, state, encode_error(error), self.clock(), detail=type(error).__name__
        )

    def ask(self, interaction: Interaction) -> str | None:
        """The answer, or None, and then it is asked."""
        return self.ledger.ask(self.lease, interaction.name, encode_interaction(interaction), self.clock())

    def keep(self, name: str, credentials: Mapping[str, str]) -> None:
        """Put credentials away, unless this was done before: they may have been renewed since."""
        self.ledger.once(self.lease, name, lambda: None, self.clock(), keep=credentials, vault=self.vault)

    def remember(self, name: str, make: Callable[[], object]) -> object:
        """The value of `make` at its first call."""
        return self.ledger.once(self.lease, name, make, self.clock())
