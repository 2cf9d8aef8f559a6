"""Working on runs in this process while somebody watches: events are told, questions asked, credentials handed over."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Final

from venuekit.recipes.core import Interaction
from venuekit.runs.durable.following import Follower
from venuekit.runs.durable.views import DurableCase, event_of
from venuekit.runs.gate import Gate
from venuekit.runs.model import Answerer, Event, Interrupted, OnCredentials, OnEvent, Run

if TYPE_CHECKING:
    from venuekit.runs.durable.service import Runs

# How long calls under way may go on after Ctrl-C, in seconds, so that what they yield is not lost.
_LOOK: Final = 0.1
# The same where many runs are watched, which costs more.
_MANY: Final = 20
_LOOK_AT_MANY: Final = 1.0


class Foreground:
    """Watches runs until nothing more can be done for them here. See `Runs.work`."""

    def __init__(
        self,
        runs: Runs,
        ids: Sequence[str],
        *,
        answer: Answerer,
        on_event: OnEvent | None = None,
        on_credentials: OnCredentials | None = None,
        on_look: Callable[[Sequence[DurableCase]], None] | None = None,
        patience: float = 0.0,
        by: str = "library",
        venues: Collection[str] | None = None,
    ) -> None:
        """`venues`, if given, are the only ones that are watched: asked about, told and waited for.

        `patience` is how long a wait for a venue that cannot serve a case is no end of it, in seconds."""
        self._runs = runs
        self._ids = ids
        self._answer = answer
        self._on_event = on_event
        self._on_credentials = on_credentials
        self._on_look = on_look
        self._patience = patience
        self._by = by
        self._venues = venues
        self._followers: dict[str, Follower] = {}
        self._before: set[int] = set()
        self._asked: set[tuple[str, str, str]] = set()
        self._declined: set[tuple[str, str, str]] = set()
        self._ended: set[tuple[str, str]] = set()
        self._failure: Exception | None = None

    def work(
        self, working: AbstractContextManager[object], *, stop: Callable[[], bool] | None = None
    ) -> None:
        """Until the end; in the context `working` a worker is at it. Raises Interrupted on Ctrl-C, and what `answer` or one of the other functions has raised."""
        try:
            self._begin()
            if all(case.state in ("ended", "cancelled") for _, case in self._look()):
                return
            try:
                with working:
                    self._watch(stop)
            finally:
                self._tell(last=True)
        except KeyboardInterrupt:
            cases = [case for run in self._ids for case in self._runs.result(run).cases]
            raise Interrupted(Run(tuple(case for case in cases if self._watches(case.venue)))) from None
        if self._failure is not None:
            raise self._failure

    def _begin(self) -> None:
        """Hand over what there is; what has happened before is not told again."""
        for run in self._ids:
            self._followers[run] = Follower(self._runs.ledger, run)
            self._before.update(row.number for row in self._runs.events(run))
            if self._on_credentials is not None:
                for venue, held in self._runs.credentials(run).items():
                    if held:
                        self._on_credentials(venue, held)

    def _watch(self, stop: Callable[[], bool] | None) -> None:
        many = len(self._ids) > _MANY
        while True:
            self._tell()
            cases = self._look()
            if self._on_look is not None:
                self._on_look([case for _, case in cases])
            for run, case in cases:
                self._ask(run, case)
            over = all(self._is_over(run, case) for run, case in cases)
            if over or self._failure is not None or (stop is not None and stop()):
                return
            time.sleep(_LOOK_AT_MANY if many else _LOOK)

    def _look(self) -> list[tuple[str, DurableCase]]:
        if len(self._ids) == 1:
            found = [self._runs.show(self._ids[0])]
        else:
            found = self._runs.all(ids=self._ids)
        return [(run.id, case) for run in found for case in run.cases if self._watches(case.venue)]

    def _watches(self, venue: str) -> bool:
        return self._venues is None or venue in self._venues

    def _is_over(self, run: str, case: DurableCase) -> bool:
        """Whether this process can do nothing more for a case."""
        question = case.waiting
        if case.state == "waiting" and question is not None:
            return (run, case.venue, question.name) in self._declined
        # It is put off by the time that all machines share.
        put_off = case.put_off and case.due > self._runs.now() + self._patience
        over = case.state in ("ended", "cancelled") or put_off
        if over and (run, case.venue) not in self._ended and self._on_event is not None:
            self._ended.add((run, case.venue))
            detail = str(case.error) if case.error is not None else str(case.status)
            self._on_event(Event(case.venue, "finished", "", detail))
        return over

    def _ask(self, run: str, case: DurableCase) -> None:
        question = case.waiting
        if question is None or case.state != "waiting" or (run, case.venue, question.name) in self._asked:
            return
        self._asked.add((run, case.venue, question.name))
        # A daemon, so that Ctrl-C is not held up by a question.
        threading.Thread(target=self._ask_one, args=(run, question), daemon=True).start()

    def _ask_one(self, run: str, question: Interaction) -> None:
        try:
            value = Gate(question.venue).ask(self._answer, question)
            if value is not None and value.strip():
                self._runs.answer(run, question.name, value, venue=question.venue, by=self._by)
                return
        except Exception as error:  # noqa: BLE001
            # Told to the caller; the question stays open.
            self._failure = self._failure or error
        self._declined.add((run, question.venue, question.name))

    def _tell(self, *, last: bool = False) -> None:
        """What has happened since the last look."""
        if self._on_event is None and self._on_credentials is None:
            return
        for run in self._ids:
            found = self._followers[run].more(last=last)
            rows = [row for row in found if row.number not in self._before]
            if not rows:
                continue
            if self._on_credentials is not None:
                held = self._runs.credentials(run)
                for venue in dict.fromkeys(row.venue for row in rows if row.kind == "kept"):
                    self._on_credentials(venue, held[venue])
            if self._on_event is not None:
                asked = self._runs.questions(run).get(run, [])
                questions = {(question.venue, question.name): question for question in asked}
                for row in rows:
                    event = event_of(row, questions)
                    if event is not None and self._watches(event.venue):
                        self._on_event(event)


__all__ = ["Foreground"]
