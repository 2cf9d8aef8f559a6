"""Runs the rows for one library, in its own environment. One JSON record per line.

python -m benchmarks.peers.probe LIBRARY [ROW ...]
python -m benchmarks.peers.probe LIBRARY --token-call URL FOLDER     one process of the row refresh_processes
python -m benchmarks.peers.probe LIBRARY --first-answer              CPU seconds until the first answer
"""

from __future__ import annotations

import json
import logging
import sys
import time
import warnings
from importlib import import_module
from pathlib import Path

from benchmarks.peers.all_rows import PROBED
from benchmarks.peers.library import Library, Outcome, clean_environment
from benchmarks.peers.probes_tokens import token_call
from benchmarks.peers.rows import Bench, Found, Row

_CLASSES = {
    "venuekit": "VenueKitLibrary",
    "openai": "OpenAILibrary",
    "stripe": "StripeLibrary",
    "githubkit": "GitHubKitLibrary",
    "tradelocker": "TradeLockerLibrary",
}


def library(name: str) -> Library:
    """What speaks to a library; it imports the library."""
    made: Library = getattr(import_module(f"benchmarks.peers.on_{name}"), _CLASSES[name])()
    return made


def record(row: Row, bench: Bench) -> dict[str, object]:
    """The record of one row. A probe that does not work raises: a cell is never filled in without one."""
    bench.slept.clear()
    try:
        found = row.probe(bench)
    except Outcome as outcome:
        found = Found(outcome.result, {"looked at": outcome.evidence})
    except Exception as error:
        error.add_note(f"row {row.name}, library {bench.library.name}")
        raise
    return {
        "row": row.name,
        "library": bench.library.name,
        "version": bench.library.version,
        "result": found.result,
        "evidence": found.evidence,
    }


def _first_answer(name: str) -> float:
    started = time.process_time()
    bench = Bench(library(name))
    with bench.on_the_machine(), bench.serving(bench.good) as server:
        bench.library.read(bench.library.make(server.url))
        return time.process_time() - started


def main(arguments: list[str]) -> int:
    name, *rest = arguments
    clean_environment()
    warnings.simplefilter("ignore")
    logging.getLogger().addHandler(logging.NullHandler())
    if rest[:1] == ["--first-answer"]:
        sys.stdout.write(f"{_first_answer(name)}\n")
        return 0
    bench = Bench(library(name))
    if rest[:1] == ["--token-call"]:
        bench.folder = Path(rest[2])
        token_call(bench, rest[1])
        return 0
    with bench.on_the_machine():
        for row in PROBED:
            if not rest or row.name in rest:
                sys.stdout.write(json.dumps(record(row, bench)) + "\n")
                sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
