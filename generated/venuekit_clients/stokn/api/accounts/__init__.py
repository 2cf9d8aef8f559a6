# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Accounts and portfolios."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.account_envelope import AccountEnvelope
    from ...models.create_account_request import CreateAccountRequest
    from ...models.create_portfolio_request import CreatePortfolioRequest

__all__ = ("AccountsResource", "AsyncAccountsResource", "AsyncRawAccountsResource", "RawAccountsResource")


class AccountsResource:
    """Accounts and portfolios."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawAccountsResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawAccountsResource(self._caller)

    def create_account(
        self,
        *,
        body: CreateAccountRequest,
    ) -> AccountEnvelope:
        """Make a further account

        Makes an account by hand, beside the one that signUp made. Choose an `accountId` that is not
        in use: naming an existing account overwrites it and sets it inactive. The new account is not
        linked to a person, is inactive, and needs its own activation by the venue. The scope needed
        is stokn-api/admin.Write.

        Sends `POST /v1/account`.

        Args:
            body (CreateAccountRequest): The account to make. (application/json)

        Returns:
            AccountEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `accounts.get_account`. It happened if the account is there. Creating
        it again without looking would reset it.
        Needs a person: no.
        Evidence: documented, 001_18a38cef585526b2.txt (Path, fields and answer are in the page;
        effects and scope are from public code.)
        """
        from ...operations import OPERATIONS
        from .create_account import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createAccount"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def get_account(
        self,
        account_id: str,
    ) -> AccountEnvelope:
        """Read an account

        Reads one account. For an id that does not exist the answer is a success whose `data` is null,
        not 404. The scope needed is stokn-api/account.Read.

        Sends `GET /v1/account/{accountId}`.

        Args:
            account_id (str): Id of the account; for the first account of a person it is the
                userId. (path `accountId`)

        Returns:
            AccountEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, the venue's documentation site, step 3 (On a later page of the
        documentation; the answer for an unknown id is from public code.)
        """
        from ...operations import OPERATIONS
        from .get_account import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getAccount"],
            _get_kwargs(
                account_id=account_id,
            ),
            _parse_success,
        )

    def create_portfolio(
        self,
        *,
        body: CreatePortfolioRequest,
    ) -> AccountEnvelope:
        """Make a portfolio

        Adds a portfolio, with an id of your choosing, to an active account and answers the whole
        account. It works only after the identity check and the activation; before, the answer is 409
        with errorCode 18. Each portfolio has its own address on a chain, and an account may have
        several. Activation already makes one TRADING portfolio. A portfolioId that exists is refused,
        so after a lost answer read the account first. The scope needed is stokn-api/admin.Write.

        Sends `POST /v1/account/portfolio`.

        Args:
            body (CreatePortfolioRequest): The portfolio to make. (application/json)

        Returns:
            AccountEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `accounts.get_account`. It happened if the account lists the portfolio.
        Needs a person: yes (back_office).
        Evidence: documented, 001_18a38cef585526b2.txt (Path, fields and answer are in the page.
        Public code refuses TRADING (404, errorCode 1), against the page.)
        """
        from ...operations import OPERATIONS
        from .create_portfolio import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createPortfolio"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncAccountsResource:
    """Accounts and portfolios. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawAccountsResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawAccountsResource(self._caller)

    async def create_account(
        self,
        *,
        body: CreateAccountRequest,
    ) -> AccountEnvelope:
        """Make a further account

        Makes an account by hand, beside the one that signUp made. Choose an `accountId` that is not
        in use: naming an existing account overwrites it and sets it inactive. The new account is not
        linked to a person, is inactive, and needs its own activation by the venue. The scope needed
        is stokn-api/admin.Write.

        Sends `POST /v1/account`.

        Args:
            body (CreateAccountRequest): The account to make. (application/json)

        Returns:
            AccountEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `accounts.get_account`. It happened if the account is there. Creating
        it again without looking would reset it.
        Needs a person: no.
        Evidence: documented, 001_18a38cef585526b2.txt (Path, fields and answer are in the page;
        effects and scope are from public code.)
        """
        from ...operations import OPERATIONS
        from .create_account import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createAccount"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def get_account(
        self,
        account_id: str,
    ) -> AccountEnvelope:
        """Read an account

        Reads one account. For an id that does not exist the answer is a success whose `data` is null,
        not 404. The scope needed is stokn-api/account.Read.

        Sends `GET /v1/account/{accountId}`.

        Args:
            account_id (str): Id of the account; for the first account of a person it is the
                userId. (path `accountId`)

        Returns:
            AccountEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, the venue's documentation site, step 3 (On a later page of the
        documentation; the answer for an unknown id is from public code.)
        """
        from ...operations import OPERATIONS
        from .get_account import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getAccount"],
            _get_kwargs(
                account_id=account_id,
            ),
            _parse_success,
        )

    async def create_portfolio(
        self,
        *,
        body: CreatePortfolioRequest,
    ) -> AccountEnvelope:
        """Make a portfolio

        Adds a portfolio, with an id of your choosing, to an active account and answers the whole
        account. It works only after the identity check and the activation; before, the answer is 409
        with errorCode 18. Each portfolio has its own address on a chain, and an account may have
        several. Activation already makes one TRADING portfolio. A portfolioId that exists is refused,
        so after a lost answer read the account first. The scope needed is stokn-api/admin.Write.

        Sends `POST /v1/account/portfolio`.

        Args:
            body (CreatePortfolioRequest): The portfolio to make. (application/json)

        Returns:
            AccountEnvelope on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `accounts.get_account`. It happened if the account lists the portfolio.
        Needs a person: yes (back_office).
        Evidence: documented, 001_18a38cef585526b2.txt (Path, fields and answer are in the page.
        Public code refuses TRADING (404, errorCode 1), against the page.)
        """
        from ...operations import OPERATIONS
        from .create_portfolio import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createPortfolio"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class RawAccountsResource:
    """Accounts and portfolios. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create_account(
        self,
        *,
        body: CreateAccountRequest,
    ) -> RawResponse[AccountEnvelope]:
        """Make a further account: the answer as it came, AccountEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .create_account import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createAccount"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def get_account(
        self,
        account_id: str,
    ) -> RawResponse[AccountEnvelope]:
        """Read an account: the answer as it came, AccountEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .get_account import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getAccount"],
            _get_kwargs(
                account_id=account_id,
            ),
            _parse_success,
        )

    def create_portfolio(
        self,
        *,
        body: CreatePortfolioRequest,
    ) -> RawResponse[AccountEnvelope]:
        """Make a portfolio: the answer as it came, AccountEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .create_portfolio import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createPortfolio"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncRawAccountsResource:
    """Accounts and portfolios. Every method is a coroutine. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create_account(
        self,
        *,
        body: CreateAccountRequest,
    ) -> RawResponse[AccountEnvelope]:
        """Make a further account: the answer as it came, AccountEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .create_account import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createAccount"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def get_account(
        self,
        account_id: str,
    ) -> RawResponse[AccountEnvelope]:
        """Read an account: the answer as it came, AccountEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .get_account import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getAccount"],
            _get_kwargs(
                account_id=account_id,
            ),
            _parse_success,
        )

    async def create_portfolio(
        self,
        *,
        body: CreatePortfolioRequest,
    ) -> RawResponse[AccountEnvelope]:
        """Make a portfolio: the answer as it came, AccountEnvelope when parsed."""
        from ...operations import OPERATIONS
        from .create_portfolio import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createPortfolio"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )
