"""The dry run says what a real run does, and sends nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.playground import VENUES, Playground
from tests.recipes.harness import MODES, Mode, accounts, walk_dossier
from venuekit import ConfigurationError, VenueKitError
from venuekit.recipes import RECIPES, VenueRecipe
from venuekit.recipes.core import Step
from venuekit.runs import Event, Plan, plan
from venuekit.transport import http
from venuekit_schemas.dossier import Dossier


@pytest.mark.parametrize("mode", MODES)
def test_a_plan_names_the_calls_and_questions_of_a_run(
    mode: Mode, dossier: Dossier, playground: Playground
) -> None:
    planned = plan(dossier)
    person = playground.person()
    events: list[Event] = []
    run = walk_dossier(dossier, person, mode=mode, urls=playground.urls, events=events)

    assert run.active
    assert planned.ready
    for case in planned.cases:
        started = [(e.step, e.detail) for e in events if e.venue == case.venue and e.kind == "step_started"]
        assert [(call.step, call.operation) for call in case.calls] == started
        asked = [interaction for interaction in person.asked if interaction.venue == case.venue]
        assert [_plain(interaction) for interaction in case.interactions] == [_plain(i) for i in asked]


def _plain(interaction: Any) -> tuple[object, ...]:
    return (interaction.name, interaction.kind, interaction.mode, interaction.to, interaction.applicant)


def test_every_call_is_described_as_in_the_specification(dossier: Dossier) -> None:
    planned = plan(dossier)

    assert [case.venue for case in planned.cases] == list(VENUES)
    for case in planned.cases:
        operations = RECIPES[case.venue].operations
        for call in case.calls:
            operation = operations[call.operation]
            assert (call.method, call.path, call.retry) == (operation.method, operation.path, operation.retry)


class _Performed:
    """A caller that notes what is called, and answers with the examples as the plan does."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.operations: list[str] = []

    def call(self, operation: Any, kwargs: dict[str, Any], parse: Any) -> Any:
        self.operations.append(operation.id)
        return self._inner.call(operation, kwargs, parse)

    def call_raw(self, operation: Any, kwargs: dict[str, Any], parse: Any) -> Any:
        self.operations.append(operation.id)
        return self._inner.call_raw(operation, kwargs, parse)


@pytest.mark.parametrize("venue", VENUES)
def test_a_step_declares_the_operation_that_it_performs_and_names_are_unique(
    venue: str, dossier: Dossier
) -> None:
    from venuekit.recipes.core import Ask, Use
    from venuekit.recipes.facts import PlannedFacts
    from venuekit.runs.planning import _ExampleCaller

    recipe: VenueRecipe = RECIPES[venue]
    facts = PlannedFacts(dossier, env="sandbox", folder=Path.cwd(), clock=lambda: 1_700_000_000.0)
    caller = _Performed(_ExampleCaller(venue))
    names: list[str] = []
    with recipe.sync_client(**recipe.options(facts), caller=caller) as client:
        steps = recipe.steps(facts)
        value: Any = None
        while True:
            try:
                wish = steps.send(value)
            except StopIteration:
                break
            value = None
            if isinstance(wish, Step):
                names.append(wish.name)
                before = len(caller.operations)
                value = wish.call(client)
                assert caller.operations[before:] == [wish.operation], wish.name
                assert wish.operation in recipe.operations
            elif isinstance(wish, Ask):
                names.append(wish.interaction.name)
                assert wish.interaction.venue == venue
                assert wish.interaction.applicant
                value = wish.interaction.example
            elif isinstance(wish, Use):
                wish.apply(client)

    assert names
    assert len(names) == len(set(names))


def test_names_stay_unique_when_people_make_mistakes(dossier: Dossier, playground: Playground) -> None:
    wrong = {
        name + suffix: "0"
        for name in ("sms-code", "email-token", "phone-code")
        for suffix in ("", "#2", "#3")
    }
    run = walk_dossier(dossier, playground.person(wrong=wrong), urls=playground.urls)

    assert run.active
    for case in run.cases:
        names = [step.name for step in case.steps]
        assert len(names) == len(set(names)), names


def test_a_plan_sends_nothing_and_reads_no_secret(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pydantic import SecretStr

    def never(*args: object, **kwargs: object) -> None:
        raise AssertionError("something was sent")

    dossier.login.password = SecretStr("env:VENUEKIT_TEST_THAT_IS_NOT_SET")
    monkeypatch.setattr(http.SeamClient, "send", never)
    monkeypatch.setattr(http.AsyncSeamClient, "send", never)

    planned = plan(dossier, env="live", folder=Path("/nonexistent"))

    assert all(case.calls for case in planned.cases)
    assert playground.messages() == []
    assert accounts(playground.server.sandbox) == {**dict.fromkeys(VENUES, 0), "tradelocker": 1}


def test_a_plan_of_some_venues(dossier: Dossier) -> None:
    assert [case.venue for case in plan(dossier, venues=["t4", "rabbitx", "t4"]).cases] == ["t4", "rabbitx"]
    with pytest.raises(ConfigurationError, match="unknown venue 'kraken'"):
        plan(dossier, venues=["kraken"])
    dossier.venues.t4 = None
    assert "t4" not in [case.venue for case in plan(dossier).cases]
    with pytest.raises(ConfigurationError, match=r"no section venues\.t4"):
        plan(dossier, venues=["t4"])


def test_a_plan_is_the_same_twice_and_at_any_time(dossier: Dossier) -> None:
    def text(planned: Plan) -> str:
        return repr([(case.venue, case.calls, case.interactions) for case in planned.cases])

    first = text(plan(dossier, clock=lambda: 0.0))
    assert first == text(plan(dossier, clock=lambda: 4_102_444_800.5)) == text(plan(dossier))


def test_a_plan_tells_what_is_missing(dossier: Dossier) -> None:
    dossier.wallet = None

    planned = plan(dossier)

    assert not planned.ready
    problems = {case.venue: case.problems for case in planned.cases}
    assert any("wallet" in problem for problem in problems["rabbitx"])
    assert problems["tradelocker"] == ()


@pytest.mark.parametrize("mode", ["api_key", "frontend"])
@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_a_plan_follows_the_settings(mode: str, level: int, dossier: Dossier, playground: Playground) -> None:
    assert dossier.venues.rabbitx and dossier.venues.nebulaecn
    dossier.venues.rabbitx.mode = type(dossier.venues.rabbitx.mode)(mode)
    dossier.venues.nebulaecn.require_level = level
    events: list[Event] = []

    planned = plan(dossier, venues=["rabbitx", "nebulaecn"])
    run = walk_dossier(
        dossier, playground.person(), venues=["rabbitx", "nebulaecn"], urls=playground.urls, events=events
    )

    assert run.active, [case.error for case in run.cases]
    for case in planned.cases:
        assert not case.problems
        assert [call.step for call in case.calls] == [
            event.step for event in events if event.venue == case.venue and event.kind == "step_started"
        ]


def test_errors_of_a_plan_are_problems_and_not_exceptions(dossier: Dossier) -> None:
    assert dossier.venues.t4
    dossier.venues.t4.api_key = None

    planned = plan(dossier)

    assert not planned.ready
    assert not isinstance(planned, VenueKitError)
