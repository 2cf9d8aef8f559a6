"""Where the CPU time of a process goes, by parts of the program: looks at every thread again and again.

What a thread has computed between two looks is put down to the part that it is in at the second. That is rough for a
function and good enough for a part.
"""

from __future__ import annotations

import sys
import threading
import time
from collections import defaultdict
from types import FrameType
from typing import Final

_SECONDS: Final = 0.002
# Of the frames of a thread the innermost that is in one of these decides.
_PARTS: Final = (
    (
        "sealing and encoding",
        ("/runs/vault.py", "/runs/codec.py", "/durable/sealing.py", "/venuekit_schemas/"),
    ),
    (
        "engine",
        (
            "/dbos/_queue",
            "/dbos/_sys",
            "/dbos/_core",
            "/dbos/_client",
            "/dbos/_dbos",
            "/dbos/_workflow",
            "/dbos/_sched",
            "/durable/queue.py",
        ),
    ),
    ("ledger", ("/runs/ledger/", "/durable/memory.py", "/durable/rates.py")),
    ("clients", ("/venuekit/transport/", "/venuekit/auth/", "/venuekit/venues/", "/venuekit_clients/")),
    ("recipes and driver", ("/venuekit/recipes/", "/venuekit/runs/")),
    ("measuring", ("/benchmarks/",)),
)
OTHER: Final = "threads and event loop"


class Sampler(threading.Thread):
    """Samples until it is stopped."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._over = threading.Event()
        self._found: defaultdict[str, float] = defaultdict(float)
        self._functions: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._parts: dict[str, str] = {}

    def run(self) -> None:
        """Look at all other threads until `stop`."""
        # Else what holds the interpreter would mostly be seen where it lets go by itself, in a system call.
        sys.setswitchinterval(_SECONDS / 10)
        before: dict[int, float] = {}
        while not self._over.wait(_SECONDS):
            frames = sys._current_frames()
            now: dict[int, float] = {}
            for ident, frame in frames.items():
                if ident == self.ident:
                    continue
                try:
                    now[ident] = time.clock_gettime(time.pthread_getcpuclockid(ident))
                except OSError:
                    continue
                used = now[ident] - before.get(ident, now[ident])
                if used > 0:
                    self._note(frame, used)
            before = now

    def parts(self) -> dict[str, float]:
        """CPU seconds by part, so far."""
        return dict(self._found)

    def stop(self) -> tuple[dict[str, float], dict[tuple[str, str], float]]:
        """End; returns CPU seconds by part, and by part and innermost function of it."""
        self._over.set()
        self.join()
        return dict(self._found), dict(self._functions)

    def _note(self, frame: FrameType, used: float) -> None:
        inner: FrameType | None = frame
        while inner is not None:
            code = inner.f_code
            part = self._parts.get(code.co_filename)
            if part is None:
                part = self._parts[code.co_filename] = _part(code.co_filename)
            if part:
                self._found[part] += used
                self._functions[part, f"{code.co_filename.rpartition('/')[2]}:{code.co_qualname}"] += used
                return
            inner = inner.f_back
        self._found[OTHER] += used
        self._functions[OTHER, f"{frame.f_code.co_filename.rpartition('/')[2]}:{frame.f_code.co_name}"] += (
            used
        )


def _part(filename: str) -> str:
    return next((part for part, places in _PARTS if any(place in filename for place in places)), "")
