"""How long what is over is kept."""

from __future__ import annotations

from typing import Final

# The engine's record of a leg that is over, in seconds.
KEEP: Final = 7 * 86400.0

__all__ = ["KEEP"]
