"""Magic applicants, seeds, other clients, and what stokn remembers."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.sandbox.callers import EMAIL, PASSWORD, PHONE, Company, Json, bearer, data
from tests.sandbox.conftest import InProcess
from tests.sandbox.stokn.answers import business, framework
from venuekit_sandbox import Sandbox
from venuekit_sandbox.control import ControlError
from venuekit_sandbox.snapshots import SnapshotError
from venuekit_sandbox.world import Clock, World


def user_of(company: Company, email: str) -> dict[str, str]:
    data(company.sign_up(email=email))
    return bearer(str(data(company.otp(data(company.login(username=email))))["accessToken"]))


def account_of(person: Json) -> Json:
    assert isinstance(person["accounts"], list)
    account: Json = person["accounts"][0]
    return account


# magic applicants


@pytest.mark.parametrize(
    ("tag", "status", "active"),
    [("kyc-approved", "VERIFIED", True), ("kyc-rejected", "VERIFICATION_FAILED", False)],
)
def test_magic_verdicts_come_with_the_start_of_the_identity_check(
    company: Company, tag: str, status: str, active: bool
) -> None:
    user = user_of(company, f"ada+{tag}@example.com")
    assert company.me(user)["userAccountStatus"] == "UNINITIATED"
    for _ in range(2):
        data(company.http.get("/v1/kyc/start", headers=user))
    me = company.me(user)
    assert me["userAccountStatus"] == status
    portfolios = account_of(me)["portfolios"]
    assert account_of(me)["active"] is active
    assert (portfolios is None) is not active
    assert not isinstance(portfolios, list) or len(portfolios) == 1


def test_magic_codes_come_too_late(company: Company) -> None:
    data(company.sign_up(email="ada+otp-expired@example.com"))
    framework(company.otp(data(company.login(username="ada+otp-expired@example.com"))))


def test_magic_people_are_taken(company: Company) -> None:
    assert business(company.sign_up(email="ada+taken@example.com")) == (409, 4)
    data(company.sign_up(email="ada@example.com"))  # the number is free


def test_magic_people_are_locked(company: Company) -> None:
    data(company.sign_up(email="ada+locked@example.com"))
    for name in ("ada+locked@example.com", PHONE):
        assert business(company.login(username=name)) == (409, 6)


# the back office


@pytest.mark.parametrize(
    ("verdict", "status"),
    [
        ("approved", "VERIFIED"),
        ("rejected", "VERIFICATION_FAILED"),
        ("rejected-for-good", "VERIFICATION_FATAL_FAILED"),
        ("in-progress", "VERIFICATION_IN_PROGRESS"),
        ("none", "UNINITIATED"),
    ],
)
def test_verdicts(company: Company, verdict: str, status: str) -> None:
    data(company.sign_up())
    answer = company.control.post("/stokn/kyc", json={"email": EMAIL, "verdict": verdict})
    assert answer.json()["userAccountStatus"] == status


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("kyc", {"email": "nobody@example.com", "verdict": "approved"}, 404),
        ("kyc", {"email": EMAIL, "verdict": "perhaps"}, 400),
        ("kyc", {"verdict": "approved"}, 400),
        ("activate", {"email": "nobody@example.com"}, 404),
        ("activate", {"accountId": "unknown"}, 404),
        ("clients", {"client_id": "acme"}, 400),
    ],
)
def test_the_back_office_refuses(company: Company, path: str, body: Json, status: int) -> None:
    answer = company.control.post(f"/stokn/{path}", json=body)
    assert answer.status_code == status and answer.json()["error"]


def test_activation_is_not_idempotent(company: Company) -> None:
    account = data(company.sign_up())["userId"]
    read = []
    for _ in range(2):
        company.control.post("/stokn/activate", json={"accountId": account})
        read.append(data(company.http.get(f"/v1/account/{account}", headers=company.auth)))
    assert read[0]["subAccountId"] != read[1]["subAccountId"]
    assert isinstance(read[1]["portfolios"], list)
    assert len(read[1]["portfolios"]) == 2
    assert read[1]["tradingPortfolioId"] == read[1]["portfolios"][1]["portfolioId"]


def test_a_client_of_your_own(company: Company) -> None:
    form = {"grant_type": "client_credentials", "client_id": "acme", "client_secret": "acme-secret"}
    assert company.http.post("/oauth2/token", data=form).json() == {"error": "invalid_client"}
    company.control.post("/stokn/clients", json={"client_id": "acme", "client_secret": "acme-secret"})
    assert company.http.post("/oauth2/token", data=form).is_success


# seeds

ADA: Json = {"email": "ada@example.com", "password": "Seeded-Pass-1", "phone": "+13125550177"}


def seed(sandbox: Sandbox, **more: object) -> Any:
    venue: Any = sandbox.venues["stokn"]
    return venue.seed(ADA | more)


def test_a_seeded_person_can_log_in(company: Company, sandbox: Sandbox) -> None:
    ids = seed(sandbox)
    assert ids == {"userId": ids["userId"], "accountId": ids["userId"]}
    challenge = data(company.login(username="ada@example.com", password="Seeded-Pass-1"))
    code = sandbox.world.outbox.messages(venue="stokn", to="+13125550177")[-1].code
    token = data(company.otp(challenge, code=code))
    me = company.me(bearer(str(token["accessToken"])))
    assert (me["userId"], me["userAccountStatus"]) == (ids["userId"], "UNINITIATED")
    assert account_of(me)["active"] is False


def test_a_person_is_seeded_at_a_later_stage(company: Company, sandbox: Sandbox) -> None:
    account = seed(sandbox, verdict="approved", active=True)["accountId"]
    data(company.portfolio(accountId=account))


def test_a_temporary_password_must_be_changed(company: Company, sandbox: Sandbox) -> None:
    seed(sandbox, temporary_password=True)
    challenge = data(company.login(username="ada@example.com", password="Seeded-Pass-1"))
    assert challenge["challengeType"] == "NEW_PASSWORD_REQUIRED"
    body = {"sessionId": challenge["sessionId"], "username": "ada@example.com", "password": "Another-Pass-1"}
    ignored = {"challengeType": "CARRIER_PIGEON", "passwordConfirm": "something else"}
    data(company.http.put("/v1/user/change-password", json=body | ignored, headers=company.auth))
    again = data(company.login(username="ada@example.com", password="Another-Pass-1"))
    assert again["challengeType"] == "SMS_MFA"


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "nobody"},
        {"phone": "555"},
        {"password": "weak"},
        {"password": None},
        {"verdict": "perhaps"},
        {"active": "yes"},
        {"nickname": "ada"},
    ],
)
def test_malformed_seeds_make_nobody(sandbox: Sandbox, wrong: Json) -> None:
    with pytest.raises(ControlError) as refused:
        seed(sandbox, **wrong)
    assert refused.value.status == 400
    seed(sandbox)


def test_nobody_is_seeded_twice(sandbox: Sandbox) -> None:
    seed(sandbox)
    with pytest.raises(ControlError) as refused:
        seed(sandbox, email="other@example.com")
    assert refused.value.status == 409


# memory


def test_a_restored_snapshot_behaves_the_same(company: Company, sandbox: Sandbox) -> None:
    user, token = company.user()
    open_, code = data(company.login()), company.code()
    company.control.post("/stokn/activate", json={"email": EMAIL})
    company.control.post("/stokn/switches", json={"refresh_by_alias": True})
    before = company.me(user)
    document = sandbox.venues["stokn"].snapshot()

    fresh = Sandbox(world=World(clock=Clock(sandbox.world.clock.now)))
    fresh.venues["stokn"].restore(document)
    assert fresh.venues["stokn"].snapshot() == document
    with (
        httpx.Client(transport=InProcess(fresh.app), base_url="http://sandbox/stokn") as http,
        httpx.Client(transport=InProcess(fresh.app), base_url="http://sandbox/_sandbox") as control,
    ):
        other = Company(http, control, fresh)
        other.auth = company.auth  # the client token survives too
        assert other.me(user) == before
        refresh = {"username": EMAIL, "refreshToken": token["refreshToken"]}
        data(http.post("/v1/user/refresh", json=refresh, headers=user))
        assert business(other.sign_up(phoneNumber="+13125550199")) == (409, 4)
        assert business(other.sign_up(email="other@example.com")) == (409, 4)
        data(other.otp(open_, code=code))
        framework(other.otp(open_, code=code))
        data(other.portfolio(accountId=before["userId"]))
        assert data(other.login(username=PHONE, password=PASSWORD))["challengeType"] == "SMS_MFA"


@pytest.mark.parametrize("part", ["logins", "key", "accounts", "switches"])
def test_a_broken_snapshot_changes_nothing(company: Company, sandbox: Sandbox, part: str) -> None:
    user, _ = company.user()
    document: Any = sandbox.venues["stokn"].snapshot()
    broken = {"logins": {}, "key": None, "accounts": {"x": {"id": "y"}}, "switches": {"session_seconds": 1}}
    with pytest.raises(SnapshotError):
        sandbox.venues["stokn"].restore(document | {part: broken[part]})
    assert company.me(user)["email"] == EMAIL


def test_what_has_run_out_is_dropped(company: Company, sandbox: Sandbox) -> None:
    data(company.sign_up())
    for _ in range(3):
        data(company.login())
    sandbox.world.clock.advance(180)
    data(company.login())
    document: Any = sandbox.venues["stokn"].snapshot()
    assert len(document["sessions"]) == 1
