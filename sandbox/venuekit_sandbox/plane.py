"""The control plane under `/_sandbox`: what a test, or a person who plays the back office, may do.

`GET /_sandbox/` lists every call. Each venue adds its own under `/_sandbox/<venue>/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Protocol, runtime_checkable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from venuekit_sandbox import control, faults, outbox_page
from venuekit_sandbox.asgi import Call, Fields
from venuekit_sandbox.control import ControlError, ControlRoute, operation
from venuekit_sandbox.snapshots import SnapshotError
from venuekit_sandbox.world import VenueApp, World


@runtime_checkable
class Seedable(Protocol):
    """A venue that `POST /_sandbox/seed` can fill."""

    def seed(self, item: Mapping[str, object]) -> object:
        """Make one applicant or login from a JSON object. Raises `ControlError`."""
        ...


class ControlPlane:
    """The routes and what they do. `app` is the ASGI app."""

    def __init__(
        self,
        world: World,
        venues: Mapping[str, VenueApp],
        *,
        reset: Callable[[], None],
        snapshot: Callable[[], dict[str, object]],
        restore: Callable[[object], None],
    ) -> None:
        self._world = world
        self._venues = venues
        self._do_reset = reset
        self._do_snapshot = snapshot
        self._do_restore = restore
        self._own = self._table()
        self._of_venues = {name: list(venue.control()) for name, venue in venues.items()}
        routes: list[BaseRoute] = [*self._own]
        routes += [Mount(f"/{name}", routes=found) for name, found in self._of_venues.items()]
        self.app = Starlette(routes=routes, exception_handlers={HTTPException: _as_json})

    def _table(self) -> list[Route]:
        def call(
            method: str, path: str, handle: Callable[[Call], Response], meaning: str, body: str = ""
        ) -> Route:
            return operation(self._world, path, handle, method=method, body=body, meaning=meaning)

        return [
            call("GET", "/", self._index, "this list: every call, the venues and their operations"),
            call("GET", "/health", self._health, "whether it is up, and the venues"),
            call("POST", "/reset", self._reset, "forgets everything, seeds the fixtures, back to real time"),
            call(
                "POST",
                "/seed",
                self._seed,
                "makes many applicants or logins at once, in their order",
                '{"<venue>": [{...}, ...]}',
            ),
            call(
                "GET",
                "/outbox",
                self._outbox,
                "every e-mail and SMS, oldest first; `code` is what a person would copy",
                "?venue=&to=&kind=",
            ),
            call(
                "GET",
                "/outbox.html",
                self._outbox_page,
                "the same for people, newest first",
                "?venue=&kind=&q=",
            ),
            call("GET", "/clock", self._clock, "the sandbox's time"),
            call(
                "POST",
                "/clock",
                self._move,
                "moves the clock, never backwards; every expiry follows",
                '{"advance": seconds} or {"freeze": unix seconds} or {"thaw": true}',
            ),
            call("GET", "/faults", self._faults, "the rules for faults in force, and the seed of chance"),
            call(
                "POST",
                "/faults",
                self._add_fault,
                "puts a rule for a fault in force",
                '{"venue", "effect", "operation"?, ...}',
            ),
            call("DELETE", "/faults", self._clear_faults, "takes all rules out of force"),
            call("DELETE", "/faults/{id}", self._remove_fault, "takes one rule out of force"),
            call(
                "POST",
                "/faults/seed",
                self._seed_faults,
                "sets what chance is drawn from",
                '{"seed": number}',
            ),
            call(
                "GET",
                "/journal",
                self._journal,
                "what was called, oldest first; `since` is the id of an entry",
                "?venue=&operation=&status=&since=",
            ),
            call("DELETE", "/journal", self._clear_journal, "forgets what was called"),
            call("GET", "/snapshot", self._snapshot, "the whole sandbox as one document, secrets included"),
            call(
                "POST", "/restore", self._restore, "goes back to a snapshot, or changes nothing", "a snapshot"
            ),
        ]

    def _index(self, call: Call) -> Response:
        calls = [*_described("", self._own)]
        for name, found in self._of_venues.items():
            calls += _described(f"/{name}", found)
        operations = self._world.faults.operations
        venues = [
            {"name": name, "path": f"/{name}", "operations": sorted(operations.get(name, ()))}
            for name in self._venues
        ]
        return JSONResponse({"calls": calls, "venues": venues})

    def _health(self, call: Call) -> Response:
        return JSONResponse({"status": "ok", "venues": list(self._venues)})

    def _reset(self, call: Call) -> Response:
        self._do_reset()
        return JSONResponse({"status": "ok"})

    def _seed(self, call: Call) -> Response:
        fields = control.document(call)
        wanted = {name: self._items(name, fields.raw(name)) for name in fields.names()}
        made: dict[str, list[object]] = {}
        for name, (venue, items) in wanted.items():
            made[name] = []
            for place, item in enumerate(items):
                try:
                    made[name].append(venue.seed(item))
                except ControlError as problem:
                    raise ControlError(problem.status, f"{name}.{place}.{problem}") from None
        return JSONResponse({"made": made})

    def _items(self, name: str, value: object) -> tuple[Seedable, list[Mapping[str, object]]]:
        venue = self._venues.get(name)
        if not isinstance(venue, Seedable):
            raise ControlError(400, f"{name}: not a venue that can be seeded")
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise ControlError(400, f"{name}: a list of objects is expected")
        return venue, value

    def _outbox_page(self, call: Call) -> Response:
        return outbox_page.page(self._world, call)

    def _outbox(self, call: Call) -> Response:
        found = self._world.outbox.messages(
            venue=call.query("venue"), to=call.query("to"), kind=call.query("kind")
        )
        return JSONResponse({"messages": [asdict(message) for message in found]})

    def _clock(self, call: Call) -> Response:
        clock = self._world.clock
        return JSONResponse({"now": clock.now(), "frozen": clock.frozen})

    def _move(self, call: Call) -> Response:
        fields, clock = control.document(call), self._world.clock
        wanted = fields.names()
        if wanted not in (["advance"], ["freeze"], ["thaw"]):
            raise ControlError(400, "one of advance, freeze or thaw is expected")
        try:
            if wanted == ["advance"]:
                clock.advance(control.number(fields, "advance"))
            elif wanted == ["freeze"]:
                clock.freeze(control.number(fields, "freeze"))
            elif fields.raw("thaw") is True:
                clock.thaw()
            else:
                raise ControlError(400, "thaw: true is expected")
        except ValueError as problem:
            raise ControlError(400, f"{wanted[0]}: {problem}") from None
        return self._clock(call)

    def _faults(self, call: Call) -> Response:
        rules = [rule.as_json() for rule in self._world.faults.all()]
        return JSONResponse({"seed": self._world.faults.seed, "faults": rules})

    def _add_fault(self, call: Call) -> Response:
        fields = control.document(call)
        try:
            fault = faults.parse({name: fields.raw(name) for name in fields.names()})
            number = self._world.faults.add(fault)
        except ValueError as problem:
            raise ControlError(400, str(problem)) from None
        return JSONResponse({"id": number, **fault.as_json()})

    def _clear_faults(self, call: Call) -> Response:
        self._world.faults.clear()
        return self._faults(call)

    def _remove_fault(self, call: Call) -> Response:
        if not self._world.faults.remove(control.digits("id", call.path_part("id"))):
            raise ControlError(404, "id: no rule of this number is in force")
        return self._faults(call)

    def _seed_faults(self, call: Call) -> Response:
        self._world.faults.seed = control.whole(control.document(call), "seed")
        return self._faults(call)

    def _journal(self, call: Call) -> Response:
        status, since = call.query("status"), call.query("since")
        found = self._world.journal.entries(
            venue=call.query("venue"),
            operation=call.query("operation"),
            status=None if status is None else control.digits("status", status),
            since=None if since is None else control.digits("since", since),
        )
        return JSONResponse({"entries": [asdict(entry) for entry in found]})

    def _clear_journal(self, call: Call) -> Response:
        self._world.journal.clear()
        return JSONResponse({"entries": []})

    def _snapshot(self, call: Call) -> Response:
        return JSONResponse(self._do_snapshot())

    def _restore(self, call: Call) -> Response:
        fields: Fields = control.document(call)
        try:
            self._do_restore({name: fields.raw(name) for name in fields.names()})
        except SnapshotError as problem:
            raise ControlError(400, str(problem)) from None
        return JSONResponse({"status": "ok"})


def _described(prefix: str, routes: list[Route] | list[BaseRoute]) -> Iterator[dict[str, str]]:
    for route in routes:
        if not isinstance(route, Route):
            continue
        body, meaning = (route.body, route.meaning) if isinstance(route, ControlRoute) else ("", "")
        for method in sorted((route.methods or set()) - {"HEAD"}):
            path = f"/_sandbox{prefix}{route.path}"
            yield {"method": method, "path": path, "body": body, "meaning": meaning}


async def _as_json(request: Request, problem: Exception) -> Response:
    status = problem.status_code if isinstance(problem, HTTPException) else 500
    text = "no such call" if status == 404 else "not with this method" if status == 405 else "refused"
    headers = problem.headers if isinstance(problem, HTTPException) else None
    return JSONResponse(
        {"error": f"{text}; GET /_sandbox/ lists every call"}, status_code=status, headers=headers
    )
