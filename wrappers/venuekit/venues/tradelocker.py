"""TradeLocker: a trading front end of many brokers. There is nothing to open here; an existing login is connected.

The auth flow logs in, renews the JWT before it expires and after a 401, and adds `accNum` and the developer key.
Source of the API facts: `specs/tradelocker.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from venuekit.auth.tradelocker import TradeLockerAuth, TradeLockerTokens
from venuekit.transport.http import ASGIApp
from venuekit.venues._base import (
    DEFAULT_TIMEOUT,
    SYSTEM_CLOCK,
    AsyncVenue,
    Clock,
    Env,
    SyncVenue,
    resolve_base_url,
)
from venuekit_clients.tradelocker.api import Api, AsyncApi

if TYPE_CHECKING:
    from venuekit_clients.runtime import AsyncCaller, Caller


class _Shared:
    """What both clients do without I/O."""

    _auth: TradeLockerAuth

    @property
    def tokens(self) -> TradeLockerTokens | None:
        """The token pair in use; None before the first call that needs one."""
        return self._auth.tokens

    def use_tokens(self, tokens: TradeLockerTokens) -> None:
        """Use this token pair from now on."""
        self._auth.adopt(tokens)

    def use_account(self, account_number: int) -> None:
        """Send this `accNum` on `/trade` calls that name none."""
        self._auth.account_number = account_number


class TradeLocker(_Shared, SyncVenue, Api):
    """A client of TradeLocker. Resources: `auth`, `trade`.

    `email` + `password` + `server` log in when a token is needed; `tokens` resumes. `account_number` is the `accNum`
    of the account that `/trade` calls are about. `developer_api_key` goes with every request when given.
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
        env: Env = "sandbox",
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        clock: Clock = SYSTEM_CLOCK,
        app: ASGIApp | None = None,
        caller: Caller | None = None,
    ) -> None:
        url = resolve_base_url("tradelocker", env, base_url)
        self._auth = TradeLockerAuth(
            email=email,
            password=password,
            server=server,
            tokens=tokens,
            account_number=account_number,
            developer_api_key=developer_api_key,
            base_url=url,
            clock=clock,
        )
        SyncVenue.__init__(self, venue="tradelocker", base_url=url, timeout=timeout, auth=self._auth, app=app)
        Api.__init__(self, self._choose_caller(caller))


class AsyncTradeLocker(_Shared, AsyncVenue, AsyncApi):
    """The asynchronous twin of `TradeLocker`."""

    def __init__(
        self,
        *,
        email: str | None = None,
        password: str | None = None,
        server: str | None = None,
        tokens: TradeLockerTokens | None = None,
        account_number: int | None = None,
        developer_api_key: str | None = None,
        env: Env = "sandbox",
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        clock: Clock = SYSTEM_CLOCK,
        app: ASGIApp | None = None,
        caller: AsyncCaller | None = None,
    ) -> None:
        url = resolve_base_url("tradelocker", env, base_url)
        self._auth = TradeLockerAuth(
            email=email,
            password=password,
            server=server,
            tokens=tokens,
            account_number=account_number,
            developer_api_key=developer_api_key,
            base_url=url,
            clock=clock,
        )
        AsyncVenue.__init__(
            self, venue="tradelocker", base_url=url, timeout=timeout, auth=self._auth, app=app
        )
        AsyncApi.__init__(self, self._choose_caller(caller))
