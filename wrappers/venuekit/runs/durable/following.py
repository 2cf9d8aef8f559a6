"""The history as it grows: every event once, in order, and none left out.

On PostgreSQL an event gets its number when it is written, and is seen when its transaction ends: one may be seen after
another with a higher number. Whoever then asks for what comes after that number never sees it. So numbers are told only
up to a mark, below which nobody can still be writing.
"""

from __future__ import annotations

import sqlalchemy as sa

from venuekit.runs.ledger import EventRow, Ledger
from venuekit.runs.ledger.connect import reported
from venuekit.runs.ledger.tables import events

# Whoever writes an event holds this lock from before its number is drawn until its transaction ends.
_WRITERS = sa.text(
    "select virtualtransaction from pg_locks where locktype = 'relation' and granted"
    f" and mode = 'RowExclusiveLock' and relation = '{events.name}'::regclass"
    " and database = (select oid from pg_database where datname = current_database())"
)


class Follower:
    """Tells events of one run, or of all, after number `after`."""

    def __init__(self, ledger: Ledger, run: str | None = None, *, after: int = 0) -> None:
        self._ledger = ledger
        self._run = run
        self._after = after
        # A mark, and who was writing when it was made: when they have ended, it is good.
        self._next: tuple[int, frozenset[str]] | None = None

    def more(self, *, last: bool = False) -> list[EventRow]:
        """What is new. `last`: whatever can be seen, as nobody asks again."""
        end = None if last else self._mark()
        rows = [
            row
            for row in self._ledger.events(self._run, after=self._after)
            if end is None or row.number <= end
        ]
        if rows:
            self._after = rows[-1].number
        return rows

    def _mark(self) -> int | None:
        """The number up to which nothing is missing; None where nothing ever is."""
        if self._ledger.engine.dialect.name != "postgresql":
            # SQLite has one writer at a time.
            return None
        with reported(self._ledger.engine.url), self._ledger.engine.connect() as db:
            # In this order: who wrote a number up to the highest, and has not ended, is among the writers.
            highest = db.execute(sa.select(sa.func.max(events.c.number))).scalar() or 0
            writers = frozenset(db.execute(_WRITERS).scalars())
        if not writers:
            self._next = None
            return highest
        good = self._after
        if self._next is not None and not self._next[1] & writers:
            good, self._next = self._next[0], None
        if self._next is None:
            self._next = (highest, writers)
        return good


__all__ = ["Follower"]
