"""The sandbox as one ASGI app: five venues and the control plane."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from venuekit_sandbox import nebulaecn, plane, rabbitx, reference, snapshots, specs, stokn, t4, tradelocker
from venuekit_sandbox.asgi import with_date
from venuekit_sandbox.layer import Layer
from venuekit_sandbox.routing import Direct
from venuekit_sandbox.world import VenueApp, World

FIVE: Sequence[Callable[[World], VenueApp]] = (
    rabbitx.create,
    stokn.create,
    nebulaecn.create,
    tradelocker.create,
    t4.create,
)


class Sandbox:
    """Five venues in memory.

    `app` is the ASGI app: each venue is mounted under its key (`/rabbitx`, `/stokn`, `/nebulaecn`,
    `/tradelocker`, `/t4`), the control plane under `/_sandbox`. `world` holds the clock, the outbox, the rules for
    faults and the journal. Hold `world.lock` while reading a venue's state from another thread. `venues` is for tests
    of the sandbox itself: makers of other venues than the five.

    `checked`, or the environment variable VENUEKIT_SANDBOX_CHECKED=1, compares every answer with the venue's spec
    and answers 500 where they differ: see `venuekit_sandbox.checks`.
    """

    def __init__(
        self,
        *,
        world: World | None = None,
        checked: bool = False,
        venues: Sequence[Callable[[World], VenueApp]] | None = None,
    ) -> None:
        self.world = world if world is not None else World()
        self._checked = checked or os.environ.get("VENUEKIT_SANDBOX_CHECKED") == "1"
        made = [create(self.world) for create in (FIVE if venues is None else venues)]
        self.venues: Mapping[str, VenueApp] = {venue.name: venue for venue in made}
        layers = {name: self._layer(name, venue) for name, venue in self.venues.items()}
        self.world.faults.operations = {name: layer.operations.names for name, layer in layers.items()}
        control = plane.ControlPlane(
            self.world, self.venues, reset=self.reset, snapshot=self.snapshot, restore=self.restore
        )
        mounts: dict[str, ASGIApp] = {**layers, "_sandbox": control.app}
        elsewhere = Layer(_nothing, self.world, None, ())
        self.app: ASGIApp = with_date(_mounted(mounts, elsewhere, control.app), self.world.clock)
        self.reset()

    def reset(self) -> None:
        """Forget everything, the rules for faults and the journal too; go back to real time; seed the fixtures."""
        with self.world.lock:
            self.world.clock.reset()
            self.world.outbox.clear()
            self.world.faults.reset()
            self.world.journal.clear()
            for venue in self.venues.values():
                venue.reset()

    def snapshot(self) -> dict[str, object]:
        """Everything but the journal as a JSON document: clock, outbox, rules for faults, venues with their switches.

        It holds passwords, tokens and keys, as the venues know them.
        """
        return snapshots.take(self.world, self.venues)

    def restore(self, document: object) -> None:
        """Go back to a snapshot, of this sandbox or of another. Raises `SnapshotError`; then nothing has changed."""
        snapshots.put_back(self.world, self.venues, document)

    def _layer(self, name: str, venue: VenueApp) -> Layer:
        routes = venue.routes()
        known = specs.known(name)
        starlette = Starlette()
        starlette.router = Direct([*(reference.routes(name) if known else ()), *routes])
        app: ASGIApp = starlette
        if known and self._checked:
            # The validator is loaded only where it is used.
            from venuekit_sandbox.checks import checked

            app = checked(app, name)
        return Layer(app, self.world, name, routes)


def _mounted(mounts: Mapping[str, ASGIApp], elsewhere: ASGIApp, lifespan: ASGIApp) -> ASGIApp:
    """One app, by the first part of the path."""

    async def run(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await lifespan(scope, receive, send)
            return
        root: str = scope.get("root_path", "")
        first = scope["path"].removeprefix(root).lstrip("/").partition("/")[0]
        app = mounts.get(first)
        if app is None:
            await elsewhere(scope, receive, send)
        else:
            await app({**scope, "root_path": f"{root}/{first}"}, receive, send)

    return run


async def _nothing(scope: Scope, receive: Receive, send: Send) -> None:
    answer = JSONResponse({"error": "nothing is here; GET /_sandbox/ lists what is"}, status_code=404)
    await answer(scope, receive, send)
