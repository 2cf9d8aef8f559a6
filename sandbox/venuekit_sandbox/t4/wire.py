"""The HTTP side of T4."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from venuekit_sandbox import control
from venuekit_sandbox.asgi import ANY_METHOD, BadJson, Call, Fields, Handler, Invalid, check, endpoint
from venuekit_sandbox.control import ControlError
from venuekit_sandbox.t4 import errors
from venuekit_sandbox.t4.errors import Refused
from venuekit_sandbox.t4.records import User
from venuekit_sandbox.t4.state import Caller, State, ticks
from venuekit_sandbox.world import World
from venuekit_schemas.t4 import LoginRequest, OnboardUserRequest


class T4:
    """The venue app."""

    name = "t4"

    def __init__(self, world: World) -> None:
        self._world = world
        self._state = State(world.clock)
        self._requests = 0

    def routes(self) -> Sequence[BaseRoute]:
        return [
            self._route("POST", "/admin/v1/onboarding", self._onboard),
            self._route("POST", "/admin/v1/onboard", self._onboard),  # the page's later name
            self._route("POST", "/login", self._login),
            self._route("GET", "/admin/v1/users/{userId}/eula", self._eula),
            self._route(None, "/{rest:path}", _unknown),
        ]

    def control(self) -> Sequence[BaseRoute]:
        return [
            control.operation(self._world, "/enable", self._enable),
            control.operation(self._world, "/disable", self._disable),
        ]

    def snapshot(self) -> object:
        raise NotImplementedError

    def restore(self, document: object) -> None:
        raise NotImplementedError

    def reset(self) -> None:
        self._state.reset()
        self._requests = 0

    # operations

    def _onboard(self, call: Call) -> Response:
        if not self._caller(call).admin:
            raise Refused(403, "Administrator credentials are needed.")
        user = self._state.onboard(_fields(call, OnboardUserRequest))
        data: dict[str, object] = {"user": user.user_json(), "account": user.account_json()}
        data |= {"marketData": user.market_data_json(), "eulaSignature": user.eula_json()}
        value = {"data": data, "metadata": self._metadata()}
        return JSONResponse(
            {"result": {"value": value, "formatters": [], "contentTypes": [], "statusCode": 200}}
        )

    def _login(self, call: Call) -> Response:
        return JSONResponse(self._state.login(_fields(call, LoginRequest)))

    def _eula(self, call: Call) -> Response:
        caller = self._caller(call)
        user_id = call.path_part("userId").upper()
        if not caller.admin and caller.user_id != user_id:
            raise Refused(403, "These are the agreements of somebody else.")
        user = self._state.by_id(user_id)
        if user is None:
            raise Refused(404, "There is no such user.")
        return JSONResponse({"data": user.eula_offer_json(), "metadata": self._metadata()})

    # control

    def _enable(self, call: Call) -> Response:
        user = self._named(call)
        user.account_enabled = True
        return JSONResponse({"username": user.username, "account": user.account_json()})

    def _disable(self, call: Call) -> Response:
        user = self._named(call)
        user.enabled = False
        return JSONResponse({"username": user.username, "user": user.user_json()})

    def _named(self, call: Call) -> User:
        user = self._state.by_name(control.text(control.document(call), "username"))
        if user is None:
            raise ControlError(404, "no user of this name")
        return user

    # plumbing

    def _caller(self, call: Call) -> Caller:
        key, token = call.credentials("APIKey"), call.credentials("Bearer")
        if key is not None:
            return self._state.by_api_key(key)
        if token is not None:
            return self._state.by_token(token)
        raise Refused(401, "Credentials are missing.")

    def _metadata(self) -> dict[str, object]:
        return {"timestamp": ticks(self._world.clock.now()), "requestId": self._request_id()}

    def _request_id(self) -> str:
        return f"0HNVENUEKIT01:{self._requests:08X}"

    def _route(self, method: str | None, path: str, handle: Handler) -> Route:
        def run(call: Call) -> Response:
            self._requests += 1
            try:
                return handle(call)
            except Refused as refused:
                return errors.answer(refused, self._request_id())

        return Route(
            path, endpoint(self._world, run), methods=list(ANY_METHOD) if method is None else [method]
        )


def _fields(call: Call, model: type[BaseModel]) -> Fields:
    try:
        return check(model, call.json())
    except (BadJson, Invalid) as problem:
        raise Refused(400, str(problem)) from None


def _unknown(call: Call) -> Response:
    raise Refused(404, "There is nothing here.")
