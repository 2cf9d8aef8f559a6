# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Tokens and the list of accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.accounts_response import AccountsResponse
    from ...models.get_jwt_tokens_request import GetJWTTokensRequest
    from ...models.jwt_tokens_response import JWTTokensResponse
    from ...models.refresh_jwt_tokens_request import RefreshJWTTokensRequest

__all__ = ("AsyncAuthResource", "AsyncRawAuthResource", "AuthResource", "RawAuthResource")


class AuthResource:
    """Tokens and the list of accounts."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawAuthResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawAuthResource(self._caller)

    def get_jwt_tokens(
        self,
        *,
        body: GetJWTTokensRequest,
    ) -> JWTTokensResponse:
        """Sign in

        Trades e-mail, password and the name of the broker's server for an access token (one hour) and
        a refresh token (seven days). The login must belong to the environment: a demo login is
        refused by the live host, and the other way round. Sending it again makes another pair of
        tokens and harms nothing.

        Needs no authentication. The optional header `developer-api-key` may be sent here too.

        Sends `POST /auth/jwt/token`.

        Args:
            body (GetJWTTokensRequest): A login at one broker's server. (application/json)

        Returns:
            JWTTokensResponse on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 003_4c5c42c6b53994cb.txt (Body, answer and the status 201 are on the
        page.)
        """
        from ...operations import OPERATIONS
        from .get_jwt_tokens import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getJWTTokens"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def refresh_jwt_tokens(
        self,
        *,
        body: RefreshJWTTokensRequest,
    ) -> JWTTokensResponse:
        """Renew the tokens

        Trades the refresh token for a new pair: both tokens are new, so store both. Needs no
        Authorization header. Whether the old refresh token dies is not documented. Take it as spent
        once it was sent; when the answer got lost, sign in again.

        Sends `POST /auth/jwt/refresh`.

        Args:
            body (RefreshJWTTokensRequest): The refresh token in force. (application/json)

        Returns:
            JWTTokensResponse on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `auth.get_jwt_tokens`. It does not matter whether it happened: signing
        in gives a new pair.
        Needs a person: no.
        Evidence: documented, 003_4c5c42c6b53994cb.txt (The page shows the same two tokens as the
        login; that both are new was read from a published client.)
        """
        from ...operations import OPERATIONS
        from .refresh_jwt_tokens import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["refreshJWTTokens"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def list_accounts(
        self,
    ) -> AccountsResponse:
        """List the accounts of the login

        All trading accounts of the signed-in user. Take `accNum` of the wanted one for the header of
        every `/trade` call, and `id` for paths. Needs the bearer token and no `accNum`. The answer is
        not wrapped in `s` and `d`.

        Sends `GET /auth/jwt/all-accounts`.

        Returns:
            AccountsResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 003_4c5c42c6b53994cb.txt (On the page, with a balance field whose
        spelling and type differ from the wire.)
        """
        from ...operations import OPERATIONS
        from .list_accounts import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["listAccounts"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncAuthResource:
    """Tokens and the list of accounts. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawAuthResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawAuthResource(self._caller)

    async def get_jwt_tokens(
        self,
        *,
        body: GetJWTTokensRequest,
    ) -> JWTTokensResponse:
        """Sign in

        Trades e-mail, password and the name of the broker's server for an access token (one hour) and
        a refresh token (seven days). The login must belong to the environment: a demo login is
        refused by the live host, and the other way round. Sending it again makes another pair of
        tokens and harms nothing.

        Needs no authentication. The optional header `developer-api-key` may be sent here too.

        Sends `POST /auth/jwt/token`.

        Args:
            body (GetJWTTokensRequest): A login at one broker's server. (application/json)

        Returns:
            JWTTokensResponse on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 003_4c5c42c6b53994cb.txt (Body, answer and the status 201 are on the
        page.)
        """
        from ...operations import OPERATIONS
        from .get_jwt_tokens import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getJWTTokens"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def refresh_jwt_tokens(
        self,
        *,
        body: RefreshJWTTokensRequest,
    ) -> JWTTokensResponse:
        """Renew the tokens

        Trades the refresh token for a new pair: both tokens are new, so store both. Needs no
        Authorization header. Whether the old refresh token dies is not documented. Take it as spent
        once it was sent; when the answer got lost, sign in again.

        Sends `POST /auth/jwt/refresh`.

        Args:
            body (RefreshJWTTokensRequest): The refresh token in force. (application/json)

        Returns:
            JWTTokensResponse on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `auth.get_jwt_tokens`. It does not matter whether it happened: signing
        in gives a new pair.
        Needs a person: no.
        Evidence: documented, 003_4c5c42c6b53994cb.txt (The page shows the same two tokens as the
        login; that both are new was read from a published client.)
        """
        from ...operations import OPERATIONS
        from .refresh_jwt_tokens import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["refreshJWTTokens"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def list_accounts(
        self,
    ) -> AccountsResponse:
        """List the accounts of the login

        All trading accounts of the signed-in user. Take `accNum` of the wanted one for the header of
        every `/trade` call, and `id` for paths. Needs the bearer token and no `accNum`. The answer is
        not wrapped in `s` and `d`.

        Sends `GET /auth/jwt/all-accounts`.

        Returns:
            AccountsResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 003_4c5c42c6b53994cb.txt (On the page, with a balance field whose
        spelling and type differ from the wire.)
        """
        from ...operations import OPERATIONS
        from .list_accounts import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["listAccounts"],
            _get_kwargs(),
            _parse_success,
        )


class RawAuthResource:
    """Tokens and the list of accounts. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get_jwt_tokens(
        self,
        *,
        body: GetJWTTokensRequest,
    ) -> RawResponse[JWTTokensResponse]:
        """Sign in: the answer as it came, JWTTokensResponse when parsed."""
        from ...operations import OPERATIONS
        from .get_jwt_tokens import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getJWTTokens"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def refresh_jwt_tokens(
        self,
        *,
        body: RefreshJWTTokensRequest,
    ) -> RawResponse[JWTTokensResponse]:
        """Renew the tokens: the answer as it came, JWTTokensResponse when parsed."""
        from ...operations import OPERATIONS
        from .refresh_jwt_tokens import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["refreshJWTTokens"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def list_accounts(
        self,
    ) -> RawResponse[AccountsResponse]:
        """List the accounts of the login: the answer as it came, AccountsResponse when parsed."""
        from ...operations import OPERATIONS
        from .list_accounts import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["listAccounts"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncRawAuthResource:
    """Tokens and the list of accounts. Every method is a coroutine. Every method returns the answer
    unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get_jwt_tokens(
        self,
        *,
        body: GetJWTTokensRequest,
    ) -> RawResponse[JWTTokensResponse]:
        """Sign in: the answer as it came, JWTTokensResponse when parsed."""
        from ...operations import OPERATIONS
        from .get_jwt_tokens import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getJWTTokens"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def refresh_jwt_tokens(
        self,
        *,
        body: RefreshJWTTokensRequest,
    ) -> RawResponse[JWTTokensResponse]:
        """Renew the tokens: the answer as it came, JWTTokensResponse when parsed."""
        from ...operations import OPERATIONS
        from .refresh_jwt_tokens import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["refreshJWTTokens"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def list_accounts(
        self,
    ) -> RawResponse[AccountsResponse]:
        """List the accounts of the login: the answer as it came, AccountsResponse when parsed."""
        from ...operations import OPERATIONS
        from .list_accounts import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["listAccounts"],
            _get_kwargs(),
            _parse_success,
        )
