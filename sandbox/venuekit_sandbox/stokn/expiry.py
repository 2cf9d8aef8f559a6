"""Dropping what has run out, without looking at all the rest."""

from __future__ import annotations

import heapq
from typing import Protocol, TypeVar


class _Ending(Protocol):
    @property
    def ends(self) -> float: ...


Held = TypeVar("Held", bound=_Ending)


class Expiry:
    """When the entries of one mapping run out. Rebuilt with the memory, never part of it."""

    def __init__(self) -> None:
        self._queue: list[tuple[float, str]] = []

    def rebuild(self, held: dict[str, Held]) -> None:
        """Forget everything, and watch these."""
        self._queue = [(item.ends, key) for key, item in held.items()]
        heapq.heapify(self._queue)

    def add(self, held: dict[str, Held], key: str, item: Held, now: float) -> None:
        """Put an entry in, and drop those that are over."""
        while self._queue and self._queue[0][0] <= now:
            held.pop(heapq.heappop(self._queue)[1], None)
        held[key] = item
        heapq.heappush(self._queue, (item.ends, key))
