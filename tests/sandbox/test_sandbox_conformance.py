"""The sandbox answers what the specs describe: every operation once with success, and refusals too."""

from __future__ import annotations

import functools
import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from eth_account import Account
from eth_account.messages import encode_defunct
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from tests.sandbox.callers import EMAIL, PERSON, T4_KEY, T4_LOGIN, WELCOME, Company, bearer, t4_body
from venuekit_sandbox import Sandbox

Connect = Callable[[str], httpx.Client]
SPECS = Path(__file__).parents[2] / "specs"


@functools.cache
def load(venue: str) -> dict[str, Any]:
    document: dict[str, Any] = YAML(typ="safe").load((SPECS / f"{venue}.yaml").read_text(encoding="utf-8"))
    return document


class Judge:
    """Compares answers with one venue's spec and remembers which operations succeeded."""

    def __init__(self, venue: str, base: str) -> None:
        self._spec = load(venue)
        self._base = base
        self.succeeded: set[str] = set()
        self.judged = 0

    def __call__(self, response: httpx.Response) -> None:
        response.read()
        operation = self._operation(response.request)
        if operation is None:
            return
        answers = operation["responses"]
        status = str(response.status_code)
        assert status in answers, f"{operation['operationId']} does not document {status}"
        if response.is_success:
            self.succeeded.add(operation["operationId"])
        schema = self._schema(answers[status])
        if schema is None or not response.content:
            return
        self.judged += 1
        problems = list(Draft202012Validator(schema).iter_errors(response.json()))
        assert not problems, f"{operation['operationId']}: {problems[0].message} at {problems[0].json_path}"

    def operations(self) -> set[str]:
        return {operation["operationId"] for _, _, operation in self._each()}

    def _operation(self, request: httpx.Request) -> dict[str, Any] | None:
        path = request.url.path.removeprefix(self._base)
        # Paths without placeholders first: /account/portfolio is not an /account/{accountId}.
        for template, method, operation in sorted(self._each(), key=lambda item: "{" in item[0]):
            pattern = re.sub(r"\{\w+\}", "[^/]+", template)
            if method == request.method.lower() and re.fullmatch(pattern, path):
                return operation
        return None

    def _each(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        for template, item in self._spec["paths"].items():
            for method, operation in item.items():
                if method in ("get", "post", "put", "patch", "delete"):
                    yield template, method, operation

    def _schema(self, answer: dict[str, Any]) -> dict[str, Any] | None:
        if "$ref" in answer:
            answer = self._spec["components"]["responses"][answer["$ref"].rsplit("/", 1)[1]]
        content = answer.get("content")
        if content is None:
            return None
        schema: dict[str, Any] = content["application/json"]["schema"]
        return {**schema, "components": self._spec["components"]}


def judged(connect: Connect, venue: str, path: str | None = None) -> tuple[httpx.Client, Judge]:
    base = path or f"/{venue}"
    client, judge = connect(base), Judge(venue, base)
    client.event_hooks = {"response": [judge]}
    return client, judge


def test_rabbitx(connect: Connect, sandbox: Sandbox, control: httpx.Client) -> None:
    http, judge = judged(connect, "rabbitx")
    wallet = Account.from_key("0x" + "11" * 32)
    at = int(sandbox.world.clock.now()) + 60

    def onboard(**more: object) -> dict[str, Any]:
        message = encode_defunct(text=f"{WELCOME.format('RabbitX')}\n{at}")
        signature = "0x" + Account.sign_message(message, wallet.key).signature.hex()
        answer = http.post(
            "/onboarding",
            json={"wallet": wallet.address, "signature": signature, **more},
            headers={"RBT-TS": str(at)},
        )
        result: dict[str, Any] = answer.json()["result"][0] if answer.is_success else {}
        return result

    def write(path: str, fields: dict[str, object], secret: str, **headers: str) -> httpx.Response:
        texts = {name: json.dumps(value).strip('"') for name, value in fields.items()}
        texts |= {"method": "POST", "path": path}
        digest = hashlib.sha256(
            ("".join(f"{k}={v}" for k, v in sorted(texts.items())) + str(at)).encode()
        ).digest()
        proof = hmac.digest(bytes.fromhex(secret[2:]), digest, "sha256").hex()
        return http.post(
            path, json=fields, headers={"RBT-TS": str(at), "RBT-SIGNATURE": f"0x{proof}", **headers}
        )

    browser, maker = onboard(is_client=True), onboard()
    write("/jwt", {"is_client": True, "refresh_token": browser["refreshToken"]}, browser["randomSecret"])
    key = {"RBT-API-KEY": maker["apiSecret"]["Key"]}
    write("/jwt", {"is_client": False}, maker["apiSecret"]["Secret"], **key)
    write("/jwt", {"is_client": False}, "0x00", **key)
    made = control.post("/rabbitx/secrets", json={"wallet": wallet.address}).json()
    write(
        "/secrets/refresh",
        {"refresh_token": made["refresh_token"]},
        made["api_secret"]["Secret"],
        **{"RBT-API-KEY": made["api_secret"]["Key"]},
    )
    http.get("/account")
    http.get("/account/validate", params={"jwt": maker["jwt"]})
    http.get("/account", headers={"RBT-API-KEY": "no"})
    onboard(signature="0x")
    while onboard():
        pass  # until the rate limit says no
    assert judge.succeeded == judge.operations()
    assert judge.judged > 10


def test_stokn(connect: Connect, sandbox: Sandbox, control: httpx.Client) -> None:
    http, judge = judged(connect, "stokn")
    company = Company(http, control, sandbox)
    user, token = company.user()
    http.get("/v1/kyc/start", headers=user)
    company.me(user)
    refresh = {"username": token["username"], "refreshToken": token["refreshToken"]}
    http.post("/v1/user/refresh", json=refresh, headers=user)
    http.get(f"/v1/account/{token['username']}", headers=company.auth)
    company.portfolio(accountId=token["username"])
    control.post("/stokn/kyc", json={"email": EMAIL, "verdict": "approved"})
    control.post("/stokn/activate", json={"email": EMAIL})
    company.portfolio(accountId=token["username"])
    company.me(user)
    http.get(f"/v1/account/{token['username']}", headers=company.auth)
    http.get("/v1/account/unknown", headers=company.auth)
    http.post("/v1/account", json={"accountId": "second"}, headers=company.auth)
    http.get("/v1/user/forget-password", params={"email": EMAIL}, headers=company.auth)
    challenge = company.login().json()["data"]
    change = {"sessionId": challenge["sessionId"], "username": EMAIL, "password": "Another-Pass-1"}
    http.put("/v1/user/change-password", json=change, headers=company.auth)
    company.sign_up()
    company.login(username="nobody@example.com")
    company.login(password="wrong")
    company.otp({"sessionId": "x", "username": EMAIL, "challengeType": "SMS_MFA"})
    company.grant(scope="nothing")
    http.post("/v1/user/sign-up", json=PERSON)
    http.post("/v1/user/sign-up", json=PERSON, headers=user)
    http.post("/v1/user/sign-up", data={"a": "b"}, headers=company.auth)
    http.post("/v1/user/sign-up", json={}, headers=company.auth | bearer("x"))
    assert judge.succeeded == judge.operations()
    assert judge.judged > 20


@pytest.mark.parametrize("documented", [False, True])
def test_tradelocker(connect: Connect, control: httpx.Client, documented: bool) -> None:
    control.post("/tradelocker/switches", json={"documented_balance": documented})
    http, judge = judged(connect, "tradelocker", "/tradelocker/backend-api")
    login = {"email": "demo@example.com", "password": "sandbox-password", "server": "SANDBOX"}
    tokens = http.post("/auth/jwt/token", json=login).json()
    headers = {"Authorization": f"Bearer {tokens['accessToken']}", "accNum": "1"}
    for path in ("/auth/jwt/all-accounts", "/trade/config", "/trade/accounts", "/trade/accounts/7080/state"):
        assert http.get(path, headers=headers).is_success
        http.get(path)
        http.get(path, headers=headers | {"accNum": ""})
    for _ in range(2):
        http.post("/auth/jwt/refresh", json={"refreshToken": tokens["refreshToken"]})
    http.post("/auth/jwt/refresh", json={})
    http.post("/auth/jwt/token", json=login | {"server": "other"})
    http.post("/auth/jwt/token", json={})
    assert judge.succeeded == judge.operations()
    assert judge.judged > 10


def test_t4(connect: Connect) -> None:
    http, judge = judged(connect, "t4")
    made = http.post("/admin/v1/onboarding", json=t4_body(), headers=T4_KEY).json()
    user_id = made["result"]["value"]["data"]["user"]["userID"]
    http.post("/admin/v1/onboarding", json=t4_body(), headers=T4_KEY)
    http.post("/admin/v1/onboarding", json={}, headers=T4_KEY)
    http.post("/admin/v1/onboarding", json=t4_body())
    bare = t4_body(User__username="other@example.com", Account__account="o", Eula=None, MarketData=None)
    http.post("/admin/v1/onboarding", json=bare, headers=T4_KEY)
    http.post("/login", json=T4_LOGIN)
    http.post("/login", json=T4_LOGIN | {"userName": "other@example.com"})
    http.post("/login", json=T4_LOGIN | {"password": "no"})
    http.get(f"/admin/v1/users/{user_id}/eula", headers=T4_KEY)
    http.get("/admin/v1/users/none/eula", headers=T4_KEY)
    assert judge.succeeded == judge.operations()
    assert judge.judged > 8
