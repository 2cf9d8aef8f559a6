"""What happens within a case: steps, questions, credentials, and the history of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final, cast

import sqlalchemy as sa

from venuekit.runs.ledger.base import Db, Status, cancelled, inserting, of_case, of_interaction
from venuekit.runs.ledger.cases import RUN, Cases, run_row
from venuekit.runs.ledger.direct import Direct
from venuekit.runs.ledger.model import (
    Attempt,
    AttemptState,
    CaseRow,
    EventRow,
    InteractionRow,
    Lease,
    Outcome,
    RunRow,
)
from venuekit.runs.ledger.tables import attempts, cases, events, interactions, runs, secrets
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
        with self._step(writing=False) as db:
            return self._all_told(db, lease)

    def known(self, lease: Lease) -> tuple[RunRow, object, Told] | None:
        """The run of a case, its dossier, and all that is over in the case; None when the run was purged."""
        with self._step(writing=False) as db:
            row = db.execute(RUN, {"of_run": lease.run}).one_or_none()
            told = self._all_told(db, lease)
        if row is None or row.dossier is None:
            return None
        return run_row(row), self._seal.open(row.dossier), told

    def _all_told(self, db: Direct, lease: Lease) -> Told:
        of = {"of_run": lease.run, "of_venue": lease.venue}
        rows = {row.step: row for row in db.execute(_OVER, of)}
        return Told(rows, {row.name: row.answer for row in db.execute(_ANSWERED, of)}, self._seal)

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
        after: Outcome | None = None,
    ) -> Attempt:
        """Write down that a step is about to be made, unless it was made already; and the status before it.

        And with them the outcome of the step `after` which it comes, if that is not written yet; of a cancelled case that
        alone is written.

        `new` and `open`: the intent is written, make the call. `doubt`: an earlier intent has no result; a `repeatable`
        step is `open` then. `counts`: whether it is one more try. Raises LeaseLost, and StepChanged when the step was
        begun with another operation.
        """
        with self._step() as db:
            gone = self._fenced(db, lease)
            if after is not None:
                self._settled(db, lease, after.step, "done", after.document, after.at)
            if not gone:
                return self._begun(db, lease, step, operation, now, repeatable, counts, status)
        raise cancelled(lease)

    def _begun(
        self,
        db: Db,
        lease: Lease,
        step: str,
        operation: str,
        now: float,
        repeatable: bool,
        counts: bool,
        status: Status | None,
    ) -> Attempt:
        if status is not None:
            self._mark(db, lease, status, now)
        row = db.execute(_ATTEMPT, _key(lease, step)).one_or_none()
        if row is not None:
            same_operation(row, step, operation)
        if row is not None and row.state != "open" and not (repeatable and row.state == "doubt"):
            return attempt_of(row, self._seal)
        values = {"state": "doubt", "fence": lease.fence, "started_at": now, "version": lease.version}
        # One whose worker died says nothing of the venue.
        tries = 1 if row is None else row.tries + (counts and row.state == "open")
        if row is None:
            keys = {"run": lease.run, "venue": lease.venue, "step": step, "operation": operation}
            db.execute(_NEW, keys | values | {"tries": tries, "finished_at": None, "outcome": None})
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
        with self._step() as db:
            self._fenced(db, lease)
            self._settled(db, lease, step, state, outcome, now, detail)

    def _settled(
        self,
        db: Db,
        lease: Lease,
        step: str,
        state: AttemptState,
        outcome: object,
        now: float,
        detail: str = "",
    ) -> None:
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
        with self._step() as db:
            self._fenced(db, lease)
            row = db.execute(_ATTEMPT, _key(lease, name)).one_or_none()
            if row is not None:
                same_operation(row, name, "")
                return self._seal.open(row.outcome)
            made = make()
            self._noted(db, lease, name, made, now)
            if keep:
                self._put(db, vault or lease.run, lease.venue, keep, now)
                self._told_by(db, lease, now, "kept", detail=", ".join(sorted(keep)))
        return made

    def _noted(self, db: Db, lease: Lease, name: str, made: object, now: float) -> None:
        note = {"run": lease.run, "venue": lease.venue, "step": name, "operation": "", "state": "done"}
        made_by = {"fence": lease.fence, "tries": 1, "version": lease.version}
        at = {"started_at": now, "finished_at": now}
        db.execute(_NEW, note | made_by | at | {"outcome": self._seal.close(made)})

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
        holder = replace(lease, run=source)
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
            self._noted(db, lease, _HELD, found, now)
            self._noted(db, holder, _HOLDER, lease.run, now)
        return found

    def _over(self, db: sa.Connection, run: str, venue: str) -> bool:
        """Whether a case will do nothing more, as far as is known."""
        case = db.execute(of_case(run, venue, sa.select(cases))).one_or_none()
        return case is None or (case.state in ("ended", "cancelled") and case.status != "ambiguous")

    # interactions

    def ask(self, lease: Lease, name: str, question: object, now: float) -> str | None:
        """The answer to an interaction, or None, and then it is asked. Raises LeaseLost."""
        with self._step() as db:
            self._fenced(db, lease, onward=True)
            of = {"of_run": lease.run, "of_venue": lease.venue, "of_name": name}
            found = db.execute(_ASKED, of).one_or_none()
            if found is not None:
                return None if found.answer is None else str(self._seal.open(found.answer))
            asked = {
                "run": lease.run,
                "venue": lease.venue,
                "name": name,
                "asked_at": now,
                "question": self._seal.close(question),
                "answered_at": None,
                "answered_by": "",
                "answer": None,
            }
            db.execute(_ASK, asked)
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


_OF_STEP: Final = tuple(attempts.c[name] == sa.bindparam(f"of_{name}") for name in ("run", "venue", "step"))
_ATTEMPT: Final = sa.select(attempts).where(*_OF_STEP)
_OUTCOME: Final = sa.select(attempts.c.outcome).where(*_OF_STEP)


_NEW: Final = inserting(attempts)
_ASK: Final = inserting(interactions)
_ASKED: Final = sa.select(interactions).where(
    *(interactions.c[name] == sa.bindparam(f"of_{name}") for name in ("run", "venue", "name"))
)
_OVER: Final = sa.select(attempts).where(*_OF_STEP[:2], sa.text("state in ('done', 'refused')"))
_ANSWERED: Final = sa.select(interactions.c.name, interactions.c.answer).where(
    interactions.c.run == sa.bindparam("of_run"),
    interactions.c.venue == sa.bindparam("of_venue"),
    interactions.c.answer.is_not(None),
)


def _key(lease: Lease, step: str) -> dict[str, Any]:
    return {"of_run": lease.run, "of_venue": lease.venue, "of_step": step}


@cache
def _update(*names: str) -> sa.Update:
    return attempts.update().where(*_OF_STEP).values({name: sa.bindparam(name) for name in names})
