"""The ledger on SQLite and PostgreSQL.

Every write of a driver is fenced: it carries its lease, and in the same transaction the ledger looks whether a younger
one was given out. So of two workers that believe a case to be theirs, one gets `LeaseLost` before it can do anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import sqlalchemy as sa

from venuekit.runs.ledger.base import SILENCE, Schedule
from venuekit.runs.ledger.connect import connect, shown
from venuekit.runs.ledger.steps import Steps
from venuekit.runs.ledger.tables import attempts, cases, interactions, meta, runs, secrets
from venuekit.runs.vault import Seal


class Ledger(Steps):
    """See `venuekit.runs.ledger`. Used from any thread and any number of processes.

    Every method may raise LedgerUnavailable.
    """

    def clock(self, machine: Callable[[], float]) -> Callable[[], float]:
        """What time it is for all who work on this database, in unix seconds: the server's, where machines differ.

        Reads it from PostgreSQL at each call; SQLite has the `machine`'s.
        """
        return self._server_time if self.engine.dialect.name == "postgresql" else machine

    def _server_time(self) -> float:
        with self._read() as db:
            return float(db.execute(sa.select(sa.extract("epoch", sa.func.clock_timestamp()))).scalar_one())

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
        """Delete a run that is over, and has changed nothing anywhere. What happened, and when, remains."""
        with self._write() as db:
            self._alone(db)
            for table in (cases, attempts, interactions, secrets):
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

    def __repr__(self) -> str:
        return f"Ledger({shown(self.engine.url)!r})"


# The salt last: while it is sealed with an old key, a database that needs that key does not open without it.
_SEALED: tuple[tuple[sa.Table, Sequence[sa.Column[Any]]], ...] = (
    (runs, [runs.c.dossier]),
    (cases, [cases.c.error]),
    (attempts, [attempts.c.outcome]),
    (interactions, [interactions.c.question, interactions.c.answer]),
    (secrets, [secrets.c.value]),
    (meta, [meta.c.value]),
)


def open_ledger(url: str, seal: Seal, *, schedule: Schedule | None = None) -> Ledger:
    """The ledger at a database URL: `sqlite:///PATH`, `sqlite://` (memory) or `postgresql://…`.

    Makes the tables where there are none. Raises ConfigurationError for a database that cannot be opened, that a newer
    version has written, or that is sealed with another key.
    """
    engine = connect(url)
    try:
        return Ledger(engine, seal, schedule)
    except BaseException:
        engine.dispose()
        raise


__all__ = ["SILENCE", "Ledger", "Schedule", "open_ledger"]
