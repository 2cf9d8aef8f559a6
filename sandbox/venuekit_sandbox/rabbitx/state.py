"""Profiles, logins and API keys of RabbitX."""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass, field

from venuekit_sandbox import tokens
from venuekit_sandbox.rabbitx import errors
from venuekit_sandbox.rabbitx.errors import Refused
from venuekit_sandbox.rabbitx.limits import RateLimits
from venuekit_sandbox.world import Clock

JWT_LIFE = 48 * 3600
KEY_LIFE = 90 * 24 * 3600


@dataclass(slots=True)
class Profile:
    """One wallet on one chain. Times in unix seconds."""

    id: int
    eid: str
    wallet: str
    kind: str
    created_at: float

    def as_json(self) -> dict[str, object]:
        """The full profile: decimals as strings, integers as integers, `last_update` in microseconds."""
        zero = "0"
        micros = int(self.created_at * 1_000_000)
        return {
            "id": self.id,
            "profile_type": self.kind,
            "status": "active",
            "wallet": self.wallet,
            "last_update": micros,
            "last_liq_check": 0,
            "balance": zero,
            "account_equity": zero,
            "account_leverage": "1",
            "account_margin": "1",
            "cum_trading_volume": zero,
            "cum_unrealized_pnl": zero,
            "health": "1",
            "leverage": {"BTC-USD": "1", "ETH-USD": "1"},
            "total_notional": zero,
            "total_order_margin": zero,
            "total_position_margin": zero,
            "withdrawable_balance": zero,
            "orders": [],
            "positions": [],
            "profile_notifications": [],
        }


@dataclass(slots=True)
class Login:
    """What a write is signed with: the random secret of a browser session, or the secret of an API key."""

    id: str
    profile: Profile
    secret: str = ""
    refresh_token: str = ""
    key: str | None = None
    expiration: int = 0

    def api_secret_json(self) -> dict[str, object]:
        """The key pair, with the capitals of the wire."""
        return {
            "Key": self.key,
            "ProfileID": self.profile.id,
            "Secret": self.secret,
            "Tag": "DEFAULT",
            "Expiration": self.expiration,
            "Status": "ACTIVE",
        }


@dataclass(slots=True)
class State:
    """Everything RabbitX remembers."""

    clock: Clock
    jwt_key: str = field(default_factory=lambda: secrets.token_hex(32))
    limits: RateLimits = field(default_factory=RateLimits)
    switches: dict[str, bool] = field(default_factory=dict)
    _profiles: dict[tuple[str, str], Profile] = field(default_factory=dict)
    _logins: dict[str, Login] = field(default_factory=dict)
    _keys: dict[str, Login] = field(default_factory=dict)
    _refresh_tokens: dict[str, Login] = field(default_factory=dict)
    _next_profile: int = 1

    def __post_init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget all. There are no fixtures: a wallet is made known by signing in."""
        self.limits.clear()
        self._profiles.clear()
        self._logins.clear()
        self._keys.clear()
        self._refresh_tokens.clear()
        self._next_profile = 1
        self.jwt_key = secrets.token_hex(32)  # tokens of before the reset are worth nothing
        self.switches = {"rate_limits": True, "snake_case_jwt_answer": False, "bare_jwt_answer": False}

    def sign_in(self, *, eid: str, wallet: str, kind: str) -> Profile:
        """The profile of this wallet on this chain; made when it is unknown."""
        known = self.find(eid=eid, wallet=wallet)
        if known is not None:
            return known
        profile = Profile(self._next_profile, eid, wallet, kind, self.clock.now())
        self._next_profile += 1
        self._profiles[eid, wallet.lower()] = profile
        return profile

    def find(self, *, eid: str, wallet: str) -> Profile | None:
        """The profile of this wallet on this chain."""
        return self._profiles.get((eid, wallet.lower()))

    def open_session(self, profile: Profile) -> Login:
        """A browser session with a random secret and a refresh token."""
        login = self._new_login(profile)
        self.rotate_session(login)
        return login

    def rotate_session(self, login: Login) -> None:
        """New random secret and refresh token; the old ones are dead."""
        self._refresh_tokens.pop(login.refresh_token, None)
        login.secret, login.refresh_token = "0x" + secrets.token_hex(32), secrets.token_urlsafe(32)
        self._refresh_tokens[login.refresh_token] = login

    def api_key(self, profile: Profile) -> Login:
        """The profile's live API key; made when there is none."""
        now = self.clock.now()
        for login in self._keys.values():
            if login.profile is profile and login.expiration > now:
                return login
        return self.new_api_key(profile)

    def new_api_key(self, profile: Profile) -> Login:
        """One more API key, with a refresh token."""
        login = self._new_login(profile)
        self.rotate_api_key(login)
        return login

    def rotate_api_key(self, login: Login) -> None:
        """A new key, secret, refresh token and expiry in place of the old ones."""
        self.rotate_session(login)
        self._keys.pop(login.key or "", None)
        login.key = base64.b64encode(secrets.token_bytes(32)).decode()
        login.expiration = int(self.clock.now()) + KEY_LIFE
        self._keys[login.key] = login

    def by_key(self, key: str, *, eid: str) -> Login:
        """The login of an API key on the chain it was made on. Raises `Refused`."""
        login = self._keys.get(key)
        if login is None or login.profile.eid != eid:
            raise Refused(401, errors.NO_SUCH_KEY)
        if self.clock.now() >= login.expiration:
            raise Refused(401, errors.KEY_EXPIRED)
        return login

    def by_refresh_token(self, token: str) -> Login | None:
        """The login that holds this refresh token now."""
        return self._refresh_tokens.get(token)

    def issue_jwt(self, login: Login, *, use: str = "private") -> str:
        """A JWT for this login, good for 48 hours."""
        claims = {
            "iss": "rabbitx-sandbox",
            "sub": str(login.profile.id),
            "wallet": login.profile.wallet,
            "eid": login.profile.eid,
            "use": use,
            "sid": login.id,
            "jti": secrets.token_hex(8),
        }
        return tokens.issue(claims, key=self.jwt_key, at=self.clock.now(), life=JWT_LIFE)

    def by_jwt(self, token: str, *, ignore_expiry: bool = False) -> Login:
        """The login of a JWT. Raises `Refused`."""
        try:
            claims = tokens.read(token, key=self.jwt_key, now=self.clock.now(), ignore_expiry=ignore_expiry)
        except tokens.ExpiredToken:
            raise Refused(401, errors.EXPIRED_JWT) from None
        except tokens.BadToken:
            raise Refused(401, errors.BAD_JWT) from None
        login = self._logins.get(str(claims.get("sid")))
        if login is None or claims.get("use") != "private":
            raise Refused(401, errors.BAD_JWT)
        return login

    def _new_login(self, profile: Profile) -> Login:
        login = Login(secrets.token_hex(8), profile)
        self._logins[login.id] = login
        return login
