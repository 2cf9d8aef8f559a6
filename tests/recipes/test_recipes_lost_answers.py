"""Each call that must not be repeated loses its answer once: nothing happens twice, and nothing is guessed.

The list of such calls is taken from the plan, so that a new step is tested without being named here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.playground import Playground
from tests.recipes.harness import MODES, Flaky, Mode, accounts, in_process, walk_dossier
from venuekit import AmbiguousOutcome, UnavailableError
from venuekit.recipes import RECIPES
from venuekit.recipes.dossier import load_dossier
from venuekit.runs import CaseStatus, plan
from venuekit_schemas.dossier import Dossier

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "dossier.yaml"

# Calls whose look-up can only say yes: when it does not, a person must look.
ONLY_YES = {("t4", "onboardUser")}
# Nothing is lost with the answer: the case fails, and the next run goes on from there.
HARMLESS = {("stokn", "login"), ("stokn", "respondOtp"), ("stokn", "startKyc"), ("nebulaecn", "createPhone")}


def _calls_with_effect() -> list[tuple[str, str]]:
    found = [
        (case.venue, call.operation)
        for case in plan(load_dossier(EXAMPLE)).cases
        for call in case.calls
        if call.retry == "never"
    ]
    return list(dict.fromkeys(found))


CALLS = _calls_with_effect()


def test_the_list_is_not_empty() -> None:
    assert {venue for venue, _ in CALLS} >= {"stokn", "nebulaecn", "t4"}
    assert set(CALLS) >= HARMLESS | {
        ("t4", "onboardUser"),
        ("nebulaecn", "createUser"),
        ("stokn", "signUp"),
    }


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("venue", "operation"), CALLS)
def test_a_call_that_happened_is_not_made_again(
    mode: Mode, venue: str, operation: str, dossier: Dossier, playground: Playground
) -> None:
    flaky = Flaky(playground.server.sandbox.app, RECIPES[venue].operations[operation], passes_on=True)

    case = walk_dossier(
        dossier, playground.person(), mode=mode, venues=[venue], apps=in_process(playground, **{venue: flaky})
    ).cases[0]

    assert accounts(playground.server.sandbox)[venue] == 1
    if (venue, operation) in HARMLESS:
        assert isinstance(case.error, UnavailableError)
        assert flaky.hits == 1
        again = walk_dossier(dossier, playground.person(), venues=[venue], urls=playground.urls)
        assert again.active, again.cases[0].error
        assert accounts(playground.server.sandbox)[venue] == 1
    else:
        assert case.status is CaseStatus.ACTIVE, case.error


@pytest.mark.parametrize(("venue", "operation"), [call for call in CALLS if call not in ONLY_YES | HARMLESS])
def test_a_call_that_did_not_happen_is_made_once_more(
    venue: str, operation: str, dossier: Dossier, playground: Playground
) -> None:
    flaky = Flaky(playground.server.sandbox.app, RECIPES[venue].operations[operation], passes_on=False)

    run = walk_dossier(
        dossier, playground.person(), venues=[venue], apps=in_process(playground, **{venue: flaky})
    )

    assert run.active, run.cases[0].error
    assert accounts(playground.server.sandbox)[venue] == 1


@pytest.mark.parametrize(("venue", "operation"), [call for call in CALLS if call not in ONLY_YES | HARMLESS])
def test_a_call_that_never_gets_through_is_made_twice_at_most(
    venue: str, operation: str, dossier: Dossier, playground: Playground
) -> None:
    flaky = Flaky(
        playground.server.sandbox.app, RECIPES[venue].operations[operation], passes_on=False, times=99
    )

    case = walk_dossier(
        dossier, playground.person(), venues=[venue], apps=in_process(playground, **{venue: flaky})
    ).cases[0]

    assert isinstance(case.error, UnavailableError), "it is known that nothing happened: nothing is ambiguous"
    assert case.error.operation == operation
    assert case.status is CaseStatus.FAILED
    assert flaky.hits == 2


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("venue", "operation"), sorted(ONLY_YES))
def test_a_call_that_may_not_have_happened_is_left_to_a_person(
    mode: Mode, venue: str, operation: str, dossier: Dossier, playground: Playground
) -> None:
    flaky = Flaky(playground.server.sandbox.app, RECIPES[venue].operations[operation], passes_on=False)

    case = walk_dossier(
        dossier, playground.person(), mode=mode, venues=[venue], apps=in_process(playground, **{venue: flaky})
    ).cases[0]

    assert case.status is CaseStatus.AMBIGUOUS
    assert isinstance(case.error, AmbiguousOutcome)
    assert flaky.hits == 1
