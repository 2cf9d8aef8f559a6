"""The commands that look at durable runs, and at their key. What they do is imported when one runs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from venuekit.cli.options import (
    DatabaseUrl,
    JsonFlag,
    ProfileName,
    Reveal,
    RunId,
    VaultKey,
    VenueKey,
    store,
    venue_names,
)


class CredentialsFormat(StrEnum):
    """How credentials are written."""

    JSON = "json"
    DOTENV = "dotenv"
    TABLE = "table"


class StatusWord(StrEnum):
    """The words for where a case stands: those of `CaseStatus`, and those of cases that nobody goes on with."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    ACTION_REQUIRED = "action_required"
    APPROVED = "approved"
    ACTIVE = "active"
    REJECTED = "rejected"
    FAILED = "failed"
    CLOSED = "closed"
    AMBIGUOUS = "ambiguous"
    CANCELLED = "cancelled"
    PURGED = "purged"


def runs(
    applicant: Annotated[
        str | None, typer.Option("--applicant", metavar="REFERENCE", help="Only those of one applicant.")
    ] = None,
    status: Annotated[
        list[StatusWord] | None,
        typer.Option("--status", help="Only those with a case that stands so; may be given several times."),
    ] = None,
    venue: Annotated[
        list[VenueKey] | None,
        typer.Option(
            "--venue", "-v", help="Only those with a case at this venue; may be given several times."
        ),
    ] = None,
    waiting: Annotated[bool, typer.Option("--waiting", help="Only those that wait for a person.")] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help="Only so many, the newest.")
    ] = None,
    as_json: JsonFlag = False,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """List the runs, the newest first. Several of --status, --venue and --waiting are about one and the same case."""
    from venuekit.cli import looking

    raise typer.Exit(
        looking.runs(
            store(database_url, vault_key, profile),
            applicant=applicant,
            statuses=[one.value for one in status] if status else None,
            venues=venue_names(venue),
            waiting=waiting,
            limit=limit,
            as_json=as_json,
        )
    )


def show(
    run: RunId,
    timeline: Annotated[bool, typer.Option("--timeline", help="With all that has happened.")] = False,
    as_json: JsonFlag = False,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Show where a run stands, and what it asks."""
    from venuekit.cli import looking

    raise typer.Exit(
        looking.show(store(database_url, vault_key, profile), run, timeline=timeline, as_json=as_json)
    )


def credentials(
    run: RunId,
    format: Annotated[
        CredentialsFormat | None, typer.Option("--format", help="How they are written; table by default.")
    ] = None,
    reveal: Reveal = False,
    as_json: JsonFlag = False,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Show the credentials of a run, masked unless --reveal is given. --json is --format json."""
    if format is CredentialsFormat.DOTENV and not reveal:
        raise typer.BadParameter("--format dotenv is of no use without --reveal")
    if as_json and format not in (None, CredentialsFormat.JSON):
        raise typer.BadParameter(f"--json is --format json, which excludes --format {format}")
    from venuekit.cli import looking

    chosen = CredentialsFormat.JSON if as_json else format or CredentialsFormat.TABLE
    raise typer.Exit(
        looking.credentials(
            store(database_url, vault_key, profile), run, style=chosen.value, reveal=reveal, as_json=as_json
        )
    )


def history(
    run: Annotated[
        str | None, typer.Argument(metavar="RUN", help="The id of a run; all runs by default.")
    ] = None,
    follow: Annotated[bool, typer.Option("--follow", help="Go on as things happen.")] = False,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Write what has happened as lines of JSON. They hold no secret and no personal data."""
    from venuekit.cli import looking

    raise typer.Exit(looking.history(store(database_url, vault_key, profile), run, follow=follow))


vault = typer.Typer(help="The key that seals what is secret.", no_args_is_help=True, rich_markup_mode=None)


@vault.command()
def key(as_json: JsonFlag = False, vault_key: VaultKey = None) -> None:
    """Say where the key comes from. Never shows it."""
    from venuekit.cli import acting

    raise typer.Exit(acting.vault_key(store(None, vault_key, None), as_json=as_json))


@vault.command()
def new(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file that is not there yet; only you can read it.")
    ],
    as_json: JsonFlag = False,
) -> None:
    """Make a new key in a file, and say how it is used. Never shows it."""
    if "," in str(file):
        raise typer.BadParameter("a comma stands between keys, so no name of a key file has one")
    from venuekit.cli import acting

    raise typer.Exit(acting.vault_new(file, as_json=as_json))


@vault.command()
def rotate(
    as_json: JsonFlag = False,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Seal everything again with the first of the keys. Afterwards the others may go."""
    from venuekit.cli import acting

    raise typer.Exit(acting.vault_rotate(store(database_url, vault_key, profile), as_json=as_json))
