"""Logins, accounts and tokens of TradeLocker."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from venuekit_sandbox import tokens
from venuekit_sandbox.tradelocker.errors import Refused
from venuekit_sandbox.world import Clock

ACCESS_LIFE = 3600
REFRESH_LIFE = 604800
ACCESS = "access_token"
REFRESH = "refresh_token"
_BRAND = "SANDBOX"
_DEMO = ("demo@example.com", "sandbox-password", "SANDBOX")
_AUDIENCE = "tradelocker-api-traders"


@dataclass(slots=True)
class Account:
    """One trading account. `balance` is a decimal in text."""

    id: int
    number: int
    name: str
    currency: str
    balance: str


@dataclass(slots=True)
class Login:
    """One login at one broker server."""

    email: str
    password: str
    server: str
    uid: str
    subject: str
    accounts: list[Account] = field(default_factory=list)
    access_ids: set[str] = field(default_factory=set)


class State:
    """Everything TradeLocker remembers."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.reset()

    def reset(self) -> None:
        """Forget everything and seed the demo login."""
        self._key = secrets.token_hex(32)
        self._logins: dict[tuple[str, str], Login] = {}
        self._spent: set[str] = set()
        self._next_account = 7080
        self.switches = {"documented_balance": False}
        email, password, server = _DEMO
        self.put_login(email=email, password=password, server=server, accounts=[{}])

    def put_login(
        self, *, email: str, password: str, server: str, accounts: Sequence[Mapping[str, str]]
    ) -> Login:
        """Make a login, or replace the one of this e-mail address at this server.

        An account takes `id` and `accNum` (digits), `name`, `currency` and `balance`; what is absent is made
        up.
        """
        subject = f"{_BRAND}#{secrets.token_urlsafe(16)}"
        login = Login(email, password, server, str(uuid.uuid4()), subject)
        for number, wanted in enumerate(accounts, start=1):
            account = Account(
                id=int(wanted.get("id", self._next_account)),
                number=int(wanted.get("accNum", number)),
                name=wanted.get("name", f"{subject}#{number}#1"),
                currency=wanted.get("currency", "USD"),
                balance=wanted.get("balance", "2024.75"),
            )
            self._next_account = max(self._next_account, account.id) + 1
            login.accounts.append(account)
        self._logins[email.lower(), server] = login
        return login

    def sign_in(self, *, email: str, password: str, server: str) -> Login:
        """Raises `Refused` 403."""
        login = self._logins.get((email.lower(), server))
        if login is None or not secrets.compare_digest(login.password.encode(), password.encode()):
            raise Refused(403, "Invalid credentials or server")
        return login

    def issue(self, login: Login) -> dict[str, object]:
        """A pair of tokens, as the wire shows it."""
        now = int(self._clock.now())
        expires = datetime.fromtimestamp(now + ACCESS_LIFE, UTC)
        return {
            "accessToken": self._jwt(login, ACCESS, ACCESS_LIFE, now),
            "refreshToken": self._jwt(login, REFRESH, REFRESH_LIFE, now),
            "expireDate": expires.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        }

    def spend_refresh(self, token: str) -> Login:
        """The login of a refresh token, which is dead afterwards. Raises `Refused`."""
        try:
            claims = self._read(token, REFRESH)
        except tokens.ExpiredToken:
            raise Refused(401, "Refresh token expired") from None
        except tokens.BadToken:
            raise Refused(400, "Invalid refresh token") from None
        unique = str(claims["jti"])
        login = self._by_uid(claims)
        if unique in self._spent or login is None:
            raise Refused(401, "Refresh token revoked")
        self._spent.add(unique)
        return login

    def by_access(self, token: str | None) -> Login:
        """The login of a bearer. Raises `Refused` 401."""
        try:
            claims = self._read(token or "", ACCESS)
        except tokens.BadToken:
            raise Refused(401, "Unauthorized") from None
        login = self._by_uid(claims)
        if login is None or claims["jti"] not in login.access_ids:
            raise Refused(401, "Unauthorized")
        return login

    def revoke_access(self, *, email: str, server: str) -> bool:
        """Kill the access tokens of a login; its refresh tokens live on. False without such a login."""
        login = self._logins.get((email.lower(), server))
        if login is None:
            return False
        login.access_ids.clear()
        return True

    def _read(self, token: str, kind: str) -> dict[str, object]:
        claims = tokens.read(token, key=self._key, now=self._clock.now(), audience=_AUDIENCE)
        if claims.get("type") != kind:
            raise tokens.BadToken("not this kind of token")
        return claims

    def _by_uid(self, claims: dict[str, object]) -> Login | None:
        return next((login for login in self._logins.values() if login.uid == claims.get("uid")), None)

    def _jwt(self, login: Login, kind: str, life: int, now: int) -> str:
        unique = secrets.token_hex(8)
        if kind == ACCESS:
            login.access_ids.add(unique)
        claims = {
            "iss": "tradelocker-api",
            "aud": _AUDIENCE,
            "type": kind,
            "sub": login.subject,
            "uid": login.uid,
            "brand": _BRAND,
            # Not a documented claim. Without it two tokens of the same second would be one and the same.
            "jti": unique,
        }
        return tokens.issue(claims, key=self._key, at=now, life=life)
