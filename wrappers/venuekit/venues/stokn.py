"""stokn: custody and portfolios for the customers of a corporate client.

Calls go out either as the corporate client (OAuth2 client credentials, fetched and renewed by the auth flow) or as
one person (a user token, earned by log-in and OTP). Source of the API facts: `specs/stokn.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from venuekit.auth.stokn import StoknAuth, StoknToken
from venuekit.transport.http import ASGIApp
from venuekit.venues._base import (
    DEFAULT_TIMEOUT,
    SYSTEM_CLOCK,
    AsyncVenue,
    Clock,
    Env,
    SyncVenue,
    resolve_base_url,
)
from venuekit_clients.stokn.api import Api, AsyncApi

if TYPE_CHECKING:
    from venuekit_clients.runtime import AsyncCaller, Caller


class _Shared:
    """What both clients do without I/O."""

    _auth: StoknAuth

    @property
    def user_token(self) -> StoknToken | None:
        """The person's token in use, renewed by the auth flow; None before log-in and OTP."""
        return self._auth.user_token

    def use_user_token(self, token: StoknToken) -> None:
        """Make the person's calls with this token. Get one from `users.respond_otp`, see `StoknToken.from_model`."""
        self._auth.adopt(token)


class Stokn(_Shared, SyncVenue, Api):
    """A client of stokn. Resources: `oauth`, `users`, `kyc`, `accounts`.

    `client_id` and `client_secret` are the corporate client's. `token_url` is where client tokens come from; it
    defaults to `/oauth2/token` under the API base, as the venue's page leaves it blank. `user_token` resumes a
    person's session.
    """

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str,
        token_url: str | None = None,
        user_token: StoknToken | None = None,
        env: Env = "sandbox",
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        clock: Clock = SYSTEM_CLOCK,
        app: ASGIApp | None = None,
        caller: Caller | None = None,
    ) -> None:
        url = resolve_base_url("stokn", env, base_url)
        self._auth = StoknAuth(
            client_id, client_secret, base_url=url, token_url=token_url, user_token=user_token, clock=clock
        )
        SyncVenue.__init__(self, venue="stokn", base_url=url, timeout=timeout, auth=self._auth, app=app)
        Api.__init__(self, self._choose_caller(caller))


class AsyncStokn(_Shared, AsyncVenue, AsyncApi):
    """The asynchronous twin of `Stokn`."""

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str,
        token_url: str | None = None,
        user_token: StoknToken | None = None,
        env: Env = "sandbox",
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        clock: Clock = SYSTEM_CLOCK,
        app: ASGIApp | None = None,
        caller: AsyncCaller | None = None,
    ) -> None:
        url = resolve_base_url("stokn", env, base_url)
        self._auth = StoknAuth(
            client_id, client_secret, base_url=url, token_url=token_url, user_token=user_token, clock=clock
        )
        AsyncVenue.__init__(self, venue="stokn", base_url=url, timeout=timeout, auth=self._auth, app=app)
        AsyncApi.__init__(self, self._choose_caller(caller))
