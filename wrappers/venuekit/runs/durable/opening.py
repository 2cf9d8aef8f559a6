"""Opening the durable runs of a database: the ledger, the seal, and the engine's queue."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from venuekit.runs.durable.queue import Legs, no_tables
from venuekit.runs.durable.service import Runs
from venuekit.runs.ledger import LedgerUnavailable, open_ledger
from venuekit.runs.ledger.connect import in_memory, parsed
from venuekit.runs.vault import Seal, open_seal
from venuekit.transport.errors import ConfigurationError
from venuekit.venues.defaults import SYSTEM_CLOCK, Clock


def open_runs(url: str, *, key: str | Path | None = None, clock: Clock = SYSTEM_CLOCK) -> Runs:
    """Durable runs in a database: `sqlite:///PATH` for one machine, `postgresql://…` for many.

    `key` seals everything secret in it: see `venuekit.runs.vault.open_seal`. Needs the extra `durable`. Raises
    ConfigurationError for a database that cannot be opened or was sealed with another key.
    """
    where = parsed(url)
    if in_memory(where):
        raise ConfigurationError(
            "a database in memory is gone with this process, and no other could work on it: use sqlite:///PATH"
        )
    seal = open_seal(key, make=not _written(where))
    try:
        return _opened(url, seal, clock)
    except LedgerUnavailable as error:
        raise ConfigurationError(str(error)) from None
    except SQLAlchemyError as error:
        # Its text may quote anything.
        failure = error
    raise no_tables(where, failure)


def _written(where: sa.URL) -> bool:
    """Whether there is a database already. Only of a file is it known without a connection."""
    file = Path(where.database or "")
    return where.get_backend_name() == "sqlite" and file.is_file() and file.stat().st_size > 0


def _opened(url: str, seal: Seal, clock: Clock) -> Runs:
    # The ledger first: it says what is wrong with a URL.
    ledger = open_ledger(url, seal)
    legs = Legs(ledger.engine)
    ledger.schedule = legs.schedule
    return Runs(ledger, legs, clock=clock)


__all__ = ["open_runs"]
