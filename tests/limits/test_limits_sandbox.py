"""RabbitX on a port, which counts tokens by the minute: the client waits instead of being refused."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.playground import Playground
from venuekit import AsyncRabbitX, PrivateKeySigner, RabbitX, RateLimitedError
from venuekit.transport.limits import RateLimits

NOW = 2_000_000_000.0
SIGNERS = [PrivateKeySigner(f"0x{number:064x}") for number in range(1, 15)]


class Time:
    """One clock for the sandbox and for the client. Sleeping moves both."""

    def __init__(self, playground: Playground) -> None:
        self._playground = playground
        self._lock = threading.Lock()
        self.now = NOW
        self.slept: list[float] = []
        playground.tell("clock", {"freeze": NOW})

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.sleep_until(seconds, self.now + seconds)

    def sleep_until(self, seconds: float, moment: float) -> None:
        with self._lock:
            self.slept.append(seconds)
            if moment > self.now:
                self._playground.tell("clock", {"advance": moment - self.now})
                self.now = moment


@pytest.fixture
def time(playground: Playground) -> Time:
    return Time(playground)


def test_without_limits_the_thirteenth_is_refused(playground: Playground, time: Time) -> None:
    with RabbitX(
        base_url=playground.urls["rabbitx"],
        clock=time.clock,
        sleep=time.sleep,
        limits=RateLimits.none(),
        max_retries=0,
    ) as client:
        for signer in SIGNERS[:12]:
            client.sign_in(signer)
        with pytest.raises(RateLimitedError):
            client.sign_in(SIGNERS[12])
    assert time.slept == []


def test_fourteen_onboardings_meet_no_refusal(playground: Playground, time: Time) -> None:
    with RabbitX(
        base_url=playground.urls["rabbitx"], clock=time.clock, sleep=time.sleep, max_retries=0
    ) as client:
        for signer in SIGNERS:
            client.sign_in(signer)
    assert time.slept == [60]


def test_two_clients_and_seven_threads_share_one_count(playground: Playground, time: Time) -> None:
    limits = RateLimits.for_venue("rabbitx")

    def make() -> RabbitX:
        return RabbitX(
            base_url=playground.urls["rabbitx"],
            clock=time.clock,
            sleep=time.sleep,
            limits=limits,
            max_retries=0,
        )

    with make() as one, make() as other, ThreadPoolExecutor(7) as pool:
        found = list(
            pool.map(lambda pair: pair[1].sign_in(pair[0]), zip(SIGNERS, [one, other] * 7, strict=True))
        )
    assert len({credentials.api_key for credentials in found}) == 14
    assert time.now >= NOW + 60
    assert set(time.slept) == {60}


def test_tasks_of_an_asynchronous_client_queue_too(playground: Playground, time: Time) -> None:
    async def run() -> list[float]:
        answered: list[float] = []
        twelve = asyncio.Event()

        async def sleep(seconds: float) -> None:
            moment = time.now + seconds
            # Made-up time must not overtake the requests that are on their way.
            await asyncio.wait_for(twelve.wait(), 300)
            time.sleep_until(seconds, moment)

        async with AsyncRabbitX(
            base_url=playground.urls["rabbitx"], clock=time.clock, sleep=sleep, max_retries=0
        ) as client:

            async def sign_in(signer: PrivateKeySigner) -> None:
                await client.sign_in(signer)
                answered.append(time.now)
                if len(answered) == 12:
                    twelve.set()

            await asyncio.gather(*map(sign_in, SIGNERS))
        return answered

    assert asyncio.run(run()) == [NOW] * 12 + [NOW + 60] * 2
    assert time.slept == [60, 60]
