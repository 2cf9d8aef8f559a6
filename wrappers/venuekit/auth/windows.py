"""When a credential is to be renewed."""

from __future__ import annotations

import attrs

__all__ = ["Windows", "windows_before"]


@attrs.frozen
class Windows:
    """When to renew, in the venue's unix seconds: try from `advisory` on, insist from `mandatory` on."""

    advisory: float
    mandatory: float


def windows_before(end: float, now: float, *, advisory: float, mandatory: float = 10.0) -> Windows:
    """Windows that begin some seconds before the end, and never before half and nine tenths of what is left."""
    life = max(end - now, 0.0)
    return Windows(end - min(advisory, life / 2), end - min(mandatory, advisory, life / 10))
