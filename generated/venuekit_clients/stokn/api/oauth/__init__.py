# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Client tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.create_token_request import CreateTokenRequest
    from ...models.token_grant import TokenGrant

__all__ = ("AsyncOauthResource", "AsyncRawOauthResource", "OauthResource", "RawOauthResource")


class OauthResource:
    """Client tokens."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawOauthResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawOauthResource(self._caller)

    def create_token(
        self,
        *,
        body: CreateTokenRequest,
    ) -> TokenGrant:
        """Get a client token

        Trades the client id and secret for a bearer token that names your company, not a person
        (OAuth 2.0 client credentials). Send the id and secret either in the form or as HTTP Basic,
        not both. No refresh token comes back: ask again when the token has run out. The venue does
        not publish the host, so it has to be set.

        Sends `POST /oauth2/token`.

        Args:
            body (CreateTokenRequest): Form of the client credentials grant.
                (application/x-www-form-urlencoded)

        Returns:
            TokenGrant on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: inferred,
        https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html (The page prints
        no token URL. The path is that of the Amazon Cognito token endpoint, which the venue uses.)
        """
        from ...operations import OPERATIONS
        from .create_token import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createToken"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncOauthResource:
    """Client tokens. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawOauthResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawOauthResource(self._caller)

    async def create_token(
        self,
        *,
        body: CreateTokenRequest,
    ) -> TokenGrant:
        """Get a client token

        Trades the client id and secret for a bearer token that names your company, not a person
        (OAuth 2.0 client credentials). Send the id and secret either in the form or as HTTP Basic,
        not both. No refresh token comes back: ask again when the token has run out. The venue does
        not publish the host, so it has to be set.

        Sends `POST /oauth2/token`.

        Args:
            body (CreateTokenRequest): Form of the client credentials grant.
                (application/x-www-form-urlencoded)

        Returns:
            TokenGrant on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: inferred,
        https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html (The page prints
        no token URL. The path is that of the Amazon Cognito token endpoint, which the venue uses.)
        """
        from ...operations import OPERATIONS
        from .create_token import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createToken"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class RawOauthResource:
    """Client tokens. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create_token(
        self,
        *,
        body: CreateTokenRequest,
    ) -> RawResponse[TokenGrant]:
        """Get a client token: the answer as it came, TokenGrant when parsed."""
        from ...operations import OPERATIONS
        from .create_token import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createToken"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncRawOauthResource:
    """Client tokens. Every method is a coroutine. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create_token(
        self,
        *,
        body: CreateTokenRequest,
    ) -> RawResponse[TokenGrant]:
        """Get a client token: the answer as it came, TokenGrant when parsed."""
        from ...operations import OPERATIONS
        from .create_token import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createToken"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )
