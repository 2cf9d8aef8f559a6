"""A venue of three operations, for tests of what the sandbox does to every venue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from venuekit_sandbox import control, snapshots
from venuekit_sandbox.asgi import ANY_METHOD, Call, Fields, Handler, endpoint
from venuekit_sandbox.control import ControlError
from venuekit_sandbox.world import World


@dataclass
class Memory:
    """What it remembers."""

    things: list[str] = field(default_factory=list)


class Little:
    """`addThing` keeps the name of a thing, `getThing` reads one, `getTime` tells the venue's time."""

    def __init__(self, world: World, name: str = "little") -> None:
        self.name = name
        self._world = world
        self.memory = Memory()

    def routes(self) -> Sequence[BaseRoute]:
        def route(method: str, path: str, handle: Handler, name: str) -> Route:
            return Route(path, endpoint(self._world, handle), methods=[method], name=name)

        return [
            route("POST", "/things", self._add, "addThing"),
            route("GET", "/things/{id}", self._get, "getThing"),
            Mount("/api", routes=[route("GET", "/time", self._time, "getTime")]),
            Route("/{rest:path}", endpoint(self._world, _unknown), methods=list(ANY_METHOD), name="unknown"),
        ]

    def control(self) -> Sequence[BaseRoute]:
        def empty(call: Call) -> Response:
            """Forgets the things."""
            self.memory = Memory()
            return JSONResponse({})

        return [control.operation(self._world, "/empty", empty)]

    def seed(self, item: Mapping[str, object]) -> object:
        thing = control.text(Fields(item), "thing")
        if thing in self.memory.things:
            raise ControlError(400, "thing: it is there already")
        self.memory.things.append(thing)
        return {"thing": thing}

    def reset(self) -> None:
        self.memory = Memory()

    def snapshot(self) -> object:
        return snapshots.dump(Memory, self.memory)

    def restore(self, document: object) -> None:
        self.memory = snapshots.load(Memory, document)

    def _add(self, call: Call) -> Response:
        self.memory.things.append(call.body.decode("latin-1"))
        return JSONResponse({"things": len(self.memory.things)}, status_code=201)

    def _get(self, call: Call) -> Response:
        place = int(call.path_part("id"))
        if place >= len(self.memory.things):
            return JSONResponse({"error": "no such thing", "who": "ada@example.com"}, status_code=404)
        return JSONResponse({"thing": self.memory.things[place]})

    def _time(self, call: Call) -> Response:
        return JSONResponse({"now": self._world.clock.now()})


def _unknown(call: Call) -> Response:
    return Response("no such path", 404)
