from __future__ import annotations

import pytest

from .tools import FakeClock, Run, by_async_client, by_client, by_hand


@pytest.fixture(params=[by_hand, by_client, by_async_client])
def run(request: pytest.FixtureRequest) -> Run:
    """One of the three ways to run a flow; a test that asks for it runs in all three."""
    way: Run = request.param
    return way


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()
