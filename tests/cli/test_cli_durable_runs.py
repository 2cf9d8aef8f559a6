"""Durable runs from the command line: written down, worked on elsewhere, interrupted, continued, erased."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.cli.broken import BrokenVenue, serving
from tests.cli.conftest import url_options
from tests.cli.test_cli_onboard import SECRET_NAMES, SECRETS
from tests.cli.test_cli_terminal import DONE, HIDDEN, RUN, Terminal
from tests.transport.conftest import short_for_answers_only
from venuekit import FileStore
from venuekit import runs as durable
from venuekit.cli.autopilot import Autopilot
from venuekit.runs import DurableRun

Command = Callable[..., Any]
Edit = Callable[..., Path]
_SECONDS = 300.0


@contextmanager
def working(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """`venuekit worker` as a process, once it works."""
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, "worker", "--json", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        while process.stdout.readline() not in ("}\n", ""):
            pass
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def standing(url: str, run: str) -> DurableRun:
    """Where a run stands once nothing more happens by itself."""
    with durable.open(url) as runs:
        return runs.wait(run, timeout=_SECONDS)


def test_a_worker_and_answers_from_other_processes(
    command: Command, edit: Edit, urls: dict[str, str], server: Any, own_database: str
) -> None:
    submitted = command("onboard", edit(), "--run", "jane", "--detach", "--json", *url_options(urls))
    assert submitted.code == 0
    assert (submitted.document["run"], len(submitted.document["cases"])) == ("jane", 5)
    assert [case["state"] for case in submitted.document["cases"]] == ["queued"] * 5
    pilot = Autopilot(server.url)
    told: list[str] = []
    with working("--name", "worker-1") as worker:
        while not standing(own_database, "jane").active:
            with durable.open(own_database) as runs:
                questions = runs.questions("jane")["jane"]
            for question in questions:
                value = pilot(question)
                assert value is not None
                arguments = ("answer", "jane", question.name, value, "--venue", question.venue, "--json")
                answered = command(*arguments)
                assert (answered.code, answered.document["answered"]) == (0, True)
                if question.secret:
                    told.append(value)
                    assert value not in answered.out + answered.err
                again = command(*arguments)
                assert (again.code, again.document["answered"]) == (1, False)
        worker.send_signal(signal.SIGTERM)
        _, err = worker.communicate(timeout=_SECONDS)
    assert worker.returncode == 0, err
    assert "Traceback" not in err
    assert len(told) >= 3
    shown = command("show", "jane", "--timeline", "--json")
    assert [case["status"] for case in shown.document["cases"]] == ["active"] * 5
    assert all(step["status"] == "done" for case in shown.document["cases"] for step in case["steps"])
    assert {"submitted", "sent", "done", "asked", "answered", "kept", "ended"} <= {
        event["kind"] for event in shown.document["timeline"]
    }
    assert {event["worker"] for event in shown.document["timeline"]} == {"", "worker-1"}
    history = command("history", "jane").out
    events = [json.loads(line) for line in history.splitlines()]
    # Places among counted calls are in the history only.
    steps = [event for event in events if not event["step"].startswith("place of")]
    assert steps == shown.document["timeline"] != events
    _no_secret(command, own_database, "jane", told, err + history)


def _no_secret(command: Command, url: str, run: str, told: list[str], text: str) -> None:
    """Neither on a screen nor in the clear part of the file, and in the output only when asked for."""
    clear = command("credentials", run, "--reveal", "--json")
    assert "in clear" in clear.err
    gained = [
        value for held in clear.document.values() for name, value in held.items() if name in SECRET_NAMES
    ]
    assert len(gained) >= 10
    masked = command("credentials", run, "--json")
    assert masked.document.keys() == clear.document.keys()
    table = command("credentials", run)
    dotenv = command("credentials", run, "--format", "dotenv", "--reveal")
    assert f'RABBITX_API_KEY="{clear.document["rabbitx"]["api_key"]}"\n' in dotenv.out
    assert command("credentials", run, "--format", "dotenv").code == 2
    shown = [command("show", run, "--timeline"), command("runs"), masked, table]
    file = Path(url.removeprefix("sqlite:///"))
    data = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
    personal = ("john.smith@example.com", "+13125550123", "123 Main Street")
    for secret in (*SECRETS, *gained, *told):
        assert all(secret not in outcome.out + outcome.err for outcome in shown)
        assert secret not in text
    for secret in (*SECRETS, *gained, *personal):
        assert secret.encode() not in data


def test_ctrl_c_and_go_on(edit: Edit, urls: dict[str, str], server: Any, command: Command) -> None:
    dossier = edit()
    terminal = Terminal("onboard", dossier, "--run", "jane", "-v", "stokn", *url_options(urls))
    try:
        assert terminal.until(HIDDEN)
        os.killpg(terminal.process.pid, signal.SIGINT)
        terminal.end()
        terminal.until("never")
        assert terminal.process.returncode == 130
        assert "venuekit resume jane" in terminal.seen
        assert "Traceback" not in terminal.seen
    finally:
        terminal.close()
    messages = len(server.sandbox.world.outbox.messages())
    pilot = Autopilot(server.url)
    terminal = Terminal("resume", "jane", "--json")
    try:
        while text := terminal.until(HIDDEN, DONE):
            [question] = command("show", "jane", "--json").document["cases"]
            assert question["waiting"]["prompt"] in text.replace("\r\n", "\n")
            with durable.open(os.environ["VENUEKIT_DATABASE_URL"]) as runs:
                [asked] = runs.questions("jane")["jane"]
            answer = pilot(asked)
            terminal.type((answer if asked.mode == "form" and answer else "") + "\n")
        document = json.loads(terminal.end())
        assert terminal.process.returncode == 0, terminal.seen
    finally:
        terminal.close()
    assert (document["run"], document["cases"][0]["status"]) == ("jane", "active")
    # Nothing was begun anew: no second sign-up, no second code.
    assert len(server.sandbox.world.outbox.messages()) == messages


def test_the_same_dossier_is_the_same_run(command: Command, edit: Edit, urls: dict[str, str]) -> None:
    arguments = ("onboard", edit(), "--json", *url_options(urls))
    first = command(*arguments, "-v", "tradelocker")
    again = command(*arguments, "-v", "tradelocker")
    assert (first.code, again.code) == (0, 0)
    assert again.document == first.document
    other = command(*arguments, "-v", "rabbitx")
    assert other.document["run"] != first.document["run"]
    listed = command("runs", "--json", "--applicant", "customer-0001").document["runs"]
    assert [run["run"] for run in listed] == [other.document["run"], first.document["run"]]
    assert command("runs", "--json", "--applicant", "nobody").document == {"runs": []}
    clash = command(*arguments, "-v", "rabbitx", "--run", first.document["run"])
    assert clash.code == 3
    assert "another dossier" in clash.err


def test_what_failed_is_tried_again(
    command: Command, edit: Edit, urls: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = edit(("    password: sandbox-password", "    password: env:TL_PASSWORD"))
    monkeypatch.setenv("TL_PASSWORD", "wrong")
    options = ("-v", "tradelocker", "--run", "jane", "--json", *url_options(urls))
    assert command("onboard", dossier, *options).code == 4
    assert command("retry", "--json").code == 2
    monkeypatch.setenv("TL_PASSWORD", "sandbox-password")
    retried = command("retry", "--failed", "--json")
    assert retried.code == 0, retried.err
    assert retried.document["venues"] == {"tradelocker": {"active": 1}}
    nothing = command("retry", "--failed", "--json")
    assert (nothing.code, nothing.document["runs"]) == (0, [])
    assert "no case has failed" in nothing.err


def test_a_lost_answer_is_looked_up_by_reconcile(command: Command, edit: Edit) -> None:
    """The venue that dropped the call is there again, and says that nothing has happened: it is made once more."""
    venue = BrokenVenue(trouble="drop")
    with serving(venue), short_for_answers_only():
        outcome = command(
            "onboard",
            edit(),
            "-v",
            "t4",
            "--run",
            "jane",
            "--json",
            "--timeout",
            "1",
            "--url",
            f"t4={venue.url}",
        )
        assert outcome.code == 11
        assert venue.calls.count("POST /admin/v1/onboarding") == 1
        again = command("reconcile", "jane", "--json", "--timeout", "1")
    assert again.code == 11
    assert venue.calls.count("POST /admin/v1/onboarding") == 1
    assert again.document["cases"][0]["status"] == "ambiguous"


def test_passwords_are_made_and_shown_when_asked_for(
    command: Command, edit: Edit, urls: dict[str, str]
) -> None:
    dossier = edit(("  password: Kal31-ewwqXrew", "  {} #"))
    assert command("plan", dossier, "-v", "t4", "-v", "stokn").code == 0
    options = ("-v", "t4", "-v", "stokn", "--run", "jane", *url_options(urls))
    submitted = command("onboard", dossier, *options, "--detach")
    assert submitted.code == 0, submitted.err
    clear = command("credentials", "jane", "--reveal", "--json").document
    assert {venue: list(held) for venue, held in clear.items()} == {"stokn": ["password"], "t4": ["password"]}
    masked = command("credentials", "jane")
    assert command("onboard", dossier, *options, "--detach").code == 0
    assert command("credentials", "jane", "--reveal", "--json").document == clear
    for held in clear.values():
        assert held["password"] not in submitted.out + submitted.err + masked.out
    assert command("demo", "--dossier", dossier).code == 3
    assert "only a durable run makes new ones" in command("demo", "--dossier", dossier, "--json").err


def test_who_answers_is_told_by_a_label(command: Command, edit: Edit, urls: dict[str, str]) -> None:
    assert command("onboard", edit(), "-v", "t4", "--run", "jane", *url_options(urls)).code == 10
    named = command("answer", "jane", "enable-account", "done", "--by", "Jane Smith")
    assert (named.code, "letters, digits" in named.err) == (3, True)
    assert command("answer", "jane", "enable-account", "done", "--by", "desk-2").code == 0
    history = [json.loads(line) for line in command("history", "jane").out.splitlines()]
    assert [event["detail"] for event in history if event["kind"] == "answered"] == ["by desk-2"]


def test_cancel_and_purge(command: Command, edit: Edit, urls: dict[str, str], own_database: str) -> None:
    dossier = edit()
    options = ("-v", "rabbitx", "-v", "t4", "--run", "jane", "--json", *url_options(urls))
    assert command("onboard", dossier, *options).code == 10
    cancelled = command("cancel", "jane", "--json")
    assert cancelled.document == {"run": "jane", "cancelled": ["t4"]}
    again = command("onboard", dossier, *options)
    assert (again.code, "was cancelled" in again.err) == (3, True)
    assert command("purge", "customer-0001", "--json").code == 2  # nobody to ask, and no --yes
    assert "api_key" in command("credentials", "jane", "--json").out
    purged = command("purge", "customer-0001", "--yes", "--json")
    assert purged.document == {"purged": ["jane"]}
    for looking in (("credentials", "jane"), ("answer", "jane", "x", "y"), ("resume", "jane")):
        erased = command(*looking, "--json")
        assert erased.code == 3
        assert "the run jane was purged on 20" in erased.document["error"]["message"]
    nobody = command("purge", "customer-0001", "--yes", "--json")
    assert (nobody.code, "nothing was erased" in nobody.document["error"]["message"]) == (3, True)
    lines = [json.loads(line) for line in command("history", "jane").out.splitlines()]
    assert lines[-1]["kind"] == "purged"
    shown = command("show", "jane", "--json").document
    assert (shown["state"], shown["purged_at"]) == ("purged", lines[-1]["at"])
    [listed] = command("runs", "--json").document["runs"]
    assert listed["purged_at"] == lines[-1]["at"]
    text = command("show", "jane")
    assert (text.out, "was purged on" in text.err) == ("", True)
    assert "purged 20" in command("runs").out
    assert (command("onboard", dossier, *options).code, command("resume", "jane").code) == (3, 3)
    with sqlite3.connect(own_database.removeprefix("sqlite:///")) as database:
        left = database.execute("select count(*) from venuekit_secrets").fetchone()
    database.close()
    assert left == (0,)


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "nobody"),
        ("answer", "nobody", "code", "1"),
        ("resume", "nobody"),
        ("cancel", "nobody"),
        ("credentials", "nobody"),
        ("reconcile", "nobody"),
        ("history", "nobody"),
        ("history", "nobody", "--follow"),
        ("retry", "--failed", "nobody"),
    ],
    ids=lambda arguments: str(arguments[0]),
)
def test_no_such_run(command: Command, arguments: tuple[str, ...]) -> None:
    outcome = command(*arguments)
    assert (outcome.code, outcome.out) == (3, "")
    assert "there is no run nobody" in outcome.err


def test_wrong_questions(command: Command, edit: Edit, urls: dict[str, str]) -> None:
    assert command("onboard", edit(), "-v", "t4", "--run", "jane", *url_options(urls)).code == 10
    shown = command("show", "jane")
    assert "venuekit answer jane enable-account --venue t4" in shown.err
    assert "enable-account" in command("runs", "--waiting").out
    unknown = command("answer", "jane", "colour", "red")
    assert (unknown.code, "open are: enable-account (t4)" in unknown.err) == (3, True)
    elsewhere = command("answer", "jane", "enable-account", "done", "--venue", "stokn")
    assert elsewhere.code == 3
    assert command("answer", "jane", "enable-account").code == 3  # no terminal
    assert command("answer", "jane", "enable-account", "").code == 3
    assert command("answer", "jane", "enable-account", "x", "--stdin").code == 2
    assert command("resume", "jane", "--venue", "stokn").code == 3


def test_an_answer_from_standard_input_is_shown_nowhere(
    edit: Edit, urls: dict[str, str], command: Command
) -> None:
    assert command("onboard", edit(), "-v", "stokn", "--run", "jane", *url_options(urls)).code == 10
    [case] = command("show", "jane", "--json").document["cases"]
    done = subprocess.run(
        [sys.executable, "-c", RUN, "answer", "jane", case["waiting"]["name"], "--stdin"],
        input="canary-5512\n",
        check=False,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert "canary" not in done.stderr


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://someone:canary-pw@127.0.0.1:1/x",
        "postgresql://someone:canary-pw@127.0.0.1:port/x",
        "mysql://someone:canary-pw@127.0.0.1/x",
        "canary-pw",
        "sqlite:////proc/nowhere/canary.sqlite",
        "sqlite:///{here}",
        "sqlite:///{text}",
    ],
)
def test_a_database_that_cannot_be_used(command: Command, tmp_path: Path, url: str) -> None:
    (tmp_path / "text").write_text("this is no database at all, whatever its name may say. " * 50)
    url = url.format(here=tmp_path, text=tmp_path / "text")
    outcome = command("runs", "--json", "--database-url", url)
    assert outcome.code == 3, outcome.err
    assert "canary-pw" not in outcome.out + outcome.err
    assert "--database-url" not in outcome.err, "whoever has named it knows"
    assert outcome.document["error"]["type"] == "ConfigurationError"


def test_the_file_is_private_and_needs_its_key(
    command: Command, edit: Edit, urls: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("VENUEKIT_DATABASE_URL")
    monkeypatch.delenv("VENUEKIT_VAULT_KEY")
    made = command("vault", "key", "--json").document["keys"]
    assert [key["exists"] for key in made] == [False]
    assert command("onboard", edit(), "-v", "rabbitx", "--run", "jane", *url_options(urls)).code == 0
    assert [key["exists"] for key in command("vault", "key", "--json").document["keys"]] == [True]
    home = Path(os.environ["HOME"])
    [file] = home.rglob("runs.sqlite")
    assert (stat.S_IMODE(file.stat().st_mode), stat.S_IMODE(file.parent.stat().st_mode)) == (0o600, 0o700)
    old = Path(made[0]["source"].removeprefix("file:"))
    new = FileStore.new_key_file(tmp_path / "new.key")
    wrong = command("credentials", "jane", "--vault-key", f"file:{new}")
    assert (wrong.code, "another key" in wrong.err) == (3, True)
    rotated = command("vault", "rotate", "--vault-key", f"file:{new},file:{old}", "--json")
    assert (rotated.code, rotated.document["source"]) == (0, f"file:{new}")
    assert rotated.document["sealed"] > 5
    assert command("credentials", "jane", "--vault-key", f"file:{new}", "--json").code == 0
    assert command("credentials", "jane", "--vault-key", f"file:{old}").code == 3
    key = new.read_text().strip()
    refused = command("runs", "--vault-key", key)
    assert (refused.code, key in refused.err) == (2, False)
    shown = command("vault", "key", "--vault-key", f"file:{new}")
    assert key not in shown.out


def test_a_profile_names_the_database(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VENUEKIT_DATABASE_URL")
    monkeypatch.setenv("VENUEKIT_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "config.toml").write_text('[profiles.work]\ndatabase_url = "env:WORK_DATABASE"\n')
    monkeypatch.setenv("WORK_DATABASE", f"sqlite:///{tmp_path}/work.sqlite")
    assert command("runs", "--profile", "work", "--json").document == {"runs": []}
    assert (tmp_path / "work.sqlite").exists()
    (tmp_path / "config.toml").write_text('[profiles.work]\ndatabase_url = "postgresql://a:canary@h/d"\n')
    (tmp_path / "config.toml").chmod(0o644)
    refused = command("runs", "--profile", "work")
    assert (refused.code, "canary" in refused.err) == (3, False)
    assert "can be read by others" in refused.err
