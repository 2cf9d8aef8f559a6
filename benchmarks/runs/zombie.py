"""Freeze a worker in the middle of a bulk run until another has taken over, thaw it, and look for what happened twice.

python -m benchmarks.runs.zombie --applicants 20 --freezes 3
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from typing import Any

from benchmarks.runs import checks
from benchmarks.runs.party import KEY, party, settled
from benchmarks.runs.venues import Faults
from venuekit.runs.durable.service import open_runs
from venuekit.runs.ledger.sql import SILENCE


def zombies(url: str, *, applicants: int, freezes: int, patience: float = 600.0) -> dict[str, Any]:
    """Two workers, of which one at a time is frozen for longer than it takes to be taken for dead."""
    numbers = range(applicants)
    with open_runs(url, key=KEY) as runs, party(url, Faults(latency=0.2), timeout=5.0, settle=1.0) as found:
        found.submit(runs, numbers)
        two = [found.worker("one"), found.worker("two")]
        for index in range(freezes):
            time.sleep(3.0)
            frozen = two[index % 2].pid
            if frozen is None:
                raise RuntimeError("a worker has no process")
            os.kill(frozen, signal.SIGSTOP)
            time.sleep(SILENCE + 10.0)
            os.kill(frozen, signal.SIGCONT)
        done = settled(runs, patience)
        taken = sum(event.kind == "taken over" for event in runs.events())
        return {
            "applicants": applicants,
            "freezes": freezes,
            "cases taken over": taken,
            "settled": done,
            "calls begun again": checks.repeated(runs),
            "problems": checks.problems(runs, found, numbers),
        }


def main() -> int:
    """Run it, print the summary, and fail when something is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--applicants", type=int, default=20)
    parser.add_argument("--freezes", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/runs.sqlite"
        summary = zombies(url, applicants=given.applicants, freezes=given.freezes)
    sys.stdout.write(json.dumps(summary, indent=2) + "\n")
    return bool(summary["problems"])


if __name__ == "__main__":
    sys.exit(main())
