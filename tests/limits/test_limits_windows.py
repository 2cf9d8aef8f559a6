"""The limiter alone: it asks no clock and sleeps nowhere, so time is made up here."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.limits.model import Call, busiest, first_free, operation
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.limits import LONGEST_PAUSE, NEBULAECN_31, RABBITX, Limit, RateLimits
from venuekit_clients.nebulaecn.operations import OPERATIONS as NEBULAECN
from venuekit_clients.rabbitx.operations import OPERATIONS as RABBITX_OPERATIONS
from venuekit_clients.runtime import Operation

NAMES = ("a", "b", "c")
OPERATIONS = [operation(name) for name in NAMES]
ONBOARD = RABBITX_OPERATIONS["onboard"]


@st.composite
def limits(draw: st.DrawFn) -> Limit:
    tokens = draw(st.integers(1, 8))
    cost = st.integers(0, tokens)
    return Limit(
        "somewhere",
        draw(st.uuids()).hex,
        tokens,
        # Eighths of a second add up without rounding, so that the model can be compared to the last bit.
        draw(st.integers(1, 80)) / 8,
        draw(st.dictionaries(st.sampled_from(NAMES), cost)),
        draw(cost),
    )


arrivals = st.lists(
    st.tuples(st.integers(0, 40).map(lambda n: n / 8), st.sampled_from(OPERATIONS)), max_size=25
)


@given(st.lists(limits(), min_size=1, max_size=3), arrivals, st.sampled_from([0.0, 1_700_000_000.0]))
def test_each_call_gets_the_first_moment_that_no_limit_forbids(
    some: list[Limit], pattern: list[tuple[float, Operation]], start: float
) -> None:
    limiter = RateLimits(some)
    now, sent = start, list[Call]()
    for gap, wanted in pattern:
        now += gap
        at = now + limiter.reserve(wanted, now=now)
        assert at == first_free(some, sent, wanted, now)
        sent.append(Call(at, wanted))
    for limit in some:
        assert busiest(limit, sent) <= limit.tokens
        queue = [call.at for call in sent if limit.cost_of(call.operation)]
        assert queue == sorted(queue)


@given(
    st.lists(limits(), min_size=1, max_size=2),
    st.lists(st.tuples(st.floats(0, 30), st.sampled_from(OPERATIONS)), max_size=40),
    st.floats(0, 2e9),
)
def test_no_window_is_ever_overfull_whatever_the_fractions_of_a_second(
    some: list[Limit], pattern: list[tuple[float, Operation]], start: float
) -> None:
    limiter = RateLimits(some)
    now, sent = start, list[Call]()
    for gap, wanted in pattern:
        now += gap
        sent.append(Call(now + limiter.reserve(wanted, now=now), wanted))
    for limit in some:
        # Two moments near the year 2026 cannot be told apart more finely than this.
        assert busiest(limit, sent, slack=1e-6) <= limit.tokens


steps = st.one_of(
    st.tuples(st.just("call"), st.integers(0, 20), st.sampled_from(OPERATIONS)),
    st.tuples(st.just("record"), st.integers(0, 20), st.sampled_from(OPERATIONS)),
    st.tuples(st.just("refused"), st.integers(0, 20), st.integers(0, 90)),
)


@given(st.lists(limits(), max_size=2), st.lists(steps, max_size=25))
def test_nobody_calls_during_a_pause_and_recorded_calls_count(
    some: list[Limit], pattern: list[tuple[str, int, Operation | int]]
) -> None:
    limiter = RateLimits(some)
    now, pause, sent = 0.0, 0.0, list[Call]()
    for what, gap, subject in pattern:
        now += gap
        if isinstance(subject, int):
            limiter.penalize("somewhere", subject, now)
            pause = max(pause, now + min(subject, LONGEST_PAUSE))
        elif what == "record":
            limiter.record(subject, now=now)
            sent.append(Call(now, subject))
        else:
            at = now + limiter.reserve(subject, now=now)
            assert at >= pause
            sent.append(Call(at, subject))
            for limit in some:
                if limit.cost_of(subject):
                    # What was recorded was sent whether there was room or not; who asked finds room.
                    until_then = [call for call in sent if call.at <= at]
                    window = [call for call in until_then if call.at > at - limit.seconds]
                    assert sum(limit.cost_of(call.operation) for call in window) <= limit.tokens


def test_a_pause_is_for_one_venue_and_a_shorter_one_does_not_end_it() -> None:
    limiter = RateLimits.none()
    limiter.penalize("somewhere", 30, 100)
    limiter.penalize("somewhere", 1, 100)
    assert limiter.reserve(OPERATIONS[0], now=110) == 20
    assert limiter.reserve(operation("a", "elsewhere"), now=110) == 0
    assert limiter.reserve(OPERATIONS[0], now=130) == 0
    for wrong in (-1, float("nan")):
        with pytest.raises(ValueError, match="not negative"):
            limiter.penalize("somewhere", wrong, 0)


@pytest.mark.parametrize("seconds", [61, 1e9, float("inf")])
def test_no_venue_can_put_callers_to_sleep_for_good(seconds: float) -> None:
    limiter = RateLimits.none()
    limiter.penalize("somewhere", seconds, 100)
    assert limiter.reserve(OPERATIONS[0], now=100) == LONGEST_PAUSE == 60


def test_threads_share_one_count() -> None:
    limiter = RateLimits([Limit("somewhere", "calls", tokens=5, seconds=1, other=1)])
    start = threading.Barrier(16)

    def ask(_: int) -> list[float]:
        start.wait()
        return [limiter.reserve(OPERATIONS[0], now=0) for _ in range(25)]

    with ThreadPoolExecutor(16) as pool:
        waits = [wait for part in pool.map(ask, range(16)) for wait in part]
    assert sorted(waits) == [float(n // 5) for n in range(400)]


def test_a_thread_that_read_the_clock_early_and_asks_late_is_counted_with_the_others() -> None:
    limiter = RateLimits([Limit("somewhere", "calls", tokens=1, seconds=10, other=1)])
    assert limiter.reserve(OPERATIONS[0], now=0) == 0
    assert limiter.reserve(OPERATIONS[0], now=10) == 0
    assert limiter.reserve(OPERATIONS[0], now=9.5) == 10.5


def test_the_count_of_long_ago_is_forgotten() -> None:
    limiter = RateLimits([Limit("somewhere", "calls", tokens=2, seconds=1, other=1)])
    for second in range(1000):
        assert limiter.reserve(OPERATIONS[0], now=float(second)) == 0
    [window] = limiter._windows.values()
    assert len(window.paid) <= 4


class Time:
    """A clock that `sleep` moves, with something to happen during a sleep."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_who_sleeps_when_another_is_refused_gets_a_new_place_behind_the_pause() -> None:
    limiter = RateLimits([Limit("somewhere", "calls", tokens=1, seconds=10, other=1)])
    time = Time()
    assert list(limiter.waits(OPERATIONS[0], clock=time)) == []
    for number, seconds in enumerate(limiter.waits(OPERATIONS[1], clock=time)):
        time.sleep(seconds)
        if number == 0:
            limiter.penalize("somewhere", 25, time.now)
    assert time.slept == [10, 25]
    assert limiter.reserve(OPERATIONS[2], now=time.now) == 10, "the place that was given up is free again"


def test_waiting_ends_with_a_clock_that_stands_still() -> None:
    limiter = RateLimits([Limit("somewhere", "calls", tokens=1, seconds=10, other=1)])
    found = [list(limiter.waits(OPERATIONS[0], clock=lambda: 5.0)) for _ in range(3)]
    assert found == [[], [10], [20]]


def test_rabbitx_by_its_page() -> None:
    [limit] = RateLimits.for_venue("rabbitx").limits
    assert (limit.tokens, limit.seconds) == (1200, 60)
    costs = {name: limit.cost_of(found) for name, found in RABBITX_OPERATIONS.items()}
    assert costs == {
        "onboard": 100,
        "refreshJwt": 20,
        "getAccount": 20,
        "refreshSecrets": 10,
        "validateAccount": 10,
    }
    limiter = RateLimits(RABBITX)
    waits = [limiter.reserve(ONBOARD, now=1000.0 + n) for n in range(14)]
    assert waits == [0] * 12 + [48, 48]
    assert limiter.reserve(NEBULAECN["getMe"], now=0) == 0


def test_nebulaecn_is_unlimited_unless_it_is_the_newer_build() -> None:
    assert RateLimits.for_venue("nebulaecn").limits == ()
    limiter = RateLimits(NEBULAECN_31)
    assert [limiter.reserve(NEBULAECN["createSession"], now=0) for _ in range(6)] == [0] * 5 + [60]
    mixed = ["createPhone", "sendPhoneCode", "verifyPhone", "changePassword", "verifyPhone", "createPhone"]
    assert [limiter.reserve(NEBULAECN[name], now=0) for name in mixed] == [0] * 5 + [60]
    assert limiter.reserve(NEBULAECN["getMe"], now=0) == 0


def test_presets_name_operations_that_exist() -> None:
    for limit in (*RABBITX, *NEBULAECN_31):
        known = {"rabbitx": RABBITX_OPERATIONS, "nebulaecn": NEBULAECN}[limit.venue]
        assert set(limit.costs) <= set(known)


@pytest.mark.parametrize("venue", ["stokn", "nebulaecn", "tradelocker", "t4"])
def test_these_have_none_at_start(venue: str) -> None:
    assert RateLimits.for_venue(venue).limits == () == RateLimits.none().limits


def test_limits_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ConfigurationError, match="no venue 'nowhere'"):
        RateLimits.for_venue("nowhere")
    with pytest.raises(ConfigurationError, match="two limits"):
        RateLimits([Limit("t4", "x", 1, 1), Limit("t4", "x", 2, 1)])
    for tokens, seconds, costs, other in [
        (0, 1, {}, 0),
        (1, 0, {}, 0),
        (1, float("nan"), {}, 0),
        (1, float("inf"), {}, 0),
        (5, 1, {"a": 6}, 0),
        (5, 1, {"a": -1}, 0),
        (5, 1, {}, 6),
    ]:
        with pytest.raises(ConfigurationError, match="limit 'x'"):
            Limit("t4", "x", tokens, seconds, costs, other)


def test_the_repr_says_what_is_limited() -> None:
    assert repr(RateLimits(RABBITX)) == "RateLimits(rabbitx: 1200 per 60 s (tokens per address))"
    assert repr(RateLimits.none()) == "RateLimits(none)"


@given(st.floats(0, 4e9), st.floats(1e-3, 1e4))
def test_a_sleeper_is_never_too_early_by_rounding(now: float, seconds: float) -> None:
    limiter = RateLimits([Limit("somewhere", "calls", tokens=1, seconds=seconds, other=1)])
    moments = [now]
    limiter.reserve(OPERATIONS[0], now=now)
    for _ in range(3):
        moments.append(now + limiter.reserve(OPERATIONS[0], now=now))
    assert all(later >= earlier + seconds for earlier, later in pairwise(moments))
