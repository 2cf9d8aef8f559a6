"""RabbitX on the wire."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from typing import Any

import httpx
import jwt
import pytest
from eth_account import Account
from eth_account.messages import SignableMessage, encode_defunct, encode_typed_data

from tests.sandbox.callers import WELCOME
from venuekit_sandbox import Sandbox

Connect = Callable[[str], httpx.Client]

KEY = "0x" + "11" * 32
OTHER_KEY = "0x" + "22" * 32
WALLET = Account.from_key(KEY).address
OTHER_WALLET = Account.from_key(OTHER_KEY).address


def personal(at: int, brand: str = "RabbitX") -> SignableMessage:
    return encode_defunct(text=f"{WELCOME.format(brand)}\n{at}")


def typed(at: int, *, chain: int = 1, domain: str = "RabbitXId", brand: str = "RabbitX") -> SignableMessage:
    return encode_typed_data(
        {"name": domain, "version": "1", "chainId": chain},
        {"signin": [{"name": "message", "type": "string"}, {"name": "timestamp", "type": "uint256"}]},
        {"message": WELCOME.format(brand), "timestamp": at},
    )


def sign(message: SignableMessage, key: str = KEY) -> str:
    return f"0x{Account.sign_message(message, key).signature.hex()}"


class Trader:
    """A client that can onboard and sign writes, with its own arithmetic."""

    def __init__(self, http: httpx.Client, sandbox: Sandbox) -> None:
        self.http = http
        self._sandbox = sandbox

    @property
    def soon(self) -> int:
        return int(self._sandbox.world.clock.now()) + 60

    def onboard(
        self,
        *,
        message: SignableMessage | None = None,
        key: str = KEY,
        headers: Mapping[str, str] | None = None,
        **body: object,
    ) -> httpx.Response:
        at = self.soon
        body = {"wallet": WALLET, "signature": sign(message or personal(at), key)} | body
        return self.http.post("/onboarding", json=body, headers={"RBT-TS": str(at)} | dict(headers or {}))

    def write(
        self,
        path: str,
        body: bytes,
        secret: str,
        *,
        at: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        at = self.soon if at is None else at
        fields = {name: json.dumps(value) for name, value in json.loads(body).items()}
        fields |= {"method": '"POST"', "path": f'"{path}"'}
        text = "".join(f"{name}={value.strip(chr(34))}" for name, value in sorted(fields.items())) + str(at)
        digest = hmac.digest(bytes.fromhex(secret[2:]), hashlib.sha256(text.encode()).digest(), "sha256")
        signed = {"RBT-TS": str(at), "RBT-SIGNATURE": f"0x{digest.hex()}"} | dict(headers or {})
        return self.http.post(path, content=body, headers=signed)


@pytest.fixture
def trader(connect: Connect, sandbox: Sandbox) -> Trader:
    return Trader(connect("/rabbitx"), sandbox)


def result(response: httpx.Response) -> dict[str, object]:
    body = response.json()
    assert response.status_code == 200, body
    assert body["success"] is True
    assert body["error"] == ""
    [only] = body["result"]
    assert isinstance(only, dict)
    return only


def refused(response: httpx.Response, status: int) -> str:
    body = response.json()
    assert response.status_code == status, body
    assert body["success"] is False
    assert body["result"] == []
    assert body["error"]
    return str(body["error"])


def refresh_body(token: object) -> bytes:
    return json.dumps({"is_client": True, "refresh_token": token}).encode()


# onboarding


@pytest.mark.parametrize("kind", [personal, typed])
def test_browser_mode(trader: Trader, kind: Callable[[int], SignableMessage]) -> None:
    answer = trader.onboard(message=kind(trader.soon), is_client=True)
    assert set(result(answer)) == {"profile", "jwt", "refreshToken", "randomSecret"}
    assert str(result(answer)["randomSecret"]).startswith("0x")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"jwt={result(answer)['jwt']};")
    assert "secure" not in cookie.lower()


@pytest.mark.parametrize("kind", [personal, typed])
@pytest.mark.parametrize("mode", [{}, {"is_client": False}, {"isClient": True}])
def test_market_maker_mode(
    trader: Trader, kind: Callable[[int], SignableMessage], mode: dict[str, Any]
) -> None:
    answer = trader.onboard(message=kind(trader.soon), **mode)
    got = result(answer)
    assert set(got) == {"profile", "jwt", "apiSecret"}
    assert isinstance(got["apiSecret"], dict)
    assert set(got["apiSecret"]) == {"Key", "ProfileID", "Secret", "Tag", "Expiration", "Status"}
    assert "jwt" in answer.cookies


def test_onboarding_is_idempotent_by_wallet(trader: Trader) -> None:
    first, again = result(trader.onboard()), result(trader.onboard(wallet=WALLET.lower()))
    assert again["profile"] == first["profile"]
    assert again["apiSecret"] == first["apiSecret"]
    other = result(trader.onboard(wallet=OTHER_WALLET, key=OTHER_KEY))
    assert isinstance(other["profile"], dict) and isinstance(first["profile"], dict)
    assert other["profile"]["id"] != first["profile"]["id"]


@pytest.mark.parametrize(
    ("eid", "chain", "domain", "brand"),
    [
        ("rbx", 1, "RabbitXId", "RabbitX"),
        ("rbx", 11155111, "RabbitXId", "RabbitX"),
        ("bfx", 81457, "BfxId", "Bfx"),
        ("bfx", 59144, "BfxId", "Bfx"),
        ("bfx", 168587773, "BfxId", "Bfx"),
        ("rbx_arbitrum", 42161, "RabbitXId", "RabbitX"),
        ("rbx_base", 8453, "RabbitXId", "RabbitX"),
        ("rbx_sonic", 146, "RabbitXId", "RabbitX"),
    ],
)
def test_every_network(trader: Trader, eid: str, chain: int, domain: str, brand: str) -> None:
    good = typed(trader.soon, chain=chain, domain=domain, brand=brand)
    result(trader.onboard(message=good, headers={"EID": eid}))
    result(trader.onboard(message=personal(trader.soon, brand), headers={"EID": eid}))
    wrong = typed(trader.soon, chain=chain + 1, domain=domain, brand=brand)
    refused(trader.onboard(message=wrong, headers={"EID": eid}), 401)
    wrong = typed(trader.soon, chain=chain, domain="OtherId", brand=brand)
    refused(trader.onboard(message=wrong, headers={"EID": eid}), 401)


def test_recovery_byte_may_be_small_or_large(trader: Trader) -> None:
    signature = sign(personal(trader.soon))
    small = f"{signature[:-2]}{int(signature[-2:], 16) - 27:02x}"
    result(trader.onboard(signature=small))
    refused(trader.onboard(signature=f"{signature[:-2]}1d"), 401)


def test_somebody_elses_wallet_is_refused(trader: Trader) -> None:
    refused(trader.onboard(key=OTHER_KEY), 401)
    refused(trader.onboard(key=OTHER_KEY, profile_type="trader"), 401)


def test_a_vault_is_signed_for_by_another_wallet(trader: Trader) -> None:
    got = result(trader.onboard(wallet="0x" + "ab" * 20, profile_type="vault"))
    assert isinstance(got["profile"], dict)
    assert got["profile"]["profile_type"] == "vault"
    refused(trader.onboard(wallet="0x" + "ab" * 20, profile_type="vault", signature="0x" + "00" * 65), 401)


@pytest.mark.parametrize(("ahead", "status"), [(-1, 401), (0, 200), (600, 200), (601, 401)])
def test_the_timestamp_is_an_expiry(trader: Trader, sandbox: Sandbox, ahead: int, status: int) -> None:
    sandbox.world.clock.freeze(float(int(sandbox.world.clock.now()) + 1))
    at = int(sandbox.world.clock.now()) + ahead
    answer = trader.onboard(message=personal(at), headers={"RBT-TS": str(at)})
    assert answer.status_code == status, answer.text


def test_the_timestamp_is_signed(trader: Trader) -> None:
    refused(trader.onboard(headers={"RBT-TS": str(trader.soon + 1)}), 401)


@pytest.mark.parametrize("sent", ["", "soon", "1.7e9", "-5", "9" * 30])
def test_malformed_timestamps(trader: Trader, sent: str) -> None:
    refused(trader.onboard(headers={"RBT-TS": sent}), 400)


@pytest.mark.parametrize(
    "body",
    [
        {"wallet": "0x12"},
        {"wallet": WALLET[2:]},
        {"wallet": None},
        {"is_client": "true"},
        {"profile_type": "whale"},
        {"meta": []},
    ],
)
def test_malformed_requests(trader: Trader, body: dict[str, Any]) -> None:
    refused(trader.onboard(**body), 400)


def test_what_is_tolerated(trader: Trader) -> None:
    at = trader.soon
    body = {"wallet": WALLET, "signature": sign(personal(at)), "extra": {"a": [1]}, "meta": {"any": 1}}
    headers = {"RBT-TS": str(at), "RBT-PK-TS": str(at), "RBT-PK-SIGNATURE": "0x"}
    result(trader.http.post("/onboarding", content=json.dumps(body).encode(), headers=headers))


def test_other_refusals(trader: Trader) -> None:
    refused(trader.onboard(headers={"EID": "dogecoin"}), 400)
    refused(trader.http.post("/onboarding", content=b"{", headers={"RBT-TS": str(trader.soon)}), 400)
    refused(trader.http.post("/onboarding", content=b"[]", headers={"RBT-TS": str(trader.soon)}), 400)
    refused(trader.http.get("/onboarding"), 404)
    refused(trader.http.get("/nothing/here"), 404)


# afterwards


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


# limits


def test_twelve_onboardings_a_minute(trader: Trader, sandbox: Sandbox) -> None:
    for left in range(1100, -1, -100):
        answer = trader.onboard(signature="0x")
        assert answer.status_code == 401
        assert answer.headers["X-RateLimit-Limit"] == "1200"
        assert answer.headers["X-RateLimit-Remaining"] == str(left)
    sandbox.world.clock.advance(20)
    over = trader.onboard()
    refused(over, 429)
    assert over.headers["X-RateLimit-Retry-After"] == "40"
    assert "Retry-After" not in over.headers
    refused(trader.http.get("/account"), 429)
    sandbox.world.clock.advance(float(over.headers["X-RateLimit-Retry-After"]))
    result(trader.onboard())


def test_other_calls_cost_less(trader: Trader) -> None:
    costs = []
    left = 1200
    for path in ("/account", "/account/validate", "/nothing"):
        now = int(trader.http.get(path).headers["X-RateLimit-Remaining"])
        costs.append(left - now)
        left = now
    assert costs == [20, 10, 10]


def test_limits_can_be_switched_off(trader: Trader, control: httpx.Client) -> None:
    control.post("/rabbitx/switches", json={"rate_limits": False})
    for _ in range(14):
        assert trader.onboard(signature="0x").status_code == 401
