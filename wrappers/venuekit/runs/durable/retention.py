"""How long what is over is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from venuekit.runs.durable.care import recipe_name

if TYPE_CHECKING:
    from venuekit.runs.durable.submitting import Paper
    from venuekit.runs.ledger import Ledger

# The engine's record of a leg that is over, in seconds.
KEEP: Final = 7 * 86400.0
# A health check that is over, when there is a later one: for whoever has started it and looks at it, in seconds.
_CHECK: Final = 86400.0


def forget_checks(ledger: Ledger, new: Paper, now: float) -> None:
    """Delete the health checks in whose place the `new` one stands, as it looks at the same credentials.

    They did nothing that anybody could ask about later. Otherwise a check each night would seal the dossier each night.
    """
    for row in ledger.all_runs(applicant=new.applicant):
        same = row.options.get("source_run") == new.options["source_run"]
        if row.id == new.name or not same or recipe_name(row.options) != "health":
            continue
        cases = ledger.cases(row.id)
        over = all(case.state in ("ended", "cancelled") and case.updated_at < now - _CHECK for case in cases)
        if over and {case.venue for case in cases} <= set(new.venues):
            ledger.forget(row.id)


__all__ = ["KEEP", "forget_checks"]
