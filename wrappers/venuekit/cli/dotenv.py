"""Credentials as a file that a shell (`. file`) and python-dotenv read alike."""

from __future__ import annotations

from collections.abc import Mapping

from venuekit.transport.errors import ConfigurationError
from venuekit.transport.secret import SecretText


def dotenv(found: Mapping[str, Mapping[str, SecretText]]) -> str:
    """A line `VENUE_NAME="value"` for each credential. Raises ConfigurationError for a value that cannot be written so."""
    return "".join(
        f"{venue.upper()}_{name.upper()}={_quoted(venue, name, value.reveal())}\n"
        for venue, held in found.items()
        for name, value in held.items()
    )


def _quoted(venue: str, name: str, text: str) -> str:
    """In double quotes; where a shell would put something in for a part of it, in single quotes."""
    controls = any(not sign.isprintable() and sign not in "\n\t" for sign in text)
    if not controls and "$" not in text and "`" not in text:
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    # Of a backslash there the two have different ideas, and python-dotenv puts in a variable for ${NAME} everywhere.
    if controls or "'" in text or "\\" in text or "${" in text:
        raise ConfigurationError(
            f"{name} of {venue} has signs that a shell and python-dotenv read differently: use --format json"
        )
    return f"'{text}'"


__all__ = ["dotenv"]
