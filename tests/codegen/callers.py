"""Callers for the tests: they send what the generated code builds to a function instead of a venue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import httpx

from venuekit_clients.runtime import Operation, RawResponse

T = TypeVar("T")
Answer = Callable[[httpx.Request], httpx.Response]


class FakeCaller:
    """Sends through httpx to `answer`, and remembers the requests and the operations."""

    def __init__(self, answer: Answer) -> None:
        self.client = httpx.Client(base_url="http://venue.test/base", transport=httpx.MockTransport(answer))
        self.operations: list[Operation] = []

    def call(self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[httpx.Response], T]) -> T:
        self.operations.append(operation)
        return parse(self.client.request(**kwargs))

    def call_raw(
        self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[httpx.Response], T]
    ) -> RawResponse[T]:
        self.operations.append(operation)
        return raw(self.client.request(**kwargs), parse)


class FakeAsyncCaller:
    """The same for coroutines."""

    def __init__(self, answer: Answer) -> None:
        self.client = httpx.AsyncClient(
            base_url="http://venue.test/base", transport=httpx.MockTransport(answer)
        )
        self.operations: list[Operation] = []

    async def call(
        self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[httpx.Response], T]
    ) -> T:
        self.operations.append(operation)
        return parse(await self.client.request(**kwargs))

    async def call_raw(
        self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[httpx.Response], T]
    ) -> RawResponse[T]:
        self.operations.append(operation)
        return raw(await self.client.request(**kwargs), parse)


def raw(response: httpx.Response, parse: Callable[[httpx.Response], T]) -> RawResponse[T]:
    return RawResponse(
        status=response.status_code,
        headers=response.headers,
        content=response.content,
        request_id=response.headers.get("X-Request-Id"),
        parser=lambda: parse(response),
    )
