"""Answers every interaction from a sandbox: reads the codes it "sent", and plays its back office."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import OpenerDirector, ProxyHandler, Request, build_opener

from venuekit.transport.errors import VenueError

if TYPE_CHECKING:
    from venuekit.cli.terminal import TerminalAsker
    from venuekit.runs import Interaction

_DONE = "done"
_SECONDS = 10.0


class Autopilot:
    """An answerer for the sandbox at `url` (without a trailing slash).

    It uses the sandbox's control plane over HTTP, as a script of yours would. Raises VenueError when the control plane
    refuses; gives None when it has no answer.
    """

    def __init__(self, url: str) -> None:
        self._control = f"{url}/_sandbox"
        # The sandbox is on this machine; a proxy from the environment would not find it.
        self._http: OpenerDirector = build_opener(ProxyHandler({}))

    def __call__(self, interaction: Interaction) -> str | None:
        """The answer to one interaction."""
        match interaction.kind:
            case "otp" | "sms":
                return self._code(interaction, "sms")
            case "email":
                return self._code(interaction, "email")
            case "kyc":
                body = {"email": interaction.applicant, "verdict": "approved"}
                self._post(interaction, f"{interaction.venue}/kyc", body)
                return _DONE
            case "back_office":
                return self._back_office(interaction)
            case _:
                return None

    def _back_office(self, interaction: Interaction) -> str | None:
        if interaction.venue == "stokn":
            self._post(interaction, "stokn/activate", {"email": interaction.applicant})
            return _DONE
        if interaction.venue == "t4":
            self._post(interaction, "t4/enable", {"username": interaction.applicant})
            return _DONE
        return None

    def _code(self, interaction: Interaction, kind: str) -> str | None:
        """The code of the newest message to the applicant."""
        query = urlencode({"venue": interaction.venue, "kind": kind})
        answer = self._call(interaction, Request(f"{self._control}/outbox?{query}"))
        messages = answer.get("messages")
        wanted = _plain(interaction.to or "")
        for message in reversed(
            cast("list[dict[str, object]]", messages) if isinstance(messages, list) else []
        ):
            code = message.get("code")
            if isinstance(code, str) and code and _plain(str(message.get("to", ""))) == wanted:
                return code
        return None

    def _post(self, interaction: Interaction, path: str, body: dict[str, str]) -> None:
        headers = {"Content-Type": "application/json"}
        request = Request(
            f"{self._control}/{path}", data=json.dumps(body).encode(), headers=headers, method="POST"
        )
        self._call(interaction, request)

    def _call(self, interaction: Interaction, request: Request) -> dict[str, object]:
        try:
            with self._http.open(request, timeout=_SECONDS) as response:
                answer: object = json.loads(response.read())
        except HTTPError as error:
            with error:
                detail = error.read().decode(errors="replace")[:200]
            raise VenueError(
                f"the sandbox's control plane answered {error.code} to {interaction.name}: {detail}",
                venue=interaction.venue,
            ) from None
        except (URLError, OSError, ValueError) as error:
            raise VenueError(
                f"the sandbox's control plane does not answer {interaction.name}: {type(error).__name__}",
                venue=interaction.venue,
            ) from None
        return cast("dict[str, object]", answer) if isinstance(answer, dict) else {}


class Rehearsal:
    """Asks a person, as at a real venue, but shows what the sandbox sent, and plays the back office afterwards."""

    def __init__(self, pilot: Autopilot, asker: TerminalAsker) -> None:
        self._pilot = pilot
        self._asker = asker

    def __call__(self, interaction: Interaction) -> str | None:
        """The person's answer to one interaction."""
        if interaction.mode == "form":
            return self._asker(
                interaction, note=f"(the sandbox sent: {self._pilot(interaction) or 'nothing'})"
            )
        answer = self._asker(interaction)
        if answer is not None:
            self._pilot(interaction)
        return answer


def _plain(address: str) -> str:
    """An e-mail address or phone number as it can be compared: a venue may store a number without the plus sign."""
    return address.lower() if "@" in address else "".join(c for c in address if c.isdigit())
