"""What a step yields, as JSON and back: results of calls, records of recipes, and errors that a recipe was given.

A run that continues is told again what it was told before, in another process and perhaps by a later version of the
code. So only plain values, generated models, dataclasses of recipes and our own errors are written, each under a name
that is looked up among those: nothing that is read can name any other code.

The documents contain secrets (tokens, keys). They are for a sealed place only; see `venuekit.runs.vault`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from enum import Enum
from importlib import import_module
from typing import Any, Final, cast

from venuekit.recipes.core import Interaction
from venuekit.transport import errors, missing
from venuekit.transport.errors import AmbiguousOutcome, ConfigurationError, VenueError, VenueKitError
from venuekit.transport.secret import SecretText

_CLIENTS: Final = "venuekit_clients."
_RECIPES: Final = "venuekit.recipes."
# Anything that is not plain JSON is an object with this member, which says what the rest stands for.
_KIND: Final = "$"
# What an error carries beyond its message, venue and operation: by constructor, and set afterwards.
_GIVEN: Final = ("status", "codes", "request_id", "body", "sent", "skew", "lookup")
_SET: Final = ("retry_after", "field", "account_id", "documents", "wait")


class Unreadable(VenueKitError):
    """A document that this version of venuekit cannot read. The message names the kind, never a value."""


def encode(value: object) -> object:
    """`value` as a JSON document. TypeError for a type that no recipe may yield."""
    match value:
        case Enum():
            return _named("enum", value, value.value)
        case None | bool() | int() | float() | str():
            return value
        case list():
            return [encode(item) for item in cast("list[object]", value)]
        case dict():
            members = cast("dict[str, object]", value)
            return {_KIND: "object", "value": {name: encode(item) for name, item in members.items()}}
        case VenueKitError():
            return encode_error(value)
        case _:
            pass
    kind = type(value)
    if kind.__module__.startswith(_CLIENTS) and hasattr(value, "to_dict"):
        return _named("model", value, cast("Any", value).to_dict())
    if kind.__module__.startswith(_RECIPES) and dataclasses.is_dataclass(value):
        fields = {f.name: encode(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return _named("record", value, fields)
    raise TypeError(f"a step yielded {kind.__module__}.{kind.__name__}, which cannot be kept")


def decode(document: object) -> object:
    """The value that `encode` wrote. Raises `Unreadable`."""
    if isinstance(document, list):
        return [decode(item) for item in cast("list[object]", document)]
    if not isinstance(document, dict):
        return document
    members = cast("dict[str, Any]", document)
    try:
        reader = _READERS[members[_KIND]]
        return reader(members)
    except Unreadable:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, ImportError) as problem:
        what = members.get("type") or members.get(_KIND)
        raise Unreadable(
            f"what a step has yielded cannot be read by this version of venuekit: {what} ({type(problem).__name__})"
        ) from None


def encode_error(error: VenueKitError) -> dict[str, object]:
    """An error as a JSON document. The raw answer of the venue is part of it."""
    facts: dict[str, object] = {}
    for name in (*_GIVEN, *_SET):
        fact = getattr(error, name, None)
        if fact is not None:
            facts[name] = list(cast("tuple[str, ...]", fact)) if isinstance(fact, tuple) else fact
    raw = getattr(error, "raw_body", None)
    document: dict[str, object] = {_KIND: "error", "type": type(error).__name__, "facts": facts}
    if isinstance(error, VenueError):
        document |= {"message": error.detail, "venue": error.venue, "operation": error.operation}
    else:
        document["message"] = str(error)
    if isinstance(raw, SecretText):
        document["raw_body"] = raw.reveal()
    if isinstance(error, AmbiguousOutcome):
        document["cause"] = encode_error(error.cause)
    return document


def encode_interaction(interaction: Interaction) -> dict[str, object]:
    """An interaction as a JSON document."""
    return dataclasses.asdict(interaction)


def decode_interaction(document: object) -> Interaction:
    """The interaction that `encode_interaction` wrote. Raises `Unreadable`."""
    try:
        return Interaction(**cast("dict[str, Any]", document))
    except TypeError:
        raise Unreadable("an interaction cannot be read by this version of venuekit") from None


def _named(kind: str, value: object, content: object) -> dict[str, object]:
    module = type(value).__module__
    return {_KIND: kind, "type": f"{module}:{type(value).__qualname__}", "value": content}


def _found(name: object, prefix: str) -> Any:
    """The class of a name that `_named` wrote; only below `prefix`."""
    module, _, qualified = str(name).partition(":")
    if not module.startswith(prefix) or not qualified.isidentifier():
        raise Unreadable(f"{name} is nothing that a step can have yielded")
    found = getattr(import_module(module), qualified)
    if not isinstance(found, type) or found.__module__ != module:
        raise Unreadable(f"{name} is nothing that a step can have yielded")
    return found


def _read_object(document: dict[str, Any]) -> object:
    return {name: decode(item) for name, item in document["value"].items()}


def _read_model(document: dict[str, Any]) -> object:
    return _found(document["type"], _CLIENTS).from_dict(document["value"])


def _read_enum(document: dict[str, Any]) -> object:
    return _found(document["type"], _CLIENTS)(document["value"])


def _read_record(document: dict[str, Any]) -> object:
    kind = _found(document["type"], _RECIPES)
    return kind(**{name: decode(item) for name, item in document["value"].items()})


def _read_error(document: dict[str, Any]) -> object:
    name, facts, message = document["type"], dict(document["facts"]), document["message"]
    kind = getattr(missing, name, None) or getattr(errors, name, None)
    if not isinstance(kind, type) or not issubclass(kind, VenueKitError):
        raise Unreadable(f"{name} is no error of this version of venuekit")
    if not issubclass(kind, VenueError):
        return ConfigurationError(message)
    known: dict[str, Any] = {"venue": document["venue"], "operation": document["operation"]}
    later = {name: facts.pop(name) for name in _SET if name in facts}
    if "raw_body" in document:
        known["raw_body"] = SecretText(document["raw_body"])
    if "cause" in document:
        known["cause"] = _read_error(document["cause"])
    error = kind(message, **known, **facts)
    for fact, value in later.items():
        setattr(error, fact, tuple(cast("list[object]", value)) if isinstance(value, list) else value)
    return error


_READERS: Final[dict[str, Callable[[dict[str, Any]], object]]] = {
    "object": _read_object,
    "model": _read_model,
    "enum": _read_enum,
    "record": _read_record,
    "error": _read_error,
}
