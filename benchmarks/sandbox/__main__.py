"""Measure, and write the table of docs/sandbox-speed.md.

python -m benchmarks.sandbox            measure and write
python -m benchmarks.sandbox --quick    a glance: less of everything, printed only
"""

from __future__ import annotations

import datetime
import os
import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.sandbox.measure import CONNECTIONS, Figures, everything

PAGE = Path(__file__).resolve().parents[2] / "docs" / "sandbox-speed.md"
_REGION = re.compile(r"(<!-- measured -->\n).*?(<!-- end -->)", re.DOTALL)
_LIBRARIES = ("starlette", "uvicorn", "uvloop", "httptools", "pydantic")


def main(arguments: list[str]) -> None:
    """Measure; write, or print."""
    quick = "--quick" in arguments
    many = 1_000 if quick else 100_000
    few, rounds, seconds = 100, 1 if quick else 3, 1.0 if quick else 2.0
    before = os.getloadavg()[0]
    figures = everything(few=few, many=many, rounds=rounds, seconds=seconds)
    load = (before, os.getloadavg()[0])
    text = report(figures, few=few, many=many, rounds=rounds, load=load)
    if quick:
        sys.stdout.write(text)
    else:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(
            _REGION.sub(lambda region: f"{region[1]}\n{text}\n{region[2]}", page), encoding="utf-8"
        )


def report(figures: Figures, *, few: int, many: int, rounds: int, load: tuple[float, float]) -> str:
    """The figures as Markdown."""
    empty = figures.empty
    lines = [
        f"{_today()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, {', '.join(_versions())}. {rounds} rounds; other work on the machine: load "
        f"average {load[0]:.1f} before, {load[1]:.1f} after, the measuring itself about 2.",
        "",
        f"| reads | calls per second of processor time | of an empty route | with {many:,} applicants, against {few} "
        f"| median wait with {few} and with {many:,}, ms | 99th percentile, ms |",
        "|---|---|---|---|---|---|",
        f"| empty Starlette route | {empty.rate:,.0f} | 1 | | {empty.median:.1f} | {empty.late:.1f} |",
    ]
    for venue, small in figures.few.items():
        large = figures.many[venue]
        lines.append(
            f"| {venue} | {small.rate:,.0f} | {small.rate / empty.rate:.2f} | {large.rate / small.rate:.2f} "
            f"| {small.median:.1f}, {large.median:.1f} | {small.late:.1f}, {large.late:.1f} |"
        )
    start, (least, most) = figures.start, figures.megabytes
    lines += [
        "",
        "| else | |",
        "|---|---|",
        f"| start to first answer | {start.cpu:.2f} s of processor time, {start.real:.2f} s on the clock |",
        f"| memory with {few} applicants at each of five venues | {least:,.0f} MB |",
        f"| memory with {many:,} | {most:,.0f} MB, {1024 * (most - least) / (5 * (many - few)):.1f} kB an applicant |",
        f"| snapshot of {5 * many:,} applicants | {figures.take:.1f} s |",
        f"| going back to it | {figures.put_back:.1f} s |",
        "",
        f"Waits are on the clock, with {CONNECTIONS} connections at once.",
        "",
    ]
    return "\n".join(lines)


def _today() -> str:
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def _versions() -> list[str]:
    found = []
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"no {name}")
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
