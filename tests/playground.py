"""A running sandbox with the people around it: the applicant who reads codes, and the back offices."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

from venuekit.recipes.core import Interaction
from venuekit_sandbox import SandboxServer

# A proxy from the environment would not find the sandbox.
_OPENER = build_opener(ProxyHandler({}))
# Seconds that a call to the sandbox gets, on a machine that stands still now and then.
PATIENCE = 60.0
VENUES = ("rabbitx", "stokn", "nebulaecn", "tradelocker", "t4")


class Playground:
    """The control plane of a sandbox, over HTTP."""

    def __init__(self, server: SandboxServer) -> None:
        self.server = server
        self.url = server.url
        self.urls: Mapping[str, str] = {venue: self.url_of(venue) for venue in VENUES}

    def url_of(self, venue: str) -> str:
        """The API base of a venue."""
        return f"{self.url}/{venue}" + ("/backend-api" if venue == "tradelocker" else "")

    def reset(self) -> None:
        self.tell("reset", {})

    def tell(self, what: str, body: Mapping[str, object]) -> dict[str, Any]:
        """Ask the control plane for something. A refusal fails the test with the sandbox's words."""
        request = Request(
            f"{self.url}/_sandbox/{what}", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        try:
            with _OPENER.open(request, timeout=PATIENCE) as answer:
                found: dict[str, Any] = json.load(answer)
        except HTTPError as error:
            with error:
                raise AssertionError(f"{what}: {error.status} {error.read().decode()}") from None
        return found

    def messages(self, **filters: str) -> list[dict[str, Any]]:
        """What was sent by e-mail and SMS, oldest first. Filters: venue, to, kind."""
        with _OPENER.open(f"{self.url}/_sandbox/outbox?{urlencode(filters)}", timeout=PATIENCE) as answer:
            found: list[dict[str, Any]] = json.load(answer)["messages"]
        return found

    def person(self, **habits: Any) -> Person:
        """Somebody who answers interactions. See `Person` for the habits."""
        return Person(self, **habits)


class Person:
    """Answers interactions as a diligent applicant and kind back offices would.

    `wrong` maps the name of an interaction to what is answered the first time instead. `absent` names venues whose
    interactions nobody answers. `verdict` is what the identity checks end in. Every interaction is written down in
    `asked`.
    """

    def __init__(
        self,
        playground: Playground,
        *,
        wrong: Mapping[str, str] | None = None,
        absent: tuple[str, ...] = (),
        verdict: str = "approved",
    ) -> None:
        self._playground = playground
        self._wrong = dict(wrong or {})
        self._absent = absent
        self._verdict = verdict
        self.asked: list[Interaction] = []

    def __call__(self, interaction: Interaction) -> str | None:
        self.asked.append(interaction)
        if interaction.venue in self._absent:
            return None
        if interaction.name in self._wrong:
            return self._wrong.pop(interaction.name)
        if interaction.mode == "form":
            assert interaction.to is not None
            return str(self._playground.messages(venue=interaction.venue, to=interaction.to)[-1]["code"])
        self._decide(interaction)
        return "done"

    async def answer(self, interaction: Interaction) -> str | None:
        """For the asynchronous driver."""
        return self(interaction)

    def names(self, venue: str) -> list[str]:
        """What was asked for one venue, in order."""
        return [interaction.name for interaction in self.asked if interaction.venue == venue]

    def _decide(self, interaction: Interaction) -> None:
        tell = self._playground.tell
        if interaction.venue == "t4":
            tell("t4/enable", {"username": interaction.applicant})
            return
        if interaction.kind == "kyc":
            tell(f"{interaction.venue}/kyc", {"email": interaction.applicant, "verdict": self._verdict})
        elif self._verdict == "approved":
            tell(f"{interaction.venue}/activate", {"email": interaction.applicant})
