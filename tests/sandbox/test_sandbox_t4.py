"""T4 on the wire."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.sandbox.callers import T4_BODY, T4_KEY, T4_LEGAL, T4_LOGIN, T4_SIGNED, t4_body
from venuekit_sandbox import Sandbox

Connect = Callable[[str], httpx.Client]


@pytest.fixture
def http(connect: Connect) -> httpx.Client:
    return connect("/t4")


def onboard(http: httpx.Client, **paths: object) -> httpx.Response:
    return http.post("/admin/v1/onboarding", json=t4_body(**paths), headers=T4_KEY)


def made(response: httpx.Response) -> dict[str, Any]:
    answer = response.json()
    assert response.status_code == 200, answer
    assert list(answer) == ["result"]
    result = answer["result"]
    assert set(result) == {"value", "formatters", "contentTypes", "statusCode"}
    assert result["statusCode"] == 200
    assert set(result["value"]) == {"data", "metadata"}
    data: dict[str, Any] = result["value"]["data"]
    return data


def login(http: httpx.Client, **over: str) -> httpx.Response:
    return http.post("/login", json=T4_LOGIN | over)


def refused(response: httpx.Response, status: int) -> str:
    answer = response.json()
    assert response.status_code == status, answer
    assert set(answer) == {"type", "title", "status", "detail", "traceId"}
    assert answer["status"] == status
    return str(answer["detail"])


@pytest.mark.parametrize("path", ["/admin/v1/onboarding", "/admin/v1/onboard"])
def test_the_whole_answer(http: httpx.Client, path: str) -> None:
    data = made(http.post(path, json=t4_body(), headers=T4_KEY))
    assert set(data) == {"user", "account", "marketData", "eulaSignature"}
    user, account = data["user"], data["account"]
    assert (len(user), len(account), len(account["riskDetails"])) == (32, 64, 15)
    assert user["userName"] == "john.smith@example.com"
    assert user["appType"] == "NonProfessional"
    assert user["county"] == "Anycounty" and user["country"] == "US"
    assert user["enabled"] is True
    assert user["accounts"] == []
    assert len(user["roles"]) == 15
    assert account["enabled"] == "Disabled"
    assert account["preTradeDisabled"] is True
    assert account["displayName"] == ""
    assert data["eulaSignature"]["collectedBy"] == "API"
    assert [s["documentName"] for s in data["eulaSignature"]["signatures"]] == list(T4_LEGAL)
    assert data["marketData"]["totalCount"] == 1
    assert data["marketData"]["exchangeMarketData"][0]["marketDataType"] == "Depth"
    guid = re.compile("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")
    assert all(guid.fullmatch(value) for value in (user["userID"], user["firmID"], account["accountID"]))
    assert "SecurePassword123!" not in str(data)


def test_times(http: httpx.Client, sandbox: Sandbox) -> None:
    answer = onboard(http)
    user = made(answer)["user"]
    metadata = answer.json()["result"]["value"]["metadata"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z", metadata["timestamp"])
    now = datetime.fromtimestamp(sandbox.world.clock.now(), UTC)
    created = datetime.fromisoformat(user["userCreationDate"])
    assert created == datetime(now.year, now.month, now.day)
    assert datetime.fromisoformat(user["trialExpires"]) == created + timedelta(days=14)


def test_names_are_taken_once(http: httpx.Client) -> None:
    made(onboard(http))
    assert "username" in refused(onboard(http, Account__account="other"), 409)
    assert "username" in refused(
        onboard(http, User__username="JOHN.smith@example.com", Account__account="o"), 409
    )
    assert "account" in refused(onboard(http, User__username="other@example.com"), 409)
    made(onboard(http, User__username="other@example.com", Account__account="other"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"User": None},
        {"Account": None},
        {"User__county": None},
        {"User__county": ""},
        {"User__apptype": "Amateur"},
        {"User__username": "short"},
        {"User__password": "short"},
        {"User__templateUser": "Nobody"},
        {"User__extra": "x"},
        {"Account__account": " "},
        {"Account__templateAccount": "Nothing"},
        {"Account__templateAccount": None},
        {"MarketData__updates": [{"clearingExchange": "MOON", "marketDataType": "Depth"}]},
        {"MarketData__updates": [{"clearingExchange": "DUMMY", "marketDataType": "depth"}]},
        {"Eula__eulaVersion": 2},
        {"Eula__signatures": [{"documentName": "Postcard", "signed": T4_SIGNED}]},
        {"Eula__signatures": [{"documentName": "LegalEULA", "signed": "yesterday"}]},
    ],
)
def test_malformed_requests_make_nothing(http: httpx.Client, wrong: dict[str, object]) -> None:
    assert "SecurePassword123!" not in refused(onboard(http, **wrong), 400)
    made(onboard(http))


def test_known_templates_are_taken(http: httpx.Client) -> None:
    made(onboard(http, User__templateUser="DefaultUser"))


def test_credentials(http: httpx.Client) -> None:
    for headers in (
        {},
        {"Authorization": "APIKey wrong"},
        {"Authorization": "Bearer x"},
        {"Authorization": "sandbox"},
    ):
        refused(http.post("/admin/v1/onboarding", json=t4_body(), headers=headers), 401)
    admin = login(http, userName="sandbox-admin", password="sandbox-password").json()["token"]
    made(http.post("/admin/v1/onboarding", json=t4_body(), headers={"Authorization": f"Bearer {admin}"}))
    person = login(http).json()["token"]
    again = t4_body(User__username="other@example.com", Account__account="other")
    refused(http.post("/admin/v1/onboarding", json=again, headers={"Authorization": f"Bearer {person}"}), 403)


def test_login(http: httpx.Client, sandbox: Sandbox) -> None:
    made(onboard(http))
    answer = login(http)
    assert answer.status_code == 200
    assert set(answer.json()) == {"token", "expires"}
    assert answer.json()["expires"] == int(sandbox.world.clock.now()) + 24 * 3600
    assert set(login(http, userName="John.Smith@Example.com").json()) == {"token", "expires"}


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"password": "x"}, "Failed"),
        ({"userName": "nobody"}, "Failed"),
        ({"firm": "OTHER"}, "FirmNotAllowed"),
        ({"appName": "other"}, "ApplicationNotValid"),
        ({"appLicense": "other"}, "ApplicationNotValid"),
    ],
)
def test_login_refusals(http: httpx.Client, wrong: dict[str, str], reason: str) -> None:
    made(onboard(http))
    assert refused(login(http, **wrong), 401) == reason


def test_login_against_the_schema(http: httpx.Client) -> None:
    refused(http.post("/login", json={"firm": "SANDBOX"}), 400)
    refused(http.post("/login", content=b"{"), 400)
    wrong_method = http.get("/login")
    refused(wrong_method, 405)
    assert wrong_method.headers["Allow"] == "POST"


ICE = [{"clearingExchange": "ICE", "marketDataType": "TOB"}]


@pytest.mark.parametrize(
    ("paths", "complete"),
    [
        ({}, True),
        ({"Eula": None}, False),
        ({"MarketData": None}, False),
        ({"MarketData__updates": []}, False),
        ({"MarketData__updates": [{"clearingExchange": "DUMMY", "marketDataType": "None"}]}, False),
        ({"MarketData__updates": [{"clearingExchange": "DUMMY", "marketDataType": "Delayed"}]}, True),
        ({"Eula__eulaVersion": "1"}, False),
        ({"Eula__signatures": T4_BODY["Eula"]["signatures"][1:]}, False),
        ({"Eula__signatures": T4_BODY["Eula"]["signatures"][:-1]}, False),
        ({"Eula__signatures": T4_BODY["Eula"]["signatures"][:-1], "User__apptype": "Professional"}, True),
        ({"MarketData__updates": ICE}, False),
        (
            {
                "MarketData__updates": ICE,
                "Eula__signatures": [
                    *T4_BODY["Eula"]["signatures"],
                    {"documentName": "ICESubscriberAgreement", "signed": "2025-05-01T10:30:15+02:00"},
                ],
            },
            True,
        ),
    ],
)
def test_incomplete_people_get_a_token_with_a_remark(
    http: httpx.Client, paths: dict[str, object], complete: bool
) -> None:
    made(onboard(http, **paths))
    answer = login(http)
    assert answer.status_code == 200
    assert answer.json()["token"]
    assert answer.json().get("loginResult") == (None if complete else "MarketDataNotSetup")


def test_absent_parts_in_the_answer(http: httpx.Client) -> None:
    data = made(onboard(http, Eula=None, MarketData=None))
    assert data["eulaSignature"] is None
    assert data["marketData"] == {"exchangeMarketData": [], "totalCount": 0}


def test_agreements_are_unwrapped(http: httpx.Client) -> None:
    user_id = made(onboard(http))["user"]["userID"]
    answer = http.get(f"/admin/v1/users/{user_id}/eula", headers=T4_KEY)
    assert answer.status_code == 200
    assert set(answer.json()) == {"data", "metadata"}
    data = answer.json()["data"]
    names = [document["documentName"] for document in data["documents"]]
    assert names == [*T4_LEGAL, "CMEInformationLicenseAgreement", "ICESubscriberAgreement"]
    assert all(set(document) == {"documentName", "title", "url"} for document in data["documents"])
    template = data["signatureTemplate"]
    assert template["eulaVersion"] == "2"
    assert template["signatures"] == [{"documentName": name, "signed": ""} for name in names]


def test_who_may_read_agreements(http: httpx.Client, sandbox: Sandbox) -> None:
    mine = made(onboard(http))["user"]["userID"]
    other = made(onboard(http, User__username="other@example.com", Account__account="o"))["user"]["userID"]
    token = {"Authorization": f"Bearer {login(http).json()['token']}"}
    assert http.get(f"/admin/v1/users/{mine.lower()}/eula", headers=token).status_code == 200
    refused(http.get(f"/admin/v1/users/{other}/eula", headers=token), 403)
    refused(http.get("/admin/v1/users/nothing/eula", headers=T4_KEY), 404)
    refused(http.get(f"/admin/v1/users/{mine}/eula"), 401)
    sandbox.world.clock.advance(24 * 3600)
    refused(http.get(f"/admin/v1/users/{mine}/eula", headers=token), 401)


def test_the_back_office_enables_the_account(http: httpx.Client, control: httpx.Client) -> None:
    made(onboard(http))
    answer = control.post("/t4/enable", json={"username": "john.smith@example.com"}).json()
    assert answer["account"]["enabled"] == "Enabled"
    assert answer["account"]["preTradeDisabled"] is False


def test_a_disabled_user_may_not_log_in(http: httpx.Client, control: httpx.Client) -> None:
    made(onboard(http))
    assert control.post("/t4/disable", json={"username": "john.smith@example.com"}).is_success
    assert refused(login(http), 403) == "UserNotAllowed"


def test_unknown_paths(http: httpx.Client) -> None:
    refused(http.get("/nothing", headers=T4_KEY), 404)
