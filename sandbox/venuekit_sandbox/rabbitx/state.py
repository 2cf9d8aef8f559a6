"""Profiles, logins and API keys of RabbitX."""

from __future__ import annotations

import base64
import secrets

from venuekit_sandbox import tokens
from venuekit_sandbox.deadlines import Deadlines, Windows
from venuekit_sandbox.rabbitx import errors
from venuekit_sandbox.rabbitx.errors import Refused
from venuekit_sandbox.rabbitx.memory import Login, Memory, Profile, place
from venuekit_sandbox.world import Clock

JWT_LIFE = 48 * 3600
LOGIN_LIFE = 90 * 24 * 3600
MAX_KEYS = 10
_NOBODYS_ADDRESS = "192.0.2.1"

# Public test wallets, the last three accounts of the well-known Hardhat and Anvil mnemonic.
KEY_EXPIRED_WALLET = "0xbda5747bfd65f08deb54cb465eb87d40e51b197e"
FOREIGN_ADDRESS_WALLET = "0xdd2fd4581271e230360230f9337d5c0430bf44c0"
TOO_MANY_KEYS_WALLET = "0x8626f6940e2eb28930efb4cef49b2d1f2c9c1199"


class State:
    """The memory, with what finds things in it."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.reset()

    def reset(self) -> None:
        """Forget all, keys of tokens too. There are no fixtures: a wallet is made known by signing in."""
        self.adopt(Memory())

    def adopt(self, memory: Memory) -> None:
        """Take over a memory and build what is derived from it."""
        logins = memory.logins.values()
        self.memory = memory
        self.windows = Windows(memory.windows)
        self._keys = {login.key: login for login in logins if login.key is not None}
        self._refresh_tokens = {login.refresh_token: login for login in logins}
        self._keys_of: dict[str, list[Login]] = {}
        for login in self._keys.values():
            self._keys_of.setdefault(login.owner, []).append(login)
        self._forgotten = Deadlines((_forgotten_at(login), login.id) for login in logins)

    # profiles

    def sign_in(self, *, eid: str, wallet: str, kind: str) -> Profile:
        """The profile of this wallet on this chain; made when it is unknown. Raises `Refused`."""
        known = self.find(eid=eid, wallet=wallet)
        if known is not None:
            if known.kind != kind:
                raise Refused(400, f"profile_type: the wallet is known as {known.kind}")
            return known
        profile = Profile(self.memory.next_profile, eid, wallet, kind, self.clock.now())
        self.memory.next_profile += 1
        self.memory.profiles[place(eid, wallet)] = profile
        return profile

    def find(self, *, eid: str, wallet: str) -> Profile | None:
        """The profile of this wallet on this chain."""
        return self.memory.profiles.get(place(eid, wallet))

    def profile_of(self, login: Login) -> Profile:
        """Whose login it is."""
        return self.memory.profiles[login.owner]

    # logins

    def open_session(self, profile: Profile) -> Login:
        """A browser session with a random secret and a refresh token."""
        login = self._new_login(profile)
        self.rotate_session(login)
        return login

    def rotate_session(self, login: Login) -> None:
        """New secret and refresh token; the old ones are dead."""
        self._refresh_tokens.pop(login.refresh_token, None)
        login.secret, login.refresh_token = "0x" + secrets.token_hex(32), secrets.token_urlsafe(32)
        login.expiration = int(self.clock.now()) + LOGIN_LIFE
        self._refresh_tokens[login.refresh_token] = login
        self._forgotten.add(_forgotten_at(login), login.id)

    def api_key(self, profile: Profile) -> Login:
        """The profile's live API key; made when there is none. Raises `Refused`."""
        live = self._live_keys(profile)
        if live and not self.memory.switches.key_per_onboarding:
            return live[0]
        return self.new_api_key(profile)

    def new_api_key(self, profile: Profile, *, allowed_ips: list[str] | None = None) -> Login:
        """One more API key, with a refresh token. Raises `Refused`: a profile has `MAX_KEYS` at most."""
        wallet = profile.wallet.lower()
        if wallet == TOO_MANY_KEYS_WALLET or len(self._live_keys(profile)) >= MAX_KEYS:
            raise Refused(403, errors.TOO_MANY_KEYS)
        login = self._new_login(profile)
        login.allowed_ips = list(allowed_ips or ())
        if wallet == FOREIGN_ADDRESS_WALLET:
            login.allowed_ips = [_NOBODYS_ADDRESS]
        self.rotate_api_key(login)
        if wallet == KEY_EXPIRED_WALLET:
            login.expiration = int(self.clock.now())
        return login

    def rotate_api_key(self, login: Login) -> None:
        """A new key, secret, refresh token and expiry in place of the old ones."""
        if login.key is None:
            self._keys_of.setdefault(login.owner, []).append(login)
        else:
            del self._keys[login.key]
        login.key = base64.b64encode(secrets.token_bytes(32)).decode()
        self._keys[login.key] = login
        self.rotate_session(login)

    def by_key(self, key: str, *, eid: str, address: str) -> Login:
        """The login of an API key on the chain it was made on. Raises `Refused`."""
        login = self._keys.get(key)
        if login is None or self.profile_of(login).eid != eid:
            raise Refused(401, errors.NO_SUCH_KEY)
        if self.clock.now() >= login.expiration:
            raise Refused(401, errors.KEY_EXPIRED)
        if login.allowed_ips and address not in login.allowed_ips:
            raise Refused(403, errors.FOREIGN_ADDRESS)
        return login

    def by_refresh_token(self, token: str) -> Login | None:
        """The login that holds this refresh token now."""
        login = self._refresh_tokens.get(token)
        return login if login is not None and self.clock.now() < _forgotten_at(login) else None

    # JWTs

    def issue_jwt(self, login: Login, *, use: str = "private") -> str:
        """A JWT for this login, good for 48 hours."""
        profile = self.profile_of(login)
        claims = {
            "iss": "rabbitx-sandbox",
            "sub": str(profile.id),
            "wallet": profile.wallet,
            "eid": profile.eid,
            "use": use,
            "sid": login.id,
            "jti": secrets.token_hex(8),
        }
        return tokens.issue(claims, key=self.memory.jwt_key, at=self.clock.now(), life=JWT_LIFE)

    def by_jwt(self, token: str, *, ignore_expiry: bool = False) -> Login:
        """The login of a JWT. Raises `Refused`."""
        try:
            claims = tokens.read(
                token, key=self.memory.jwt_key, now=self.clock.now(), ignore_expiry=ignore_expiry
            )
        except tokens.ExpiredToken:
            raise Refused(401, errors.EXPIRED_JWT) from None
        except tokens.BadToken:
            raise Refused(401, errors.BAD_JWT) from None
        login = self.memory.logins.get(str(claims.get("sid")))
        if login is None or claims.get("use") != "private":
            raise Refused(401, errors.BAD_JWT)
        return login

    # inside

    def _live_keys(self, profile: Profile) -> list[Login]:
        now = self.clock.now()
        logins = self._keys_of.get(place(profile.eid, profile.wallet), ())
        return [login for login in logins if login.expiration > now]

    def _new_login(self, profile: Profile) -> Login:
        self._forget()
        login = Login(secrets.token_hex(8), place(profile.eid, profile.wallet))
        self.memory.logins[login.id] = login
        return login

    def _forget(self) -> None:
        now = self.clock.now()
        for name in self._forgotten.due(now):
            login = self.memory.logins.get(name)
            if login is None or _forgotten_at(login) > now:
                continue  # renewed since
            del self.memory.logins[name]
            self._refresh_tokens.pop(login.refresh_token, None)
            if login.key is not None:
                del self._keys[login.key]
                self._keys_of[login.owner].remove(login)


def _forgotten_at(login: Login) -> int:
    # An expired key is told from an unknown one for a while.
    return login.expiration if login.key is None else login.expiration + LOGIN_LIFE
