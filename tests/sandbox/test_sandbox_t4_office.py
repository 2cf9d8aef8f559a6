"""T4: switches, magic applicants, the back office, seeds, agreements that change, and what it remembers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.sandbox.callers import T4_BODY, T4_KEY, T4_LOGIN, T4_SIGNED, t4_body
from tests.sandbox.conftest import InProcess
from venuekit_sandbox import Sandbox
from venuekit_sandbox.control import ControlError
from venuekit_sandbox.snapshots import SnapshotError
from venuekit_sandbox.world import Clock, World

NAME = "john.smith@example.com"
DEFAULTS = {
    "strict_docs": False,
    "onboard_path": "both",
    "eula_version": "2",
    "unwrapped_answer": False,
    "answers_created": False,
    "errors_in_ok": False,
    "error_shape": "problem",
    "accounts_start_enabled": False,
    "refuse_incomplete_logins": False,
}


@pytest.fixture
def http(connect: Callable[[str], httpx.Client]) -> httpx.Client:
    return connect("/t4")


def onboard(http: httpx.Client, **paths: object) -> httpx.Response:
    return http.post("/admin/v1/onboarding", json=t4_body(**paths), headers=T4_KEY)


def onboarded(http: httpx.Client, **paths: object) -> dict[str, Any]:
    answer = onboard(http, **paths)
    assert answer.status_code == 200, answer.text
    data: dict[str, Any] = answer.json()["result"]["value"]["data"]
    return data


def login(http: httpx.Client, **over: str) -> httpx.Response:
    return http.post("/login", json=T4_LOGIN | over)


def turn(control: httpx.Client, **switches: object) -> None:
    answer = control.post("/t4/switches", json=switches)
    assert answer.json() == DEFAULTS | switches, answer.text


# switches


def test_switches_are_listed_and_reset(control: httpx.Client) -> None:
    assert control.get("/t4/switches").json() == DEFAULTS
    turn(control, eula_version="3", errors_in_ok=True)
    control.post("/reset")
    assert control.get("/t4/switches").json() == DEFAULTS


@pytest.mark.parametrize(
    "wrong", [{"nothing": True}, {"strict_docs": 1}, {"eula_version": ""}, {"error_shape": "poem"}]
)
def test_a_wrong_switch_changes_nothing(control: httpx.Client, wrong: dict[str, object]) -> None:
    answer = control.post("/t4/switches", json={"errors_in_ok": True} | wrong)
    assert answer.status_code == 400 and answer.json()["error"]
    assert control.get("/t4/switches").json() == DEFAULTS


def test_strict_docs_leaves_the_remark_out_of_the_login(http: httpx.Client, control: httpx.Client) -> None:
    onboarded(http, Eula=None)
    assert login(http).json()["loginResult"] == "MarketDataNotSetup"
    turn(control, strict_docs=True)
    assert set(login(http).json()) == {"token", "expires"}


@pytest.mark.parametrize(("name", "other"), [("onboarding", "onboard"), ("onboard", "onboarding")])
def test_one_of_the_two_paths(http: httpx.Client, control: httpx.Client, name: str, other: str) -> None:
    turn(control, onboard_path=name)
    assert http.post(f"/admin/v1/{other}", json=t4_body(), headers=T4_KEY).status_code == 404
    assert http.post(f"/admin/v1/{name}", json=t4_body(), headers=T4_KEY).status_code == 200


def test_the_answer_may_come_unwrapped(http: httpx.Client, control: httpx.Client) -> None:
    turn(control, unwrapped_answer=True)
    answer = onboard(http).json()
    assert set(answer) == {"data", "metadata"}
    assert answer["data"]["user"]["userName"] == NAME


def test_another_success(http: httpx.Client, control: httpx.Client) -> None:
    turn(control, answers_created=True)
    answer = onboard(http)
    assert (answer.status_code, answer.json()["result"]["statusCode"]) == (201, 201)


def test_a_refusal_may_hide_under_200(http: httpx.Client, control: httpx.Client) -> None:
    turn(control, errors_in_ok=True)
    onboarded(http)
    answer = onboard(http)
    assert answer.status_code == 200
    result = answer.json()["result"]
    assert result["statusCode"] == 409
    assert "username" in result["value"]["detail"]
    assert http.post("/admin/v1/onboarding", json=t4_body()).json()["result"]["statusCode"] == 401
    assert login(http, password="no").status_code == 401  # onboarding alone is wrapped


@pytest.mark.parametrize(
    ("shape", "names"), [("message", {"message"}), ("error", {"error", "message", "statusCode"})]
)
def test_shapes_of_refusals(http: httpx.Client, control: httpx.Client, shape: str, names: set[str]) -> None:
    turn(control, error_shape=shape)
    answer = login(http)
    assert answer.status_code == 401
    assert set(answer.json()) == names
    assert answer.json()["message"] == "Failed"


def test_accounts_may_start_enabled(http: httpx.Client, control: httpx.Client) -> None:
    turn(control, accounts_start_enabled=True)
    account = onboarded(http)["account"]
    assert (account["enabled"], account["preTradeDisabled"]) == ("Enabled", False)


@pytest.mark.parametrize("part", ["Eula", "MarketData"])
def test_incomplete_logins_may_be_refused(http: httpx.Client, control: httpx.Client, part: str) -> None:
    turn(control, refuse_incomplete_logins=True)
    onboarded(http, **{part: None})
    answer = login(http)
    assert (answer.status_code, answer.json()["detail"]) == (403, "MarketDataNotSetup")


# agreements and market data that change


def test_a_newer_version_of_the_agreements_has_to_be_signed(
    http: httpx.Client, control: httpx.Client
) -> None:
    user_id = onboarded(http)["user"]["userID"]
    assert "loginResult" not in login(http).json()
    turn(control, eula_version="3")
    limited = login(http).json()
    assert limited["loginResult"] == "MarketDataNotSetup"
    own = {"Authorization": f"Bearer {limited['token']}"}
    path = f"/admin/v1/users/{user_id}/eula"
    template = http.get(path, headers=own).json()["data"]["signatureTemplate"]
    assert template["eulaVersion"] == "3"
    signed = [signature | {"signed": T4_SIGNED} for signature in template["signatures"]]
    answer = http.post(path, json=template | {"signatures": signed}, headers=own)
    assert answer.json()["data"] == {"collectedBy": "API", "eulaVersion": "3", "signatures": signed}
    assert "loginResult" not in login(http).json()


def test_old_signatures_do_not_count_for_a_newer_version(http: httpx.Client, control: httpx.Client) -> None:
    user_id = onboarded(http)["user"]["userID"]
    turn(control, eula_version="3")
    one = {"collectedBy": "", "eulaVersion": "3", "signatures": T4_BODY["Eula"]["signatures"][:1]}
    http.post(f"/admin/v1/users/{user_id}/eula", json=one, headers=T4_KEY)
    assert login(http).json()["loginResult"] == "MarketDataNotSetup"
    rest = one | {"signatures": T4_BODY["Eula"]["signatures"][1:]}
    http.post(f"/admin/v1/users/{user_id}/eula", json=rest, headers=T4_KEY)
    assert "loginResult" not in login(http).json()
    assert http.post(f"/admin/v1/users/{user_id}/eula", json={}, headers=T4_KEY).status_code == 400


def test_market_data_can_be_chosen_later(http: httpx.Client) -> None:
    user_id = onboarded(http, MarketData=None)["user"]["userID"]
    assert login(http).json()["loginResult"] == "MarketDataNotSetup"
    path = f"/admin/v1/users/{user_id}/marketdata"
    chosen = {"updates": [{"clearingExchange": "DUMMY", "marketDataType": "Depth"}]}
    [exchange] = http.patch(path, json=chosen, headers=T4_KEY).json()["data"]["exchangeMarketData"]
    assert [set(option) for option in exchange["options"]] == [
        {"type", "description", "currency", "fee"},
        {"type", "description", "currency"},
    ]
    assert http.get(path, headers=T4_KEY).json()["data"]["totalCount"] == 1
    assert "loginResult" not in login(http).json()
    assert http.get(path).status_code == 401
    wrong = {"updates": [{"clearingExchange": "MOON", "marketDataType": "Depth"}]}
    assert http.patch(path, json=wrong, headers=T4_KEY).status_code == 400


# magic applicants


def test_magic_people_are_taken(http: httpx.Client) -> None:
    assert onboard(http, User__username="ada+taken@example.com").status_code == 409
    assert onboard(http, User__email="ada+taken@example.com").status_code == 409
    onboarded(http)


@pytest.mark.parametrize("field", ["username", "email"])
def test_magic_people_are_locked(http: httpx.Client, field: str) -> None:
    address = "ada+locked@example.com"
    user = onboarded(http, **{f"User__{field}": address})["user"]
    answer = login(http, userName=user["userName"])
    assert (answer.status_code, answer.json()["detail"]) == (403, "UserNotAllowed")


# the back office


def test_a_disabled_user_is_enabled_again(http: httpx.Client, control: httpx.Client) -> None:
    onboarded(http)
    assert control.post("/t4/disable", json={"username": NAME}).json()["user"]["enabled"] is False
    assert login(http).status_code == 403
    control.post("/t4/enable", json={"username": NAME})
    assert login(http).status_code == 200


@pytest.mark.parametrize("result", ["LoggedInElsewhere", "PasswordExpired", "LockedOut", "TwoFactorRequired"])
def test_logins_can_be_refused(http: httpx.Client, control: httpx.Client, result: str) -> None:
    onboarded(http)
    control.post("/t4/login-result", json={"username": NAME, "result": result})
    answer = login(http)
    assert (answer.status_code, answer.json()["detail"]) == (403, result)
    assert login(http, password="wrong").json()["detail"] == "Failed"
    control.post("/t4/login-result", json={"username": NAME, "result": None})
    assert login(http).status_code == 200


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("enable", {"username": "nobody"}, 404),
        ("disable", {}, 400),
        ("login-result", {"username": NAME, "result": "BadMood"}, 400),
        ("login-result", {"username": NAME}, 400),
        ("login-result", {"username": "nobody", "result": None}, 404),
    ],
)
def test_the_back_office_refuses(
    control: httpx.Client, path: str, body: dict[str, object], status: int
) -> None:
    answer = control.post(f"/t4/{path}", json=body)
    assert answer.status_code == status and answer.json()["error"]


# seeds


def seed(sandbox: Sandbox, **more: object) -> Any:
    venue: Any = sandbox.venues["t4"]
    return venue.seed({"username": "ada@example.com", "password": "Seeded-Pass-1"} | more)


def test_a_seeded_user_can_log_in(http: httpx.Client, sandbox: Sandbox) -> None:
    ids = seed(sandbox, account="ada01")
    assert set(ids) == {"userID", "accountID", "account"} and ids["account"] == "ada01"
    assert set(login(http, userName="ada@example.com", password="Seeded-Pass-1").json()) == {
        "token",
        "expires",
    }
    assert http.get(f"/admin/v1/users/{ids['userID']}/eula", headers=T4_KEY).is_success
    assert onboard(http, User__username="ada@example.com").status_code == 409
    assert onboard(http, Account__account="ADA01").status_code == 409


@pytest.mark.parametrize(
    "wrong", [{"username": "short"}, {"password": "short"}, {"enabled": 1}, {"email": ""}, {"colour": "red"}]
)
def test_malformed_seeds_make_nobody(sandbox: Sandbox, wrong: dict[str, object]) -> None:
    with pytest.raises(ControlError) as refused:
        seed(sandbox, **wrong)
    assert refused.value.status == 400
    seed(sandbox)


def test_nobody_is_seeded_twice(sandbox: Sandbox) -> None:
    seed(sandbox)
    with pytest.raises(ControlError) as refused:
        seed(sandbox, username="ADA@example.com", account="other")
    assert refused.value.status == 409


# memory


def test_a_restored_snapshot_behaves_the_same(
    http: httpx.Client, control: httpx.Client, sandbox: Sandbox
) -> None:
    user_id = onboarded(http)["user"]["userID"]
    token = {"Authorization": f"Bearer {login(http).json()['token']}"}
    turn(control, eula_version="3")
    document = sandbox.venues["t4"].snapshot()
    offer = http.get(f"/admin/v1/users/{user_id}/eula", headers=token).json()

    fresh = Sandbox(world=World(clock=Clock(sandbox.world.clock.now)))
    fresh.venues["t4"].restore(document)
    assert fresh.venues["t4"].snapshot() == document
    with httpx.Client(transport=InProcess(fresh.app), base_url="http://sandbox/t4") as other:
        assert other.get(f"/admin/v1/users/{user_id}/eula", headers=token).json() == offer
        assert login(other).json()["loginResult"] == "MarketDataNotSetup"
        assert onboard(other, Account__account="other").status_code == 409
        assert onboard(other, User__username="other@example.com").status_code == 409


def test_a_broken_snapshot_changes_nothing(http: httpx.Client, sandbox: Sandbox) -> None:
    onboarded(http)
    venue = sandbox.venues["t4"]
    document: Any = venue.snapshot()
    [user] = document["users"].values()
    twice = {"users": document["users"] | {"X": user | {"id": "X"}}}
    breaks: list[dict[str, object]] = [
        {"users": {"X": user}},
        twice,
        {"users": {"X": {}}},
        {"requests": "many"},
    ]
    for broken in breaks:
        with pytest.raises(SnapshotError):
            venue.restore(document | broken)
    assert login(http).status_code == 200
