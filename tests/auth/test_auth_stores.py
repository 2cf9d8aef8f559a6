"""What flows keep in a store, and what they do when it fails."""

from __future__ import annotations

import json
from typing import Any

import pytest

from venuekit import (
    ConfigurationError,
    MemoryStore,
    RabbitXCredentials,
    StoknToken,
    TimedOut,
    TradeLockerTokens,
)
from venuekit.auth.flows import LoginRequired
from venuekit.auth.nebulaecn import NebulaSessionAuth
from venuekit.auth.rabbitx import NETWORKS, RabbitXAuth
from venuekit.auth.stokn import StoknAuth
from venuekit.auth.store import StoreLock
from venuekit.auth.tradelocker import TradeLockerAuth
from venuekit.transport.http import Request
from venuekit_clients.nebulaecn.operations import OPERATIONS as NEBULAECN
from venuekit_clients.rabbitx.operations import OPERATIONS as RABBITX
from venuekit_clients.stokn.operations import OPERATIONS as STOKN
from venuekit_clients.tradelocker.operations import OPERATIONS

from .tools import BASE, Answer, FakeClock, Run, Wire, by_hand, for_operation

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


class Stuck(MemoryStore):
    """Another process has the lock, and keeps it."""

    def lock(self, key: str) -> StoreLock:
        return StoreLock(lambda: False, lambda: None)


def test_nobody_waits_forever_for_another_process(
    run: Run, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("venuekit.auth.turns._LONGEST", 0.01)
    clock.now = END
    with pytest.raises(TimedOut, match="another process") as caught:
        run(make(clock, store=Stuck()), accounts(), Wire())
    assert caught.value.sent is False
    # Early, the old one serves instead.
    clock.now = END - 60
    run(make(clock, store=Stuck()), accounts(), Wire(Answer(200)))


class Failing(MemoryStore):
    """Somebody's store, and its network is down. What it says is not for a log."""

    def __init__(self, *, reads: bool) -> None:
        super().__init__()
        self._reads = reads

    def read(self, key: str) -> Any:
        if not self._reads:
            raise RuntimeError("refresh-0")

    def write(self, key: str, values: Any) -> None:
        raise RuntimeError(f"refused {values}")


def test_a_store_that_cannot_be_read_stops_a_renewal(run: Run, clock: FakeClock) -> None:
    """Else two processes could spend the same token."""
    auth = make(clock, store=Failing(reads=False))
    run(auth, accounts(), Wire(Answer(200)))
    clock.now = END
    with pytest.raises(ConfigurationError, match=r"cannot be read \(RuntimeError\)") as caught:
        run(auth, accounts(), Wire())
    assert "refresh-0" not in str(caught.value)
    assert auth.tokens == HELD


def test_a_store_that_cannot_be_written_loses_no_call(
    run: Run, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    auth = make(clock, store=Failing(reads=True))
    clock.now = END
    run(auth, accounts(), Wire(NEW, Answer(200)))
    assert auth.tokens is not None and auth.tokens.access_token == "access-1"
    [told] = caplog.messages
    assert "the token store failed (RuntimeError)" in told and "access-1" not in told


def test_a_folder_that_cannot_be_locked_is_told(run: Run, clock: FakeClock) -> None:
    def refuse() -> bool:
        raise PermissionError(13, "Permission denied")

    class Refusing(MemoryStore):
        def lock(self, key: str) -> StoreLock:
            return StoreLock(refuse, lambda: None)

    clock.now = END
    with pytest.raises(ConfigurationError, match="cannot be locked: Permission denied"):
        run(make(clock, store=Refusing()), accounts(), Wire())


def kept(store: MemoryStore, auth: TradeLockerAuth) -> Any:
    key = auth._cache._shelf._place()
    assert key is not None
    return store.read(key[1])


def test_what_is_kept_follows_what_is_held(run: Run, clock: FakeClock) -> None:
    store = MemoryStore()
    auth = make(clock, store=store)
    assert kept(store, auth) is None, "what was given is the caller's, and not kept before it was renewed"
    run(auth, accounts(), Wire(Answer(401), NEW, Answer(200)))
    assert kept(store, auth) == {
        "access_token": "access-1",
        "refresh_token": "refresh-1",
        "expires_at": "1700007200.0",
    }
    # Another that is given the same goes on with the newest when the given one is refused.
    other = make(clock, store=store)
    wire = Wire(Answer(401), Answer(200))
    run(other, accounts(), wire)
    assert wire.sent[1].headers["authorization"] == "Bearer access-1"
    assert other.source == "store"
    # A log-in of the caller's own is kept, and forgetting forgets it there too.
    login = for_operation(OPERATIONS["getJWTTokens"], base=API)
    run(other, login, Wire(Answer(201, {"accessToken": "access-2"})))
    assert kept(store, other) == {"access_token": "access-2"}
    other.adopt(None)
    assert kept(store, other) is None


def test_a_password_is_never_kept(run: Run, clock: FakeClock) -> None:
    store = MemoryStore()
    auth = TradeLockerAuth(
        email="a@example.com", password="the-password", server="c", base_url=API, clock=clock, store=store
    )
    run(auth, accounts(), Wire(NEW, Answer(200)))
    everything = json.dumps([store._kept, list(store._locks)])
    assert "access-1" in everything
    assert "the-password" not in everything and "a@example.com" not in everything


def test_newer_tokens_that_are_old_too_are_renewed_with_their_own_refresh_token(
    run: Run, clock: FakeClock
) -> None:
    """Another process went on while this one slept: the token to spend is its last one, not ours."""
    store = MemoryStore()
    auth, other = make(clock, store=store), make(clock, store=store)
    run(other, accounts(), Wire(Answer(401), NEW, Answer(200)))
    clock.now = END + 10_000
    wire = Wire(Answer(201, {"accessToken": "access-2", "refreshToken": "refresh-2"}), Answer(200))
    run(auth, accounts(), wire)
    assert wire.sent[0].json == {"refreshToken": "refresh-1"}


def test_what_is_stored_and_refused_too_is_renewed(run: Run, clock: FakeClock) -> None:
    store = MemoryStore()
    auth, other = make(clock, store=store), make(clock, store=store)
    run(other, accounts(), Wire(Answer(401), NEW, Answer(200)))
    newest = Answer(201, {"accessToken": "access-2", "refreshToken": "refresh-2"})
    wire = Wire(Answer(401), Answer(401), newest, Answer(200))
    assert run(auth, accounts(), wire).status_code == 200
    assert [sent.headers.get("authorization") for sent in wire.sent] == [
        "Bearer access-0",
        "Bearer access-1",
        None,
        "Bearer access-2",
    ]
    assert wire.sent[2].json == {"refreshToken": "refresh-1"}


def test_an_entry_that_cannot_be_used_is_replaced(
    run: Run, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    for entry in ({}, {"access_token": "a", "expires_at": "soon"}):
        store = MemoryStore()
        auth = make(clock, store=store)
        place = auth._cache._shelf._place()
        assert place is not None
        store.write(place[1], entry)
        run(auth, accounts(), Wire(Answer(401), NEW, Answer(200)))
        assert kept(store, auth)["access_token"] == "access-1"
    assert "cannot be used" in caplog.text


def test_a_wallet_goes_on_with_its_last_sign_in(run: Run, clock: FakeClock) -> None:
    store, wallet = MemoryStore(), "0x" + "AB" * 20
    key = RabbitXCredentials(api_key="key-0", secret="ab" * 32)
    first = RabbitXAuth(None, base_url=BASE, network=NETWORKS["base"], clock=clock, store=store)
    first.adopt(key, wallet=wallet)
    for given, network, expected in (
        (wallet.lower(), "base", key),
        (wallet, "ethereum", None),
        ("0x" + "cd" * 20, "base", None),
    ):
        auth = RabbitXAuth(
            None, base_url=BASE, network=NETWORKS[network], clock=clock, store=store, wallet=given
        )
        if expected is None:
            with pytest.raises(LoginRequired):
                run(auth, for_operation(RABBITX["getAccount"]), Wire())
        else:
            run(auth, for_operation(RABBITX["getAccount"]), Wire(Answer(200)))
        assert auth.credentials == expected


def test_a_session_at_nebulaecn_is_shared(run: Run, clock: FakeClock) -> None:
    store = MemoryStore()

    def session(user_agent: str = "venuekit/1") -> NebulaSessionAuth:
        return NebulaSessionAuth(
            "a@example.com", "b", base_url=BASE, clock=clock, store=store, user_agent=user_agent
        )

    get_me = NEBULAECN["getMe"]
    opened = Answer(200, {"csrf_token": "csrf-1"}, [("Set-Cookie", "s=1")])
    run(session(), for_operation(get_me), Wire(opened, Answer(200, None, [("Set-Cookie", "s=1b")])))
    wire = Wire(Answer(200))
    second = session()
    run(second, for_operation(NEBULAECN["createLabel"]), wire)
    assert (wire.sent[0].headers["cookie"], wire.sent[0].headers["x-csrf-token"]) == ("s=1b", "csrf-1")
    assert second.source == "store"
    # The venue would end the session for another User-Agent, so that one opens its own.
    wire = Wire(Answer(200, {"csrf_token": "csrf-2"}, [("Set-Cookie", "s=2")]), Answer(200))
    run(session("other/1"), for_operation(get_me), wire)
    # Whoever ends it ends it for all.
    run(second, for_operation(NEBULAECN["deleteSession"]), Wire(Answer(200)))
    wire = Wire(opened, Answer(200))
    run(session(), for_operation(get_me), wire)
    assert wire.paths[0] == "POST /api/v2/auth/identity/sessions"


def test_a_companys_and_a_persons_tokens_at_stokn_are_shared(run: Run, clock: FakeClock) -> None:
    store = MemoryStore()

    def company(**options: Any) -> StoknAuth:
        return StoknAuth("c", "s", base_url=BASE, clock=clock, store=store, **options)

    first = company()
    first.adopt(StoknToken("ann", "user-0", "refresh-0"))
    run(first, for_operation(STOKN["signUp"]), Wire(Answer(200, {"access_token": "client"}), Answer(200)))
    second = company(user="ann")
    wire = Wire(Answer(200))
    run(second, for_operation(STOKN["getMe"]), wire)
    assert wire.sent[0].headers["authorization"] == "Bearer user-0"
    wire = Wire(Answer(200))
    run(second, for_operation(STOKN["signUp"]), wire)
    assert wire.sent[0].headers["authorization"] == "Bearer client"
    for other in (company(), company(user="bob")):
        with pytest.raises(LoginRequired):
            run(other, for_operation(STOKN["getMe"]), Wire())


def test_after_a_fork_nobody_waits_for_the_parents_threads(clock: FakeClock) -> None:
    auth = make(clock, email="a@example.com", password="b", server="c")
    clock.now = END
    flow = auth.auth_flow(accounts())
    next(flow)  # a thread of the parent is renewing, and the child's memory has its lock
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.getpid", lambda: -1)
        wire = Wire(NEW, Answer(200))
        by_hand(auth, accounts(), wire)
        assert wire.paths[-1] == ACCOUNTS
    flow.close()
