"""Imports all that a worker needs sooner or later, so that processes that are forked from here begin at once."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import venuekit_clients

for _module in pkgutil.walk_packages(venuekit_clients.__path__, "venuekit_clients."):
    import_module(_module.name)
for _name in (
    "anyio._backends._asyncio",
    "benchmarks.runs.checks",
    "benchmarks.runs.doubts",
    "eth_account",
    "h2.connection",
    "httpcore",
    "trio",
    "venuekit.recipes.registry",
    "venuekit.runs.durable.submitting",
    "venuekit.runs.durable.worker",
):
    import_module(_name)
