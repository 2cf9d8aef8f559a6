"""CTS T4: futures accounts, opened by a firm's administrator in one call.

Source of the API facts: `specs/t4.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from venuekit.auth.t4 import T4Auth
from venuekit.transport.http import ASGIApp
from venuekit.venues._base import DEFAULT_TIMEOUT, AsyncVenue, Env, SyncVenue, resolve_base_url
from venuekit_clients.t4.api import Api, AsyncApi

if TYPE_CHECKING:
    from venuekit_clients.runtime import AsyncCaller, Caller


class T4(SyncVenue, Api):
    """A client of CTS T4. Resources: `onboarding`, `auth`, `users`.

    Give exactly one of `api_key` (sent as `Authorization: APIKey …`) and `bearer` (a JWT from `auth.login`).
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        bearer: str | None = None,
        env: Env = "sandbox",
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        app: ASGIApp | None = None,
        caller: Caller | None = None,
    ) -> None:
        url = resolve_base_url("t4", env, base_url)
        auth = T4Auth(api_key=api_key, bearer=bearer, base_url=url)
        SyncVenue.__init__(self, venue="t4", base_url=url, timeout=timeout, auth=auth, app=app)
        Api.__init__(self, self._choose_caller(caller))


class AsyncT4(AsyncVenue, AsyncApi):
    """The asynchronous twin of `T4`."""

    def __init__(
        self,
        *,
        api_key: str | None = None,
        bearer: str | None = None,
        env: Env = "sandbox",
        base_url: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        app: ASGIApp | None = None,
        caller: AsyncCaller | None = None,
    ) -> None:
        url = resolve_base_url("t4", env, base_url)
        auth = T4Auth(api_key=api_key, bearer=bearer, base_url=url)
        AsyncVenue.__init__(self, venue="t4", base_url=url, timeout=timeout, auth=auth, app=app)
        AsyncApi.__init__(self, self._choose_caller(caller))
