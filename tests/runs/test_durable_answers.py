"""Which answers count: the first does, so what is none is refused before it is written, and time alone answers nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.playground import Playground
from tests.recipes.harness import MODES, Mode
from tests.runs.databases import KEY
from venuekit import ConfigurationError
from venuekit import runs as durable
from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.runs.answers import checked
from venuekit.runs.durable.twin import AsyncRuns
from venuekit_schemas.dossier import Dossier


@pytest.fixture
def runs(tmp_path: Path) -> Iterator[durable.Runs]:
    with durable.open(f"sqlite:///{tmp_path}/runs.sqlite", key=KEY) as found:
        yield found


@pytest.fixture
def waiting(runs: durable.Runs, dossier: Dossier, playground: Playground) -> str:
    """A run that waits for T4's back office."""
    run = runs.onboard(dossier, run="jane", venues=["t4"], answer=lambda question: None, urls=playground.urls)
    assert run.cases[0].status is CaseStatus.ACTION_REQUIRED
    return "jane"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("value", ["no", "maybe", "look", "ok", " ", "123456"])
def test_what_does_not_say_that_it_is_done_is_no_acknowledgement(
    value: str, mode: Mode, runs: durable.Runs, waiting: str
) -> None:
    with pytest.raises(ConfigurationError, match=r"(y, yes or done|not empty)"):
        if mode == "sync":
            runs.answer(waiting, "enable-account", value)
        else:
            asyncio.run(AsyncRuns(runs).answer(waiting, "enable-account", value))
    assert [question.name for question in runs.questions(waiting)[waiting]] == ["enable-account"]
    assert runs.answer(waiting, "enable-account", " Yes ")
    assert not runs.answer(waiting, "enable-account", "no")


def test_a_callback_is_held_to_the_same_words(runs: durable.Runs, waiting: str) -> None:
    with pytest.raises(ConfigurationError, match="y, yes or done"):
        runs.work(waiting, answer=lambda question: "not yet")
    assert waiting in runs.questions()


@pytest.mark.parametrize("mode", MODES)
def test_so_is_one_of_a_run_that_is_not_durable(mode: Mode, dossier: Dossier, playground: Playground) -> None:
    async def answer(question: Interaction) -> str:
        return "not yet"

    if mode == "sync":
        run = durable.onboard(dossier, venues=["t4"], answer=lambda _: "not yet", urls=playground.urls)
    else:
        run = asyncio.run(durable.onboard_async(dossier, venues=["t4"], answer=answer, urls=playground.urls))
    assert run.cases[0].status is CaseStatus.FAILED
    assert "y, yes or done" in str(run.cases[0].error)


def test_words_that_are_offered() -> None:
    question = Interaction("t4", "outcome-of-x", "operator", "form", "?", "", words=("no", "look"))

    assert checked(question, " LOOK\n") == "look"
    for value in ("yes", "done", "n"):
        with pytest.raises(ConfigurationError, match="answered with no or look"):
            checked(question, value)


@pytest.mark.parametrize("how", ["cancelled", "purged"])
def test_a_run_that_is_over_takes_no_answer(
    how: str, runs: durable.Runs, waiting: str, dossier: Dossier
) -> None:
    if how == "cancelled":
        runs.cancel(waiting)
    else:
        runs.purge(dossier.applicant.reference)
    before = list(runs.history(waiting))

    with pytest.raises(ConfigurationError, match=f"was {how}; nothing was changed"):
        runs.answer(waiting, "enable-account", "yes")
    assert list(runs.history(waiting)) == before


def test_time_alone_enables_no_account(runs: durable.Runs, waiting: str) -> None:
    """Nothing that T4 tells shows it, and a log-in works before: it waits for whoever has done it."""
    ledger = runs.ledger
    case = ledger.case(waiting, "t4")
    assert case is not None
    assert case.due - case.updated_at > 20 * 86400.0
    # Also when its leg comes: it is asked again, and answered by nobody.
    assert runs.resume(waiting) == ["t4"]
    runs.work(waiting, answer=lambda question: None)
    assert [question.name for question in runs.questions(waiting)[waiting]] == ["enable-account"]


@pytest.mark.parametrize("mode", MODES)
def test_one_venue_of_several_is_worked_on(
    mode: Mode, runs: durable.Runs, dossier: Dossier, playground: Playground
) -> None:
    """The others are not waited for, and nobody is asked about them."""
    run = runs.submit(dossier, venues=["t4", "tradelocker"], urls=playground.urls)
    asked: list[str] = []

    def answer(question: Interaction) -> None:
        asked.append(question.venue)

    async def answer_later(question: Interaction) -> None:
        answer(question)

    if mode == "sync":
        found = runs.work(run, answer=answer, venues=["tradelocker"])
        with pytest.raises(ConfigurationError, match="no case at stokn"):
            runs.work(run, answer=answer, venues=["stokn"])
    else:
        found = asyncio.run(AsyncRuns(runs).work(run, answer=answer_later, venues=["tradelocker"]))
    assert [(case.venue, case.status) for case in found.cases] == [("tradelocker", CaseStatus.ACTIVE)]
    assert asked == []


def test_some_runs_of_many(runs: durable.Runs, dossier: Dossier) -> None:
    for name in ("jane", "joe", "jim"):
        runs.submit(dossier, run=name, venues=["t4"])

    assert {run.id for run in runs.all(ids=["jane", "jim", "nobody", "jane"])} == {"jim", "jane"}
    assert runs.all(ids=[]) == []
    assert runs.all(ids=["jane"], applicant="somebody-else") == []
    assert asyncio.run(AsyncRuns(runs).all(ids=["joe"])) == [runs.show("joe")]


def test_a_decision_that_can_be_read_is_looked_for(
    runs: durable.Runs, dossier: Dossier, playground: Playground
) -> None:
    person = playground.person()

    def only_codes(question: Interaction) -> str | None:
        return person(question) if question.name != "activation" else None

    runs.onboard(dossier, run="jane", venues=["stokn"], answer=only_codes, urls=playground.urls)
    case = runs.ledger.case("jane", "stokn")
    assert case is not None
    assert case.waiting == "activation"
    assert case.due - case.updated_at < 120.0
