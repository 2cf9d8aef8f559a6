"""What is done with accounts that are there, from the command line: checked, rotated, reset, connected, revoked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.cli.conftest import Command, Edit, url_options
from tests.cli.test_cli_terminal import Terminal
from tests.playground import Playground
from venuekit import runs as durable
from venuekit.recipes.dossier import load_dossier
from venuekit.runs import Runs

VENUES = ["nebulaecn", "tradelocker"]


@pytest.fixture
def opened(own_database: str, server: Any, edit: Edit) -> Iterator[Runs]:
    """The run `jane`, with two accounts."""
    playground = Playground(server)
    dossier = edit()
    with durable.open(own_database) as runs:
        run = runs.submit(
            load_dossier(dossier), run="jane", venues=VENUES, urls=playground.urls, folder=dossier.parent
        )
        assert runs.work(run, answer=playground.person()).active
        server.sandbox.world.clock.advance(120)
        yield runs


def secrets_of(runs: Runs) -> set[str]:
    names = ("password", "totp_secret", "api_key", "api_secret", "access_token", "refresh_token")
    held = runs.credentials("jane")
    return {held[venue][name].reveal() for venue in held for name in names if name in held[venue]}


def states(document: Any) -> dict[str, str]:
    return {f["credential"]: f["state"] for check in document["checks"] for f in check["health"]}


def test_rotated_and_checked(command: Command, opened: Runs) -> None:
    before = secrets_of(opened)
    health = command("health", "--json")
    assert (health.code, health.document["broken"]) == (0, False)
    assert {(c["run"], c["venue"]) for c in health.document["checks"]} == {
        ("jane", venue) for venue in VENUES
    }
    assert states(health.document)["api_key"] == states(health.document)["access_token"] == "works"

    rotated = command("rotate", "jane", "--json")
    assert rotated.code == 0, rotated.err
    assert [case["status"] for case in rotated.document["cases"]] == ["active"] * 2
    after = secrets_of(opened)
    # The password, which is the same at both venues, and the secret of the second factor stay.
    assert len(before & after) == 2 and len(after) == len(before)
    clear = command("credentials", "jane", "--reveal", "--json").document
    assert clear == command("credentials", rotated.document["run"], "--reveal", "--json").document
    assert clear["nebulaecn"]["api_key"] in after

    table = command("health", "jane")
    assert table.code == 0 and "a code would be used up" in table.out
    listed = command("runs", "--json").document["runs"]
    assert [(run["recipe"], run["source_run"]) for run in listed] == [
        ("health", "jane"), ("rotate", "jane"), ("health", "jane"), ("onboard", None)
    ]  # fmt: skip
    shown = command("runs")
    assert "rotate of jane" in shown.out
    for outcome in (health, rotated, table, shown, command("show", rotated.document["run"], "--timeline")):
        assert not [secret for secret in before | after if secret in outcome.out + outcome.err]


def test_what_is_broken_is_said_with_its_reason(command: Command, opened: Runs) -> None:
    opened.ledger.put("jane", "tradelocker", {"access_token": "a.b.c"}, 0.0)
    health = command("health")
    assert health.code == 4
    assert "refused" in health.out and "AuthenticationError (HTTP 401)" in health.out
    only = command("health", "jane", "-v", "nebulaecn", "--json")
    assert (only.code, only.document["broken"]) == (0, False)
    shown = command("show", only.document["checks"][0]["check"], "--json").document
    assert [f["credential"] for f in shown["cases"][0]["health"]] == [
        "api_key",
        "api_secret",
        "password",
        "totp_secret",
    ]
    # Rotating mends it: the refresh token is good.
    assert command("rotate", "jane", "-v", "tradelocker").code == 0
    mended = command("health", "--json")
    assert mended.code == 0, mended.out
    opened.ledger.put("jane", "nebulaecn", {"api_secret": "wrong"}, 0.0)
    assert states(command("health", "--json").document)["api_secret"] == "refused"


def test_a_password_is_reset_with_a_code_from_another_process(
    command: Command, opened: Runs, server: Any
) -> None:
    before = opened.credentials("jane")["nebulaecn"]["password"].reveal()
    assert command("reset-password", "jane").code == 2, "there is nobody to ask whether to"
    paused = command("reset-password", "jane", "--yes", "--json")
    assert paused.code == 10, paused.err
    run = paused.document["run"]
    assert paused.document["cases"][0]["waiting"]["name"] == "reset-token"
    pending = opened.credentials("jane")["nebulaecn"]["pending_password"].reveal()
    token = Playground(server).messages(venue="nebulaecn")[-1]["code"]
    assert command("answer", run, "reset-token", token).code == 0
    # The same command goes on with it.
    ended = command("reset-password", "jane", "--yes", "--json")
    assert (ended.code, ended.document["run"]) == (0, run), ended.err
    held = opened.credentials("jane")["nebulaecn"]
    assert held["password"].reveal() == pending != before and "pending_password" not in held
    for outcome in (paused, ended):
        assert not [s for s in (before, pending, token) if s in outcome.out + outcome.err]
    connected = command("connect", "--from", "jane", "-v", "nebulaecn", "--json")
    assert connected.code == 0, connected.err


def test_revoked(command: Command, opened: Runs) -> None:
    assert command("revoke", "jane").code == 2
    old = {name: opened.credentials("jane")["nebulaecn"][name].reveal() for name in ("api_key", "api_secret")}
    detached = command("revoke", "jane", "--yes", "--detach", "--json")
    assert (detached.code, detached.document["recipe"]) == (0, "revoke")
    ended = command("revoke", "jane", "--yes", "--json")
    assert (ended.code, ended.document["run"]) == (0, detached.document["run"]), ended.err
    assert {case["status"] for case in ended.document["cases"]} == {"closed"}
    assert ended.case("nebulaecn")["raw_status"] == "the API key is deleted"
    assert ended.case("tradelocker")["raw_status"].startswith("nothing revoked")
    assert "api_key" not in opened.credentials("jane")["nebulaecn"]
    opened.ledger.put("jane", "nebulaecn", old, 0.0)
    assert states(command("health", "-v", "nebulaecn", "--json").document)["api_key"] == "refused"


def test_the_terminal_asks_before_it_revokes(opened: Runs) -> None:
    terminal = Terminal("revoke", "jane", "-v", "tradelocker")
    try:
        assert terminal.until(r"for good: run jane, tradelocker\? \[y/N\]:")
        terminal.type("n\n")
        terminal.end()
        terminal.until("never")
        assert terminal.process.returncode == 1
        assert "nothing was sent" in terminal.seen
    finally:
        terminal.close()
    assert [run.id for run in opened.all()] == ["jane"]


def test_connected_from_a_dossier(command: Command, edit: Edit, urls: dict[str, str], opened: Runs) -> None:
    dossier = edit()
    connected = command(
        "connect", dossier, "-v", "tradelocker", "--run", "mine", "--json", *url_options(urls)
    )
    assert connected.code == 0, connected.err
    assert command("health", "mine").code == 0
    assert command("connect", dossier, "--from", "jane").code == 2
    assert command("connect").code == 2


def test_runs_without_credentials(command: Command, edit: Edit, urls: dict[str, str]) -> None:
    empty = command("health", "--json")
    assert (empty.code, empty.document) == (0, {"checks": [], "broken": False})
    command("onboard", edit(), "--run", "new", "-v", "tradelocker", "--detach", *url_options(urls))
    for name in ("rotate", "health"):
        refused = command(name, "new", "--json")
        assert refused.code == 3 and "no credentials" in refused.document["error"]["message"]
    assert command("rotate", "nowhere").code == 3
