"""What must be true of a bulk run, whatever happened on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from benchmarks.runs.party import Party, applicant
from benchmarks.runs.proofs import AHEAD, unproved
from benchmarks.runs.venues import counted
from venuekit.recipes.core import CaseStatus
from venuekit.runs.durable.service import Runs

EXACTLY: Mapping[str, Mapping[str, int]] = {
    "stokn": {"account": 1, "portfolio": 1},
    "nebulaecn": {"account": 1, "profile": 1, "document front_side": 1, "document back_side": 1},
    "t4": {"account": 1},
}


def problems(runs: Runs, party: Party, numbers: range) -> list[str]:
    """Every applicant has exactly one account at each venue, and everything that belongs to it; nothing was lost."""
    found: list[str] = []
    made, _ = party.count()
    party.advance(AHEAD)
    for number in numbers:
        person = applicant(number)
        run = person.applicant.reference
        found += [
            f"{run} at {case.venue} is {case.status}: {case.error}"
            for case in runs.show(run).cases
            if case.status is not CaseStatus.ACTIVE
        ]
        for venue, expected in EXACTLY.items():
            there = counted(made, venue, f"{run}@example.com")
            found += [
                f"{run} at {venue}: {there.get(what, 0)} x {what}"
                for what, n in expected.items()
                if there.get(what) != n
            ]
        keys = counted(made, "nebulaecn", f"{run}@example.com")
        if keys.get("key", 0) - keys.get("key deleted", 0) != 1:
            found.append(f"{run} has {keys} at nebulaecn")
        found += [f"{run} at {venue}: {why}" for venue, why in unproved(party, runs.credentials(run))]
    return found + asked_again(runs)


def asked_again(runs: Runs) -> list[str]:
    """Questions that were put again after they were answered."""
    answered: set[tuple[str, str, str]] = set()
    found: list[str] = []
    for event in runs.events():
        what = (event.run, event.venue, event.step)
        if event.kind == "asked" and what in answered:
            found.append(f"{what} was asked again")
        elif event.kind == "answered":
            answered.add(what)
    return found


def repeated(runs: Runs) -> dict[str, int]:
    """How often a call was begun more than once, by step."""
    sent: Counter[tuple[str, str, str]] = Counter()
    for event in runs.events():
        if event.kind == "sent" and event.operation:
            sent[event.run, event.venue, event.step] += 1
    again: Counter[str] = Counter()
    for (_, venue, step), number in sent.items():
        if number > 1:
            again[f"{venue} {step}"] += number - 1
    return dict(again)
