"""What happens within a case: steps, questions, credentials, and the history of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import sqlalchemy as sa

from venuekit.runs.ledger.base import of_case, of_interaction
from venuekit.runs.ledger.cases import Cases
from venuekit.runs.ledger.model import Attempt, AttemptState, CaseRow, EventRow, InteractionRow, Lease
from venuekit.runs.ledger.tables import attempts, cases, events, interactions, meta, runs, secrets


class Steps(Cases):
    """The part of the ledger that a leg needs."""

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
                    cast("AttemptState", row.state),
                    row.started_at,
                    row.finished_at or 0.0,
                    row.tries,
                    outcome,
                )
            values = {"state": "doubt", "fence": lease.fence, "started_at": now, "operation": operation}
            tries = 1 if row is None else row.tries + 1
            version = self._version(db, lease)
            if row is None:
                keys = {"run": lease.run, "venue": lease.venue, "step": step}
                db.execute(attempts.insert().values(**keys, **values, tries=tries, version=version))
            else:
                db.execute(
                    _attempt(lease, step, attempts.update()).values(**values, tries=tries, version=version)
                )
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
        self,
        lease: Lease,
        name: str,
        make: Callable[[], object],
        now: float,
        *,
        keep: Mapping[str, str] | None = None,
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
                self._tell(
                    db, lease.run, lease.venue, now, "kept", lease=lease, detail=", ".join(sorted(keep))
                )
        return made

    def outcomes(self, run: str, step: str) -> dict[str, object]:
        """The document that a step of this name has yielded, by venue."""
        query = sa.select(attempts.c.venue, attempts.c.outcome).where(
            attempts.c.run == run, attempts.c.step == step, attempts.c.state == "done"
        )
        with self._engine.connect() as db:
            return {row.venue: self._seal.open(row.outcome) for row in db.execute(query)}

    # interactions

    def ask(self, lease: Lease, name: str, question: object, now: float) -> str | None:
        """The answer to an interaction, or None, and then it is asked. Raises LeaseLost."""
        with self._writing.begin() as db:
            self._fenced(db, lease)
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
            self._tell(db, lease.run, lease.venue, now, "asked", step=name, lease=lease)
        return None

    def answer(self, run: str, venue: str, name: str, value: str, *, by: str, now: float) -> CaseRow | None:
        """Answer an interaction, and make its case due. None when it was answered before, or was never asked."""
        with self._writing.begin() as db:
            done = db.execute(
                of_interaction(run, venue, name, interactions.update())
                .where(interactions.c.answered_at.is_(None))
                .values(answer=self._seal.close(value), answered_at=now, answered_by=by)
            )
            if done.rowcount == 0:
                return None
            db.execute(
                of_case(run, venue, cases.update())
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
        query = (
            sa.select(secrets).where(secrets.c.run == run, secrets.c.venue == venue).order_by(secrets.c.name)
        )
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
            db.execute(
                cases.update().where(cases.c.run == run).values(state="cancelled", error=None, waiting="")
            )
            db.execute(
                runs.update()
                .where(runs.c.id == run)
                .values(state="purged", dossier=None, applicant="", options="{}")
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


def _attempt(lease: Lease, step: str, statement: Any) -> Any:
    return statement.where(
        attempts.c.run == lease.run, attempts.c.venue == lease.venue, attempts.c.step == step
    )
