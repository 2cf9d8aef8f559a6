"""What the pages say of the code is so: generated tables, exceptions, the picture of the demo."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import venuekit
from docs import recipe_tables, tables
from docs.record import COLUMNS, frames, svg
from docs.screen import Screen
from tests.docs.pages import ROOT, blocks, read, table
from venuekit.auth import totp
from venuekit.recipes import core
from venuekit.recipes.core import CaseStatus, Interaction
from venuekit.runs import plan
from venuekit.transport import errors, missing
from venuekit_schemas.dossier import Dossier


@pytest.mark.parametrize("page", tables.PAGES, ids=lambda page: page.name)
def test_generated_tables_are_up_to_date(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "<!-- table: " in text
    assert text == tables.fresh(text), "run: python -m docs.tables"


def test_a_stale_table_is_noticed() -> None:
    stale = "before\n<!-- table: venues -->\nsomething old\n<!-- end -->\nafter\n"
    made = tables.fresh(stale)
    assert "something old" not in made
    assert made.startswith("before\n<!-- table: venues -->\n") and made.endswith("<!-- end -->\nafter\n")
    assert tables.fresh(made) == made


def test_the_recipes_on_the_page_are_those_of_a_plan(dossier: Dossier) -> None:
    walked = recipe_tables.walk_all()
    planned = plan(dossier).cases
    assert [case.venue for case in planned] == list(walked)
    for case in planned:
        rows = walked[case.venue].rows
        assert [row.operation for row in rows if not isinstance(row, Interaction)] == [
            call.operation for call in case.calls
        ]
        assert [row.name for row in rows if isinstance(row, Interaction)] == [
            i.name for i in case.interactions
        ]


def test_operations_are_counted_as_in_the_specs() -> None:
    for venue, walked in recipe_tables.walk_all().items():
        assert len(walked.recipe.operations) == recipe_tables.spec_operations(venue)


def test_every_status_is_explained() -> None:
    assert [row[0] for row in table("docs/recipes.md", "## Statuses")] == [
        "draft",
        "submitted",
        "in_review",
        "action_required",
        "approved",
        "active",
        "rejected",
        "failed",
        "ambiguous",
        "closed",
    ]
    assert {row[0] for row in table("docs/recipes.md", "## Statuses")} == {
        str(status) for status in CaseStatus
    }


def test_the_tree_of_exceptions_is_as_drawn() -> None:
    drawn = next(block.text for block in blocks("docs/errors.md") if block.text.startswith("VenueKitError\n"))
    parents: list[str] = []
    said = {}
    for line in drawn.splitlines():
        found = re.match(r"(?P<indent>[│├└─ ]*)(?P<name>\w+)", line)
        assert found is not None
        depth = len(found["indent"]) // 4
        said[found["name"]] = parents[depth - 1] if depth else ""
        parents[depth:] = [found["name"]]
    places = (errors.__name__, missing.__name__, core.__name__, totp.__name__)
    ours = [kind for kind in _below(errors.VenueKitError) if kind.__module__ in places]
    assert said == {"VenueKitError": "", **{kind.__name__: kind.__bases__[0].__name__ for kind in ours}}


def test_every_exception_is_explained_and_can_be_imported() -> None:
    tables_of_them = ("## What each means, and what is safe to do", "### A step is missing")
    explained = [row[0] for heading in tables_of_them for row in table("docs/errors.md", heading)]
    for name in explained:
        if name in ("TotpExhausted", "CaseRejected", "MissingFact"):  # the page says where these are
            continue
        assert issubclass(getattr(venuekit, name), venuekit.VenueKitError)
    bases = {"VenueKitError", "VenueError", "AnswerError", "StatusError"}
    found = {**vars(errors), **vars(missing)}
    ours = {name for name, kind in found.items() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert ours - bases == set(explained) - {"TotpExhausted", "CaseRejected", "MissingFact"}


def _below(kind: type[Exception]) -> list[type[Exception]]:
    return [found for direct in kind.__subclasses__() for found in (direct, *_below(direct))]


def test_the_rooms_are_in_the_order_that_is_checked() -> None:
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    (rooms,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    said = [row[0] for row in table("ARCHITECTURE.md", "## Doors")]
    assert said[0].partition(",")[0] == " → ".join(room.removeprefix("venuekit.") for room in rooms)
    assert len(said) == len(contracts), "one row per contract"


def test_the_picture_shows_the_demo_as_it_is() -> None:
    picture = read("docs/images/demo.svg")
    last = picture.rpartition("<g ")[2]
    shown = "\n".join(re.findall(r">([^<>\n]+)</text>", last))
    for venue, walked in recipe_tables.walk_all().items():
        assert venue in shown
        for name in walked.credentials:
            assert re.search(rf"^{name} ", shown, re.MULTILINE), f"{name}: run: python -m docs.record"
    assert len(re.findall(r"^active$", shown, re.MULTILINE)) >= len(recipe_tables.walk_all())
    for secret in re.findall(r"(?:password|secret|private_key): \"?([^\s\"]+)", _dossier_text()):
        assert secret not in shown


def test_the_picture_of_a_durable_run_shows_its_commands() -> None:
    last = read("docs/images/durable.svg").rpartition("<g ")[2]
    shown = re.sub(r"\s+", " ", " ".join(re.findall(r">([^<>\n]+)</text>", last)))
    commands = re.findall(r"\$ venuekit (\w+)", shown)
    assert commands == ["onboard", "worker", "runs", "answer", "show", "credentials"]
    for word in ("written down", "enable-account", "is answered", "onboard-user", "by desk-2", "***"):
        assert word in shown, f"{word}: run: python -m docs.record"
    assert "Kal31" not in shown


def _dossier_text() -> str:
    return (ROOT / "examples" / "dossier.yaml").read_text(encoding="utf-8")


def test_a_recording_becomes_pictures_of_what_was_on_the_screen() -> None:
    table_of_two = "\x1b[?25l\x1b[1ma\x1b[0m  one\r\nb  one\r\n"
    again = "\x1b[2A\r\x1b[2Ka  \x1b[32mtwo\x1b[0m\r\n\x1b[2Kb  <&>"
    made = frames(iter([(0.5, table_of_two), (0.52, ""), (1.5, again)]))
    assert [at for at, _ in made] == [0.5, 1.5]
    assert [[run.text.strip() for run in line] for line in made[1][1]] == [["a", "two"], ["b  <&>"]]
    drawn = svg(made, command="x --y")
    assert "&lt;&amp;&gt;" in drawn and "<&>" not in drawn
    assert drawn.count('visibility="hidden"') == 1, "only the last picture shows without animation"


def test_the_screen_refuses_what_it_does_not_know() -> None:
    with pytest.raises(ValueError, match="does not know"):
        Screen().feed("\x1b[2J")
    assert COLUMNS == 80
