# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Agreements of a user."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.user_eula_answer import UserEulaAnswer

__all__ = ("AsyncRawUsersResource", "AsyncUsersResource", "RawUsersResource", "UsersResource")


class UsersResource:
    """Agreements of a user."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawUsersResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawUsersResource(self._caller)

    def get_user_eula(
        self,
        user_id: str,
    ) -> UserEulaAnswer:
        """List the agreements of a user

        Lists the agreements that apply to a user, and a template of the signatures to fill in. It
        needs the id of a user, so the agreements cannot be listed before the first onboarding:
        version and names for that come from the venue.

        Sends `GET /admin/v1/users/{userId}/eula`.

        Args:
            user_id (str): Id of the user (userID of the onboarding answer). (path `userId`)

        Returns:
            UserEulaAnswer on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, the venue's four-step walk-through (Not in the onboarding page; the
        published example is cut, so that part of the nesting is inferred.)
        """
        from ...operations import OPERATIONS
        from .get_user_eula import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["getUserEula"],
            _get_kwargs(
                user_id=user_id,
            ),
            _parse_success,
        )


class AsyncUsersResource:
    """Agreements of a user. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawUsersResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawUsersResource(self._caller)

    async def get_user_eula(
        self,
        user_id: str,
    ) -> UserEulaAnswer:
        """List the agreements of a user

        Lists the agreements that apply to a user, and a template of the signatures to fill in. It
        needs the id of a user, so the agreements cannot be listed before the first onboarding:
        version and names for that come from the venue.

        Sends `GET /admin/v1/users/{userId}/eula`.

        Args:
            user_id (str): Id of the user (userID of the onboarding answer). (path `userId`)

        Returns:
            UserEulaAnswer on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: safe (send it again, it changes nothing).
        Needs a person: no.
        Evidence: observed, the venue's four-step walk-through (Not in the onboarding page; the
        published example is cut, so that part of the nesting is inferred.)
        """
        from ...operations import OPERATIONS
        from .get_user_eula import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["getUserEula"],
            _get_kwargs(
                user_id=user_id,
            ),
            _parse_success,
        )


class RawUsersResource:
    """Agreements of a user. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get_user_eula(
        self,
        user_id: str,
    ) -> RawResponse[UserEulaAnswer]:
        """List the agreements of a user: the answer as it came, UserEulaAnswer when parsed."""
        from ...operations import OPERATIONS
        from .get_user_eula import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["getUserEula"],
            _get_kwargs(
                user_id=user_id,
            ),
            _parse_success,
        )


class AsyncRawUsersResource:
    """Agreements of a user. Every method is a coroutine. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get_user_eula(
        self,
        user_id: str,
    ) -> RawResponse[UserEulaAnswer]:
        """List the agreements of a user: the answer as it came, UserEulaAnswer when parsed."""
        from ...operations import OPERATIONS
        from .get_user_eula import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["getUserEula"],
            _get_kwargs(
                user_id=user_id,
            ),
            _parse_success,
        )
