"""`bulk` and `retry`: working on many runs in this process. Nobody is asked; what needs a person pauses."""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from venuekit.cli import documents, screen
from venuekit.cli.bulk_files import Dossiers, read
from venuekit.cli.commands import Env
from venuekit.cli.exits import PRECEDENCE, ExitCode, exit_code_of_cases
from venuekit.cli.guard import INTERRUPTED, guarded
from venuekit.cli.store import Store
from venuekit.cli.terminal import nobody
from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from venuekit.runs import Case, DurableCase, DurableRun, Runs

# How long a venue that cannot serve a case now is waited for before the command ends, in seconds.
_PATIENCE = 60.0


def bulk(
    path: Path,
    *,
    template: Path | None,
    venues: Sequence[str] | None,
    env: Env,
    urls: Mapping[str, str],
    as_json: bool,
    timeout: float,
    max_retries: int,
    report: Path | None,
    skip_invalid: bool,
    detach: bool,
    priority: int,
    store: Store,
) -> int:
    """Onboard many dossiers, or go on with them."""

    def run() -> int:
        found = read(path, template=template, venues=venues, env=env)
        for error in found.invalid:
            screen.show_error(error)
        if found.invalid and not skip_invalid:
            sys.stderr.write(
                f"venuekit: {len(found.invalid)} of {len(found.invalid) + len(found.valid)} dossiers are invalid;"
                " nothing was sent. --skip-invalid onboards the others\n"
            )
            if as_json:
                sys.stdout.write(documents.dump(_document([], found)))
            return ExitCode.INVALID
        with store.open() as runs:
            for name, (dossier, text) in found.valid.items():
                try:
                    runs.submit(
                        dossier,
                        run=name,
                        venues=venues,
                        env=env,
                        urls=urls,
                        folder=text.folder,
                        priority=priority,
                    )
                except ConfigurationError as error:
                    raise ConfigurationError(
                        f"{text.source}: {error}. What was submitted before it remains; nothing was worked on"
                    ) from None
            _go_on(runs, list(found.valid))
            return _finish(
                runs,
                list(found.valid),
                found=found,
                detach=detach,
                as_json=as_json,
                timeout=timeout,
                max_retries=max_retries,
                report=report,
            )

    return guarded(run, as_json=as_json)


def retry(
    names: Sequence[str] | None,
    *,
    as_json: bool,
    timeout: float,
    max_retries: int,
    detach: bool,
    store: Store,
) -> int:
    """Try failed cases again."""

    def run() -> int:
        with store.open() as runs:
            retried = runs.retry_failed(names)
            for name, venues in retried.items():
                sys.stderr.write(f"venuekit: {name}: {', '.join(venues)} again\n")
            if not retried:
                sys.stderr.write("venuekit: no case has failed\n")
            return _finish(
                runs,
                list(retried),
                found=Dossiers(),
                detach=detach,
                as_json=as_json,
                timeout=timeout,
                max_retries=max_retries,
                report=None,
            )

    return guarded(run, as_json=as_json)


def _go_on(runs: Runs, names: Sequence[str]) -> None:
    wanted = set(names)
    for run in runs.all():
        stopped = [case.venue for case in run.cases if case.state == "ended" or case.put_off]
        if run.id in wanted and run.state == "open" and stopped:
            runs.resume(run.id, venues=stopped)


def _finish(
    runs: Runs,
    names: Sequence[str],
    *,
    found: Dossiers,
    detach: bool,
    as_json: bool,
    timeout: float,
    max_retries: int,
    report: Path | None,
) -> int:
    interrupted = False
    if names and not detach:
        interrupted = not _work(runs, names, timeout=timeout, max_retries=max_retries)
    wanted = set(names)
    ended = [run for run in runs.all() if run.id in wanted]
    if report is not None:
        _write(report, _json(ended, found) if report.suffix.lower() == ".json" else _csv(ended))
    if as_json:
        sys.stdout.write(_json(ended, found))
    elif ended:
        _show(ended)
    if interrupted:
        sys.stderr.write(INTERRUPTED + "venuekit: the same command goes on with what there is\n")
        return ExitCode.INTERRUPTED
    if detach:
        sys.stderr.write(f"venuekit: {len(ended)} runs are written down; `venuekit worker` works on them\n")
    codes = [ExitCode.INVALID] if found.invalid else []
    if not detach:
        codes.append(exit_code_of_cases(_plain(case) for run in ended for case in run.cases))
    return min(codes, key=PRECEDENCE.index, default=ExitCode.DONE)


def _work(runs: Runs, names: Sequence[str], *, timeout: float, max_retries: int) -> bool:
    """Until nothing more can be done here; False when interrupted."""
    from venuekit.runs import Interrupted
    from venuekit.runs.durable.foreground import Foreground

    with ExitStack() as stack:
        foreground = Foreground(runs, names, answer=nobody, on_look=_bars(stack), patience=_PATIENCE)
        try:
            foreground.work(runs.worker(timeout=timeout, max_retries=max_retries))
        except Interrupted:
            return False
    return True


def _bars(stack: ExitStack) -> Callable[[Sequence[DurableCase]], None] | None:
    """A bar for each venue, on a terminal."""
    console = screen.talk()
    if not console.is_terminal:
        return None
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    progress = stack.enter_context(
        Progress(*columns, console=console, redirect_stdout=False, redirect_stderr=False)
    )
    bars: dict[str, TaskID] = {}

    def look(cases: Sequence[DurableCase]) -> None:
        for venue in dict.fromkeys(case.venue for case in cases):
            of_venue = [case for case in cases if case.venue == venue]
            bar = bars.setdefault(venue, TaskID(-1))
            if bar == TaskID(-1):
                bar = bars[venue] = progress.add_task(venue, total=len(of_venue))
            progress.update(bar, completed=sum(case.settled for case in of_venue))

    return look


def _plain(case: DurableCase) -> Case:
    from venuekit.runs import Case, CaseStatus

    status = CaseStatus.FAILED if case.put_off else case.status
    return Case(case.venue, status, case.raw_status, (), {}, case.error, case.waiting)


def _counts(runs: Sequence[DurableRun]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for run in runs:
        for case in run.cases:
            of_venue = counts.setdefault(case.venue, {})
            status = str(_plain(case).status)
            of_venue[status] = of_venue.get(status, 0) + 1
    return counts


def _document(runs: Sequence[DurableRun], found: Dossiers) -> documents.Json:
    return {
        "runs": [documents.durable_document(run) for run in runs],
        "venues": _counts(runs),
        "invalid": [
            {"source": error.source, "problems": documents.problem_documents(error.problems)}
            for error in found.invalid
        ],
    }


def _json(runs: Sequence[DurableRun], found: Dossiers) -> str:
    return documents.dump(_document(runs, found))


def _csv(runs: Sequence[DurableRun]) -> str:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["run", "venue", "status", "raw_status", "waiting", "error"])
    for run in runs:
        for case in map(_plain, run.cases):
            waiting = case.waiting.name if case.waiting is not None else ""
            error = type(case.error).__name__ if case.error is not None else ""
            rows.writerow([run.id, case.venue, case.status, case.raw_status, waiting, error])
    return text.getvalue()


def _write(path: Path, text: str) -> None:
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise ConfigurationError(f"the file {path} cannot be written: {error.strerror}") from None


def _show(runs: Sequence[DurableRun]) -> None:
    counts = _counts(runs)
    statuses = list(dict.fromkeys(status for of_venue in counts.values() for status in of_venue))
    table = Table(title=f"{len(runs)} runs")
    table.add_column("Venue")
    for status in statuses:
        table.add_column(status, justify="right")
    for venue, of_venue in counts.items():
        table.add_row(venue, *(str(of_venue.get(status, 0)) for status in statuses))
    screen.data().print(table)
    for run in runs:
        for case in map(_plain, run.cases):
            if case.error is not None:
                sys.stderr.write(f"{run.id} {case.venue}: {case.status} ({type(case.error).__name__})\n")


__all__ = ["bulk", "retry"]
