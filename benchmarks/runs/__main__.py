"""Measure durable runs, and write the tables of docs/durable-speed.md.

python -m benchmarks.runs            measure and write
python -m benchmarks.runs --quick    a glance: less of everything, printed only
"""

from __future__ import annotations

import datetime
import os
import platform
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from benchmarks.runs.bulk import LATENCY, Bulk, by_asyncio, by_workers
from benchmarks.runs.waiting import Waiting, measure

PAGE = Path(__file__).resolve().parents[2] / "docs" / "durable-speed.md"
_REGION = re.compile(r"(<!-- measured -->\n).*?(<!-- end -->)", re.DOTALL)
_LIBRARIES = ("dbos", "sqlalchemy", "psycopg", "cryptography", "httpx")
# As a worker has it by default; and so many that its CPU binds and not the venue.
PER_VENUE, MANY = 8, 32


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    applicants: int
    cases: int
    seconds: float
    answers: int
    kinds: Sequence[str] = ("sqlite", "postgresql")


@dataclass(frozen=True)
class Figures:
    """Everything. `plain` was measured before and after the durable ones."""

    plain: tuple[Bulk, Bulk]
    durable: list[Bulk]
    sampled: Bulk
    shared: list[Bulk]
    waiting: list[Waiting]

    @property
    def problems(self) -> list[str]:
        """What went wrong; then the figures mean nothing."""
        runs = (*self.plain, *self.durable, self.sampled, *self.shared)
        return [problem for run in runs for problem in run.problems]


def everything(size: Size) -> Figures:
    """All figures, one after the other."""
    number = size.applicants
    before = by_asyncio(number, per_venue=PER_VENUE)
    durable = [by_workers(kind, number, per_venue=PER_VENUE) for kind in size.kinds]
    after = by_asyncio(number, per_venue=PER_VENUE)
    sampled = by_workers(size.kinds[0], number, per_venue=PER_VENUE, sample=True)
    last = size.kinds[-1]
    shared = [by_workers(last, number, per_venue=MANY, workers=workers) for workers in (1, 2)]
    waiting = [measure(kind, size.cases, seconds=size.seconds, answers=size.answers) for kind in size.kinds]
    return Figures((before, after), durable, sampled, shared, waiting)


def report(figures: Figures, *, load: tuple[float, float]) -> str:
    """The figures as Markdown."""
    plain = figures.plain
    rate = sum(one.per_minute for one in plain) / 2
    cpu = sum(one.per_case for one in plain) / 2
    lines = [
        f"{_today()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, {', '.join(f'{name} {version(name)}' for name in _LIBRARIES)}. Other work on "
        f"the machine: load average {load[0]:.1f} before, {load[1]:.1f} after, the measuring itself about 2.",
        "",
        f"**Bulk.** {plain[0].applicants} applicants at five venues, {1000 * LATENCY:.0f} ms latency per call, at most "
        f"{PER_VENUE} cases of a venue at a time.",
        "",
        "| | applicants per minute | of plain | CPU of the process per case, ms | beyond plain, ms | of the database's server, ms |",
        "|---|--:|--:|--:|--:|--:|",
        f"| plain asyncio, twice | {plain[0].per_minute:.0f}, {plain[1].per_minute:.0f} | 1 "
        f"| {plain[0].per_case:.0f}, {plain[1].per_case:.0f} | | |",
    ]
    for run in figures.durable:
        lines.append(
            f"| {run.name} | {run.per_minute:.0f} | {run.per_minute / rate:.2f} | {run.per_case:.0f} "
            f"| {run.per_case - cpu:.0f} | {_server(run)} |"
        )
    sampled = figures.sampled
    whole = sum(sampled.shares.values())
    lines += [
        "",
        f"**Shares of the CPU time of a worker** ({sampled.name}, the same run again with a sampler beside it):",
        "",
        "| part | share | ms per case |",
        "|---|--:|--:|",
    ]
    lines += [
        f"| {part} | {100 * used / whole:.0f} % | {1000 * used / sampled.cases:.0f} |"
        for part, used in sorted(sampled.shares.items(), key=lambda item: -item[1])
        if part != "measuring"
    ]
    one, two = figures.shared
    lines += [
        "",
        f"**Two workers.** The same applicants, at most {MANY} cases of a venue at a time, so that the workers' CPU binds.",
        "",
        "| | applicants per minute | of one worker | CPU seconds of the workers | of the database's server |",
        "|---|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {run.name} | {run.per_minute:.0f} | {run.per_minute / one.per_minute:.2f} | {run.cpu:.1f} | {run.server_cpu:.1f} |"
        for run in (one, two)
    ]
    names = " | ".join(waiting.name for waiting in figures.waiting)
    lines += [
        "",
        "**Cases that wait for a code.**",
        "",
        f"| | {names} |",
        f"|---|{'--:|' * len(figures.waiting)}",
    ]
    rows = {
        "cases": [f"{w.cases:,}" for w in figures.waiting],
        "memory of the worker beyond one on an empty database, MB": [
            f"{w.more_megabytes:.1f}" for w in figures.waiting
        ],
        "share of a core while waiting": [f"{100 * w.share:.1f} %" for w in figures.waiting],
        "the same on an empty database": [f"{100 * w.share_of_none:.1f} %" for w in figures.waiting],
        "share of a core of the database's server": [
            f"{100 * w.server_share:.1f} %" if w.server_share else "" for w in figures.waiting
        ],
        "start of a worker, CPU seconds": [f"{w.start.cpu:.2f}" for w in figures.waiting],
        "the same on an empty database, CPU seconds": [f"{w.empty_start.cpu:.2f}" for w in figures.waiting],
        "start of a worker, on the clock, s": [f"{w.start.seconds:.2f}" for w in figures.waiting],
        "the same on an empty database, s": [f"{w.empty_start.seconds:.2f}" for w in figures.waiting],
        "from an answer to the leg, s: median": [f"{w.median_wake:.2f}" for w in figures.waiting],
        "longest": [f"{max(w.wake):.2f}" for w in figures.waiting],
    }
    lines += [f"| {name} | {' | '.join(values)} |" for name, values in rows.items()]
    return "\n".join([*lines, ""])


def _server(run: Bulk) -> str:
    return f"{1000 * run.server_cpu / run.cases:.0f}" if run.server_cpu else ""


def _today() -> str:
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def main(arguments: Sequence[str]) -> int:
    """Measure; write, or print. Fails when a case did not end well."""
    quick = "--quick" in arguments
    size = Size(4, 200, 5.0, 3) if quick else Size(40, 10_000, 20.0, 10)
    before = os.getloadavg()[0]
    figures = everything(size)
    text = report(figures, load=(before, os.getloadavg()[0]))
    if figures.problems:
        sys.stderr.write("\n".join(figures.problems) + "\n")
        return 1
    if quick:
        sys.stdout.write(text)
    else:
        page = PAGE.read_text(encoding="utf-8")
        new = _REGION.sub(lambda region: f"{region[1]}\n{text}\n{region[2]}", page)
        PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
