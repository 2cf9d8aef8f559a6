"""Rate limits: tokens per address in a fixed window of one minute."""

from __future__ import annotations

import math
from dataclasses import dataclass

from venuekit_sandbox.deadlines import Windows

TOKENS = 1200
WINDOW = 60
COSTS = {"/onboarding": 100, "/jwt": 20, "/account": 20}
OTHER_COST = 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a call may pass, and the headers that say how things stand."""

    allowed: bool
    headers: dict[str, str]


def spend(windows: Windows, address: str, path: str, *, now: float) -> Verdict:
    """Take what `path` costs from `address`. A refused call costs nothing. `now` is unix seconds."""
    cost = COSTS.get(path, OTHER_COST)
    allowed, window = windows.spend(address, cost, tokens=TOKENS, seconds=WINDOW, now=now)
    headers = {
        "X-RateLimit-Limit": str(TOKENS),
        "X-RateLimit-Remaining": str(window.left),
        "X-RateLimit-Reset": str(math.ceil(window.ends)),
    }
    if not allowed:
        headers["X-RateLimit-Retry-After"] = str(max(1, math.ceil(window.ends - now)))
    return Verdict(allowed, headers)
