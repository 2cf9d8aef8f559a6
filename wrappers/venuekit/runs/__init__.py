"""Runs: one dossier taken to credentials, and these cared for, for real or as a plan."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from venuekit.recipes.care.health import Finding
from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.runs.drivers import onboard, onboard_async, run_recipe, run_recipe_async
from venuekit.runs.model import (
    Answerer,
    AsyncAnswerer,
    Case,
    Event,
    Interrupted,
    OnCredentials,
    Run,
    StepRecord,
)
from venuekit.runs.opening import OpeningRuns, open, open_async
from venuekit.runs.plan import Plan, PlannedCall, PlannedCase, plan

if TYPE_CHECKING:
    from venuekit.runs.durable.service import Runs
    from venuekit.runs.durable.twin import AsyncRuns
    from venuekit.runs.durable.views import DurableCase, DurableRun
    from venuekit.runs.durable.worker import Worker
    from venuekit.runs.ledger import EventRow


# The engine is large; runs that are not durable do not load it.
_DURABLE = {
    "AsyncRuns": "venuekit.runs.durable.twin",
    "DurableCase": "venuekit.runs.durable.views",
    "DurableRun": "venuekit.runs.durable.views",
    "EventRow": "venuekit.runs.ledger",
    "Runs": "venuekit.runs.durable.service",
    "Worker": "venuekit.runs.durable.worker",
}


def __getattr__(name: str) -> object:
    if name in _DURABLE:
        return getattr(import_module(_DURABLE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "Answerer",
    "AsyncAnswerer",
    "AsyncRuns",
    "Case",
    "CaseStatus",
    "DurableCase",
    "DurableRun",
    "Event",
    "EventRow",
    "Finding",
    "Interaction",
    "Interrupted",
    "OnCredentials",
    "OpeningRuns",
    "Plan",
    "PlannedCall",
    "PlannedCase",
    "Run",
    "Runs",
    "StepRecord",
    "Worker",
    "onboard",
    "onboard_async",
    "open",
    "open_async",
    "plan",
    "run_recipe",
    "run_recipe_async",
]
