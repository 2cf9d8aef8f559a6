# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Named pieces of data of the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.create_data_storage_request import CreateDataStorageRequest

__all__ = (
    "AsyncDataStorageResource",
    "AsyncRawDataStorageResource",
    "DataStorageResource",
    "RawDataStorageResource",
)


class DataStorageResource:
    """Named pieces of data of the user."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawDataStorageResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawDataStorageResource(self._caller)

    def create_data_storage(
        self,
        *,
        body: CreateDataStorageRequest,
    ) -> None:
        """Store a named piece of data

        Stores JSON text under a title, once per title, and adds a private label `<title>: recorded`.
        Nothing useful comes back; the entry shows up in `getMe`.

        The operator lists the titles that are allowed. The stock list is empty, which refuses every
        title.

        Sends `POST /api/v2/auth/resource/data_storage`.

        Args:
            body (CreateDataStorageRequest): Form fields of `createDataStorage`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.get_me`. It happened if `data_storages` has the title.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The answer body is the bare number 201, so no
        schema is declared.)
        """
        from ...operations import OPERATIONS
        from .create_data_storage import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createDataStorage"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncDataStorageResource:
    """Named pieces of data of the user. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawDataStorageResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawDataStorageResource(self._caller)

    async def create_data_storage(
        self,
        *,
        body: CreateDataStorageRequest,
    ) -> None:
        """Store a named piece of data

        Stores JSON text under a title, once per title, and adds a private label `<title>: recorded`.
        Nothing useful comes back; the entry shows up in `getMe`.

        The operator lists the titles that are allowed. The stock list is empty, which refuses every
        title.

        Sends `POST /api/v2/auth/resource/data_storage`.

        Args:
            body (CreateDataStorageRequest): Form fields of `createDataStorage`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `users.get_me`. It happened if `data_storages` has the title.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The answer body is the bare number 201, so no
        schema is declared.)
        """
        from ...operations import OPERATIONS
        from .create_data_storage import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createDataStorage"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class RawDataStorageResource:
    """Named pieces of data of the user. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create_data_storage(
        self,
        *,
        body: CreateDataStorageRequest,
    ) -> RawResponse[None]:
        """Store a named piece of data: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .create_data_storage import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createDataStorage"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncRawDataStorageResource:
    """Named pieces of data of the user. Every method is a coroutine. Every method returns the answer
    unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def create_data_storage(
        self,
        *,
        body: CreateDataStorageRequest,
    ) -> RawResponse[None]:
        """Store a named piece of data: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .create_data_storage import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createDataStorage"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )
