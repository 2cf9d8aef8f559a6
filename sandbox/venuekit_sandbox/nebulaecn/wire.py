"""HTTP in and out: routes, the order of the gate and the parameters, the session cookie, the shape of answers."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from venuekit_sandbox.nebulaecn import gateway, limits
from venuekit_sandbox.nebulaecn.calls import VENUE, Answer, Call, Desk, Handler
from venuekit_sandbox.nebulaecn.catalogue import PREFIX, operations
from venuekit_sandbox.nebulaecn.control import control_routes
from venuekit_sandbox.nebulaecn.errors import Refusal, unknown_route
from venuekit_sandbox.nebulaecn.params import Raw, gather, read_body
from venuekit_sandbox.nebulaecn.settings import Settings
from venuekit_sandbox.nebulaecn.state import State
from venuekit_sandbox.world import World

_VERBS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
_BODY_VERBS = ("POST", "PUT", "PATCH", "DELETE")


class NebulaEcn:
    """The imitated venue. `settings` are its switches; a reset brings back those given here."""

    def __init__(self, world: World, settings: Settings) -> None:
        self._settings = settings
        self.desk = Desk(world, settings)

    @property
    def name(self) -> str:
        return VENUE

    def routes(self) -> Sequence[BaseRoute]:
        """All operations, then one route that refuses everything else as the venue does."""
        known: list[BaseRoute] = [
            Route(PREFIX + item.path, self._endpoint(item.handler), methods=[item.method])
            for item in operations()
        ]
        return [*known, Route("/{rest:path}", self._endpoint(None), methods=list(_VERBS))]

    def control(self) -> Sequence[BaseRoute]:
        return control_routes(self.desk)

    def snapshot(self) -> object:
        raise NotImplementedError

    def restore(self, document: object) -> None:
        raise NotImplementedError

    def reset(self) -> None:
        """An empty venue with its original switches. There are no fixtures: people sign up."""
        with self.desk.world.lock:
            self.desk.state = State()
            self.desk.settings = self._settings

    def _endpoint(self, handler: Handler | None) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            call = self._call(request)
            try:
                answer = await self._answer(request, call, handler)
            except Refusal as refusal:
                return self._finish(call, _refused(refusal))
            return self._finish(call, _answered(answer))

        return endpoint

    def _call(self, request: Request) -> Call:
        return Call(
            desk=self.desk,
            method=request.method,
            url=str(request.url.replace(query="")),
            raw={},
            path=dict(request.path_params),
            headers=request.headers,
            ip=request.client.host if request.client is not None else "",
            user_agent=request.headers.get("user-agent", ""),
            cookie=request.cookies.get(self.desk.settings.cookie_name),
        )

    async def _answer(self, request: Request, call: Call, handler: Handler | None) -> Answer:
        path = request.url.path
        _, prefix, below = path.partition(f"{PREFIX}/")
        if not prefix:
            raise unknown_route()
        raw = await _read(request)
        with self.desk.world.lock:
            gateway.admit(call, below)
            if handler is None:
                raise unknown_route()
            if isinstance(raw, Refusal):
                raise raw
            call.raw = raw
            limits.throttle(call, below)
            return handler(call)

    def _finish(self, call: Call, response: Response) -> Response:
        if call.set_cookie is not None:
            settings = self.desk.settings
            response.set_cookie(
                settings.cookie_name,
                call.set_cookie,
                max_age=settings.session_store_seconds if call.set_cookie else 0,
                path="/",
                httponly=True,
                samesite=None,
            )
        return response


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
