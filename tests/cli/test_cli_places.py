"""What a case does to keep to a venue's limits is no step of its recipe."""

from __future__ import annotations

from tests.cli.conftest import Command, Edit, url_options


def test_waiting_for_a_place_is_no_step(command: Command, edit: Edit, urls: dict[str, str]) -> None:
    made = command("onboard", edit(), "--venue", "rabbitx", "--run", "jane", "--json", *url_options(urls))
    assert made.code == 0, made.err
    assert [step["name"] for step in made.case("rabbitx")["steps"]] == ["sign-in", "prove-credentials"]
    assert "place of" not in made.err

    assert "place of" not in command("show", "jane", "--timeline").out
    assert "place of sign-in" in command("history", "jane").out
