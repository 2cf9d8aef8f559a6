"""Secrets by reference: what is found, and what is said when nothing is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import SecretStr

from venuekit.recipes.dossier import load_dossier, missing_secrets
from venuekit.recipes.secrets import resolve
from venuekit.transport.errors import ConfigurationError

Edit = Callable[..., Path]


def read(text: str, *, allow_literal: bool = False, environ: dict[str, str] | None = None) -> str:
    return resolve(SecretStr(text), allow_literal=allow_literal, where="login.password", environ=environ)


def refused(text: str, environ: dict[str, str] | None = None) -> str:
    with pytest.raises(ConfigurationError) as caught:
        read(text, environ=environ or {})
    message = str(caught.value)
    assert message.startswith("login.password: ")
    return message


def test_environment() -> None:
    assert read("env:PW", environ={"PW": " canary\n"}) == " canary\n"
    assert "PW is not set" in refused("env:PW")
    assert "PW is empty" in refused("env:PW", {"PW": ""})
    assert "canary" not in refused("env:my canary!")


@pytest.mark.parametrize(
    ("content", "secret"),
    [(b"canary", "canary"), (b"canary\n", "canary"), (b"canary\r\n", "canary"), (b" a\n\n", " a\n")],
)
def test_file(tmp_path: Path, content: bytes, secret: str) -> None:
    path = tmp_path / "secret"
    path.write_bytes(content)
    assert read(f"file:{path}") == secret


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "does not exist"),
        (b"", "is empty"),
        (b"\n", "is empty"),
        (b"canary\xff", "not text"),
        (b"canary" * 20_000, "larger than"),
    ],
)
def test_files_without_a_secret(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "secret"
    if content is not None:
        path.write_bytes(content)
    said = refused(f"file:{path}")
    assert message in said
    assert str(path) in said
    assert "canary" not in said


def test_a_folder_is_no_secret(tmp_path: Path) -> None:
    assert "cannot be read" in refused(f"file:{tmp_path}")
    assert "cannot be read" in refused("file:\0")


def test_literals_in_the_sandbox_only() -> None:
    assert read("canary", allow_literal=True) == "canary"
    said = refused("canary")
    assert "sandbox only" in said
    assert "canary" not in said


def test_every_missing_secret_at_once(edit: Edit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_SUCH_PASSWORD", raising=False)
    path = edit(
        ("  password: Kal31-ewwqXrew", "  password: env:NO_SUCH_PASSWORD"),
        ("    client_secret: sandbox-secret", "    client_secret: file:no-such-file"),
    )
    dossier = load_dossier(path)
    problems = missing_secrets(dossier, allow_literal=True)
    assert [(p.path, p.line) for p in problems] == [
        ("login.password", path.read_text().splitlines().index("login:") + 2),
        ("venues.stokn.client_secret", path.read_text().splitlines().index("  stokn:") + 3),
    ]
    assert "NO_SUCH_PASSWORD" in problems[0].message
    assert str(path.parent / "no-such-file") in problems[1].message


def test_literals_are_missing_secrets_outside_the_sandbox(edit: Edit) -> None:
    problems = missing_secrets(load_dossier(edit()), allow_literal=False)
    assert [p.path for p in problems] == [
        "login.password",
        "wallet.private_key",
        "venues.stokn.client_secret",
        "venues.tradelocker.password",
        "venues.t4.api_key",
        "venues.t4.login.app_license",
    ]
    text = "\n".join(str(p) for p in problems)
    for secret in ("Kal31-ewwqXrew", "sandbox-secret", "sandbox-password", "sandbox-license", "0" * 63):
        assert secret not in text


@pytest.mark.parametrize(
    ("venues", "paths"),
    [
        (["rabbitx"], ["wallet.private_key"]),
        (["tradelocker"], ["venues.tradelocker.password"]),
        (["nebulaecn"], ["login.password"]),
        (["t4"], ["login.password", "venues.t4.api_key", "venues.t4.login.app_license"]),
    ],
)
def test_only_the_secrets_of_the_venues_asked_for(edit: Edit, venues: list[str], paths: list[str]) -> None:
    problems = missing_secrets(load_dossier(edit()), allow_literal=False, venues=venues)
    assert [p.path for p in problems] == paths
