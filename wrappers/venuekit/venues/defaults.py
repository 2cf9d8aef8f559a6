"""What clients and runs take when nothing else is said. Loads nothing, as who looks at runs needs no client."""

from __future__ import annotations

import time
from collections.abc import Callable

Clock = Callable[[], float]

DEFAULT_TIMEOUT = 30.0
DEFAULT_RETRIES = 2
SYSTEM_CLOCK: Clock = time.time
