"""Runs: one dossier taken to credentials, and these cared for, for real or as a plan."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from venuekit.recipes.care.health import Finding
from venuekit.recipes.core import CaseStatus, Interaction
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

if TYPE_CHECKING:
    from venuekit.runs.drivers import onboard, onboard_async, run_recipe, run_recipe_async
    from venuekit.runs.durable.service import Runs
    from venuekit.runs.durable.twin import AsyncRuns
    from venuekit.runs.durable.views import DurableCase, DurableRun
    from venuekit.runs.durable.worker import Worker
    from venuekit.runs.ledger import EventRow
    from venuekit.runs.planning import Plan, PlannedCall, PlannedCase, plan


# The engine is large, and so are the clients of all venues: who does not need them does not load them.
_HOMES = {
    **dict.fromkeys(("onboard", "onboard_async", "run_recipe", "run_recipe_async"), "venuekit.runs.drivers"),
    **dict.fromkeys(("Plan", "PlannedCall", "PlannedCase", "plan"), "venuekit.runs.planning"),
    "AsyncRuns": "venuekit.runs.durable.twin",
    "DurableCase": "venuekit.runs.durable.views",
    "DurableRun": "venuekit.runs.durable.views",
    "EventRow": "venuekit.runs.ledger",
    "Runs": "venuekit.runs.durable.service",
    "Worker": "venuekit.runs.durable.worker",
}


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
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
