"""CTS T4: an API key or a bearer token in the header `Authorization`."""

from __future__ import annotations

import re
import threading

from venuekit.auth.flows import Base, Flow, operation_of
from venuekit.auth.shown import shown
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.http import Auth, Request
from venuekit.transport.options import check_header

__all__ = ["T4Auth"]

_PATH = re.compile(r"(?:/[A-Za-z0-9_-]+)+")


class T4Auth(Auth):
    """Sends `Authorization: APIKey <key>` or `Authorization: Bearer <token>`, but to `POST /login`, which
    needs none.

    A bearer token is renewed by logging in again, which only its person can do: hand the new one to
    :meth:`adopt`.

    Args:
        api_key: of the firm's administrator.
        bearer: the token that `POST /login` answered.
        base_url: when given, requests to other hosts get no credentials.
        onboarding_path: where the onboarding goes, if not to the path of the specification.

    Raises:
        ConfigurationError: not exactly one of `api_key` and `bearer` is given, it is not plain ASCII, or a path without
            a slash before it.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        bearer: str | None = None,
        base_url: str | None = None,
        onboarding_path: str | None = None,
    ) -> None:
        if onboarding_path is not None and not _PATH.fullmatch(onboarding_path):
            raise ConfigurationError("T4's onboarding_path is a path such as /admin/v1/onboard")
        self._onboarding_path = onboarding_path
        if bool(api_key) == bool(bearer):
            raise ConfigurationError("T4 takes exactly one of api_key and bearer")
        check_header("T4's api_key", api_key)
        check_header("T4's bearer", bearer)
        self._base = Base(base_url) if base_url is not None else None
        self._lock = threading.Lock()
        self._api_key = api_key or None
        self._bearer = bearer or None

    def adopt(self, bearer: str) -> None:
        """Use this bearer token from now on, instead of what was used before.

        Raises:
            ConfigurationError: it is empty, or not plain ASCII.
        """
        if not bearer:
            raise ConfigurationError("an empty bearer token")
        check_header("T4's bearer", bearer)
        with self._lock:
            self._api_key, self._bearer = None, bearer

    def auth_flow(self, request: Request) -> Flow:
        """Add the header and send, once."""
        if self._is_for_us(request):
            with self._lock:
                value = f"APIKey {self._api_key}" if self._api_key else f"Bearer {self._bearer}"
            request.headers["Authorization"] = value
            self._redirect(request)
        yield request

    def _redirect(self, request: Request) -> None:
        operation = operation_of(request)
        if self._onboarding_path is None or operation is None or operation.id != "onboardUser":
            return
        root = request.url.path.removesuffix(operation.path)
        request.url = request.url.copy_with(path=root + self._onboarding_path)

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
