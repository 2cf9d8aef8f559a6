"""Logins of people at stokn: challenges, tokens, passwords."""

from __future__ import annotations

from datetime import datetime, timedelta

import httpx
import pytest

from tests.sandbox.callers import EMAIL, PASSWORD, PHONE, Company, Json, bearer, data
from tests.sandbox.stokn.answers import bare, business, framework, problem
from venuekit_sandbox import Sandbox


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
