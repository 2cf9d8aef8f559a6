"""Writing many dossiers down: all that stands in the way of one is found before the first is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from venuekit.cli.commands import Env
from venuekit.cli.facts import purged, purged_at
from venuekit.recipes.dossier import listed_venues
from venuekit.transport.errors import ConfigurationError, DossierError, Problem

if TYPE_CHECKING:
    from venuekit.cli.bulk_files import Dossiers, Text
    from venuekit.runs import Runs
    from venuekit_schemas.dossier import Dossier


class Submission:
    """How dossiers are submitted."""

    def __init__(
        self, runs: Runs, *, venues: Sequence[str] | None, env: Env, urls: Mapping[str, str], priority: int
    ) -> None:
        self._runs = runs
        self._venues = venues
        self._env: Env = env
        self._urls = urls
        self._priority = priority
        self._there: set[str] = set()

    def check(self, found: Dossiers) -> None:
        """Take out of the valid ones those whose run is there, and is another. Writes nothing."""
        self._there = {run.id for run in self._runs.all(ids=found.valid)}
        for name, (dossier, text) in list(found.valid.items()):
            if name in self._there:
                try:
                    # What is there already is only compared.
                    self._submit(name, dossier, text)
                except ConfigurationError:
                    problem = self._conflict(name, dossier, text)
                    found.invalid.append(DossierError([text.moved(problem)], source=text.source))
                    del found.valid[name]

    def submit(self, found: Dossiers) -> int:
        """Write down what is not there yet; returns how many."""
        new = [name for name in found.valid if name not in self._there]
        for name in new:
            dossier, text = found.valid[name]
            try:
                self._submit(name, dossier, text)
            except ConfigurationError as error:
                raise ConfigurationError(
                    f"{text.source}: {error}. What was submitted before it remains; nothing was worked on"
                ) from None
        return len(new)

    def _submit(self, name: str, dossier: Dossier, text: Text) -> None:
        self._runs.submit(
            dossier,
            run=name,
            venues=self._venues,
            env=self._env,
            urls=self._urls,
            folder=text.folder,
            priority=self._priority,
        )

    def _conflict(self, name: str, dossier: Dossier, text: Text) -> Problem:
        other = "another reference, which begins another run"
        row = self._runs.ledger.run(name)
        if row is None or row.state == "purged":
            why = purged(name, purged_at(self._runs, name))
            return Problem("applicant.reference", 1, 1, why, "another reference")
        then = [case.venue for case in self._runs.show(name).cases]
        now = self._venues if self._venues is not None else listed_venues(dossier)
        differences = {
            f"--venue (then {', '.join(then)})": set(then) != set(now),
            f"--env (then {row.options.get('env')})": row.options.get("env") != self._env,
            "--url": row.options.get("urls") != dict(self._urls),
            f"the folder (then {row.options.get('folder')})": row.options.get("folder")
            != str(text.folder.resolve()),
        }
        changed = [what for what, differs in differences.items() if differs]
        if changed:
            why = f"the run {name} was submitted with another {', '.join(changed)}"
            return Problem("applicant.reference", 1, 1, why, f"the same as then, or {other}")
        why = f"the run {name} exists with another dossier"
        return Problem("applicant.reference", 1, 1, why, f"the dossier as it was submitted, or {other}")


__all__ = ["Submission"]
