"""TradeLocker: a pair of JWTs from e-mail, password and server, renewed before they end."""

from __future__ import annotations

import base64
import binascii
import json
import time
from collections.abc import Callable, Generator, Mapping
from typing import TYPE_CHECKING

import attrs

from venuekit.auth.flows import (
    Base,
    Flow,
    LoginRequired,
    TurnAuth,
    json_object,
    operation_of,
    own_request,
    unix_seconds,
)
from venuekit.auth.shown import shown
from venuekit.transport.answers import raise_for_answer, unexpected_answer
from venuekit.transport.errors import (
    AnswerError,
    ConfigurationError,
    RateLimitedError,
    StatusError,
    UnavailableError,
)
from venuekit.transport.http import Request, Response, operation_id
from venuekit.transport.jsontext import as_object
from venuekit_clients.tradelocker.operations import OPERATIONS

if TYPE_CHECKING:
    from venuekit_clients.runtime import Operation
    from venuekit_clients.tradelocker.models import JWTTokensResponse

__all__ = ["TradeLockerAuth", "TradeLockerTokens"]

_VENUE = "tradelocker"
_LOGIN = OPERATIONS["getJWTTokens"]
_REFRESH = OPERATIONS["refreshJWTTokens"]
# Calls that need no tokens and answer some.
_GIVING = (_LOGIN.path, _REFRESH.path)


@attrs.frozen
class TradeLockerTokens:
    """A pair of tokens.

    Attributes:
        access_token: the bearer token; lives an hour.
        refresh_token: taken to be good for one use; None when there is none, or when it was refused.
        expires_at: when the access token ends, unix seconds; None when nothing says so.
    """

    access_token: str = attrs.field(repr=shown)
    refresh_token: str | None = attrs.field(default=None, repr=shown)
    expires_at: float | None = None

    @classmethod
    def from_model(cls, answer: JWTTokensResponse) -> TradeLockerTokens:
        """From the model that getJWTTokens and refreshJWTTokens answer."""
        return cls.from_answer(answer.to_dict())

    @classmethod
    def from_answer(cls, answer: Mapping[str, object]) -> TradeLockerTokens:
        """Read `accessToken`, `refreshToken` and `expireDate`; without a date, the token's own `exp`.

        Raises:
            ValueError: there is no access token.
        """
        access = answer.get("accessToken")
        refresh = answer.get("refreshToken")
        if not isinstance(access, str) or not access:
            raise ValueError("no accessToken")
        ends = unix_seconds(answer.get("expireDate"))
        return cls(
            access_token=access,
            refresh_token=refresh if isinstance(refresh, str) and refresh else None,
            expires_at=ends if ends is not None else _claim(access, "exp"),
        )


class TradeLockerAuth(TurnAuth):
    """Logs in when first needed, refreshes before the access token ends, and once more on 401.

    When a refresh is refused it logs in again, if it can. Tokens in the answers of the caller's own logins
    and refreshes are adopted. Every request carries `developer-api-key` when there is one; `/trade/` requests
    carry `accNum` when they do not name one themselves.

    Args:
        email: of the login; with `password` and `server`, or none of the three.
        password: of the login.
        server: of the login.
        tokens: a pair that is held already.
        account_number: the `accNum` of the account to trade on; may be set later.
        developer_api_key: lifts the venue's rate limits.
        base_url: the API's root, ending in `/backend-api`. Other hosts get no credentials.
        clock: unix seconds.
        refresh_margin: how long before its end a token is renewed, in seconds; at most half of its life.

    Raises:
        LoginRequired: from a call that needs tokens while there is no way to get them.
        StatusError: from a call whose login the venue refused.
    """

    def __init__(
        self,
        *,
        email: str | None = None,
        password: str | None = None,
        server: str | None = None,
        tokens: TradeLockerTokens | None = None,
        account_number: int | None = None,
        developer_api_key: str | None = None,
        base_url: str,
        clock: Callable[[], float] = time.time,
        refresh_margin: float = 60.0,
    ) -> None:
        super().__init__()
        login = (email, password, server)
        if any(login) and not all(login):
            raise ConfigurationError(
                "a TradeLocker login is email, password and server: give all three or none"
            )
        if refresh_margin < 0:
            raise ConfigurationError("refresh_margin must not be negative")
        self._base = Base(base_url)
        self._login_body: dict[str, object] | None = None
        if all(login):
            self._login_body = {"email": email, "password": password, "server": server}
        self.account_number = account_number
        self._developer_api_key = developer_api_key
        self._clock = clock
        self._margin = refresh_margin
        self._tokens: TradeLockerTokens | None = None
        self._renew_at: float | None = None
        self.adopt(tokens)

    @property
    def tokens(self) -> TradeLockerTokens | None:
        """What is held now. Renewing replaces it."""
        with self._state:
            return self._tokens

    def adopt(self, tokens: TradeLockerTokens | None) -> None:
        """Use these tokens from now on; None forgets."""
        with self._state:
            self._hold(tokens)

    def __repr__(self) -> str:
        login = self._login_body or {}
        return (
            f"TradeLockerAuth(email={login.get('email')!r}, password={shown(login.get('password'))},"
            f" server={login.get('server')!r}, tokens={self.tokens!r},"
            f" account_number={self.account_number!r}, developer_api_key={shown(self._developer_api_key)},"
            f" base_url={self._base.url!r})"
        )

    def may_renew(self, request: Request, answer: Response | None) -> bool:
        """Whether tokens are missing or about to end, or were refused."""
        if not self._base.owns(request) or self._is_open(request):
            return False
        if answer is not None:
            return answer.status_code == 401
        return self._is_due()

    def auth_flow(self, request: Request) -> Flow:
        """Get tokens if need be, send; renew and send once more on 401."""
        if not self._base.owns(request):
            yield request
            return
        path = self._base.path_of(request)
        if self._developer_api_key:
            request.headers["developer-api-key"] = self._developer_api_key
        if path.startswith("/trade/") and self.account_number is not None:
            request.headers.setdefault("accNum", str(self.account_number))
        if self._is_open(request):
            answer = yield request
            if path in _GIVING and answer.is_success:
                self._take(answer)
            return
        tokens = self.tokens
        if tokens is None or self._is_due():
            tokens = yield from self._renew_in_time(request, tokens)
        request.headers["Authorization"] = f"Bearer {tokens.access_token}"
        answer = yield request
        if answer.status_code != 401:
            return
        renewed = yield from self._renew(request, tokens)
        if renewed is not None:
            request.headers["Authorization"] = f"Bearer {renewed.access_token}"
            yield request

    def _is_open(self, request: Request) -> bool:
        if self._base.path_of(request) in _GIVING:
            return True
        operation = operation_of(request)
        return operation is not None and (not operation.security or () in operation.security)

    def _is_due(self) -> bool:
        with self._state:
            return self._tokens is None or (self._renew_at is not None and self._clock() >= self._renew_at)

    def _renew_in_time(
        self, request: Request, tokens: TradeLockerTokens | None
    ) -> Generator[Request, Response, TradeLockerTokens]:
        """Tokens for a first try. Those that have not quite ended serve when they cannot be renewed now."""
        try:
            renewed = yield from self._renew(request, tokens)
        except AnswerError:
            if tokens is None or tokens.expires_at is None or self._clock() >= tokens.expires_at:
                raise
            return tokens
        if renewed is not None:
            return renewed
        if tokens is not None:
            return tokens
        raise LoginRequired(
            "no tokens, and no email, password and server to get them with",
            venue=_VENUE,
            operation=operation_id(request),
        )

    def _renew(
        self, request: Request, stale: TradeLockerTokens | None
    ) -> Generator[Request, Response, TradeLockerTokens | None]:
        """Refresh, else log in. None when there is nothing to do either with."""
        held = self.tokens
        if held is not stale and held is not None:
            return held
        if stale is not None and stale.refresh_token:
            answer = yield self._own(request, _REFRESH, {"refreshToken": stale.refresh_token})
            try:
                return self._replace(stale, self._read(answer, _REFRESH))
            except AnswerError as error:
                held = self.tokens
                if held is not stale and held is not None:
                    return held
                if not isinstance(error, StatusError) or isinstance(
                    error, RateLimitedError | UnavailableError
                ):
                    raise
                # Refused for good: this refresh token is not tried again.
                without = attrs.evolve(stale, refresh_token=None)
                held = self._replace(stale, without)
                if held is not without:
                    return held
                stale = without
                if self._login_body is None:
                    raise
        if self._login_body is None:
            return None
        answer = yield self._own(request, _LOGIN, self._login_body)
        return self._replace(stale, self._read(answer, _LOGIN))

    def _own(self, request: Request, operation: Operation, body: Mapping[str, object]) -> Request:
        headers = {"developer-api-key": self._developer_api_key} if self._developer_api_key else {}
        return own_request(request, operation, self._base, json_body=body, headers=headers)

    def _read(self, answer: Response, operation: Operation) -> TradeLockerTokens:
        raise_for_answer(answer, venue=_VENUE, operation=operation.id)
        try:
            return TradeLockerTokens.from_answer(json_object(answer) or {})
        except ValueError:
            why = "without an access token"
        raise unexpected_answer(answer, venue=_VENUE, operation=operation.id, why=why)

    def _take(self, answer: Response) -> None:
        """Adopt the tokens of the caller's own login or refresh: the old ones may be dead by it."""
        try:
            tokens = TradeLockerTokens.from_answer(json_object(answer) or {})
        except ValueError:
            return
        with self._state:
            self._hold(tokens, fresh=True)

    def _replace(self, stale: TradeLockerTokens | None, new: TradeLockerTokens) -> TradeLockerTokens:
        """Hold `new` if `stale` is still what is held. Return what is held then."""
        with self._state:
            if self._tokens is stale:
                self._hold(new, fresh=True)
            return self._tokens or new

    def _hold(self, tokens: TradeLockerTokens | None, *, fresh: bool = False) -> None:
        self._tokens = tokens
        self._renew_at = None
        if tokens is None or tokens.expires_at is None:
            return
        life = tokens.expires_at - self._clock()
        # A token that is new and has ended means that our clock is wrong. Then only a 401 tells when to
        # renew.
        if life > 0 or not fresh:
            # One that lives shorter than twice the margin would else be renewed before every call.
            self._renew_at = tokens.expires_at - min(self._margin, max(life, 0.0) / 2)


def _claim(token: str, name: str) -> float | None:
    """A number in a JWT's payload. Nothing is verified: it only tells when to renew."""
    parts = token.split(".")
    if len(parts) != 3:
        return None
    try:
        claims = as_object(json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4))))
    except (ValueError, binascii.Error, RecursionError):
        return None
    value = (claims or {}).get(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
