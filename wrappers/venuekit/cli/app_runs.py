"""The commands about durable runs, and their options. What they do is imported when one runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from venuekit.cli import app_looking
from venuekit.cli.options import (
    CredentialsFile,
    DatabaseUrl,
    Detach,
    Dossier,
    Environment,
    EnvName,
    JsonFlag,
    Log,
    MaxRetries,
    ProfileName,
    Reveal,
    RunId,
    Timeout,
    Urls,
    VaultKey,
    VenueKey,
    Venues,
    store,
    venue_names,
    venue_urls,
)

Live = Annotated[bool, typer.Option("--live", help="Needed with --env live: accounts are real there.")]
Priority = Annotated[
    int, typer.Option("--priority", metavar="N", min=1, help="Of what is due, smaller numbers go first.")
]


def onboard(
    dossier: Dossier,
    venue: Venues = None,
    env: Environment = EnvName.SANDBOX,
    live: Live = False,
    url: Urls = None,
    as_json: JsonFlag = False,
    timeout: Timeout = 30.0,
    max_retries: MaxRetries = 2,
    log: Log = None,
    reveal: Reveal = False,
    credentials_file: CredentialsFile = None,
    run: Annotated[
        str | None, typer.Option("--run", metavar="ID", help="The run's id, if it is to have one of yours.")
    ] = None,
    detach: Detach = False,
    priority: Priority = 100,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Onboard a dossier, or go on with it. Without a terminal, a case that needs a person pauses (exit 10)."""
    urls = checked(env, live, url)
    from venuekit.cli import working

    raise typer.Exit(
        working.onboard(
            dossier,
            venues=venue_names(venue),
            env=env.value,
            urls=urls,
            as_json=as_json,
            timeout=timeout,
            max_retries=max_retries,
            log=log,
            reveal=reveal,
            credentials_file=credentials_file,
            run_id=run,
            detach=detach,
            priority=priority,
            store=store(database_url, vault_key, profile),
        )
    )


def bulk(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A folder of dossiers, a YAML file of several, or a CSV file with --template.",
        ),
    ],
    template: Annotated[
        Path | None,
        typer.Option(
            "--template", metavar="FILE", help="The dossier that every row of a CSV file is a change of."
        ),
    ] = None,
    venue: Venues = None,
    env: Environment = EnvName.SANDBOX,
    live: Live = False,
    url: Urls = None,
    as_json: JsonFlag = False,
    timeout: Timeout = 30.0,
    max_retries: MaxRetries = 2,
    log: Log = None,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="FILE",
            help="Write where every case stands, and what is wrong with the dossiers that were not taken, as .json or .csv.",
        ),
    ] = None,
    skip_invalid: Annotated[
        bool, typer.Option("--skip-invalid", help="Onboard the valid dossiers although others are not.")
    ] = False,
    detach: Detach = False,
    priority: Priority = 300,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Onboard many dossiers, or go on with them. The run's id is the applicant's reference."""
    urls = checked(env, live, url)
    if not file.exists():
        pass  # said when it is read
    elif file.is_dir() or file.suffix.lower() in (".yaml", ".yml", ".json"):
        if template is not None:
            raise typer.BadParameter(f"--template is for CSV files, and {file} is none")
    elif file.suffix.lower() != ".csv":
        raise typer.BadParameter(
            f"{file} is no file of dossiers: a folder, a .yaml, .yml or .json file, or a .csv file with --template"
        )
    elif template is None:
        raise typer.BadParameter(f"{file} needs --template: the dossier that every row is a change of")
    if report is not None and report.suffix.lower() not in (".json", ".csv"):
        raise typer.BadParameter("the name of the report ends with .json or .csv")
    from venuekit.cli import many

    raise typer.Exit(
        many.bulk(
            file,
            template=template,
            venues=venue_names(venue),
            env=env.value,
            urls=urls,
            as_json=as_json,
            timeout=timeout,
            max_retries=max_retries,
            log=log,
            report=report,
            skip_invalid=skip_invalid,
            detach=detach,
            priority=priority,
            store=store(database_url, vault_key, profile),
        )
    )


def worker(
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Its name; two workers never share one.")
    ] = None,
    concurrency: Annotated[
        int, typer.Option("--concurrency", metavar="N", min=1, help="How many cases at a time.")
    ] = 64,
    per_venue: Annotated[
        int,
        typer.Option(
            "--per-venue", metavar="N", min=1, help="How many cases of one venue at a time, over all workers."
        ),
    ] = 8,
    as_json: JsonFlag = False,
    timeout: Timeout = 30.0,
    max_retries: MaxRetries = 2,
    log: Log = None,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Work on whatever is due, until Ctrl-C or SIGTERM."""
    from venuekit.cli import serving_runs

    raise typer.Exit(
        serving_runs.worker(
            store(database_url, vault_key, profile),
            name=name,
            concurrency=concurrency,
            per_venue=per_venue,
            timeout=timeout,
            max_retries=max_retries,
            log=log,
            as_json=as_json,
        )
    )


def answer(
    run: RunId,
    interaction: Annotated[
        str, typer.Argument(metavar="INTERACTION", help="The name of the question: see `venuekit show`.")
    ],
    value: Annotated[
        str | None, typer.Argument(metavar="VALUE", help="The answer. Without it you are asked, hidden.")
    ] = None,
    venue: Annotated[
        VenueKey | None,
        typer.Option("--venue", "-v", help="Where two venues ask something of the same name."),
    ] = None,
    stdin: Annotated[bool, typer.Option("--stdin", help="Read the answer from standard input.")] = False,
    by: Annotated[
        str, typer.Option("--by", metavar="LABEL", help="Who answers, for the history; no person's name.")
    ] = "command",
    as_json: JsonFlag = False,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Answer a question of a run. Ends with 1 when it was answered before."""
    if stdin and value is not None:
        raise typer.BadParameter("VALUE and --stdin exclude each other")
    from venuekit.cli import acting

    raise typer.Exit(
        acting.answer(
            store(database_url, vault_key, profile),
            run,
            interaction,
            value,
            venue=venue.value if venue is not None else None,
            stdin=stdin,
            by=by,
            as_json=as_json,
        )
    )


def resume(
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
    """Go on with a run: what has failed is tried again, questions are asked on the terminal."""
    from venuekit.cli import working

    raise typer.Exit(
        working.resume(
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


def reconcile(
    run: RunId,
    as_json: JsonFlag = False,
    timeout: Timeout = 30.0,
    max_retries: MaxRetries = 2,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Find out about calls whose answer was lost: ask the venue where it can tell, and you where it cannot."""
    from venuekit.cli import working

    raise typer.Exit(
        working.reconcile(
            run,
            as_json=as_json,
            timeout=timeout,
            max_retries=max_retries,
            store=store(database_url, vault_key, profile),
        )
    )


def retry(
    runs: Annotated[
        list[str] | None, typer.Argument(metavar="RUN", help="Only these runs; all by default.")
    ] = None,
    failed: Annotated[
        bool, typer.Option("--failed", help="Must be there: only cases that have failed are tried again.")
    ] = False,
    as_json: JsonFlag = False,
    timeout: Timeout = 30.0,
    max_retries: MaxRetries = 2,
    detach: Detach = False,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Try every failed case again."""
    if not failed:
        raise typer.BadParameter("say --failed: no other cases are tried again")
    from venuekit.cli import many

    raise typer.Exit(
        many.retry(
            runs or None,
            as_json=as_json,
            timeout=timeout,
            max_retries=max_retries,
            detach=detach,
            store=store(database_url, vault_key, profile),
        )
    )


def cancel(
    run: RunId,
    as_json: JsonFlag = False,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Begin nothing more of a run. What was made at a venue remains."""
    from venuekit.cli import acting

    raise typer.Exit(acting.cancel(store(database_url, vault_key, profile), run, as_json=as_json))


def purge(
    applicant: Annotated[
        str, typer.Argument(metavar="APPLICANT", help="The applicant's reference in the dossier.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: JsonFlag = False,
    database_url: DatabaseUrl = None,
    vault_key: VaultKey = None,
    profile: ProfileName = None,
) -> None:
    """Erase everything personal and secret of an applicant. What happened, and when, remains."""
    from venuekit.cli import acting

    raise typer.Exit(
        acting.purge(store(database_url, vault_key, profile), applicant, yes=yes, as_json=as_json)
    )


_EXAMPLES = {
    "onboard": "onboard dossier.yaml --run jane --venue t4",
    "bulk": "bulk people.csv --template dossier.yaml --report report.csv",
    "show": "show jane --timeline",
    "answer": "answer jane sms-code --stdin < code.txt",
    "resume": "resume jane --venue stokn",
    "retry": "retry --failed",
    "credentials": "credentials jane --format dotenv --reveal > .env",
    "history": "history --follow",
    "worker": "worker --database-url postgresql://runs@db/runs --name desk-2",
    "purge": "purge customer-0001 --yes",
}


def register(app: typer.Typer) -> None:
    """Make these commands of `app`."""
    looking = app_looking
    commands = (
        onboard, bulk, looking.runs, looking.show, answer, resume, reconcile, retry, cancel,
        looking.credentials, looking.history, worker, purge,
    )  # fmt: skip
    for command in commands:
        example = _EXAMPLES.get(command.__name__)
        app.command(epilog=f"Example: venuekit {example}" if example else None)(command)
    app.add_typer(app_looking.vault, name="vault")


def checked(env: EnvName, live: bool, url: list[str] | None) -> dict[str, str]:
    """The addresses of `--url`. Refuses what `--env`, `--live` and `--url` must not say together."""
    if (env is EnvName.LIVE) != live:
        raise typer.BadParameter("--env live and --live go together: accounts and fees are real there")
    urls = venue_urls(url or ())
    from venuekit.cli import commands

    commands.refuse_public_urls(urls, env=env.value, refuse=typer.BadParameter)
    return urls
