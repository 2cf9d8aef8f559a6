"""One call of a generated operation, from its arguments to its typed answer.

Here meet rate limits, retries, hooks and the log. The synchronous and the asynchronous caller differ in how they send
and wait, and in nothing else.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from tenacity import AsyncRetrying, Retrying

from venuekit.transport.answers import request_id_of, unexpected_answer
from venuekit.transport.errors import AnswerError, ConfigurationError, RateLimitedError, VenueError
from venuekit.transport.http import (
    METER,
    OPERATION,
    AsyncSeamClient,
    Request,
    Response,
    SeamClient,
    time_limits,
)
from venuekit.transport.logs import logger
from venuekit.transport.options import CallOptions, Hooks, RequestInfo, ResponseInfo, check_header
from venuekit.transport.retries import outcome, policy
from venuekit_clients.runtime import RawResponse

if TYPE_CHECKING:
    from venuekit.transport.limits import RateLimits
    from venuekit_clients.runtime import Operation

T = TypeVar("T")


class _Meter:
    """Counts what an attempt sends beside the one request that has its place: log-ins, renewals, and itself again."""

    def __init__(self, operation: Operation, record: Callable[[Operation], None]) -> None:
        self._operation = operation
        self._record = record
        self._has_place = True

    def __call__(self, request: Request) -> None:
        sent: Operation = request.extensions[OPERATION]
        if self._has_place and sent is self._operation:
            self._has_place = False
        else:
            self._record(sent)


@attrs.frozen
class CallContext:
    """What all calls of a client share."""

    base_url: str
    options: CallOptions
    limits: RateLimits
    hooks: tuple[Hooks, ...]
    clock: Callable[[], float]

    def waits(self, operation: Operation) -> Iterator[float]:
        """Seconds to sleep, one after the other, until this operation may be sent."""
        return self.limits.waits(operation, clock=self.clock)

    def arguments(self, operation: Operation, kwargs: dict[str, Any]) -> dict[str, Any]:
        """The arguments of the HTTP client's `request`."""
        for name, value in kwargs.get("headers", {}).items():
            check_header(f"{operation.venue}.{operation.id}: the header {name}", value)
        meter = _Meter(operation, lambda sent: self.limits.record(sent, now=self.clock()))
        return {
            **kwargs,
            "timeout": time_limits(self.options.timeout),
            "extensions": {OPERATION: operation, METER: meter},
        }

    @contextmanager
    def watch(self, operation: Operation, attempt: int) -> Generator[Callable[[Response], None]]:
        """Tell hooks and log about an attempt. Yields what is to be called with the answer."""
        request = RequestInfo(
            operation.venue, operation.id, operation.method.upper(), operation.path, attempt, self.base_url
        )
        for hooks in self.hooks:
            _tell(hooks.on_request, request)
        started = time.monotonic()
        status: int | None = None

        def answered(response: Response) -> None:
            nonlocal status
            status = response.status_code

        error: VenueError | None = None
        try:
            yield answered
        except VenueError as raised:
            error = raised
            if isinstance(raised, AnswerError):
                status = raised.status
            if isinstance(raised, RateLimitedError):
                self.limits.penalize(operation.venue, raised.retry_after or 0.0, now=self.clock())
            raise
        except UnicodeEncodeError:
            # Not chained: it holds the text.
            raise ConfigurationError(
                f"{operation.venue}.{operation.id}: a text of the request cannot be encoded, so that it was not sent"
            ) from None
        finally:
            seconds = time.monotonic() - started
            logger.debug(
                "%s.%s: %s %s, attempt %d: %s in %.3f s",
                request.venue,
                request.operation,
                request.method,
                request.path,
                attempt,
                status if status is not None else "no answer",
                seconds,
            )
            for hooks in self.hooks:
                _tell(hooks.on_response, ResponseInfo(request, status, seconds, error))


class SeamCaller:
    """Runs generated operations through the synchronous seam."""

    def __init__(self, http: SeamClient, context: CallContext, sleep: Callable[[float], None]) -> None:
        self._http = http
        self._context = context
        self._sleep = sleep

    def with_options(self, options: CallOptions) -> SeamCaller:
        """A caller with other options and the same connections, limits and hooks."""
        return SeamCaller(self._http, attrs.evolve(self._context, options=options), self._sleep)

    @property
    def options(self) -> CallOptions:
        return self._context.options

    def call(self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[Response], T]) -> T:
        return read_answer(operation, self._send(operation, kwargs), parse)

    def call_raw(
        self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[Response], T]
    ) -> RawResponse[T]:
        return raw_answer(operation, self._send(operation, kwargs), parse)

    def _send(self, operation: Operation, kwargs: dict[str, Any]) -> Response:
        retrying = Retrying(
            **policy(operation, max_retries=self._context.options.max_retries), sleep=self._sleep
        )
        try:
            for attempt in retrying:
                with attempt:
                    return self._attempt(operation, kwargs, attempt.retry_state.attempt_number)
        except VenueError as error:
            raise outcome(operation, error) from None
        raise AssertionError("unreachable")

    def _attempt(self, operation: Operation, kwargs: dict[str, Any], number: int) -> Response:
        for seconds in self._context.waits(operation):
            self._sleep(seconds)
        with self._context.watch(operation, number) as answered:
            response = self._http.request(**self._context.arguments(operation, kwargs))
            answered(response)
        return response


class AsyncSeamCaller:
    """Runs generated operations through the asynchronous seam."""

    def __init__(
        self, http: AsyncSeamClient, context: CallContext, sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        self._http = http
        self._context = context
        self._sleep = sleep

    def with_options(self, options: CallOptions) -> AsyncSeamCaller:
        """A caller with other options and the same connections, limits and hooks."""
        return AsyncSeamCaller(self._http, attrs.evolve(self._context, options=options), self._sleep)

    @property
    def options(self) -> CallOptions:
        return self._context.options

    async def call(self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[Response], T]) -> T:
        return read_answer(operation, await self._send(operation, kwargs), parse)

    async def call_raw(
        self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[Response], T]
    ) -> RawResponse[T]:
        return raw_answer(operation, await self._send(operation, kwargs), parse)

    async def _send(self, operation: Operation, kwargs: dict[str, Any]) -> Response:
        retrying = AsyncRetrying(
            **policy(operation, max_retries=self._context.options.max_retries), sleep=self._sleep
        )
        try:
            async for attempt in retrying:
                with attempt:
                    return await self._attempt(operation, kwargs, attempt.retry_state.attempt_number)
        except VenueError as error:
            raise outcome(operation, error) from None
        raise AssertionError("unreachable")

    async def _attempt(self, operation: Operation, kwargs: dict[str, Any], number: int) -> Response:
        for seconds in self._context.waits(operation):
            await self._sleep(seconds)
        with self._context.watch(operation, number) as answered:
            response = await self._http.request(**self._context.arguments(operation, kwargs))
            answered(response)
        return response


def read_answer(operation: Operation, response: Response, parse: Callable[[Response], T]) -> T:
    """Parse a success. Whatever goes wrong keeps the raw answer: the side effect has happened."""
    try:
        return parse(response)
    except VenueError:
        raise
    except Exception as error:  # noqa: BLE001 - generated parsers raise whatever a strange answer makes them raise
        kind = type(error).__name__
    # Raised here and not there: a parser's error holds parts of the answer, which may be secret, and is not chained.
    raise unexpected_answer(
        response,
        venue=operation.venue,
        operation=operation.id,
        why=f"with a body that does not fit the specification ({kind})",
    )


def raw_answer(operation: Operation, response: Response, parse: Callable[[Response], T]) -> RawResponse[T]:
    """A success as it came, to be parsed when asked."""
    return RawResponse(
        status=response.status_code,
        headers=response.headers,
        content=response.content,
        request_id=request_id_of(response),
        parser=lambda: read_answer(operation, response, parse),
    )


def _tell(hook: Callable[[Any], None] | None, info: RequestInfo | ResponseInfo) -> None:
    if hook is None:
        return
    try:
        hook(info)
    except Exception:  # noqa: BLE001 - whatever a user's hook raises, the call may have had its effect
        logger.exception("a hook failed; the call goes on")
