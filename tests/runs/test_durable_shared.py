"""Several calls in one process share one worker, a host program's DBOS is left alone, and names are nobody else's."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from dbos import _queue
from dbos._event_loop import BackgroundEventLoop

from tests.playground import Playground
from tests.runs.databases import KEY
from venuekit import ConfigurationError
from venuekit import runs as durable
from venuekit.recipes.core import CaseStatus
from venuekit.runs.durable.process import ended, here
from venuekit.runs.ledger import LeaseLost
from venuekit_schemas.dossier import Dossier

FOUR = ("a", "b", "c", "d")


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/runs.sqlite"


@pytest.fixture
def runs(url: str) -> Iterator[durable.Runs]:
    with durable.open(url, key=KEY) as found:
        yield found


def in_threads(act: Callable[[str], durable.Run]) -> dict[str, durable.Run]:
    """What `act` gives for each of four, all at once."""
    found: dict[str, durable.Run] = {}

    def one(name: str) -> None:
        found[name] = act(name)

    threads = [threading.Thread(target=one, args=(name,)) for name in FOUR]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def workers(runs: durable.Runs) -> set[str]:
    return {row.worker for row in runs.events() if row.kind == "leg"}


def test_threads_that_onboard_share_a_worker(
    runs: durable.Runs, dossier: Dossier, playground: Playground
) -> None:
    together = threading.Barrier(4)

    def onboard(name: str) -> durable.Run:
        met = False

        def meet(event: durable.Event) -> None:
            # Nobody is done before all are under way.
            nonlocal met
            if not met:
                met = True
                together.wait(300)

        return runs.onboard(
            dossier,
            run=name,
            venues=["tradelocker"],
            answer=lambda question: None,
            on_event=meet,
            urls=playground.urls,
        )

    found = in_threads(onboard)

    assert {
        name: str(run.cases[0].error or run.cases[0].status) for name, run in found.items()
    } == dict.fromkeys(FOUR, "active")
    assert len(workers(runs)) == 1
    # And the worker is gone with the last of them.
    with runs.worker():
        pass


def test_tasks_that_onboard_share_a_worker(url: str, dossier: Dossier, playground: Playground) -> None:
    async def onboard() -> list[durable.Run]:
        async with durable.open_async(url, key=KEY) as runs:
            return await asyncio.gather(
                *(
                    runs.onboard(
                        dossier,
                        run=name,
                        venues=["tradelocker"],
                        answer=playground.person().answer,
                        urls=playground.urls,
                    )
                    for name in FOUR
                )
            )

    assert all(run.active for run in asyncio.run(onboard()))


def test_where_a_worker_is_open_its_work_is_watched(
    runs: durable.Runs, dossier: Dossier, playground: Playground
) -> None:
    with runs.worker(name="explicit"):
        found = runs.onboard(
            dossier, venues=["tradelocker"], answer=playground.person(), urls=playground.urls
        )
        assert found.active
    assert workers(runs) == {"explicit"}


def test_a_second_worker_in_the_process_is_refused(
    runs: durable.Runs, dossier: Dossier, tmp_path: Path, playground: Playground
) -> None:
    with (
        durable.open(f"sqlite:///{tmp_path}/other.sqlite", key=KEY) as other,
        runs.worker(name="first"),
    ):
        for second in (runs.worker(), other.worker()):
            with pytest.raises(ConfigurationError, match=r"open in this process \(first\).*of its own"):
                second.start()
        name = other.submit(dossier, venues=["tradelocker"], urls=playground.urls)
        with pytest.raises(ConfigurationError, match="open in this process"):
            other.work(name, answer=lambda question: None)
        assert runs.work(
            runs.submit(dossier, venues=["tradelocker"], urls=playground.urls), answer=lambda question: None
        ).active


_HOST = """
import sys
import time
import sqlalchemy
from dbos import DBOS
import venuekit
from venuekit import runs as durable
from venuekit.recipes.dossier import load_dossier

url, host, key, path, early = sys.argv[1:]

@DBOS.workflow()
def mine(number: int) -> int:
    return number + 1

def refused(runs):
    try:
        with runs.worker():
            raise AssertionError("a worker was started")
    except venuekit.ConfigurationError as error:
        assert "run the worker in a process of its own" in str(error), error

# SQLite of before 3.42 lacks what the engine asks for on newer Pythons: the host, too, has to supply it.
engine = sqlalchemy.create_engine(host, connect_args={"check_same_thread": False})
sqlalchemy.event.listen(engine, "connect", lambda db, _: db.create_function("unixepoch", -1, lambda *_: time.time()))
config = {"name": "mine", "system_database_url": host, "system_database_engine": engine, "log_level": "ERROR"}
with durable.open(url, key=key) as runs:
    if early == "registered":
        refused(runs)
    DBOS(config=config)
    DBOS.launch()
    assert mine(1) == 2
    refused(runs)
    run = runs.submit(load_dossier(path), venues=["t4"])
    runs.cancel(run)
    assert mine(2) == 3
assert mine(3) == 4
DBOS.destroy()
print("well")
"""


@pytest.mark.parametrize("early", ["registered", "launched"])
def test_the_host_programs_own_dbos_is_left_alone(
    early: str, url: str, example_path: Path, tmp_path: Path
) -> None:
    host = f"sqlite:///{tmp_path}/host.sqlite"
    done = subprocess.run(
        [sys.executable, "-c", _HOST, url, host, KEY, str(example_path), early],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stdout) == (0, "well\n"), done.stderr


_WORKER = """
import sys
from venuekit import runs as durable

with durable.open(sys.argv[1], key=sys.argv[2]) as runs, runs.worker(name="desk"):
    print("works", flush=True)
    sys.stdin.readline()
"""


_FORKING = """
import os, sys
import venuekit
from venuekit import runs as durable
from venuekit.recipes.dossier import load_dossier

url, key, path = sys.argv[1:]
with durable.open(url, key=key) as runs:
    run = runs.submit(load_dossier(path), venues=["t4"])
    with runs.worker() as worker:
        child = os.fork()
        if not child:
            for _ in range(2):
                try:
                    runs.work(run, answer=lambda question: None)
                except venuekit.ConfigurationError as error:
                    print(error, flush=True)
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
    child = os.fork()
    if not child:
        with durable.open(url, key=key) as mine, mine.worker():
            print("works", flush=True)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_process_that_was_forked_under_a_worker_is_told_so(url: str, example_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore::DeprecationWarning", "-c", _FORKING, url, KEY, str(example_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    first, second, third = done.stdout.splitlines()
    assert "was forked while a worker was open in process" in first
    assert "open the runs and the worker after the fork" in first
    assert (second, third) == (first, "works")


def test_a_leg_that_is_handed_over_as_the_worker_ends(
    runs: durable.Runs, dossier: Dossier, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine's thread that takes legs ends before the event loop that is to run them."""
    handing, over = threading.Event(), threading.Event()
    failures: list[Exception] = []
    hand_over, end = vars(_queue)["execute_dequeued_workflow"], BackgroundEventLoop.stop

    def slowly(dbos: Any, *arguments: Any) -> None:
        handing.set()
        dbos.background_thread_stop_events[0].wait()
        # Enough for whoever does not wait for this thread.
        over.wait(0.5)
        try:
            hand_over(dbos, *arguments)
        except RuntimeError as error:
            failures.append(error)

    def stop(loop: BackgroundEventLoop) -> None:
        end(loop)
        over.set()

    monkeypatch.setattr(_queue, "execute_dequeued_workflow", slowly)
    monkeypatch.setattr(BackgroundEventLoop, "stop", stop)
    run = runs.submit(dossier, venues=["t4"], urls=playground.urls)
    with runs.worker():
        assert handing.wait(60)
    assert failures == []

    monkeypatch.undo()
    assert runs.work(run, answer=playground.person()).active


def test_two_workers_of_one_name(runs: durable.Runs, url: str) -> None:
    """Refused while the first one lives; once it was killed its name is free, at once."""
    first = subprocess.Popen(
        [sys.executable, "-c", _WORKER, url, KEY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert first.stdout is not None
        assert first.stdout.readline() == "works\n"
        with pytest.raises(ConfigurationError, match=rf"desk is at work \(process {first.pid} on"):
            runs.worker(name="desk").start()
        with runs.worker(name="another"):
            pass
    finally:
        first.kill()
        first.communicate()
    with runs.worker(name="desk") as second:
        assert second.name == "desk"


def test_a_name_whose_process_cannot_be_seen_is_free_once_it_is_silent(runs: durable.Runs) -> None:
    ledger = runs.ledger
    elsewhere = '{"host": "elsewhere", "pid": 1}'
    assert ended(elsewhere) is None
    assert ledger.claim("desk", elsewhere, 1000.0, dead=ended) is None

    assert ledger.claim("desk", here(), 1010.0, dead=ended) == (elsewhere, 1000.0)
    assert ledger.claim("desk", here(), 1020.0, dead=ended) is None
    with pytest.raises(LeaseLost):
        ledger.beat("desk", 1021.0, elsewhere)


def test_nothing_works_once_they_are_closed(url: str, dossier: Dossier) -> None:
    runs = durable.open(url, key=KEY)
    runs.submit(dossier, run="jane")
    runs.close()
    runs.close()
    for act in (runs.all, runs.worker, lambda: runs.show("jane"), lambda: runs.submit(dossier)):
        with pytest.raises(ConfigurationError, match="closed: open them again"):
            act()


@pytest.mark.parametrize("name", ["-jane", "j" * 65, "", "a b"])
def test_ids_that_are_none(name: str, runs: durable.Runs, dossier: Dossier) -> None:
    with pytest.raises(ConfigurationError, match="is no id of a run"):
        runs.submit(dossier, run=name)
    assert runs.submit(dossier, run="j" * 64) == "j" * 64


def test_a_run_of_no_venue_is_refused(runs: durable.Runs, dossier: Dossier) -> None:
    with pytest.raises(ConfigurationError, match="no venue is chosen"):
        runs.submit(dossier, venues=[])
    assert runs.all() == []


def test_whoever_only_looks_needs_no_engine(url: str, dossier: Dossier) -> None:
    with durable.open(url, key=KEY) as runs:
        runs.submit(dossier, run="jane", venues=["t4"])
    code = (
        "import sys\n"
        "from venuekit import runs as durable\n"
        "with durable.open(sys.argv[1], key=sys.argv[2]) as runs:\n"
        "    runs.all(), runs.result('jane'), runs.questions(), runs.cancel('jane'), list(runs.history('jane'))\n"
        "print('dbos' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, url, KEY], capture_output=True, text=True, check=False, timeout=300
    )
    assert (done.stdout, done.stderr) == ("False\n", "")


def test_a_venue_that_is_tried_again_by_an_explicit_worker(runs: durable.Runs, dossier: Dossier) -> None:
    """Its settings hold: what cannot be served now is put off, and the call returns."""
    with runs.worker():
        found = runs.onboard(
            dossier,
            venues=["tradelocker"],
            answer=lambda question: None,
            urls={"tradelocker": "http://127.0.0.1:9/backend-api"},
        )
        assert found.cases[0].status is CaseStatus.FAILED
        assert runs.all()[0].cases[0].put_off
