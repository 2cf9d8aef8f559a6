"""The HTTP side of TradeLocker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pydantic import BaseModel
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from venuekit_sandbox import snapshots
from venuekit_sandbox.asgi import ANY_METHOD, BadJson, Call, Fields, Handler, Invalid, check, endpoint
from venuekit_sandbox.tradelocker import errors
from venuekit_sandbox.tradelocker.config import account_figures, config
from venuekit_sandbox.tradelocker.errors import Refused
from venuekit_sandbox.tradelocker.memory import Account, Login, Memory, Switches
from venuekit_sandbox.tradelocker.office import Office
from venuekit_sandbox.tradelocker.state import State
from venuekit_sandbox.world import World
from venuekit_schemas.tradelocker import GetJWTTokensRequest, RefreshJWTTokensRequest

_MOST_DIGITS = 15


class TradeLocker:
    """The venue app."""

    name = "tradelocker"

    def __init__(self, world: World) -> None:
        self._world = world
        self._state = State(world.clock)
        self._office = Office(world, self._state)

    def routes(self) -> Sequence[BaseRoute]:
        auth, trade, unknown = self._auth_answer, errors.trade_answer, errors.auth_answer
        routes = [
            self._route("getJWTTokens", "POST", "/auth/jwt/token", self._token, auth),
            self._route("refreshJWTTokens", "POST", "/auth/jwt/refresh", self._refresh, auth),
            self._route("listAccounts", "GET", "/auth/jwt/all-accounts", self._all_accounts, auth),
            self._route("getConfig", "GET", "/trade/config", self._config, trade),
            self._route("listTradeAccounts", "GET", "/trade/accounts", self._accounts, trade),
            self._route(
                "getAccountState", "GET", "/trade/accounts/{accountId}/state", self._account_state, trade
            ),
            self._route("unknown", None, "/{rest:path}", _unknown, unknown),
        ]
        return [Mount("/backend-api", routes=routes)]

    def control(self) -> Sequence[BaseRoute]:
        return self._office.routes()

    def seed(self, item: Mapping[str, object]) -> object:
        """A login, as `POST /_sandbox/tradelocker/logins` takes it. Raises `ControlError`."""
        return self._office.seed(item)

    def snapshot(self) -> object:
        with self._world.lock:
            return snapshots.dump(Memory, self._state.memory)

    def restore(self, document: object) -> None:
        with self._world.lock:
            self._state.adopt(snapshots.load(Memory, document))

    def reset(self) -> None:
        self._state.reset()

    @property
    def _switches(self) -> Switches:
        return self._state.memory.switches

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
        strict = self._switches.strict_docs
        documented = self._switches.documented_balance or strict
        balance = "aaccountBalance" if documented else "accountBalance"
        accounts = [
            {
                "id": str(account.id),
                "name": account.name,
                "currency": account.currency,
                "status": account.status,
                "accNum": str(account.number),
                balance: float(account.balance) if strict else account.balance,
            }
            for account in login.accounts
        ]
        return JSONResponse({"accounts": accounts})

    def _config(self, call: Call) -> Response:
        self._chosen(call, "GET_CONFIG")
        return _ok(config(with_route_limits=self._switches.route_limits))

    def _accounts(self, call: Call) -> Response:
        account = self._chosen(call, "GET_ACCOUNTS")
        return _ok(
            [
                {
                    "id": str(account.id),
                    "name": account.name,
                    "type": "HEDGE",
                    "currency": account.currency,
                    "status": account.status,
                    "tradingRules": {"supportBrackets": True, "supportPartialClosePosition": True},
                    "riskRules": {"maxOrderQty": "100"},
                }
            ]
        )

    def _account_state(self, call: Call) -> Response:
        account = self._chosen(call, "GET_ACCOUNTS_STATE")
        if call.path_part("accountId") != str(account.id):
            raise Refused(404, "the account is not the one of accNum")
        return _ok({"accountDetailsData": account_figures(account.balance)})

    # proofs

    def _login(self, call: Call) -> Login:
        return self._state.by_access(call.credentials("Bearer"))

    def _chosen(self, call: Call, route: str) -> Account:
        login = self._login(call)
        self._state.spend(login, route)
        number = call.header("accNum") or ""
        if not (number.isascii() and number.isdigit()) or len(number) > _MOST_DIGITS:
            raise Refused(400, "accNum header is required and must be an integer")
        for account in login.accounts:
            if account.number == int(number):
                return account
        raise Refused(404, "no account with this accNum")

    def _check_developer_key(self, call: Call) -> None:
        wanted = self._switches.developer_api_key
        if wanted and call.header("developer-api-key") != wanted:
            raise Refused(403, "developer-api-key is not valid")

    # plumbing

    def _auth_answer(self, refused: Refused) -> Response:
        # The page knows one refusal of the auth calls, 400.
        if self._switches.strict_docs:
            refused = Refused(400, *refused.messages)
        return errors.auth_answer(refused)

    def _route(
        self, name: str, method: str | None, path: str, handle: Handler, refuse: Callable[[Refused], Response]
    ) -> Route:
        def run(call: Call) -> Response:
            try:
                self._check_developer_key(call)
                return handle(call)
            except Refused as refused:
                return refuse(refused)

        methods = list(ANY_METHOD) if method is None else [method]
        return Route(path, endpoint(self._world, run), methods=methods, name=name)


def _fields(call: Call, model: type[BaseModel]) -> Fields:
    try:
        return check(model, call.json())
    except BadJson as problem:
        raise Refused(400, str(problem)) from None
    except Invalid as problem:
        raise Refused(400, *problem.problems) from None


def _ok(data: object) -> Response:
    return JSONResponse({"s": "ok", "d": data})


def _unknown(call: Call) -> Response:
    raise Refused(404, f"Cannot {call.request.method} {call.path}")
