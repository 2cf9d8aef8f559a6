# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Who am I, and is my token good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.profile_response import ProfileResponse
    from ...types import Unset

__all__ = ("AccountResource", "AsyncAccountResource", "AsyncRawAccountResource", "RawAccountResource")


class AccountResource:
    """Who am I, and is my token good."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawAccountResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawAccountResource(self._caller)

    def get_account(
        self,
        *,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> ProfileResponse:
        """Read the own profile

        The whole profile of the session's wallet: balances, margins, open orders, positions and
        notifications, as `result[0]`. A good first call after onboarding: it shows that signing
        works. Costs 20 tokens of the rate limit.

        Sends `GET /account`.

        Args:
            rbt_ts (int | Unset): When the request signature expires, in unix seconds. The signer
                sets it. (header `RBT-TS`)
            eid (str | Unset): The chain the session belongs to. Absent means `rbx`. (header
                `EID`)

        Returns:
            ProfileResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, RabbitX public API documentation (Not on the onboarding page; the profile
        has the fields that page shows.)
        """
        from ...operations import OPERATIONS
        from .get_account import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getAccount"],
            _get_kwargs(
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )

    def validate_account(
        self,
        *,
        jwt: str,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> ProfileResponse:
        """Check a JWT

        Answers the profile that a JWT belongs to, if the JWT is good. Needs no key and no signature.
        The token travels in the query string, so keep the URL of this call out of logs.

        Sends `GET /account/validate`.

        Args:
            jwt (str): The JWT to check. (query `jwt`)
            rbt_ts (int | Unset): Not needed here; a client that signs every call may send it.
                (header `RBT-TS`)
            eid (str | Unset): The chain the JWT was made on. Absent means `rbx`. (header `EID`)

        Returns:
            ProfileResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, published RabbitX clients (Read from client code.)
        """
        from ...operations import OPERATIONS
        from .validate_account import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["validateAccount"],
            _get_kwargs(
                jwt=jwt,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )


class AsyncAccountResource:
    """Who am I, and is my token good. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawAccountResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawAccountResource(self._caller)

    async def get_account(
        self,
        *,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> ProfileResponse:
        """Read the own profile

        The whole profile of the session's wallet: balances, margins, open orders, positions and
        notifications, as `result[0]`. A good first call after onboarding: it shows that signing
        works. Costs 20 tokens of the rate limit.

        Sends `GET /account`.

        Args:
            rbt_ts (int | Unset): When the request signature expires, in unix seconds. The signer
                sets it. (header `RBT-TS`)
            eid (str | Unset): The chain the session belongs to. Absent means `rbx`. (header
                `EID`)

        Returns:
            ProfileResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, RabbitX public API documentation (Not on the onboarding page; the profile
        has the fields that page shows.)
        """
        from ...operations import OPERATIONS
        from .get_account import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getAccount"],
            _get_kwargs(
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )

    async def validate_account(
        self,
        *,
        jwt: str,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> ProfileResponse:
        """Check a JWT

        Answers the profile that a JWT belongs to, if the JWT is good. Needs no key and no signature.
        The token travels in the query string, so keep the URL of this call out of logs.

        Sends `GET /account/validate`.

        Args:
            jwt (str): The JWT to check. (query `jwt`)
            rbt_ts (int | Unset): Not needed here; a client that signs every call may send it.
                (header `RBT-TS`)
            eid (str | Unset): The chain the JWT was made on. Absent means `rbx`. (header `EID`)

        Returns:
            ProfileResponse on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, published RabbitX clients (Read from client code.)
        """
        from ...operations import OPERATIONS
        from .validate_account import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["validateAccount"],
            _get_kwargs(
                jwt=jwt,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )


class RawAccountResource:
    """Who am I, and is my token good. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get_account(
        self,
        *,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> RawResponse[ProfileResponse]:
        """Read the own profile: the answer as it came, ProfileResponse when parsed."""
        from ...operations import OPERATIONS
        from .get_account import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getAccount"],
            _get_kwargs(
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )

    def validate_account(
        self,
        *,
        jwt: str,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> RawResponse[ProfileResponse]:
        """Check a JWT: the answer as it came, ProfileResponse when parsed."""
        from ...operations import OPERATIONS
        from .validate_account import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["validateAccount"],
            _get_kwargs(
                jwt=jwt,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )


class AsyncRawAccountResource:
    """Who am I, and is my token good. Every method is a coroutine. Every method returns the answer
    unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get_account(
        self,
        *,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> RawResponse[ProfileResponse]:
        """Read the own profile: the answer as it came, ProfileResponse when parsed."""
        from ...operations import OPERATIONS
        from .get_account import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getAccount"],
            _get_kwargs(
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )

    async def validate_account(
        self,
        *,
        jwt: str,
        rbt_ts: int | Unset = UNSET,
        eid: str | Unset = UNSET,
    ) -> RawResponse[ProfileResponse]:
        """Check a JWT: the answer as it came, ProfileResponse when parsed."""
        from ...operations import OPERATIONS
        from .validate_account import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["validateAccount"],
            _get_kwargs(
                jwt=jwt,
                rbt_ts=rbt_ts,
                eid=eid,
            ),
            _parse_success,
        )
