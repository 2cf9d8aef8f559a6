"""Durable runs by their doors: doubt that a person settles, failures that are tried again, and who goes first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.playground import Playground
from tests.recipes.harness import accounts
from tests.runs.databases import KEY, NOW, ledger_at, new_url
from venuekit import ConfigurationError
from venuekit import runs as durable
from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.runs import Event
from venuekit.runs.durable.rates import Places
from venuekit.transport.limits import RABBITX
from venuekit_schemas.dossier import Dossier


@pytest.fixture(params=["file", "postgresql"])
def runs(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[durable.Runs]:
    with durable.open(new_url(request.param, tmp_path), key=KEY) as found:
        # Nothing is late here: an answer that is lost is lost at once.
        setattr(found, "worker", partial(found.worker, settle=0.2))  # noqa: B010
        yield found


def nobody(question: Interaction) -> None:
    return None


def named(dossier: Dossier, reference: str) -> Dossier:
    found = dossier.model_copy(deep=True)
    found.applicant.reference = reference
    return found


# Doubt


def _lose(playground: Playground, moment: str) -> None:
    playground.tell(
        "faults",
        {"venue": "t4", "operation": "onboardUser", "effect": "reset", "moment": moment, "times": 1},
    )


def _sent(runs: durable.Runs, run: str) -> int:
    return sum(row.kind == "sent" and row.operation == "onboardUser" for row in runs.events(run))


@pytest.mark.parametrize(("moment", "word", "calls"), [("after", "yes", 1), ("before", "no", 2)])
def test_a_person_says_whether_it_happened(
    moment: str, word: str, calls: int, runs: durable.Runs, dossier: Dossier, playground: Playground
) -> None:
    """Without a log-in T4 tells nobody whether the user is there."""
    assert dossier.venues.t4 is not None
    dossier.venues.t4.login = None
    _lose(playground, moment)
    run = runs.submit(dossier, venues=["t4"], urls=playground.urls)
    [case] = runs.work(run, answer=nobody).cases
    assert case.status is CaseStatus.AMBIGUOUS

    asked = runs.reconcile(run)
    assert [(venue, question.kind) for venue, question in asked.items()] == [("t4", "operator")]
    assert "answer yes or no" in asked["t4"].prompt
    assert runs.reconcile(run) == asked, "to look changes nothing"
    assert runs.answer(run, asked["t4"].name, word, by="desk-2")
    person = playground.person()
    finished = runs.work(run, answer=person)

    # Without a log-in nothing more than that can be shown.
    assert finished.cases[0].status is CaseStatus.APPROVED, finished.cases[0].error
    assert finished.cases[0].credentials["password"].reveal() == "Kal31-ewwqXrew"
    assert asked["t4"].name not in person.names("t4")
    assert (_sent(runs, run), accounts(playground.server.sandbox)["t4"]) == (calls, 1)
    assert runs.reconcile(run) == {}


def test_a_person_lets_it_be_looked_up_again(
    runs: durable.Runs, dossier: Dossier, playground: Playground
) -> None:
    """A refused log-in at T4 proves nothing: firm, licence and many states refuse real users too."""
    _lose(playground, "after")
    refusal = {"effect": "status", "status": 401, "body": {"title": "ApplicationNotValid"}}
    rule = playground.tell("faults", {"venue": "t4", "operation": "login", **refusal})
    run = runs.submit(dossier, venues=["t4"], urls=playground.urls)
    [case] = runs.work(run, answer=nobody).cases
    assert case.status is CaseStatus.AMBIGUOUS
    first = runs.reconcile(run)["t4"]
    assert "or look" in first.prompt

    runs.answer(run, first.name, "look")
    runs.work(run, answer=nobody)
    second = runs.reconcile(run)["t4"]
    assert second.name != first.name, "what was answered is not asked again"
    playground.server.sandbox.world.faults.remove(rule["id"])
    runs.answer(run, second.name, "look")

    assert runs.work(run, answer=playground.person()).active
    assert (_sent(runs, run), accounts(playground.server.sandbox)["t4"]) == (1, 1)


# Failure


def test_what_failed_goes_on_and_nothing_else(
    runs: durable.Runs, dossier: Dossier, playground: Playground
) -> None:
    fault = {"venue": "tradelocker", "operation": "getJWTTokens", "effect": "status", "status": 503}
    rule = playground.tell("faults", fault)
    broken = runs.submit(dossier, run="broken", venues=["tradelocker", "t4"], urls=playground.urls)
    failed = runs.work(broken, answer=nobody, max_retries=0)
    assert [case.status for case in failed.cases] == [CaseStatus.FAILED, CaseStatus.ACTION_REQUIRED]
    sound = runs.submit(named(dossier, "c-2"), run="sound", venues=["rabbitx"], urls=playground.urls)
    assert runs.work(sound, answer=nobody).active

    assert runs.retry_failed() == {broken: ["tradelocker"]}
    again = runs.work(broken, answer=nobody, max_retries=0)
    assert again.cases[0].status is CaseStatus.FAILED
    playground.server.sandbox.world.faults.remove(rule["id"])
    assert runs.retry_failed([sound]) == {}
    with pytest.raises(ConfigurationError, match="no case at stokn"):
        runs.resume(broken, venues=["stokn"])
    assert runs.resume(broken, venues=["tradelocker"]) == ["tradelocker"]

    finished = runs.work(broken, answer=playground.person(), max_retries=0)

    assert finished.active
    assert runs.retry_failed() == {}
    assert runs.resume(broken) == []
    # What was done before the failure was not done again.
    sent = [row.step for row in runs.events(broken) if row.kind == "sent" and row.venue == "t4"]
    assert sent.count("onboard-user") == 1


def test_refused_codes_end_a_case_and_a_new_question_goes_on(
    runs: durable.Runs, dossier: Dossier, playground: Playground
) -> None:
    run = runs.submit(dossier, venues=["stokn"], urls=playground.urls)

    def wrong(question: Interaction) -> str | None:
        return "000000" if question.mode == "form" else None

    [failed] = runs.work(run, answer=wrong).cases
    assert failed.status is CaseStatus.FAILED
    before = {row.step for row in runs.events(run) if row.kind == "asked"}

    assert runs.resume(run) == ["stokn"]
    person = playground.person()

    assert runs.work(run, answer=person).active
    assert not before & set(person.names("stokn"))
    assert accounts(playground.server.sandbox)["stokn"] == 1


# Who goes first


def _begun(runs: durable.Runs) -> list[str]:
    return [row.run for row in runs.events() if row.kind == "leg"]


def test_many_do_not_keep_one_that_comes_later_waiting(
    runs: durable.Runs, dossier: Dossier, playground: Playground
) -> None:
    """What is submitted with a smaller number, as a single run is against a bulk one, is next."""
    many = [
        runs.submit(
            named(dossier, f"c-{number}"),
            run=f"many-{number}",
            venues=["tradelocker"],
            urls=playground.urls,
            priority=300,
        )
        for number in range(8)
    ]
    submitted = threading.Event()

    def on_event(run: str, event: Event) -> None:
        if not submitted.is_set():
            submitted.set()
            runs.submit(dossier, run="later", venues=["tradelocker"], urls=playground.urls)

    with runs.worker(per_venue=1, concurrency=1, on_event=on_event):
        for run in many:
            assert runs.wait(run, timeout=120).active
        assert runs.wait("later", timeout=120).active

    begun = _begun(runs)
    assert sorted(begun) == ["later", *sorted(many)]
    # One was under way, and one more may have been taken already.
    assert begun.index("later") <= 2


def test_a_case_that_was_begun_goes_before_those_that_were_not(
    runs: durable.Runs, dossier: Dossier, playground: Playground
) -> None:
    """A code is good for minutes only."""
    first = runs.submit(dossier, run="first", venues=["stokn"], urls=playground.urls)
    runs.work(first, answer=nobody)
    seen = len(_begun(runs))
    others = [
        runs.submit(
            named(dossier, f"c-{number}"), run=f"other-{number}", venues=["stokn"], urls=playground.urls
        )
        for number in range(4)
    ]
    [question] = runs.questions(first)[first]
    code = playground.person()(question)
    assert code is not None
    runs.answer(first, question.name, code)

    with runs.worker(per_venue=1, concurrency=1):
        for run in (first, *others):
            runs.wait(run, timeout=120)

    # The first one may have been taken before the engine saw that the other is due.
    assert "first" in _begun(runs)[seen : seen + 2]


@pytest.mark.parametrize("told", [{"per_venue": 1}, {"concurrency": 1}])
def test_whoever_says_nothing_leaves_the_limits_as_they_were_set(
    told: dict[str, int], runs: durable.Runs, dossier: Dossier, playground: Playground
) -> None:
    """Such as a command that works for a moment beside `venuekit worker --per-venue 1`."""
    with runs.worker(per_venue=told.get("per_venue"), concurrency=told.get("concurrency")):
        pass
    many = [
        runs.submit(
            named(dossier, f"c-{number}"),
            run=f"many-{number}",
            venues=["tradelocker"],
            urls=playground.urls,
        )
        for number in range(8)
    ]

    with runs.worker():
        for run in many:
            assert runs.wait(run, timeout=120).active

    under_way, most = 0, 0
    for row in runs.events():
        under_way += {"leg": 1, "ended": -1}.get(row.kind, 0)
        most = max(most, under_way)
    assert most == 1


@pytest.mark.parametrize("setting", ["per_venue", "concurrency", "poll"])
def test_a_worker_that_could_do_nothing_is_refused(runs: durable.Runs, setting: str) -> None:
    nothing: dict[str, Any] = {setting: 0}
    with pytest.raises(ConfigurationError, match=f"{setting} of a worker is more than 0"):
        runs.worker(**nothing)


@pytest.mark.parametrize("kind", ["file", "postgresql"])
def test_workers_keep_to_one_limit_together(kind: str, tmp_path: Path) -> None:
    """RabbitX takes twelve sign-ins a minute, whoever sends them."""
    url = new_url(kind, tmp_path)
    ledgers = [ledger_at(url) for _ in range(2)]
    workers = [Places(ledger, RABBITX) for ledger in ledgers]
    taken: list[float] = []

    def work(places: Places) -> None:
        for _ in range(20):
            taken.append(places.take("rabbitx", "onboard", NOW))

    threads = [threading.Thread(target=work, args=(places,)) for places in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for ledger in ledgers:
        ledger.close()

    taken.sort()
    assert taken[0] == NOW and len(taken) == 40
    assert all(later - sooner >= 60 for sooner, later in zip(taken, taken[12:], strict=False))
    assert taken[-1] < NOW + 4 * 60, "and they wait no longer than they must"
