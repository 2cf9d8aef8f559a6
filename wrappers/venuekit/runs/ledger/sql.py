"""The ledger on SQLite and PostgreSQL.

Every write of a driver is fenced: it carries its lease, and in the same transaction the ledger looks whether a younger
one was given out. So of two workers that believe a case to be theirs, one gets `LeaseLost` before it can do anything.
"""

from __future__ import annotations

import json
import secrets as random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

import sqlalchemy as sa

from venuekit.runs.ledger.connect import connect
from venuekit.runs.ledger.model import (
    Attempt,
    AttemptState,
    CaseRow,
    CaseState,
    EventRow,
    InteractionRow,
    Lease,
    LeaseLost,
    RunRow,
    RunState,
)
from venuekit.runs.ledger.tables import (
    SCHEMA_VERSION,
    attempts,
    cases,
    events,
    interactions,
    meta,
    metadata,
    runs,
    secrets,
    workers,
)
from venuekit.runs.vault import Seal, digest
from venuekit.transport.errors import ConfigurationError

# A worker that has not been heard of for this long, in seconds, is taken for dead.
SILENCE: Final = 15.0


# Enqueues leg `leg` of a case for unix time `due`, in the ledger's own transaction.
Schedule = Callable[[sa.Connection, str, str, int, float], None]


def open_ledger(url: str, seal: Seal, *, schedule: Schedule | None = None) -> Ledger:
    """The ledger at a database URL: `sqlite:///PATH`, `sqlite://` (memory) or `postgresql://…`.

    Makes the tables where there are none. Raises ConfigurationError for a database that cannot be opened, that a newer
    version has written, or that is sealed with another key.
    """
    engine = connect(url)
    with engine.begin() as db:
        metadata.create_all(db)
    return Ledger(engine, seal, schedule)


class Ledger:
    """See `venuekit.runs.ledger`. Used from any thread and any number of processes."""

    def __init__(self, engine: sa.Engine, seal: Seal, schedule: Schedule | None = None) -> None:
        self._engine = engine
        self.schedule: Schedule = schedule or (lambda db, run, venue, leg, due: None)
        self._writing = engine.execution_options(writing=True)
        self._seal = seal
        self._salt = self._check()

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    @property
    def engine(self) -> sa.Engine:
        """The database, for tables that live beside these."""
        return self._engine

    # runs

    def create(
        self,
        run: str,
        *,
        applicant: str,
        dossier: object,
        options: Mapping[str, object],
        venues: Sequence[str],
        version: str,
        now: float,
    ) -> bool:
        """Write down a run with a case for each venue; False when the same run is there already.

        Raises ConfigurationError when another dossier, or other options, stand under this id.
        """
        text = json.dumps([dossier, options, sorted(venues)], sort_keys=True)
        mark = digest(self._salt, text)
        with self._writing.begin() as db:
            found = db.execute(sa.select(runs.c.digest).where(runs.c.id == run)).scalar()
            if found is not None:
                if found != mark:
                    raise ConfigurationError(
                        f"the run {run} exists with another dossier or other options; choose another id"
                    )
                return False
            db.execute(
                runs.insert().values(
                    id=run,
                    applicant=digest(self._salt, applicant),
                    created_at=now,
                    state="open",
                    options=json.dumps(dict(options)),
                    digest=mark,
                    dossier=self._seal.close(dossier),
                )
            )
            for venue in venues:
                db.execute(
                    cases.insert().values(
                        run=run,
                        venue=venue,
                        state="queued",
                        status="draft",
                        raw_status="",
                        leg=0,
                        due=now,
                        tries=0,
                        fence=0,
                        worker="",
                        version=version,
                        updated_at=now,
                        waiting="",
                        failed_step="",
                    )
                )
                self._tell(db, run, venue, now, "submitted", version=version)
                self.schedule(db, run, venue, 0, now)
        return True

    def run(self, run: str) -> RunRow | None:
        """One run, or None."""
        with self._engine.connect() as db:
            row = db.execute(sa.select(runs).where(runs.c.id == run)).one_or_none()
        return None if row is None else _run_row(row)

    def all_runs(self, *, applicant: str | None = None) -> list[RunRow]:
        """Every run, the newest first; of one applicant, named as in its dossier."""
        query = sa.select(runs).order_by(runs.c.created_at.desc(), runs.c.id)
        if applicant is not None:
            query = query.where(runs.c.applicant == digest(self._salt, applicant))
        with self._engine.connect() as db:
            return [_run_row(row) for row in db.execute(query)]

    def dossier(self, run: str) -> object:
        """The dossier of a run as it was submitted; None when it was purged."""
        with self._engine.connect() as db:
            sealed = db.execute(sa.select(runs.c.dossier).where(runs.c.id == run)).scalar()
        return None if sealed is None else self._seal.open(sealed)

    # cases

    def cases(self, run: str | None = None, *, states: Sequence[CaseState] = ()) -> list[CaseRow]:
        """The cases of one run or of all, in any of `states`."""
        query = sa.select(cases).order_by(cases.c.run, cases.c.venue)
        if run is not None:
            query = query.where(cases.c.run == run)
        if states:
            query = query.where(cases.c.state.in_(states))
        with self._engine.connect() as db:
            return [self._case_row(row) for row in db.execute(query)]

    def case(self, run: str, venue: str) -> CaseRow | None:
        """One case, or None."""
        return next((case for case in self.cases(run) if case.venue == venue), None)

    def overdue(self, now: float) -> list[CaseRow]:
        """Cases that nobody works on although they are due: their worker is dead, or their leg was never enqueued."""
        silent = sa.select(workers.c.id).where(workers.c.beat_at >= now - SILENCE)
        query = sa.select(cases).where(
            sa.or_(
                sa.and_(cases.c.state.in_(("queued", "waiting")), cases.c.due <= now),
                sa.and_(cases.c.state == "running", cases.c.worker.not_in(silent)),
            )
        )
        with self._engine.connect() as db:
            return [self._case_row(row) for row in db.execute(query)]

    # leases

    def beat(self, worker: str, now: float) -> None:
        """A worker is alive."""
        with self._writing.begin() as db:
            known = db.execute(workers.update().where(workers.c.id == worker).values(beat_at=now))
            if known.rowcount == 0:
                db.execute(workers.insert().values(id=worker, started_at=now, beat_at=now))

    def take_over(self, row: CaseRow, now: float) -> bool:
        """Give a case that nobody works on a new leg; False when somebody else did so."""
        with self._writing.begin() as db:
            found = db.execute(_case(row.run, row.venue, sa.select(cases)).with_for_update()).one_or_none()
            if found is None or (found.leg, found.fence, found.state) != (row.leg, row.fence, row.state):
                return False
            # A new fence: whoever held it and only seemed dead writes nothing more.
            leg, fence = row.leg + 1, row.fence + 1
            self._set(db, row.run, row.venue, state="queued", leg=leg, fence=fence, due=now, worker="")
            self._tell(db, row.run, row.venue, now, "taken over", worker=row.worker)
            self.schedule(db, row.run, row.venue, leg, now)
        return True

    def gone(self, worker: str) -> None:
        """A worker has stopped: what it held may be taken at once."""
        with self._writing.begin() as db:
            db.execute(workers.delete().where(workers.c.id == worker))

    def take(self, run: str, venue: str, *, leg: int, worker: str, version: str, now: float) -> Lease | None:
        """The lease of a case for its leg number `leg`; None when there is nothing to do for it, or others do it."""
        with self._writing.begin() as db:
            row = db.execute(_case(run, venue, sa.select(cases)).with_for_update()).one_or_none()
            if row is None or row.leg != leg or row.state in ("ended", "cancelled"):
                return None
            if row.state == "running" and row.worker != worker and self._alive(db, row.worker, now):
                return None
            fence = row.fence + 1
            self._set(db, run, venue, state="running", fence=fence, worker=worker, version=version, updated_at=now)
            self._tell(db, run, venue, now, "leg", worker=worker, version=version, detail=str(leg))
        return Lease(run, venue, leg, worker, fence)

    def leave(
        self,
        lease: Lease,
        state: CaseState,
        *,
        now: float,
        due: float = 0.0,
        waiting: str = "",
        error: object = None,
        failed_step: str = "",
        tries: int = 0,
        detail: str = "",
    ) -> int:
        """End a leg; returns the number of the next one. Raises LeaseLost."""
        more = state in ("queued", "waiting")
        with self._writing.begin() as db:
            self._fenced(db, lease)
            if waiting:
                # The answer may have come while the leg was ending.
                asked = sa.select(interactions.c.answered_at)
                if db.execute(_interaction(lease.run, lease.venue, waiting, asked)).scalar() is not None:
                    state, due = "queued", now
            self._set(
                db,
                lease.run,
                lease.venue,
                state=state,
                leg=lease.leg + more,
                due=due,
                tries=tries,
                worker="",
                updated_at=now,
                waiting=waiting,
                failed_step=failed_step,
                error=None if error is None else self._seal.close(error),
            )
            self._tell(db, lease.run, lease.venue, now, state, step=waiting or failed_step, lease=lease, detail=detail)
            if more:
                self.schedule(db, lease.run, lease.venue, lease.leg + 1, due)
        return lease.leg + more

    def mark(self, lease: Lease, status: str, raw_status: str, now: float) -> None:
        """The case has reached a status. Raises LeaseLost."""
        with self._writing.begin() as db:
            self._fenced(db, lease)
            old = db.execute(_case(lease.run, lease.venue, sa.select(cases.c.status, cases.c.raw_status))).one()
            if (old.status, old.raw_status) != (status, raw_status):
                self._set(db, lease.run, lease.venue, status=status, raw_status=raw_status, updated_at=now)
                self._tell(db, lease.run, lease.venue, now, "status", lease=lease, detail=status)

    def wake(self, run: str, venue: str, now: float) -> CaseRow | None:
        """Make a waiting or ended case due now, with one more leg; None when it is running, cancelled or not there.

        The step that ended a failed case is open again: it is made once more, as its refusal showed no effect.
        """
        with self._writing.begin() as db:
            row = db.execute(_case(run, venue, sa.select(cases)).with_for_update()).one_or_none()
            if row is None or row.state in ("running", "cancelled"):
                return None
            if row.failed_step:
                db.execute(
                    attempts.update()
                    .where(attempts.c.run == run, attempts.c.venue == venue, attempts.c.step == row.failed_step)
                    .where(attempts.c.state == "refused")
                    .values(state="open", outcome=None)
                )
            self._set(
                db, run, venue, state="queued", leg=row.leg + 1, due=now, tries=0, failed_step="", error=None
            )
            self._tell(db, run, venue, now, "resumed")
            self.schedule(db, run, venue, row.leg + 1, now)
        return self.case(run, venue)

    def cancel(self, run: str, now: float) -> list[str]:
        """No further leg of a run is begun; returns the venues concerned. A call under way may still end."""
        with self._writing.begin() as db:
            found = db.execute(
                sa.select(cases.c.venue).where(cases.c.run == run, cases.c.state.not_in(("ended", "cancelled")))
            )
            venues = [str(row.venue) for row in found]
            for venue in venues:
                # A new fence: whoever works on it now stops before its next step.
                self._set(db, run, venue, state="cancelled", fence=cases.c.fence + 1, updated_at=now)
                self._tell(db, run, venue, now, "cancelled")
            db.execute(runs.update().where(runs.c.id == run).values(state="cancelled"))
        return venues

    # attempts

    def begin(self, lease: Lease, step: str, operation: str, now: float) -> Attempt:
        """Write down that a step is about to be made, unless it was made already. Raises LeaseLost.

        `new` and `open`: the intent is written, make the call. `doubt`: an earlier intent has no result.
        """
        with self._writing.begin() as db:
            self._fenced(db, lease)
            row = db.execute(_attempt(lease, step, sa.select(attempts))).one_or_none()
            if row is not None and row.state in ("done", "refused", "doubt"):
                outcome = None if row.outcome is None else self._seal.open(row.outcome)
                return Attempt(
                    cast("AttemptState", row.state), row.started_at, row.finished_at or 0.0, row.tries, outcome
                )
            values = {"state": "doubt", "fence": lease.fence, "started_at": now, "operation": operation}
            tries = 1 if row is None else row.tries + 1
            version = self._version(db, lease)
            if row is None:
                keys = {"run": lease.run, "venue": lease.venue, "step": step}
                db.execute(attempts.insert().values(**keys, **values, tries=tries, version=version))
            else:
                db.execute(_attempt(lease, step, attempts.update()).values(**values, tries=tries, version=version))
            self._tell(db, lease.run, lease.venue, now, "sent", step=step, operation=operation, lease=lease)
        return Attempt("new" if row is None else "open", now, 0.0, tries)

    def settle(
        self,
        lease: Lease,
        step: str,
        state: AttemptState,
        outcome: object,
        now: float,
        *,
        detail: str = "",
    ) -> None:
        """What came of a step: `done` with its result, `refused` with its error, `open` for certainly nothing.

        Raises LeaseLost.
        """
        with self._writing.begin() as db:
            self._fenced(db, lease)
            sealed = None if state == "open" else self._seal.close(outcome)
            db.execute(
                _attempt(lease, step, attempts.update()).values(state=state, outcome=sealed, finished_at=now)
            )
            self._tell(db, lease.run, lease.venue, now, state, step=step, lease=lease, detail=detail)

    def once(
        self, lease: Lease, name: str, make: Callable[[], object], now: float, *, keep: Mapping[str, str] | None = None
    ) -> object:
        """The document of `make` at its first call, and credentials put away with it. Raises LeaseLost."""
        with self._writing.begin() as db:
            self._fenced(db, lease)
            row = db.execute(_attempt(lease, name, sa.select(attempts.c.outcome))).one_or_none()
            if row is not None:
                return self._seal.open(row.outcome)
            made = make()
            db.execute(
                attempts.insert().values(
                    run=lease.run,
                    venue=lease.venue,
                    step=name,
                    operation="",
                    state="done",
                    fence=lease.fence,
                    tries=1,
                    version=self._version(db, lease),
                    started_at=now,
                    finished_at=now,
                    outcome=self._seal.close(made),
                )
            )
            if keep:
                self._put(db, lease.run, lease.venue, keep, now)
                self._tell(db, lease.run, lease.venue, now, "kept", lease=lease, detail=", ".join(sorted(keep)))
        return made

    # interactions

    def ask(self, lease: Lease, name: str, question: object, now: float) -> str | None:
        """The answer to an interaction, or None, and then it is asked. Raises LeaseLost."""
        with self._writing.begin() as db:
            self._fenced(db, lease)
            found = db.execute(_interaction(lease.run, lease.venue, name, sa.select(interactions))).one_or_none()
            if found is not None:
                return None if found.answer is None else str(self._seal.open(found.answer))
            db.execute(
                interactions.insert().values(
                    run=lease.run,
                    venue=lease.venue,
                    name=name,
                    asked_at=now,
                    question=self._seal.close(question),
                    answered_by="",
                )
            )
            self._tell(db, lease.run, lease.venue, now, "asked", step=name, lease=lease)
        return None

    def answer(self, run: str, venue: str, name: str, value: str, *, by: str, now: float) -> CaseRow | None:
        """Answer an interaction, and make its case due. None when it was answered before, or was never asked."""
        with self._writing.begin() as db:
            done = db.execute(
                _interaction(run, venue, name, interactions.update())
                .where(interactions.c.answered_at.is_(None))
                .values(answer=self._seal.close(value), answered_at=now, answered_by=by)
            )
            if done.rowcount == 0:
                return None
            db.execute(
                _case(run, venue, cases.update())
                .where(cases.c.state == "waiting", cases.c.waiting == name)
                .values(state="queued", due=now)
            )
            self._tell(db, run, venue, now, "answered", step=name, detail=f"by {by}")
        return self.case(run, venue)

    def interactions(self, run: str | None = None, *, unanswered: bool = False) -> list[InteractionRow]:
        """The interactions of a run or of all, oldest first."""
        query = sa.select(interactions).order_by(interactions.c.asked_at, interactions.c.name)
        if run is not None:
            query = query.where(interactions.c.run == run)
        if unanswered:
            query = query.where(interactions.c.answered_at.is_(None))
        with self._engine.connect() as db:
            return [
                InteractionRow(
                    row.run,
                    row.venue,
                    row.name,
                    row.asked_at,
                    row.answered_at,
                    row.answered_by,
                    self._seal.open(row.question),
                    None if row.answer is None else str(self._seal.open(row.answer)),
                )
                for row in db.execute(query)
            ]

    # the vault

    def put(self, run: str, venue: str, credentials: Mapping[str, str], now: float) -> None:
        """Put credentials away outside of a leg, such as a token that was renewed."""
        with self._writing.begin() as db:
            self._put(db, run, venue, credentials, now)

    def credentials(self, run: str, venue: str) -> dict[str, str]:
        """What a case has yielded, in clear."""
        query = sa.select(secrets).where(secrets.c.run == run, secrets.c.venue == venue).order_by(secrets.c.name)
        with self._engine.connect() as db:
            return {row.name: str(self._seal.open(row.value)) for row in db.execute(query)}

    # history

    def events(self, run: str | None = None, *, after: int = 0, limit: int | None = None) -> list[EventRow]:
        """The history, oldest first, of one run or of all; only what comes after event number `after`."""
        query = sa.select(events).where(events.c.number > after).order_by(events.c.number)
        if run is not None:
            query = query.where(events.c.run == run)
        if limit is not None:
            query = query.limit(limit)
        with self._engine.connect() as db:
            return [EventRow(*row) for row in db.execute(query)]

    def purge(self, run: str, now: float) -> None:
        """Erase everything personal and secret of a run. What happened, and when, remains."""
        with self._writing.begin() as db:
            for table in (attempts, interactions, secrets):
                db.execute(table.delete().where(table.c.run == run))
            db.execute(cases.update().where(cases.c.run == run).values(state="cancelled", error=None, waiting=""))
            db.execute(
                runs.update().where(runs.c.id == run).values(state="purged", dossier=None, applicant="", options="{}")
            )
            self._tell(db, run, "", now, "purged")

    def reseal(self) -> int:
        """Seal everything again with the first key; returns how many texts. Afterwards the other keys may go."""
        columns = [
            (runs, [runs.c.dossier]),
            (cases, [cases.c.error]),
            (attempts, [attempts.c.outcome]),
            (interactions, [interactions.c.question, interactions.c.answer]),
            (secrets, [secrets.c.value]),
            (meta, [meta.c.value]),
        ]
        count = 0
        with self._writing.begin() as db:
            for table, sealed in columns:
                for row in db.execute(sa.select(table)).mappings().all():
                    if table is meta and row["name"] != "salt":
                        continue
                    new = {c.name: self._seal.again(row[c.name]) for c in sealed if row[c.name] is not None}
                    if new:
                        same = [column == row[column.name] for column in table.primary_key]
                        db.execute(table.update().where(*same).values(**new))
                        count += len(new)
        return count

    # within

    def _check(self) -> str:
        with self._writing.begin() as db:
            known: dict[str, str] = {row.name: row.value for row in db.execute(sa.select(meta))}
            if "version" not in known:
                salt = random.token_hex(16)
                db.execute(meta.insert().values(name="version", value=str(SCHEMA_VERSION)))
                db.execute(meta.insert().values(name="salt", value=self._seal.close(salt)))
                return salt
        if int(known["version"]) > SCHEMA_VERSION:
            raise ConfigurationError("a newer version of venuekit has written this database; use that one")
        return str(self._seal.open(known["salt"]))

    def _fenced(self, db: sa.Connection, lease: Lease) -> None:
        held = db.execute(_case(lease.run, lease.venue, sa.select(cases.c.fence)).with_for_update()).scalar()
        if held != lease.fence:
            raise LeaseLost(f"another worker has taken over {lease.venue} of run {lease.run}")

    def _version(self, db: sa.Connection, lease: Lease) -> str:
        return str(db.execute(_case(lease.run, lease.venue, sa.select(cases.c.version))).scalar())

    def _alive(self, db: sa.Connection, worker: str, now: float) -> bool:
        beat = db.execute(sa.select(workers.c.beat_at).where(workers.c.id == worker)).scalar()
        return beat is not None and beat >= now - SILENCE

    def _set(self, db: sa.Connection, run: str, venue: str, **values: Any) -> None:
        db.execute(_case(run, venue, cases.update()).values(**values))

    def _put(
        self, db: sa.Connection, run: str, venue: str, credentials: Mapping[str, str], now: float
    ) -> None:
        for name, value in credentials.items():
            same = (secrets.c.run == run, secrets.c.venue == venue, secrets.c.name == name)
            sealed = self._seal.close(value)
            known = db.execute(secrets.update().where(*same).values(value=sealed, kept_at=now))
            if known.rowcount == 0:
                db.execute(
                    secrets.insert().values(run=run, venue=venue, name=name, value=sealed, kept_at=now)
                )

    def _tell(
        self,
        db: sa.Connection,
        run: str,
        venue: str,
        at: float,
        kind: str,
        *,
        step: str = "",
        operation: str = "",
        worker: str = "",
        version: str = "",
        detail: str = "",
        lease: Lease | None = None,
    ) -> None:
        db.execute(
            events.insert().values(
                run=run,
                venue=venue,
                at=at,
                kind=kind,
                step=step,
                operation=operation,
                worker=lease.worker if lease is not None else worker,
                version=self._version(db, lease) if lease is not None else version,
                detail=detail,
            )
        )

    def _case_row(self, row: Any) -> CaseRow:
        error = None if row.error is None else self._seal.open(row.error)
        return CaseRow(**{**row._mapping, "error": error})


def _case(run: str, venue: str, statement: Any) -> Any:
    return statement.where(cases.c.run == run, cases.c.venue == venue)


def _attempt(lease: Lease, step: str, statement: Any) -> Any:
    return statement.where(
        attempts.c.run == lease.run, attempts.c.venue == lease.venue, attempts.c.step == step
    )


def _interaction(run: str, venue: str, name: str, statement: Any) -> Any:
    return statement.where(
        interactions.c.run == run, interactions.c.venue == venue, interactions.c.name == name
    )


def _run_row(row: Any) -> RunRow:
    options: dict[str, object] = json.loads(row.options)
    return RunRow(row.id, row.applicant, row.created_at, cast("RunState", row.state), options)
