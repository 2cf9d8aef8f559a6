"""Freeze a worker between an intent and its call, thaw it when others have done its work, and look for what came twice.

On PostgreSQL: a process that is frozen in the middle of a write to SQLite holds everybody up until it goes on.

python -m benchmarks.runs.zombie --applicants 40 --freezes 10
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from typing import Any

from benchmarks.runs import checks
from benchmarks.runs.kill import database
from benchmarks.runs.party import KEY, PLACES, Death, party, settled
from benchmarks.runs.venues import Faults
from venuekit.runs.durable.opening import open_runs
from venuekit.runs.durable.service import Runs


def zombies(
    url: str, *, applicants: int, freezes: int, seed: int = 1, patience: float = 900.0, **settings: Any
) -> dict[str, Any]:
    """One worker is frozen after the other, while another one works; each is thawed once its cases were taken over."""
    numbers = range(applicants)
    chance = random.Random(seed)
    frozen_with = 0
    done = 0
    with open_runs(url, key=KEY) as runs, party(url, Faults(latency=0.05), **settings) as found:
        found.submit(runs, numbers)
        found.worker("the one that works")
        while done < freezes and not settled(runs, 0):
            name = f"zombie {done}"
            frozen = found.worker(name, Death(PLACES[0], chance.randint(1, 20), frozen=True))
            if not found.frozen(frozen, or_else=lambda: settled(runs, 0)):
                found.end(frozen)
                break
            frozen_with += len(_of(runs, name))
            while _of(runs, name):
                time.sleep(0.1)
            found.thaw(frozen)
            found.leave(frozen)
            done += 1
        over = settled(runs, patience)
        history = runs.ledger.events()
        return {
            "applicants": applicants,
            "freezes": done,
            "cases under way in the frozen": frozen_with,
            "cases taken over": sum(event.kind == "taken over" for event in history),
            "settled": over,
            "problems": checks.problems(runs, found, numbers),
        }


def _of(runs: Runs, worker: str) -> list[str]:
    return [case.run for case in runs.ledger.cases(states=("running",)) if case.worker == worker]


def main() -> int:
    """Run it, print the summary, and fail when something is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--applicants", type=int, default=40)
    parser.add_argument("--freezes", type=int, default=10)
    given = parser.parse_args()
    with database(postgresql=True) as url:
        summary = zombies(
            url, applicants=given.applicants, freezes=given.freezes, timeout=5.0, settle=1.0, silence=6.0
        )
    sys.stdout.write(json.dumps({"database": url.partition(":")[0], **summary}, indent=2) + "\n")
    return bool(summary["problems"]) or not summary["freezes"]


if __name__ == "__main__":
    sys.exit(main())
