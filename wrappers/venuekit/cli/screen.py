"""What people see: tables on stdout, talk and errors on stderr. Nothing is interpreted as markup."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from venuekit.cli.exits import DONE
from venuekit.cli.plain import printable
from venuekit.transport.errors import ConnectionFailed, DossierError, Problem, VenueKitError

if TYPE_CHECKING:
    from venuekit.runs import Case, Plan, PlannedCase, Run

# Where nobody looks at a terminal, tables are not squeezed into 80 columns.
_WIDTH = 140


def talk() -> Console:
    """stderr."""
    return Console(stderr=True, highlight=False, markup=False)


def data() -> Console:
    """stdout."""
    return Console(
        highlight=False,
        markup=False,
        width=None if sys.stdout.isatty() else _WIDTH,
        soft_wrap=not sys.stdout.isatty(),
    )


def show_run(run: Run, *, reveal: bool) -> None:
    """The table of cases on stdout, and on stderr what keeps the others from being active."""
    table = Table(title="Cases")
    for name in ("Venue", "Status", "Venue says", "Steps", "Credentials"):
        table.add_column(name, overflow="fold", justify="right" if name == "Steps" else "left")
    for case in run.cases:
        credentials = Text("\n").join(
            Text.assemble((f"{name} ", "dim"), value.reveal() if reveal else str(value))
            for name, value in case.credentials.items()
        )
        table.add_row(
            case.venue,
            Text(case.status.value, style="green" if case.status.value in DONE else "bold red"),
            Text(printable(case.raw_status)),
            str(len(case.steps)),
            credentials,
        )
    data().print(table)
    for case in run.cases:
        if case.status.value not in DONE:
            show_obstacle(case)


def show_obstacle(case: Case) -> None:
    """Why a case is not active."""
    console = talk()
    last = case.steps[-1].name if case.steps else "the beginning"
    console.print(Text(f"{case.venue}: {case.status.value} at {last}", style="bold"), soft_wrap=True)
    if case.error is not None:
        console.print(Text(printable(f"  {case.error}")), soft_wrap=True)
        hint = _hint(case.error)
        if hint:
            console.print(Text(f"  {hint}"), soft_wrap=True)
    if case.waiting is not None:
        console.print(Text(printable(f"  waits for a person: {case.waiting.prompt}")), soft_wrap=True)
        if case.waiting.url:
            console.print(Text(printable(f"  {case.waiting.url}")), soft_wrap=True)


def show_error(error: VenueKitError) -> None:
    """One readable block on stderr."""
    console = talk()
    if isinstance(error, DossierError):
        show_problems(error.problems, title=error.source)
        return
    console.print(Text(printable(f"venuekit: {error}")), soft_wrap=True)
    hint = _hint(error)
    if hint:
        console.print(Text(f"  {hint}"), soft_wrap=True)


def show_problems(problems: Sequence[Problem], *, title: str) -> None:
    """All problems of a dossier on stderr."""
    console = talk()
    count = f"{len(problems)} problem{'s' if len(problems) != 1 else ''}"
    console.print(Text(f"{title}: {count}; nothing was sent", style="bold"), soft_wrap=True)
    for problem in sorted(problems, key=lambda p: (p.line, p.column)):
        where = f"line {problem.line}" if problem.line else "file"
        subject = f"{problem.path}: " if problem.path else ""
        console.print(
            Text.assemble(f"  {where}: ", (subject, "bold"), printable(problem.message)), soft_wrap=True
        )
        if problem.expected:
            console.print(Text(f"      expected: {problem.expected}", style="dim"), soft_wrap=True)


def show_plan(plan: Plan) -> None:
    """Per venue the calls in their order, and what a person will be asked, on stdout."""
    console = data()
    for case in plan.cases:
        console.print(_plan_table(case))
        for interaction in case.interactions:
            console.print(Text(printable(f"  asks ({interaction.kind}): {interaction.prompt}")))
        console.print()


def _plan_table(case: PlannedCase) -> Table:
    where = f" at {case.base_url}" if case.base_url else ""
    what = f"{len(case.calls)} calls, {len(case.interactions)} human inputs"
    table = Table(title=Text(printable(f"{case.venue}{where}: {what}")))
    table.title_justify = "left"
    for name in ("#", "Step", "Call", "Operation", "Lost answer"):
        table.add_column(name, overflow="fold", justify="right" if name == "#" else "left")
    for number, call in enumerate(case.calls, start=1):
        table.add_row(
            str(number), call.step, f"{call.method.upper()} {call.path}", call.operation, call.retry
        )
    return table


def _hint(error: VenueKitError) -> str:
    if isinstance(error, ConnectionFailed) and not error.sent and "127.0.0.1" in str(error):
        return "Is the sandbox running? Start it with: venuekit sandbox"
    return ""
