"""Durable runs from outside: submit, look, answer, wait, continue, cancel, collect.

    with venuekit.runs.open("sqlite:///onboarding.sqlite") as runs:
        run = runs.submit(dossier)
        with runs.worker():
            runs.wait(run)
        print(runs.credentials(run))

Any process with the same database and key may do any of this; the worker may be another one.
"""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

from pydantic import SecretStr

from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.recipes.dossier import require
from venuekit.runs.codec import decode, decode_interaction
from venuekit.runs.drivers import select_venues
from venuekit.runs.durable.queue import Legs
from venuekit.runs.durable.worker import Worker
from venuekit.runs.ledger import CaseRow, CaseState, EventRow, Ledger, open_ledger
from venuekit.runs.vault import open_seal
from venuekit.transport.errors import ConfigurationError, VenueKitError
from venuekit.transport.secret import SecretText
from venuekit.venues._base import SYSTEM_CLOCK, USER_AGENT, Clock
from venuekit.venues.environments import Env, resolve_base_url

if TYPE_CHECKING:
    from venuekit_schemas.dossier import Dossier


@dataclass(frozen=True, slots=True)
class DurableCase:
    """One applicant at one venue, as it stands. `waiting` is the open question, `due` when it goes on by itself."""

    venue: str
    status: CaseStatus
    raw_status: str
    state: CaseState
    due: float
    waiting: Interaction | None
    error: VenueKitError | None

    @property
    def settled(self) -> bool:
        """Whether nothing more happens by itself, or not before a person has answered."""
        return self.state in ("ended", "cancelled", "waiting")


@dataclass(frozen=True, slots=True)
class DurableRun:
    """One submitted dossier, as it stands. `created_at` is in unix seconds."""

    id: str
    created_at: float
    cases: tuple[DurableCase, ...]

    @property
    def active(self) -> bool:
        """Whether every case ended in a working account."""
        return bool(self.cases) and all(case.status is CaseStatus.ACTIVE for case in self.cases)

    @property
    def settled(self) -> bool:
        """Whether every case is settled."""
        return all(case.settled for case in self.cases)


class Runs:
    """The runs of one database. Thread-safe. See `venuekit.runs.open`."""

    def __init__(self, ledger: Ledger, legs: Legs, *, clock: Clock = SYSTEM_CLOCK) -> None:
        self.ledger = ledger
        self._legs = legs
        self._clock = clock

    def close(self) -> None:
        """Give the connections back."""
        self._legs.close()
        self.ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def submit(
        self,
        dossier: Dossier,
        *,
        run: str | None = None,
        venues: Sequence[str] | None = None,
        env: Env = "sandbox",
        urls: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> str:
        """Write a run down; returns its id. The same id with the same dossier is the same run, however often.

        What the arguments mean: see `venuekit.onboard`. Raises ConfigurationError and DossierError, and then there is no
        run; also for an id that stands for another dossier.
        """
        chosen = select_venues(dossier, venues)
        place = (folder or Path.cwd()).resolve()
        given = dict(urls or {})
        for venue in chosen:
            resolve_base_url(venue, env, given.get(venue), in_process=False)
        require(
            dossier,
            venues=chosen,
            allow_literal=env == "sandbox",
            folder=place,
            today=datetime.fromtimestamp(self._clock(), UTC).date(),
            with_signer=False,
            env=env,
        )
        name = run if run is not None else uuid.uuid4().hex[:12]
        if not name or not all(sign.isalnum() or sign in "-_." for sign in name):
            raise ConfigurationError(f"{name!r} is no id of a run: letters, digits, '-', '_' and '.' are")
        self.ledger.create(
            name,
            applicant=dossier.applicant.reference,
            dossier=dossier_document(dossier),
            options={"env": env, "urls": given, "folder": str(place)},
            venues=chosen,
            version=USER_AGENT.removeprefix("venuekit/"),
            now=self._clock(),
        )
        return name

    def all(self, *, applicant: str | None = None) -> list[DurableRun]:
        """Every run, the newest first; of one applicant, by the reference in the dossier."""
        cases: dict[str, list[CaseRow]] = {}
        for row in self.ledger.cases():
            cases.setdefault(row.run, []).append(row)
        questions = self._questions(None)
        return [
            DurableRun(run.id, run.created_at, self._cases(cases.get(run.id, []), questions))
            for run in self.ledger.all_runs(applicant=applicant)
        ]

    def show(self, run: str) -> DurableRun:
        """One run. Raises ConfigurationError when there is none of this id."""
        row = self.ledger.run(run)
        if row is None:
            raise ConfigurationError(f"there is no run {run}")
        return DurableRun(run, row.created_at, self._cases(self.ledger.cases(run), self._questions(run)))

    def answer(
        self, run: str, interaction: str, value: str, *, venue: str | None = None, by: str = "library"
    ) -> bool:
        """Answer a question; False when it was answered before. The case goes on within about a second.

        `venue` is needed when two venues ask something of the same name. Raises ConfigurationError for a question that
        was never asked.
        """
        asked = [
            row
            for row in self.ledger.interactions(run)
            if row.name == interaction and (venue is None or row.venue == venue)
        ]
        if not asked:
            open_ones = [row.name for row in self.ledger.interactions(run, unanswered=True)]
            raise ConfigurationError(
                f"run {run} asks nothing called {interaction!r}; open are: {', '.join(open_ones) or 'none'}"
            )
        if len(asked) > 1:
            raise ConfigurationError(f"several venues of run {run} ask {interaction!r}: name the venue")
        case = self.ledger.answer(run, asked[0].venue, interaction, value.strip(), by=by, now=self._clock())
        if case is None:
            return False
        self._legs.poke(run, case.venue, case.leg)
        return True

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

    def resume(self, run: str, *, venues: Sequence[str] | None = None) -> list[str]:
        """Let cases go on that ended without a working account, or wait; returns their venues."""
        resumed: list[str] = []
        for case in self.ledger.cases(run):
            over = case.state == "ended" and case.status in (CaseStatus.ACTIVE, CaseStatus.REJECTED)
            if over or (venues is not None and case.venue not in venues):
                continue
            if self.ledger.wake(run, case.venue, self._clock()) is not None:
                resumed.append(case.venue)
        return resumed

    def cancel(self, run: str) -> list[str]:
        """Begin nothing more of a run; returns the venues that were under way. What was made at a venue remains."""
        return self.ledger.cancel(run, self._clock())

    def credentials(self, run: str) -> dict[str, dict[str, SecretText]]:
        """What the cases of a run have yielded, by venue and name."""
        return {
            case.venue: {
                name: SecretText(value) for name, value in self.ledger.credentials(run, case.venue).items()
            }
            for case in self.ledger.cases(run)
        }

    def events(self, run: str | None = None, *, after: int = 0) -> Iterator[EventRow]:
        """The history so far, oldest first. It holds no secret and no personal data."""
        yield from self.ledger.events(run, after=after)

    def purge(self, applicant: str) -> list[str]:
        """Erase everything personal and secret of an applicant, by the reference of the dossier; returns the runs."""
        found = [row.id for row in self.ledger.all_runs(applicant=applicant)]
        for run in found:
            self.ledger.cancel(run, self._clock())
            self.ledger.purge(run, self._clock())
        return found

    def worker(self, **options: Any) -> Worker:
        """A worker on this database, for a `with` block. Its arguments: see `Worker`."""
        return Worker(self.ledger, self._legs, clock=self._clock, **options)

    def _questions(self, run: str | None) -> Mapping[tuple[str, str, str], Interaction]:
        return {
            (row.run, row.venue, row.name): decode_interaction(row.question)
            for row in self.ledger.interactions(run, unanswered=True)
        }

    def _cases(
        self, rows: Sequence[CaseRow], questions: Mapping[tuple[str, str, str], Interaction]
    ) -> tuple[DurableCase, ...]:
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
            for row in rows
        )


def open_runs(url: str, *, key: str | Path | None = None, clock: Clock = SYSTEM_CLOCK) -> Runs:
    """Durable runs in a database: `sqlite:///PATH` for one machine, `postgresql://…` for many.

    `key` seals everything secret in it: see `venuekit.runs.vault.open_seal`. Needs the extra `durable`. Raises
    ConfigurationError for a database that cannot be opened or was sealed with another key.
    """
    seal = open_seal(key)
    # The ledger first: it says what is wrong with a URL.
    ledger = open_ledger(url, seal)
    legs = Legs(ledger.engine.url)
    ledger.schedule = legs.schedule
    return Runs(ledger, legs, clock=clock)


def dossier_document(dossier: Dossier) -> object:
    """A dossier as a JSON document that `Dossier.model_validate` reads again, secrets in clear: to be sealed."""

    def plain(value: object) -> object:
        if isinstance(value, SecretStr):
            return value.get_secret_value()
        if isinstance(value, dict):
            return {str(name): plain(item) for name, item in cast("dict[object, object]", value).items()}
        if isinstance(value, list | tuple):
            return [plain(item) for item in cast("Sequence[object]", value)]
        return value

    document = plain(dossier.model_dump(mode="python", by_alias=True, exclude_none=True))
    return json.loads(json.dumps(document, default=str))


__all__ = ["DurableCase", "DurableRun", "Runs", "dossier_document", "open_runs"]
