"""Which answers count, and who gives them. The first one does and cannot be taken back, so others are refused before."""

from __future__ import annotations

import re
from typing import Final

from venuekit.recipes.core import Interaction
from venuekit.transport.errors import ConfigurationError

# What says that something is done. Enter is one on a terminal.
DONE: Final = ("y", "yes", "done")
_LABEL: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", re.ASCII)


def checked(interaction: Interaction, value: str) -> str:
    """An answer as a recipe gets it: without blanks around it, and `done` for every word that says so.

    Raises ConfigurationError, which does not quote it, for one that is empty or none of the words that are expected.
    """
    value = value.strip()
    if not value:
        raise ConfigurationError("an answer is not empty")
    word = value.lower()
    if interaction.mode != "form":
        if word not in DONE:
            raise ConfigurationError(
                f"{interaction.venue}: {interaction.name} is answered with y, yes or done once it is done, and with"
                " nothing else; until then it stays open. Nothing was changed"
            )
        return "done"
    if interaction.words:
        if word not in interaction.words:
            raise ConfigurationError(
                f"{interaction.venue}: {interaction.name} is answered with {' or '.join(interaction.words)}."
                " Nothing was changed"
            )
        return word
    return value


def check_label(by: str) -> None:
    """Refuse what does not belong into the history: it stands there in clear, and remains when a run is purged."""
    if not _LABEL.fullmatch(by):
        raise ConfigurationError(
            "who answers (by) is told by a label of 1 to 64 letters, digits, '-', '_' and '.', such as desk-2"
        )


__all__ = ["DONE", "check_label", "checked"]
