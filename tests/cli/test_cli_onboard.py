"""`venuekit onboard`: environments, secrets, files, and what it says when it cannot go on."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.broken import BrokenVenue, serving
from tests.cli.conftest import url_options
from venuekit import ConfigurationError, SecretText
from venuekit.cli.credentials import CredentialsFile
from venuekit.runs.durable.foreground import Foreground

Command = Callable[..., Any]
Edit = Callable[..., Path]

SECRETS = ("Kal31-ewwqXrew", "sandbox-secret", "sandbox-password", "sandbox-license", "0" * 60)
# Credentials that are secrets; the others are names and numbers.
SECRET_NAMES = {
    "password", "access_token", "refresh_token", "id_token", "api_secret", "jwt", "totp_secret", "token", "encryption_key",
}  # fmt: skip


def test_one_venue_to_the_end(command: Command, edit: Edit, urls: dict[str, str]) -> None:
    outcome = command("onboard", edit(), "--venue", "tradelocker", "--json", *url_options(urls))
    assert outcome.code == 0, outcome.err
    [case] = outcome.document["cases"]
    assert (case["venue"], case["status"]) == ("tradelocker", "active")
    assert [step["operation"] for step in case["steps"]][:2] == ["getJWTTokens", "listAccounts"]


def test_without_a_terminal_a_case_that_needs_a_person_pauses(
    command: Command, edit: Edit, urls: dict[str, str]
) -> None:
    outcome = command("onboard", edit(), "-v", "stokn", "-v", "rabbitx", "--json", *url_options(urls))
    assert outcome.code == 10
    assert outcome.case("rabbitx")["status"] == "active"
    stokn = outcome.case("stokn")
    assert stokn["status"] == "action_required"
    assert stokn["waiting"]["to"] == "+13125550123"
    assert stokn["steps"][-1]["status"] == "waiting"


def test_secrets_by_reference(
    command: Command, edit: Edit, urls: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = edit(("    password: sandbox-password", "    password: env:TL_PASSWORD"))
    arguments = ("onboard", path, "--venue", "tradelocker", "--json", *url_options(urls))
    monkeypatch.setenv("TL_PASSWORD", "sandbox-password")
    assert command(*arguments).code == 0
    monkeypatch.delenv("TL_PASSWORD")
    outcome = command(*arguments)
    assert outcome.code == 3
    assert "the environment variable TL_PASSWORD is not set" in outcome.err


def test_literal_secrets_stay_at_home(command: Command, edit: Edit) -> None:
    with serving(BrokenVenue()) as venue:
        options = ("--env", "demo", "--venue", "tradelocker", "--url", f"tradelocker={venue.url}")
        outcome = command("onboard", edit(), *options)
    assert outcome.code == 3
    assert "sandbox only" in outcome.err
    assert venue.calls == []


def test_a_bad_dossier_sends_nothing(command: Command, edit: Edit) -> None:
    path = edit(("    server: SANDBOX ", "    # "), ("nationality: US", "nationality: usa"))
    with serving(BrokenVenue()) as venue:
        outcome = command(
            "onboard", path, "--json", *url_options(dict.fromkeys(["tradelocker", "t4"], venue.url))
        )
    assert outcome.code == 3
    assert venue.calls == []
    assert [p["path"] for p in outcome.document["error"]["problems"]] == [
        "applicant.identity.nationality",
        "venues.tradelocker.server",
    ]
    assert "2 problems; nothing was sent" in outcome.err
    assert "venues.tradelocker.server: is missing" in outcome.err


def test_no_secret_in_any_output(command: Command, edit: Edit, urls: dict[str, str], tmp_path: Path) -> None:
    """Neither those of the dossier nor those that the venues gave."""
    file = tmp_path / "credentials.json"
    options = ("--venue", "rabbitx", "--venue", "tradelocker", "--venue", "t4", "--venue", "stokn")
    outcome = command("onboard", edit(), *options, *url_options(urls), "--credentials-file", file)
    assert outcome.code == 10
    document = json.loads(file.read_text())
    gained = [value for venue in document.values() for name, value in venue.items() if name in SECRET_NAMES]
    assert len(gained) >= 5
    for secret in (*SECRETS, *gained):
        assert secret not in outcome.out
        assert secret not in outcome.err


def test_no_secret_in_the_output_of_a_whole_run(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from venuekit import runs

    gained: list[str] = []
    real = runs.onboard

    def remembering(*args: Any, **options: Any) -> runs.Run:
        finished = real(*args, **options)
        for case in finished.cases:
            gained.extend(v.reveal() for k, v in case.credentials.items() if k in SECRET_NAMES)
        return finished

    monkeypatch.setattr(runs, "onboard", remembering)
    for arguments in (("demo",), ("demo", "--json")):
        outcome = command(*arguments)
        assert outcome.code == 0
        for secret in (*SECRETS, *gained):
            assert secret not in outcome.out + outcome.err
    assert len(gained) >= 20


def test_reveal(command: Command, edit: Edit, urls: dict[str, str]) -> None:
    arguments = ("onboard", edit(), "--venue", "tradelocker", "--reveal", *url_options(urls))
    assert command(*arguments, "--json").case("tradelocker")["credentials"]["access_token"].startswith("eyJ")
    assert "eyJ" in command(*arguments).out


def test_credentials_file_is_private_and_never_overwritten(
    command: Command, edit: Edit, urls: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "credentials.json"
    arguments = ("onboard", edit(), "--venue", "tradelocker", "--credentials-file", file, *url_options(urls))
    assert command(*arguments).code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    content = file.read_text()
    assert json.loads(content)["tradelocker"]["access_token"].startswith("eyJ")
    outcome = command(*arguments)
    assert (outcome.code, file.read_text()) == (3, content)
    assert "never overwritten" in outcome.err


def test_credentials_file_is_not_left_behind(
    command: Command, edit: Edit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Foreground, "__init__", interrupted)
    file = tmp_path / "credentials.json"
    outcome = command("onboard", edit(), "--credentials-file", file)
    assert outcome.code == 130
    assert "interrupted" in outcome.err
    assert not file.exists()
    outcome = command("onboard", tmp_path / "dossier.yaml", "--credentials-file", tmp_path / "nowhere" / "x")
    assert outcome.code == 3
    assert "cannot be made" in outcome.err


def test_an_interruption_before_the_run(
    command: Command, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Foreground, "__init__", interrupted)
    outcome = command("onboard", edit(), "--json")
    assert outcome.code == 130
    [run] = command("runs", "--json").document["runs"]
    assert outcome.document == {
        "run": run["run"],
        "cases": [],
        "error": {"type": "Interrupted", "message": "interrupted"},
        "interrupted": True,
        "hint": f"to go on: venuekit resume {run['run']}",
    }


def test_credentials_are_in_the_file_before_the_run_has_ended(
    command: Command, edit: Edit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever happens afterwards, here a bug."""
    file = tmp_path / "credentials.json"

    def buggy(*args: object, on_credentials: Any, **options: object) -> None:
        on_credentials("t4", {"user_id": SecretText("u-1")})
        assert json.loads(file.read_text()) == {"t4": {"user_id": "u-1"}}
        on_credentials("stokn", {"id_token": SecretText("i-1")})
        on_credentials("t4", {"user_id": SecretText("u-1"), "account_id": SecretText("a-1")})
        raise RuntimeError

    monkeypatch.setattr(Foreground, "__init__", buggy)
    outcome = command("onboard", edit(), "--credentials-file", file, "--json")
    assert (outcome.code, outcome.document["error"]["type"]) == (1, "Bug")
    assert json.loads(file.read_text()) == {
        "t4": {"user_id": "u-1", "account_id": "a-1"},
        "stokn": {"id_token": "i-1"},
    }
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_any_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it held is still there."""
    path = tmp_path / "credentials.json"
    with CredentialsFile(path) as file:
        file("t4", {"user_id": SecretText("u-1")})

        def full(descriptor: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(ConfigurationError, match="No space left"):
            file("stokn", {"id_token": SecretText("i-1")})
    assert json.loads(path.read_text()) == {"t4": {"user_id": "u-1"}}
    assert list(tmp_path.iterdir()) == [path]


def test_a_bug_is_named_without_values(command: Command, edit: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    def buggy(*args: object, **options: object) -> None:
        raise RuntimeError("canary")

    monkeypatch.setattr(Foreground, "__init__", buggy)
    outcome = command("onboard", edit())
    assert outcome.code == 1
    assert "RuntimeError at test_cli_onboard.py:" in outcome.err
    assert "canary" not in outcome.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--venue", "binance"], "binance"),
        (["--env", "moon"], "moon"),
        (["--env", "live"], "--live"),
        (["--live"], "--live"),
        (["--url", "t4"], "VENUE=URL"),
        (["--url", "binance=http://127.0.0.1"], "VENUE=URL"),
        (["--url", "t4=ftp://127.0.0.1"], "http or https"),
        (["--url", "t4=http://[::1"], "http or https"),
        (["--url", "t4=http://a", "--url", "t4=http://b"], "given twice"),
        (["--url", "t4=https://api.t4login.com"], "--env live"),
        (["--url", "tradelocker=https://demo.tradelocker.com/backend-api"], "--env demo"),
        (["--timeout", "0"], "timeout"),
        (["--nonsense"], "nonsense"),
    ],
)
def test_wrong_usage(command: Command, edit: Edit, options: list[str], message: str) -> None:
    tmp_dossier = edit()
    outcome = command("onboard", tmp_dossier, *options)
    assert outcome.code == 2
    assert outcome.out == ""
    assert message in outcome.err
    as_json = command("onboard", tmp_dossier, *options, "--json")
    assert as_json.code == 2
    assert (as_json.document["cases"], as_json.document["error"]["type"]) == ([], "UsageError")
    assert message in as_json.document["error"]["message"]


def test_a_missing_dossier(command: Command, tmp_path: Path) -> None:
    outcome = command("onboard", tmp_path / "nowhere.yaml")
    assert outcome.code == 3
    assert "the file does not exist" in outcome.err
