"""TradeLocker's back office: switches, limits, seeds, magic applicants, snapshots."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Protocol, cast

import httpx
import pytest

from tests.sandbox.conftest import InProcess
from tests.sandbox.test_sandbox_tradelocker import DEMO, bearer, claims, refused, sign_in, trade_refused
from venuekit_sandbox import Sandbox
from venuekit_sandbox.control import ControlError
from venuekit_sandbox.snapshots import SnapshotError

Connect = Callable[[str], httpx.Client]


class Seeded(Protocol):
    def seed(self, item: Mapping[str, object]) -> object: ...


@pytest.fixture
def http(connect: Connect) -> httpx.Client:
    return connect("/tradelocker/backend-api")


def switch(control: httpx.Client, **wanted: object) -> dict[str, object]:
    answer = control.post("/tradelocker/switches", json=wanted)
    assert answer.status_code == 200, answer.text
    switches: dict[str, object] = answer.json()
    return switches


# switches


def test_switches_are_shown_and_reset(control: httpx.Client) -> None:
    defaults = control.get("/tradelocker/switches").json()
    assert defaults == {
        "strict_docs": False, "documented_balance": False, "one_time_refresh": True,
        "route_limits": False, "developer_api_key": "",
    }  # fmt: skip
    assert switch(control, strict_docs=True) == {**defaults, "strict_docs": True}
    control.post("/reset")
    assert control.get("/tradelocker/switches").json() == defaults
    assert control.post("/tradelocker/switches", json={"strict": True}).status_code == 400


def test_strict_docs(http: httpx.Client, control: httpx.Client) -> None:
    tokens = sign_in(http)
    switch(control, strict_docs=True)
    refused(http.post("/auth/jwt/token", json=DEMO | {"password": "no"}), 400)
    refused(http.get("/auth/jwt/all-accounts"), 400)
    http.post("/auth/jwt/refresh", json={"refreshToken": tokens["refreshToken"]})
    refused(http.post("/auth/jwt/refresh", json={"refreshToken": tokens["refreshToken"]}), 400)
    [account] = http.get("/auth/jwt/all-accounts", headers=bearer(tokens)).json()["accounts"]
    assert account["aaccountBalance"] == 2024.75
    assert "accountBalance" not in account
    trade_refused(http.get("/trade/config"), 401)  # the page is about the auth calls


def test_refresh_tokens_that_work_again(http: httpx.Client, control: httpx.Client) -> None:
    body = {"refreshToken": sign_in(http)["refreshToken"]}
    switch(control, one_time_refresh=False)
    for _ in range(2):
        assert http.post("/auth/jwt/refresh", json=body).status_code == 201


def test_a_developer_key_goes_along_on_every_call(http: httpx.Client, control: httpx.Client) -> None:
    switch(control, developer_api_key="dev-1")
    refused(http.post("/auth/jwt/token", json=DEMO), 403)
    refused(http.post("/auth/jwt/token", json=DEMO, headers={"developer-api-key": "dev-2"}), 403)
    key = {"developer-api-key": "dev-1"}
    tokens = http.post("/auth/jwt/token", json=DEMO, headers=key).json()
    trade_refused(http.get("/trade/config", headers=bearer(tokens, accNum="1")), 403)
    assert http.get("/trade/config", headers=bearer(tokens, accNum="1") | key).status_code == 200


ROUTES = {
    "GET_CONFIG": "/trade/config",
    "GET_ACCOUNTS": "/trade/accounts",
    "GET_ACCOUNTS_STATE": "/trade/accounts/7080/state",
}


@pytest.mark.parametrize("name", list(ROUTES))
def test_route_limits(http: httpx.Client, control: httpx.Client, sandbox: Sandbox, name: str) -> None:
    switch(control, route_limits=True)
    headers = bearer(sign_in(http), accNum="1")
    told = http.get("/trade/config", headers=headers).json()["d"]["rateLimits"]
    [limit] = [entry for entry in told if entry["rateLimitType"] == name]
    assert (limit["measure"], limit["intervalNum"]) == ("SECONDS", 1)
    sandbox.world.clock.advance(1)
    for _ in range(limit["limit"]):
        assert http.get(ROUTES[name], headers=headers).status_code == 200
    trade_refused(http.get(ROUTES[name], headers=headers), 429)
    other = next(path for route, path in ROUTES.items() if route != name)
    assert http.get(other, headers=headers).status_code == 200
    sandbox.world.clock.advance(1)
    assert http.get(ROUTES[name], headers=headers).status_code == 200


def test_no_limits_by_default_and_none_on_the_auth_calls(http: httpx.Client, control: httpx.Client) -> None:
    headers = bearer(sign_in(http), accNum="1")
    for _ in range(10):
        config = http.get("/trade/config", headers=headers)
        assert config.status_code == 200
    told = {entry["rateLimitType"] for entry in config.json()["d"]["rateLimits"]}
    assert told == {"QUOTES", "PLACE_ORDER"}
    switch(control, route_limits=True)
    for _ in range(10):
        assert http.get("/auth/jwt/all-accounts", headers=bearer(sign_in(http))).status_code == 200


# logins


def test_several_accounts_each_with_its_number(http: httpx.Client, control: httpx.Client) -> None:
    accounts = [{"accNum": 1, "balance": "1"}, {"accNum": 2, "balance": "2", "status": "SUSPENDED"}]
    control.post("/tradelocker/logins", json={**DEMO, "accounts": accounts})
    tokens = sign_in(http)
    listed = http.get("/auth/jwt/all-accounts", headers=bearer(tokens)).json()["accounts"]
    assert [account["status"] for account in listed] == ["ACTIVE", "SUSPENDED"]
    for account in listed:
        headers = bearer(tokens, accNum=account["accNum"])
        [shown] = http.get("/trade/accounts", headers=headers).json()["d"]
        assert (shown["id"], shown["status"]) == (account["id"], account["status"])
    mixed = http.get(f"/trade/accounts/{listed[0]['id']}/state", headers=bearer(tokens, accNum="2"))
    trade_refused(mixed, 404)
    trade_refused(http.get("/trade/config", headers=bearer(tokens, accNum="9" * 5000)), 400)


def seed(sandbox: Sandbox, **item: object) -> object:
    return cast("Seeded", sandbox.venues["tradelocker"]).seed(item)


def test_seeds(http: httpx.Client, sandbox: Sandbox) -> None:
    made = [seed(sandbox, email=f"u{n}@example.com", password="p", server="S") for n in range(3)]
    assert made[2] == {"email": "u2@example.com", "server": "S", "accounts": [7083]}
    sign_in(http, email="U1@example.com", password="p", server="S")


@pytest.mark.parametrize(
    "item",
    [
        {},
        {"email": "a@example.com", "password": "p"},
        {"email": "a@example.com", "password": "", "server": "S"},
        {"email": "a@example.com", "password": "p", "server": "S", "more": 1},
        {"email": "a@example.com", "password": "p", "server": "S", "accounts": {}},
        {
            "email": "a@example.com",
            "password": "p",
            "server": "S",
            "accounts": [{"accNum": 1}, {"accNum": "1"}],
        },
        {"email": "a@example.com", "password": "p", "server": "S", "accounts": [{"name": "\ud800"}]},
    ],
)
def test_malformed_seeds(sandbox: Sandbox, item: dict[str, object]) -> None:
    with pytest.raises(ControlError):
        seed(sandbox, **item)


def test_a_password_that_is_no_text_is_just_wrong(http: httpx.Client) -> None:
    body = json.dumps(DEMO | {"password": "\ud800"})
    assert http.post("/auth/jwt/token", content=body).status_code in (400, 403)


# magic applicants


@pytest.mark.parametrize("tag", ["anything", "kyc-rejected", "otp-expired", "taken"])
def test_tagged_addresses_are_the_demo_login(http: httpx.Client, tag: str) -> None:
    tokens = sign_in(http, email=f"demo+{tag}@example.com")
    assert claims(tokens["accessToken"])["uid"] == claims(sign_in(http)["accessToken"])["uid"]
    refused(http.post("/auth/jwt/token", json=DEMO | {"email": f"demo+{tag}@example.org"}), 403)
    refused(http.post("/auth/jwt/token", json=DEMO | {"email": f"else+{tag}@example.com"}), 403)
    refused(
        http.post("/auth/jwt/token", json=DEMO | {"email": f"demo+{tag}@example.com", "server": "S"}), 403
    )


def test_a_locked_login_is_refused(http: httpx.Client, control: httpx.Client) -> None:
    refused(http.post("/auth/jwt/token", json=DEMO | {"email": "demo+locked@example.com"}), 403)
    login = {"email": "ada+x+LOCKED@example.com", "password": "p", "server": "S"}
    assert control.post("/tradelocker/logins", json=login).is_success
    refused(http.post("/auth/jwt/token", json=login), 403)


# snapshots


def test_a_restored_snapshot_behaves_the_same(
    http: httpx.Client, control: httpx.Client, sandbox: Sandbox
) -> None:
    tokens = sign_in(http)
    revoked = sign_in(http, email="demo@example.com")
    control.post("/tradelocker/revoke", json={"email": DEMO["email"], "server": "SANDBOX"})
    tokens = http.post("/auth/jwt/refresh", json={"refreshToken": tokens["refreshToken"]}).json()
    spent = sign_in(http)["refreshToken"]
    http.post("/auth/jwt/refresh", json={"refreshToken": spent})
    switch(control, documented_balance=True)
    saved = json.loads(json.dumps(sandbox.venues["tradelocker"].snapshot(), sort_keys=True))

    fresh = Sandbox()
    fresh.world.clock.freeze(sandbox.world.clock.now() + 3600)
    fresh.venues["tradelocker"].restore(saved)
    with httpx.Client(
        transport=InProcess(fresh.app), base_url="http://sandbox/tradelocker/backend-api"
    ) as again:
        refused(again.get("/auth/jwt/all-accounts", headers=bearer(revoked)), 401)
        refused(again.post("/auth/jwt/refresh", json={"refreshToken": spent}), 401)
        renewed = again.post("/auth/jwt/refresh", json={"refreshToken": tokens["refreshToken"]}).json()
        [account] = again.get("/auth/jwt/all-accounts", headers=bearer(renewed)).json()["accounts"]
        assert account["aaccountBalance"] == "2024.75"
        assert claims(renewed["accessToken"])["uid"] == claims(tokens["accessToken"])["uid"]
    assert cast("Seeded", fresh.venues["tradelocker"]).seed(
        {"email": "next@example.com", "password": "p", "server": "S"}
    ) == {"email": "next@example.com", "server": "S", "accounts": [7081]}


@pytest.mark.parametrize("change", [{"logins": []}, {"spent": {"x": "soon"}}, {"switches": None}])
def test_a_bad_snapshot_changes_nothing(
    http: httpx.Client, sandbox: Sandbox, change: dict[str, object]
) -> None:
    tokens = sign_in(http)
    saved = sandbox.venues["tradelocker"].snapshot()
    assert isinstance(saved, dict)
    with pytest.raises(SnapshotError):
        sandbox.venues["tradelocker"].restore({**saved, **change})
    assert http.get("/auth/jwt/all-accounts", headers=bearer(tokens)).status_code == 200


def test_spent_tokens_are_forgotten_when_they_would_have_run_out(
    http: httpx.Client, sandbox: Sandbox
) -> None:
    def spent() -> int:
        return len(cast("Any", sandbox.venues["tradelocker"].snapshot())["spent"])

    def refresh(token: str) -> str:
        renewed: str = http.post("/auth/jwt/refresh", json={"refreshToken": token}).json()["refreshToken"]
        return renewed

    refresh(refresh(sign_in(http)["refreshToken"]))
    assert spent() == 2
    sandbox.world.clock.advance(604800)
    refresh(sign_in(http)["refreshToken"])
    assert spent() == 1
