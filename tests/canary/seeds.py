"""Secrets that nobody can mistake, and the search for them in what the library lets out."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_PREFIX = "Canary7-"
_PREFIXES = (_PREFIX, _PREFIX.encode().hex(), base64.b64encode(b"Canary7-")[:-2].decode())


def canary(kind: str) -> str:
    """An unmistakable secret of a kind that takes any text. The end may be shown by masks: it says nothing."""
    return f"{_PREFIX}{kind}-{kind[::-1]}-Kal31ewwqX-0000"


WALLET_KEY = "0x" + "c0ffee5eed" * 6 + "c0de"
TOTP_SEED = "CANARYSEEDCANARYSEEDCANARYSEED77"
# Valid keys of the encrypted token store have this form.
STORE_KEY = base64.urlsafe_b64encode(b"canary-of-the-store-key-32-bytes").decode()

# By kind. What the sandbox makes up by itself is added by `Traffic`.
SECRETS: Mapping[str, str] = {
    **{
        kind: canary(kind)
        for kind in (
            "login-password", "tradelocker-password", "t4-password", "new-password", "client-secret", "api-key",
            "admin-key", "developer-key", "app-license", "access-token", "refresh-token", "id-token", "email-token",
            "captcha-response", "sms-code", "session-id", "proxy-password", "encryption-key", "csrf-token",
            "session-cookie", "rabbitx-api-key", "jwt", "nebula-api-secret", "env-secret", "file-secret",
        )
    },
    "api-secret": "0x" + "5ec7e7ca" * 8,
    "random-secret": "0x" + "4a4d5ec7" * 8,
    "wallet-key": WALLET_KEY,
    "totp-seed": TOTP_SEED,
    "store-key": STORE_KEY,
}  # fmt: skip

# Names of fields and headers that hold secrets, without case and separators. Not taken from the library on purpose.
_FIELDS = frozenset(
    {
        "password", "confirmpassword", "oldpassword", "newpassword", "code", "otpcode", "totpcode", "verificationcode",
        "token", "accesstoken", "refreshtoken", "idtoken", "jwt", "jwtprivate", "jwtpublic", "secret", "randomsecret",
        "clientsecret", "signature", "sessionid", "csrftoken", "encryptionkey", "applicense", "captcharesponse", "key",
        "resetpasswordtoken", "whitelinktoken",
    }
)  # fmt: skip
_HEADERS = frozenset(
    {
        "authorization", "rbt-signature", "rbt-api-key", "rbt-jwt", "x-auth-signature", "x-csrf-token",
        "developer-api-key", "proxy-authorization",
    }
)  # fmt: skip


@dataclass
class Secrets:
    """All secrets that are known so far, by value."""

    kinds: dict[str, str] = field(default_factory=lambda: {value: kind for kind, value in SECRETS.items()})

    def add(self, kind: str, value: object) -> None:
        if isinstance(value, str) and len(value) >= 5 and value not in ("sandbox", "venuekit"):
            self.kinds.setdefault(value, kind)

    def found_in(self, texts: Mapping[str, str]) -> list[str]:
        """Where a secret shows: "<kind> in <place>: …context…"."""
        patterns = {value: _forms(value) for value in self.kinds}
        # All of ours begin alike, so that most texts are done with three looks.
        ours = [value for value in patterns if value.startswith(_PREFIX)]
        others = [value for value in patterns if not value.startswith(_PREFIX)]
        leaks: set[str] = set()
        for place, text in texts.items():
            suspects = [*others, *ours] if any(form in text for form in _PREFIXES) else others
            for value in suspects:
                for form in patterns[value]:
                    at = _find(text, form, whole=len(value) < 12)
                    if at >= 0:
                        around = text[max(0, at - 60) : at + len(form) + 20]
                        leaks.add(f"{self.kinds[value]} in {place}: …{around!r}…")
        return sorted(leaks)


def _forms(value: str) -> list[str]:
    """The secret as it is, halves of a long one, and what Basic and hex make of it. Masks may show the last four."""
    if len(value) < 12:
        return [value]
    core = value[:-4] if len(value) >= 20 else value
    half = len(core) // 2
    halves = [core[:half], core[half:]] if len(core) >= 32 else []
    return [core, *halves, core.encode().hex(), base64.b64encode(core.encode()).decode().rstrip("=")[:-2]]


def _find(text: str, form: str, *, whole: bool) -> int:
    """Where a form stands, or -1. Codes are short numbers: not as a part of a longer one."""
    at = text.find(form)
    if at < 0 or not whole:
        return at
    found = re.search(rf"(?<![\w.]){re.escape(form)}(?!\w)", text)
    return found.start() if found else -1


class Traffic:
    """An ASGI application in front of another: notes every secret that goes through it.

    `answers` is False in front of one that repeats what it is told: its answers hold nothing new.
    """

    def __init__(self, app: ASGIApp, secrets: Secrets, *, answers: bool = True) -> None:
        self._app = app
        self._answers = answers
        self._secrets = secrets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sent = b""
        answered = b""
        for name, value in scope["headers"]:
            self._header(name.decode().lower(), value.decode("latin-1"))
        for name, value in parse_qsl(scope["query_string"].decode()):
            self._field(name, value)

        async def listen() -> Message:
            nonlocal sent
            message = await receive()
            sent += message.get("body", b"")
            return message

        async def speak(message: Message) -> None:
            nonlocal answered
            for name, value in message.get("headers", ()) if self._answers else ():
                self._header(name.decode().lower(), value.decode("latin-1"))
            answered += message.get("body", b"")
            await send(message)

        await self._app(scope, listen, speak)
        self._body(sent)
        if self._answers:
            self._body(answered)

    def _header(self, name: str, value: str) -> None:
        if name in ("cookie", "set-cookie"):
            pairs = value.split(";") if name == "cookie" else value.split(";")[:1]
            for pair in pairs:
                self._secrets.add(name, pair.partition("=")[2].strip())
        elif name in _HEADERS:
            self._secrets.add(name, value.partition(" ")[2] or value)

    def _body(self, body: bytes) -> None:
        text = body.decode("utf-8", "replace")
        try:
            self._json(json.loads(text), "")
        except ValueError:
            for name, value in parse_qsl(text):
                self._field(name, value)

    def _json(self, value: Any, name: str) -> None:
        if isinstance(value, dict):
            for inner, item in value.items():
                self._json(item, inner)
        elif isinstance(value, list):
            for item in value:
                self._json(item, name)
        elif isinstance(value, str):
            self._field(name, value)

    def _field(self, name: str, value: str) -> None:
        plain = re.sub(r"[^a-z0-9]", "", name.lower())
        # A label has a key too, and that is a word.
        if plain in _FIELDS and (plain != "key" or len(value) > 16):
            self._secrets.add(f"traffic: {name}", value)
        if value.startswith("otpauth://"):
            self._secrets.add("traffic: totp seed", dict(parse_qsl(urlsplit(value).query))["secret"])
