"""The back office of TradeLocker: logins, revoked tokens, switches."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from venuekit_sandbox import control
from venuekit_sandbox.asgi import Call, Fields
from venuekit_sandbox.control import ControlError
from venuekit_sandbox.switches import switch_routes
from venuekit_sandbox.tradelocker.memory import Switches
from venuekit_sandbox.tradelocker.state import State
from venuekit_sandbox.world import World

_DIGITS = re.compile("[0-9]{1,15}")
_ACCOUNT_FIELDS = {
    "id": _DIGITS,
    "accNum": _DIGITS,
    "name": re.compile("[^\ud800-\udfff]+"),
    "currency": re.compile("[A-Z]{3,5}"),
    "balance": re.compile("-?[0-9]{1,15}([.][0-9]{1,8})?"),
    "status": re.compile("[A-Z_]+"),
}
_LOGIN_FIELDS = frozenset({"email", "password", "server", "accounts"})


class Office:
    """What the broker does. Works on the same state as the API."""

    def __init__(self, world: World, state: State) -> None:
        self._world = world
        self._state = state

    def routes(self) -> Sequence[BaseRoute]:
        return [
            control.operation(self._world, "/logins", self._put_login),
            control.operation(self._world, "/revoke", self._revoke),
            *switch_routes(self._world, Switches, lambda: self._state.memory),
        ]

    def seed(self, item: Mapping[str, object]) -> object:
        """Make or replace a login. Raises `ControlError`."""
        fields = Fields(item)
        control.only(fields, _LOGIN_FIELDS)
        login = self._state.put_login(
            email=control.text(fields, "email"),
            password=control.text(fields, "password"),
            server=control.text(fields, "server"),
            accounts=_accounts_of(fields),
        )
        return {
            "email": login.email,
            "server": login.server,
            "accounts": [account.id for account in login.accounts],
        }

    def _put_login(self, call: Call) -> Response:
        fields = control.document(call)
        return JSONResponse(self.seed({name: fields.raw(name) for name in fields.names()}))

    def _revoke(self, call: Call) -> Response:
        fields = control.document(call)
        email, server = control.text(fields, "email"), control.text(fields, "server")
        login = self._state.find(email=email, server=server)
        if login is None:
            raise ControlError(404, "no login of this e-mail address at this server")
        login.generation += 1
        return JSONResponse({"email": email, "server": server})


def _accounts_of(fields: Fields) -> list[dict[str, str]]:
    sent = fields.raw("accounts")
    if sent is None:
        return [{}]
    if not isinstance(sent, list):
        raise ControlError(400, "accounts: a list of objects is expected")
    accounts = [_account_of(item) for item in sent]
    numbers = {int(account.get("accNum", place)) for place, account in enumerate(accounts, start=1)}
    if len(numbers) < len(accounts):
        raise ControlError(400, "accounts: two have the same accNum")
    return accounts


def _account_of(item: object) -> dict[str, str]:
    if not isinstance(item, dict) or not item.keys() <= _ACCOUNT_FIELDS.keys():
        raise ControlError(400, f"accounts: objects with {', '.join(_ACCOUNT_FIELDS)} are expected")
    account = {name: str(value) for name, value in item.items()}
    for name, value in account.items():
        if _ACCOUNT_FIELDS[name].fullmatch(value) is None:
            raise ControlError(400, f"accounts: {name} is malformed")
    return account
