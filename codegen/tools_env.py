"""Running the generators, each in its own pinned environment made by uv."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

CODEGEN = Path(__file__).resolve().parent
TOOLS = CODEGEN / "tools"

TOOL_PINS = {
    "opc": "openapi-python-client",
    "schemas": "datamodel-code-generator",
    "ruff": "ruff",
}


class ToolError(Exception):
    """A generator failed; the text is its own message."""


def run_tool(
    tool: str, command: list[str], *, cwd: Path = TOOLS, jobs: list[dict[str, object]] | None = None
) -> None:
    """Run a command in the environment that `tools/<tool>.txt` pins.

    Args:
        tool: One of `opc`, `schemas`, `ruff`.
        command: The program and its arguments.
        cwd: Where it runs; somewhere without a configuration file that it might pick up.
        jobs: Sent to it as JSON on stdin.

    Raises:
        ToolError: uv is missing, or the command ended with an error.
    """
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        raise ToolError(
            "uv is needed to run the generators in their pinned environments, and is not on the PATH"
        )
    environment = {
        key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "VIRTUAL_ENV"}
    }
    # Sets are iterated while generating; their order must not differ between runs.
    environment |= {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "NO_COLOR": "1"}
    prefix = [uv, "run", "--quiet", "--isolated", "--no-project", "--python", sys.executable]
    result = subprocess.run(
        [*prefix, "--with-requirements", str(TOOLS / f"{tool}.txt"), *command],
        cwd=cwd,
        input=json.dumps(jobs) if jobs is not None else "",
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    if result.returncode != 0:
        raise ToolError(f"{TOOL_PINS[tool]} failed:\n{result.stderr.strip() or result.stdout.strip()}")


def pinned_version(tool: str) -> str:
    """The version of a generator that its lock file pins."""
    for line in (TOOLS / f"{tool}.txt").read_text(encoding="utf-8").splitlines():
        name, _, version = line.partition("==")
        if name.strip() == TOOL_PINS[tool]:
            return version.split(";")[0].strip()
    raise ToolError(f"tools/{tool}.txt does not pin {TOOL_PINS[tool]}")


def arguments(name: str) -> list[str]:
    """The command line options in `config/<name>.args`, one per line, without comments."""
    lines = (CODEGEN / "config" / f"{name}.args").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
