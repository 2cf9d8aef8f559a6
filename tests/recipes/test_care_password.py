"""A forgotten password: a new one is made, kept before it is sent, and works."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs

import pytest
from pydantic import SecretStr

from tests.playground import Playground
from tests.recipes.answers import Altered
from tests.recipes.care import Applicant
from tests.recipes.harness import MODES, Flaky, Mode
from venuekit import AmbiguousOutcome, AuthenticationError, RejectedError, UnavailableError
from venuekit.recipes import recipe, recipes_for
from venuekit.runs import CaseStatus, Event
from venuekit_schemas.dossier import Dossier

VENUES = ("stokn", "nebulaecn")
CHANGES = {"stokn": "changePassword", "nebulaecn": "confirmPasswordReset"}
QUESTION = {"stokn": "reset-code", "nebulaecn": "reset-token"}


def forgetful(
    venue: str, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> Applicant:
    """Somebody who has an account and another password in the dossier than the venue knows."""
    applicant = Applicant(dossier, playground, venue, monkeypatch)
    applicant.onboard()
    del applicant.credentials["password"]
    dossier.login.password = SecretStr("F0rgotten-long-ago")
    return applicant


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("venue", VENUES)
def test_a_new_password_is_set_and_works(
    venue: str, mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = forgetful(venue, dossier, playground, monkeypatch)
    person = playground.person()
    # What had been sent when something was kept, and what was kept.
    seen: list[tuple[dict[str, str], list[bytes]]] = []

    def on_credentials(of: str, credentials: Any) -> None:
        held = {name: secret.reveal() for name, secret in credentials.items()}
        seen.append((held, list(applicant.wire.bodies)))

    events: list[Event] = []
    case = applicant.run(
        "reset-password", mode=mode, person=person, on_credentials=on_credentials, events=events
    )

    assert (case.status, case.error) == (CaseStatus.ACTIVE, None)
    assert person.names(venue) == [QUESTION[venue]]
    password = applicant.credentials["password"]
    assert "pending_password" not in case.credentials
    first, sent = seen[0]
    assert first == {"pending_password": password}
    assert not any(_holds(body, password) for body in sent), "sent before it was kept"
    assert any(_holds(body, password) for body in applicant.wire.bodies)
    assert password not in repr(events) + repr(case)
    assert all(password not in str(step) for step in case.steps)
    # It opens the account, although the dossier has another.
    assert applicant.run("connect", person=playground.person()).status is CaseStatus.ACTIVE


def _holds(body: bytes, password: str) -> bool:
    text = body.decode("utf-8", "replace")
    if text.startswith("{"):
        return password in json.loads(text).values()
    return any(password in values for values in parse_qs(text).values())


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("passes_on", [True, False])
@pytest.mark.parametrize("venue", VENUES)
def test_a_lost_answer_is_decided_by_the_new_password(
    venue: str,
    passes_on: bool,
    mode: Mode,
    dossier: Dossier,
    playground: Playground,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    applicant = forgetful(venue, dossier, playground, monkeypatch)
    flaky = Flaky(
        applicant.wire, recipe(venue, "reset-password").operations[CHANGES[venue]], passes_on=passes_on
    )

    case = applicant.run("reset-password", mode=mode, person=playground.person(), app=flaky)

    assert (case.status, case.error) == (CaseStatus.ACTIVE, None)
    assert flaky.hits == (1 if passes_on else 2)
    assert applicant.run("connect", person=playground.person()).status is CaseStatus.ACTIVE


@pytest.mark.parametrize("venue", VENUES)
def test_a_change_that_never_gets_through_leaves_the_pending_password(
    venue: str, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = forgetful(venue, dossier, playground, monkeypatch)
    operation = recipe(venue, "reset-password").operations[CHANGES[venue]]
    flaky = Flaky(applicant.wire, operation, passes_on=False, times=99)

    case = applicant.run("reset-password", person=playground.person(), app=flaky)

    assert isinstance(case.error, UnavailableError)
    assert flaky.hits == 2
    assert set(case.credentials) == {"pending_password"}
    again = applicant.run("reset-password", person=playground.person())
    assert again.status is CaseStatus.ACTIVE, again.error


def test_a_change_whose_look_up_fails_is_ambiguous(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = forgetful("nebulaecn", dossier, playground, monkeypatch)
    operations = recipe("nebulaecn", "reset-password").operations
    blind = Altered(
        applicant.wire, operations["createSession"], lambda answer: (503, {"errors": ["down"]}), asks=False
    )
    flaky = Flaky(blind, operations["confirmPasswordReset"], passes_on=True)

    case = applicant.run("reset-password", person=playground.person(), app=flaky, max_retries=0)

    assert case.status is CaseStatus.AMBIGUOUS
    assert isinstance(case.error, AmbiguousOutcome)
    assert set(case.credentials) == {"pending_password"}, "the person who looks has both passwords to try"


def test_stokn_that_changes_a_password_and_fails_is_looked_up(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = forgetful("stokn", dossier, playground, monkeypatch)
    playground.tell("stokn/switches", {"change_password_as_coded": True})
    person = playground.person()

    case = applicant.run("reset-password", person=person)

    assert case.status is CaseStatus.ACTIVE, case.error
    # The look-up was a log-in, whose code a person has read.
    assert person.names("stokn") == ["reset-code", "sms-code"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("venue", VENUES)
def test_a_wrong_code_is_asked_again(
    venue: str, mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = forgetful(venue, dossier, playground, monkeypatch)
    person = playground.person(wrong={QUESTION[venue]: "000000"})

    case = applicant.run("reset-password", mode=mode, person=person)

    assert case.status is CaseStatus.ACTIVE, case.error
    assert person.names(venue) == [QUESTION[venue], f"{QUESTION[venue]}#2"]


@pytest.mark.parametrize(("venue", "kind"), [("stokn", AuthenticationError), ("nebulaecn", RejectedError)])
def test_after_five_wrong_codes_it_is_over(
    venue: str,
    kind: type[Exception],
    dossier: Dossier,
    playground: Playground,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    applicant = forgetful(venue, dossier, playground, monkeypatch)
    name = QUESTION[venue]
    wrong = dict.fromkeys([name, *(f"{name}#{n}" for n in range(2, 9))], "000000")
    person = playground.person(wrong=wrong)

    case = applicant.run("reset-password", person=person)

    assert case.status is CaseStatus.FAILED
    assert isinstance(case.error, kind)
    assert len(person.names(venue)) == 5


def test_nobody_there_leaves_the_case_waiting(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = forgetful("nebulaecn", dossier, playground, monkeypatch)

    case = applicant.run("reset-password")

    assert case.status is CaseStatus.ACTION_REQUIRED
    assert case.waiting and case.waiting.name == "reset-token"
    assert case.waiting.secret


def test_stokn_that_asks_for_no_new_password_is_left_to_its_people(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = forgetful("stokn", dossier, playground, monkeypatch)
    operation = recipe("stokn", "reset-password").operations["login"]

    def plain(answer: Any) -> tuple[int, Any]:
        return 200, {**answer, "data": {**answer["data"], "challengeType": "SMS_MFA"}}

    case = applicant.run(
        "reset-password",
        person=playground.person(),
        app=Altered(applicant.wire, operation, plain),
    )

    assert case.status is CaseStatus.FAILED
    assert "its people must reset it" in str(case.error)


def test_nebulaecn_closes_sessions_and_keeps_keys(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = forgetful("nebulaecn", dossier, playground, monkeypatch)

    applicant.run("reset-password", person=playground.person())

    venues: Any = playground.server.sandbox.venues
    assert venues["nebulaecn"].desk.state.memory.sessions == {}
    assert applicant.run("health").status is CaseStatus.ACTIVE


def test_only_these_venues_have_a_call_for_it() -> None:
    assert set(recipes_for("reset-password")) == set(VENUES)
