"""The engine's part: a durable queue with timers. It knows ids of runs, venues and numbers of legs, and nothing else.

The engine is DBOS. One leg is one workflow, `RUN:VENUE:LEG`, without steps or waits of its own: so nothing of it can
break when the code changes, and what a leg has done is in our ledger only.
"""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa
from sqlalchemy import event, exc

from venuekit.runs.ledger.connect import (
    known_reason,
    looked_after,
    named,
    postgresql_prepared,
    shown,
    sqlite_prepared,
)
from venuekit.runs.ledger.tables import runs
from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from dbos import DBOSClient, Serializer

QUEUE: Final = "venuekit-legs"
_WORKFLOW: Final = "venuekit-leg"
_NAME: Final = "venuekit"
# One version for ever: legs carry nothing that a version could change. See `durable.legs` for what does.
_VERSION: Final = "venuekit-legs-1"
DEFAULT_PRIORITY: Final = 100
logger = logging.getLogger("venuekit.durable")

_POKE: Final = (
    "update {schema}workflow_status set status = 'ENQUEUED', delay_until_epoch_ms = :now, updated_at = :now"
    " where workflow_uuid = :leg and status = 'DELAYED'"
)
# How long the last look at a queue may take when the engine ends, in seconds: as long as the engine itself gives it.
_LAST_LOOK: Final = 10.0
# How many legs are asked for at once.
_CHUNK: Final = 500

RunLeg = Callable[[str, str, int], Awaitable[None]]
CaseLeg = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class LegState:
    """What the engine says of a leg: its word, such as `DELAYED`, and the worker that has it."""

    word: str
    worker: str


def _plain() -> Serializer:
    """JSON instead of pickles: nothing that is read from the database can run code."""
    from dbos import Serializer

    class Plain(Serializer):
        def serialize(self, data: Any) -> str:
            if isinstance(data, BaseException):
                # Its text could quote anything.
                data = {"error": type(data).__name__}
            return json.dumps(data)

        def deserialize(self, serialized_data: str) -> Any:
            return json.loads(serialized_data)

        def name(self) -> str:
            return "venuekit-json"

    return Plain()


def queue_engine(url: sa.URL) -> sa.Engine:
    """The engine's own connections to the ledger's database."""
    if url.get_backend_name() != "sqlite":
        engine = sa.create_engine(url, pool_size=10, max_overflow=10)
        event.listen(engine, "connect", postgresql_prepared)
        looked_after(engine)
        return engine
    engine = sa.create_engine(url, connect_args={"check_same_thread": False})

    def prepare(connection: sqlite3.Connection, record: object) -> None:
        sqlite_prepared(connection)
        # As the engine does by itself for connections that it makes.
        connection.isolation_level = "IMMEDIATE"

    event.listen(engine, "connect", prepare)
    return engine


class Legs:
    """Enqueues legs, from any process. Thread-safe. `engine` is the ledger's.

    The engine is loaded, and its tables are made, with the first leg that is enqueued: who only looks does not need it.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._ledger = engine
        self._turn = threading.Lock()
        self._made: tuple[DBOSClient, sa.Engine] | None = None

    def prepare(self) -> None:
        """Make what enqueuing needs. Not in the middle of a transaction, as the engine has connections of its own.

        Raises ConfigurationError when the engine's tables cannot be made.
        """
        with self._turn:
            if self._made is None:
                self._made = self._make()

    def _make(self) -> tuple[DBOSClient, sa.Engine]:
        from dbos import DBOS, DBOSClient

        if not foreign():
            _quiet()
        url = self._ledger.url
        failure: exc.SQLAlchemyError | None = None
        try:
            DBOS.migrate(url.render_as_string(hide_password=False))
        except exc.SQLAlchemyError as error:
            # Its text may quote anything.
            failure = error
        if failure is not None:
            raise no_tables(url, failure)
        engine = queue_engine(url)
        return DBOSClient(system_database_engine=engine, serializer=_plain()), engine

    def open_queue(self, *, per_venue: int, concurrency: int, poll: float, replace: bool) -> None:
        """Say how legs are taken: how many of a venue at a time over all workers, how many by one, how often it looks.

        Before an engine begins: its first look goes by what it finds. The engine keeps one answer for all workers; without
        `replace` the one that is there stays.
        """
        self._client.register_queue(
            QUEUE,
            # One partition per venue, so that a slow venue does not keep the others waiting.
            partition_concurrency=per_venue,
            worker_concurrency=concurrency,
            polling_interval_sec=poll,
            on_conflict="always_update" if replace else "never_update",
            application_name=_NAME,
        )

    @property
    def _client(self) -> DBOSClient:
        self.prepare()
        assert self._made is not None
        return self._made[0]

    def close(self) -> None:
        """Give the connections back."""
        with self._turn:
            if self._made is not None:
                client, engine = self._made
                self._made = None
                client.destroy()
                engine.dispose()

    def enqueue(
        self,
        db: sa.Connection,
        run: str,
        venue: str,
        leg: int,
        *,
        delay: float,
        priority: int = DEFAULT_PRIORITY,
    ) -> None:
        """Enqueue a leg in the ledger's transaction `db`, to be due in `delay` seconds. The same leg twice is one.

        The smaller `priority` goes first; at least 1. A case that was begun goes before one that was not, as somebody
        may have given it a code that is good for minutes only.
        """
        options: dict[str, Any] = {
            "workflow_name": _WORKFLOW,
            "queue_name": QUEUE,
            "workflow_id": leg_id(run, venue, leg),
            "app_version": _VERSION,
            "queue_partition_key": venue,
            "priority": max(1, priority if leg == 0 else priority // 2),
        }
        if delay > 0:
            options["delay_seconds"] = delay
        self._client.enqueue_in_transaction(db, options, run, venue, leg)  # type: ignore[arg-type]

    def schedule(self, db: sa.Connection, run: str, venue: str, leg: int, delay: float) -> None:
        """Enqueue a leg with the priority of its run, which is `priority` in the options that it was submitted with."""
        text = db.execute(sa.select(runs.c.options).where(runs.c.id == run)).scalar()
        options: dict[str, object] = json.loads(text or "{}")
        given = options.get("priority")
        priority = given if isinstance(given, int) else DEFAULT_PRIORITY
        self.enqueue(db, run, venue, leg, delay=delay, priority=priority)

    def poke(self, run: str, venue: str, leg: int) -> None:
        """A leg that waits for its time is due now. Nothing happens when it is not there, or under way.

        What the engine does once a second with legs that are due, without loading it: whoever answers a question has no
        use for the rest of it, and need not wait for that second.
        """
        schema = "" if self._ledger.dialect.name == "sqlite" else "dbos."
        due = {"leg": leg_id(run, venue, leg), "now": int(time.time() * 1000)}
        try:
            with self._ledger.execution_options(writing=True).begin() as db:
                db.execute(sa.text(_POKE.format(schema=schema)), due)
        except exc.SQLAlchemyError as error:
            # Workers look for cases that are due as well, only not so soon.
            logger.warning("a leg could not be brought forward (%s)", type(error).__name__)

    def states(self, legs: Iterable[CaseLeg]) -> dict[CaseLeg, LegState]:
        """What the engine says of legs; one that it does not know is not among them."""
        wanted = [leg_id(*leg) for leg in legs]
        found: dict[CaseLeg, LegState] = {}
        for start in range(0, len(wanted), _CHUNK):
            found |= self._list(workflow_ids=wanted[start : start + _CHUNK])
        return found

    def pending(self) -> dict[CaseLeg, LegState]:
        """The legs that the engine takes to be under way."""
        return self._list(status="PENDING", name=_WORKFLOW, limit=10_000)

    def _list(self, **which: Any) -> dict[CaseLeg, LegState]:
        rows = self._client.list_workflows(**which, load_input=False, load_output=False)
        return {_leg_of(row.workflow_id): LegState(row.status, row.executor_id or "") for row in rows}

    def drop(self, run: str, venue: str, leg: int) -> None:
        """A leg is not under way any more, whatever the engine thinks."""
        self._client.cancel_workflow(leg_id(run, venue, leg))

    def forget(self, before: float) -> int:
        """Delete legs that ended before a time; returns how many."""
        ended = self._client.list_workflows(
            status=["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"],
            name=_WORKFLOW,
            end_time=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(before)),
            load_input=False,
            load_output=False,
            limit=10_000,
        )
        ids = [leg.workflow_id for leg in ended]
        if ids:
            self._client.delete_workflows(ids)
        return len(ids)


class Engine:
    """Runs legs in this process. One at a time per process.

    Raises ConfigurationError where the host program has an engine of its own: that is never touched.
    """

    def __init__(self, url: sa.URL, *, worker: str, run_leg: RunLeg) -> None:
        from dbos import DBOS, DBOSConfig

        if foreign():
            raise ConfigurationError(
                "this process has a DBOS of its own, and there can be only one in a process: run the worker in a process"
                " of its own, with `venuekit worker` or a script; everything else of durable runs works here"
            )
        self._engine = queue_engine(url)
        _quiet()
        config = DBOSConfig(
            name=_NAME,
            system_database_url=url.render_as_string(hide_password=False),
            system_database_engine=self._engine,
            serializer=_plain(),
            application_version=_VERSION,
            executor_id=worker,
            max_executor_threads=8,
            # Of its messages and schedules, which nobody uses here: they cost a core a percent otherwise.
            notification_coalesce_sec=0.25,
            scheduler_polling_interval_sec=3600.0,
            log_level="ERROR",
        )
        self._dbos = DBOS(config=config)

        async def leg(run: str, venue: str, number: int) -> None:
            await run_leg(run, venue, number)

        DBOS.workflow(name=_WORKFLOW, max_recovery_attempts=1_000_000)(leg)

    def start(self) -> None:
        """Begin to take legs from the queue."""
        from dbos import DBOS

        DBOS.launch()

    def stop(self) -> None:
        """Take no more legs, drop those under way, and end."""
        from dbos import DBOS

        # The host program may have replaced it by one of its own.
        if _of_process()[0] is self._dbos:
            self._take_no_more()
            DBOS.destroy(destroy_registry=True)
        self._engine.dispose()

    def _take_no_more(self) -> None:
        """End the thread that looks at queues, and with it those that it has begun, one for each queue. The engine itself
        would end the event loop first, to which they may be handing over a leg.
        """
        for told in self._dbos.background_thread_stop_events:
            told.set()
        for thread in threading.enumerate():
            # After its function, as threads without a name of their own are called.
            if thread.name.endswith("(queue_thread)"):
                thread.join(timeout=_LAST_LOOK)


def foreign() -> bool:
    """Whether this process has an engine, or workflows for one. There is none of ours outside of a worker's time."""
    return any(part is not None for part in _of_process())


def _of_process() -> tuple[object, object]:
    """This process's instance of the engine, and its registry of workflows: the engine has no public word for them."""
    there = vars(import_module("dbos._dbos"))
    return there["_dbos_global_instance"], there["_dbos_global_registry"]


def no_tables(url: sa.URL, failure: BaseException) -> ConfigurationError:
    """For a database in which nothing can be made, for what the driver has said."""
    reason = "" if isinstance(failure, exc.ProgrammingError) else known_reason(failure)
    if reason:
        return ConfigurationError(f"the database {shown(url)} cannot be used: {reason}")
    return ConfigurationError(
        f"the tables of the runs cannot be made in {shown(url)} ({named(failure)}): the user must be allowed to make"
        " tables and a schema in it, and nobody may hold it locked"
    )


def _leg_of(workflow_id: str) -> CaseLeg:
    run, venue, leg = workflow_id.rsplit(":", 2)
    return run, venue, int(leg)


def leg_id(run: str, venue: str, leg: int) -> str:
    """The engine's name for a leg."""
    return f"{run}:{venue}:{leg}"


def _quiet() -> None:
    logger = logging.getLogger("dbos")
    # Its log lines name workflows only, but a command line has its own way to tell.
    logger.setLevel(logging.ERROR)
    # Nor may it hold on to a console: what it says goes where the application's log goes.
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
    logger.addHandler(logging.NullHandler())
    logger.propagate = True
