"""What a command loads: whoever only looks does not wait for the clients, the dossier's rules and the engine."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

from venuekit import recipes
from venuekit import runs as durable

Command = Callable[..., Any]
Edit = Callable[..., Path]

HEAVY = (
    "dbos",
    "email_validator",
    "eth_account",
    "httpcore",
    "httpx",
    "psycopg",
    "ruamel",
    "venuekit_clients",
    "venuekit_schemas",
)
LOADED = f"""
import sys
from venuekit.cli import main
code = main(sys.argv[1:])
print(code, sorted({set(HEAVY)!r} & set(sys.modules)), file=sys.stderr)
"""
# Typer may load pydantic by itself, so this is without the command.
LIBRARY = f"""
import os
import sys
from venuekit import runs
with runs.open(os.environ["VENUEKIT_DATABASE_URL"]) as opened:
    assert [run.id for run in opened.all()] == ["jane"]
    opened.show("jane"), opened.result("jane"), opened.credentials("jane"), opened.questions(), list(opened.history())
    opened.cancel("jane"), opened.purge("customer-0001")
print(sorted({{*{HEAVY!r}, "pydantic"}} & set(sys.modules)))
"""


@pytest.fixture(autouse=True)
def jane(command: Command, edit: Edit) -> None:
    assert command("onboard", edit(), "--run", "jane", "--detach").code == 0


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (0, "--help"),
        (0, "runs"),
        (0, "runs --waiting --json"),
        (0, "show jane"),
        (0, "show jane --timeline --json"),
        (0, "credentials jane --json"),
        (0, "history jane"),
        (3, "answer jane sms-code 123456"),
        (0, "cancel jane"),
        (0, "purge customer-0001 --yes"),
    ],
)
def test_whoever_looks_loads_no_client(code: int, arguments: str) -> None:
    ended = _python(LOADED, *arguments.split())

    assert ended.stderr.splitlines()[-1] == f"{code} []"


def test_nor_does_a_program() -> None:
    assert _python(LIBRARY).stdout == "[]\n"


def test_no_module_takes_the_place_of_a_name() -> None:
    """An import of `venuekit.runs.x` would put the module where `x` is loaded on first use."""
    modules = {module.name for package in (durable, recipes) for module in iter_modules(package.__path__)}

    assert modules & {*durable.__all__, *recipes.__all__} == set()


def _python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    ended = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False, timeout=120
    )
    assert "Traceback" not in ended.stderr
    return ended
