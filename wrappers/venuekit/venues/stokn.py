"""stokn: custody and portfolios for the customers of a corporate client.

Calls go out either as the corporate client (OAuth2 client credentials, fetched and renewed by the auth flow) or as
one person (a user token, earned by log-in and OTP). Source of the API facts: `specs/stokn.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from venuekit.auth.stokn import StoknAuth, StoknToken
from venuekit.venues._base import (
    AsyncOptions,
    AsyncVenue,
    ClientOptions,
    SyncOptions,
    SyncVenue,
    base_url_of,
    clock_of,
    found_for,
)
from venuekit_clients.stokn.api import Api, AsyncApi

if TYPE_CHECKING:
    from venuekit.auth.chain import Resolved


class _Shared:
    """What both clients do without I/O."""

    _auth: StoknAuth

    @property
    def user_token(self) -> StoknToken | None:
        """The person's token in use, renewed by the auth flow; None before log-in and OTP."""
        return self._auth.user_token

    def _held_sources(self) -> Mapping[str, str | None]:
        return {"user_token": self._auth.source}

    def use_user_token(self, token: StoknToken) -> None:
        """Make the person's calls with this token. Get one from `users.respond_otp`, see `StoknToken.from_model`."""
        self._auth.adopt(token)


def _auth_for(
    found: Resolved, user_token: StoknToken | None, *, base_url: str, options: ClientOptions
) -> StoknAuth:
    return StoknAuth(
        found.text("client_id") or "",
        found.text("client_secret") or "",
        base_url=base_url,
        token_url=found.text("token_url"),
        user_token=user_token,
        user=found.text("user"),
        clock=clock_of(options),
        store=options.get("store"),
    )


class Stokn(_Shared, SyncVenue, Api):
    """A client of stokn. Resources: `oauth`, `users`, `kyc`, `accounts`.

    `client_id` and `client_secret` are the corporate client's. `token_url` is where client tokens come from; it
    defaults to `/oauth2/token` under the API base, as the venue's page leaves it blank. `user_token` resumes a
    person's session; `user`, a user name (`StoknToken.username`), does so with the token that the store has.
    """

    def __init__(
        self,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
        token_url: str | None = None,
        user_token: StoknToken | None = None,
        user: str | None = None,
        **options: Unpack[SyncOptions],
    ) -> None:
        url = base_url_of("stokn", options)
        self._found = found_for(
            "stokn",
            options,
            client_id=client_id,
            client_secret=client_secret,
            token_url=token_url,
            user=user,
        )
        self._auth = _auth_for(self._found, user_token, base_url=url, options=options)
        SyncVenue.__init__(self, "stokn", url, self._auth, options)
        Api.__init__(self, self._caller)


class AsyncStokn(_Shared, AsyncVenue, AsyncApi):
    """The asynchronous twin of `Stokn`."""

    def __init__(
        self,
        *,
        client_id: str | None = None,
        client_secret: str | None = None,
        token_url: str | None = None,
        user_token: StoknToken | None = None,
        user: str | None = None,
        **options: Unpack[AsyncOptions],
    ) -> None:
        url = base_url_of("stokn", options)
        self._found = found_for(
            "stokn",
            options,
            client_id=client_id,
            client_secret=client_secret,
            token_url=token_url,
            user=user,
        )
        self._auth = _auth_for(self._found, user_token, base_url=url, options=options)
        AsyncVenue.__init__(self, "stokn", url, self._auth, options)
        AsyncApi.__init__(self, self._caller)
