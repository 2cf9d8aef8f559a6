"""Runs and their cases: who may work on what, and when."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final, cast

import sqlalchemy as sa

from venuekit.runs.ledger.base import CASE, Base, Status
from venuekit.runs.ledger.model import CaseRow, CaseState, Lease, LeaseLost, RunRow, RunState
from venuekit.runs.ledger.tables import attempts, cases, interactions, runs, workers
from venuekit.runs.vault import digest
from venuekit.transport.errors import ConfigurationError


class Cases(Base):
    """The part of the ledger that drivers and workers need around a leg."""

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
        sealed: object = None,
        credentials: Mapping[str, Mapping[str, str]] | None = None,
    ) -> bool:
        """Write down a run with a case for each venue; False when the same run is there already.

        Also when several processes do so at once. Raises ConfigurationError when another dossier, or other options,
        stand under this id. `options` stand in clear. `sealed` is kept in the place of `dossier`, by which the run is
        known, and `credentials`, by venue, are put away with a new run: what was made for it.
        """
        # How urgent it is does not make it another run.
        meant = {name: option for name, option in options.items() if name != "priority"}
        text = json.dumps([dossier, meant, sorted(venues)], sort_keys=True)
        mark = digest(self._salt, text)
        with self._write() as db:
            made = self._inserted(
                db,
                runs,
                id=run,
                applicant=digest(self._salt, applicant),
                created_at=now,
                state="open",
                options=json.dumps(dict(options)),
                digest=mark,
                dossier=self._seal.close(dossier if sealed is None else sealed),
            )
            if not made:
                found = db.execute(sa.select(runs.c.digest, runs.c.state).where(runs.c.id == run)).one()
                if found.state == "purged":
                    raise ConfigurationError(f"the run {run} was purged; choose another id")
                if found.digest != mark:
                    raise ConfigurationError(
                        f"the run {run} exists with another dossier or other options; choose another id"
                    )
                return False
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
                if made_here := (credentials or {}).get(venue):
                    self._put(db, run, venue, made_here, now)
                    self._tell(
                        db, run, venue, now, "kept", version=version, detail=", ".join(sorted(made_here))
                    )
                self.schedule(db, run, venue, 0, 0.0)
        return True

    def run(self, run: str) -> RunRow | None:
        """One run, or None."""
        with self._step(writing=False) as db:
            row = db.execute(RUN, {"of_run": run}).one_or_none()
        return None if row is None else run_row(row)

    def all_runs(self, *, applicant: str | None = None, ids: Collection[str] | None = None) -> list[RunRow]:
        """Every run, the newest first; of one applicant, named as in its dossier; or of `ids`."""
        query = sa.select(runs).order_by(runs.c.created_at.desc(), runs.c.id)
        if applicant is not None:
            query = query.where(runs.c.applicant == digest(self._salt, applicant))
        if ids is not None:
            query = query.where(runs.c.id.in_(ids))
        with self._read() as db:
            return [run_row(row) for row in db.execute(query)]

    def dossier(self, run: str) -> object:
        """The dossier of a run as it was submitted; None when it was purged."""
        with self._step(writing=False) as db:
            sealed = db.execute(_DOSSIER, {"of_run": run}).scalar()
        return None if sealed is None else self._seal.open(sealed)

    # cases

    def cases(
        self, run: str | None = None, *, states: Sequence[CaseState] = (), ids: Collection[str] | None = None
    ) -> list[CaseRow]:
        """The cases of one run, of the runs `ids` or of all, in any of `states`."""
        query = sa.select(cases).order_by(cases.c.run, cases.c.venue)
        if run is not None:
            query = query.where(cases.c.run == run)
        if ids is not None:
            query = query.where(cases.c.run.in_(ids))
        if states:
            query = query.where(cases.c.state.in_(states))
        with self._read() as db:
            return [self._case_row(row) for row in db.execute(query)]

    def case(self, run: str, venue: str) -> CaseRow | None:
        """One case, or None."""
        with self._step(writing=False) as db:
            row = db.execute(CASE, {"of_run": run, "of_venue": venue}).one_or_none()
        return None if row is None else self._case_row(row)

    def counts(self) -> dict[tuple[str, str, str], int]:
        """How many cases there are, by venue, state and status."""
        by = (cases.c.venue, cases.c.state, cases.c.status)
        with self._read() as db:
            rows = db.execute(sa.select(*by, sa.func.count()).group_by(*by)).all()
        return {(venue, state, status): count for venue, state, status, count in rows}

    def overdue(
        self, now: float, *, late: float = 0.0, after: tuple[str, str] = ("", ""), limit: int = 500
    ) -> list[CaseRow]:
        """Cases that nobody works on although they are due: their worker is dead, or their leg was never enqueued.

        All of the former. Of the latter those that are due for `late` seconds and come beyond the run and venue `after`,
        at most `limit`, as in a bulk run most of them only wait for their turn. Without their errors, so that one that cannot be opened holds up nobody else.
        """
        alive = sa.select(workers.c.id).where(workers.c.beat_at >= now - self.silence)
        orphans = sa.select(cases).where(cases.c.state == "running", cases.c.worker.not_in(alive))
        unseen = (
            sa.select(cases)
            .where(
                cases.c.state.in_(("queued", "waiting")),
                cases.c.due <= now - late,
                sa.tuple_(cases.c.run, cases.c.venue) > sa.tuple_(*after),
            )
            .order_by(cases.c.run, cases.c.venue)
            .limit(limit)
        )
        with self._read() as db:
            found = [*db.execute(orphans), *db.execute(unseen)]
        return [self._case_row(row, with_error=False) for row in found]

    # leases

    def claim(
        self, worker: str, place: str, now: float, *, dead: Callable[[str], bool | None]
    ) -> tuple[str, float] | None:
        """Take a name for the worker at `place`. If it may be at work elsewhere: where, and its last sign of life.

        `dead` tells of a place whether the worker there is certainly gone.
        """
        row = {"place": place, "started_at": now, "beat_at": now}
        with self._write() as db:
            if self._inserted(db, workers, id=worker, **row):
                return None
            other = db.execute(sa.select(workers).where(workers.c.id == worker).with_for_update()).one()
            alive = other.beat_at >= now - self.silence
            if alive and other.place != place and not dead(other.place):
                return str(other.place), float(other.beat_at)
            db.execute(workers.update().where(workers.c.id == worker).values(**row))
        return None

    def beat(self, worker: str, now: float, place: str = "") -> None:
        """A worker is alive. Raises LeaseLost when another one at another place has its name."""
        with self._write() as db:
            ours = (workers.c.id == worker, workers.c.place == place)
            known = db.execute(workers.update().where(*ours).values(beat_at=now))
            row = {"id": worker, "started_at": now, "beat_at": now, "place": place}
            if known.rowcount == 0 and not self._inserted(db, workers, **row):
                raise LeaseLost(f"another process is the worker {worker} now")

    def take_over(self, row: CaseRow, now: float, *, by: str = "") -> bool:
        """Give a case of `overdue` a new leg; False when somebody else did so, or its worker is back.

        A worker gives up a case that it has itself and does not work on: `by` is its name then.
        """
        with self._write() as db:
            found = self._locked(db, row.run, row.venue)
            if found is None or (found.leg, found.fence, found.state) != (row.leg, row.fence, row.state):
                return False
            if found.state == "running" and found.worker != by and self._alive(db, found.worker, now):
                return False
            # A new fence: whoever held it and only seemed dead writes nothing more.
            leg, fence = row.leg + 1, row.fence + 1
            state = "waiting" if row.state == "waiting" else "queued"
            self._set(db, row.run, row.venue, state=state, leg=leg, fence=fence, due=now, worker="")
            self._tell(db, row.run, row.venue, now, "taken over", worker=row.worker)
            self.schedule(db, row.run, row.venue, leg, 0.0)
        return True

    def too_early(self, row: CaseRow, now: float) -> None:
        """A leg that is not due has come, as clocks of machines differ: let it come again, with another number."""
        with self._write() as db:
            found = self._locked(db, row.run, row.venue)
            if (found.leg, found.fence, found.state, found.due) == (row.leg, row.fence, row.state, row.due):
                self._set(db, row.run, row.venue, leg=row.leg + 1)
                self.schedule(db, row.run, row.venue, row.leg + 1, row.due - now)

    def gone(self, worker: str, place: str = "") -> None:
        """A worker has stopped: what it held may be taken at once."""
        with self._write() as db:
            db.execute(workers.delete().where(workers.c.id == worker, workers.c.place == place))

    def take(self, run: str, venue: str, *, leg: int, worker: str, version: str, now: float) -> Lease | None:
        """The lease of a case for its leg number `leg`; None when there is nothing to do for it, or others do it."""
        with self._step() as db:
            row = self._locked(db, run, venue)
            if row is None or row.leg != leg or row.state in ("ended", "cancelled"):
                return None
            if row.state == "running" and row.worker != worker and self._alive(db, row.worker, now):
                return None
            fence = row.fence + 1
            self._set(
                db, run, venue, state="running", fence=fence, worker=worker, version=version, updated_at=now
            )
            self._tell(db, run, venue, now, "leg", worker=worker, version=version, detail=str(leg))
        return Lease(run, venue, leg, worker, fence, version)

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
        status: Status | None = None,
    ) -> int:
        """End a leg, and with it the lease; returns the number of the next one. Raises LeaseLost."""
        more = state in ("queued", "waiting")
        with self._write() if more else self._step() as db:
            self._fenced(db, lease, onward=True)
            if status is not None:
                self._mark(db, lease, status, now)
            if waiting:
                # The answer may have come while the leg was ending.
                of = {"of_run": lease.run, "of_venue": lease.venue, "of_name": waiting}
                if db.execute(_ANSWERED_AT, of).scalar() is not None:
                    state, due, waiting = "queued", now, ""
            self._set(
                db,
                lease.run,
                lease.venue,
                state=state,
                leg=lease.leg + more,
                fence=lease.fence + 1,
                due=due,
                tries=tries,
                worker="",
                updated_at=now,
                waiting=waiting,
                failed_step=failed_step,
                error=None if error is None else self._seal.close(error),
            )
            self._told_by(db, lease, now, state, step=waiting or failed_step, detail=detail)
            if isinstance(db, sa.Connection):
                self.schedule(db, lease.run, lease.venue, lease.leg + 1, due - now)
        return lease.leg + more

    def mark(self, lease: Lease, status: str, raw_status: str, now: float) -> None:
        """The case has reached a status. Raises LeaseLost."""
        with self._write() as db:
            self._fenced(db, lease)
            self._mark(db, lease, (status, raw_status), now)

    def wake(self, run: str, venue: str, now: float) -> CaseRow | None:
        """Make a waiting or ended case due now, with one more leg; None when it is running, cancelled or not there.

        The step that ended a failed case is open again: it is made once more, as its refusal showed no effect.
        """
        with self._write() as db:
            row = self._locked(db, run, venue)
            if row is None or row.state in ("running", "cancelled"):
                return None
            if row.failed_step:
                failed = attempts.update().where(
                    attempts.c.run == run, attempts.c.venue == venue, attempts.c.step == row.failed_step
                )
                db.execute(
                    failed.where(attempts.c.state == "refused").values(state="open", outcome=None, tries=0)
                )
                db.execute(failed.where(attempts.c.state == "open").values(tries=0))
            self._set(
                db, run, venue, state="queued", leg=row.leg + 1, due=now, tries=0, failed_step="", error=None
            )
            self._tell(db, run, venue, now, "resumed")
            self.schedule(db, run, venue, row.leg + 1, 0.0)
            return self._case_row(self._locked(db, run, venue))

    def cancel(self, run: str, now: float) -> list[str]:
        """No further step of a run is begun; returns the venues concerned.

        A call under way may still end, and what it yields is kept.
        """
        with self._write() as db:
            found = db.execute(
                sa.select(cases.c.venue, cases.c.state)
                .where(cases.c.run == run)
                .order_by(cases.c.venue)
                .with_for_update()
            ).all()
            venues = [str(row.venue) for row in found if row.state not in ("ended", "cancelled")]
            for venue in venues:
                # The fence remains: whoever works on it now stops before the next step, and not before.
                self._set(db, run, venue, state="cancelled", waiting="", updated_at=now)
                self._tell(db, run, venue, now, "cancelled")
            db.execute(
                runs.update().where(runs.c.id == run, runs.c.state == "open").values(state="cancelled")
            )
        return venues

    def _case_row(self, row: Any, *, with_error: bool = True) -> CaseRow:
        values: dict[str, Any] = row._asdict()
        sealed = values.pop("error")
        error = self._seal.open(sealed) if with_error and sealed is not None else None
        return CaseRow(**values, error=error)


RUN: Final = sa.select(runs).where(runs.c.id == sa.bindparam("of_run"))
_DOSSIER: Final = sa.select(runs.c.dossier).where(runs.c.id == sa.bindparam("of_run"))

_ANSWERED_AT: Final = sa.select(interactions.c.answered_at).where(
    *(interactions.c[name] == sa.bindparam(f"of_{name}") for name in ("run", "venue", "name"))
)


def run_row(row: Any) -> RunRow:
    options: dict[str, object] = json.loads(row.options)
    return RunRow(row.id, row.applicant, row.created_at, cast("RunState", row.state), options)
