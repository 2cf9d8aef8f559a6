"""What commands about durable runs say: one document also when interrupted, times, venues, and what to do."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from dotenv import dotenv_values

from tests.cli.conftest import url_options
from tests.runs.databases import new_url
from venuekit import runs as durable
from venuekit.cli.autopilot import Autopilot
from venuekit.cli.dotenv import dotenv
from venuekit.runs.ledger import connect
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.secret import SecretText

Command = Callable[..., Any]
Edit = Callable[..., Path]
# Ctrl-C comes when the module named first is imported, or when the runs are opened.
INTERRUPTED = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
where = sys.argv.pop(1)
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == where:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
from venuekit.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("onboard", "dossier.yaml", "--run", "jane"),
        ("resume", "jane"),
        ("bulk", "dossier.yaml"),
        ("show", "jane"),
        ("worker",),
    ],
    ids=lambda arguments: str(arguments[0]),
)
@pytest.mark.parametrize(
    "where", ["venuekit.cli.app_runs", "venuekit.cli.guard", "venuekit.runs.durable.service"]
)
def test_one_document_whenever_it_is_interrupted(arguments: tuple[str, ...], where: str, edit: Edit) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, where, *arguments, "--json"],
        cwd=edit().parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in ended.stderr
    if where == "venuekit.runs.durable.service" and arguments == ("worker",):
        # It stops when it has begun: that is how it always ends.
        assert (ended.returncode, json.loads(ended.stdout).keys()) == (130, {"worker", "database"})
        return
    document = json.loads(ended.stdout)
    assert (ended.returncode, document["interrupted"]) == (130, True), ended.stderr
    if where == "venuekit.runs.durable.service" and arguments[0] == "resume":
        assert (document["run"], document["hint"]) == ("jane", "to go on: venuekit resume jane")
        assert document["hint"] in ended.stderr
    if where == "venuekit.runs.durable.service" and arguments[0] in ("onboard", "bulk"):
        assert document["hint"] == "the same command goes on with what there is"


def test_one_venue_only(command: Command, edit: Edit, urls: dict[str, str], server: Any) -> None:
    """It is worked on, told of, and decides how the command ends; the other one still waits."""
    both = ("-v", "stokn", "-v", "t4", "--run", "jane", "--json")
    assert command("onboard", edit(), *both, *url_options(urls)).code == 10
    with durable.open(os.environ["VENUEKIT_DATABASE_URL"]) as runs:
        [question] = [one for one in runs.questions("jane")["jane"] if one.venue == "t4"]
    assert Autopilot(server.url)(question) == "done"
    answered = command("answer", "jane", "enable-account", "done", "--json")
    assert answered.document == {
        "run": "jane", "venue": "t4", "interaction": "enable-account", "answered": True
    }  # fmt: skip
    resumed = command("resume", "jane", "--venue", "t4", "--json")
    assert (resumed.code, [case["venue"] for case in resumed.document["cases"]]) == (0, ["t4"])
    assert "stokn" not in resumed.err
    assert command("resume", "jane", "--venue", "stokn", "--json").code == 10
    wrong = command("answer", "jane", "enable-account", "done", "--venue", "foo")
    assert (wrong.code, "Value error" in wrong.err) == (2, False)
    assert "'foo' is not one of" in wrong.err


def test_how_long_a_question_can_be_answered(command: Command, edit: Edit, urls: dict[str, str]) -> None:
    onboarded = command("onboard", edit(), "-v", "stokn", "--run", "jane", "--json", *url_options(urls))
    shown = [
        onboarded.document["cases"][0]["waiting"],
        command("show", "jane", "--json").document["cases"][0]["waiting"],
        command("runs", "--json").document["runs"][0]["cases"][0]["waiting"],
    ]
    asked = [(one["asked_at"], one["expires_at"]) for one in shown]
    assert len(set(asked)) == 1
    life = datetime.fromisoformat(asked[0][1]) - datetime.fromisoformat(asked[0][0])
    for one in shown:
        assert 0 <= one["expires_in"] < life.total_seconds()
    # What has gone by does not come back.
    assert shown[0]["expires_in"] >= shown[1]["expires_in"] >= shown[2]["expires_in"]
    assert "asked 20" in command("show", "jane").err


def test_how_long_is_told_by_the_clock_of_the_database(
    command: Command, edit: Edit, urls: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a server has one: this machine's may be wrong by hours."""
    monkeypatch.setenv("VENUEKIT_DATABASE_URL", new_url("postgresql", tmp_path))
    command("onboard", edit(), "-v", "stokn", "--run", "jane", "--json", *url_options(urls))
    wrong = time.time() + 86400.0
    monkeypatch.setattr(time, "time", lambda: wrong)
    shown = command("show", "jane", "--json").document["cases"][0]["waiting"]
    assert shown["expires_in"] > 0
    assert " left; answer with: " in command("show", "jane").err


def test_a_link_to_visit_is_shown(command: Command, edit: Edit, urls: dict[str, str], server: Any) -> None:
    """Not only on the terminal of whoever was there when it was asked."""
    command("onboard", edit(), "-v", "stokn", "--run", "jane", *url_options(urls))
    with durable.open(os.environ["VENUEKIT_DATABASE_URL"]) as runs:
        [question] = runs.questions("jane")["jane"]
    code = Autopilot(server.url)(question)
    assert code is not None
    command("answer", "jane", question.name, code)
    resumed = command("resume", "jane")
    asked = command("show", "jane", "--json").document["cases"][0]["waiting"]
    assert asked["url"].startswith("https://")
    for shown in (resumed, command("show", "jane")):
        assert asked["url"] in shown.err


def test_none_of_the_runs_asked_for(command: Command, edit: Edit, urls: dict[str, str]) -> None:
    """Is not to be taken for none at all."""
    assert command("runs").err == "venuekit: there are no runs\n"
    command("onboard", edit(), "--run", "jane", "--detach", *url_options(urls))
    assert command("runs", "--waiting").err == "venuekit: there are no runs that wait for a person\n"
    assert command("runs", "--applicant", "x").err == "venuekit: there are no runs of the applicant x\n"


def test_dotenv_is_read_alike_by_a_shell_and_by_python_dotenv(tmp_path: Path) -> None:
    values = {
        "plain": "abc",
        "spaces": " a  b ",
        "hash": "a #b",
        "quotes": 'it\'s "so"',
        "dollar": "$HOME a$b $(id) `id`",
        "lines": "a\nb\\n\\\\c",
        "last": "back\\",
        "bang": "!x",
    }
    text = dotenv({"t4": {name: SecretText(value) for name, value in values.items()}})
    expected = {f"T4_{name.upper()}": value for name, value in values.items()}
    assert dotenv_values(stream=StringIO(text)) == expected
    file = tmp_path / "credentials.env"
    file.write_text(text)
    print_all = "import json, os; print(json.dumps({n: v for n, v in os.environ.items() if n[:3] == 'T4_'}))"
    script = f'set -a; . "{file}"; "{sys.executable}" -c "$0"'
    read = subprocess.run(["sh", "-c", script, print_all], capture_output=True, text=True, check=True)
    assert json.loads(read.stdout) == expected
    for value in ("${HOME}", "'$x'", "a\rb"):
        with pytest.raises(ConfigurationError, match="use --format json") as refused:
            dotenv({"t4": {"password": SecretText(value)}})
        assert value not in str(refused.value)


def test_formats_that_contradict(command: Command) -> None:
    assert command("credentials", "jane", "--format", "dotenv", "--reveal", "--json").code == 2


@pytest.mark.parametrize("home", ["", None, "{tmp}/nowhere"])
def test_no_home(command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str | None) -> None:
    """Nothing is made in a place that nobody meant; XDG variables, where they are set, say it all."""
    for name in ("VENUEKIT_DATABASE_URL", "VENUEKIT_VAULT_KEY"):
        monkeypatch.delenv(name)
    if home is None:
        monkeypatch.delenv("HOME")
    else:
        monkeypatch.setenv("HOME", home.format(tmp=tmp_path))
    for arguments in (
        ("runs",),
        ("runs", "--database-url", f"sqlite:///{tmp_path}/x.sqlite"),
        ("vault", "key"),
    ):
        refused = command(*arguments)
        assert (refused.code, "HOME is " in refused.err) == (3, True), refused.err
    assert not (tmp_path / "nowhere").exists()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    assert command("runs", "--json").document == {"runs": []}
    assert (tmp_path / "data/venuekit/runs.sqlite").exists()
    assert (tmp_path / "settings/venuekit/vault.key").exists()


def test_a_database_that_is_locked(
    command: Command, own_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "_LOCKED_SECONDS", 0)
    assert command("runs").code == 0
    other = sqlite3.connect(own_database.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("begin immediate")
    try:
        refused = command("runs", "--json")
    finally:
        other.close()
    assert (refused.code, "locked" in refused.document["error"]["message"]) == (3, True)


def test_no_keyring(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.backends.fail import Keyring

    monkeypatch.setattr(keyring, "get_keyring", Keyring)
    refused = command("runs", "--vault-key", "keyring")
    assert (refused.code, "file:PATH" in refused.err, "FileStore" in refused.err) == (3, True, False)


def test_what_was_there_is_not_written_down_again(command: Command, edit: Edit, urls: dict[str, str]) -> None:
    arguments = ("onboard", edit(), "-v", "t4", "--run", "jane", "--detach", *url_options(urls))
    assert "jane is written down;" in command(*arguments).err
    assert "jane was written down before;" in command(*arguments).err
    assert "jane was written down before;" in command("resume", "jane", "--detach").err


def test_the_history_is_followed_until_ctrl_c(command: Command, edit: Edit, urls: dict[str, str]) -> None:
    assert command("onboard", edit(), "-v", "t4", "--detach", *url_options(urls)).code == 0
    following = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, "nothing", "history", "--follow"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert following.stdout is not None
    assert json.loads(following.stdout.readline())["kind"] == "submitted"
    os.kill(following.pid, signal.SIGINT)
    _, err = following.communicate()
    assert (following.returncode, err) == (130, "venuekit: interrupted\n")
