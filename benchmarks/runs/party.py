"""The processes of a benchmark: venues, workers, and the people who answer. All are forked from one that is ready."""

from __future__ import annotations

import json
import logging
import multiprocessing
import multiprocessing.connection
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from typing import Any, cast
from urllib.request import ProxyHandler, build_opener

from benchmarks.runs import venues as venues_module
from benchmarks.runs.venues import Faults
from venuekit.cli.autopilot import Autopilot
from venuekit.cli.commands import sandbox_urls
from venuekit.recipes.core import Interaction
from venuekit.recipes.dossier import load_dossier
from venuekit.runs.durable import runner
from venuekit.runs.durable.opening import open_runs
from venuekit.runs.durable.sealing import dossier_document
from venuekit.runs.durable.service import Runs
from venuekit.runs.durable.worker import Worker
from venuekit.runs.ledger import Attempt, LedgerUnavailable
from venuekit.transport.errors import VenueKitError
from venuekit_schemas.dossier import Dossier

ROOT = Path(__file__).resolve().parents[2]
# Of the databases of a benchmark only.
KEY = "A" * 43 + "="
# Where a worker can be told to die.
PLACES = (
    "after the intent",
    "after the call, before its outcome is written",
    "after the outcome",
    "before the end of a leg is written",
)
_HTTP = build_opener(ProxyHandler({}))


@cache
def processes() -> ForkServerContext:
    """Makes processes that have everything imported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["benchmarks.runs.warm"])
    return context


@cache
def _example() -> dict[str, Any]:
    return cast("dict[str, Any]", dossier_document(load_dossier(ROOT / "examples" / "dossier.yaml")))


def applicant(number: int) -> Dossier:
    """One of many: everything that a venue knows a person by is different."""
    from eth_account import Account

    found: dict[str, Any] = json.loads(json.dumps(_example()))
    name = f"p{number:05d}"
    key = f"0x{number + 1:064x}"
    found["applicant"]["reference"] = name
    found["applicant"]["contact"] |= {"email": f"{name}@example.com", "phone": f"+13125{number:06d}"}
    found["wallet"] = {"address": Account.from_key(key).address, "private_key": key}
    at = found["venues"]
    at["nebulaecn"] |= {"username": name}
    at["stokn"]["portfolio"]["id"] = name
    at["t4"] |= {"username": f"{name}@example.com", "account": name}
    return Dossier.model_validate(found)


@dataclass(frozen=True)
class Death:
    """Where a worker dies by itself, and at which time there: by SIGKILL. `frozen`: by SIGSTOP, and when it is thawed it
    gives a sign of life before it goes on. `steps`: only these count.
    """

    place: str
    number: int
    frozen: bool = False
    steps: tuple[str, ...] = ()


@dataclass
class Party:
    """The venues and the people of one benchmark, and the database that its workers work on."""

    url: str
    sandbox: str
    settings: dict[str, Any] = field(default_factory=dict)
    others: list[ForkServerProcess] = field(default_factory=list)

    @property
    def venue_urls(self) -> dict[str, str]:
        return sandbox_urls(self.sandbox)

    def submit(self, runs: Runs, numbers: Sequence[int], venues: Sequence[str] | None = None) -> None:
        """One run per applicant, named as the applicant."""
        for number in numbers:
            dossier = applicant(number)
            runs.submit(
                dossier, run=dossier.applicant.reference, urls=self.venue_urls, folder=ROOT, venues=venues
            )

    def worker(self, name: str, death: Death | None = None, **more: Any) -> ForkServerProcess:
        """Start a worker, with `more` settings of its own."""
        given = (self.url, name, death, self.settings | more)
        process = processes().Process(target=work, args=given, daemon=True)
        process.start()
        self.others.append(process)
        return process

    def freeze(self, worker: ForkServerProcess) -> None:
        """Stop a worker, and come back when it stands still."""
        os.kill(cast("int", worker.pid), signal.SIGSTOP)
        self.frozen(worker)

    def frozen(self, worker: ForkServerProcess, *, or_else: Callable[[], bool] = bool) -> bool:
        """Wait until a worker stands still; False when something `or_else` comes first."""
        while Path(f"/proc/{worker.pid}/stat").read_text().rpartition(")")[2].split()[0] != "T":
            if or_else():
                return False
            time.sleep(0.05)
        return True

    def thaw(self, worker: ForkServerProcess) -> None:
        """Let a worker go on."""
        os.kill(cast("int", worker.pid), signal.SIGCONT)

    def leave(self, worker: ForkServerProcess) -> None:
        """Let a worker end what it has begun, and end."""
        worker.terminate()
        worker.join()
        self.others.remove(worker)

    def end(self, worker: ForkServerProcess) -> None:
        """End a worker as the machine's failure would."""
        worker.kill()
        worker.join()
        self.others.remove(worker)

    def control(self, path: str, **what: object) -> Any:
        """Tell the sandbox's control plane something; returns what it says."""
        url = f"{self.sandbox}/_sandbox/{path}"
        with _HTTP.open(url, json.dumps(what).encode(), 60) as response:
            return json.loads(response.read() or b"null")

    def state(self) -> dict[str, Any]:
        """What is in the books of the venues."""
        with _HTTP.open(f"{self.sandbox}/_sandbox/snapshot", timeout=60) as response:
            found: dict[str, Any] = json.load(response)["venues"]
        return found

    def advance(self, seconds: float) -> None:
        """Put the clock of the venues forward."""
        self.control("clock", advance=seconds)

    def storm(self) -> None:
        """The faults begin again, after a calm."""
        _HTTP.open(f"{self.sandbox}/_storm", timeout=60).close()

    def count(self, *, calm: bool = False) -> tuple[dict[tuple[str, str, str], int], dict[str, int]]:
        """What was made at the venues, and the faults that hit."""
        return count(self.sandbox, calm=calm)


@contextmanager
def party(url: str, faults: Faults, *, people: bool = True, **settings: Any) -> Iterator[Party]:
    """Venues and people while the block is open; all workers end with it."""
    ours, theirs = processes().Pipe()
    venues = processes().Process(target=serve, args=(faults, theirs), daemon=True)
    venues.start()
    found = Party(url, str(ours.recv()), settings, [venues])
    found.control("rabbitx/switches", rate_limits=False)
    if people:
        answering = processes().Process(target=answer, args=(url, found.sandbox), daemon=True)
        answering.start()
        found.others.append(answering)
    try:
        yield found
    finally:
        for process in found.others:
            process.kill()
            process.join()


def until_the_parent_ends() -> None:
    """This process ends with the one that wanted it, also when that was killed."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    sentinel = parent.sentinel

    def watch() -> None:
        multiprocessing.connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def serve(faults: Faults, tell: Connection) -> None:
    """The venues, until the process is ended."""
    until_the_parent_ends()
    venues_module.run(faults, tell)


def work(url: str, name: str, death: Death | None, settings: dict[str, Any]) -> None:
    """A worker until SIGTERM, or until it dies. Of the settings, `silence` is the ledger's, and `ahead` how far the venues'
    clock is put forward: of their time are one-time codes and signatures, and nothing else. `hold` is how long a leg waits
    for the database, `log` a file for what is logged, and `shifted` by how much the clock of this machine is wrong.
    """
    until_the_parent_ends()
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit())
    mine = dict(settings)
    if log := mine.pop("log", None):
        logging.basicConfig(filename=log)
    runner._PATIENCE = mine.pop("hold", runner._PATIENCE)  # type: ignore[misc]
    wrong, right = mine.pop("shifted", 0.0), time.time
    time.time = lambda: right() + wrong
    with open_runs(url, key=KEY, clock=time.time) as runs:
        runs.ledger.silence = mine.pop("silence", runs.ledger.silence)
        ahead = mine.pop("ahead", 0.0)
        worker = runs.worker(name=name, limits=(), **mine)
        cast("Any", worker)._runner._machine = lambda: time.time() + ahead
        if death is not None:
            _arm(runs, death, worker)
        with worker:
            # Awake now and then: right after a thaw the signal goes to a thread that cannot run the handler.
            while True:
                time.sleep(0.2)


def _arm(runs: Runs, death: Death, worker: Worker) -> None:
    """Make the ledger the place of death."""
    left = death.number
    ledger = cast("Any", runs.ledger)

    def one_more() -> None:
        nonlocal left
        left -= 1
        if death.frozen and left == 0:
            os.kill(os.getpid(), signal.SIGSTOP)
            cast("Any", worker)._beat()
        elif left <= 0 and not death.frozen:
            os.kill(os.getpid(), signal.SIGKILL)

    def dying(method: Callable[..., Any], *, before: bool, outcomes: bool = False) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            after = kwargs.get("after")
            if outcomes and after is None:
                return method(*args, **kwargs)
            # The second argument is a step's name, with a number when it is not the first of this name.
            step = after.step if outcomes and after is not None else str(args[1])
            if death.steps and step.partition("#")[0] not in death.steps:
                return method(*args, **kwargs)
            if before:
                one_more()
            result = method(*args, **kwargs)
            # What only tells of a step again is no intent.
            if not before and (not isinstance(result, Attempt) or result.state in ("new", "open")):
                one_more()
            return result

        return call

    match PLACES.index(death.place):
        case 0:
            ledger.begin = dying(ledger.begin, before=False)
        case 1:
            ledger.settle = dying(ledger.settle, before=True)
            # An intent takes the outcome before it along.
            ledger.begin = dying(ledger.begin, before=True, outcomes=True)
        case 2:
            ledger.settle = dying(ledger.settle, before=False)
            ledger.begin = dying(ledger.begin, before=False, outcomes=True)
        case _:
            ledger.leave = dying(ledger.leave, before=True)


def answer(url: str, sandbox: str) -> None:
    """Answer every question, as diligent people would, until the process is ended."""
    until_the_parent_ends()
    pilot = Autopilot(sandbox)
    with open_runs(url, key=KEY) as runs:
        while True:
            try:
                open_ones = runs.questions()
            except LedgerUnavailable:
                open_ones = {}
            for run, questions in open_ones.items():
                for question in questions:
                    try:
                        found = (
                            _look(sandbox, run, question) if question.kind == "operator" else pilot(question)
                        )
                        if found is not None:
                            runs.answer(run, question.name, found, venue=question.venue, by="pilot")
                    except VenueKitError as error:
                        sys.stderr.write(f"the pilot: {error}\n")
            time.sleep(0.1)


def _look(sandbox: str, run: str, question: Interaction) -> str:
    """What the venue says on the telephone about a call whose outcome is unknown."""
    made, _ = count(sandbox)
    step = question.name.removeprefix("outcome-of-").partition("-try-")[0]
    what = f"document {step.rsplit('-', 1)[-1]}" if "upload" in step else "account"
    # A run that cares for an applicant is named after the recipe as well.
    there = made.get((question.venue, f"{run.rpartition('-')[2]}@example.com", what), 0) > 0
    # Without a look-up the person is believed; else what is there is looked at again.
    return ("yes" if "yes" in question.prompt else "look") if there else "no"


def count(sandbox: str, *, calm: bool = False) -> tuple[dict[tuple[str, str, str], int], dict[str, int]]:
    """See `Party.count`. `calm`: no more faults from now on."""
    with _HTTP.open(f"{sandbox}/_{'calm' if calm else 'count'}", timeout=60) as response:
        found = json.load(response)
    return {(venue, who, what): n for venue, who, what, n in found["made"]}, found["hit"]


def settled(runs: Runs, seconds: float) -> bool:
    """Wait until every case has ended; False when that takes longer."""
    end = time.monotonic() + seconds
    while runs.ledger.cases(states=("queued", "running", "waiting")):
        if time.monotonic() > end:
            return False
        time.sleep(0.2)
    return True


def deaths(seed: int, longest: int) -> Iterator[Death | None]:
    """Where workers die, for ever: every place in turn, and then anywhere (None); early and late, at most the
    `longest` time there.
    """
    chance = random.Random(seed)
    while True:
        for place in PLACES:
            yield Death(place, chance.randint(1, longest))
        yield None
