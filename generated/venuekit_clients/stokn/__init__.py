# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""A client library for accessing stokn onboarding"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import Api as Api
    from .api import AsyncApi as AsyncApi
    from .client import AuthenticatedClient as AuthenticatedClient
    from .client import Client as Client
    from .operations import OPERATIONS as OPERATIONS

__all__ = ("OPERATIONS", "Api", "AsyncApi", "AuthenticatedClient", "Client")

_HOMES = {
    "OPERATIONS": ".operations",
    "Api": ".api",
    "AsyncApi": ".api",
    "AuthenticatedClient": ".client",
    "Client": ".client",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(home, __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
