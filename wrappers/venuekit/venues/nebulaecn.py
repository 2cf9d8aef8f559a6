"""NebulaECN: an exchange behind a Barong identity server.

People have a session (cookie, CSRF token, TOTP), programs have API keys (HMAC). One client holds either or both and
sends one of them: the session until `use_api_key()`. Source of the API facts: `specs/nebulaecn.yaml`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Mapping
from typing import TYPE_CHECKING, Unpack

from venuekit.auth.nebulaecn import NebulaKeyAuth, NebulaSessionAuth
from venuekit.auth.totp import Totp
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.http import Auth, Request, Response
from venuekit.venues._base import (
    USER_AGENT,
    AsyncOptions,
    AsyncVenue,
    ClientOptions,
    SyncOptions,
    SyncVenue,
    base_url_of,
    clock_of,
    found_for,
)
from venuekit_clients.nebulaecn.api import Api, AsyncApi

if TYPE_CHECKING:
    from venuekit.auth.chain import Resolved


class _Switch(Auth):
    """Either the session or the key, never both on one request: a key header switches the gateway's mode."""

    def __init__(self, session: NebulaSessionAuth, *, base_url: str) -> None:
        self.session = session
        self.active: Auth = session
        self._base_url = base_url

    def use_key(self, kid: str, secret: str) -> None:
        self.active = NebulaKeyAuth(kid, secret, base_url=self._base_url, clock=self.session.clock)

    def sync_auth_flow(self, request: Request) -> Generator[Request, Response, None]:
        return self.active.sync_auth_flow(request)

    def async_auth_flow(self, request: Request) -> AsyncGenerator[Request, Response]:
        return self.active.async_auth_flow(request)


class _Shared:
    """What both clients do without I/O."""

    _auth: _Switch

    def _held_sources(self) -> Mapping[str, str | None]:
        return {"session": self._auth.session.source}

    def use_totp(self, totp: Totp) -> None:
        """Answer the second factor with this from now on, when a session must be opened again."""
        self._auth.session.totp = totp

    def use_api_key(self, kid: str, secret: str) -> None:
        """Sign all later calls with an API key instead of the session."""
        self._auth.use_key(kid, secret)

    def use_session(self) -> None:
        """Go back to the session."""
        self._auth.active = self._auth.session


def _auth_for(found: Resolved, totp: Totp | None, *, base_url: str, options: ClientOptions) -> _Switch:
    api_key, api_secret = found.text("api_key"), found.text("api_secret")
    if (api_key is None) != (api_secret is None):
        raise ConfigurationError("nebulaecn: api_key and api_secret go together")
    secret = found.text("totp_secret")
    if totp is None and secret:
        totp = Totp(secret, clock=clock_of(options))
    session = NebulaSessionAuth(
        found.text("email"),
        found.text("password"),
        totp=totp,
        base_url=base_url,
        user_agent=USER_AGENT,
        clock=clock_of(options),
        store=options.get("store"),
    )
    switch = _Switch(session, base_url=base_url)
    if api_key is not None and api_secret is not None:
        switch.use_key(api_key, api_secret)
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
        **options: Unpack[SyncOptions],
    ) -> None:
        url = base_url_of("nebulaecn", options)
        self._found = found_for(
            "nebulaecn",
            options,
            email=email,
            password=password,
            totp_secret=totp,
            api_key=api_key,
            api_secret=api_secret,
        )
        self._auth = _auth_for(self._found, totp, base_url=url, options=options)
        SyncVenue.__init__(self, "nebulaecn", url, self._auth, options)
        Api.__init__(self, self._caller)


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
        **options: Unpack[AsyncOptions],
    ) -> None:
        url = base_url_of("nebulaecn", options)
        self._found = found_for(
            "nebulaecn",
            options,
            email=email,
            password=password,
            totp_secret=totp,
            api_key=api_key,
            api_secret=api_secret,
        )
        self._auth = _auth_for(self._found, totp, base_url=url, options=options)
        AsyncVenue.__init__(self, "nebulaecn", url, self._auth, options)
        AsyncApi.__init__(self, self._caller)
