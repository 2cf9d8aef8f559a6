"""What every command is run in: errors become one readable block on stderr, and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from venuekit.cli import documents, screen
from venuekit.cli.exits import ExitCode, exit_code_of_error
from venuekit.transport.errors import VenueKitError

INTERRUPTED = "venuekit: interrupted; calls that were sent already may have had their effect\n"


def guarded(run: Callable[[], int], *, as_json: bool) -> int:
    """Run, and turn every error into a block on stderr and an exit code. With JSON, stdout has it as well."""
    try:
        code = run()
        sys.stdout.flush()
        return code
    except ModuleNotFoundError:
        raise
    except VenueKitError as error:
        screen.show_error(error)
        if as_json:
            sys.stdout.write(documents.dump({"cases": [], "error": documents.error_document(error)}))
        return exit_code_of_error(error)
    except KeyboardInterrupt:
        sys.stderr.write(INTERRUPTED)
        if as_json:
            failure = documents.failure_document("Interrupted", "interrupted", interrupted=True)
            sys.stdout.write(documents.dump(failure))
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
        if as_json:
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
