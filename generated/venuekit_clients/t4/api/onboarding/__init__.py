# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Make a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ....runtime import AsyncCaller, Caller, RawResponse
    from ...models.onboard_user_answer import OnboardUserAnswer
    from ...models.onboard_user_request import OnboardUserRequest

__all__ = (
    "AsyncOnboardingResource",
    "AsyncRawOnboardingResource",
    "OnboardingResource",
    "RawOnboardingResource",
)


class OnboardingResource:
    """Make a person."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> RawOnboardingResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return RawOnboardingResource(self._caller)

    def onboard_user(
        self,
        *,
        body: OnboardUserRequest,
    ) -> OnboardUserAnswer:
        """Onboard a person in one call

        Makes the user, the account, the market data subscriptions and the record of the accepted
        agreements in one call. `User` and `Account` are needed; without `Eula` and `MarketData` the
        person cannot log in. Market data is billed from what is chosen here; None and Delayed cost
        nothing. Send it once: there is no idempotency key, a repeated user name is refused with 409,
        and whether a failed call leaves parts behind is not known. The answer wraps the result
        (`result.value.data`) and repeats a status in the body: a `statusCode` of 400 or more is a
        failure even under HTTP 200. New accounts start disabled and barred from trading until the
        back office enables them. Later versions of the page call the path /admin/v1/onboard.

        Sends `POST /admin/v1/onboarding`.

        Args:
            body (OnboardUserRequest): One person to onboard. (application/json)

        Returns:
            OnboardUserAnswer on status 200 or 2XX.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `auth.login`. It happened if the user name and password that were sent
        work. A disabled account may refuse them all the same.
        Needs a person: yes (agreement).
        Evidence: documented, 004_f001877f8f2d2d94.txt (Path, request and answer are in the page. It
        does not describe the credentials; the two forms are those of the published clients.)
        """
        from ...operations import OPERATIONS
        from .onboard_user import _get_kwargs, _parse_success

        return self._caller.call(
            OPERATIONS["onboardUser"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncOnboardingResource:
    """Make a person. Every method is a coroutine."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @property
    def with_raw_response(self) -> AsyncRawOnboardingResource:
        """The same methods, returning status, headers and body; `parse()` gives what the plain method returns."""
        return AsyncRawOnboardingResource(self._caller)

    async def onboard_user(
        self,
        *,
        body: OnboardUserRequest,
    ) -> OnboardUserAnswer:
        """Onboard a person in one call

        Makes the user, the account, the market data subscriptions and the record of the accepted
        agreements in one call. `User` and `Account` are needed; without `Eula` and `MarketData` the
        person cannot log in. Market data is billed from what is chosen here; None and Delayed cost
        nothing. Send it once: there is no idempotency key, a repeated user name is refused with 409,
        and whether a failed call leaves parts behind is not known. The answer wraps the result
        (`result.value.data`) and repeats a status in the body: a `statusCode` of 400 or more is a
        failure even under HTTP 200. New accounts start disabled and barred from trading until the
        back office enables them. Later versions of the page call the path /admin/v1/onboard.

        Sends `POST /admin/v1/onboarding`.

        Args:
            body (OnboardUserRequest): One person to onboard. (application/json)

        Returns:
            OnboardUserAnswer on status 200 or 2XX.

        Raises:
            errors.UnexpectedStatus: The answer is a 2xx that the specification does not name.

        Retry after a lost answer: never (do not send it again, look first whether it happened).
        Lost answer: look with `auth.login`. It happened if the user name and password that were sent
        work. A disabled account may refuse them all the same.
        Needs a person: yes (agreement).
        Evidence: documented, 004_f001877f8f2d2d94.txt (Path, request and answer are in the page. It
        does not describe the credentials; the two forms are those of the published clients.)
        """
        from ...operations import OPERATIONS
        from .onboard_user import _get_kwargs, _parse_success

        return await self._caller.call(
            OPERATIONS["onboardUser"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class RawOnboardingResource:
    """Make a person. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def onboard_user(
        self,
        *,
        body: OnboardUserRequest,
    ) -> RawResponse[OnboardUserAnswer]:
        """Onboard a person in one call: the answer as it came, OnboardUserAnswer when parsed."""
        from ...operations import OPERATIONS
        from .onboard_user import _get_kwargs, _parse_success

        return self._caller.call_raw(
            OPERATIONS["onboardUser"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )


class AsyncRawOnboardingResource:
    """Make a person. Every method is a coroutine. Every method returns the answer unparsed."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def onboard_user(
        self,
        *,
        body: OnboardUserRequest,
    ) -> RawResponse[OnboardUserAnswer]:
        """Onboard a person in one call: the answer as it came, OnboardUserAnswer when parsed."""
        from ...operations import OPERATIONS
        from .onboard_user import _get_kwargs, _parse_success

        return await self._caller.call_raw(
            OPERATIONS["onboardUser"],
            _get_kwargs(
                body=body,
            ),
            _parse_success,
        )
