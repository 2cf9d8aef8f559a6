"""What a dossier expects at a place, in words, taken from the schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import TypeAlias, cast

from pydantic import BaseModel

from venuekit.recipes.yaml_source import Data, Loc

_Schema: TypeAlias = Mapping[str, object]


class Expectations:
    """Answers questions about the schema of a model: what belongs at a location, and which names are near."""

    def __init__(self, model: type[BaseModel]) -> None:
        self._root: _Schema = model.model_json_schema()

    def at(self, loc: Loc) -> str:
        """What belongs at `loc`, such as `a date, year first, such as 1990-01-31`. Empty when nothing does."""
        schema = self._find(loc)
        return _describe(schema) if schema is not None else ""

    def near(self, loc: Loc) -> str:
        """The key that `loc` probably wants to be, or an empty text."""
        names = self.names(loc[:-1])
        found = get_close_matches(str(loc[-1]), names, n=1, cutoff=0.6) if loc else []
        return found[0] if found else ""

    def names(self, loc: Loc) -> tuple[str, ...]:
        """The keys that a section has."""
        schema = self._find(loc)
        return tuple(_mapping(schema.get("properties"))) if schema is not None else ()

    def sample(self, loc: Loc) -> Data:
        """A value that fits at `loc`, made of the schema's examples; None where nothing belongs."""
        schema = self._find(loc)
        return self._sample(schema) if schema is not None else None

    def _sample(self, schema: _Schema) -> Data:
        if schema.get("type") == "object":
            properties = _mapping(schema.get("properties"))
            needed = [str(name) for name in _list(schema.get("required"))]
            return {name: self._sample(self._plain(_mapping(properties.get(name)))) for name in needed}
        if schema.get("type") == "array":
            return (
                [self._sample(self._plain(_mapping(schema.get("items"))))] if schema.get("minItems") else []
            )
        for example in (schema.get("const"), *_list(schema.get("examples")), *_list(schema.get("enum"))):
            if isinstance(example, str | int):
                return example
        return None

    def _find(self, loc: Loc) -> _Schema | None:
        schema = self._plain(self._root)
        for part in loc:
            inner = (
                schema.get("items") if isinstance(part, int) else _mapping(schema.get("properties")).get(part)
            )
            if not inner:
                return None
            schema = self._plain(inner)
        return schema

    def _plain(self, schema: object) -> _Schema:
        """Follow references, and leave the null out of an optional value."""
        result = _mapping(schema)
        reference = result.get("$ref")
        if isinstance(reference, str):
            target = _mapping(_mapping(self._root.get("$defs")).get(reference.rpartition("/")[2]))
            return self._plain({**target, **{k: v for k, v in result.items() if k != "$ref"}})
        choices = [c for c in map(_mapping, _list(result.get("anyOf"))) if c.get("type") != "null"]
        if len(choices) == 1:
            rest = {k: v for k, v in result.items() if k != "anyOf"}
            return self._plain({**choices[0], **rest})
        return result


def _describe(schema: _Schema) -> str:
    examples = _list(schema.get("examples"))
    such = f", such as {examples[0]}" if examples and isinstance(examples[0], str | int) else ""
    choices = _list(schema.get("enum"))
    if choices:
        return "one of " + ", ".join(str(choice) for choice in choices)
    if "const" in schema:
        return f"the value {schema['const']}"
    if schema.get("format") in _FORMATS:
        return _FORMATS[str(schema["format"])] + such
    match schema.get("type"):
        case "boolean":
            return "true or false"
        case "integer":
            low, high = schema.get("minimum"), schema.get("maximum")
            if low is not None and high is not None:
                return f"a whole number from {low} to {high}"
            return "a whole number" + (f", {low} or more" if low is not None else "")
        case "array":
            return "a list" + (" with at least one entry" if schema.get("minItems") else "")
        case "object":
            needed = _list(schema.get("required")) or list(_mapping(schema.get("properties")))
            return "a section with " + ", ".join(str(name) for name in needed)
        case _:
            limit = _length(schema.get("minLength"), schema.get("maxLength"))
            # A pattern says nothing to people; the description of the field does.
            about = f"; {schema['description']}" if "pattern" in schema and "description" in schema else ""
            return f"text{limit}{such}{about}".rstrip(".")


def _length(shortest: object, longest: object) -> str:
    least = shortest if isinstance(shortest, int) and shortest > 1 else None
    if isinstance(longest, int):
        return f" of {least} to {longest} characters" if least else f" of at most {longest} characters"
    return f" of at least {least} characters" if least else ""


_FORMATS = {
    "date": "a date, year first",
    "email": "an e-mail address",
    "password": "a secret: env:NAME, file:PATH, or the secret itself (sandbox only)",
}


def _mapping(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _list(value: object) -> Sequence[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def said(kind: str) -> str:
    """What is wrong, of pydantic's type of an error: "is missing"."""
    return next((text for prefix, text in _MESSAGES if kind.startswith(prefix)), "is not valid")


# By the beginning of pydantic's error type.
_MESSAGES = (
    ("missing", "is missing"),
    ("model_", "is not a section"),
    ("list_type", "is not a list"),
    ("string_type", "is not text"),
    ("string_pattern", "does not have the right form"),
    ("string_too_short", "is empty or too short"),
    ("string_too_long", "is too long"),
    ("too_short", "is empty or too short"),
    ("too_long", "has too many entries"),
    ("enum", "is not one of the known values"),
    ("literal_error", "has another value"),
    ("date_", "is not a date"),
    ("bool_", "is neither true nor false"),
    ("int_", "is not a whole number"),
    ("greater_than", "is too small"),
    ("less_than", "is too large"),
    ("value_error", "does not have the right form"),
)
