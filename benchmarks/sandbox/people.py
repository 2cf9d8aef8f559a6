"""One login per venue over HTTP, and the read that is measured with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from http.client import HTTPConnection
from typing import Any

Headers = Mapping[str, str]
_EMAIL, _PHONE, _PASSWORD = "reader@example.com", "+13125550199", "Kal31ewwqXrew!"
_T4 = {"firm": "SANDBOX", "userName": _EMAIL, "password": _PASSWORD, "appName": "venuekit"}


class Connection:
    """A kept connection that speaks JSON."""

    def __init__(self, port: int) -> None:
        self._http = HTTPConnection("127.0.0.1", port)
        self.cookie = ""

    def call(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        """The answer's document. Raises `RuntimeError` from status 400 on."""
        sent = {"Content-Type": "application/json"} | {n.replace("_", "-"): v for n, v in headers.items()}
        text = body if isinstance(body, str) else None if body is None else json.dumps(body)
        self._http.request(method, path, text, sent)
        answer = self._http.getresponse()
        content = answer.read()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:200]!r}")
        self.cookie = (answer.getheader("set-cookie") or self.cookie).partition(";")[0]
        return json.loads(content or b"null")

    def code(self, to: str) -> str:
        """The last code that was sent to somebody."""
        return str(self.call("GET", f"/_sandbox/outbox?to={to.replace('+', '%2B')}")["messages"][-1]["code"])

    def seed(self, venue: str, **item: object) -> Any:
        """One applicant."""
        return self.call("POST", "/_sandbox/seed", {venue: [item]})["made"][venue][0]


def rabbitx(there: Connection) -> tuple[str, Headers]:
    """The profile, with a JWT."""
    there.call("POST", "/_sandbox/rabbitx/switches", {"rate_limits": False})
    made = there.seed("rabbitx", wallet="0x" + "ab" * 20)
    return "/rabbitx/account", {"RBT-JWT": made["secrets"]["jwt_private"]}


def stokn(there: Connection) -> tuple[str, Headers]:
    """The person, with a bearer."""
    there.seed("stokn", email=_EMAIL, phone=_PHONE, password=_PASSWORD)
    login = {"username": _EMAIL, "password": _PASSWORD}
    challenge = there.call("POST", "/stokn/v1/user/login", login)["data"]
    token = there.call("POST", "/stokn/v1/user/otp", challenge | {"code": there.code(_PHONE)})["data"]
    return "/stokn/v1/user/me", {"Authorization": f"Bearer {token['accessToken']}"}


def nebulaecn(there: Connection) -> tuple[str, Headers]:
    """The user, with a session cookie."""
    base, login = "/nebulaecn/api/v2/auth", {"email": _EMAIL, "password": _PASSWORD}
    there.call("POST", f"{base}/identity/users", login)
    there.call("POST", f"{base}/identity/users/email/confirm_code", {"token": there.code(_EMAIL)})
    there.call("POST", f"{base}/identity/sessions", login, user_agent="bench")
    return f"{base}/resource/users/me", {"Cookie": there.cookie, "User-Agent": "bench"}


def tradelocker(there: Connection) -> tuple[str, Headers]:
    """The chosen account, with a bearer."""
    login = {"email": "demo@example.com", "password": "sandbox-password", "server": "SANDBOX"}
    token = there.call("POST", "/tradelocker/backend-api/auth/jwt/token", login)["accessToken"]
    return "/tradelocker/backend-api/trade/accounts", {"Authorization": f"Bearer {token}", "accNum": "1"}


def t4(there: Connection) -> tuple[str, Headers]:
    """The agreements, with a bearer."""
    made = there.seed("t4", username=_EMAIL, password=_PASSWORD, enabled=True)
    token = there.call("POST", "/t4/login", _T4 | {"appLicense": "sandbox-license"})["token"]
    return f"/t4/admin/v1/users/{made['userID']}/eula", {"Authorization": f"Bearer {token}"}


READS: Mapping[str, Callable[[Connection], tuple[str, Headers]]] = {
    "rabbitx": rabbitx,
    "stokn": stokn,
    "nebulaecn": nebulaecn,
    "tradelocker": tradelocker,
    "t4": t4,
}


def request(path: str, headers: Headers) -> bytes:
    """A GET as it goes over the wire."""
    lines = [
        f"GET {path} HTTP/1.1",
        "Host: 127.0.0.1",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join([*lines, "", ""]).encode()
