"""`venuekit plan`, `version`, and the command itself."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from venuekit.recipes.checks import VENUES

Command = Callable[..., Any]
Edit = Callable[..., Path]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: socket.socket, address: object) -> None:
        raise AssertionError(f"a plan connects to {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.usefixtures("no_network")
def test_plan_lists_calls_and_human_inputs(command: Command, edit: Edit) -> None:
    outcome = command("plan", edit(), "--json")
    assert outcome.code == 0, outcome.err
    document = outcome.document
    assert (document["ready"], document["problems"]) == (True, [])
    assert [case["venue"] for case in document["cases"]] == list(VENUES)
    nebulaecn = outcome.case("nebulaecn")
    assert {call["retry"] for call in nebulaecn["calls"]} <= {"safe", "idempotent", "never"}
    operations = [call["operation"] for call in nebulaecn["calls"]]
    assert (
        operations.index("createUser") < operations.index("confirmEmail") < operations.index("createApiKey")
    )
    assert [i["kind"] for i in nebulaecn["interactions"]] == ["email", "sms", "kyc"]
    [call] = [call for call in outcome.case("t4")["calls"] if call["operation"] == "onboardUser"]
    assert (call["method"].upper(), call["path"]) == ("POST", "/admin/v1/onboarding")


@pytest.mark.usefixtures("no_network")
def test_plan_for_people(command: Command, edit: Edit) -> None:
    outcome = command("plan", edit(), "--venue", "t4")
    assert outcome.code == 0
    assert "POST /admin/v1/onboarding" in outcome.out
    assert "asks (back_office): " in outcome.out
    assert "nebulaecn" not in outcome.out


@pytest.mark.usefixtures("no_network")
def test_plan_shows_the_addresses_that_onboard_would_use(command: Command, edit: Edit) -> None:
    def where(*options: str) -> dict[str, str | None]:
        cases = command("plan", edit(), "--json", *options).document["cases"]
        return {case["venue"]: case["base_url"] for case in cases}

    sandbox = where()
    assert set(sandbox) == set(VENUES)
    assert sandbox["tradelocker"] == "http://127.0.0.1:8900/tradelocker/backend-api"
    demo = where("--env", "demo", "--url", "stokn=https://stokn.example.com/x")
    assert demo["tradelocker"] == "https://demo.tradelocker.com/backend-api"
    assert demo["stokn"] == "https://stokn.example.com/x"
    assert demo["nebulaecn"] is None, "no public address is known"


@pytest.mark.usefixtures("no_network")
def test_plan_keeps_the_rules_of_the_environment(command: Command, edit: Edit) -> None:
    outcome = command("plan", edit(), "--env", "demo", "--venue", "tradelocker", "--venue", "nebulaecn")
    assert outcome.code == 3
    assert "nebulaecn: no public demo address is known" in outcome.err
    assert "env:" in outcome.err, "a secret in clear belongs to the sandbox"
    live = "tradelocker=https://live.tradelocker.com/backend-api"
    outcome = command("plan", edit(), "--env", "demo", "--url", live)
    assert outcome.code == 2
    assert "it needs --env live" in outcome.err


@pytest.mark.usefixtures("no_network")
def test_plan_says_what_is_missing(command: Command, edit: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_SUCH_PASSWORD", raising=False)
    path = edit(
        ("expires: 2099-12-31", "expires: 2001-12-31"),
        ("    api_key: sandbox ", "    # "),
        ("  password: Kal31-ewwqXrew", "  password: env:NO_SUCH_PASSWORD"),
    )
    outcome = command("plan", path, "--json")
    assert outcome.code == 3
    assert [p["path"] for p in outcome.document["problems"]] == [
        "documents[0].expires",
        "venues.t4.api_key",
        "login.password",
    ]
    assert [case["venue"] for case in outcome.document["cases"]] == list(VENUES)
    assert len(outcome.case("t4")["problems"]) == 1
    assert outcome.case("rabbitx")["problems"] == []
    assert "nothing was sent" in outcome.err
    for_people = command("plan", path)
    assert "expired" in for_people.err
    assert "expired" not in for_people.out
    assert "venues.t4.api_key: is missing" in for_people.err


def test_plan_of_a_malformed_dossier_lists_everything(command: Command, edit: Edit) -> None:
    path = edit(("nationality: US", "nationality: usa"), ("expires: 2099-12-31", "expires: 2001-12-31"))
    outcome = command("plan", path, "--json")
    assert outcome.code == 3
    assert len(outcome.document["error"]["problems"]) == 2


def test_plan_of_a_venue_that_is_not_listed(command: Command, edit: Edit) -> None:
    path = edit()
    text = path.read_text()
    path.write_text(text[: text.index("  t4:\n")])
    outcome = command("plan", path, "--venue", "t4", "--json")
    assert outcome.code == 3
    assert [p["path"] for p in outcome.document["problems"]] == ["venues.t4"]


def test_version(command: Command) -> None:
    assert command("version").out == f"venuekit {version('venuekit')}\n"
    assert command("--version").out == f"venuekit {version('venuekit')}\n"
    assert command("version", "--json").document["venuekit"] == version("venuekit")


def test_help_and_no_arguments(command: Command) -> None:
    outcome = command("--help")
    assert outcome.code == 0
    for name in ("demo", "onboard", "plan", "sandbox", "version"):
        assert name in outcome.out
    assert "10 paused for a person" in " ".join(outcome.out.split())
    assert command("nonsense").code == 2
    assert command().code == 2


@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        ("typer", ["version"]),
        ("rich", ["demo"]),
        ("pydantic", ["plan", "x.yaml"]),
        ("ruamel", ["plan", "x.yaml"]),
        ("starlette", ["demo"]),
        ("uvicorn", ["sandbox"]),
    ],
)
def test_without_the_extras(module: str, arguments: list[str]) -> None:
    code = f"import sys; sys.modules[{module!r}] = None; from venuekit.cli import main; sys.exit(main({arguments!r}))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.splitlines() == [
        f"venuekit: {module} is not installed; run: pip install 'venuekit[all]'"
    ]


@pytest.mark.parametrize("module", ["pydantic", "ruamel", "email_validator"])
@pytest.mark.parametrize("what", ["runs", "recipes.dossier", "recipes"])
def test_a_program_without_the_extras_is_told_which(module: str, what: str) -> None:
    code = f"""
import sys; sys.modules[{module!r}] = None
import venuekit
try:
    import venuekit.{what}
except venuekit.ConfigurationError as error:
    assert isinstance(error, ImportError)
    print(error)
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'venuekit[recipes]'" in ended.stdout
    assert module in ended.stdout


def test_without_the_extras_json_says_so_too() -> None:
    code = "import sys; sys.modules['rich'] = None; from venuekit.cli import main; sys.exit(main(['demo', '--json']))"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "rich is not installed" in json.loads(ended.stdout)["error"]["message"]


def test_a_reader_that_goes_away(edit: Edit) -> None:
    """`venuekit plan … | true` must not end in a traceback."""
    reading, writing = os.pipe()
    os.close(reading)
    code = f"from venuekit.cli import main; import sys; sys.exit(main(['plan', {str(edit())!r}, '--json']))"
    with os.fdopen(writing, "wb") as pipe:
        ended = subprocess.run(
            [sys.executable, "-c", code], stdout=pipe, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ended.returncode == 1
    assert ended.stderr == ""


def test_schema_of_the_run_document(command: Command, edit: Edit) -> None:
    """What scripts rely on."""
    outcome = command("onboard", edit(), "--venue", "t4", "--url", "t4=http://127.0.0.1:9", "--json")
    [case] = outcome.document["cases"]
    assert set(case) == {"venue", "status", "raw_status", "steps", "credentials", "error", "waiting"}
    assert {"name", "status", "operation"} <= set(case["steps"][0])
    assert {"type", "message", "venue", "operation"} <= set(case["error"])
    assert json.loads(json.dumps(case)) == case
