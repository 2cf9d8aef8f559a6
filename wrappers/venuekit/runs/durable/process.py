"""Which process a worker is, and whether the one that had its name is still there; and the one worker of this process."""

from __future__ import annotations

import json
import os
import socket
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from venuekit.runs.durable.worker import Worker

_TURN: Final = threading.Lock()
# Of this process; with its id, as a fork inherits it. At most one.
_WORKING: Final[list[tuple[int, Worker]]] = []


def working() -> Worker | None:
    """The worker that is open in this process."""
    return _WORKING[0][1] if _WORKING and _WORKING[0][0] == os.getpid() else None


def refuse_fork() -> None:
    """Raise ConfigurationError in a process that was forked under a worker: its locks may be held for ever."""
    if _WORKING and _WORKING[0][0] != os.getpid():
        raise ConfigurationError(
            f"this process was forked while a worker was open in process {_WORKING[0][0]}, and nothing of it works here:"
            " open the runs and the worker after the fork, or begin the process by `spawn` instead"
        )


def occupy(worker: Worker) -> None:
    """Make this the one worker of this process. Raises ConfigurationError while there is another."""
    with _TURN:
        other = working()
        if other is not None:
            raise ConfigurationError(
                f"a worker is open in this process ({other.name}), and there can be one at a time: end it first, or run"
                " the other in a process of its own; `work` and `onboard` of the same `Runs` share a worker by themselves"
            )
        _WORKING[:] = [(os.getpid(), worker)]


def vacate(worker: Worker) -> None:
    """This worker has ended, or did not begin."""
    with _TURN:
        if working() is worker:
            _WORKING.clear()


def here() -> str:
    """This process among all that there ever were, as far as the system tells: for `ended`."""
    found = {"host": socket.gethostname(), "pid": os.getpid(), "began": _began(os.getpid())}
    with suppress(OSError):
        found["boot"] = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        # The same number is another process in another container.
        found["numbers"] = os.readlink("/proc/self/ns/pid")
    return json.dumps(found, sort_keys=True)


def named(place: str) -> str:
    """What `here` has said, for a message."""
    found = _read(place)
    return f"process {found['pid']} on {found['host']}" if found else "another process"


def ended(place: str) -> bool | None:
    """Whether a process that `here` has told of is over; None where that cannot be known."""
    then, now = _read(place), _read(here())
    if not then or any(then.get(part) != now.get(part) for part in ("host", "boot", "numbers")):
        return None
    pid = then["pid"]
    if pid == os.getpid() and then["began"] == now["began"]:
        # There is one worker at a time here, and another one is about to begin.
        return True
    if os.name != "posix" or not isinstance(pid, int):
        return None
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except OSError:
        pass  # somebody else's
    began = _began(pid)
    if not began or not then["began"]:
        return None
    return began != then["began"]


def _read(place: str) -> dict[str, object]:
    try:
        found: dict[str, object] = json.loads(place)
    except ValueError:
        return {}
    return found


def _began(pid: int) -> str:
    """When a process began, in ticks since the machine did; "" where that is not told. A dead one is `over`."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "over" if fields[0] in "ZX" else fields[19]


__all__ = ["ended", "here", "named", "occupy", "refuse_fork", "vacate", "working"]
