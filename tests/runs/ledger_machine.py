"""A model of what the ledger promises: one case, three workers that crash, and a venue that counts effects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from tests.runs.databases import NOW, submit
from venuekit.runs.ledger import EventRow, Lease, LeaseLost, Ledger, Outcome, StepChanged
from venuekit.runs.ledger.sql import SILENCE

WORKERS = st.sampled_from(["w1", "w2", "w3"])
STEPS = st.sampled_from(["create", "confirm", "close"])
NAMES = st.sampled_from(["code", "code#2"])


@dataclass
class Worker:
    """What one process remembers. All of it is lost when it dies."""

    lease: Lease | None = None
    beat: float = -1e9
    # Steps with a written intent whose call is still to be made, and those that were called: whether with effect.
    intents: set[str] = field(default_factory=set)
    called: dict[str, bool] = field(default_factory=dict)


class Machine(RuleBasedStateMachine):
    """One case, three workers, and a venue that counts effects."""

    open: Callable[[], Ledger]
    numbers: Iterator[int]
    durable: bool

    @initialize()
    def begin(self) -> None:
        self.ledger = self.open()
        self.run = f"run-{next(self.numbers)}"
        assert submit(self.ledger, self.run)
        self.now = NOW
        self.workers = {name: Worker() for name in ("w1", "w2", "w3")}
        for name in self.workers:
            self.ledger.gone(name)
        self.effects: Counter[str] = Counter()
        self.state, self.leg, self.fence, self.holder, self.due = "queued", 0, 0, "", NOW
        self.waiting = self.failed = ""
        self.attempts: dict[str, tuple[str, object]] = {}
        self.asked: dict[str, str | None] = {}
        self.credentials: dict[str, str] = {}
        self.kept: set[str] = set()
        self.remembered: dict[str, object] = {}
        self.history: list[EventRow] = []
        self.purged = False

    def alive(self, name: str) -> bool:
        return self.workers[name].beat >= self.now - SILENCE

    def valid(self, lease: Lease) -> bool:
        return lease.fence == self.fence

    def writes(self, name: str, write: Callable[[Lease], Any], *, onward: bool = False) -> tuple[bool, Any]:
        """Let a worker write with the lease that it has: the ledger takes it exactly from the youngest.

        And to go `onward`, only while the case is not cancelled.
        """
        lease = self.workers[name].lease
        assert lease is not None
        if self.valid(lease) and not (onward and self.state == "cancelled"):
            return True, write(lease)
        with pytest.raises(LeaseLost):
            write(lease)
        return False, None

    def has_lease(self, name: str) -> bool:
        return self.workers[name].lease is not None

    # workers

    @rule(name=WORKERS)
    def beats(self, name: str) -> None:
        self.ledger.beat(name, self.now)
        self.workers[name].beat = self.now

    @rule(seconds=st.sampled_from([1.0, 10.0, 20.0, 100.0]))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds

    @rule(name=WORKERS, behind=st.sampled_from([0, 0, 0, 1]))
    def takes(self, name: str, behind: int) -> None:
        leg = self.leg - behind
        lease = self.ledger.take(self.run, "v", leg=leg, worker=name, version="1", now=self.now)
        held = self.state == "running" and self.holder != name and self.alive(self.holder)
        if behind or held or self.state in ("ended", "cancelled"):
            assert lease is None
            return
        assert lease is not None
        self.fence += 1
        assert (lease.fence, lease.leg) == (self.fence, self.leg)
        self.state, self.holder = "running", name
        worker = self.workers[name]
        # What it was in the middle of goes on in a thread of its own: as a zombie.
        worker.lease = lease

    @rule(name=WORKERS)
    def crashes(self, name: str) -> None:
        beat = self.workers[name].beat
        self.workers[name] = Worker(beat=beat)

    @rule()
    def the_reaper_comes(self) -> None:
        found = [row for row in self.ledger.overdue(self.now) if row.run == self.run]
        dead = self.state == "running" and not self.alive(self.holder)
        late = self.state in ("queued", "waiting") and self.due <= self.now
        assert bool(found) == (dead or late)
        for row in found:
            assert self.ledger.take_over(row, self.now)
            assert not self.ledger.take_over(row, self.now), "only once"
            self.state = "waiting" if self.state == "waiting" else "queued"
            self.leg, self.fence, self.due, self.holder = self.leg + 1, self.fence + 1, self.now, ""

    @precondition(lambda self: self.durable)
    @rule()
    def all_processes_restart(self) -> None:
        self.ledger.close()
        self.ledger = self.open()
        for name in self.workers:
            self.crashes(name)

    # steps

    @rule(name=WORKERS, step=STEPS)
    def begins(self, name: str, step: str) -> None:
        if not self.has_lease(name):
            return
        taken, attempt = self.writes(
            name, lambda lease: self.ledger.begin(lease, step, f"op-{step}", self.now), onward=True
        )
        if not taken:
            return
        state, outcome = self.attempts.get(step, ("new", None))
        assert (attempt.state, attempt.outcome) == (state, outcome)
        if state in ("new", "open"):
            self.attempts[step] = ("doubt", None)
            self.workers[name].intents.add(step)

    @rule(name=WORKERS, step=STEPS)
    def begins_with_changed_code(self, name: str, step: str) -> None:
        if not self.has_lease(name) or step not in self.attempts:
            return

        def write(lease: Lease) -> None:
            with pytest.raises(StepChanged, match=f"begun as op-{step} .* is other"):
                self.ledger.begin(lease, step, "other", self.now)

        self.writes(name, write, onward=True)

    @rule(name=WORKERS, step=STEPS, arrives=st.booleans())
    def calls(self, name: str, step: str, arrives: bool) -> None:
        """Also with a lease that is long lost: whoever was told to go on cannot be stopped."""
        worker = self.workers[name]
        if step in worker.intents:
            worker.intents.remove(step)
            worker.called[step] = arrives
            self.effects[step] += arrives

    @rule(name=WORKERS, step=STEPS, certain=st.sampled_from(["refused", "open"]))
    def tells_the_outcome(self, name: str, step: str, certain: str) -> None:
        worker = self.workers[name]
        if step not in worker.called or worker.lease is None:
            return
        happened = worker.called.pop(step)
        state: Any = "done" if happened else certain
        outcome = f"{step} is {state}"
        # A worker that took the case again and finds the step in doubt writes what it sees: so does this one.
        if self.attempts.get(step, ("", None))[0] != "doubt":
            return
        taken, _ = self.writes(name, lambda lease: self.ledger.settle(lease, step, state, outcome, self.now))
        if taken:
            self.attempts[step] = (state, None if state == "open" else outcome)

    @rule(name=WORKERS, step=STEPS, after=STEPS)
    def tells_the_outcome_with_the_next_intent(self, name: str, step: str, after: str) -> None:
        worker = self.workers[name]
        known = self.attempts.get(after, ("", None))[0]
        if step == after or worker.lease is None or not worker.called.get(after) or known != "doubt":
            return
        del worker.called[after]
        outcome = Outcome(after, self.now, f"{after} is done")
        if self.valid(worker.lease):
            # Of a cancelled case too.
            self.attempts[after] = ("done", outcome.document)
        taken, attempt = self.writes(
            name,
            lambda lease: self.ledger.begin(lease, step, f"op-{step}", self.now, after=outcome),
            onward=True,
        )
        if taken:
            state, told = self.attempts.get(step, ("new", None))
            assert (attempt.state, attempt.outcome) == (state, told)
            if state in ("new", "open"):
                self.attempts[step] = ("doubt", None)
                worker.intents.add(step)

    @rule(name=WORKERS, step=STEPS)
    def looks_it_up(self, name: str, step: str) -> None:
        """After a time in which every call under way has arrived or has not: nobody still has it before him."""
        state, _ = self.attempts.get(step, ("new", None))
        if not self.has_lease(name) or state != "doubt":
            return
        if any(step in worker.intents for worker in self.workers.values()):
            return
        found: Any = "done" if self.effects[step] else "open"
        outcome = f"{step} was {found}"
        taken, _ = self.writes(name, lambda lease: self.ledger.settle(lease, step, found, outcome, self.now))
        if taken:
            self.attempts[step] = (found, None if found == "open" else outcome)

    # what is remembered

    @rule(name=WORKERS, value=st.integers())
    def remembers(self, name: str, value: int) -> None:
        if not self.has_lease(name):
            return
        taken, got = self.writes(
            name, lambda lease: self.ledger.once(lease, "remember time", lambda: value, self.now)
        )
        if taken:
            assert got == self.remembered.setdefault("time", value)

    @rule(name=WORKERS, secret=st.sampled_from(["api_key", "password"]), value=st.text(max_size=5))
    def keeps(self, name: str, secret: str, value: str) -> None:
        if not self.has_lease(name):
            return
        taken, _ = self.writes(
            name,
            lambda lease: self.ledger.once(
                lease, f"keep {secret}", lambda: None, self.now, keep={secret: value}
            ),
        )
        if taken and secret not in self.kept:
            self.kept.add(secret)
            self.credentials[secret] = value

    @precondition(lambda self: not self.purged)
    @rule(value=st.text(max_size=5))
    def renews(self, value: str) -> None:
        self.ledger.put(self.run, "v", {"api_key": value}, self.now)
        self.credentials["api_key"] = value

    # questions

    @rule(name=WORKERS, question=NAMES)
    def asks(self, name: str, question: str) -> None:
        if not self.has_lease(name):
            return
        taken, answer = self.writes(
            name,
            lambda lease: self.ledger.ask(lease, question, {"prompt": question}, self.now),
            onward=True,
        )
        if taken:
            assert answer == self.asked.setdefault(question, None)

    @rule(question=NAMES, value=st.text(max_size=3))
    def answers(self, question: str, value: str) -> None:
        case = self.ledger.answer(self.run, "v", question, value, by="test", now=self.now)
        first = question in self.asked and self.asked[question] is None and self.state != "cancelled"
        assert (case is not None) == first
        if first:
            self.asked[question] = value
            if self.state == "waiting" and self.waiting == question:
                self.state, self.due, self.waiting = "queued", self.now, ""
            assert case is not None and (case.state, case.waiting) == (self.state, self.waiting)

    # the end of a leg, and what people do

    @rule(name=WORKERS, after=st.sampled_from([0.0, 50.0]), question=st.none() | NAMES)
    def leaves(self, name: str, after: float, question: str | None) -> None:
        if not self.has_lease(name):
            return
        waiting = question if question in self.asked and question is not None else ""
        state: Any = "waiting" if waiting else "queued"
        due = self.now + after
        taken, leg = self.writes(
            name,
            lambda lease: self.ledger.leave(lease, state, now=self.now, due=due, waiting=waiting),
            onward=True,
        )
        if taken:
            self.fence += 1
            if waiting and self.asked[waiting] is not None:
                state, due, waiting = "queued", self.now, ""
            self.leg += 1
            assert leg == self.leg
            self.state, self.due, self.waiting, self.holder = state, due, waiting, ""

    @rule(name=WORKERS, failed=st.sampled_from(["", "create"]))
    def ends(self, name: str, failed: str) -> None:
        if not self.has_lease(name):
            return
        taken, _ = self.writes(
            name,
            lambda lease: self.ledger.leave(
                lease, "ended", now=self.now, failed_step=failed, error={"message": "no"}
            ),
            onward=True,
        )
        if taken:
            self.fence += 1
            self.state, self.holder, self.waiting, self.failed = "ended", "", "", failed

    @rule()
    def somebody_resumes(self) -> None:
        case = self.ledger.wake(self.run, "v", self.now)
        assert (case is None) == (self.state in ("running", "cancelled"))
        if case is None:
            return
        if self.state == "ended" and self.failed:
            state, _ = self.attempts.get(self.failed, ("new", None))
            if state == "refused":
                self.attempts[self.failed] = ("open", None)
        self.state, self.leg, self.due = "queued", self.leg + 1, self.now
        self.failed = ""

    @precondition(lambda self: self.now > NOW + 150)
    @rule()
    def somebody_cancels(self) -> None:
        found = self.ledger.cancel(self.run, self.now)
        assert bool(found) == (self.state not in ("ended", "cancelled"))
        if found:
            self.state, self.waiting = "cancelled", ""

    @precondition(lambda self: self.now > NOW + 200)
    @rule()
    def somebody_purges(self) -> None:
        self.ledger.purge(self.run, self.now)
        self.state, self.fence, self.purged, self.waiting = "cancelled", self.fence + 1, True, ""
        self.attempts, self.asked, self.credentials, self.kept = {}, {}, {}, set()
        self.remembered = {}
        assert self.ledger.dossier(self.run) is None

    # always

    @invariant()
    def no_effect_twice(self) -> None:
        assert all(count <= 1 for count in self.effects.values()), self.effects

    @invariant()
    def nothing_is_lost(self) -> None:
        assert self.ledger.credentials(self.run, "v") == self.credentials
        answers = {row.name: row.answer for row in self.ledger.interactions(self.run)}
        assert answers == self.asked
        case = self.ledger.case(self.run, "v")
        assert case is not None
        assert (case.state, case.leg, case.fence, case.waiting) == (
            self.state,
            self.leg,
            self.fence,
            self.waiting,
        )

    @invariant()
    def history_only_grows(self) -> None:
        last = self.history[-1].number if self.history else 0
        self.history += self.ledger.events(self.run, after=last)

    def teardown(self) -> None:
        if hasattr(self, "history"):
            assert self.ledger.events(self.run) == self.history
        if self.durable and hasattr(self, "ledger"):
            self.ledger.close()
