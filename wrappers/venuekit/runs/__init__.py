"""Runs: one dossier taken to credentials, and these cared for, for real or as a plan."""

from __future__ import annotations

from pathlib import Path
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
from venuekit.runs.plan import Plan, PlannedCall, PlannedCase, plan

if TYPE_CHECKING:
    from venuekit.runs.durable.service import DurableCase, DurableRun, Runs
    from venuekit.runs.durable.worker import Worker


def open(url: str, *, key: str | Path | None = None) -> Runs:
    """Durable runs in a database: `sqlite:///PATH` for one machine, `postgresql://…` for many.

    `key` seals everything secret in it: see `venuekit.runs.vault.open_seal`. Needs the extra `durable`. Raises
    ConfigurationError for a database that cannot be opened or was sealed with another key.
    """
    from venuekit.transport.errors import ConfigurationError

    try:
        from venuekit.runs.durable.service import open_runs
    except ImportError as error:
        raise ConfigurationError("durable runs need an extra: pip install 'venuekit[durable]'") from error
    return open_runs(url, key=key)


def __getattr__(name: str) -> object:
    # The engine is large; runs that are not durable do not load it.
    if name in ("DurableCase", "DurableRun", "Runs"):
        from venuekit.runs.durable import service

        return getattr(service, name)
    if name == "Worker":
        from venuekit.runs.durable.worker import Worker

        return Worker
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "Answerer",
    "AsyncAnswerer",
    "Case",
    "CaseStatus",
    "DurableCase",
    "DurableRun",
    "Event",
    "Finding",
    "Interaction",
    "Interrupted",
    "OnCredentials",
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
    "plan",
    "run_recipe",
    "run_recipe_async",
]
