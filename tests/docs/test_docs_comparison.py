"""The comparison with other clients has a probe behind every cell. None of the libraries is needed here."""

from __future__ import annotations

import json
from typing import Any

import pytest

from benchmarks.peers import compare, table
from benchmarks.peers.all_rows import ALL, LIBRARIES, MEASURED, PROBED
from tests.docs.pages import ROOT, read
from tests.docs.pages import table as table_of

PEERS = ROOT / "benchmarks" / "peers"
RECORDS: list[dict[str, Any]] = json.loads((PEERS / "results.json").read_text(encoding="utf-8"))
PAGE = "docs/comparison.md"


def _rows() -> list[list[str]]:
    return [row for row in table_of(PAGE, "## The table") if row[-1]]


def test_every_row_has_a_probe_of_its_name() -> None:
    assert [row[-1] for row in _rows()] == [row.name for row in ALL]
    sources = "".join(path.read_text(encoding="utf-8") for path in PEERS.glob("*.py"))
    for row in ALL:
        assert sources.count(f"def {row.name}(bench: Bench) -> Found:") == 1
    assert len({row.name for row in ALL}) == len(ALL)


def test_every_cell_is_filled() -> None:
    for row in _rows():
        assert len(row) == len(LIBRARIES) + 3
        assert all(row), row


def test_every_cell_is_what_a_probe_reported() -> None:
    found = {(record["row"], record["library"]) for record in RECORDS}
    assert found == {(row.name, library) for row in ALL for library in LIBRARIES}
    assert len(found) == len(RECORDS)
    assert all(record["evidence"] for record in RECORDS)
    assert table.comparison() in read(PAGE)


def test_what_does_not_apply_says_why() -> None:
    for record in RECORDS:
        if record["result"].startswith("not applicable"):
            assert record["result"].removeprefix("not applicable: ") == record["evidence"]["looked at"]


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_versions_are_those_that_are_pinned(library: str) -> None:
    (version,) = {record["version"] for record in RECORDS if record["library"] == library}
    (head,) = [line for line in read(PAGE).splitlines() if line.startswith("| feature |")]
    assert f" {library} {version} " in head
    pins = (PEERS / "requirements" / f"{library}.txt").read_text(encoding="utf-8").splitlines()
    assert all("==" in pin for pin in pins)
    if library != "venuekit":  # this one is the working tree
        assert f"{library}=={version}" in pins


def test_a_change_is_noticed_and_a_ratio_may_differ() -> None:
    kept = [dict(record) for record in RECORDS]
    assert compare.differences(kept, RECORDS) == []
    ratio = next(record for record in kept if record["row"] == MEASURED[0].name)
    ratio["result"] = "999"
    assert compare.differences(kept, RECORDS) == []
    cell = next(record for record in kept if record["row"] == PROBED[0].name)
    cell["result"] = "something else"
    (told,) = compare.differences(kept, RECORDS)
    assert PROBED[0].name in told and "something else" in told
    assert len(compare.differences(kept[1:], RECORDS)) >= 1
