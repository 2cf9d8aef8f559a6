"""The command line: `python -m codegen lint|generate|check|docs`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from codegen import check, lint, pages
from codegen.documents import DOSSIER, SPECS, venue_specs
from codegen.generate import generate
from codegen.tools_env import ToolError


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 done, 1 problems found, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m codegen", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    linting = commands.add_parser("lint", help="check the specs against the rules for writing them")
    linting.add_argument("files", nargs="*", type=Path, help="specs to check; all when left out")
    linting.add_argument("--list-rules", action="store_true", help="print the rules as a Markdown table")
    commands.add_parser(
        "generate", help="replace generated/ and the tables in docs/ with what the specs say now"
    )
    checking = commands.add_parser(
        "check", help="fail when generated/ or a table in docs/ is not what the specs say"
    )
    checking.add_argument(
        "--twice", action="store_true", help="generate twice and compare the two results as well"
    )
    commands.add_parser("docs", help="write the tables of docs/evidence.md and docs/specs.md")
    options = parser.parse_args(argv)
    try:
        return _run(options)
    except ToolError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _run(options: argparse.Namespace) -> int:
    if options.command == "lint":
        if options.list_rules:
            sys.stdout.write(lint.rules_table())
            return 0
        files = options.files or [*venue_specs(), *(file for file in [SPECS / DOSSIER] if file.exists())]
        problems = [problem for file in files for problem in lint.lint_file(file.resolve())]
        return _report(problems, done=f"{len(files)} specs follow the rules")
    if options.command == "generate":
        changed = generate()
        pages.write()
        sys.stderr.write("generated/ is replaced\n" if changed else "generated/ was up to date\n")
        return 0
    if options.command == "check":
        return _report(check.check(twice=options.twice), done="generated/ and docs/ are what the specs say")
    pages.write()
    return 0


def _report(problems: list[str], *, done: str) -> int:
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    sys.stderr.write(f"{len(problems)} problems\n" if problems else f"{done}\n")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
