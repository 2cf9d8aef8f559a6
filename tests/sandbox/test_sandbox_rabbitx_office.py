"""RabbitX's back office: keys, vault roles, pages, switches, seeds, magic wallets, snapshots."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Protocol, cast

import httpx
import pytest
from eth_account import Account
from eth_account.messages import encode_defunct

from tests.sandbox.conftest import InProcess
from tests.sandbox.traders import (
    KEY,
    OTHER_KEY,
    OTHER_WALLET,
    WALLET,
    Connect,
    Trader,
    refresh_body,
    refused,
    result,
    sign,
)
from venuekit_sandbox import Sandbox
from venuekit_sandbox.control import ControlError
from venuekit_sandbox.snapshots import SnapshotError

VAULT = "0x" + "ab" * 20
# The last three accounts of the public test mnemonic of Hardhat and Anvil.
EXPIRED = "0x689af8efa8c651a91ad287602527f3af2fe9f6501a7ac4b061667b5a93e037fd"
ELSEWHERE = "0xde9be858da4a475276426320d5e9262ecfc3ba460bfac56360bfa6c4c28b4ee0"
FULL = "0xdf57089febbacf7ba0bc227dafbffa9fc08a93fdc68e1e42411a14efcf23656e"


class Seeded(Protocol):
    def seed(self, item: Mapping[str, object]) -> object: ...


@pytest.fixture
def trader(connect: Connect, sandbox: Sandbox) -> Trader:
    return Trader(connect("/rabbitx"), sandbox)


def made(response: httpx.Response) -> Any:
    assert response.status_code == 200, response.text
    return response.json()


def api_secret(trader: Trader, **onboard: Any) -> dict[str, Any]:
    found = result(trader.onboard(**onboard))["apiSecret"]
    assert isinstance(found, dict)
    return found


# switches


def test_switches_are_shown_and_reset(control: httpx.Client) -> None:
    defaults = made(control.get("/rabbitx/switches"))
    assert defaults["rate_limits"] is True
    assert defaults["strict_docs"] is False
    changed = made(control.post("/rabbitx/switches", json={"strict_docs": True}))
    assert changed == {**defaults, "strict_docs": True} == made(control.get("/rabbitx/switches"))
    control.post("/reset")
    assert made(control.get("/rabbitx/switches")) == defaults


@pytest.mark.parametrize(
    "wrong",
    [{"nothing": True}, {"strict_docs": 1}, {"onboarding_message": None}, {"onboarding_message": "\ud800"}],
)
def test_a_refused_switch_changes_nothing(control: httpx.Client, wrong: dict[str, object]) -> None:
    body = json.dumps({"rate_limits": False, **wrong})
    assert control.post("/rabbitx/switches", content=body).status_code == 400
    assert made(control.get("/rabbitx/switches"))["rate_limits"] is True


def test_strict_docs(trader: Trader, control: httpx.Client) -> None:
    made(control.post("/rabbitx/switches", json={"strict_docs": True}))
    answer = trader.onboard(is_client=True)
    assert set(answer.json()) == {"success", "error", "pagination", "result"}
    assert answer.json()["pagination"] == {"limit": 50, "order": "DESC", "page": 0, "total": 1}
    profile = result(answer)["profile"]
    assert isinstance(profile, dict)
    assert profile["balance"] == 0 and profile["leverage"] == {"BTC-USD": 1, "ETH-USD": 1}
    assert not {"mmf_total", "acmf_total", "tier_status"} & set(profile)
    assert "signature" in refused(trader.onboard(signature="0x"), 200)
    refused(trader.http.get("/nothing"), 404)
    secret = api_secret(trader)
    bare = trader.write("/jwt", b"{}", secret["Secret"], headers={"RBT-API-KEY": secret["Key"]})
    assert isinstance(bare.json()["result"][0], str)


def test_fields_of_published_clients_are_there(trader: Trader) -> None:
    answer = trader.onboard()
    assert answer.json()["request_id"]
    profile = result(answer)["profile"]
    assert isinstance(profile, dict)
    assert {"mmf_total", "acmf_total", "tier_status"} <= set(profile)


def test_another_onboarding_message(trader: Trader, control: httpx.Client) -> None:
    made(control.post("/rabbitx/switches", json={"onboarding_message": "Hello {brand}!"}))
    old = encode_defunct(text=f"Hello RabbitX!\n{trader.soon}")
    result(trader.onboard(message=old))
    refused(trader.onboard(), 401)
    made(control.post("/rabbitx/switches", json={"onboarding_message": ""}))
    refused(trader.onboard(message=old), 401)
    result(trader.onboard())


# keys


def test_a_profile_has_ten_keys_at_most(trader: Trader, control: httpx.Client, sandbox: Sandbox) -> None:
    made(control.post("/rabbitx/switches", json={"key_per_onboarding": True, "rate_limits": False}))
    keys = [api_secret(trader) for _ in range(10)]
    assert len({key["Key"] for key in keys}) == 10
    assert refused(trader.onboard(), 403) == "MAX_SECRETS_EXCEED"
    assert control.post("/rabbitx/secrets", json={"wallet": WALLET}).status_code == 409
    result(trader.onboard(wallet=OTHER_WALLET, key=OTHER_KEY))
    sandbox.world.clock.advance(keys[0]["Expiration"] - sandbox.world.clock.now())
    assert api_secret(trader)["Key"] not in {key["Key"] for key in keys}


def test_a_key_for_other_addresses(trader: Trader, control: httpx.Client) -> None:
    result(trader.onboard(is_client=True))
    body = {"wallet": WALLET, "allowed_ips": ["192.0.2.10"]}
    key = made(control.post("/rabbitx/secrets", json=body))
    assert key["allowed_ip_list"] == ["192.0.2.10"]
    answer = trader.http.get("/account", headers={"RBT-API-KEY": key["api_secret"]["Key"]})
    assert refused(answer, 403) == "NOT_ALLOWED_FOR_IP"
    here = made(control.post("/rabbitx/secrets", json={"wallet": WALLET, "allowed_ips": ["127.0.0.1"]}))
    result(trader.http.get("/account", headers={"RBT-API-KEY": here["api_secret"]["Key"]}))


def test_a_key_beside_the_jwt_of_another_profile(trader: Trader) -> None:
    mine = api_secret(trader)
    theirs = result(trader.onboard(wallet=OTHER_WALLET, key=OTHER_KEY, is_client=True))
    headers = {"RBT-API-KEY": mine["Key"], "RBT-JWT": str(theirs["jwt"])}
    assert refused(trader.http.get("/account", headers=headers), 403) == "NOT_YOUR_KEY"


def test_keys_and_sessions_are_forgotten_in_the_end(trader: Trader, sandbox: Sandbox) -> None:
    key, session = api_secret(trader), result(trader.onboard(is_client=True))
    days = 24 * 3600
    sandbox.world.clock.advance(100 * days)
    headers = {"RBT-API-KEY": key["Key"]}
    assert refused(trader.http.get("/account", headers=headers), 401) == "KEY_EXPIRED"
    late = trader.write("/jwt", refresh_body(session["refreshToken"]), str(session["randomSecret"]))
    assert refused(late, 401) == "REFRESH_TOKEN_NOT_FOUND"
    sandbox.world.clock.advance(100 * days)
    result(trader.onboard(is_client=True))
    assert refused(trader.http.get("/account", headers=headers), 401) == "NO_SUCH_KEY"
    assert len(cast("Any", sandbox.venues["rabbitx"].snapshot())["logins"]) == 1


# vaults


def test_roles_on_a_vault(trader: Trader, control: httpx.Client) -> None:
    roles = {"wallet": VAULT, "signers": [OTHER_WALLET]}
    made(control.post("/rabbitx/vaults", json=roles))
    refused(trader.onboard(wallet=VAULT, profile_type="vault"), 401)
    got = result(trader.onboard(wallet=VAULT, profile_type="vault", key=OTHER_KEY))
    assert isinstance(got["profile"], dict) and got["profile"]["wallet"] == VAULT
    refused(trader.onboard(wallet=VAULT, key=OTHER_KEY), 401)  # as a trader it signs for itself
    made(control.post("/rabbitx/switches", json={"vault_roles": True}))
    refused(trader.onboard(wallet="0x" + "cd" * 20, profile_type="vault"), 401)


def test_a_traders_wallet_is_no_vault(trader: Trader) -> None:
    result(trader.onboard())
    refused(trader.onboard(profile_type="vault", key=OTHER_KEY), 400)


# pages


def test_pages_of_orders_positions_and_notifications(trader: Trader, control: httpx.Client) -> None:
    result(trader.onboard())
    body = {"wallet": WALLET, "orders": 120, "positions": 3, "notifications": 51}
    assert made(control.post("/rabbitx/activity", json=body)) == {
        "orders": 120, "positions": 3, "notifications": 51,
    }  # fmt: skip
    first = trader.http.get("/account").json()
    assert first["pagination"] == {
        "limit": 50, "order": "DESC", "page": 0, "total": 120, "has_next_page": True,
    }  # fmt: skip
    seen: list[str] = []
    for number in range(3):
        page = trader.http.get("/account", params={"p_page": number}).json()
        seen += [order["client_order_id"] for order in page["result"][0]["orders"]]
        assert page["pagination"]["has_next_page"] is (number < 2)
        assert len(page["result"][0]["profile_notifications"]) == (50, 1, 0)[number]
        assert len(page["result"][0]["positions"]) == (3, 0, 0)[number]
    assert seen == [f"order-{n}" for n in range(120, 0, -1)]
    params = {"p_limit": "1000", "p_order": "ASC"}
    whole = trader.http.get("/account", params=params).json()
    assert [order["client_order_id"] for order in whole["result"][0]["orders"]] == seen[::-1]
    assert whole["pagination"]["has_next_page"] is False
    position = whole["result"][0]["positions"][0]
    assert position["id"] == f"pos-BTC-USD-tr-{position['profile_id']}"
    assert position["stop_loss"] is None and position["take_profit"] is None
    assert isinstance(position["size"], str)


def test_no_pagination_where_nothing_is_cut(trader: Trader) -> None:
    answer = trader.onboard()
    assert "pagination" not in answer.json()
    assert "pagination" not in trader.http.get("/account").json()


@pytest.mark.parametrize(
    "params",
    [
        {"p_page": "-1"},
        {"p_page": "x"},
        {"p_limit": "0"},
        {"p_limit": "1001"},
        {"p_order": "asc"},
        {"p_page": "9" * 20},
    ],
)
def test_pages_that_do_not_exist(trader: Trader, params: dict[str, str]) -> None:
    result(trader.onboard())
    refused(trader.http.get("/account", params=params), 400)


# seeds


def seed(sandbox: Sandbox, **item: object) -> Any:
    return cast("Seeded", sandbox.venues["rabbitx"]).seed(item)


def test_a_seeded_wallet_can_sign_at_once(trader: Trader, sandbox: Sandbox) -> None:
    got = seed(sandbox, wallet=WALLET, eid="bfx", balance="12.50", orders=2)
    secret = got["secrets"]["api_secret"]
    headers = {"RBT-API-KEY": secret["Key"], "EID": "bfx"}
    result(trader.write("/jwt", b"{}", secret["Secret"], headers=headers))
    profile = result(trader.http.get("/account", headers=headers))
    assert profile["balance"] == profile["withdrawable_balance"] == "12.50"
    assert isinstance(profile["orders"], list) and len(profile["orders"]) == 2
    assert "secrets" not in seed(sandbox, wallet=OTHER_WALLET, api_key=False)


@pytest.mark.parametrize(
    "item",
    [
        {},
        {"wallet": "0x12"},
        {"wallet": WALLET, "eid": "doge"},
        {"wallet": WALLET, "balance": 5},
        {"wallet": WALLET, "orders": True},
        {"wallet": WALLET, "positions": -1},
        {"wallet": WALLET, "profile_type": "whale"},
        {"wallet": WALLET, "api_key": "yes"},
        {"wallet": WALLET, "allowed_ips": "127.0.0.1"},
        {"wallet": WALLET, "more": 1},
    ],
)
def test_malformed_seeds(sandbox: Sandbox, item: dict[str, object]) -> None:
    with pytest.raises(ControlError):
        seed(sandbox, **item)
    assert cast("Any", sandbox.venues["rabbitx"].snapshot())["profiles"] == {}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("activity", {"wallet": WALLET, "orders": "many"}),
        ("activity", {}),
        ("vaults", {"wallet": VAULT, "signers": ["0x1"]}),
        ("vaults", {"wallet": VAULT}),
        ("secrets", {"wallet": WALLET, "allowed_ips": [1]}),
    ],
)
def test_malformed_back_office_calls(control: httpx.Client, path: str, body: dict[str, object]) -> None:
    assert control.post(f"/rabbitx/{path}", json=body).status_code == 400


# magic wallets


@pytest.mark.parametrize(
    ("key", "status", "text"), [(EXPIRED, 401, "KEY_EXPIRED"), (ELSEWHERE, 403, "NOT_ALLOWED_FOR_IP")]
)
def test_wallets_whose_key_is_useless(trader: Trader, key: str, status: int, text: str) -> None:
    secret = api_secret(trader, wallet=Account.from_key(key).address, key=key)
    assert refused(trader.http.get("/account", headers={"RBT-API-KEY": secret["Key"]}), status) == text
    result(trader.http.get("/account"))  # by the cookie


def test_a_wallet_with_too_many_keys(trader: Trader) -> None:
    wallet = Account.from_key(FULL).address
    assert refused(trader.onboard(wallet=wallet, key=FULL), 403) == "MAX_SECRETS_EXCEED"
    result(trader.onboard(wallet=wallet, key=FULL, is_client=True))


# snapshots


def test_a_restored_snapshot_behaves_the_same(
    trader: Trader, control: httpx.Client, sandbox: Sandbox
) -> None:
    browser, key = result(trader.onboard(is_client=True)), api_secret(trader)
    spent = browser["refreshToken"], str(browser["randomSecret"])
    browser = result(trader.write("/jwt", refresh_body(spent[0]), spent[1]))
    control.post("/rabbitx/vaults", json={"wallet": VAULT, "signers": [OTHER_WALLET]})
    control.post("/rabbitx/activity", json={"wallet": WALLET, "orders": 60})
    control.post("/rabbitx/switches", json={"snake_case_jwt_answer": True})
    saved = json.loads(json.dumps(sandbox.venues["rabbitx"].snapshot(), sort_keys=True))
    left = trader.http.get("/nothing").headers["X-RateLimit-Remaining"]

    fresh = Sandbox()
    fresh.world.clock.freeze(sandbox.world.clock.now() + 3600)
    fresh.world.clock.freeze()
    fresh.venues["rabbitx"].restore(saved)
    with httpx.Client(transport=InProcess(fresh.app), base_url="http://sandbox/rabbitx") as http:
        again = Trader(http, fresh)
        assert http.get("/nothing").headers["X-RateLimit-Remaining"] != left  # that minute is over
        assert result(http.get("/account/validate", params={"jwt": str(browser["jwt"])}))["wallet"] == WALLET
        assert http.get("/account", headers={"RBT-API-KEY": key["Key"]}).json()["pagination"]["total"] == 60
        assert api_secret(again)["Key"] == key["Key"]
        assert (
            refused(again.write("/jwt", refresh_body(spent[0]), spent[1]), 401) == "REFRESH_TOKEN_NOT_FOUND"
        )
        http.cookies.clear()
        new = again.write("/jwt", refresh_body(browser["refreshToken"]), str(browser["randomSecret"]))
        assert set(result(new)) == {"jwt", "random_secret", "refresh_token"}
        refused(again.onboard(wallet=VAULT, profile_type="vault", key=KEY), 401)
        other = result(again.onboard(wallet=OTHER_WALLET, key=OTHER_KEY))["profile"]
        assert isinstance(other, dict) and other["id"] == 2


def test_the_window_of_the_rate_limit_is_kept(trader: Trader, sandbox: Sandbox) -> None:
    left = int(trader.http.get("/nothing").headers["X-RateLimit-Remaining"])
    saved = sandbox.venues["rabbitx"].snapshot()
    sandbox.venues["rabbitx"].reset()
    assert int(trader.http.get("/nothing").headers["X-RateLimit-Remaining"]) == left
    sandbox.venues["rabbitx"].restore(saved)
    assert int(trader.http.get("/nothing").headers["X-RateLimit-Remaining"]) == left - 10


@pytest.mark.parametrize("change", [{"logins": 5}, {"profiles": {}}, {"next_profile": "x"}])
def test_a_bad_snapshot_changes_nothing(trader: Trader, sandbox: Sandbox, change: dict[str, object]) -> None:
    secret = api_secret(trader)
    saved = sandbox.venues["rabbitx"].snapshot()
    assert isinstance(saved, dict)
    with pytest.raises(SnapshotError):
        sandbox.venues["rabbitx"].restore({**saved, **change})
    result(trader.http.get("/account", headers={"RBT-API-KEY": secret["Key"]}))


def test_no_secret_is_shown_by_repr(trader: Trader, sandbox: Sandbox) -> None:
    secret, session = api_secret(trader), result(trader.onboard(is_client=True))
    shown = repr(cast("Any", sandbox.venues["rabbitx"])._state.memory)
    assert secret["Secret"] not in shown and secret["Key"] not in shown
    assert str(session["refreshToken"]) not in shown
    assert sign(encode_defunct(text="x")) not in shown
