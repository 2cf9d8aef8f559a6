"""One way to call a synchronous and an asynchronous client, so that every test is made for both."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal, Protocol

import pytest

from tests.transport.wire import PATIENCE
from venuekit import (
    T4,
    AsyncNebulaECN,
    AsyncRabbitX,
    AsyncStokn,
    AsyncT4,
    AsyncTradeLocker,
    NebulaECN,
    RabbitX,
    Stokn,
    StoknToken,
    TradeLocker,
    TradeLockerTokens,
)
from venuekit.transport import calls, http

API_KEY = "a-secret-api-key-of-the-firm"
_OPTIONS: dict[str, dict[str, Any]] = {
    "rabbitx": {"api_key": "key-of-the-trader", "api_secret": "00" * 32},
    "stokn": {
        "client_id": "company",
        "client_secret": "hidden",
        "user_token": StoknToken("jane", "bearer-of-jane"),
    },
    "nebulaecn": {},
    "tradelocker": {"tokens": TradeLockerTokens("access-of-jane")},
    "t4": {"api_key": API_KEY},
}
_CLIENTS: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {
    "rabbitx": (RabbitX, AsyncRabbitX),
    "stokn": (Stokn, AsyncStokn),
    "nebulaecn": (NebulaECN, AsyncNebulaECN),
    "tradelocker": (TradeLocker, AsyncTradeLocker),
    "t4": (T4, AsyncT4),
}


@contextmanager
def short_for_answers_only() -> Iterator[None]:
    """A client's `timeout` is how long it waits for an answer. A connection gets its time, also in a test of a short one:
    what is slow to connect was never sent, which is another outcome.
    """
    limits = http.time_limits

    def patient(timeout: float) -> Any:
        found = limits(max(timeout, PATIENCE))
        found.read = limits(timeout).read
        return found

    with pytest.MonkeyPatch.context() as patch:
        for module in (http, calls):
            patch.setattr(module, "time_limits", patient)
        yield


class Caller(Protocol):
    def __call__(self, venue: str, use: Callable[[Any], Any], **options: Any) -> Any: ...


@pytest.fixture(params=["sync", "async"])
def caller(request: pytest.FixtureRequest) -> Iterator[Caller]:
    """`caller(venue, use, base_url=…)` makes a client and returns what `use(client)` returns, awaited if need be.

    The client makes each call once: these tests are about one answer. `tests/faults` is about retries.
    """
    mode: Literal["sync", "async"] = request.param
    usual: dict[str, Any] = {"timeout": PATIENCE, "max_retries": 0}

    def call_sync(venue: str, use: Callable[[Any], Any], **options: Any) -> Any:
        with _CLIENTS[venue][0](**{**_OPTIONS[venue], **usual, **options}) as client:
            return use(client)

    def call_async(venue: str, use: Callable[[Any], Any], **options: Any) -> Any:
        async def run() -> Any:
            async with _CLIENTS[venue][1](**{**_OPTIONS[venue], **usual, **options}) as client:
                result = use(client)
                return await result if inspect.isawaitable(result) else result

        return asyncio.run(run())

    with short_for_answers_only():
        yield call_sync if mode == "sync" else call_async
