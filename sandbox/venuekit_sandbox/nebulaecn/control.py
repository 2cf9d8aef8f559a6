"""Back office: what people and vendors around the venue do, for tests and demos. JSON in, JSON out."""

from __future__ import annotations

import dataclasses
import json
import secrets
from collections.abc import Callable, Sequence

from pydantic import TypeAdapter, ValidationError
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from venuekit_sandbox import asgi
from venuekit_sandbox.asgi import Fields
from venuekit_sandbox.control import ControlError, document, operation, text
from venuekit_sandbox.nebulaecn import accounts, entities
from venuekit_sandbox.nebulaecn.calls import Desk
from venuekit_sandbox.nebulaecn.settings import Settings
from venuekit_sandbox.nebulaecn.state import ServiceAccount, User

_VERDICTS = {"approved": "verified", "rejected": "rejected"}


def _user(desk: Desk, body: Fields) -> User:
    user = desk.state.by_email(text(body, "email"))
    if user is None:
        raise ControlError(404, "no such applicant")
    return user


def kyc(desk: Desk, body: Fields) -> object:
    """`{"email", "verdict": "approved" | "rejected"}`: the vendor decides about the documents."""
    user = _user(desk, body)
    verdict = _VERDICTS.get(text(body, "verdict"))
    if verdict is None:
        raise ControlError(400, "verdict: approved or rejected is expected")
    accounts.decide(desk, user, verdict)
    return {"email": user.email, "state": user.state, "level": user.level, "document": verdict}


def label(desk: Desk, body: Fields) -> object:
    """`{"email", "key", "value"}`: set a private label; without a value, remove it."""
    user, key = _user(desk, body), text(body, "key")
    if "value" in body:
        accounts.set_private(desk, user, key, text(body, "value"))
    else:
        accounts.drop_private(desk, user, key)
    return {"email": user.email, "state": user.state, "level": user.level}


def role(desk: Desk, body: Fields) -> object:
    """`{"email", "role"}`: give the user a role. What it may do is in the switch `permissions`."""
    user = _user(desk, body)
    user.role = text(body, "role")
    return {"email": user.email, "role": user.role}


def service_account(desk: Desk, body: Fields) -> object:
    """`{"email"}`: give the user a service account."""
    owner = _user(desk, body)
    uid = desk.memory.new_uid("SI")
    account = ServiceAccount(
        id=desk.memory.next_id(),
        uid=uid,
        email=f"{uid.lower()}@{owner.email.rpartition('@')[2]}",
        owner_uid=owner.uid,
        created_at=desk.now,
        updated_at=desk.now,
    )
    desk.state.add_account(account)
    return entities.service_account(account, owner)


def whitelink(desk: Desk, body: Fields) -> object:
    """`{}`: a token for the whitelist operation."""
    token = secrets.token_hex(10)
    desk.memory.whitelinks.add(token)
    return {"whitelink_token": token}


def id_token(desk: Desk, body: Fields) -> object:
    """`{"email"?, "email_verified"?}`: an identity token as the login provider would issue it."""
    claims: dict[str, str | bool] = {"email_verified": body.raw("email_verified") is not False}
    if "email" in body:
        claims["email"] = text(body, "email")
    return {"id_token": desk.tokens.issue(subject="auth0", claims=claims)}


def switches(desk: Desk) -> object:
    """All switches as they stand."""
    return dataclasses.asdict(desk.settings)


def change_switches(desk: Desk, body: Fields) -> object:
    """Any of the switches by name; answers with all of them. A reset of the sandbox undoes it."""
    current = dataclasses.asdict(desk.settings)
    unknown = [name for name in body.names() if name not in current]
    if unknown:
        raise ControlError(400, f"{unknown[0]}: not a setting")
    wanted = current | {name: body.raw(name) for name in body.names()}
    try:
        # From JSON text: there "strict" takes lists for tuples, but no "1" for 1.
        desk.memory.settings = TypeAdapter(Settings).validate_json(json.dumps(wanted), strict=True)
    except ValidationError as error:
        raise ControlError(400, f"{error.errors()[0]['loc'][0]}: not a value for this setting") from None
    return switches(desk)


Action = Callable[[Desk, Fields], object]
ACTIONS: dict[str, Action] = {
    "kyc": kyc,
    "label": label,
    "service_account": service_account,
    "whitelink": whitelink,
    "id_token": id_token,
    "role": role,
    "settings": change_switches,
    "switches": change_switches,
}


def control_routes(desk: Desk) -> Sequence[BaseRoute]:
    """One POST route per action, and GET for the switches under both their names."""

    def show(call: asgi.Call) -> Response:
        return JSONResponse(switches(desk))

    routes = [operation(desk.world, f"/{name}", _handler(desk, action)) for name, action in ACTIONS.items()]
    routes += [operation(desk.world, f"/{name}", show, method="GET") for name in ("settings", "switches")]
    return routes


def _handler(desk: Desk, action: Action) -> asgi.Handler:
    def handle(call: asgi.Call) -> Response:
        return JSONResponse(action(desk, document(call)))

    return handle
