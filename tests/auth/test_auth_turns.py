"""Many calls at once: they renew once, whatever they run in."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from venuekit.auth.credentials import CredentialCache
from venuekit.auth.flows import Steps, VenueAuth
from venuekit.auth.nebulaecn import NebulaSessionAuth
from venuekit.auth.rabbitx import NETWORKS, RabbitXAuth, RabbitXCredentials
from venuekit.auth.stokn import StoknAuth, StoknToken
from venuekit.auth.totp import Totp
from venuekit.auth.tradelocker import TradeLockerAuth, TradeLockerTokens
from venuekit.transport.errors import UnavailableError
from venuekit.transport.http import OPERATION, Request, Response

from .tools import BASE, FakeClock

CALLS = 8


class Venue:
    """Refuses everything that has no new token, and counts the renewals that it grants."""

    def __init__(
        self, renew: Callable[[Request], dict[str, Any] | None], good: Callable[[Request], bool]
    ) -> None:
        self._renew = renew
        self._good = good
        self._lock = threading.Lock()
        self.renewals = 0

    def answer(self, request: Request) -> Response:
        with self._lock:
            if (granted := self._renew(request)) is not None:
                self.renewals += 1
                cookie = {"Set-Cookie": f"s={self.renewals}"}
                return Response(200, json=granted, headers=cookie, request=request)
            if self._good(request):
                return Response(200, json={}, request=request)
            return Response(401, json={"errors": ["authz.invalid_session"]}, request=request)


def tradelocker() -> tuple[VenueAuth, Venue, str]:
    auth = TradeLockerAuth(base_url=BASE, clock=FakeClock(), tokens=TradeLockerTokens("old", "one-time"))

    def renew(request: Request) -> dict[str, Any] | None:
        refresh = b'"one-time"' in request.content
        return {"accessToken": "new", "refreshToken": "next"} if refresh else None

    return (
        auth,
        Venue(renew, lambda request: request.headers["authorization"] == "Bearer new"),
        "/trade/config",
    )


def stokn() -> tuple[VenueAuth, Venue, str]:
    auth = StoknAuth("a", "b", base_url=BASE, clock=FakeClock(), user_token=StoknToken("u", "old", "r"))

    def renew(request: Request) -> dict[str, Any] | None:
        if request.url.path == "/oauth2/token":
            venue.renewals -= 1
            return {"access_token": "client"}
        return (
            {"success": True, "data": {"accessToken": "new"}}
            if request.url.path == "/v1/user/refresh"
            else None
        )

    venue = Venue(renew, lambda request: request.headers["authorization"] == "Bearer new")
    return auth, venue, "/v1/user/me"


def rabbitx() -> tuple[VenueAuth, Venue, str]:
    secret = "ab" * 32
    held = RabbitXCredentials(jwt="old", random_secret=secret, refresh_token="one-time")
    auth = RabbitXAuth(held, base_url=BASE, clock=FakeClock(), network=NETWORKS["base"])

    def renew(request: Request) -> dict[str, Any] | None:
        new = {"jwt": "new", "random_secret": secret, "refresh_token": "next"}
        return {"success": True, "result": [new]} if b'"one-time"' in request.content else None

    return auth, Venue(renew, lambda request: request.headers["rbt-jwt"] == "new"), "/account"


def nebulaecn() -> tuple[VenueAuth, Venue, str]:
    # Three codes are valid at a time: eight logins would run out of them.
    totp = Totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", clock=FakeClock())
    auth = NebulaSessionAuth("a@example.com", "b", totp=totp, base_url=BASE, clock=FakeClock())

    def renew(request: Request) -> dict[str, Any] | None:
        return {"csrf_token": "c"} if request.url.path.endswith("/identity/sessions") else None

    return (
        auth,
        Venue(renew, lambda request: request.headers.get("cookie") == "s=1"),
        "/api/v2/auth/resource/labels",
    )


VENUES = [tradelocker, stokn, rabbitx, nebulaecn]


@pytest.mark.parametrize("make", VENUES)
def test_threads_renew_once(
    make: Callable[[], tuple[VenueAuth, Venue, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    auth, venue, path = make()
    asked = threading.Semaphore(0)
    all_asked = threading.Event()
    renew = CredentialCache[Any].renew

    def count(cache: CredentialCache[Any], request: Request, stale: object) -> Steps[Any]:
        asked.release()
        return (yield from renew(cache, request, stale))

    def handle(request: Request) -> Response:
        # A renewal is answered when every call wants one. Here only a flow's own requests name an operation.
        if OPERATION in request.extensions and not all_asked.is_set():
            assert all(asked.acquire(timeout=300) for _ in range(CALLS))
            all_asked.set()
        return venue.answer(request)

    monkeypatch.setattr(CredentialCache, "renew", count)
    with httpx.Client(auth=auth, transport=httpx.MockTransport(handle)) as client:

        def call(_: int) -> int:
            return client.get(BASE + path).status_code

        with ThreadPoolExecutor(CALLS) as pool:
            assert list(pool.map(call, range(CALLS))) == [200] * CALLS
    assert venue.renewals == 1


@pytest.mark.parametrize("make", VENUES)
def test_tasks_renew_once(make: Callable[[], tuple[VenueAuth, Venue, str]]) -> None:
    auth, venue, path = make()

    async def handle(request: Request) -> Response:
        await asyncio.sleep(0)
        return venue.answer(request)

    async def main() -> list[int]:
        async with httpx.AsyncClient(auth=auth, transport=httpx.MockTransport(handle)) as client:
            answers = await asyncio.gather(*(client.get(BASE + path) for _ in range(CALLS)))
            return [answer.status_code for answer in answers]

    assert asyncio.run(main()) == [200] * CALLS
    assert venue.renewals == 1


def test_a_turn_is_given_back_when_a_renewal_fails() -> None:
    auth = TradeLockerAuth(email="a", password="b", server="c", base_url=BASE, clock=FakeClock())
    answers = [503, 201, 200]

    def handle(request: Request) -> Response:
        return Response(answers.pop(0), json={"accessToken": "new"}, request=request)

    with httpx.Client(auth=auth, transport=httpx.MockTransport(handle)) as client:
        with pytest.raises(UnavailableError):
            client.get(BASE + "/trade/config")
        assert client.get(BASE + "/trade/config").status_code == 200


def test_a_turn_is_given_back_when_a_call_is_cancelled() -> None:
    auth = TradeLockerAuth(email="a", password="b", server="c", base_url=BASE, clock=FakeClock())

    async def handle(request: Request) -> Response:
        if logins_hang.is_set() and request.url.path.endswith("/token"):
            started.set()
            await asyncio.Event().wait()
        return Response(200, json={"accessToken": "new"}, request=request)

    async def main() -> int:
        logins_hang.set()
        async with httpx.AsyncClient(auth=auth, transport=httpx.MockTransport(handle)) as client:
            hanging = asyncio.create_task(client.get(BASE + "/trade/config"))
            await started.wait()
            waiting = asyncio.create_task(client.get(BASE + "/trade/config"))
            await asyncio.sleep(0)
            logins_hang.clear()
            hanging.cancel()
            with pytest.raises(asyncio.CancelledError):
                await hanging
            return (await waiting).status_code

    logins_hang, started = asyncio.Event(), asyncio.Event()
    assert asyncio.run(main()) == 200
