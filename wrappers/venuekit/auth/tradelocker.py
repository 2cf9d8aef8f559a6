"""TradeLocker: a pair of JWTs from e-mail, password and server, renewed before they end."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import attrs

from venuekit.auth.claims import claim
from venuekit.auth.credentials import CredentialCache, CredentialType, packed, send_with
from venuekit.auth.flows import (
    Base,
    LoginRequired,
    Steps,
    VenueAuth,
    json_object,
    operation_of,
    own_request,
    token_text,
    unix_seconds,
)
from venuekit.auth.shown import NotPickled, shown
from venuekit.auth.skew import VenueClock
from venuekit.auth.windows import Windows, windows_before
from venuekit.transport.answers import raise_for_answer, unexpected_answer
from venuekit.transport.errors import (
    AnswerError,
    ConfigurationError,
    RateLimitedError,
    StatusError,
    UnavailableError,
    UnexpectedAnswer,
)
from venuekit.transport.http import Request, Response, operation_id
from venuekit.transport.options import check_header
from venuekit_clients.tradelocker.operations import OPERATIONS

if TYPE_CHECKING:
    from venuekit.auth.store import TokenStore
    from venuekit_clients.runtime import Operation
    from venuekit_clients.tradelocker.models import JWTTokensResponse

__all__ = ["TradeLockerAuth", "TradeLockerTokens"]

_VENUE = "tradelocker"
_LOGIN = OPERATIONS["getJWTTokens"]
_REFRESH = OPERATIONS["refreshJWTTokens"]
# Calls that need no tokens and answer some.
_GIVING = (_LOGIN.path, _REFRESH.path)


@attrs.frozen
class TradeLockerTokens(NotPickled):
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
        access = token_text(answer.get("accessToken"))
        refresh = answer.get("refreshToken")
        if access is None:
            raise ValueError("no accessToken")
        ends = unix_seconds(answer.get("expireDate"))
        return cls(
            access_token=access,
            refresh_token=refresh if isinstance(refresh, str) and refresh else None,
            expires_at=ends if ends is not None else claim(access, "exp"),
        )


class TradeLockerAuth(VenueAuth):
    """Logs in when first needed, refreshes before the access token ends, and once more on 401.

    A refresh token is sent once. When its answer is a 5xx or gets lost, it may be spent: then the next renewal takes what
    another process has stored meanwhile, or else logs in. When a refresh is refused it logs in again, if it can. Tokens in the answers of the caller's own logins
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
        refresh_margin: how long before its end a token is renewed, in seconds; at most half of its life. If that
            fails, the old one serves until ten seconds before its end.
        store: where tokens are kept between processes, under the e-mail address and server. Tokens that were given
            without a login are kept under themselves: whoever is given the same ones goes on with the newest.

    Raises:
        LoginRequired: from a call that needs tokens while there is no way to get them, or none that is left: the refresh
            token may be spent.
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
        store: TokenStore | None = None,
    ) -> None:
        login = (email, password, server)
        if any(login) and not all(login):
            raise ConfigurationError(
                "a TradeLocker login is email, password and server: give all three or none"
            )
        if refresh_margin < 0:
            raise ConfigurationError("refresh_margin must not be negative")
        check_header("TradeLocker's developer_api_key", developer_api_key)
        _check(tokens)
        self._base = Base(base_url)
        super().__init__(self._base, VenueClock.of(clock, venue=_VENUE))
        self._login_body: dict[str, object] | None = None
        identity: str | None = None
        if all(login):
            self._login_body = {"email": email, "password": password, "server": server}
            identity = f"{email}\0{server}"
        self.account_number = account_number
        self._developer_api_key = developer_api_key
        self._margin = refresh_margin
        # What is held after a refresh that nobody knows the end of.
        self._in_doubt: TradeLockerTokens | None = None
        self._cache = CredentialCache(
            CredentialType(windows=self._windows, pack=_pack, unpack=_unpack, same=_same),
            self._provide,
            clock=self.clock,
            venue=_VENUE,
            base=self._base,
            held=tokens,
            store=store,
            identity=identity or _lineage(tokens),
        )

    @property
    def tokens(self) -> TradeLockerTokens | None:
        """What is held now. Renewing replaces it."""
        return self._cache.held

    @property
    def source(self) -> str | None:
        """Where the tokens came from: `argument`, `store` or `venue`."""
        return self._cache.source

    def adopt(self, tokens: TradeLockerTokens | None) -> None:
        """Use these tokens from now on, and keep them in the store; None forgets.

        Raises:
            ConfigurationError: the access token is not plain ASCII.
        """
        _check(tokens)
        self._cache.adopt(tokens, identity=_lineage(tokens) if self._login_body is None else None)

    def __repr__(self) -> str:
        login = self._login_body or {}
        return (
            f"TradeLockerAuth(email={login.get('email')!r}, password={shown(login.get('password'))},"
            f" server={login.get('server')!r}, tokens={self.tokens!r},"
            f" account_number={self.account_number!r}, developer_api_key={shown(self._developer_api_key)},"
            f" base_url={self._base.url!r})"
        )

    def steps(self, request: Request) -> Steps[None]:
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
                yield from self._take(answer)
            return
        tokens = yield from self._cache.get(request)
        if tokens is None:
            raise LoginRequired(
                "no tokens, and no email, password and server to get them with",
                venue=_VENUE,
                operation=operation_id(request),
            )

        def dress(tokens: TradeLockerTokens) -> None:
            request.headers["Authorization"] = f"Bearer {tokens.access_token}"

        yield from send_with(
            self._cache,
            request,
            first=tokens,
            dress=dress,
            is_refused=lambda answer: answer.status_code == 401,
            clock=self.clock,
        )

    def _is_open(self, request: Request) -> bool:
        if self._base.path_of(request) in _GIVING:
            return True
        operation = operation_of(request)
        return operation is not None and (not operation.security or () in operation.security)

    def _windows(self, tokens: TradeLockerTokens, now: float) -> Windows | None:
        if tokens.expires_at is None:
            return None
        return windows_before(tokens.expires_at, now, advisory=self._margin)

    def _provide(self, request: Request, stale: TradeLockerTokens | None) -> Steps[TradeLockerTokens | None]:
        """Refresh, else log in. None when there is nothing to do either with."""
        if stale is not None and stale.refresh_token:
            # Once sent it may be spent, also when the answer gets lost.
            spent = attrs.evolve(stale, refresh_token=None)
            self._cache.replace(stale, spent)
            self._in_doubt = spent
            body = {"refreshToken": stale.refresh_token}
            answer = yield self._own(
                request, _REFRESH, body, unsent=lambda: self._cache.replace(spent, stale)
            )
            try:
                return self._read(answer, _REFRESH)
            except AnswerError as error:
                if _turned_away(error):
                    self._cache.replace(spent, stale)
                refused = isinstance(error, StatusError) and not isinstance(
                    error, RateLimitedError | UnavailableError
                )
                if refused:
                    self._in_doubt = None
                if not refused or self._login_body is None:
                    raise
        if self._login_body is None:
            if stale is not None and stale is self._in_doubt:
                raise LoginRequired(
                    "the answer to the last refresh was lost, so that the refresh token may be spent, and there is no"
                    " email, password and server to log in with: give new tokens",
                    venue=_VENUE,
                    operation=operation_id(request),
                )
            return None
        answer = yield self._own(request, _LOGIN, self._login_body)
        return self._read(answer, _LOGIN)

    def _own(
        self,
        request: Request,
        operation: Operation,
        body: Mapping[str, object],
        *,
        unsent: Callable[[], object] | None = None,
    ) -> Request:
        headers = {"developer-api-key": self._developer_api_key} if self._developer_api_key else {}
        return own_request(request, operation, self._base, json_body=body, headers=headers, unsent=unsent)

    def _read(self, answer: Response, operation: Operation) -> TradeLockerTokens:
        raise_for_answer(answer, venue=_VENUE, operation=operation.id)
        try:
            return TradeLockerTokens.from_answer(json_object(answer) or {})
        except ValueError:
            why = "without an access token"
        raise unexpected_answer(answer, venue=_VENUE, operation=operation.id, why=why)

    def _take(self, answer: Response) -> Steps[None]:
        """Adopt the tokens of the caller's own login or refresh: the old ones may be dead by it."""
        try:
            tokens = TradeLockerTokens.from_answer(json_object(answer) or {})
        except ValueError:
            return
        yield from self._cache.took(tokens)


def _check(tokens: TradeLockerTokens | None) -> None:
    check_header("TradeLocker's access_token", tokens.access_token if tokens is not None else None)


def _turned_away(error: AnswerError) -> bool:
    """Whether the refresh did not get as far as to the token: too many calls, or the page of a firewall."""
    return isinstance(error, RateLimitedError) or (
        isinstance(error, UnexpectedAnswer) and 300 <= error.status < 500
    )


def _pack(tokens: TradeLockerTokens) -> dict[str, str]:
    return packed(
        access_token=tokens.access_token,
        refresh_token=tokens.refresh_token,
        expires_at=tokens.expires_at,
    )


def _unpack(values: Mapping[str, str]) -> TradeLockerTokens:
    end = values.get("expires_at")
    return TradeLockerTokens(
        values["access_token"], values.get("refresh_token"), float(end) if end is not None else None
    )


def _same(one: TradeLockerTokens, other: TradeLockerTokens) -> bool:
    return one.access_token == other.access_token


def _lineage(tokens: TradeLockerTokens | None) -> str | None:
    """Who tokens without a login are of: whoever had the first of them."""
    return f"token\0{tokens.refresh_token or tokens.access_token}" if tokens is not None else None
