# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""The own user, its password and its activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...types import UNSET

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.activity import Activity
    from ...models.change_password_request import ChangePasswordRequest
    from ...models.update_me_request import UpdateMeRequest
    from ...models.user_with_full_info import UserWithFullInfo
    from ...types import Unset

__all__ = ("AsyncRawUsersResource", "AsyncUsersResource", "RawUsersResource", "UsersResource")


class UsersResource:
    """The own user, its password and its activity."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawUsersResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawUsersResource(self._caller)

    def change_password(
        self,
        *,
        body: ChangePasswordRequest,
    ) -> None:
        """Change the password

        Sends the old password and the new one twice. Nothing useful comes back and open sessions stay
        alive. Rules for the new one: 8 to 80 characters with a lower-case letter, an upper-case
        letter and a digit, and an entropy of at least the configured minimum (14 unless
        `getIdentityConfigs` says otherwise).

        Sends `PUT /api/v2/auth/resource/users/password`.

        Args:
            body (ChangePasswordRequest): Form fields of `changePassword`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `identity.create_session`. It happened if the new password works.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The answer body is the bare number 201, so no
        schema is declared. 401 is not on the page; 429 is of a later upstream line (3.x).)
        """
        from ...operations import OPERATIONS
        from .change_password import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["changePassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def list_activity(
        self,
        topic: str,
        *,
        time_from: int | Unset = UNSET,
        time_to: int | Unset = UNSET,
        result: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> list[Activity]:
        """List own activity

        Returns one page of what the caller did, newest first: logins, password and 2FA changes. An
        empty result is not an empty list but 422 `resource.user.no_activity`. The headers say how
        many entries there are.

        Sends `GET /api/v2/auth/resource/users/activity/{topic}`.

        Args:
            topic (str): `all`, `password`, `session` or `otp`. The server also takes `account`.
                (path `topic`)
            time_from (int | Unset): Only what happened after this moment, in seconds since the
                Unix epoch. (query `time_from`)
            time_to (int | Unset): Only what happened before this moment, in seconds since the
                Unix epoch. (query `time_to`)
            result (str | Unset): Only this outcome: `succeed`, `failed` or `denied`. (query
                `result`)
            page (int | Unset): Page to return, counted from 1 (default 1). (query `page`)
            limit (int | Unset): Entries per page, 1 to 100 (default 100). (query `limit`)

        Returns:
            list[Activity] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names a single Activity and no error;
        the server returns an array, and 422 when it would be empty.)
        """
        from ...operations import OPERATIONS
        from .list_activity import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["listActivity"],
            _get_kwargs(
                topic=topic,
                time_from=time_from,
                time_to=time_to,
                result=result,
                page=page,
                limit=limit,
            ),
            _parse_success,
        )

    def get_me(
        self,
    ) -> UserWithFullInfo:
        """Read the own user

        Returns the caller in full: state, level, whether 2FA is on, labels, phones, profiles. The
        call to poll during onboarding: level 3 appears once the label `document` is `verified`. It
        never carries a `csrf_token`; only the calls that open a session do.

        Sends `GET /api/v2/auth/resource/users/me`.

        Returns:
            UserWithFullInfo on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. No error is
        on the page.)
        """
        from ...operations import OPERATIONS
        from .get_me import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getMe"],
            _get_kwargs(),
            _parse_success,
        )

    def update_me(
        self,
        *,
        body: UpdateMeRequest,
    ) -> UserWithFullInfo:
        """Change the own data field

        Replaces the free `data` field of the user and returns the user in full, without `csrf_token`.
        Nothing else of the user can be changed here.

        Sends `PUT /api/v2/auth/resource/users/me`.

        Args:
            body (UpdateMeRequest): Form fields of `updateMe`. (application/x-www-form-urlencoded)

        Returns:
            UserWithFullInfo on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. No error is
        on the page.)
        """
        from ...operations import OPERATIONS
        from .update_me import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["updateMe"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def delete_me(
        self,
        *,
        password: str,
        otp_code: str | Unset = UNSET,
    ) -> None:
        """Close the own account

        Closes the account: label `delete`, state `deleted`, no login from then on. There is no call
        to undo it. Needs the password, and an unused TOTP code when 2FA is on.

        Both travel in the query, as documented, so the password can end up in access logs. Change the
        password first if that matters.

        Documented success is 204; a real server answers 200 with a bare number. Both are accepted.

        Sends `DELETE /api/v2/auth/resource/users/me`.

        Args:
            password (str): Password of the account. (query `password`)
            otp_code (str | Unset): Unused six-digit TOTP code of the calling user. A string:
                leading zeros count. Required once 2FA is on. (query `otp_code`)

        Returns:
            None on status 200 or 204.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `identity.create_session`. It happened if the log-in is refused because
        the account is deleted.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 204, upstream tests assert 200, and
        that a form body is accepted as well; the documented query is kept.)
        """
        from ...operations import OPERATIONS
        from .delete_me import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["deleteMe"],
            _get_kwargs(
                password=password,
                otp_code=otp_code,
            ),
            _parse_success,
        )


class AsyncUsersResource:
    """The own user, its password and its activity. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawUsersResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawUsersResource(self._caller)

    async def change_password(
        self,
        *,
        body: ChangePasswordRequest,
    ) -> None:
        """Change the password

        Sends the old password and the new one twice. Nothing useful comes back and open sessions stay
        alive. Rules for the new one: 8 to 80 characters with a lower-case letter, an upper-case
        letter and a digit, and an entropy of at least the configured minimum (14 unless
        `getIdentityConfigs` says otherwise).

        Sends `PUT /api/v2/auth/resource/users/password`.

        Args:
            body (ChangePasswordRequest): Form fields of `changePassword`.
                (application/x-www-form-urlencoded)

        Returns:
            None on status 201.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `identity.create_session`. It happened if the new password works.
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The answer body is the bare number 201, so no
        schema is declared. 401 is not on the page; 429 is of a later upstream line (3.x).)
        """
        from ...operations import OPERATIONS
        from .change_password import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["changePassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def list_activity(
        self,
        topic: str,
        *,
        time_from: int | Unset = UNSET,
        time_to: int | Unset = UNSET,
        result: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> list[Activity]:
        """List own activity

        Returns one page of what the caller did, newest first: logins, password and 2FA changes. An
        empty result is not an empty list but 422 `resource.user.no_activity`. The headers say how
        many entries there are.

        Sends `GET /api/v2/auth/resource/users/activity/{topic}`.

        Args:
            topic (str): `all`, `password`, `session` or `otp`. The server also takes `account`.
                (path `topic`)
            time_from (int | Unset): Only what happened after this moment, in seconds since the
                Unix epoch. (query `time_from`)
            time_to (int | Unset): Only what happened before this moment, in seconds since the
                Unix epoch. (query `time_to`)
            result (str | Unset): Only this outcome: `succeed`, `failed` or `denied`. (query
                `result`)
            page (int | Unset): Page to return, counted from 1 (default 1). (query `page`)
            limit (int | Unset): Entries per page, 1 to 100 (default 100). (query `limit`)

        Returns:
            list[Activity] on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (The page names a single Activity and no error;
        the server returns an array, and 422 when it would be empty.)
        """
        from ...operations import OPERATIONS
        from .list_activity import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["listActivity"],
            _get_kwargs(
                topic=topic,
                time_from=time_from,
                time_to=time_to,
                result=result,
                page=page,
                limit=limit,
            ),
            _parse_success,
        )

    async def get_me(
        self,
    ) -> UserWithFullInfo:
        """Read the own user

        Returns the caller in full: state, level, whether 2FA is on, labels, phones, profiles. The
        call to poll during onboarding: level 3 appears once the label `document` is `verified`. It
        never carries a `csrf_token`; only the calls that open a session do.

        Sends `GET /api/v2/auth/resource/users/me`.

        Returns:
            UserWithFullInfo on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. No error is
        on the page.)
        """
        from ...operations import OPERATIONS
        from .get_me import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getMe"],
            _get_kwargs(),
            _parse_success,
        )

    async def update_me(
        self,
        *,
        body: UpdateMeRequest,
    ) -> UserWithFullInfo:
        """Change the own data field

        Replaces the free `data` field of the user and returns the user in full, without `csrf_token`.
        Nothing else of the user can be changed here.

        Sends `PUT /api/v2/auth/resource/users/me`.

        Args:
            body (UpdateMeRequest): Form fields of `updateMe`. (application/x-www-form-urlencoded)

        Returns:
            UserWithFullInfo on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Status and model as on the page. No error is
        on the page.)
        """
        from ...operations import OPERATIONS
        from .update_me import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["updateMe"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def delete_me(
        self,
        *,
        password: str,
        otp_code: str | Unset = UNSET,
    ) -> None:
        """Close the own account

        Closes the account: label `delete`, state `deleted`, no login from then on. There is no call
        to undo it. Needs the password, and an unused TOTP code when 2FA is on.

        Both travel in the query, as documented, so the password can end up in access logs. Change the
        password first if that matters.

        Documented success is 204; a real server answers 200 with a bare number. Both are accepted.

        Sends `DELETE /api/v2/auth/resource/users/me`.

        Args:
            password (str): Password of the account. (query `password`)
            otp_code (str | Unset): Unused six-digit TOTP code of the calling user. A string:
                leading zeros count. Required once 2FA is on. (query `otp_code`)

        Returns:
            None on status 200 or 204.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `identity.create_session`. It happened if the log-in is refused because
        the account is deleted.
        Needs a person: yes (otp).
        Evidence: documented, 002_0a3e9b6dbba5647e.txt (Page says 204, upstream tests assert 200, and
        that a form body is accepted as well; the documented query is kept.)
        """
        from ...operations import OPERATIONS
        from .delete_me import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["deleteMe"],
            _get_kwargs(
                password=password,
                otp_code=otp_code,
            ),
            _parse_success,
        )


class RawUsersResource:
    """The own user, its password and its activity. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def change_password(
        self,
        *,
        body: ChangePasswordRequest,
    ) -> RawResponse[None]:
        """Change the password: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .change_password import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["changePassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def list_activity(
        self,
        topic: str,
        *,
        time_from: int | Unset = UNSET,
        time_to: int | Unset = UNSET,
        result: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> RawResponse[list[Activity]]:
        """List own activity: the answer as it came, list[Activity] when parsed."""
        from ...operations import OPERATIONS
        from .list_activity import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["listActivity"],
            _get_kwargs(
                topic=topic,
                time_from=time_from,
                time_to=time_to,
                result=result,
                page=page,
                limit=limit,
            ),
            _parse_success,
        )

    def get_me(
        self,
    ) -> RawResponse[UserWithFullInfo]:
        """Read the own user: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .get_me import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getMe"],
            _get_kwargs(),
            _parse_success,
        )

    def update_me(
        self,
        *,
        body: UpdateMeRequest,
    ) -> RawResponse[UserWithFullInfo]:
        """Change the own data field: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .update_me import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["updateMe"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    def delete_me(
        self,
        *,
        password: str,
        otp_code: str | Unset = UNSET,
    ) -> RawResponse[None]:
        """Close the own account: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .delete_me import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["deleteMe"],
            _get_kwargs(
                password=password,
                otp_code=otp_code,
            ),
            _parse_success,
        )


class AsyncRawUsersResource:
    """The own user, its password and its activity. Every method is a coroutine. Every method returns the
    answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def change_password(
        self,
        *,
        body: ChangePasswordRequest,
    ) -> RawResponse[None]:
        """Change the password: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .change_password import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["changePassword"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def list_activity(
        self,
        topic: str,
        *,
        time_from: int | Unset = UNSET,
        time_to: int | Unset = UNSET,
        result: str | Unset = UNSET,
        page: int | Unset = UNSET,
        limit: int | Unset = UNSET,
    ) -> RawResponse[list[Activity]]:
        """List own activity: the answer as it came, list[Activity] when parsed."""
        from ...operations import OPERATIONS
        from .list_activity import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["listActivity"],
            _get_kwargs(
                topic=topic,
                time_from=time_from,
                time_to=time_to,
                result=result,
                page=page,
                limit=limit,
            ),
            _parse_success,
        )

    async def get_me(
        self,
    ) -> RawResponse[UserWithFullInfo]:
        """Read the own user: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .get_me import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getMe"],
            _get_kwargs(),
            _parse_success,
        )

    async def update_me(
        self,
        *,
        body: UpdateMeRequest,
    ) -> RawResponse[UserWithFullInfo]:
        """Change the own data field: the answer as it came, UserWithFullInfo when parsed."""
        from ...operations import OPERATIONS
        from .update_me import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["updateMe"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )

    async def delete_me(
        self,
        *,
        password: str,
        otp_code: str | Unset = UNSET,
    ) -> RawResponse[None]:
        """Close the own account: the answer as it came, None when parsed."""
        from ...operations import OPERATIONS
        from .delete_me import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["deleteMe"],
            _get_kwargs(
                password=password,
                otp_code=otp_code,
            ),
            _parse_success,
        )
