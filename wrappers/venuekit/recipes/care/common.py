"""What the recipes of several venues share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from venuekit.recipes.core import MissingFact, Recipe, keep

if TYPE_CHECKING:
    from venuekit.recipes.facts import Facts


@dataclass(frozen=True, slots=True)
class Lost:
    """A call has happened, and what it yielded is known to nobody."""


def lost() -> Recipe[Lost]:
    """The `find` of a call that has to be taken as done, whatever came of it."""
    yield from ()
    return Lost()


def missing(venue: str, what: str) -> MissingFact:
    """The stored credentials do not suffice."""
    return MissingFact(f"{what}: give the credentials of the run that has yielded them", venue=venue)


def keep_again(facts: Facts, *names: str) -> Recipe[None]:
    """Put away what was held before, so that a run has everything that its account needs."""
    held: Mapping[str, str | None] = {name: facts.held(name) for name in names}
    yield from keep(**held)
