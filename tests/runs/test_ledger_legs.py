"""A leg that dies at any point, and is gone on with by another worker: every effect happens exactly once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.runs.databases import KEY, NOW, ledger_at, submit
from venuekit import ConnectionFailed, RejectedError, UnavailableError, VenueKitError
from venuekit.recipes.core import (
    CaseStatus,
    Interaction,
    Recipe,
    ask,
    keep,
    mark,
    numbered,
    pause,
    remember,
    step,
)
from venuekit.runs.codec import decode, encode_error
from venuekit.runs.durable.legs import walk_leg
from venuekit.runs.durable.memory import CaseMemory
from venuekit.runs.ledger import Ledger
from venuekit.runs.model import CaseDraft
from venuekit.runs.walk import Act, Call, Sleep

RETRY = {"read": "safe", "put": "idempotent"}
SETTLE = 35.0


class Venue:
    """Counts effects, and knows them when it is asked."""

    def __init__(self) -> None:
        self.effects: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()
        # Operations whose next answer is lost after the effect, or that the venue cannot serve once.
        self.loses: set[str] = set()
        self.busy: set[str] = set()

    def effect(self, name: str) -> Callable[[Any], str]:
        def call(client: Any) -> str:
            self.calls[name] += 1
            if name in self.busy:
                self.busy.remove(name)
                raise UnavailableError("HTTP 503", venue="v", operation=name, status=503)
            self.effects[name] += 1
            if name in self.loses:
                self.loses.remove(name)
                raise ConnectionFailed("it broke", venue="v", operation=name, sent=True)
            return f"{name} done"

        return call

    def look(self, name: str) -> Callable[[], Recipe[str | None]]:
        def find() -> Recipe[str | None]:
            return (
                yield from step("look", "read", lambda client: f"{name} done" if self.effects[name] else None)
            )

        return find

    def confirm(self, code: str) -> Callable[[Any], str]:
        def call(client: Any) -> str:
            if code != "right":
                self.calls["confirm"] += 1
                raise RejectedError("HTTP 400: wrong code", venue="v", operation="confirm", status=400)
            return self.effect("confirm")(client)

        return call


def code(attempt: int) -> Interaction:
    name = numbered("code", attempt)
    return Interaction(venue="v", name=name, kind="sms", mode="form", prompt="?", applicant="A-1")


@dataclass
class Variant:
    """What differs between two versions of the recipe."""

    before: bool = False
    after: bool = False
    without_put: bool = False
    create_operation: str = "create"


def recipe(
    venue: Venue, seen: list[object], clock: Callable[[], float], variant: Variant | None = None
) -> Recipe[None]:
    variant = variant or Variant()
    if variant.before:
        yield from step("early", "early", venue.effect("early"), find=venue.look("early"))
    seen.append((yield from step("read", "read", lambda client: {"fees": [1, None, 2.5]})))
    seen.append((yield from remember("at", clock)))
    operation = variant.create_operation
    seen.append((yield from step("create", operation, venue.effect(operation), find=venue.look(operation))))
    yield from keep(api_key="the key", api_secret="the secret")
    yield from mark(CaseStatus.SUBMITTED)
    yield from pause(10, "the venue wants it")
    for attempt in (1, 2):
        answer = yield from ask(code(attempt))
        try:
            name = numbered("confirm", attempt)
            seen.append((yield from step(name, "confirm", venue.confirm(answer), find=venue.look("confirm"))))
            break
        except RejectedError as error:
            seen.append(str(error))
    yield from step("notify", "notify", venue.effect("notify"), harmless=True)
    if not variant.without_put:
        yield from step("put", "put", venue.effect("put"))
    if variant.after:
        yield from step("late", "late", venue.effect("late"), find=venue.look("late"))
    yield from mark(CaseStatus.ACTIVE, "ENABLED")


class Died(Exception):
    """The process is gone."""


@dataclass
class Case:
    """A case at the made-up venue, with as many processes as it takes."""

    ledger: Ledger
    run: str
    venue: Venue = field(default_factory=Venue)
    variants: list[Variant] = field(default_factory=lambda: [Variant()])
    # Demands are counted over all legs. Before these the process dies: so also after what the one before has done.
    deaths: set[int] = field(default_factory=set)
    now: float = NOW
    demands: int = 0
    processes: int = 0
    seen: list[object] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)

    def go(self) -> None:
        """On and on until the case has ended."""
        for _ in range(60):
            case = self.ledger.case(self.run, "v")
            assert case is not None
            if case.state == "ended":
                return
            if case.state == "waiting":
                self.asked[case.waiting] += 1
                value = "wrong" if case.waiting == "code" else "right"
                assert self.ledger.answer(self.run, "v", case.waiting, value, by="test", now=self.now)
                assert not self.ledger.answer(self.run, "v", case.waiting, "x", by="test", now=self.now)
            elif case.state == "running":
                assert self.ledger.take_over(case, self.now), "whoever died over it is taken for dead"
            self.now = max(self.now + 1, case.due)
            self.processes += 1
            try:
                self.leg(f"w{self.processes}")
            except Died:
                self.now += 100
        raise AssertionError("no end")

    def leg(self, worker: str) -> None:
        self.ledger.beat(worker, self.now)
        case = self.ledger.case(self.run, "v")
        assert case is not None
        lease = self.ledger.take(self.run, "v", leg=case.leg, worker=worker, version="1", now=self.now)
        assert lease is not None
        memory = CaseMemory(self.ledger, lease, lambda: self.now, told=self.ledger.told(lease))
        self.seen = []
        variant = self.variants[min(self.processes, len(self.variants)) - 1]
        draft = CaseDraft("v", CaseStatus(case.status), case.raw_status)
        walk = walk_leg(
            recipe(self.venue, self.seen, lambda: self.now, variant),
            draft,
            memory,
            retry_class=lambda operation: RETRY.get(operation, "never"),
            counted_first=lambda operation: False,
            on_event=lambda event: None,
            settle=SETTLE,
            jitter=lambda: 1.0,
        )
        result: Any = None
        error: Exception | None = None
        while True:
            try:
                demand = walk.throw(error) if error is not None else walk.send(result)
            except StopIteration as stop:
                ending = stop.value
                break
            result = error = None
            self.demands += 1
            self.may_die()
            try:
                match demand:
                    case Act(function):
                        result = function()
                    case Call(function):
                        result = function(None)
                    case Sleep(seconds):
                        self.now += seconds
            except VenueKitError as raised:
                error = raised
        self.demands += 1
        self.may_die()
        self.ledger.leave(
            lease,
            ending.state,
            now=self.now,
            due=ending.due,
            waiting=ending.waiting,
            status=ending.status,
            error=None if ending.error is None else encode_error(ending.error),
            failed_step=ending.failed_step,
            tries=ending.tries,
        )

    def may_die(self) -> None:
        if self.demands in self.deaths:
            raise Died

    def outcome(self) -> object:
        """What must be the same, however the case got there."""
        case = self.ledger.case(self.run, "v")
        assert case is not None
        results = [one for one in self.seen if not isinstance(one, float)]
        kept = self.ledger.credentials(self.run, "v")
        return (case.state, case.status, case.raw_status, case.error, results, kept, dict(self.asked))

    def effects(self) -> dict[str, int]:
        """Of what may happen once only."""
        return {name: count for name, count in self.venue.effects.items() if name not in ("notify", "put")}


@pytest.fixture(scope="module")
def ledger() -> Any:
    found = ledger_at("sqlite://", KEY)
    yield found
    found.close()


RUNS = iter(range(10**9))


def new_case(ledger: Ledger, **more: Any) -> Case:
    run = f"run-{next(RUNS)}"
    submit(ledger, run)
    return Case(ledger, run, **more)


def undisturbed(ledger: Ledger, **more: Any) -> Case:
    case = new_case(ledger, **more)
    case.go()
    return case


def test_undisturbed(ledger: Ledger) -> None:
    case = undisturbed(ledger)
    assert case.effects() == {"create": 1, "confirm": 1}
    assert case.venue.calls == {"create": 1, "confirm": 2, "notify": 1, "put": 1}
    assert case.asked == {"code": 1, "code#2": 1}
    assert case.processes == 4, "one leg, one after the pause, one after each answer"
    assert case.outcome() == (
        "ended",
        "active",
        "ENABLED",
        None,
        [{"fees": [1, None, 2.5]}, "create done", "v.confirm: HTTP 400: wrong code", "confirm done"],
        {"api_key": "the key", "api_secret": "the secret"},
        {"code": 1, "code#2": 1},
    )


def test_death_at_every_point(ledger: Ledger) -> None:
    whole = undisturbed(ledger)
    assert whole.demands > 25
    for number in range(1, whole.demands + 1):
        case = new_case(ledger, deaths={number})
        case.go()
        assert case.effects() == whole.effects(), number
        assert case.outcome() == whole.outcome(), number
        assert case.venue.effects["notify"] >= 1 and case.venue.effects["put"] >= 1


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sets(st.integers(1, 90), max_size=8),
    st.sets(st.sampled_from(["create", "confirm", "put"])),
    st.sets(st.sampled_from(["create", "notify", "put"])),
)
def test_many_deaths_and_a_bad_venue(
    ledger: Ledger, deaths: set[int], loses: set[str], busy: set[str]
) -> None:
    case = new_case(ledger, deaths=deaths)
    case.venue.loses, case.venue.busy = set(loses), set(busy)
    case.go()
    assert case.effects() == {"create": 1, "confirm": 1}
    assert case.outcome() == undisturbed(ledger).outcome()


@pytest.mark.parametrize(
    "changed",
    [Variant(before=True), Variant(after=True), Variant(without_put=True), Variant(before=True, after=True)],
)
def test_a_recipe_that_changes_between_legs(ledger: Ledger, changed: Variant) -> None:
    whole = undisturbed(ledger)
    wanted = {"create": 1, "confirm": 1, **({"late": 1} if changed.after else {})}
    for number in range(1, whole.demands, 4):
        case = new_case(ledger, deaths={number}, variants=[Variant(), changed])
        case.go()
        # A step before what was done already is made late, but it is made.
        early = {"early": 1} if changed.before else {}
        assert case.effects() == {**wanted, **early}, number
        assert case.outcome() == whole.outcome(), number


def test_a_step_whose_operation_was_renamed_sends_nothing(ledger: Ledger) -> None:
    renamed = Variant(create_operation="createAccount")
    case = new_case(ledger, variants=[Variant(), renamed])
    case.go()
    row = case.ledger.case(case.run, "v")
    assert row is not None and (row.state, row.status) == ("ended", "failed")
    error = str(decode(row.error))
    assert "step create was begun as create by venuekit 1, and is createAccount" in error
    assert "Nothing was sent" in error
    assert case.venue.calls == {"create": 1}, "by the first leg"
    assert case.ledger.credentials(case.run, "v") == {"api_key": "the key", "api_secret": "the secret"}
