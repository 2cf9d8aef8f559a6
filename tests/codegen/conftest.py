"""Fixtures: one tiny spec, generated once per session into a temporary directory and importable as a venue."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="session")
def tiny_spec() -> Path:
    """The spec that follows every rule."""
    return HERE / "tiny.yaml"


@pytest.fixture(scope="session")
def tiny_output(tiny_spec: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the generators make of the tiny spec."""
    from codegen.generate import generate

    specs = tmp_path_factory.mktemp("specs")
    (specs / tiny_spec.name).write_bytes(tiny_spec.read_bytes())
    project = tmp_path_factory.mktemp("out")
    # A tool that takes settings from around its output would make something else here than the drift check does.
    settings = "".join(f"[tool.{tool}]\nline-length = 40\n" for tool in ("black", "ruff"))
    (project / "pyproject.toml").write_text(settings, encoding="utf-8")
    output = project / "generated"
    assert generate(specs=specs, output=output) is True
    return output


@pytest.fixture(scope="session")
def tiny(tiny_output: Path) -> Iterator[ModuleType]:
    """The generated client package, as `venuekit_clients.tiny`."""
    import venuekit_clients

    place = str(tiny_output / "venuekit_clients")
    venuekit_clients.__path__.append(place)
    try:
        yield importlib.import_module("venuekit_clients.tiny")
    finally:
        venuekit_clients.__path__.remove(place)
        for name in [name for name in sys.modules if name.startswith("venuekit_clients.tiny")]:
            del sys.modules[name]


@pytest.fixture(scope="session")
def tiny_schemas(tiny_output: Path) -> Iterator[ModuleType]:
    """The generated pydantic models, as `venuekit_schemas.tiny`."""
    import venuekit_schemas

    place = str(tiny_output / "venuekit_schemas")
    venuekit_schemas.__path__.append(place)
    try:
        yield importlib.import_module("venuekit_schemas.tiny")
    finally:
        venuekit_schemas.__path__.remove(place)
        sys.modules.pop("venuekit_schemas.tiny", None)
