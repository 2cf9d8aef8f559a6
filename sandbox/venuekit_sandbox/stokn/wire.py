"""The HTTP side of stokn: bearers, envelopes, routes."""

from __future__ import annotations

import base64
import binascii
import uuid
from collections.abc import Sequence
from urllib.parse import unquote_plus

from pydantic import BaseModel
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from venuekit_sandbox import control, tokens
from venuekit_sandbox.asgi import ANY_METHOD, BadJson, Call, Fields, Handler, Invalid, check, endpoint
from venuekit_sandbox.control import ControlError
from venuekit_sandbox.stokn import errors
from venuekit_sandbox.stokn.errors import Forbidden, OAuthError, Problem, Refusal, Unauthorized, UncaughtError
from venuekit_sandbox.stokn.state import Account, Person, State
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

_USER_WRITE, _ADMIN_WRITE, _ACCOUNT_READ = (
    "stokn-api/user.Write",
    "stokn-api/admin.Write",
    "stokn-api/account.Read",
)
_VERDICTS = {"approved": "VERIFIED", "rejected": "VERIFICATION_FAILED"}


class Stokn:
    """The venue app."""

    name = "stokn"

    def __init__(self, world: World) -> None:
        self._world = world
        self._state = State(world)
        self._known: list[Route] = []

    def routes(self) -> Sequence[BaseRoute]:
        return [
            self._route("POST", "/oauth2/token", self._token),
            self._route("POST", "/v1/user/sign-up", self._sign_up),
            self._route("POST", "/v1/user/login", self._login),
            self._route("POST", "/v1/user/otp", self._otp),
            self._route("POST", "/v1/user/refresh", self._refresh),
            self._route("PUT", "/v1/user/change-password", self._change_password),
            self._route("GET", "/v1/user/forget-password", self._forget_password),
            self._route("GET", "/v1/user/me", self._me),
            self._route("GET", "/v1/kyc/start", self._start_kyc),
            self._route("POST", "/v1/account/portfolio", self._create_portfolio),
            self._route("POST", "/v1/account", self._create_account),
            self._route("GET", "/v1/account/{accountId}", self._account),
            Route(
                "/{rest:path}", endpoint(self._world, self._guarded(self._unknown)), methods=list(ANY_METHOD)
            ),
        ]

    def control(self) -> Sequence[BaseRoute]:
        return [
            control.operation(self._world, "/kyc", self._verdict),
            control.operation(self._world, "/activate", self._activate),
            control.operation(self._world, "/switches", self._set_switches),
        ]

    def snapshot(self) -> object:
        raise NotImplementedError

    def restore(self, document: object) -> None:
        raise NotImplementedError

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
        return JSONResponse(self._state.identity.client_token(client_id, secret, form.get("scope", "")))

    def _sign_up(self, call: Call) -> Response:
        self._needs(call, _USER_WRITE)
        document = _document(call)
        has_roles = document.raw("roles") is not None
        fields = _checked(SignUpRequest, document, instead={} if has_roles else {"roles": []})
        person = self._state.sign_up(
            email=fields.text("email"),
            phone=fields.text("phoneNumber"),
            password=fields.text("password"),
            has_roles=has_roles,
        )
        return _envelope(self._state.person_json(person))

    def _login(self, call: Call) -> Response:
        self._claims(call)
        fields = _checked(LoginRequest, _document(call))
        return _envelope(self._state.identity.start(fields.text("username"), fields.text("password")))

    def _otp(self, call: Call) -> Response:
        self._claims(call)
        fields = _checked(RespondOtpRequest, _document(call))
        token = self._state.identity.answer_code(
            session_id=fields.text("sessionId"),
            username=fields.text("username"),
            challenge=fields.text("challengeType"),
            code=fields.text("code"),
        )
        return _envelope(token)

    def _refresh(self, call: Call) -> Response:
        self._needs(call)
        fields = _checked(RefreshTokenRequest, _document(call))
        token = self._state.identity.refresh(
            username=fields.text("username"), refresh_token=fields.text("refreshToken")
        )
        return _envelope(token)

    def _change_password(self, call: Call) -> Response:
        self._needs(call)
        fields = _checked(ChangePasswordRequest, _document(call))
        token = self._state.identity.answer_new_password(
            session_id=fields.text("sessionId"),
            username=fields.text("username"),
            password=fields.text("password"),
        )
        if self._state.switches["change_password_as_coded"]:
            raise UncaughtError("expiresAt of a token without issuedAt")
        return _envelope({"data": token})

    def _forget_password(self, call: Call) -> Response:
        self._needs(call)
        email = call.query("email")
        if not email:
            raise Problem(400, "Required parameter 'email' is not present.")
        login = self._state.identity.forget(email)
        request_id = str(uuid.uuid4())
        headers = {"Content-Type": "application/x-amz-json-1.1", "x-amzn-RequestId": request_id}
        return _envelope(
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
        return _envelope(self._state.person_json(self._caller(call)))

    def _start_kyc(self, call: Call) -> Response:
        return _envelope(self._state.start_kyc(self._caller(call)))

    def _create_portfolio(self, call: Call) -> Response:
        self._needs(call, _ADMIN_WRITE)
        document = _document(call)
        # An absent type is for the venue's own code to refuse, an unknown one for the framework.
        absent = document.raw("portfolioAccountType") is None
        fields = _checked(
            CreatePortfolioRequest, document, instead={"portfolioAccountType": "STRATEGY"} if absent else {}
        )
        account = self._state.add_portfolio(
            account_id=fields.text("accountId"),
            portfolio_id=fields.text("portfolioId"),
            kind=None if absent else fields.text("portfolioAccountType"),
            name=fields.text("name") if "name" in fields else None,
        )
        return _envelope(account.as_json())

    def _create_account(self, call: Call) -> Response:
        self._needs(call, _ADMIN_WRITE)
        document = _document(call)
        if document.raw("accountId") is None:
            raise UncaughtError("the account has no key")
        fields = _checked(CreateAccountRequest, document)
        email = fields.text("email") if "email" in fields else None
        return _envelope(self._state.put_account(fields.text("accountId"), email).as_json())

    def _account(self, call: Call) -> Response:
        self._needs(call, _ACCOUNT_READ)
        account = self._state.account(call.path_part("accountId"))
        return _envelope(None if account is None else account.as_json())

    def _unknown(self, call: Call) -> Response:
        self._needs(call)
        for route in self._known:
            if route.path_regex.match(call.path):
                detail = f"Method '{call.request.method}' is not supported."
                raise Problem(405, detail, headers={"Allow": ", ".join(sorted(route.methods or ()))})
        raise Problem(404, f"No static resource {call.path.lstrip('/')}.")

    # bearers

    def _claims(self, call: Call) -> dict[str, object] | None:
        token = call.credentials("Bearer")
        if token is None:
            return None
        try:
            return self._state.identity.read(token)
        except tokens.ExpiredToken:
            raise Unauthorized("Jwt expired") from None
        except tokens.BadToken:
            raise Unauthorized("Invalid token") from None

    def _needs(self, call: Call, scope: str | None = None) -> dict[str, object]:
        claims = self._claims(call)
        if claims is None:
            raise Unauthorized
        if scope is not None and scope not in str(claims.get("scope", "")).split():
            raise Forbidden
        return claims

    def _caller(self, call: Call) -> Person:
        return self._state.person(str(self._needs(call).get("username")))

    # control

    def _verdict(self, call: Call) -> Response:
        fields = control.document(call)
        verdict = _VERDICTS.get(control.text(fields, "verdict"))
        if verdict is None:
            raise ControlError(400, "verdict: approved or rejected is expected")
        person = self._applicant(control.text(fields, "email"))
        person.status = verdict
        return JSONResponse({"userId": person.login.id, "userAccountStatus": verdict})

    def _activate(self, call: Call) -> Response:
        account = self._named_account(control.document(call))
        self._state.activate(account)
        return JSONResponse({"accountId": account.id, "active": account.active})

    def _named_account(self, fields: Fields) -> Account:
        if "accountId" in fields:
            account = self._state.account(control.text(fields, "accountId"))
        else:
            account = self._state.account(self._applicant(control.text(fields, "email")).login.id)
        if account is None:
            raise ControlError(404, "no such account")
        return account

    def _applicant(self, email: str) -> Person:
        person = self._state.person_by_email(email)
        if person is None:
            raise ControlError(404, "nobody has signed up with this e-mail address")
        return person

    def _set_switches(self, call: Call) -> Response:
        return JSONResponse(control.switch(control.document(call), self._state.switches))

    # plumbing

    def _route(self, method: str, path: str, handle: Handler) -> Route:
        route = Route(path, endpoint(self._world, self._guarded(handle)), methods=[method])
        self._known.append(route)
        return route

    def _guarded(self, handle: Handler) -> Handler:
        def run(call: Call) -> Response:
            try:
                return handle(call)
            except Refusal as error:
                has_token = call.credentials("Bearer") is not None
                return errors.answer(error, path=call.path, now=self._world.clock.now(), has_token=has_token)

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


def _envelope(data: object) -> Response:
    return JSONResponse({"success": True, "data": data, "errorCode": None, "errorMessage": None})
