"""Shared by all tests: one sandbox per session on a port of its own, emptied before each test that uses it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.playground import Playground
from venuekit.recipes.dossier import load_dossier
from venuekit_sandbox import SandboxServer
from venuekit_schemas.dossier import Dossier

ROOT = Path(__file__).resolve().parent.parent
# How fast the machine is decides no test.
settings.register_profile("venuekit", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("venuekit")

# Every answer of every sandbox, those in subprocesses too, is compared with the spec of its venue.
os.environ.setdefault("VENUEKIT_SANDBOX_CHECKED", "1")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What waits more than it computes comes first, so that the others have the processor meanwhile, and the end has no tail."""
    items.sort(key=lambda item: item.path.parent.name not in ("benchmarks", "kill"))


def pytest_sessionfinish() -> None:
    """No server outlives the tests."""
    databases = sys.modules.get("tests.runs.databases")
    if databases is not None:
        databases.stop()


@pytest.fixture(autouse=True)
def no_violations() -> Iterator[None]:
    """No answer of the sandbox breaks the spec of its venue, even where a test expects a failure."""
    yield
    checks = sys.modules.get("venuekit_sandbox.checks")
    if checks is not None and checks.violations:
        found = [str(violation) for violation in checks.violations]
        checks.violations.clear()
        pytest.fail("\n".join(found))


@pytest.fixture(autouse=True)
def usual_recursion_limit() -> None:
    """As a fresh interpreter has it: a dependency of eth-account raises it to 100,000, where deep JSON is a crash."""
    sys.setrecursionlimit(1000)


@pytest.fixture(scope="session")
def sandbox_server() -> Iterator[SandboxServer]:
    """A sandbox on a free port, as it is left behind. Most tests want `playground`."""
    with SandboxServer() as server:
        yield server


@pytest.fixture
def playground(sandbox_server: SandboxServer) -> Playground:
    """The sandbox, freshly reset, with its control plane."""
    found = Playground(sandbox_server)
    found.reset()
    return found


@pytest.fixture(scope="session")
def example_path() -> Path:
    """The example dossier's file."""
    return ROOT / "examples" / "dossier.yaml"


@pytest.fixture
def dossier(example_path: Path) -> Dossier:
    """The example dossier. A test may change its copy."""
    return load_dossier(example_path)
