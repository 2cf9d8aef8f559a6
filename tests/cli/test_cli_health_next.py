"""`venuekit health` says what mends a credential that was refused, and it does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command, Edit, url_options
from tests.playground import VENUES, Playground
from venuekit import runs as durable
from venuekit.recipes.dossier import load_dossier
from venuekit.runs import Runs


@pytest.fixture
def dossier(edit: Edit, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STOKN_SECRET", "sandbox-secret")
    return edit(("client_secret: sandbox-secret", "client_secret: env:STOKN_SECRET"))


@pytest.fixture
def opened(own_database: str, server: Any, dossier: Path) -> Iterator[Runs]:
    """The run `jane`, with five accounts."""
    playground = Playground(server)
    with durable.open(own_database) as runs:
        runs.submit(load_dossier(dossier), run="jane", urls=playground.urls, folder=dossier.parent)
        assert runs.work("jane", answer=playground.person()).active
        server.sandbox.world.clock.advance(120)
        yield runs


def nexts(document: Any) -> dict[tuple[str, str], str]:
    """What to do, by venue and credential."""
    return {
        (check["venue"], found["credential"]): found["next"]
        for check in document["checks"]
        for found in check["health"]
        if found["next"]
    }


def test_the_next_step_mends_it(command: Command, opened: Runs, dossier: Path, urls: dict[str, str]) -> None:
    well = command("health", "jane", "--json")
    assert (well.code, nexts(well.document)) == (0, {})
    for venue, broken in (
        ("rabbitx", {"api_key": "0" * 64}),
        ("stokn", {"access_token": "a.b.c"}),
        ("nebulaecn", {"api_secret": "wrong"}),
        ("tradelocker", {"access_token": "a.b.c"}),
        ("t4", {"token": "a.b.c"}),
    ):
        opened.ledger.put("jane", venue, broken, 0.0)
    found = command("health", "jane", "--json")
    assert found.code == 4
    told = nexts(found.document)
    assert {venue for venue, _ in told} == set(VENUES)
    rotate = {
        venue: f"venuekit rotate jane --venue {venue}"
        for venue in ("stokn", "nebulaecn", "tradelocker", "t4")
    }
    assert told["nebulaecn", "api_key"] == rotate["nebulaecn"]
    assert {venue: step for (venue, _), step in told.items() if venue != "rabbitx"} == rotate
    assert "venuekit onboard DOSSIER --venue rabbitx --run ID" in told["rabbitx", "api_key"]
    table = command("health", "jane")
    for venue, step in rotate.items():
        assert table.err.count(f"jane {venue}: next: {step}\n") == 1
    assert "AuthenticationError (HTTP 401)" in table.out
    for step in rotate.values():
        mended = command(*step.split()[1:])
        assert mended.code == 0, mended.err
    # A dead key pair cannot be renewed, and the wallet signs in to the same account.
    assert command("rotate", "jane", "--venue", "rabbitx").code == 4
    again = ("onboard", dossier, "--venue", "rabbitx", "--run", "jane-2", *url_options(urls))
    assert command(*again).code == 0
    held = opened.credentials
    assert held("jane-2")["rabbitx"]["wallet"] == held("jane")["rabbitx"]["wallet"]
    last = command("health", "--json")
    assert {(c["run"], c["venue"]) for c in last.document["checks"] if nexts({"checks": [c]})} == {
        ("jane", "rabbitx")
    }


def test_an_account_that_is_not_there(command: Command, opened: Runs) -> None:
    """The token is good, so that a new one would not help."""
    opened.ledger.put("jane", "tradelocker", {"account_id": "999999"}, 0.0)
    told = nexts(command("health", "jane", "-v", "tradelocker", "--json").document)
    step = "venuekit connect --from jane --venue tradelocker"
    assert told == {("tradelocker", name): step for name in ("account_id", "account_number")}
    assert command(*step.split()[1:]).code == 0
    assert command("health", "jane", "-v", "tradelocker").code == 0


def test_a_company_that_is_not_known(command: Command, opened: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    """stokn's accounts are read with a token of the company, which no applicant's log-in renews."""
    monkeypatch.setenv("STOKN_SECRET", "exchanged")
    told = nexts(command("health", "jane", "-v", "stokn", "--json").document)
    assert list(told) == [("stokn", "account_id")]
    assert told["stokn", "account_id"].startswith("look at venues.stokn.client_id and client_secret")
    monkeypatch.setenv("STOKN_SECRET", "sandbox-secret")
    assert command("health", "jane", "-v", "stokn").code == 0
