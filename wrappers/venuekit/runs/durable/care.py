"""Durable runs that care for what an earlier run has yielded: which recipe, and whose credentials.

Credentials stay with the run that has opened or connected the account, its source. A run that cares for them reads them
there once, when it begins, and puts new ones there: so those of the source are always the current ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from venuekit.runs.ledger import Lease, Ledger, RunRow

if TYPE_CHECKING:
    from venuekit.recipes import RecipeName


def recipe_name(options: Mapping[str, object]) -> RecipeName:
    """Which recipe a run follows."""
    return cast("RecipeName", options.get("recipe") or "onboard")


def vault_of(row: RunRow) -> str:
    """The run with which the credentials of a run are kept."""
    return str(row.options.get("source_run") or row.id)


def credentials(ledger: Ledger, row: RunRow, venue: str) -> dict[str, str]:
    """The credentials that a run is about as they stand, in clear."""
    held = ledger.credentials(vault_of(row), venue)
    # What was taken away is kept as an empty text.
    return {name: value for name, value in held.items() if value}


def held(ledger: Ledger, row: RunRow, lease: Lease, now: float) -> dict[str, str]:
    """The credentials with which a case works, in clear: the same in each of its legs.

    Raises ConfigurationError when another run changes them, or has since the case began.
    """
    if "source_run" not in row.options:
        return {}
    if recipe_name(row.options) == "health":
        return credentials(ledger, row, lease.venue)
    return {name: value for name, value in ledger.hold(lease, vault_of(row), now).items() if value}
