"""RabbitX on the wire: onboarding and rate limits."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from eth_account.messages import SignableMessage

from tests.sandbox.traders import (
    OTHER_KEY,
    OTHER_WALLET,
    WALLET,
    Connect,
    Trader,
    personal,
    refused,
    result,
    sign,
    typed,
)
from venuekit_sandbox import Sandbox


@pytest.fixture
def trader(connect: Connect, sandbox: Sandbox) -> Trader:
    return Trader(connect("/rabbitx"), sandbox)


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
    wrong_method = trader.http.get("/onboarding")
    refused(wrong_method, 405)
    assert wrong_method.headers["Allow"] == "POST"
    refused(trader.http.get("/nothing/here"), 404)


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
