"""TradeLocker on the wire."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import httpx
import jwt
import pytest

from venuekit_sandbox import Sandbox

Connect = Callable[[str], httpx.Client]
DEMO = {"email": "demo@example.com", "password": "sandbox-password", "server": "SANDBOX"}


@pytest.fixture
def http(connect: Connect) -> httpx.Client:
    return connect("/tradelocker/backend-api")


def sign_in(http: httpx.Client, **login: str) -> dict[str, str]:
    answer = http.post("/auth/jwt/token", json=DEMO | login)
    assert answer.status_code == 201, answer.text
    tokens: dict[str, str] = answer.json()
    return tokens


def bearer(tokens: dict[str, str], **more: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {tokens['accessToken']}"} | more


def claims(token: str) -> dict[str, object]:
    found: dict[str, object] = jwt.decode(token, options={"verify_signature": False})
    return found


def refused(response: httpx.Response, status: int) -> None:
    assert response.status_code == status, response.text
    assert set(response.json()) == {"statusCode", "message", "error"}
    assert response.json()["statusCode"] == status


def trade_refused(response: httpx.Response, status: int) -> None:
    assert response.status_code == status, response.text
    assert set(response.json()) == {"s", "errmsg"}
    assert response.json()["s"] == "error"


def test_tokens_are_jwts_of_the_documented_claims(http: httpx.Client) -> None:
    tokens = sign_in(http)
    assert set(tokens) == {"accessToken", "refreshToken", "expireDate"}
    access, refresh = claims(tokens["accessToken"]), claims(tokens["refreshToken"])
    for found, kind, life in ((access, "access_token", 3600), (refresh, "refresh_token", 604800)):
        assert found["iss"] == "tradelocker-api"
        assert found["aud"] == "tradelocker-api-traders"
        assert found["type"] == kind
        assert {"sub", "uid", "brand"} <= set(found)
        assert isinstance(found["exp"], int) and isinstance(found["iat"], int)
        assert found["exp"] - found["iat"] == life
    assert tokens["expireDate"].endswith(".000Z")
    assert datetime.fromisoformat(tokens["expireDate"]).timestamp() == access["exp"]


@pytest.mark.parametrize(
    "wrong", [{"password": "no"}, {"server": "LIVE"}, {"email": "nobody@example.com"}, {"server": "sandbox"}]
)
def test_wrong_credentials_are_403(http: httpx.Client, wrong: dict[str, str]) -> None:
    refused(http.post("/auth/jwt/token", json=DEMO | wrong), 403)


@pytest.mark.parametrize("body", [{}, {"email": "a"}, DEMO | {"server": 5}, DEMO | {"more": 1}, []])
def test_malformed_requests_are_400(http: httpx.Client, body: object) -> None:
    refused(http.post("/auth/jwt/token", json=body), 400)


def test_other_refusals(http: httpx.Client) -> None:
    refused(http.post("/auth/jwt/token", content=b"<xml/>"), 400)
    refused(http.get("/auth/jwt/token"), 404)
    refused(http.get("/nothing"), 404)


def test_refresh_gives_two_new_tokens_once(http: httpx.Client) -> None:
    first = sign_in(http)
    answer = http.post("/auth/jwt/refresh", json={"refreshToken": first["refreshToken"]})
    assert answer.status_code == 201
    second = answer.json()
    assert second["accessToken"] != first["accessToken"]
    assert second["refreshToken"] != first["refreshToken"]
    refused(http.post("/auth/jwt/refresh", json={"refreshToken": first["refreshToken"]}), 401)
    assert http.post("/auth/jwt/refresh", json={"refreshToken": second["refreshToken"]}).status_code == 201
    for tokens in (first, second):
        assert http.get("/auth/jwt/all-accounts", headers=bearer(tokens)).status_code == 200


def test_what_is_no_refresh_token(http: httpx.Client, sandbox: Sandbox) -> None:
    tokens = sign_in(http)
    for wrong in ("", "nonsense", tokens["accessToken"]):
        refused(http.post("/auth/jwt/refresh", json={"refreshToken": wrong}), 400)
    refused(http.post("/auth/jwt/refresh", json={}), 400)
    sandbox.world.clock.advance(604800)
    refused(http.post("/auth/jwt/refresh", json={"refreshToken": tokens["refreshToken"]}), 401)


def test_all_accounts_is_bare_and_textual(http: httpx.Client) -> None:
    headers = bearer(sign_in(http), **{"developer-api-key": "anything"})
    answer = http.get("/auth/jwt/all-accounts", params={"ref": "py", "v": "1"}, headers=headers)
    assert answer.status_code == 200
    assert list(answer.json()) == ["accounts"]
    [account] = answer.json()["accounts"]
    assert set(account) == {"id", "name", "currency", "status", "accNum", "accountBalance"}
    assert account["id"].isdigit() and account["accNum"].isdigit()
    assert account["accountBalance"] == "2024.75"


def test_documented_spelling_of_the_balance(http: httpx.Client, control: httpx.Client) -> None:
    control.post("/tradelocker/switches", json={"documented_balance": True})
    [account] = http.get("/auth/jwt/all-accounts", headers=bearer(sign_in(http))).json()["accounts"]
    assert account["aaccountBalance"] == "2024.75"
    assert "accountBalance" not in account


def test_bearers(http: httpx.Client, sandbox: Sandbox) -> None:
    tokens = sign_in(http)
    refused(http.get("/auth/jwt/all-accounts"), 401)
    refused(http.get("/auth/jwt/all-accounts", headers={"Authorization": "Bearer x"}), 401)
    refused(
        http.get("/auth/jwt/all-accounts", headers={"Authorization": f"Bearer {tokens['refreshToken']}"}), 401
    )
    trade_refused(http.get("/trade/config", headers={"accNum": "1"}), 401)
    sandbox.world.clock.advance(3599)
    assert http.get("/auth/jwt/all-accounts", headers=bearer(tokens)).status_code == 200
    sandbox.world.clock.advance(1)
    refused(http.get("/auth/jwt/all-accounts", headers=bearer(tokens)), 401)


def test_revoked_access_is_401_and_refresh_still_works(http: httpx.Client, control: httpx.Client) -> None:
    tokens = sign_in(http)
    assert control.post("/tradelocker/revoke", json={"email": DEMO["email"], "server": "SANDBOX"}).is_success
    refused(http.get("/auth/jwt/all-accounts", headers=bearer(tokens)), 401)
    new = http.post("/auth/jwt/refresh", json={"refreshToken": tokens["refreshToken"]}).json()
    assert http.get("/auth/jwt/all-accounts", headers=bearer(new)).status_code == 200


@pytest.mark.parametrize("path", ["/trade/config", "/trade/accounts", "/trade/accounts/7080/state"])
def test_trade_needs_acc_num(http: httpx.Client, path: str) -> None:
    tokens = sign_in(http)
    trade_refused(http.get(path, headers=bearer(tokens)), 400)
    trade_refused(http.get(path, headers=bearer(tokens, accNum="one")), 400)
    trade_refused(http.get(path, headers=bearer(tokens, accNum="2")), 404)
    answer = http.get(path, params={"ref": "x"}, headers=bearer(tokens, accNum="1"))
    assert answer.status_code == 200
    assert set(answer.json()) == {"s", "d"}
    assert answer.json()["s"] == "ok"


def test_state_is_in_the_order_of_the_columns(http: httpx.Client) -> None:
    headers = bearer(sign_in(http), accNum="1")
    config = http.get("/trade/config", headers=headers).json()["d"]
    assert set(config) == {
        "customerAccess", "positionsConfig", "ordersConfig", "ordersHistoryConfig", "filledOrdersConfig",
        "accountDetailsConfig", "limits", "rateLimits",
    }  # fmt: skip
    columns = [column["id"] for column in config["accountDetailsConfig"]["columns"]]
    values = http.get("/trade/accounts/7080/state", headers=headers).json()["d"]["accountDetailsData"]
    state = dict(zip(columns, values, strict=True))
    assert state["balance"] == 2024.75
    assert state["positionsCount"] == 0
    [account] = http.get("/trade/accounts", headers=headers).json()["d"]
    assert account["id"] == "7080"
    trade_refused(http.get("/trade/accounts/1/state", headers=headers), 404)


def test_seeded_logins(http: httpx.Client, control: httpx.Client) -> None:
    login = {"email": "two@example.com", "password": "p", "server": "BROKER"}
    accounts = [{"balance": "1.50", "currency": "EUR"}, {"id": 99, "accNum": "7", "name": "Second"}]
    assert control.post("/tradelocker/logins", json={**login, "accounts": accounts}).is_success
    tokens = sign_in(http, **login)
    first, second = http.get("/auth/jwt/all-accounts", headers=bearer(tokens)).json()["accounts"]
    assert (first["currency"], first["accountBalance"], first["accNum"]) == ("EUR", "1.50", "1")
    assert (second["id"], second["accNum"], second["name"]) == ("99", "7", "Second")
    state = http.get("/trade/accounts/99/state", headers=bearer(tokens, accNum="7"))
    assert state.status_code == 200
    assert len(http.get("/auth/jwt/all-accounts", headers=bearer(sign_in(http))).json()["accounts"]) == 1


def test_a_replaced_login_loses_its_tokens(http: httpx.Client, control: httpx.Client) -> None:
    tokens = sign_in(http)
    control.post("/tradelocker/logins", json={**DEMO, "password": "new"})
    refused(http.get("/auth/jwt/all-accounts", headers=bearer(tokens)), 401)
    refused(http.post("/auth/jwt/refresh", json={"refreshToken": tokens["refreshToken"]}), 401)
    refused(http.post("/auth/jwt/token", json=DEMO), 403)
