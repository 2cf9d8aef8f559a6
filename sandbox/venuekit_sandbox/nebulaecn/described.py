"""The venue's operations as a Swagger 2 document, as its own framework would print them.

Parameters come from the generated request models and the declared query parameters, statuses and models of answers
from the published page. Like the original, it puts body parameters into `formData`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from pydantic import BaseModel

from venuekit_sandbox.nebulaecn.calls import Operation
from venuekit_sandbox.nebulaecn.documented import PAGE
from venuekit_schemas import nebulaecn as schemas

Shown = dict[str, object]
_WORDS = {400: "Required params are missing", 401: "Invalid bearer token", 404: "Record is not found"}
_WORDS |= {409: "Profile already exists", 422: "Validation errors"}


def document(operations: Sequence[Operation], *, version: str, base: str) -> Shown:
    """A Swagger 2 document of these operations."""
    paths: dict[str, Shown] = {}
    models: set[str] = set()
    for operation in operations:
        page = PAGE[operation.name]
        success: Shown = {"description": ""}
        if page.model is not None:
            models.add(page.model)
            success["schema"] = {"$ref": f"#/definitions/{page.model}"}
        responses = {str(page.status): success}
        responses |= {str(status): {"description": _WORDS[status]} for status in sorted(page.refusals)}
        paths.setdefault(operation.path, {})[operation.method.lower()] = {
            "operationId": operation.name,
            "tags": [operation.path.strip("/").split("/")[0]],
            "parameters": list(_parameters(operation)),
            "responses": responses,
        }
    return {
        "swagger": "2.0",
        "info": {"title": "User API", "version": version},
        "basePath": base,
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "paths": paths,
        "definitions": _definitions(models),
    }


def _parameters(operation: Operation) -> Iterator[Shown]:
    in_path: list[str] = re.findall(r"{(\w+)}", operation.path)
    for name in in_path:
        yield {"in": "path", "name": name, "required": True, "type": "string"}
    if operation.query is not None:
        for name, required in operation.query.fields:
            yield {"in": "query", "name": name, "required": required, "type": "string"}
    model = getattr(schemas, f"{operation.name[0].upper()}{operation.name[1:]}Request", None)
    if isinstance(model, type) and issubclass(model, BaseModel):
        wanted = cast("list[str]", model.model_json_schema().get("required", []))
        for name, shape in _properties(model).items():
            kind = shape if "type" in shape and shape["type"] != "array" else {"type": "string"}
            yield {"in": "formData", "name": name, "required": name in wanted, **kind}


def _definitions(names: set[str]) -> Shown:
    """The models named, and those that they name."""
    found: Shown = {}
    waiting = sorted(names)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        properties = _properties(cast("type[BaseModel]", getattr(schemas, name)))
        found[name] = {"type": "object", "properties": properties}
        waiting += [ref.rpartition("/")[2] for ref in re.findall(r"#/definitions/\w+", str(properties))]
    return found


def _properties(model: type[BaseModel]) -> dict[str, Shown]:
    shapes: Mapping[str, Shown] = model.model_json_schema(ref_template="#/definitions/{model}")["properties"]
    return {name: _plain(shape) for name, shape in shapes.items()}


def _plain(shape: Shown) -> Shown:
    """What Swagger 2 can say of a property: a type, a reference, or a list of them."""
    if isinstance(choices := shape.get("anyOf", shape.get("oneOf")), list):
        return _plain(next((choice for choice in choices if choice.get("type") != "null"), {}))
    if "$ref" in shape:
        return {"$ref": shape["$ref"]}
    if isinstance(items := shape.get("items"), dict):
        return {"type": "array", "items": _plain(items)}
    kept = {name: value for name, value in shape.items() if name in ("type", "format", "description")}
    return kept if "type" in kept else kept | {"type": "string"}
