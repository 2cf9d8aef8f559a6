"""The fault matrix as Markdown, from the table that the tests hold true."""

from __future__ import annotations

from tests.faults.matrix import CLASSES, FAULTS, Fault, Outcome


def faults() -> str:
    """One row per fault: what each class of operation raises, and how often its request was at the server."""
    rows = [
        "| with every request | `safe` | `idempotent` | `never` | when only the first request meets it |",
        "|---|---|---|---|---|",
    ]
    for fault in FAULTS:
        cells = [_cell(fault.outcomes[kind]) for kind in CLASSES]
        rows.append(f"| {fault.what} | {' | '.join(cells)} | {_once(fault)} |")
    return "\n".join([*rows, ""])


def _cell(outcome: Outcome) -> str:
    raised = f"`{outcome.raised}`" if outcome.raised else "the answer"
    if outcome.cause:
        raised += f" of `{outcome.cause}`"
    sent = f", `.sent` {outcome.sent}" if outcome.sent is not None else ""
    return f"{raised}{sent}, {_times(outcome.arrived)}"


def _times(count: int) -> str:
    return {0: "never arrives", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _once(fault: Fault) -> str:
    if fault.once is None:
        return ""
    healed = [f"`{kind}`" for kind in CLASSES if not fault.once[kind].raised]
    same = [f"`{kind}`" for kind in CLASSES if fault.once[kind] == fault.outcomes[kind]]
    assert len(healed) + len(same) == len(CLASSES), fault.name
    assert all(outcome.arrived == 2 for outcome in fault.once.values() if not outcome.raised), fault.name
    return f"{', '.join(healed)}: the answer, twice; {', '.join(same)}: the same"
