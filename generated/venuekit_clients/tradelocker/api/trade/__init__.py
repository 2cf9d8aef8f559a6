# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Configuration and state of one account, chosen by `accNum`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.account_state_response import AccountStateResponse
    from ...models.config_response import ConfigResponse
    from ...models.trade_accounts_response import TradeAccountsResponse
    from ...types import Unset

__all__ = ("AsyncRawTradeResource", "AsyncTradeResource", "RawTradeResource", "TradeResource")


class TradeResource:
    """Configuration and state of one account, chosen by `accNum`."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawTradeResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawTradeResource(self._caller)

    def get_config(
        self,
        *,
        acc_num: int | Unset = UNSET,
    ) -> ConfigResponse:
        """Read the columns and limits

        The venue sends tables as bare arrays and names their columns here. Read it once per session,
        before `getAccountState`. It also has the rate limits of the trade routes; none of them covers
        the auth routes.

        Sends `GET /trade/config`.

        Args:
            acc_num (int | Unset): The account, as `accNum` of the account list. (header `accNum`)

        Returns:
            ConfigResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, TradeLocker public API documentation (Parts of the answer were read from
        published clients.)
        """
        from ...operations import OPERATIONS
        from .get_config import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getConfig"],
            _get_kwargs(
                acc_num=acc_num,
            ),
            _parse_success,
        )

    def list_trade_accounts(
        self,
        *,
        acc_num: int | Unset = UNSET,
    ) -> TradeAccountsResponse:
        """Read the trading rules of an account

        Currency, status, trading rules and risk rules of the account that the header `accNum` names.
        The answer is a list, although the header picks one account.

        Sends `GET /trade/accounts`.

        Args:
            acc_num (int | Unset): The account, as `accNum` of the account list. (header `accNum`)

        Returns:
            TradeAccountsResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, published TradeLocker clients (Read from client code.)
        """
        from ...operations import OPERATIONS
        from .list_trade_accounts import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["listTradeAccounts"],
            _get_kwargs(
                acc_num=acc_num,
            ),
            _parse_success,
        )

    def get_account_state(
        self,
        account_id: int | str,
        *,
        acc_num: int | Unset = UNSET,
    ) -> AccountStateResponse:
        """Read balance and margins of an account

        The figures of an account as a bare array. Their names and order are
        `accountDetailsConfig.columns` of `getConfig`, so read that first and pair the two.

        Sends `GET /trade/accounts/{accountId}/state`.

        Args:
            account_id (int | str): The account, as `id` of the account list. (path `accountId`)
            acc_num (int | Unset): The same account, as `accNum` of the account list. (header
                `accNum`)

        Returns:
            AccountStateResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, published TradeLocker clients (Read from client code, and seen when such a
        client ran.)
        """
        from ...operations import OPERATIONS
        from .get_account_state import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getAccountState"],
            _get_kwargs(
                account_id=account_id,
                acc_num=acc_num,
            ),
            _parse_success,
        )


class AsyncTradeResource:
    """Configuration and state of one account, chosen by `accNum`. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawTradeResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawTradeResource(self._caller)

    async def get_config(
        self,
        *,
        acc_num: int | Unset = UNSET,
    ) -> ConfigResponse:
        """Read the columns and limits

        The venue sends tables as bare arrays and names their columns here. Read it once per session,
        before `getAccountState`. It also has the rate limits of the trade routes; none of them covers
        the auth routes.

        Sends `GET /trade/config`.

        Args:
            acc_num (int | Unset): The account, as `accNum` of the account list. (header `accNum`)

        Returns:
            ConfigResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, TradeLocker public API documentation (Parts of the answer were read from
        published clients.)
        """
        from ...operations import OPERATIONS
        from .get_config import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getConfig"],
            _get_kwargs(
                acc_num=acc_num,
            ),
            _parse_success,
        )

    async def list_trade_accounts(
        self,
        *,
        acc_num: int | Unset = UNSET,
    ) -> TradeAccountsResponse:
        """Read the trading rules of an account

        Currency, status, trading rules and risk rules of the account that the header `accNum` names.
        The answer is a list, although the header picks one account.

        Sends `GET /trade/accounts`.

        Args:
            acc_num (int | Unset): The account, as `accNum` of the account list. (header `accNum`)

        Returns:
            TradeAccountsResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, published TradeLocker clients (Read from client code.)
        """
        from ...operations import OPERATIONS
        from .list_trade_accounts import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["listTradeAccounts"],
            _get_kwargs(
                acc_num=acc_num,
            ),
            _parse_success,
        )

    async def get_account_state(
        self,
        account_id: int | str,
        *,
        acc_num: int | Unset = UNSET,
    ) -> AccountStateResponse:
        """Read balance and margins of an account

        The figures of an account as a bare array. Their names and order are
        `accountDetailsConfig.columns` of `getConfig`, so read that first and pair the two.

        Sends `GET /trade/accounts/{accountId}/state`.

        Args:
            account_id (int | str): The account, as `id` of the account list. (path `accountId`)
            acc_num (int | Unset): The same account, as `accNum` of the account list. (header
                `accNum`)

        Returns:
            AccountStateResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, published TradeLocker clients (Read from client code, and seen when such a
        client ran.)
        """
        from ...operations import OPERATIONS
        from .get_account_state import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getAccountState"],
            _get_kwargs(
                account_id=account_id,
                acc_num=acc_num,
            ),
            _parse_success,
        )


class RawTradeResource:
    """Configuration and state of one account, chosen by `accNum`. Every method returns the answer
    unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get_config(
        self,
        *,
        acc_num: int | Unset = UNSET,
    ) -> RawResponse[ConfigResponse]:
        """Read the columns and limits: the answer as it came, ConfigResponse when parsed."""
        from ...operations import OPERATIONS
        from .get_config import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getConfig"],
            _get_kwargs(
                acc_num=acc_num,
            ),
            _parse_success,
        )

    def list_trade_accounts(
        self,
        *,
        acc_num: int | Unset = UNSET,
    ) -> RawResponse[TradeAccountsResponse]:
        """Read the trading rules of an account: the answer as it came, TradeAccountsResponse when parsed."""
        from ...operations import OPERATIONS
        from .list_trade_accounts import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["listTradeAccounts"],
            _get_kwargs(
                acc_num=acc_num,
            ),
            _parse_success,
        )

    def get_account_state(
        self,
        account_id: int | str,
        *,
        acc_num: int | Unset = UNSET,
    ) -> RawResponse[AccountStateResponse]:
        """Read balance and margins of an account: the answer as it came, AccountStateResponse when parsed."""
        from ...operations import OPERATIONS
        from .get_account_state import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getAccountState"],
            _get_kwargs(
                account_id=account_id,
                acc_num=acc_num,
            ),
            _parse_success,
        )


class AsyncRawTradeResource:
    """Configuration and state of one account, chosen by `accNum`. Every method is a coroutine. Every
    method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get_config(
        self,
        *,
        acc_num: int | Unset = UNSET,
    ) -> RawResponse[ConfigResponse]:
        """Read the columns and limits: the answer as it came, ConfigResponse when parsed."""
        from ...operations import OPERATIONS
        from .get_config import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getConfig"],
            _get_kwargs(
                acc_num=acc_num,
            ),
            _parse_success,
        )

    async def list_trade_accounts(
        self,
        *,
        acc_num: int | Unset = UNSET,
    ) -> RawResponse[TradeAccountsResponse]:
        """Read the trading rules of an account: the answer as it came, TradeAccountsResponse when parsed."""
        from ...operations import OPERATIONS
        from .list_trade_accounts import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["listTradeAccounts"],
            _get_kwargs(
                acc_num=acc_num,
            ),
            _parse_success,
        )

    async def get_account_state(
        self,
        account_id: int | str,
        *,
        acc_num: int | Unset = UNSET,
    ) -> RawResponse[AccountStateResponse]:
        """Read balance and margins of an account: the answer as it came, AccountStateResponse when parsed."""
        from ...operations import OPERATIONS
        from .get_account_state import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getAccountState"],
            _get_kwargs(
                account_id=account_id,
                acc_num=acc_num,
            ),
            _parse_success,
        )
