"""`venuekit vault new`, and what `--vault-key` refuses."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import url_options
from venuekit import FileStore

Command = Callable[..., Any]
Edit = Callable[..., Path]


def test_a_new_key_is_made_and_used(
    command: Command, edit: Edit, urls: dict[str, str], tmp_path: Path
) -> None:
    old, new = tmp_path / "keys" / "old.key", tmp_path / "keys" / "new.key"
    made = command("vault", "new", old)
    assert (made.code, made.out) == (0, f"{old}\n")
    assert f"--vault-key file:{old}" in made.err
    assert f"VENUEKIT_VAULT_KEY=file:{old}" in made.err
    assert f"venuekit vault rotate --vault-key file:{old},file:OLD" in made.err
    key = old.read_text().strip()
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    options = ("-v", "tradelocker", *url_options(urls))
    assert command("onboard", edit(), "--run", "jane", *options, "--vault-key", f"file:{old}").code == 0
    again = command("vault", "new", old)
    assert (again.code, "exists already" in again.err, old.read_text().strip()) == (3, True, key)
    assert command("vault", "new", new, "--json").document == {"key": str(new)}
    assert new.read_text() != old.read_text()
    assert command("vault", "rotate", "--vault-key", f"file:{new},file:{old}").code == 0
    assert command("credentials", "jane", "--vault-key", new).code == 0
    assert command("credentials", "jane", "--vault-key", f"file:{old}").code == 3
    for outcome in (made, again):
        assert key not in outcome.out + outcome.err


def test_a_name_that_no_option_could_say(command: Command, tmp_path: Path) -> None:
    refused = command("vault", "new", tmp_path / "a,b.key")
    assert (refused.code, list(tmp_path.iterdir())) == (2, [])


def test_what_is_no_place_of_a_key(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key is not for a command line, and anything else is no key. Neither is repeated."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mykey").write_text("")
    key = FileStore.new_key()
    for given, why in (
        ("abcdefg", "no such file; write file:PATH, env:NAME or keyring"),
        (f"file:{tmp_path}/there.key,abcdefg", "no such file; write file:PATH"),
        (key[:-1], "no such file"),
        ("mykey", "the name of a file alone may be a key; write file:PATH"),
        ("x" * 300, "no such file"),
        ("a/b+" * 10 + "c/d=", "a key does not belong on a command line"),
        (key, "a key does not belong on a command line; say where it is: file:PATH, env:NAME or keyring"),
    ):
        refused = command("runs", "--vault-key", given)
        words = " ".join(refused.err.replace("│", " ").split())
        assert (refused.code, why in words, given in words) == (2, True, False), words
