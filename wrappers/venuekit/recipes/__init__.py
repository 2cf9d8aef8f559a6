"""Recipes: how one applicant is onboarded at each venue, written once for all drivers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from venuekit.recipes.extras import need_extra

# Before the first import of a module that may not be there, so that what is missing is said.
need_extra()

from venuekit.recipes import nebulaecn, rabbitx, stokn, t4, tradelocker
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


@dataclass(frozen=True, slots=True)
class VenueRecipe:
    """How one venue is onboarded: its clients, how they are made from the facts, and the steps."""

    venue: str
    sync_client: Callable[..., SyncClient]
    async_client: Callable[..., AsyncClient]
    options: Callable[[Facts], dict[str, Any]]
    steps: Callable[[Facts], Recipe[None]]

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

__all__ = ["RECIPES", "AsyncClient", "SyncClient", "VenueRecipe"]
