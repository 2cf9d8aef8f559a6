"""A case that is walked leg by leg, at a venue that answers as it is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.runs.conftest import COUNTED_FIRST, RETRY, Client, question
from venuekit import VenueKitError
from venuekit.recipes.core import (
    CaseStatus,
    Recipe,
    ask,
    mark,
    step,
)
from venuekit.runs.durable.legs import Ending, walk_leg
from venuekit.runs.durable.memory import CaseMemory
from venuekit.runs.ledger import Ledger
from venuekit.runs.model import CaseDraft
from venuekit.runs.walk import Act, Call, Sleep

Make = Callable[[], Recipe[None]]
SETTLE = 10.0


def create(client: Client) -> Any:
    return client.call("create")


def order(client: Client) -> Any:
    return client.call("order")


def read(client: Client) -> Any:
    return client.call("read")


class Case:
    """One case that is walked leg by leg, each with whatever recipe is the current one."""

    def __init__(self, ledger: Ledger) -> None:
        self.now = 1_000_000.0
        self.ledger = ledger
        self.client = Client(False, {})
        self.draft = CaseDraft("fake")
        ledger.create("r", applicant="a", dossier={}, options={}, venues=["fake"], version="1", now=self.now)

    def script(self, **outcomes: list[Any]) -> None:
        self.client = Client(False, outcomes)

    def leg(
        self, make: Make, *, worker: str = "w", dies_at: str = "", stopping: bool = False
    ) -> Ending | None:
        """Walk a leg. `dies_at`: a call in whose middle the worker dies, and then there is no ending."""
        row = self.ledger.case("r", "fake")
        assert row is not None
        self.now = max(self.now, row.due if row.state == "queued" else 0.0)
        lease = self.ledger.take("r", "fake", leg=row.leg, worker=worker, version="1", now=self.now)
        assert lease is not None
        self.draft = CaseDraft("fake", CaseStatus(row.status), row.raw_status)
        memory = CaseMemory(self.ledger, lease, lambda: self.now, told=self.ledger.told(lease))
        walk = walk_leg(
            make(),
            self.draft,
            memory,
            retry_class=lambda operation: RETRY[operation],
            counted_first=lambda operation: operation in COUNTED_FIRST,
            on_event=lambda event: None,
            settle=SETTLE,
            tries=row.tries,
            stopping=lambda: stopping,
            jitter=lambda: 1.0,
        )
        value: Any = None
        error: VenueKitError | None = None
        while True:
            try:
                demand = walk.throw(error) if error is not None else walk.send(value)
            except StopIteration as stop:
                ending: Ending = stop.value
                self._leave(lease, ending)
                return ending
            value = error = None
            try:
                if isinstance(demand, Act):
                    value = demand.function()
                elif isinstance(demand, Call):
                    value = demand.function(self.client)
                    if dies_at and self.client.calls[-1] == dies_at:
                        return None
                elif isinstance(demand, Sleep):
                    self.now += demand.seconds
            except VenueKitError as raised:
                error = raised

    def _leave(self, lease: Any, ending: Ending) -> None:
        self.ledger.leave(
            lease,
            ending.state,
            now=self.now,
            due=ending.due,
            waiting=ending.waiting,
            status=ending.status,
            failed_step=ending.failed_step,
            tries=ending.tries,
        )

    def answer(self, name: str, value: str = "done") -> None:
        assert self.ledger.answer("r", "fake", name, value, by="test", now=self.now) is not None

    def resume(self) -> None:
        assert self.ledger.wake("r", "fake", self.now) is not None


def found(result: Any) -> Callable[[], Recipe[Any]]:
    def find() -> Recipe[Any]:
        yield from step("look", "read", read)
        return result

    return find


def one(find: Callable[[], Recipe[Any]] | None = None) -> Make:
    def recipe() -> Recipe[None]:
        yield from step("account", "order", order, find=find)

    return recipe


def made(*steps: str, asking: int = 1) -> Make:
    """A recipe: a `create` per step, and a question after the first `asking` of them."""

    def recipe() -> Recipe[None]:
        for index, name in enumerate(steps):
            if index == asking:
                yield from ask(question())
            yield from step(name, "create", create)
        yield from mark(CaseStatus.ACTIVE)

    return recipe
