"""Times as stokn writes them."""

from __future__ import annotations

from datetime import UTC, datetime


def naive(at: float) -> str:
    """UTC without a zone and with microseconds, e.g. `2024-02-19T20:48:27.123456`."""
    return datetime.fromtimestamp(at, UTC).replace(tzinfo=None).isoformat(timespec="microseconds")


def printed(at: float) -> str:
    """As the published page prints it, e.g. `2025-07-10T14:19:46.359Z`."""
    return f"{naive(at)[:-3]}Z"
