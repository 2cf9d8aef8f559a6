"""`venuekit bulk` with CSV files as people and spreadsheets write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.conftest import url_options

Command = Callable[..., Any]
Edit = Callable[..., Path]


def test_a_ragged_row_is_one_of_the_invalid(
    command: Command, edit: Edit, urls: dict[str, str], tmp_path: Path
) -> None:
    """Too many cells or too few: the other rows are checked all the same, and can be onboarded."""
    people, report = tmp_path / "people.csv", tmp_path / "report.csv"
    people.write_text(
        "applicant.reference,applicant.identity.first_name,applicant.identity.nationality\n"
        "c-1,Ann,US\nc-2,Bob\nc-3,Eve,USA\nc-4,Joe,US,US\nc-5,Zoe,US\n"
    )
    options = ("--template", edit(), "-v", "tradelocker", "--json", "--report", report, *url_options(urls))
    refused = command("bulk", people, *options)
    assert refused.code == 3
    assert "3 of 5 dossiers cannot be taken" in refused.err
    found = {error["source"]: error["problems"][0] for error in refused.document["invalid"]}
    assert [(source, problem["line"]) for source, problem in found.items()] == [
        (f"{people}, row {line}", line) for line in (3, 4, 5)
    ]
    assert found[f"{people}, row 3"]["message"] == "has 2 cells instead of 3"
    assert found[f"{people}, row 4"]["path"] == "applicant.identity.nationality"
    assert found[f"{people}, row 5"]["message"] == "has 4 cells instead of 3"
    done = command("bulk", people, *options, "--skip-invalid")
    assert {run["run"] for run in done.document["runs"]} == {"c-1", "c-5"}
    assert done.document["venues"] == {"tradelocker": {"active": 2}}
    rows = {row["source"]: row for row in csv.DictReader(io.StringIO(report.read_text()))}
    assert [row["status"] for row in rows.values()] == ["active", "active", *["invalid"] * 3]
    assert rows[f"{people}, row 5"]["error"] == "line 5: has 4 cells instead of 3"
