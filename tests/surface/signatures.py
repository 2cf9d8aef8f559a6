"""The public surface as text: what every public name takes, gives and has.

    python -m tests.surface.signatures          write tests/surface/signatures.txt

The file is compared with the code by a test. A change in it is a change for users: say so in CHANGELOG.md.
"""

from __future__ import annotations

import ast
import enum
import functools
import inspect
import sys
import typing
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType

from tests.surface import surface

SNAPSHOT = Path(__file__).with_name("signatures.txt")


def text() -> str:
    """The whole surface, one line for each name and one for each of its members."""
    found = list(surface.public())
    options = {cls.__name__: cls for _, value in found for cls in _options(value)}
    named = [*sorted(found, key=lambda item: item[0]), *sorted(options.items())]
    return "".join(f"{line}\n" for name, value in named for line in _lines(name, value))


def _lines(name: str, value: object) -> Iterator[str]:
    if isinstance(value, enum.EnumType):
        yield f"{name}: {', '.join(str(member) for member in value.__members__)}"
    elif isinstance(value, type):
        yield from _class(name, value)
    elif isinstance(value, FunctionType):
        yield f"{_async(value)}{name}{_signature(value)}"
    elif typing.get_origin(value) is not None or typing.get_args(value):
        yield f"{name} = {_alias(name.rpartition('.')[2], value)}"
    else:
        yield f"{name}: {type(value).__name__}"


def _class(name: str, cls: type) -> Iterator[str]:
    shown = [base.__name__ for base in cls.__bases__ if base is not object]
    bases = ", ".join(name for name in shown if not name.startswith("_"))
    yield f"{name}{_made(cls)}{f'  [{bases}]' if bases else ''}"
    for field, annotation in _fields(cls).items():
        yield f"    {field}: {annotation}"
    for member, _, value in surface.members(cls):
        if isinstance(value, property | functools.cached_property):
            [getter, *setter] = surface.functions(value)
            yield f"    {member} -> {_returned(getter)}{' (settable)' if setter else ''}"
        elif member != "__init__":
            for function in surface.functions(value):
                yield f"    {_kind(value)}{_async(function)}{member}{_signature(function)}"


def _made(cls: type) -> str:
    """The arguments of a constructor of ours; nothing for a protocol, or where a built-in class has it."""
    made = [value for name, _, value in surface.members(cls) if name == "__init__"]
    if getattr(cls, "_is_protocol", False) or not made:
        return ""
    return _signature(surface.functions(made[0])[0], returns=False)


def _kind(member: object) -> str:
    return f"{type(member).__name__} " if isinstance(member, classmethod | staticmethod) else ""


def _async(function: FunctionType) -> str:
    return "async " if inspect.iscoroutinefunction(function) else ""


def _fields(cls: type) -> dict[str, str]:
    """Annotated attributes, those of base classes of ours too. A dossier's stand in docs/dossier.md."""
    found: dict[str, str] = {}
    if cls.__module__.startswith("venuekit_schemas"):
        return found
    for base in reversed(cls.__mro__):
        if base.__module__.partition(".")[0] in surface.ROOTS:
            found |= {k: _shown(v) for k, v in inspect.get_annotations(base).items() if not k.startswith("_")}
    return found


def _options(value: object) -> Iterator[type]:
    """What `**options: Unpack[…]` of a constructor stands for."""
    if isinstance(value, type):
        for _, _, member in surface.members(value):
            for function in surface.functions(member):
                for annotation in inspect.get_annotations(function).values():
                    meant = surface.evaluated(annotation, function.__module__, function)
                    yield from (part for part in surface.parts(meant) if typing.is_typeddict(part))


class _Text:
    """Stands in a signature for what is shown without quotes."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


def _signature(function: FunctionType, *, returns: bool = True) -> str:
    found = inspect.signature(function)
    parameters = [
        parameter.replace(
            annotation=_or_empty(parameter.annotation),
            default=_default(parameter.default),
        )
        for parameter in found.parameters.values()
        if parameter.name not in ("self", "cls")
    ]
    result = _or_empty(found.return_annotation) if returns else inspect.Signature.empty
    return str(found.replace(parameters=parameters, return_annotation=result))


def _or_empty(annotation: object) -> object:
    return annotation if annotation is inspect.Parameter.empty else _Text(_shown(annotation))


def _default(value: object) -> object:
    if value is inspect.Parameter.empty or not callable(value):
        return value
    return _Text(getattr(value, "__qualname__", type(value).__name__))


def _returned(getter: FunctionType) -> str:
    return _shown(inspect.get_annotations(getter).get("return", ""))


def _shown(annotation: object) -> str:
    if isinstance(annotation, typing.ForwardRef):
        return annotation.__forward_arg__
    return annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)


def _alias(name: str, value: object) -> str:
    """The right side of the assignment that made an alias: its repr is not the same in every Python."""
    for module in [loaded for key, loaded in sys.modules.items() if key.partition(".")[0] in surface.ROOTS]:
        if vars(module).get(name) is not value:
            continue
        for node in ast.parse(Path(str(module.__file__)).read_text("utf-8")).body:
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            if isinstance(node, ast.Assign | ast.AnnAssign) and ast.unparse(target or node) == name:
                return ast.unparse(node.value or node)
    raise AssertionError(f"{name} is assigned nowhere")


if __name__ == "__main__":
    SNAPSHOT.write_text(text(), encoding="utf-8")
