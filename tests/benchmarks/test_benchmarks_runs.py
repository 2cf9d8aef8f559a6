"""The benchmark of durable runs works, at a size at which its figures mean nothing."""

from __future__ import annotations

import runpy
from pathlib import Path

from benchmarks.runs.__main__ import Figures, report
from benchmarks.runs.bulk import by_asyncio, by_workers
from benchmarks.runs.shares import Sampler
from benchmarks.runs.waiting import measure


def test_everything_is_measured_and_reported() -> None:
    plain = by_asyncio(1, per_venue=8, latency=0.0)
    durable = by_workers("sqlite", 1, per_venue=8, latency=0.0, sample=True)
    two = by_workers("sqlite", 1, per_venue=8, workers=2, latency=0.0)
    waiting = measure("sqlite", 4, seconds=0.1, answers=1)
    figures = Figures((plain, plain), [durable], durable, [durable, two], [waiting])

    assert figures.problems == []
    for run in (plain, durable, two):
        assert run.cases == 5
        assert run.seconds > 0 and run.cpu > 0
    assert sum(durable.shares.values()) > 0
    assert len(waiting.wake) == 1
    text = report(figures, load=(0.0, 0.0))
    assert "| plain asyncio, twice |" in text and "| 2 workers, sqlite |" in text
    assert "| cases | 4 |" in text


def test_what_a_thread_computes_is_put_down_to_the_part_that_it_is_in(tmp_path: Path) -> None:
    file = tmp_path / "runs" / "ledger" / "made_up.py"
    file.parent.mkdir(parents=True)
    file.write_text(
        "def compute(until):\n    while not until():\n        sum(range(1000))\n", encoding="utf-8"
    )
    compute = runpy.run_path(str(file))["compute"]
    sampler = Sampler()
    sampler.start()
    try:
        compute(lambda: "ledger" in sampler.parts())
    finally:
        found, functions = sampler.stop()

    assert found["ledger"] > 0
    assert functions["ledger", "made_up.py:compute"] > 0
