"""The back office of RabbitX: keys, vault roles, orders and positions, switches."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from venuekit_sandbox import control
from venuekit_sandbox.asgi import Call, Fields
from venuekit_sandbox.control import ControlError
from venuekit_sandbox.rabbitx import signing
from venuekit_sandbox.rabbitx.errors import Refused
from venuekit_sandbox.rabbitx.memory import Login, Profile, Switches, place
from venuekit_sandbox.rabbitx.shapes import api_secret_json
from venuekit_sandbox.rabbitx.state import State
from venuekit_sandbox.switches import switch_routes
from venuekit_sandbox.world import World

_BALANCE = re.compile("-?[0-9]{1,15}([.][0-9]{1,8})?")
_MOST_AT_ONCE = 10_000
_LISTS = ("orders", "positions", "notifications")
_SEED = frozenset({"wallet", "eid", "profile_type", "balance", "api_key", "allowed_ips", *_LISTS})


class Office:
    """What people at the venue, or its web page, do. Works on the same state as the API."""

    def __init__(self, world: World, state: State) -> None:
        self._world = world
        self._state = state

    def routes(self) -> Sequence[BaseRoute]:
        return [
            control.operation(self._world, "/secrets", self._make_secrets),
            control.operation(self._world, "/vaults", self._give_roles),
            control.operation(self._world, "/activity", self._make_activity),
            *switch_routes(self._world, Switches, lambda: self._state.memory),
        ]

    def seed(self, item: Mapping[str, object]) -> object:
        """Make a profile, and an API key for it unless told otherwise. Raises `ControlError`."""
        fields = Fields(item)
        control.only(fields, _SEED)
        eid, wallet = _chain_and_wallet(fields)
        kind, balance = fields.raw("profile_type"), fields.raw("balance")
        if kind not in (None, "trader", "vault"):
            raise ControlError(400, "profile_type: trader or vault is expected")
        if balance is not None and not (isinstance(balance, str) and _BALANCE.fullmatch(balance)):
            raise ControlError(400, "balance: a decimal in a string is expected")
        if fields.raw("api_key") not in (None, True, False):
            raise ControlError(400, "api_key: true or false is expected")
        addresses, counts = _addresses(fields), _counts(fields)
        with_key = fields.raw("api_key") is not False
        try:
            profile = self._state.sign_in(eid=eid, wallet=wallet, kind=str(kind or "trader"))
            key = self._state.new_api_key(profile, allowed_ips=addresses) if with_key else None
        except Refused as refused:
            raise ControlError(409, refused.text) from None
        if isinstance(balance, str):
            profile.balance = balance
        self._add(profile, counts)
        made: dict[str, object] = {"id": profile.id, "wallet": profile.wallet, "eid": profile.eid}
        return made if key is None else made | {"secrets": self.secrets_json(key)}

    def secrets_json(self, login: Login) -> dict[str, object]:
        """A key pair with its tokens, as `POST /secrets/refresh` answers it."""
        return {
            "api_secret": api_secret_json(login, self._state.profile_of(login)),
            "jwt_private": self._state.issue_jwt(login),
            "jwt_public": self._state.issue_jwt(login, use="public"),
            "refresh_token": login.refresh_token,
            "allowed_ip_list": list(login.allowed_ips),
            "created_at": int(self._state.clock.now()),
        }

    def _make_secrets(self, call: Call) -> Response:
        fields = control.document(call)
        addresses = _addresses(fields)
        try:
            key = self._state.new_api_key(self._known(fields), allowed_ips=addresses)
        except Refused as refused:
            raise ControlError(409, refused.text) from None
        return JSONResponse(self.secrets_json(key))

    def _give_roles(self, call: Call) -> Response:
        fields = control.document(call)
        eid, wallet = _chain_and_wallet(fields)
        sent = fields.raw("signers")
        if not isinstance(sent, list) or not all(isinstance(s, str) and signing.is_wallet(s) for s in sent):
            raise ControlError(400, "signers: a list of wallets is expected")
        self._state.memory.vaults[place(eid, wallet)] = [signer.lower() for signer in sent]
        return JSONResponse({"wallet": wallet, "eid": eid, "signers": sent})

    def _make_activity(self, call: Call) -> Response:
        fields = control.document(call)
        counts = _counts(fields)
        profile = self._known(fields)
        self._add(profile, counts)
        return JSONResponse(
            {
                "orders": len(profile.orders),
                "positions": len(profile.positions),
                "notifications": len(profile.notifications),
            }
        )

    def _known(self, fields: Fields) -> Profile:
        eid, wallet = _chain_and_wallet(fields)
        profile = self._state.find(eid=eid, wallet=wallet)
        if profile is None:
            raise ControlError(404, "no profile of this wallet on this chain")
        return profile

    def _add(self, profile: Profile, counts: dict[str, int]) -> None:
        now = self._state.clock.now()
        profile.orders += [now] * counts["orders"]
        profile.positions += [now] * counts["positions"]
        profile.notifications += [now] * counts["notifications"]


def _chain_and_wallet(fields: Fields) -> tuple[str, str]:
    wallet = control.text(fields, "wallet")
    if not signing.is_wallet(wallet):
        raise ControlError(400, "wallet: 0x and 40 hex digits are expected")
    eid = control.text(fields, "eid") if "eid" in fields else "rbx"
    if eid not in signing.EXCHANGES:
        raise ControlError(400, f"eid: one of {', '.join(signing.EXCHANGES)} is expected")
    return eid, wallet


def _addresses(fields: Fields) -> list[str]:
    sent = fields.raw("allowed_ips")
    if sent is None:
        return []
    if not isinstance(sent, list) or not all(isinstance(s, str) and s.isascii() for s in sent):
        raise ControlError(400, "allowed_ips: a list of addresses is expected")
    return sent


def _counts(fields: Fields) -> dict[str, int]:
    counts = {}
    for name in _LISTS:
        sent = fields.raw(name)
        if sent is not None and (type(sent) is not int or not 0 <= sent <= _MOST_AT_ONCE):
            raise ControlError(400, f"{name}: an integer from 0 to {_MOST_AT_ONCE} is expected")
        counts[name] = sent if isinstance(sent, int) else 0
    return counts
