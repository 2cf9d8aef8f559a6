# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""Every operation of this client, grouped by tag: `Api(caller).<tag>.<operation>(...)`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...runtime import AsyncCaller, Caller
    from .accounts import AccountsResource, AsyncAccountsResource
    from .kyc import AsyncKycResource, KycResource
    from .oauth import AsyncOauthResource, OauthResource
    from .users import AsyncUsersResource, UsersResource

__all__ = ("Api", "AsyncApi")


class Api:
    """Every operation; `caller` sends the requests and raises on errors."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    @cached_property
    def oauth(self) -> OauthResource:
        """Client tokens."""
        from .oauth import OauthResource

        return OauthResource(self._caller)

    @cached_property
    def users(self) -> UsersResource:
        """Sign-up, login and passwords of a person."""
        from .users import UsersResource

        return UsersResource(self._caller)

    @cached_property
    def kyc(self) -> KycResource:
        """Identity check."""
        from .kyc import KycResource

        return KycResource(self._caller)

    @cached_property
    def accounts(self) -> AccountsResource:
        """Accounts and portfolios."""
        from .accounts import AccountsResource

        return AccountsResource(self._caller)


class AsyncApi:
    """Every operation as a coroutine; `caller` sends the requests and raises on errors."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    @cached_property
    def oauth(self) -> AsyncOauthResource:
        """Client tokens."""
        from .oauth import AsyncOauthResource

        return AsyncOauthResource(self._caller)

    @cached_property
    def users(self) -> AsyncUsersResource:
        """Sign-up, login and passwords of a person."""
        from .users import AsyncUsersResource

        return AsyncUsersResource(self._caller)

    @cached_property
    def kyc(self) -> AsyncKycResource:
        """Identity check."""
        from .kyc import AsyncKycResource

        return AsyncKycResource(self._caller)

    @cached_property
    def accounts(self) -> AsyncAccountsResource:
        """Accounts and portfolios."""
        from .accounts import AsyncAccountsResource

        return AsyncAccountsResource(self._caller)
