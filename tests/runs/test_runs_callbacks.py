"""The caller's functions: what they raise is theirs, and costs no credential."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from tests.playground import Playground
from tests.recipes.harness import MODES, Mode, accounts, walk_dossier
from venuekit import ConfigurationError, SecretText, VenueError
from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.runs import Case, Event, onboard, onboard_async
from venuekit_schemas.dossier import Dossier


def broken(*args: object) -> Any:
    raise RuntimeError("with a-secret-value in it")


async def broken_later(*args: object) -> Any:
    raise RuntimeError("with a-secret-value in it")


def expect_failure(case: Case, message: str) -> None:
    assert case.status is CaseStatus.FAILED
    assert isinstance(case.error, VenueError)
    assert str(case.error) == message
    assert isinstance(case.error.__cause__, RuntimeError)


@pytest.mark.parametrize("mode", MODES)
def test_an_answerer_that_raises(mode: Mode, dossier: Dossier, playground: Playground) -> None:
    options: dict[str, Any] = {"venues": ["t4", "tradelocker"], "urls": playground.urls}
    if mode == "sync":
        run = onboard(dossier, answer=broken, **options)
    else:
        run = asyncio.run(onboard_async(dossier, answer=broken_later, **options))

    expect_failure(run.case("t4"), "t4: answer() raised RuntimeError")
    assert "user_id" in run.case("t4").credentials
    assert run.case("tradelocker").status is CaseStatus.ACTIVE


def test_an_error_of_ours_from_an_answerer_stands(dossier: Dossier, playground: Playground) -> None:
    def answer(interaction: Interaction) -> str | None:
        raise VenueError("the mailbox cannot be read", venue=interaction.venue)

    run = onboard(dossier, answer=answer, venues=["t4"], urls=playground.urls)
    assert str(run.case("t4").error) == "t4: the mailbox cannot be read"


def test_answerers_of_the_wrong_kind(dossier: Dossier, playground: Playground) -> None:
    person = playground.person()
    options: dict[str, Any] = {"venues": ["t4"], "urls": playground.urls}
    confused: Any = person.answer
    case = onboard(dossier, answer=confused, **options).case("t4")
    assert isinstance(case.error, ConfigurationError)
    assert "onboard_async" in str(case.error)
    playground.reset()
    confused = person
    case = asyncio.run(onboard_async(dossier, answer=confused, **options)).case("t4")
    assert isinstance(case.error, ConfigurationError)
    assert "async def" in str(case.error)
    playground.reset()
    confused = lambda interaction: 123456
    case = onboard(dossier, answer=confused, **options).case("t4")
    assert str(case.error) == "answer() gave int; text or None is expected"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", ["step_started", "step_done", "status", "waiting"])
def test_an_observer_that_raises_loses_nothing(
    mode: Mode, kind: str, dossier: Dossier, playground: Playground
) -> None:
    """The case ends before its next call, and the answer of the last one is put away."""
    seen: list[str] = []

    def observe(event: Event) -> None:
        seen.append(event.kind)
        if event.kind == kind:
            broken()

    run = walk_dossier(
        dossier, playground.person(), mode=mode, venues=["t4"], urls=playground.urls, on_event=observe
    )

    expect_failure(run.case("t4"), "t4: on_event() raised RuntimeError")
    assert seen[-1] == kind
    known = accounts(playground.server.sandbox)["t4"]
    assert ("user_id" in run.case("t4").credentials) is (known == 1)
    assert known == (0 if kind == "step_started" else 1)


def test_an_observer_that_raises_at_the_end(dossier: Dossier, playground: Playground) -> None:
    def observe(event: Event) -> None:
        if event.kind == "finished":
            broken()

    case = walk_dossier(
        dossier, playground.person(), venues=["tradelocker"], urls=playground.urls, on_event=observe
    ).cases[0]
    assert case.status is CaseStatus.ACTIVE
    assert str(case.error) == "tradelocker: on_event() raised RuntimeError"


@pytest.mark.parametrize("mode", MODES)
def test_a_store_that_raises(mode: Mode, dossier: Dossier, playground: Playground) -> None:
    """What could not be stored is in the run, and no further call yields what could not be stored either."""
    calls: list[str] = []

    def store(venue: str, credentials: Mapping[str, SecretText]) -> None:
        calls.append(venue)
        broken()

    run = walk_dossier(
        dossier,
        playground.person(),
        mode=mode,
        venues=["t4"],
        urls=playground.urls,
        on_credentials=store,
    )
    expect_failure(run.case("t4"), "t4: on_credentials() raised RuntimeError")
    assert "user_id" in run.case("t4").credentials
    assert calls == ["t4"]
