"""stokn on the wire."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import httpx
import jwt
import pytest

from tests.sandbox.callers import CREDENTIALS, EMAIL, PASSWORD, PERSON, PHONE, Company, Json, bearer, data
from venuekit_sandbox import Sandbox

Connect = Callable[[str], httpx.Client]


def business(response: httpx.Response) -> tuple[int, int]:
    """Status and errorCode of an envelope failure."""
    body = response.json()
    assert set(body) == {"success", "data", "errorCode", "errorMessage"}, body
    assert body["success"] is False and body["data"] is None
    assert body["errorMessage"].startswith("null-")
    return response.status_code, body["errorCode"]


def problem(response: httpx.Response, status: int) -> None:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert set(response.json()) == {"type", "title", "status", "detail", "instance"}


def framework(response: httpx.Response) -> None:
    assert response.status_code == 500
    assert set(response.json()) == {"timestamp", "status", "error", "path"}


def bare(response: httpx.Response, status: int) -> str:
    assert response.status_code == status, response.text
    assert response.content == b""
    return response.headers["WWW-Authenticate"]


@pytest.fixture
def company(connect: Connect, control: httpx.Client, sandbox: Sandbox) -> Company:
    return Company(connect("/stokn"), control, sandbox)


# client tokens


def test_token_by_basic_and_by_form(company: Company) -> None:
    form = {"grant_type": "client_credentials", "client_id": "sandbox", "client_secret": "sandbox-secret"}
    for answer in (company.grant(), company.http.post("/oauth2/token", data=form)):
        assert answer.status_code == 200
        assert set(answer.json()) == {"access_token", "expires_in", "token_type"}
        assert answer.json()["token_type"] == "Bearer"
        scope = jwt.decode(answer.json()["access_token"], options={"verify_signature": False})["scope"]
        assert scope == "stokn-api/user.Write stokn-api/admin.Write stokn-api/account.Read"


@pytest.mark.parametrize(
    ("form", "auth", "error"),
    [
        ({"grant_type": "client_credentials"}, ("sandbox", "wrong"), "invalid_client"),
        ({"grant_type": "client_credentials"}, ("nobody", "sandbox-secret"), "invalid_client"),
        ({"grant_type": "client_credentials"}, None, "invalid_client"),
        ({"grant_type": "client_credentials", "scope": "stokn-api/everything"}, CREDENTIALS, "invalid_scope"),
        ({"grant_type": "password"}, CREDENTIALS, "unsupported_grant_type"),
        ({}, CREDENTIALS, "invalid_request"),
    ],
)
def test_token_refusals(
    company: Company, form: dict[str, str], auth: tuple[str, str] | None, error: str
) -> None:
    answer = company.http.post("/oauth2/token", data=form, auth=auth or httpx.USE_CLIENT_DEFAULT)
    assert answer.status_code == 400
    assert answer.json() == {"error": error}


def test_broken_basic_is_no_client(company: Company) -> None:
    form = {"grant_type": "client_credentials"}
    answer = company.http.post("/oauth2/token", data=form, headers={"Authorization": "Basic %%%"})
    assert answer.json() == {"error": "invalid_client"}


def test_narrow_scope_opens_less(company: Company) -> None:
    narrow = bearer(company.grant(scope="stokn-api/account.Read").json()["access_token"])
    challenge = bare(company.http.post("/v1/user/sign-up", json=PERSON, headers=narrow), 403)
    assert 'error="insufficient_scope"' in challenge
    bare(company.http.post("/v1/account", json={"accountId": "a"}, headers=narrow), 403)
    assert company.http.get("/v1/account/a", headers=narrow).status_code == 200


def test_client_tokens_run_out(company: Company, sandbox: Sandbox) -> None:
    sandbox.world.clock.advance(3601)
    assert 'error="invalid_token"' in bare(company.sign_up(), 401)


GUARDED = [
    ("POST", "/v1/user/sign-up"),
    ("POST", "/v1/user/refresh"),
    ("PUT", "/v1/user/change-password"),
    ("GET", "/v1/user/forget-password?email=a"),
    ("GET", "/v1/user/me"),
    ("GET", "/v1/kyc/start"),
    ("POST", "/v1/account/portfolio"),
    ("POST", "/v1/account"),
    ("GET", "/v1/account/a"),
    ("GET", "/v1/nothing"),
]


@pytest.mark.parametrize(("method", "path"), GUARDED)
def test_no_and_bad_bearers(company: Company, method: str, path: str) -> None:
    assert bare(company.http.request(method, path), 401) == "Bearer"
    assert "invalid_token" in bare(company.http.request(method, path, headers=bearer("x.y.z")), 401)


def test_login_and_otp_refuse_a_bad_bearer(company: Company) -> None:
    for path in ("/v1/user/login", "/v1/user/otp"):
        bare(company.http.post(path, json={}, headers=bearer("x")), 401)


def test_a_person_has_no_client_scope(company: Company) -> None:
    user, _ = company.user()
    bare(company.http.post("/v1/user/sign-up", json=PERSON, headers=user), 403)
    bare(company.http.get("/v1/account/a", headers=user), 403)


# sign-up


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


@pytest.mark.parametrize("over", [{"phoneNumber": "555-1234"}, {"email": "nobody"}])
def test_malformed_contact(company: Company, over: Json) -> None:
    assert business(company.sign_up(**over)) == (409, 11)
    data(company.sign_up())


@pytest.mark.parametrize("over", [{"email": None}, {"roles": "USER"}, {"roles": [1]}, {"extra": 1}])
def test_sign_up_against_the_schema(company: Company, over: Json) -> None:
    problem(company.sign_up(**over), 400)


def test_framework_refusals(company: Company) -> None:
    json_type = {"Content-Type": "application/json"} | company.auth
    for body in (b"{", b"[]", b""):
        problem(company.http.post("/v1/user/sign-up", content=body, headers=json_type), 400)
    form = company.http.post("/v1/user/sign-up", data={"a": "b"}, headers=company.auth)
    problem(form, 415)
    wrong = company.http.get("/v1/user/sign-up", headers=company.auth)
    problem(wrong, 405)
    assert wrong.headers["Allow"] == "POST"
    problem(company.http.delete("/v1/account/a", headers=company.auth), 405)
    problem(company.http.get("/v1/nothing", headers=company.auth), 404)


def test_refusals_never_repeat_a_password(company: Company) -> None:
    assert PASSWORD not in company.sign_up(roles=[PASSWORD, 7]).text


# login


def test_login_and_otp(company: Company, sandbox: Sandbox) -> None:
    person = data(company.sign_up())
    challenge = data(company.login())
    assert challenge == {"sessionId": challenge["sessionId"], "username": EMAIL, "challengeType": "SMS_MFA"}
    [message] = sandbox.world.outbox.messages(venue="stokn", kind="sms", to=PHONE)
    assert len(message.code) == 6 and message.code in message.text
    token = data(company.otp(challenge, anonymous=True))
    assert set(token) == {
        "username",
        "issuedAt",
        "accessToken",
        "idToken",
        "refreshToken",
        "expiresIn",
        "expiresAt",
        "phoneNumber",
    }
    assert token["username"] == person["userId"]
    assert token["phoneNumber"] == PHONE
    issued, expires = (datetime.fromisoformat(str(token[name])) for name in ("issuedAt", "expiresAt"))
    assert issued.tzinfo is None
    assert isinstance(token["expiresIn"], int)
    assert expires == issued + timedelta(seconds=token["expiresIn"]) - timedelta(minutes=10)
    assert company.me(bearer(str(token["accessToken"]))) == person


def test_login_by_phone_number(company: Company) -> None:
    data(company.sign_up())
    challenge = data(company.login(username=PHONE))
    assert challenge["username"] == PHONE
    framework(company.otp(challenge, username=EMAIL))  # not the same name
    data(company.otp(challenge))


def test_login_refusals(company: Company) -> None:
    data(company.sign_up())
    assert business(company.login(username="nobody@example.com")) == (404, 3)
    assert business(company.login(password="wrong")) == (409, 6)


def test_wrong_code_keeps_the_session(company: Company) -> None:
    data(company.sign_up())
    challenge = data(company.login())
    wrong = f"{(int(company.code()) + 1) % 1_000_000:06}"
    framework(company.otp(challenge, code=wrong))
    assert bare(company.otp(challenge, code=wrong, anonymous=True), 401) == "Bearer"
    data(company.otp(challenge))


@pytest.mark.parametrize(("seconds", "open_"), [(179, True), (180, False)])
def test_sessions_live_three_minutes(company: Company, sandbox: Sandbox, seconds: int, open_: bool) -> None:
    data(company.sign_up())
    challenge = data(company.login())
    sandbox.world.clock.advance(seconds)
    if open_:
        data(company.otp(challenge))
    else:
        framework(company.otp(challenge))
        data(company.otp(data(company.login())))


def test_spent_and_foreign_sessions(company: Company) -> None:
    data(company.sign_up())
    challenge = data(company.login())
    data(company.otp(challenge))
    framework(company.otp(challenge))
    framework(company.otp(challenge, sessionId="made-up"))


def test_the_challenge_type_must_be_one(company: Company) -> None:
    data(company.sign_up())
    challenge = data(company.login())
    framework(company.otp(challenge, challengeType="CARRIER_PIGEON"))
    data(company.otp(challenge, challengeType="SOFTWARE_TOKEN_MFA"))  # ignored beyond that


def test_a_code_belongs_to_its_session(company: Company) -> None:
    data(company.sign_up())
    first = data(company.login())
    old = company.code()
    second = data(company.login())
    data(company.otp(first, code=old))
    data(company.otp(second))


def test_user_tokens_run_out(company: Company, sandbox: Sandbox) -> None:
    user, _ = company.user()
    sandbox.world.clock.advance(3601)
    assert "invalid_token" in bare(company.http.get("/v1/user/me", headers=user), 401)


def test_the_id_token_is_no_bearer(company: Company) -> None:
    _, token = company.user()
    bare(company.http.get("/v1/user/me", headers=bearer(str(token["idToken"]))), 401)


def test_refresh(company: Company, sandbox: Sandbox) -> None:
    user, token = company.user()
    body = {"username": token["username"], "refreshToken": token["refreshToken"]}
    sandbox.world.clock.advance(60)
    for auth in (user, company.auth):
        new = data(company.http.post("/v1/user/refresh", json=body, headers=auth))
        assert new["refreshToken"] is None
        assert new["accessToken"] != token["accessToken"]
        assert company.me(bearer(str(new["accessToken"])))["email"] == EMAIL
    framework(company.http.post("/v1/user/refresh", json=body | {"username": EMAIL}, headers=user))
    framework(company.http.post("/v1/user/refresh", json=body | {"refreshToken": "x"}, headers=user))
    sandbox.world.clock.advance(30 * 24 * 3600)
    fresh = bearer(company.grant().json()["access_token"])
    framework(company.http.post("/v1/user/refresh", json=body, headers=fresh))


# passwords


def forget(company: Company, email: str = EMAIL) -> httpx.Response:
    return company.http.get("/v1/user/forget-password", params={"email": email}, headers=company.auth)


def change(company: Company, challenge: Json, password: str) -> httpx.Response:
    body = {"sessionId": challenge["sessionId"], "username": challenge["username"], "password": password}
    return company.http.put("/v1/user/change-password", json=body, headers=company.auth)


@pytest.mark.parametrize("with_code", [True, False])
def test_a_forgotten_password_can_be_set_anew(company: Company, with_code: bool) -> None:
    data(company.sign_up())
    forgotten = data(forget(company))
    assert set(forgotten) == {"sdkResponseMetadata", "sdkHttpMetadata", "codeDeliveryDetails"}
    challenge = data(company.login(password=company.code() if with_code else PASSWORD))
    assert challenge["challengeType"] == "NEW_PASSWORD_REQUIRED"
    framework(company.otp(challenge))  # a code does not answer this challenge
    assert business(change(company, challenge, "weak")) == (409, 9)
    answer = data(change(company, challenge, "Another-Pass-1"))
    assert isinstance(answer["data"], dict)
    assert company.me(bearer(str(answer["data"]["accessToken"])))["email"] == EMAIL
    framework(change(company, challenge, "Another-Pass-2"))
    assert business(company.login()) == (409, 6)
    assert data(company.login(password="Another-Pass-1"))["challengeType"] == "SMS_MFA"


def test_forget_password_refusals(company: Company) -> None:
    assert business(forget(company, "nobody@example.com")) == (409, 7)
    problem(company.http.get("/v1/user/forget-password", headers=company.auth), 400)


def test_change_password_needs_its_own_challenge(company: Company) -> None:
    data(company.sign_up())
    framework(change(company, data(company.login()), "Another-Pass-1"))


def test_change_password_as_coded_breaks_after_the_effect(company: Company) -> None:
    company.control.post("/stokn/switches", json={"change_password_as_coded": True})
    data(company.sign_up())
    data(forget(company))
    framework(change(company, data(company.login()), "Another-Pass-1"))
    data(company.login(password="Another-Pass-1"))


# identity check and accounts


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
    assert business(company.portfolio(accountId=account)) == (409, 18)


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
