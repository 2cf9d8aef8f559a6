"""What the venues' auth flows have in common: taking turns to renew, and requests of their own.

The logic of a flow is one generator, `auth_flow`, and the same for synchronous and asynchronous clients.
Around it :class:`TurnAuth` adds the one thing that differs between the two: waiting. While one flow logs in
or refreshes, others that would do the same wait, and then find that it is done. A one-time refresh token or
one-time code is so spent once.
"""

from __future__ import annotations

import json
import threading
from collections.abc import AsyncGenerator, Generator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from venuekit.transport.errors import AuthenticationError
from venuekit.transport.http import OPERATION, URL, Auth, Request, Response, check_base_url
from venuekit.transport.jsontext import as_object, parse_json

if TYPE_CHECKING:
    from venuekit_clients.runtime import Operation

__all__ = [
    "Base",
    "Flow",
    "LoginRequired",
    "TurnAuth",
    "json_object",
    "operation_of",
    "own_request",
    "unix_seconds",
]

Flow = Generator[Request, Response, None]

# How long an asynchronous flow sleeps before it looks again whether it is its turn to renew, in seconds. The
# turn is shared by threads and event loops, so that there is nothing of one loop to wait on.
_LOOK_AGAIN = 0.005


class LoginRequired(AuthenticationError):
    """The call needs a login that only a person can make, and none is held. Nothing was sent.

    `.status` is 401, which is what the venue would have answered.
    """

    def __init__(self, message: str, *, venue: str, operation: str = "") -> None:
        super().__init__(message, venue=venue, operation=operation, status=401)


class TurnAuth(Auth):
    """Base of the flows that log in or refresh.

    A subclass writes `auth_flow` as if it were alone, with one rule: it looks at what is held again after
    `may_renew` was true, because another flow may have renewed meanwhile. It says in `may_renew` when it
    could yield a request of its own. State is guarded by `self._state`, which is never held across a yield.
    """

    requires_request_body = True
    requires_response_body = True

    def __init__(self) -> None:
        self._state = threading.Lock()
        self._turn = threading.Lock()

    def may_renew(self, request: Request, answer: Response | None) -> bool:
        """Whether the flow could log in or refresh next.

        Args:
            request: the request that is being authenticated.
            answer: the answer to it, or None before it was sent.
        """
        raise NotImplementedError

    def sync_auth_flow(self, request: Request) -> Flow:
        """Drive `auth_flow` for a synchronous client."""
        request.read()
        flow = self.auth_flow(request)
        answer: Response | None = None
        renewing = False
        try:
            while True:
                if not renewing and self.may_renew(request, answer):
                    self._turn.acquire()
                    renewing = True
                try:
                    wanted = next(flow) if answer is None else flow.send(answer)
                except StopIteration:
                    return
                if renewing and wanted is request:
                    self._turn.release()
                    renewing = False
                answer = yield wanted
                answer.read()
        finally:
            flow.close()
            if renewing:
                self._turn.release()

    async def async_auth_flow(self, request: Request) -> AsyncGenerator[Request, Response]:
        """Drive `auth_flow` for an asynchronous client."""
        from anyio import sleep

        await request.aread()
        flow = self.auth_flow(request)
        answer: Response | None = None
        renewing = False
        try:
            while True:
                if not renewing and self.may_renew(request, answer):
                    while not self._turn.acquire(blocking=False):
                        await sleep(_LOOK_AGAIN)
                    renewing = True
                try:
                    wanted = next(flow) if answer is None else flow.send(answer)
                except StopIteration:
                    return
                if renewing and wanted is request:
                    self._turn.release()
                    renewing = False
                answer = yield wanted
                await answer.aread()
        finally:
            flow.close()
            if renewing:
                self._turn.release()


class Base:
    """The root of a venue's API: builds addresses below it, and tells which requests are for it.

    Args:
        url: e.g. `https://api.example.com/prefix`; https, or http to loopback.
    """

    __slots__ = ("_origin", "_prefix", "url")

    def __init__(self, url: str) -> None:
        self.url = check_base_url(url)
        parsed = URL(self.url)
        self._origin = _origin(parsed)
        self._prefix = parsed.path.rstrip("/")

    def at(self, path: str) -> str:
        """The full address of a path that starts with a slash."""
        return self.url + path

    def owns(self, request: Request) -> bool:
        """Whether a request goes to this API's host. Credentials are for no other."""
        return _origin(request.url) == self._origin

    def path_of(self, request: Request) -> str:
        """The path of a request below this root, as sent: percent-encoded and without a query."""
        path = request.url.raw_path.partition(b"?")[0].decode("ascii")
        if self._prefix and path.startswith(self._prefix + "/"):
            return path[len(self._prefix) :]
        return path


def _origin(url: URL) -> tuple[str, str, int | None]:
    port = url.port
    if port is None:
        port = {"https": 443, "http": 80}.get(url.scheme)
    return url.scheme, url.host, port


def operation_of(request: Request) -> Operation | None:
    """The generated operation that a request was made for, or None when it was made by hand."""
    operation: Operation | None = request.extensions.get(OPERATION)
    return operation


def own_request(
    original: Request,
    operation: Operation,
    base: Base,
    *,
    url: str | None = None,
    json_body: Mapping[str, object] | None = None,
    form: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Request:
    """A request of a flow's own, e.g. a login. It gets the time limits of the request that it is made for.

    Args:
        original: that request.
        operation: what the new one calls; errors and records name it.
        base: the API's root.
        url: where it goes, when that is not the operation's path below the root.
        json_body: the body, or
        form: the body, URL-encoded.
        headers: more headers.
    """
    if json_body is not None:
        content = json.dumps(json_body, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
        content_type = "application/json"
    else:
        content = urlencode(form or {}).encode("ascii")
        content_type = "application/x-www-form-urlencoded"
    sent = {"Accept": "application/json", "Content-Type": content_type}
    # A client gives its User-Agent and its time limits to requests that it builds, and this one it does not
    # build.
    agent = original.headers.get("User-Agent")
    if agent is not None:
        sent["User-Agent"] = agent
    sent.update(headers or {})
    extensions: dict[str, object] = {OPERATION: operation}
    if "timeout" in original.extensions:
        extensions["timeout"] = original.extensions["timeout"]
    address = url if url is not None else base.at(operation.path)
    return Request(operation.method, address, headers=sent, content=content, extensions=extensions)


def json_object(response: Response) -> dict[str, object] | None:
    """The JSON object in an answer, whatever its content type says; None when there is none."""
    try:
        return as_object(parse_json(response.content))
    except ValueError:
        return None


def unix_seconds(text: object) -> float | None:
    """Unix seconds of an ISO time, one without a zone being UTC; None for anything else."""
    if not isinstance(text, str):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).timestamp()
