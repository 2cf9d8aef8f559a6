"""Caring for accounts from the command line: no secret on a screen, in a log or in the database, new ones included."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.canary.exits import Exits, watched
from tests.canary.seeds import SECRETS, Secrets
from tests.canary.test_canary_cli import run
from tests.canary.test_canary_durable import dump
from tests.playground import Playground
from venuekit.recipes.dossier import load_dossier
from venuekit.runs.durable.opening import open_runs
from venuekit.runs.durable.service import Runs

PUBLIC = ("uid", "email", "username", "account_id", "account", "user_id", "account_number", "portfolio_id")


def noted(runs: Runs, secrets: Secrets, when: str) -> dict[str, dict[str, str]]:
    """What is stored, by venue. From now on it must be seen nowhere."""
    found = {
        venue: {name: value.reveal() for name, value in held.items()}
        for venue, held in runs.credentials("jane").items()
    }
    for venue, held in found.items():
        for name, value in held.items():
            # The id of an API key stands in the address of the call that deletes it.
            if name not in (*PUBLIC, "wallet", "firm", "app_name") and (venue, name) != (
                "nebulaecn",
                "api_key",
            ):
                secrets.add(f"{venue} {name} {when}", value)
    return found


def answered(runs: Runs, playground: Playground) -> None:
    """What the commands have asked, as another process answers it."""
    person = playground.person()
    for name, questions in runs.questions().items():
        for question in questions:
            runs.answer(name, question.name, str(person(question)), venue=question.venue)


def test_every_command_of_care(
    canary_playground: Playground,
    canary_dossier: Path,
    secrets: Secrets,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    url = f"sqlite:///{tmp_path}/care.sqlite"
    monkeypatch.setenv("VENUEKIT_DATABASE_URL", url)
    monkeypatch.setenv("VENUEKIT_VAULT_KEY", SECRETS["store-key"])
    clock = canary_playground.server.sandbox.world.clock
    with watched() as exits, open_runs(url, key=SECRETS["store-key"]) as runs:
        dossier = load_dossier(canary_dossier)
        runs.submit(dossier, run="jane", urls=canary_playground.urls, folder=canary_dossier.parent)
        assert runs.work("jane", answer=canary_playground.person()).active
        at_first = noted(runs, secrets, "at first")
        clock.advance(200)

        assert run(capfd, exits, "rotate", "jane") == 0
        rotated = noted(runs, secrets, "rotated")
        assert run(capfd, exits, "health", "--json") == 0
        clock.advance(200)
        after(runs, canary_playground, secrets, capfd, exits, "reset-password", "jane", "--yes", "--json")
        clock.advance(200)
        after(runs, canary_playground, secrets, capfd, exits, "connect", "--from", "jane")
        assert run(capfd, exits, "health") == 0
        clock.advance(200)
        assert run(capfd, exits, "revoke", "jane", "--yes") == 0
        runs.ledger.put("jane", "tradelocker", {"access_token": SECRETS["login-password"]}, 0.0)
        assert run(capfd, exits, "health") == 4
        assert run(capfd, exits, "runs") == run(capfd, exits, "runs", "--json") == 0
        for one in runs.all():
            run(capfd, exits, "show", one.id, "--timeline", "--json")
            run(capfd, exits, "history", one.id)
            for row in runs.ledger.cases(one.id):
                exits.show("row", row)
        texts = exits.texts | {"dump": dump(url)}
        for file in tmp_path.glob("care.sqlite*"):
            texts[f"file {file.name}"] = file.read_bytes().decode("latin-1")
    assert {venue for venue, held in rotated.items() if held != at_first[venue]} == set(at_first)
    assert "refused" in texts["stdout of health"] and "venuekit_secrets" in texts["dump"]
    assert not (leaks := secrets.found_in(texts)), "\n".join(leaks[:40])


def after(
    runs: Runs,
    playground: Playground,
    secrets: Secrets,
    capfd: pytest.CaptureFixture[str],
    exits: Exits,
    *command: str,
) -> None:
    """Give a command until it has come to its end; in between somebody answers."""
    for _ in range(5):
        code = run(capfd, exits, *command)
        noted(runs, secrets, command[0])
        if code != 10:
            break
        answered(runs, playground)
    assert code == 0
