"""Commands, options, exit codes and JSON documents are as the pages say."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import typer.main

from tests.docs.pages import PAGES, ROOT, blocks, prose, read, table
from venuekit.cli import documents
from venuekit.cli.app import app
from venuekit.cli.exits import PRECEDENCE, ExitCode
from venuekit.runs import onboard, plan
from venuekit_sandbox import Sandbox
from venuekit_schemas.dossier import Dossier

COMMANDS: dict[str, Any] = getattr(typer.main.get_command(app), "commands")  # noqa: B009
_WRITTEN_OTHERWISE = {
    "VENUE=URL": "t4=https://example.com",
    "VENUE": "t4",
    "ENV": "demo",
    "S": "5",
    "PORT": "0",
    "URL": "sqlite:///runs.sqlite",
    "WHERE": "keyring",
}


def _lines(page: str) -> Iterator[str]:
    """Everything that looks like a command: lines of shell blocks, and code in the prose."""
    for block in blocks(page):
        if block.language in ("sh", "bash", "console"):
            yield from block.text.splitlines()
    yield from re.findall(r"`([^`\n]+)`", prose(page))


def _arguments(page: str, program: str) -> Iterator[list[str]]:
    """The arguments of each call of a program."""
    for line in _lines(page):
        for part in re.split(r"&&|\|", line.partition("  #")[0]):
            words = shlex.split(part.removeprefix("$ "), comments=True) if program in part else []
            words = words[2:] if words[:2] == ["uv", "run"] else words
            if words and words[0] == program:
                yield words[1:]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_ours_exists_with_its_options(page: str) -> None:
    for words in _arguments(page, "venuekit"):
        if not words or words == ["--version"]:
            continue
        assert words[0] in COMMANDS, words
        plain = [_WRITTEN_OTHERWISE.get(word, word) for word in words[1:] if word != "…"]
        command = COMMANDS[words[0]]
        command.make_context(words[0], plain, resilient_parsing=False)


@pytest.mark.parametrize("page", PAGES)
def test_every_check_and_script_exists(page: str) -> None:
    for words in _arguments(page, "nox"):
        if "-s" in words:
            assert words[words.index("-s") + 1] in _sessions()
    for words in _arguments(page, "python"):
        if words[:1] == ["-m"]:
            assert importlib.util.find_spec(words[1].partition(" ")[0]) is not None, words
        elif words:
            assert (ROOT / words[0]).is_file(), words


def test_contributing_lists_every_session() -> None:
    assert {row[0] for row in table("CONTRIBUTING.md", "## Checks")} == _sessions()


def _sessions() -> set[str]:
    tree = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    found: set[str] = set()
    for function in functions:
        for decorator in function.decorator_list:
            if "session" in ast.unparse(decorator):
                named = [k.value for k in getattr(decorator, "keywords", []) if k.arg == "name"]
                found.add(ast.literal_eval(named[0]) if named else function.name)
    return found


def test_the_page_lists_every_command() -> None:
    rows = table("docs/cli.md", "# The command")
    said = [re.findall(r"venuekit ([\w-]+)", row[0])[0] for row in rows]
    assert sorted(said) == sorted(COMMANDS)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("version", "vault")])
def test_the_page_lists_every_option_with_its_default(name: str) -> None:
    said = {row[0].replace(",", " ").split()[0]: row for row in table("docs/cli.md", f"## {name}")}
    options = {p.opts[0]: p for p in COMMANDS[name].params if p.opts[0].startswith("-") and p.name != "help"}
    kept = {row[0].split()[0] for row in table("docs/cli.md", "## Where runs are kept")}
    if kept <= set(options):
        options = {flag: option for flag, option in options.items() if flag not in kept}
    assert set(said) == set(options)
    for flag, option in options.items():
        default = said[flag][2]
        if isinstance(option.default, bool):
            assert default == "off" and option.default is False
        elif isinstance(option.default, int | float):
            assert float(default) == option.default
        elif option.default is not None:
            assert default == str(option.default)


def test_the_page_lists_every_command_of_the_vault() -> None:
    said = [re.findall(r"venuekit vault (\w+)", row[0])[0] for row in table("docs/cli.md", "## vault")]
    assert sorted(said) == sorted(COMMANDS["vault"].commands)


def test_the_page_lists_every_exit_code_and_their_order() -> None:
    assert [int(row[0]) for row in table("docs/cli.md", "## Exit codes")] == [int(code) for code in ExitCode]
    order = re.search(r"From worst to best: ([\d, ]+)\.", read("docs/cli.md"))
    assert order is not None
    assert [int(code) for code in order[1].split(",")] == [int(code) for code in PRECEDENCE]


def _example(heading: str) -> Any:
    below = read("docs/cli.md").split(f"\n{heading}\n", 1)[1]
    return json.loads(below.partition("```json\n")[2].partition("```")[0])


def test_the_json_of_a_run_has_the_shape_on_the_page(dossier: Dossier) -> None:
    sandbox = Sandbox()
    run = onboard(dossier, venues=["tradelocker"], answer=lambda _: None, apps={"tradelocker": sandbox.app})
    said, real = _example("### A run"), _document(documents.run_document(run))
    assert said.keys() == real.keys()
    (said_case,), (real_case,) = said["cases"], real["cases"]
    assert said_case.keys() == real_case.keys()
    assert {k: said_case[k] for k in ("venue", "status", "raw_status", "error", "waiting")} == {
        k: real_case[k] for k in ("venue", "status", "raw_status", "error", "waiting")
    }
    assert said_case["steps"][0].keys() == real_case["steps"][0].keys()
    assert said_case["credentials"].keys() <= real_case["credentials"].keys()


def test_the_json_of_a_plan_has_the_shape_on_the_page(dossier: Dossier) -> None:
    said = _example("### A plan")
    real = _document(documents.plan_document(plan(dossier, venues=["t4"]), []))
    real["cases"][0]["calls"] = real["cases"][0]["calls"][:1]
    assert said == real


def _document(document: documents.Json) -> Any:
    return json.loads(documents.dump(document))
