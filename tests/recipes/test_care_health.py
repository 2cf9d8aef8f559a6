"""Health: every credential that is held is proved by a read, or said not to be provable by one. Nothing is changed."""

from __future__ import annotations

import re

import pytest

from tests.playground import VENUES, Playground
from tests.recipes.care import Applicant
from tests.recipes.harness import MODES, Flaky, Mode
from tests.recipes.test_care_rotate import frontend, onboarded
from tests.transport.wire import closed_port
from venuekit import AuthenticationError, ConnectionFailed
from venuekit.recipes import RECIPES, recipe
from venuekit.recipes.core import MissingFact
from venuekit.runs import CaseStatus, Event, Finding, plan, run_recipe
from venuekit_schemas.dossier import Dossier

WORKS = {
    "rabbitx": {"api_key", "jwt"},
    "stokn": {"access_token", "account_id"},
    "nebulaecn": {"api_key", "api_secret"},
    "tradelocker": {"access_token", "account_id", "account_number"},
    "t4": {"token"},
}
UNCHECKED = {
    "rabbitx": {"api_secret"},
    "stokn": {"refresh_token", "password", "id_token", "encryption_key"},
    "nebulaecn": {"password", "totp_secret"},
    "tradelocker": {"refresh_token"},
    "t4": {"password"},
}
# What is kept beside credentials and is none: names that everybody may know.
NAMES = {"wallet", "username", "user_id", "portfolio_id", "email", "uid", "account", "firm", "app_name"}


def is_safe(venue: str, method: str, path: str) -> bool:
    """Whether a call is of an operation whose specification says that it may be repeated at will."""
    for operation in RECIPES[venue].operations.values():
        pattern = re.sub(r"\{[^}]*\}", "[^/]+", operation.path) + "$"
        if operation.method == method and re.search(pattern, path):
            return operation.retry == "safe"
    return False


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("venue", VENUES)
def test_every_credential_is_in_the_report_and_only_reads_are_sent(
    venue: str, mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded(venue, dossier, playground, monkeypatch)

    case = applicant.run("health", mode=mode)

    assert (case.status, case.error) == (CaseStatus.ACTIVE, None)
    states = {finding.credential: finding.state for finding in case.health}
    assert states == {**dict.fromkeys(WORKS[venue], "works"), **dict.fromkeys(UNCHECKED[venue], "unchecked")}
    account_id = {"account_id"} if venue == "t4" else set[str]()
    assert set(applicant.credentials) == set(states) | (NAMES & set(applicant.credentials)) | account_id
    assert case.credentials == {}
    assert all(finding.why for finding in case.health if finding.state != "works")
    assert applicant.wire.calls
    assert [call for call in applicant.wire.calls if not is_safe(venue, *call)] == []


@pytest.mark.parametrize("venue", VENUES)
def test_a_health_check_is_made_of_safe_calls(venue: str, dossier: Dossier) -> None:
    (case,) = plan(dossier, venues=[venue], recipe="health").cases

    assert case.calls
    assert {call.retry for call in case.calls} == {"safe"}
    assert case.interactions == ()


BROKEN = [
    ("rabbitx", {"api_key": "bm90IGEga2V5"}, {"api_key"}),
    ("rabbitx", {"jwt": "a.b.c"}, {"jwt"}),
    ("stokn", {"access_token": "nonsense"}, {"access_token"}),
    ("nebulaecn", {"api_secret": "0" * 32}, {"api_key", "api_secret"}),
    ("nebulaecn", {"api_key": "not ascii: ü"}, {"api_key", "api_secret"}),
    ("tradelocker", {"access_token": "nonsense"}, {"access_token", "account_id", "account_number"}),
    ("tradelocker", {"account_id": "99099"}, {"account_id", "account_number"}),
    ("t4", {"token": "nonsense"}, {"token"}),
]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("venue", "broken", "refused"), BROKEN)
def test_a_broken_credential_is_refused_and_not_healed(
    venue: str,
    broken: dict[str, str],
    refused: set[str],
    mode: Mode,
    dossier: Dossier,
    playground: Playground,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    applicant = onboarded(venue, dossier, playground, monkeypatch)
    events: list[Event] = []

    case = applicant.run("health", mode=mode, credentials={**applicant.credentials, **broken}, events=events)

    assert case.status is CaseStatus.FAILED
    assert {finding.credential for finding in case.health if finding.state == "refused"} == refused
    assert [call for call in applicant.wire.calls if not is_safe(venue, *call)] == []
    for secret in broken.values():
        assert secret not in repr(case) + repr(events)


def test_credentials_that_have_run_out_are_not_renewed(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    for venue in VENUES:
        playground.reset()
        applicant = onboarded(venue, dossier, playground, monkeypatch)
        applicant.clock.advance(60 * 86400.0)

        case = applicant.run("health")

        assert [call for call in applicant.wire.calls if not is_safe(venue, *call)] == []
        assert case.credentials == {}
        # Keys live on; tokens do not, and nobody has refreshed them.
        expected = venue == "nebulaecn"
        assert (case.status is CaseStatus.ACTIVE) is expected, (venue, case.health)


@pytest.mark.parametrize("venue", VENUES)
def test_a_venue_that_is_not_there_says_nothing_about_credentials(
    venue: str, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded(venue, dossier, playground, monkeypatch)

    case = run_recipe(
        dossier,
        recipe="health",
        credentials={venue: applicant.credentials},
        venues=[venue],
        urls={venue: f"http://127.0.0.1:{closed_port()}"},
        max_retries=0,
        timeout=60.0,
    ).cases[0]

    assert isinstance(case.error, ConnectionFailed)
    assert {f.credential for f in case.health if f.state == "unreachable"} == WORKS[venue]
    assert not [f for f in case.health if f.state == "refused"]


@pytest.mark.parametrize("mode", MODES)
def test_one_that_fails_does_not_stop_the_others(
    mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("rabbitx", dossier, playground, monkeypatch)
    flaky = Flaky(
        applicant.wire, recipe("rabbitx", "health").operations["getAccount"], passes_on=False, times=99
    )

    case = applicant.run(
        "health", mode=mode, app=flaky, max_retries=0, credentials={**applicant.credentials, "jwt": "a.b.c"}
    )

    assert case.health[:2] == (
        Finding("api_key", "unreachable", "UnavailableError (HTTP 520)"),
        Finding("jwt", "refused", "AuthenticationError (HTTP 401)"),
    )
    assert isinstance(case.error, AuthenticationError), "a refusal weighs more than an outage"


def test_a_session_of_rabbitx_is_checked_without_spending_its_refresh_token(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    frontend(dossier)
    applicant = onboarded("rabbitx", dossier, playground, monkeypatch)

    states = {f.credential: f.state for f in applicant.run("health").health}

    assert states == {"jwt": "works", "random_secret": "unchecked", "refresh_token": "unchecked"}


@pytest.mark.parametrize("venue", VENUES)
def test_nothing_held_is_nothing_healthy(
    venue: str, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = Applicant(dossier, playground, venue, monkeypatch)

    case = applicant.run("health")

    assert isinstance(case.error, MissingFact)
    assert case.health == ()
    assert applicant.wire.calls == []


def test_what_no_read_can_check_is_not_called_working(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("t4", dossier, playground, monkeypatch)
    del applicant.credentials["user_id"]

    case = applicant.run("health")

    assert case.status is CaseStatus.APPROVED
    assert {f.state for f in case.health} == {"unchecked"}
