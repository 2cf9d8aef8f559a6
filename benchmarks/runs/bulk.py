"""A bulk run by a durable worker, and the same calls by plain asyncio, at a sandbox that takes its time.

python -m benchmarks.runs.bulk --applicants 100
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field

from benchmarks.runs.meter import database, metered, plain, worker
from benchmarks.runs.party import KEY, party
from benchmarks.runs.venues import Faults
from venuekit.runs.durable.opening import open_runs
from venuekit.runs.durable.service import Runs

LATENCY = 0.05
_PATIENCE = 900.0


@dataclass
class Bulk:
    """One bulk run: on the clock, and CPU seconds of its workers, of the database's server and of the venues."""

    name: str
    applicants: int
    cases: int
    seconds: float
    cpu: float
    server_cpu: float = 0.0
    problems: list[str] = field(default_factory=list)
    shares: dict[str, float] = field(default_factory=dict)
    functions: list[tuple[str, str, float]] = field(default_factory=list)

    @property
    def per_minute(self) -> float:
        """Applicants per minute on the clock."""
        return 60.0 * self.applicants / self.seconds

    @property
    def per_case(self) -> float:
        """CPU time of the workers for one case, in milliseconds."""
        return 1000.0 * self.cpu / self.cases


def by_asyncio(applicants: int, *, per_venue: int, latency: float = LATENCY) -> Bulk:
    """Without anything durable."""
    with party("", Faults(latency=latency), people=False) as found:
        with metered(plain, found.sandbox, range(applicants), per_venue) as process:
            cpu, seconds, problems = process.ask("go")
        cases = applicants * len(found.venue_urls)
    return Bulk("plain asyncio", applicants, cases, seconds, cpu, problems=problems)


def by_workers(
    kind: str,
    applicants: int,
    *,
    per_venue: int,
    workers: int = 1,
    latency: float = LATENCY,
    sample: bool = False,
) -> Bulk:
    """By workers on an SQLite file or a PostgreSQL server. With `sample` also where the time of the first goes."""
    with ExitStack() as stack:
        url, server = stack.enter_context(database(kind))
        runs = stack.enter_context(open_runs(url, key=KEY))
        found = stack.enter_context(party(url, Faults(latency=latency)))
        found.submit(runs, range(applicants))
        before_server = server()
        settings = {"per_venue": per_venue}
        ours = [
            stack.enter_context(metered(worker, url, f"worker-{n}", settings, sample and not n))
            for n in range(workers)
        ]
        # All at once: the first would have done much before the last is there.
        for process in ours:
            process.tell("go")
        before = [process.hear().used for process in ours]
        problems = [] if _ended(runs) else ["not all cases have ended"]
        after = [process.usage().cpu for process in ours]
        shares, functions = ours[0].ask("shares") if sample else ({}, {})
        times = [event.at for event in runs.events() if event.kind in ("leg", "ended")]
        cases = runs.ledger.cases()
        problems += [f"{case.venue}: {case.status}" for case in cases if case.status != "active"]
        name = f"{workers} worker{'s' * (workers > 1)}, {kind}"
        return Bulk(
            name,
            applicants,
            len(cases),
            max(times) - min(times),
            sum(after) - sum(before),
            server() - before_server,
            problems,
            shares,
            [(*names, used) for names, used in sorted(functions.items(), key=lambda item: -item[1])[:60]],
        )


def _ended(runs: Runs) -> bool:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if all(state in ("ended", "cancelled") for _, state, _ in runs.ledger.counts()):
            return True
        # Seldom: who looks takes time from those who work.
        time.sleep(0.5)
    return False


def main() -> None:
    """Run it once, and print what came out."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--applicants", type=int, default=50)
    parser.add_argument("--per-venue", type=int, default=8)
    parser.add_argument("--latency", type=float, default=LATENCY)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("what", choices=["plain", "sqlite", "postgresql"], nargs="*")
    given = parser.parse_args()
    for what in given.what:
        if what == "plain":
            found = by_asyncio(given.applicants, per_venue=given.per_venue, latency=given.latency)
        else:
            found = by_workers(
                what,
                given.applicants,
                per_venue=given.per_venue,
                latency=given.latency,
                workers=given.workers,
                sample=given.sample,
            )
        more = {"per minute": round(found.per_minute, 1), "CPU ms per case": round(found.per_case, 1)}
        functions = found.functions
        found.functions = []
        sys.stdout.write(json.dumps({**asdict(found), **more}, indent=1) + "\n")
        for part, function, used in functions:
            sys.stdout.write(f"{used:8.2f} {part:24} {function}\n")


if __name__ == "__main__":
    main()
