"""Connections to the database are closed, also after the ledger."""

from __future__ import annotations

import gc
import warnings
from pathlib import Path

import sqlalchemy as sa

from tests.runs.databases import KEY, new_url
from venuekit.runs.ledger.sql import open_ledger
from venuekit.runs.vault import Seal


def test_a_thread_that_is_not_done_when_the_ledger_is_closed(tmp_path: Path) -> None:
    ledger = open_ledger(new_url("postgresql", tmp_path), Seal((KEY,)))
    # The driver warns of each connection that was forgotten.
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        in_hand = ledger.engine.connect()
        in_hand.execute(sa.select(1))
        ledger.close()
        in_hand.close()
        del in_hand, ledger
        gc.collect()
    assert [str(warning.message) for warning in caught] == []
