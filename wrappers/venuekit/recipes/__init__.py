"""Recipes: what is done for one applicant at each venue, written once for all drivers."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from venuekit.recipes.extras import need_extra

if TYPE_CHECKING:
    from venuekit.recipes.registry import (
        RECIPES,
        AsyncClient,
        RecipeName,
        SyncClient,
        VenueRecipe,
        recipe,
        recipes_for,
    )

# Before the first import of a module that may not be there, so that what is missing is said.
need_extra()


def __getattr__(name: str) -> object:
    # The clients of all venues are large; who only looks at runs does not load them.
    if name in __all__:
        return getattr(import_module("venuekit.recipes.registry"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "RECIPES",
    "AsyncClient",
    "RecipeName",
    "SyncClient",
    "VenueRecipe",
    "recipe",
    "recipes_for",
]
