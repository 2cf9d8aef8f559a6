"""A plan of every name: what it would call, with nothing sent and no secret read; and what a run then does."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import SecretStr

from tests.playground import Playground
from tests.recipes.care import Applicant
from venuekit import ConfigurationError, SecretText
from venuekit.recipes import RECIPES, RecipeName, recipe, recipes_for
from venuekit.runs import CaseStatus, Event, plan
from venuekit.transport import http
from venuekit_schemas.dossier import Dossier

CARE = [name for name in get_args(RecipeName) if name != "onboard"]
EVERY = [(name, venue) for name in CARE for venue in recipes_for(name)]


@pytest.mark.parametrize(("name", "venue"), EVERY)
def test_a_plan_is_what_a_run_does(
    name: RecipeName, venue: str, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = Applicant(dossier, playground, venue, monkeypatch)
    applicant.onboard()
    # The codes of the onboarding are forgotten by then, so that none is refused.
    applicant.clock.advance(120)
    person = playground.person()
    events: list[Event] = []

    (planned,) = plan(dossier, venues=[venue], recipe=name, credentials={venue: applicant.credentials}).cases
    assert applicant.wire.calls == []
    case = applicant.run(name, person=person, events=events)

    assert case.error is None
    assert case.status is (CaseStatus.CLOSED if name == "revoke" else CaseStatus.ACTIVE)
    assert planned.problems == ()
    started = [(event.step, event.detail) for event in events if event.kind == "step_started"]
    # What depends on an answer is not planned: that a second factor is asked for.
    started = [item for item in started if item[0] != "log-in-with-code"] if venue == "nebulaecn" else started
    assert [(call.step, call.operation) for call in planned.calls] == started
    assert [i.name for i in planned.interactions] == person.names(venue)
    names = [step for step, _ in started]
    assert len(names) == len(set(names))
    assert all(call.operation in recipe(venue, name).operations for call in planned.calls)


@pytest.mark.parametrize("name", CARE)
def test_a_plan_sends_nothing_and_reads_no_secret(
    name: RecipeName, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*args: object, **kwargs: object) -> None:
        raise AssertionError("something was sent")

    dossier.login.password = SecretStr("env:VENUEKIT_TEST_THAT_IS_NOT_SET")
    monkeypatch.setattr(http.SeamClient, "send", never)
    monkeypatch.setattr(http.AsyncSeamClient, "send", never)

    planned = plan(dossier, recipe=name, folder=Path("/nonexistent"))

    assert [case.venue for case in planned.cases] == list(recipes_for(name))
    assert planned.ready, [case.problems for case in planned.cases]


def test_a_plan_says_what_is_not_held(dossier: Dossier) -> None:
    planned = plan(dossier, recipe="rotate", venues=["nebulaecn", "rabbitx"], credentials={})

    problems = {case.venue: " ".join(case.problems) for case in planned.cases}
    assert "its secret is not known" in problems["nebulaecn"]
    assert "neither a key pair nor a session" in problems["rabbitx"]


def test_credentials_may_be_masked_ones(dossier: Dossier) -> None:
    held: Any = {"nebulaecn": {"api_key": "k" * 16, "api_secret": SecretText("s" * 32)}}

    (case,) = plan(dossier, recipe="health", venues=["nebulaecn"], credentials=held).cases

    assert [call.operation for call in case.calls] == ["getMe"]


def test_every_name_is_known_by_its_name() -> None:
    assert list(recipes_for("onboard")) == list(RECIPES)
    for name, venue in EVERY:
        found = recipe(venue, name)
        assert (found.venue, found.name) == (venue, name)
    with pytest.raises(ConfigurationError, match="known are onboard, connect"):
        recipes_for("polish")
