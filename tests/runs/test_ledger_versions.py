"""Databases that were made before: by another version of the ledger, or with another key."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.runs.databases import KINDS, NOW, at_once, ledger_at, new_url, submit
from venuekit import ConfigurationError
from venuekit.runs.ledger import Ledger, LedgerUnavailable, base
from venuekit.runs.ledger.tables import MIGRATIONS
from venuekit.runs.vault import SealBroken


# One in memory is gone when it is closed.
@pytest.fixture(params=KINDS[1:])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return new_url(request.param, tmp_path)


def test_a_database_of_a_newer_version_is_left_alone(url: str) -> None:
    ledger = ledger_at(url)
    with ledger.engine.begin() as db:
        db.execute(sa.text("update venuekit_meta set value = '99' where name = 'version'"))
    ledger.close()
    with pytest.raises(ConfigurationError, match="newer version"):
        ledger_at(url)


def test_a_database_of_version_1(url: str) -> None:
    ledger = ledger_at(url)
    with ledger.engine.begin() as db:
        db.execute(sa.text("update venuekit_meta set value = '1' where name = 'version'"))
        db.execute(sa.text("alter table venuekit_workers drop column place"))
    ledger.close()

    ledger = ledger_at(url)

    ledger.beat("w", NOW)
    assert ledger.claim("w", "here", NOW, dead=lambda place: False) == ("", NOW)
    ledger.close()


def test_an_older_database_is_brought_up_to_date_once(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger_at(url).close()
    monkeypatch.setattr(base, "SCHEMA_VERSION", 4)
    steps = {
        **MIGRATIONS,
        3: ["create table of_two (x integer)"],
        4: ["alter table of_two add column y integer"],
    }
    monkeypatch.setattr(base, "MIGRATIONS", steps)
    for ledger in at_once(*(lambda: ledger_at(url) for _ in range(3))):
        assert isinstance(ledger, Ledger), ledger
        with ledger.engine.connect() as db:
            assert db.execute(sa.text("select x, y from of_two")).all() == []
            assert (
                db.execute(sa.text("select value from venuekit_meta where name = 'version'")).scalar() == "4"
            )
        ledger.close()


def test_a_migration_that_fails_changes_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger_at(url).close()
    with monkeypatch.context() as patch:
        patch.setattr(base, "SCHEMA_VERSION", 3)
        patch.setattr(base, "MIGRATIONS", {3: ["create table half (x integer)", "this is no sql"]})
        with pytest.raises((sa.exc.SQLAlchemyError, LedgerUnavailable)):
            ledger_at(url)
    ledger = ledger_at(url)
    assert "half" not in sa.inspect(ledger.engine).get_table_names()
    assert submit(ledger)
    ledger.close()


def test_another_key_opens_nothing_and_changes_nothing(url: str) -> None:
    ledger = ledger_at(url)
    submit(ledger)
    ledger.close()
    with pytest.raises(SealBroken, match="another key"):
        ledger_at(url, "B" * 43 + "=")
    ledger = ledger_at(url)
    assert ledger.dossier("r") == {"name": "Jane"}
    ledger.close()
