"""Where runs are kept and where their calls go: what cannot be is said before anything is written down."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from tests.playground import Playground
from tests.runs.databases import KEY, new_url, server
from venuekit import ConfigurationError
from venuekit import runs as durable
from venuekit_schemas.dossier import Dossier

PASSWORD = "a-password-of-a-database"
NO_MEMORY = "a database in memory is gone with this process"
SLASHES = "three slashes, and a fourth"


def refused(url: str) -> str:
    """What is said of a URL; never with a password, and not in what the error was made from either."""
    with pytest.raises(ConfigurationError) as caught:
        durable.open(url, key=KEY)
    error: BaseException | None = caught.value
    while error is not None:
        assert PASSWORD not in f"{error} {error!r}"
        error = error.__cause__ if error.__suppress_context__ else error.__context__
    return str(caught.value)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("sqlite://", NO_MEMORY),
        ("sqlite:///", NO_MEMORY),
        ("sqlite:///:memory:", NO_MEMORY),
        ("sqlite:///file::memory:?uri=true", SLASHES),
        ("sqlite://runs/runs.sqlite", SLASHES),
        ("sqlite:runs.sqlite", "the database URL is none"),
        ("sqlite:///~nobody-of-this-name/runs.sqlite", "whose home"),
        (f"mysql://u:{PASSWORD}@h/x", "use sqlite or postgresql"),
        (f"postgresql://u:{PASSWORD}@127.0.0.1:1/x", r"u:***@127.0.0.1:1/x cannot be opened: nobody answers"),
        (f"postgresql://u:{PASSWORD}@127.0.0.1:99999/x", "its port is none"),
        (f"postgresql://u:{PASSWORD}@127.0.0.1:1/x?such=no", "one of its parameters"),
        (f"postgresql://u:{PASSWORD}@127.0.0.1:1/x?connect_timeout=soon", "one of its parameters"),
    ],
)
def test_urls_that_name_no_database(url: str, message: str) -> None:
    assert message in refused(url)


def _folder(path: Path) -> None:
    path.mkdir()


def _text(path: Path) -> None:
    path.write_text("this is no database, and long enough to be sure of it" * 30)


def _below_a_file(path: Path) -> None:
    path.parent.rmdir()
    path.parent.touch()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_folder, "it is a folder; name a file in it"),
        (_text, "the file is no SQLite database; it was left as it is"),
        (_below_a_file, "cannot be made"),
    ],
)
def test_paths_that_are_no_database(make: Callable[[Path], None], message: str, tmp_path: Path) -> None:
    path = tmp_path / "here" / "runs.sqlite"
    path.parent.mkdir()
    make(path)
    said = refused(f"sqlite:///{path}")
    assert message in said
    assert str(path) in said
    if path.is_file():
        assert path.read_text().startswith("this is no database")


@pytest.mark.parametrize("which", ["runs.sqlite", ""])
def test_a_place_that_is_read_only(which: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said by the system's word, as a superuser is refused by nothing."""
    access = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: access(path, mode) and path != tmp_path / which)

    said = refused(f"sqlite:///{tmp_path}/runs.sqlite")

    assert f"{tmp_path / which} is read-only; make it writable, or name another file" in said


def test_a_relative_path_stays_where_it_was(
    dossier: Dossier, playground: Playground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever opens the database later, such as the worker's engine, may be in another folder."""
    monkeypatch.chdir(tmp_path)
    with durable.open("sqlite:///deep/er/runs.sqlite", key=KEY) as runs:
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
        run = runs.submit(dossier, urls=playground.urls, venues=["tradelocker"])
        assert runs.work(run, answer=playground.person()).active
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (tmp_path / "deep" / "er" / "runs.sqlite").is_file()


def test_a_path_in_the_users_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    durable.open("sqlite:///~/runs.sqlite", key=KEY).close()
    assert (tmp_path / "runs.sqlite").is_file()


def test_a_database_of_a_newer_version(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/runs.sqlite"
    with durable.open(url, key=KEY) as runs, runs.ledger.engine.begin() as db:
        db.execute(sa.text("update venuekit_meta set value = '999' where name = 'version'"))
    said = refused(url)
    assert "a newer version of venuekit has written the database" in said
    assert str(tmp_path) in said
    assert "pip install --upgrade venuekit" in said


@pytest.fixture
def elsewhere(tmp_path: Path) -> sa.URL:
    """A PostgreSQL database whose user `locked` has a password, and may make nothing."""
    found = sa.make_url(new_url("postgresql", tmp_path))
    rules = Path(server().pgdata) / "pg_hba.conf"
    if "venuekit_locked" not in rules.read_text():
        server().psql(f"create role venuekit_locked login password '{PASSWORD}';")
        rules.write_text(f"local all venuekit_locked scram-sha-256\n{rules.read_text()}")
        server().psql("select pg_reload_conf();")
    return found.set(username="venuekit_locked", password=PASSWORD)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"password": PASSWORD + "-not"}, "does not take this user name and password"),
        ({"password": None}, "wants a password"),
        ({"username": "venuekit_nobody"}, "does not know this user"),
        ({"username": "postgres", "database": "venuekit_nowhere"}, "has no database of this name"),
        ({}, "must be allowed to make tables and a schema"),
    ],
)
def test_a_postgresql_that_does_not_let_us_in(elsewhere: sa.URL, changes: Any, message: str) -> None:
    url = elsewhere._replace(**changes)

    said = refused(url.render_as_string(hide_password=False))

    assert message in said
    assert f"/{url.database}" in said


@pytest.mark.parametrize(
    ("urls", "message"),
    [
        ({"kraken": "http://127.0.0.1:1"}, "unknown venue 'kraken'"),
        ({"t4": "ftp://127.0.0.1"}, "t4: base_url must start with https://"),
        ({"t4": "127.0.0.1:8900"}, "t4: base_url must start with https://"),
        ({"t4": "http://example.com"}, "t4: plain http to example.com is refused"),
        (
            {"t4": "https://example.com"},
            't4: a sandbox is on this machine; https://example.com needs env="demo"',
        ),
        ({"t4": f"http://me:{PASSWORD}@127.0.0.1"}, "t4: base_url must not carry a user name or password"),
        ({"t4": f"http://127.0.0.1/?key={PASSWORD}"}, "t4: base_url must not have a query"),
    ],
)
def test_the_address_of_a_venue_that_is_not_chosen(
    urls: dict[str, str], message: str, dossier: Dossier, tmp_path: Path
) -> None:
    """It would stand in clear in the database, and count for what makes a run the same."""
    with durable.open(f"sqlite:///{tmp_path}/runs.sqlite", key=KEY) as runs:
        with pytest.raises(ConfigurationError) as caught:
            runs.submit(dossier, venues=["tradelocker"], urls=urls)
        assert message in str(caught.value)
        assert PASSWORD not in str(caught.value)
        assert runs.all() == []
