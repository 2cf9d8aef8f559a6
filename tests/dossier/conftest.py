"""The example dossier, to be broken."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

Edit = Callable[..., Path]


@pytest.fixture(scope="session")
def example_text() -> str:
    """The example dossier as it is."""
    return (EXAMPLES / "dossier.yaml").read_text(encoding="utf-8")


@pytest.fixture
def edit(tmp_path: Path, example_text: str) -> Edit:
    """A copy of the example with its documents, in which `(old, new)` pairs are replaced; each `old` stands once."""
    shutil.copytree(EXAMPLES / "documents", tmp_path / "documents")

    def edited(*changes: tuple[str, str]) -> Path:
        text = example_text
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        path = tmp_path / "dossier.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return edited
