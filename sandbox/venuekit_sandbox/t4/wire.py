"""The HTTP side of T4."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import BaseModel
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from venuekit_sandbox.asgi import (
    ANY_METHOD,
    BadJson,
    Call,
    Fields,
    Handler,
    Invalid,
    allowed,
    check,
    endpoint,
)
from venuekit_sandbox.t4 import errors
from venuekit_sandbox.t4.errors import Refused
from venuekit_sandbox.t4.memory import User
from venuekit_sandbox.t4.office import Office
from venuekit_sandbox.t4.state import Caller, State, ticks
from venuekit_sandbox.world import World
from venuekit_schemas.t4 import EulaAcceptance, LoginRequest, MarketDataSelection, OnboardUserRequest

_NOTHING = "There is nothing here."
_EULA, _MARKET_DATA = "/admin/v1/users/{userId}/eula", "/admin/v1/users/{userId}/marketdata"


class T4:
    """The venue app."""

    name = "t4"

    def __init__(self, world: World) -> None:
        self._world = world
        self._state = State(world.clock)
        self._office = Office(world, self._state)

    def routes(self) -> Sequence[BaseRoute]:
        self._known = [
            self._route("onboardUser", "POST", "/admin/v1/onboarding", self._onboard),
            self._route("onboardUser", "POST", "/admin/v1/onboard", self._onboard),  # the page's later name
            self._route("login", "POST", "/login", self._login),
            self._route("getUserEula", "GET", _EULA, self._agreements),
            # Three of the calls that onboarding replaces; the spec does not have them.
            self._route("unknown", "POST", _EULA, self._sign),
            self._route("unknown", "GET", _MARKET_DATA, self._market_data),
            self._route("unknown", "PATCH", _MARKET_DATA, self._subscribe),
        ]
        return [*self._known, self._route("unknown", None, "/{rest:path}", self._unknown)]

    def control(self) -> Sequence[BaseRoute]:
        return self._office.routes()

    def seed(self, item: Mapping[str, object]) -> object:
        """See `Office.seed`."""
        return self._office.seed(item)

    def snapshot(self) -> object:
        with self._world.lock:
            return self._state.snapshot()

    def restore(self, document: object) -> None:
        with self._world.lock:
            self._state.restore(document)

    def reset(self) -> None:
        self._state.reset()

    # operations

    def _onboard(self, call: Call) -> Response:
        switches = self._state.switches
        if switches.onboard_path not in ("both", call.path.rpartition("/")[2]):
            raise Refused(404, _NOTHING)
        try:
            user = self._onboarded(call)
        except Refused as refused:
            if not switches.errors_in_ok:
                raise
            value = errors.body(refused, self._state.request_id(), switches.error_shape)
            return JSONResponse(_wrapped(value, refused.status))
        record = self._state.record(user)
        parts: dict[str, object] = {"user": record.user_json(), "account": record.account_json()}
        parts |= {"marketData": record.market_data_json(), "eulaSignature": record.eula_json()}
        status = 201 if switches.answers_created else 200
        answer = self._unwrapped(parts)
        return JSONResponse(
            answer if switches.unwrapped_answer else _wrapped(answer, status), status_code=status
        )

    def _onboarded(self, call: Call) -> User:
        if not self._caller(call).admin:
            raise Refused(403, "Administrator credentials are needed.")
        return self._state.onboard(_fields(call, OnboardUserRequest))

    def _login(self, call: Call) -> Response:
        return JSONResponse(self._state.login(_fields(call, LoginRequest)))

    def _agreements(self, call: Call) -> Response:
        return JSONResponse(self._unwrapped(self._state.record(self._user(call)).eula_offer_json()))

    def _sign(self, call: Call) -> Response:
        user = self._user(call)
        self._state.sign(user, _fields(call, EulaAcceptance))
        return JSONResponse(self._unwrapped(self._state.record(user).eula_json()))

    def _market_data(self, call: Call) -> Response:
        record = self._state.record(self._user(call))
        return JSONResponse(self._unwrapped(record.market_data_json(with_fees=True)))

    def _subscribe(self, call: Call) -> Response:
        user = self._user(call)
        self._state.subscribe(user, _fields(call, MarketDataSelection))
        return JSONResponse(self._unwrapped(self._state.record(user).market_data_json(with_fees=True)))

    def _unknown(self, call: Call) -> Response:
        if methods := allowed(self._known, call.path):
            raise Refused(405, "The method is not allowed here.", headers={"Allow": methods})
        raise Refused(404, _NOTHING)

    # plumbing

    def _user(self, call: Call) -> User:
        """The user that the path names, for an administrator or that very user."""
        caller = self._caller(call)
        user_id = call.path_part("userId").upper()
        if not caller.admin and caller.user_id != user_id:
            raise Refused(403, "This is somebody else.")
        user = self._state.by_id(user_id)
        if user is None:
            raise Refused(404, "There is no such user.")
        return user

    def _caller(self, call: Call) -> Caller:
        key, token = call.credentials("APIKey"), call.credentials("Bearer")
        if key is not None:
            return self._state.by_api_key(key)
        if token is not None:
            return self._state.by_token(token)
        raise Refused(401, "Credentials are missing.")

    def _unwrapped(self, payload: object) -> dict[str, object]:
        metadata = {"timestamp": ticks(self._world.clock.now()), "requestId": self._state.request_id()}
        return {"data": payload, "metadata": metadata}

    def _route(self, name: str, method: str | None, path: str, handle: Handler) -> Route:
        def run(call: Call) -> Response:
            request_id = self._state.next_request()
            try:
                return handle(call)
            except Refused as refused:
                body = errors.body(refused, request_id, self._state.switches.error_shape)
                return JSONResponse(body, status_code=refused.status, headers=refused.headers)

        methods = list(ANY_METHOD) if method is None else [method]
        return Route(path, endpoint(self._world, run), methods=methods, name=name)


def _wrapped(value: object, status: int) -> dict[str, object]:
    return {"result": {"value": value, "formatters": [], "contentTypes": [], "statusCode": status}}


def _fields(call: Call, model: type[BaseModel]) -> Fields:
    try:
        return check(model, call.json())
    except (BadJson, Invalid) as problem:
        raise Refused(400, str(problem)) from None
