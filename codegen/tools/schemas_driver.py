"""Runs datamodel-code-generator for several inputs in one process, inside that tool's own environment.

Reads a list of jobs as JSON from stdin: `[{"name", "arguments"}]`. Any warning is a failure, as it usually means that a
constraint was dropped.
"""

# The tool is installed in its own environment only, so type checkers of the project do not see it.
# mypy: disable-error-code="import-not-found"

from __future__ import annotations

import json
import sys
import warnings
from importlib.metadata import version

from datamodel_code_generator.__main__ import main as generate

EXPECTED_VERSION = "0.89.0"


def main() -> int:
    """Run all jobs; 1 when any of them fails."""
    if version("datamodel-code-generator") != EXPECTED_VERSION:
        sys.stderr.write(f"datamodel-code-generator is not {EXPECTED_VERSION}\n")
        return 1
    failed = False
    for job in json.load(sys.stdin):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            code = generate(job["arguments"])
        for warning in caught:
            if issubclass(warning.category, DeprecationWarning):
                continue
            failed = True
            sys.stderr.write(f"{job['name']}: {warning.category.__name__}: {warning.message}\n")
        if code != 0:
            failed = True
            sys.stderr.write(f"{job['name']}: datamodel-code-generator ended with {code!s}\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
