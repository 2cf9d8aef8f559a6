"""What the commands do. Each returns its exit code; errors become one readable block on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from venuekit.cli import documents, screen
from venuekit.cli.exits import DONE, ExitCode, exit_code_of_cases
from venuekit.cli.guard import INTERRUPTED, Standing, guarded
from venuekit.transport.errors import ConfigurationError, DossierError, Problem

if TYPE_CHECKING:
    from venuekit.cli.terminal import TerminalAsker
    from venuekit.runs import Answerer, OnCredentials, Run
    from venuekit_schemas.dossier import Dossier

Env = Literal["sandbox", "demo", "live"]


def demo(
    path: Path | None, *, interactive: bool, as_json: bool, port: int, timeout: float, reveal: bool
) -> int:
    """Run a dossier, or the example, against a sandbox of its own."""

    def run() -> int:
        from venuekit.cli.autopilot import Autopilot, Rehearsal
        from venuekit.recipes.dossier import load_dossier
        from venuekit_sandbox import SandboxServer

        dossier = load_dossier(path if path is not None else example_dossier())
        try:
            server = SandboxServer(port=port).start()
        except OSError as error:
            raise ConfigurationError(f"the sandbox cannot use port {port}: {error.strerror}") from None
        try:
            pilot = Autopilot(server.url)
            return _walk(
                dossier,
                venues=None,
                env="sandbox",
                urls=sandbox_urls(server.url),
                timeout=timeout,
                answer=None if interactive else pilot,
                ask=lambda asker: Rehearsal(pilot, asker),
                as_json=as_json,
                reveal=reveal,
            )
        finally:
            server.stop()

    return guarded(run, as_json=as_json)


def plan(
    path: Path, *, venues: Sequence[str] | None, env: Env, urls: Mapping[str, str], as_json: bool
) -> int:
    """Show what a run would do, and where."""

    def run() -> int:
        from venuekit import runs
        from venuekit.recipes.dossier import check, load_dossier, missing_secrets, read_dossier

        try:
            dossier = read_dossier(path)
        except DossierError:
            load_dossier(path, venues=venues)  # raises as well, with all that is wrong beyond the schema
            raise
        problems = [
            *check(dossier, venues=venues, env=env),
            *missing_secrets(dossier, allow_literal=env == "sandbox", venues=venues),
        ]
        # Of a venue that was chosen and is not listed in the dossier, `check` has told.
        listed = (
            None if venues is None else [name for name in venues if getattr(dossier.venues, name) is not None]
        )
        planned = runs.Plan(())
        if listed is None or listed:
            # As `venuekit onboard` does it, whose runs are durable.
            planned = runs.plan(dossier, venues=listed, env=env, urls=urls, durable=True)
        if as_json:
            sys.stdout.write(documents.dump(documents.plan_document(planned, problems)))
        else:
            screen.show_plan(planned)
        known = {str(problem) for problem in problems}
        # What only the walk of a recipe has found.
        problems += [
            Problem(f"venues.{case.venue}", 0, 0, text)
            for case in planned.cases
            for text in case.problems
            if text not in known
        ]
        if problems:
            screen.show_problems(problems, title=str(path))
        return ExitCode.DONE if planned.ready and not problems else ExitCode.INVALID

    return guarded(run, as_json=as_json)


def sandbox(*, host: str, port: int, state: Path | None, check: bool, as_json: bool) -> int:
    """Serve the sandbox until interrupted (130) or told to end by SIGTERM (0)."""
    standing = Standing()

    def run() -> int:
        from venuekit.cli.serving import serve

        serve(host=host, port=port, state=state, check=check, as_json=as_json, standing=standing)
        return ExitCode.DONE

    return guarded(run, as_json=as_json, standing=standing)


def version(*, as_json: bool) -> int:
    """Print the version."""
    try:
        number = version_of("venuekit")
    except PackageNotFoundError:  # a source tree that was never installed
        number = "0"
    python = ".".join(str(part) for part in sys.version_info[:3])
    text = documents.dump({"venuekit": number, "python": python}) if as_json else f"venuekit {number}\n"
    sys.stdout.write(text)
    return ExitCode.DONE


def example_dossier() -> Path:
    """The example dossier: in the installed package, or in the source tree."""
    installed = Path(str(files("venuekit"))) / "_examples" / "dossier.yaml"
    source = Path(__file__).resolve().parents[3] / "examples" / "dossier.yaml"
    for path in (installed, source):
        if path.is_file():
            return path
    raise ConfigurationError("the example dossier is not installed; give one with --dossier FILE")


def sandbox_urls(url: str) -> dict[str, str]:
    """The API base of each venue of a sandbox."""
    from venuekit.venues.environments import ENVIRONMENTS

    return {venue: url + urlsplit(known["sandbox"]).path for venue, known in ENVIRONMENTS.items()}


def refuse_public_urls(urls: Mapping[str, str], *, env: Env, refuse: Callable[[str], Exception]) -> None:
    """A public address belongs to its own environment: nobody reaches a live venue by mistake."""
    from venuekit.venues.environments import public_environment

    for venue, url in urls.items():
        needed = public_environment(url)
        if needed not in (None, env):
            raise refuse(f"--url {venue}: this is a {needed} address; it needs --env {needed}")


def _walk(
    dossier: Dossier,
    *,
    venues: Sequence[str] | None,
    env: Env,
    urls: Mapping[str, str],
    timeout: float,
    answer: Answerer | None,
    as_json: bool,
    reveal: bool,
    max_retries: int = 2,
    ask: Callable[[TerminalAsker], Answerer] | None = None,
    on_credentials: OnCredentials | None = None,
) -> int:
    """Run with progress on stderr, and report. Gives the exit code.

    Without an `answer`, ask on the terminal, if there is one. `ask` makes another answerer of the one that asks there.
    """
    from venuekit import runs
    from venuekit.cli.progress import Progress
    from venuekit.cli.terminal import TerminalAsker, nobody
    from venuekit.recipes.dossier import listed_venues

    chosen = venues if venues is not None else listed_venues(dossier)
    console = screen.talk()
    with ExitStack() as stack:
        progress = stack.enter_context(Progress(chosen, console=console))
        if answer is None:
            at_terminal = sys.stdin is not None and sys.stdin.isatty()
            if at_terminal:
                asker = stack.enter_context(TerminalAsker(quiet=progress.paused))
                answer = ask(asker) if ask is not None else asker
            else:
                answer = nobody
        try:
            finished = runs.onboard(
                dossier,
                venues=chosen,
                env=env,
                urls=urls,
                answer=answer,
                on_event=progress,
                on_credentials=on_credentials,
                timeout=timeout,
                max_retries=max_retries,
            )
        except runs.Interrupted as stopped:
            finished, interrupted = stopped.run, True
        else:
            interrupted = False
    if interrupted:
        sys.stderr.write(INTERRUPTED)
    # What no venue has yielded anything for is no data.
    if not interrupted or as_json or any(case.credentials for case in finished.cases):
        report(finished, as_json=as_json, reveal=reveal, interrupted=interrupted)
    return ExitCode.INTERRUPTED if interrupted else exit_code_of_cases(finished.cases)


def report(
    finished: Run,
    *,
    as_json: bool,
    reveal: bool,
    interrupted: bool,
    run_id: str | None = None,
    asked: documents.Questions | None = None,
) -> None:
    """Show what a run has come to."""
    if as_json:
        document = documents.run_document(
            finished, reveal=reveal, interrupted=interrupted, run_id=run_id, asked=asked
        )
        sys.stdout.write(documents.dump(document))
        for case in finished.cases:
            if case.status.value not in DONE:
                screen.show_obstacle(case)
    else:
        screen.show_run(finished, reveal=reveal)
