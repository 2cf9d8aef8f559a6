"""Legs meet errors, doubt and people."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.runs.conftest import lost, question, refused
from tests.runs.databases import ledger_at
from tests.runs.leg_by_leg import SETTLE, Case, create, found, made, one, order, read
from venuekit import RateLimitedError, RejectedError, UnavailableError
from venuekit.auth.totp import TotpExhausted
from venuekit.recipes.core import (
    CaseStatus,
    Interaction,
    Recipe,
    ask,
    give_up,
    numbered,
    step,
    wait,
)
from venuekit.transport.missing import TotpReplayed


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(ledger_at(f"sqlite:///{tmp_path}/l.sqlite"))


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


def test_a_venue_that_answers_again_is_not_waited_for_as_long_as_before(case: Case) -> None:
    """A look-up that shows what happened, and a step that is made, end the growing of the waits."""
    down = refused(UnavailableError, 503, "read")
    case.script(order=[lost("order"), "made"], read=[*[down] * 6, "read done", down])

    def recipe() -> Recipe[None]:
        yield from step("account", "order", order, find=found(None))
        yield from step("after", "read", read)

    waits = []
    for _ in range(9):
        ending = case.leg(recipe)
        assert ending is not None
        waits.append(ending.due - case.now)
        case.now = max(case.now + SETTLE, ending.due)

    assert max(waits[:6]) > 50.0
    assert case.client.calls.count("order") == 2
    assert waits[-3:] == [2.0, 4.0, 8.0]


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

    endings = [case.leg(one(found("x"))) for _ in range(3)]

    assert [ending.state for ending in endings if ending is not None] == ["queued"] * 2 + ["ended"]
    assert case.client.calls == ["order", "read", "read", "read"]


def test_the_next_one_time_code_is_waited_for_no_longer_than_it_takes(case: Case) -> None:
    """However often the venue has failed before."""
    replayed = TotpReplayed("HTTP 422", venue="fake", operation="login", status=422)
    down = UnavailableError("HTTP 503", venue="fake", operation="read", status=503)
    case.script(order=[lost("order")], read=[*[down] * 8, replayed])
    ending = case.leg(one(found("x")))
    while case.client.calls.count("read") < 9:
        ending = case.leg(one(found("x")))

    assert ending is not None
    assert (ending.state, ending.due - case.now) == ("queued", 30.0)


def test_the_death_of_a_worker_makes_no_wait_for_the_venue_longer(case: Case) -> None:
    def recipe() -> Recipe[None]:
        yield from step("look", "read", read)

    case.script(read=[*["read done"] * 5, refused(UnavailableError, 503, "read")])
    for _ in range(5):
        assert case.leg(recipe, dies_at="read") is None

    ending = case.leg(recipe)

    assert ending is not None
    assert (ending.state, ending.due - case.now) == ("queued", 2.0)
