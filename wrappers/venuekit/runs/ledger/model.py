"""The rows of the ledger as they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from venuekit.auth.shown import NotPickled
from venuekit.transport.errors import ConfigurationError, VenueKitError

# new: never begun. open: begun, and certainly without effect. doubt: begun, and nobody knows what came of it.
AttemptState = Literal["new", "open", "doubt", "done", "refused"]
# queued: a leg is due at `due`. running: a worker holds the lease. waiting: for an answer, until `due`.
# ended: nothing more to do; the case's status says how it went.
CaseState = Literal["queued", "running", "waiting", "ended", "cancelled"]
RunState = Literal["open", "cancelled", "purged"]


class LeaseLost(VenueKitError):
    """Another worker has taken the case over. Whatever this one was about to do must not be done."""


class LedgerUnavailable(LeaseLost):
    """The database does not answer, or not in time. It is not known whether what was to be written was.

    To the holder of a lease this is as if it had lost it: what cannot be written down must not be done.
    """


class StepChanged(ConfigurationError):
    """A case has begun a step with one operation, and this version of venuekit has another under its name."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on one case. `fence` grows with each holder: the ledger takes nothing from an older one."""

    run: str
    venue: str
    leg: int
    worker: str
    fence: int
    version: str = ""


@dataclass(frozen=True, slots=True)
class Attempt(NotPickled):
    """What the ledger knows of a step. `outcome` is the document of its result or error, for `done` and `refused`."""

    state: AttemptState
    started_at: float = 0.0
    finished_at: float = 0.0
    tries: int = 0
    outcome: object = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Outcome(NotPickled):
    """What a step has yielded at a time, and nobody has written yet: the document of its result."""

    step: str
    at: float
    document: object = field(repr=False)


@dataclass(frozen=True, slots=True)
class RunRow:
    """One submitted dossier. `options` are those of `submit`; none of them is a secret."""

    id: str
    applicant: str
    created_at: float
    state: RunState
    options: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class CaseRow(NotPickled):
    """One applicant at one venue. Times are unix seconds."""

    run: str
    venue: str
    state: CaseState
    status: str
    raw_status: str
    leg: int
    due: float
    tries: int
    fence: int
    worker: str
    version: str
    updated_at: float
    waiting: str
    failed_step: str
    error: object = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class InteractionRow(NotPickled):
    """A question to a person, and whether it was answered. `question` is the document of the interaction."""

    run: str
    venue: str
    name: str
    asked_at: float
    answered_at: float | None
    answered_by: str
    question: object = field(repr=False)
    answer: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of a case's history. `detail` holds no secret and no personal data."""

    number: int
    run: str
    venue: str
    at: float
    kind: str
    step: str
    operation: str
    worker: str
    version: str
    detail: str
