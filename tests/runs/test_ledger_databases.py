"""The ledger on its databases: several processes at once, failures of the database, permissions."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from tests.runs.databases import KINDS, NOW, at_once, ledger_at, new_url, submit, taken
from venuekit import ConfigurationError
from venuekit.runs.ledger import LeaseLost, Ledger, LedgerUnavailable, StepChanged

PASSWORD = "a-password-of-a-database"


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return new_url(request.param, tmp_path)


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    found = ledger_at(url)
    yield found
    found.close()


@pytest.mark.parametrize("kind", KINDS[1:])
def test_several_that_make_the_same_database_and_runs_at_once(kind: str, tmp_path: Path) -> None:
    url = new_url(kind, tmp_path)

    def first_use() -> list[bool]:
        ledger = ledger_at(url)
        made = [submit(ledger, f"run-{number}") for number in range(3)]
        ledger.close()
        return made

    found: Any = at_once(*[first_use] * 6)
    assert [sum(made) for made in zip(*found, strict=True)] == [1, 1, 1], "each was made once"
    ledger = ledger_at(url)
    assert len(ledger.cases()) == 3 and len(ledger.events()) == 3
    ledger.close()


def test_the_same_id_is_the_same_run(ledger: Ledger) -> None:
    assert submit(ledger) and not submit(ledger)
    for changed in ({"dossier": {"name": "Joe"}}, {"options": {"env": "demo"}}, {"venues": ("v", "w")}):
        with pytest.raises(ConfigurationError, match="another dossier or other options"):
            submit(ledger, **changed)
    assert len(ledger.cases()) == 1
    assert [row.id for row in ledger.all_runs(applicant="A-1")] == ["r"]
    assert not ledger.all_runs(applicant="A-2")
    ledger.purge("r", NOW)
    ledger.purge("r", NOW)
    assert [event.kind for event in ledger.events("r")] == ["submitted", "purged"]
    with pytest.raises(ConfigurationError, match="was purged"):
        submit(ledger)
    with pytest.raises(ConfigurationError, match="was purged"):
        ledger.put("r", "v", {"late": "secret"}, NOW)


def test_one_lease_for_many_that_want_it(ledger: Ledger) -> None:
    submit(ledger)
    workers = [f"w{number}" for number in range(6)]
    for worker in workers:
        ledger.beat(worker, NOW)
    leases = at_once(
        *(
            lambda worker=worker: ledger.take("r", "v", leg=0, worker=worker, version="1", now=NOW)
            for worker in workers
        )
    )
    assert sum(lease is not None for lease in leases) == 1, leases


def test_an_answer_that_comes_while_the_leg_ends_is_never_slept_over(ledger: Ledger) -> None:
    for number in range(12):
        run = f"run-{number}"
        submit(ledger, run)
        lease = taken(ledger, run)
        ledger.ask(lease, "code", {}, NOW)
        at_once(
            partial(ledger.answer, run, "v", "code", "1", by="test", now=NOW),
            partial(ledger.leave, lease, "waiting", now=NOW, due=NOW + 1e6, waiting="code"),
        )
        case = ledger.case(run, "v")
        assert case is not None and (case.state, case.due) == ("queued", NOW)


def test_a_cancelled_run_stays_what_it_became(ledger: Ledger) -> None:
    for number in range(12):
        run = f"run-{number}"
        submit(ledger, run)
        lease = taken(ledger, run)
        cancelled, left = at_once(
            partial(ledger.cancel, run, NOW),
            partial(ledger.leave, lease, "ended", now=NOW),
        )
        case = ledger.case(run, "v")
        assert case is not None
        if cancelled:
            assert isinstance(left, LeaseLost) and case.state == "cancelled"
        else:
            assert case.state == "ended"


def test_what_a_call_under_way_yields_is_kept_when_its_run_is_cancelled(ledger: Ledger) -> None:
    submit(ledger)
    lease = taken(ledger)
    ledger.begin(lease, "create-key", "op", NOW)
    assert ledger.cancel("r", NOW) == ["v"]

    ledger.settle(lease, "create-key", "done", {"key": "k"}, NOW)
    ledger.once(lease, "keep api_key", lambda: None, NOW, keep={"api_key": "k"})
    with pytest.raises(LeaseLost, match="cancelled"):
        ledger.begin(lease, "next", "op", NOW)

    assert ledger.credentials("r", "v") == {"api_key": "k"}
    case = ledger.case("r", "v")
    assert case is not None and case.state == "cancelled"


def test_a_worker_whose_run_is_purged_writes_nothing_more(ledger: Ledger) -> None:
    submit(ledger)
    lease = taken(ledger)
    ledger.begin(lease, "create", "op", NOW)
    ledger.purge("r", NOW)
    writes: list[Callable[[], object]] = [
        lambda: ledger.settle(lease, "create", "done", {"token": "t"}, NOW),
        lambda: ledger.begin(lease, "next", "op", NOW),
        lambda: ledger.once(lease, "keep", lambda: None, NOW, keep={"a": "b"}),
        lambda: ledger.ask(lease, "code", {}, NOW),
        lambda: ledger.mark(lease, "active", "", NOW),
        lambda: ledger.leave(lease, "ended", now=NOW),
    ]
    for write in writes:
        with pytest.raises(LeaseLost):
            write()
    assert ledger.credentials("r", "v") == {} and ledger.interactions("r") == []


def test_a_note_and_a_step_of_one_name_are_told_apart(ledger: Ledger) -> None:
    submit(ledger)
    lease = taken(ledger)
    ledger.begin(lease, "one", "op", NOW)
    with pytest.raises(StepChanged):
        ledger.once(lease, "one", lambda: 1, NOW)
    ledger.once(lease, "two", lambda: 1, NOW)
    with pytest.raises(StepChanged):
        ledger.begin(lease, "two", "op", NOW)


def test_a_step_that_was_tried_too_often_gets_as_many_tries_when_resumed(ledger: Ledger) -> None:
    submit(ledger)
    lease = taken(ledger)
    for tries in range(1, 4):
        assert ledger.begin(lease, "create", "op", NOW).tries == tries
        ledger.settle(lease, "create", "open", None, NOW)
    ledger.leave(lease, "ended", now=NOW, failed_step="create")
    assert ledger.wake("r", "v", NOW) is not None
    assert ledger.begin(taken(ledger), "create", "op", NOW).tries == 1


def test_counts(ledger: Ledger) -> None:
    submit(ledger, "one", venues=("v", "w"))
    submit(ledger, "two")
    ledger.mark(taken(ledger, "two"), "active", "", NOW)
    assert ledger.counts() == {
        ("v", "queued", "draft"): 1,
        ("w", "queued", "draft"): 1,
        ("v", "running", "active"): 1,
    }


def test_memory_is_for_any_number_of_threads() -> None:
    ledger = ledger_at("sqlite://")
    made = at_once(*(lambda number=number: submit(ledger, f"run-{number}") for number in range(12)))
    assert made == [True] * 12 and len(ledger.cases()) == 12
    ledger.close()


# Failures


def test_a_database_that_is_busy(tmp_path: Path) -> None:
    ledger = ledger_at(f"sqlite:///{tmp_path}/x.sqlite")
    other = sa.create_engine(f"sqlite:///{tmp_path}/x.sqlite")
    with other.connect() as db, ledger.engine.connect() as mine:
        db.exec_driver_sql("begin immediate")
        mine.exec_driver_sql("pragma busy_timeout = 1")
        mine.close()
        with pytest.raises(
            LedgerUnavailable, match="cannot be used: another process holds it locked"
        ) as caught:
            submit(ledger)
        assert isinstance(caught.value, LeaseLost), "whoever holds a lease stops"
        db.exec_driver_sql("rollback")
    other.dispose()
    assert submit(ledger)
    ledger.close()


def test_a_postgresql_server_that_drops_its_connections(tmp_path: Path) -> None:
    ledger = ledger_at(new_url("postgresql", tmp_path))
    submit(ledger)
    lease = taken(ledger)

    def drop(db: sa.Connection, *rest: object) -> None:
        db.exec_driver_sql("select pg_terminate_backend(pg_backend_pid())")

    ledger.schedule = drop
    with pytest.raises(LedgerUnavailable):
        ledger.leave(lease, "queued", now=NOW)
    ledger.schedule = lambda *rest: None
    case = ledger.case("r", "v")
    assert case is not None and case.state == "running", "nothing of it was written"
    assert ledger.leave(lease, "queued", now=NOW) == 1, "and the next connection is a new one"
    ledger.close()


def test_whatever_the_default_isolation_of_the_database_is(tmp_path: Path) -> None:
    url = new_url("postgresql", tmp_path)
    ledger = ledger_at(url)
    with ledger.engine.begin() as db:
        name = db.execute(sa.text("select current_database()")).scalar()
        db.execute(sa.text(f"alter database {name} set default_transaction_isolation = 'serializable'"))
    ledger.close()
    ledger = ledger_at(url)
    submit(ledger)
    lease = taken(ledger)
    done = at_once(*(lambda step=step: ledger.begin(lease, f"s{step}", "op", NOW) for step in range(6)))
    assert not [one for one in done if isinstance(one, Exception)], done
    with ledger.engine.connect() as db:
        shown = [
            db.execute(sa.text(f"show {setting}")).scalar()
            for setting in ("transaction_isolation", "lock_timeout", "idle_in_transaction_session_timeout")
        ]
    assert shown == ["read committed", "30s", "30s"]
    ledger.close()


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://u:{PASSWORD}@127.0.0.1:1/x",
        f"postgresql://u@127.0.0.1:1/x?password={PASSWORD}",
        f"postgresql://u@127.0.0.1:1/x?sslpassword={PASSWORD}&connect_timeout=1",
        f"postgresql://u@127.0.0.1:{PASSWORD}/x",
        f"postgresql://u:{PASSWORD}@127.0.0.1:1/x?no_such_option=1",
        f"mysql://u:{PASSWORD}@h/x",
        f"{PASSWORD}",
        f"sqlite:////proc/1/nothing/{'x'}",
        "sqlite:////dev/null/x.sqlite",
    ],
)
def test_a_url_that_cannot_be_opened_shows_no_password(url: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        ledger_at(url)
    error: BaseException | None = caught.value
    while error is not None:
        assert PASSWORD not in f"{error} {error!r} {error.args}"
        error = error.__cause__ if error.__suppress_context__ else error.__context__


def test_a_ledger_shows_no_password(tmp_path: Path) -> None:
    url = new_url("postgresql", tmp_path)
    with_password = str(sa.make_url(url).set(password=PASSWORD).render_as_string(hide_password=False))
    ledger = ledger_at(with_password)
    assert PASSWORD not in f"{ledger!r} {ledger} {ledger.engine!r} {vars(ledger)}"
    ledger.close()


def test_errors_of_statements_show_no_values(ledger: Ledger) -> None:
    submit(ledger)
    with pytest.raises(sa.exc.SQLAlchemyError) as caught:
        with ledger.engine.begin() as db:
            db.execute(sa.text("insert into venuekit_nothing values (:x)"), {"x": PASSWORD})
    assert PASSWORD not in str(caught.value)


@pytest.mark.skipif(os.name != "posix", reason="modes of files are of POSIX")
def test_files_of_sqlite_are_their_owner_s_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        ledger = ledger_at(f"sqlite:///{tmp_path}/deep/runs.sqlite")
        submit(ledger)
        found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "deep").iterdir()}
        assert found == {"runs.sqlite": 0o600, "runs.sqlite-wal": 0o600, "runs.sqlite-shm": 0o600}
        assert stat.S_IMODE((tmp_path / "deep").stat().st_mode) == 0o700
        ledger.close()
    finally:
        os.umask(before)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("this is no database, and long enough to be sure of it" * 30)
    with pytest.raises(ConfigurationError, match="cannot be opened"):
        ledger_at(f"sqlite:///{tmp_path}/x")
    assert (tmp_path / "x").read_text().startswith("this is no database")
