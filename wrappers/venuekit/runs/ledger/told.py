"""What is written of a case when a leg begins, and stays as it is while the lease holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from venuekit.auth.shown import NotPickled
from venuekit.runs.ledger.model import Attempt, AttemptState, StepChanged
from venuekit.runs.vault import Seal


class Told(NotPickled):
    """The steps and notes that are done or refused, and the answers: read once, so that a leg need not ask for each.

    Who has lost the lease is told what was true when it held it, and stops at its next write.
    """

    def __init__(self, attempts: Mapping[str, object], answers: Mapping[str, str], seal: Seal) -> None:
        self._attempts = dict(attempts)
        self._answers = answers
        self._seal = seal

    def attempt(self, step: str, operation: str) -> Attempt | None:
        """What came of a step; None when it is not over. Raises StepChanged."""
        row = self._attempts.get(step)
        if row is None:
            return None
        same_operation(row, step, operation)
        return attempt_of(row, self._seal)

    def answer(self, name: str) -> str | None:
        """The answer to an interaction, if there was one."""
        sealed = self._answers.get(name)
        return None if sealed is None else str(self._seal.open(sealed))

    def forget(self, step: str) -> None:
        """A step was written anew."""
        self._attempts.pop(step, None)


def attempt_of(row: Any, seal: Seal) -> Attempt:
    """A row of the table of attempts, opened."""
    outcome = None if row.outcome is None else seal.open(row.outcome)
    state = cast("AttemptState", row.state)
    return Attempt(state, row.started_at, row.finished_at or 0.0, row.tries, outcome)


def same_operation(row: Any, step: str, operation: str) -> None:
    """Raises StepChanged when a step was begun with another operation."""
    if row.operation != operation:
        raise StepChanged(
            f"step {step} was begun as {row.operation or 'a note'} by venuekit {row.version}, and is"
            f" {operation or 'a note'} in this version. Nothing was sent: go on with that version, or submit a new run"
        )
