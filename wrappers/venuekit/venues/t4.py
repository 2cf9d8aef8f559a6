"""CTS T4: futures accounts, opened by a firm's administrator in one call.

Source of the API facts: `specs/t4.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from venuekit.auth.t4 import T4Auth
from venuekit.venues._base import AsyncOptions, AsyncVenue, SyncOptions, SyncVenue, base_url_of, found_for
from venuekit_clients.t4.api import Api, AsyncApi

if TYPE_CHECKING:
    from venuekit_clients.t4.models import LoginAnswer

# What a log-in answers beside the token of a user who must sign agreements or select market data first.
MARKET_DATA_NOT_SETUP = "MarketDataNotSetup"


def login_result(answer: LoginAnswer) -> str | None:
    """What a log-in says beside its token, such as `MarketDataNotSetup`; None when nothing is wrong.

    The venue documents the word, and not where it stands in JSON: `loginResult` is taken from its other protocols.
    """
    said: object = answer.additional_properties.get("loginResult")
    return said if isinstance(said, str) and said not in ("", "Success") else None


class _Shared:
    """What both clients do without I/O."""

    _auth: T4Auth

    def use_bearer(self, token: str) -> None:
        """Make all later calls with this token of `auth.login`, instead of what was given before."""
        self._auth.adopt(token)


class T4(_Shared, SyncVenue, Api):
    """A client of CTS T4. Resources: `onboarding`, `auth`, `users`.

    Give exactly one of `api_key` (sent as `Authorization: APIKey …`) and `bearer` (a JWT from `auth.login`).
    `onboarding_path` is where `onboarding.onboard_user` goes, if not to `/admin/v1/onboarding`: the venue's page names
    `/admin/v1/onboard` by now.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        bearer: str | None = None,
        onboarding_path: str | None = None,
        **options: Unpack[SyncOptions],
    ) -> None:
        url = base_url_of("t4", options)
        self._found = found_for("t4", options, api_key=api_key, bearer=bearer)
        self._auth = T4Auth(
            api_key=self._found.text("api_key"),
            bearer=self._found.text("bearer"),
            base_url=url,
            onboarding_path=onboarding_path,
        )
        SyncVenue.__init__(self, "t4", url, self._auth, options)
        Api.__init__(self, self._caller)


class AsyncT4(_Shared, AsyncVenue, AsyncApi):
    """The asynchronous twin of `T4`."""

    def __init__(
        self,
        *,
        api_key: str | None = None,
        bearer: str | None = None,
        onboarding_path: str | None = None,
        **options: Unpack[AsyncOptions],
    ) -> None:
        url = base_url_of("t4", options)
        self._found = found_for("t4", options, api_key=api_key, bearer=bearer)
        self._auth = T4Auth(
            api_key=self._found.text("api_key"),
            bearer=self._found.text("bearer"),
            base_url=url,
            onboarding_path=onboarding_path,
        )
        AsyncVenue.__init__(self, "t4", url, self._auth, options)
        AsyncApi.__init__(self, self._caller)
