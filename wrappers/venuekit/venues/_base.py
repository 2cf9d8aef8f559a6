"""What the clients of all venues share: environments, the seam, and their life as context managers."""

from __future__ import annotations

import copy
import os
import time
from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypedDict

from venuekit.auth.chain import NAMES, Resolved, load_profile, resolve
from venuekit.transport.calls import AsyncSeamCaller, CallContext, SeamCaller
from venuekit.transport.http import ASGIApp, AsyncSeamClient, Auth, SeamClient
from venuekit.transport.limits import RateLimits
from venuekit.transport.options import CallOptions, Connection, HooksArgument, hooks_list
from venuekit.venues.defaults import DEFAULT_RETRIES, DEFAULT_TIMEOUT, SYSTEM_CLOCK, Clock
from venuekit.venues.environments import Env, resolve_base_url

if TYPE_CHECKING:
    from venuekit.auth.store import TokenStore
    from venuekit_clients.runtime import AsyncCaller, Caller


def _own_version() -> str:
    try:
        return version("venuekit")
    except PackageNotFoundError:  # a source tree that was never installed
        return "0"


# NebulaECN binds a session to the exact User-Agent, so it must not vary within a process.
USER_AGENT = f"venuekit/{_own_version()}"


class ClientOptions(TypedDict, total=False):
    """What every client's constructor takes beside credentials.

    Keys:
        env: `sandbox` (the default), `demo` or `live`.
        base_url: The API's root, where it is not the environment's.
        timeout: Seconds for each step of a call; 30 by default. There is no call without a limit.
        max_retries: How often a call is made again that may be; 2 by default. See `docs/errors.md`.
        connection: Certificates, HTTP/2, proxy, number of connections.
        limits: Client-side rate limits. By default the venue's own, for this client alone; give one object to several
            clients to share it.
        hooks: Functions that see every attempt of every call.
        clock: Unix seconds; for tests.
        app: An ASGI application to call in process instead of the network, e.g. `Sandbox().app`.
        store: Where tokens are kept between processes; by default they live as long as the client.
        profile: A profile of the settings file to take credentials from that are not given; by default that of
            `VENUEKIT_PROFILE`, if any.
        environ: Where environment variables are looked up; by default the process's. `{}` for arguments alone.
    """

    env: Env
    base_url: str | None
    timeout: float
    max_retries: int
    connection: Connection | None
    limits: RateLimits | None
    hooks: HooksArgument
    clock: Clock
    app: ASGIApp | None
    store: TokenStore | None
    profile: str | None
    environ: Mapping[str, str] | None


class SyncOptions(ClientOptions, total=False):
    """The same for synchronous clients.

    Keys:
        sleep: How the client waits between attempts and for a rate limit; for tests.
        caller: What makes the calls instead of the network; for dry runs.
    """

    sleep: Callable[[float], None]
    caller: Caller | None


class AsyncOptions(ClientOptions, total=False):
    """The same for asynchronous clients."""

    sleep: Callable[[float], Awaitable[None]]
    caller: AsyncCaller | None


def base_url_of(venue: str, options: ClientOptions) -> str:
    """The API base that these options mean. TypeError for an option that there is not, as Python itself would say."""
    for name in options:
        if name not in SyncOptions.__optional_keys__:
            raise TypeError(f"{venue} client got an unexpected keyword argument {name!r}")
    return resolve_base_url(
        venue,
        options.get("env", "sandbox"),
        options.get("base_url"),
        in_process=options.get("app") is not None,
    )


def found_for(venue: str, options: ClientOptions, **given: object) -> Resolved:
    """The credentials of a client, from arguments, environment and profile. See `docs/credentials.md`."""
    environ = options.get("environ")
    if environ is None:
        environ = os.environ
    profile = load_profile(options.get("profile"), environ=environ)
    if profile is not None:
        profile.check(options.get("env", "sandbox"))
    return resolve(venue, given, names=NAMES[venue], environ=environ, config=profile)


def clock_of(options: ClientOptions) -> Clock:
    """The clock that these options mean."""
    return options.get("clock", SYSTEM_CLOCK)


def _seam(options: ClientOptions, timeout: float) -> dict[str, Any]:
    return {
        "timeout": timeout,
        "headers": {"User-Agent": USER_AGENT},
        "connection": options.get("connection") or Connection(),
        "app": options.get("app"),
    }


def _context(venue: str, base_url: str, options: ClientOptions) -> CallContext:
    limits = options.get("limits")
    return CallContext(
        base_url=base_url,
        options=CallOptions(
            timeout=options.get("timeout", DEFAULT_TIMEOUT),
            max_retries=options.get("max_retries", DEFAULT_RETRIES),
        ),
        limits=limits if limits is not None else RateLimits.for_venue(venue),
        hooks=hooks_list(options.get("hooks")),
        # A clock that never goes back, unless a test has its own.
        clock=options.get("clock", time.monotonic),
    )


class _Venue:
    """What synchronous and asynchronous clients share."""

    base_url: str
    _found: Resolved

    @property
    def sources(self) -> Mapping[str, str]:
        """Which link supplied each credential, by name, e.g. `argument`, `environment VENUEKIT_T4_API_KEY`,
        `profile work`, `store`, or `venue` for what it has issued since. Never a value.
        """
        held = {name: source for name, source in self._held_sources().items() if source is not None}
        return {**self._found.sources, **held}

    def _held_sources(self) -> Mapping[str, str | None]:
        return {}

    def _clone(self) -> Self:
        """A copy that shares everything but the resources, which are bound to their caller."""
        clone = copy.copy(self)
        for name in list(clone.__dict__):
            if isinstance(getattr(type(self), name, None), cached_property):
                del clone.__dict__[name]
        return clone

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.base_url!r})"


async def _pause(seconds: float) -> None:
    from anyio import sleep

    await sleep(seconds)


def _changed(options: CallOptions, timeout: float | None, max_retries: int | None) -> CallOptions:
    return CallOptions(
        timeout=options.timeout if timeout is None else timeout,
        max_retries=options.max_retries if max_retries is None else max_retries,
    )


class SyncVenue(_Venue):
    """Base of the synchronous clients. Use as a context manager, or call `close()`."""

    _caller: Caller

    def __init__(self, venue: str, base_url: str, auth: Auth | None, options: SyncOptions) -> None:
        self.base_url = base_url
        context = _context(venue, base_url, options)
        self._http = SeamClient(
            venue=venue, base_url=base_url, auth=auth, **_seam(options, context.options.timeout)
        )
        caller = options.get("caller")
        self._caller = caller or SeamCaller(self._http, context, options.get("sleep", time.sleep))

    def with_options(self, *, timeout: float | None = None, max_retries: int | None = None) -> Self:
        """The same client with other options for its calls: `client.with_options(timeout=5).users.get_me()`.

        Connections, credentials and rate limits are shared; closing either closes both. `timeout` is in seconds.
        """
        clone = self._clone()
        if isinstance(self._caller, SeamCaller):
            clone._caller = self._caller.with_options(_changed(self._caller.options, timeout, max_retries))
        return clone

    def close(self) -> None:
        """Close the connections. The client cannot be used afterwards."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncVenue(_Venue):
    """Base of the asynchronous clients. Use as an async context manager, or await `aclose()`."""

    _caller: AsyncCaller

    def __init__(self, venue: str, base_url: str, auth: Auth | None, options: AsyncOptions) -> None:
        self.base_url = base_url
        context = _context(venue, base_url, options)
        self._http = AsyncSeamClient(
            venue=venue, base_url=base_url, auth=auth, **_seam(options, context.options.timeout)
        )
        caller = options.get("caller")
        self._caller = caller or AsyncSeamCaller(self._http, context, options.get("sleep", _pause))

    def with_options(self, *, timeout: float | None = None, max_retries: int | None = None) -> Self:
        """See `SyncVenue.with_options`."""
        clone = self._clone()
        if isinstance(self._caller, AsyncSeamCaller):
            clone._caller = self._caller.with_options(_changed(self._caller.options, timeout, max_retries))
        return clone

    async def aclose(self) -> None:
        """Close the connections. The client cannot be used afterwards."""
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()
