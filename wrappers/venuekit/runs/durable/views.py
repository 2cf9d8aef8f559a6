"""What durable runs look like from outside, and their history as steps and events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.runs.ledger import CaseState, EventRow, RunState
from venuekit.runs.model import Event, StepRecord, StepStatus
from venuekit.transport.errors import VenueKitError

if TYPE_CHECKING:
    from venuekit.recipes import RecipeName


@dataclass(frozen=True, slots=True)
class DurableCase:
    """One applicant at one venue, as it stands. `waiting` is the open question, `due` when it goes on by itself."""

    venue: str
    status: CaseStatus
    raw_status: str
    state: CaseState
    due: float
    waiting: Interaction | None
    error: VenueKitError | None

    @property
    def settled(self) -> bool:
        """Whether nothing more happens by itself, or not before a person has answered."""
        return self.state in ("ended", "cancelled", "waiting")

    @property
    def put_off(self) -> bool:
        """Whether a venue could not serve it, and it is tried again at `due`."""
        return self.state == "queued" and self.error is not None


@dataclass(frozen=True, slots=True)
class DurableRun:
    """One submitted dossier, as it stands: `open`, `cancelled` or `purged`. `created_at` is in unix seconds.

    `source_run` is the run whose credentials it cares for, if it does.
    """

    id: str
    created_at: float
    state: RunState
    cases: tuple[DurableCase, ...]
    recipe: RecipeName = "onboard"
    source_run: str | None = None

    @property
    def active(self) -> bool:
        """Whether every case ended in a working account."""
        return bool(self.cases) and all(case.status is CaseStatus.ACTIVE for case in self.cases)

    @property
    def settled(self) -> bool:
        """Whether every case is settled."""
        return all(case.settled for case in self.cases)


# Begins the name under which a case has taken its place among calls that a venue counts.
PLACE: Final = "place of "


def is_own(row: EventRow) -> bool:
    """Whether an event is of our own bookkeeping, and no step of the recipe."""
    return row.step.startswith(PLACE)


def history_line(row: EventRow) -> str:
    """One event of the history as a line of JSON, with its end. Its time is ISO 8601, in UTC."""
    at = datetime.fromtimestamp(row.at, UTC).isoformat(timespec="milliseconds")
    return json.dumps({**asdict(row), "at": at}, ensure_ascii=False) + "\n"


def steps_of(rows: Iterable[EventRow], *, running: bool) -> tuple[StepRecord, ...]:
    """The steps of one case, from its history. `running`: a step without an outcome is under way and left out."""
    found: dict[str, StepRecord] = {}
    began: dict[str, EventRow] = {}
    for row in rows:
        if is_own(row):
            continue
        match row.kind:
            case "sent" | "asked":
                began[row.step] = row
                found.pop(row.step, None)
                if row.kind == "asked":
                    found[row.step] = StepRecord(row.step, "waiting", None, 0.0)
                elif not running:
                    found[row.step] = StepRecord(row.step, "failed", row.operation, 0.0)
            case "done" | "answered" | "refused" | "open" if row.step in began:
                first = began[row.step]
                status: StepStatus = "done" if row.kind in ("done", "answered") else "failed"
                found[row.step] = StepRecord(row.step, status, first.operation or None, row.at - first.at)
            case _:
                pass
    return tuple(found.values())


def event_of(row: EventRow, questions: Mapping[tuple[str, str], Interaction]) -> Event | None:
    """An event of the history as `venuekit.onboard` would tell it. `questions` are the open ones, by venue and name."""
    if is_own(row):
        return None
    match row.kind:
        case "sent":
            return Event(row.venue, "step_started", row.step, row.operation)
        case "done":
            return Event(row.venue, "step_done", row.step, row.operation)
        case "refused" | "open":
            return Event(row.venue, "step_failed", row.step, row.detail)
        case "asked":
            question = questions.get((row.venue, row.step))
            return Event(row.venue, "waiting", row.step, question.prompt if question is not None else "")
        case "answered":
            return Event(row.venue, "answered", row.step)
        case "status":
            return Event(row.venue, "status", "", row.detail)
        case "queued":
            return Event(row.venue, "pausing", row.step, row.detail)
        case _:
            return None


__all__ = ["PLACE", "DurableCase", "DurableRun", "event_of", "history_line", "is_own", "steps_of"]
