"""The ledger on SQLite and PostgreSQL.

Every write of a driver is fenced: it carries its lease, and in the same transaction the ledger looks whether a younger
one was given out. So of two workers that believe a case to be theirs, one gets `LeaseLost` before it can do anything.
"""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa

from venuekit.runs.ledger.base import SILENCE, Schedule
from venuekit.runs.ledger.connect import connect, shown
from venuekit.runs.ledger.steps import Steps
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

    def __repr__(self) -> str:
        return f"Ledger({shown(self.engine.url)!r})"


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
