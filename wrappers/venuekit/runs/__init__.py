"""Runs: one dossier taken to credentials, and these cared for, for real or as a plan."""

from __future__ import annotations

from importlib import import_module
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
from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from venuekit.runs.durable.service import Runs
    from venuekit.runs.durable.twin import AsyncRuns
    from venuekit.runs.durable.views import DurableCase, DurableRun
    from venuekit.runs.durable.worker import Worker
    from venuekit.runs.ledger import EventRow


def open(url: str, *, key: str | Path | None = None) -> Runs:
    """Durable runs in a database: `sqlite:///PATH` for one machine, `postgresql://…` for many.

    `key` seals everything secret in it: see `venuekit.runs.vault.open_seal`. Needs the extra `durable`. Raises
    ConfigurationError for a database that cannot be opened or was sealed with another key.
    """
    try:
        from venuekit.runs.durable.service import open_runs
    except ImportError as error:
        raise ConfigurationError("durable runs need an extra: pip install 'venuekit[durable]'") from error
    return open_runs(url, key=key)


async def open_async(url: str, *, key: str | Path | None = None) -> AsyncRuns:
    """The asynchronous twin of `open`: the same methods, to be awaited, under asyncio or Trio."""
    from anyio import to_thread

    runs = await to_thread.run_sync(lambda: open(url, key=key))
    from venuekit.runs.durable.twin import AsyncRuns

    return AsyncRuns(runs)


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
