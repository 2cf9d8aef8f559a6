"""The clock moves forward only, whatever is done to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venuekit_sandbox.world import Clock

SECONDS = st.floats(min_value=0, max_value=1e6)
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("pass"), SECONDS),
        st.tuples(st.just("advance"), SECONDS),
        st.tuples(st.just("freeze"), st.just(0.0)),
        st.tuples(st.just("freeze_ahead"), SECONDS),
        st.tuples(st.just("thaw"), st.just(0.0)),
    )
)


class RealTime:
    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@given(MOVES)
def test_never_runs_backwards(moves: list[tuple[str, float]]) -> None:
    real = RealTime()
    clock = Clock(real)
    last = clock.now()
    for kind, seconds in moves:
        before = clock.now()
        match kind:
            case "pass":
                real.now += seconds
                expected = before if clock.frozen else before + seconds
            case "advance":
                clock.advance(seconds)
                expected = before + seconds
            case "freeze":
                clock.freeze()
                expected = before
            case "freeze_ahead":
                clock.freeze(before + seconds)
                expected = before + seconds
            case _:
                clock.thaw()
                expected = before
        assert clock.now() == pytest.approx(expected, abs=1e-3)
        assert clock.now() >= last - 1e-3
        last = clock.now()


@given(st.floats(max_value=-1e-3, min_value=-1e9))
def test_refuses_to_go_back(seconds: float) -> None:
    clock = Clock(RealTime())
    with pytest.raises(ValueError):
        clock.advance(seconds)
    with pytest.raises(ValueError):
        clock.freeze(clock.now() + seconds)


def test_reset_is_real_time() -> None:
    real = RealTime()
    clock = Clock(real)
    clock.advance(100)
    clock.freeze()
    real.now += 5
    clock.reset()
    assert clock.now() == real.now
    assert not clock.frozen
