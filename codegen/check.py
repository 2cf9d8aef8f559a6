"""The drift check: generated/ is exactly what the specs, templates and tools give, and nothing got lost on the way."""

from __future__ import annotations

import ast
import difflib
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from codegen import pages
from codegen.documents import GENERATED, SPECS, load, venue_specs
from codegen.generate import CLIENTS, build, tree

SHOWN_FILES = 5
SHOWN_LINES = 12


def check(
    *, specs: Path = SPECS, generated: Path = GENERATED, docs: Path = pages.DOCS, twice: bool = False
) -> list[str]:
    """Compare what is there with what a new generation gives.

    Args:
        specs: The directory of the specs.
        generated: The directory to check.
        docs: The directory of the docs; the machine output in it is checked.
        twice: Generate a second time and compare the two results as well.

    Returns:
        The problems, for people. Empty when all is well.

    Raises:
        ToolError: A generator failed.
    """
    problems = list(coverage(specs, generated))
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "first"
        build(specs=specs, output=fresh)
        problems += differences(tree(generated), tree(fresh), now="generated/", then="a new generation")
        if twice:
            again = Path(scratch) / "second"
            build(specs=specs, output=again)
            problems += differences(tree(fresh), tree(again), now="one generation", then="the next one")
    problems += [
        f"docs/{name} is out of date: run `python -m codegen docs`" for name in pages.outdated(docs, specs)
    ]
    return problems


def differences(old: dict[str, bytes], new: dict[str, bytes], *, now: str, then: str) -> list[str]:
    """What differs between two trees, the first few files with the head of their diff."""
    problems: list[str] = []
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            problems.append(f"{name}: is in {now} but not in {then}")
        elif name not in old:
            problems.append(f"{name}: is in {then} but not in {now}")
        elif old[name] != new[name]:
            problems.append(
                f"{name}: differs between {now} and {then}" + _head(name, old[name], new[name], len(problems))
            )
    if problems:
        problems.append("run `python -m codegen generate` and commit the result")
    return problems


def _head(name: str, old: bytes, new: bytes, already_shown: int) -> str:
    if already_shown >= SHOWN_FILES:
        return ""
    before, after = (data.decode(errors="replace").splitlines() for data in (old, new))
    diff = difflib.unified_diff(before, after, fromfile=name, tofile=name, lineterm="", n=1)
    return "\n" + "\n".join(f"    {line}" for line in islice(diff, SHOWN_LINES))


def coverage(specs: Path, generated: Path) -> Iterator[str]:
    """Per venue: operations of the spec == endpoint modules == resource methods == OPERATIONS.

    The client generator drops an operation it cannot handle and still ends well, so this is counted separately.
    """
    for file in venue_specs(specs):
        package = generated / CLIENTS / file.stem
        if not (package / "operations.py").exists():
            yield f"{file.stem}: {CLIENTS}/{file.stem} is missing"
            continue
        wanted = {operation.id for operation in load(file).operations()}
        listed = listed_operations(package)
        yield from _compare(file.stem, "OPERATIONS", wanted, set(listed))
        names = set(listed.values())
        yield from _compare(file.stem, "the endpoint modules", names, endpoint_modules(package))
        for prefix in ("", "Async", "Raw", "AsyncRaw"):
            label = f"the {prefix or 'sync'} resource methods"
            yield from _compare(file.stem, label, names, resource_methods(package, prefix=prefix))


def _compare(venue: str, what: str, wanted: set[str], found: set[str]) -> Iterator[str]:
    for name in sorted(wanted - found):
        yield f"{venue}: {name} is missing in {what}"
    for name in sorted(found - wanted):
        yield f"{venue}: {name} is in {what} but not in the spec"


def listed_operations(package: Path) -> dict[str, str]:
    """operationId to `tag.name`, read from operations.py without importing it."""
    found: dict[str, str] = {}
    for node in ast.walk(ast.parse((package / "operations.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Operation":
            values = {
                keyword.arg: keyword.value.value
                for keyword in node.keywords
                if isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, str)
            }
            found[values["id"]] = f"{values['tag']}.{values['name']}"
    return found


def endpoint_modules(package: Path) -> set[str]:
    """`tag.module` of every endpoint module."""
    return {
        f"{file.parent.name}.{file.stem}"
        for file in (package / "api").glob("*/*.py")
        if file.stem != "__init__"
    }


def resource_methods(package: Path, *, prefix: str) -> set[str]:
    """`tag.method` of every public method of the resource classes: plain (no prefix), `Async`, `Raw` or `AsyncRaw`."""
    found: set[str] = set()
    for file in (package / "api").glob("*/__init__.py"):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and _kind(node.name) == prefix:
                found |= {
                    f"{file.parent.name}.{item.name}"
                    for item in node.body
                    if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)
                    and not item.name.startswith("_")
                    and item.name != "with_raw_response"
                }
    return found


def _kind(name: str) -> str:
    """The prefix of a resource class."""
    return next((prefix for prefix in ("AsyncRaw", "Async", "Raw") if name.startswith(prefix)), "")
