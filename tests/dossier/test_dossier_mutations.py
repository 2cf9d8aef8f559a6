"""Whatever is done to a dossier, it is read or refused with places, and no message holds a secret."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from venuekit.recipes.dossier import load_dossier
from venuekit.transport.errors import DossierError

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TEXT = (EXAMPLES / "dossier.yaml").read_text(encoding="utf-8")
LINES = TEXT.splitlines(keepends=True)
SECRETS = ("Kal31-ewwqXrew", "sandbox-secret", "sandbox-password", "sandbox-license", "0" * 63)
BITS = [
    "", " ", "\n", "\t", ":", ": ", "- ", "#", "'", '"', "{", "}", "[", "]", "&a ", "*a", "!!int ", "!x ", "|\n", "%", "@",
    "null", "~", "0", "-1", "1e999", ".nan", "0x", "true", "2001-01-01", "\x00", "\ufeff", "\ud83d\ude00"[:1].encode(
        "utf-8", "replace").decode(), "é", "<<: ", "? ", "---\n", "...\n", "env:", "file:", "9" * 40,
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mutations")
    shutil.copytree(EXAMPLES / "documents", path / "documents")
    return path


def read(folder: Path, text: str) -> None:
    path = folder / "dossier.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        load_dossier(path)
    except DossierError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.line >= 1, problem
            assert problem.column >= 1, problem
            assert problem.message
        for secret in SECRETS:
            assert secret not in str(error)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_damaged_text(folder: Path, data: st.DataObject) -> None:
    text = TEXT
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + data.draw(st.sampled_from(BITS) | st.text(max_size=5)) + text[end:]
    read(folder, text)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["drop", "double", "swap"]), st.integers(0, len(LINES) - 2)), max_size=4
    )
)
def test_lines_lost_doubled_or_swapped(folder: Path, changes: list[tuple[str, int]]) -> None:
    lines = list(LINES)
    for kind, at in changes:
        at = min(at, len(lines) - 2)
        if kind == "drop":
            del lines[at]
        elif kind == "double":
            lines.insert(at, lines[at])
        else:
            lines[at], lines[at + 1] = lines[at + 1], lines[at]
    read(folder, "".join(lines))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_bytes(folder: Path, content: bytes) -> None:
    path = folder / "bytes.yaml"
    path.write_bytes(content)
    with pytest.raises(DossierError):
        load_dossier(path)
