# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""The service's own API description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.swagger_document import SwaggerDocument
    from ...types import Unset

__all__ = ("AsyncRawSwaggerResource", "AsyncSwaggerResource", "RawSwaggerResource", "SwaggerResource")


class SwaggerResource:
    """The service's own API description."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawSwaggerResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawSwaggerResource(self._caller)

    def get_swagger_doc_by_name(
        self,
        name: str,
        *,
        locale: str | Unset = UNSET,
    ) -> SwaggerDocument:
        """Read the API description of one mounted API

        Returns the Swagger 2.0 document of one mounted API. The gateway wants a session or an API key
        although the content is not personal.

        Sends `GET /api/v2/auth/resource/swagger_doc/{name}`.

        Args:
            name (str): Resource name of the mounted API, for example `users`. (path `name`)
            locale (str | Unset): Language of the texts, for example `en`. (query `locale`)

        Returns:
            SwaggerDocument on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema and no error; the
        gateway still answers 401 without a login.)
        """
        from ...operations import OPERATIONS
        from .get_swagger_doc_by_name import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getSwaggerDocByName"],
            _get_kwargs(
                name=name,
                locale=locale,
            ),
            _parse_success,
        )

    def get_swagger_doc(
        self,
    ) -> SwaggerDocument:
        """Read the API description

        Returns the Swagger 2.0 document of the whole user API. The gateway wants a session or an API
        key although the content is not personal.

        Sends `GET /api/v2/auth/resource/swagger_doc`.

        Returns:
            SwaggerDocument on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema and no error; the
        gateway still answers 401 without a login.)
        """
        from ...operations import OPERATIONS
        from .get_swagger_doc import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getSwaggerDoc"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncSwaggerResource:
    """The service's own API description. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawSwaggerResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawSwaggerResource(self._caller)

    async def get_swagger_doc_by_name(
        self,
        name: str,
        *,
        locale: str | Unset = UNSET,
    ) -> SwaggerDocument:
        """Read the API description of one mounted API

        Returns the Swagger 2.0 document of one mounted API. The gateway wants a session or an API key
        although the content is not personal.

        Sends `GET /api/v2/auth/resource/swagger_doc/{name}`.

        Args:
            name (str): Resource name of the mounted API, for example `users`. (path `name`)
            locale (str | Unset): Language of the texts, for example `en`. (query `locale`)

        Returns:
            SwaggerDocument on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema and no error; the
        gateway still answers 401 without a login.)
        """
        from ...operations import OPERATIONS
        from .get_swagger_doc_by_name import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getSwaggerDocByName"],
            _get_kwargs(
                name=name,
                locale=locale,
            ),
            _parse_success,
        )

    async def get_swagger_doc(
        self,
    ) -> SwaggerDocument:
        """Read the API description

        Returns the Swagger 2.0 document of the whole user API. The gateway wants a session or an API
        key although the content is not personal.

        Sends `GET /api/v2/auth/resource/swagger_doc`.

        Returns:
            SwaggerDocument on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema and no error; the
        gateway still answers 401 without a login.)
        """
        from ...operations import OPERATIONS
        from .get_swagger_doc import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getSwaggerDoc"],
            _get_kwargs(),
            _parse_success,
        )


class RawSwaggerResource:
    """The service's own API description. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get_swagger_doc_by_name(
        self,
        name: str,
        *,
        locale: str | Unset = UNSET,
    ) -> RawResponse[SwaggerDocument]:
        """Read the API description of one mounted API: the answer as it came, SwaggerDocument when parsed."""
        from ...operations import OPERATIONS
        from .get_swagger_doc_by_name import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getSwaggerDocByName"],
            _get_kwargs(
                name=name,
                locale=locale,
            ),
            _parse_success,
        )

    def get_swagger_doc(
        self,
    ) -> RawResponse[SwaggerDocument]:
        """Read the API description: the answer as it came, SwaggerDocument when parsed."""
        from ...operations import OPERATIONS
        from .get_swagger_doc import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getSwaggerDoc"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncRawSwaggerResource:
    """The service's own API description. Every method is a coroutine. Every method returns the answer
    unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get_swagger_doc_by_name(
        self,
        name: str,
        *,
        locale: str | Unset = UNSET,
    ) -> RawResponse[SwaggerDocument]:
        """Read the API description of one mounted API: the answer as it came, SwaggerDocument when parsed."""
        from ...operations import OPERATIONS
        from .get_swagger_doc_by_name import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getSwaggerDocByName"],
            _get_kwargs(
                name=name,
                locale=locale,
            ),
            _parse_success,
        )

    async def get_swagger_doc(
        self,
    ) -> RawResponse[SwaggerDocument]:
        """Read the API description: the answer as it came, SwaggerDocument when parsed."""
        from ...operations import OPERATIONS
        from .get_swagger_doc import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getSwaggerDoc"],
            _get_kwargs(),
            _parse_success,
        )
