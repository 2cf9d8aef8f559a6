"""A database URL as an engine that is safe for several threads and processes."""

from __future__ import annotations

import os
import select
import sqlite3
import time
from contextlib import AbstractContextManager, closing
from pathlib import Path
from types import TracebackType
from typing import Any, Final
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from venuekit.runs.ledger.model import LedgerUnavailable
from venuekit.transport.errors import ConfigurationError

# How long a writer waits for the others, in seconds.
_BUSY_SECONDS: Final = 30
_CONNECT_SECONDS: Final = 10
# The same when it is opened: somebody may be looking on.
_LOCKED_SECONDS: Final = 5
# For how long a connection may lie idle, and is taken to be one all the same.
_REST_SECONDS: Final = 1.0
# A worker that was stopped in the middle of a transaction must not hold up the others for ever. Times are in ms.
_POSTGRESQL_SETTINGS: Final = (
    f"set lock_timeout = {_BUSY_SECONDS * 1000}",
    f"set idle_in_transaction_session_timeout = {_BUSY_SECONDS * 1000}",
)


def connect(url: str) -> sa.Engine:
    """An engine for `sqlite:///PATH`, `sqlite://` (memory) or `postgresql://…`. Raises ConfigurationError.

    The file of an SQLite database is made with its folder, for its owner only. A relative path starts at the current
    folder, once and for all; `~` is the user's own.
    """
    where = parsed(url)
    engine = _sqlite(where) if where.get_backend_name() == "sqlite" else _postgresql(where)
    _try(engine)
    return engine


def parsed(url: str) -> sa.URL:
    """A database URL, taken apart; the path of a file in it is absolute. Raises ConfigurationError."""
    where: sa.URL | None = None
    try:
        where = sa.make_url(url)
    except (exc.ArgumentError, ValueError):
        # Raised below and not here: the error quotes the URL, and so perhaps a password.
        where = None
    if where is None:
        raise ConfigurationError("the database URL is none: sqlite:///PATH or postgresql://… is expected")
    kind = where.get_backend_name()
    if kind not in ("sqlite", "postgresql"):
        raise ConfigurationError(f"databases of the kind {kind} are not supported: use sqlite or postgresql")
    if kind == "sqlite" and not in_memory(where):
        path = str(where.database)
        if where.host or not path or path.startswith("file:"):
            raise ConfigurationError(
                "the URL of an SQLite database is sqlite:///PATH: three slashes, and a fourth where the path begins with one"
            )
        where = where.set(database=str(_expanded(Path(path)).absolute()))
    return where


def in_memory(where: sa.URL) -> bool:
    """Whether a database is gone with its connection."""
    nameless = where.database in (None, "") and not where.host
    return where.get_backend_name() == "sqlite" and (nameless or where.database == ":memory:")


def shown(where: sa.URL) -> str:
    """A database URL for messages: without a password, and without the parameters, which may hold one."""
    return where.set(drivername=where.get_backend_name(), query={}).render_as_string()


def _expanded(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:
        raise ConfigurationError(
            f"nobody knows whose home {path.parts[0]} is; write the whole path"
        ) from None


# The driver's own come from where a connection is set up.
_FAILURES: Final = (
    exc.OperationalError,
    exc.InterfaceError,
    exc.InternalError,
    exc.TimeoutError,
    sqlite3.OperationalError,
)


class reported(AbstractContextManager[None]):
    """A database that fails as LedgerUnavailable, which says what to do. Its own text may hold parts of the URL."""

    def __init__(self, where: sa.URL) -> None:
        self._where = where

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, _FAILURES):
            raise LedgerUnavailable(unusable(self._where, error)) from None


def unusable(where: sa.URL, error: BaseException) -> str:
    """Which database fails, why, and what to do, as far as that is known."""
    reason = known_reason(error)
    failure = f"cannot be used: {reason}" if reason else f"does not answer ({named(error)})"
    return f"the database {shown(where)} {failure}"


def _postgresql(where: sa.URL) -> sa.Engine:
    given: dict[str, Any] = {} if "connect_timeout" in where.query else {"connect_timeout": _CONNECT_SECONDS}
    engine: sa.Engine | None = None
    try:
        engine = sa.create_engine(
            where.set(drivername="postgresql+psycopg"),
            connect_args=given,
            hide_parameters=True,
            # Whatever the database's default is: the ledger locks a row, and then wants to see what is there now.
            isolation_level="READ COMMITTED",
            pool_size=10,
        )
    except ImportError:
        engine = None
    if engine is None:
        raise ConfigurationError("PostgreSQL needs an extra: pip install 'venuekit[durable]'")

    event.listen(engine, "connect", postgresql_prepared)
    looked_after(engine)
    return engine


def _has_news(connection: Any) -> bool:
    """Whether the server has sent what nobody has asked for, such as its last word. Costs no round trip."""
    try:
        return bool(select.select([connection], [], [], 0)[0])
    except (ValueError, OSError):
        # Too many files are open for this kind of look.
        return True


def looked_after(engine: sa.Engine) -> None:
    """See whether a connection is still one, where it has rested or the server has had a word."""

    def rests(connection: Any, record: ConnectionPoolEntry) -> None:
        record.info["used"] = time.monotonic()

    def taken(connection: Any, record: ConnectionPoolEntry, proxy: object) -> None:
        rested = time.monotonic() - record.info.get("used", float("inf")) > _REST_SECONDS
        try:
            if rested or _has_news(connection):
                engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error:
            # The pool makes another; and what is as old as this one is made anew as well.
            raise exc.InvalidatePoolError from None

    event.listen(engine, "checkin", rests)
    event.listen(engine, "checkout", taken)


def postgresql_prepared(connection: Any, record: object) -> None:
    """Set a connection up: a worker that stands still holds nobody up for long."""
    before = connection.autocommit
    connection.autocommit = True
    for statement in _POSTGRESQL_SETTINGS:
        connection.execute(statement)
    connection.autocommit = before


def _sqlite(where: sa.URL) -> sa.Engine:
    more: dict[str, Any] = {}
    only_read = False
    if in_memory(where):
        # One connection is one database: its users wait for each other.
        more = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": _BUSY_SECONDS}
    else:
        path = Path(str(where.database))
        only_read = _is_only_read(path)
        if only_read:
            more = {"creator": lambda: _look_at(path)}
        else:
            _make_file(path)
    engine = sa.create_engine(
        where,
        connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False},
        hide_parameters=True,
        **more,
    )

    def prepare(connection: sqlite3.Connection, record: object) -> None:
        if not only_read:
            sqlite_prepared(connection)
        # The driver's own way of beginning transactions would let two writers deadlock: see `begin`.
        connection.isolation_level = None

    def begin(connection: sa.Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("begin immediate" if writing else "begin")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


def _is_only_read(path: Path) -> bool:
    """Whether a database is there that can be looked at and not written."""
    if not path.is_file() or path.stat().st_size == 0:
        return False
    return not all(os.access(place, os.W_OK) for place in (path, path.parent))


def _look_at(path: Path) -> sqlite3.Connection:
    """A connection to a database that cannot be written."""
    # Without its log SQLite wants to make one, unless it is told that nobody writes.
    log = Path(f"{path}-wal")
    how = "mode=ro" if log.is_file() and log.stat().st_size else "immutable=1"
    where = f"file:{quote(str(path))}?{how}"
    connection = sqlite3.connect(where, uri=True, timeout=_BUSY_SECONDS, check_same_thread=False)
    connection.execute("pragma query_only = on")
    return connection


def only_looks(db: sa.Connection) -> bool:
    """Whether this is a connection to a database that cannot be written."""
    return db.dialect.name == "sqlite" and bool(db.exec_driver_sql("pragma query_only").scalar())


def _make_file(path: Path) -> None:
    """The files that SQLite puts beside it get the same permissions."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.is_dir():
            path.touch(mode=0o600, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(
            f"the database {path} cannot be made: {error.strerror}; name a file in a folder that is yours"
        ) from None
    if path.is_dir():
        raise ConfigurationError(f"the database {path} cannot be opened: it is a folder; name a file in it")
    for place in (path, path.parent):
        # SQLite would notice in the middle of the work.
        if not os.access(place, os.W_OK):
            raise ConfigurationError(
                f"the database {path} cannot be opened: {place} is read-only; make it writable, or name another file"
            )


def sqlite_prepared(connection: sqlite3.Connection) -> None:
    """Set a connection up for several processes, and for versions of SQLite from 3.40 on."""
    connection.execute(f"pragma busy_timeout = {_BUSY_SECONDS * 1000}")
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    # What was erased is overwritten, not only forgotten.
    connection.execute("pragma secure_delete = on")
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
            only_read = only_looks(db)
        if engine.dialect.name == "sqlite" and not in_memory(engine.url) and not only_read:
            _look_whether_locked(str(engine.url.database))
    except sqlite3.Error as error:
        failure = _reason(error)
    except exc.SQLAlchemyError as error:
        # Its text may quote the URL, and so a password.
        failure = _reason(error)
    if failure:
        engine.dispose()
        raise ConfigurationError(f"the database {shown(engine.url)} cannot be opened: {failure}")


def _look_whether_locked(path: str) -> None:
    """Other writers are done in a moment: whoever holds the file for longer is told of soon. Raises sqlite3.Error."""
    if not os.path.exists(path) or os.path.getsize(path) == 0:
        # Several may be making it: a lock on it now would be in their way.
        return
    with closing(sqlite3.connect(path, timeout=_LOCKED_SECONDS, isolation_level=None)) as db:
        db.execute("begin immediate")
        db.execute("rollback")


def _reason(error: exc.SQLAlchemyError | sqlite3.Error) -> str:
    return known_reason(error) or f"it says {named(error)}"


def known_reason(error: BaseException) -> str:
    """What is wrong, and what to do, in words of ours; nothing where that is not known."""
    text = str(getattr(error, "orig", None) or error).lower()
    return next((reason for words, reason in _REASONS if all(word in text for word in words)), "")


def named(error: BaseException) -> str:
    """The name of a driver's error. Its text may quote anything."""
    return type(getattr(error, "orig", None) or error).__name__


_PARAMETER: Final = "one of its parameters (after the ?) is not known or has a wrong value"
_NOBODY: Final = "nobody answers there; is the server running, and are host and port right?"
_NO_HOST: Final = "the name of the host is not known; is it spelled right?"
_FULL: Final = "its disk is full; make room there, then the same goes on"
_ONLY_READ: Final = "it is read-only, so it can only be looked at; make it writable, its folder too"
# By words in what the drivers say.
_REASONS: Final = (
    # SQLite's word, and the system's, which PostgreSQL repeats.
    (("disk is full",), _FULL),
    (("no space left",), _FULL),
    (("disk i/o error",), "its disk is full or fails; see to it, then the same goes on"),
    (("readonly database",), _ONLY_READ),
    (("read-only",), _ONLY_READ),
    (("not a database",), "the file is no SQLite database; it was left as it is, name another"),
    (("is locked",), "another process holds it locked; end that process, or try again later"),
    (("malformed",), "the file is damaged; bring back a copy of it"),
    (("password authentication failed",), "the server does not take this user name and password"),
    (("no password supplied",), "the server wants a password, and the URL has none"),
    (("role", "does not exist"), "the server does not know this user"),
    (("database", "does not exist"), "the server has no database of this name; make it first, with createdb"),
    (("pg_hba.conf",), "the server admits nobody from here as this user (its pg_hba.conf)"),
    (("too many",), "the server has no connection left"),
    (("permission denied",), "the user may not connect to it"),
    (("connection option",), _PARAMETER),
    (("uri query parameter",), _PARAMETER),
    (("bad value",), _PARAMETER),
    (("timeout",), "no answer in time; are host and port right?"),
    (("resolve",), _NO_HOST),
    (("translate host",), _NO_HOST),
    (("refused",), _NOBODY),
    (("no such file",), _NOBODY),
    (("invalid port",), "its port is none"),
)
