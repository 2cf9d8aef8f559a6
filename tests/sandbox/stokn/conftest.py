"""A company that is a client of stokn."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from tests.sandbox.callers import Company
from venuekit_sandbox import Sandbox


@pytest.fixture
def company(connect: Callable[[str], httpx.Client], control: httpx.Client, sandbox: Sandbox) -> Company:
    return Company(connect("/stokn"), control, sandbox)
