"""TradeLocker: a trading front end of many brokers. There is nothing to open here; an existing login is connected.

The auth flow logs in, renews the JWT before it expires and after a 401, and adds `accNum` and the developer key.
Source of the API facts: `specs/tradelocker.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Unpack

from venuekit.auth.tradelocker import TradeLockerAuth, TradeLockerTokens
from venuekit.transport.errors import UnexpectedAnswer
from venuekit.venues._base import (
    AsyncOptions,
    AsyncVenue,
    ClientOptions,
    SyncOptions,
    SyncVenue,
    base_url_of,
    clock_of,
    found_for,
)
from venuekit.venues.amounts import decimal_of
from venuekit_clients.tradelocker.api import Api, AsyncApi

if TYPE_CHECKING:
    from venuekit.auth.chain import Resolved

if TYPE_CHECKING:
    from venuekit_clients.tradelocker.models import Account, AccountStateResponse, ConfigResponse


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

    def _held_sources(self) -> Mapping[str, str | None]:
        return {"tokens": self._auth.source}

    def use_account(self, account_number: int) -> None:
        """Send this `accNum` on `/trade` calls that name none."""
        self._auth.account_number = account_number


def balance(account: Account) -> Decimal | None:
    """The balance of an account of `auth.list_accounts()`, in its currency; None where there is none.

    The venue's page spells the key `aaccountBalance`, its servers `accountBalance`: either counts.
    """
    first = decimal_of(account.account_balance)
    return first if first is not None else decimal_of(account.aaccount_balance)


def account_details(config: ConfigResponse, state: AccountStateResponse) -> Mapping[str, Decimal | str]:
    """The figures of `trade.get_account_state()` by name, such as `balance` or `projectedBalance`.

    The state is a bare list, whose order the columns of `trade.get_config()` tell. What is no number stays text; a figure
    that is null is left out. Raises UnexpectedAnswer when the two do not fit together.
    """
    wanted = config.d.account_details_config
    columns = wanted.columns if wanted else None
    figures = state.d.account_details_data
    if not columns or not figures or len(columns) != len(figures):
        raise UnexpectedAnswer(
            f"{len(figures or [])} figures for {len(columns or [])} columns",
            venue="tradelocker",
            operation="getAccountState",
            status=200,
        )
    found: dict[str, Decimal | str] = {}
    for column, figure in zip(columns, figures, strict=True):
        number = decimal_of(figure)
        if column.id and figure is not None:
            found[column.id] = number if number is not None else str(figure)
    return found


def _auth_for(
    found: Resolved,
    tokens: TradeLockerTokens | None,
    account_number: int | None,
    *,
    base_url: str,
    options: ClientOptions,
) -> TradeLockerAuth:
    return TradeLockerAuth(
        email=found.text("email"),
        password=found.text("password"),
        server=found.text("server"),
        tokens=tokens,
        account_number=account_number,
        developer_api_key=found.text("developer_api_key"),
        base_url=base_url,
        clock=clock_of(options),
        store=options.get("store"),
    )


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
        **options: Unpack[SyncOptions],
    ) -> None:
        url = base_url_of("tradelocker", options)
        self._found = found_for(
            "tradelocker",
            options,
            email=email,
            password=password,
            server=server,
            tokens=tokens,
            developer_api_key=developer_api_key,
        )
        self._auth = _auth_for(self._found, tokens, account_number, base_url=url, options=options)
        SyncVenue.__init__(self, "tradelocker", url, self._auth, options)
        Api.__init__(self, self._caller)


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
        **options: Unpack[AsyncOptions],
    ) -> None:
        url = base_url_of("tradelocker", options)
        self._found = found_for(
            "tradelocker",
            options,
            email=email,
            password=password,
            server=server,
            tokens=tokens,
            developer_api_key=developer_api_key,
        )
        self._auth = _auth_for(self._found, tokens, account_number, base_url=url, options=options)
        AsyncVenue.__init__(self, "tradelocker", url, self._auth, options)
        AsyncApi.__init__(self, self._caller)
