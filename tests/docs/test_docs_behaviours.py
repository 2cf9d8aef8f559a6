"""What the sandbox's pages say of each behaviour of a venue is legal, and names tests that are there."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest

from tests.docs.pages import ROOT, read
from venuekit_sandbox import specs

VENUES = ("rabbitx", "stokn", "nebulaecn", "tradelocker", "t4")
HERE = re.compile(r"yes|switch: \w+(, \w+)*|no: .+")
_METHODS = ("get", "put", "post", "delete", "patch")


@pytest.mark.parametrize("venue", VENUES)
def test_every_behaviour_is_there_with_its_test_or_says_why_not(venue: str) -> None:
    wrong = [problem for row in behaviours(venue) for problem in problems(row)]
    assert wrong == []


@pytest.mark.parametrize("venue", VENUES)
def test_every_operation_has_a_behaviour(venue: str) -> None:
    words = {word for row in behaviours(venue) for word in re.findall(r"\w+", row[0])}
    operations = {
        operation["operationId"]
        for item in specs.document(venue)["paths"].values()
        for method, operation in item.items()
        if method in _METHODS
    }
    assert operations - words == set()


def test_the_rules_for_a_row() -> None:
    good = "tests/docs/test_docs_behaviours.py::test_the_rules_for_a_row"
    assert problems(["login", "yes", good]) == []
    assert problems(["login", "switch: strict_docs", f"{good}<br>{good}"]) == []
    assert problems(["login", "no: nobody knows what it does", "-"]) == []
    for here, test in (
        ("maybe", good),
        ("no:", "-"),
        ("yes", "-"),
        ("yes", ""),
        ("no: not needed", good),
        ("yes", f"{good}_not"),
        ("yes", "tests/docs/nowhere.py::test_it"),
        ("yes", "test_the_rules_for_a_row"),
    ):
        assert problems(["login", here, test]) != [], (here, test)
    assert problems(["login", "yes"]) != []


def behaviours(venue: str) -> list[list[str]]:
    """The rows of all tables in the part `Behaviour` of a venue's page."""
    part = read(f"docs/sandbox-{venue}.md").split("\n## Behaviour\n", 1)[1].partition("\n## ")[0]
    found: list[list[str]] = []
    for lines in re.findall(r"(?:^\|.*\n)+", f"{part}\n", re.MULTILINE):
        head, _, *rows = (
            [cell.strip().replace("`", "") for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
            for line in lines.splitlines()
        )
        assert head == ["Behaviour", "Here", "Test"]
        found += rows
    assert found
    return found


def problems(row: list[str]) -> list[str]:
    """What is wrong with a row of the table `Behaviour`: three cells, behaviour, here and test."""
    if len(row) != 3:
        return [f"{row[0]}: three columns are expected"]
    behaviour, here, test = row
    found = [] if HERE.fullmatch(here) else [f"{behaviour}: not legal: {here}"]
    if here.startswith("no:") or test == "-":
        return found if here.startswith("no:") and test == "-" else [*found, f"{behaviour}: - belongs to no"]
    names = [name.strip() for name in test.split("<br>")]
    return found + [f"{behaviour}: no test {name or 'named'}" for name in names if not _exists(name)]


def _exists(name: str) -> bool:
    path, *parts = re.sub(r"\[.*\]$", "", name).split("::")
    inside = re.fullmatch(r"tests/[\w/]+\.py", path) and (ROOT / path).is_file()
    return bool(inside) and "::".join(parts) in _tests(path)


@cache
def _tests(path: str) -> frozenset[str]:
    """The tests of a module: `test_x`, and `TestX::test_y`."""
    found: set[str] = set()
    for node in ast.parse(read(path)).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            functions = (
                item for item in node.body if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)
            )
            found |= {f"{node.name}::{function.name}" for function in functions}
    return frozenset(name for name in found if name.rpartition("::")[2].startswith("test"))
