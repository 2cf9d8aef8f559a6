"""Workers that die while they care for credentials, at venues that misbehave. The large version: `kill.py --recipe`."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.runs.care import kill_care
from tests.runs.databases import new_url
from venuekit.recipes import RecipeName


@pytest.mark.parametrize(
    ("kind", "recipes", "kills"),
    [("file", ("rotate", "revoke"), 4), ("postgresql", ("reset-password",), 2)],
)
def test_no_credential_is_lost_and_none_is_left_over(
    kind: str, recipes: tuple[RecipeName, ...], kills: int, tmp_path: Path
) -> None:
    summary = kill_care(
        new_url(kind, tmp_path),
        applicants=1,
        kills=kills,
        recipes=recipes,
        calm=True,
        timeout=5.0,
        settle=2.0,
        silence=4.0,
    )

    assert summary["problems"] == []
    assert summary["settled"]
    assert summary["kills with cases under way"] >= kills // 2
    assert summary["kills with calls in doubt"] > 0
