"""Where the venues are, and the guard that nobody reaches a live one by mistake."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlsplit

from venuekit.transport.errors import ConfigurationError
from venuekit.transport.options import is_loopback

Env = Literal["sandbox", "demo", "live"]

# Where each venue's API is, in the order in which venues are shown. A missing entry means that no public address is
# known: `base_url=` is needed.
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


# Further public addresses of the same venues, from the specs' `servers`.
_MORE_HOSTS: Mapping[str, Env] = {
    "api.prod.rabbitx.io": "live",
    "api.bfx.trade": "live",
    "api.blastfutures.com": "live",
    "api.testnet.blastfutures.com": "demo",
    "api-test.t4login.com": "demo",
}


def resolve_base_url(venue: str, env: Env, base_url: str | None, *, in_process: bool = False) -> str:
    """The API base of a venue: `base_url` when given, else the environment's address.

    A public address is used only in its own environment, and the sandbox is on this machine: so nobody reaches a live
    venue without naming it. `in_process` calls go to no network at all.
    """
    if env not in ("sandbox", "demo", "live"):
        raise ConfigurationError(f'{venue}: env must be "sandbox", "demo" or "live", not {env!r}')
    if base_url is None:
        known = ENVIRONMENTS[venue]
        if env not in known:
            raise ConfigurationError(f"{venue}: no public {env} address is known; give base_url=")
        return known[env]
    # Whoever only looks where the venues are has no use for the HTTP library.
    from venuekit.transport.http import check_base_url

    try:
        url = check_base_url(base_url)
    except ConfigurationError as error:
        raise ConfigurationError(f"{venue}: {error}") from None
    needed = public_environment(url)
    if needed not in (None, env):
        raise ConfigurationError(f'{venue}: {url} is a {needed} address; it needs env="{needed}"')
    if env == "sandbox" and not in_process and not is_loopback(urlsplit(url).hostname or ""):
        raise ConfigurationError(
            f'{venue}: a sandbox is on this machine; {url} needs env="demo" or env="live"'
        )
    return url


def public_environment(url: str) -> Env | None:
    """The environment whose public address a URL names, `demo` or `live`; None for any other."""
    # A trailing dot names the same host.
    host = (urlsplit(url).hostname or "").rstrip(".")
    if host in _MORE_HOSTS:
        return _MORE_HOSTS[host]
    for known in ENVIRONMENTS.values():
        for name, address in known.items():
            if name != "sandbox" and urlsplit(address).hostname == host:
                return "live" if name == "live" else "demo"
    return None
