"""Write the tables of the docs that follow from the code: venues, dossier fields, faults, recipes, comparison.

    python -m docs.tables            write them into README.md and docs/*.md
    python -m docs.tables --check    fail when one is out of date

A table stands between `<!-- table: NAME -->` and `<!-- end -->`; all that is between is replaced.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.peers import table
from docs import dossier_tables, fault_tables, recipe_tables

ROOT = Path(__file__).resolve().parent.parent
_NAMES = ("comparison", "dossier", "faults", "recipes")
PAGES = (ROOT / "README.md", *(ROOT / "docs" / f"{name}.md" for name in _NAMES))
TABLES: Mapping[str, Callable[[], str]] = {
    "comparison": table.comparison,
    "venues": recipe_tables.venues,
    "dossier": dossier_tables.fields,
    "faults": fault_tables.faults,
    "recipes": recipe_tables.recipes,
}
_REGION = re.compile(r"(<!-- table: (?P<name>\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def fresh(text: str) -> str:
    """A page with every table made anew."""
    return _REGION.sub(lambda region: f"{region[1]}\n{TABLES[region['name']]()}\n{region[3]}", text)


def main(arguments: list[str]) -> int:
    """Write or check; 1 when something was out of date under `--check`."""
    stale = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        new = fresh(text)
        if new == text:
            continue
        stale.append(page.relative_to(ROOT).as_posix())
        if "--check" not in arguments:
            page.write_text(new, encoding="utf-8")
    for name in stale:
        sys.stderr.write(f"{name}: {'out of date' if '--check' in arguments else 'written'}\n")
    return int(bool(stale) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
