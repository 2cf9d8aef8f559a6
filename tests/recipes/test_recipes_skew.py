"""A wrong clock costs RabbitX's sign-in one more signature, and no more."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from tests.playground import Playground
from venuekit import ClockSkewError
from venuekit.recipes.dossier import load_dossier
from venuekit.runs import Run, onboard, onboard_async

DOSSIER = Path(__file__).parents[2] / "examples" / "dossier.yaml"


def sign_in(mode: str, playground: Playground) -> Run:
    dossier = load_dossier(DOSSIER)
    person = playground.person()
    if mode == "sync":
        return onboard(dossier, venues=["rabbitx"], urls=playground.urls, answer=person)
    return asyncio.run(onboard_async(dossier, venues=["rabbitx"], urls=playground.urls, answer=person.answer))


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_the_second_signature_has_the_venues_time(mode: str, playground: Playground) -> None:
    playground.tell("clock", {"advance": 5000})
    case = sign_in(mode, playground).case("rabbitx")
    assert (str(case.status), case.error) == ("active", None)
    assert [(step.name, step.status) for step in case.steps] == [
        ("sign-in", "failed"),
        ("sign-in#2", "done"),
        ("prove-credentials", "done"),
    ]


def test_a_clock_beyond_repair_is_named(playground: Playground) -> None:
    playground.tell("clock", {"freeze": time.time() + 30 * 86_400})
    case = sign_in("sync", playground).case("rabbitx")
    assert isinstance(case.error, ClockSkewError)
    assert [step.name for step in case.steps] == ["sign-in", "sign-in#2"]
