"""What happens within a case: steps, questions, credentials, and the history of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from typing import Any, Final, cast

import sqlalchemy as sa

from venuekit.runs.ledger.base import Status, of_case, of_interaction
from venuekit.runs.ledger.cases import Cases
from venuekit.runs.ledger.model import (
    Attempt,
    AttemptState,
    CaseRow,
    EventRow,
    InteractionRow,
    Lease,
)
from venuekit.runs.ledger.tables import attempts, cases, events, interactions, meta, runs, secrets
from venuekit.runs.ledger.told import Told, attempt_of, same_operation
from venuekit.transport.errors import ConfigurationError

# Notes beside the steps: what a case was given to care for, and who cares for what a case has yielded.
_HELD: Final = "credentials held"
_HOLDER: Final = "credentials held by"


class Steps(Cases):
    """The part of the ledger that a leg needs."""

    # attempts

    def told(self, lease: Lease) -> Told:
        """All that is over in a case, for whoever has just taken it."""
        over = sa.select(attempts).where(
            attempts.c.run == lease.run,
            attempts.c.venue == lease.venue,
            attempts.c.state.in_(("done", "refused")),
        )
        answered = sa.select(interactions.c.name, interactions.c.answer).where(
            interactions.c.run == lease.run,
            interactions.c.venue == lease.venue,
            interactions.c.answer.is_not(None),
        )
        with self._read() as db:
            rows = {row.step: row for row in db.execute(over)}
            return Told(rows, {row.name: row.answer for row in db.execute(answered)}, self._seal)

    def begin(
        self,
        lease: Lease,
        step: str,
        operation: str,
        now: float,
        *,
        repeatable: bool = False,
        status: Status | None = None,
        counts: bool = True,
    ) -> Attempt:
        """Write down that a step is about to be made, unless it was made already; and the status before it.

        `new` and `open`: the intent is written, make the call. `doubt`: an earlier intent has no result; a `repeatable`
        step is `open` then. `counts`: whether it is one more try. Raises LeaseLost, and StepChanged when the step was
        begun with another operation.
        """
        with self._write() as db:
            self._fenced(db, lease, onward=True)
            if status is not None:
                self._mark(db, lease, status, now)
            row = db.execute(_ATTEMPT, _key(lease, step)).one_or_none()
            if row is not None:
                same_operation(row, step, operation)
            if row is not None and row.state != "open" and not (repeatable and row.state == "doubt"):
                return attempt_of(row, self._seal)
            values = {"state": "doubt", "fence": lease.fence, "started_at": now, "version": lease.version}
            tries = 1 if row is None else row.tries + counts
            if row is None:
                keys = {"run": lease.run, "venue": lease.venue, "step": step, "operation": operation}
                db.execute(attempts.insert(), keys | values | {"tries": tries})
            else:
                db.execute(_update(*values, "tries"), _key(lease, step) | values | {"tries": tries})
            self._told_by(db, lease, now, "sent", step=step, operation=operation)
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

        Also of a case that was cancelled meanwhile. Raises LeaseLost.
        """
        with self._write() as db:
            self._fenced(db, lease)
            sealed = None if state == "open" else self._seal.close(outcome)
            values = {"state": state, "outcome": sealed, "finished_at": now}
            db.execute(_update(*values), _key(lease, step) | values)
            self._told_by(db, lease, now, state, step=step, detail=detail)

    def once(
        self,
        lease: Lease,
        name: str,
        make: Callable[[], object],
        now: float,
        *,
        keep: Mapping[str, str] | None = None,
        vault: str | None = None,
    ) -> object:
        """The document of `make` at its first call, and credentials put away with it. Raises LeaseLost.

        They are put away for this run, or for the run `vault`.
        """
        with self._write() as db:
            self._fenced(db, lease)
            row = db.execute(_ATTEMPT, _key(lease, name)).one_or_none()
            if row is not None:
                same_operation(row, name, "")
                return self._seal.open(row.outcome)
            made = make()
            note = {
                "run": lease.run,
                "venue": lease.venue,
                "step": name,
                "operation": "",
                "state": "done",
                "fence": lease.fence,
                "tries": 1,
                "version": lease.version,
                "started_at": now,
                "finished_at": now,
                "outcome": self._seal.close(made),
            }
            db.execute(attempts.insert(), note)
            if keep:
                self._put(db, vault or lease.run, lease.venue, keep, now)
                self._told_by(db, lease, now, "kept", detail=", ".join(sorted(keep)))
        return made

    def outcomes(self, run: str, step: str) -> dict[str, object]:
        """The document that a step of this name has yielded, by venue."""
        query = sa.select(attempts.c.venue, attempts.c.outcome).where(
            attempts.c.run == run, attempts.c.step == step, attempts.c.state == "done"
        )
        with self._read() as db:
            return {row.venue: self._seal.open(row.outcome) for row in db.execute(query)}

    def hold(self, lease: Lease, source: str, now: float) -> dict[str, str]:
        """The credentials of run `source` as they were when this case first held them, in clear.

        One case holds them at a time, until it is over. Raises LeaseLost, and ConfigurationError when another holds
        them, or has held them since.
        """
        holder = Lease(source, lease.venue, 0, "", lease.fence)
        with self._write() as db:
            self._fenced(db, lease)
            self._locked(db, source, lease.venue)
            mine = db.execute(_OUTCOME, _key(lease, _HELD)).scalar()
            row = db.execute(_OUTCOME, _key(holder, _HOLDER)).scalar()
            other = None if row is None else str(self._seal.open(row))
            if other not in (None, lease.run) and (
                mine is not None or not self._over(db, str(other), lease.venue)
            ):
                raise ConfigurationError(
                    f"run {other} works on the credentials of run {source} at {lease.venue}, or has since this one began"
                )
            if mine is not None:
                return cast("dict[str, str]", self._seal.open(mine))
            found = {
                row.name: str(self._seal.open(row.value))
                for row in db.execute(
                    sa.select(secrets).where(secrets.c.run == source, secrets.c.venue == lease.venue)
                )
            }
            db.execute(attempts.delete().where(*_OF_STEP), _key(holder, _HOLDER))
            for of, name, outcome in ((lease, _HELD, found), (holder, _HOLDER, lease.run)):
                db.execute(
                    attempts.insert().values(
                        run=of.run, venue=of.venue, step=name, operation="", state="done", fence=lease.fence,
                        tries=1, version=lease.version, started_at=now, finished_at=now,
                        outcome=self._seal.close(outcome),
                    )
                )  # fmt: skip
        return found

    def _over(self, db: sa.Connection, run: str, venue: str) -> bool:
        """Whether a case will do nothing more, as far as is known."""
        case = db.execute(of_case(run, venue, sa.select(cases))).one_or_none()
        return case is None or (case.state in ("ended", "cancelled") and case.status != "ambiguous")

    # interactions

    def ask(self, lease: Lease, name: str, question: object, now: float) -> str | None:
        """The answer to an interaction, or None, and then it is asked. Raises LeaseLost."""
        with self._write() as db:
            self._fenced(db, lease, onward=True)
            found = db.execute(
                of_interaction(lease.run, lease.venue, name, sa.select(interactions))
            ).one_or_none()
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
            self._told_by(db, lease, now, "asked", step=name)
        return None

    def answer(self, run: str, venue: str, name: str, value: str, *, by: str, now: float) -> CaseRow | None:
        """Answer an interaction, and make its case due. None when it was answered before, was never asked, or its case is
        cancelled.
        """
        with self._write() as db:
            # Locked before anything is written: a leg that ends meanwhile either sees the answer, or has waited.
            case = self._locked(db, run, venue)
            if case is None or case.state == "cancelled":
                return None
            done = db.execute(
                of_interaction(run, venue, name, interactions.update())
                .where(interactions.c.answered_at.is_(None))
                .values(answer=self._seal.close(value), answered_at=now, answered_by=by)
            )
            if done.rowcount == 0:
                return None
            if case.state == "waiting" and case.waiting == name:
                self._set(db, run, venue, state="queued", due=now, waiting="")
            self._tell(db, run, venue, now, "answered", step=name, detail=f"by {by}")
            return self._case_row(self._locked(db, run, venue))

    def interactions(
        self, run: str | None = None, *, unanswered: bool = False, ids: Collection[str] | None = None
    ) -> list[InteractionRow]:
        """The interactions of a run, of the runs `ids` or of all, oldest first."""
        query = sa.select(interactions).order_by(interactions.c.asked_at, interactions.c.name)
        if run is not None:
            query = query.where(interactions.c.run == run)
        if ids is not None:
            query = query.where(interactions.c.run.in_(ids))
        if unanswered:
            query = query.where(interactions.c.answered_at.is_(None))
        with self._read() as db:
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
        """Put credentials away outside of a leg, such as a token that was renewed.

        Raises ConfigurationError when there is no such case, or it was purged.
        """
        with self._write() as db:
            case = self._locked(db, run, venue)
            state = db.execute(sa.select(runs.c.state).where(runs.c.id == run)).scalar()
            if case is None or state == "purged":
                raise ConfigurationError(f"run {run} has no case at {venue}, or it was purged")
            self._put(db, run, venue, credentials, now)

    def credentials(self, run: str, venue: str) -> dict[str, str]:
        """What a case has yielded, in clear."""
        query = (
            sa.select(secrets).where(secrets.c.run == run, secrets.c.venue == venue).order_by(secrets.c.name)
        )
        with self._read() as db:
            return {row.name: str(self._seal.open(row.value)) for row in db.execute(query)}

    # history

    def events(self, run: str | None = None, *, after: int = 0, limit: int | None = None) -> list[EventRow]:
        """The history, oldest first, of one run or of all; only what comes after event number `after`.

        On PostgreSQL an event may become visible a moment after one with a higher number.
        """
        query = sa.select(events).where(events.c.number > after).order_by(events.c.number)
        if run is not None:
            query = query.where(events.c.run == run)
        if limit is not None:
            query = query.limit(limit)
        with self._read() as db:
            return [EventRow(*row) for row in db.execute(query)]

    def purge(self, run: str, now: float) -> None:
        """Erase everything personal and secret of a run. What happened, and when, remains. Twice is as once.

        A worker that is at it writes nothing more.
        """
        with self._write() as db:
            self._alone(db)
            db.execute(
                sa.select(cases.c.venue).where(cases.c.run == run).order_by(cases.c.venue).with_for_update()
            )
            for table in (attempts, interactions, secrets):
                db.execute(table.delete().where(table.c.run == run))
            emptied = {"state": "cancelled", "error": None, "waiting": "", "failed_step": ""}
            db.execute(cases.update().where(cases.c.run == run).values(**emptied, fence=cases.c.fence + 1))
            purged = db.execute(
                runs.update()
                .where(runs.c.id == run, runs.c.state != "purged")
                .values(state="purged", dossier=None, applicant="", options="{}", digest="")
            )
            if purged.rowcount:
                self._tell(db, run, "", now, "purged")

    def forget(self, run: str) -> None:
        """Delete a run with all that is known of it. For one that is over, and has changed nothing anywhere."""
        with self._write() as db:
            self._alone(db)
            for table in (cases, attempts, interactions, secrets, events):
                db.execute(table.delete().where(table.c.run == run))
            db.execute(runs.delete().where(runs.c.id == run))

    def reseal(self, *, batch: int = 200) -> int:
        """Seal everything again with the first key; returns how many texts were sealed with another.

        Afterwards the other keys may go, if no process seals with one of them any more. Works in transactions of
        `batch` rows beside everything else; when it was interrupted, do it again.
        """
        return sum(self._reseal(table, columns, batch) for table, columns in _SEALED)

    def _reseal(self, table: sa.Table, columns: Sequence[sa.Column[Any]], batch: int) -> int:
        keys = list(table.primary_key)
        count, last = 0, None
        while True:
            query = sa.select(*keys, *columns).order_by(*keys).limit(batch).with_for_update()
            if table is meta:
                query = query.where(meta.c.name == "salt")
            if last is not None:
                query = query.where(sa.tuple_(*keys) > sa.tuple_(*last))
            with self._write() as db:
                # Not while somebody is purged: both lock many rows.
                self._alone(db)
                rows = db.execute(query).all()
                for row in rows:
                    texts = zip(columns, row[len(keys) :], strict=True)
                    old = {
                        c.name: text for c, text in texts if text is not None and not self._seal.newest(text)
                    }
                    if old:
                        same = [key == value for key, value in zip(keys, row, strict=False)]
                        new = {name: self._seal.again(text) for name, text in old.items()}
                        db.execute(table.update().where(*same).values(**new))
                        count += len(new)
            if len(rows) < batch:
                return count
            last = tuple(rows[-1])[: len(keys)]


# The salt last: while it is sealed with an old key, a database that needs that key does not open without it.
_SEALED: tuple[tuple[sa.Table, Sequence[sa.Column[Any]]], ...] = (
    (runs, [runs.c.dossier]),
    (cases, [cases.c.error]),
    (attempts, [attempts.c.outcome]),
    (interactions, [interactions.c.question, interactions.c.answer]),
    (secrets, [secrets.c.value]),
    (meta, [meta.c.value]),
)


_OF_STEP: Final = tuple(attempts.c[name] == sa.bindparam(f"of_{name}") for name in ("run", "venue", "step"))
_ATTEMPT: Final = sa.select(attempts).where(*_OF_STEP)
_OUTCOME: Final = sa.select(attempts.c.outcome).where(*_OF_STEP)


def _key(lease: Lease, step: str) -> dict[str, Any]:
    return {"of_run": lease.run, "of_venue": lease.venue, "of_step": step}


@cache
def _update(*names: str) -> sa.Update:
    return attempts.update().where(*_OF_STEP).values({name: sa.bindparam(name) for name in names})
