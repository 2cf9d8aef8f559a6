"""Rate limits: tokens per address in a fixed window of one minute."""

from __future__ import annotations

import math
from dataclasses import dataclass

TOKENS = 1200
WINDOW = 60
COSTS = {"/onboarding": 100, "/jwt": 20, "/account": 20}
OTHER_COST = 10


@dataclass(slots=True)
class _Window:
    ends: float
    left: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a call may pass, and the headers that say how things stand."""

    allowed: bool
    headers: dict[str, str]


class RateLimits:
    """Counts tokens. `now` is unix seconds of the sandbox clock."""

    def __init__(self) -> None:
        self._windows: dict[str, _Window] = {}

    def spend(self, address: str, path: str, *, now: float) -> Verdict:
        """Take what `path` costs from `address`. A refused call costs nothing."""
        window = self._windows.get(address)
        if window is None or now >= window.ends:
            window = self._windows[address] = _Window(now + WINDOW, TOKENS)
        cost = COSTS.get(path, OTHER_COST)
        allowed = window.left >= cost
        if allowed:
            window.left -= cost
        headers = {
            "X-RateLimit-Limit": str(TOKENS),
            "X-RateLimit-Remaining": str(window.left),
            "X-RateLimit-Reset": str(math.ceil(window.ends)),
        }
        if not allowed:
            headers["X-RateLimit-Retry-After"] = str(max(1, math.ceil(window.ends - now)))
        return Verdict(allowed, headers)

    def clear(self) -> None:
        self._windows.clear()
