"""Durable runs of the other recipes: they find the credentials of the run before, and theirs go before those."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import venuekit.runs
from tests.playground import Playground
from venuekit import ConfigurationError
from venuekit.runs import CaseStatus, Runs
from venuekit.runs.durable import care
from venuekit.runs.durable.service import dossier_document
from venuekit_schemas.dossier import Dossier

KEY = "A" * 43 + "="


@pytest.fixture
def runs(tmp_path: Path) -> Iterator[Runs]:
    with venuekit.runs.open(f"sqlite:///{tmp_path}/runs.sqlite", key=KEY) as found:
        yield found


def submit(
    runs: Runs, dossier: Dossier, playground: Playground, run: str, recipe: str, source: str | None
) -> str:
    """What `Runs.submit` does, for another recipe than onboarding."""
    runs.ledger.create(
        run,
        applicant=dossier.applicant.reference,
        dossier=dossier_document(dossier),
        options={
            "env": "sandbox",
            "urls": dict(playground.urls),
            "folder": "examples",
            **care.care_options(runs.ledger, recipe, source),
        },
        venues=["tradelocker"],
        version="0",
        now=runs._clock(),
    )
    return run


def finish(runs: Runs, run: str) -> CaseStatus:
    found = runs.wait(run, timeout=60)
    assert found.settled
    (case,) = found.cases
    assert case.error is None, case.error
    return case.status


def test_a_chain_of_runs_hands_credentials_on(runs: Runs, dossier: Dossier, playground: Playground) -> None:
    first = runs.submit(dossier, run="open", venues=["tradelocker"], urls=playground.urls)
    with runs.worker():
        assert finish(runs, first) is CaseStatus.ACTIVE
        submit(runs, dossier, playground, "rotate-1", "rotate", "open")
        assert finish(runs, "rotate-1") is CaseStatus.ACTIVE
        submit(runs, dossier, playground, "rotate-2", "rotate", "rotate-1")
        assert finish(runs, "rotate-2") is CaseStatus.ACTIVE
        submit(runs, dossier, playground, "health-1", "health", "rotate-2")
        assert finish(runs, "health-1") is CaseStatus.ACTIVE

    opened, now = (
        care.current(runs.ledger, "open", "tradelocker"),
        care.current(runs.ledger, "health-1", "tradelocker"),
    )
    assert opened["refresh_token"] != now["refresh_token"]
    assert opened["account_id"] == now["account_id"]
    states = {f.credential: f.state for f in care.health(runs.ledger, "health-1")["tradelocker"]}
    assert states == {
        "access_token": "works",
        "account_id": "works",
        "account_number": "works",
        "refresh_token": "unchecked",
    }
    steps = [event.step for event in runs.events("rotate-2") if event.kind == "sent"]
    assert steps == ["refresh-tokens", "prove-tokens"], "the refresh token of the run before was good"


def test_history_of_a_password_reset_holds_no_password(
    runs: Runs, dossier: Dossier, playground: Playground, tmp_path: Path
) -> None:
    runs.ledger.create(
        "reset",
        applicant="a",
        dossier=dossier_document(dossier),
        options={"urls": dict(playground.urls), "folder": "examples", "recipe": "reset-password"},
        venues=["nebulaecn"],
        version="0",
        now=runs._clock(),
    )
    with runs.worker():
        found = runs.wait("reset", timeout=60)

    assert found.cases[0].waiting and found.cases[0].waiting.name == "reset-token"
    password = runs.ledger.credentials("reset", "nebulaecn")["pending_password"]
    assert len(password) == 24
    assert password not in json.dumps([repr(event) for event in runs.events("reset")])
    for path in tmp_path.iterdir():
        assert password.encode() not in path.read_bytes()


def test_unknown_recipes_and_runs_are_refused(runs: Runs) -> None:
    with pytest.raises(ConfigurationError, match="unknown recipe"):
        care.care_options(runs.ledger, "polish", None)
    with pytest.raises(ConfigurationError, match="there is no run nowhere"):
        care.care_options(runs.ledger, "rotate", "nowhere")
    assert care.care_options(runs.ledger, "onboard", None) == {}
