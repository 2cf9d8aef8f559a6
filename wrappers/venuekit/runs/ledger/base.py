"""What all parts of the ledger need: transactions, the fence, the seal, the history."""

from __future__ import annotations

import secrets as random
from collections.abc import Callable, Mapping
from typing import Any, Final

import sqlalchemy as sa

from venuekit.runs.ledger.model import Lease, LeaseLost
from venuekit.runs.ledger.tables import SCHEMA_VERSION, cases, events, interactions, meta, secrets, workers
from venuekit.runs.vault import Seal, digest
from venuekit.transport.errors import ConfigurationError

# A worker that has not been heard of for this long, in seconds, is taken for dead.
SILENCE: Final = 15.0

# Enqueues leg `leg` of a case for unix time `due`, in the ledger's own transaction.
Schedule = Callable[[sa.Connection, str, str, int, float], None]


class Base:
    """One database, and the seal of what is secret in it."""

    def __init__(self, engine: sa.Engine, seal: Seal, schedule: Schedule | None = None) -> None:
        self._engine = engine
        self.schedule: Schedule = schedule or (lambda db, run, venue, leg, due: None)
        self._writing = engine.execution_options(writing=True)
        self._seal = seal
        self._salt = self._check()

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    @property
    def engine(self) -> sa.Engine:
        """The database, for tables that live beside these."""
        return self._engine

    def digest(self, text: str) -> str:
        """A digest that only this database makes: it tells equal texts together and names none of them."""
        return digest(self._salt, text)

    def _check(self) -> str:
        with self._writing.begin() as db:
            known: dict[str, str] = {row.name: row.value for row in db.execute(sa.select(meta))}
            if "version" not in known:
                salt = random.token_hex(16)
                db.execute(meta.insert().values(name="version", value=str(SCHEMA_VERSION)))
                db.execute(meta.insert().values(name="salt", value=self._seal.close(salt)))
                return salt
        if int(known["version"]) > SCHEMA_VERSION:
            raise ConfigurationError("a newer version of venuekit has written this database; use that one")
        return str(self._seal.open(known["salt"]))

    def _fenced(self, db: sa.Connection, lease: Lease) -> None:
        held = db.execute(
            of_case(lease.run, lease.venue, sa.select(cases.c.fence)).with_for_update()
        ).scalar()
        if held != lease.fence:
            raise LeaseLost(f"another worker has taken over {lease.venue} of run {lease.run}")

    def _version(self, db: sa.Connection, lease: Lease) -> str:
        return str(db.execute(of_case(lease.run, lease.venue, sa.select(cases.c.version))).scalar())

    def _alive(self, db: sa.Connection, worker: str, now: float) -> bool:
        beat = db.execute(sa.select(workers.c.beat_at).where(workers.c.id == worker)).scalar()
        return beat is not None and beat >= now - SILENCE

    def _set(self, db: sa.Connection, run: str, venue: str, **values: Any) -> None:
        db.execute(of_case(run, venue, cases.update()).values(**values))

    def _put(
        self, db: sa.Connection, run: str, venue: str, credentials: Mapping[str, str], now: float
    ) -> None:
        for name, value in credentials.items():
            same = (secrets.c.run == run, secrets.c.venue == venue, secrets.c.name == name)
            sealed = self._seal.close(value)
            known = db.execute(secrets.update().where(*same).values(value=sealed, kept_at=now))
            if known.rowcount == 0:
                db.execute(
                    secrets.insert().values(run=run, venue=venue, name=name, value=sealed, kept_at=now)
                )

    def _tell(
        self,
        db: sa.Connection,
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
        lease: Lease | None = None,
    ) -> None:
        db.execute(
            events.insert().values(
                run=run,
                venue=venue,
                at=at,
                kind=kind,
                step=step,
                operation=operation,
                worker=lease.worker if lease is not None else worker,
                version=self._version(db, lease) if lease is not None else version,
                detail=detail,
            )
        )


def of_case(run: str, venue: str, statement: Any) -> Any:
    return statement.where(cases.c.run == run, cases.c.venue == venue)


def of_interaction(run: str, venue: str, name: str, statement: Any) -> Any:
    return statement.where(
        interactions.c.run == run, interactions.c.venue == venue, interactions.c.name == name
    )
