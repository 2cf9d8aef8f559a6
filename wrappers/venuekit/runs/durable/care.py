"""Durable runs that care for what an earlier run has yielded: which recipe, whose credentials, under which id.

Credentials stay with the run that has opened or connected the account, its source. A run that cares for them reads them
there once, when it begins, and puts new ones there: so those of the source are always the current ones.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from venuekit.recipes import RecipeName, recipes_for
from venuekit.recipes import recipe as recipe_of
from venuekit.recipes.core import CaseStatus
from venuekit.recipes.passwords import without_password
from venuekit.runs.ledger import Lease, Ledger, RunRow
from venuekit.runs.settings import select_venues
from venuekit.transport.errors import ConfigurationError
from venuekit.venues.environments import Env

if TYPE_CHECKING:
    from venuekit_schemas.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done where, for whom. `options` are those beside env, urls and folder; empty for an onboarding."""

    dossier: Dossier
    venues: tuple[str, ...]
    env: Env
    urls: dict[str, str]
    folder: Path
    options: dict[str, object]


def task(
    ledger: Ledger,
    dossier: Dossier | None,
    recipe: RecipeName,
    source_run: str | None,
    *,
    venues: Sequence[str] | None,
    env: Env,
    urls: Mapping[str, str],
    folder: Path,
) -> Task:
    """Check what `Runs.submit` was given. Raises ConfigurationError."""
    recipes_for(recipe)
    if (dossier is None) == (source_run is None):
        raise ConfigurationError("a run has a dossier or a source run, and not both")
    if dossier is not None:
        if recipe not in ("onboard", "connect"):
            raise ConfigurationError(f"{recipe} needs the run whose credentials it is about: source_run")
        chosen = select_venues(dossier, venues, recipe)
        lost = without_password(dossier, chosen) if recipe == "connect" else []
        if lost:
            raise ConfigurationError(
                f"an account that is there has a password: give login.password, or venues.{lost[0]}.password"
            )
        options: dict[str, object] = {} if recipe == "onboard" else {"recipe": recipe}
        return Task(dossier, chosen, env, dict(urls), folder, options)
    if recipe == "onboard":
        raise ConfigurationError("an onboarding has no source run; connect goes on with an account")
    row = _source(ledger, str(source_run))
    from venuekit_schemas.dossier import Dossier as Model

    return Task(
        Model.model_validate(ledger.dossier(row.id)),
        _venues(ledger, row.id, recipe, venues),
        cast("Env", row.options.get("env", "sandbox")),
        {**cast("Mapping[str, str]", row.options.get("urls") or {}), **urls},
        Path(str(row.options.get("folder", folder))),
        {"recipe": recipe, "source_run": row.id},
    )


def name_of(ledger: Ledger, task: Task, meant: Sequence[object]) -> str:
    """The id of a run that was given none: that of the same thing under way, or of one that has failed, else a new one.

    Something else that was done to the credentials since makes it a new one. `meant` is all that the run is about.
    """
    source = task.options.get("source_run")
    turn: list[object] = []
    if source is not None:
        health = task.options["recipe"] == "health"
        family = [
            row
            for row in ledger.all_runs(applicant=task.dossier.applicant.reference)
            if row.options.get("source_run") == source
            and (row.options["recipe"] == "health") == health
            and set(task.venues) & {case.venue for case in ledger.cases(row.id)}
        ]
        if family and _goes_on(ledger, family[0], task, health=health):
            return family[0].id
        turn = [len(family)]
    return ledger.digest(json.dumps([*meant, *turn], sort_keys=True))[:12]


def recipe_name(options: Mapping[str, object]) -> RecipeName:
    """Which recipe a run follows."""
    return cast("RecipeName", options.get("recipe") or "onboard")


def vault_of(row: RunRow) -> str:
    """The run with which the credentials of a run are kept."""
    return str(row.options.get("source_run") or row.id)


def credentials(ledger: Ledger, row: RunRow, venue: str) -> dict[str, str]:
    """The credentials that a run is about as they stand, in clear."""
    held = ledger.credentials(vault_of(row), venue)
    # What was taken away is kept as an empty text.
    return {name: value for name, value in held.items() if value}


def held(ledger: Ledger, row: RunRow, lease: Lease, now: float) -> dict[str, str]:
    """The credentials with which a case works, in clear: the same in each of its legs.

    Raises ConfigurationError when another run changes them, or has since the case began.
    """
    if "source_run" not in row.options:
        return {}
    if recipe_name(row.options) == "health":
        return credentials(ledger, row, lease.venue)
    return {name: value for name, value in ledger.hold(lease, vault_of(row), now).items() if value}


def _source(ledger: Ledger, run: str) -> RunRow:
    row = ledger.run(run)
    source = None if row is None else ledger.run(vault_of(row))
    if source is None:
        raise ConfigurationError(f"there is no run {run}; `venuekit runs` lists them")
    if source.state == "purged":
        raise ConfigurationError(f"the run {source.id} was purged")
    return source


def _venues(ledger: Ledger, source: str, recipe: RecipeName, wanted: Sequence[str] | None) -> tuple[str, ...]:
    """The venues of the source with something to care for; those that were asked for must be among them."""
    known = recipes_for(recipe)
    cases = {case.venue: case for case in ledger.cases(source)}
    refused: dict[str, str] = {}
    for venue in dict.fromkeys([v for v in known if v in cases] if wanted is None else wanted):
        recipe_of(venue, recipe)
        if venue not in cases:
            refused[venue] = "it has no case there"
        elif not any(ledger.credentials(source, venue).values()):
            refused[venue] = "it has no credentials there"
        elif recipe != "health" and cases[venue].state not in ("ended", "cancelled"):
            refused[venue] = "it is still under way there"
    found = tuple(venue for venue in known if venue in (wanted or cases) and venue not in refused)
    if not found or (wanted is not None and refused):
        told = "; ".join(f"{venue}: {why}" for venue, why in refused.items())
        raise ConfigurationError(
            f"run {source} has nothing to {recipe}: {told or 'no venue has this recipe'}"
        )
    return found


def _goes_on(ledger: Ledger, row: RunRow, task: Task, *, health: bool) -> bool:
    """Whether the newest run about these credentials is the one that is asked for, and not done yet."""
    cases = ledger.cases(row.id)
    if row.options["recipe"] != task.options["recipe"] or {c.venue for c in cases} != set(task.venues):
        return False
    if row.state != "open":
        return False
    done = (CaseStatus.ACTIVE, CaseStatus.CLOSED, CaseStatus.REJECTED)
    return any(case.state != "ended" or (not health and case.status not in done) for case in cases)
