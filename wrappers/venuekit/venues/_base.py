"""What the clients of all venues share: environments, the seam, and their life as context managers."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self
from urllib.parse import urlsplit

from venuekit.transport.errors import ConfigurationError
from venuekit.transport.http import (
    ASGIApp,
    AsyncSeamCaller,
    AsyncSeamClient,
    Auth,
    SeamCaller,
    SeamClient,
    check_base_url,
)

if TYPE_CHECKING:
    from venuekit_clients.runtime import AsyncCaller, Caller


def _own_version() -> str:
    try:
        return version("venuekit")
    except PackageNotFoundError:  # a source tree that was never installed
        return "0"


Env = Literal["sandbox", "demo", "live"]
Clock = Callable[[], float]

# NebulaECN binds a session to the exact User-Agent, so it must not vary within a process.
USER_AGENT = f"venuekit/{_own_version()}"

# Where each venue's API is. A missing entry means that no public address is known: `base_url=` is needed.
ENVIRONMENTS: Mapping[str, Mapping[str, str]] = {
    "rabbitx": {
        "sandbox": "http://127.0.0.1:8900/rabbitx",
        "demo": "https://api.testnet.rabbitx.io",
        "live": "https://api.rabbitx.com",
    },
    "stokn": {
        "sandbox": "http://127.0.0.1:8900/stokn",
        "live": "https://vmi81rmoy6.execute-api.eu-west-3.amazonaws.com",
    },
    "nebulaecn": {
        "sandbox": "http://127.0.0.1:8900/nebulaecn",
        "live": "https://trade.nebulaecn.com",
    },
    "tradelocker": {
        "sandbox": "http://127.0.0.1:8900/tradelocker/backend-api",
        "demo": "https://demo.tradelocker.com/backend-api",
        "live": "https://live.tradelocker.com/backend-api",
    },
    "t4": {
        "sandbox": "http://127.0.0.1:8900/t4",
        "demo": "https://api-sim.t4login.com",
        "live": "https://api.t4login.com",
    },
}


def resolve_base_url(venue: str, env: Env, base_url: str | None) -> str:
    """The API base of a venue: `base_url` when given, else the environment's address.

    A public address is used only in its own environment, so that nobody reaches a live venue by mistake.
    """
    known = ENVIRONMENTS[venue]
    if env not in ("sandbox", "demo", "live"):
        raise ConfigurationError(f'{venue}: env must be "sandbox", "demo" or "live", not {env!r}')
    if base_url is not None:
        url = check_base_url(base_url)
        needed = public_environment(url)
        if needed not in (None, env):
            raise ConfigurationError(f'{venue}: {url} is a {needed} address; it needs env="{needed}"')
        return url
    if env not in known:
        raise ConfigurationError(f"{venue}: no public {env} address is known; give base_url=")
    return known[env]


def public_environment(url: str) -> str | None:
    """The environment whose public address a URL names, `demo` or `live`; None for any other."""
    # A trailing dot names the same host.
    host = (urlsplit(url).hostname or "").rstrip(".")
    for known in ENVIRONMENTS.values():
        for name, address in known.items():
            if name != "sandbox" and urlsplit(address).hostname == host:
                return name
    return None


class SyncVenue:
    """Base of the synchronous clients. Use as a context manager, or call `close()`."""

    def __init__(
        self,
        *,
        venue: str,
        base_url: str,
        timeout: float,
        auth: Auth | None,
        app: ASGIApp | None,
    ) -> None:
        self.base_url = base_url
        self._http = SeamClient(
            venue=venue,
            base_url=base_url,
            timeout=_finite(timeout),
            headers={"User-Agent": USER_AGENT},
            auth=auth,
            app=app,
        )

    def _choose_caller(self, override: Caller | None) -> Caller:
        return override if override is not None else SeamCaller(self._http)

    def close(self) -> None:
        """Close the connections. The client cannot be used afterwards."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.base_url!r})"


class AsyncVenue:
    """Base of the asynchronous clients. Use as an async context manager, or await `aclose()`."""

    def __init__(
        self,
        *,
        venue: str,
        base_url: str,
        timeout: float,
        auth: Auth | None,
        app: ASGIApp | None,
    ) -> None:
        self.base_url = base_url
        self._http = AsyncSeamClient(
            venue=venue,
            base_url=base_url,
            timeout=_finite(timeout),
            headers={"User-Agent": USER_AGENT},
            auth=auth,
            app=app,
        )

    def _choose_caller(self, override: AsyncCaller | None) -> AsyncCaller:
        return override if override is not None else AsyncSeamCaller(self._http)

    async def aclose(self) -> None:
        """Close the connections. The client cannot be used afterwards."""
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.base_url!r})"


def _finite(timeout: float) -> float:
    if not 0 < timeout < 3600:
        raise ConfigurationError("timeout must be a number of seconds between 0 and 3600")
    return timeout


DEFAULT_TIMEOUT = 30.0
SYSTEM_CLOCK: Clock = time.time
