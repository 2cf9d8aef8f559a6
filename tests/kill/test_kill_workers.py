"""Workers that die in the middle of everything, at venues that misbehave. The large version: benchmarks/runs/kill.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.runs.kill import kill


@pytest.mark.parametrize("seed", [1])
def test_nothing_happens_twice_and_nothing_is_lost(seed: int, tmp_path: Path) -> None:
    summary = kill(
        f"sqlite:///{tmp_path}/runs.sqlite",
        applicants=3,
        kills=8,
        seed=seed,
        longest=1.0,
        patience=600.0,
        timeout=5.0,
        settle=0.5,
    )

    assert summary["settled"]
    assert summary["problems"] == []
    assert summary["kills"] >= 4
