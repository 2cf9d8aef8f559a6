"""The HTTP side of RabbitX: headers, envelopes, routes."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Mapping, Sequence

from pydantic import BaseModel
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from venuekit_sandbox import snapshots
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
from venuekit_sandbox.rabbitx import errors, limits, paging, payload, shapes, signing
from venuekit_sandbox.rabbitx.errors import Refused
from venuekit_sandbox.rabbitx.memory import Login, Memory, Profile, Switches, place
from venuekit_sandbox.rabbitx.office import Office
from venuekit_sandbox.rabbitx.paging import Page
from venuekit_sandbox.rabbitx.signing import EXCHANGES, Exchange
from venuekit_sandbox.rabbitx.state import JWT_LIFE, State
from venuekit_sandbox.world import World
from venuekit_schemas.rabbitx import OnboardRequest, RefreshJwtRequest, RefreshSecretsRequest

_FAR_SECONDS = 600
_SECONDS = re.compile("[0-9]{1,19}")


class RabbitX:
    """The venue app."""

    name = "rabbitx"

    def __init__(self, world: World) -> None:
        self._world = world
        self._state = State(world.clock)
        self._office = Office(world, self._state)

    def routes(self) -> Sequence[BaseRoute]:
        self._known = [
            self._route("onboard", "POST", "/onboarding", self._onboard),
            self._route("refreshJwt", "POST", "/jwt", self._refresh_jwt),
            self._route("refreshSecrets", "POST", "/secrets/refresh", self._refresh_secrets),
            self._route("getAccount", "GET", "/account", self._account),
            self._route("validateAccount", "GET", "/account/validate", self._validate),
        ]
        return [*self._known, self._route("unknown", None, "/{rest:path}", self._unknown)]

    def control(self) -> Sequence[BaseRoute]:
        return self._office.routes()

    def seed(self, item: Mapping[str, object]) -> object:
        """A wallet, with an API key unless `api_key` is false. Raises `ControlError`."""
        return self._office.seed(item)

    def snapshot(self) -> object:
        with self._world.lock:
            return snapshots.dump(Memory, self._state.memory)

    def restore(self, document: object) -> None:
        with self._world.lock:
            memory = snapshots.load(Memory, document)
            if not memory.profiles.keys() >= {login.owner for login in memory.logins.values()}:
                raise snapshots.SnapshotError("logins: one of them has no profile")
            self._state.adopt(memory)

    def reset(self) -> None:
        self._state.reset()

    @property
    def _switches(self) -> Switches:
        return self._state.memory.switches

    # operations

    def _onboard(self, call: Call) -> Response:
        exchange = _exchange(call)
        timestamp = self._timestamp(call)
        fields = _fields(call, OnboardRequest)
        wallet = fields.text("wallet")
        if not signing.is_wallet(wallet):
            raise Refused(400, "wallet: 0x and 40 hex digits are expected")
        kind = fields.text_or("profile_type", "trader")
        self._check_wallet(fields.text("signature"), wallet, kind, timestamp=timestamp, exchange=exchange)
        profile = self._state.sign_in(eid=exchange.eid, wallet=wallet, kind=kind)
        answer: dict[str, object] = {"profile": self._profile_json(profile, Page())}
        if fields.flag("is_client"):
            login = self._state.open_session(profile)
            answer |= {"randomSecret": login.secret, "refreshToken": login.refresh_token}
        else:
            login = self._state.api_key(profile)
            answer |= {"apiSecret": shapes.api_secret_json(login, profile)}
        pagination = Page().as_json(1) if self._switches.strict_docs else None
        return self._with_jwt(login, lambda token: answer | {"jwt": token}, pagination)

    def _refresh_jwt(self, call: Call) -> Response:
        fields = _fields(call, RefreshJwtRequest, absent={"is_client": False})
        if not fields.flag("is_client"):
            if call.header("RBT-API-KEY") is None:
                raise Refused(401, errors.NOT_AUTHENTICATED)
            login = self._authenticated(call)
            self._check_signature(call, login)
            bare = self._switches.bare_jwt_answer or self._switches.strict_docs
            return self._with_jwt(login, lambda token: token if bare else {"jwt": token})
        owner = self._state.by_refresh_token(fields.text_or("refresh_token", ""))
        if owner is None or owner.key is not None:
            raise Refused(401, errors.UNKNOWN_REFRESH)
        presented = _presented_jwt(call)
        # The JWT that came along may have run out, but it must not be somebody else's.
        if presented and self._state.by_jwt(presented, ignore_expiry=True).owner != owner.owner:
            raise Refused(403, errors.FOREIGN_REFRESH)
        self._check_signature(call, owner)
        self._state.rotate_session(owner)
        snake = self._switches.snake_case_jwt_answer
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
        if owner.owner != caller.owner:
            raise Refused(403, errors.FOREIGN_REFRESH)
        if owner.key is None:
            raise Refused(403, errors.KEYLESS_REFRESH)
        self._state.rotate_api_key(owner)
        return self._envelope(self._office.secrets_json(owner))

    def _account(self, call: Call) -> Response:
        return self._profile(call, self._authenticated(call))

    def _validate(self, call: Call) -> Response:
        return self._profile(call, self._state.by_jwt(call.query("jwt") or ""))

    def _unknown(self, call: Call) -> Response:
        if methods := allowed(self._known, call.path):
            raise Refused(405, "method not allowed", headers={"Allow": methods})
        raise Refused(404, "not found")

    # proofs

    def _timestamp(self, call: Call) -> int:
        sent = call.header("RBT-TS") or ""
        if _SECONDS.fullmatch(sent) is None:
            raise Refused(400, "RBT-TS: unix seconds are expected")
        timestamp, now = int(sent), self._state.clock.now()
        if timestamp < now:
            raise Refused(401, errors.EXPIRED_TIMESTAMP)
        if timestamp > now + _FAR_SECONDS:
            raise Refused(401, errors.FAR_TIMESTAMP)
        return timestamp

    def _check_wallet(
        self, signature: str, wallet: str, kind: str, *, timestamp: int, exchange: Exchange
    ) -> None:
        allowed: Sequence[str] | None = [wallet.lower()]
        if kind == "vault":
            allowed = self._state.memory.vaults.get(place(exchange.eid, wallet))
            if allowed is None and self._switches.vault_roles:
                allowed = []
        text = self._switches.onboarding_message
        found = signing.signers(signature, timestamp=timestamp, exchange=exchange, text=text)
        try:
            genuine = any(allowed is None or signer in allowed for signer in found)
        except signing.BadSignature as problem:
            raise Refused(401, f"signature: {problem}") from None
        if not genuine:
            raise Refused(401, errors.BAD_WALLET_SIGNATURE)

    def _authenticated(self, call: Call) -> Login:
        eid, key = _exchange(call).eid, call.header("RBT-API-KEY")
        if key is not None:
            login = self._state.by_key(key, eid=eid, address=call.client_ip)
            # A key needs no JWT, but one that comes along must be of the same profile.
            token = call.header("RBT-JWT")
            if token and self._state.by_jwt(token, ignore_expiry=True).owner != login.owner:
                raise Refused(403, errors.FOREIGN_KEY)
            return login
        token = _presented_jwt(call)
        if not token:
            raise Refused(401, errors.NOT_AUTHENTICATED)
        login = self._state.by_jwt(token)
        if self._state.profile_of(login).eid != eid:
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

    def _envelope(self, result: object, pagination: Mapping[str, object] | None = None) -> Response:
        body: dict[str, object] = {"success": True, "error": "", "result": [result]}
        if pagination is not None:
            body["pagination"] = pagination
        if not self._switches.strict_docs:
            body["request_id"] = str(uuid.uuid4())
        return JSONResponse(body)

    def _with_jwt(
        self,
        login: Login,
        result: Callable[[str], object],
        pagination: Mapping[str, object] | None = None,
    ) -> Response:
        token = self._state.issue_jwt(login)
        response = self._envelope(result(token), pagination)
        # Without Secure: common clients would not send it back over plain http.
        response.set_cookie("jwt", token, max_age=JWT_LIFE, path="/", httponly=True, samesite="lax")
        return response

    def _profile(self, call: Call, login: Login) -> Response:
        profile, page = self._state.profile_of(login), paging.asked(call)
        total = shapes.longest(profile)
        pagination = None
        if page.asked or total > page.limit:
            pagination = page.as_json(total)
            if not self._switches.strict_docs:
                pagination["has_next_page"] = not page.is_last(total)
        return self._envelope(self._profile_json(profile, page), pagination)

    def _profile_json(self, profile: Profile, page: Page) -> dict[str, object]:
        return shapes.profile_json(profile, page, strict=self._switches.strict_docs)

    # plumbing

    def _route(self, name: str, method: str | None, path: str, handle: Handler) -> Route:
        methods = list(ANY_METHOD) if method is None else [method]
        return Route(path, endpoint(self._world, self._guarded(handle)), methods=methods, name=name)

    def _guarded(self, handle: Handler) -> Handler:
        def run(call: Call) -> Response:
            now = self._state.clock.now()
            verdict = limits.spend(self._state.windows, call.client_ip, call.path, now=now)
            try:
                if not verdict.allowed and self._switches.rate_limits:
                    raise Refused(429, errors.TOO_MANY_REQUESTS)
                response = handle(call)
            except Refused as refused:
                response = errors.answer(refused, strict=self._switches.strict_docs)
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
