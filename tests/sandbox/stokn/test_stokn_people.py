"""Sign-up, identity check, accounts and portfolios at stokn."""

from __future__ import annotations

from datetime import datetime

import httpx
import pytest

from tests.sandbox.callers import EMAIL, PERSON, Company, Json, bearer, data
from tests.sandbox.stokn.answers import business, framework, problem


def test_sign_up(company: Company) -> None:
    person = data(company.sign_up())
    assert set(person) == {
        "userId",
        "phoneNumber",
        "name",
        "surname",
        "accounts",
        "kycIds",
        "documentIds",
        "address",
        "info",
        "email",
        "userAccountStatus",
        "bankingTransferRefId",
    }
    assert person["userAccountStatus"] == "UNINITIATED"
    assert person["name"] is None and person["surname"] is None
    assert isinstance(person["accounts"], list)
    [account] = person["accounts"]
    assert account["accountId"] == person["userId"]
    assert account["active"] is False
    empty = ("portfolios", "subAccountId", "subAccountEmail", "encryptionKey", "tradingPortfolioId")
    assert all(account[name] is None for name in empty)
    assert "Z" not in account["creationTs"]
    assert datetime.fromisoformat(account["creationTs"]).tzinfo is None


def test_duplicates(company: Company) -> None:
    data(company.sign_up(roles=[]))
    assert business(company.sign_up()) == (409, 4)
    assert business(company.sign_up(email="JOHN.smith@example.com", phoneNumber="+13125550124")) == (409, 4)
    assert business(company.sign_up(email="other@example.com")) == (409, 4)


@pytest.mark.parametrize(
    "password", ["Short1!", "lowercase123!", "UPPERCASE123!", "NoDigitsHere!", "NoSymbol123"]
)
def test_weak_password_leaves_an_orphan(company: Company, password: str) -> None:
    assert business(company.sign_up(password=password)) == (409, 11)
    assert business(company.sign_up()) == (409, 4)
    assert business(company.login()) == (409, 6)


def test_absent_roles_leave_an_orphan(company: Company) -> None:
    without = {name: value for name, value in PERSON.items() if name != "roles"}
    framework(company.http.post("/v1/user/sign-up", json=without, headers=company.auth))
    assert business(company.sign_up()) == (409, 4)
    token = data(company.otp(data(company.login())))  # a login, and nobody behind it
    user = bearer(str(token["accessToken"]))
    assert business(company.http.get("/v1/user/me", headers=user)) == (404, 3)


@pytest.mark.parametrize("over", [{"phoneNumber": "555-1234"}, {"email": "nobody"}])
def test_malformed_contact(company: Company, over: Json) -> None:
    assert business(company.sign_up(**over)) == (409, 11)
    data(company.sign_up())


@pytest.mark.parametrize("over", [{"email": None}, {"roles": "USER"}, {"roles": [1]}, {"extra": 1}])
def test_sign_up_against_the_schema(company: Company, over: Json) -> None:
    problem(company.sign_up(**over), 400)


def test_kyc_start_appends_and_changes_nothing_else(company: Company) -> None:
    user, _ = company.user()
    for attempt in (1, 2):
        started = data(company.http.get("/v1/kyc/start", headers=user))
        assert started["numberOfAttempts"] == attempt
        assert str(started["identificationUrl"]).startswith("https://")
        me = company.me(user)
        assert isinstance(me["kycIds"], list)
        assert me["kycIds"][-1] == started["identificationId"]
        assert len(me["kycIds"]) == attempt
        assert me["userAccountStatus"] == "UNINITIATED"


def test_a_company_is_no_person(company: Company) -> None:
    assert business(company.http.get("/v1/user/me", headers=company.auth)) == (404, 3)
    assert business(company.http.get("/v1/kyc/start", headers=company.auth)) == (404, 3)


def test_verdict_and_activation_move_separately(company: Company) -> None:
    user, _ = company.user()
    for verdict, status in (("rejected", "VERIFICATION_FAILED"), ("approved", "VERIFIED")):
        assert (
            company.control.post("/stokn/kyc", json={"email": EMAIL, "verdict": verdict}).status_code == 200
        )
        me = company.me(user)
        assert me["userAccountStatus"] == status
        assert isinstance(me["accounts"], list)
        assert me["accounts"][0]["active"] is False
    assert company.control.post("/stokn/activate", json={"email": EMAIL}).status_code == 200
    me = company.me(user)
    assert isinstance(me["accounts"], list)
    [account] = me["accounts"]
    assert account["active"] is True
    assert all(account[name] for name in ("subAccountId", "subAccountEmail", "encryptionKey"))
    [portfolio] = account["portfolios"]
    assert portfolio["name"] == "MAIN_PORTFOLIO"
    assert portfolio["portfolioAccountType"] == "TRADING"
    assert portfolio["portfolioId"] == account["tradingPortfolioId"]
    read = data(company.http.get(f"/v1/account/{account['accountId']}", headers=company.auth))
    assert read == account


def test_unknown_account_is_null(company: Company) -> None:
    answer = company.http.get("/v1/account/unknown", headers=company.auth)
    assert answer.status_code == 200
    assert answer.json() == {"success": True, "data": None, "errorCode": None, "errorMessage": None}


@pytest.mark.parametrize("kind", ["TRADING", "STRATEGY", "EARN", "PAYMENT", "FEES"])
def test_portfolio(company: Company, kind: str) -> None:
    account = data(company.sign_up())["userId"]
    company.control.post("/stokn/activate", json={"email": EMAIL})
    made = data(company.portfolio(accountId=account, portfolioAccountType=kind, name="Mine"))
    assert isinstance(made["portfolios"], list)
    mine = made["portfolios"][-1]
    assert (mine["portfolioId"], mine["portfolioAccountType"], mine["name"]) == ("p-1", kind, "Mine")
    assert business(company.portfolio(accountId=account)) == (404, 1)


def test_portfolio_checks_in_their_order(company: Company) -> None:
    account = data(company.sign_up())["userId"]
    problem(company.portfolio(accountId=account, portfolioAccountType="HOLIDAY"), 400)
    assert business(company.portfolio(accountId="unknown", portfolioAccountType=None)) == (404, 1)
    assert business(company.portfolio(accountId=account, portfolioAccountType=None)) == (404, 1)
    assert business(company.portfolio(accountId="unknown")) == (404, 1)
    assert business(company.portfolio(accountId=None)) == (404, 1)
    assert business(company.portfolio(accountId=account, portfolioId=None)) == (409, 18)
    company.control.post("/stokn/activate", json={"email": EMAIL})
    assert business(company.portfolio(accountId=account, portfolioId=None)) == (404, 1)


def test_portfolio_as_coded(company: Company) -> None:
    company.control.post("/stokn/switches", json={"portfolio_as_coded": True})
    account = data(company.sign_up())["userId"]
    company.control.post("/stokn/activate", json={"email": EMAIL})
    assert business(company.portfolio(accountId=account)) == (404, 1)
    made = data(company.portfolio(accountId=account, portfolioAccountType="EARN", name="Mine"))
    assert isinstance(made["portfolios"], list)
    assert made["portfolios"][-1]["portfolioAccountType"] == "TRADING"
    assert made["portfolios"][-1]["name"] is None


def test_a_further_account(company: Company) -> None:
    def make(**body: object) -> httpx.Response:
        return company.http.post("/v1/account", json=body, headers=company.auth)

    made = data(make(accountId="second", userId="ignored", email="a@b.cd"))
    assert made["active"] is False
    assert business(company.portfolio(accountId="second")) == (409, 18)
    assert company.control.post("/stokn/activate", json={"accountId": "second"}).status_code == 200
    data(company.portfolio(accountId="second"))
    assert data(make(accountId="second"))["active"] is False  # overwritten
    framework(make(email="a@b.cd"))
