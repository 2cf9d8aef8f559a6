"""CTS T4: an API key or a bearer token in the header `Authorization`."""

from __future__ import annotations

import threading

from venuekit.auth.flows import Base, Flow, operation_of
from venuekit.auth.shown import shown
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.http import Auth, Request

__all__ = ["T4Auth"]


class T4Auth(Auth):
    """Sends `Authorization: APIKey <key>` or `Authorization: Bearer <token>`, but to `POST /login`, which
    needs none.

    A bearer token is renewed by logging in again, which only its person can do: hand the new one to
    :meth:`adopt`.

    Args:
        api_key: of the firm's administrator.
        bearer: the token that `POST /login` answered.
        base_url: when given, requests to other hosts get no credentials.

    Raises:
        ConfigurationError: not exactly one of `api_key` and `bearer` is given.
    """

    def __init__(
        self, *, api_key: str | None = None, bearer: str | None = None, base_url: str | None = None
    ) -> None:
        if bool(api_key) == bool(bearer):
            raise ConfigurationError("T4 takes exactly one of api_key and bearer")
        self._base = Base(base_url) if base_url is not None else None
        self._lock = threading.Lock()
        self._api_key = api_key or None
        self._bearer = bearer or None

    def adopt(self, bearer: str) -> None:
        """Use this bearer token from now on, instead of what was used before.

        Raises:
            ConfigurationError: it is empty.
        """
        if not bearer:
            raise ConfigurationError("an empty bearer token")
        with self._lock:
            self._api_key, self._bearer = None, bearer

    def auth_flow(self, request: Request) -> Flow:
        """Add the header and send, once."""
        if self._is_for_us(request):
            with self._lock:
                value = f"APIKey {self._api_key}" if self._api_key else f"Bearer {self._bearer}"
            request.headers["Authorization"] = value
        yield request

    def _is_for_us(self, request: Request) -> bool:
        if self._base is not None and not self._base.owns(request):
            return False
        operation = operation_of(request)
        if operation is not None:
            return bool(operation.security) and () not in operation.security
        return not request.url.path.endswith("/login")

    def __repr__(self) -> str:
        with self._lock:
            return f"T4Auth(api_key={shown(self._api_key)}, bearer={shown(self._bearer)})"
