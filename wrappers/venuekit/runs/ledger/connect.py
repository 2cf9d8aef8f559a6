"""A database URL as an engine that is safe for several threads and processes."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import StaticPool

from venuekit.transport.errors import ConfigurationError

_BUSY_SECONDS = 30


def connect(url: str) -> sa.Engine:
    """An engine for `sqlite:///PATH`, `sqlite://` (memory) or `postgresql://…`. Raises ConfigurationError.

    The file of an SQLite database is made with its folder, for its owner only.
    """
    try:
        where = sa.make_url(url)
    except (sa.exc.ArgumentError, ValueError):
        raise ConfigurationError(
            "the database URL is none: sqlite:///PATH or postgresql://… is expected"
        ) from None
    kind = where.get_backend_name()
    if kind == "sqlite":
        return _sqlite(where)
    if kind == "postgresql":
        return _postgresql(where)
    raise ConfigurationError(f"databases of the kind {kind} are not supported: use sqlite or postgresql")


def _postgresql(where: sa.URL) -> sa.Engine:
    engine = sa.create_engine(where.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=10)
    _try(engine)
    return engine


def _sqlite(where: sa.URL) -> sa.Engine:
    in_memory = where.database in (None, "", ":memory:")
    if not in_memory:
        path = Path(str(where.database))
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=True)
    more: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {}
    engine = sa.create_engine(
        where, connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False}, **more
    )

    def prepare(connection: sqlite3.Connection, record: object) -> None:
        sqlite_prepared(connection)
        # The driver's own way of beginning transactions would let two writers deadlock: see `begin`.
        connection.isolation_level = None

    def begin(connection: sa.Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("begin immediate" if writing else "begin")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    _try(engine)
    return engine


def sqlite_prepared(connection: sqlite3.Connection) -> None:
    """Set a connection up for several processes, and for versions of SQLite from 3.40 on."""
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    connection.execute(f"pragma busy_timeout = {_BUSY_SECONDS * 1000}")
    if sqlite3.sqlite_version_info < (3, 42):
        # The engine's tables ask for milliseconds, which an older SQLite does not know.
        connection.create_function("unixepoch", -1, _unixepoch)


def _unixepoch(*arguments: object) -> float | int:
    now = time.time()
    return round(now, 3) if "subsec" in arguments or "subsecond" in arguments else int(now)


def _try(engine: sa.Engine) -> None:
    failure = ""
    try:
        with engine.connect() as db:
            db.execute(sa.select(1))
    except sa.exc.SQLAlchemyError as error:
        # Its text may quote the URL, and so a password.
        failure = type(getattr(error, "orig", None) or error).__name__
    if failure:
        raise ConfigurationError(f"the database {engine.url.render_as_string()} cannot be opened ({failure})")
