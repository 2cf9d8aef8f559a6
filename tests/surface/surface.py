"""What is public, and the types in it: every annotation that somebody can meet who starts at a public name."""

from __future__ import annotations

import ast
import functools
import inspect
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import resolve_name
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

ROOTS = ("venuekit", "venuekit_clients", "venuekit_schemas", "venuekit_sandbox")
# The modules to import from. Each has an `__all__`; everything else may change without notice.
MODULES = (
    "venuekit",
    "venuekit.runs",
    "venuekit.recipes",
    "venuekit.recipes.core",
    "venuekit.recipes.dossier",
    "venuekit.pages",
    "venuekit.telemetry",
    "venuekit_clients.runtime",
    "venuekit_sandbox",
)


@dataclass(frozen=True)
class Place:
    """One annotation: where it stands, in words, and what it means."""

    name: str
    home: str
    type: object


def names(module: str) -> list[str]:
    """What a module offers, in its own order."""
    return list(import_module(module).__all__)


def public() -> Iterator[tuple[str, object]]:
    """Every public name with its value; once, under the first module that offers it."""
    seen: list[object] = []
    for module in MODULES:
        for name in names(module):
            value = getattr(import_module(module), name)
            if not any(value is other for other in seen):
                seen.append(value)
                yield f"{module}.{name}", value


def places() -> Iterator[Place]:
    """Every annotation that is reached from a public name, through as many classes of ours as it takes."""
    waiting = list(public())
    known = {id(value) for _, value in waiting}
    while waiting:
        name, value = waiting.pop()
        for place in _places_of(name, value):
            yield place
            for part in parts(place.type):
                if _is_ours(part) and id(part) not in known:
                    known.add(id(part))
                    waiting.append((f"{part.__module__}.{part.__qualname__}", part))


def parts(annotation: object) -> Iterator[Any]:
    """A type and all types that it is made of."""
    yield annotation
    inner = annotation if isinstance(annotation, list | tuple) else typing.get_args(annotation)
    for part in inner:
        yield from parts(part)


def members(cls: type) -> Iterator[tuple[str, type, object]]:
    """The public members of a class, with the class of ours that has them: name, owner, value. And `__init__`."""
    found: dict[str, tuple[type, object]] = {}
    for base in cls.__mro__:
        if base.__module__.partition(".")[0] in ROOTS:
            for name, value in vars(base).items():
                if not name.startswith("_") or name in ("__init__", "__call__"):
                    found.setdefault(name, (base, value))
    for name in sorted(found):
        yield name, *found[name]


def _is_ours(part: object) -> bool:
    return isinstance(part, type) and part.__module__.partition(".")[0] in ROOTS


def _places_of(name: str, value: object) -> Iterator[Place]:
    if isinstance(value, type):
        yield from _of_class(name, value)
    elif isinstance(value, FunctionType):
        yield from _of_function(name, value)
    elif typing.get_args(value):  # an alias
        yield Place(name, "", value)


def _of_class(name: str, cls: type) -> Iterator[Place]:
    for base in cls.__mro__:
        if base.__module__.partition(".")[0] in ROOTS:
            for field, annotation in inspect.get_annotations(base).items():
                if not field.startswith("_"):
                    yield Place(
                        f"{name}.{field}", base.__module__, evaluated(annotation, base.__module__, base)
                    )
    for member, _, value in members(cls):
        for function in functions(value):
            yield from _of_function(f"{name}.{member}", function)


def functions(member: object) -> list[FunctionType]:
    """The plain functions behind a member: a method, or what a property calls."""
    if isinstance(member, property):
        found: list[object] = [member.fget, member.fset]
    elif isinstance(member, functools.cached_property):
        found = [member.func]
    elif isinstance(member, classmethod | staticmethod):
        found = [member.__func__]
    else:
        found = [member]
    return [inspect.unwrap(each) for each in found if isinstance(each, FunctionType)]


def _of_function(name: str, function: FunctionType) -> Iterator[Place]:
    for parameter, annotation in inspect.get_annotations(function).items():
        if not parameter.startswith("_"):
            meant = evaluated(annotation, function.__module__, function)
            yield Place(f"{name}({parameter})", function.__module__, meant)


def evaluated(annotation: object, module: str, where: object) -> object:
    """What an annotation that is text means in its module."""
    if isinstance(annotation, typing.ForwardRef):  # the fields of a TypedDict
        module = annotation.__forward_module__ or module
        annotation = annotation.__forward_arg__
    if not isinstance(annotation, str):
        return annotation
    try:
        return eval(annotation, namespace(module).copy())
    except NameError as error:
        raise AssertionError(f"{module}: {where}: {annotation}: {error}") from None


@functools.cache
def namespace(module: str) -> dict[str, object]:
    """The names that annotations of a module may use: its own, and those it imports for type checkers alone."""
    loaded = import_module(module)
    found = dict(vars(loaded))
    for node in ast.parse(Path(str(loaded.__file__)).read_text("utf-8")).body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for statement in node.body:
                found.update(_imported(statement, loaded))
    return found


def _imported(statement: ast.stmt, module: ModuleType) -> dict[str, object]:
    if isinstance(statement, ast.ImportFrom):
        package = str(module.__package__)
        source = resolve_name("." * statement.level + (statement.module or ""), package)
        if source == "_typeshed":  # exists for type checkers only
            return {}
        return {a.asname or a.name: _member(source, a.name) for a in statement.names}
    if isinstance(statement, ast.Import):
        return {a.asname or a.name.partition(".")[0]: import_module(a.name) for a in statement.names}
    return {}


def _member(module: str, name: str) -> object:
    loaded = import_module(module)
    return getattr(loaded, name) if hasattr(loaded, name) else import_module(f"{module}.{name}")
