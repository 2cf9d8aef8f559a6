"""Client tokens of stokn, bearers, and what the framework refuses."""

from __future__ import annotations

import httpx
import jwt
import pytest

from tests.sandbox.callers import CREDENTIALS, PASSWORD, PERSON, Company, bearer
from tests.sandbox.stokn.answers import bare, problem
from venuekit_sandbox import Sandbox


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


def test_framework_refusals(company: Company) -> None:
    json_type = {"Content-Type": "application/json"} | company.auth
    for body in (b"{", b"[]", b""):
        problem(company.http.post("/v1/user/sign-up", content=body, headers=json_type), 400)
    form = company.http.post("/v1/user/sign-up", data={"a": "b"}, headers=company.auth)
    problem(form, 415)
    wrong = company.http.get("/v1/user/sign-up", headers=company.auth)
    problem(wrong, 405)
    assert wrong.headers["Allow"] == "POST"
    problem(company.http.get("/v1/user/login"), 405)  # open to all, so this needs no bearer
    problem(company.http.delete("/v1/account/a", headers=company.auth), 405)
    problem(company.http.get("/v1/nothing", headers=company.auth), 404)


def test_refusals_never_repeat_a_password(company: Company) -> None:
    assert PASSWORD not in company.sign_up(roles=[PASSWORD, 7]).text
