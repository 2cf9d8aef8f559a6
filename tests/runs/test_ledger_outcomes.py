"""When the outcome of a step is written: before anything else happens, or with the intent of the next step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.runs.databases import NOW, ledger_at, submit, taken
from venuekit.recipes.core import CaseStatus, Recipe, mark, pause, step
from venuekit.runs.durable.legs import walk_leg
from venuekit.runs.durable.memory import CaseMemory
from venuekit.runs.ledger import LeaseLost, Ledger, Outcome
from venuekit.runs.model import CaseDraft, Event
from venuekit.runs.walk import Act, Call


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    found = ledger_at("sqlite://")
    yield found
    found.close()


def test_nothing_else_happens_before_an_outcome_is_written(ledger: Ledger) -> None:
    """Calls, questions, pauses and the end find no other step in doubt; whoever looks on is told what is written."""

    def steps() -> Recipe[None]:
        for name in ("one", "two"):
            yield from step(name, "read", lambda client: "read")
        yield from pause(1, "why not")
        yield from step("three", "read", lambda client: "three")
        yield from mark(CaseStatus.SUBMITTED)
        yield from step("create", "create", lambda client: "made")
        yield from step("four", "read", lambda client: "four")
        raise RuntimeError("a bug")

    submit(ledger)
    lease = taken(ledger)

    def in_doubt() -> set[str]:
        events = ledger.events("r")
        ended = {event.step for event in events if event.kind == "done"}
        return {event.step for event in events if event.kind == "sent"} - ended

    told: list[str] = []

    def on_event(event: Event) -> None:
        told.append(f"{event.kind} {event.step}".strip())
        if event.kind == "step_done":
            assert event.step not in in_doubt()

    walk = walk_leg(
        steps(),
        CaseDraft("v", CaseStatus.DRAFT),
        CaseMemory(ledger, lease, lambda: NOW, told=ledger.told(lease)),
        retry_class=lambda operation: "safe" if operation == "read" else "never",
        counted_first=lambda operation: False,
        on_event=on_event,
        settle=35.0,
    )
    result, writes = None, 0
    with pytest.raises(RuntimeError):
        while True:
            demand = walk.send(result)
            result = None
            if isinstance(demand, Act):
                writes += 1
                result = demand.function()
            elif isinstance(demand, Call):
                assert len(in_doubt()) == 1, "the step that is made"
                result = demand.function(None)
            else:
                assert not in_doubt()

    assert not in_doubt()
    assert writes == 9, "an intent or outcome each, and the pause; two intents took an outcome along"
    made = [f"{kind} {name}" for name in ("one", "two") for kind in ("step_started", "step_done")]
    assert told == [
        *made,
        "pausing",
        "step_started three",
        "step_done three",
        "status",
        *(f"{kind} {name}" for name in ("create", "four") for kind in ("step_started", "step_done")),
    ]


def test_an_outcome_that_an_intent_takes_along_is_kept_of_a_cancelled_case(ledger: Ledger) -> None:
    submit(ledger)
    lease = taken(ledger)
    ledger.begin(lease, "one", "op", NOW)
    ledger.cancel("r", NOW)
    with pytest.raises(LeaseLost, match="cancelled"):
        ledger.begin(lease, "two", "op", NOW, after=Outcome("one", NOW, "done with it"))
    assert ledger.outcomes("r", "one") == {"v": "done with it"}
    assert [event.step for event in ledger.events("r") if event.kind == "sent"] == ["one"]
