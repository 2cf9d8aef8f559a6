"""`onboard`, `resume`, `reconcile`: working on one run in this process, and asking on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from venuekit.cli import documents, screen
from venuekit.cli.commands import Env, report
from venuekit.cli.credentials import CredentialsFile
from venuekit.cli.exits import DONE, ExitCode, exit_code_of_cases
from venuekit.cli.facts import asked, require_kept, with_rest
from venuekit.cli.guard import INTERRUPTED, Standing, again, guarded
from venuekit.cli.logs import logged
from venuekit.cli.store import Store
from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from venuekit.cli.options import LogLevel
    from venuekit.runs import Answerer, DurableRun, Interaction, OnCredentials, Runs


def onboard(
    path: Path,
    *,
    venues: Sequence[str] | None,
    env: Env,
    urls: Mapping[str, str],
    as_json: bool,
    timeout: float,
    max_retries: int,
    reveal: bool,
    credentials_file: Path | None,
    run_id: str | None,
    detach: bool,
    priority: int,
    log: LogLevel | None,
    store: Store,
) -> int:
    """Submit a dossier, or find its run, and go on with it."""
    standing = again()

    def run() -> int:
        from venuekit.recipes.dossier import load_dossier

        dossier = load_dossier(path, venues=venues)
        with logged(log), CredentialsFile(credentials_file) as credentials, store.open() as runs:
            begun = runs.now()
            name = runs.submit(
                dossier,
                run=run_id,
                venues=venues,
                env=env,
                urls=urls,
                folder=path.parent,
                priority=priority,
            )
            standing.at(name)
            go_on(runs, name)
            if detach:
                return detached(runs, name, since=begun, as_json=as_json)
            return work(
                runs,
                name,
                as_json=as_json,
                reveal=reveal,
                timeout=timeout,
                max_retries=max_retries,
                on_credentials=credentials,
            )

    return guarded(run, as_json=as_json, standing=standing)


def resume(
    name: str,
    *,
    venues: Sequence[str] | None,
    as_json: bool,
    timeout: float,
    max_retries: int,
    reveal: bool,
    credentials_file: Path | None,
    detach: bool,
    store: Store,
) -> int:
    """Go on with a run that is there."""
    standing = Standing()
    standing.at(name)

    def run() -> int:
        with CredentialsFile(credentials_file) as credentials, store.open() as runs:
            go_on(runs, name, venues=venues)
            if detach:
                return detached(runs, name, since=None, as_json=as_json)
            return work(
                runs,
                name,
                venues=venues,
                as_json=as_json,
                reveal=reveal,
                timeout=timeout,
                max_retries=max_retries,
                on_credentials=credentials,
            )

    return guarded(run, as_json=as_json, standing=standing)


def reconcile(name: str, *, as_json: bool, timeout: float, max_retries: int, store: Store) -> int:
    """Find out about the calls of a run whose answer was lost."""
    standing = Standing()
    standing.at(name)

    def run() -> int:
        with store.open() as runs:
            require_kept(runs, name)
            for venue, question in runs.reconcile(name).items():
                sys.stderr.write(f"{venue}: {question.name} needs an answer\n")

            def only_operators(asker: Answerer) -> Answerer:
                def answer(question: Interaction) -> str | None:
                    return asker(question) if question.kind == "operator" else None

                return answer

            return work(
                runs,
                name,
                as_json=as_json,
                reveal=False,
                timeout=timeout,
                max_retries=max_retries,
                ask=only_operators,
            )

    return guarded(run, as_json=as_json, standing=standing)


def go_on(runs: Runs, name: str, *, venues: Sequence[str] | None = None) -> None:
    """Let a run go on: see `wake`. Raises ConfigurationError for one that is over."""
    require_kept(runs, name)
    found = runs.show(name)
    if found.state != "open":
        raise ConfigurationError(
            f"the run {name} was {found.state}; `venuekit onboard DOSSIER --run ID` begins another one"
        )
    wake(runs, found, venues)


def wake(runs: Runs, run: DurableRun, venues: Sequence[str] | None = None) -> None:
    """What has ended without an account, or was put off, is due now; at `venues` also what waits."""
    if chosen := venues or [case.venue for case in run.cases if case.state == "ended" or case.put_off]:
        runs.resume(run.id, venues=chosen)


def detached(runs: Runs, name: str, *, since: float | None, as_json: bool) -> int:
    """Say that a run is written down, or was before: before `since`, in the time of `Runs.now`, or in any case."""
    found = runs.show(name)
    if as_json:
        document = documents.durable_document(found, asked=asked(runs, name).get(name))
        sys.stdout.write(documents.dump(document))
    else:
        sys.stdout.write(f"{name}\n")
    new = since is not None and found.created_at >= since
    stands = "is written down" if new else "was written down before"
    sys.stderr.write(f"venuekit: run {name} {stands}; `venuekit worker` works on it\n")
    return ExitCode.DONE


def work(
    runs: Runs,
    name: str,
    *,
    as_json: bool,
    reveal: bool,
    timeout: float,
    max_retries: int,
    venues: Sequence[str] | None = None,
    on_credentials: OnCredentials | None = None,
    ask: Callable[[Answerer], Answerer] = lambda asker: asker,
) -> int:
    """Until nothing more can be done here for these venues, asking on the terminal, and report of them."""
    from venuekit.cli.progress import Progress
    from venuekit.cli.terminal import TerminalAsker, nobody
    from venuekit.runs import Interrupted

    answer: Answerer = nobody
    interrupted = False
    with ExitStack() as stack:
        chosen = [case.venue for case in runs.show(name).cases if venues is None or case.venue in venues]
        progress = stack.enter_context(Progress(chosen, console=screen.talk()))
        if sys.stdin is not None and sys.stdin.isatty():
            asker = stack.enter_context(TerminalAsker(quiet=progress.paused))
            answer = ask(with_rest(runs, name, asker))
        try:
            finished = runs.work(
                name,
                answer=answer,
                venues=venues,
                on_event=progress,
                on_credentials=on_credentials,
                timeout=timeout,
                max_retries=max_retries,
                by="command",
            )
        except Interrupted as stopped:
            finished, interrupted = stopped.run, True
    if interrupted:
        sys.stderr.write(INTERRUPTED)
    if interrupted or any(case.status not in DONE for case in finished.cases):
        sys.stderr.write(f"venuekit: {documents.to_go_on(name)}\n")
    # What no venue has yielded anything for is no data.
    if not interrupted or as_json or any(case.credentials for case in finished.cases):
        report(
            finished,
            as_json=as_json,
            reveal=reveal,
            interrupted=interrupted,
            run_id=name,
            asked=asked(runs, name).get(name),
        )
    return ExitCode.INTERRUPTED if interrupted else exit_code_of_cases(finished.cases)
