"""The commands about accounts that are there, and their options. What they do is imported when one runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from venuekit.cli.app_runs import Live, checked
from venuekit.cli.options import (
    CredentialsFile,
    DatabaseUrl,
    Detach,
    Environment,
    EnvName,
    JsonFlag,
    MaxRetries,
    ProfileName,
    Reveal,
    RunId,
    Timeout,
    Urls,
    VaultKey,
    Venues,
    store,
    venue_names,
)

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


def connect(
    dossier: Annotated[
        Path | None, typer.Argument(metavar="[DOSSIER]", help="The dossier, YAML or JSON.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="RUN", help="A run with its dossier and credentials instead."),
    ] = None,
    venue: Venues = None,
    env: Environment = EnvName.SANDBOX,
    live: Live = False,
    url: Urls = None,
    as_json: JsonFlag = False,
    timeout: Timeout = 30.0,
    max_retries: MaxRetries = 2,
    reveal: Reveal = False,
    credentials_file: CredentialsFile = None,
    run: Annotated[
        str | None, typer.Option("--run", metavar="ID", help="The run's id, if it is to have one of yours.")
    ] = None,
    detach: Detach = False,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Log in to accounts that are there, and keep what works. Nobody is signed up."""
    if (dossier is None) == (source is None):
        raise typer.BadParameter("give DOSSIER or --from RUN, and not both")
    if source is not None and (env is not EnvName.SANDBOX or url):
        raise typer.BadParameter("--env and --url are those of the run that --from names")
    urls = checked(env, live, url)
    from venuekit.cli import caring

    raise typer.Exit(
        caring.care(
            "connect",
            source,
            dossier=dossier,
            run_id=run,
            env=env.value,
            urls=urls,
            venues=venue_names(venue),
            as_json=as_json,
            timeout=timeout,
            max_retries=max_retries,
            reveal=reveal,
            credentials_file=credentials_file,
            detach=detach,
            store=store(database_url, vault_key, profile),
        )
    )


def rotate(
    run: RunId,
    venue: Venues = None,
    as_json: JsonFlag = False,
    timeout: Timeout = 30.0,
    max_retries: MaxRetries = 2,
    reveal: Reveal = False,
    credentials_file: CredentialsFile = None,
    detach: Detach = False,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Put new keys and tokens in the place of those of a run. The old ones go when the new ones are kept."""
    from venuekit.cli import caring

    raise typer.Exit(
        caring.care(
            "rotate",
            run,
            venues=venue_names(venue),
            as_json=as_json,
            timeout=timeout,
            max_retries=max_retries,
            reveal=reveal,
            credentials_file=credentials_file,
            detach=detach,
            store=store(database_url, vault_key, profile),
        )
    )


def reset_password(
    run: RunId,
    venue: Venues = None,
    yes: Yes = False,
    as_json: JsonFlag = False,
    timeout: Timeout = 30.0,
    max_retries: MaxRetries = 2,
    reveal: Reveal = False,
    credentials_file: CredentialsFile = None,
    detach: Detach = False,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Set a new password at stokn and NebulaECN, with a code that the venue sends. Asks first."""
    from venuekit.cli import caring

    raise typer.Exit(
        caring.care(
            "reset-password",
            run,
            venues=venue_names(venue),
            ask=None if yes else "Set a new password",
            as_json=as_json,
            timeout=timeout,
            max_retries=max_retries,
            reveal=reveal,
            credentials_file=credentials_file,
            detach=detach,
            store=store(database_url, vault_key, profile),
        )
    )


def revoke(
    run: RunId,
    venue: Venues = None,
    yes: Yes = False,
    as_json: JsonFlag = False,
    timeout: Timeout = 30.0,
    max_retries: MaxRetries = 2,
    detach: Detach = False,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """End the keys and tokens of a run as far as the venues can. Accounts stay open. Asks first."""
    from venuekit.cli import caring

    raise typer.Exit(
        caring.care(
            "revoke",
            run,
            venues=venue_names(venue),
            ask=None if yes else "End the keys and tokens, for good",
            as_json=as_json,
            timeout=timeout,
            max_retries=max_retries,
            detach=detach,
            store=store(database_url, vault_key, profile),
        )
    )


def health(
    runs: Annotated[
        list[str] | None, typer.Argument(metavar="RUN", help="Only these runs; all by default.")
    ] = None,
    venue: Venues = None,
    as_json: JsonFlag = False,
    timeout: Timeout = 30.0,
    max_retries: MaxRetries = 2,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Check every stored credential with a read, and say why one does not work. Changes nothing."""
    from venuekit.cli import health as checking

    raise typer.Exit(
        checking.health(
            store(database_url, vault_key, profile),
            runs or None,
            venues=venue_names(venue),
            as_json=as_json,
            timeout=timeout,
            max_retries=max_retries,
        )
    )


def register(app: typer.Typer) -> None:
    """Make these commands of `app`."""
    for command in (connect, rotate, reset_password, revoke, health):
        app.command()(command)
