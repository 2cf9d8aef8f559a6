# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Proof of address."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.create_address_request import CreateAddressRequest

__all__ = ("AddressesResource", "AsyncAddressesResource", "AsyncRawAddressesResource", "RawAddressesResource")


class AddressesResource:
    """Proof of address."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawAddressesResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawAddressesResource(self._caller)

    def create_address(
        self,
        *,
        body: CreateAddressRequest,
    ) -> None:
        """Upload a proof of address

        Uploads proof of an address as multipart form (part `upload[]`, with the brackets). Nothing
        useful comes back; the label `address` turns `pending`.

        With the stock settings this cannot succeed: the server demands an expiry date of every
        document, which this call cannot send, and answers 422 `doc_expire.blank`. It works only where
        the operator switched that rule off.

        Sends `POST /api/v2/auth/resource/addresses`.

        Args:
            body (CreateAddressRequest): Form fields of `createAddress`. (multipart/form-data)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.get_me`. It happened if the label `address` is `pending`.
        Needs a person: yes (kyc).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page's parameter descriptions belong to
        createDocument, shifted by one; the names are right. The answer body is the bare number 201.)
        """
        from ...operations import OPERATIONS
        from .create_address import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createAddress"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncAddressesResource:
    """Proof of address. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawAddressesResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawAddressesResource(self._caller)

    async def create_address(
        self,
        *,
        body: CreateAddressRequest,
    ) -> None:
        """Upload a proof of address

        Uploads proof of an address as multipart form (part `upload[]`, with the brackets). Nothing
        useful comes back; the label `address` turns `pending`.

        With the stock settings this cannot succeed: the server demands an expiry date of every
        document, which this call cannot send, and answers 422 `doc_expire.blank`. It works only where
        the operator switched that rule off.

        Sends `POST /api/v2/auth/resource/addresses`.

        Args:
            body (CreateAddressRequest): Form fields of `createAddress`. (multipart/form-data)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.get_me`. It happened if the label `address` is `pending`.
        Needs a person: yes (kyc).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page's parameter descriptions belong to
        createDocument, shifted by one; the names are right. The answer body is the bare number 201.)
        """
        from ...operations import OPERATIONS
        from .create_address import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createAddress"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class RawAddressesResource:
    """Proof of address. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create_address(
        self,
        *,
        body: CreateAddressRequest,
    ) -> RawResponse[None]:
        """Upload a proof of address: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .create_address import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createAddress"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncRawAddressesResource:
    """Proof of address. Every method is a coroutine. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create_address(
        self,
        *,
        body: CreateAddressRequest,
    ) -> RawResponse[None]:
        """Upload a proof of address: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .create_address import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createAddress"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )
