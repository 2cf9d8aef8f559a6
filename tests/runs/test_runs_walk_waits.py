"""What makes a walk wait: a decision that is not there yet, and a venue that wants fewer calls."""

from __future__ import annotations

import pytest

from tests.runs.conftest import Run, call, lost, plain, question
from venuekit import AmbiguousOutcome, RateLimitedError
from venuekit.recipes.core import CaseStatus, Recipe, mark, pause, step, wait


def limited(retry_after: float | None = 2.0, operation: str = "create") -> RateLimitedError:
    error = RateLimitedError("HTTP 429", venue="fake", operation=operation, status=429)
    error.retry_after = retry_after
    return error


def test_what_is_not_decided_yet_waits(run: Run) -> None:
    closed: list[str] = []

    def recipe() -> Recipe[None]:
        yield from mark(CaseStatus.IN_REVIEW)
        try:
            yield from wait(question("review#21"))
            yield from step("never", "create", call("create"))
        finally:
            closed.append("closed")

    walked = run(recipe())

    assert walked.draft.status is CaseStatus.ACTION_REQUIRED
    assert walked.draft.error is None
    assert walked.draft.waiting == question("review#21")
    assert walked.steps == [("review#21", "waiting")]
    assert walked.asked == [], "nobody is asked once more"
    assert closed == ["closed"]
    assert walked.client.calls == []
    assert walked.kinds[-2:] == ["waiting", "finished"]


@pytest.mark.parametrize(("retry_after", "slept"), [(2.0, 2.0), (0.25, 0.25), (None, 5.0)])
def test_a_call_that_was_not_served_is_made_again(
    run: Run, retry_after: float | None, slept: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    naps = _naps(monkeypatch)

    walked = run(plain("create"), {"create": [limited(retry_after), limited(retry_after), "made"]})

    assert walked.draft.status is CaseStatus.ACTIVE
    assert walked.client.calls == ["create"] * 3
    assert walked.slept + naps == [slept, slept]
    assert walked.kinds.count("pausing") == 2
    assert walked.steps == [("do-create", "done")]


def test_where_nobody_says_that_a_refused_call_had_no_effect_it_is_not_made_again(run: Run) -> None:
    walked = run(plain("order"), {"order": [limited(operation="order"), AssertionError("sent twice")]})

    assert walked.draft.status is CaseStatus.FAILED
    assert isinstance(walked.draft.error, RateLimitedError)
    assert walked.client.calls == ["order"]


def test_a_log_in_that_was_refused_lets_the_call_be_made(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _naps(monkeypatch)

    walked = run(plain("order"), {"order": [limited(operation="login"), "made"]})

    assert walked.draft.status is CaseStatus.ACTIVE
    assert walked.client.calls == ["order"] * 2


def test_not_for_ever(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _naps(monkeypatch)

    walked = run(plain("create"), {"create": [limited()]})

    assert walked.draft.status is CaseStatus.FAILED
    assert isinstance(walked.draft.error, RateLimitedError)
    assert walked.client.calls == ["create"] * 3


@pytest.mark.parametrize(("operation", "seconds"), [("create", 61.0), ("read", 1.0), ("put", 1.0)])
def test_long_waits_and_what_the_client_repeats_itself(run: Run, operation: str, seconds: float) -> None:
    walked = run(plain(operation), {operation: [limited(seconds, operation)]})

    assert walked.draft.status is CaseStatus.FAILED
    assert walked.client.calls == [operation]


def test_an_answer_that_is_lost_after_a_limit_is_in_doubt(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _naps(monkeypatch)

    walked = run(plain("create"), {"create": [limited(), lost(), AssertionError("sent twice")]})

    assert isinstance(walked.draft.error, AmbiguousOutcome)
    assert walked.client.calls == ["create"] * 2


def test_a_look_up_may_pause(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    naps = _naps(monkeypatch)

    def find() -> Recipe[object]:
        yield from pause(30.0, "every code was used")
        return (yield from step("look-up", "read", call("read")))

    def recipe() -> Recipe[None]:
        yield from step("make", "create", call("create"), find=find)
        yield from mark(CaseStatus.ACTIVE)

    walked = run(recipe(), {"create": [lost()]})

    assert walked.draft.status is CaseStatus.ACTIVE
    assert walked.slept + naps == [30.0]


def _naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the asynchronous driver sleeps, without the waiting."""
    import anyio

    real = anyio.sleep
    naps: list[float] = []

    async def sleep(seconds: float) -> None:
        # Others on the event loop look around in shorter steps than a walk ever waits.
        if seconds > 0.1:
            naps.append(seconds)
        await real(0)

    monkeypatch.setattr(anyio, "sleep", sleep)
    return naps
