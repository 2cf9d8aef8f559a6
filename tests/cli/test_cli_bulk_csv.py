"""`venuekit bulk` with CSV files as people and spreadsheets write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_the_header_has_between_its_columns(
    command: Command, edit: Edit, urls: dict[str, str], tmp_path: Path, separator: str, mark: str
) -> None:
    """Spreadsheets write semicolons where a comma stands in numbers, tabs, a mark of the encoding, and CRLF."""
    people = tmp_path / "people.csv"
    rows = (
        ("applicant.reference", "applicant.identity.first_name", '"applicant.address.street"'),
        ("c-1", "Zoë", '"1, Main; Street"'),
    )
    people.write_bytes((mark + "".join(separator.join(row) + "\r\n" for row in rows)).encode())
    options = ("-v", "tradelocker", "--detach", "--json", *url_options(urls))
    done = command("bulk", people, "--template", edit(), *options)
    assert (done.code, [run["run"] for run in done.document["runs"]]) == (0, ["c-1"])
    # The same, written by hand: another dossier would not be taken for this run.
    same = edit(
        ("reference: customer-0001", "reference: c-1"),
        ("first_name: John", "first_name: Zoë"),
        ("123 Main Street", "1, Main; Street"),
    )
    again = command("bulk", same, *options)
    assert (again.code, again.document["invalid"]) == (0, [])


def test_a_separator_that_is_none(command: Command, edit: Edit, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("applicant.reference|applicant.identity.first_name\nc-1|Ann\n")
    refused = command("bulk", people, "--template", edit())
    assert refused.code == 3
    assert "the name of column 1 is no place in a dossier" in refused.err
    assert "commas, semicolons or tabs stand between columns" in refused.err
