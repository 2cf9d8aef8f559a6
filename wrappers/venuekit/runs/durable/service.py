"""Durable runs from outside: submit, look, answer, wait, continue, cancel, collect.

    with venuekit.runs.open("sqlite:///onboarding.sqlite") as runs:
        run = runs.submit(dossier)
        with runs.worker():
            runs.wait(run)
        print(runs.credentials(run))

Any process with the same database and key may do any of this; the worker may be another one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self, cast

from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.runs.answers import check_label, checked
from venuekit.runs.codec import decode_interaction
from venuekit.runs.durable.foreground import Foreground
from venuekit.runs.durable.process import refuse_fork, working
from venuekit.runs.durable.queue import DEFAULT_PRIORITY, Legs
from venuekit.runs.durable.reading import Closed, Reading
from venuekit.runs.durable.retention import KEEP, forget_checks
from venuekit.runs.ledger import Ledger
from venuekit.runs.model import Answerer, Event, OnCredentials, OnEvent, Run
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.limits import RABBITX, Limit
from venuekit.venues.defaults import DEFAULT_RETRIES, DEFAULT_TIMEOUT, SYSTEM_CLOCK, Clock

if TYPE_CHECKING:
    from venuekit.auth.wallet import Signer
    from venuekit.recipes import RecipeName
    from venuekit.runs.durable.worker import Worker
    from venuekit.transport.http import ASGIApp
    from venuekit.venues.environments import Env
    from venuekit_schemas.dossier import Dossier

# How long calls under way get when a run is left early, in seconds.
_PATIENCE: Final = 3.0
# How a case ends with which nothing more is to be done.
_DONE: Final = (CaseStatus.ACTIVE, CaseStatus.REJECTED, CaseStatus.CLOSED)


class Runs(Reading):
    """The runs of one database. Thread-safe. See `venuekit.runs.open`."""

    def __init__(self, ledger: Ledger, legs: Legs, *, clock: Clock = SYSTEM_CLOCK) -> None:
        super().__init__(ledger)
        self._legs = legs
        # What calls of `work` share: their worker, and the run of each.
        self._turn = threading.Lock()
        self._shared: Worker | None = None
        self._watched: list[str] = []
        self._machine = clock

    def close(self) -> None:
        """Give the connections back. Nothing works afterwards; twice is as once."""
        if not isinstance(self.ledger, Closed):
            self._legs.close()
            self.ledger.close()
            self.ledger = cast("Ledger", Closed())

    def now(self) -> float:
        """What time it is for all who work on this database, in unix seconds: PostgreSQL's own; with SQLite, this machine's."""
        return self.ledger.clock(self._machine)()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def submit(
        self,
        dossier: Dossier | None = None,
        *,
        recipe: RecipeName = "onboard",
        source_run: str | None = None,
        run: str | None = None,
        venues: Sequence[str] | None = None,
        env: Env = "sandbox",
        urls: Mapping[str, str] | None = None,
        folder: Path | None = None,
        priority: int = DEFAULT_PRIORITY,
    ) -> str:
        """Write a run down; returns its id. The same id with the same dossier is the same run, however often.

        Without an id the run gets one that stands for the dossier and the options: the same again is the same run then
        too. A venue that is to be opened with a password, and has none in the dossier, gets a new one of its own, which
        is among the `credentials` of the run from here on. Of what is due, runs with a smaller `priority` (from 1) are
        worked on first. What the other arguments mean: see `venuekit.onboard`.

        The other recipes care for the credentials of `source_run`, of every venue where it has any and has ended; that
        run has the dossier, `env`, `urls` and `folder` then, and keeps what is new. `connect` takes a dossier as well.
        Without an id, what is under way or has failed is the same run, and what was done already is done anew. A new
        health check takes the place of those that ended more than a day ago and looked at no more: they are deleted.

        Raises ConfigurationError and DossierError, and then there is no run; also for an id that stands for another
        dossier, or for one that was purged.
        """
        # The dossier's rules and all recipes: only here.
        from venuekit.runs.durable.submitting import prepared

        paper = prepared(
            self.ledger,
            dossier,
            recipe=recipe,
            source_run=source_run,
            run=run,
            venues=venues,
            env=env,
            urls=urls or {},
            folder=(folder or Path.cwd()).resolve(),
            priority=priority,
            now=self.now(),
        )
        self._legs.prepare()
        made = self.ledger.create(
            paper.name,
            applicant=paper.applicant,
            dossier=paper.document,
            options=paper.options,
            venues=paper.venues,
            version=paper.version,
            now=self.now(),
            sealed=paper.sealed,
            credentials=paper.credentials,
        )
        if made and recipe == "health":
            forget_checks(self.ledger, paper, self.now())
        if self._row(paper.name).state == "purged":
            raise ConfigurationError(f"the run {paper.name} was purged; choose another id to begin anew")
        return paper.name

    def onboard(
        self,
        dossier: Dossier,
        *,
        answer: Answerer,
        run: str | None = None,
        venues: Sequence[str] | None = None,
        env: Env = "sandbox",
        urls: Mapping[str, str] | None = None,
        folder: Path | None = None,
        on_event: OnEvent | None = None,
        on_credentials: OnCredentials | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_RETRIES,
    ) -> Run:
        """Submit a run, work on it in this process, and wait: like `venuekit.onboard`, but nothing is lost with it.

        When it is interrupted, or a question is not answered, the same call goes on with what there is. See `work`.
        """
        name = self.submit(dossier, run=run, venues=venues, env=env, urls=urls, folder=folder)
        return self.work(
            name,
            answer=answer,
            on_event=on_event,
            on_credentials=on_credentials,
            timeout=timeout,
            max_retries=max_retries,
        )

    def work(
        self,
        run: str,
        *,
        answer: Answerer,
        venues: Sequence[str] | None = None,
        on_event: OnEvent | None = None,
        on_credentials: OnCredentials | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        max_retries: int = DEFAULT_RETRIES,
        stop: Callable[[], bool] | None = None,
        by: str = "library",
    ) -> Run:
        """Work on a run in this process until nothing more can be done here.

        That is: every case has ended, or waits for somebody who did not answer. A venue that cannot serve a case now ends
        it as failed; `resume` lets it go on. `answer` is called in threads of its own, the other functions in this one.
        `venues`, if given, are the only ones that are asked about, waited for, told of by `on_event`, and in what is returned.
        `stop` is asked all the time whether to leave early. `by` is who answers, as in `answer`. The worker of this process serves other runs meanwhile.

        Calls that overlap, in several threads, share one worker: `timeout` and `max_retries` are those of the first. Where
        `worker` is open on these `Runs`, its settings hold: this only watches, what a venue cannot serve now is tried again
        by that worker, and it returns early when that worker ends.

        Raises Interrupted on Ctrl-C: the cases go on when somebody works on them again. Raises ConfigurationError where
        this process has a worker of other `Runs`, or a DBOS of its own.
        """
        refuse_fork()
        check_label(by)
        self._with_venues(run, venues)
        foreground = Foreground(
            self,
            [run],
            answer=answer,
            on_event=on_event,
            on_credentials=on_credentials,
            by=by,
            venues=venues,
        )
        # Not while the shared one is about to begin or to end: it would be taken for an explicit one.
        with self._turn:
            opened, shared = working(), self._shared
        if opened is not None and opened.of(self.ledger) and opened is not shared:
            foreground.work(nullcontext(), stop=lambda: opened.stopped or (stop is not None and stop()))
        else:
            foreground.work(self._sharing(run, timeout=timeout, max_retries=max_retries), stop=stop)
        cases = self.result(run).cases
        return Run(tuple(case for case in cases if venues is None or case.venue in venues))

    @contextmanager
    def _sharing(self, run: str, *, timeout: float, max_retries: int) -> Generator[None]:
        """While the worker of all calls of `work` is at it. The first one starts it, and the last one ends it."""
        try:
            with self._turn:
                # First, so that the worker knows from the start that somebody waits for this run.
                self._watched.append(run)
                if self._shared is None:
                    worker = self.worker(
                        timeout=timeout, max_retries=max_retries, patience=_PATIENCE, impatient=self._watched
                    )
                    self._shared = worker.start()
            yield
        finally:
            with self._turn:
                self._watched.remove(run)
                ending = self._shared
                if not self._watched and ending is not None:
                    self._shared = None
                    ending.stop()

    def answer(
        self, run: str, interaction: str, value: str, *, venue: str | None = None, by: str = "library"
    ) -> bool:
        """Answer a question; False when it was answered before. The case goes on within about a second.

        `venue` is needed when two venues ask something of the same name. `by` says who answered, in clear and for good: a
        label of yours such as `desk-2`, and no person's name. What is to be done is answered with y, yes or done, and
        what offers words with one of them. Raises ConfigurationError for another label or answer, for a question that was
        never asked, and for a run that was cancelled or purged; nothing is changed then.
        """
        check_label(by)
        self._check_open(run)
        asked = [
            row
            for row in self.ledger.interactions(run)
            if row.name == interaction and (venue is None or row.venue == venue)
        ]
        if not asked:
            open_ones = [
                f"{row.name} ({row.venue})" for row in self.ledger.interactions(run, unanswered=True)
            ]
            raise ConfigurationError(
                f"run {run} asks nothing called {interaction!r}{f' for {venue}' if venue else ''};"
                f" open are: {', '.join(open_ones) or 'none'}"
            )
        # One that is open goes before those that were answered.
        asked = [row for row in asked if row.answered_at is None] or asked
        if len(asked) > 1:
            raise ConfigurationError(f"several venues of run {run} ask {interaction!r}: name the venue")
        if asked[0].answered_at is not None:
            return False
        value = checked(decode_interaction(asked[0].question), value)
        case = self.ledger.answer(run, asked[0].venue, interaction, value, by=by, now=self.now())
        if case is None:
            # Somebody was a moment faster, with an answer or in ending the run.
            self._check_open(run)
            return False
        self._legs.poke(run, case.venue, case.leg)
        return True

    def resume(self, run: str, *, venues: Sequence[str] | None = None) -> list[str]:
        """Let cases go on that ended without a working account, or wait; returns their venues.

        A health check that has ended does not: another one is another run.
        """
        found = self._with_venues(run, venues)
        return [
            case.venue
            for case in found.cases
            if not (case.state == "ended" and (case.status in _DONE or found.recipe == "health"))
            and (venues is None or case.venue in venues)
            and self._wake(run, case.venue)
        ]

    def retry_failed(self, runs: Collection[str] | None = None) -> dict[str, list[str]]:
        """Let every failed case go on, of these runs or of all; returns the venues by run."""
        chosen = self.all() if runs is None else [self.show(run) for run in runs]
        found = {
            run.id: [
                case.venue
                for case in run.cases
                if case.state == "ended"
                and case.status is CaseStatus.FAILED
                and run.recipe != "health"
                and self._wake(run.id, case.venue)
            ]
            for run in chosen
        }
        return {run: venues for run, venues in found.items() if venues}

    def reconcile(self, run: str) -> dict[str, Interaction]:
        """See to the cases of which nobody knows whether a call has happened.

        Those that the venue can be asked about are looked up again as soon as somebody works on them. Returns the
        questions, by venue, that only a person can answer: `yes` (it happened), `no`, or `look` (look it up again).
        """
        found = self.show(run)
        for case in found.cases:
            in_doubt = case.status is CaseStatus.AMBIGUOUS and case.waiting is None
            if in_doubt or case.put_off:
                self._wake(run, case.venue)
        return {
            case.venue: case.waiting
            for case in found.cases
            if case.waiting is not None and case.waiting.kind == "operator"
        }

    def cancel(self, run: str) -> list[str]:
        """Begin nothing more of a run; returns the venues that were under way. What was made at a venue remains."""
        self._row(run)
        return self.ledger.cancel(run, self.now())

    def purge(self, applicant: str) -> list[str]:
        """Erase everything personal and secret of an applicant, by the reference of the dossier; returns the runs."""
        found = [row.id for row in self.ledger.all_runs(applicant=applicant)]
        for run in found:
            self.ledger.cancel(run, self.now())
            self.ledger.purge(run, self.now())
        return found

    def reseal(self) -> int:
        """Seal everything again with the first key; returns how many texts. Afterwards the other keys may go."""
        return self.ledger.reseal()

    def worker(
        self,
        *,
        name: str | None = None,
        per_venue: int | None = None,
        concurrency: int | None = None,
        on_event: Callable[[str, Event], None] | None = None,
        apps: Mapping[str, ASGIApp] | None = None,
        signer: Signer | None = None,
        limits: Sequence[Limit] = RABBITX,
        timeout: float = DEFAULT_TIMEOUT,
        settle: float | None = None,
        keep: float = KEEP,
        max_retries: int = DEFAULT_RETRIES,
        patience: float | None = None,
        poll: float | None = None,
        impatient: Collection[str] = (),
    ) -> Worker:
        """A worker on this database, for a `with` block. Its arguments: see `Worker`."""
        refuse_fork()
        # The clients of all venues: only here.
        from venuekit.runs.durable.worker import Worker

        return Worker(
            self.ledger,
            self._legs,
            name=name,
            per_venue=per_venue,
            concurrency=concurrency,
            on_event=on_event,
            apps=apps,
            signer=signer,
            limits=limits,
            timeout=timeout,
            settle=settle,
            keep=keep,
            max_retries=max_retries,
            patience=patience,
            poll=poll,
            # Workers read the shared one now and then, and not at each use.
            clock=self._machine,
            impatient=impatient,
        )

    def _check_open(self, run: str) -> None:
        state = self._row(run).state
        if state != "open":
            raise ConfigurationError(f"the run {run} was {state}; nothing was changed")

    def _wake(self, run: str, venue: str) -> bool:
        self._legs.prepare()
        return self.ledger.wake(run, venue, self.now()) is not None


__all__ = ["Runs"]
