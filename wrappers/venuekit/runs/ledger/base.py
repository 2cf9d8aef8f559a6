"""What all parts of the ledger need: transactions, the fence, the seal, the history."""

from __future__ import annotations

import secrets as random
from collections.abc import Callable, Generator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from importlib import import_module
from threading import Lock
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import ConnectionPoolEntry

from venuekit.runs.ledger.connect import only_looks, reported, shown
from venuekit.runs.ledger.direct import Direct, Directly
from venuekit.runs.ledger.model import Lease, LeaseLost
from venuekit.runs.ledger.tables import (
    MIGRATIONS,
    SCHEMA_VERSION,
    cases,
    events,
    interactions,
    meta,
    metadata,
    secrets,
    workers,
)
from venuekit.runs.vault import Seal, SealBroken, digest
from venuekit.transport.errors import ConfigurationError

# A worker that has not been heard of for this long, in seconds, is taken for dead.
SILENCE: Final = 15.0
# The name of our lock in a PostgreSQL database; it means nothing.
_LOCK: Final = 0x76656E75

# The status of a case, ours and the venue's word.
Status = tuple[str, str]
# Enqueues leg `leg` of a case, to be due in so many seconds, in the ledger's own transaction.
Schedule = Callable[[sa.Connection, str, str, int, float], None]
# What takes statements that were put together once.
Db = sa.Connection | Direct


class Base:
    """One database, and the seal of what is secret in it.

    Whoever writes to a case locks its row first, and reads what it decides by afterwards. So writers of one case come
    one after the other, and no two wait for each other.
    """

    def __init__(self, engine: sa.Engine, seal: Seal, schedule: Schedule | None = None) -> None:
        self._engine = engine
        self.schedule: Schedule = schedule or (lambda db, run, venue, leg, delay: None)
        # Tests have less time.
        self.silence = SILENCE
        self._writing = engine.execution_options(writing=True)
        self._directly = Directly(engine)
        # SQLite lets one writer in, and makes the others sleep for a while and try again. Threads can queue instead.
        self._turn: AbstractContextManager[object] = (
            Lock() if engine.dialect.name == "sqlite" else nullcontext()
        )
        self._seal = seal
        self._salt = self._prepare()

    def close(self) -> None:
        """Give the connections back; those that a thread has in hand, when it is done."""
        # They go to a pool that nobody has any more: there nobody would close them.
        event.listen(self._engine.pool, "checkin", _closed)
        self._engine.dispose()

    @property
    def engine(self) -> sa.Engine:
        """The database, for tables that live beside these."""
        return self._engine

    def digest(self, text: str) -> str:
        """A digest that only this database makes: it tells equal texts together and names none of them."""
        return digest(self._salt, text)

    @contextmanager
    def _write(self) -> Generator[sa.Connection, None, None]:
        with self._turn, reported(self._engine.url), self._writing.begin() as db:
            yield db

    @contextmanager
    def _step(self, *, writing: bool = True) -> Generator[Direct, None, None]:
        """A transaction of those that every step makes."""
        with (
            self._turn if writing else _FREE,
            reported(self._engine.url),
            self._directly.begin(writing=writing) as db,
        ):
            yield db

    @contextmanager
    def _read(self) -> Generator[sa.Connection, None, None]:
        with reported(self._engine.url), self._engine.connect() as db:
            yield db

    def _prepare(self) -> str:
        """Make the tables or bring them up to date; returns the salt of digests."""
        with self._read() as db:
            if only_looks(db):
                return self._as_it_is(db)
        with self._write() as db:
            self._alone(db)
            metadata.create_all(db)
            known: dict[str, str] = {row.name: row.value for row in db.execute(sa.select(meta))}
            if not known:
                salt = random.token_hex(16)
                db.execute(meta.insert().values(name="version", value=str(SCHEMA_VERSION)))
                db.execute(meta.insert().values(name="salt", value=self._seal.close(salt)))
                return salt
            version, salt = self._known(known)
            for number in range(version + 1, SCHEMA_VERSION + 1):
                for statement in MIGRATIONS[number]:
                    db.exec_driver_sql(statement)
            if version < SCHEMA_VERSION:
                db.execute(meta.update().where(meta.c.name == "version").values(value=str(SCHEMA_VERSION)))
        return salt

    def _as_it_is(self, db: sa.Connection) -> str:
        """The salt of a database that cannot be written."""
        known: dict[str, str] = {}
        if sa.inspect(db).has_table(meta.name):
            known = {row.name: row.value for row in db.execute(sa.select(meta))}
        version, salt = self._known(known) if known else (0, "")
        if version < SCHEMA_VERSION:
            raise ConfigurationError(
                f"the database {shown(self._engine.url)} is read-only, and its tables have to be made or brought up to"
                " date first; make it writable, its folder too"
            )
        return salt

    def _known(self, known: Mapping[str, str]) -> tuple[int, str]:
        """The version of the tables, and the salt. Raises ConfigurationError where they are newer than this, or sealed otherwise."""
        version = int(known["version"])
        if version > SCHEMA_VERSION:
            raise ConfigurationError(
                f"a newer version of venuekit has written the database {shown(self._engine.url)} (schema {version},"
                f" and this one knows {SCHEMA_VERSION}); use that version: pip install --upgrade venuekit"
            )
        try:
            return version, str(self._seal.open(known["salt"]))
        except SealBroken:
            raise SealBroken(
                f"the database {shown(self._engine.url)} was sealed with another key, or is damaged; give the right key."
                " Nothing was changed"
            ) from None

    def _alone(self, db: sa.Connection) -> None:
        """Until the end of the transaction nobody else is here. On SQLite all writers are alone."""
        if db.dialect.name == "postgresql":
            db.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))

    def _fenced(self, db: Db, lease: Lease, *, onward: bool = False) -> bool:
        """Lock the case, and make sure that nobody else was given it; and to go `onward`, that it was not cancelled.

        What a call under way has yielded is taken from a cancelled case too: it may be a credential. Returns whether it
        was cancelled.
        """
        held = db.execute(_FENCE, {"of_run": lease.run, "of_venue": lease.venue}).one_or_none()
        if held is None or held.fence != lease.fence:
            raise LeaseLost(f"another worker has taken over {lease.venue} of run {lease.run}")
        gone = bool(held.state == "cancelled")
        if onward and gone:
            raise cancelled(lease)
        return gone

    def _locked(self, db: Db, run: str, venue: str) -> Any:
        """Lock a case; returns its row, or None."""
        return db.execute(_LOCKED, {"of_run": run, "of_venue": venue}).one_or_none()

    def _alive(self, db: Db, worker: str, now: float) -> bool:
        beat = db.execute(_BEAT, {"of_worker": worker}).scalar()
        return beat is not None and beat >= now - self.silence

    def _set(self, db: Db, run: str, venue: str, **values: Any) -> None:
        db.execute(_update(*values), {"of_run": run, "of_venue": venue, **values})

    def _inserted(self, db: sa.Connection, table: sa.Table, **values: Any) -> bool:
        """Insert a row, unless there is one of its key: then False, also when another process was a moment faster."""
        statement = _insert_of(db.dialect.name)(table).values(**values).on_conflict_do_nothing()
        made = db.execute(statement, execution_options={"preserve_rowcount": True})
        return made.rowcount == 1

    def _put(self, db: Db, run: str, venue: str, credentials: Mapping[str, str], now: float) -> None:
        for name, value in credentials.items():
            row = {"run": run, "venue": venue, "name": name, "value": self._seal.close(value), "kept_at": now}
            db.execute(_putting(self._engine.dialect.name), row)

    def _tell(
        self,
        db: Db,
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
    ) -> None:
        row = {
            "run": run,
            "venue": venue,
            "at": at,
            "kind": kind,
            "step": step,
            "operation": operation,
            "worker": worker,
            "version": version,
            "detail": detail,
        }
        db.execute(_EVENT, row)

    def _mark(self, db: Db, lease: Lease, status: Status, now: float) -> None:
        old = db.execute(_STATUS, {"of_run": lease.run, "of_venue": lease.venue}).one()
        if tuple(old) != status:
            new = {"status": status[0], "raw_status": status[1], "updated_at": now}
            self._set(db, lease.run, lease.venue, **new)
            self._told_by(db, lease, now, "status", detail=status[0])

    def _told_by(self, db: Db, lease: Lease, at: float, kind: str, **more: str) -> None:
        self._tell(db, lease.run, lease.venue, at, kind, worker=lease.worker, version=lease.version, **more)


def _closed(connection: object, record: ConnectionPoolEntry) -> None:
    record.invalidate()


def cancelled(lease: Lease) -> LeaseLost:
    return LeaseLost(f"{lease.venue} of run {lease.run} was cancelled")


def inserting(table: sa.Table, *, but: str = "") -> sa.Insert:
    """A row of all columns, `but` one, by their names."""
    return table.insert().inline().values({c.name: sa.bindparam(c.name) for c in table.c if c.name != but})


def _insert_of(dialect: str) -> Callable[[sa.Table], Any]:
    # PostgreSQL's is large, and of no use elsewhere.
    made: Callable[[sa.Table], Any] = import_module(f"sqlalchemy.dialects.{dialect}").insert
    return made


@cache
def _putting(dialect: str) -> Any:
    row = _insert_of(dialect)(secrets).values({c.name: sa.bindparam(c.name) for c in secrets.c})
    new = {"value": row.excluded.value, "kept_at": row.excluded.kept_at}
    return row.on_conflict_do_update(index_elements=list(secrets.primary_key), set_=new)


# To put a statement together takes several times as long as to run it: those of every step are made once.
_OF_CASE: Final = (cases.c.run == sa.bindparam("of_run"), cases.c.venue == sa.bindparam("of_venue"))
_FENCE: Final = sa.select(cases.c.fence, cases.c.state).where(*_OF_CASE).with_for_update()
CASE: Final = sa.select(cases).where(*_OF_CASE)
_STATUS: Final = sa.select(cases.c.status, cases.c.raw_status).where(*_OF_CASE)
_LOCKED: Final = sa.select(cases).where(*_OF_CASE).with_for_update()
_EVENT: Final = inserting(events, but="number")
_BEAT: Final = sa.select(workers.c.beat_at).where(workers.c.id == sa.bindparam("of_worker"))
_FREE: Final = nullcontext()


@cache
def _update(*names: str) -> sa.Update:
    return cases.update().where(*_OF_CASE).values({name: sa.bindparam(name) for name in names})


def of_case(run: str, venue: str, statement: Any) -> Any:
    return statement.where(cases.c.run == run, cases.c.venue == venue)


def of_interaction(run: str, venue: str, name: str, statement: Any) -> Any:
    return statement.where(
        interactions.c.run == run, interactions.c.venue == venue, interactions.c.name == name
    )
