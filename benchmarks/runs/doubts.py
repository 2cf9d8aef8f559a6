"""What a worker was doing when it died, and what became of it."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from benchmarks.runs.party import Death, Party, settled
from venuekit.runs.durable.service import Runs
from venuekit.runs.ledger import EventRow
from venuekit.runs.ledger.tables import attempts, cases, events

Step = tuple[str, str, str]
# Seconds until a worker that does not come to its death is killed.
_PATIENCE = 300.0


@dataclass(frozen=True)
class Scene:
    """A death: where, after which event of the history, with how many cases in hand, and which calls in doubt."""

    place: str
    event: int
    cases: int
    doubts: tuple[tuple[Step, int], ...]


def scene(runs: Runs, worker: str, place: str) -> Scene:
    """What the ledger says of a worker that has just died."""
    held = sa.and_(cases.c.state == "running", cases.c.worker == worker)
    same = sa.and_(cases.c.run == attempts.c.run, cases.c.venue == attempts.c.venue)
    open_ones = (
        sa.select(attempts.c.run, attempts.c.venue, attempts.c.step, attempts.c.tries)
        .join(cases, same)
        .where(held, attempts.c.state == "doubt")
    )
    with runs.ledger.engine.connect() as db:
        return Scene(
            place,
            db.execute(sa.select(sa.func.max(events.c.number))).scalar() or 0,
            db.execute(sa.select(sa.func.count()).select_from(cases).where(held)).scalar_one(),
            tuple(((run, venue, step), tries) for run, venue, step, tries in db.execute(open_ones)),
        )


def die(found: Party, runs: Runs, name: str, death: Death | None, chance: random.Random) -> Scene:
    """A worker that works until its death; or a random time after it has begun something, where `death` is None."""
    worker = found.worker(name, death)
    # However slow the machine is: one that is killed before its death leaves no call in doubt.
    end = time.monotonic() + _PATIENCE
    if death is None:
        # Not before it has begun something, however slow the machine is.
        while not runs.ledger.cases(states=("running",)) and time.monotonic() < end:
            time.sleep(0.02)
        time.sleep(chance.uniform(0.0, 2.0))
    else:
        while worker.exitcode is None and time.monotonic() < end and not settled(runs, 0):
            worker.join(0.2)
    by_itself = worker.exitcode is not None
    found.end(worker)
    return scene(runs, name, death.place if death is not None and by_itself else "anywhere")


def resolved(scenes: Iterable[Scene], history: Iterable[EventRow]) -> dict[str, int]:
    """How each call that was in doubt after a death was resolved. One over which several died is counted once."""
    later: dict[Step, list[EventRow]] = {}
    for event in history:
        name = event.step
        if event.kind in ("asked", "answered") and name.startswith("outcome-of-"):
            name = name.removeprefix("outcome-of-").partition("-try-")[0]
        later.setdefault((event.run, event.venue, name), []).append(event)
    last = {(step, tries): scene.event for scene in scenes for step, tries in scene.doubts}
    found: Counter[str] = Counter()
    for (step, _), at in last.items():
        found[_how([event for event in later.get(step, ()) if event.number > at])] += 1
    return dict(found)


def _how(history: Iterable[EventRow]) -> str:
    looked = ""
    for event in history:
        match event.kind:
            case "asked":
                looked = "asked of a person"
            case "open":
                looked = looked or "looked up and not found, made again"
            case "sent":
                return looked or "may be repeated, made again"
            case "done":
                return looked or "looked up and found"
            case "refused":
                return looked or "refused"
            case _:
                continue
    return looked or "never"


def by_place(scenes: Iterable[Scene]) -> Mapping[str, Mapping[str, int]]:
    """Per place: the deaths, and how many cases and calls they hit."""
    found: dict[str, Counter[str]] = {}
    for one in scenes:
        at = found.setdefault(one.place, Counter())
        at["deaths"] += 1
        at["with cases under way"] += bool(one.cases)
        at["with calls in doubt"] += bool(one.doubts)
        at["cases under way"] += one.cases
        at["calls in doubt"] += len(one.doubts)
    return {place: dict(counts) for place, counts in found.items()}
