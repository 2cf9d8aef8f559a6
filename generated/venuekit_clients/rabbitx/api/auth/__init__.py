# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Renewing tokens and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.refresh_jwt_request import RefreshJwtRequest
    from ...models.refresh_jwt_response import RefreshJwtResponse
    from ...models.refresh_secrets_request import RefreshSecretsRequest
    from ...models.refresh_secrets_response import RefreshSecretsResponse
    from ...types import Unset

__all__ = ("AsyncAuthResource", "AsyncRawAuthResource", "AuthResource", "RawAuthResource")


class AuthResource:
    """Renewing tokens and keys."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawAuthResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawAuthResource(self._caller)

    def refresh_jwt(
        self,
        *,
        body: RefreshJwtRequest,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> RefreshJwtResponse:
        """Renew the JWT

        A JWT lives 48 hours. In frontend mode send `is_client: true` with the refresh token, signed
        with the random secret in force: the answer replaces the JWT, the refresh token and the random
        secret, all three at once. In market maker mode send `is_client: false` with the API key and a
        signature: the answer has a new JWT only.

        Take a refresh token as spent once it was sent, also when the answer got lost; then onboard
        again, which is safe. Costs 20 tokens of the rate limit.

        Sends `POST /jwt`.

        Args:
            body (RefreshJwtRequest): Which mode, and in frontend mode the refresh token.
                (application/json)
            rbt_ts (int | Unset): When the request signature expires, in unix seconds. The signer
                sets it. (header `RBT-TS`)
            eid (str | Unset): The chain the session belongs to. Absent means `rbx`. (header
                `EID`)

        Returns:
            RefreshJwtResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `account.get_account`. In frontend mode it happened if the old random
        secret is refused; onboard again. In market maker mode only a JWT is lost.
        Needs a person: no.
        Evidence: observed, published RabbitX clients (Bodies and rotation were read from client code;
        the 48 hours and the cost are in the vendor's documentation.)
        """
        from ...operations import OPERATIONS
        from .refresh_jwt import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["refreshJwt"],
            _get_kwargs(
                body=body,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )

    def refresh_secrets(
        self,
        *,
        body: RefreshSecretsRequest,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> RefreshSecretsResponse:
        """Replace an API key pair

        Trades the refresh token of an API key for a new key pair, a new pair of JWTs and a new
        refresh token. The old pair stops working. Never send it twice: when the answer got lost,
        onboard again to get a fresh key pair.

        Sends `POST /secrets/refresh`.

        Args:
            body (RefreshSecretsRequest): The refresh token of the API key. (application/json)
            rbt_ts (int | Unset): When the request signature expires, in unix seconds. The signer
                sets it. (header `RBT-TS`)
            eid (str | Unset): The chain the key was made on. Absent means `rbx`. (header `EID`)

        Returns:
            RefreshSecretsResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `account.get_account`. It happened if the key pair in hand is refused.
        Onboarding again gives a new one.
        Needs a person: no.
        Evidence: observed, published RabbitX clients (Body and answer were read from client code;
        that the call is signed with the old pair is inferred.)
        """
        from ...operations import OPERATIONS
        from .refresh_secrets import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["refreshSecrets"],
            _get_kwargs(
                body=body,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )


class AsyncAuthResource:
    """Renewing tokens and keys. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawAuthResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawAuthResource(self._caller)

    async def refresh_jwt(
        self,
        *,
        body: RefreshJwtRequest,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> RefreshJwtResponse:
        """Renew the JWT

        A JWT lives 48 hours. In frontend mode send `is_client: true` with the refresh token, signed
        with the random secret in force: the answer replaces the JWT, the refresh token and the random
        secret, all three at once. In market maker mode send `is_client: false` with the API key and a
        signature: the answer has a new JWT only.

        Take a refresh token as spent once it was sent, also when the answer got lost; then onboard
        again, which is safe. Costs 20 tokens of the rate limit.

        Sends `POST /jwt`.

        Args:
            body (RefreshJwtRequest): Which mode, and in frontend mode the refresh token.
                (application/json)
            rbt_ts (int | Unset): When the request signature expires, in unix seconds. The signer
                sets it. (header `RBT-TS`)
            eid (str | Unset): The chain the session belongs to. Absent means `rbx`. (header
                `EID`)

        Returns:
            RefreshJwtResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `account.get_account`. In frontend mode it happened if the old random
        secret is refused; onboard again. In market maker mode only a JWT is lost.
        Needs a person: no.
        Evidence: observed, published RabbitX clients (Bodies and rotation were read from client code;
        the 48 hours and the cost are in the vendor's documentation.)
        """
        from ...operations import OPERATIONS
        from .refresh_jwt import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["refreshJwt"],
            _get_kwargs(
                body=body,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )

    async def refresh_secrets(
        self,
        *,
        body: RefreshSecretsRequest,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> RefreshSecretsResponse:
        """Replace an API key pair

        Trades the refresh token of an API key for a new key pair, a new pair of JWTs and a new
        refresh token. The old pair stops working. Never send it twice: when the answer got lost,
        onboard again to get a fresh key pair.

        Sends `POST /secrets/refresh`.

        Args:
            body (RefreshSecretsRequest): The refresh token of the API key. (application/json)
            rbt_ts (int | Unset): When the request signature expires, in unix seconds. The signer
                sets it. (header `RBT-TS`)
            eid (str | Unset): The chain the key was made on. Absent means `rbx`. (header `EID`)

        Returns:
            RefreshSecretsResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `account.get_account`. It happened if the key pair in hand is refused.
        Onboarding again gives a new one.
        Needs a person: no.
        Evidence: observed, published RabbitX clients (Body and answer were read from client code;
        that the call is signed with the old pair is inferred.)
        """
        from ...operations import OPERATIONS
        from .refresh_secrets import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["refreshSecrets"],
            _get_kwargs(
                body=body,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )


class RawAuthResource:
    """Renewing tokens and keys. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def refresh_jwt(
        self,
        *,
        body: RefreshJwtRequest,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> RawResponse[RefreshJwtResponse]:
        """Renew the JWT: the answer as it came, RefreshJwtResponse when parsed."""
        from ...operations import OPERATIONS
        from .refresh_jwt import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["refreshJwt"],
            _get_kwargs(
                body=body,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )

    def refresh_secrets(
        self,
        *,
        body: RefreshSecretsRequest,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> RawResponse[RefreshSecretsResponse]:
        """Replace an API key pair: the answer as it came, RefreshSecretsResponse when parsed."""
        from ...operations import OPERATIONS
        from .refresh_secrets import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["refreshSecrets"],
            _get_kwargs(
                body=body,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )


class AsyncRawAuthResource:
    """Renewing tokens and keys. Every method is a coroutine. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def refresh_jwt(
        self,
        *,
        body: RefreshJwtRequest,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> RawResponse[RefreshJwtResponse]:
        """Renew the JWT: the answer as it came, RefreshJwtResponse when parsed."""
        from ...operations import OPERATIONS
        from .refresh_jwt import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["refreshJwt"],
            _get_kwargs(
                body=body,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )

    async def refresh_secrets(
        self,
        *,
        body: RefreshSecretsRequest,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> RawResponse[RefreshSecretsResponse]:
        """Replace an API key pair: the answer as it came, RefreshSecretsResponse when parsed."""
        from ...operations import OPERATIONS
        from .refresh_secrets import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["refreshSecrets"],
            _get_kwargs(
                body=body,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )
