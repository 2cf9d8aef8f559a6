"""What can be imported is what is documented, and importing costs nothing before it is used."""

from __future__ import annotations

import difflib
import re
import subprocess
import sys
from importlib import import_module

import pytest

import venuekit
from tests.docs.pages import read, table
from tests.surface import signatures, surface


@pytest.mark.parametrize("module", surface.MODULES)
def test_the_page_lists_every_public_name_with_one_line(module: str) -> None:
    rows = table("docs/api.md", f"## {module}")
    assert [row[0] for row in rows] == sorted(surface.names(module), key=str.lower)
    assert [row[0] for row in rows if not row[1]] == []


def test_the_page_lists_no_other_module() -> None:
    assert re.findall(r"^## (\S+)$", read("docs/api.md"), re.MULTILINE) == list(surface.MODULES)


@pytest.mark.parametrize("module", surface.MODULES)
def test_names_are_unique_and_exist(module: str) -> None:
    loaded = import_module(module)
    offered = surface.names(module)
    assert len(offered) == len(set(offered))
    assert [name for name in offered if not hasattr(loaded, name)] == []


def test_the_package_offers_nothing_but_its_names() -> None:
    assert {name for name in dir(venuekit) if not name.startswith("_")} - _SUBMODULES == {
        *venuekit.__all__,
        *_IMPORTED,
    }
    with pytest.raises(AttributeError, match="has no attribute 'Client'"):
        _ = venuekit.Client


# Rooms become attributes once something is imported from them, as with every package.
_SUBMODULES = {"auth", "cli", "pages", "recipes", "runs", "telemetry", "transport", "venues"}
_IMPORTED = {"TYPE_CHECKING", "annotations", "import_module"}


@pytest.mark.parametrize("name", venuekit.__all__)
def test_a_name_is_the_object_of_its_home(name: str) -> None:
    value = getattr(venuekit, name)
    assert value is getattr(import_module(value.__module__), name)
    assert getattr(venuekit, name) is value
    assert value.__doc__


def test_each_name_is_imported_alone_and_on_first_use() -> None:
    """In a new process each: a name must not depend on another one having been imported before."""
    code = (
        "import sys, venuekit\n"
        "assert not [m for m in sys.modules if m.startswith('venuekit.') or m.startswith('venuekit_')]\n"
        "for name in venuekit.__all__:\n"
        "    for module in [m for m in sys.modules if m.partition('.')[0] in sys.argv[1:]]:\n"
        "        del sys.modules[module]\n"
        "    scope = {}\n"
        "    exec(f'from venuekit import {name}', scope)\n"
        "    assert scope[name].__name__ == name\n"
    )
    run = [sys.executable, "-W", "error", "-c", code, *surface.ROOTS]
    done = subprocess.run(run, check=False, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")


def test_star_import_gives_the_public_names() -> None:
    scope: dict[str, object] = {}
    exec("from venuekit import *", scope)  # noqa: S102 - a star stands on the top level only
    assert set(scope) - {"__builtins__"} == set(venuekit.__all__)


def test_signatures_are_as_released() -> None:
    released, now = signatures.SNAPSHOT.read_text("utf-8").splitlines(), signatures.text().splitlines()
    changes = "\n".join(difflib.unified_diff(released, now, "signatures.txt", "the code", lineterm="", n=1))
    assert not changes, (
        f"{changes}\n\nIf this is meant: python -m tests.surface.signatures, and a line in CHANGELOG.md"
    )
