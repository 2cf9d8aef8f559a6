"""The benchmark of durable runs works, at a size at which its figures mean nothing."""

from __future__ import annotations

from benchmarks.runs.__main__ import Figures, report
from benchmarks.runs.bulk import by_asyncio, by_workers
from benchmarks.runs.waiting import measure


def test_everything_is_measured_and_reported() -> None:
    plain = by_asyncio(1, per_venue=8, latency=0.0)
    durable = by_workers("sqlite", 1, per_venue=8, workers=2, latency=0.0, sample=True)
    waiting = measure("sqlite", 4, seconds=0.1, answers=1)
    figures = Figures((plain, plain), [durable], durable, [durable, durable], [waiting])

    assert figures.problems == []
    for run in (plain, durable):
        assert run.cases == 5
        assert run.seconds > 0 and run.cpu > 0
    assert {"engine", "ledger"} <= set(durable.shares)
    assert len(waiting.wake) == 1
    text = report(figures, load=(0.0, 0.0))
    assert "| plain asyncio, twice |" in text and "| 2 workers, sqlite |" in text
    assert "| cases | 4 |" in text
