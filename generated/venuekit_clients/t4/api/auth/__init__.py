# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Log in as a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.login_answer import LoginAnswer
    from ...models.login_request import LoginRequest

__all__ = ("AsyncAuthResource", "AsyncRawAuthResource", "AuthResource", "RawAuthResource")


class AuthResource:
    """Log in as a person."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawAuthResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawAuthResource(self._caller)

    def login(
        self,
        *,
        body: LoginRequest,
    ) -> LoginAnswer:
        """Log in as a person

        Gets a bearer token for a person who was onboarded. Firm, application name and application
        licence are agreed with the venue and are not in the onboarding answer. A token cannot be
        renewed: log in again. A person whose agreements are not signed may get a token that opens
        nothing but the licence page.

        Sends `POST /login`.

        Args:
            body (LoginRequest): Who logs in, and with which application. (application/json)

        Returns:
            LoginAnswer on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: observed, the venue's login page (Not in the onboarding page; fields and answer are
        those of the login page.)
        """
        from ...operations import OPERATIONS
        from .login import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["login"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncAuthResource:
    """Log in as a person. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawAuthResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawAuthResource(self._caller)

    async def login(
        self,
        *,
        body: LoginRequest,
    ) -> LoginAnswer:
        """Log in as a person

        Gets a bearer token for a person who was onboarded. Firm, application name and application
        licence are agreed with the venue and are not in the onboarding answer. A token cannot be
        renewed: log in again. A person whose agreements are not signed may get a token that opens
        nothing but the licence page.

        Sends `POST /login`.

        Args:
            body (LoginRequest): Who logs in, and with which application. (application/json)

        Returns:
            LoginAnswer on status 200.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: idempotent (send it again, a second time changes nothing more).
        Needs a person: no.
        Evidence: observed, the venue's login page (Not in the onboarding page; fields and answer are
        those of the login page.)
        """
        from ...operations import OPERATIONS
        from .login import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["login"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class RawAuthResource:
    """Log in as a person. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def login(
        self,
        *,
        body: LoginRequest,
    ) -> RawResponse[LoginAnswer]:
        """Log in as a person: the answer as it came, LoginAnswer when parsed."""
        from ...operations import OPERATIONS
        from .login import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["login"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncRawAuthResource:
    """Log in as a person. Every method is a coroutine. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def login(
        self,
        *,
        body: LoginRequest,
    ) -> RawResponse[LoginAnswer]:
        """Log in as a person: the answer as it came, LoginAnswer when parsed."""
        from ...operations import OPERATIONS
        from .login import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["login"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )
