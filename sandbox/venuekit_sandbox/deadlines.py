"""Things that run out, found without looking at those that have not."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


class Deadlines:
    """Names with a time each. Derived from a venue's memory, and rebuilt with it."""

    def __init__(self, pairs: Iterable[tuple[float, str]] = ()) -> None:
        self._heap = list(pairs)
        heapq.heapify(self._heap)

    def add(self, at: float, name: str) -> None:
        """Remember that `name` runs out at `at`. Renewing adds it again; the caller checks what `due` gives."""
        heapq.heappush(self._heap, (at, name))

    def due(self, now: float) -> Iterator[str]:
        """Take out the names whose time has come. A name may be one that was renewed or is gone."""
        while self._heap and self._heap[0][0] <= now:
            yield heapq.heappop(self._heap)[1]


@dataclass(slots=True)
class Window:
    """A stretch of time in which so many tokens may be spent. `ends` in unix seconds."""

    ends: float
    left: int


class Windows:
    """Fixed windows, one per name, kept in `memory`; those that have ended are dropped."""

    def __init__(self, memory: dict[str, Window]) -> None:
        self._memory = memory
        self._ends = Deadlines((window.ends, name) for name, window in memory.items())

    def spend(self, name: str, cost: int, *, tokens: int, seconds: float, now: float) -> tuple[bool, Window]:
        """Whether `cost` could be taken from the window of `name`, and the window. A refusal costs nothing."""
        for ended in self._ends.due(now):
            del self._memory[ended]
        window = self._memory.get(name)
        if window is None:
            window = self._memory[name] = Window(now + seconds, tokens)
            self._ends.add(window.ends, name)
        allowed = window.left >= cost
        if allowed:
            window.left -= cost
        return allowed, window
