"""`venuekit demo`: the main job."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from venuekit.cli.commands import example_dossier
from venuekit.recipes.checks import VENUES

Command = Callable[..., Any]
Edit = Callable[..., Path]


def test_json_has_five_active_cases_and_nothing_else(command: Command) -> None:
    outcome = command("demo", "--json")
    assert outcome.code == 0, outcome.err
    cases = outcome.document["cases"]
    assert list(outcome.document) == ["cases"]
    assert [(case["venue"], case["status"]) for case in cases] == [(venue, "active") for venue in VENUES]
    for case in cases:
        assert case["error"] is None
        assert case["waiting"] is None
        assert case["steps"]
        assert {step["status"] for step in case["steps"]} == {"done"}
        assert case["credentials"]
        assert all(value.startswith("***") for value in case["credentials"].values())


def test_the_table_shows_five_cases(command: Command) -> None:
    outcome = command("demo")
    assert outcome.code == 0
    for venue in VENUES:
        assert f"{venue} " in outcome.out
    assert outcome.out.count("active") >= 5
    assert "finished active" in outcome.err


def test_another_dossier_with_fewer_venues(command: Command, edit: Edit) -> None:
    text = example_dossier().read_text()
    path = edit((text[text.index("  stokn:\n") :], ""))
    outcome = command("demo", "--json", "--dossier", path)
    assert outcome.code == 0
    assert [case["venue"] for case in outcome.document["cases"]] == ["rabbitx"]


def test_interactive_without_a_terminal_pauses(command: Command) -> None:
    outcome = command("demo", "--json", "--interactive")
    assert outcome.code == 10
    states = {case["venue"]: case["status"] for case in outcome.document["cases"]}
    assert states == {
        "rabbitx": "active",
        "stokn": "action_required",
        "nebulaecn": "action_required",
        "tradelocker": "active",
        "t4": "action_required",
    }
    waiting = outcome.case("nebulaecn")["waiting"]
    assert (waiting["kind"], waiting["mode"], waiting["to"]) == ("email", "form", "john.smith@example.com")
    assert "nebulaecn: action_required" in outcome.err


def test_a_port_that_is_taken(command: Command, server: Any) -> None:
    port = server.url.rpartition(":")[2]
    outcome = command("demo", "--port", port)
    assert outcome.code == 3
    assert outcome.out == ""
    assert f"cannot use port {port}" in outcome.err


def test_a_bad_dossier_sends_nothing(command: Command, edit: Edit) -> None:
    outcome = command("demo", "--json", "--dossier", edit(("version: 1\n", "version: 7\n")))
    assert outcome.code == 3
    [problem] = outcome.document["error"]["problems"]
    assert (problem["path"], outcome.document["cases"]) == ("version", [])
    assert "expected: the value 1" in outcome.err
