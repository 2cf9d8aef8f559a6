"""Workers that die in the middle of everything, at venues that misbehave. The large version: benchmarks/runs/kill.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.runs.kill import kill
from tests.runs.databases import new_url

# NebulaECN's one-time codes count once in 90 seconds: after some deaths its cases wait for the next. The large version
# has it too.
VENUES = ("rabbitx", "stokn", "tradelocker", "t4")


@pytest.mark.parametrize(("kind", "applicants", "kills"), [("file", 6, 12), ("postgresql", 3, 6)])
def test_nothing_happens_twice_and_nothing_is_lost(
    kind: str, applicants: int, kills: int, tmp_path: Path
) -> None:
    summary = kill(
        new_url(kind, tmp_path),
        applicants=applicants,
        kills=kills,
        venues=VENUES,
        calm=True,
        timeout=5.0,
        settle=2.0,
        silence=4.0,
    )

    assert summary["problems"] == []
    assert summary["settled"]
    assert summary["kills with cases under way"] >= kills // 2
    assert summary["kills with calls in doubt"] > 0
