"""T4: one call that cannot be taken back. What it has made is compared with what was asked for."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.playground import Playground
from tests.recipes.answers import Altered
from tests.recipes.harness import MODES, Flaky, Mode, accounts, in_process, walk_dossier
from venuekit import T4, AgreementMissing, DossierError, MarketDataMissing, UnexpectedAnswer, VenueError
from venuekit.recipes import RECIPES
from venuekit.recipes.core import CaseStatus, MissingFact
from venuekit.recipes.facts import Facts
from venuekit.runs import Case
from venuekit_clients.t4.models import OnboardUserRequest
from venuekit_sandbox import Sandbox
from venuekit_schemas.dossier import Agreement, Dossier

ONBOARD = RECIPES["t4"].operations["onboardUser"]


def altered_run(
    dossier: Dossier, playground: Playground, change: Callable[[dict[str, Any]], object], status: int = 200
) -> tuple[Case, Altered]:
    """A run in which the onboarding's `data` is changed in place."""

    def answer(body: Any) -> tuple[int, Any]:
        changed = copy.deepcopy(body)
        change(changed["result"]["value"]["data"])
        return status, changed

    app = Altered(playground.server.sandbox.app, ONBOARD, answer)
    run = walk_dossier(dossier, playground.person(), venues=["t4"], apps=in_process(playground, t4=app))
    return run.cases[0], app


def drop_signature(data: dict[str, Any]) -> None:
    data["eulaSignature"]["signatures"] = [
        s for s in data["eulaSignature"]["signatures"] if s["documentName"] != "LegalPP"
    ]


@pytest.mark.parametrize(
    ("change", "kind", "says"),
    [
        (drop_signature, AgreementMissing, "LegalPP"),
        (lambda data: data.update(eulaSignature=None), AgreementMissing, "LegalEULA"),
        (
            lambda data: data["marketData"].update(totalCount=0, exchangeMarketData=[]),
            MarketDataMissing,
            "0 of 1",
        ),
        (lambda data: data.pop("marketData"), MarketDataMissing, "0 of 1"),
        (lambda data: data.clear(), UnexpectedAnswer, "no user"),
        (lambda data: data["user"].update(userID=""), UnexpectedAnswer, "no user"),
        (lambda data: data.pop("account"), UnexpectedAnswer, "no account"),
    ],
)
def test_what_was_made_is_what_was_asked_for(
    change: Callable[[dict[str, Any]], object],
    kind: type[VenueError],
    says: str,
    dossier: Dossier,
    playground: Playground,
) -> None:
    case, app = altered_run(dossier, playground, change)

    assert case.status is CaseStatus.FAILED
    assert isinstance(case.error, kind) and says in str(case.error)
    assert app.hits == 1
    assert {"username", "password", "account"} <= set(case.credentials), "what was made is not forgotten"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("status", [201, 202])
def test_any_success_is_read(mode: Mode, status: int, dossier: Dossier, playground: Playground) -> None:
    app = Altered(playground.server.sandbox.app, ONBOARD, lambda body: (status, body))

    case = walk_dossier(
        dossier, playground.person(), mode=mode, venues=["t4"], apps=in_process(playground, t4=app)
    ).cases[0]

    assert case.status is CaseStatus.ACTIVE, case.error
    assert {"user_id", "account_id"} <= set(case.credentials)
    assert "find-user" not in "".join(record.name for record in case.steps)


def test_an_answer_without_the_wrapping_is_read(dossier: Dossier, playground: Playground) -> None:
    app = Altered(playground.server.sandbox.app, ONBOARD, lambda body: (200, body["result"]["value"]))

    case = walk_dossier(
        dossier, playground.person(), venues=["t4"], apps=in_process(playground, t4=app)
    ).cases[0]

    assert case.status is CaseStatus.ACTIVE, case.error
    assert "user_id" in case.credentials


def test_an_empty_answer_is_not_taken_for_a_look_up(dossier: Dossier, playground: Playground) -> None:
    app = Altered(playground.server.sandbox.app, ONBOARD, lambda body: (200, {}))

    case = walk_dossier(
        dossier, playground.person(), venues=["t4"], apps=in_process(playground, t4=app)
    ).cases[0]

    assert isinstance(case.error, UnexpectedAnswer)


def test_an_account_that_is_enabled_already_needs_no_back_office(
    dossier: Dossier, playground: Playground
) -> None:
    case, _ = altered_run(dossier, playground, lambda data: data["account"].update(enabled="Enabled"))

    assert case.status is CaseStatus.ACTIVE, case.error
    assert "enable-account" not in [record.name for record in case.steps]


def test_a_user_who_is_barred_is_told_to_the_back_office(dossier: Dossier, playground: Playground) -> None:
    def bar(body: Any) -> tuple[int, Any]:
        body["result"]["value"]["data"]["user"]["enabled"] = False
        return 200, body

    app = Altered(playground.server.sandbox.app, ONBOARD, bar)
    person = playground.person()

    run = walk_dossier(dossier, person, venues=["t4"], apps=in_process(playground, t4=app))

    assert run.active
    assert "so does the user" in person.asked[0].prompt


def test_without_a_log_in_nothing_is_proved(dossier: Dossier, playground: Playground) -> None:
    assert dossier.venues.t4
    dossier.venues.t4.login = None

    case = walk_dossier(dossier, playground.person(), venues=["t4"], urls=playground.urls).cases[0]

    assert (case.status, case.error) == (CaseStatus.APPROVED, None)


def test_agreements_are_compared_before_the_name_is_taken(dossier: Dossier, playground: Playground) -> None:
    dossier.agreements = [a for a in dossier.agreements if a.name != "LegalNPSCF"]

    with pytest.raises(DossierError, match="LegalNPSCF"):
        walk_dossier(dossier, playground.person(), venues=["t4"], urls=playground.urls)
    assert accounts(playground.server.sandbox)["t4"] == 0

    # The recipe does not count on somebody having checked.
    facts = Facts(dossier, env="sandbox", folder=Path(), clock=lambda: 0.0)
    with pytest.raises(MissingFact, match="LegalNPSCF"):
        next(RECIPES["t4"].steps(facts))


@pytest.mark.parametrize(
    ("exchange", "kind", "wanted"),
    [("CME", "Depth", True), ("ICE", "Delayed", True), ("CME", "None", False), ("DUMMY", "Depth", False)],
)
def test_an_exchange_can_want_a_text_of_its_own(
    exchange: str, kind: str, wanted: bool, dossier: Dossier
) -> None:
    from venuekit.recipes.dossier import check

    assert dossier.venues.t4
    own = ("CMEInformationLicenseAgreement", "ICESubscriberAgreement")
    dossier.agreements = [a for a in dossier.agreements if a.name not in own]
    selection = dossier.venues.t4.market_data[0]
    selection.clearing_exchange = exchange
    selection.market_data_type = type(selection.market_data_type)(kind)

    problems = [str(problem) for problem in check(dossier, venues=["t4"])]

    assert any(own_text in problem for problem in problems for own_text in own) is wanted


def test_a_professional_signs_no_declaration_of_the_others(dossier: Dossier) -> None:
    from venuekit.recipes.t4_agreements import missing

    assert dossier.venues.t4
    dossier.agreements = [a for a in dossier.agreements if a.name != "LegalNPSCF"]
    assert missing(dossier) == ("LegalNPSCF",)
    kind = type(dossier.venues.t4.application_type)
    dossier.venues.t4.application_type = kind("Professional")
    assert missing(dossier) == ()


def test_of_an_unknown_version_the_dossier_is_taken_at_its_word(dossier: Dossier) -> None:
    from venuekit.recipes.t4_agreements import accepted, missing

    assert dossier.venues.t4
    dossier.venues.t4.eula_version = "3"
    assert (missing(dossier), accepted(dossier)) == ((), ())
    one: Agreement = dossier.agreements[0].model_copy(update={"version": "3", "name": "LegalNew"})
    dossier.agreements.append(one)
    assert accepted(dossier) == ("LegalNew",)


def test_a_second_run_does_not_end_active_with_agreements_missing(
    dossier: Dossier, playground: Playground
) -> None:
    """The user is there from another hand, who had him sign too little."""
    short = dossier.model_copy(deep=True)
    short.agreements = [a for a in short.agreements if a.name != "LegalPP"]
    facts = Facts(short, env="sandbox", folder=Path(), clock=lambda: 0.0)
    with T4(api_key="sandbox", base_url=playground.urls["t4"]) as client:
        client.onboarding.onboard_user(body=_body(facts))

    case = walk_dossier(dossier, playground.person(), venues=["t4"], urls=playground.urls).cases[0]

    assert case.status is CaseStatus.FAILED
    assert isinstance(case.error, AgreementMissing)
    assert "token" in case.credentials


def _body(facts: Facts) -> OnboardUserRequest:
    from venuekit.recipes import t4

    section = t4.settings(facts)
    return t4._request(facts, section.username or facts.username, facts.password(None, "venues.t4.password"))


# The path of the call has another name by now.


@pytest.mark.parametrize("path", [None, "/admin/v1/onboarding", "/admin/v1/onboard"])
def test_the_onboarding_path_is_a_setting(path: str | None, dossier: Dossier, playground: Playground) -> None:
    assert dossier.venues.t4
    dossier.venues.t4.onboarding_path = path
    seen: list[str] = []

    async def spy(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            seen.append(scope["path"])
        await playground.server.sandbox.app(scope, receive, send)

    run = walk_dossier(dossier, playground.person(), venues=["t4"], apps=in_process(playground, t4=spy))

    assert run.active, run.cases[0].error
    assert seen[0].endswith(path or "/admin/v1/onboarding")
    assert sum(p.endswith(("/onboard", "/onboarding")) for p in seen) == 1


@pytest.mark.parametrize("path", ["onboard", "https://evil.example/x", "/a?b=c", "/a/../b", ""])
def test_an_onboarding_path_is_a_path(path: str) -> None:
    from venuekit import ConfigurationError

    with pytest.raises(ConfigurationError, match="onboarding_path"):
        T4(api_key="sandbox", onboarding_path=path, app=Sandbox().app)


def test_a_lost_answer_and_a_working_log_in_go_on(dossier: Dossier, playground: Playground) -> None:
    flaky = Flaky(playground.server.sandbox.app, ONBOARD, passes_on=True)

    case = walk_dossier(
        dossier, playground.person(), venues=["t4"], apps=in_process(playground, t4=flaky)
    ).cases[0]

    assert case.status is CaseStatus.ACTIVE, case.error
    assert flaky.hits == 1
    assert "user_id" not in case.credentials
