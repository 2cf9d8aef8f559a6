"""Rules about evidence: a spec of somebody else's system is a claim and says what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from codegen.documents import Document, Path_
from codegen.rules.base import Problem, Rule

LEVELS = ("documented", "observed", "inferred")
PAGE = re.compile(r"\d{3}_[0-9a-f]{16}\.txt")


def claims(document: Document) -> Iterator[tuple[Path_, str, Any]]:
    """Every operation and component schema with its x-evidence, then every other place that has one."""
    for operation in document.operations():
        yield (*operation.at, "x-evidence"), operation.id, operation.raw.get("x-evidence")
    for name, raw in document.schemas().items():
        at: Path_ = ("components", "schemas", name)
        yield (*at, "x-evidence"), name, raw.get("x-evidence") if isinstance(raw, dict) else None
        for field, schema in (raw.get("properties") or {}).items() if isinstance(raw, dict) else ():
            if isinstance(schema, dict) and "x-evidence" in schema:
                yield (*at, "properties", field, "x-evidence"), f"{name}.{field}", schema["x-evidence"]


def evidence_given(document: Document) -> Iterator[Problem]:
    for at, name, evidence in claims(document):
        if not isinstance(evidence, dict):
            yield Problem(at, f"{name} has no `x-evidence: {{level, source, note}}`")


def evidence_level(document: Document) -> Iterator[Problem]:
    for at, name, evidence in claims(document):
        if isinstance(evidence, dict) and evidence.get("level") not in LEVELS:
            yield Problem((*at, "level"), f"{name}: the level is one of {', '.join(LEVELS)}")


def evidence_source(document: Document) -> Iterator[Problem]:
    for at, name, evidence in claims(document):
        if not isinstance(evidence, dict):
            continue
        source = str(evidence.get("source") or "").strip()
        if not source:
            yield Problem((*at, "source"), f"{name}: name the source")
        elif (
            evidence.get("level") == "documented"
            and not PAGE.search(source)
            and not source.startswith("https://")
        ):
            yield Problem(
                (*at, "source"),
                f"{name}: `{source}` is neither a page (`001_18a38cef585526b2.txt`) nor a URL",
            )


def evidence_note(document: Document) -> Iterator[Problem]:
    for at, name, evidence in claims(document):
        if isinstance(evidence, dict) and evidence.get("level") == "inferred" and not evidence.get("note"):
            yield Problem(at, f"{name} is inferred: say from what in `note`")


EVIDENCE_RULES = (
    Rule("evidence-given", "Every operation and schema says what it rests on.", evidence_given),
    Rule(
        "evidence-level",
        "documented: a page says so; observed: seen on the wire; inferred: concluded.",
        evidence_level,
    ),
    Rule("evidence-source", "Somebody must be able to look it up.", evidence_source),
    Rule("evidence-note", "A conclusion is only as good as its reason.", evidence_note),
)
