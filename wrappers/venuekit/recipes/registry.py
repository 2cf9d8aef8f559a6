"""The recipes by venue and name, with the clients that they need. What is public of it: see `venuekit.recipes`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, get_args

from venuekit.recipes import nebulaecn, rabbitx, stokn, t4, tradelocker
from venuekit.recipes.care import nebulaecn as nebulaecn_care
from venuekit.recipes.care import rabbitx as rabbitx_care
from venuekit.recipes.care import stokn as stokn_care
from venuekit.recipes.care import t4 as t4_care
from venuekit.recipes.care import tradelocker as tradelocker_care
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.limits import counted_first
from venuekit.venues.nebulaecn import AsyncNebulaECN, NebulaECN
from venuekit.venues.rabbitx import AsyncRabbitX, RabbitX
from venuekit.venues.stokn import AsyncStokn, Stokn
from venuekit.venues.t4 import T4, AsyncT4
from venuekit.venues.tradelocker import AsyncTradeLocker, TradeLocker

if TYPE_CHECKING:
    from venuekit.recipes.core import Recipe
    from venuekit.recipes.facts import Facts
    from venuekit_clients.runtime import Operation

SyncClient = RabbitX | Stokn | NebulaECN | TradeLocker | T4
AsyncClient = AsyncRabbitX | AsyncStokn | AsyncNebulaECN | AsyncTradeLocker | AsyncT4
RecipeName = Literal["onboard", "connect", "rotate", "reset-password", "revoke", "health"]


@dataclass(frozen=True, slots=True)
class VenueRecipe:
    """One recipe of one venue: its clients, how they are made from the facts, and the steps."""

    venue: str
    sync_client: Callable[..., SyncClient]
    async_client: Callable[..., AsyncClient]
    options: Callable[[Facts], dict[str, Any]]
    steps: Callable[[Facts], Recipe[None]]
    name: RecipeName = "onboard"

    @property
    def operations(self) -> Mapping[str, Operation]:
        """The venue's operations by operationId."""
        module = import_module(f"venuekit_clients.{self.venue}.operations")
        operations: Mapping[str, Operation] = module.OPERATIONS
        return operations

    def retry_class(self, operation: str) -> str:
        """Whether a lost answer of an operation may be retried: `safe`, `idempotent` or `never`."""
        return self.operations[operation].retry

    def counted_first(self, operation: str) -> bool:
        """Whether a 429 is known to mean that a call of an operation had no effect."""
        return counted_first(self.operations[operation])


# In the order in which venues are shown.
RECIPES: Mapping[str, VenueRecipe] = {
    recipe.venue: recipe
    for recipe in (
        VenueRecipe("rabbitx", RabbitX, AsyncRabbitX, rabbitx.options, rabbitx.onboard),
        VenueRecipe("stokn", Stokn, AsyncStokn, stokn.options, stokn.onboard),
        VenueRecipe("nebulaecn", NebulaECN, AsyncNebulaECN, nebulaecn.options, nebulaecn.onboard),
        VenueRecipe("tradelocker", TradeLocker, AsyncTradeLocker, tradelocker.options, tradelocker.onboard),
        VenueRecipe("t4", T4, AsyncT4, t4.options, t4.onboard),
    )
}


def _care(
    venue: str,
    options: Callable[[Facts], dict[str, Any]],
    steps: Mapping[RecipeName, Callable[[Facts], Recipe[None]]],
) -> Mapping[str, VenueRecipe]:
    clients = RECIPES[venue].sync_client, RECIPES[venue].async_client
    return {name: VenueRecipe(venue, *clients, options, recipe, name) for name, recipe in steps.items()}


# What is done with an account that is there, by venue.
_CARE: Mapping[str, Mapping[str, VenueRecipe]] = {
    "rabbitx": _care(
        "rabbitx",
        rabbitx_care.options,
        {
            "connect": rabbitx_care.connect,
            "rotate": rabbitx_care.rotate,
            "revoke": rabbitx_care.revoke,
            "health": rabbitx_care.check_health,
        },
    ),
    "stokn": _care(
        "stokn",
        stokn_care.options,
        {
            "connect": stokn_care.connect,
            "rotate": stokn_care.rotate,
            "reset-password": stokn_care.reset_password,
            "revoke": stokn_care.revoke,
            "health": stokn_care.check_health,
        },
    ),
    "nebulaecn": _care(
        "nebulaecn",
        nebulaecn_care.options,
        {
            "connect": nebulaecn_care.connect,
            "rotate": nebulaecn_care.rotate,
            "reset-password": nebulaecn_care.reset_password,
            "revoke": nebulaecn_care.revoke,
            "health": nebulaecn_care.check_health,
        },
    ),
    "tradelocker": _care(
        "tradelocker",
        tradelocker_care.options,
        {
            "connect": tradelocker_care.connect,
            "rotate": tradelocker_care.rotate,
            "revoke": tradelocker_care.revoke,
            "health": tradelocker_care.check_health,
        },
    ),
    "t4": _care(
        "t4",
        t4_care.options,
        {
            "connect": t4_care.connect,
            "rotate": t4_care.rotate,
            "revoke": t4_care.revoke,
            "health": t4_care.check_health,
        },
    ),
}


def recipes_for(name: str) -> Mapping[str, VenueRecipe]:
    """The recipes of one name, by venue. ConfigurationError for a name there is not."""
    if name == "onboard":
        return RECIPES
    found = {venue: recipes[name] for venue, recipes in _CARE.items() if name in recipes}
    if not found:
        raise ConfigurationError(f"unknown recipe {name!r}; known are {', '.join(get_args(RecipeName))}")
    return found


def recipe(venue: str, name: str = "onboard") -> VenueRecipe:
    """One recipe of a venue. ConfigurationError when there is none."""
    found = recipes_for(name)
    if venue not in found:
        raise ConfigurationError(f"there is no recipe {name} for {venue}; it is for {', '.join(found)}")
    return found[venue]
