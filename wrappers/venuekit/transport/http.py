"""The only module that imports the HTTP library, and the seam through which every call goes.

The seam is `send()` of two client subclasses. It gives each request a finite timeout, never follows a redirect, and
raises typed errors only after the auth flow has finished, so that a 401 can still be healed by a refresh.
"""

from __future__ import annotations

import asyncio
import functools
import os
import ssl
import threading
import time
from collections.abc import AsyncIterator, Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Any, cast

import httpx
from httpx import URL, Auth, Request, Response

from venuekit.transport.answers import raise_for_answer
from venuekit.transport.echoes import scrubber_of
from venuekit.transport.errors import ConfigurationError, ConnectionFailed, TimedOut
from venuekit.transport.logs import guard_http_logs
from venuekit.transport.options import Connection, Tls, check_proxy, is_loopback, need_extra
from venuekit.transport.secret import mask_text

if TYPE_CHECKING:
    from venuekit_clients.runtime import Operation

OPERATION = "venuekit.operation"
# Of a request that an auth flow makes of its own: the call can go on without it, and what to do when it never left.
SPARE = "venuekit.spare"
UNSENT = "venuekit.unsent"
# Told of each request as it is sent: those of an auth flow count against rate limits too.
METER = "venuekit.meter"
# When a request names no limit, in seconds.
_LONGEST_BODY = 60.0

# An ASGI application, e.g. the sandbox's, to be called in process instead of the network.
ASGIApp = Callable[..., Any]

# Failures before the first byte of the request left us: the venue cannot have acted.
_NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.UnsupportedProtocol,
    httpx.ProxyError,
    httpx.LocalProtocolError,
)


def check_base_url(url: str) -> str:
    """The URL without a trailing slash. https everywhere; plain http to loopback only."""
    parsed = _url_or_none(url)
    if parsed is None:
        raise ConfigurationError("base_url is not a URL: its port or a character cannot be")
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise ConfigurationError("base_url must start with https:// (or http:// to loopback) and name a host")
    if parsed.userinfo:
        raise ConfigurationError("base_url must not carry a user name or password")
    if "?" in url or "#" in url:
        raise ConfigurationError("base_url must not have a query (?) or fragment (#)")
    if parsed.scheme == "http" and not is_loopback(parsed.host):
        raise ConfigurationError(
            f"plain http to {parsed.host} is refused: use https (http is for loopback only)"
        )
    return url.rstrip("/")


def _url_or_none(text: str) -> URL | None:
    # What is wrong with it is not told, nor chained: a slip of the pen makes a password the port.
    try:
        return URL(text)
    except httpx.InvalidURL:
        return None


@functools.cache
def shared_ssl_context(tls: Tls | None) -> ssl.SSLContext:
    """One verifying TLS context for the process: making one parses every CA certificate. None: it trusts nobody."""
    if tls is None:
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if tls == "system":
        need_extra("truststore", extra="tls", what="the system's certificates")
        import truststore

        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return httpx.create_ssl_context()


@contextmanager
def typed_errors(request: Request, venue: str) -> Generator[None]:
    """Turn the HTTP library's exceptions into ours, saying whether the request can have arrived."""
    try:
        yield
    except httpx.TimeoutException as error:
        request = _failed_request(error, request)
        sent = not isinstance(error, _NEVER_SENT)
        what = "no answer in time" if sent else "no connection in time"
        raise TimedOut(
            f"{what} from {request.url.host}", venue=venue, operation=operation_id(request), sent=sent
        ) from None
    except (httpx.TransportError, httpx.DecodingError) as error:
        request = _failed_request(error, request)
        sent = not isinstance(error, _NEVER_SENT)
        what = "the connection broke" if sent else "no connection"
        raise ConnectionFailed(
            f"{what}: {request.url.host}: {mask_text(scrubber_of(request)(str(error))) or type(error).__name__}",
            venue=venue,
            operation=operation_id(request),
            sent=sent,
        ) from None


def _failed_request(error: httpx.RequestError, request: Request) -> Request:
    """The request that an error is about: an auth flow may have sent others before the one it was asked for."""
    try:
        return error.request
    except RuntimeError:
        return request


def _can_do_without(error: httpx.RequestError, request: Request) -> bool:
    """Whether what failed was not the call but a renewal ahead of time. Tells the flow when it never left."""
    failed = _failed_request(error, request)
    unsent: Callable[[], object] | None = failed.extensions.get(UNSENT)
    if unsent is not None and isinstance(error, _NEVER_SENT):
        unsent()
    return failed is not request and SPARE in failed.extensions


def operation_id(request: Request) -> str:
    """The operationId that a request belongs to, or "" for one made by hand."""
    operation: Operation | None = request.extensions.get(OPERATION)
    return operation.id if operation is not None else ""


def time_limits(timeout: float) -> httpx.Timeout:
    """The limits of one call: `timeout` seconds for each of its steps, and at most ten for the connection."""
    return httpx.Timeout(timeout, connect=min(timeout, 10.0))


def _options(
    *, base_url: str, timeout: float, headers: Mapping[str, str], connection: Connection, in_process: bool
) -> dict[str, Any]:
    url = URL(check_base_url(base_url))
    local = in_process or is_loopback(url.host)
    options: dict[str, Any] = {
        "base_url": url,
        "timeout": time_limits(timeout),
        "headers": headers,
        "follow_redirects": False,
        # Cookies are credentials: the auth flow holds them. A jar of its own would send them behind its back.
        "cookies": CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
        # A proxy from the environment is for the outside world, not for this machine.
        "trust_env": not local,
        # As many kept alive as allowed at all: connections closed while assigned break under threads.
        "limits": httpx.Limits(
            max_connections=connection.max_connections, max_keepalive_connections=connection.max_connections
        ),
    }
    if connection.http2:
        need_extra("h2", extra="http2", what="HTTP/2")
        options["http2"] = True
    if connection.proxy is not None and not local:
        if _url_or_none(check_proxy(connection.proxy)) is None:
            raise ConfigurationError("proxy is not a URL: its port or a character cannot be")
        options["proxy"] = connection.proxy
    options["verify"] = shared_ssl_context(connection.tls if url.scheme == "https" else None)
    return options


class _Deadline(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that must be there in time as a whole: the library's own limit starts anew with every byte."""

    def __init__(self, response: Response) -> None:
        self._stream = response.stream
        self._seconds: float = response.request.extensions["timeout"].get("read") or _LONGEST_BODY
        self._ends = time.monotonic() + self._seconds

    def _check(self) -> None:
        if time.monotonic() > self._ends:
            raise httpx.ReadTimeout(f"the body took more than {self._seconds:g} s")

    def __iter__(self) -> Iterator[bytes]:
        for chunk in cast("httpx.SyncByteStream", self._stream):
            self._check()
            yield chunk

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in cast("httpx.AsyncByteStream", self._stream):
            self._check()
            yield chunk

    def close(self) -> None:
        cast("httpx.SyncByteStream", self._stream).close()

    async def aclose(self) -> None:
        await cast("httpx.AsyncByteStream", self._stream).aclose()


def _limit_body(response: Response) -> None:
    response.stream = _Deadline(response)


async def _limit_body_async(response: Response) -> None:
    response.stream = _Deadline(response)


def _count(request: Request) -> None:
    meter: Callable[[Request], object] | None = request.extensions.get(METER)
    if meter is not None:
        meter(request)


async def _count_async(request: Request) -> None:
    _count(request)


def _check_open(client: SeamClient | AsyncSeamClient) -> None:
    if client.is_closed:
        raise ConfigurationError(f"this {client.venue} client is closed; make a new one")


class SeamClient(httpx.Client):
    """The synchronous seam: `send()` raises typed errors for every answer that is not a success."""

    def __init__(
        self,
        *,
        venue: str,
        base_url: str,
        timeout: float,
        headers: Mapping[str, str],
        auth: Auth | None,
        app: ASGIApp | None,
        connection: Connection,
    ) -> None:
        self.venue = venue
        guard_http_logs()
        self._settings = _options(
            base_url=base_url,
            timeout=timeout,
            headers=headers,
            connection=connection,
            in_process=app is not None,
        )
        self._process = os.getpid()
        self._app = app
        super().__init__(
            auth=auth,
            transport=self._in_process(),
            event_hooks={"request": [_count], "response": [_limit_body]},
            **self._settings,
        )

    def _in_process(self) -> _InProcessTransport | None:
        return _InProcessTransport(self._app) if self._app is not None else None

    def send(self, request: Request, **options: Any) -> Response:
        """Send, and raise the typed error of whatever is not a success."""
        _check_open(self)
        if self._process != os.getpid():
            self._leave_connections_to_parent()
        with typed_errors(request, self.venue):
            try:
                response = super().send(request, **options)
            except httpx.RequestError as error:
                if not _can_do_without(error, request):
                    raise
                response = super().send(request, **options)
        raise_for_answer(response, venue=self.venue, operation=operation_id(request))
        return response

    def _leave_connections_to_parent(self) -> None:
        """After a fork the open connections are the parent's: two processes on one would mix their answers."""
        self._process = os.getpid()
        fresh = httpx.Client(transport=self._in_process(), **self._settings)
        self._transport, self._mounts = fresh._transport, fresh._mounts


class AsyncSeamClient(httpx.AsyncClient):
    """The asynchronous seam."""

    def __init__(
        self,
        *,
        venue: str,
        base_url: str,
        timeout: float,
        headers: Mapping[str, str],
        auth: Auth | None,
        app: ASGIApp | None,
        connection: Connection,
    ) -> None:
        self.venue = venue
        guard_http_logs()
        self._settings = _options(
            base_url=base_url,
            timeout=timeout,
            headers=headers,
            connection=connection,
            in_process=app is not None,
        )
        self._process = os.getpid()
        transport = httpx.ASGITransport(app) if app is not None else None
        super().__init__(
            auth=auth,
            transport=transport,
            event_hooks={"request": [_count_async], "response": [_limit_body_async]},
            **self._settings,
        )

    async def send(self, request: Request, **options: Any) -> Response:
        """Send, and raise the typed error of whatever is not a success."""
        _check_open(self)
        if self._process != os.getpid():
            self._leave_connections_to_parent()
        with typed_errors(request, self.venue):
            try:
                response = await super().send(request, **options)
            except httpx.RequestError as error:
                if not _can_do_without(error, request):
                    raise
                response = await super().send(request, **options)
        raise_for_answer(response, venue=self.venue, operation=operation_id(request))
        return response

    def _leave_connections_to_parent(self) -> None:
        """The same as in `SeamClient`. An application in this process has no connections."""
        self._process = os.getpid()
        if not isinstance(self._transport, httpx.ASGITransport):
            fresh = httpx.AsyncClient(**self._settings)
            self._transport, self._mounts = fresh._transport, fresh._mounts


class _InProcessTransport(httpx.BaseTransport):
    """Calls an ASGI application from synchronous code, on an event loop of its own in a daemon thread."""

    def __init__(self, app: ASGIApp) -> None:
        self._transport = httpx.ASGITransport(app)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._starting = threading.Lock()

    def handle_request(self, request: Request) -> Response:
        with self._starting:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                # A daemon: a client that nobody closes must not keep the process from ending.
                threading.Thread(
                    target=_run_loop, args=(self._loop,), daemon=True, name="venuekit-app"
                ).start()
        return asyncio.run_coroutine_threadsafe(self._handle(request), self._loop).result()

    async def _handle(self, request: Request) -> Response:
        # With its body buffered: a synchronous stream cannot be read asynchronously.
        body = Request(request.method, request.url, headers=request.headers, content=request.read())
        answer = await self._transport.handle_async_request(body)
        content = await answer.aread()
        return Response(answer.status_code, headers=answer.headers, content=content, request=request)

    def close(self) -> None:
        with self._starting:
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._loop.stop)
                self._loop = None


def _run_loop(loop: asyncio.AbstractEventLoop) -> None:
    try:
        loop.run_forever()
    finally:
        loop.close()


__all__ = [
    "METER",
    "OPERATION",
    "SPARE",
    "UNSENT",
    "URL",
    "ASGIApp",
    "AsyncSeamClient",
    "Auth",
    "Request",
    "Response",
    "SeamClient",
    "check_base_url",
    "is_loopback",
    "operation_id",
    "shared_ssl_context",
    "time_limits",
    "typed_errors",
]
