"""The oldest versions that are tested are those that pyproject.toml promises; the HTTP library is one we know."""

from __future__ import annotations

import logging
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from venuekit import TradeLocker

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
_PINNED = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)
_BOUND = re.compile(r"([\w.-]+)(?:\[[\w,]+\])?\s*>=\s*([\w.]+)")


def _bounds() -> Iterator[tuple[str, str]]:
    """Each `name>=version` of what the session `lowest` installs."""
    project = PYPROJECT["project"]
    wanted = [*project["dependencies"], *PYPROJECT["dependency-groups"]["test"]]
    for extra in project["optional-dependencies"].values():
        wanted += extra
    for requirement in wanted:
        if isinstance(requirement, str) and not requirement.startswith("venuekit["):
            found = _BOUND.match(requirement)
            assert found is not None, f"{requirement} has no lower bound"
            yield found[1].replace(".", "-"), found[2]


def _number(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in version.split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def test_the_lowest_versions_are_the_lower_bounds() -> None:
    text = (ROOT / "tests" / "compat" / "lowest.txt").read_text("utf-8")
    pinned = {name.replace(".", "-"): version for name, version in _PINNED.findall(text)}
    wrong = {
        name: (version, pinned.get(name))
        for name, version in _bounds()
        if name not in pinned or _number(pinned[name]) < _number(version)
    }
    exact = [name for name, version in _bounds() if _number(pinned.get(name, "0")) == _number(version)]
    advice = "make lowest.txt anew; its first lines say how"
    assert not wrong, advice
    # A bound may be unreachable (a sdist that no longer builds, a release taken back), but not many are.
    assert len(exact) >= 0.8 * len(list(_bounds())), advice


def test_supported_pythons_are_the_tested_ones() -> None:
    said = [c.rpartition(" ")[2] for c in PYPROJECT["project"]["classifiers"] if "Python :: 3." in c]
    noxfile = (ROOT / "noxfile.py").read_text("utf-8")
    assert said == ["3.11", "3.12", "3.13"]
    assert all(f'"{version}"' in noxfile for version in said)


def test_every_logger_of_the_http_library_is_masked() -> None:
    """httpx and httpx2 name their loggers after themselves; one that is not known here would print secrets."""
    TradeLocker(email="a@example.com", password="p", server="S").close()
    loggers = {
        name: value
        for name, module in sys.modules.items()
        if name.partition(".")[0] in ("httpx", "httpcore", "httpx2", "httpcore2")
        for value in vars(module).values()
        if isinstance(value, logging.Logger)
    }
    assert {logger.name.partition(".")[0] for logger in loggers.values()} in (
        {"httpx", "httpcore"},
        {"httpx2", "httpcore2"},
    )
    assert [name for name, logger in loggers.items() if not logger.filters] == []
