"""The back office of stokn, under `/_sandbox/stokn`."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from venuekit_sandbox import control
from venuekit_sandbox.asgi import Call, Fields
from venuekit_sandbox.control import ControlError
from venuekit_sandbox.stokn.identity import strong, well_formed
from venuekit_sandbox.stokn.memory import Account, Login, Person, Switches
from venuekit_sandbox.stokn.state import FAILED, VERIFIED, State
from venuekit_sandbox.switches import switch_routes
from venuekit_sandbox.world import World

VERDICTS = {
    "approved": VERIFIED,
    "rejected": FAILED,
    "rejected-for-good": "VERIFICATION_FATAL_FAILED",
    "in-progress": "VERIFICATION_IN_PROGRESS",
    "none": "UNINITIATED",
}
_SEED = ("email", "password", "phone", "verdict", "active", "temporary_password")


class Office:
    """What people at the venue do by hand."""

    def __init__(self, world: World, state: State) -> None:
        self._world = world
        self._state = state

    def routes(self) -> Sequence[BaseRoute]:
        """Relative to `/_sandbox/stokn`."""
        return [
            control.operation(self._world, "/kyc", self._verdict),
            control.operation(self._world, "/activate", self._activate),
            control.operation(self._world, "/clients", self._client),
            *switch_routes(self._world, Switches, lambda: self._state),
        ]

    def seed(self, item: Mapping[str, object]) -> object:
        """A person who is ready to log in: `email`, `password`, `phone`; see the docs page for the rest.

        Answers `userId` and `accountId`. Raises `ControlError` 400 for a malformed item, 409 for a known person.
        """
        fields = Fields(item)
        control.only(fields, _SEED)
        for name in ("active", "temporary_password"):
            if name in fields and not isinstance(fields.raw(name), bool):
                raise ControlError(400, f"{name}: true or false is expected")
        verdict = _status(fields) if "verdict" in fields else None
        email, phone = control.text(fields, "email"), control.text(fields, "phone")
        password = control.text(fields, "password")
        if not well_formed(email, phone) or not strong(password):
            raise ControlError(400, "email, phone, password: the venue would not take them")
        identity = self._state.identity
        if identity.find(email) is not None or identity.find(phone) is not None:
            raise ControlError(409, "somebody has this e-mail address or phone number already")
        login = Login(
            str(uuid.uuid4()), email, phone, password, must_change=fields.flag("temporary_password")
        )
        person = self._state.add_person(identity.add(login))
        if verdict is not None:
            self._state.judge(person, verdict)
        account = self._state.account(person.id)
        if account is not None and fields.flag("active") and not account.active:
            self._state.activate(account)
        return {"userId": person.id, "accountId": person.id}

    def _verdict(self, call: Call) -> Response:
        fields = control.document(call)
        status = _status(fields)
        person = self._applicant(control.text(fields, "email"))
        self._state.judge(person, status)
        return JSONResponse({"userId": person.id, "userAccountStatus": person.status})

    def _activate(self, call: Call) -> Response:
        account = self._named_account(control.document(call))
        self._state.activate(account)
        return JSONResponse({"accountId": account.id, "active": account.active})

    def _client(self, call: Call) -> Response:
        fields = control.document(call)
        client_id, secret = control.text(fields, "client_id"), control.text(fields, "client_secret")
        self._state.clients[client_id] = secret
        return JSONResponse({"client_id": client_id})

    def _named_account(self, fields: Fields) -> Account:
        if "accountId" in fields:
            account = self._state.account(control.text(fields, "accountId"))
        else:
            account = self._state.account(self._applicant(control.text(fields, "email")).id)
        if account is None:
            raise ControlError(404, "no such account")
        return account

    def _applicant(self, email: str) -> Person:
        person = self._state.person_by_email(email)
        if person is None:
            raise ControlError(404, "nobody has signed up with this e-mail address")
        return person


def _status(fields: Fields) -> str:
    status = VERDICTS.get(control.text(fields, "verdict"))
    if status is None:
        raise ControlError(400, f"verdict: one of {', '.join(VERDICTS)} is expected")
    return status
