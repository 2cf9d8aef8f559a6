"""All rows in the order of the table, and the libraries."""

from __future__ import annotations

from benchmarks.peers.probes_answers import AGAIN, ERRORS
from benchmarks.peers.probes_tokens import SECRETS, TOKENS
from benchmarks.peers.probes_use import NETWORK, USE
from benchmarks.peers.rows import Bench, Found, Row, Rows

LIBRARIES = ("venuekit", "openai", "stripe", "githubkit", "tradelocker")
COST = Rows("Cost")


@COST(
    "CPU time to import the client's class, as a multiple of ours",
    "a new process each time, bytecode compiled, in turns; medians of three",
)
def import_time(bench: Bench) -> Found:
    raise NotImplementedError("measured by compare.py, for it takes all libraries")


@COST(
    "CPU time from import to the first answer, as a multiple of ours",
    "the same with a client that is made and one GET",
)
def first_answer(bench: Bench) -> Found:
    raise NotImplementedError("measured by compare.py, for it takes all libraries")


PROBED: tuple[Row, ...] = tuple(
    row for group in (ERRORS, AGAIN, TOKENS, SECRETS, NETWORK, USE) for row in group.all
)
MEASURED: tuple[Row, ...] = tuple(COST.all)
ALL: tuple[Row, ...] = (*PROBED, *MEASURED)
