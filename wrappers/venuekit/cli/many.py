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
from venuekit.cli.bulk_submit import Submission
from venuekit.cli.commands import Env
from venuekit.cli.exits import PRECEDENCE, ExitCode, exit_code_of_cases
from venuekit.cli.facts import asked
from venuekit.cli.guard import INTERRUPTED, again, guarded
from venuekit.cli.logs import logged
from venuekit.cli.plain import counted, printable
from venuekit.cli.store import Store
from venuekit.cli.terminal import nobody
from venuekit.cli.working import wake
from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from venuekit.cli.options import LogLevel
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
    log: LogLevel | None,
    store: Store,
) -> int:
    """Onboard many dossiers, or go on with them."""
    standing = again()

    def run() -> int:
        found = read(path, template=template, venues=venues, env=env)
        with logged(log), store.open() as runs:
            submission = Submission(runs, venues=venues, env=env, urls=urls, priority=priority)
            submission.check(found)
            for error in found.invalid:
                screen.show_error(error)
            for warning in found.warnings:
                sys.stderr.write(f"venuekit: warning: {printable(warning)}\n")
            if found.invalid and not skip_invalid:
                all_of_them = len(found.invalid) + len(found.valid)
                sys.stderr.write(
                    f"venuekit: {len(found.invalid)} of {counted(all_of_them, 'dossier')} cannot be taken; nothing was"
                    " written down or sent. --skip-invalid onboards the others\n"
                )
                if report is not None:
                    _report(report, runs, [], found)
                if as_json:
                    sys.stdout.write(documents.dump(_document(runs, [], found)))
                return ExitCode.INVALID
            new = submission.submit(found)
            for one in runs.all(ids=found.valid):
                if one.state == "open":
                    wake(runs, one)
            return _finish(
                runs,
                list(found.valid),
                found=found,
                new=new,
                detach=detach,
                as_json=as_json,
                timeout=timeout,
                max_retries=max_retries,
                report=report,
            )

    return guarded(run, as_json=as_json, standing=standing)


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

    return guarded(run, as_json=as_json, standing=again())


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
    new: int = 0,
) -> int:
    """Work, unless others are to, and report. `new` are those that were not there before."""
    interrupted = False
    if names and not detach:
        interrupted = not _work(runs, names, timeout=timeout, max_retries=max_retries)
    ended = runs.all(ids=names)
    if report is not None:
        _report(report, runs, ended, found)
    hint = again().hint
    if as_json:
        more = documents.interruption(hint) if interrupted else {}
        sys.stdout.write(documents.dump(_document(runs, ended, found) | more))
    elif ended:
        _show(ended)
    if interrupted:
        sys.stderr.write(f"{INTERRUPTED}venuekit: {hint}\n")
        return ExitCode.INTERRUPTED
    if detach and ended:
        sys.stderr.write(
            f"venuekit: {counted(new, 'run')} written down now, {len(ended) - new} before;"
            " `venuekit worker` works on what is due\n"
        )
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


def _document(runs: Runs, ended: Sequence[DurableRun], found: Dossiers) -> dict[str, documents.Json]:
    questions = asked(runs) if ended else {}
    return {
        "runs": [documents.durable_document(run, asked=questions.get(run.id)) for run in ended],
        "venues": _counts(ended),
        "invalid": [
            {"source": error.source, "problems": documents.problem_documents(error.problems)}
            for error in found.invalid
        ],
        "warnings": found.warnings,
    }


def _report(path: Path, runs: Runs, ended: Sequence[DurableRun], found: Dossiers) -> None:
    if path.suffix.lower() == ".json":
        _write(path, documents.dump(_document(runs, ended, found)))
    else:
        _write(path, _csv(ended, found))


def _csv(runs: Sequence[DurableRun], found: Dossiers) -> str:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["run", "venue", "status", "raw_status", "waiting", "error", "source"])
    for run in runs:
        source = found.valid[run.id][1].source
        for case in map(_plain, run.cases):
            waiting = case.waiting.name if case.waiting is not None else ""
            error = type(case.error).__name__ if case.error is not None else ""
            rows.writerow([run.id, case.venue, case.status, case.raw_status, waiting, error, source])
    for invalid in found.invalid:
        why = "; ".join(str(problem) for problem in invalid.problems)
        rows.writerow(["", "", "invalid", "", "", why, invalid.source])
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
    table = Table(title=counted(len(runs), "run"))
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
