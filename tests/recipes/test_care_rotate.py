"""Rotating credentials: the new ones work, the old ones are gone where the venue lets go of them."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from tests.playground import VENUES, Playground
from tests.recipes.care import Applicant
from tests.recipes.harness import MODES, Flaky, Mode
from venuekit import AmbiguousOutcome, UnavailableError
from venuekit.auth.rabbitx import NETWORKS
from venuekit.recipes import recipe
from venuekit.recipes.core import MissingFact
from venuekit.runs import Case, CaseStatus
from venuekit_schemas.dossier import Dossier, RabbitxSettings

CHANGED = {
    "rabbitx": {"jwt"},
    "stokn": {"access_token", "id_token"},
    "nebulaecn": {"api_key", "api_secret"},
    "tradelocker": {"access_token", "refresh_token"},
    "t4": {"token"},
}


def onboarded(
    venue: str, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> Applicant:
    applicant = Applicant(dossier, playground, venue, monkeypatch)
    applicant.onboard()
    return applicant


def frontend(dossier: Dossier) -> None:
    """RabbitX as a browser session."""
    settings = dossier.venues.rabbitx
    assert isinstance(settings, RabbitxSettings)
    settings.mode = type(settings.mode)("frontend")


def with_made_key(applicant: Applicant) -> None:
    """A key pair of RabbitX that comes with its refresh token, as the venue's own pages make it."""
    made = applicant.playground.tell(
        "rabbitx/secrets", {"wallet": applicant.credentials["wallet"], "eid": NETWORKS["sepolia"].eid}
    )
    applicant.credentials |= {
        "api_key": made["api_secret"]["Key"],
        "api_secret": made["api_secret"]["Secret"],
        "jwt": made["jwt_private"],
        "refresh_token": made["refresh_token"],
    }


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before if before[name] != after.get(name)}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("venue", VENUES)
def test_what_can_be_rotated_is_and_works(
    venue: str, mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded(venue, dossier, playground, monkeypatch)
    before = dict(applicant.credentials)
    applicant.clock.advance(60)

    case = applicant.run("rotate", mode=mode)

    assert (case.status, case.error) == (CaseStatus.ACTIVE, None)
    assert changed(before, applicant.credentials) == CHANGED[venue]
    health = applicant.run("health", mode=mode)
    assert health.status is CaseStatus.ACTIVE, health.health
    # What was rotated can be rotated again.
    applicant.clock.advance(60)
    assert applicant.run("rotate", mode=mode).error is None


# NebulaECN


@pytest.mark.parametrize("mode", MODES)
def test_nebulaecn_keeps_the_new_key_before_the_old_one_is_deleted(
    mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("nebulaecn", dossier, playground, monkeypatch)
    old = {name: applicant.credentials[name] for name in ("api_key", "api_secret")}
    kept_at: list[int] = []

    def on_credentials(venue: str, credentials: object) -> None:
        kept_at.append(len([call for call in applicant.wire.calls if call[0] == "DELETE"]))

    applicant.run("rotate", mode=mode, on_credentials=on_credentials)

    assert kept_at and set(kept_at) == {0}
    assert [call[0] for call in applicant.wire.calls].count("DELETE") == 1
    assert [f.state for f in applicant.run("health", credentials=old).health] == ["refused", "refused"]


LOST_AT_NEBULAECN = ["createApiKey", "deleteApiKey"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("passes_on", [True, False])
@pytest.mark.parametrize("operation", LOST_AT_NEBULAECN)
def test_nebulaecn_decides_a_lost_answer_by_the_list_of_keys(
    operation: str,
    passes_on: bool,
    mode: Mode,
    dossier: Dossier,
    playground: Playground,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    applicant = onboarded("nebulaecn", dossier, playground, monkeypatch)
    old = applicant.credentials["api_key"]
    flaky = Flaky(applicant.wire, recipe("nebulaecn", "rotate").operations[operation], passes_on=passes_on)

    case = applicant.run("rotate", mode=mode, app=flaky)

    assert (case.status, case.error) == (CaseStatus.ACTIVE, None)
    assert keys(playground) == [applicant.credentials["api_key"]] != [old]
    assert applicant.run("health").status is CaseStatus.ACTIVE


def keys(playground: Playground) -> list[str]:
    """The API keys of the only user. There is no call for it without credentials, so it looks inside."""
    venues: dict[str, object] = playground.server.sandbox.venues  # type: ignore[assignment]
    (user,) = venues["nebulaecn"].desk.state.users.values()  # type: ignore[attr-defined]
    return [key.kid for key in user.api_keys]


def test_nebulaecn_logs_in_where_the_key_is_dead(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("nebulaecn", dossier, playground, monkeypatch)
    first = dict(applicant.credentials)
    applicant.run("rotate")

    case = applicant.run("rotate", credentials=first)

    assert case.status is CaseStatus.ACTIVE, case.error
    assert "log-in" in [step.name for step in case.steps]
    assert [step.name for step in case.steps if step.operation == "deleteSession"] == ["log-out"]


def test_nebulaecn_without_the_second_factor_makes_nothing(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("nebulaecn", dossier, playground, monkeypatch)
    del applicant.credentials["totp_secret"]

    case = applicant.run("rotate")

    assert isinstance(case.error, MissingFact)
    assert applicant.wire.calls == []


# RabbitX


@pytest.mark.parametrize("mode", MODES)
def test_rabbitx_replaces_a_key_pair_with_its_refresh_token(
    mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("rabbitx", dossier, playground, monkeypatch)
    with_made_key(applicant)
    before = dict(applicant.credentials)

    case = applicant.run("rotate", mode=mode)

    assert (case.status, case.error) == (CaseStatus.ACTIVE, None)
    assert changed(before, applicant.credentials) == {"api_key", "api_secret", "jwt", "refresh_token"}
    dead = applicant.run("health", credentials={**before, "jwt": ""})
    assert {f.credential: f.state for f in dead.health} == {
        "api_key": "refused", "api_secret": "unchecked", "refresh_token": "unchecked"
    }  # fmt: skip


@pytest.mark.parametrize("mode", MODES)
def test_rabbitx_replaces_a_session(
    mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    frontend(dossier)
    applicant = onboarded("rabbitx", dossier, playground, monkeypatch)
    before = dict(applicant.credentials)

    case = applicant.run("rotate", mode=mode)

    assert case.status is CaseStatus.ACTIVE, case.error
    assert changed(before, applicant.credentials) == {"jwt", "refresh_token", "random_secret"}
    assert [step.name for step in case.steps] == ["refresh-jwt", "prove-credentials"]
    # The old refresh token is spent: the wallet signs in.
    again = applicant.run("rotate", mode=mode, credentials=before)
    assert again.status is CaseStatus.ACTIVE, again.error
    assert "sign-in" in [step.name for step in again.steps]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("passes_on", [True, False])
@pytest.mark.parametrize("operation", ["refreshSecrets", "refreshJwt"])
def test_rabbitx_never_sends_a_refresh_token_twice_on_a_guess(
    operation: str,
    passes_on: bool,
    mode: Mode,
    dossier: Dossier,
    playground: Playground,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if operation == "refreshJwt":
        frontend(dossier)
    applicant = onboarded("rabbitx", dossier, playground, monkeypatch)
    if operation == "refreshSecrets":
        with_made_key(applicant)
    before = dict(applicant.credentials)
    flaky = Flaky(applicant.wire, recipe("rabbitx", "rotate").operations[operation], passes_on=passes_on)

    case = applicant.run("rotate", mode=mode, app=flaky)

    assert (case.status, case.error) == (CaseStatus.ACTIVE, None)
    # Sent again only where a read has shown that the first had no effect.
    assert flaky.hits == (2 if operation == "refreshSecrets" and not passes_on else 1)
    assert changed(before, applicant.credentials) - {"refresh_token"}
    assert applicant.run("health").status is CaseStatus.ACTIVE


def test_rabbitx_takes_a_spent_refresh_token_out(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key pair that a sign-in gave has no refresh token: that of the old pair must not stay beside it."""
    applicant = onboarded("rabbitx", dossier, playground, monkeypatch)
    with_made_key(applicant)
    flaky = Flaky(applicant.wire, recipe("rabbitx", "rotate").operations["refreshSecrets"], passes_on=True)

    case = applicant.run("rotate", app=flaky)

    assert case.status is CaseStatus.ACTIVE, case.error
    assert "refresh_token" not in case.credentials


def test_rabbitx_jwt_alone_is_asked_for_again_by_another_run(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("rabbitx", dossier, playground, monkeypatch)
    flaky = Flaky(applicant.wire, recipe("rabbitx", "rotate").operations["refreshJwt"], passes_on=True)

    case = applicant.run("rotate", app=flaky)

    assert isinstance(case.error, UnavailableError)
    assert applicant.run("rotate").status is CaseStatus.ACTIVE


# TradeLocker, stokn, T4


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("passes_on", [True, False])
def test_tradelocker_logs_in_when_the_answer_is_lost(
    passes_on: bool, mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("tradelocker", dossier, playground, monkeypatch)
    before = dict(applicant.credentials)
    flaky = Flaky(
        applicant.wire, recipe("tradelocker", "rotate").operations["refreshJWTTokens"], passes_on=passes_on
    )

    case = applicant.run("rotate", mode=mode, app=flaky)

    assert (case.status, case.error) == (CaseStatus.ACTIVE, None)
    assert flaky.hits == 1, "a refresh token is sent once"
    assert changed(before, applicant.credentials) == CHANGED["tradelocker"]


def test_tradelocker_logs_in_when_the_refresh_token_is_spent(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("tradelocker", dossier, playground, monkeypatch)
    before = dict(applicant.credentials)
    applicant.run("rotate")

    case = applicant.run("rotate", credentials=before)

    assert case.status is CaseStatus.ACTIVE, case.error
    assert "log-in" in [step.name for step in case.steps]


@pytest.mark.parametrize("mode", MODES)
def test_stokn_asks_for_a_code_when_the_refresh_token_is_not_taken(
    mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("stokn", dossier, playground, monkeypatch)
    person = playground.person()

    case = applicant.run(
        "rotate", mode=mode, person=person, credentials={**applicant.credentials, "refresh_token": "spent"}
    )

    assert case.status is CaseStatus.ACTIVE, case.error
    assert person.names("stokn") == ["sms-code"]
    assert applicant.credentials["refresh_token"] != "spent"


def test_a_token_is_not_forgotten_when_its_proof_fails(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever happens after a token was given: it is kept."""
    applicant = onboarded("tradelocker", dossier, playground, monkeypatch)
    before = dict(applicant.credentials)
    flaky = Flaky(
        applicant.wire,
        recipe("tradelocker", "rotate").operations["listAccounts"],
        passes_on=False,
        times=99,
    )

    case: Case = applicant.run("rotate", app=flaky, max_retries=0)

    assert isinstance(case.error, UnavailableError)
    assert not isinstance(case.error, AmbiguousOutcome)
    assert changed(before, applicant.credentials) == CHANGED["tradelocker"]


def test_t4_needs_its_login(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("t4", dossier, playground, monkeypatch)
    assert dossier.venues.t4 and dossier.venues.t4.login
    dossier.venues.t4.login.app_license = SecretStr("another")

    assert applicant.run("rotate").status is CaseStatus.FAILED
    dossier.venues.t4.login = None
    assert isinstance(applicant.run("rotate").error, MissingFact)
