"""The pages hold together: links, Python blocks, the first lines of the README."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, anchors, blocks, prose, read

SETUP = ["pip install uv && uv run venuekit demo", "pip install uv && uv run nox"]
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_RUNNABLE = [page for page in PAGES if any(block.language.startswith("python") for block in blocks(page))]


def test_the_readme_begins_with_one_sentence_and_the_two_commands() -> None:
    text = read("README.md")
    top, _, rest = text.partition("![")
    assert re.match(r"# venuekit\n\n[^.\n]+\.\n\n", top)
    assert re.findall(r"^```sh\n(.+)\n```$", top, re.MULTILINE) == SETUP
    assert top.count("```") == 2 * len(SETUP)
    assert rest.partition("](")[2].startswith("docs/images/demo.svg)")


def test_continuous_integration_runs_what_the_readme_says() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    said = SETUP[1].split(" && ")
    assert [line for line in lines if line in said] == said


@pytest.mark.parametrize("page", PAGES)
def test_every_relative_link_leads_somewhere(page: str) -> None:
    broken = []
    for found in _LINK.finditer(prose(page)):
        path, _, anchor = found["target"].partition("#")
        if "://" in path:
            continue
        target = ((ROOT / page).parent / path).resolve() if path else ROOT / page
        inside = target.exists() and target.is_relative_to(ROOT)
        if not inside or (anchor and anchor not in anchors(target.relative_to(ROOT).as_posix())):
            broken.append(found["target"])
    assert broken == []


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("docs/")])
def test_every_page_is_reached_from_the_index(page: str) -> None:
    index = ROOT / "docs" / "README.md"
    linked = {(index.parent / found["target"]).resolve() for found in _LINK.finditer(prose("docs/README.md"))}
    assert page == "docs/README.md" or ROOT / page in linked


def test_the_readme_has_a_tour() -> None:
    assert len([block for block in blocks("README.md") if block.language == "python"]) >= 4


@pytest.mark.parametrize("page", _RUNNABLE)
def test_python_blocks_run_and_print_what_the_page_says(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of a page run one after another in one namespace. A `text` block after one is its output."""
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {"__name__": Path(page).stem}
    found = blocks(page)
    for block, following in zip(found, [*found[1:], None], strict=True):
        if not block.language.startswith("python"):
            continue
        assert block.language == "python", (
            f"{page}:{block.line}: every Python block is run; mark it as python"
        )
        padded = "\n" * (block.line - 1) + block.text
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(padded, page, "exec"), names)  # noqa: S102 - our own pages
        if (
            following is not None
            and following.language == "text"
            and _follows(page, block.line, following.line)
        ):
            assert printed.getvalue() == following.text


def _follows(page: str, line: int, next_line: int) -> bool:
    """Whether nothing but the fences stands between two blocks."""
    between = read(page).splitlines()[line - 1 : next_line - 1]
    end = between.index("```")
    return not "".join(between[end + 1 : -1]).strip()


def test_the_pages_name_no_place_of_one_machine() -> None:
    for page in PAGES:
        assert not re.search(r"/home/|/Users/|/root/|/tmp/|\bfile://", read(page)), page
