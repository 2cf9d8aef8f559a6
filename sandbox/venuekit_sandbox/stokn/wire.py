"""The HTTP side of stokn: bearers, envelopes, routes."""

from __future__ import annotations

import base64
import binascii
import uuid
from collections.abc import Mapping, Sequence
from urllib.parse import unquote_plus

from pydantic import BaseModel
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from venuekit_sandbox.asgi import ANY_METHOD, BadJson, Call, Fields, Handler, Invalid, check, endpoint
from venuekit_sandbox.stokn import bearers, errors, shapes
from venuekit_sandbox.stokn.bearers import ACCOUNT_READ, ADMIN_WRITE, USER_WRITE
from venuekit_sandbox.stokn.errors import OAuthError, Problem, Refusal, UncaughtError
from venuekit_sandbox.stokn.memory import Account, Person
from venuekit_sandbox.stokn.office import Office
from venuekit_sandbox.stokn.state import State
from venuekit_sandbox.stokn.undocumented import Undocumented
from venuekit_sandbox.world import World
from venuekit_schemas.stokn import (
    ChangePasswordRequest,
    CreateAccountRequest,
    CreatePortfolioRequest,
    CreateTokenRequest,
    LoginRequest,
    RefreshTokenRequest,
    RespondOtpRequest,
    SignUpRequest,
)

_PORTFOLIO: dict[str, object] = {"accountId": "", "portfolioId": "", "portfolioAccountType": "STRATEGY"}
_OPEN = ("/oauth2/token", "/v1/user/login", "/v1/user/otp")


class Stokn:
    """The venue app."""

    name = "stokn"

    def __init__(self, world: World) -> None:
        self._world = world
        self._state = State(world)
        self._identity = self._state.identity
        self._office = Office(world, self._state)
        self._known: list[Route] = []

    def routes(self) -> Sequence[BaseRoute]:
        undocumented = Undocumented(self._state, self._change_password)
        rest = [
            Route(
                path,
                endpoint(self._world, self._guarded(self._hidden(handle))),
                methods=[method],
                name="unknown",
            )
            for method, path, handle in undocumented.operations()
        ]
        return [
            self._route("createToken", "POST", "/oauth2/token", self._token),
            self._route("signUp", "POST", "/v1/user/sign-up", self._sign_up),
            self._route("login", "POST", "/v1/user/login", self._login),
            self._route("respondOtp", "POST", "/v1/user/otp", self._otp),
            self._route("refreshToken", "POST", "/v1/user/refresh", self._refresh),
            self._route("changePassword", "PUT", "/v1/user/change-password", self._change_password),
            self._route("forgotPassword", "GET", "/v1/user/forget-password", self._forgot_password),
            self._route("getMe", "GET", "/v1/user/me", self._me),
            self._route("startKyc", "GET", "/v1/kyc/start", self._start_kyc),
            self._route("createPortfolio", "POST", "/v1/account/portfolio", self._create_portfolio),
            self._route("createAccount", "POST", "/v1/account", self._create_account),
            self._route("getAccount", "GET", "/v1/account/{accountId}", self._account),
            *rest,
            Route(
                "/{rest:path}",
                endpoint(self._world, self._guarded(self._unknown)),
                methods=list(ANY_METHOD),
                name="unknown",
            ),
        ]

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

    def _token(self, call: Call) -> Response:
        form = call.form()
        if form.get("grant_type", "client_credentials") != "client_credentials":
            raise OAuthError("unsupported_grant_type")
        try:
            check(CreateTokenRequest, form)
        except Invalid:
            raise OAuthError("invalid_request") from None
        basic = call.credentials("Basic")
        client_id, secret = (
            (form.get("client_id", ""), form.get("client_secret", "")) if basic is None else _basic(basic)
        )
        return JSONResponse(self._identity.client_token(client_id, secret, form.get("scope", "")))

    def _sign_up(self, call: Call) -> Response:
        bearers.needed(self._identity, call, USER_WRITE)
        document = _document(call)
        has_roles = document.raw("roles") is not None
        fields = _checked(SignUpRequest, document, instead={} if has_roles else {"roles": []})
        person = self._state.sign_up(
            email=fields.text("email"),
            phone=fields.text("phoneNumber"),
            password=fields.text("password"),
            has_roles=has_roles,
        )
        return self._envelope(self._state.person_json(person))

    def _login(self, call: Call) -> Response:
        self._anyone(call)
        fields = _checked(LoginRequest, _document(call))
        return self._envelope(self._identity.start(fields.text("username"), fields.text("password")))

    def _otp(self, call: Call) -> Response:
        self._anyone(call)
        fields = _checked(RespondOtpRequest, _document(call))
        token = self._identity.answer_code(
            session_id=fields.text("sessionId"),
            username=fields.text("username"),
            challenge=fields.text("challengeType"),
            code=fields.text("code"),
        )
        return self._envelope(token)

    def _refresh(self, call: Call) -> Response:
        bearers.needed(self._identity, call)
        fields = _checked(RefreshTokenRequest, _document(call))
        token = self._identity.refresh(
            username=fields.text("username"), refresh_token=fields.text("refreshToken")
        )
        return self._envelope(token)

    def _change_password(self, call: Call) -> Response:
        bearers.needed(self._identity, call)
        fields = _checked(ChangePasswordRequest, _document(call))
        token = self._identity.answer_new_password(
            session_id=fields.text("sessionId"),
            username=fields.text("username"),
            password=fields.text("password"),
        )
        if self._state.switches.change_password_as_coded:
            raise UncaughtError("expiresAt of a token without issuedAt")
        return self._envelope({"data": token})

    def _forgot_password(self, call: Call) -> Response:
        bearers.needed(self._identity, call)
        email = call.query("email")
        if email is None:
            raise Problem(400, "Required parameter 'email' is not present.")
        login = self._identity.forget(email)
        request_id = str(uuid.uuid4())
        headers = {"Content-Type": "application/x-amz-json-1.1", "x-amzn-RequestId": request_id}
        return self._envelope(
            {
                "sdkResponseMetadata": {"requestId": request_id},
                "sdkHttpMetadata": {
                    "httpHeaders": headers,
                    "httpStatusCode": 200,
                    "allHttpHeaders": {name: [value] for name, value in headers.items()},
                },
                "codeDeliveryDetails": {
                    "destination": "+" + "*" * (len(login.phone) - 5) + login.phone[-4:],
                    "deliveryMedium": "SMS",
                    "attributeName": "phone_number",
                },
            }
        )

    def _me(self, call: Call) -> Response:
        return self._envelope(self._state.person_json(self._caller(call)))

    def _start_kyc(self, call: Call) -> Response:
        return self._envelope(self._state.start_kyc(self._caller(call)))

    def _create_portfolio(self, call: Call) -> Response:
        bearers.needed(self._identity, call, ADMIN_WRITE)
        document = _document(call)
        # What is absent is for the venue's own code to refuse, an unknown type for the framework.
        absent = {name: value for name, value in _PORTFOLIO.items() if document.raw(name) is None}
        fields = _checked(CreatePortfolioRequest, document, instead=absent)
        account_id, portfolio_id, kind = (
            None if name in absent else fields.text(name) for name in _PORTFOLIO
        )
        account = self._state.add_portfolio(
            account_id=account_id,
            portfolio_id=portfolio_id,
            kind=kind,
            name=fields.text("name") if "name" in fields else None,
        )
        return self._shown(account)

    def _create_account(self, call: Call) -> Response:
        bearers.needed(self._identity, call, ADMIN_WRITE)
        document = _document(call)
        if document.raw("accountId") is None:
            raise UncaughtError("the account has no key")
        fields = _checked(CreateAccountRequest, document)
        email = fields.text("email") if "email" in fields else None
        return self._shown(self._state.put_account(fields.text("accountId"), email))

    def _account(self, call: Call) -> Response:
        bearers.needed(self._identity, call, ACCOUNT_READ)
        return self._shown(self._state.account(call.path_part("accountId")))

    def _hidden(self, handle: Handler) -> Handler:
        return lambda call: (handle if self._state.switches.undocumented_calls else self._unknown)(call)

    def _unknown(self, call: Call) -> Response:
        if call.path not in _OPEN:
            bearers.needed(self._identity, call)
        for route in self._known:
            if route.path_regex.match(call.path):
                detail = f"Method '{call.request.method}' is not supported."
                raise Problem(405, detail, headers={"Allow": ", ".join(sorted(route.methods or ()))})
        raise Problem(404, f"No static resource {call.path.lstrip('/')}.")

    # plumbing

    def _anyone(self, call: Call) -> None:
        # The page labels both calls, so it lets nobody in without a bearer; a bad one is never taken.
        if self._state.switches.strict_docs:
            bearers.needed(self._identity, call)
        bearers.claims(self._identity, call)

    def _caller(self, call: Call) -> Person:
        return self._state.person(str(bearers.needed(self._identity, call).get("username")))

    def _envelope(self, payload: object) -> Response:
        return JSONResponse(shapes.envelope(payload, self._state.switches))

    def _shown(self, account: Account | None) -> Response:
        return self._envelope(None if account is None else shapes.account_json(account, self._state.switches))

    def _route(self, name: str, method: str, path: str, handle: Handler) -> Route:
        route = Route(path, endpoint(self._world, self._guarded(handle)), methods=[method], name=name)
        self._known.append(route)
        return route

    def _guarded(self, handle: Handler) -> Handler:
        def run(call: Call) -> Response:
            try:
                return handle(call)
            except Refusal as error:
                has_token = call.credentials("Bearer") is not None
                return errors.answer(
                    error,
                    path=call.path,
                    now=self._world.clock.now(),
                    has_token=has_token,
                    strict_docs=self._state.switches.strict_docs,
                )

        return run


def _document(call: Call) -> Fields:
    if call.media_type != "application/json":
        raise Problem(415, f"Content-Type '{call.media_type}' is not supported.")
    try:
        document = call.json()
    except BadJson:
        raise Problem(400, "Failed to read request") from None
    if not isinstance(document, dict):
        raise Problem(400, "Failed to read request")
    return Fields(document)


def _checked(model: type[BaseModel], document: Fields, *, instead: dict[str, object] | None = None) -> Fields:
    try:
        return check(model, {name: document.raw(name) for name in document.names()} | (instead or {}))
    except Invalid as problem:
        raise Problem(400, f"Failed to read request: {problem}") from None


def _basic(credentials: str) -> tuple[str, str]:
    try:
        text = base64.b64decode(credentials, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        raise OAuthError("invalid_client") from None
    client_id, _, secret = text.partition(":")
    return unquote_plus(client_id), unquote_plus(secret)
