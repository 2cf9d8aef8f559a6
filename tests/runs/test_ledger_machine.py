"""Every order of crash, retry, take-over, code change and answer: the ledger against a model of what it promises."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.runs.databases import KINDS, ledger_at, new_url
from tests.runs.ledger_machine import Machine


@pytest.mark.parametrize(("kind", "examples"), list(zip(KINDS, (30, 8, 8), strict=True)))
def test_every_order_of_events(kind: str, examples: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    url = new_url(kind, tmp_path_factory.mktemp("ledger"))
    shared = ledger_at(url)

    class OfDatabase(Machine):
        # One in memory is gone when it is closed.
        open = staticmethod((lambda: shared) if kind == "memory" else lambda: ledger_at(url))
        numbers = itertools.count()
        durable = kind != "memory"

    run_state_machine_as_test(
        OfDatabase,
        settings=settings(
            max_examples=examples,
            stateful_step_count=50,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    shared.close()
