"""Looking at durable runs: what each of them stands at, asks, has done and has yielded."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final, cast

from venuekit.recipes.care.health import read_findings
from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.runs.codec import decode, decode_interaction
from venuekit.runs.durable import care
from venuekit.runs.durable.following import Follower
from venuekit.runs.durable.views import DurableCase, DurableRun, history_line, steps_of
from venuekit.runs.ledger import CaseRow, EventRow, Ledger, RunRow
from venuekit.runs.model import Case, Run
from venuekit.transport.errors import ConfigurationError, VenueKitError
from venuekit.transport.secret import SecretText
from venuekit.venues.environments import ENVIRONMENTS

# How many runs are asked for at once; databases take so many parameters and no more.
_CHUNK: Final = 500


class Reading:
    """The part of `Runs` that changes nothing."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger

    def all(self, *, applicant: str | None = None, ids: Collection[str] | None = None) -> list[DurableRun]:
        """Every run, the newest first; of one applicant, by the reference in the dossier; or those of `ids`.

        Raises ConfigurationError for `ids` that are one text: its letters would be taken for ids.
        """
        if ids is None:
            return self._some(applicant, None)
        if isinstance(ids, str):
            raise ConfigurationError("ids must be a list or another collection of ids; of one run: [ID]")
        wanted = list(dict.fromkeys(ids))
        found = [
            run
            for start in range(0, len(wanted), _CHUNK)
            for run in self._some(applicant, wanted[start : start + _CHUNK])
        ]
        return sorted(found, key=lambda run: (-run.created_at, run.id))

    def _some(self, applicant: str | None, ids: Collection[str] | None) -> list[DurableRun]:
        cases: dict[str, list[CaseRow]] = {}
        for row in self.ledger.cases(ids=ids):
            cases.setdefault(row.run, []).append(row)
        questions = self._questions(None, ids)
        return [
            _run(run, _cases(cases.get(run.id, []), questions))
            for run in self.ledger.all_runs(applicant=applicant, ids=ids)
        ]

    def show(self, run: str) -> DurableRun:
        """One run. Raises ConfigurationError when there is none of this id."""
        return _run(self._row(run), _cases(self.ledger.cases(run), self._questions(run)))

    def result(self, run: str) -> Run:
        """One run as `venuekit.onboard` gives it: with the steps and credentials of its cases."""
        history: dict[str, list[EventRow]] = {}
        for row in self.ledger.events(run):
            history.setdefault(row.venue, []).append(row)
        credentials = self.credentials(run)
        found = self.ledger.outcomes(run, "remember health")
        return Run(
            tuple(
                Case(
                    case.venue,
                    CaseStatus.FAILED if case.put_off else case.status,
                    case.raw_status,
                    steps_of(history.get(case.venue, ()), running=case.state == "running"),
                    credentials.get(case.venue, {}),
                    case.error,
                    case.waiting,
                    read_findings(found.get(case.venue)),
                )
                for case in self.show(run).cases
            )
        )

    def questions(self, run: str | None = None) -> dict[str, list[Interaction]]:
        """What is asked and not answered, by run."""
        found: dict[str, list[Interaction]] = {}
        for row in self.ledger.interactions(run, unanswered=True):
            found.setdefault(row.run, []).append(decode_interaction(row.question))
        return found

    def wait(
        self, run: str, *, timeout: float | None = None, sleep: Callable[[float], None] = time.sleep
    ) -> DurableRun:
        """Wait until the run is settled, at most `timeout` seconds; returns it as it then stands."""
        end = None if timeout is None else time.monotonic() + timeout
        while True:
            found = self.show(run)
            if found.settled or (end is not None and time.monotonic() >= end):
                return found
            sleep(0.1)

    def credentials(self, run: str) -> dict[str, dict[str, SecretText]]:
        """What the cases of a run have yielded, by venue and name, as it stands.

        Runs that care for it have put what is new in its place; of these, the same is given.
        """
        row = self._row(run)
        return {
            case.venue: {
                name: SecretText(value)
                for name, value in care.credentials(self.ledger, row, case.venue).items()
            }
            for case in self.ledger.cases(run)
        }

    def events(
        self,
        run: str | None = None,
        *,
        after: int = 0,
        follow: bool = False,
        sleep: Callable[[float], None] = time.sleep,
    ) -> Iterator[EventRow]:
        """The history, oldest first, after event number `after`. It holds no secret and no personal data.

        With `follow` it goes on as things happen, until every case of the run has ended, or the run is a health check that
        was deleted; of all runs, for ever. Raises ConfigurationError then for a run that never was.
        """
        follower = Follower(self.ledger, run, after=after)
        while True:
            # Looked at before the events: those of a case are all there when it has ended.
            over = not follow or (run is not None and is_over(self.ledger, run))
            yield from follower.more(last=over)
            if over:
                return
            sleep(0.2)

    def history(self, run: str | None = None) -> Iterator[str]:
        """The history as lines of JSON, each with its line end."""
        for row in self.events(run):
            yield history_line(row)

    def _row(self, run: str) -> RunRow:
        row = self.ledger.run(run)
        if row is None:
            raise _unknown(run)
        return row

    def _with_venues(self, run: str, venues: Sequence[str] | None) -> DurableRun:
        """One run. Raises ConfigurationError when it has no case at one of these venues."""
        found = self.show(run)
        for venue in venues or ():
            if venue not in [case.venue for case in found.cases]:
                raise ConfigurationError(f"the run {run} has no case at {venue}")
        return found

    def _questions(
        self, run: str | None, ids: Collection[str] | None = None
    ) -> Mapping[tuple[str, str, str], Interaction]:
        return {
            (row.run, row.venue, row.name): decode_interaction(row.question)
            for row in self.ledger.interactions(run, unanswered=True, ids=ids)
        }


class Closed:
    """Stands in the place of a ledger that was closed."""

    def __getattr__(self, name: str) -> object:
        raise ConfigurationError("these runs are closed: open them again with venuekit.runs.open")


def is_over(ledger: Ledger, run: str) -> bool:
    """Whether nothing more happens in a run. Raises ConfigurationError for one that never was."""
    # One that was deleted has no cases any more, and a history still.
    if ledger.run(run) is None and not ledger.events(run, limit=1):
        raise _unknown(run)
    return all(case.state in ("ended", "cancelled") for case in ledger.cases(run))


def _unknown(run: str) -> ConfigurationError:
    return ConfigurationError(f"there is no run {run}; `venuekit runs` lists them")


def _run(row: RunRow, cases: tuple[DurableCase, ...]) -> DurableRun:
    source = row.options.get("source_run")
    recipe = care.recipe_name(row.options)
    return DurableRun(
        row.id, row.created_at, row.state, cases, recipe, None if source is None else str(source)
    )


def _cases(
    rows: Sequence[CaseRow], questions: Mapping[tuple[str, str, str], Interaction]
) -> tuple[DurableCase, ...]:
    order = list(ENVIRONMENTS)
    return tuple(
        DurableCase(
            row.venue,
            CaseStatus(row.status),
            row.raw_status,
            row.state,
            row.due,
            questions.get((row.run, row.venue, row.waiting)) if row.waiting else None,
            cast("VenueKitError | None", None if row.error is None else decode(row.error)),
        )
        for row in sorted(rows, key=lambda row: order.index(row.venue))
    )


__all__ = ["Closed", "Reading", "is_over"]
