"""`venuekit runs` among many: by status, venue and number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import url_options
from venuekit.recipes.core import CaseStatus

Command = Callable[..., Any]
Edit = Callable[..., Path]
_FILTERS: tuple[tuple[tuple[str, ...], list[str]], ...] = (
    ((), ["gone", "stopped", "new", "done"]),
    (("--status", "active"), ["done"]),
    (("--status", "active", "--status", "cancelled"), ["stopped", "done"]),
    (("--status", "purged"), ["gone"]),
    (("--status", "draft"), ["new"]),
    (("-v", "t4"), ["gone", "new"]),
    (("-v", "rabbitx", "-v", "stokn"), ["stopped", "done"]),
    (("-v", "t4", "--status", "draft"), ["new"]),
    (("-v", "stokn", "--status", "active"), []),
    (("--applicant", "customer-0001", "-v", "rabbitx"), ["done"]),
    (("--limit", "4"), ["gone", "stopped", "new", "done"]),
)


@pytest.fixture
def four(command: Command, edit: Edit, urls: dict[str, str]) -> None:
    """The oldest first: one that is active at both venues, one not begun, one cancelled, one purged."""
    both = ("-v", "tradelocker", "-v", "rabbitx", *url_options(urls))
    assert command("onboard", edit(), "--run", "done", *both).code == 0
    assert command("onboard", edit(), "--run", "new", "--detach", "-v", "t4", *url_options(urls)).code == 0
    for name, venue in (("stopped", "stokn"), ("gone", "t4")):
        dossier = edit(("reference: customer-0001", f"reference: {name}"))
        assert (
            command("onboard", dossier, "--run", name, "--detach", "-v", venue, *url_options(urls)).code == 0
        )
    assert command("cancel", "stopped").code == 0
    assert command("purge", "gone", "--yes").code == 0


@pytest.mark.usefixtures("four")
def test_every_filter(command: Command) -> None:
    for options, expected in _FILTERS:
        listed = command("runs", "--json", *options)
        found = [run["run"] for run in listed.document["runs"]]
        assert (options, listed.code, found, listed.err) == (options, 0, expected, "")


@pytest.mark.usefixtures("four")
def test_what_is_left_out_is_told(command: Command) -> None:
    newest = command("runs", "--json", "--limit", "2")
    assert [run["run"] for run in newest.document["runs"]] == ["gone", "stopped"]
    assert newest.err == "venuekit: the newest 2 of 4 runs\n"
    assert "the newest 1 of 2 runs" in command("runs", "-v", "t4", "--limit", "1").err
    none = command("runs", "--status", "failed", "--status", "rejected", "-v", "t4", "--waiting")
    assert (none.code, none.out) == (0, "")
    assert none.err == (
        "venuekit: there are no runs at t4 that are failed or rejected that wait for a person\n"
    )


def test_a_word_that_is_no_status(command: Command) -> None:
    wrong = command("runs", "--status", "broken")
    assert wrong.code == 2
    for word in (*CaseStatus, "cancelled", "purged"):
        assert f"'{word}'" in wrong.err
    assert command("runs", "--limit", "0").code == 2
