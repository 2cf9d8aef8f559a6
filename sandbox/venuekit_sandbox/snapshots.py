"""A venue's memory as a JSON document, and back; and all of a sandbox as one.

A venue keeps its memory in one dataclass whose fields are themselves dataclasses, lists, sets, plain values, and
mappings with text keys. Whatever is derived from it, such as an index, is rebuilt after loading.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from venuekit_sandbox.faults import FaultsState
from venuekit_sandbox.world import ClockState, Message, VenueApp, World

FORMAT: Final = "venuekit-sandbox"
VERSION: Final = 1

Memory = TypeVar("Memory")

_adapters: dict[object, TypeAdapter[Any]] = {}


class SnapshotError(ValueError):
    """Not a snapshot of this version of the sandbox. The text names places, never values."""


def dump(kind: type[Memory], memory: Memory) -> object:
    """`memory` as a JSON document."""
    document: object = _adapter(kind).dump_python(memory, mode="json")
    return document


def load(kind: type[Memory], document: object) -> Memory:
    """The memory that `dump` wrote. Raises `SnapshotError`."""
    try:
        return _adapter(kind).validate_python(document)
    except ValidationError as problem:
        error = problem.errors(include_input=False, include_url=False)[0]
        where = ".".join(str(part) for part in error["loc"]) or "the document"
        raise SnapshotError(f"{where}: {error['msg']}") from None


def _adapter(kind: type[Memory]) -> TypeAdapter[Memory]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without looking for garbage: there is none among what is made, and looking takes most of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def take(world: World, venues: Mapping[str, VenueApp]) -> dict[str, object]:
    """The clock, the outbox, the rules for faults and every venue. The journal is not part of it."""
    with world.lock, _no_collecting():
        return {
            "format": FORMAT,
            "version": VERSION,
            "clock": dump(ClockState, world.clock.state),
            "outbox": dump(list[Message], world.outbox.messages()),
            "faults": dump(FaultsState, world.faults.state),
            "venues": {name: venue.snapshot() for name, venue in venues.items()},
        }


def put_back(world: World, venues: Mapping[str, VenueApp], document: object) -> None:
    """Go back to what `take` answered. Raises `SnapshotError`, and then nothing has changed."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise SnapshotError("not a snapshot of a sandbox")
    if document.get("version") != VERSION:
        raise SnapshotError(f"version: {VERSION} is expected")
    clock = _part(ClockState, document, "clock")
    outbox = _part(list[Message], document, "outbox")
    faults = _part(FaultsState, document, "faults")
    memories = document.get("venues")
    if not isinstance(memories, dict) or memories.keys() != venues.keys():
        raise SnapshotError(f"venues: {', '.join(venues)} are expected")
    with world.lock, _no_collecting():
        _restore_all(venues, memories)
        world.clock.state = clock
        world.outbox.replace(outbox)
        world.faults.state = faults


def _part(kind: type[Memory], document: Mapping[str, object], name: str) -> Memory:
    try:
        return load(kind, document.get(name))
    except SnapshotError as problem:
        raise SnapshotError(f"{name}: {problem}") from None


def _restore_all(venues: Mapping[str, VenueApp], memories: Mapping[str, object]) -> None:
    before: list[tuple[VenueApp, object]] = []
    try:
        for name, venue in venues.items():
            memory = venue.snapshot()
            try:
                venue.restore(memories[name])
            except SnapshotError as problem:
                raise SnapshotError(f"venues.{name}: {problem}") from None
            before.append((venue, memory))
    except BaseException:
        for venue, memory in before:
            venue.restore(memory)
        raise
