"""A case that waits under one version of a recipe goes on under the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.runs.databases import ledger_at
from tests.runs.leg_by_leg import Case, Make, made
from venuekit.recipes.core import (
    CaseStatus,
)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(ledger_at(f"sqlite:///{tmp_path}/l.sqlite"))


@pytest.mark.parametrize(
    ("after", "calls"),
    [
        (made("account", "key"), 2),
        (made("new", "account", "key", asking=2), 3),
        (made("account", "new", "key"), 3),
        (made("account", "key", "new"), 3),
        (made("key", asking=0), 2),
        (made("account"), 1),
    ],
    ids=["same", "inserted before", "inserted after", "added", "removed before", "removed after"],
)
def test_a_case_goes_on_under_another_version_of_its_recipe(case: Case, after: Make, calls: int) -> None:
    ending = case.leg(made("account", "key"))
    assert ending is not None
    assert (ending.state, ending.waiting) == ("waiting", "code")
    case.answer("code", "123")

    ending = case.leg(after)

    assert ending is not None
    assert (ending.state, ending.error) == ("ended", None)
    assert case.draft.status is CaseStatus.ACTIVE
    assert len(case.client.calls) == calls


def test_a_result_that_the_next_version_cannot_read_ends_the_case_with_a_clear_message(case: Case) -> None:
    case.leg(made("account", "key"))
    case.answer("code")
    row = case.ledger.case("r", "fake")
    assert row is not None
    lease = case.ledger.take("r", "fake", leg=row.leg, worker="w", version="1", now=case.now)
    assert lease is not None
    gone = {"$": "record", "type": "venuekit.recipes.stokn:_Gone", "value": {}}
    case.ledger.settle(lease, "account", "done", gone, case.now)
    case.ledger.leave(lease, "queued", now=case.now)

    ending = case.leg(made("account", "key"))

    assert ending is not None
    assert ending.state == "ended"
    assert case.draft.status is CaseStatus.FAILED
    assert "cannot be read by this version of venuekit" in str(ending.error)
    assert len(case.client.calls) == 1
