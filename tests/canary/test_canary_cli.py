"""The command shows no secret: not on stdout, not on stderr, not in what is logged meanwhile."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.canary.exits import Exits, watched
from tests.canary.seeds import SECRETS, Secrets
from tests.playground import Playground
from venuekit.cli import main
from venuekit_sandbox import SandboxServer, server


def run(capfd: pytest.CaptureFixture[str], exits: Exits, *arguments: object) -> int:
    """Run `venuekit` and note what it says."""
    code = main([str(argument) for argument in arguments])
    out, err = capfd.readouterr()
    exits.note(f"stdout of {arguments[0]}", out)
    exits.note(f"stderr of {arguments[0]}", err)
    assert "a bug in venuekit" not in err, err
    return code


def addresses(playground: Playground) -> list[str]:
    return [part for venue, url in playground.urls.items() for part in ("--url", f"{venue}={url}")]


@pytest.mark.parametrize("form", [(), ("--json",)], ids=["plain", "json"])
def test_onboarding_everywhere(
    form: tuple[str, ...],
    canary_server: SandboxServer,
    canary_dossier: Path,
    secrets: Secrets,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """`demo` makes a sandbox of its own: it is given ours."""

    def ours(**options: Any) -> Any:
        return canary_server.sandbox

    monkeypatch.setattr(server, "Sandbox", ours)
    with watched() as exits:
        assert run(capfd, exits, "demo", "--dossier", canary_dossier, *form) == 0
    texts = exits.texts
    assert "active" in texts["stdout of demo"]
    assert not (leaks := secrets.found_in(texts)), "\n".join(leaks[:40])


def test_everything_that_goes_wrong(
    canary_playground: Playground,
    canary_dossier: Path,
    secrets: Secrets,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    text = canary_dossier.read_text(encoding="utf-8")

    def changed(name: str, what: str, by: str) -> Path:
        made, count = re.subn(what, by, text, count=1, flags=re.MULTILINE)
        assert count == 1, what
        path = tmp_path / f"{name}.yaml"
        path.write_text(made, encoding="utf-8")
        return path

    password = re.escape(SECRETS["login-password"])
    wrong = secrets_of(secrets, "wrong-password")
    everywhere = addresses(canary_playground)
    with watched() as exits:
        for form in ((), ("--json",)):
            # Nobody answers: every case that needs a person pauses.
            assert run(capfd, exits, "onboard", canary_dossier, *form, *everywhere) == 10
            # The accounts are there by now; the passwords do not fit.
            path = changed("wrong", password, wrong)
            assert run(capfd, exits, "onboard", path, *form, *everywhere) not in (0, 2)
            path = changed("weak", r"^(\s+)password: file:tradelocker-password", rf"\1password: {wrong}")
            assert run(capfd, exits, "onboard", path, *form, *everywhere, "--venue", "tradelocker") == 4
            assert run(capfd, exits, "plan", canary_dossier, *form) == 0
            # Secrets where they cannot be read, are no text, or stand in the wrong place.
            for name, what, by in (
                ("mapping", password, f"{{value: {wrong}}}"),
                ("list", password, f"[{wrong}]"),
                ("unset", "env:CANARY_CLIENT_SECRET", f"env:{wrong}"),
                ("absent", "file:wallet-key", "file:nowhere"),
                ("key", "file:wallet-key", f'"{wrong}"'),
                ("unknown", r"^(\s+)app_license:", rf"\1app_secret: {wrong}\n\1app_license:"),
                ("broken", password, f'"{wrong}'),
                ("version", r"^version: 1", f"version: {wrong}"),
            ):
                path = changed(name, what, by)
                assert run(capfd, exits, "onboard", path, *form, *everywhere) == 3, name
                run(capfd, exits, "plan", path, *form)
    assert not (leaks := secrets.found_in(exits.texts)), "\n".join(leaks[:40])


def secrets_of(secrets: Secrets, kind: str) -> str:
    made = f"Canary7-{kind}-Kal31ewwqX-0000"
    secrets.add(kind, made)
    return made


def test_the_search_finds_what_shows(secrets: Secrets) -> None:
    """A test that cannot fail proves nothing: every form of every kind is found."""
    for value, kind in list(secrets.kinds.items()):
        core = value[:-4] if len(value) >= 20 else value
        for text in (value, f"x{value}y", core, core.encode().hex()):
            assert any(found.startswith(kind) for found in secrets.found_in({"here": text})), (kind, text)
    secrets.add("code", "31415926")
    assert secrets.found_in({"here": "code 31415926."})
    assert not secrets.found_in({"here": "port 314159265 and ***0000"})
