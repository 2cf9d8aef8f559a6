"""When a credential is renewed, and what serves when that fails."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import httpx
import pytest

from venuekit import (
    AsyncTradeLocker,
    ConnectionFailed,
    RabbitX,
    RabbitXCredentials,
    RateLimitedError,
    StoknToken,
    TradeLocker,
    TradeLockerTokens,
    UnavailableError,
)
from venuekit.auth import credentials as credentials_module
from venuekit.auth.rabbitx import NETWORKS, RabbitXAuth
from venuekit.auth.stokn import StoknAuth
from venuekit.auth.tradelocker import TradeLockerAuth
from venuekit.auth.windows import Windows, windows_before
from venuekit.transport.http import Request, Response
from venuekit_clients.tradelocker.operations import OPERATIONS

from .tools import BASE, Answer, FakeClock, Run, Wire, by_hand, for_operation, make_request

API = BASE + "/backend-api"
LOCAL = "http://127.0.0.1:9/backend-api"
REFRESH, ACCOUNTS = "POST /backend-api/auth/jwt/refresh", "GET /backend-api/auth/jwt/all-accounts"
END = 1_700_003_600.0
HELD = TradeLockerTokens("access-0", "refresh-0", END)
NEW = Answer(
    201, {"accessToken": "access-1", "refreshToken": "refresh-1", "expireDate": "2023-11-15T00:13:20.000Z"}
)


def make(clock: FakeClock, **options: Any) -> TradeLockerAuth:
    return TradeLockerAuth(base_url=API, clock=clock, **{"tokens": HELD, **options})


def accounts() -> Request:
    return for_operation(OPERATIONS["listAccounts"], base=API)


def test_windows_are_capped_for_short_lives() -> None:
    assert windows_before(1000, 0, advisory=60) == Windows(940, 990)
    assert windows_before(100, 80, advisory=60) == Windows(90, 98)
    assert windows_before(100, 200, advisory=60) == Windows(100, 100)
    assert windows_before(1000, 0, advisory=5) == Windows(995, 995)


def test_early_a_failure_is_swallowed_and_told(
    run: Run, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    auth = make(clock)
    clock.now = END - 60
    wire = Wire(Answer(429), Answer(200))
    with caplog.at_level(logging.WARNING, "venuekit.auth"):
        assert run(auth, accounts(), wire).status_code == 200
    assert wire.paths == [REFRESH, ACCOUNTS]
    assert wire.sent[1].headers["authorization"] == "Bearer access-0"
    [told] = caplog.messages
    assert "RateLimitedError 429" in told and "tradelocker" in told
    assert "access-0" not in told and "refresh-0" not in told
    # It is not tried again before every call, but later.
    clock.now += 29
    run(auth, accounts(), Wire(Answer(200)))
    clock.now += 1
    wire = Wire(NEW, Answer(200))
    run(auth, accounts(), wire)
    assert wire.paths == [REFRESH, ACCOUNTS]


def test_late_a_failure_is_raised(run: Run, clock: FakeClock) -> None:
    auth = make(clock)
    clock.now = END - 10
    with pytest.raises(RateLimitedError):
        run(auth, accounts(), Wire(Answer(429)))
    wire = Wire(NEW, Answer(200))
    run(auth, accounts(), wire)
    assert wire.sent[1].headers["authorization"] == "Bearer access-1"


def test_early_the_others_do_not_wait(clock: FakeClock) -> None:
    auth = make(clock)
    clock.now = END - 60
    first = auth.auth_flow(one := accounts())
    refresh = next(first)
    wire = Wire(Answer(200))
    by_hand(auth, accounts(), wire)
    assert wire.sent[0].headers["authorization"] == "Bearer access-0"
    assert first.send(NEW.to(refresh)) is one
    assert one.headers["authorization"] == "Bearer access-1"


def test_a_persons_token_at_stokn(run: Run, clock: FakeClock) -> None:
    """The venue's "expires at" opens the advisory window; ten minutes later the token ends."""
    token = StoknToken("uuid", "user-0", "refresh-0", None, clock.now + 100)
    auth = StoknAuth("a", "b", base_url=BASE, clock=clock, user_token=token)
    client = Answer(200, {"access_token": "client"})
    clock.now += 100
    run(auth, make_request("GET", "/v1/x"), Wire(client, Answer(503), Answer(200)))
    clock.now += 590
    with pytest.raises(UnavailableError):
        run(auth, make_request("GET", "/v1/x"), Wire(Answer(503)))


def test_a_session_at_rabbitx_is_renewed_before_its_end(run: Run, clock: FakeClock) -> None:
    secret = "ab" * 32
    held = RabbitXCredentials(jwt=token_ending(clock.now + 1000), random_secret=secret, refresh_token="r-0")
    auth = RabbitXAuth(held, base_url=BASE, network=NETWORKS["base"], clock=clock)
    run(auth, make_request("GET", "/account"), Wire(Answer(200)))
    clock.now += 700
    new = {"jwt": token_ending(clock.now + 172_800), "random_secret": secret, "refresh_token": "r-1"}
    wire = Wire(Answer(200, {"success": True, "result": [new]}), Answer(200))
    run(auth, make_request("GET", "/account"), wire)
    assert wire.paths == ["POST /jwt", "GET /account"]
    # Without a refresh token there is nothing to do early.
    auth = RabbitXAuth(
        attrs.evolve(held, refresh_token=None), base_url=BASE, network=NETWORKS["base"], clock=clock
    )
    run(auth, make_request("GET", "/account"), Wire(Answer(200)))


def token_ending(at: float) -> str:
    text = base64.urlsafe_b64encode(json.dumps({"exp": at}).encode()).decode().rstrip("=")
    return f"e30.{text}.c2ln"


# Lost answers: the HTTP library ends a flow when a connection breaks, so that the client must help.


class Broken:
    """A network on which refreshing fails."""

    def __init__(self, error: Callable[[Request], Exception]) -> None:
        self._error = error
        self.paths: list[str] = []
        self.bearers: list[str | None] = []

    def __call__(self, request: Request) -> Response:
        self.paths.append(request.url.path.removeprefix("/backend-api"))
        self.bearers.append(request.headers.get("authorization"))
        if request.url.path.endswith("/refresh"):
            raise self._error(request)
        if request.url.path.endswith("/token"):
            return NEW.to(request)
        return Answer(200, {"accounts": []}).to(request)


def no_connection(request: Request) -> Exception:
    return httpx.ConnectError("refused", request=request)


def no_answer(request: Request) -> Exception:
    return httpx.ReadError("reset", request=request)


def call(mode: str, network: Broken, clock: FakeClock, *, at: float, times: int = 1) -> Any:
    given: dict[str, Any] = {
        "tokens": HELD,
        "base_url": LOCAL,
        "clock": clock,
        "max_retries": 0,
        "environ": {},
    }
    if mode == "sync":
        with TradeLocker(**given) as client:
            client._http._transport = httpx.MockTransport(network)
            clock.now = at
            for _ in range(times):
                client.auth.list_accounts()
            return client.tokens

    async def main() -> Any:
        async with AsyncTradeLocker(**given) as client:
            client._http._transport = httpx.MockTransport(network)
            clock.now = at
            for _ in range(times):
                await client.auth.list_accounts()
            return client.tokens

    return asyncio.run(main())


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize("error", [no_connection, no_answer])
def test_early_a_lost_answer_does_not_fail_the_call(
    mode: str, error: Callable[[Request], Exception], clock: FakeClock
) -> None:
    network = Broken(error)
    tokens = call(mode, network, clock, at=END - 60, times=2)
    assert network.paths == ["/auth/jwt/refresh", "/auth/jwt/all-accounts", "/auth/jwt/all-accounts"]
    assert network.bearers[1:] == ["Bearer access-0"] * 2
    # A token that may have arrived is not sent a second time; one that never left is kept.
    assert tokens.refresh_token == ("refresh-0" if error is no_connection else None)


@pytest.mark.parametrize("mode", ["sync", "async"])
@pytest.mark.parametrize(("error", "sent"), [(no_connection, False), (no_answer, True)])
def test_late_a_lost_answer_fails_the_call(
    mode: str, error: Callable[[Request], Exception], sent: bool, clock: FakeClock
) -> None:
    network = Broken(error)
    with pytest.raises(ConnectionFailed) as caught:
        call(mode, network, clock, at=END)
    assert (caught.value.operation, caught.value.sent) == ("refreshJWTTokens", sent)
    assert network.paths == ["/auth/jwt/refresh"]


def test_a_lost_refresh_is_followed_by_a_login_and_never_by_the_same_token(clock: FakeClock) -> None:
    clock.now = END
    network = Broken(no_answer)
    login: dict[str, Any] = {"email": "a@example.com", "password": "b", "server": "c"}
    given: dict[str, Any] = {
        "tokens": HELD,
        "base_url": LOCAL,
        "clock": clock,
        "max_retries": 0,
        "environ": {},
    }
    with TradeLocker(**login, **given) as client:
        client._http._transport = httpx.MockTransport(network)
        with pytest.raises(ConnectionFailed):
            client.auth.list_accounts()
        client.auth.list_accounts()
    assert network.paths == ["/auth/jwt/refresh", "/auth/jwt/token", "/auth/jwt/all-accounts"]


def test_a_token_that_never_left_is_not_spent_at_rabbitx(clock: FakeClock) -> None:
    def handle(request: Request) -> Response:
        if request.url.path.endswith("/jwt"):
            raise no_connection(request)
        return Answer(401, {"success": False, "error": "jwt is expired"}).to(request)

    with RabbitX(
        jwt="jwt-0", random_secret="ab" * 32, refresh_token="r-0", base_url=LOCAL, max_retries=0, environ={}
    ) as client:
        client._http._transport = httpx.MockTransport(handle)
        with pytest.raises(ConnectionFailed):
            client.account.get_account()
        assert client.credentials is not None
        assert client.credentials.refresh_token == "r-0"


def test_who_waited_for_a_refused_renewal_shares_its_failure(clock: FakeClock) -> None:
    """Sixty calls in line behind a failing venue are not sixty more refreshes."""
    clock.now = END
    auth = make(clock)
    asked = threading.Semaphore(0)
    refreshes = 0
    renew = credentials_module.CredentialCache[Any].renew

    def handle(request: Request) -> Response:
        nonlocal refreshes
        refreshes += 1
        assert all(asked.acquire(timeout=300) for _ in range(8))
        return Answer(503).to(request)

    def count(cache: Any, request: Request, stale: Any) -> Any:
        steps = renew(cache, request, stale)
        turn = next(steps)
        asked.release()
        yield turn
        return (yield from steps)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(credentials_module.CredentialCache, "renew", count)
        with httpx.Client(auth=auth, transport=httpx.MockTransport(handle)) as client:

            def attempt(_: int) -> str:
                try:
                    client.get(API + "/trade/config")
                except UnavailableError:
                    return "failed"
                return "served"

            with ThreadPoolExecutor(8) as pool:
                assert list(pool.map(attempt, range(8))) == ["failed"] * 8
    assert refreshes == 1
