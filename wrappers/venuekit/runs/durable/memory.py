"""The ledger as one leg of one case sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.runs.codec import encode, encode_error, encode_interaction
from venuekit.runs.durable.rates import Places
from venuekit.runs.ledger import Attempt, AttemptState, Lease, Ledger
from venuekit.transport.errors import VenueKitError


@dataclass(frozen=True, slots=True)
class CaseMemory:
    """Every method writes, and raises LeaseLost when the case has another holder by now."""

    ledger: Ledger
    lease: Lease
    clock: Callable[[], float]
    places: Places | None = None
    # The run that credentials are put away for, if it is another.
    vault: str | None = None

    def place(self, step: str, operation: str) -> float:
        """When a step may be made, in unix seconds: a place among the calls of all workers, taken once per step."""
        now = self.clock()
        if self.places is None or not self.places.counts(self.lease.venue, operation):
            return now
        name = f"place of {step}"
        known = self.ledger.begin(self.lease, name, "", now)
        if known.state == "done":
            return float(known.outcome)  # type: ignore[arg-type]
        at = self.places.take(self.lease.venue, operation, now)
        self.ledger.settle(self.lease, name, "done", at, now)
        return at

    def begin(self, step: str, operation: str) -> Attempt:
        """A step is about to be made, unless it was made."""
        return self.ledger.begin(self.lease, step, operation, self.clock())

    def done(self, step: str, result: object) -> None:
        """A step has yielded `result`."""
        self.ledger.settle(self.lease, step, "done", encode(result), self.clock())

    def failed(self, step: str, state: AttemptState, error: VenueKitError) -> None:
        """A step was `refused`, or certainly had no effect and stays `open`."""
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

    def mark(self, status: CaseStatus, raw_status: str) -> None:
        """The case has reached a status."""
        self.ledger.mark(self.lease, status, raw_status, self.clock())
