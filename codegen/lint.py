"""Check the specs against the rules for writing them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, SchemaError
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing.exceptions import Unresolvable
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from codegen.documents import Document, Path_, load, plain
from codegen.rules import RULES

FILE_RULES = {
    "yaml": "The file is YAML without duplicate keys.",
    "openapi": "The file is valid OpenAPI 3.1 (openapi-spec-validator).",
    "json-schema": "A `.schema.yaml` file is a valid JSON Schema 2020-12.",
    "closed-objects": "In a `.schema.yaml` file an object with fields refuses unknown ones, so that typing mistakes are found.",
}


def lint_file(file: Path) -> list[str]:
    """All problems of one spec as `file:line: rule: what to do`, in the order of the lines."""
    try:
        document = load(file)
    except YAMLError as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        text = (error.problem if isinstance(error, MarkedYAMLError) else None) or str(error)
        return [f"{Document(file, None).label}:{mark.line + 1 if mark else 1}: yaml: {text.splitlines()[0]}"]
    if not isinstance(document.data, dict):
        return [f"{document.label}:1: yaml: not a mapping"]
    problems = (
        json_schema_problems(document) if file.name.endswith(".schema.yaml") else openapi_problems(document)
    )
    found = {(document.line(at), rule, what) for at, rule, what in problems}
    return [f"{document.label}:{line}: {rule}: {what}" for line, rule, what in sorted(found)]


def openapi_problems(document: Document) -> Iterator[tuple[Path_, str, str]]:
    """The problems of one OpenAPI file."""
    invalid = False
    try:
        for error in OpenAPIV31SpecValidator(plain(document.data)).iter_errors():
            invalid = True
            yield (
                tuple(_keys(document, error.absolute_path)),
                "openapi",
                str(error.message).splitlines()[0][:300],
            )
    except Unresolvable as error:
        invalid = True
        yield (), "openapi", f"a reference leads nowhere: {error}"[:300]
    for rule in RULES:
        try:
            for problem in rule.check(document):
                yield problem.at, rule.name, problem.what
        except (TypeError, AttributeError, KeyError, Unresolvable):
            # Rules may rely on valid OpenAPI; where it is not, that has been said above.
            if not invalid:
                raise


def _keys(document: Document, path: Any) -> Iterator[str | int]:
    """The validator saw every key as text; find the real ones (a status can be a number)."""
    node: Any = document.data
    for step in path:
        if isinstance(node, dict):
            step = next((key for key in node if str(key) == str(step)), step)
            node = node.get(step)
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
        yield step


def json_schema_problems(document: Document) -> Iterator[tuple[Path_, str, str]]:
    """The problems of one JSON Schema file."""
    schema = plain(document.data)
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        yield tuple(error.absolute_path), "json-schema", error.message.splitlines()[0][:300]
        return

    def search(node: Any, at: Path_) -> Iterator[tuple[Path_, str, str]]:
        if isinstance(node, dict):
            ref = node.get("$ref")
            if isinstance(ref, str) and (not ref.startswith("#/") or document.resolve(node) == {}):
                yield (*at, "$ref"), "json-schema", f"`{ref}` leads nowhere"
            closed = node.get("additionalProperties") is False
            if isinstance(node.get("properties"), dict) and node.get("type") == "object" and not closed:
                yield at, "closed-objects", "write `additionalProperties: false`"
            for key, value in node.items():
                yield from search(value, (*at, key))
        elif isinstance(node, list):
            for index, item in enumerate(node):
                yield from search(item, (*at, index))

    yield from search(document.data, ())


def rules_table() -> str:
    """All rules as a Markdown table, for the docs."""
    rows = [*FILE_RULES.items(), *((rule.name, rule.why) for rule in RULES)]
    lines = ["| rule | why |", "|---|---|", *(f"| `{name}` | {why} |" for name, why in rows)]
    return "\n".join(lines) + "\n"
