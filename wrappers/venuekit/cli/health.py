"""`health`: whether what is stored still works."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from venuekit.cli import documents, screen
from venuekit.cli.exits import PRECEDENCE, ExitCode, exit_code_of_error
from venuekit.cli.guard import INTERRUPTED, guarded
from venuekit.cli.plain import printable
from venuekit.cli.store import Store
from venuekit.cli.terminal import nobody

if TYPE_CHECKING:
    from venuekit.runs import Case, Finding, Runs

_STYLES = {"works": "green", "unchecked": "dim"}
# The run whose credentials were checked, the run that did so, and what it has found at one venue.
Checked = tuple[str, str, "Case"]


def health(
    store: Store,
    names: Sequence[str] | None,
    *,
    venues: Sequence[str] | None,
    as_json: bool,
    timeout: float,
    max_retries: int,
) -> int:
    """Check what these runs have yielded, or all."""

    def run() -> int:
        interrupted = False
        with store.open() as runs:
            checks = {
                source: runs.submit(recipe="health", source_run=source, venues=chosen)
                for source, chosen in _sources(runs, names, venues).items()
            }
            if checks:
                interrupted = not _work(runs, list(checks.values()), timeout=timeout, max_retries=max_retries)
            found = [
                (source, check, case) for source, check in checks.items() for case in runs.result(check).cases
            ]
        code = min((_code(case) for _, _, case in found), key=PRECEDENCE.index, default=ExitCode.DONE)
        if as_json:
            sys.stdout.write(documents.dump(_document(found, interrupted=interrupted, code=code)))
        elif found:
            _show(found)
        else:
            sys.stderr.write("venuekit: there are no credentials\n")
        if interrupted:
            sys.stderr.write(INTERRUPTED)
        return ExitCode.INTERRUPTED if interrupted else code

    return guarded(run, as_json=as_json)


def _sources(
    runs: Runs, names: Sequence[str] | None, venues: Sequence[str] | None
) -> dict[str, list[str] | None]:
    """The runs that have credentials, each with the venues to look at."""
    if names is not None:
        chosen = None if venues is None else list(venues)
        return {runs.show(name).source_run or name: chosen for name in names}
    found: dict[str, list[str] | None] = {}
    for run in runs.all():
        if run.source_run is None and run.state != "purged":
            held = [venue for venue, credentials in runs.credentials(run.id).items() if credentials]
            wanted = [venue for venue in held if venues is None or venue in venues]
            if wanted:
                found[run.id] = wanted
    return found


def _work(runs: Runs, names: Sequence[str], *, timeout: float, max_retries: int) -> bool:
    """Until nothing more can be done here; False when interrupted."""
    from venuekit.runs import Interrupted
    from venuekit.runs.durable.foreground import Foreground

    try:
        Foreground(runs, names, answer=nobody).work(
            runs.worker(timeout=timeout, max_retries=max_retries, impatient=names)
        )
    except Interrupted:
        return False
    return True


def _code(case: Case) -> ExitCode:
    states = {finding.state for finding in case.health}
    if "refused" in states:
        return ExitCode.AUTHENTICATION
    if "unreachable" in states:
        return ExitCode.UNREACHABLE
    if case.error is not None:
        return exit_code_of_error(case.error)
    return ExitCode.DONE if case.health else ExitCode.PAUSED


def _document(found: Iterable[Checked], *, interrupted: bool, code: ExitCode) -> documents.Json:
    document: dict[str, documents.Json] = {
        "checks": [
            {
                "run": source,
                "check": check,
                "venue": case.venue,
                "health": [
                    documents.finding_document(finding) | {"next": _next(source, case, finding)}
                    for finding in case.health
                ],
                "error": None if case.error is None else documents.error_document(case.error),
            }
            for source, check, case in found
        ],
        "broken": code in (ExitCode.AUTHENTICATION, ExitCode.FAILED, ExitCode.INVALID),
    }
    return document | {"interrupted": True} if interrupted else document


def _show(found: Sequence[Checked]) -> None:
    table = Table(title="Credentials")
    for name in ("Run", "Venue", "Credential", "State", "Why"):
        table.add_column(name, overflow="fold")
    for source, _, case in found:
        for finding in case.health:
            state = Text(finding.state, style=_STYLES.get(finding.state, "bold red"))
            table.add_row(source, case.venue, finding.credential, state, Text(finding.why))
        if not case.health:
            why = "" if case.error is None else printable(str(case.error))
            table.add_row(source, case.venue, "", Text("not checked", style="bold red"), Text(why))
    screen.data().print(table)
    for source, _, case in found:
        for step in dict.fromkeys(_next(source, case, finding) for finding in case.health):
            if step:
                screen.talk().print(Text(f"  {source} {case.venue}: next: {step}"), soft_wrap=True)


def _next(source: str, case: Case, finding: Finding) -> str:
    """What mends a credential that was refused; nothing for another."""
    refused = [one.credential for one in case.health if one.state == "refused"]
    if finding.credential not in refused:
        return ""
    match case.venue, finding.credential:
        case "rabbitx", _ if "api_key" in refused:
            # Renewing is signed with the pair.
            return "sign in again: venuekit onboard DOSSIER --venue rabbitx --run ID, with an id of a new run"
        case "stokn", "account_id":
            # Read with the company's own token.
            return (
                "look at venues.stokn.client_id and client_secret; with others in the dossier:"
                " venuekit connect DOSSIER --venue stokn"
            )
        case "tradelocker", "account_id" | "account_number" if "access_token" not in refused:
            return f"venuekit connect --from {source} --venue tradelocker"
        case _:
            return f"venuekit rotate {source} --venue {case.venue}"


__all__ = ["health"]
