"""HTTP in and out: routes, the order of the gate and the parameters, the session cookie, the shape of answers."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Awaitable, Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from venuekit_sandbox import snapshots
from venuekit_sandbox.nebulaecn import documented, gateway, limits
from venuekit_sandbox.nebulaecn.calls import VENUE, Answer, Call, Desk, Operation
from venuekit_sandbox.nebulaecn.catalogue import PREFIX, operations
from venuekit_sandbox.nebulaecn.control import control_routes
from venuekit_sandbox.nebulaecn.errors import Refusal, unknown_route
from venuekit_sandbox.nebulaecn.params import Raw, gather, read_body
from venuekit_sandbox.nebulaecn.settings import Settings
from venuekit_sandbox.nebulaecn.state import State
from venuekit_sandbox.nebulaecn.store import Store
from venuekit_sandbox.nebulaecn.tokens import load_key
from venuekit_sandbox.world import World

_VERBS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
_BODY_VERBS = ("POST", "PUT", "PATCH", "DELETE")


class NebulaEcn:
    """The imitated venue. `settings` are its switches; a reset brings back those given here."""

    def __init__(self, world: World, settings: Settings) -> None:
        self._settings = settings
        self.desk = Desk(world, Store(State(settings=settings)))

    @property
    def name(self) -> str:
        return VENUE

    def routes(self) -> Sequence[BaseRoute]:
        """All operations, then one route that refuses everything else as the venue does."""
        known: list[BaseRoute] = [
            Route(PREFIX + item.path, self._endpoint(item), methods=[item.method], name=item.name)
            for item in operations()
        ]
        return [*known, Route("/{rest:path}", self._endpoint(None), methods=list(_VERBS), name="unknown")]

    def control(self) -> Sequence[BaseRoute]:
        return control_routes(self.desk)

    def snapshot(self) -> object:
        """Everything the venue remembers, its switches and signing key too."""
        with self.desk.world.lock:
            return snapshots.dump(State, self.desk.memory)

    def restore(self, document: object) -> None:
        """Go back to a snapshot. Raises `SnapshotError`, and then nothing has changed."""
        memory = snapshots.load(State, document)
        try:
            if memory.signing_key:
                load_key(memory.signing_key)
        except ValueError:
            raise snapshots.SnapshotError("signing_key: not a private key in PEM") from None
        store = Store(memory)
        with self.desk.world.lock:
            self.desk.state = store

    def reset(self) -> None:
        """An empty venue with its original switches. There are no fixtures: people sign up."""
        with self.desk.world.lock:
            self.desk.state = Store(State(settings=self._settings))

    def _endpoint(self, operation: Operation | None) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            call = self._call(request)
            strict = self.desk.settings.strict_docs and operation is not None
            try:
                answer = await self._answer(request, call, operation)
            except Refusal as problem:
                refusal = documented.refusal(operation.name, problem) if strict and operation else problem
                return self._finish(call, _refused(refusal))
            if strict and operation:
                answer = documented.answer(operation.name, answer)
            return self._finish(call, _answered(answer))

        return endpoint

    def _call(self, request: Request) -> Call:
        return Call(
            desk=self.desk,
            method=request.method,
            request=request,
            raw={},
            path=dict(request.path_params),
            headers=request.headers,
            ip=_address(request, forwarded=self.desk.settings.forwarded_for),
            user_agent=request.headers.get("user-agent", ""),
            cookie=request.cookies.get(self.desk.settings.cookie_name),
        )

    async def _answer(self, request: Request, call: Call, operation: Operation | None) -> Answer:
        path = str(request.scope["path"])
        _, prefix, below = path.partition(f"{PREFIX}/")
        if not prefix:
            raise unknown_route()
        raw = await _read(request)
        with self.desk.world.lock:
            gateway.admit(call, below)
            if operation is None:
                raise unknown_route()
            if isinstance(raw, Refusal):
                raise raw
            call.raw = raw
            limits.throttle(call, below)
            return operation.handler(call)

    def _finish(self, call: Call, response: Response) -> Response:
        if call.set_cookie is not None:
            settings = self.desk.settings
            response.set_cookie(
                settings.cookie_name,
                call.set_cookie,
                max_age=settings.session_store_seconds if call.set_cookie else 0,
                path="/",
                secure=settings.secure_cookie,
                httponly=True,
                samesite=None,
            )
        return response


def _address(request: Request, *, forwarded: bool) -> str:
    """The caller's address: the peer's, or behind a proxy the last of the forwarded ones that is public."""
    peer = request.client.host if request.client is not None else ""
    hops = ",".join(request.headers.getlist("x-forwarded-for")).split(",") if forwarded else []
    for hop in reversed(hops):
        try:
            if ipaddress.ip_address(hop.strip()).is_global:
                return hop.strip()
        except ValueError:
            continue
    return peer


async def _read(request: Request) -> Raw | Refusal:
    """Query and body as parameters, or what is wrong with them: the gate speaks first."""
    query = gather(request.query_params.multi_items())
    if request.method not in _BODY_VERBS:
        return query
    try:
        return query | await read_body(request)
    except Refusal as refusal:
        return refusal


def _answered(answer: Answer) -> Response:
    if answer.status == 204:
        return Response(status_code=204, headers=dict(answer.headers))
    return Response(_json(answer.body), answer.status, dict(answer.headers), "application/json")


def _refused(refusal: Refusal) -> Response:
    media_type = "text/plain" if refusal.plain else "application/json"
    return Response(_json(refusal.body), refusal.status, media_type=media_type)


def _json(body: object) -> bytes:
    return json.dumps(body, separators=(",", ":"), ensure_ascii=False).encode()


def create(world: World, settings: Settings | None = None) -> NebulaEcn:
    """The venue on `world`, with stock switches unless others are given."""
    return NebulaEcn(world, settings or Settings())
