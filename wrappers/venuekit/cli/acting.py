"""`answer`, `cancel`, `purge`, `vault`: what is done to durable runs without working on them."""

from __future__ import annotations

import shlex
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from venuekit.cli import documents
from venuekit.cli.exits import ExitCode
from venuekit.cli.facts import require_kept, with_rest
from venuekit.cli.guard import guarded
from venuekit.cli.plain import counted
from venuekit.cli.store import KEY_VARIABLE, Store, key_sources
from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from venuekit.runs import Interaction, Runs

_LONGEST_ANSWER = 65_536


def answer(
    store: Store,
    name: str,
    interaction: str,
    value: str | None,
    *,
    venue: str | None,
    stdin: bool,
    by: str,
    as_json: bool,
) -> int:
    """Answer a question. What is answered is shown nowhere."""

    def run() -> int:
        with store.open() as runs:
            require_kept(runs, name)
            asking = {
                row.venue: row.answered_at is None
                for row in runs.ledger.interactions(name)
                if row.name == interaction and venue in (None, row.venue)
            }
            given = value
            if stdin:
                given = sys.stdin.readline(_LONGEST_ANSWER)
            elif given is None:
                given = _ask(
                    runs,
                    name,
                    [
                        question
                        for question in runs.questions(name).get(name, [])
                        if question.name == interaction and venue in (None, question.venue)
                    ],
                )
            # An unknown question is told before a missing answer.
            taken = runs.answer(name, interaction, given or "", venue=venue, by=by)
        # One that is open goes before those that were answered.
        asked = ([one for one, is_open in asking.items() if is_open] or list(asking))[0]
        if as_json:
            sys.stdout.write(
                documents.dump({"run": name, "venue": asked, "interaction": interaction, "answered": taken})
            )
        if not taken:
            sys.stderr.write(f"venuekit: {interaction} was answered before; nothing was changed\n")
            return ExitCode.FAILED
        sys.stderr.write(
            f"venuekit: {interaction} is answered; a worker or `venuekit resume {name}` goes on\n"
        )
        return ExitCode.DONE

    return guarded(run, as_json=as_json)


def _ask(runs: Runs, name: str, questions: list[Interaction]) -> str | None:
    from venuekit.cli.terminal import TerminalAsker

    if len(questions) != 1:
        return None  # said by `Runs.answer`
    if sys.stdin is None or not sys.stdin.isatty():
        raise ConfigurationError("there is no terminal to ask on: give VALUE, or --stdin")
    [question] = questions
    with TerminalAsker() as asker:
        ask = with_rest(runs, name, asker)
        given = ask(replace(question, secret=True) if question.mode == "form" else question)
    if given is None:
        raise ConfigurationError("nothing was answered")
    return given


def cancel(store: Store, name: str, *, as_json: bool) -> int:
    """Begin nothing more of a run."""

    def run() -> int:
        with store.open() as runs:
            venues = runs.cancel(name)
        if as_json:
            sys.stdout.write(documents.dump({"run": name, "cancelled": venues}))
        what = ", ".join(venues) if venues else "nothing was under way"
        sys.stderr.write(f"venuekit: run {name} is cancelled ({what}); what was made at a venue remains\n")
        return ExitCode.DONE

    return guarded(run, as_json=as_json)


def purge(store: Store, applicant: str, *, yes: bool, as_json: bool) -> int:
    """Erase an applicant."""
    if not yes and (sys.stdin is None or not sys.stdin.isatty()):
        raise typer.BadParameter("there is no terminal to ask on: say --yes")

    def run() -> int:
        with store.open() as runs:
            found = runs.all(applicant=applicant)
            if not found:
                raise ConfigurationError(
                    f"there is no run of an applicant {applicant}; nothing was erased. The name is the reference in the"
                    " dossier"
                )
            if not yes:
                text = f"Erase {counted(len(found), 'run')} of {applicant}, with all credentials in them?"
                if not typer.confirm(text, err=True):
                    sys.stderr.write("venuekit: nothing was erased\n")
                    return ExitCode.FAILED
            purged = runs.purge(applicant)
        if as_json:
            sys.stdout.write(documents.dump({"purged": purged}))
        sys.stderr.write(f"venuekit: purged: {', '.join(purged)}\n")
        return ExitCode.DONE

    return guarded(run, as_json=as_json)


def vault_key(store: Store, *, as_json: bool) -> int:
    """Say where the key comes from."""

    def run() -> int:
        found = key_sources(store.vault_key)
        if as_json:
            sys.stdout.write(
                documents.dump({"keys": [{"source": source, "exists": there} for source, there in found]})
            )
        else:
            for number, (source, there) in enumerate(found):
                use = "seals and opens" if number == 0 else "opens only"
                missing = "" if there else "; not there yet, made at the first use"
                sys.stdout.write(f"{source} ({use}{missing})\n")
        return ExitCode.DONE

    return guarded(run, as_json=as_json)


def vault_new(path: Path, *, as_json: bool) -> int:
    """Make a key. A file that is there remains as it is."""

    def run() -> int:
        from venuekit.auth.store import FileStore

        made = FileStore.new_key_file(path.expanduser().absolute())
        sys.stdout.write(documents.dump({"key": str(made)}) if as_json else f"{made}\n")
        where = shlex.quote(f"file:{made}")
        sys.stderr.write(
            f"venuekit: a new key; only you can read the file. Use it with --vault-key {where}, or"
            f" {KEY_VARIABLE}={where}\n"
            "  A database that is sealed with another key takes both, the new one first:"
            f" venuekit vault rotate --vault-key {where},file:OLD\n"
        )
        return ExitCode.DONE

    return guarded(run, as_json=as_json)


def vault_rotate(store: Store, *, as_json: bool) -> int:
    """Seal everything again."""

    def run() -> int:
        sources = key_sources(store.vault_key)
        with store.open() as runs:
            count = runs.reseal()
        if as_json:
            sys.stdout.write(documents.dump({"sealed": count, "source": sources[0][0]}))
        sys.stderr.write(f"venuekit: {counted(count, 'text')} sealed with the key of {sources[0][0]}\n")
        if len(sources) == 1:
            sys.stderr.write(
                "  There was only this key. To exchange it, name the new one first and the old one after it,"
                " such as --vault-key file:new.key,file:old.key\n"
            )
        return ExitCode.DONE

    return guarded(run, as_json=as_json)
