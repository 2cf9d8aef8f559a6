"""Run schemathesis against the venues of the sandbox: `python -m tests.contract [venue ...] [-- options of schemathesis]`.

Each venue has a sandbox and a process of its own, two at a time. Ends with 1 when a venue breaks its spec.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from venuekit_sandbox import SandboxServer

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SPECS = ROOT / "generated" / "venuekit_schemas" / "openapi"
BASES = {
    "nebulaecn": "/nebulaecn",  # first: the longest
    "stokn": "/stokn",
    "rabbitx": "/rabbitx",
    "tradelocker": "/tradelocker/backend-api",
    "t4": "/t4",
}


NEVER = {
    # A proof of address has no expiry date, and the original stores no document without one.
    "nebulaecn": {"createAddress"},
}
"""Operations that cannot succeed at a venue as the sandbox has it by default."""


def run(venue: str, options: list[str]) -> tuple[int, str]:
    """One venue: the exit code, and what schemathesis printed."""
    started = time.monotonic()
    with SandboxServer() as server, tempfile.TemporaryDirectory() as folder:
        seen = Path(folder) / "seen"
        done = subprocess.run(
            [
                *(sys.executable, "-m", "schemathesis.cli", f"--config-file={HERE / 'schemathesis.toml'}"),
                *("run", str(SPECS / f"{venue}.json"), f"--url={server.url}{BASES[venue]}", *options),
            ],
            env={
                **os.environ,
                "SCHEMATHESIS_HOOKS": "tests.contract.hooks",
                "PYTHONPATH": str(ROOT),
                "VENUEKIT_CONTRACT_ROOT": server.url,
                "VENUEKIT_CONTRACT_VENUE": venue,
                "VENUEKIT_CONTRACT_SEEN": str(seen),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        succeeded = set(seen.read_text(encoding="utf-8").split()) if seen.exists() else set()
    lines = [f"{venue}: {time.monotonic() - started:.0f} s, exit code {done.returncode}"]
    missed = operations(venue) - succeeded - NEVER.get(venue, set())
    if missed and not options:
        lines.append(f"never answered 2xx: {', '.join(sorted(missed))}")
    return done.returncode or int(len(lines) > 1), "\n".join([done.stdout, *lines])


def operations(venue: str) -> set[str]:
    """The operationIds of a venue's spec."""
    paths = json.loads((SPECS / f"{venue}.json").read_text(encoding="utf-8"))["paths"]
    return {one["operationId"] for item in paths.values() for one in item.values() if "operationId" in one}


def main(arguments: list[str]) -> int:
    """Run the venues named, or all."""
    split = arguments.index("--") if "--" in arguments else len(arguments)
    venues, options = arguments[:split] or list(BASES), arguments[split + 1 :]
    worst = 0
    with ThreadPoolExecutor(2) as pool:
        for code, text in pool.map(lambda venue: run(venue, options), venues):
            sys.stdout.write(text + "\n")
            worst = max(worst, code)
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
