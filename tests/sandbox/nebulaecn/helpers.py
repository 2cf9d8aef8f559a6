"""A person with a browser who opens an account, seen from outside."""

from __future__ import annotations

from typing import Any

import anyio
import httpx
import pyotp

from venuekit_sandbox import Sandbox

API = "/nebulaecn/api/v2/auth"
PASSWORD = "Kal31ewwqXrew"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16


class Door(httpx.BaseTransport):
    """Calls the sandbox in process, from a network address of one's choice."""

    def __init__(self, sandbox: Sandbox, ip: str) -> None:
        self.sandbox = sandbox
        self.ip = ip

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        transport = httpx.ASGITransport(self.sandbox.app, client=(self.ip, 4711))

        async def call() -> httpx.Response:
            response = await transport.handle_async_request(request)
            return httpx.Response(
                response.status_code, headers=response.headers, content=await response.aread()
            )

        return anyio.run(call)


class Person:
    """One cookie jar, one user agent, one address, and the newest CSRF token."""

    def __init__(
        self,
        sandbox: Sandbox,
        email: str = "john.smith@example.com",
        *,
        ip: str = "10.1.2.3",
        user_agent: str = "tests/1",
    ) -> None:
        self.sandbox = sandbox
        self.email = email
        self.door = Door(sandbox, ip)
        self.client = httpx.Client(
            transport=self.door, base_url="http://sandbox" + API, headers={"User-Agent": user_agent}
        )
        self.csrf: str | None = None
        self.secret = ""
        self.used: set[str] = set()

    def call(self, method: str, path: str, **kwargs: Any) -> httpx.Response:
        headers = dict(kwargs.pop("headers", {}))
        if self.csrf is not None and method != "GET":
            headers.setdefault("X-CSRF-Token", self.csrf)
        response = self.client.request(method, path, headers=headers, **kwargs)
        if response.headers.get("content-type") == "application/json":
            body = response.json()
            if isinstance(body, dict) and "csrf_token" in body:
                self.csrf = body["csrf_token"]
        return response

    def get(self, path: str, **query: Any) -> httpx.Response:
        return self.call("GET", path, params=query)

    def post(self, path: str, **body: Any) -> httpx.Response:
        return self.call("POST", path, json=body)

    def control(self, name: str, **body: Any) -> httpx.Response:
        return self.client.post(f"http://sandbox/_sandbox/nebulaecn/{name}", json=body)

    def advance(self, seconds: float) -> None:
        self.sandbox.world.clock.advance(seconds)

    def mail(self, kind: str = "email", to: str | None = None) -> str:
        """The code of the newest message to this person."""
        found = self.sandbox.world.outbox.messages(venue="nebulaecn", to=to or self.email, kind=kind)
        return found[-1].code

    def me(self) -> dict[str, Any]:
        response = self.get("/resource/users/me")
        assert response.status_code == 200, response.text
        return dict(response.json())

    def labels(self) -> dict[str, str]:
        return {label["key"]: label["value"] for label in self.me()["labels"]}

    def code(self) -> str:
        """An unused one-time code, moving the clock on when the current one was used."""
        while True:
            code = pyotp.TOTP(self.secret).at(int(self.sandbox.world.clock.now()))
            if code not in self.used:
                self.used.add(code)
                return code
            self.advance(30)

    # The steps of an onboarding, each of which must succeed.

    def sign_up(self, **more: str) -> Person:
        response = self.post("/identity/users", email=self.email, password=PASSWORD, **more)
        assert response.status_code == 201, response.text
        return self

    def confirm(self) -> Person:
        response = self.post("/identity/users/email/confirm_code", token=self.mail())
        assert response.status_code == 201, response.text
        return self

    def add_phone(self, number: str = "+447911123456") -> Person:
        assert self.post("/resource/phones", phone_number=number).status_code == 201
        code = self.mail("sms", number)
        response = self.post("/resource/phones/verify", phone_number=number, verification_code=code)
        assert response.status_code == 201, response.text
        return self

    def make_secret(self) -> Person:
        response = self.post("/resource/otp/generate_qrcode")
        assert response.status_code == 201, response.text
        self.secret = pyotp.parse_uri(response.json()["data"]["url"]).secret
        return self

    def enable_otp(self) -> Person:
        self.make_secret()
        response = self.post("/resource/otp/enable", code=self.code())
        assert response.status_code == 201, response.text
        return self

    def log_in(self, **more: str) -> httpx.Response:
        return self.post("/identity/sessions", email=self.email, password=PASSWORD, **more)

    def upload(self, *names: str, **fields: str) -> httpx.Response:
        fields = {"doc_type": "Passport", "doc_number": "AB123456", "doc_expire": "2999-12-31"} | fields
        files = [("upload[]", (name, PNG, "image/png")) for name in names]
        return self.call("POST", "/resource/documents", data=fields, files=files)


def keys(response: httpx.Response) -> list[str]:
    """The keys of a refusal."""
    return list(response.json()["errors"])


def refusal(response: httpx.Response) -> tuple[int, list[str]]:
    """Status and keys of a refusal."""
    return response.status_code, keys(response)
