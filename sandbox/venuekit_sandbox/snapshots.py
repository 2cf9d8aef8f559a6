"""A venue's memory as a JSON document, and back.

A venue keeps its memory in one dataclass whose fields are themselves dataclasses, lists, sets, plain values, and
mappings with text keys. Whatever is derived from it, such as an index, is rebuilt after loading.
"""

from __future__ import annotations

import json
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

Memory = TypeVar("Memory")


class SnapshotError(ValueError):
    """Not a snapshot of this version of the sandbox. The text names places, never values."""


def dump(kind: type[Memory], memory: Memory) -> object:
    """`memory` as a JSON document."""
    document: object = json.loads(TypeAdapter(kind).dump_json(memory))
    return document


def load(kind: type[Memory], document: object) -> Memory:
    """The memory that `dump` wrote. Raises `SnapshotError`."""
    try:
        return TypeAdapter(kind).validate_json(json.dumps(document))
    except ValidationError as problem:
        error = problem.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in error["loc"]) or "the document"
        raise SnapshotError(f"{where}: {error['msg']}") from None
