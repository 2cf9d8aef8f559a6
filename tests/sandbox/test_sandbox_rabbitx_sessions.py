"""RabbitX on the wire: what a session can do, and how it is renewed."""

from __future__ import annotations

import hashlib
import hmac
import json

import httpx
import jwt
import pytest

from tests.sandbox.traders import (
    OTHER_KEY,
    OTHER_WALLET,
    WALLET,
    Connect,
    Trader,
    refresh_body,
    refused,
    result,
)
from venuekit_sandbox import Sandbox


@pytest.fixture
def trader(connect: Connect, sandbox: Sandbox) -> Trader:
    return Trader(connect("/rabbitx"), sandbox)


def test_account_by_cookie_header_and_key(trader: Trader, connect: Connect) -> None:
    got = result(trader.onboard())
    assert isinstance(got["apiSecret"], dict)
    assert result(trader.http.get("/account"))["wallet"] == WALLET  # the cookie
    fresh = connect("/rabbitx")
    refused(fresh.get("/account"), 401)
    by_header = fresh.get("/account", headers={"RBT-JWT": str(got["jwt"])})
    by_key = fresh.get("/account", headers={"RBT-API-KEY": got["apiSecret"]["Key"], "RBT-SIGNATURE": "any"})
    assert result(by_header) == result(by_key) == got["profile"]
    refused(fresh.get("/account", headers={"RBT-JWT": "nonsense"}), 401)
    assert refused(fresh.get("/account", headers={"RBT-API-KEY": "bm8="}), 401) == "NO_SUCH_KEY"
    assert (
        refused(fresh.get("/account", headers={"RBT-API-KEY": got["apiSecret"]["Key"], "EID": "bfx"}), 401)
        == "NO_SUCH_KEY"
    )
    refused(fresh.get("/account", headers={"RBT-JWT": str(got["jwt"]), "EID": "bfx"}), 401)


def test_profile_has_decimals_as_strings(trader: Trader) -> None:
    profile = result(trader.onboard())["profile"]
    assert isinstance(profile, dict)
    integers = {name for name, value in profile.items() if isinstance(value, int)}
    assert integers == {"id", "last_update", "last_liq_check"}
    assert not any(isinstance(value, float) for value in profile.values())
    assert profile["balance"] == "0"


def test_validate_needs_only_the_jwt(trader: Trader, connect: Connect, sandbox: Sandbox) -> None:
    token = str(result(trader.onboard(is_client=True))["jwt"])
    fresh = connect("/rabbitx")
    assert result(fresh.get("/account/validate", params={"jwt": token}))["wallet"] == WALLET
    refused(fresh.get("/account/validate"), 401)
    refused(fresh.get("/account/validate", params={"jwt": token + "x"}), 401)
    foreign = jwt.encode({"sub": "1", "exp": trader.soon}, "k" * 32)
    refused(fresh.get("/account/validate", params={"jwt": foreign}), 401)


def test_a_jwt_lives_48_hours_of_the_sandbox_clock(trader: Trader, sandbox: Sandbox) -> None:
    token = str(result(trader.onboard(is_client=True))["jwt"])
    claims = jwt.decode(token, options={"verify_signature": False})
    assert claims["exp"] - claims["iat"] == 48 * 3600
    sandbox.world.clock.advance(48 * 3600 - 2)
    result(trader.http.get("/account/validate", params={"jwt": token}))
    sandbox.world.clock.advance(3)
    assert "expired" in refused(trader.http.get("/account/validate", params={"jwt": token}), 401)


# renewing


def test_browser_refresh_rotates_all_three(trader: Trader, connect: Connect) -> None:
    old = result(trader.onboard(is_client=True))
    new = result(trader.write("/jwt", refresh_body(old["refreshToken"]), str(old["randomSecret"])))
    assert set(new) == {"jwt", "randomSecret", "refreshToken"}
    assert all(new[name] != old[name] for name in new)
    again = trader.write("/jwt", refresh_body(old["refreshToken"]), str(old["randomSecret"]))
    assert refused(again, 401) == "REFRESH_TOKEN_NOT_FOUND"
    crossed = trader.write("/jwt", refresh_body(new["refreshToken"]), str(old["randomSecret"]))
    assert "signature" in refused(crossed, 401)
    result(trader.write("/jwt", refresh_body(new["refreshToken"]), str(new["randomSecret"])))


def test_browser_refresh_works_after_the_jwt_ran_out(trader: Trader, sandbox: Sandbox) -> None:
    old = result(trader.onboard(is_client=True))
    sandbox.world.clock.advance(72 * 3600)
    refused(trader.http.get("/account", headers={"RBT-JWT": str(old["jwt"])}), 401)
    result(
        trader.write(
            "/jwt",
            refresh_body(old["refreshToken"]),
            str(old["randomSecret"]),
            headers={"RBT-JWT": str(old["jwt"])},
        )
    )
    assert result(trader.http.get("/account"))["wallet"] == WALLET  # the cookie was renewed


def test_a_refused_refresh_leaves_the_token_alive(trader: Trader) -> None:
    old = result(trader.onboard(is_client=True))
    refused(trader.write("/jwt", refresh_body(old["refreshToken"]), "0x" + "00" * 32), 401)
    result(trader.write("/jwt", refresh_body(old["refreshToken"]), str(old["randomSecret"])))


def test_somebody_elses_refresh_token(trader: Trader, connect: Connect, sandbox: Sandbox) -> None:
    mine = result(trader.onboard(is_client=True))
    other = Trader(connect("/rabbitx"), sandbox)
    result(other.onboard(wallet=OTHER_WALLET, key=OTHER_KEY, is_client=True))
    answer = other.write("/jwt", refresh_body(mine["refreshToken"]), str(mine["randomSecret"]))
    assert refused(answer, 403) == "NOT_YOUR_REFRESH_TOKEN"


def test_is_client_in_camel_case_counts_as_absent(trader: Trader) -> None:
    old = result(trader.onboard(is_client=True))
    body = json.dumps({"isClient": True, "refresh_token": old["refreshToken"]}).encode()
    refused(trader.write("/jwt", body, str(old["randomSecret"])), 401)


@pytest.mark.parametrize(
    "body", [b"{}", b'{"is_client": false}', b'{"is_client": false, "n": 1.0e3, "s": "\\u00fc"}']
)
def test_market_maker_refresh_gives_a_new_jwt(trader: Trader, body: bytes) -> None:
    old = result(trader.onboard())
    secret = old["apiSecret"]
    assert isinstance(secret, dict)
    raw = {"n": "1.0e3", "s": "\\u00fc"}
    members = {name: raw.get(name, json.dumps(value)) for name, value in json.loads(body).items()}
    at = trader.soon
    text = "".join(
        f"{n}={v}" for n, v in sorted({**members, "method": "POST", "path": "/jwt"}.items())
    ) + str(at)
    key = bytes.fromhex(secret["Secret"][2:])
    proof = hmac.digest(key, hashlib.sha256(text.encode()).digest(), "sha256").hex()
    headers = {"RBT-API-KEY": secret["Key"], "RBT-TS": str(at), "RBT-SIGNATURE": f"0x{proof}"}
    new = result(trader.http.post("/jwt", content=body, headers=headers))
    assert set(new) == {"jwt"}
    assert new["jwt"] != old["jwt"]


def test_the_path_may_be_signed_with_the_mount(trader: Trader) -> None:
    secret = result(trader.onboard())["apiSecret"]
    assert isinstance(secret, dict)
    at = trader.soon
    text = f"is_client=falsemethod=POSTpath=/rabbitx/jwt{at}"
    proof = hmac.digest(bytes.fromhex(secret["Secret"][2:]), hashlib.sha256(text.encode()).digest(), "sha256")
    headers = {"RBT-API-KEY": secret["Key"], "RBT-TS": str(at), "RBT-SIGNATURE": f"0x{proof.hex()}"}
    result(trader.http.post("/jwt", content=b'{"is_client":false}', headers=headers))


def test_writes_need_a_signature_in_time(trader: Trader) -> None:
    secret = result(trader.onboard())["apiSecret"]
    assert isinstance(secret, dict)
    key = {"RBT-API-KEY": secret["Key"]}
    body = b'{"is_client": false}'
    result(trader.write("/jwt", body, secret["Secret"], headers=key))
    refused(trader.http.post("/jwt", content=body, headers=key), 400)
    refused(trader.http.post("/jwt", content=body, headers={**key, "RBT-TS": str(trader.soon)}), 401)
    refused(trader.write("/jwt", body, "0x" + "ab" * 32, headers=key), 401)
    assert "expired" in refused(
        trader.write("/jwt", body, secret["Secret"], headers=key, at=trader.soon - 120), 401
    )
    refused(trader.write("/jwt", body, secret["Secret"], headers=key, at=trader.soon + 1000), 401)
    refused(trader.write("/jwt", body, secret["Secret"]), 401)  # no key


def test_api_keys_run_out(trader: Trader, sandbox: Sandbox) -> None:
    first = result(trader.onboard())["apiSecret"]
    assert isinstance(first, dict)
    sandbox.world.clock.advance(first["Expiration"] - sandbox.world.clock.now() + 1)
    answer = trader.http.get("/account", headers={"RBT-API-KEY": first["Key"]})
    assert refused(answer, 401) == "KEY_EXPIRED"
    second = result(trader.onboard())["apiSecret"]
    assert isinstance(second, dict)
    assert second["Key"] != first["Key"]


def test_secrets_refresh_rotates_the_key_pair(trader: Trader, control: httpx.Client) -> None:
    result(trader.onboard())
    made = control.post("/rabbitx/secrets", json={"wallet": WALLET}).json()
    old = made["api_secret"]
    body = json.dumps({"refresh_token": made["refresh_token"]}).encode()
    headers = {"RBT-API-KEY": old["Key"]}
    refused(trader.http.post("/secrets/refresh", content=body, headers=headers), 400)
    new = result(trader.write("/secrets/refresh", body, old["Secret"], headers=headers))
    assert set(new) == {
        "api_secret", "jwt_private", "jwt_public", "refresh_token", "allowed_ip_list", "created_at",
    }  # fmt: skip
    assert isinstance(new["api_secret"], dict)
    assert new["api_secret"]["Key"] != old["Key"]
    assert refused(trader.http.get("/account", headers=headers), 401) == "NO_SUCH_KEY"
    fresh = {"RBT-API-KEY": new["api_secret"]["Key"]}
    result(trader.http.get("/account", headers=fresh))
    result(trader.http.get("/account", headers={"RBT-JWT": str(new["jwt_private"])}))
    refused(trader.http.get("/account", headers={"RBT-JWT": str(new["jwt_public"])}), 401)
    spent = trader.write("/secrets/refresh", body, new["api_secret"]["Secret"], headers=fresh)
    assert refused(spent, 401) == "REFRESH_TOKEN_NOT_FOUND"


def test_secrets_refresh_with_the_wrong_refresh_token(trader: Trader, control: httpx.Client) -> None:
    browser = result(trader.onboard(is_client=True))
    mine = control.post("/rabbitx/secrets", json={"wallet": WALLET}).json()["api_secret"]
    result(trader.onboard(wallet=OTHER_WALLET, key=OTHER_KEY))
    theirs = control.post("/rabbitx/secrets", json={"wallet": OTHER_WALLET}).json()["refresh_token"]
    headers = {"RBT-API-KEY": mine["Key"]}

    def attempt(token: object) -> httpx.Response:
        body = json.dumps({"refresh_token": token}).encode()
        return trader.write("/secrets/refresh", body, mine["Secret"], headers=headers)

    assert refused(attempt(browser["refreshToken"]), 403) == "NO_API_KEY_FOR_REFRESH_TOKEN"
    assert refused(attempt(theirs), 403) == "NOT_YOUR_REFRESH_TOKEN"
    assert refused(attempt("nothing"), 401) == "REFRESH_TOKEN_NOT_FOUND"


def test_other_spellings_of_the_refresh_answer(trader: Trader, control: httpx.Client) -> None:
    control.post("/rabbitx/switches", json={"snake_case_jwt_answer": True, "bare_jwt_answer": True})
    browser = result(trader.onboard(is_client=True))
    new = result(trader.write("/jwt", refresh_body(browser["refreshToken"]), str(browser["randomSecret"])))
    assert set(new) == {"jwt", "random_secret", "refresh_token"}
    secret = result(trader.onboard())["apiSecret"]
    assert isinstance(secret, dict)
    answer = trader.write("/jwt", b"{}", secret["Secret"], headers={"RBT-API-KEY": secret["Key"]})
    assert isinstance(answer.json()["result"][0], str)


def test_method_and_path_in_a_body_and_a_body_on_get_are_tolerated(trader: Trader) -> None:
    secret = result(trader.onboard())["apiSecret"]
    assert isinstance(secret, dict)
    key = {"RBT-API-KEY": secret["Key"]}
    body = b'{"method": "POST", "path": "/jwt", "is_client": false}'
    result(trader.write("/jwt", body, secret["Secret"], headers=key))
    result(trader.http.request("GET", "/account", content=b"{}", headers=key))
