# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""API keys of accounts that the operator attached to the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.api_key import APIKey
    from ...models.create_service_account_api_key_request import CreateServiceAccountApiKeyRequest
    from ...models.service_account_row import ServiceAccountRow
    from ...models.update_service_account_api_key_request import UpdateServiceAccountApiKeyRequest
    from ...types import Unset

__all__ = (
    "AsyncRawServiceAccountsResource",
    "AsyncServiceAccountsResource",
    "RawServiceAccountsResource",
    "ServiceAccountsResource",
)


class ServiceAccountsResource:
    """API keys of accounts that the operator attached to the user."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawServiceAccountsResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawServiceAccountsResource(self._caller)

    def update_service_account_api_key(
        self,
        kid: str,
        *,
        body: UpdateServiceAccountApiKeyRequest,
    ) -> APIKey:
        """Change an API key of a service account

        Changes scope or state of a key that belongs to one of the caller's service accounts and
        returns the key without its secret. Needs 2FA and an unused TOTP code: a code works once in 90
        seconds, even when it was wrong.

        Leaving `scope` out empties it, so send it every time. The method is PUT here and PATCH for
        own keys.

        Sends `PUT /api/v2/auth/resource/service_accounts/api_keys/{kid}`.

        Args:
            kid (str): Key id of the service account's key, 16 hexadecimal digits. (path `kid`)
            body (UpdateServiceAccountApiKeyRequest): Form fields of `updateServiceAccountApiKey`.
                (application/x-www-form-urlencoded)

        Returns:
            APIKey on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `service_accounts.list_service_account_api_keys`. It happened if
        `scope` and `state` of the key are the new ones.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page; scope is an
        array in the answer. That an absent scope is reset is known for own keys and assumed here.)
        """
        from ...operations import OPERATIONS
        from .update_service_account_api_key import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["updateServiceAccountApiKey"],
            _get_kwargs(
                kid=kid,
                body=body,
            ),
            _parse_success,
        )

    def delete_service_account_api_key(
        self,
        kid: str,
        *,
        service_account_uid: str,
        totp_code: str,
    ) -> None:
        """Delete an API key of a service account

        Deletes a key of one of the caller's service accounts. Nothing comes back. Needs 2FA and an
        unused TOTP code.

        The code travels in the query, as documented, so it can end up in access logs. It is single
        use, which limits the damage.

        Sends `DELETE /api/v2/auth/resource/service_accounts/api_keys/{kid}`.

        Args:
            kid (str): Key id of the service account's key, 16 hexadecimal digits. (path `kid`)
            service_account_uid (str): UID of the service account. (query `service_account_uid`)
            totp_code (str): Unused six-digit TOTP code of the calling user. A string: leading
                zeros count. (query `totp_code`)

        Returns:
            None on status 204.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `service_accounts.list_service_account_api_keys`. It happened if the
        key is gone.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (As on the page. Upstream also accepts the
        parameters in a form body; the documented query is kept.)
        """
        from ...operations import OPERATIONS
        from .delete_service_account_api_key import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["deleteServiceAccountApiKey"],
            _get_kwargs(
                kid=kid,
                service_account_uid=service_account_uid,
                totp_code=totp_code,
            ),
            _parse_success,
        )

    def list_service_account_api_keys(
        self,
        *,
        ordering: str | Unset = UNSET,
        order_by: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        service_account_uid: str,
    ) -> list[APIKey]:
        """List the API keys of a service account

        Returns one page of the keys of a service account, without secrets. No TOTP code is needed;
        the headers say how many keys there are.

        Sends `GET /api/v2/auth/resource/service_accounts/api_keys`.

        Args:
            ordering (str | Unset): `asc` (default) or `desc`. (query `ordering`)
            order_by (str | Unset): Name of the key's field to sort by, for example `created_at`.
                (query `order_by`)
            page (int | Unset): Page to return, counted from 1 (default 1). (query `page`)
            limit (int | Unset): Keys per page, 1 to 100 (default 100). (query `limit`)
            service_account_uid (str): UID of the service account. (query `service_account_uid`)

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
        from .list_service_account_api_keys import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["listServiceAccountApiKeys"],
            _get_kwargs(
                ordering=ordering,
                order_by=order_by,
                page=page,
                limit=limit,
                service_account_uid=service_account_uid,
            ),
            _parse_success,
        )

    def create_service_account_api_key(
        self,
        *,
        body: CreateServiceAccountApiKeyRequest,
    ) -> APIKey:
        """Create an API key for a service account

        Creates a key for one of the caller's service accounts. The `secret` is in this answer and
        nowhere else, so store it at once. Needs 2FA and an unused TOTP code: a code works once in 90
        seconds, even when it was wrong.

        Service accounts themselves are made by the operator, not through this API.

        Sends `POST /api/v2/auth/resource/service_accounts/api_keys`.

        Args:
            body (CreateServiceAccountApiKeyRequest): Form fields of `createServiceAccountApiKey`.
                (application/x-www-form-urlencoded)

        Returns:
            APIKey on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `service_accounts.list_service_account_api_keys`. It happened if a
        `kid` more is in the list. Its secret is lost: delete the key and make another.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page; 422 is not on
        the page but is what refused input gets.)
        """
        from ...operations import OPERATIONS
        from .create_service_account_api_key import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["createServiceAccountApiKey"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def list_service_accounts(
        self,
    ) -> list[ServiceAccountRow]:
        """List the service accounts of the user

        Returns the service accounts that the operator made for this user, all of them in one answer.
        No TOTP code is needed.

        Sends `GET /api/v2/auth/resource/service_accounts`.

        Returns:
            list[ServiceAccountRow] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; the server returns
        an array of database rows, not the ServiceAccounts model. The page's BearerToken security is
        internal to the gateway and left out.)
        """
        from ...operations import OPERATIONS
        from .list_service_accounts import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["listServiceAccounts"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncServiceAccountsResource:
    """API keys of accounts that the operator attached to the user. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawServiceAccountsResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawServiceAccountsResource(self._caller)

    async def update_service_account_api_key(
        self,
        kid: str,
        *,
        body: UpdateServiceAccountApiKeyRequest,
    ) -> APIKey:
        """Change an API key of a service account

        Changes scope or state of a key that belongs to one of the caller's service accounts and
        returns the key without its secret. Needs 2FA and an unused TOTP code: a code works once in 90
        seconds, even when it was wrong.

        Leaving `scope` out empties it, so send it every time. The method is PUT here and PATCH for
        own keys.

        Sends `PUT /api/v2/auth/resource/service_accounts/api_keys/{kid}`.

        Args:
            kid (str): Key id of the service account's key, 16 hexadecimal digits. (path `kid`)
            body (UpdateServiceAccountApiKeyRequest): Form fields of `updateServiceAccountApiKey`.
                (application/x-www-form-urlencoded)

        Returns:
            APIKey on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `service_accounts.list_service_account_api_keys`. It happened if
        `scope` and `state` of the key are the new ones.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page; scope is an
        array in the answer. That an absent scope is reset is known for own keys and assumed here.)
        """
        from ...operations import OPERATIONS
        from .update_service_account_api_key import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["updateServiceAccountApiKey"],
            _get_kwargs(
                kid=kid,
                body=body,
            ),
            _parse_success,
        )

    async def delete_service_account_api_key(
        self,
        kid: str,
        *,
        service_account_uid: str,
        totp_code: str,
    ) -> None:
        """Delete an API key of a service account

        Deletes a key of one of the caller's service accounts. Nothing comes back. Needs 2FA and an
        unused TOTP code.

        The code travels in the query, as documented, so it can end up in access logs. It is single
        use, which limits the damage.

        Sends `DELETE /api/v2/auth/resource/service_accounts/api_keys/{kid}`.

        Args:
            kid (str): Key id of the service account's key, 16 hexadecimal digits. (path `kid`)
            service_account_uid (str): UID of the service account. (query `service_account_uid`)
            totp_code (str): Unused six-digit TOTP code of the calling user. A string: leading
                zeros count. (query `totp_code`)

        Returns:
            None on status 204.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `service_accounts.list_service_account_api_keys`. It happened if the
        key is gone.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (As on the page. Upstream also accepts the
        parameters in a form body; the documented query is kept.)
        """
        from ...operations import OPERATIONS
        from .delete_service_account_api_key import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["deleteServiceAccountApiKey"],
            _get_kwargs(
                kid=kid,
                service_account_uid=service_account_uid,
                totp_code=totp_code,
            ),
            _parse_success,
        )

    async def list_service_account_api_keys(
        self,
        *,
        ordering: str | Unset = UNSET,
        order_by: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        service_account_uid: str,
    ) -> list[APIKey]:
        """List the API keys of a service account

        Returns one page of the keys of a service account, without secrets. No TOTP code is needed;
        the headers say how many keys there are.

        Sends `GET /api/v2/auth/resource/service_accounts/api_keys`.

        Args:
            ordering (str | Unset): `asc` (default) or `desc`. (query `ordering`)
            order_by (str | Unset): Name of the key's field to sort by, for example `created_at`.
                (query `order_by`)
            page (int | Unset): Page to return, counted from 1 (default 1). (query `page`)
            limit (int | Unset): Keys per page, 1 to 100 (default 100). (query `limit`)
            service_account_uid (str): UID of the service account. (query `service_account_uid`)

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
        from .list_service_account_api_keys import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["listServiceAccountApiKeys"],
            _get_kwargs(
                ordering=ordering,
                order_by=order_by,
                page=page,
                limit=limit,
                service_account_uid=service_account_uid,
            ),
            _parse_success,
        )

    async def create_service_account_api_key(
        self,
        *,
        body: CreateServiceAccountApiKeyRequest,
    ) -> APIKey:
        """Create an API key for a service account

        Creates a key for one of the caller's service accounts. The `secret` is in this answer and
        nowhere else, so store it at once. Needs 2FA and an unused TOTP code: a code works once in 90
        seconds, even when it was wrong.

        Service accounts themselves are made by the operator, not through this API.

        Sends `POST /api/v2/auth/resource/service_accounts/api_keys`.

        Args:
            body (CreateServiceAccountApiKeyRequest): Form fields of `createServiceAccountApiKey`.
                (application/x-www-form-urlencoded)

        Returns:
            APIKey on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `service_accounts.list_service_account_api_keys`. It happened if a
        `kid` more is in the list. Its secret is lost: delete the key and make another.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page; 422 is not on
        the page but is what refused input gets.)
        """
        from ...operations import OPERATIONS
        from .create_service_account_api_key import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["createServiceAccountApiKey"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def list_service_accounts(
        self,
    ) -> list[ServiceAccountRow]:
        """List the service accounts of the user

        Returns the service accounts that the operator made for this user, all of them in one answer.
        No TOTP code is needed.

        Sends `GET /api/v2/auth/resource/service_accounts`.

        Returns:
            list[ServiceAccountRow] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names no schema; the server returns
        an array of database rows, not the ServiceAccounts model. The page's BearerToken security is
        internal to the gateway and left out.)
        """
        from ...operations import OPERATIONS
        from .list_service_accounts import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["listServiceAccounts"],
            _get_kwargs(),
            _parse_success,
        )


class RawServiceAccountsResource:
    """API keys of accounts that the operator attached to the user. Every method returns the answer
    unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def update_service_account_api_key(
        self,
        kid: str,
        *,
        body: UpdateServiceAccountApiKeyRequest,
    ) -> RawResponse[APIKey]:
        """Change an API key of a service account: the answer as it came, APIKey when parsed."""
        from ...operations import OPERATIONS
        from .update_service_account_api_key import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["updateServiceAccountApiKey"],
            _get_kwargs(
                kid=kid,
                body=body,
            ),
            _parse_success,
        )

    def delete_service_account_api_key(
        self,
        kid: str,
        *,
        service_account_uid: str,
        totp_code: str,
    ) -> RawResponse[None]:
        """Delete an API key of a service account: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .delete_service_account_api_key import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["deleteServiceAccountApiKey"],
            _get_kwargs(
                kid=kid,
                service_account_uid=service_account_uid,
                totp_code=totp_code,
            ),
            _parse_success,
        )

    def list_service_account_api_keys(
        self,
        *,
        ordering: str | Unset = UNSET,
        order_by: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        service_account_uid: str,
    ) -> RawResponse[list[APIKey]]:
        """List the API keys of a service account: the answer as it came, list[APIKey] when parsed."""
        from ...operations import OPERATIONS
        from .list_service_account_api_keys import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["listServiceAccountApiKeys"],
            _get_kwargs(
                ordering=ordering,
                order_by=order_by,
                page=page,
                limit=limit,
                service_account_uid=service_account_uid,
            ),
            _parse_success,
        )

    def create_service_account_api_key(
        self,
        *,
        body: CreateServiceAccountApiKeyRequest,
    ) -> RawResponse[APIKey]:
        """Create an API key for a service account: the answer as it came, APIKey when parsed."""
        from ...operations import OPERATIONS
        from .create_service_account_api_key import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["createServiceAccountApiKey"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def list_service_accounts(
        self,
    ) -> RawResponse[list[ServiceAccountRow]]:
        """List the service accounts of the user: the answer as it came, list[ServiceAccountRow] when parsed."""
        from ...operations import OPERATIONS
        from .list_service_accounts import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["listServiceAccounts"],
            _get_kwargs(),
            _parse_success,
        )


class AsyncRawServiceAccountsResource:
    """API keys of accounts that the operator attached to the user. Every method is a coroutine. Every
    method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def update_service_account_api_key(
        self,
        kid: str,
        *,
        body: UpdateServiceAccountApiKeyRequest,
    ) -> RawResponse[APIKey]:
        """Change an API key of a service account: the answer as it came, APIKey when parsed."""
        from ...operations import OPERATIONS
        from .update_service_account_api_key import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["updateServiceAccountApiKey"],
            _get_kwargs(
                kid=kid,
                body=body,
            ),
            _parse_success,
        )

    async def delete_service_account_api_key(
        self,
        kid: str,
        *,
        service_account_uid: str,
        totp_code: str,
    ) -> RawResponse[None]:
        """Delete an API key of a service account: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .delete_service_account_api_key import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["deleteServiceAccountApiKey"],
            _get_kwargs(
                kid=kid,
                service_account_uid=service_account_uid,
                totp_code=totp_code,
            ),
            _parse_success,
        )

    async def list_service_account_api_keys(
        self,
        *,
        ordering: str | Unset = UNSET,
        order_by: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        service_account_uid: str,
    ) -> RawResponse[list[APIKey]]:
        """List the API keys of a service account: the answer as it came, list[APIKey] when parsed."""
        from ...operations import OPERATIONS
        from .list_service_account_api_keys import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["listServiceAccountApiKeys"],
            _get_kwargs(
                ordering=ordering,
                order_by=order_by,
                page=page,
                limit=limit,
                service_account_uid=service_account_uid,
            ),
            _parse_success,
        )

    async def create_service_account_api_key(
        self,
        *,
        body: CreateServiceAccountApiKeyRequest,
    ) -> RawResponse[APIKey]:
        """Create an API key for a service account: the answer as it came, APIKey when parsed."""
        from ...operations import OPERATIONS
        from .create_service_account_api_key import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["createServiceAccountApiKey"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def list_service_accounts(
        self,
    ) -> RawResponse[list[ServiceAccountRow]]:
        """List the service accounts of the user: the answer as it came, list[ServiceAccountRow] when parsed."""
        from ...operations import OPERATIONS
        from .list_service_accounts import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["listServiceAccounts"],
            _get_kwargs(),
            _parse_success,
        )
