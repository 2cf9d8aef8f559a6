from __future__ import annotations

import base64
import json
from typing import Any

import attrs
import pytest

from venuekit.auth.flows import LoginRequired
from venuekit.auth.store import MemoryStore
from venuekit.auth.tradelocker import TradeLockerAuth, TradeLockerTokens
from venuekit.transport.errors import (
    AuthenticationError,
    ConfigurationError,
    RateLimitedError,
    UnavailableError,
    UnexpectedAnswer,
)
from venuekit.transport.http import Response
from venuekit_clients.tradelocker.models import JWTTokensResponse
from venuekit_clients.tradelocker.operations import OPERATIONS

from .tools import BASE, Answer, FakeClock, Run, Wire, by_hand, for_operation, make_request

API = BASE + "/backend-api"
LOGIN = {"email": "demo@example.com", "password": "the-password", "server": "SANDBOX"}
ACCOUNTS = OPERATIONS["listAccounts"]
LOG_IN_CALL = "POST /backend-api/auth/jwt/token"
REFRESH_CALL = "POST /backend-api/auth/jwt/refresh"
ACCOUNTS_CALL = "GET /backend-api/auth/jwt/all-accounts"
# 2023-11-14T22:13:20Z is the fake clock's 1,700,000,000.
AN_HOUR_ON = "2023-11-14T23:13:20.000Z"


def pair(name: str, ends: str = AN_HOUR_ON) -> Answer:
    return Answer(
        201, {"accessToken": f"access-{name}", "refreshToken": f"refresh-{name}", "expireDate": ends}
    )


def held(name: str = "0", left: float = 3600.0) -> TradeLockerTokens:
    return TradeLockerTokens(f"access-{name}", f"refresh-{name}", 1_700_000_000.0 + left)


def make(clock: FakeClock, **options: Any) -> TradeLockerAuth:
    return TradeLockerAuth(base_url=API, clock=clock, **options)


def accounts() -> Any:
    return for_operation(ACCOUNTS, base=API)


def bearer(wire: Wire, at: int = -1) -> str | None:
    return wire.sent[at].headers.get("authorization")


def test_it_logs_in_when_first_needed_and_only_then(run: Run, clock: FakeClock) -> None:
    auth = make(clock, **LOGIN)
    wire = Wire(pair("1"), Answer(200, {"accounts": []}))
    assert run(auth, accounts(), wire).status_code == 200
    assert wire.paths == [LOG_IN_CALL, ACCOUNTS_CALL]
    login = wire.sent[0]
    assert login.json == LOGIN
    assert (login.operation, login.timeout, login.headers["user-agent"]) == (
        "getJWTTokens",
        {"read": 7.0},
        "client/1",
    )
    assert "authorization" not in login.headers
    assert bearer(wire) == "Bearer access-1"
    assert auth.tokens == held("1")

    wire = Wire(Answer())
    run(auth, accounts(), wire)
    assert wire.paths == [ACCOUNTS_CALL]


def test_a_refused_login_is_a_typed_error(run: Run, clock: FakeClock) -> None:
    wire = Wire(Answer(403, {"message": "wrong server"}))
    with pytest.raises(AuthenticationError) as caught:
        run(make(clock, **LOGIN), accounts(), wire)
    assert caught.value.operation == "getJWTTokens"
    assert caught.value.status == 403


def test_a_login_without_a_token_is_unexpected(run: Run, clock: FakeClock) -> None:
    with pytest.raises(UnexpectedAnswer, match="access token"):
        run(make(clock, **LOGIN), accounts(), Wire(Answer(201, {"accessToken": ""})))
    with pytest.raises(UnexpectedAnswer, match="access token"):
        run(make(clock, **LOGIN), accounts(), Wire(Answer(201, ["no object"])))


def test_without_any_way_in_nothing_is_sent(run: Run, clock: FakeClock) -> None:
    wire = Wire()
    with pytest.raises(LoginRequired) as caught:
        run(make(clock), accounts(), wire)
    assert isinstance(caught.value, AuthenticationError)
    assert (caught.value.operation, wire.sent) == ("listAccounts", [])


def test_it_refreshes_a_minute_before_the_end(run: Run, clock: FakeClock) -> None:
    auth = make(clock, tokens=held(), **LOGIN)
    clock.now += 3539
    run(auth, accounts(), Wire(Answer()))
    clock.now += 1
    wire = Wire(pair("1", "2023-11-15T00:13:20.000Z"), Answer())
    run(auth, accounts(), wire)
    assert wire.paths == [REFRESH_CALL, ACCOUNTS_CALL]
    assert wire.sent[0].json == {"refreshToken": "refresh-0"}
    assert "authorization" not in wire.sent[0].headers
    assert bearer(wire) == "Bearer access-1"


def test_the_margin_is_a_setting_and_at_most_half_of_a_life(run: Run, clock: FakeClock) -> None:
    auth = make(clock, tokens=held(left=3600), refresh_margin=1800.0)
    clock.now += 1800
    wire = Wire(pair("1", "2023-11-14T23:43:20.000Z"), Answer())
    run(auth, accounts(), wire)
    assert wire.paths == [REFRESH_CALL, ACCOUNTS_CALL]
    # The new one lives an hour as well and is not renewed again at once.
    run(auth, accounts(), Wire(Answer()))
    auth = make(clock, tokens=TradeLockerTokens("a", "r", clock.now + 20))
    run(auth, accounts(), Wire(Answer()))
    clock.now += 10
    wire = Wire(pair("2", "2023-11-15T23:13:20.000Z"), Answer())
    run(auth, accounts(), wire)
    assert wire.paths == [REFRESH_CALL, ACCOUNTS_CALL]


def test_with_a_wrong_clock_only_a_refusal_renews(run: Run, clock: FakeClock) -> None:
    clock.now += 1_000_000
    auth = make(clock, **LOGIN)
    run(auth, accounts(), Wire(pair("1"), Answer()))
    run(auth, accounts(), Wire(Answer()))
    wire = Wire(Answer(401), pair("2"), Answer())
    run(auth, accounts(), wire)
    assert wire.paths == [ACCOUNTS_CALL, REFRESH_CALL, ACCOUNTS_CALL]


def test_a_refusal_is_healed_once(run: Run, clock: FakeClock) -> None:
    wire = Wire(Answer(401), pair("1"), Answer(200))
    request = make_request("POST", "/trade/orders", body={"a": 1}, base=API)
    assert run(make(clock, tokens=held()), request, wire).status_code == 200
    assert [sent.body for sent in wire.sent] == [b'{"a":1}', b'{"refreshToken":"refresh-0"}', b'{"a":1}']
    assert [bearer(wire, 0), bearer(wire, 2)] == ["Bearer access-0", "Bearer access-1"]

    wire = Wire(Answer(401), pair("1"), Answer(401))
    assert run(make(clock, tokens=held()), accounts(), wire).status_code == 401


def test_a_refused_refresh_leads_to_a_login(run: Run, clock: FakeClock) -> None:
    auth = make(clock, tokens=held(), **LOGIN)
    wire = Wire(Answer(401), Answer(401), pair("1"), Answer())
    assert run(auth, accounts(), wire).status_code == 200
    assert wire.paths == [ACCOUNTS_CALL, REFRESH_CALL, LOG_IN_CALL, ACCOUNTS_CALL]
    assert bearer(wire) == "Bearer access-1"


def test_a_refused_refresh_without_a_login_raises_and_is_not_tried_again(run: Run, clock: FakeClock) -> None:
    auth = make(clock, tokens=held())
    with pytest.raises(AuthenticationError) as caught:
        run(auth, accounts(), Wire(Answer(401), Answer(401, {"message": "spent"})))
    assert caught.value.operation == "refreshJWTTokens"
    assert auth.tokens == TradeLockerTokens("access-0", None, 1_700_003_600.0)
    wire = Wire(Answer(401))
    assert run(auth, accounts(), wire).status_code == 401


@pytest.mark.parametrize(("status", "error"), [(429, RateLimitedError), (302, UnexpectedAnswer)])
def test_a_refresh_that_was_turned_away_keeps_its_token(
    run: Run, clock: FakeClock, status: int, error: type[Exception]
) -> None:
    auth = make(clock, tokens=held(), **LOGIN)
    with pytest.raises(error):
        run(auth, accounts(), Wire(Answer(401), Answer(status)))
    assert auth.tokens == held()


@pytest.mark.parametrize("status", [500, 503, 520])
def test_after_a_failure_of_the_venue_the_next_renewal_is_a_login(
    run: Run, clock: FakeClock, status: int
) -> None:
    """The venue may have spent the refresh token before it failed. It is not pressed at once either."""
    auth = make(clock, tokens=held(), **LOGIN)
    with pytest.raises(UnavailableError):
        run(auth, accounts(), Wire(Answer(401), Answer(status)))
    assert auth.tokens == attrs.evolve(held(), refresh_token=None)
    wire = Wire(Answer(401), pair("1"), Answer())
    assert run(auth, accounts(), wire).status_code == 200
    assert wire.paths == [ACCOUNTS_CALL, LOG_IN_CALL, ACCOUNTS_CALL]


def test_without_a_login_a_refresh_token_in_doubt_is_a_clear_error(run: Run, clock: FakeClock) -> None:
    auth = make(clock, tokens=held())
    with pytest.raises(UnavailableError):
        run(auth, accounts(), Wire(Answer(401), Answer(503)))
    wire = Wire(Answer(401))
    with pytest.raises(LoginRequired, match=r"may be spent.*give new tokens") as caught:
        run(auth, accounts(), wire)
    assert wire.paths == [ACCOUNTS_CALL]
    assert caught.value.operation == "listAccounts"
    auth.adopt(held("1"))
    wire = Wire(Answer(401), pair("2"), Answer())
    assert run(auth, accounts(), wire).status_code == 200
    assert wire.paths == [ACCOUNTS_CALL, REFRESH_CALL, ACCOUNTS_CALL]


def test_a_token_in_doubt_is_not_left_in_the_store(run: Run, clock: FakeClock) -> None:
    store = MemoryStore()
    one, other = (make(clock, store=store, **LOGIN) for _ in range(2))
    run(one, accounts(), Wire(pair("0"), Answer()))
    run(other, accounts(), Wire(Answer()))
    with pytest.raises(UnavailableError):
        run(one, accounts(), Wire(Answer(401), Answer(503)))
    # A third process sends no token that may be spent, and the others go on with what it gets.
    third = make(clock, store=store, **LOGIN)
    wire = Wire(Answer(401), pair("1"), Answer())
    run(third, accounts(), wire)
    assert wire.paths == [ACCOUNTS_CALL, LOG_IN_CALL, ACCOUNTS_CALL]
    wire = Wire(Answer(401), Answer())
    run(one, accounts(), wire)
    assert wire.paths == [ACCOUNTS_CALL, ACCOUNTS_CALL]
    assert bearer(wire) == "Bearer access-1"


def test_tokens_that_have_not_ended_serve_when_they_cannot_be_renewed(run: Run, clock: FakeClock) -> None:
    auth = make(clock, tokens=held())
    clock.now += 3550
    wire = Wire(Answer(503), Answer(200))
    assert run(auth, accounts(), wire).status_code == 200
    assert bearer(wire) == "Bearer access-0"
    clock.now += 50
    with pytest.raises(LoginRequired, match="may be spent"):
        run(auth, accounts(), Wire())


def test_tokens_without_a_refresh_token_serve_to_their_end(run: Run, clock: FakeClock) -> None:
    auth = make(clock, tokens=TradeLockerTokens("access-0", None, clock.now - 5))
    wire = Wire(Answer(401))
    assert run(auth, accounts(), wire).status_code == 401
    assert bearer(wire) == "Bearer access-0"


def test_the_callers_own_logins_are_noticed(run: Run, clock: FakeClock) -> None:
    auth = make(clock)
    request = for_operation(OPERATIONS["getJWTTokens"], body=LOGIN, base=API)
    wire = Wire(pair("1"))
    run(auth, request, wire)
    assert auth.tokens == held("1")
    assert bearer(wire) is None
    run(auth, make_request("POST", "/auth/jwt/refresh", body={}, base=API), Wire(pair("2")))
    assert auth.tokens == held("2")
    run(auth, for_operation(OPERATIONS["getJWTTokens"], base=API), Wire(Answer(401, {})))
    run(auth, for_operation(OPERATIONS["getJWTTokens"], base=API), Wire(Answer(201, {})))
    assert auth.tokens == held("2")


def test_the_developer_key_goes_everywhere(run: Run, clock: FakeClock) -> None:
    auth = make(clock, developer_api_key="dev", tokens=held(), **LOGIN)
    wire = Wire(Answer(401), Answer(401), pair("1"), Answer())
    run(auth, accounts(), wire)
    assert [sent.headers.get("developer-api-key") for sent in wire.sent] == ["dev"] * 4


def test_the_account_number_goes_where_it_is_wanted(run: Run, clock: FakeClock) -> None:
    auth = make(clock, tokens=held(), account_number=3)
    config = OPERATIONS["getConfig"]
    wire = Wire(Answer(), Answer(), Answer())
    by_hand_requests = [
        for_operation(config, base=API),
        make_request("GET", "/trade/config", headers={"accNum": "7"}, base=API),
        accounts(),
    ]
    for request in by_hand_requests:
        answers, wire.answers = wire.answers[1:], wire.answers[:1]
        run(auth, request, wire)
        wire.answers = answers
    assert [sent.headers.get("accnum") for sent in wire.sent] == ["3", "7", None]
    auth.account_number = 4
    wire = Wire(Answer())
    run(auth, for_operation(config, base=API), wire)
    assert wire.sent[0].headers["accnum"] == "4"


def test_other_hosts_get_nothing(run: Run, clock: FakeClock) -> None:
    auth = make(clock, tokens=held(left=-5), developer_api_key="dev", **LOGIN)
    for base in ("https://elsewhere.test", "http://api.example.test", "https://api.example.test:8443"):
        wire = Wire(Answer(401))
        run(auth, make_request("GET", "/trade/x", base=base), wire)
        assert not {"authorization", "developer-api-key", "accnum"} & set(wire.sent[0].headers)


def test_a_flow_uses_what_another_flow_renewed(clock: FakeClock) -> None:
    auth = make(clock, tokens=held())
    first, second = auth.auth_flow(one := accounts()), auth.auth_flow(two := accounts())
    next(first)
    next(second)
    refresh = first.send(Answer(401).to(one))
    assert first.send(pair("1").to(refresh)) is one
    # The second was refused with the old token as well. It finds the new one and spends nothing.
    assert second.send(Answer(401).to(two)) is two
    assert two.headers["authorization"] == "Bearer access-1"


def test_tokens_adopted_during_a_refresh_are_not_overwritten(clock: FakeClock) -> None:
    auth = make(clock, tokens=held())
    flow = auth.auth_flow(request := accounts())
    next(flow)
    refresh = flow.send(Answer(401).to(request))
    auth.adopt(held("x"))
    flow.send(pair("1").to(refresh))
    assert auth.tokens == held("x")


@pytest.mark.parametrize("missing", ["email", "password", "server"])
def test_a_login_is_three_things(clock: FakeClock, missing: str) -> None:
    with pytest.raises(ConfigurationError, match="all three"):
        make(clock, **{name: value for name, value in LOGIN.items() if name != missing})


def test_a_margin_is_not_negative(clock: FakeClock) -> None:
    with pytest.raises(ConfigurationError):
        make(clock, refresh_margin=-1.0)


def jwt(claims: object) -> str:
    text = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"e30.{text}.c2ln"


@pytest.mark.parametrize(
    ("access", "date", "ends"),
    [
        ("opaque", AN_HOUR_ON, 1_700_003_600.0),
        ("opaque", "2023-11-14T23:13:20", 1_700_003_600.0),
        ("opaque", "soon", None),
        ("opaque", None, None),
        (jwt({"exp": 17}), None, 17.0),
        (jwt({"exp": 17}), "", 17.0),
        (jwt({"exp": 17}), AN_HOUR_ON, 1_700_003_600.0),
        (jwt({"exp": True}), None, None),
        (jwt({"exp": "x"}), None, None),
        (jwt([]), None, None),
        ("a.b.c", None, None),
        ("a.!.c", None, None),
    ],
)
def test_when_a_token_ends(access: str, date: object, ends: float | None) -> None:
    tokens = TradeLockerTokens.from_answer({"accessToken": access, "refreshToken": "r", "expireDate": date})
    assert tokens == TradeLockerTokens(access, "r", ends)


def test_a_bottomless_answer_is_no_answer(clock: FakeClock) -> None:
    auth = make(clock, **LOGIN)
    flow = auth.auth_flow(accounts())
    login = next(flow)
    with pytest.raises(UnexpectedAnswer):
        flow.send(Response(201, content=b"[" * 200_000, request=login))


def test_from_the_generated_model() -> None:
    model = JWTTokensResponse(access_token="a", refresh_token="r", expire_date=AN_HOUR_ON)
    assert TradeLockerTokens.from_model(model) == TradeLockerTokens("a", "r", 1_700_003_600.0)


def test_secrets_are_not_in_the_repr(clock: FakeClock) -> None:
    tokens = TradeLockerTokens("access-secret-long-enough", "refresh-secret-long-enough")
    auth = make(clock, tokens=tokens, developer_api_key="developer-secret-long", **LOGIN)
    for text in (repr(tokens), repr(auth)):
        for secret in (
            tokens.access_token,
            str(tokens.refresh_token),
            "the-password",
            "developer-secret-long",
        ):
            assert secret not in text
    assert "demo@example.com" in repr(auth)


def test_forgetting(clock: FakeClock) -> None:
    auth = make(clock, tokens=held())
    auth.adopt(None)
    assert auth.tokens is None
    with pytest.raises(LoginRequired):
        by_hand(auth, accounts(), Wire())
