"""What a step yields, as JSON and back: results of calls, records of recipes, and errors that a recipe was given.

A run that continues is told again what it was told before, in another process and perhaps by a later version of the
code. So only plain values, generated models, dataclasses of recipes and our own errors are written, each under a name
that is looked up among those: nothing that is read can name any other code.

The documents contain secrets (tokens, keys). They are for a sealed place only; see `venuekit.runs.vault`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from enum import Enum
from importlib import import_module
from typing import Any, Final, cast

from venuekit.recipes.core import CaseRejected, Interaction, MissingFact
from venuekit.transport import errors, missing
from venuekit.transport.errors import AmbiguousOutcome, DossierError, Problem, VenueError, VenueKitError
from venuekit.transport.secret import SecretText

_MODEL_PLACE: Final = re.compile(r"venuekit_clients\.\w+\.models\.\w+")
_RECORD_PLACE: Final = re.compile(r"venuekit\.recipes\.(?:care\.)?\w+")
# Anything that is not plain JSON is an object with this member, which says what the rest stands for.
_KIND: Final = "$"
# What an error carries beyond its message, venue and operation: by constructor, and set afterwards.
_GIVEN: Final = ("status", "codes", "request_id", "body", "sent", "skew", "lookup")
_SET: Final = ("retry_after", "field", "account_id", "documents", "wait")
# An error of another class is written as the nearest of these that it is.
_ERRORS: Final[dict[str, type[VenueKitError]]] = {
    kind.__name__: kind
    for kind in (*vars(errors).values(), *vars(missing).values(), CaseRejected, MissingFact)
    if isinstance(kind, type) and issubclass(kind, VenueKitError)
}


class Unreadable(VenueKitError):
    """A document that this version of venuekit cannot read. The message names the kind, never a value."""


def encode(value: object) -> object:
    """`value` as a JSON document. TypeError for a type that no recipe may yield."""
    match value:
        case Enum():
            return _named("enum", _MODEL_PLACE, value, value.value)
        case None | bool() | int() | float() | str():
            return value
        case list():
            return [encode(item) for item in cast("list[object]", value)]
        case dict():
            members = cast("dict[object, object]", value)
            if not all(isinstance(name, str) for name in members):
                raise TypeError("a step yielded a mapping whose keys are no texts, which cannot be kept")
            return {_KIND: "object", "value": {name: encode(item) for name, item in members.items()}}
        case VenueKitError():
            return encode_error(value)
        case _:
            pass
    if hasattr(type(value), "to_dict") and _MODEL_PLACE.fullmatch(type(value).__module__):
        return _named("model", _MODEL_PLACE, value, cast("Any", value).to_dict())
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: encode(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return _named("record", _RECORD_PLACE, value, fields)
    raise _unkept(type(value))


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
        if hasattr(error, name):
            fact: object = getattr(error, name)
            facts[name] = list(cast("tuple[str, ...]", fact)) if isinstance(fact, tuple) else fact
    known = next(kind.__name__ for kind in type(error).__mro__ if _ERRORS.get(kind.__name__) is kind)
    document: dict[str, object] = {_KIND: "error", "type": known, "facts": facts}
    if isinstance(error, VenueError):
        document |= {"message": error.detail, "venue": error.venue, "operation": error.operation}
    elif isinstance(error, DossierError):
        problems = [dataclasses.asdict(problem) for problem in error.problems]
        document |= {"source": error.source, "problems": problems}
    else:
        document["message"] = str(error)
    raw = getattr(error, "raw_body", None)
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
        fields: dict[str, Any] = dict(cast("dict[str, Any]", document))
        fields["words"] = tuple(fields.get("words", ()))
        return Interaction(**fields)
    except TypeError:
        raise Unreadable("an interaction cannot be read by this version of venuekit") from None


def _named(kind: str, place: re.Pattern[str], value: object, content: object) -> dict[str, object]:
    found = type(value)
    if not place.fullmatch(found.__module__) or not found.__qualname__.isidentifier():
        raise _unkept(found)
    return {_KIND: kind, "type": f"{found.__module__}:{found.__qualname__}", "value": content}


def _unkept(kind: type) -> TypeError:
    return TypeError(f"a step yielded {kind.__module__}.{kind.__name__}, which cannot be kept")


def _found(document: dict[str, Any], place: re.Pattern[str], fits: Callable[[type[Any]], bool]) -> Any:
    """The class of a name that `_named` wrote, if it is one that fits."""
    name = str(document["type"])
    module, _, qualified = name.partition(":")
    if place.fullmatch(module) and qualified.isidentifier():
        found: object = getattr(import_module(module), qualified)
        if isinstance(found, type) and found.__module__ == module and fits(found):
            return found
    raise Unreadable(f"{name} is nothing that a step can have yielded")


def _read_object(document: dict[str, Any]) -> object:
    return {name: decode(item) for name, item in document["value"].items()}


def _read_model(document: dict[str, Any]) -> object:
    return _found(document, _MODEL_PLACE, lambda kind: hasattr(kind, "to_dict")).from_dict(document["value"])


def _read_enum(document: dict[str, Any]) -> object:
    return _found(document, _MODEL_PLACE, lambda kind: issubclass(kind, Enum))(document["value"])


def _read_record(document: dict[str, Any]) -> object:
    kind = _found(document, _RECORD_PLACE, dataclasses.is_dataclass)
    return kind(**{name: decode(item) for name, item in document["value"].items()})


def _read_error(document: dict[str, Any]) -> object:
    kind = _ERRORS.get(document["type"])
    if kind is None:
        raise Unreadable(f"{document['type']} is no error of this version of venuekit")
    if issubclass(kind, DossierError):
        return kind([Problem(**problem) for problem in document["problems"]], source=document["source"])
    message = document["message"]
    if not issubclass(kind, VenueError):
        return kind(message)
    facts = dict(document["facts"])
    later = {name: facts.pop(name) for name in _SET if name in facts}
    known: dict[str, Any] = {"venue": document["venue"], "operation": document["operation"]}
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
