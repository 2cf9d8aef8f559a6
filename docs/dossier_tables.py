"""The fields of a dossier as Markdown, from `specs/dossier.schema.yaml`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

SCHEMA = Path(__file__).resolve().parent.parent / "specs" / "dossier.schema.yaml"

Schema = Mapping[str, Any]


def fields() -> str:
    """One section per part of the dossier, each with a table of its fields."""
    root: Schema = YAML(typ="safe").load(SCHEMA.read_text(encoding="utf-8"))
    return "\n".join(_section("", root, root))


def _section(path: str, schema: Schema, root: Schema) -> Iterator[str]:
    """The table of one part, then those of the parts inside it."""
    if path:
        yield f"### `{path}`\n"
        yield f"{schema['description'].strip()}\n"
    needed = schema.get("required", [])
    yield "| field | needed | value | meaning | example |"
    yield "|---|---|---|---|---|"
    inner: list[tuple[str, Schema]] = []
    for name, given in schema["properties"].items():
        field = _plain(given, root)
        place = f"{path}.{name}" if path else name
        item = _plain(field["items"], root) if field.get("type") == "array" else field
        part = f"{place}[]" if item is not field else place
        if "properties" in item:
            inner.append((part, item))
        yield _row(
            [
                f"`{name}`",
                "yes" if name in needed else "",
                _value(field, item),
                _meaning(field),
                _example(field),
            ]
        )
    yield ""
    for part, item in inner:
        yield from _section(part, item, root)


def _plain(schema: Schema, root: Schema) -> Schema:
    """The schema behind a reference."""
    reference = schema.get("$ref")
    if reference is None:
        return schema
    target: Schema = root["$defs"][reference.rpartition("/")[2]]
    return _plain(target, root)


def _value(field: Schema, item: Schema) -> str:
    """What may stand there, in words."""
    what = _kind(item)
    if item is not field:
        what = f"list of {what}" + (", at least one" if field.get("minItems") else "")
    if "default" in field and field["default"] != []:
        what += f"; default {field['default']}"
    return what


def _kind(schema: Schema) -> str:
    if "enum" in schema:
        return ", ".join(f"`{choice}`" for choice in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    match schema.get("type"), schema.get("format"):
        case "object", _:
            return "section"
        case "boolean", _:
            return "true or false"
        case "integer", _:
            return "whole number" + (
                f" {schema['minimum']} to {schema['maximum']}" if "maximum" in schema else ""
            )
        case _, "password":
            return "secret"
        case _, "date":
            return "date"
        case _, "email":
            return "e-mail address"
        case _:
            return "text"


def _meaning(field: Schema) -> str:
    if field.get("format") == "password":
        return "See [secrets](#secrets)."
    return str(field.get("description", "")).strip()


def _example(field: Schema) -> str:
    if field.get("format") == "password" or field.get("type") in ("array", "object") or "enum" in field:
        return ""
    examples = field.get("examples", [])
    return f"`{examples[0] if isinstance(examples[0], str) else json.dumps(examples[0])}`" if examples else ""


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"
