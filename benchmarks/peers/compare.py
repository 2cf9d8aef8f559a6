"""Makes an environment per library, runs all rows, and keeps what they found: `nox -s peers`.

    python -m benchmarks.peers.compare FOLDER             write results.json and docs/comparison.md
    python -m benchmarks.peers.compare FOLDER --check     fail when a result is not the kept one (ratios are not compared)

FOLDER is for the environments. The mypy of the Python that runs this is the one that looks at types.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks.peers.all_rows import LIBRARIES, MEASURED
from benchmarks.peers.library import clean_environment

ROOT = Path(__file__).resolve().parents[2]
RESULTS = Path(__file__).with_name("results.json")
_ROUNDS = 3
_IMPORT = "import time; began = time.process_time(); {line}; print(time.process_time() - began)"
_LINES = {
    "venuekit": "from venuekit import T4",
    "openai": "from openai import OpenAI",
    "stripe": "from stripe import StripeClient",
    "githubkit": "from githubkit import GitHub",
    "tradelocker": "from tradelocker import TLAPI",
}
Record = dict[str, Any]


def environment(name: str, folder: Path) -> Path:
    """The Python of a library's environment, with exactly what its requirements file says."""
    place = folder / name
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        _run("uv", "venv", "--quiet", f"--python={sys.executable}", str(place))
    listed = Path(__file__).with_name("requirements") / f"{name}.txt"
    _run("uv", "pip", "sync", "--quiet", f"--python={python}", str(listed))
    if name == "venuekit":
        _run("uv", "pip", "install", "--quiet", "--no-deps", f"--python={python}", "--editable", str(ROOT))
    return python


def _run(*command: str, variables: Mapping[str, str] | None = None) -> str:
    """What a program writes to stdout. Some libraries log on stderr unasked: that is shown when it fails only."""
    told = subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, text=True, timeout=900, check=False
    )
    if told.returncode:
        sys.stderr.write(told.stderr[-4000:])
        told.check_returncode()
    return told.stdout


def _variables(folder: Path) -> dict[str, str]:
    """Bytecode is compiled, whatever this machine's habit, and kept out of the sources."""
    named = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    mypy = "|".join((sys.executable, "-m", "mypy", f"--cache-dir={folder / 'types'}"))
    return {**named, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "PEERS_MYPY": mypy}


def _measuring(row: str, library: str) -> tuple[str, ...]:
    """The arguments of the Python that tells its CPU seconds."""
    if row == "import_time":
        return ("-c", _IMPORT.format(line=_LINES[library]))
    return ("-m", "benchmarks.peers.probe", library, "--first-answer")


def measured(
    pythons: Mapping[str, Path], variables: Mapping[str, str], versions: Mapping[str, str]
) -> list[Record]:
    """CPU seconds as ratios to ours. The libraries take turns, so that a busy machine is busy for all; medians."""
    records: list[Record] = []
    for row in MEASURED:
        seconds: dict[str, list[float]] = {name: [] for name in LIBRARIES}
        for number in range(_ROUNDS + 1):
            for name in LIBRARIES:
                told = float(_run(str(pythons[name]), *_measuring(row.name, name), variables=variables))
                if number:  # the first round writes the bytecode
                    seconds[name].append(told)
        medians = {name: statistics.median(told) for name, told in seconds.items()}
        for name in LIBRARIES:
            ratio = medians[name] / medians["venuekit"]
            records.append(
                {
                    "row": row.name,
                    "library": name,
                    "version": versions[name],
                    "result": "1" if name == "venuekit" else f"{ratio:.1f}",
                    "evidence": {"ratio": round(ratio, 1), "rounds": _ROUNDS},
                }
            )
    return records


def collect(folder: Path) -> list[Record]:
    """All records, of all libraries."""
    folder.mkdir(parents=True, exist_ok=True)
    clean_environment()
    variables = _variables(folder)
    pythons = {name: environment(name, folder) for name in LIBRARIES}

    def probe(name: str) -> list[Record]:
        told = _run(str(pythons[name]), "-m", "benchmarks.peers.probe", name, variables=variables)
        return [json.loads(line) for line in told.splitlines()]

    with ThreadPoolExecutor(2) as pool:
        records = [record for found in pool.map(probe, LIBRARIES) for record in found]
    versions = {record["library"]: record["version"] for record in records}
    return [*records, *measured(pythons, variables, versions)]


def differences(kept: list[Record], fresh: list[Record]) -> list[str]:
    """What has changed. A ratio is never the same twice, and may."""
    ratios = {row.name for row in MEASURED}

    def cells(records: list[Record]) -> dict[tuple[str, str], tuple[str, str]]:
        return {
            (record["row"], record["library"]): (
                record["version"],
                "" if record["row"] in ratios else record["result"],
            )
            for record in records
        }

    before, after = cells(kept), cells(fresh)
    return [
        f"{row}, {library}: {before.get((row, library))} is now {after.get((row, library))}"
        for row, library in sorted({*before, *after})
        if before.get((row, library)) != after.get((row, library))
    ]


def main(arguments: list[str]) -> int:
    fresh = collect(Path(arguments[0]).resolve())
    if "--check" in arguments:
        changed = differences(json.loads(RESULTS.read_text(encoding="utf-8")), fresh)
        sys.stderr.write("".join(f"{line}\n" for line in changed))
        return int(bool(changed))
    RESULTS.write_text("[\n" + ",\n".join(json.dumps(record) for record in fresh) + "\n]\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
