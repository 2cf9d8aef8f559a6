"""What workers do for each other: signs of life, cases that were left, and places among the calls of all."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import cast

import pytest

from tests.runs.databases import ledger_at, new_url, submit
from venuekit.runs.durable.queue import CaseLeg, Legs, LegState
from venuekit.runs.durable.rates import Places
from venuekit.runs.durable.runner import Pulse, SharedClock
from venuekit.runs.durable.worker import Reaper, forgotten
from venuekit.runs.ledger import LeaseLost, Ledger, open_ledger
from venuekit.runs.ledger.sql import SILENCE
from venuekit.runs.vault import Seal
from venuekit.transport.limits import Limit

NOW = 1_000_000.0


class Queue:
    """An engine that says what it is told to say."""

    def __init__(self, **said: LegState) -> None:
        self.said: dict[CaseLeg, LegState] = {("r", venue, 0): state for venue, state in said.items()}
        self.poked: list[CaseLeg] = []
        self.dropped: list[CaseLeg] = []

    def states(self, legs: Iterable[CaseLeg]) -> dict[CaseLeg, LegState]:
        return {leg: self.said[leg] for leg in legs if leg in self.said}

    def pending(self) -> dict[CaseLeg, LegState]:
        return {leg: state for leg, state in self.said.items() if state.word == "PENDING"}

    def poke(self, *leg: object) -> None:
        self.poked.append(cast("CaseLeg", leg))

    def drop(self, *leg: object) -> None:
        self.dropped.append(cast("CaseLeg", leg))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    found = open_ledger(f"sqlite:///{tmp_path}/l.sqlite", Seal(["A" * 43 + "="]))
    found.create("r", applicant="a", dossier={}, options={}, venues=["t4", "stokn"], version="1", now=NOW)
    yield found
    found.close()


def reaped(ledger: Ledger, queue: Queue, now: float) -> int:
    return Reaper(ledger, cast("Legs", queue)).round(now)


def test_a_case_whose_worker_is_silent_gets_a_new_leg_and_its_engine_slot_is_freed(ledger: Ledger) -> None:
    ledger.beat("dead", NOW)
    old = ledger.take("r", "t4", leg=0, worker="dead", version="1", now=NOW)
    assert old is not None
    queue = Queue(t4=LegState("PENDING", "dead"), stokn=LegState("ENQUEUED", ""))

    assert reaped(ledger, queue, NOW + 5) == 0
    assert reaped(ledger, queue, NOW + 20) == 1

    row = ledger.case("r", "t4")
    assert row is not None
    assert (row.state, row.leg) == ("queued", 1)
    assert queue.dropped == [("r", "t4", 0)]
    with pytest.raises(LeaseLost):
        ledger.begin(old, "step", "op", NOW + 20)


def test_legs_of_workers_that_live_are_left_alone(ledger: Ledger) -> None:
    ledger.beat("alive", NOW + 30)
    queue = Queue(t4=LegState("PENDING", "alive"), stokn=LegState("DELAYED", ""))

    assert reaped(ledger, queue, NOW + 30) == 0

    assert queue.dropped == []
    assert queue.poked == [("r", "stokn", 0)]


def test_a_leg_that_the_engine_lost_or_gave_to_the_dead_is_given_again(ledger: Ledger) -> None:
    assert reaped(ledger, Queue(stokn=LegState("PENDING", "dead")), NOW + 30) == 2


@pytest.mark.parametrize("which", [0, 1])
def test_without_a_fresh_sign_of_life_nothing_is_sent(which: int) -> None:
    clocks = [100.0, 1000.0]
    pulse = Pulse(lambda: (clocks[0], clocks[1]))
    with pytest.raises(LeaseLost):
        pulse.check(0)
    pulse.beat()
    held = pulse.silences
    pulse.check(held)
    clocks[which] += 8.0

    with pytest.raises(LeaseLost):
        pulse.check(held)


def test_what_was_held_before_a_silence_stays_lost_after_the_next_sign_of_life() -> None:
    clocks = [100.0, 1000.0]
    pulse = Pulse(lambda: (clocks[0], clocks[1]))
    pulse.beat()
    before = pulse.silences
    clocks[:] = [130.0, 1030.0]
    pulse.beat()

    with pytest.raises(LeaseLost):
        pulse.check(before)
    pulse.check(pulse.silences)


def test_a_worker_gives_up_what_it_holds_and_does_not_work_on(ledger: Ledger) -> None:
    """As after an outage of the database that was longer than a leg's patience: nobody else takes it, as it lives."""
    ledger.beat("w", NOW)
    for venue in ("t4", "stokn"):
        assert ledger.take("r", venue, leg=0, worker="w", version="1", now=NOW) is not None

    assert reaped(ledger, Queue(), NOW + 5) == 0
    forgotten(ledger, "w", {("r", "stokn", 0)}, NOW + 5)

    assert [(row.venue, row.state, row.leg) for row in ledger.cases("r")] == [
        ("stokn", "running", 0),
        ("t4", "queued", 1),
    ]


def test_a_forgotten_case_is_found_behind_many_that_wait_for_their_turn(ledger: Ledger) -> None:
    for number in range(600):
        submit(ledger, f"p{number:03}")
    queue = Queue()
    queue.said = {(f"p{number:03}", "v", 0): LegState("ENQUEUED", "") for number in range(599)}
    reaper = Reaper(ledger, cast("Legs", queue))
    ledger.cancel("r", NOW)

    assert [reaper.round(NOW + 60) for _ in range(2)] == [0, 1]
    case = ledger.case("p599", "v")
    assert case is not None and case.leg == 1


def test_machines_whose_clocks_differ_take_nothing_from_each_other(tmp_path: Path) -> None:
    found = ledger_at(new_url("postgresql", tmp_path))
    submit(found)
    ahead, behind = (SharedClock(found, partial(off, seconds)) for seconds in (60.0, -60.0))
    for clock in (ahead, behind):
        clock.read()
    found.beat("behind", behind())
    assert found.take("r", "v", leg=0, worker="behind", version="1", now=behind()) is not None

    assert abs(ahead() - behind()) < SILENCE
    assert found.overdue(ahead()) == []
    found.close()


def test_on_one_machine_its_own_clock_counts(ledger: Ledger) -> None:
    clock = SharedClock(ledger, lambda: NOW)
    clock.read()

    assert clock() == NOW


def off(seconds: float) -> float:
    return time.time() + seconds


def test_a_leg_that_comes_too_early_comes_again(ledger: Ledger) -> None:
    delays: list[float] = []
    ledger.schedule = lambda db, run, venue, leg, delay: delays.append(delay)
    ledger.beat("w", NOW)
    lease = ledger.take("r", "t4", leg=0, worker="w", version="1", now=NOW)
    assert lease is not None
    ledger.leave(lease, "queued", now=NOW, due=NOW + 100.0)
    row = ledger.case("r", "t4")
    assert row is not None

    for _ in range(2):
        ledger.too_early(row, NOW + 40.0)

    later = ledger.case("r", "t4")
    assert later is not None
    assert (later.leg, later.due, delays) == (row.leg + 1, NOW + 100.0, [100.0, 60.0])


def test_workers_share_places_and_keep_the_order_in_which_they_asked(ledger: Ledger) -> None:
    limits = [Limit("rabbitx", "calls", tokens=3, seconds=60, costs={"onboard": 1})]
    one, other = Places(ledger, limits), Places(ledger, limits)

    taken = [places.take("rabbitx", "onboard", NOW) - NOW for places in (one, other) * 4]

    assert taken == [0, 0, 0, 60, 60, 60, 120, 120]
    assert other.take("rabbitx", "onboard", NOW + 200) == NOW + 200
    assert not one.counts("rabbitx", "getAccount")
    assert not one.counts("t4", "login")
