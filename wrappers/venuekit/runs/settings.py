"""The arguments of a run, checked before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from venuekit.recipes import RECIPES, RecipeName, VenueRecipe, recipes_for
from venuekit.recipes import recipe as recipe_of
from venuekit.recipes.dossier import require
from venuekit.recipes.facts import Facts
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.http import ASGIApp
from venuekit.transport.secret import SecretText
from venuekit.venues.defaults import Clock
from venuekit.venues.environments import Env, resolve_base_url

if TYPE_CHECKING:
    from venuekit.auth.wallet import Signer
    from venuekit_schemas.dossier import Dossier


class Settings:
    """The arguments of a run, checked once before anything is sent."""

    def __init__(
        self,
        dossier: Dossier,
        recipe: RecipeName,
        credentials: Mapping[str, Mapping[str, SecretText | str]] | None,
        venues: Sequence[str] | None,
        env: Env,
        urls: Mapping[str, str] | None,
        apps: Mapping[str, ASGIApp] | None,
        folder: Path | None,
        timeout: float,
        max_retries: int,
        clock: Clock,
        signer: Signer | None,
    ) -> None:
        self._recipes = recipes_for(recipe)
        self.venues = select_venues(dossier, venues, recipe)
        check_venues(credentials or {})
        self._held = {venue: revealed(held) for venue, held in (credentials or {}).items()}
        folder = folder or Path.cwd()
        self._facts = Facts(dossier, env=env, folder=folder, clock=clock, signer=signer)
        self._urls = dict(urls or {})
        self._apps = dict(apps or {})
        check_venues((*self._urls, *self._apps))
        self._env = env
        self._timeout = timeout
        self._max_retries = max_retries
        for venue in self.venues:
            resolve_base_url(venue, env, self._urls.get(venue), in_process=venue in self._apps)
        if recipe != "onboard":
            # A passport that has expired since is no reason not to rotate a key.
            return
        require(
            dossier,
            venues=self.venues,
            allow_literal=env == "sandbox",
            folder=folder,
            today=datetime.fromtimestamp(clock(), UTC).date(),
            with_signer=signer is not None,
            env=env,
            durable=False,
        )
        if signer is not None and "rabbitx" in self.venues:
            self._facts.signer()

    def recipe_of(self, venue: str) -> tuple[VenueRecipe, Facts]:
        return self._recipes[venue], self._facts.holding(self._held.get(venue, {}))

    def connection(self, venue: str) -> dict[str, object]:
        return {
            "env": self._env,
            "base_url": self._urls.get(venue),
            "timeout": self._timeout,
            "max_retries": self._max_retries,
            "app": self._apps.get(venue),
            # What stands in the environment is the operator's, not the applicant's.
            "environ": {},
        }


def check_venues(venues: Iterable[str]) -> None:
    """ConfigurationError for a venue that there is not."""
    for venue in venues:
        if venue not in RECIPES:
            raise ConfigurationError(f"unknown venue {venue!r}; known are {', '.join(RECIPES)}")


def revealed(credentials: Mapping[str, SecretText | str]) -> dict[str, str]:
    """Credentials in clear."""
    return {
        name: value.reveal() if isinstance(value, SecretText) else value
        for name, value in credentials.items()
    }


def select_venues(
    dossier: Dossier, venues: Sequence[str] | None, recipe: RecipeName = "onboard"
) -> tuple[str, ...]:
    """The venues of a run: those asked for, else all that the dossier lists and that have this recipe.

    ConfigurationError for others, and none.
    """
    listed = tuple(venue for venue in RECIPES if getattr(dossier.venues, venue) is not None)
    known = recipes_for(recipe)
    if venues is None:
        return tuple(venue for venue in listed if venue in known)
    if not venues:
        raise ConfigurationError("no venue is chosen; leave `venues` out for all that the dossier lists")
    check_venues(venues)
    for venue in venues:
        recipe_of(venue, recipe)
        if venue not in listed:
            raise ConfigurationError(f"the dossier has no section venues.{venue}")
    return tuple(dict.fromkeys(venues))
