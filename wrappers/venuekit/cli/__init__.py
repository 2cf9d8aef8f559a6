"""The command `venuekit`: stdout is data, stderr is talk.

    venuekit demo                  all five venues against an embedded sandbox
    venuekit onboard DOSSIER       the same for real, asking on the terminal
    venuekit plan DOSSIER          what would be called and asked; sends nothing
    venuekit sandbox               the five venues on loopback
    venuekit version

Exit codes are in `venuekit.cli.exits`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

__all__ = ["main"]

_EXTRAS = ("typer", "rich", "pydantic", "ruamel", "starlette", "uvicorn", "eth_account")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` (the process's own arguments by default) and return its exit code."""
    try:
        from venuekit.cli.app import run_app

        return run_app(argv)
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing.startswith(("venuekit.", "venuekit_clients")) or missing == "venuekit":
            raise
        message = f"{missing} is not installed; run: pip install 'venuekit[all]'"
        sys.stderr.write(f"venuekit: {message}\n")
        if "--json" in (sys.argv[1:] if argv is None else argv):
            document: dict[str, object] = {
                "cases": [],
                "error": {"type": "MissingExtra", "message": message},
            }
            sys.stdout.write(json.dumps(document, indent=2) + "\n")
        return 2
    except KeyboardInterrupt:
        # Before the command itself has begun: nothing was written or sent.
        sys.stderr.write("venuekit: interrupted\n")
        if "--json" in (sys.argv[1:] if argv is None else argv):
            failure = {"type": "Interrupted", "message": "interrupted"}
            stopped: dict[str, object] = {"cases": [], "error": failure, "interrupted": True}
            sys.stdout.write(json.dumps(stopped, indent=2) + "\n")
        return 130
