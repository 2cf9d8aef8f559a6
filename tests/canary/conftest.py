"""A sandbox whose fixtures are canaries, with every secret that passes noted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.canary.seeds import SECRETS, WALLET_KEY, Secrets, Traffic
from tests.conftest import ROOT
from tests.playground import Playground
from venuekit import PrivateKeySigner
from venuekit_sandbox import Sandbox, SandboxServer
from venuekit_sandbox.nebulaecn import resource_phones
from venuekit_sandbox.stokn import identity
from venuekit_sandbox.t4 import state as t4
from venuekit_sandbox.tradelocker import state as tradelocker

EMAIL = "jane.roe@example.com"


@pytest.fixture
def secrets() -> Secrets:
    return Secrets()


@pytest.fixture
def canary_server(monkeypatch: pytest.MonkeyPatch, secrets: Secrets) -> Iterator[SandboxServer]:
    """On a port. Its own fixtures are canaries too, and its codes are ten digits that nothing else has."""
    monkeypatch.setattr(t4, "_API_KEY", SECRETS["admin-key"])
    monkeypatch.setattr(t4, "_APP_LICENSE", SECRETS["app-license"])
    monkeypatch.setattr(
        tradelocker, "_DEMO", ("demo@example.com", SECRETS["tradelocker-password"], "SANDBOX")
    )
    for module, code in ((resource_phones, 7_734_190_866), (identity, 8_845_201_977)):
        made = SimpleNamespace(**{**vars(module.secrets), "randbelow": lambda limit, code=code: code})
        monkeypatch.setattr(module, "secrets", made)
    sandbox = Sandbox()
    sandbox.app = Traffic(sandbox.app, secrets)
    venues: Any = sandbox.venues
    reset = sandbox.reset

    def reset_with_canaries() -> None:
        reset()
        venues["stokn"]._state.identity._clients["sandbox"] = SECRETS["client-secret"]

    reset_with_canaries()
    with SandboxServer(sandbox=sandbox) as server:
        yield server


@pytest.fixture
def canary_playground(canary_server: SandboxServer) -> Playground:
    return Playground(canary_server)


@pytest.fixture
def canary_dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example dossier with canaries: some in clear, some in the environment, some in files."""
    yaml = YAML()
    found = yaml.load(ROOT / "examples" / "dossier.yaml")

    def in_file(kind: str) -> str:
        (tmp_path / kind).write_text(SECRETS[kind] + "\n", encoding="utf-8")
        return f"file:{kind}"

    def in_environment(kind: str) -> str:
        name = "CANARY_" + kind.upper().replace("-", "_")
        monkeypatch.setenv(name, SECRETS[kind])
        return f"env:{name}"

    found["applicant"]["contact"]["email"] = EMAIL
    found["login"]["password"] = SECRETS["login-password"]
    found["wallet"] = {"address": PrivateKeySigner(WALLET_KEY).address, "private_key": in_file("wallet-key")}
    venues = found["venues"]
    venues["stokn"]["client_secret"] = in_environment("client-secret")
    venues["tradelocker"]["password"] = in_file("tradelocker-password")
    venues["tradelocker"]["developer_api_key"] = in_environment("developer-key")
    venues["t4"]["api_key"] = in_environment("admin-key")
    venues["t4"]["password"] = SECRETS["t4-password"]
    venues["t4"]["login"]["app_license"] = in_file("app-license")
    for document in found["documents"]:
        for file in document["files"]:
            file["path"] = str(ROOT / "examples" / file["path"])
    path = tmp_path / "dossier.yaml"
    yaml.dump(found, path)
    return path
