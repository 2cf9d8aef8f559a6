"""A database on a disk that is full or cannot be written: what is said, and what works all the same."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event, exc

from tests.cli.conftest import Command, Edit, url_options
from venuekit import runs as durable
from venuekit.runs.ledger import LedgerUnavailable
from venuekit.runs.ledger.connect import reported

FULL = "cannot be used: its disk is full; make room there, then the same goes on"
ONLY_READ = "it is read-only, so it can only be looked at; make it writable, its folder too"


@contextmanager
def full() -> Iterator[None]:
    """No database of this process grows any more."""

    def stop_growing(connection: Any, record: object) -> None:
        connection.execute("pragma max_page_count = 1")

    event.listen(sa.Engine, "connect", stop_growing)
    try:
        yield
    finally:
        event.remove(sa.Engine, "connect", stop_growing)


def path_of(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def test_a_worker_on_a_full_disk_says_so(command: Command, own_database: str) -> None:
    durable.open(own_database).close()
    with full():
        outcome = command("worker")
    # Whether it is said as the worker opens the database or later depends on how much room was left.
    assert outcome.code in (1, 3)
    assert f"{path_of(own_database)} {FULL}" in outcome.err
    assert "a bug" not in outcome.err


@pytest.mark.parametrize("name", ["onboard", "bulk"])
def test_the_same_command_goes_on_once_there_is_room(
    name: str, command: Command, edit: Edit, urls: dict[str, str], own_database: str
) -> None:
    arguments: list[object] = [edit(), "--venue", "tradelocker", "--detach", *url_options(urls)]
    if name == "bulk":
        arguments = [edit(), "--venue", "tradelocker", *url_options(urls)]
    assert command("onboard", edit(), "--venue", "rabbitx", "--detach", *url_options(urls)).code == 0
    with full():
        outcome = command(name, *arguments)
    assert outcome.code == 1, outcome.err
    assert f"{path_of(own_database)} {FULL}" in outcome.err
    assert "the same command goes on with what there is" in outcome.err

    again = command(name, *arguments)
    assert again.code == 0, again.err


@pytest.fixture(params=["closed", "open"])
def read_only(
    request: pytest.FixtureRequest,
    command: Command,
    edit: Edit,
    urls: dict[str, str],
    own_database: str,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Path]:
    """A database with one run that nobody may write, by the system's word: a superuser is refused by nothing.

    With `open`, somebody else has it open, and what was written last stands in SQLite's log.
    """
    path = path_of(own_database)
    make = ("onboard", edit(), "--venue", "tradelocker", "--run", "jane", *url_options(urls))
    access = os.access

    def lock() -> None:
        monkeypatch.setattr(
            os, "access", lambda place, mode: access(place, mode) and not str(place).startswith(str(path))
        )

    if request.param == "closed":
        assert command(*make).code == 0
        lock()
        yield path
        return
    durable.open(own_database).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("select * from venuekit_meta").fetchall()
        assert command(*make).code == 0
        assert Path(f"{path}-wal").stat().st_size
        lock()
        yield path


def test_what_is_read_only_can_be_looked_at(command: Command, read_only: Path) -> None:
    before = read_only.read_bytes()
    for arguments in (["runs"], ["show", "jane", "--timeline"], ["credentials", "jane"], ["history"]):
        outcome = command(*arguments)
        assert (outcome.code, outcome.err.count("venuekit:")) == (0, 0), outcome.err
        assert "tradelocker" in outcome.out
    assert read_only.read_bytes() == before


def test_what_is_read_only_cannot_be_worked_on(command: Command, edit: Edit, read_only: Path) -> None:
    for arguments in (["worker"], ["onboard", edit(), "--run", "other"]):
        outcome = command(*arguments)
        assert outcome.code in (1, 3), outcome.err
        assert f"{read_only} cannot be used: {ONLY_READ}" in outcome.err


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('could not extend file "base/1": No space left on device', FULL),
        ("cannot execute INSERT in a read-only transaction", ONLY_READ),
        ("server closed the connection unexpectedly", "does not answer (Exception)"),
    ],
)
def test_what_postgresql_says(text: str, says: str) -> None:
    where = sa.make_url("postgresql://jane:geheim@db.example/runs")
    with pytest.raises(LedgerUnavailable) as caught, reported(where):
        raise exc.OperationalError("insert", None, Exception(text))
    assert says in str(caught.value)
    assert "jane:***@db.example/runs" in str(caught.value)
