"""Revoking: what the venue can end is ended, what it cannot is said, and the case is closed."""

from __future__ import annotations

import pytest

from tests.playground import VENUES, Playground
from tests.recipes.care import Applicant
from tests.recipes.harness import MODES, Flaky, Mode
from tests.recipes.test_care_rotate import frontend, keys, onboarded, with_made_key
from venuekit.recipes import recipe
from venuekit.recipes.core import MissingFact
from venuekit.runs import CaseStatus
from venuekit_schemas.dossier import Dossier


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("venue", [venue for venue in VENUES if venue != "nebulaecn"])
def test_what_cannot_be_revoked_is_said_and_nothing_is_sent(
    venue: str, mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded(venue, dossier, playground, monkeypatch)

    case = applicant.run("revoke", mode=mode)

    assert (case.status, case.error) == (CaseStatus.CLOSED, None)
    assert case.raw_status == "nothing revoked: the venue has no call for it"
    assert applicant.wire.calls == []


@pytest.mark.parametrize("mode", MODES)
def test_nebulaecn_deletes_the_key(
    mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("nebulaecn", dossier, playground, monkeypatch)

    case = applicant.run("revoke", mode=mode)

    assert (case.status, case.raw_status) == (CaseStatus.CLOSED, "the API key is deleted")
    assert keys(playground) == []
    assert {f.state for f in applicant.run("health").health if f.credential.startswith("api")} == {"refused"}
    # Once more does no harm.
    again = applicant.run("revoke", mode=mode)
    assert (again.status, again.raw_status) == (CaseStatus.CLOSED, "the API key is not accepted any more")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("passes_on", [True, False])
def test_nebulaecn_deletes_the_key_once(
    passes_on: bool, mode: Mode, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("nebulaecn", dossier, playground, monkeypatch)
    # The codes of the onboarding are forgotten by then, so that none is refused here.
    applicant.clock.advance(120)
    flaky = Flaky(
        applicant.wire, recipe("nebulaecn", "revoke").operations["deleteApiKey"], passes_on=passes_on
    )

    case = applicant.run("revoke", mode=mode, app=flaky)

    assert (case.status, case.error) == (CaseStatus.CLOSED, None)
    assert keys(playground) == []
    assert flaky.hits == (1 if passes_on else 2)


def test_nebulaecn_leaves_keys_of_others_alone(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("nebulaecn", dossier, playground, monkeypatch)
    ours = dict(applicant.credentials)
    del applicant.credentials["api_key"]
    applicant.run("connect")
    theirs = applicant.credentials["api_key"]

    assert applicant.run("revoke", credentials=ours).status is CaseStatus.CLOSED
    assert keys(playground) == [theirs]


@pytest.mark.parametrize("missing", ["totp_secret", "api_key"])
def test_nebulaecn_says_what_is_missing(
    missing: str, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant = onboarded("nebulaecn", dossier, playground, monkeypatch)
    del applicant.credentials[missing]

    case = applicant.run("revoke")

    assert isinstance(case.error, MissingFact)
    assert len(keys(playground)) == 1


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("passes_on", [None, True, False])
def test_rabbitx_kills_a_key_pair_by_spending_its_refresh_token(
    passes_on: bool | None,
    mode: Mode,
    dossier: Dossier,
    playground: Playground,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    applicant = onboarded("rabbitx", dossier, playground, monkeypatch)
    with_made_key(applicant)
    operation = recipe("rabbitx", "revoke").operations["refreshSecrets"]
    flaky = Flaky(applicant.wire, operation, passes_on=bool(passes_on), times=0 if passes_on is None else 1)

    case = applicant.run("revoke", mode=mode, app=flaky)

    assert (case.status, case.raw_status) == (CaseStatus.CLOSED, "revoked")
    assert case.credentials == {}, "what came in return is nobody's"
    held = {name: applicant.credentials[name] for name in ("api_key", "api_secret")}
    (key, _) = applicant.run("health", credentials=held).health
    assert (key.credential, key.state) == ("api_key", "refused")


def test_rabbitx_ends_a_session(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    frontend(dossier)
    applicant = onboarded("rabbitx", dossier, playground, monkeypatch)

    case = applicant.run("revoke")

    assert (case.status, case.raw_status) == (CaseStatus.CLOSED, "revoked")
    assert case.credentials == {}


def test_an_applicant_is_kept_apart_by_venue(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The credentials of one venue are not those of another."""
    applicant = Applicant(dossier, playground, "nebulaecn", monkeypatch)

    assert isinstance(applicant.run("revoke", credentials={}).error, MissingFact)
