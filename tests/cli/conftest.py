"""The command in this process, and a sandbox on a real port."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from venuekit.cli import main
from venuekit.cli.commands import sandbox_urls
from venuekit_sandbox import SandboxServer

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@dataclass(frozen=True)
class Outcome:
    """What a command ended with."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """stdout, which must be one JSON document and nothing else."""
        return json.loads(self.out)

    def case(self, venue: str) -> dict[str, Any]:
        [case] = [case for case in self.document["cases"] if case["venue"] == venue]
        found: dict[str, Any] = case
        return found


Command = Callable[..., Outcome]
Edit = Callable[..., Path]


@pytest.fixture(autouse=True)
def own_database(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each test has a database and a vault key of its own; the user's are never touched."""
    home = tmp_path_factory.mktemp("home")
    url = f"sqlite:///{home / 'runs.sqlite'}"
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "VENUEKIT_PROFILE", "VENUEKIT_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("VENUEKIT_DATABASE_URL", url)
    monkeypatch.setenv("VENUEKIT_VAULT_KEY", base64.urlsafe_b64encode(b"k" * 32).decode())
    return url


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str]) -> Command:
    """Run `venuekit` with arguments. Standard input is no terminal."""

    def run(*arguments: object) -> Outcome:
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return Outcome(code, out, err)

    return run


@pytest.fixture
def server(sandbox_server: SandboxServer) -> SandboxServer:
    """The session's sandbox, fresh."""
    sandbox_server.sandbox.reset()
    return sandbox_server


@pytest.fixture
def urls(server: SandboxServer) -> dict[str, str]:
    """The API base of each venue of the sandbox."""
    return sandbox_urls(server.url)


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """A copy of the example with its documents, in which `(old, new)` pairs are replaced; each `old` stands once."""
    shutil.copytree(EXAMPLES / "documents", tmp_path / "documents")

    def edited(*changes: tuple[str, str]) -> Path:
        text = (EXAMPLES / "dossier.yaml").read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        path = tmp_path / "dossier.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return edited


def url_options(urls: dict[str, str]) -> list[str]:
    """`--url VENUE=URL` for each."""
    return [part for venue, url in urls.items() for part in ("--url", f"{venue}={url}")]
