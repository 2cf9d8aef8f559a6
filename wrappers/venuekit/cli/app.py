"""The commands and their options. What they do is in `venuekit.cli.commands`, imported when a command runs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from venuekit.cli import app_care, app_runs
from venuekit.cli.options import (
    Dossier,
    Environment,
    EnvName,
    JsonFlag,
    Reveal,
    Timeout,
    Urls,
    Venues,
    venue_names,
    venue_urls,
)

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
def plan(
    dossier: Dossier,
    venue: Venues = None,
    env: Environment = EnvName.SANDBOX,
    url: Urls = None,
    as_json: JsonFlag = False,
) -> None:
    """Show what would be called and asked, where, and what is missing. Sends nothing."""
    urls = venue_urls(url or ())
    from venuekit.cli import commands

    commands.refuse_public_urls(urls, env=env.value, refuse=typer.BadParameter)
    raise typer.Exit(
        commands.plan(dossier, venues=venue_names(venue), env=env.value, urls=urls, as_json=as_json)
    )


@app.command()
def sandbox(
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free port.")] = 8900,
    host: Annotated[
        str, typer.Option("--host", help="Other machines can reach anything but loopback.")
    ] = "127.0.0.1",
    state: Annotated[
        Path | None,
        typer.Option(
            "--state", metavar="FILE", help="Go on from this file, if it is there, and write it at the end."
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Answer 500 where an answer is not as the venue's spec says.")
    ] = False,
    as_json: JsonFlag = False,
) -> None:
    """Serve the five venues until Ctrl-C."""
    from venuekit.cli import commands

    raise typer.Exit(commands.sandbox(host=host, port=port, state=state, check=check, as_json=as_json))


@app.command()
def version(as_json: JsonFlag = False) -> None:
    """Show the version."""
    from venuekit.cli import commands

    raise typer.Exit(commands.version(as_json=as_json))


app_runs.register(app)
app_care.register(app)


def run_app(argv: Sequence[str] | None) -> int:
    """Parse, run, and return the exit code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    # The context takes them apart.
    as_json = "--json" in arguments
    command = typer.main.get_command(app)
    try:
        # By hand: called as a whole, Typer would take Ctrl-C for an end like others, of which nothing is told.
        with command.make_context("venuekit", arguments) as context:
            code: object = command.invoke(context)
    except typer.Exit as end:
        return end.exit_code
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1 if end.code else 0
    except _WRONG_USAGE as error:
        # Typer's own checks leave this in the text.
        error.message = error.message.replace("Value error, ", "")
        error.show()
        if as_json:
            from venuekit.cli import documents

            sys.stdout.write(documents.dump(documents.failure_document("UsageError", error.format_message())))
        return int(error.exit_code)
    return code if isinstance(code, int) else 0


# ClickException, of the library that Typer uses or brings along.
_WRONG_USAGE: Any = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")
