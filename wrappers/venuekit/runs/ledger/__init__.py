"""The attempt ledger: what a run has begun, what came of it, what was asked and answered, and what it has yielded.

Nothing here talks to a venue. A driver asks the ledger before each step and tells it afterwards, so that a run which
is continued, in another process or by another version, makes no call twice. Contents are sealed (`venuekit.runs.vault`);
only names of steps, venues and states stand in clear.
"""

from __future__ import annotations

from venuekit.runs.ledger.model import (
    Attempt,
    AttemptState,
    CaseRow,
    CaseState,
    EventRow,
    InteractionRow,
    Lease,
    LeaseLost,
    LedgerUnavailable,
    Outcome,
    RunRow,
    RunState,
    StepChanged,
)
from venuekit.runs.ledger.sql import Ledger, open_ledger

__all__ = [
    "Attempt",
    "AttemptState",
    "CaseRow",
    "CaseState",
    "EventRow",
    "InteractionRow",
    "Lease",
    "LeaseLost",
    "Ledger",
    "LedgerUnavailable",
    "Outcome",
    "RunRow",
    "RunState",
    "StepChanged",
    "open_ledger",
]
