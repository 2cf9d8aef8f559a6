"""API keys of a user: list, create, change, delete. Everything but listing wants a one-time code."""

from __future__ import annotations

import re
import secrets

from venuekit_sandbox.nebulaecn import entities
from venuekit_sandbox.nebulaecn.calls import Answer, Call, Desk, Operation
from venuekit_sandbox.nebulaecn.errors import Faults, not_found, refuse
from venuekit_sandbox.nebulaecn.paging import page_checks, paged
from venuekit_sandbox.nebulaecn.params import Form, Params
from venuekit_sandbox.nebulaecn.state import ApiKey
from venuekit_sandbox.nebulaecn.store import Holder
from venuekit_schemas import nebulaecn as schemas

ATTRIBUTES = ("id", "kid", "algorithm", "scope", "state", "created_at", "updated_at")
_FILLED = frozenset({"algorithm", "scope", "totp_code"})

LIST = Form(
    "resource.apikey",
    fields=(("ordering", False), ("order_by", False), ("page", False), ("limit", False)),
    choices={
        "ordering": (("asc", "desc", "ASC", "DESC"), "resource.api_key.invalid_ordering"),
        "order_by": (ATTRIBUTES, "resource.api_key.invalid_attribute"),
    },
    checks=page_checks("resource.api_key"),
)
CREATE = Form(
    "resource.apikey",
    schemas.CreateApiKeyRequest,
    filled=_FILLED,
    missing={"totp_code": "resource.api_key.missing_totp"},
)
CHANGE = Form("resource.apikey", schemas.UpdateApiKeyRequest, filled=_FILLED)
DELETE = Form("resource.apikey", fields=(("totp_code", True),), filled=frozenset({"totp_code"}))


def check_code(call: Call, params: Params, *, prefix: str) -> None:
    """400 without two factors, 422 for a wrong code."""
    if not call.me.otp:
        raise refuse(400, f"{prefix}.2fa_disabled")
    if not call.desk.totp.accepts(call.me, params.text("totp_code")):
        raise refuse(422, f"{prefix}.invalid_totp")


def listed(call: Call, params: Params, keys: list[ApiKey]) -> Answer:
    """One page of keys, without their secrets."""
    attribute = params.optional("order_by") or "id"
    backwards = params.text("ordering").lower() == "desc"
    ordered = sorted(keys, key=lambda key: _rank(getattr(key, attribute)), reverse=backwards)
    return paged(call, params, [entities.api_key(key) for key in ordered])


def _rank(value: object) -> tuple[float, str]:
    return (float(value), "") if isinstance(value, int | float) else (0.0, str(value))


def new_key(desk: Desk, holder: Holder, params: Params) -> ApiKey:
    """Store a key. Only HS256 is taken, and only for an active account of the level the settings ask for."""
    algorithm = params.text("algorithm")
    faults = Faults()
    if algorithm != "HS256":
        faults.add("algorithm", "inclusion")
    if "HS" not in algorithm:
        # Key ids are only made up for names of this family; any other key ends up without one.
        faults.add("kid", "blank")
    if holder.state != "active" or desk.state.owner(holder).level < desk.settings.require_level_for_keys:
        faults.add("key_holder_account", "invalid")
    faults.check()
    key = ApiKey(
        id=desk.memory.next_id(),
        kid=secrets.token_hex(8),
        algorithm=algorithm,
        secret=secrets.token_hex(16),
        scope=scopes(params),
        state="active",
        created_at=desk.now,
        updated_at=desk.now,
    )
    desk.state.add_key(holder, key)
    return key


def scopes(params: Params) -> list[str]:
    """Comma-separated text as a list. It is stored and shown, and means nothing to this service."""
    return [word for word in re.split(r"\s*,\s*", params.text("scope").strip()) if word]


def change_key(desk: Desk, key: ApiKey, params: Params) -> None:
    """New state and scope. A call without `scope` empties the scope, as in the original."""
    state = params.optional("state")
    if state is not None and state not in ("active", "inactive"):
        raise refuse(422, "state.invalid")
    if state is not None:
        key.state = "active" if state == "active" else "inactive"
    key.scope = scopes(params)
    key.updated_at = desk.now


def find_key(call: Call, holder: Holder) -> ApiKey:
    """The holder's key named in the path, or 404."""
    found = call.desk.state.key(call.path["kid"])
    if found is None or found[0] is not holder:
        raise not_found()
    return found[1]


def list_api_keys(call: Call) -> Answer:
    return listed(call, call.read(LIST), call.me.api_keys)


def create_api_key(call: Call) -> Answer:
    """Create a key. This answer is the only place its secret is ever shown."""
    params = call.read(CREATE)
    check_code(call, params, prefix="resource.api_key")
    key = new_key(call.desk, call.me, params)
    return Answer(201, entities.api_key(key, with_secret=True))


def update_api_key(call: Call) -> Answer:
    params = call.read(CHANGE)
    check_code(call, params, prefix="resource.api_key")
    key = find_key(call, call.me)
    change_key(call.desk, key, params)
    return Answer(200, entities.api_key(key))


def delete_api_key(call: Call) -> Answer:
    """Delete a key. The code may come in the query or in a form body."""
    params = call.read(DELETE)
    check_code(call, params, prefix="resource.api_key")
    call.desk.state.remove_key(find_key(call, call.me))
    return Answer(204)


OPERATIONS = (
    Operation("listApiKeys", "GET", "/resource/api_keys", list_api_keys, LIST),
    Operation("createApiKey", "POST", "/resource/api_keys", create_api_key),
    Operation("deleteApiKey", "DELETE", "/resource/api_keys/{kid}", delete_api_key, DELETE),
    Operation("updateApiKey", "PATCH", "/resource/api_keys/{kid}", update_api_key),
)
