"""Recipes and clients made up for the walk: no venue and no I/O."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.runs.databases import opened
from venuekit import ConnectionFailed, VenueKitError
from venuekit.recipes.core import CaseStatus, Interaction, Recipe, mark, step
from venuekit.runs.drivers import drive, drive_async
from venuekit.runs.model import CaseDraft, Event
from venuekit.runs.walk import walk

# What the made-up operations say about a lost answer.
RETRY = {"read": "safe", "put": "idempotent", "create": "never", "login": "never", "order": "never"}
# Of which the made-up venue counts calls before it serves them.
COUNTED_FIRST = ("create",)


def lost(operation: str = "create", *, sent: bool = True) -> ConnectionFailed:
    return ConnectionFailed("the connection broke", venue="fake", operation=operation, sent=sent)


def refused(kind: type[Any], status: int, operation: str = "create") -> VenueKitError:
    error: VenueKitError = kind(f"HTTP {status}", venue="fake", operation=operation, status=status)
    return error


def question(name: str = "code") -> Interaction:
    return Interaction(
        venue="fake", name=name, kind="sms", mode="form", prompt="The code", applicant="jane@example.com"
    )


class Client:
    """Answers calls from a script: operation → outcomes, the last one again and again."""

    def __init__(self, is_async: bool, script: dict[str, list[Any]]) -> None:
        self._is_async = is_async
        self._script = script
        self.calls: list[str] = []
        self.token = ""

    def call(self, operation: str) -> Any:
        self.calls.append(operation)
        outcomes = self._script.get(operation, [f"{operation} done"])
        outcome = outcomes.pop(0) if len(outcomes) > 1 else outcomes[0]

        def finish() -> Any:
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        async def finish_later() -> Any:
            await asyncio.sleep(0)
            return finish()

        return finish_later() if self._is_async else finish()


class Walked:
    """What came of a walk."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.draft = CaseDraft("fake")
        self.events: list[Event] = []
        self.asked: list[Interaction] = []
        self.slept: list[float] = []

    @property
    def steps(self) -> list[tuple[str, str]]:
        return [(record.name, record.status) for record in self.draft.steps]

    @property
    def kinds(self) -> list[str]:
        return [event.kind for event in self.events]


Run = Callable[..., Walked]


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Every database file is closed, also by a test that has failed: Python 3.13 warns of each that is not."""
    yield
    while opened:
        opened.pop().close()


@pytest.fixture(params=["sync", "async"])
def run(request: pytest.FixtureRequest) -> Run:
    """`run(recipe, script, answers)` walks with the synchronous or the asynchronous driver."""
    is_async = request.param == "async"

    def run_it(
        recipe: Recipe[None],
        script: dict[str, list[Any]] | None = None,
        answers: list[str | None] | None = None,
    ) -> Walked:
        walked = Walked(Client(is_async, script or {}))
        given = list(answers or [])

        def answer(interaction: Interaction) -> str | None:
            walked.asked.append(interaction)
            return given.pop(0)

        async def answer_later(interaction: Interaction) -> str | None:
            await asyncio.sleep(0)
            return answer(interaction)

        steps = walk(
            recipe,
            walked.draft,
            retry_class=RETRY.__getitem__,
            counted_first=COUNTED_FIRST.__contains__,
            on_event=walked.events.append,
            ticks=lambda: 1.0,
        )
        if is_async:
            asyncio.run(drive_async(steps, walked.client, answer_later))
        else:
            drive(steps, walked.client, answer, walked.slept.append)
        return walked

    return run_it


def call(operation: str) -> Callable[[Client], Any]:
    return lambda client: client.call(operation)


def plain(*operations: str) -> Recipe[None]:
    for operation in operations:
        yield from step(f"do-{operation}", operation, call(operation))
    yield from mark(CaseStatus.ACTIVE, "ENABLED")
