"""Every example runs as its own process against a sandbox on a port, and says what its reader expects."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.playground import VENUES, Playground

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

# What must be in the output, in this order.
KEY_LINES = {
    "rabbitx": [
        "signed in, got the API key ***",
        "profile 1 is active",
        "still profile 1",
        "a wrong API key: getAccount refused",
        "read 3 times at once",
    ],
    "stokn": [
        "status UNINITIATED",
        "a wrong password: HTTP 409 with code 6",
        "logged in, the access token is ***",
        "the identity check is at https://",
        "made a portfolio",
        "the portfolios are MAIN_PORTFOLIO, Main portfolio",
    ],
    "nebulaecn": [
        "state pending",
        "signing up twice: HTTP 422, ('email.taken',)",
        "a bad password: HTTP 422",
        "confirmed the e-mail, state active, level 1",
        "confirmed the phone, level 2",
        "switched on two-factor authentication, the secret is ***",
        "its secret is ***",
        "read with the key: level 2, 2FA True, 1 phone, 1 key",
    ],
    "tradelocker": [
        "logged in, the access token ***",
        "account 1: USD, ACTIVE",
        "balance is 2024.75",
        "a wrong password: getJWTTokens refused",
        "read the state of 1 account(s) at once",
    ],
    "t4": [
        "is Disabled",
        "the venue knows 7 documents",
        "the same again: HTTP 409",
        "logged in, the token is ***",
    ],
}

DURABLE = {
    "durable_sync": [
        "t4 asks: enable-account",
        "tradelocker is active",
        "t4 is active",
        "the password is ***",
        "the history has",
    ],
    "durable_async": [
        "t4 asks: enable-account",
        "tradelocker ended as active",
        "t4 ended as active",
        "t4 is submitted",
        "t4 is active",
        "jane-t4 has yielded ['t4']",
    ],
}


def run_example(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    # Warnings are errors here as in all tests: a reader must not be met by one.
    return subprocess.run(
        [sys.executable, "-W", "error", str(EXAMPLES / f"{name}.py"), *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "NO_PROXY": "127.0.0.1"},
    )


def test_there_is_one_example_per_venue() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.py")} == {*VENUES, *DURABLE}


@pytest.mark.parametrize("venue", VENUES)
def test_example_runs(venue: str, playground: Playground) -> None:
    done = run_example(venue, "--url", playground.urls[venue])

    assert (done.returncode, done.stderr) == (0, "")
    at = 0
    for line in KEY_LINES[venue]:
        found = done.stdout.find(line, at)
        assert found >= 0, f"{line!r} is missing, or out of order, in:\n{done.stdout}"
        at = found + len(line)
    for message in playground.messages():
        assert message["code"] not in done.stdout
    for secret in ("Kal31-ewwqXrew", "sandbox-secret", "sandbox-password", "sandbox-license", "eyJ"):
        assert secret not in done.stdout


@pytest.mark.parametrize("name", DURABLE)
def test_durable_example_runs_and_can_be_started_again(
    name: str, playground: Playground, tmp_path: Path
) -> None:
    arguments = ("--url", playground.url, "--folder", str(tmp_path))
    first = run_example(name, *arguments)
    again = run_example(name, *arguments)

    for done in (first, again):
        assert (done.returncode, done.stderr) == (0, "")
        assert "sandbox-password" not in done.stdout
    at = 0
    for line in DURABLE[name]:
        found = first.stdout.find(line, at)
        assert found >= 0, f"{line!r} is missing, or out of order, in:\n{first.stdout}"
        at = found
    # Nobody is asked twice.
    assert " asks" not in again.stdout
    assert all(line in again.stdout for line in DURABLE[name][1:])


@pytest.mark.parametrize("venue", ["stokn", "nebulaecn", "t4"])
def test_example_runs_twice(venue: str, playground: Playground) -> None:
    """Names are made up per run, so that a reader can start an example again against the same sandbox."""
    for _ in range(2):
        assert run_example(venue, "--url", playground.urls[venue]).returncode == 0


@pytest.mark.parametrize("venue", VENUES)
def test_example_stays_short_and_uses_no_recipe(venue: str) -> None:
    text = (EXAMPLES / f"{venue}.py").read_text(encoding="utf-8")
    assert 60 <= len(text.splitlines()) <= 130
    assert "venuekit.recipes" not in text
    assert "venuekit.runs" not in text
    assert "async with Async" in text
