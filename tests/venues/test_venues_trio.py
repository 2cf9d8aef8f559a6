"""Asynchronous clients and runs on Trio instead of asyncio."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

import anyio
import pytest
import trio
from trio.testing import MockClock

from venuekit import AsyncT4, AsyncTradeLocker, MemoryStore, UnavailableError
from venuekit.recipes.core import Interaction
from venuekit.recipes.dossier import load_dossier
from venuekit.runs import Run, onboard_async
from venuekit_sandbox import Sandbox

DOSSIER = Path(__file__).parents[2] / "examples" / "dossier.yaml"
Message = MutableMapping[str, Any]


class Busy:
    """A venue in this process that answers 503 so often, and then well."""

    def __init__(self, refusals: int) -> None:
        self.refusals = refusals
        self.calls = 0

    async def __call__(
        self,
        scope: Message,
        receive: Callable[[], Awaitable[Message]],
        send: Callable[[Message], Awaitable[None]],
    ) -> None:
        self.calls += 1
        refused = self.calls <= self.refusals
        await send(
            {
                "type": "http.response.start",
                "status": 503 if refused else 200,
                "headers": [(b"content-type", b"application/json"), (b"retry-after", b"7")],
            }
        )
        await send({"type": "http.response.body", "body": json.dumps({}).encode()})


@pytest.mark.parametrize(("refusals", "slept"), [(2, 14), (3, 14)])
def test_a_call_is_made_again_after_the_wait_that_was_asked_for(refusals: int, slept: int) -> None:
    """Time is made up and jumps whenever everybody sleeps."""
    app = Busy(refusals)

    async def main() -> float:
        started = trio.current_time()
        async with AsyncT4(api_key="k", app=app, environ={}) as client:
            if refusals == 3:
                with pytest.raises(UnavailableError):
                    await client.users.get_user_eula("user-1")
            else:
                await client.users.get_user_eula("user-1")
        return trio.current_time() - started

    clock = MockClock(autojump_threshold=0)
    took = anyio.run(main, backend="trio", backend_options={"clock": clock})
    assert app.calls == 3
    # The random part of the wait is below 1 s each time, and the venue's part is longer. Locks may sleep a little, too.
    assert slept <= took < slept + 1


def test_a_client_logs_in_and_keeps_its_tokens() -> None:
    sandbox = Sandbox()
    store = MemoryStore()

    async def main() -> int:
        async with AsyncTradeLocker(
            email="demo@example.com",
            password="sandbox-password",
            server="SANDBOX",
            app=sandbox.app,
            store=store,
            environ={},
        ) as client:
            return len((await client.auth.list_accounts()).accounts)

    assert anyio.run(main, backend="trio") == anyio.run(main, backend="trio") == 1


def test_a_run() -> None:
    sandbox = Sandbox()

    async def nobody(interaction: Interaction) -> None:
        return None

    async def main() -> Run:
        venues = ["rabbitx", "tradelocker"]
        return await onboard_async(
            load_dossier(DOSSIER), venues=venues, answer=nobody, apps=dict.fromkeys(venues, sandbox.app)
        )

    run = anyio.run(main, backend="trio")
    assert {case.venue: str(case.status) for case in run.cases} == {
        "rabbitx": "active",
        "tradelocker": "active",
    }
