"""Refusals of the venue, and how each looks on the wire.

Three shapes exist: `{"errors": [keys]}` for everything handled, `{"error": text}` for what the web framework
itself refuses, and the first shape served as `text/plain` when the gateway in front denies a call.
"""

from __future__ import annotations

from collections.abc import Mapping

INTERNAL = "server.internal_error"
NOT_FOUND = "record.not_found"


class Refusal(Exception):
    """The call ends here with `status` and `body`; `plain` serves the JSON text as `text/plain`."""

    def __init__(self, status: int, body: Mapping[str, object], *, plain: bool = False) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body
        self.plain = plain


def refuse(status: int, *keys: str) -> Refusal:
    """A handled error: `{"errors": [keys]}`, in the order given."""
    return Refusal(status, {"errors": list(keys)})


def deny(status: int, key: str) -> Refusal:
    """A denial by the gateway: one key, JSON text under the wrong content type."""
    return Refusal(status, {"errors": [key]}, plain=True)


def unknown_route() -> Refusal:
    """No such path, or no such verb on it."""
    return Refusal(404, {"error": "Route is not found"})


def unsupported_type(content_type: str) -> Refusal:
    """A body that is neither JSON nor a form."""
    return Refusal(415, {"error": f"The provided content-type '{content_type}' is not supported."})


def internal_error() -> Refusal:
    """What the venue answers when its own code trips, malformed JSON included."""
    return refuse(500, INTERNAL)


def not_found() -> Refusal:
    """A record that does not exist or belongs to somebody else."""
    return refuse(404, NOT_FOUND)


class Faults:
    """Collects failed model rules as `<field>.<rule>`, once each, in the order found."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def add(self, field: str, rule: str) -> None:
        key = f"{field}.{rule}"
        if key not in self.keys:
            self.keys.append(key)

    def check(self) -> None:
        """Raise 422 with everything collected, if anything was."""
        if self.keys:
            raise refuse(422, *self.keys)
