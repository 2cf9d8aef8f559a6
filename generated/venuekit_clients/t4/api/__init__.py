# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Every operation of this client, grouped by tag: `Api(caller).<tag>.<operation>(...)`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...runtime import AsyncCaller, Caller
    from .auth import AsyncAuthResource, AuthResource
    from .onboarding import AsyncOnboardingResource, OnboardingResource
    from .users import AsyncUsersResource, UsersResource

__all__ = ("Api", "AsyncApi")


class Api:
    """Every operation; `caller` sends the requests and raises on errors."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @cached_property
    def onboarding(self) -> OnboardingResource:
        """Make a person."""
        from .onboarding import OnboardingResource

        return OnboardingResource(self._caller)

    @cached_property
    def auth(self) -> AuthResource:
        """Log in as a person."""
        from .auth import AuthResource

        return AuthResource(self._caller)

    @cached_property
    def users(self) -> UsersResource:
        """Agreements of a user."""
        from .users import UsersResource

        return UsersResource(self._caller)


class AsyncApi:
    """Every operation as a coroutine; `caller` sends the requests and raises on errors."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @cached_property
    def onboarding(self) -> AsyncOnboardingResource:
        """Make a person."""
        from .onboarding import AsyncOnboardingResource

        return AsyncOnboardingResource(self._caller)

    @cached_property
    def auth(self) -> AsyncAuthResource:
        """Log in as a person."""
        from .auth import AsyncAuthResource

        return AsyncAuthResource(self._caller)

    @cached_property
    def users(self) -> AsyncUsersResource:
        """Agreements of a user."""
        from .users import AsyncUsersResource

        return AsyncUsersResource(self._caller)
