"""Rules about the structure of schemas."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from codegen.documents import Document
from codegen.rules.base import (
    UNIONS,
    Node,
    Problem,
    Rule,
    all_schemas,
    contents,
    is_map,
    is_nullable_reference,
    is_object,
    parameters,
    reachable,
    types_of,
)

UNSUPPORTED = (
    "patternProperties",
    "prefixItems",
    "discriminator",
    "nullable",
    "not",
    "if",
    "then",
    "else",
    "dependentSchemas",
    "unevaluatedProperties",
)
FORM = "application/x-www-form-urlencoded"


def named_schemas(document: Document) -> Iterator[Problem]:
    for node in all_schemas(document):
        if node.is_component or not isinstance(node.raw, dict) or "$ref" in node.raw:
            continue
        if _is_member(node):
            if is_object(node.raw):
                yield Problem(node.at, "a member of a union must be a `$ref` to a component schema")
        elif "enum" in node.raw:
            yield Problem(node.at, "inline enum: make it a component schema and refer to it")
        elif is_object(node.raw) and not is_map(node.raw):
            yield Problem(node.at, "inline object: make it a component schema and refer to it")
        elif any(key in node.raw for key in (*UNIONS, "allOf")) and not is_nullable_reference(node.raw):
            yield Problem(node.at, "inline union: make it a component schema and refer to it")


def _is_member(node: Node) -> bool:
    return len(node.at) >= 2 and node.at[-2] in (*UNIONS, "allOf")


def distinct_unions(document: Document) -> Iterator[Problem]:
    for node in all_schemas(document):
        for key in UNIONS:
            members = node.raw.get(key) or [] if isinstance(node.raw, dict) else []
            objects = [document.resolve(member) for member in members]
            objects = [member for member in objects if is_object(member)]
            for first, second in combinations(objects, 2):
                if not _differ(first, second):
                    what = "two members cannot be told apart; give each a `const` field or different `required` fields"
                    yield Problem((*node.at, key), what)


def _differ(first: dict[str, Any], second: dict[str, Any]) -> bool:
    tags = [
        {
            name: field["const"]
            for name, field in (raw.get("properties") or {}).items()
            if isinstance(field, dict) and "const" in field
        }
        for raw in (first, second)
    ]
    if any(name in tags[1] and tags[1][name] != value for name, value in tags[0].items()):
        return True
    required = [set(raw.get("required") or []) for raw in (first, second)]
    return bool(required[0] - required[1]) and bool(required[1] - required[0])


def open_answers(document: Document) -> Iterator[Problem]:
    schemas = document.schemas()
    for name in sorted(reachable(document, requests=False)):
        if is_object(schemas[name]) and schemas[name].get("additionalProperties") is False:
            at = ("components", "schemas", name, "additionalProperties")
            yield Problem(at, f"{name} is part of an answer and must accept new fields; remove this line")


def closed_requests(document: Document) -> Iterator[Problem]:
    schemas = document.schemas()
    for name in sorted(reachable(document, requests=True)):
        raw = schemas[name]
        free_map = is_map(raw) and "additionalProperties" in raw
        if is_object(raw) and not free_map and raw.get("additionalProperties") is not False:
            at = ("components", "schemas", name)
            yield Problem(at, f"{name} is part of a request: write `additionalProperties: false`")


def request_or_answer(document: Document) -> Iterator[Problem]:
    schemas = document.schemas()
    for name in sorted(reachable(document, requests=True) & reachable(document, requests=False)):
        if is_object(schemas[name]) and not is_map(schemas[name]):
            at = ("components", "schemas", name)
            yield Problem(at, f"{name} is part of a request and of an answer; write one schema for each")


def flat_forms(document: Document) -> Iterator[Problem]:
    for at, kind, media, name in contents(document):
        if kind != "request" or name not in {FORM, "multipart/form-data"}:
            continue
        ref = str((media.get("schema") or {}).get("$ref", ""))
        here = tuple(ref.removeprefix("#/").split("/")) if ref else (*at, "schema")
        for field, raw in (document.resolve(media.get("schema")).get("properties") or {}).items():
            schema = document.resolve(raw)
            if "array" in types_of(schema):
                schema = document.resolve(schema.get("items") or {})
            if types_of(schema) & {"object", "array", "null"} or any(key in schema for key in UNIONS):
                what = f"`{field}` is part of a form: use a scalar or an array of scalars, never null"
                yield Problem((*here, "properties", field), what)


def supported_keywords(document: Document) -> Iterator[Problem]:
    for node in all_schemas(document):
        if isinstance(node.raw, bool):
            yield Problem(node.at, "boolean schema: say what the value is, or leave the field out")
        elif isinstance(node.raw, dict):
            for key in UNSUPPORTED:
                if key in node.raw:
                    yield Problem(
                        (*node.at, key),
                        f"`{key}` is dropped or broken by the generators; say it in the description",
                    )
            if "array" in types_of(node.raw) and "items" not in node.raw:
                yield Problem(node.at, "an array needs `items`")


def no_request_defaults(document: Document) -> Iterator[Problem]:
    for at, parameter in parameters(document):
        if "default" in (parameter.get("schema") or {}):
            yield Problem(
                (*at, "schema", "default"),
                "the client would send the default unasked; say it in the description",
            )
    used = reachable(document, requests=True)
    for node in all_schemas(document):
        if node.component not in used or not isinstance(node.raw, dict) or "default" not in node.raw:
            continue
        if "const" not in node.raw or node.raw["const"] != node.raw["default"]:
            yield Problem(
                (*node.at, "default"), "the client would send the default unasked; say it in the description"
            )


def const_in_unions(document: Document) -> Iterator[Problem]:
    members: set[str] = set()
    for node in all_schemas(document):
        for key in UNIONS:
            for member in (node.raw.get(key) or []) if isinstance(node.raw, dict) else []:
                members.add(str(member.get("$ref", "")).rsplit("/", 1)[-1])
    answers = reachable(document, requests=False)
    for node in all_schemas(document):
        if isinstance(node.raw, dict) and "const" in node.raw and node.component in answers - members:
            yield Problem(
                (*node.at, "const"), "another value would make the answer fail to parse; use an open enum"
            )


SCHEMA_RULES = (
    Rule(
        "named-schemas",
        "Inline objects, enums and unions get ugly class names or are rejected.",
        named_schemas,
    ),
    Rule(
        "distinct-unions",
        "The first member that parses wins; an all-optional member swallows every object.",
        distinct_unions,
    ),
    Rule("open-answers", "A venue may add fields at any time; the client keeps them.", open_answers),
    Rule("closed-requests", "A misspelt field must fail here, not be ignored there.", closed_requests),
    Rule(
        "request-or-answer",
        "Requests are closed and answers open, so they cannot share an object.",
        request_or_answer,
    ),
    Rule(
        "flat-forms",
        "In a form a nested object goes out as a Python repr and a null as an empty value.",
        flat_forms,
    ),
    Rule("supported-keywords", "The generators drop these keywords or break on them.", supported_keywords),
    Rule(
        "no-request-defaults",
        "A default is sent without being asked for: a PATCH once re-activated a key.",
        no_request_defaults,
    ),
    Rule(
        "const-in-unions",
        "Outside a union a const in an answer raises after the side effect has happened.",
        const_in_unions,
    ),
)
