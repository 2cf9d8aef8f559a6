"""The stand-in for httpx that `nox -s tests-httpx2` uses, tried on a module that everybody has."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.compat import httpx_is_httpx2


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that acts as `site-packages`, with the stand-in installed."""
    httpx_is_httpx2.main(str(tmp_path))
    return tmp_path


def _run(folder: Path, code: str) -> str:
    start = f"import site; site.addsitedir({str(folder)!r})\n"
    # -S: not what is installed here, where the stand-in may be at work already.
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", start + code],
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_both_names_are_the_same_modules(folder: Path) -> None:
    (folder / "httpx2").mkdir()
    (folder / "httpx2" / "__init__.py").write_text("from httpx2.inner import thing\n", "utf-8")
    (folder / "httpx2" / "inner.py").write_text("thing = object()\n", "utf-8")
    code = (
        "import httpx, httpx.inner, httpx2.inner\n"
        "print(httpx is httpx2, httpx.inner is httpx2.inner, httpx.__name__, httpx.__spec__.name)\n"
        "from httpx.inner import thing\n"
        "print(thing is httpx2.thing)\n"
    )
    assert _run(folder, code).split() == ["True", "True", "httpx2", "httpx2", "True"]


def test_nothing_is_imported_before_somebody_asks(folder: Path) -> None:
    assert _run(folder, "import sys; print([m for m in sys.modules if m.startswith('httpx2')])") == "[]"


def test_a_name_that_the_other_library_lacks_is_not_found(folder: Path) -> None:
    (folder / "httpx2.py").write_text("", "utf-8")
    code = "try:\n    import httpx.nothing\nexcept ModuleNotFoundError as error:\n    print(error.name)\n"
    assert _run(folder, code) == "httpx.nothing"


def test_installing_twice_is_installing_once(monkeypatch: pytest.MonkeyPatch) -> None:
    finders = [finder for finder in sys.meta_path if type(finder).__name__ != "Swap"]
    monkeypatch.setattr(sys, "meta_path", list(finders))
    httpx_is_httpx2.install({"swapped_for_tests": "json"})
    httpx_is_httpx2.install({"swapped_for_tests": "json"})
    assert [type(finder).__name__ for finder in sys.meta_path] == [
        "Swap",
        *(type(finder).__name__ for finder in finders),
    ]
