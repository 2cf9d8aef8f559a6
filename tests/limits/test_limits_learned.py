"""TradeLocker says its limits itself."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.playground import Playground
from venuekit import TradeLocker
from venuekit.transport.limits import RateLimits
from venuekit_clients.tradelocker.models import ConfigResponse
from venuekit_clients.tradelocker.operations import OPERATIONS


def config(*entries: Any) -> ConfigResponse:
    return ConfigResponse.from_dict({"s": "ok", "d": {"rateLimits": list(entries)}})


def entry(route: object, limit: object, number: object = 1, measure: object = "SECONDS") -> dict[str, object]:
    return {"rateLimitType": route, "measure": measure, "intervalNum": number, "limit": limit}


def test_routes_that_are_known_are_limited_from_then_on() -> None:
    limiter = RateLimits.for_venue("tradelocker")
    learned = limiter.learn(
        config(
            entry("GET_ACCOUNTS", 2),
            entry("GET_ACCOUNTS_STATE", 1, 3, "MINUTES"),
            entry("QUOTES", 5),
            entry("PLACE_ORDER", 3),
        )
    )
    assert [(limit.name, limit.tokens, limit.seconds) for limit in learned] == [
        ("GET_ACCOUNTS", 2, 1),
        ("GET_ACCOUNTS_STATE", 1, 180),
    ]
    assert limiter.limits == learned
    assert [limiter.reserve(OPERATIONS["listTradeAccounts"], now=0) for _ in range(3)] == [0, 0, 1]
    assert [limiter.reserve(OPERATIONS["getAccountState"], now=0) for _ in range(2)] == [0, 180]
    assert limiter.reserve(OPERATIONS["listAccounts"], now=0) == 0


def test_what_was_counted_stays_counted_when_a_limit_is_learned_again() -> None:
    limiter = RateLimits.for_venue("tradelocker")
    limiter.learn(config(entry("GET_CONFIG", 2, 10)))
    assert limiter.reserve(OPERATIONS["getConfig"], now=0) == 0
    limiter.learn(config(entry("GET_CONFIG", 1, 10)))
    assert limiter.reserve(OPERATIONS["getConfig"], now=1) == 9


junk = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers())


@given(
    st.lists(
        st.builds(
            entry,
            st.just("GET_CONFIG") | junk,
            st.integers(-2, 2) | junk,
            st.integers(-2, 2) | junk,
            st.sampled_from(["SECONDS", "MINUTES"]) | junk,
        ),
        max_size=4,
    )
)
def test_nonsense_is_passed_over(entries: list[dict[str, object]]) -> None:
    limiter = RateLimits.for_venue("tradelocker")
    for limit in limiter.learn(config(*entries)):
        assert limit.tokens >= 1 and limit.seconds >= 1
    assert limiter.reserve(OPERATIONS["getConfig"], now=0) == 0


@pytest.mark.parametrize(("number", "measure"), [(10**400, "SECONDS"), (10**400, "MINUTES"), (61, "MINUTES")])
def test_a_window_that_is_too_long_to_be_meant_is_passed_over(number: int, measure: str) -> None:
    assert RateLimits.none().learn(config(entry("GET_CONFIG", 10**400, number, measure))) == ()
    assert len(RateLimits.none().learn(config(entry("GET_CONFIG", 10**400, 60, "MINUTES")))) == 1


def test_an_answer_without_limits_teaches_nothing() -> None:
    limiter = RateLimits.for_venue("tradelocker")
    answers: list[dict[str, object]] = [{}, {"rateLimits": None}, {"rateLimits": []}]
    for answer in answers:
        assert limiter.learn(ConfigResponse.from_dict({"d": answer})) == ()


def test_the_sandboxs_answer_can_be_learned(playground: Playground) -> None:
    limits = RateLimits.for_venue("tradelocker")
    with TradeLocker(
        email="demo@example.com",
        password="sandbox-password",
        server="SANDBOX",
        base_url=playground.urls["tradelocker"],
        limits=limits,
    ) as client:
        [account, *_] = client.auth.list_accounts().accounts
        client.use_account(int(account.acc_num))
        answer = client.trade.get_config(acc_num=int(account.acc_num))
    names = {entry.rate_limit_type for entry in answer.d.rate_limits or ()}
    assert "QUOTES" in names
    assert limits.learn(answer) == (), "the sandbox limits only routes that venuekit has no operation for"
