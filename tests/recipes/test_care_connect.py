"""Connecting an account that is there: nothing is opened, and what works is kept."""

from __future__ import annotations

from typing import Any, cast

import pytest
from pydantic import SecretStr

from tests.playground import VENUES, Playground
from tests.recipes.care import Applicant
from tests.recipes.harness import MODES, Mode, accounts
from venuekit import AuthenticationError, ConfigurationError, NotFoundError, StatusError
from venuekit.recipes.core import MissingFact
from venuekit.runs import CaseStatus, run_recipe
from venuekit_schemas.dossier import Dossier

# Credentials that name an account: a connected one has the same.
SAME = ("wallet", "uid", "account_id", "user_id", "account_number", "portfolio_id", "api_key")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("venue", VENUES)
def test_an_account_is_connected(
    venue: str, mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = Applicant(dossier, playground, venue, monkeypatch)
    applicant.onboard()
    before, known = dict(applicant.credentials), accounts(playground.server.sandbox)
    person = playground.person()

    case = applicant.run("connect", mode=mode, person=person)

    assert (case.status, case.error) == (CaseStatus.ACTIVE, None)
    assert accounts(playground.server.sandbox) == known
    assert set(before) == set(case.credentials)
    assert {n: before[n] for n in SAME if n in before} == {
        n: applicant.credentials[n] for n in SAME if n in before
    }
    assert person.names(venue) == (["sms-code"] if venue == "stokn" else [])
    names = [step.name for step in case.steps]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("venue", "kind"),
    [
        ("rabbitx", MissingFact),
        ("stokn", NotFoundError),
        ("nebulaecn", AuthenticationError),
        ("t4", AuthenticationError),
    ],
)
def test_an_account_that_does_not_exist_is_refused_and_not_opened(
    venue: str,
    kind: type[Exception],
    mode: Mode,
    dossier: Dossier,
    playground: Playground,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    applicant = Applicant(dossier, playground, venue, monkeypatch)

    case = applicant.run("connect", mode=mode, person=playground.person())

    assert case.status is CaseStatus.FAILED
    assert isinstance(case.error, kind)
    assert case.credentials == {}
    assert accounts(playground.server.sandbox)[venue] == 0


@pytest.mark.parametrize("venue", ["stokn", "nebulaecn", "tradelocker", "t4"])
def test_a_wrong_password_is_refused(
    venue: str, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = Applicant(dossier, playground, venue, monkeypatch)
    applicant.onboard()
    wrong = "Wrong-Pass-4711"
    dossier.login.password = SecretStr(wrong)
    section: Any = getattr(dossier.venues, venue)
    if hasattr(section, "password"):
        section.password = SecretStr(wrong)
    held = {**applicant.credentials, "password": wrong}

    case = applicant.run("connect", person=playground.person(), credentials=held)

    assert case.status is CaseStatus.FAILED
    assert isinstance(case.error, StatusError)
    assert wrong not in str(case.error) + repr(case)


def test_a_kept_password_goes_before_that_of_the_dossier(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = Applicant(dossier, playground, "nebulaecn", monkeypatch)
    applicant.onboard()
    dossier.login.password = SecretStr("The-0ld-one-4711")

    assert applicant.run("connect").status is CaseStatus.ACTIVE


@pytest.mark.parametrize("mode", MODES)
def test_nebulaecn_makes_a_key_where_none_is_held(
    mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = Applicant(dossier, playground, "nebulaecn", monkeypatch)
    applicant.onboard()
    first = applicant.credentials.pop("api_key")

    case = applicant.run("connect", mode=mode)

    assert case.status is CaseStatus.ACTIVE, case.error
    assert applicant.credentials["api_key"] != first
    assert applicant.run("health").status is CaseStatus.ACTIVE


def test_nebulaecn_wants_the_second_factor(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = Applicant(dossier, playground, "nebulaecn", monkeypatch)
    applicant.onboard()
    del applicant.credentials["totp_secret"]

    case = applicant.run("connect")

    assert isinstance(case.error, MissingFact)
    assert "totp_secret" in str(case.error)


def test_venues_and_recipes_that_there_are_not(dossier: Dossier) -> None:
    with pytest.raises(ConfigurationError, match="unknown recipe 'polish'"):
        run_recipe(dossier, recipe=cast("Any", "polish"))
    with pytest.raises(ConfigurationError, match="no recipe reset-password for t4"):
        run_recipe(dossier, recipe="reset-password", venues=["t4"])
    with pytest.raises(ConfigurationError, match="unknown venue 'kraken'"):
        run_recipe(dossier, recipe="health", credentials={"kraken": {}})


def test_a_passport_that_has_expired_stops_no_care(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = Applicant(dossier, playground, "nebulaecn", monkeypatch)
    applicant.onboard()
    dossier.documents[0].expires = dossier.applicant.identity.date_of_birth

    assert applicant.run("health").status is CaseStatus.ACTIVE
