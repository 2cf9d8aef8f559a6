# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Every operation of this client, grouped by tag: `Api(caller).<tag>.<operation>(...)`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...runtime import AsyncCaller, Caller
    from .account import AccountResource, AsyncAccountResource
    from .auth import AsyncAuthResource, AuthResource
    from .onboarding import AsyncOnboardingResource, OnboardingResource

__all__ = ("Api", "AsyncApi")


class Api:
    """Every operation; `caller` sends the requests and raises on errors."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @cached_property
    def onboarding(self) -> OnboardingResource:
        """Registering a wallet, or signing in with one that is known."""
        from .onboarding import OnboardingResource

        return OnboardingResource(self._caller)

    @cached_property
    def auth(self) -> AuthResource:
        """Renewing tokens and keys."""
        from .auth import AuthResource

        return AuthResource(self._caller)

    @cached_property
    def account(self) -> AccountResource:
        """Who am I, and is my token good."""
        from .account import AccountResource

        return AccountResource(self._caller)


class AsyncApi:
    """Every operation as a coroutine; `caller` sends the requests and raises on errors."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @cached_property
    def onboarding(self) -> AsyncOnboardingResource:
        """Registering a wallet, or signing in with one that is known."""
        from .onboarding import AsyncOnboardingResource

        return AsyncOnboardingResource(self._caller)

    @cached_property
    def auth(self) -> AsyncAuthResource:
        """Renewing tokens and keys."""
        from .auth import AsyncAuthResource

        return AsyncAuthResource(self._caller)

    @cached_property
    def account(self) -> AsyncAccountResource:
        """Who am I, and is my token good."""
        from .account import AsyncAccountResource

        return AsyncAccountResource(self._caller)
