"""The back office of T4, under `/_sandbox/t4`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from venuekit_sandbox import control
from venuekit_sandbox.asgi import Call, Fields
from venuekit_sandbox.control import ControlError
from venuekit_sandbox.switches import switch_routes
from venuekit_sandbox.t4.memory import Switches, User
from venuekit_sandbox.t4.records import DOCUMENTS
from venuekit_sandbox.t4.state import MIN_NAME, MIN_PASSWORD, State, guid, ticks
from venuekit_sandbox.world import World

LOGIN_RESULTS = ("LoggedInElsewhere", "PasswordExpired", "LockedOut", "TwoFactorRequired")
_SEED_TEXTS = ("account", "email", "firstname", "lastname")
_SEED = ("username", "password", *_SEED_TEXTS, "enabled")


class Office:
    """What people at the venue do by hand."""

    def __init__(self, world: World, state: State) -> None:
        self._world = world
        self._state = state

    def routes(self) -> Sequence[BaseRoute]:
        """Relative to `/_sandbox/t4`."""
        return [
            control.operation(self._world, "/enable", self._enable),
            control.operation(self._world, "/disable", self._disable),
            control.operation(self._world, "/login-result", self._login_result),
            *switch_routes(self._world, Switches, lambda: self._state),
        ]

    def seed(self, item: Mapping[str, object]) -> object:
        """A user who is ready to log in: `username`, `password`; see the docs page for the rest.

        Answers `userID`, `accountID` and `account`. Raises `ControlError` 400 for a malformed item, 409 for a name
        that is taken.
        """
        fields = Fields(item)
        control.only(fields, _SEED)
        if "enabled" in fields and not isinstance(fields.raw("enabled"), bool):
            raise ControlError(400, "enabled: true or false is expected")
        username, password = control.text(fields, "username"), control.text(fields, "password")
        if len(username) < MIN_NAME or len(password) < MIN_PASSWORD:
            raise ControlError(400, "username, password: the venue would not take them")
        texts = {name: control.text(fields, name) for name in _SEED_TEXTS if name in fields}
        account = texts.pop("account", username)
        if self._state.by_name(username) is not None or self._state.by_account(account) is not None:
            raise ControlError(409, "a user or an account of this name is there already")
        now = self._world.clock.now()
        profile = {
            "firstname": "John", "lastname": "Smith", "phone": "555-123-4567", "email": username,
            "street": "123 Main Street", "city": "Anytown", "county": "Anycounty", "state": "IL",
            "postCode": "60001", "country": "US",
        }  # fmt: skip
        user = self._state.add(
            User(
                id=guid(),
                username=username,
                password=password,
                application_type="NonProfessional",
                profile=profile | texts,
                account_id=guid(),
                account=account,
                account_name=account,
                subscriptions={"DUMMY": "Delayed"},
                eula_version=self._state.switches.eula_version,
                signatures=dict.fromkeys((d.name for d in DOCUMENTS), ticks(now)),
                created_at=now,
                account_enabled=fields.flag("enabled") or "enabled" not in fields,
            )
        )
        return {"userID": user.id, "accountID": user.account_id, "account": user.account}

    def _enable(self, call: Call) -> Response:
        user = self._named(control.document(call))
        user.enabled = user.account_enabled = True
        return JSONResponse({"username": user.username, "account": self._state.record(user).account_json()})

    def _disable(self, call: Call) -> Response:
        user = self._named(control.document(call))
        user.enabled = False
        return JSONResponse({"username": user.username, "user": self._state.record(user).user_json()})

    def _login_result(self, call: Call) -> Response:
        fields = control.document(call)
        result = fields.raw("result")
        if "result" not in fields.names() or (result is not None and result not in LOGIN_RESULTS):
            raise ControlError(400, f"result: null or one of {', '.join(LOGIN_RESULTS)} is expected")
        user = self._named(fields)
        user.login_result = None if result is None else str(result)
        return JSONResponse({"username": user.username, "result": user.login_result})

    def _named(self, fields: Fields) -> User:
        user = self._state.by_name(control.text(fields, "username"))
        if user is None:
            raise ControlError(404, "no user of this name")
        return user
