"""Logins, accounts and tokens of TradeLocker."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from venuekit_sandbox import magic, tokens
from venuekit_sandbox.deadlines import Deadlines, Windows
from venuekit_sandbox.tradelocker.config import ROUTE_LIMITS
from venuekit_sandbox.tradelocker.errors import Refused
from venuekit_sandbox.tradelocker.memory import Account, Login, Memory
from venuekit_sandbox.world import Clock

ACCESS_LIFE = 3600
REFRESH_LIFE = 604800
ACCESS = "access_token"
REFRESH = "refresh_token"
_BRAND = "SANDBOX"
_DEMO = ("demo@example.com", "sandbox-password", "SANDBOX")
_AUDIENCE = "tradelocker-api-traders"


class State:
    """The memory, with what finds things in it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.reset()

    def reset(self) -> None:
        """Forget everything, keys of tokens too, and seed the demo login."""
        self.adopt(Memory())
        email, password, server = _DEMO
        self.put_login(email=email, password=password, server=server, accounts=[{}])

    def adopt(self, memory: Memory) -> None:
        """Take over a memory and build what is derived from it."""
        self.memory = memory
        self._by_uid = {login.uid: login for logins in memory.logins.values() for login in logins.values()}
        self._spent = Deadlines((expires, unique) for unique, expires in memory.spent.items())
        self._windows = Windows(memory.windows)

    def put_login(
        self, *, email: str, password: str, server: str, accounts: Sequence[Mapping[str, str]]
    ) -> Login:
        """Make a login, or replace the one of this e-mail address at this server, whose tokens die.

        An account takes `id` and `accNum` (digits), `name`, `currency`, `balance` and `status`; what is
        absent is made up.
        """
        subject = f"{_BRAND}#{secrets.token_urlsafe(16)}"
        login = Login(email, password, server, str(uuid.uuid4()), subject)
        for number, wanted in enumerate(accounts, start=1):
            account = Account(
                id=int(wanted.get("id", self.memory.next_account)),
                number=int(wanted.get("accNum", number)),
                name=wanted.get("name", f"{subject}#{number}#1"),
                currency=wanted.get("currency", "USD"),
                balance=wanted.get("balance", "2024.75"),
                status=wanted.get("status", "ACTIVE"),
            )
            self.memory.next_account = max(self.memory.next_account, account.id) + 1
            login.accounts.append(account)
        replaced = self.find(email=email, server=server)
        if replaced is not None:
            del self._by_uid[replaced.uid]
        self.memory.logins.setdefault(server, {})[email.lower()] = login
        self._by_uid[login.uid] = login
        return login

    def find(self, *, email: str, server: str) -> Login | None:
        """The login of this e-mail address at this server."""
        return self.memory.logins.get(server, {}).get(email.lower())

    def sign_in(self, *, email: str, password: str, server: str) -> Login:
        """Raises `Refused` 403, which does not tell what was wrong."""
        login = self.find(email=email, server=server) or self._tagged_demo(email, server)
        sent = password.encode("utf-8", "surrogatepass")
        right = login is not None and secrets.compare_digest(login.password.encode(), sent)
        if login is None or not right or magic.LOCKED in magic.outcomes(email):
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
        unique, expires = str(claims["jti"]), claims["exp"]
        login = self._by_uid.get(str(claims["uid"]))
        if unique in self.memory.spent or login is None:
            raise Refused(401, "Refresh token revoked")
        for over in self._spent.due(self._clock.now()):
            del self.memory.spent[over]
        if self.memory.switches.one_time_refresh and isinstance(expires, int):
            self.memory.spent[unique] = expires
            self._spent.add(expires, unique)
        return login

    def by_access(self, token: str | None) -> Login:
        """The login of a bearer. Raises `Refused` 401."""
        try:
            claims = self._read(token or "", ACCESS)
        except tokens.BadToken:
            raise Refused(401, "Unauthorized") from None
        login = self._by_uid.get(str(claims["uid"]))
        if login is None or str(claims["jti"]).partition(".")[0] != str(login.generation):
            raise Refused(401, "Unauthorized")
        return login

    def spend(self, login: Login, route: str) -> None:
        """Count a call of this route. Raises `Refused` 429."""
        if not self.memory.switches.route_limits:
            return
        name, now = f"{login.uid} {route}", self._clock.now()
        allowed, _ = self._windows.spend(name, 1, tokens=ROUTE_LIMITS[route], seconds=1, now=now)
        if not allowed:
            raise Refused(429, "Too Many Requests")

    def _read(self, token: str, kind: str) -> dict[str, object]:
        claims = tokens.read(token, key=self.memory.jwt_key, now=self._clock.now(), audience=_AUDIENCE)
        if claims.get("type") != kind:
            raise tokens.BadToken("not this kind of token")
        return claims

    def _tagged_demo(self, email: str, server: str) -> Login | None:
        demo, _, demo_server = _DEMO
        local, _, domain = email.lower().rpartition("@")
        if server != demo_server or f"{local.partition('+')[0]}@{domain}" != demo:
            return None
        return self.find(email=demo, server=server)

    def _jwt(self, login: Login, kind: str, life: int, now: int) -> str:
        claims = {
            "iss": "tradelocker-api",
            "aud": _AUDIENCE,
            "type": kind,
            "sub": login.subject,
            "uid": login.uid,
            "brand": _BRAND,
            # Not a documented claim. Without it two tokens of the same second would be one and the same.
            "jti": f"{login.generation}.{secrets.token_hex(8)}",
        }
        return tokens.issue(claims, key=self.memory.jwt_key, at=now, life=life)
