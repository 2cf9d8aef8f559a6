"""The pages and parts of pages of the docs that are machine output: the evidence of each venue, and the table of rules."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from codegen.documents import ROOT, SPECS, Document, load, venue_specs
from codegen.lint import rules_table
from codegen.rules.evidence import LEVELS

DOCS = ROOT / "docs"
EVIDENCE = "evidence.md"
RULES_PAGE = "specs.md"
RULES_BEGIN = "<!-- rules: machine output of `python -m codegen docs` -->\n"
RULES_END = "<!-- end of rules -->\n"
INTRO = """# Evidence

The specs describe other people's systems, so every part says what it rests on: **documented** (a page of the venue says
so), **observed** (seen on the wire or in published code that works) or **inferred** (concluded, with the reason). Fields
count with the level of their schema unless they name their own.

This page is machine output of `python -m codegen docs`; `python -m codegen check` fails when it is out of date.
"""


def write(docs: Path = DOCS, specs: Path = SPECS) -> None:
    """Write the evidence page, and the table of rules into its place in the page about specs."""
    docs.mkdir(parents=True, exist_ok=True)
    for name, text in expected(docs, specs).items():
        (docs / name).write_text(text, encoding="utf-8")


def outdated(docs: Path = DOCS, specs: Path = SPECS) -> list[str]:
    """The names of the pages that are not what they should be."""
    return [
        name
        for name, text in expected(docs, specs).items()
        if not (docs / name).exists() or (docs / name).read_text(encoding="utf-8") != text
    ]


def expected(docs: Path, specs: Path) -> dict[str, str]:
    """Every page with machine output as it should be; what people wrote around it stays."""
    pages = {EVIDENCE: evidence(specs)}
    rules = docs / RULES_PAGE
    if rules.exists():
        before, _, rest = rules.read_text(encoding="utf-8").partition(RULES_BEGIN)
        _, _, after = rest.partition(RULES_END)
        pages[RULES_PAGE] = f"{before}{RULES_BEGIN}\n{rules_table()}\n{RULES_END}{after}"
    return pages


def evidence(specs: Path = SPECS) -> str:
    """The evidence page as Markdown."""
    documents = [load(file) for file in venue_specs(specs)]
    parts = [INTRO, _summary(documents), *(_operations(document) for document in documents)]
    return "\n".join(parts)


def _summary(documents: list[Document]) -> str:
    lines = [
        "## How much rests on what\n",
        "| venue | part | " + " | ".join(LEVELS) + " |",
        "|---|---|" + "--:|" * len(LEVELS),
    ]
    for document in documents:
        for part, counts in _counts(document).items():
            numbers = " | ".join(str(counts[level]) for level in LEVELS)
            lines.append(f"| {document.file.stem} | {part} | {numbers} |")
    return "\n".join(lines) + "\n"


def _counts(document: Document) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {"operations": Counter(), "schemas": Counter(), "fields": Counter()}
    for operation in document.operations():
        counts["operations"][_level(operation.raw)] += 1
    for schema in document.schemas().values():
        counts["schemas"][_level(schema)] += 1
        for field in (schema.get("properties") or {}).values():
            counts["fields"][
                _level(field) if isinstance(field, dict) and "x-evidence" in field else _level(schema)
            ] += 1
    return counts


def _level(raw: dict[str, Any]) -> str:
    evidence = raw.get("x-evidence")
    return str(evidence.get("level")) if isinstance(evidence, dict) else "none"


def _operations(document: Document) -> str:
    lines = [
        f"## {document.file.stem}\n",
        "| operation | address | level | source | credentials | retry | person | note |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for operation in sorted(document.operations(), key=lambda found: found.id):
        evidence = operation.raw.get("x-evidence") or {}
        cells = [
            f"`{operation.id}`",
            f"`{operation.method.upper()} {operation.path}`",
            evidence.get("level"),
            evidence.get("source"),
            _security(operation.raw),
            _retry(operation.raw),
            operation.raw.get("x-human"),
            evidence.get("note"),
        ]
        lines.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def _security(raw: dict[str, Any]) -> str:
    """What a call is made with: alternatives of security schemes. `{}` in the spec allows a call with none."""
    alternatives = [" + ".join(f"`{scheme}`" for scheme in sorted(one)) or "none" for one in raw["security"]]
    return " or ".join(alternatives) or "none"


def _retry(raw: dict[str, Any]) -> str:
    """The retry class, and for a call that must not be repeated the one that tells whether it happened."""
    lookup = raw.get("x-lookup")
    return f"{raw.get('x-retry')}, see `{lookup}`" if lookup else str(raw.get("x-retry"))


def _cell(value: Any) -> str:
    return " ".join(str(value).split()).replace("|", "\\|") if value is not None else ""
