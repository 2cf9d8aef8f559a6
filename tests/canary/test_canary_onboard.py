"""All five onboardings, with every exit watched: no secret shows."""

from __future__ import annotations

import asyncio
import dataclasses
from pathlib import Path
from typing import Any

import pytest

from tests.canary.exits import HTTP_LIBRARY, Exits, watched
from tests.canary.seeds import SECRETS, Secrets
from tests.playground import Playground
from venuekit.recipes import RECIPES
from venuekit.recipes.dossier import load_dossier
from venuekit.runs import Run, onboard, onboard_async


def watch_clients(monkeypatch: pytest.MonkeyPatch, exits: Exits) -> list[Any]:
    """Give the clients of all runs hooks, and return those that were made."""
    made: list[Any] = []

    def with_hooks(make: Any) -> Any:
        def client(**options: Any) -> Any:
            found = make(**options, hooks=exits.hooks)
            made.append(found)
            return found

        return client

    watched_recipes = {
        venue: dataclasses.replace(
            recipe,
            sync_client=with_hooks(recipe.sync_client),
            async_client=with_hooks(recipe.async_client),
        )
        for venue, recipe in RECIPES.items()
    }
    for venue, recipe in watched_recipes.items():
        monkeypatch.setitem(RECIPES, venue, recipe)
    return made


@pytest.mark.parametrize("mode", ["sync", "async"])
def test_the_five_onboardings(
    mode: str,
    canary_playground: Playground,
    canary_dossier: Path,
    secrets: Secrets,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with watched() as exits:
        made = watch_clients(monkeypatch, exits)
        dossier = load_dossier(canary_dossier)
        # Not pickled: it is what the user wrote, and sandbox secrets may stand there in clear.
        exits.note("dossier", dossier, repr(dossier), str(dossier.login))
        person = canary_playground.person(wrong={"sms-code": "31415926535", "phone-code": "27182818284"})
        options: dict[str, Any] = {
            "urls": canary_playground.urls,
            "on_event": lambda event: exits.show("event", event),
            "timeout": 60.0,
        }
        run: Run
        if mode == "sync":
            run = onboard(dossier, answer=person, **options)
        else:
            run = asyncio.run(onboard_async(dossier, answer=person.answer, **options), debug=True)
        exits.show("run", run)
        for case in run.cases:
            exits.show("case", case)
            exits.show("credentials", case.credentials)
        for client in made:
            exits.show("client", client)
            exits.show("auth", client._http.auth)
        for asked in person.asked:
            exits.show("interaction", asked)

    assert run.active, [str(case.error) for case in run.cases]
    noted = set(secrets.kinds.values())
    assert len(made) == 5 and len(secrets.kinds) > len(SECRETS) + 20, "the traffic was seen"
    assert {"rbt-signature", "x-auth-signature", "set-cookie", "traffic: totp seed"} <= noted
    texts = exits.texts
    client_log, connection_log = HTTP_LIBRARY
    assert {"span", "hook", "log venuekit.transport"} <= texts.keys()
    assert {f"log {client_log}", f"log {connection_log}.http11"} <= texts.keys()
    assert not (leaks := secrets.found_in(texts)), "\n".join(leaks[:40])
