"""The import statements of `patterns.py` also work. Its types are checked by `nox -s types`."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_patterns_can_be_imported() -> None:
    assert import_module("tests.surface.patterns").Desk.__mro__[1].__name__ == "NebulaECN"


def test_the_type_checkers_read_the_patterns() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    assert "tests/surface/patterns.py" in tools["pyright"]["include"]
    assert tools["mypy"]["strict"] is True
