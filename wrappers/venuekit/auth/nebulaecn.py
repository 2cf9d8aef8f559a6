"""NebulaECN: a cookie session with a CSRF token, or an API key that signs a nonce. Never both at once."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Callable, Generator, Mapping
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import attrs

from venuekit.auth.flows import Base, Flow, TurnAuth, json_object, operation_of, own_request
from venuekit.auth.shown import shown
from venuekit.transport.answers import raise_for_answer, unexpected_answer
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.http import Auth, Request, Response
from venuekit.transport.jsontext import as_list
from venuekit_clients.nebulaecn.operations import OPERATIONS

if TYPE_CHECKING:
    from venuekit.auth.totp import Totp

__all__ = ["NebulaKeyAuth", "NebulaSessionAuth", "hmac_signature"]

_VENUE = "nebulaecn"
_LOGIN = OPERATIONS["createSession"]
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


@attrs.frozen(repr=False)
class _Session:
    """Cookies by name, and the CSRF token. `number` grows with each session, not with a renewed cookie."""

    cookies: Mapping[str, str]
    csrf_token: str | None
    number: int

    @property
    def is_open(self) -> bool:
        return bool(self.cookies)


class NebulaSessionAuth(TurnAuth):
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
        clock: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        if not user_agent:
            raise ConfigurationError("user_agent must not be empty: the session is bound to it")
        self._base = Base(base_url)
        self._email = email
        self._password = password
        self._login = {"email": email, "password": password} if email and password else None
        self._totp = totp
        self._user_agent = user_agent
        self._clock = clock
        self._session = _Session({}, None, 0)

    @property
    def is_open(self) -> bool:
        """Whether a session is held. The venue may have ended it."""
        return self._held().is_open

    @property
    def totp(self) -> Totp | None:
        """The second factor that logins use; may be set when it is switched on."""
        with self._state:
            return self._totp

    @totp.setter
    def totp(self, totp: Totp | None) -> None:
        with self._state:
            self._totp = totp

    def forget(self) -> None:
        """Forget the session without ending it at the venue."""
        with self._state:
            self._session = _Session({}, None, self._session.number + 1)

    def __repr__(self) -> str:
        return (
            f"NebulaSessionAuth(email={self._email!r}, password={shown(self._password)}, totp={self.totp!r},"
            f" base_url={self._base.url!r}, is_open={self.is_open})"
        )

    def may_renew(self, request: Request, answer: Response | None) -> bool:
        """Whether the flow could log in next."""
        if self._login is None or not self._base.owns(request):
            return False
        if answer is None:
            return self._is_private(request) and not self.is_open
        return self._is_private(request) and self._is_lost(answer)

    def auth_flow(self, request: Request) -> Flow:
        """Open a session if need be, send; log in and send once more when the session is lost."""
        if not self._base.owns(request):
            yield request
            return
        private = self._is_private(request)
        session = self._held()
        if private and not session.is_open and self._login is not None:
            session = yield from self._log_in(request, session, self._login)
        self._dress(request, session)
        answer = yield request
        at_sessions = self._base.path_of(request) == _LOGIN.path
        self._absorb(answer, session, opens=at_sessions and request.method == "POST" and answer.is_success)
        if at_sessions and request.method == "DELETE" and (answer.is_success or answer.status_code == 404):
            self._end(session)
        if self._login is None or not private or not self._is_lost(answer):
            return
        session = yield from self._log_in(request, session, self._login)
        self._dress(request, session)
        answer = yield request
        self._absorb(answer, session)

    def _held(self) -> _Session:
        with self._state:
            return self._session

    def _is_private(self, request: Request) -> bool:
        return self._base.path_of(request).startswith(_RESOURCE)

    def _is_lost(self, answer: Response) -> bool:
        # The gateway calls its JSON text/plain, so that its type is not asked.
        return answer.status_code == 401 and not _LOST.isdisjoint(_codes(answer))

    def _dress(self, request: Request, session: _Session) -> None:
        """Give a request the session's headers, and no others that name somebody."""
        for name in (*_KEY_HEADERS, "Cookie", "X-CSRF-Token"):
            request.headers.pop(name, None)
        request.headers["User-Agent"] = self._user_agent
        if session.cookies:
            request.headers["Cookie"] = "; ".join(
                f"{name}={value}" for name, value in session.cookies.items()
            )
        if session.csrf_token and request.method not in _READS and self._is_private(request):
            request.headers["X-CSRF-Token"] = session.csrf_token

    def _log_in(
        self, request: Request, lost: _Session, form: Mapping[str, str]
    ) -> Generator[Request, Response, _Session]:
        """A session other than the one that was lost."""
        held = self._held()
        if held.number != lost.number and held.is_open:
            return held
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
        session = self._absorb(answer, _Session({}, None, lost.number), opens=True)
        if not session.is_open:
            raise unexpected_answer(answer, venue=_VENUE, operation=_LOGIN.id, why="without a session cookie")
        return session

    def _login_request(self, request: Request, form: Mapping[str, str]) -> Request:
        headers = {"User-Agent": self._user_agent}
        return own_request(request, _LOGIN, self._base, form=form, headers=headers)

    def _absorb(self, answer: Response, sent_with: _Session, *, opens: bool = False) -> _Session:
        """Take cookies and CSRF token from an answer to a request that went out with `sent_with`.

        An answer that opens a session replaces whatever is held: a login, or any other with a CSRF token. The
        rest may
        only renew the cookies of the session that they belong to: a late answer of an old session must not
        spoil a
        newer one.
        """
        cookies = self._cookies_after(answer, sent_with.cookies)
        csrf_token = _csrf_token(answer)
        with self._state:
            if opens or csrf_token is not None:
                self._session = _Session(cookies, csrf_token, self._session.number + 1)
            elif self._session.number == sent_with.number and cookies != sent_with.cookies:
                self._session = attrs.evolve(self._session, cookies=cookies)
            return self._session

    def _cookies_after(self, answer: Response, before: Mapping[str, str]) -> dict[str, str]:
        cookies = dict(before)
        for line in answer.headers.get_list("Set-Cookie"):
            pair, *attributes = line.split(";")
            name, _, value = pair.strip().partition("=")
            if name and value and not _is_over(attributes, self._clock()):
                cookies[name] = value
            else:
                cookies.pop(name, None)
        return cookies

    def _end(self, ended: _Session) -> None:
        with self._state:
            if self._session.number == ended.number:
                self._session = _Session({}, None, ended.number + 1)


class NebulaKeyAuth(Auth):
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
        if not kid or not secret:
            raise ConfigurationError("a NebulaECN API key is a kid and a secret")
        self._kid = kid
        self._secret = secret
        self._base = Base(base_url) if base_url is not None else None
        self._clock = clock

    def auth_flow(self, request: Request) -> Flow:
        """Add the three headers and send, once."""
        if self._base is None or self._base.owns(request):
            for name in (*_KEY_HEADERS, "Cookie", "X-CSRF-Token"):
                request.headers.pop(name, None)
            operation = operation_of(request)
            if operation is None or operation.security:
                nonce = str(int(self._clock() * 1000))
                values = (self._kid, nonce, hmac_signature(self._kid, self._secret, nonce))
                request.headers.update(dict(zip(_KEY_HEADERS, values, strict=True)))
        yield request

    def __repr__(self) -> str:
        return f"NebulaKeyAuth(kid={self._kid!r}, secret={shown(self._secret)})"


def hmac_signature(kid: str, secret: str, nonce: str) -> str:
    """HMAC-SHA256 of the nonce followed by the key id, lower case hex. The secret is text: not decoded."""
    return hmac.new(secret.encode("ascii"), f"{nonce}{kid}".encode("ascii"), hashlib.sha256).hexdigest()


def _codes(answer: Response) -> set[str]:
    return {code for code in as_list((json_object(answer) or {}).get("errors")) if isinstance(code, str)}


def _csrf_token(answer: Response) -> str | None:
    # Looked for as text first: most answers are not worth a second parse.
    if not answer.is_success or b"csrf_token" not in answer.content:
        return None
    token = (json_object(answer) or {}).get("csrf_token")
    return token if isinstance(token, str) and token else None


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
