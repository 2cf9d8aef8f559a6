"""The HTTP side of TradeLocker."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pydantic import BaseModel
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from venuekit_sandbox import control
from venuekit_sandbox.asgi import ANY_METHOD, BadJson, Call, Fields, Handler, Invalid, check, endpoint
from venuekit_sandbox.control import ControlError
from venuekit_sandbox.tradelocker import errors
from venuekit_sandbox.tradelocker.config import account_figures, config
from venuekit_sandbox.tradelocker.errors import Refused
from venuekit_sandbox.tradelocker.state import Account, Login, State
from venuekit_sandbox.world import World
from venuekit_schemas.tradelocker import GetJWTTokensRequest, RefreshJWTTokensRequest

_DIGITS = re.compile("[0-9]{1,15}")
_ACCOUNT_FIELDS = {
    "id": _DIGITS,
    "accNum": _DIGITS,
    "name": re.compile(".+"),
    "currency": re.compile("[A-Z]{3,5}"),
    "balance": re.compile("-?[0-9]{1,15}([.][0-9]{1,8})?"),
}


class TradeLocker:
    """The venue app."""

    name = "tradelocker"

    def __init__(self, world: World) -> None:
        self._world = world
        self._state = State(world.clock)

    def routes(self) -> Sequence[BaseRoute]:
        auth, trade = errors.auth_answer, errors.trade_answer
        routes = [
            self._route("POST", "/auth/jwt/token", self._token, auth),
            self._route("POST", "/auth/jwt/refresh", self._refresh, auth),
            self._route("GET", "/auth/jwt/all-accounts", self._all_accounts, auth),
            self._route("GET", "/trade/config", self._config, trade),
            self._route("GET", "/trade/accounts", self._accounts, trade),
            self._route("GET", "/trade/accounts/{accountId}/state", self._account_state, trade),
            self._route(None, "/{rest:path}", _unknown, auth),
        ]
        return [Mount("/backend-api", routes=routes)]

    def control(self) -> Sequence[BaseRoute]:
        return [
            control.operation(self._world, "/logins", self._put_login),
            control.operation(self._world, "/revoke", self._revoke),
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
        fields = _fields(call, GetJWTTokensRequest)
        login = self._state.sign_in(
            email=fields.text("email"), password=fields.text("password"), server=fields.text("server")
        )
        return JSONResponse(self._state.issue(login), status_code=201)

    def _refresh(self, call: Call) -> Response:
        fields = _fields(call, RefreshJWTTokensRequest)
        login = self._state.spend_refresh(fields.text("refreshToken"))
        return JSONResponse(self._state.issue(login), status_code=201)

    def _all_accounts(self, call: Call) -> Response:
        login = self._login(call)
        balance = "aaccountBalance" if self._state.switches["documented_balance"] else "accountBalance"
        accounts = [
            {
                "id": str(account.id),
                "name": account.name,
                "currency": account.currency,
                "status": "ACTIVE",
                "accNum": str(account.number),
                balance: account.balance,
            }
            for account in login.accounts
        ]
        return JSONResponse({"accounts": accounts})

    def _config(self, call: Call) -> Response:
        self._chosen(call)
        return _ok(config())

    def _accounts(self, call: Call) -> Response:
        account = self._chosen(call)
        return _ok(
            [
                {
                    "id": str(account.id),
                    "name": account.name,
                    "type": "HEDGE",
                    "currency": account.currency,
                    "status": "ACTIVE",
                    "tradingRules": {"supportBrackets": True, "supportPartialClosePosition": True},
                    "riskRules": {"maxOrderQty": "100"},
                }
            ]
        )

    def _account_state(self, call: Call) -> Response:
        account = self._chosen(call)
        if call.path_part("accountId") != str(account.id):
            raise Refused(404, "the account is not the one of accNum")
        return _ok({"accountDetailsData": account_figures(account.balance)})

    # proofs

    def _login(self, call: Call) -> Login:
        return self._state.by_access(call.credentials("Bearer"))

    def _chosen(self, call: Call) -> Account:
        login = self._login(call)
        number = call.header("accNum") or ""
        if not (number.isascii() and number.isdigit()):
            raise Refused(400, "accNum header is required and must be an integer")
        for account in login.accounts:
            if account.number == int(number):
                return account
        raise Refused(404, "no account with this accNum")

    # control

    def _put_login(self, call: Call) -> Response:
        fields = control.document(call)
        login = self._state.put_login(
            email=control.text(fields, "email"),
            password=control.text(fields, "password"),
            server=control.text(fields, "server"),
            accounts=_accounts_of(fields),
        )
        return JSONResponse(
            {"email": login.email, "server": login.server, "accounts": [a.id for a in login.accounts]}
        )

    def _revoke(self, call: Call) -> Response:
        fields = control.document(call)
        email, server = control.text(fields, "email"), control.text(fields, "server")
        if not self._state.revoke_access(email=email, server=server):
            raise ControlError(404, "no login of this e-mail address at this server")
        return JSONResponse({"email": email, "server": server})

    def _set_switches(self, call: Call) -> Response:
        return JSONResponse(control.switch(control.document(call), self._state.switches))

    # plumbing

    def _route(
        self, method: str | None, path: str, handle: Handler, refuse: Callable[[Refused], Response]
    ) -> Route:
        def run(call: Call) -> Response:
            try:
                return handle(call)
            except Refused as refused:
                return refuse(refused)

        return Route(
            path, endpoint(self._world, run), methods=list(ANY_METHOD) if method is None else [method]
        )


def _fields(call: Call, model: type[BaseModel]) -> Fields:
    try:
        return check(model, call.json())
    except BadJson as problem:
        raise Refused(400, str(problem)) from None
    except Invalid as problem:
        raise Refused(400, *problem.problems) from None


def _accounts_of(fields: Fields) -> list[dict[str, str]]:
    if "accounts" not in fields:
        return [{}]
    sent = fields.raw("accounts")
    if not isinstance(sent, list):
        raise ControlError(400, "accounts: a list of objects is expected")
    return [_account_of(item) for item in sent]


def _account_of(item: object) -> dict[str, str]:
    if not isinstance(item, dict) or not item.keys() <= _ACCOUNT_FIELDS.keys():
        raise ControlError(400, f"accounts: objects with {', '.join(_ACCOUNT_FIELDS)} are expected")
    account = {name: str(value) for name, value in item.items()}
    for name, value in account.items():
        if _ACCOUNT_FIELDS[name].fullmatch(value) is None:
            raise ControlError(400, f"accounts: {name} is malformed")
    return account


def _ok(data: object) -> Response:
    return JSONResponse({"s": "ok", "d": data})


def _unknown(call: Call) -> Response:
    raise Refused(404, f"Cannot {call.request.method} {call.path}")
