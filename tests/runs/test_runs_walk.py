"""Walking a recipe, with recipes and clients made up for it: no venue and no I/O."""

from __future__ import annotations

import anyio
import pytest

from tests.runs.conftest import RETRY, Client, Run, call, lost, plain, question, refused
from venuekit import (
    AuthenticationError,
    ConfigurationError,
    ConflictError,
    ConnectionFailed,
    RejectedError,
    SecretText,
    TimedOut,
    UnavailableError,
    UnexpectedAnswer,
    VenueKitError,
)
from venuekit.recipes.core import (
    CaseRejected,
    CaseStatus,
    Interaction,
    Recipe,
    ask,
    keep,
    mark,
    pause,
    step,
    use,
)
from venuekit.runs.drivers import drive
from venuekit.runs.model import CaseDraft
from venuekit.runs.walk import walk

# The straight way.


def test_a_recipe_gets_results_and_leaves_a_record(run: Run) -> None:
    seen: list[object] = []

    def recipe() -> Recipe[None]:
        seen.append((yield from step("make", "create", call("create"))))
        seen.append((yield from ask(question())))
        yield from keep(api_key="k-123", nothing=None, empty="")
        yield from mark(CaseStatus.APPROVED, "OK")

        def adopt(client: Client) -> None:
            client.token = "t"

        yield from use(adopt)
        seen.append((yield from step("look", "read", call("read"))))
        yield from mark(CaseStatus.ACTIVE, "ENABLED")

    walked = run(recipe(), {"create": ["made"]}, ["  1234 \n"])

    assert seen == ["made", "1234", "read done"]
    assert walked.steps == [("make", "done"), ("code", "done"), ("look", "done")]
    assert (walked.draft.status, walked.draft.raw_status) == (CaseStatus.ACTIVE, "ENABLED")
    assert walked.draft.credentials == {"api_key": SecretText("k-123")}
    assert walked.draft.error is None and walked.draft.waiting is None
    assert walked.client.token == "t"
    assert walked.kinds == [
        "step_started",
        "step_done",
        "waiting",
        "answered",
        "status",
        "step_started",
        "step_done",
        "status",
        "finished",
    ]
    assert [record.operation for record in walked.draft.steps] == ["create", None, "read"]


def test_an_event_never_holds_a_secret(run: Run) -> None:
    def recipe() -> Recipe[None]:
        code = yield from ask(question())
        yield from keep(secret=f"secret-{code}")
        yield from mark(CaseStatus.ACTIVE)

    walked = run(recipe(), answers=["98765432"])

    assert "98765432" not in repr(walked.events) + repr(walked.draft)


def test_credentials_are_put_away_before_the_next_step(run: Run) -> None:
    def recipe() -> Recipe[None]:
        yield from step("make", "create", call("create"))
        yield from keep(api_key="k-123")
        yield from step("prove", "read", call("read"))
        yield from mark(CaseStatus.ACTIVE)

    walked = run(recipe(), {"read": [refused(UnavailableError, 503, "read")]})

    assert walked.draft.status is CaseStatus.FAILED
    assert walked.draft.credentials["api_key"].reveal() == "k-123"
    assert walked.steps == [("make", "done"), ("prove", "failed")]


# Errors.


def test_an_error_is_raised_where_the_recipe_waits(run: Run) -> None:
    def recipe() -> Recipe[None]:
        try:
            yield from step("make", "create", call("create"))
        except ConflictError as error:
            assert error.status == 409
            yield from step("log-in", "read", call("read"))
        yield from mark(CaseStatus.ACTIVE)

    walked = run(recipe(), {"create": [refused(ConflictError, 409)]})

    assert walked.draft.status is CaseStatus.ACTIVE
    assert walked.steps == [("make", "failed"), ("log-in", "done")]


@pytest.mark.parametrize(
    "error",
    [
        refused(RejectedError, 422),
        refused(AuthenticationError, 401),
        refused(ConflictError, 409),
        ConfigurationError("no"),
        lost(sent=False),
        TimedOut("no connection in time", venue="fake", operation="create", sent=False),
        refused(UnexpectedAnswer, 302),
        refused(UnexpectedAnswer, 403),
    ],
)
def test_a_certain_failure_ends_the_case(run: Run, error: VenueKitError) -> None:
    """Also of a call that must never be repeated: it is known that it had no effect."""
    walked = run(plain("create", "read"), {"create": [error]})

    assert walked.draft.status is CaseStatus.FAILED
    assert walked.draft.error is error
    assert walked.client.calls == ["create"]
    assert walked.kinds == ["step_started", "step_failed", "finished"]


def test_a_rejection_by_the_venue_is_no_failure(run: Run) -> None:
    def recipe() -> Recipe[None]:
        yield from mark(CaseStatus.IN_REVIEW)
        raise CaseRejected("the documents were rejected", venue="fake", operation="read")

    walked = run(recipe())

    assert walked.draft.status is CaseStatus.REJECTED
    assert "documents" in str(walked.draft.error)


def test_a_bug_is_not_hidden(run: Run) -> None:
    """The walk passes it on; `onboard` turns it into a failed case of one venue."""

    def recipe() -> Recipe[None]:
        yield from step("make", "create", call("create"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(recipe())


# Waiting.


def test_a_case_pauses_when_nobody_answers(run: Run) -> None:
    closed: list[bool] = []

    def recipe() -> Recipe[None]:
        try:
            yield from step("make", "create", call("create"))
            yield from keep(user="jane")
            yield from ask(question())
            yield from step("never", "read", call("read"))
        finally:
            closed.append(True)

    walked = run(recipe(), answers=[None])

    assert walked.draft.status is CaseStatus.ACTION_REQUIRED
    assert walked.draft.waiting == question()
    assert walked.draft.error is None
    assert walked.steps == [("make", "done"), ("code", "waiting")]
    assert walked.draft.credentials["user"].reveal() == "jane"
    assert closed == [True]
    assert walked.client.calls == ["create"]


def test_a_wrong_code_is_asked_again(run: Run) -> None:
    def recipe() -> Recipe[None]:
        for attempt in (1, 2):
            yield from ask(question(f"code-{attempt}"))
            try:
                yield from step(f"check-{attempt}", "put", call("put"))
                break
            except RejectedError:
                continue
        yield from mark(CaseStatus.ACTIVE)

    walked = run(recipe(), {"put": [refused(RejectedError, 422, "put"), "ok"]}, ["1", "2"])

    assert walked.draft.status is CaseStatus.ACTIVE
    assert [interaction.name for interaction in walked.asked] == ["code-1", "code-2"]


def test_a_pause_is_slept_and_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    sleep = anyio.sleep

    async def sleep_at_once(seconds: float) -> None:
        if seconds:
            slept.append(seconds)
        await sleep(0)

    def recipe() -> Recipe[None]:
        yield from pause(30.0, "every code was used")
        yield from mark(CaseStatus.ACTIVE)

    monkeypatch.setattr(anyio, "sleep", sleep_at_once)
    walked = run(recipe())

    assert walked.slept + slept == [30.0]
    assert ("pausing", "30 s: every code was used") in [(event.kind, event.detail) for event in walked.events]


def test_an_answerer_may_fail_like_a_venue(run: Run) -> None:
    """The autopilot of the demo raises a VenueError when the sandbox's control plane is gone."""

    def recipe() -> Recipe[None]:
        yield from ask(question())

    def explode(interaction: Interaction) -> str:
        raise lost("", sent=False)

    draft = CaseDraft("fake")
    drive(
        walk(recipe(), draft, retry_class=RETRY.__getitem__, counted_first=bool, on_event=lambda event: None),
        object(),
        explode,
        lambda seconds: None,
    )

    assert draft.status is CaseStatus.FAILED
    assert isinstance(draft.error, ConnectionFailed)
