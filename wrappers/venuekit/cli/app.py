"""The commands and their options. What they do is in `venuekit.cli.commands`, imported when a command runs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import typer


class VenueKey(StrEnum):
    """The venues."""

    RABBITX = "rabbitx"
    STOKN = "stokn"
    NEBULAECN = "nebulaecn"
    TRADELOCKER = "tradelocker"
    T4 = "t4"


class EnvName(StrEnum):
    """Where the calls go."""

    SANDBOX = "sandbox"
    DEMO = "demo"
    LIVE = "live"


app = typer.Typer(
    name="venuekit",
    help="Open and connect accounts on trading venues: one dossier, five venues, or a sandbox of them.",
    epilog="Exit codes: 0 done, 1 failed, 2 usage, 3 dossier or configuration invalid, 4 authentication, "
    "5 rejected by a venue, 6 venue unreachable, 7 rate limited, 10 paused for a person, 11 ambiguous, "
    "130 interrupted.",
    add_completion=False,
    no_args_is_help=True,
    # A traceback with the values of variables could show a secret.
    pretty_exceptions_show_locals=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Dossier = Annotated[Path, typer.Argument(metavar="DOSSIER", help="The dossier, YAML or JSON.")]
Venues = Annotated[
    list[VenueKey] | None, typer.Option("--venue", "-v", help="Only this venue; may be given several times.")
]
Environment = Annotated[EnvName, typer.Option("--env", help="Where the calls go.")]
Urls = Annotated[
    list[str] | None,
    typer.Option("--url", metavar="VENUE=URL", help="The API base of a venue; may be given several times."),
]
JsonFlag = Annotated[
    bool, typer.Option("--json", help="One JSON document on stdout, and nothing else there.")
]
Reveal = Annotated[bool, typer.Option("--reveal", help="Show credentials in clear.")]
CredentialsFile = Annotated[
    Path | None,
    typer.Option(
        "--credentials-file",
        metavar="FILE",
        help="Write the credentials in clear to a new file that only you can read.",
    ),
]
Timeout = Annotated[
    float, typer.Option("--timeout", metavar="S", min=0.1, help="Seconds to wait for an answer.")
]
MaxRetries = Annotated[
    int,
    typer.Option(
        "--max-retries",
        metavar="N",
        min=0,
        max=10,
        help="How often a call that may be repeated is made again.",
    ),
]


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    if version:
        from venuekit.cli import commands

        raise typer.Exit(commands.version(as_json=False))


@app.command()
def demo(
    interactive: Annotated[
        bool, typer.Option("--interactive", help="Ask on the terminal instead of answering from the sandbox.")
    ] = False,
    as_json: JsonFlag = False,
    dossier: Annotated[
        Path | None, typer.Option("--dossier", metavar="FILE", help="Another dossier than the example.")
    ] = None,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The sandbox's port; 0 takes a free one.")
    ] = 0,
    timeout: Timeout = 30.0,
    reveal: Reveal = False,
) -> None:
    """Onboard one dossier on all five venues of an embedded sandbox."""
    from venuekit.cli import commands

    raise typer.Exit(
        commands.demo(
            dossier, interactive=interactive, as_json=as_json, port=port, timeout=timeout, reveal=reveal
        )
    )


@app.command()
def onboard(
    dossier: Dossier,
    venue: Venues = None,
    env: Environment = EnvName.SANDBOX,
    live: Annotated[
        bool, typer.Option("--live", help="Needed with --env live: accounts are real there.")
    ] = False,
    url: Urls = None,
    as_json: JsonFlag = False,
    timeout: Timeout = 30.0,
    max_retries: MaxRetries = 2,
    reveal: Reveal = False,
    credentials_file: CredentialsFile = None,
) -> None:
    """Onboard a dossier. Asks on the terminal; without one, a case that needs a person pauses (exit 10)."""
    if (env is EnvName.LIVE) != live:
        raise typer.BadParameter("--env live and --live go together: accounts and fees are real there")
    urls = _urls(url or ())
    from venuekit.cli import commands

    commands.refuse_public_urls(urls, env=env.value, refuse=typer.BadParameter)
    raise typer.Exit(
        commands.onboard(
            dossier,
            venues=_names(venue),
            env=env.value,
            urls=urls,
            as_json=as_json,
            timeout=timeout,
            max_retries=max_retries,
            reveal=reveal,
            credentials_file=credentials_file,
        )
    )


@app.command()
def plan(
    dossier: Dossier,
    venue: Venues = None,
    env: Environment = EnvName.SANDBOX,
    url: Urls = None,
    as_json: JsonFlag = False,
) -> None:
    """Show what would be called and asked, where, and what is missing. Sends nothing."""
    urls = _urls(url or ())
    from venuekit.cli import commands

    commands.refuse_public_urls(urls, env=env.value, refuse=typer.BadParameter)
    raise typer.Exit(commands.plan(dossier, venues=_names(venue), env=env.value, urls=urls, as_json=as_json))


@app.command()
def sandbox(
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free port.")] = 8900,
    host: Annotated[
        str, typer.Option("--host", help="Other machines can reach anything but loopback.")
    ] = "127.0.0.1",
    as_json: JsonFlag = False,
) -> None:
    """Serve the five venues until Ctrl-C."""
    from venuekit.cli import commands

    raise typer.Exit(commands.sandbox(host=host, port=port, as_json=as_json))


@app.command()
def version(as_json: JsonFlag = False) -> None:
    """Show the version."""
    from venuekit.cli import commands

    raise typer.Exit(commands.version(as_json=as_json))


def run_app(argv: Sequence[str] | None) -> int:
    """Parse, run, and return the exit code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    try:
        code: object = app(args=arguments, prog_name="venuekit", standalone_mode=False)
    except typer.Abort:
        return 130
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1 if end.code else 0
    except _WRONG_USAGE as error:
        error.show()
        if "--json" in arguments:
            from venuekit.cli import documents

            sys.stdout.write(documents.dump(documents.failure_document("UsageError", error.format_message())))
        return int(error.exit_code)
    return code if isinstance(code, int) else 0


# ClickException, of the library that Typer uses or brings along.
_WRONG_USAGE: Any = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")


def _names(venues: list[VenueKey] | None) -> list[str] | None:
    return list(dict.fromkeys(venue.value for venue in venues)) if venues else None


def _urls(texts: Sequence[str]) -> dict[str, str]:
    urls: dict[str, str] = {}
    known = [venue.value for venue in VenueKey]
    for text in texts:
        name, equals, address = text.partition("=")
        if not equals or name not in known:
            expected = f"VENUE=URL is expected, with VENUE one of {', '.join(known)}"
            raise typer.BadParameter(expected, param_hint="--url")
        try:
            parts = urlsplit(address)
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise typer.BadParameter(f"{name}: an http or https URL is expected", param_hint="--url")
        if name in urls:
            raise typer.BadParameter(f"{name}: given twice", param_hint="--url")
        urls[name] = address
    return urls
