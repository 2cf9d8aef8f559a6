"""`runs`, `show`, `credentials`, `history`: looking at durable runs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

from rich.table import Table
from rich.text import Text

from venuekit.cli import documents, screen
from venuekit.cli.dotenv import dotenv
from venuekit.cli.exits import ExitCode
from venuekit.cli.facts import Asked, asked, clock, purged, purged_at, require_kept, span
from venuekit.cli.guard import guarded
from venuekit.cli.plain import counted, printable
from venuekit.cli.store import Store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from venuekit.runs import DurableCase, DurableRun, EventRow, Interaction
    from venuekit.transport.secret import SecretText


def runs(
    store: Store,
    *,
    applicant: str | None,
    statuses: Sequence[str] | None,
    venues: Sequence[str] | None,
    waiting: bool,
    limit: int | None,
    as_json: bool,
) -> int:
    """List the runs, or those that have a case of these statuses, at these venues, that waits for a person."""

    def fits(one: DurableRun, case: DurableCase) -> bool:
        word = "purged" if one.state == "purged" else _word(case)
        return (
            (statuses is None or word in statuses)
            and (venues is None or case.venue in venues)
            and (not waiting or case.waiting is not None)
        )

    def run() -> int:
        with store.open() as opened:
            fitting = [
                one for one in opened.all(applicant=applicant) if any(fits(one, case) for case in one.cases)
            ]
            found = fitting[:limit]
            questions = asked(opened)
            erased = {one.id: purged_at(opened, one.id) for one in found if one.state == "purged"}
        if len(fitting) > len(found):
            sys.stderr.write(f"venuekit: the newest {len(found)} of {counted(len(fitting), 'run')}\n")
        if as_json:
            listed = [
                documents.durable_document(one, asked=questions.get(one.id), purged_at=erased.get(one.id))
                for one in found
            ]
            sys.stdout.write(documents.dump({"runs": listed}))
            return ExitCode.DONE
        table = Table()
        for name in ("Run", "Recipe", "Submitted", "Cases"):
            table.add_column(name, overflow="fold")
        for one in found:
            cases = ", ".join(f"{case.venue} {_standing(case)}" for case in one.cases)
            if one.state == "purged":
                at = erased[one.id]
                cases = "purged" if at is None else f"purged {clock(at)}"
            what = f"{one.recipe} of {one.source_run}" if one.source_run is not None else one.recipe
            table.add_row(one.id, what, clock(one.created_at), cases)
        if found:
            screen.data().print(table)
        else:
            which = f" of the applicant {printable(applicant)}" if applicant is not None else ""
            which += f" at {' or '.join(venues)}" if venues is not None else ""
            which += f" that are {' or '.join(statuses)}" if statuses is not None else ""
            which += " that wait for a person" if waiting else ""
            sys.stderr.write(f"venuekit: there are no runs{which}\n")
        return ExitCode.DONE

    return guarded(run, as_json=as_json)


def show(store: Store, name: str, *, timeline: bool, as_json: bool) -> int:
    """Show one run."""

    def run() -> int:
        from venuekit.runs.durable.views import history_line, is_own

        with store.open() as opened:
            found = opened.show(name)
            result = opened.result(name)
            history = [row for row in opened.events(name) if not is_own(row)] if timeline else None
            questions = asked(opened, name).get(name, {})
            erased = purged_at(opened, name) if found.state == "purged" else None
        if as_json:
            lines = [history_line(row) for row in history] if history is not None else None
            document = documents.durable_document(found, result, lines, asked=questions, purged_at=erased)
            sys.stdout.write(documents.dump(document))
            return ExitCode.DONE
        if found.state == "purged":
            sys.stderr.write(f"venuekit: {purged(name, erased)}\n")
        else:
            screen.show_run(result, reveal=False)
        for case in found.cases:
            if case.waiting is not None:
                question = case.waiting
                how = f"venuekit answer {name} {question.name} --venue {case.venue}"
                until = _until(question, questions.get((case.venue, question.name)))
                screen.talk().print(Text(f"  {until}answer with: {how}"), soft_wrap=True)
        if history is not None:
            _show_timeline(history)
        return ExitCode.DONE

    return guarded(run, as_json=as_json)


def credentials(
    store: Store, name: str, *, style: Literal["json", "dotenv", "table"], reveal: bool, as_json: bool
) -> int:
    """Show what a run has yielded."""

    def run() -> int:
        with store.open() as opened:
            require_kept(opened, name)
            found = {venue: held for venue, held in opened.credentials(name).items() if held}
        if reveal and found:
            sys.stderr.write(
                "venuekit: these credentials are in clear; keep them out of logs and repositories\n"
            )
        if style == "json":
            sys.stdout.write(documents.dump(documents.credentials_document(found, reveal=reveal)))
        elif style == "dotenv":
            sys.stdout.write(dotenv(found))
        else:
            _show_credentials(found, reveal=reveal)
        if not found:
            sys.stderr.write(f"venuekit: the run {name} has yielded no credentials yet\n")
        return ExitCode.DONE

    return guarded(run, as_json=as_json or style == "json")


def history(store: Store, name: str | None, *, follow: bool) -> int:
    """Write the history as lines of JSON."""

    def run() -> int:
        from venuekit.runs.durable.views import history_line

        with store.open() as opened:
            told = False
            for row in opened.events(name, follow=follow):
                sys.stdout.write(history_line(row))
                told = True
                if follow:
                    sys.stdout.flush()
            if name is not None and not told:
                # Says that there is no such run; what is forgotten has a history all the same.
                opened.show(name)
        return ExitCode.DONE

    return guarded(run, as_json=False)


def _word(case: DurableCase) -> str:
    return "cancelled" if case.state == "cancelled" else str(case.status)


def _standing(case: DurableCase) -> str:
    word = _word(case)
    if case.state != "cancelled" and case.waiting is not None:
        return f"{word} ({case.waiting.name})"
    return f"{word} (again at {clock(case.due)})" if case.put_off else word


def _until(question: Interaction, when: Asked | None) -> str:
    """When a question was asked, and how long it can be answered."""
    if when is None:
        return ""
    text = f"asked {clock(when.at)} UTC"
    if question.expires_in is None:
        return f"{text}; "
    rest = when.rest(question.expires_in)
    return f"{text}, {f'{span(rest)} left' if rest > 0 else 'which may be too long ago'}; "


def _show_timeline(rows: list[EventRow]) -> None:
    table = Table(title="What has happened (UTC)")
    for name in ("When", "Venue", "What", "Step", "Detail"):
        table.add_column(name, overflow="fold")
    for row in rows:
        detail = " ".join(part for part in (row.operation, row.detail) if part)
        table.add_row(clock(row.at), row.venue, row.kind, row.step, printable(detail))
    screen.data().print(table)


def _show_credentials(found: Mapping[str, Mapping[str, SecretText]], *, reveal: bool) -> None:
    table = Table(title="Credentials")
    for name in ("Venue", "Name", "Value"):
        table.add_column(name, overflow="fold")
    for venue, held in found.items():
        for name, value in held.items():
            table.add_row(venue, name, Text(printable(value.reveal() if reveal else str(value))))
    screen.data().print(table)


__all__ = ["credentials", "history", "runs", "show"]
