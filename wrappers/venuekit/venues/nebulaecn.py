"""NebulaECN: an exchange behind a Barong identity server.

People have a session (cookie, CSRF token, TOTP), programs have API keys (HMAC). One client holds either or both and
sends one of them: the session until `use_api_key()`. Source of the API facts: `specs/nebulaecn.yaml`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from typing import TYPE_CHECKING

from venuekit.auth.nebulaecn import NebulaKeyAuth, NebulaSessionAuth
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.http import ASGIApp, Auth, Request, Response
from venuekit.venues._base import (
    DEFAULT_TIMEOUT,
    SYSTEM_CLOCK,
    USER_AGENT,
    AsyncVenue,
    Clock,
    Env,
    SyncVenue,
    resolve_base_url,
)
from venuekit_clients.nebulaecn.api import Api, AsyncApi

if TYPE_CHECKING:
    from venuekit.auth.totp import Totp
    from venuekit_clients.runtime import AsyncCaller, Caller


class _Switch(Auth):
    """Either the session or the key, never both on one request: a key header switches the gateway's mode."""

    def __init__(self, session: NebulaSessionAuth, clock: Clock) -> None:
        self.session = session
        self.clock = clock
        self.active: Auth = session

    def sync_auth_flow(self, request: Request) -> Generator[Request, Response, None]:
        return self.active.sync_auth_flow(request)

    def async_auth_flow(self, request: Request) -> AsyncGenerator[Request, Response]:
        return self.active.async_auth_flow(request)


class _Shared:
    """What both clients do without I/O."""

    _auth: _Switch

    def use_totp(self, totp: Totp) -> None:
        """Answer the second factor with this from now on, when a session must be opened again."""
        self._auth.session.totp = totp

    def use_api_key(self, kid: str, secret: str) -> None:
        """Sign all later calls with an API key instead of the session."""
        self._auth.active = NebulaKeyAuth(kid, secret, clock=self._auth.clock)

    def use_session(self) -> None:
        """Go back to the session."""
        self._auth.active = self._auth.session


def _auth_for(
    *,
    email: str | None,
    password: str | None,
    totp: Totp | None,
    base_url: str,
    clock: Clock,
    api_key: str | None,
    api_secret: str | None,
) -> _Switch:
    if (api_key is None) != (api_secret is None):
        raise ConfigurationError("nebulaecn: api_key and api_secret go together")
    session = NebulaSessionAuth(
        email, password, totp=totp, base_url=base_url, user_agent=USER_AGENT, clock=clock
    )
    switch = _Switch(session, clock)
    if api_key is not None and api_secret is not None:
        switch.active = NebulaKeyAuth(api_key, api_secret, clock=clock)
    return switch


class NebulaECN(_Shared, SyncVenue, Api):
    """A client of NebulaECN. Resources: `identity`, `public`, `users`, `phones`, `otp`, `profiles`, `documents`,
    `addresses`, `labels`, `api_keys`, `service_accounts`, `data_storage`, `swagger`.

    `email` + `password` (+ `totp`) open a session when one is needed; `api_key` (the kid) + `api_secret` sign instead.
    Without any of them the identity and public calls work.
    """

    def __init__(
        self,
        *,
        email: str | None = None,
        password: str | None = None,
        totp: Totp | None = None,
        api_key: str | None = None,
        api_secret: str | None = None,
        env: Env = "sandbox",
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        clock: Clock = SYSTEM_CLOCK,
        app: ASGIApp | None = None,
        caller: Caller | None = None,
    ) -> None:
        url = resolve_base_url("nebulaecn", env, base_url)
        self._auth = _auth_for(
            email=email,
            password=password,
            totp=totp,
            base_url=url,
            clock=clock,
            api_key=api_key,
            api_secret=api_secret,
        )
        SyncVenue.__init__(self, venue="nebulaecn", base_url=url, timeout=timeout, auth=self._auth, app=app)
        Api.__init__(self, self._choose_caller(caller))


class AsyncNebulaECN(_Shared, AsyncVenue, AsyncApi):
    """The asynchronous twin of `NebulaECN`."""

    def __init__(
        self,
        *,
        email: str | None = None,
        password: str | None = None,
        totp: Totp | None = None,
        api_key: str | None = None,
        api_secret: str | None = None,
        env: Env = "sandbox",
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        clock: Clock = SYSTEM_CLOCK,
        app: ASGIApp | None = None,
        caller: AsyncCaller | None = None,
    ) -> None:
        url = resolve_base_url("nebulaecn", env, base_url)
        self._auth = _auth_for(
            email=email,
            password=password,
            totp=totp,
            base_url=url,
            clock=clock,
            api_key=api_key,
            api_secret=api_secret,
        )
        AsyncVenue.__init__(self, venue="nebulaecn", base_url=url, timeout=timeout, auth=self._auth, app=app)
        AsyncApi.__init__(self, self._choose_caller(caller))
