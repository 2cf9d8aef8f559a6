"""`connect`, `rotate`, `reset-password`, `revoke`: what is done with accounts that are there."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from venuekit.cli import working
from venuekit.cli.commands import Env
from venuekit.cli.credentials import CredentialsFile
from venuekit.cli.exits import ExitCode
from venuekit.cli.guard import guarded
from venuekit.cli.store import Store

if TYPE_CHECKING:
    from venuekit.recipes import RecipeName


def care(
    recipe: RecipeName,
    source: str | None,
    *,
    venues: Sequence[str] | None,
    as_json: bool,
    timeout: float,
    max_retries: int,
    detach: bool,
    store: Store,
    dossier: Path | None = None,
    run_id: str | None = None,
    env: Env = "sandbox",
    urls: Mapping[str, str] | None = None,
    reveal: bool = False,
    credentials_file: Path | None = None,
    ask: str | None = None,
) -> int:
    """Submit a run that cares for the credentials of `source`, or find it, and go on with it.

    `ask` is what somebody has to agree to before.
    """
    if ask is not None and (sys.stdin is None or not sys.stdin.isatty()):
        raise typer.BadParameter("there is no terminal to ask on: say --yes")

    def run() -> int:
        from venuekit.recipes.dossier import read_dossier

        with CredentialsFile(credentials_file) as credentials, store.open() as runs:
            if source is not None:
                runs.show(source)
            if ask is not None and not typer.confirm(
                f"{ask}: run {source}, {', '.join(venues) if venues else 'all venues'}?", err=True
            ):
                sys.stderr.write("venuekit: nothing was sent\n")
                return ExitCode.FAILED
            begun = runs.now()
            name = runs.submit(
                None if dossier is None else read_dossier(dossier),
                recipe=recipe,
                source_run=source,
                run=run_id,
                venues=venues,
                env=env,
                urls=urls,
                folder=None if dossier is None else dossier.parent,
            )
            working.go_on(runs, name)
            if detach:
                return working.detached(runs, name, since=begun, as_json=as_json)
            return working.work(
                runs,
                name,
                as_json=as_json,
                reveal=reveal,
                timeout=timeout,
                max_retries=max_retries,
                on_credentials=credentials,
            )

    return guarded(run, as_json=as_json)


__all__ = ["care"]
