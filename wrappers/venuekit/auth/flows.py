"""What the venues' auth flows have in common: how a flow is driven, and requests of its own.

The logic of a flow is one generator, `steps`, and the same for synchronous and asynchronous clients. It yields the
requests that it wants sent, and between them jobs that are no requests: to wait for a lock, or to read and write a
token store. :class:`VenueAuth` is the adapter to the HTTP library. It does the jobs in the way of the client that it
works for: at once in a thread, without blocking the event loop in a task.
"""

from __future__ import annotations

import json
import time
from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Generic, TypeVar
from urllib.parse import urlencode

from venuekit.auth.skew import VenueClock
from venuekit.transport.errors import AuthenticationError
from venuekit.transport.http import (
    METER,
    OPERATION,
    SPARE,
    UNSENT,
    URL,
    Auth,
    Request,
    Response,
    check_base_url,
)
from venuekit.transport.jsontext import as_object, parse_json

if TYPE_CHECKING:
    from venuekit_clients.runtime import Operation

__all__ = [
    "Base",
    "Blocking",
    "Flow",
    "LoginRequired",
    "Steps",
    "VenueAuth",
    "Wait",
    "blocking",
    "json_object",
    "operation_of",
    "own_request",
    "token_text",
    "unix_seconds",
]

T = TypeVar("T")

# How long a waiting flow sleeps before it looks again whether a lock is free, in seconds. Locks are shared by threads
# and event loops, so that there is nothing of one loop to wait on.
_LOOK_AGAIN = 0.005


class LoginRequired(AuthenticationError):
    """The call needs a login that only a person can make, and none is held. Nothing was sent.

    `.status` is 401, which is what the venue would have answered.
    """

    def __init__(self, message: str, *, venue: str, operation: str = "") -> None:
        super().__init__(message, venue=venue, operation=operation, status=401)


class Blocking(Generic[T]):
    """A job that blocks, e.g. on a disk. A task has it done by a worker thread."""

    def __init__(self, do: Callable[[], T]) -> None:
        self._do = do
        self._done: list[T] = []
        self._error: Exception | None = None

    def run(self) -> None:
        """Do it. What it raises is kept for `result`."""
        try:
            self._done.append(self._do())
        except Exception as error:  # noqa: BLE001 - raised again where the job was asked for
            self._error = error

    def result(self) -> T:
        """What came of it."""
        if self._error is not None:
            raise self._error
        return self._done[0]


class Wait:
    """A job that is done when `take` says True. `block` does the same by waiting, for threads; it may be absent."""

    def __init__(self, take: Callable[[], bool], *, block: Callable[[], object] | None = None) -> None:
        self.take = take
        self.block = block


Steps = Generator[Request | Blocking[object] | Wait, Response, T]
Flow = Generator[Request, Response, None]


def blocking(do: Callable[[], T]) -> Steps[T]:
    """The result of a job that blocks."""
    done: list[T] = []
    job = Blocking[object](lambda: done.append(do()))
    yield job
    job.result()
    return done[0]


class VenueAuth(Auth):
    """The adapter between a venue's `steps` and the HTTP library.

    Args:
        base: the root of the venue's API; None when the flow is for any host.
        clock: told the time of every answer from there.
    """

    requires_request_body = True
    requires_response_body = True

    def __init__(self, base: Base | None, clock: VenueClock) -> None:
        self._base_or_none = base
        self.clock = clock

    def steps(self, request: Request) -> Steps[None]:
        """Authenticate and send `request`. The answer to the last request is the caller's."""
        raise NotImplementedError

    def auth_flow(self, request: Request) -> Flow:
        """Drive `steps` in a thread."""
        steps = self.steps(request)
        try:
            wanted = _next(steps, None)
            while wanted is not None:
                answer: Response | None = None
                if isinstance(wanted, Request):
                    asked_at = self.clock.uncorrected()
                    answer = yield wanted
                    self._look_at_time(answer, asked_at)
                elif isinstance(wanted, Wait):
                    if wanted.block is not None:
                        wanted.block()
                    else:
                        while not wanted.take():
                            time.sleep(_LOOK_AGAIN)
                else:
                    wanted.run()
                wanted = _next(steps, answer)
        finally:
            steps.close()

    def sync_auth_flow(self, request: Request) -> Flow:
        """The same for a client, which has not read the bodies."""
        request.read()
        flow = self.auth_flow(request)
        try:
            wanted = next(flow)
            while True:
                answer = yield wanted
                answer.read()
                wanted = flow.send(answer)
        except StopIteration:
            return
        finally:
            # Also when reading fails: locks are given back now, not when somebody collects the garbage.
            flow.close()

    async def async_auth_flow(self, request: Request) -> AsyncGenerator[Request, Response]:
        """Drive `steps` in a task."""
        from anyio import sleep, to_thread

        await request.aread()
        steps = self.steps(request)
        try:
            wanted = _next(steps, None)
            while wanted is not None:
                answer: Response | None = None
                if isinstance(wanted, Request):
                    asked_at = self.clock.uncorrected()
                    answer = yield wanted
                    self._look_at_time(answer, asked_at)
                    await answer.aread()
                elif isinstance(wanted, Wait):
                    while not wanted.take():
                        await sleep(_LOOK_AGAIN)
                else:
                    await to_thread.run_sync(wanted.run)
                wanted = _next(steps, answer)
        finally:
            steps.close()

    def _look_at_time(self, answer: Response, asked_at: float) -> None:
        base = self._base_or_none
        if base is None or base.owns(answer.request):
            self.clock.observe(answer.headers, asked_at=asked_at)


def _next(steps: Steps[None], answer: Response | None) -> Request | Blocking[object] | Wait | None:
    try:
        return next(steps) if answer is None else steps.send(answer)
    except StopIteration:
        return None


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

    @property
    def host(self) -> str:
        """Host and port, for telling one deployment from another."""
        _, host, port = self._origin
        return f"{host}:{port}"

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
    unsent: Callable[[], object] | None = None,
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
        unsent: called when it certainly did not leave this machine.
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
    for name in ("timeout", METER):
        if name in original.extensions:
            extensions[name] = original.extensions[name]
    if SPARE in original.extensions:
        extensions[SPARE] = True
    if unsent is not None:
        extensions[UNSENT] = unsent
    address = url if url is not None else base.at(operation.path)
    return Request(operation.method, address, headers=sent, content=content, extensions=extensions)


def json_object(response: Response) -> dict[str, object] | None:
    """The JSON object in an answer, whatever its content type says; None when there is none."""
    try:
        return as_object(parse_json(response.content))
    except ValueError:
        return None


def token_text(value: object) -> str | None:
    """A token that an answer brought; None for what no header could carry."""
    return value if isinstance(value, str) and value and value.isascii() and value.isprintable() else None


def unix_seconds(text: object) -> float | None:
    """Unix seconds of an ISO time, one without a zone being UTC; None for anything else."""
    if not isinstance(text, str):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).timestamp()
