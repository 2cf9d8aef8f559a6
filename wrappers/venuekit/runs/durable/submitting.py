"""What is written down of a run: who it is for, which recipe, where, and under which id. Checked before anything is.

It needs the dossier's rules and the recipes of all venues, which those who only look at runs do not load.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, cast

from venuekit.recipes import RecipeName, recipes_for
from venuekit.recipes import recipe as recipe_of
from venuekit.recipes.core import CaseStatus
from venuekit.recipes.dossier import Dossier, require
from venuekit.recipes.passwords import without_password
from venuekit.runs.durable.care import vault_of
from venuekit.runs.durable.passwords import new_passwords, with_passwords
from venuekit.runs.durable.queue import DEFAULT_PRIORITY
from venuekit.runs.durable.sealing import dossier_document
from venuekit.runs.ledger import Ledger, RunRow
from venuekit.runs.settings import check_venues, select_venues
from venuekit.transport.errors import ConfigurationError
from venuekit.venues._base import USER_AGENT
from venuekit.venues.environments import Env, resolve_base_url

_LONGEST_ID: Final = 64


@dataclass(frozen=True, slots=True)
class _Task:
    """What is to be done where, for whom. `options` are those beside env, urls and folder; empty for an onboarding."""

    dossier: Dossier
    venues: tuple[str, ...]
    env: Env
    urls: dict[str, str]
    folder: Path
    options: dict[str, object]


# Without a repr: most of it is secret or personal.
@dataclass(frozen=True, slots=True, repr=False)
class Paper:
    """All that the ledger is given of a run: see `Ledger.create`."""

    name: str
    applicant: str
    document: object
    sealed: object
    options: dict[str, object]
    venues: tuple[str, ...]
    credentials: dict[str, dict[str, str]]
    version: str


def prepared(
    ledger: Ledger,
    dossier: Dossier | None,
    *,
    recipe: RecipeName,
    source_run: str | None,
    run: str | None,
    venues: Sequence[str] | None,
    env: Env,
    urls: Mapping[str, str],
    folder: Path,
    priority: int,
    now: float,
) -> Paper:
    """Check what `Runs.submit` was given, and put together what is written down. Raises what that raises."""
    task = _task(ledger, dossier, recipe, source_run, venues=venues, env=env, urls=urls, folder=folder)
    if priority < 1:
        raise ConfigurationError("a priority is a number from 1 on; the smaller, the sooner")
    check_venues(task.urls)
    # Also of venues that are not chosen: they stand in clear in the database.
    for venue in dict.fromkeys((*task.venues, *task.urls)):
        resolve_base_url(venue, task.env, task.urls.get(venue), in_process=False)
    if recipe == "onboard":
        # A passport that has expired since is no reason not to rotate a key.
        require(
            task.dossier,
            venues=task.venues,
            allow_literal=task.env == "sandbox",
            folder=task.folder,
            today=datetime.fromtimestamp(now, UTC).date(),
            with_signer=False,
            env=task.env,
            durable=True,
        )
    document = dossier_document(task.dossier)
    # If the run is there already, those that were made for it stay. Only an account that is opened may have a new one.
    passwords = new_passwords(task.dossier, task.venues) if recipe == "onboard" else {}
    options: dict[str, object] = {
        "env": task.env,
        "urls": task.urls,
        "folder": str(task.folder),
    } | task.options
    meant = [document, options, sorted(task.venues)]
    name = run if run is not None else _name_of(ledger, task, meant)
    _check_id(name)
    return Paper(
        name=name,
        applicant=task.dossier.applicant.reference,
        document=document,
        sealed=dossier_document(with_passwords(task.dossier, passwords)),
        options=options | ({} if priority == DEFAULT_PRIORITY else {"priority": priority}),
        venues=task.venues,
        credentials={venue: {"password": made} for venue, made in passwords.items()},
        version=USER_AGENT.removeprefix("venuekit/"),
    )


def _task(
    ledger: Ledger,
    dossier: Dossier | None,
    recipe: RecipeName,
    source_run: str | None,
    *,
    venues: Sequence[str] | None,
    env: Env,
    urls: Mapping[str, str],
    folder: Path,
) -> _Task:
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
        return _Task(dossier, chosen, env, dict(urls), folder, options)
    if recipe == "onboard":
        raise ConfigurationError("an onboarding has no source run; connect goes on with an account")
    row = _source(ledger, str(source_run))
    return _Task(
        Dossier.model_validate(ledger.dossier(row.id)),
        _venues(ledger, row.id, recipe, venues),
        cast("Env", row.options.get("env", "sandbox")),
        {**cast("Mapping[str, str]", row.options.get("urls") or {}), **urls},
        Path(str(row.options.get("folder", folder))),
        {"recipe": recipe, "source_run": row.id},
    )


def _name_of(ledger: Ledger, task: _Task, meant: Sequence[object]) -> str:
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
        # Its number would come again once older ones are forgotten.
        turn = [family[0].id if family else ""]
    return ledger.digest(json.dumps([*meant, *turn], sort_keys=True))[:12]


def _check_id(run: str) -> None:
    """Refuse what would not do as an id of a run; the command would take one with a dash for an option."""
    known = run and all(sign.isalnum() or sign in "-_." for sign in run)
    if not known or run.startswith("-") or len(run) > _LONGEST_ID:
        shown = run if len(run) <= _LONGEST_ID else f"{run[:_LONGEST_ID]}…"
        raise ConfigurationError(
            f"{shown!r} is no id of a run: 1 to {_LONGEST_ID} letters, digits, '-', '_' and '.' are, the first no '-'"
        )


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


def _goes_on(ledger: Ledger, row: RunRow, task: _Task, *, health: bool) -> bool:
    """Whether the newest run about these credentials is the one that is asked for, and not done yet."""
    cases = ledger.cases(row.id)
    if row.options["recipe"] != task.options["recipe"] or {c.venue for c in cases} != set(task.venues):
        return False
    if row.state != "open":
        return False
    done = (CaseStatus.ACTIVE, CaseStatus.CLOSED, CaseStatus.REJECTED)
    return any(case.state != "ended" or (not health and case.status not in done) for case in cases)


__all__ = ["Paper", "prepared"]
