"""Two machines whose clocks are wrong by ten minutes, each another way, on one PostgreSQL database."""

from __future__ import annotations

import time
from pathlib import Path

from benchmarks.runs import checks
from benchmarks.runs.party import KEY, party, settled
from benchmarks.runs.venues import Faults
from tests.runs.databases import new_url
from venuekit.runs.durable.opening import open_runs

# One-time codes of NebulaECN are of the machine's time.
VENUES = ("rabbitx", "stokn", "tradelocker", "t4")
WRONG = 600.0


def test_workers_whose_clocks_differ_share_a_bulk_run(tmp_path: Path) -> None:
    """What is due in a moment for one of them is due then for the other, and nobody is dead because of the time."""
    url = new_url("postgresql", tmp_path)
    # What is refused comes again, after a wait.
    faults = Faults(refused_before=0.1, latency=0.05, seed=3)
    with open_runs(url, key=KEY) as runs, party(url, faults, timeout=5.0, settle=1.0) as found:
        applicants = 0
        fast, slow = found.worker("fast", shifted=WRONG), found.worker("slow", shifted=-WRONG)
        # However the engine shares it out: until both have worked.
        while {event.worker for event in runs.events() if event.kind == "sent"} < {"fast", "slow"}:
            if settled(runs, 0):
                found.submit(runs, range(applicants, applicants + 3), VENUES)
                applicants += 3
            time.sleep(0.02)
        # Far less than by what the clocks differ.
        assert settled(runs, 300.0)
        found.count(calm=True)
        found.leave(fast)
        found.leave(slow)

        history = list(runs.events())
        assert [event for event in history if event.kind == "taken over"] == []
        assert any(event.kind == "open" for event in history), "something has come again"
        assert checks.problems(runs, found, range(applicants), VENUES) == []
