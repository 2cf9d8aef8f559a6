"""The only module that imports the HTTP library, and the seam through which every call goes.

The seam is `send()` of two client subclasses. It gives each request a finite timeout, never follows a redirect, and
raises typed errors only after the auth flow has finished, so that a 401 can still be healed by a refresh.
"""

from __future__ import annotations

import functools
import ipaddress
import ssl
from collections.abc import Callable, Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Any, TypeVar

import httpx
from httpx import URL, Auth, Request, Response

from venuekit.transport.answers import raise_for_answer, unexpected_answer
from venuekit.transport.errors import ConfigurationError, ConnectionFailed, TimedOut, VenueError
from venuekit.transport.secret import mask_text

if TYPE_CHECKING:
    from anyio.from_thread import BlockingPortal

    from venuekit_clients.runtime import Operation

OPERATION = "venuekit.operation"
T = TypeVar("T")

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
    try:
        parsed = URL(url)
    except httpx.InvalidURL as error:
        raise ConfigurationError(f"base_url is not a URL: {error}") from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise ConfigurationError("base_url must start with https:// (or http:// to loopback) and name a host")
    if parsed.userinfo:
        raise ConfigurationError("base_url must not carry a user name or password")
    if parsed.scheme == "http" and not is_loopback(parsed.host):
        raise ConfigurationError(
            f"plain http to {parsed.host} is refused: use https (http is for loopback only)"
        )
    return url.rstrip("/")


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@functools.cache
def shared_ssl_context() -> ssl.SSLContext:
    """One verifying TLS context for the process: making one parses every CA certificate."""
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
            f"{what}: {request.url.host}: {mask_text(str(error)) or type(error).__name__}",
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


def operation_id(request: Request) -> str:
    """The operationId that a request belongs to, or "" for one made by hand."""
    operation: Operation | None = request.extensions.get(OPERATION)
    return operation.id if operation is not None else ""


def _options(
    *, venue: str, base_url: str, timeout: float, headers: Mapping[str, str], in_process: bool
) -> dict[str, Any]:
    url = URL(check_base_url(base_url))
    local = in_process or is_loopback(url.host)
    options: dict[str, Any] = {
        "base_url": url,
        "timeout": httpx.Timeout(timeout, connect=min(timeout, 10.0)),
        "headers": headers,
        "follow_redirects": False,
        # Cookies are credentials: the auth flow holds them. A jar of its own would send them behind its back.
        "cookies": CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
        # A proxy from the environment is for the outside world, not for this machine.
        "trust_env": not local,
        # As many kept alive as allowed at all: connections closed while assigned break under threads.
        "limits": httpx.Limits(max_connections=20, max_keepalive_connections=20),
    }
    if url.scheme == "https":
        options["verify"] = shared_ssl_context()
    return options


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
    ) -> None:
        self.venue = venue
        options = _options(
            venue=venue, base_url=base_url, timeout=timeout, headers=headers, in_process=app is not None
        )
        transport = _InProcessTransport(app) if app is not None else None
        super().__init__(auth=auth, transport=transport, **options)

    def send(self, request: Request, **options: Any) -> Response:
        with typed_errors(request, self.venue):
            response = super().send(request, **options)
        raise_for_answer(response, venue=self.venue, operation=operation_id(request))
        return response


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
    ) -> None:
        self.venue = venue
        options = _options(
            venue=venue, base_url=base_url, timeout=timeout, headers=headers, in_process=app is not None
        )
        transport = httpx.ASGITransport(app) if app is not None else None
        super().__init__(auth=auth, transport=transport, **options)

    async def send(self, request: Request, **options: Any) -> Response:
        with typed_errors(request, self.venue):
            response = await super().send(request, **options)
        raise_for_answer(response, venue=self.venue, operation=operation_id(request))
        return response


class SeamCaller:
    """Runs a generated operation through the synchronous seam."""

    def __init__(self, http: SeamClient) -> None:
        self._http = http

    def call(self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[Response], T]) -> T:
        response = self._http.request(**kwargs, extensions={OPERATION: operation})
        return read_answer(operation, response, parse)


class AsyncSeamCaller:
    """Runs a generated operation through the asynchronous seam."""

    def __init__(self, http: AsyncSeamClient) -> None:
        self._http = http

    async def call(self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[Response], T]) -> T:
        response = await self._http.request(**kwargs, extensions={OPERATION: operation})
        return read_answer(operation, response, parse)


def read_answer(operation: Operation, response: Response, parse: Callable[[Response], T]) -> T:
    """Parse a success. Whatever goes wrong keeps the raw answer: the side effect has happened."""
    try:
        return parse(response)
    except VenueError:
        raise
    except Exception as error:  # noqa: BLE001 - generated parsers raise whatever a strange answer makes them raise
        raise unexpected_answer(
            response,
            venue=operation.venue,
            operation=operation.id,
            why=f"with a body that does not fit the specification ({type(error).__name__})",
        ) from None


class _InProcessTransport(httpx.BaseTransport):
    """Calls an ASGI application from synchronous code, on an event loop of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._transport = httpx.ASGITransport(app)
        self._portal_context: AbstractContextManager[BlockingPortal] | None = None
        self._portal: BlockingPortal | None = None

    def handle_request(self, request: Request) -> Response:
        if self._portal is None:
            from anyio.from_thread import start_blocking_portal

            self._portal_context = start_blocking_portal()
            self._portal = self._portal_context.__enter__()
        return self._portal.call(self._handle, request)

    async def _handle(self, request: Request) -> Response:
        body = await _AsyncBody.of(request)
        answer = await self._transport.handle_async_request(body)
        content = await answer.aread()
        return Response(answer.status_code, headers=answer.headers, content=content, request=request)

    def close(self) -> None:
        if self._portal_context is not None:
            self._portal_context.__exit__(None, None, None)
            self._portal_context = self._portal = None


class _AsyncBody:
    @staticmethod
    async def of(request: Request) -> Request:
        """The same request with its body buffered, as a synchronous stream cannot be read asynchronously."""
        content = request.read()
        return Request(request.method, request.url, headers=request.headers, content=content)


__all__ = [
    "OPERATION",
    "URL",
    "ASGIApp",
    "AsyncSeamCaller",
    "AsyncSeamClient",
    "Auth",
    "Request",
    "Response",
    "SeamCaller",
    "SeamClient",
    "check_base_url",
    "is_loopback",
    "operation_id",
    "read_answer",
    "shared_ssl_context",
    "typed_errors",
]
