"""The sandbox as one ASGI app: five venues and the control plane."""

from __future__ import annotations

import os
from collections.abc import Mapping

from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount, Router
from starlette.types import ASGIApp

from venuekit_sandbox import control, nebulaecn, rabbitx, reference, stokn, t4, tradelocker
from venuekit_sandbox.asgi import with_date
from venuekit_sandbox.world import VenueApp, World


class Sandbox:
    """Five venues in memory.

    `app` is the ASGI app: each venue is mounted under its key (`/rabbitx`, `/stokn`, `/nebulaecn`,
    `/tradelocker`, `/t4`), the control plane under `/_sandbox`. `world` holds the clock and the outbox. Hold
    `world.lock` while reading a venue's state from another thread.

    `checked` (or the environment variable VENUEKIT_SANDBOX_CHECKED=1) compares every answer with the venue's
    spec and answers 500 when they differ: see `venuekit_sandbox.checks`.
    """

    def __init__(self, *, world: World | None = None, checked: bool = False) -> None:
        self.world = world if world is not None else World()
        venues = [module.create(self.world) for module in (rabbitx, stokn, nebulaecn, tradelocker, t4)]
        self.venues: Mapping[str, VenueApp] = {venue.name: venue for venue in venues}
        routes: list[BaseRoute] = [control.mount(self.world, self.venues, self.reset)]
        check = checked or os.environ.get("VENUEKIT_SANDBOX_CHECKED") == "1"
        for name, venue in self.venues.items():
            app: ASGIApp = Router([*reference.routes(name), *venue.routes()])
            routes.append(Mount(f"/{name}", app=_checked(app, name) if check else app))
        self.app: ASGIApp = with_date(Starlette(routes=routes), self.world.clock)
        self.reset()

    def reset(self) -> None:
        """Forget everything, go back to real time, and seed the documented fixtures."""
        with self.world.lock:
            self.world.clock.reset()
            self.world.outbox.clear()
            for venue in self.venues.values():
                venue.reset()


def _checked(app: ASGIApp, venue: str) -> ASGIApp:
    # The validator is loaded only when it is used.
    from venuekit_sandbox.checks import checked

    return checked(app, venue)
