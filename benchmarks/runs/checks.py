"""What must be true of a bulk run, whatever happened on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from benchmarks.runs.party import Party, applicant
from benchmarks.runs.proofs import AHEAD, unproved
from benchmarks.runs.venues import counted
from venuekit.recipes import RECIPES
from venuekit.recipes.core import CaseStatus
from venuekit.runs.durable.service import Runs
from venuekit_schemas.dossier import Dossier

EXACTLY: Mapping[str, Mapping[str, int]] = {
    "stokn": {"account": 1, "portfolio": 1},
    "nebulaecn": {"account": 1, "profile": 1, "document front_side": 1, "document back_side": 1},
    "t4": {"account": 1},
}


def problems(runs: Runs, party: Party, numbers: range, venues: Collection[str] | None = None) -> list[str]:
    """Every applicant has exactly one account at each venue, and everything that belongs to it; nothing was lost."""
    chosen = tuple(RECIPES) if venues is None else venues
    found: list[str] = []
    made, _ = party.count()
    party.advance(AHEAD)
    state = party.state()
    for number in numbers:
        person = applicant(number)
        run = person.applicant.reference
        found += [
            f"{run} at {case.venue} is {case.status}: {case.error}"
            for case in runs.show(run).cases
            if case.status is not CaseStatus.ACTIVE
        ]
        found += [
            f"{run} at {venue}: {n} x {what} in its books"
            for (venue, what), n in books(state, person).items()
            if venue in chosen and n != 1
        ]
        for venue, expected in EXACTLY.items():
            if venue not in chosen:
                continue
            there = counted(made, venue, f"{run}@example.com")
            found += [
                f"{run} at {venue}: {there.get(what, 0)} x {what}"
                for what, n in expected.items()
                if there.get(what) != n
            ]
    found += asked_again(runs)

    def proofs(number: int) -> list[str]:
        run = applicant(number).applicant.reference
        credentials = runs.credentials(run)
        return [f"{run} at {venue}: {why}" for venue, why in unproved(party, credentials, chosen)]

    with ThreadPoolExecutor(4) as pool:
        return found + [why for each in pool.map(proofs, numbers) for why in each]


def books(state: Mapping[str, Any], person: Dossier) -> dict[tuple[str, str], int]:
    """What the venues themselves have of an applicant: each must be there once."""
    email, name = person.applicant.contact.email, person.applicant.reference
    wallet = str(person.wallet.address if person.wallet else "").lower()
    stokn = [account for account in state["stokn"]["accounts"].values() if account["email"] == email]
    nebula = [user for user in state["nebulaecn"]["users"].values() if user["email"] == email]
    return {
        ("rabbitx", "profile"): sum(
            profile["wallet"].lower() == wallet for profile in state["rabbitx"]["profiles"].values()
        ),
        ("stokn", "log-in"): sum(login["email"] == email for login in state["stokn"]["logins"].values()),
        ("stokn", "account"): len(stokn),
        ("stokn", "portfolio"): sum(
            portfolio["id"] == name for account in stokn for portfolio in account["portfolios"] or []
        ),
        ("nebulaecn", "account"): len(nebula),
        ("nebulaecn", "profile"): sum(len(user["profiles"]) for user in nebula),
        ("nebulaecn", "API key"): sum(len(user["api_keys"]) for user in nebula),
        ("t4", "account"): sum(user["username"] == email for user in state["t4"]["users"].values()),
    }


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
