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
    """`{"email", "verdict": "approved" | "rejected"}`: the vendor decides about the documents.

    The submitted profile becomes verified either way: it does so in the original as soon as the vendor knows the
    applicant, whatever becomes of the documents.
    """
    user = _user(desk, body)
    verdict = _VERDICTS.get(text(body, "verdict"))
    if verdict is None:
        raise ControlError(400, "verdict: approved or rejected is expected")
    for profile in user.profiles:
        if profile.state == "submitted":
            profile.state = "verified"
            profile.updated_at = desk.now
            accounts.set_private(desk, user, "profile", "verified")
    accounts.set_private(desk, user, "document", verdict)
    return {"email": user.email, "state": user.state, "level": user.level, "document": verdict}


def label(desk: Desk, body: Fields) -> object:
    """`{"email", "key", "value"}`: set a private label; without a value, remove it."""
    user, key = _user(desk, body), text(body, "key")
    if "value" in body:
        accounts.set_private(desk, user, key, text(body, "value"))
    else:
        accounts.drop_private(desk, user, key)
    return {"email": user.email, "state": user.state, "level": user.level}


def service_account(desk: Desk, body: Fields) -> object:
    """`{"email"}`: give the user a service account."""
    owner = _user(desk, body)
    uid = desk.state.new_uid("SI")
    account = ServiceAccount(
        id=desk.state.next_id(),
        uid=uid,
        email=f"{uid.lower()}@{owner.email.rpartition('@')[2]}",
        owner=owner,
        created_at=desk.now,
        updated_at=desk.now,
    )
    desk.state.service_accounts.append(account)
    return entities.service_account(account)


def whitelink(desk: Desk, body: Fields) -> object:
    """`{}`: a token for the whitelist operation."""
    token = secrets.token_hex(10)
    desk.state.whitelinks.add(token)
    return {"whitelink_token": token}


def id_token(desk: Desk, body: Fields) -> object:
    """`{"email"?, "email_verified"?}`: an identity token as the login provider would issue it."""
    claims: dict[str, str | bool] = {"email_verified": body.raw("email_verified") is not False}
    if "email" in body:
        claims["email"] = text(body, "email")
    return {"id_token": desk.tokens.issue(subject="auth0", claims=claims)}


def change_settings(desk: Desk, body: Fields) -> object:
    """Any of the switches by name; answers with all of them. A reset of the sandbox undoes it."""
    current = dataclasses.asdict(desk.settings)
    unknown = [name for name in body.names() if name not in current]
    if unknown:
        raise ControlError(400, f"{unknown[0]}: not a setting")
    wanted = current | {name: body.raw(name) for name in body.names()}
    try:
        # From JSON text: there "strict" takes lists for tuples, but no "1" for 1.
        desk.settings = TypeAdapter(Settings).validate_json(json.dumps(wanted), strict=True)
    except ValidationError as error:
        raise ControlError(400, f"{error.errors()[0]['loc'][0]}: not a value for this setting") from None
    return dataclasses.asdict(desk.settings)


Action = Callable[[Desk, Fields], object]
ACTIONS: dict[str, Action] = {
    "kyc": kyc,
    "label": label,
    "service_account": service_account,
    "whitelink": whitelink,
    "id_token": id_token,
    "settings": change_settings,
}


def control_routes(desk: Desk) -> Sequence[BaseRoute]:
    """One POST route per action."""
    return [operation(desk.world, f"/{name}", _handler(desk, action)) for name, action in ACTIONS.items()]


def _handler(desk: Desk, action: Action) -> asgi.Handler:
    def handle(call: asgi.Call) -> Response:
        return JSONResponse(action(desk, document(call)))

    return handle
