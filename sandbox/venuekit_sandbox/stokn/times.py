"""Times as stokn writes them."""

from __future__ import annotations

from datetime import UTC, datetime


def naive(at: float) -> str:
    """UTC without a zone and with microseconds, e.g. `2024-02-19T20:48:27.123456`."""
    return datetime.fromtimestamp(at, UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
