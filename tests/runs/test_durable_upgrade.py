"""A case that waits under one version of a recipe goes on under the next, and legs meet errors, doubt and people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.runs.conftest import COUNTED_FIRST, RETRY, Client, lost, question, refused
from tests.runs.databases import ledger_at
from venuekit import RateLimitedError, RejectedError, UnavailableError, VenueKitError
from venuekit.auth.totp import TotpExhausted
from venuekit.recipes.core import (
    CaseStatus,
    Interaction,
    Recipe,
    ask,
    give_up,
    mark,
    numbered,
    step,
    wait,
)
from venuekit.runs.durable.legs import Ending, walk_leg
from venuekit.runs.durable.memory import CaseMemory
from venuekit.runs.ledger import Ledger
from venuekit.runs.model import CaseDraft
from venuekit.runs.walk import Act, Call, Sleep
from venuekit.transport.missing import TotpReplayed

Make = Callable[[], Recipe[None]]
SETTLE = 10.0


def create(client: Client) -> Any:
    return client.call("create")


def order(client: Client) -> Any:
    return client.call("order")


def read(client: Client) -> Any:
    return client.call("read")


class Case:
    """One case that is walked leg by leg, each with whatever recipe is the current one."""

    def __init__(self, ledger: Ledger) -> None:
        self.now = 1_000_000.0
        self.ledger = ledger
        self.client = Client(False, {})
        self.draft = CaseDraft("fake")
        ledger.create("r", applicant="a", dossier={}, options={}, venues=["fake"], version="1", now=self.now)

    def script(self, **outcomes: list[Any]) -> None:
        self.client = Client(False, outcomes)

    def leg(
        self, make: Make, *, worker: str = "w", dies_at: str = "", stopping: bool = False
    ) -> Ending | None:
        """Walk a leg. `dies_at`: a call in whose middle the worker dies, and then there is no ending."""
        row = self.ledger.case("r", "fake")
        assert row is not None
        self.now = max(self.now, row.due if row.state == "queued" else 0.0)
        lease = self.ledger.take("r", "fake", leg=row.leg, worker=worker, version="1", now=self.now)
        assert lease is not None
        self.draft = CaseDraft("fake", CaseStatus(row.status), row.raw_status)
        memory = CaseMemory(self.ledger, lease, lambda: self.now, told=self.ledger.told(lease))
        walk = walk_leg(
            make(),
            self.draft,
            memory,
            retry_class=lambda operation: RETRY[operation],
            counted_first=lambda operation: operation in COUNTED_FIRST,
            on_event=lambda event: None,
            settle=SETTLE,
            tries=row.tries,
            stopping=lambda: stopping,
            jitter=lambda: 1.0,
        )
        value: Any = None
        error: VenueKitError | None = None
        while True:
            try:
                demand = walk.throw(error) if error is not None else walk.send(value)
            except StopIteration as stop:
                ending: Ending = stop.value
                self._leave(lease, ending)
                return ending
            value = error = None
            try:
                if isinstance(demand, Act):
                    value = demand.function()
                elif isinstance(demand, Call):
                    value = demand.function(self.client)
                    if dies_at and self.client.calls[-1] == dies_at:
                        return None
                elif isinstance(demand, Sleep):
                    self.now += demand.seconds
            except VenueKitError as raised:
                error = raised

    def _leave(self, lease: Any, ending: Ending) -> None:
        self.ledger.leave(
            lease,
            ending.state,
            now=self.now,
            due=ending.due,
            waiting=ending.waiting,
            status=ending.status,
            failed_step=ending.failed_step,
            tries=ending.tries,
        )

    def answer(self, name: str, value: str = "done") -> None:
        assert self.ledger.answer("r", "fake", name, value, by="test", now=self.now) is not None

    def resume(self) -> None:
        assert self.ledger.wake("r", "fake", self.now) is not None


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(ledger_at(f"sqlite:///{tmp_path}/l.sqlite"))


def made(*steps: str, asking: int = 1) -> Make:
    """A recipe: a `create` per step, and a question after the first `asking` of them."""

    def recipe() -> Recipe[None]:
        for index, name in enumerate(steps):
            if index == asking:
                yield from ask(question())
            yield from step(name, "create", create)
        yield from mark(CaseStatus.ACTIVE)

    return recipe


@pytest.mark.parametrize(
    ("after", "calls"),
    [
        (made("account", "key"), 2),
        (made("new", "account", "key", asking=2), 3),
        (made("account", "new", "key"), 3),
        (made("account", "key", "new"), 3),
        (made("key", asking=0), 2),
        (made("account"), 1),
    ],
    ids=["same", "inserted before", "inserted after", "added", "removed before", "removed after"],
)
def test_a_case_goes_on_under_another_version_of_its_recipe(case: Case, after: Make, calls: int) -> None:
    ending = case.leg(made("account", "key"))
    assert ending is not None
    assert (ending.state, ending.waiting) == ("waiting", "code")
    case.answer("code", "123")

    ending = case.leg(after)

    assert ending is not None
    assert (ending.state, ending.error) == ("ended", None)
    assert case.draft.status is CaseStatus.ACTIVE
    assert len(case.client.calls) == calls


def test_a_result_that_the_next_version_cannot_read_ends_the_case_with_a_clear_message(case: Case) -> None:
    case.leg(made("account", "key"))
    case.answer("code")
    row = case.ledger.case("r", "fake")
    assert row is not None
    lease = case.ledger.take("r", "fake", leg=row.leg, worker="w", version="1", now=case.now)
    assert lease is not None
    gone = {"$": "record", "type": "venuekit.recipes.stokn:_Gone", "value": {}}
    case.ledger.settle(lease, "account", "done", gone, case.now)
    case.ledger.leave(lease, "queued", now=case.now)

    ending = case.leg(made("account", "key"))

    assert ending is not None
    assert ending.state == "ended"
    assert case.draft.status is CaseStatus.FAILED
    assert "cannot be read by this version of venuekit" in str(ending.error)
    assert len(case.client.calls) == 1


def found(result: Any) -> Callable[[], Recipe[Any]]:
    def find() -> Recipe[Any]:
        yield from step("look", "read", read)
        return result

    return find


def one(find: Callable[[], Recipe[Any]] | None = None) -> Make:
    def recipe() -> Recipe[None]:
        yield from step("account", "order", order, find=find)

    return recipe


def test_a_call_whose_worker_died_is_looked_up_once_it_must_have_arrived(case: Case) -> None:
    assert case.leg(one(found("it is there")), dies_at="order") is None

    early = case.leg(one(found("it is there")))
    assert early is not None
    assert (early.state, early.due) == ("queued", case.now + 10.0)
    case.now += 10.0
    late = case.leg(one(found("it is there")))

    assert late is not None
    assert late.state == "ended"
    assert case.client.calls == ["order", "read"]


def test_what_a_person_said_of_one_attempt_is_not_taken_for_the_next(case: Case) -> None:
    case.leg(one(), dies_at="order")
    case.now += 10.0
    asked = case.leg(one())
    assert asked is not None
    assert case.draft.status is CaseStatus.AMBIGUOUS
    case.answer(asked.waiting, "no")
    assert case.leg(one(), dies_at="order") is None
    case.now += 10.0

    again = case.leg(one())

    assert again is not None
    assert (again.state, again.waiting != asked.waiting) == ("waiting", True)
    assert case.client.calls == ["order", "order"]


def test_a_429_that_the_venue_may_have_counted_last_is_looked_up(case: Case) -> None:
    case.script(order=[refused(RateLimitedError, 429, "order")])
    known = case.leg(one(found("it is there")))
    assert known is not None
    assert known.state == "ended"
    assert case.client.calls == ["order", "read"]


def test_a_429_of_a_venue_that_counts_first_is_no_doubt(case: Case) -> None:
    case.script(create=[refused(RateLimitedError, 429), "made"])
    ending = case.leg(made("account", asking=9))
    assert ending is not None
    assert (ending.state, ending.due > case.now) == ("queued", True)
    ending = case.leg(made("account", asking=9))
    assert ending is not None
    assert ending.state == "ended"
    assert case.client.calls == ["create", "create"]


def test_a_lost_answer_is_sent_again_once_the_call_cannot_arrive_any_more(case: Case) -> None:
    case.script(order=[lost("order"), "made"])
    first = case.leg(one(found(None)))
    assert first is not None
    assert (first.state, first.due) == ("queued", case.now + SETTLE)
    assert case.client.calls == ["order", "read"]

    case.now = first.due
    second = case.leg(one(found(None)))

    assert second is not None
    assert second.state == "ended"
    assert case.client.calls == ["order", "read", "read", "order"]


def test_a_lost_call_that_arrives_late_is_not_sent_again(case: Case) -> None:
    case.script(order=[lost("order"), "made"])
    first = case.leg(one(found(None)))
    assert first is not None

    case.now = first.due
    second = case.leg(one(found("x")))

    assert second is not None
    assert second.state == "ended"
    assert case.client.calls == ["order", "read", "read"]


def test_waits_grow_while_a_look_up_fails(case: Case) -> None:
    case.script(order=[lost("order")], read=[refused(UnavailableError, 503, "read")])
    waits = []
    for _ in range(4):
        ending = case.leg(one(found("x")))
        assert ending is not None
        waits.append(ending.due - case.now)
        case.now = max(case.now + 10.0, ending.due)

    assert waits == sorted(waits)
    assert waits[-1] > waits[0]
    assert case.client.calls.count("order") == 1


def codes() -> Recipe[None]:
    attempt = 0
    while True:
        attempt += 1
        yield from ask(question(numbered("code", attempt)))
        try:
            yield from step(numbered("verify", attempt), "create", create)
        except RejectedError as error:
            if attempt % 2 == 0:
                yield from give_up(numbered("refused", attempt // 2), error)
            continue
        return


def test_a_case_whose_codes_were_all_refused_asks_anew_when_it_is_resumed(case: Case) -> None:
    case.script(create=[refused(RejectedError, 422), refused(RejectedError, 422), "right"])
    for name in ("code", "code#2"):
        assert (waiting := case.leg(codes)) is not None
        assert waiting.waiting == name
        case.answer(name)
    failed = case.leg(codes)
    assert failed is not None
    assert (failed.state, type(failed.error)) == ("ended", RejectedError)
    assert case.draft.status is CaseStatus.FAILED

    case.resume()
    asked = case.leg(codes)
    assert asked is not None
    assert asked.waiting == "code#3"
    case.answer("code#3")
    ended = case.leg(codes)

    assert ended is not None
    assert (ended.state, ended.error) == ("ended", None)


def looked_for(name: str, *, readable: bool = True) -> Interaction:
    return Interaction("fake", name, "kyc", "acknowledge", "?", "a", readable=readable)


def looks() -> Recipe[None]:
    for look in range(1, 100):
        asking = replace(looked_for(numbered("look", look)), attempt=look)
        yield from ask(asking) if look <= 20 else wait(asking)
        if look == 30:
            return


def test_a_decision_is_waited_for_beyond_twenty_looks_with_growing_pauses(case: Case) -> None:
    pauses = []
    for look in range(1, 31):
        ending = case.leg(looks)
        assert ending is not None
        assert ending.waiting == numbered("look", look)
        pauses.append(ending.due - case.now)
        case.answer(numbered("look", look))

    ending = case.leg(looks)

    assert ending is not None
    assert ending.state == "ended"
    assert pauses == sorted(pauses)
    assert pauses[-1] == 12 * 3600.0


def test_what_no_read_can_show_waits_for_its_person(case: Case) -> None:
    def recipe() -> Recipe[None]:
        yield from ask(looked_for("enable", readable=False))

    ending = case.leg(recipe)

    assert ending is not None
    assert ending.due - case.now > 20 * 86400.0


def test_a_worker_that_ends_begins_no_further_step(case: Case) -> None:
    ending = case.leg(one(), stopping=True)
    assert ending is not None
    assert ending.state == "queued"
    assert case.client.calls == []
    case.now = ending.due
    done = case.leg(one())
    assert done is not None
    assert done.state == "ended"


def test_a_leg_goes_on_with_the_next_one_time_code(case: Case) -> None:
    """Codes that an earlier leg has used are refused on the way; when none is left, the leg waits for the next itself."""
    replayed = TotpReplayed("HTTP 422", venue="fake", operation="login", status=422)
    case.script(order=[replayed, replayed, TotpExhausted(30.0), "made"])
    before = case.now

    ending = case.leg(one())

    assert ending is not None
    assert ending.state == "ended"
    assert case.client.calls == ["order"] * 4
    assert case.now == before + 30.0


def test_a_leg_that_finds_no_code_comes_again(case: Case) -> None:
    case.script(order=[TotpExhausted(30.0)])

    ending = case.leg(one())

    assert ending is not None
    assert ending.state == "queued"
    assert len(case.client.calls) == 6


def test_a_look_up_without_a_one_time_code_is_made_again_and_nobody_is_asked(case: Case) -> None:
    replayed = TotpReplayed("HTTP 422", venue="fake", operation="login", status=422)
    case.script(order=[lost("order")], read=[replayed, TotpExhausted(30.0), "read done"])

    # The second only waits until the call cannot arrive any more.
    endings = [case.leg(one(found("x"))) for _ in range(4)]

    assert [ending.state for ending in endings if ending is not None] == ["queued"] * 3 + ["ended"]
    assert case.client.calls == ["order", "read", "read", "read"]
