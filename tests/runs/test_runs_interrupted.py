"""Ctrl-C and cancellation: no further call is made, and no credential is lost."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.playground import PATIENCE, Playground
from tests.recipes.harness import in_process
from venuekit import SecretText
from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.runs import Event, Interrupted, onboard, onboard_async
from venuekit.runs.gate import Gate, Stop, Stopped
from venuekit_schemas.dossier import Dossier

_SECONDS = 300.0


@pytest.fixture(autouse=True)
def ctrl_c() -> Iterator[None]:
    """Whoever runs the tests in the background may have told its children to ignore Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def press_ctrl_c() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def stopped(stop: Stop) -> bool:
    """Whether no case makes another call."""
    try:
        stop.check()
    except Stopped:
        return True
    return False


class Kept:
    """Writes down what a run yields, as a store of the caller would."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Mapping[str, SecretText]]] = []

    def __call__(self, venue: str, credentials: Mapping[str, SecretText]) -> None:
        self.calls.append((venue, credentials))

    def of(self, venue: str) -> Mapping[str, SecretText]:
        return [credentials for name, credentials in self.calls if name == venue][-1]


def test_ctrl_c_at_a_question(dossier: Dossier, playground: Playground) -> None:
    """Credentials of the finished case and of the open one are in the exception, and nothing is called afterwards."""
    released = threading.Event()
    person = playground.person()
    events: list[Event] = []
    kept = Kept()

    def answer(interaction: Interaction) -> str | None:
        if interaction.kind != "kyc":
            return person(interaction)
        press_ctrl_c()
        released.wait(_SECONDS)
        return person(interaction)

    try:
        with pytest.raises(KeyboardInterrupt) as caught:
            onboard(
                dossier,
                answer=answer,
                venues=["nebulaecn"],
                urls=playground.urls,
                timeout=PATIENCE,
                on_event=events.append,
                on_credentials=kept,
            )
        assert isinstance(caught.value, Interrupted)
        [case] = caught.value.run.cases
        assert "password" in case.credentials
        assert case.credentials == kept.of("nebulaecn")
        assert case.error is None
        assert case.status not in (CaseStatus.ACTIVE, CaseStatus.FAILED)
        assert case.steps[-1].status == "done"
        before = len(events)
    finally:
        released.set()
    _thread("nebulaecn").join(_SECONDS)
    assert [event for event in events[before:] if event.kind == "step_done"] == []
    assert "finished" not in [event.kind for event in events]


def test_what_a_call_under_way_yields_is_kept(
    dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the middle of the call that makes the user: its answer comes, and is put away."""
    told: list[Stop] = []
    apps = in_process(playground)
    real: Any = apps["t4"]
    now = Stop.now

    def tell(stop: Stop, *, grace: float) -> None:
        told.append(stop)
        # However slow the machine is.
        now(stop, grace=100 * grace)

    monkeypatch.setattr(Stop, "now", tell)

    async def slow(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "http" and scope["path"].endswith("/onboarding"):
            press_ctrl_c()
            while not (told and stopped(told[0])):
                await asyncio.sleep(0.01)
        await real(scope, receive, send)

    with pytest.raises(Interrupted) as caught:
        onboard(dossier, answer=playground.person(), venues=["t4"], apps={"t4": slow}, timeout=PATIENCE)

    case = caught.value.run.case("t4")
    assert len(told) == 1
    assert {"user_id", "account_id", "password"} <= set(case.credentials)
    assert [step.operation for step in case.steps] == ["onboardUser"]


def test_cancelling_the_asynchronous_twin(dossier: Dossier, playground: Playground) -> None:
    """Whatever the cases have yielded was handed over; nothing goes on in the background."""
    kept = Kept()
    events: list[Event] = []

    async def main() -> None:
        asked = asyncio.Event()

        async def answer(interaction: Interaction) -> str | None:
            asked.set()
            await asyncio.sleep(_SECONDS)
            raise AssertionError("nobody answers")

        running = asyncio.create_task(
            onboard_async(
                dossier,
                answer=answer,
                venues=["t4"],
                urls=playground.urls,
                timeout=PATIENCE,
                on_event=events.append,
                on_credentials=kept,
            )
        )
        await asked.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running

    asyncio.run(main())
    assert {"user_id", "password"} <= set(kept.of("t4"))
    assert events[-1].kind == "waiting"


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_credentials_are_handed_over_as_they_come(
    mode: str, dossier: Dossier, playground: Playground
) -> None:
    kept = Kept()
    options: dict[str, Any] = {
        "venues": ["stokn", "tradelocker"],
        "urls": playground.urls,
        "timeout": PATIENCE,
        "on_credentials": kept,
    }
    person = playground.person()
    if mode == "sync":
        run = onboard(dossier, answer=person, **options)
    else:
        run = asyncio.run(onboard_async(dossier, answer=person.answer, **options))
    for case in run.cases:
        grown = [set(credentials) for venue, credentials in kept.calls if venue == case.venue]
        assert all(one < other for one, other in itertools.pairwise(grown))
        assert len(grown) >= 2
        assert kept.of(case.venue) == case.credentials


def test_impatience() -> None:
    """A call that does not end holds up nobody longer than the grace."""
    stop = Stop()
    gate = Gate("t4", stop)
    gate.enter(calling=True)
    started = time.monotonic()
    stop.now(grace=0.05)
    assert time.monotonic() - started > 0.04
    with pytest.raises(Stopped):
        gate.enter(calling=False)
    stop.now(grace=_SECONDS)
    assert time.monotonic() - started < _SECONDS / 2


def _thread(name: str) -> threading.Thread:
    for thread in threading.enumerate():
        if thread.name == name:
            return thread
    return threading.Thread()
