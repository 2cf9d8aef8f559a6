"""Other readings of stokn, one switch each."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.sandbox.callers import EMAIL, PASSWORD, PHONE, Company, Json, bearer, data
from tests.sandbox.stokn.answers import bare, business, framework, problem
from venuekit_sandbox import Sandbox

DEFAULTS = {
    "strict_docs": False,
    "portfolio_as_coded": False,
    "change_password_as_coded": False,
    "forgot_password_as_coded": False,
    "login_challenge": "sms",
    "hide_unknown_users": False,
    "refresh_by_alias": False,
    "refresh_rotation": False,
    "session_seconds": 180,
    "kyc_activates": False,
    "empty_portfolio_lists": False,
    "bank_transfer_reference": True,
    "undocumented_calls": False,
}


def turn(company: Company, **switches: object) -> None:
    answer = company.control.post("/stokn/switches", json=switches)
    assert answer.json() == DEFAULTS | switches, answer.text


def test_switches_are_listed_and_reset(company: Company) -> None:
    assert company.control.get("/stokn/switches").json() == DEFAULTS
    turn(company, refresh_rotation=True, session_seconds=900)
    company.control.post("/reset")
    assert company.control.get("/stokn/switches").json() == DEFAULTS


@pytest.mark.parametrize(
    "wrong",
    [
        {"strict": True},
        {"strict_docs": "yes"},
        {"strict_docs": None},
        {"login_challenge": "pigeon"},
        {"session_seconds": 179},
        {"session_seconds": 901},
        {"session_seconds": 200.5},
        {"strict_docs": True, "nothing": 1},
        [],
    ],
)
def test_a_wrong_switch_changes_nothing(company: Company, wrong: object) -> None:
    answer = company.control.post("/stokn/switches", json=wrong)
    assert answer.status_code == 400 and answer.json()["error"]
    assert company.control.get("/stokn/switches").json() == DEFAULTS


def strictly(response: httpx.Response) -> Json:
    body = response.json()
    assert response.status_code == 200, body
    assert set(body) == {"success", "data", "errorCode", "errorMessage"}
    assert (body["success"], body["errorCode"], body["errorMessage"]) == (True, 0, "")
    assert isinstance(body["data"], dict)
    return body["data"]


def test_strict_docs_prints_people_and_accounts_as_the_page_does(company: Company) -> None:
    turn(company, strict_docs=True)
    person = strictly(company.sign_up())
    assert isinstance(person["accounts"], list)
    [account] = person["accounts"]
    assert "bankingTransferRefId" not in person
    assert person["name"] == person["surname"] == account["subAccountId"] == account["encryptionKey"] == ""
    assert account["portfolios"] == []
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", account["creationTs"])
    company.control.post("/stokn/activate", json={"email": EMAIL})
    made = strictly(company.portfolio(accountId=person["userId"]))
    assert isinstance(made["portfolios"], list)
    assert [p["name"] for p in made["portfolios"]] == ["MAIN_PORTFOLIO", ""]
    assert all(p["creationTs"].endswith("Z") for p in made["portfolios"])


def test_strict_docs_refuses_with_200_and_success_false(company: Company) -> None:
    turn(company, strict_docs=True)
    strictly(company.sign_up())
    assert business(company.sign_up()) == (200, 4)
    assert business(company.portfolio(accountId="unknown")) == (200, 1)
    problem(company.sign_up(roles=1), 400)  # what the page is silent about stays


def test_strict_docs_wants_a_bearer_at_login_and_sends_four_digits(company: Company) -> None:
    turn(company, strict_docs=True)
    strictly(company.sign_up())
    assert bare(company.login(), 401) == "Bearer"
    body = {"username": EMAIL, "password": PASSWORD}
    challenge = strictly(company.http.post("/v1/user/login", json=body, headers=company.auth))
    assert re.fullmatch(r"\d{4}", company.code())
    bare(company.otp(challenge, anonymous=True), 401)
    assert strictly(company.otp(challenge))["accessToken"]


def test_a_forgotten_password_as_coded_leads_nowhere(company: Company) -> None:
    turn(company, forgot_password_as_coded=True)
    data(company.sign_up())
    data(company.http.get("/v1/user/forget-password", params={"email": EMAIL}, headers=company.auth))
    assert business(company.login(password=company.code())) == (409, 6)
    assert data(company.login())["challengeType"] == "SMS_MFA"


def test_a_login_without_a_challenge_answers_the_tokens(company: Company, sandbox: Sandbox) -> None:
    turn(company, login_challenge="none")
    data(company.sign_up())
    token = data(company.login())
    assert company.me(bearer(str(token["accessToken"])))["email"] == EMAIL
    assert sandbox.world.outbox.messages(venue="stokn", to=PHONE) == []


def test_a_login_without_a_challenge_breaks_as_coded(company: Company) -> None:
    turn(company, login_challenge="none-as-coded")
    data(company.sign_up())
    assert bare(company.login(), 401) == "Bearer"  # the call carried no token
    body = {"username": EMAIL, "password": PASSWORD}
    framework(company.http.post("/v1/user/login", json=body, headers=company.auth))
    assert business(company.login(password="wrong")) == (409, 6)


def test_unknown_users_can_be_hidden(company: Company) -> None:
    turn(company, hide_unknown_users=True)
    assert business(company.login()) == (409, 6)


@pytest.mark.parametrize("alias", [EMAIL, PHONE])
def test_an_alias_may_refresh(company: Company, alias: str) -> None:
    turn(company, refresh_by_alias=True)
    user, token = company.user()
    body = {"username": alias, "refreshToken": token["refreshToken"]}
    assert data(company.http.post("/v1/user/refresh", json=body, headers=user))["accessToken"]
    framework(company.http.post("/v1/user/refresh", json=body | {"username": "nobody"}, headers=user))


def test_rotation_makes_refreshing_impossible(company: Company) -> None:
    user, token = company.user()
    body = {"username": token["username"], "refreshToken": token["refreshToken"]}
    turn(company, refresh_rotation=True)
    framework(company.http.post("/v1/user/refresh", json=body, headers=user))


@pytest.mark.parametrize(("seconds", "open_"), [(899, True), (900, False)])
def test_sessions_may_live_longer(company: Company, sandbox: Sandbox, seconds: int, open_: bool) -> None:
    turn(company, session_seconds=900)
    data(company.sign_up())
    challenge = data(company.login())
    sandbox.world.clock.advance(seconds)
    assert company.otp(challenge).is_success is open_


def test_a_good_verdict_can_activate(company: Company) -> None:
    turn(company, kyc_activates=True)
    account = data(company.sign_up())["userId"]
    for verdict, active in (("rejected", False), ("approved", True), ("approved", True)):
        company.control.post("/stokn/kyc", json={"email": EMAIL, "verdict": verdict})
        read = data(company.http.get(f"/v1/account/{account}", headers=company.auth))
        assert read["active"] is active
    assert isinstance(read["portfolios"], list)
    assert len(read["portfolios"]) == 1  # activated once


def test_a_restarted_server_lists_no_portfolios(company: Company) -> None:
    turn(company, empty_portfolio_lists=True)
    data(company.sign_up())
    made = data(company.http.post("/v1/account", json={"accountId": "second"}, headers=company.auth))
    assert made["portfolios"] == []


def test_an_older_server_has_no_bank_reference(company: Company) -> None:
    person = data(company.sign_up())
    assert person["bankingTransferRefId"] == str(person["userId"]).replace("-", "")[:15].upper()
    turn(company, bank_transfer_reference=False)
    other = data(company.sign_up(email="other@example.com", phoneNumber="+13125550124"))
    assert "bankingTransferRefId" not in other


# calls that only the public code has


def calls(company: Company, user_id: object) -> dict[str, httpx.Response]:
    def send(method: str, path: str) -> httpx.Response:
        return company.http.request(method, path, headers=company.auth)

    return {
        "activate": send("GET", f"/v1/account/activate/{user_id}"),
        "list": send("GET", f"/v1/account/portfolios/{user_id}"),
        "one": send("GET", f"/v1/account/portfolio/{user_id}/p-1"),
        "documents": send("GET", f"/v1/kyc/documents/{user_id}"),
        "judge": send("PUT", f"/v1/admin/deposit/update-kyc-status/{user_id}/VERIFICATION_FATAL_FAILED"),
        "remove": send("DELETE", f"/v1/account/{user_id}"),
    }


def test_undocumented_calls_are_not_there_by_default(company: Company) -> None:
    answers = calls(company, data(company.sign_up())["userId"])
    problem(answers.pop("remove"), 405)
    for answer in answers.values():
        problem(answer, 404)


def test_undocumented_calls(company: Company) -> None:
    turn(company, undocumented_calls=True)
    user, token = company.user()
    answers = calls(company, token["username"])
    activated = data(answers["activate"])
    assert activated["active"] is True and activated["tradingPortfolioId"]
    assert [answers[name].json()["data"] for name in ("list", "one", "documents")] == [None] * 3
    assert data(answers["judge"])["userAccountStatus"] == "VERIFICATION_FATAL_FAILED"
    assert answers["remove"].json()["data"] is True
    assert company.me(user)["accounts"] == []
    assert business(company.http.get("/v1/account/activate/unknown", headers=company.auth)) == (404, 1)
    path = f"/v1/kyc/update-kyc-status/{token['username']}"
    assert data(company.http.get(f"{path}/VERIFIED", headers=user))["userAccountStatus"] == "VERIFIED"
    problem(company.http.get(f"{path}/GREAT", headers=user), 400)
    bare(company.http.get("/v1/account/activate/unknown", headers=user), 403)
    framework(company.http.put("/v1/user/update-info", json=CHANGE, headers=company.auth))


CHANGE = {"sessionId": "x", "username": EMAIL, "password": "Another-Pass-1"}
