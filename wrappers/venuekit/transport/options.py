"""How a client connects and calls: choices that are data."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Literal

import attrs

from venuekit.transport.errors import ConfigurationError, VenueError

Tls = Literal["certifi", "system"]


def _positive(instance: object, attribute: attrs.Attribute[int], value: int) -> None:
    if not 1 <= value <= 1000:
        raise ConfigurationError(f"{attribute.name} must be between 1 and 1000")


@attrs.frozen
class Connection:
    """How a client reaches its venue. Certificates are always verified.

    Attributes:
        http2: Speak HTTP/2 where the venue does (extra `http2`).
        tls: Trusted certificates: the `certifi` bundle (`SSL_CERT_FILE` and `SSL_CERT_DIR` replace it), or those of the
            operating `system` (extra `tls`). One context is shared by the whole process.
        proxy: A proxy's URL; None takes the environment's (`HTTPS_PROXY`, `NO_PROXY`, ...). Loopback never goes
            through a proxy.
        max_connections: At most so many connections, all of which may stay open.
    """

    http2: bool = False
    tls: Tls = "certifi"
    proxy: str | None = attrs.field(default=None, repr=False)
    max_connections: int = attrs.field(default=20, validator=_positive)


@attrs.frozen
class CallOptions:
    """How a call is made: `timeout` in seconds for each step of it, and how often it may be tried again."""

    timeout: float
    max_retries: int

    def __attrs_post_init__(self) -> None:
        if not 0 < self.timeout < 3600:
            raise ConfigurationError("timeout must be a number of seconds between 0 and 3600")
        if not 0 <= self.max_retries <= 10:
            raise ConfigurationError("max_retries must be between 0 and 10")


@attrs.frozen
class RequestInfo:
    """A request that is about to be sent. `path` is the specification's, with `{placeholders}`: it holds no secret.

    `attempt` counts from 1. `base_url` is where the client's calls go, such as `https://api.example.com/v1`.
    """

    venue: str
    operation: str
    method: str
    path: str
    attempt: int
    base_url: str = ""


@attrs.frozen
class ResponseInfo:
    """How a request went. `status` is None when there was no answer, `error` None when it was a success.

    `seconds` is the time from the start of the attempt to its end, including what the auth flow did.
    """

    request: RequestInfo
    status: int | None
    seconds: float
    error: VenueError | None


@attrs.frozen
class Hooks:
    """Functions that see every attempt of every call.

    They get facts, not bodies or headers, so that nothing secret passes through them. What a hook raises is logged and
    goes no further: a call that has had its effect is not lost to a broken hook.
    """

    on_request: Callable[[RequestInfo], None] | None = None
    on_response: Callable[[ResponseInfo], None] | None = None


HooksArgument = Hooks | Sequence[Hooks] | None


def hooks_list(hooks: HooksArgument) -> tuple[Hooks, ...]:
    """One, many or no hooks, as a tuple."""
    if hooks is None:
        return ()
    return (hooks,) if isinstance(hooks, Hooks) else tuple(hooks)


def check_header(name: str, value: str | None) -> None:
    """Refuse what no header can carry, before anything is sent. None is well.

    Raises:
        ConfigurationError: with the name, and without the value, which may be a secret.
    """
    if value is not None and not (value.isascii() and value.isprintable()):
        raise ConfigurationError(
            f"{name} has a character that no HTTP header can carry: it must be plain ASCII"
        )


def check_proxy(proxy: str) -> str:
    """A proxy's URL, or ConfigurationError without the password that may be in it."""
    scheme, _, rest = proxy.partition("://")
    if scheme not in ("http", "https", "socks5", "socks5h") or not rest:
        # Not shown: without "://" a password may be anywhere in it.
        raise ConfigurationError(
            "proxy must be a URL such as http://127.0.0.1:3128 (or https, socks5, socks5h)"
        )
    return proxy


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def need_extra(module: str, *, extra: str, what: str) -> None:
    """Refuse `what`, when the module for it is not installed."""
    if find_spec(module) is None:
        raise ConfigurationError(f"{what} needs an extra: pip install 'venuekit[{extra}]'")
