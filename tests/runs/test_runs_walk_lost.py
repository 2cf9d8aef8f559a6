"""A call whose answer got lost: it is looked up, sent again at most once, or left to a person."""

from __future__ import annotations

import pytest

from tests.runs.conftest import Run, call, lost, plain, question, refused
from venuekit import (
    AmbiguousOutcome,
    AuthenticationError,
    ConnectionFailed,
    RejectedError,
    TimedOut,
    UnavailableError,
    UnexpectedAnswer,
    VenueKitError,
)
from venuekit.recipes.core import CaseStatus, Recipe, ask, mark, step

LOST = [
    lost(),
    TimedOut("no answer in time", venue="fake", operation="create", sent=True),
    refused(UnavailableError, 502),
    refused(UnavailableError, 520),
    refused(UnexpectedAnswer, 200),
    refused(UnexpectedAnswer, 204),
]


def with_find(found: list[object]) -> tuple[Recipe[None], list[object]]:
    """A recipe whose `create` can be looked up; `found` is what the look-ups say, one after the other."""
    seen: list[object] = []

    def find() -> Recipe[object]:
        yield from step("look-up", "read", call("read"))
        result = found.pop(0)
        if isinstance(result, Exception):
            raise result
        return result

    def recipe() -> Recipe[None]:
        seen.append((yield from step("make", "create", call("create"), find=find)))
        yield from step("go-on", "put", call("put"))
        yield from mark(CaseStatus.ACTIVE)

    return recipe(), seen


@pytest.mark.parametrize("error", LOST)
def test_what_was_found_stands_for_the_lost_answer(run: Run, error: VenueKitError) -> None:
    recipe, seen = with_find(["the thing"])

    walked = run(recipe, {"create": [error, AssertionError("sent twice")]})

    assert walked.draft.status is CaseStatus.ACTIVE
    assert seen == ["the thing"]
    assert walked.client.calls == ["create", "read", "put"]
    assert walked.steps == [("make/look-up", "done"), ("make", "done"), ("go-on", "done")]


@pytest.mark.parametrize("error", LOST)
def test_what_was_not_found_is_sent_again_once(run: Run, error: VenueKitError) -> None:
    recipe, seen = with_find([None])

    walked = run(recipe, {"create": [error, "made"]})

    assert walked.draft.status is CaseStatus.ACTIVE
    assert seen == ["made"]
    assert walked.client.calls == ["create", "read", "create", "put"]


def test_lost_twice_and_found_then(run: Run) -> None:
    recipe, seen = with_find([None, "the thing"])

    walked = run(recipe, {"create": [lost()]})

    assert walked.draft.status is CaseStatus.ACTIVE
    assert seen == ["the thing"]
    assert walked.client.calls == ["create", "read", "create", "read", "put"]


def test_lost_twice_and_not_found_is_not_sent_a_third_time(run: Run) -> None:
    recipe, seen = with_find([None, None])

    walked = run(recipe, {"create": [lost()]})

    assert walked.draft.status is CaseStatus.FAILED, "it is known that nothing happened"
    assert isinstance(walked.draft.error, ConnectionFailed)
    assert walked.client.calls == ["create", "read", "create", "read"]
    assert seen == []


def test_the_second_try_may_be_refused(run: Run) -> None:
    recipe, _ = with_find([None])

    walked = run(recipe, {"create": [lost(), refused(RejectedError, 422)]})

    assert walked.draft.status is CaseStatus.FAILED
    assert isinstance(walked.draft.error, RejectedError)


@pytest.mark.parametrize("error", LOST)
def test_without_a_find_it_is_ambiguous(run: Run, error: VenueKitError) -> None:
    walked = run(plain("create", "read"), {"create": [error]})

    assert walked.draft.status is CaseStatus.AMBIGUOUS
    found = walked.draft.error
    assert isinstance(found, AmbiguousOutcome)
    assert (found.venue, found.operation, found.cause) == ("fake", "create", error)
    assert "do-create" in str(found)
    assert walked.client.calls == ["create"]
    assert walked.steps == [("do-create", "failed")]


@pytest.mark.parametrize("trouble", [refused(UnavailableError, 503, "read"), lost("read", sent=False)])
def test_a_find_that_fails_leaves_it_ambiguous(run: Run, trouble: VenueKitError) -> None:
    recipe, _ = with_find(["never reached"])

    walked = run(recipe, {"create": [lost()], "read": [trouble]})

    assert walked.draft.status is CaseStatus.AMBIGUOUS
    assert isinstance(walked.draft.error, AmbiguousOutcome)
    assert walked.draft.error.cause is not trouble
    assert walked.client.calls == ["create", "read"]
    assert walked.steps == [("make/look-up", "failed"), ("make", "failed")]


def test_a_find_may_handle_the_errors_of_its_reads(run: Run) -> None:
    def find() -> Recipe[object]:
        try:
            return (yield from step("log-in", "login", call("login")))
        except AuthenticationError:
            return None

    def recipe() -> Recipe[None]:
        yield from step("make", "create", call("create"), find=find)
        yield from mark(CaseStatus.ACTIVE)

    walked = run(
        recipe(), {"create": [lost(), "made"], "login": [refused(AuthenticationError, 401, "login")]}
    )

    assert walked.draft.status is CaseStatus.ACTIVE
    assert walked.client.calls == ["create", "login", "create"]


def test_a_find_may_only_read(run: Run) -> None:
    def find() -> Recipe[None]:
        yield from ask(question())

    def recipe() -> Recipe[None]:
        yield from step("make", "create", call("create"), find=find)

    with pytest.raises(TypeError, match="only make calls"):
        run(recipe(), {"create": [lost()]})


@pytest.mark.parametrize("operation", ["read", "put"])
@pytest.mark.parametrize("kind", ["lost", "unavailable"])
def test_a_lost_answer_that_does_no_harm_is_a_failure(run: Run, operation: str, kind: str) -> None:
    error = lost(operation) if kind == "lost" else refused(UnavailableError, 502, operation)

    walked = run(plain(operation), {operation: [error]})

    assert walked.draft.status is CaseStatus.FAILED
    assert walked.draft.error is error


def test_a_step_that_is_declared_harmless_is_a_failure_too(run: Run) -> None:
    def recipe() -> Recipe[None]:
        yield from step("log-in", "login", call("login"), harmless=True)

    walked = run(recipe(), {"login": [lost("login")]})

    assert walked.draft.status is CaseStatus.FAILED


def test_an_error_of_the_auth_flow_leaves_no_doubt(run: Run) -> None:
    """The flow's own call failed before the step's call went out."""
    walked = run(plain("create"), {"create": [lost("login")]})

    assert walked.draft.status is CaseStatus.FAILED
