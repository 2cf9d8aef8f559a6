# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Own API keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.api_key import APIKey
    from ...models.create_api_key_request import CreateApiKeyRequest
    from ...models.update_api_key_request import UpdateApiKeyRequest
    from ...types import Unset

__all__ = ("ApiKeysResource", "AsyncApiKeysResource", "AsyncRawApiKeysResource", "RawApiKeysResource")


class ApiKeysResource:
    """Own API keys."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawApiKeysResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawApiKeysResource(self._caller)

    def list_api_keys(
        self,
        *,
        ordering: str | Unset = UNSET,
        order_by: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> list[APIKey]:
        """List own API keys

        Returns one page of the caller's keys, without secrets. No TOTP code is needed; the headers
        say how many keys there are.

        Sends `GET /api/v2/auth/resource/api_keys`.

        Args:
            ordering (str | Unset): `asc` (default) or `desc`. (query `ordering`)
            order_by (str | Unset): Name of the key's field to sort by, for example `created_at`.
                (query `order_by`)
            page (int | Unset): Page to return, counted from 1 (default 1). (query `page`)
            limit (int | Unset): Keys per page, 1 to 100 (default 100). (query `limit`)

        Returns:
            list[APIKey] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names a single APIKey; the server
        returns an array of them. Its 400 for a TOTP code is stale: none is asked.)
        """
        from ...operations import OPERATIONS
        from .list_api_keys import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["listApiKeys"],
            _get_kwargs(
                ordering=ordering,
                order_by=order_by,
                page=page,
                limit=limit,
            ),
            _parse_success,
        )

    def create_api_key(
        self,
        *,
        body: CreateApiKeyRequest,
    ) -> APIKey:
        """Create an API key

        Creates a key and returns `kid` and `secret`. The secret is in this answer and nowhere else,
        so store it at once.

        * Needs state `active`, 2FA on and an unused TOTP code. The code that switched 2FA on is burnt
        for
          90 seconds: wait for the next 30-second step.
        * NebulaECN says that credentials are issued from level 3 (e-mail, phone, documents). The
        stock
          service asks for no level here.
        * Sign with the headers `X-Auth-Apikey` (kid), `X-Auth-Nonce` (milliseconds) and
        `X-Auth-Signature`:
          hex HMAC-SHA256 of nonce followed by kid, keyed with the secret as text.
        * Switching 2FA off, or leaving state `active`, makes all keys inactive.

        Sends `POST /api/v2/auth/resource/api_keys`.

        Args:
            body (CreateApiKeyRequest): Form fields of `createApiKey`.
                (application/x-www-form-urlencoded)

        Returns:
            APIKey on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `api_keys.list_api_keys`. It happened if a `kid` more is in the list.
        Its secret is lost: delete the key and make another.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page; scope is an
        array in the answer. The example pair is the published test vector of the upstream docs.)
        """
        from ...operations import OPERATIONS
        from .create_api_key import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createApiKey"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def delete_api_key(
        self,
        kid: str,
        *,
        totp_code: str,
    ) -> None:
        """Delete an own API key

        Deletes a key. Nothing comes back. Needs 2FA and an unused TOTP code.

        The code travels in the query, as documented, so it can end up in access logs. It is single
        use, which limits the damage.

        Sends `DELETE /api/v2/auth/resource/api_keys/{kid}`.

        Args:
            kid (str): Key id of the key, 16 hexadecimal digits. (path `kid`)
            totp_code (str): Unused six-digit TOTP code of the calling user. A string: leading
                zeros count. (query `totp_code`)

        Returns:
            None on status 204.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `api_keys.list_api_keys`. It happened if the key is gone.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (As on the page. Upstream also accepts the code
        in a form body; the documented query is kept.)
        """
        from ...operations import OPERATIONS
        from .delete_api_key import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["deleteApiKey"],
            _get_kwargs(
                kid=kid,
                totp_code=totp_code,
            ),
            _parse_success,
        )

    def update_api_key(
        self,
        kid: str,
        *,
        body: UpdateApiKeyRequest,
    ) -> APIKey:
        """Change an own API key

        Changes scope or state of a key and returns it without its secret. Needs 2FA and an unused
        TOTP code.

        Leaving `scope` out empties it, so send it every time. Setting `state` to `active` is also how
        a key comes back after 2FA was switched off and on.

        Sends `PATCH /api/v2/auth/resource/api_keys/{kid}`.

        Args:
            kid (str): Key id of the key, 16 hexadecimal digits. (path `kid`)
            body (UpdateApiKeyRequest): Form fields of `updateApiKey`.
                (application/x-www-form-urlencoded)

        Returns:
            APIKey on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `api_keys.list_api_keys`. It happened if `scope` and `state` of the key
        are the new ones.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page; scope is an
        array in the answer. The method is PATCH here and PUT for keys of service accounts.)
        """
        from ...operations import OPERATIONS
        from .update_api_key import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["updateApiKey"],
            _get_kwargs(
                kid=kid,
                body=body,
            ),
            _parse_success,
        )


class AsyncApiKeysResource:
    """Own API keys. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawApiKeysResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawApiKeysResource(self._caller)

    async def list_api_keys(
        self,
        *,
        ordering: str | Unset = UNSET,
        order_by: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> list[APIKey]:
        """List own API keys

        Returns one page of the caller's keys, without secrets. No TOTP code is needed; the headers
        say how many keys there are.

        Sends `GET /api/v2/auth/resource/api_keys`.

        Args:
            ordering (str | Unset): `asc` (default) or `desc`. (query `ordering`)
            order_by (str | Unset): Name of the key's field to sort by, for example `created_at`.
                (query `order_by`)
            page (int | Unset): Page to return, counted from 1 (default 1). (query `page`)
            limit (int | Unset): Keys per page, 1 to 100 (default 100). (query `limit`)

        Returns:
            list[APIKey] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names a single APIKey; the server
        returns an array of them. Its 400 for a TOTP code is stale: none is asked.)
        """
        from ...operations import OPERATIONS
        from .list_api_keys import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["listApiKeys"],
            _get_kwargs(
                ordering=ordering,
                order_by=order_by,
                page=page,
                limit=limit,
            ),
            _parse_success,
        )

    async def create_api_key(
        self,
        *,
        body: CreateApiKeyRequest,
    ) -> APIKey:
        """Create an API key

        Creates a key and returns `kid` and `secret`. The secret is in this answer and nowhere else,
        so store it at once.

        * Needs state `active`, 2FA on and an unused TOTP code. The code that switched 2FA on is burnt
        for
          90 seconds: wait for the next 30-second step.
        * NebulaECN says that credentials are issued from level 3 (e-mail, phone, documents). The
        stock
          service asks for no level here.
        * Sign with the headers `X-Auth-Apikey` (kid), `X-Auth-Nonce` (milliseconds) and
        `X-Auth-Signature`:
          hex HMAC-SHA256 of nonce followed by kid, keyed with the secret as text.
        * Switching 2FA off, or leaving state `active`, makes all keys inactive.

        Sends `POST /api/v2/auth/resource/api_keys`.

        Args:
            body (CreateApiKeyRequest): Form fields of `createApiKey`.
                (application/x-www-form-urlencoded)

        Returns:
            APIKey on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `api_keys.list_api_keys`. It happened if a `kid` more is in the list.
        Its secret is lost: delete the key and make another.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page; scope is an
        array in the answer. The example pair is the published test vector of the upstream docs.)
        """
        from ...operations import OPERATIONS
        from .create_api_key import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createApiKey"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def delete_api_key(
        self,
        kid: str,
        *,
        totp_code: str,
    ) -> None:
        """Delete an own API key

        Deletes a key. Nothing comes back. Needs 2FA and an unused TOTP code.

        The code travels in the query, as documented, so it can end up in access logs. It is single
        use, which limits the damage.

        Sends `DELETE /api/v2/auth/resource/api_keys/{kid}`.

        Args:
            kid (str): Key id of the key, 16 hexadecimal digits. (path `kid`)
            totp_code (str): Unused six-digit TOTP code of the calling user. A string: leading
                zeros count. (query `totp_code`)

        Returns:
            None on status 204.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `api_keys.list_api_keys`. It happened if the key is gone.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (As on the page. Upstream also accepts the code
        in a form body; the documented query is kept.)
        """
        from ...operations import OPERATIONS
        from .delete_api_key import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["deleteApiKey"],
            _get_kwargs(
                kid=kid,
                totp_code=totp_code,
            ),
            _parse_success,
        )

    async def update_api_key(
        self,
        kid: str,
        *,
        body: UpdateApiKeyRequest,
    ) -> APIKey:
        """Change an own API key

        Changes scope or state of a key and returns it without its secret. Needs 2FA and an unused
        TOTP code.

        Leaving `scope` out empties it, so send it every time. Setting `state` to `active` is also how
        a key comes back after 2FA was switched off and on.

        Sends `PATCH /api/v2/auth/resource/api_keys/{kid}`.

        Args:
            kid (str): Key id of the key, 16 hexadecimal digits. (path `kid`)
            body (UpdateApiKeyRequest): Form fields of `updateApiKey`.
                (application/x-www-form-urlencoded)

        Returns:
            APIKey on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `api_keys.list_api_keys`. It happened if `scope` and `state` of the key
        are the new ones.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page; scope is an
        array in the answer. The method is PATCH here and PUT for keys of service accounts.)
        """
        from ...operations import OPERATIONS
        from .update_api_key import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["updateApiKey"],
            _get_kwargs(
                kid=kid,
                body=body,
            ),
            _parse_success,
        )


class RawApiKeysResource:
    """Own API keys. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list_api_keys(
        self,
        *,
        ordering: str | Unset = UNSET,
        order_by: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> RawResponse[list[APIKey]]:
        """List own API keys: the answer as it came, list[APIKey] when parsed."""
        from ...operations import OPERATIONS
        from .list_api_keys import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["listApiKeys"],
            _get_kwargs(
                ordering=ordering,
                order_by=order_by,
                page=page,
                limit=limit,
            ),
            _parse_success,
        )

    def create_api_key(
        self,
        *,
        body: CreateApiKeyRequest,
    ) -> RawResponse[APIKey]:
        """Create an API key: the answer as it came, APIKey when parsed."""
        from ...operations import OPERATIONS
        from .create_api_key import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createApiKey"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def delete_api_key(
        self,
        kid: str,
        *,
        totp_code: str,
    ) -> RawResponse[None]:
        """Delete an own API key: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .delete_api_key import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["deleteApiKey"],
            _get_kwargs(
                kid=kid,
                totp_code=totp_code,
            ),
            _parse_success,
        )

    def update_api_key(
        self,
        kid: str,
        *,
        body: UpdateApiKeyRequest,
    ) -> RawResponse[APIKey]:
        """Change an own API key: the answer as it came, APIKey when parsed."""
        from ...operations import OPERATIONS
        from .update_api_key import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["updateApiKey"],
            _get_kwargs(
                kid=kid,
                body=body,
            ),
            _parse_success,
        )


class AsyncRawApiKeysResource:
    """Own API keys. Every method is a coroutine. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list_api_keys(
        self,
        *,
        ordering: str | Unset = UNSET,
        order_by: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> RawResponse[list[APIKey]]:
        """List own API keys: the answer as it came, list[APIKey] when parsed."""
        from ...operations import OPERATIONS
        from .list_api_keys import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["listApiKeys"],
            _get_kwargs(
                ordering=ordering,
                order_by=order_by,
                page=page,
                limit=limit,
            ),
            _parse_success,
        )

    async def create_api_key(
        self,
        *,
        body: CreateApiKeyRequest,
    ) -> RawResponse[APIKey]:
        """Create an API key: the answer as it came, APIKey when parsed."""
        from ...operations import OPERATIONS
        from .create_api_key import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createApiKey"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def delete_api_key(
        self,
        kid: str,
        *,
        totp_code: str,
    ) -> RawResponse[None]:
        """Delete an own API key: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .delete_api_key import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["deleteApiKey"],
            _get_kwargs(
                kid=kid,
                totp_code=totp_code,
            ),
            _parse_success,
        )

    async def update_api_key(
        self,
        kid: str,
        *,
        body: UpdateApiKeyRequest,
    ) -> RawResponse[APIKey]:
        """Change an own API key: the answer as it came, APIKey when parsed."""
        from ...operations import OPERATIONS
        from .update_api_key import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["updateApiKey"],
            _get_kwargs(
                kid=kid,
                body=body,
            ),
            _parse_success,
        )
