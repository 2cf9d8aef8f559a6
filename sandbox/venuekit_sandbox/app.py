"""The sandbox as one ASGI app: five venues and the control plane."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount
from starlette.types import ASGIApp

from venuekit_sandbox import control, nebulaecn, rabbitx, stokn, t4, tradelocker
from venuekit_sandbox.asgi import with_date
from venuekit_sandbox.world import VenueApp, World


class Sandbox:
    """Five venues in memory.

    `app` is the ASGI app: each venue is mounted under its key (`/rabbitx`, `/stokn`, `/nebulaecn`,
    `/tradelocker`, `/t4`), the control plane under `/_sandbox`. `world` holds the clock and the outbox. Hold
    `world.lock` while reading a venue's state from another thread.
    """

    def __init__(self, *, world: World | None = None) -> None:
        self.world = world if world is not None else World()
        venues = [module.create(self.world) for module in (rabbitx, stokn, nebulaecn, tradelocker, t4)]
        self.venues: Mapping[str, VenueApp] = {venue.name: venue for venue in venues}
        routes: list[BaseRoute] = [control.mount(self.world, self.venues, self.reset)]
        routes += [Mount(f"/{name}", routes=list(venue.routes())) for name, venue in self.venues.items()]
        self.app: ASGIApp = with_date(Starlette(routes=routes), self.world.clock)
        self.reset()

    def reset(self) -> None:
        """Forget everything, go back to real time, and seed the documented fixtures."""
        with self.world.lock:
            self.world.clock.reset()
            self.world.outbox.clear()
            for venue in self.venues.values():
                venue.reset()
