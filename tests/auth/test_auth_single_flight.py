"""One expired credential and many callers: the venue sees one renewal. Counted at a sandbox on a real port."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from venuekit import AsyncTradeLocker, FileStore, TradeLocker, TradeLockerTokens

from .counting import LOGIN, REFRESH, Counted, counting_sandbox

MANY = 64
DEMO: dict[str, Any] = {"email": "demo@example.com", "password": "sandbox-password", "server": "SANDBOX"}


@pytest.fixture
def venue() -> Iterator[Counted]:
    with counting_sandbox() as counted:
        yield counted


def options(venue: Counted) -> dict[str, Any]:
    return {
        "base_url": f"{venue.url}/tradelocker/backend-api",
        "clock": venue.clock.now,
        "timeout": 60.0,
        "environ": {},
    }


def expired(venue: Counted) -> TradeLockerTokens:
    """A pair whose access token has ended."""
    with TradeLocker(**DEMO, **options(venue)) as client:
        client.auth.list_accounts()
        tokens = client.tokens
    assert tokens is not None
    venue.clock.advance(3601)
    venue.calls.clear()
    return tokens


@pytest.mark.parametrize("known", [True, False], ids=["known-to-have-ended", "found-out-by-401"])
def test_64_threads_refresh_once(venue: Counted, known: bool) -> None:
    tokens = expired(venue)
    if not known:
        tokens = TradeLockerTokens(tokens.access_token, tokens.refresh_token)
    start = threading.Barrier(MANY)
    with TradeLocker(tokens=tokens, **options(venue)) as client:

        def call(_: int) -> int:
            start.wait(timeout=300)
            return len(client.auth.list_accounts().accounts)

        with ThreadPoolExecutor(MANY) as pool:
            assert list(pool.map(call, range(MANY))) == [1] * MANY
    assert (venue.calls[REFRESH], venue.calls[LOGIN]) == (1, 0)


@pytest.mark.parametrize("known", [True, False], ids=["known-to-have-ended", "found-out-by-401"])
def test_64_tasks_refresh_once(venue: Counted, known: bool) -> None:
    tokens = expired(venue)
    if not known:
        tokens = TradeLockerTokens(tokens.access_token, tokens.refresh_token)

    async def main() -> list[int]:
        async with AsyncTradeLocker(tokens=tokens, **options(venue)) as client:

            async def call() -> int:
                return len((await client.auth.list_accounts()).accounts)

            return await asyncio.gather(*(call() for _ in range(MANY)))

    assert asyncio.run(main()) == [1] * MANY
    assert (venue.calls[REFRESH], venue.calls[LOGIN]) == (1, 0)


def test_64_threads_log_in_once(venue: Counted) -> None:
    with TradeLocker(**DEMO, **options(venue)) as client:
        with ThreadPoolExecutor(MANY) as pool:
            list(pool.map(lambda _: client.auth.list_accounts(), range(MANY)))
    assert (venue.calls[REFRESH], venue.calls[LOGIN]) == (0, 1)


def test_64_tasks_of_several_loops_refresh_once(venue: Counted) -> None:
    """One auth flow may serve several event loops at once: nothing in it belongs to one."""
    store_like = expired(venue)
    client = TradeLocker(tokens=store_like, **options(venue))

    def loop(_: int) -> None:
        async def main() -> None:
            async with AsyncTradeLocker(tokens=store_like, **options(venue)) as own:
                own._http._auth = client._http._auth
                await asyncio.gather(*(own.auth.list_accounts() for _ in range(MANY // 4)))

        asyncio.run(main())

    with client, ThreadPoolExecutor(4) as pool:
        list(pool.map(loop, range(4)))
    assert venue.calls[REFRESH] == 1


# What each process runs: it says that it is there, waits for the word, and makes a call with what the store has. It also
# says when it has to wait for another process.
PROCESS = """
import sys
from pathlib import Path
from typing import Any
from venuekit import FileStore, StoreLock, TradeLocker

class Telling(FileStore):
    def lock(self, key):
        inner, told = super().lock(key), []
        def take():
            if inner.take():
                return True
            if not told:
                told.append(print("waits", flush=True))
            return False
        return StoreLock(take, inner.give)

url, folder, login = sys.argv[1], Path(sys.argv[2]), sys.argv[3] == "login"
store = Telling(folder / "tokens", key=folder / "key")
password = "sandbox-password" if login else "not the password"
with TradeLocker(
    email="demo@example.com", password=password, server="SANDBOX", base_url=url, store=store, timeout=60, environ={}
) as client:
    print("ready", flush=True)
    sys.stdin.readline()
    print(len(client.auth.list_accounts().accounts), client.sources["tokens"], flush=True)
"""


def run_processes(venue: Counted, folder: Path, *, login: str) -> list[str]:
    url = f"{venue.url}/tradelocker/backend-api"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROCESS, url, str(folder), login],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    try:
        for process in running:
            assert process.stdout is not None and process.stderr is not None
            ready = process.stdout.readline()
            assert ready == "ready\n", process.stderr.read()
        # The one that renews is answered when the other three wait for it.
        venue.gate.clear()
        waiting = threading.Semaphore(0)

        def listen(process: subprocess.Popen[str]) -> str:
            assert process.stdin is not None and process.stdout is not None and process.stderr is not None
            process.stdin.write("go\n")
            process.stdin.flush()
            for line in process.stdout:
                if line != "waits\n":
                    return line.strip()
                waiting.release()
            return process.stderr.read()

        with ThreadPoolExecutor(4) as pool:
            answers = pool.map(listen, running)
            for _ in range(3):
                while not waiting.acquire(timeout=0.1):
                    if venue.gate.is_set() or any(process.poll() is not None for process in running):
                        break
            venue.gate.set()
            return sorted(answers)
    finally:
        for process in running:
            process.kill()
            process.communicate()


def test_4_processes_with_an_expired_token_refresh_once(tmp_path: Path) -> None:
    # The sandbox begins an hour and a bit ago, when the token is made, and has arrived in the present when it is used.
    with counting_sandbox(lambda: time.time() - 3700) as venue:
        store = FileStore(tmp_path / "tokens", key=FileStore.new_key_file(tmp_path / "key"))
        with TradeLocker(**DEMO, store=store, **options(venue)) as client:
            client.auth.list_accounts()
        venue.clock.advance(3700)
        venue.calls.clear()
        answers = run_processes(venue, tmp_path, login="no")
        assert (venue.calls[REFRESH], venue.calls[LOGIN]) == (1, 0)
    assert answers == ["1 store", "1 store", "1 store", "1 venue"]


def test_4_processes_with_a_refused_token_refresh_once(tmp_path: Path) -> None:
    with counting_sandbox() as venue:
        store = FileStore(tmp_path / "tokens", key=FileStore.new_key_file(tmp_path / "key"))
        with TradeLocker(**DEMO, store=store, **options(venue)) as client:
            client.auth.list_accounts()
        whose = {"email": DEMO["email"], "server": DEMO["server"]}
        httpx.post(f"{venue.url}/_sandbox/tradelocker/revoke", json=whose, timeout=60).raise_for_status()
        venue.calls.clear()
        answers = run_processes(venue, tmp_path, login="no")
        assert (venue.calls[REFRESH], venue.calls[LOGIN]) == (1, 0)
    assert answers == ["1 store", "1 store", "1 store", "1 venue"]


def test_4_processes_with_an_empty_store_log_in_once(tmp_path: Path) -> None:
    with counting_sandbox() as venue:
        FileStore.new_key_file(tmp_path / "key")
        run_processes(venue, tmp_path, login="login")
        assert (venue.calls[REFRESH], venue.calls[LOGIN]) == (0, 1)
