"""The table of docs/comparison.md, from the results that are kept. Needs none of the libraries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.peers.all_rows import ALL, LIBRARIES

_RESULTS = Path(__file__).with_name("results.json")


def comparison() -> str:
    """One row per probe: feature, what each library did, how it was checked."""
    records: list[dict[str, Any]] = json.loads(_RESULTS.read_text(encoding="utf-8"))
    cells = {(record["row"], record["library"]): record["result"] for record in records}
    versions = {record["library"]: record["version"] for record in records}
    heads = [f"{name} {versions[name]}" for name in LIBRARIES]
    lines = [
        f"| feature | {' | '.join(heads)} | how checked | probe |",
        f"|---|{'---|' * len(LIBRARIES)}---|---|",
    ]
    group = ""
    for row in ALL:
        if row.group != group:
            group = row.group
            lines.append(f"| **{group}** |{' |' * (len(LIBRARIES) + 2)}")
        found = " | ".join(cells[row.name, name].replace("|", "\\|") for name in LIBRARIES)
        lines.append(f"| {row.feature} | {found} | {row.how} | `{row.name}` |")
    return "\n".join([*lines, ""])
