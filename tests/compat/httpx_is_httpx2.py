"""Answer every `import httpx` of a Python environment with httpx2, its continuation, and httpcore with httpcore2.

    python tests/compat/httpx_is_httpx2.py FOLDER

installs this module into FOLDER, the `site-packages` of an environment, with a `.pth` file that runs `install()` at
each start of its interpreter: also in the processes that tests start, and in isolated ones (`python -I`).

Nothing is imported before somebody imports httpx. httpx2 has a function of its own for this, `alias_httpx()`, but it
loads both libraries at once, which would hide that `import venuekit` loads neither.
"""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import sys
from collections.abc import Mapping, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

SWAPPED = {"httpx": "httpx2", "httpcore": "httpcore2"}


class Swap(MetaPathFinder):
    """Finds `alias` and its submodules where `real` and its submodules are, as the same module objects."""

    def __init__(self, swapped: Mapping[str, str]) -> None:
        self._swapped = swapped

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        alias, dot, rest = fullname.partition(".")
        real = self._swapped.get(alias)
        if real is None or importlib.util.find_spec(real + dot + rest) is None:
            return None
        return ModuleSpec(fullname, _Same(real + dot + rest))


class _Same(Loader):
    def __init__(self, real: str) -> None:
        self._real = real
        self._spec: ModuleSpec | None = None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = importlib.import_module(self._real)
        self._spec = module.__spec__
        return module

    def exec_module(self, module: ModuleType) -> None:
        module.__spec__ = self._spec  # the import machinery has put that of the alias in its place


def install(swapped: Mapping[str, str] = SWAPPED) -> None:
    """Swap from now on. A second call does nothing."""
    if not any(type(finder).__name__ == Swap.__name__ for finder in sys.meta_path):
        sys.meta_path.insert(0, Swap(swapped))


def main(folder: str) -> None:
    """Copy this file into `folder` and have it run at every start."""
    place = Path(folder)
    shutil.copy(__file__, place / "httpx_is_httpx2.py")
    (place / "httpx_is_httpx2.pth").write_text("import httpx_is_httpx2; httpx_is_httpx2.install()\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
