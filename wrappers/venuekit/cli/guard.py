"""What every command is run in: errors become one readable block on stderr, and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import typer

from venuekit.cli import documents, screen
from venuekit.cli.exits import ExitCode, exit_code_of_error
from venuekit.transport.errors import VenueKitError

INTERRUPTED = "venuekit: interrupted; calls that were sent already may have had their effect\n"


@dataclass(slots=True)
class Standing:
    """How far a command has come, for whoever interrupts it: its run, and whether stdout has its document already.

    `hint` says how it goes on; calls may have been sent only where there is one.
    """

    run: str | None = None
    hint: str = ""
    told: bool = False

    def at(self, run: str) -> None:
        """The run is known."""
        self.run, self.hint = run, documents.to_go_on(run)


def again() -> Standing:
    """Of a command that goes on when it is given again."""
    return Standing(hint="the same command goes on with what there is")


def guarded(run: Callable[[], int], *, as_json: bool, standing: Standing | None = None) -> int:
    """Run, and turn every error into a block on stderr and an exit code. With JSON, stdout has it as well."""
    standing = standing or Standing()
    try:
        code = run()
        sys.stdout.flush()
        return code
    except ModuleNotFoundError:
        raise
    except VenueKitError as error:
        screen.show_error(error)
        if standing.hint and exit_code_of_error(error) is ExitCode.FAILED:
            # Nothing is wrong with the command: it broke off, such as for a database that is full.
            sys.stderr.write(f"venuekit: {standing.hint}\n")
        if as_json and not standing.told:
            sys.stdout.write(documents.dump({"cases": [], "error": documents.error_document(error)}))
        return exit_code_of_error(error)
    except (KeyboardInterrupt, typer.Abort):
        # Abort: at a question of Typer's own.
        sys.stderr.write(INTERRUPTED if standing.hint else "venuekit: interrupted\n")
        if standing.hint:
            sys.stderr.write(f"venuekit: {standing.hint}\n")
        if as_json and not standing.told:
            sys.stdout.write(documents.dump(documents.interrupted_document(standing.run, standing.hint)))
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader of stdout has gone. Python would complain once more while it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.FAILED
    except Exception as error:  # noqa: BLE001
        # A bug. Its place helps to mend it; values might be secrets.
        place = _place_of(error)
        sys.stderr.write(
            f"venuekit: a bug in venuekit, please report it: {type(error).__name__} at {place}\n"
        )
        if as_json and not standing.told:
            sys.stdout.write(
                documents.dump(documents.failure_document("Bug", f"{type(error).__name__} at {place}"))
            )
        return ExitCode.FAILED


def _place_of(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "an unknown place"
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
