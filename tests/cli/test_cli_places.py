"""What a case does to keep to a venue's limits is no step of its recipe."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Command, Edit, url_options


def test_waiting_for_a_place_is_no_step(command: Command, edit: Edit, urls: dict[str, str]) -> None:
    made = command("onboard", edit(), "--venue", "rabbitx", "--run", "jane", "--json", *url_options(urls))
    assert made.code == 0, made.err
    assert [step["name"] for step in made.case("rabbitx")["steps"]] == ["sign-in", "prove-credentials"]
    assert "place of" not in made.err

    assert "place of" not in command("show", "jane", "--timeline").out
    assert "place of sign-in" in command("history", "jane").out


def test_another_key_is_said_of_a_database_by_name(
    command: Command, own_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command("runs").code == 0
    monkeypatch.setenv("VENUEKIT_VAULT_KEY", "A" * 43 + "=")
    outcome = command("runs")
    assert outcome.code == 3
    assert f"the database {own_database} was sealed with another key" in outcome.err
    assert "--database-url" not in outcome.err and "--vault-key" not in outcome.err
