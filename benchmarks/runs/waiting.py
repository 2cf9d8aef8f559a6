"""Ten thousand cases that wait for a code, and what they cost a worker: memory, CPU time, its start, and the wake-up.

The cases are made at stokn by the calls of the ledger that a leg makes: taken, two steps begun and done, a question
asked, and left as waiting, with the next leg enqueued. No venue is called, for that would take an hour.

python -m benchmarks.runs.waiting --cases 10000
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.runs.meter import Start, database, metered, worker
from benchmarks.runs.party import KEY, applicant
from venuekit.recipes.core import Interaction
from venuekit.runs.codec import encode, encode_interaction
from venuekit.runs.durable.opening import open_runs
from venuekit.runs.durable.queue import leg_id
from venuekit.runs.durable.sealing import dossier_document
from venuekit.runs.durable.service import Runs

_VENUE = "stokn"
_STEPS = (("look-up", "login"), ("log-in", "login"))
_FAR = 30 * 86400.0


@dataclass
class Waiting:
    """What so many waiting cases cost. Seconds; `share` is of one core."""

    name: str
    cases: int
    megabytes: float
    more_megabytes: float
    share: float
    share_of_none: float
    server_share: float
    start: Start
    empty_start: Start
    wake: tuple[float, ...]

    @property
    def median_wake(self) -> float:
        """From an answer to the beginning of the leg, on the clock."""
        return statistics.median(self.wake)


def fill(runs: Runs, cases: int) -> None:
    """So many cases that wait, in two months."""
    # Nothing is measured yet: the disk need not keep up.
    with closing(runs.ledger.engine.raw_connection()) as raw:
        quick = "pragma synchronous = off" if "sqlite" in str(runs.ledger) else "set synchronous_commit = off"
        raw.cursor().execute(quick)
        raw.commit()
    document: Any = dossier_document(applicant(0))
    # Not in the middle of a transaction.
    runs._legs.prepare()
    now = time.time()
    for number in range(cases):
        run = f"w{number:05d}"
        options = {"env": "sandbox", "urls": {_VENUE: "http://127.0.0.1:9/stokn"}, "folder": "."}
        ledger = runs.ledger
        ledger.create(
            run, applicant=run, dossier=document, options=options, venues=[_VENUE], version="bench", now=now
        )
        lease = ledger.take(run, _VENUE, leg=0, worker="filler", version="bench", now=now)
        assert lease is not None
        for step, operation in _STEPS:
            ledger.begin(lease, step, operation, now)
            ledger.settle(lease, step, "done", encode({"data": {"challenge": run}}), now)
        question = Interaction(
            venue=_VENUE,
            name="otp",
            kind="otp",
            mode="form",
            prompt="The code that stokn has sent",
            applicant=f"{run}@example.com",
            to="+13125550100",
        )
        ledger.ask(lease, "otp", encode_interaction(question), now)
        ledger.leave(lease, "waiting", now=now, due=now + _FAR, waiting="otp", status=("action_required", ""))
    # Their first legs are over, as if a worker had run them.
    first = [leg_id(f"w{number:05d}", _VENUE, 0) for number in range(cases)]
    for start in range(0, cases, 500):
        runs._legs._client.cancel_workflows(first[start : start + 500])


def measure(kind: str, cases: int, *, seconds: float, answers: int) -> Waiting:
    """A worker on an empty database, and one on a database with so many waiting cases."""
    with ExitStack() as stack:
        empty_url, _ = stack.enter_context(database(kind))
        with metered(worker, empty_url, "worker", {}) as process:
            empty_start: Start = process.ask("go")
            none_share, empty = _idle(process, seconds)
        url, server = stack.enter_context(database(kind))
        runs = stack.enter_context(open_runs(url, key=KEY))
        fill(runs, cases)
        with metered(worker, url, "worker", {}) as process:
            start: Start = process.ask("go")
            before, at = server(), time.perf_counter()
            share, megabytes = _idle(process, seconds)
            server_share = (server() - before) / (time.perf_counter() - at)
            wake = [_woken(runs, f"w{number * cases // answers:05d}") for number in range(answers)]
        return Waiting(
            kind,
            cases,
            megabytes,
            megabytes - empty,
            share,
            none_share,
            server_share,
            start,
            empty_start,
            tuple(wake),
        )


def _idle(process: Any, seconds: float) -> tuple[float, float]:
    """Let it wait: the share of a core that it takes, and the megabytes that it then holds."""
    # What comes with the start is over by then.
    time.sleep(min(seconds, 5.0))
    before, at = process.usage().cpu, time.perf_counter()
    time.sleep(seconds)
    after = process.usage()
    return (after.cpu - before) / (time.perf_counter() - at), after.megabytes


def _woken(runs: Runs, run: str) -> float:
    """Answer, and wait until the leg has begun; the seconds between, as the ledger has them."""
    runs.answer(run, "otp", "000000", by="bench")
    while True:
        times = {event.kind: event.at for event in runs.ledger.events(run)}
        legs = [event.at for event in runs.ledger.events(run) if event.kind == "leg"]
        if len(legs) > 1:
            return legs[1] - times["answered"]
        time.sleep(0.05)


def main() -> None:
    """Run it once, and print what came out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--answers", type=int, default=20)
    parser.add_argument("kind", choices=["sqlite", "postgresql"], nargs="*", default=["sqlite"])
    given = parser.parse_args()
    for kind in given.kind:
        found = measure(kind, given.cases, seconds=given.seconds, answers=given.answers)
        sys.stdout.write(json.dumps(asdict(found) | {"median wake": found.median_wake}, indent=1) + "\n")


if __name__ == "__main__":
    main()
