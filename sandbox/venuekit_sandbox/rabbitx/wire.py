"""The HTTP side of RabbitX: headers, envelopes, routes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pydantic import BaseModel
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from venuekit_sandbox import control
from venuekit_sandbox.asgi import ANY_METHOD, BadJson, Call, Fields, Handler, Invalid, check, endpoint
from venuekit_sandbox.rabbitx import errors, payload, signing
from venuekit_sandbox.rabbitx.errors import Refused
from venuekit_sandbox.rabbitx.signing import EXCHANGES, Exchange
from venuekit_sandbox.rabbitx.state import JWT_LIFE, Login, State
from venuekit_sandbox.world import World
from venuekit_schemas.rabbitx import OnboardRequest, RefreshJwtRequest, RefreshSecretsRequest

_FAR_SECONDS = 600


class RabbitX:
    """The venue app."""

    name = "rabbitx"

    def __init__(self, world: World) -> None:
        self._world = world
        self._state = State(world.clock)

    def routes(self) -> Sequence[BaseRoute]:
        return [
            self._route("POST", "/onboarding", self._onboard),
            self._route("POST", "/jwt", self._refresh_jwt),
            self._route("POST", "/secrets/refresh", self._refresh_secrets),
            self._route("GET", "/account", self._account),
            self._route("GET", "/account/validate", self._validate),
            Route("/{rest:path}", endpoint(self._world, self._guarded(_unknown)), methods=list(ANY_METHOD)),
        ]

    def control(self) -> Sequence[BaseRoute]:
        return [
            control.operation(self._world, "/secrets", self._make_secrets),
            control.operation(self._world, "/switches", self._set_switches),
        ]

    def snapshot(self) -> object:
        raise NotImplementedError

    def restore(self, document: object) -> None:
        raise NotImplementedError

    def reset(self) -> None:
        self._state.reset()

    # operations

    def _onboard(self, call: Call) -> Response:
        exchange = _exchange(call)
        timestamp = self._timestamp(call)
        fields = _fields(call, OnboardRequest)
        wallet = fields.text("wallet")
        if not signing.is_wallet(wallet):
            raise Refused(400, "wallet: 0x and 40 hex digits are expected")
        kind = fields.text_or("profile_type", "trader")
        try:
            found = signing.signers(fields.text("signature"), timestamp=timestamp, exchange=exchange)
            if kind == "trader":
                genuine = wallet.lower() in found
            else:
                genuine = next(found, None) is not None
        except signing.BadSignature as problem:
            raise Refused(401, f"signature: {problem}") from None
        if not genuine:
            raise Refused(401, errors.BAD_WALLET_SIGNATURE)
        profile = self._state.sign_in(eid=exchange.eid, wallet=wallet, kind=kind)
        answer: dict[str, object] = {"profile": profile.as_json()}
        if fields.flag("is_client"):
            login = self._state.open_session(profile)
            answer |= {"randomSecret": login.secret, "refreshToken": login.refresh_token}
        else:
            login = self._state.api_key(profile)
            answer |= {"apiSecret": login.api_secret_json()}
        return self._with_jwt(login, lambda token: answer | {"jwt": token})

    def _refresh_jwt(self, call: Call) -> Response:
        fields = _fields(call, RefreshJwtRequest, absent={"is_client": False})
        if not fields.flag("is_client"):
            key = call.header("RBT-API-KEY")
            if key is None:
                raise Refused(401, errors.NOT_AUTHENTICATED)
            login = self._state.by_key(key, eid=_exchange(call).eid)
            self._check_signature(call, login)
            bare = self._state.switches["bare_jwt_answer"]
            return self._with_jwt(login, lambda token: token if bare else {"jwt": token})
        owner = self._state.by_refresh_token(fields.text_or("refresh_token", ""))
        if owner is None or owner.key is not None:
            raise Refused(401, errors.UNKNOWN_REFRESH)
        presented = _presented_jwt(call)
        # The JWT that came along may have run out, but it must not be somebody else's.
        if presented and self._state.by_jwt(presented, ignore_expiry=True).profile is not owner.profile:
            raise Refused(403, errors.FOREIGN_REFRESH)
        self._check_signature(call, owner)
        self._state.rotate_session(owner)
        snake = self._state.switches["snake_case_jwt_answer"]
        names = ("random_secret", "refresh_token") if snake else ("randomSecret", "refreshToken")
        rotated = dict(zip(names, (owner.secret, owner.refresh_token), strict=True))
        return self._with_jwt(owner, lambda token: {"jwt": token, **rotated})

    def _refresh_secrets(self, call: Call) -> Response:
        fields = _fields(call, RefreshSecretsRequest)
        caller = self._authenticated(call)
        self._check_signature(call, caller)
        owner = self._state.by_refresh_token(fields.text("refresh_token"))
        if owner is None:
            raise Refused(401, errors.UNKNOWN_REFRESH)
        if owner.profile is not caller.profile:
            raise Refused(403, errors.FOREIGN_REFRESH)
        if owner.key is None:
            raise Refused(404, errors.KEYLESS_REFRESH)
        self._state.rotate_api_key(owner)
        return _envelope(self._secrets_json(owner))

    def _account(self, call: Call) -> Response:
        return _envelope(self._authenticated(call).profile.as_json())

    def _validate(self, call: Call) -> Response:
        return _envelope(self._state.by_jwt(call.query("jwt") or "").profile.as_json())

    # proofs

    def _timestamp(self, call: Call) -> int:
        sent = call.header("RBT-TS") or ""
        if not (sent.isascii() and sent.isdigit()) or len(sent) > 12:
            raise Refused(400, "RBT-TS: unix seconds are expected")
        timestamp, now = int(sent), self._state.clock.now()
        if timestamp < now:
            raise Refused(401, errors.EXPIRED_TIMESTAMP)
        if timestamp > now + _FAR_SECONDS:
            raise Refused(401, errors.FAR_TIMESTAMP)
        return timestamp

    def _authenticated(self, call: Call) -> Login:
        key = call.header("RBT-API-KEY")
        if key is not None:
            return self._state.by_key(key, eid=_exchange(call).eid)
        token = _presented_jwt(call)
        if not token:
            raise Refused(401, errors.NOT_AUTHENTICATED)
        login = self._state.by_jwt(token)
        if login.profile.eid != _exchange(call).eid:
            raise Refused(401, errors.BAD_JWT)
        return login

    def _check_signature(self, call: Call, login: Login) -> None:
        timestamp = self._timestamp(call)
        sent = call.header("RBT-SIGNATURE") or ""
        # The mount is the sandbox's own doing: a client may sign the path with or without it.
        for path in (call.path, call.whole_path):
            text = payload.signed_text(call.body, method=call.request.method, path=path, timestamp=timestamp)
            if payload.same(sent, payload.signature(text, login.secret)):
                return
        raise Refused(401, errors.BAD_PAYLOAD_SIGNATURE)

    # answers

    def _with_jwt(self, login: Login, result: Callable[[str], object]) -> Response:
        token = self._state.issue_jwt(login)
        response = _envelope(result(token))
        # Without Secure: common clients would not send it back over plain http.
        response.set_cookie("jwt", token, max_age=JWT_LIFE, path="/", httponly=True, samesite="lax")
        return response

    def _secrets_json(self, login: Login) -> dict[str, object]:
        return {
            "api_secret": login.api_secret_json(),
            "jwt_private": self._state.issue_jwt(login),
            "jwt_public": self._state.issue_jwt(login, use="public"),
            "refresh_token": login.refresh_token,
            "allowed_ip_list": [],
            "created_at": int(self._state.clock.now()),
        }

    # control

    def _make_secrets(self, call: Call) -> Response:
        fields = control.document(call)
        wallet = control.text(fields, "wallet")
        profile = self._state.find(eid=fields.text_or("eid", "rbx"), wallet=wallet)
        if profile is None:
            raise control.ControlError(404, "no profile of this wallet on this chain")
        return JSONResponse(self._secrets_json(self._state.new_api_key(profile)))

    def _set_switches(self, call: Call) -> Response:
        return JSONResponse(control.switch(control.document(call), self._state.switches))

    # plumbing

    def _route(self, method: str, path: str, handle: Handler) -> Route:
        return Route(path, endpoint(self._world, self._guarded(handle)), methods=[method])

    def _guarded(self, handle: Handler) -> Handler:
        def run(call: Call) -> Response:
            verdict = self._state.limits.spend(call.client_ip, call.path, now=self._state.clock.now())
            try:
                if not verdict.allowed and self._state.switches["rate_limits"]:
                    raise Refused(429, errors.TOO_MANY_REQUESTS)
                response = handle(call)
            except Refused as refused:
                response = errors.answer(refused)
            response.headers.update(verdict.headers)
            return response

        return run


def _fields(call: Call, model: type[BaseModel], *, absent: dict[str, object] | None = None) -> Fields:
    # No look at the content type (one client sends none), and unknown members are let pass.
    try:
        document = call.json()
        if isinstance(document, dict):
            document = {**(absent or {}), **document}
        return check(model, document, lenient=True)
    except (BadJson, Invalid) as problem:
        raise Refused(400, f"invalid request: {problem}") from None


def _exchange(call: Call) -> Exchange:
    exchange = EXCHANGES.get(call.header("EID") or "rbx")
    if exchange is None:
        raise Refused(400, "EID: unknown exchange")
    return exchange


def _presented_jwt(call: Call) -> str | None:
    return call.header("RBT-JWT") or call.request.cookies.get("jwt")


def _envelope(result: object) -> Response:
    return JSONResponse({"success": True, "error": "", "result": [result]})


def _unknown(call: Call) -> Response:
    raise Refused(404, "not found")
