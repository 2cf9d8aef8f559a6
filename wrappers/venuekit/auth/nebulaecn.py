"""NebulaECN: a cookie session with a CSRF token, or an API key that signs a nonce. Never both at once."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import attrs

from venuekit.auth.credentials import CredentialCache, CredentialType, packed
from venuekit.auth.flows import Base, Steps, VenueAuth, json_object, operation_of, own_request, token_text
from venuekit.auth.shown import NotPickled, shown
from venuekit.auth.skew import VenueClock, raise_skew
from venuekit.transport.answers import raise_for_answer, unexpected_answer
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.http import Request, Response
from venuekit.transport.jsontext import as_list, as_object, parse_json
from venuekit.transport.options import check_header
from venuekit_clients.nebulaecn.operations import OPERATIONS

if TYPE_CHECKING:
    from venuekit.auth.store import TokenStore
    from venuekit.auth.totp import Totp

__all__ = ["NebulaKeyAuth", "NebulaSessionAuth", "hmac_signature"]

_VENUE = "nebulaecn"
_LOGIN = OPERATIONS["createSession"]
_TIME = OPERATIONS["getIdentityTime"]
_RESOURCE = "/api/v2/auth/resource/"
_READS = ("GET", "HEAD", "OPTIONS")
_KEY_HEADERS = ("X-Auth-Apikey", "X-Auth-Nonce", "X-Auth-Signature")
# What a new login heals. The gateway says it before the call reaches the venue's own code.
_LOST = {
    "authz.invalid_session",
    "authz.client_session_mismatch",
    "authz.csrf_token_mismatch",
    "authz.missing_csrf_token",
}
# What a right clock heals.
_LATE = {"authz.nonce_expired", "authz.nonce_not_valid_timestamp"}


@attrs.frozen(repr=False)
class _Session(NotPickled):
    """Cookies by name, and the CSRF token. The id is our own: a renewed cookie does not change it."""

    cookies: Mapping[str, str]
    csrf_token: str | None
    id: str


def _pack(session: _Session) -> dict[str, str]:
    return packed(cookies=json.dumps(dict(session.cookies)), csrf_token=session.csrf_token, id=session.id)


def _unpack(values: Mapping[str, str]) -> _Session:
    cookies = as_object(parse_json(values["cookies"])) or {}
    texts = {name: value for name, value in cookies.items() if isinstance(value, str)}
    if not texts:
        raise ValueError("no cookies")
    return _Session(texts, values.get("csrf_token"), values["id"])


_SESSION: CredentialType[_Session] = CredentialType(
    # A session has no end that is known: it moves with every call.
    windows=lambda session, now: None,
    pack=_pack,
    unpack=_unpack,
    same=lambda one, other: one.id == other.id,
)


class NebulaSessionAuth(VenueAuth):
    """Keeps a session: cookies, User-Agent, CSRF token.

    Whatever opens a session is noticed (createSession, createUser, confirmEmail, createAuth0Session), and
    deleteSession forgets it. With a password it logs in before the first call to `/resource`, and once more
    when the gateway says that the session or its CSRF token is not good; then the call is sent again.

    Args:
        email: of the login.
        password: of the login. Without e-mail and password the flow never logs in, and only keeps the session
            that other calls open.
        totp: the second factor; None when it is off. A login then fails with `identity.session.missing_otp`
            if it is on after all.
        base_url: the host's root, above `/api/v2/auth`. Other hosts get no credentials.
        user_agent: sent with every request: a session ends when it changes.
        store: where the session is kept between processes, under the e-mail address. They must share a User-Agent and a
            network, which the venue compares.
        clock: unix seconds.

    Raises:
        StatusError: from a call whose login the venue refused.
        TotpExhausted: from a call whose login needs a one-time code when all that are valid now were used.
    """

    def __init__(
        self,
        email: str | None = None,
        password: str | None = None,
        *,
        totp: Totp | None = None,
        base_url: str,
        user_agent: str = "venuekit",
        store: TokenStore | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        if not user_agent:
            raise ConfigurationError("user_agent must not be empty: the session is bound to it")
        check_header("NebulaECN's user_agent", user_agent)
        self._base = Base(base_url)
        super().__init__(self._base, VenueClock.of(clock, venue=_VENUE))
        self._email = email
        self._password = password
        self._login = {"email": email, "password": password} if email and password else None
        self._user_agent = user_agent
        self._state = threading.Lock()
        self._anonymous: Mapping[str, str] = {}
        self._totp: Totp | None = None
        self.totp = totp
        self._cache = CredentialCache(
            _SESSION,
            self._provide,
            clock=self.clock,
            venue=_VENUE,
            base=self._base,
            store=store,
            # Another User-Agent could not use the session.
            identity=f"{email}\0{user_agent}" if email else None,
        )

    @property
    def is_open(self) -> bool:
        """Whether a session is held. The venue may have ended it."""
        return self._cache.held is not None

    @property
    def source(self) -> str | None:
        """Where the session came from: `store` or `venue`; None when none is held."""
        return self._cache.source

    @property
    def totp(self) -> Totp | None:
        """The second factor that logins use; may be set when it is switched on."""
        with self._state:
            return self._totp

    @totp.setter
    def totp(self, totp: Totp | None) -> None:
        if totp is not None:
            totp.follow(self.clock.corrected)
        with self._state:
            self._totp = totp

    def forget(self) -> None:
        """Forget the session, in the store too, without ending it at the venue."""
        self._cache.adopt(None)

    def __repr__(self) -> str:
        return (
            f"NebulaSessionAuth(email={self._email!r}, password={shown(self._password)}, totp={self.totp!r},"
            f" base_url={self._base.url!r}, is_open={self.is_open})"
        )

    def steps(self, request: Request) -> Steps[None]:
        """Open a session if need be, send; log in and send once more when the session is lost."""
        if not self._base.owns(request):
            yield request
            return
        private = self._is_private(request)
        session = self._cache.held
        if private:
            session = yield from self._cache.get(request)
        answer = yield from self._send(request, session)
        for _ in range(2):
            if not private or not self._is_lost(answer):
                return
            if session is not None:
                self._cache.invalidate(session)
            renewed = yield from self._cache.renew(request, session)
            if renewed is None or (session is not None and renewed.id == session.id):
                return
            session, may_be_old = renewed, self._cache.source == "store"
            answer = yield from self._send(request, session)
            if not may_be_old:
                return

    def _send(self, request: Request, session: _Session | None) -> Steps[Response]:
        self._dress(request, session)
        answer = yield request
        at_sessions = self._base.path_of(request) == _LOGIN.path
        opens = at_sessions and request.method == "POST" and answer.is_success
        yield from self._absorb(answer, session, opens=opens)
        ended = answer.is_success or answer.status_code == 404
        if at_sessions and request.method == "DELETE" and ended and session is not None:
            yield from self._cache.drop(session)
        return answer

    def _is_private(self, request: Request) -> bool:
        return self._base.path_of(request).startswith(_RESOURCE)

    def _is_lost(self, answer: Response) -> bool:
        # The gateway calls its JSON text/plain, so that its type is not asked.
        return answer.status_code == 401 and not _LOST.isdisjoint(_codes(answer))

    def _dress(self, request: Request, session: _Session | None) -> None:
        """Give a request the session's headers, and no others that name somebody."""
        for name in (*_KEY_HEADERS, "Cookie", "X-CSRF-Token"):
            request.headers.pop(name, None)
        request.headers["User-Agent"] = self._user_agent
        cookies = session.cookies if session is not None else self._anonymous
        if cookies:
            request.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        if (
            session is not None
            and session.csrf_token
            and request.method not in _READS
            and self._is_private(request)
        ):
            request.headers["X-CSRF-Token"] = session.csrf_token

    def _provide(self, request: Request, stale: _Session | None) -> Steps[_Session | None]:
        """Log in. None without a password."""
        form = self._login
        if form is None:
            return None
        answer = yield self._login_request(request, form)
        totp = self.totp
        if (
            answer.status_code == 401
            and "identity.session.missing_otp" in _codes(answer)
            and totp is not None
        ):
            answer = yield self._login_request(request, {**form, "otp_code": totp.code()})
        raise_for_answer(answer, venue=_VENUE, operation=_LOGIN.id)
        # A login without a cookie gets a session of its own, whatever was held before.
        session = _Session(self._cookies_after(answer, {}), _csrf_token(answer), secrets.token_hex(8))
        if not session.cookies:
            raise unexpected_answer(answer, venue=_VENUE, operation=_LOGIN.id, why="without a session cookie")
        return session

    def _login_request(self, request: Request, form: Mapping[str, str]) -> Request:
        headers = {"User-Agent": self._user_agent}
        return own_request(request, _LOGIN, self._base, form=form, headers=headers)

    def _absorb(self, answer: Response, sent_with: _Session | None, *, opens: bool = False) -> Steps[None]:
        """Take cookies and CSRF token from an answer to a request that went out with `sent_with`.

        An answer that opens a session replaces whatever is held: a login, or any other with a CSRF token. The rest may
        only renew the cookies of the session that they belong to: a late answer of an old session must not spoil a
        newer one.
        """
        before = sent_with.cookies if sent_with is not None else self._anonymous
        cookies = self._cookies_after(answer, before)
        csrf_token = _csrf_token(answer)
        if opens or csrf_token is not None:
            self._anonymous = {}
            if cookies:
                yield from self._cache.took(_Session(cookies, csrf_token, secrets.token_hex(8)))
        elif cookies == before:
            return
        elif sent_with is None:
            self._anonymous = cookies
        elif cookies:
            yield from self._cache.amend(sent_with, attrs.evolve(sent_with, cookies=cookies))
        else:
            yield from self._cache.drop(sent_with)

    def _cookies_after(self, answer: Response, before: Mapping[str, str]) -> dict[str, str]:
        cookies = dict(before)
        for line in answer.headers.get_list("Set-Cookie"):
            pair, *attributes = line.split(";")
            name, _, value = pair.strip().partition("=")
            if name and value and not _is_over(attributes, self.clock()):
                cookies[name] = value
            else:
                cookies.pop(name, None)
        return cookies


class NebulaKeyAuth(VenueAuth):
    """Signs with an API key: `X-Auth-Apikey`, `X-Auth-Nonce` (unix milliseconds), `X-Auth-Signature`.

    The venue takes a nonce that is less than five seconds from its own clock. Operations without security get
    no headers. Cookies and CSRF tokens are taken off.

    Args:
        kid: the key's id.
        secret: the key's secret, shown once when the key was made.
        base_url: when given, requests to other hosts get no credentials.
        clock: unix seconds.
    """

    def __init__(
        self, kid: str, secret: str, *, base_url: str | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        if not (kid and secret and secret.isascii()):
            raise ConfigurationError("a NebulaECN API key is a kid and a secret, both in plain ASCII")
        check_header("NebulaECN's api_key (the kid)", kid)
        self._kid = kid
        self._secret = secret
        self._base = Base(base_url) if base_url is not None else None
        super().__init__(self._base, VenueClock.of(clock, venue=_VENUE))

    def steps(self, request: Request) -> Steps[None]:
        """Add the three headers and send; once more when the nonce was refused and the venue's time is another."""
        if self._base is not None and not self._base.owns(request):
            yield request
            return
        for name in (*_KEY_HEADERS, "Cookie", "X-CSRF-Token"):
            request.headers.pop(name, None)
        operation = operation_of(request)
        if operation is not None and not operation.security:
            yield request
            return
        offset = self.clock.offset
        self._sign(request)
        answer = yield request
        if not _is_late(answer):
            return
        if self.clock.skew is None and self._base is not None:
            yield from self._ask_time(request, self._base)
        if self.clock.helps(offset):
            # The gateway refused before the call reached the venue's own code.
            self._sign(request)
            answer = yield request
        if _is_late(answer):
            raise_skew(answer, self.clock, venue=_VENUE)

    def _sign(self, request: Request) -> None:
        nonce = str(int(self.clock() * 1000))
        values = (self._kid, nonce, hmac_signature(self._kid, self._secret, nonce))
        request.headers.update(dict(zip(_KEY_HEADERS, values, strict=True)))

    def _ask_time(self, request: Request, base: Base) -> Steps[None]:
        asked_at = self.clock.uncorrected()
        answer = yield own_request(request, _TIME, base)
        told = (json_object(answer) or {}).get("time")
        if isinstance(told, int | float) and not isinstance(told, bool):
            self.clock.learn(float(told), asked_at=asked_at, resolution=1.0)

    def __repr__(self) -> str:
        return f"NebulaKeyAuth(kid={self._kid!r}, secret={shown(self._secret)})"


def hmac_signature(kid: str, secret: str, nonce: str) -> str:
    """HMAC-SHA256 of the nonce followed by the key id, lower case hex. The secret is text: not decoded."""
    return hmac.new(secret.encode("ascii"), f"{nonce}{kid}".encode("ascii"), hashlib.sha256).hexdigest()


def _is_late(answer: Response) -> bool:
    return answer.status_code == 401 and not _LATE.isdisjoint(_codes(answer))


def _codes(answer: Response) -> set[str]:
    return {code for code in as_list((json_object(answer) or {}).get("errors")) if isinstance(code, str)}


def _csrf_token(answer: Response) -> str | None:
    # Looked for as text first: most answers are not worth a second parse.
    if not answer.is_success or b"csrf_token" not in answer.content:
        return None
    return token_text((json_object(answer) or {}).get("csrf_token"))


def _is_over(attributes: list[str], now: float) -> bool:
    """Whether the attributes of a cookie say that it is to be dropped."""
    named = {
        name.strip().lower(): value.strip() for name, _, value in (item.partition("=") for item in attributes)
    }
    if "max-age" in named:
        try:
            return int(named["max-age"]) <= 0
        except ValueError:
            return False
    try:
        return parsedate_to_datetime(named["expires"]).timestamp() <= now
    except (KeyError, ValueError):
        return False
