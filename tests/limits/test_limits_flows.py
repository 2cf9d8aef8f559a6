"""What auth flows send on their own account counts against the same limits as everything else."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from venuekit import AsyncTradeLocker, Limit, RabbitX, RateLimits, TradeLocker, TradeLockerTokens, VenueError
from venuekit_clients.rabbitx.operations import OPERATIONS as RABBITX
from venuekit_clients.tradelocker.operations import OPERATIONS
from venuekit_sandbox import Sandbox

NOW = 2_000_000_000.0
LOGIN = {"email": "demo@example.com", "password": "sandbox-password", "server": "SANDBOX"}


def limit(name: str, operation: str, tokens: int) -> Limit:
    return Limit("tradelocker", name, tokens=tokens, seconds=60, costs={operation: 1})


def room(limits: RateLimits, operation: str) -> float:
    """Seconds until one more call of an operation would have a place."""
    return limits.reserve(OPERATIONS[operation], now=NOW)


def list_accounts(mode: str, **options: Any) -> None:
    given: dict[str, Any] = {**LOGIN, "app": Sandbox().app, "clock": lambda: NOW, "environ": {}, **options}
    if mode == "sync":
        with TradeLocker(**given) as client:
            client.auth.list_accounts()
        return

    async def main() -> None:
        async with AsyncTradeLocker(**given) as client:
            await client.auth.list_accounts()

    asyncio.run(main())


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_a_log_in_takes_its_place(mode: str) -> None:
    limits = RateLimits([limit("log-ins", "getJWTTokens", 1), limit("reads", "listAccounts", 2)])
    list_accounts(mode, limits=limits)
    assert room(limits, "getJWTTokens") == 60
    assert [room(limits, "listAccounts") for _ in range(2)] == [0, 60], "the call itself is counted once"


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_so_do_a_renewal_and_the_call_that_is_sent_again(mode: str) -> None:
    limits = RateLimits(
        [
            limit("log-ins", "getJWTTokens", 1),
            limit("refreshes", "refreshJWTTokens", 1),
            limit("reads", "listAccounts", 2),
        ]
    )
    list_accounts(mode, limits=limits, tokens=TradeLockerTokens("stale", "unknown"))
    # Refused, refused a refresh, logged in, sent again.
    for operation in ("getJWTTokens", "refreshJWTTokens", "listAccounts"):
        assert room(limits, operation) == 60, operation


def test_rabbitx_pays_twenty_tokens_for_a_renewal() -> None:
    limits = RateLimits(
        [Limit("rabbitx", "tokens", tokens=60, seconds=60, costs={"refreshJwt": 40}, other=20)]
    )
    with RabbitX(
        jwt="stale",
        random_secret="ab" * 32,
        refresh_token="unknown",
        app=Sandbox().app,
        clock=lambda: NOW,
        environ={},
        limits=limits,
        max_retries=0,
    ) as client:
        with pytest.raises(VenueError):
            client.account.get_account()
    assert limits.reserve(RABBITX["getAccount"], now=NOW) == 60
