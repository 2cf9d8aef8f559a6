"""An applicant who is onboarded already, and what is done with the account afterwards. Time is the sandbox's."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from tests.playground import Person, Playground
from tests.recipes.harness import ASGIApp, Mode, Scope, in_process
from venuekit.recipes import RecipeName
from venuekit.runs import Case, Event, onboard, run_recipe, run_recipe_async
from venuekit_schemas.dossier import Dossier

START = 4_000_000_020.0


class Recorded:
    """Passes everything on, and writes down method, path and body of each call."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.calls: list[tuple[str, str]] = []
        self.bodies: list[bytes] = []

    async def __call__(self, scope: Scope, receive: Any, send: Any) -> None:
        body = b""

        async def listen() -> Any:
            nonlocal body
            message = await receive()
            body += message.get("body", b"")
            return message

        await self._app(scope, listen, send)
        if scope["type"] == "http":
            self.calls.append((scope["method"], scope["path"]))
            self.bodies.append(body)


class Applicant:
    """Somebody with an account at one venue. `credentials` are those of the newest run."""

    def __init__(
        self, dossier: Dossier, playground: Playground, venue: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.dossier = dossier
        self.playground = playground
        self.venue = venue
        self.clock = playground.server.sandbox.world.clock
        self.clock.freeze(START)
        self.wire = Recorded(playground.server.sandbox.app)
        self.credentials: dict[str, str] = {}

        def sleep(seconds: float) -> None:
            self.clock.advance(seconds)

        async def sleep_async(seconds: float) -> None:
            self.clock.advance(seconds)

        monkeypatch.setattr("venuekit.runs.drivers.time.sleep", sleep)
        monkeypatch.setattr("venuekit.runs.drivers.anyio.sleep", sleep_async)

    def onboard(self) -> Case:
        """Open the account."""
        case = onboard(
            self.dossier,
            answer=self.playground.person(),
            venues=[self.venue],
            apps=in_process(self.playground, **{self.venue: self.wire}),
            clock=self.clock.now,
        ).cases[0]
        assert case.error is None, case.error
        self.credentials = revealed(case)
        self.wire.calls.clear()
        self.wire.bodies.clear()
        return case

    def run(
        self,
        recipe: RecipeName,
        *,
        mode: Mode = "sync",
        person: Person | None = None,
        app: ASGIApp | None = None,
        events: list[Event] | None = None,
        credentials: Mapping[str, str] | None = None,
        **options: Any,
    ) -> Case:
        """Run a recipe with the credentials of now, and take over what it yields."""
        held = {self.venue: self.credentials if credentials is None else credentials}
        options = {
            "recipe": recipe,
            "credentials": held,
            "venues": [self.venue],
            "apps": in_process(self.playground, **{self.venue: app or self.wire}),
            "clock": self.clock.now,
            "timeout": 60.0,
            "on_event": (events if events is not None else []).append,
            **options,
        }
        if mode == "sync":
            case = run_recipe(self.dossier, answer=person, **options).cases[0]
        else:
            answer = person.answer if person is not None else None
            case = asyncio.run(run_recipe_async(self.dossier, answer=answer, **options)).cases[0]
        self.credentials |= revealed(case)
        return case


def revealed(case: Case) -> dict[str, str]:
    """The credentials of a case, in clear."""
    return {name: secret.reveal() for name, secret in case.credentials.items()}
