"""Durable runs that care for what an earlier run has yielded: which recipe, whose credentials, what was found."""

from __future__ import annotations

from collections.abc import Mapping

from venuekit.recipes import recipes_for
from venuekit.recipes.care.health import Finding, read_findings
from venuekit.runs.ledger import Ledger
from venuekit.transport.errors import ConfigurationError

# How long a chain of runs may be, each caring for the credentials of the one before.
_LONGEST = 1000


def care_options(ledger: Ledger, recipe: str, source_run: str | None) -> dict[str, object]:
    """What a run's options say beside the rest. Raises ConfigurationError for an unknown recipe or source run.

    Empty for an onboarding, so that its options are what they always were.
    """
    recipes_for(recipe)
    if recipe == "onboard":
        return {}
    if source_run is not None and ledger.run(source_run) is None:
        raise ConfigurationError(f"there is no run {source_run}")
    return {"recipe": recipe, "source_run": source_run}


def purpose(options: Mapping[str, object]) -> str:
    """Which recipe a run follows."""
    return str(options.get("recipe") or "onboard")


def stored(ledger: Ledger, options: Mapping[str, object], venue: str) -> dict[str, str]:
    """The credentials that the runs before have kept for a venue, in clear: of each name the newest.

    A run that is cared for may itself have cared for another: it holds what it has changed, and the rest is in that one.
    """
    found: dict[str, str] = {}
    for _ in range(_LONGEST):
        source = options.get("source_run")
        row = ledger.run(str(source)) if source else None
        if row is None:
            break
        found = {**ledger.credentials(row.id, venue), **found}
        options = row.options
    return {name: value for name, value in found.items() if value}


def current(ledger: Ledger, run: str, venue: str) -> dict[str, str]:
    """The credentials of a venue as they stand after this run, in clear."""
    return stored(ledger, {"source_run": run}, venue)


def health(ledger: Ledger, run: str) -> dict[str, tuple[Finding, ...]]:
    """What a run of the recipe `health` has found, by venue."""
    found = ledger.outcomes(run, "remember health")
    return {venue: read_findings(document) for venue, document in found.items()}
