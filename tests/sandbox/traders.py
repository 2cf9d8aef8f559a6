"""Calling RabbitX with arithmetic of its own: wallets that sign, and writes with their HMAC."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping

import httpx
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
