"""What rules are made of, and the ways through a document that they share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from codegen.documents import Document, Path_

SCHEMA_REF = "#/components/schemas/"
UNIONS = ("oneOf", "anyOf")


@dataclass(frozen=True)
class Problem:
    """A broken rule: where, and what to do about it."""

    at: Path_
    what: str


@dataclass(frozen=True)
class Rule:
    """One rule. `why` is one line for the docs."""

    name: str
    why: str
    check: Callable[[Document], Iterator[Problem]]


@dataclass(frozen=True)
class Node:
    """A schema somewhere in the document. `component` names the component it stands in, `name` the property it is."""

    at: Path_
    raw: Any
    component: str | None = None
    name: str | None = None
    is_component: bool = False


def contents(document: Document) -> Iterator[tuple[Path_, str, dict[str, Any], str]]:
    """Every body: where its media type stands, `request` or the status, the media type object, and its name."""
    for operation in document.operations():
        request = operation.raw.get("requestBody")
        if isinstance(request, dict):
            at: Path_ = (*operation.at, "requestBody", "content")
            for name, media in (request.get("content") or {}).items():
                yield (*at, name), "request", media or {}, str(name)
        for status, answer in (operation.raw.get("responses") or {}).items():
            resolved = document.resolve(answer)
            at = (*operation.at, "responses", status, "content")
            if isinstance(answer, dict) and "$ref" in answer:
                at = (*str(answer["$ref"]).removeprefix("#/").split("/"), "content")
            for name, media in (resolved.get("content") or {}).items():
                yield (*at, name), str(status), media or {}, str(name)


def parameters(document: Document) -> Iterator[tuple[Path_, dict[str, Any]]]:
    """Every parameter, those of path items and components included."""
    for path, item in (document.data.get("paths") or {}).items():
        for index, parameter in enumerate((item or {}).get("parameters") or []):
            yield ("paths", path, "parameters", index), parameter
    for operation in document.operations():
        for index, parameter in enumerate(operation.raw.get("parameters") or []):
            yield (*operation.at, "parameters", index), parameter
    for name, parameter in ((document.data.get("components") or {}).get("parameters") or {}).items():
        yield ("components", "parameters", name), parameter


def all_schemas(document: Document) -> Iterator[Node]:
    """Every schema node once: components, then those of parameters and bodies, each with all that is inside it."""
    for name, schema in document.schemas().items():
        yield from _inside(Node(("components", "schemas", name), schema, component=name, is_component=True))
    for at, parameter in parameters(document):
        if isinstance(parameter, dict) and "schema" in parameter:
            yield from _inside(Node((*at, "schema"), parameter["schema"], name=str(parameter.get("name"))))
    for at, _, media, _ in contents(document):
        if "schema" in media:
            yield from _inside(Node((*at, "schema"), media["schema"]))


def _inside(node: Node) -> Iterator[Node]:
    yield node
    raw = node.raw
    if not isinstance(raw, dict):
        return
    for name, schema in (raw.get("properties") or {}).items():
        yield from _inside(Node((*node.at, "properties", name), schema, node.component, str(name)))
    for key in ("items", "additionalProperties"):
        if isinstance(raw.get(key), dict) or (key == "items" and key in raw):
            yield from _inside(Node((*node.at, key), raw[key], node.component, node.name))
    for key in (*UNIONS, "allOf"):
        for index, schema in enumerate(raw.get(key) or []):
            yield from _inside(Node((*node.at, key, index), schema, node.component, node.name))


def references(raw: Any) -> set[str]:
    """The names of the component schemas that a node refers to directly."""
    if isinstance(raw, dict):
        found = set().union(
            *(references(value) for key, value in raw.items() if key not in {"example", "examples"})
        )
        ref = raw.get("$ref")
        return (
            found | {ref.removeprefix(SCHEMA_REF)}
            if isinstance(ref, str) and ref.startswith(SCHEMA_REF)
            else found
        )
    return set().union(*(references(item) for item in raw)) if isinstance(raw, list) else set()


def reachable(document: Document, *, requests: bool) -> set[str]:
    """The component schemas that request bodies, or answers, use directly or through others."""
    schemas = document.schemas()
    waiting: set[str] = set()
    for _, kind, media, _ in contents(document):
        if (kind == "request") == requests:
            waiting |= references(media.get("schema"))
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found and name in schemas:
            found.add(name)
            waiting |= references(schemas[name])
    return found


def types_of(raw: Any) -> set[str]:
    """The JSON types that a node names itself."""
    kind = raw.get("type") if isinstance(raw, dict) else None
    return {str(item) for item in kind} if isinstance(kind, list) else {str(kind)} if kind else set()


def is_object(raw: Any) -> bool:
    """Whether a node describes an object with fields of its own."""
    return isinstance(raw, dict) and ("object" in types_of(raw) or "properties" in raw)


def is_map(raw: Any) -> bool:
    """Whether a node is an object with free keys only."""
    return is_object(raw) and not raw.get("properties") and raw.get("additionalProperties", True) is not False


def is_nullable_reference(raw: dict[str, Any]) -> bool:
    """The one inline union that is fine: `oneOf: [{$ref: X}, {type: 'null'}]`."""
    members: list[Any] = next((raw[key] for key in UNIONS if key in raw), [])
    refs = [member for member in members if isinstance(member, dict) and "$ref" in member]
    nulls = [member for member in members if isinstance(member, dict) and types_of(member) == {"null"}]
    return len(members) == 2 and len(refs) == 1 and len(nulls) == 1
