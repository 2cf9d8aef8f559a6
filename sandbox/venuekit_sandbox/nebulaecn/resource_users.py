"""The caller's own account: view, data, password, activity, closing it."""

from __future__ import annotations

import hmac

from venuekit_sandbox.nebulaecn import accounts, entities, passwords
from venuekit_sandbox.nebulaecn.calls import Answer, Call, Operation
from venuekit_sandbox.nebulaecn.errors import Faults, refuse
from venuekit_sandbox.nebulaecn.identity_users import DATA_LIMIT, check_data
from venuekit_sandbox.nebulaecn.paging import page_checks, paged, whole
from venuekit_sandbox.nebulaecn.params import Form
from venuekit_schemas import nebulaecn as schemas

TOPICS = ("all", "password", "session", "otp", "account")

CHANGE_PASSWORD = Form(
    "resource.user",
    schemas.ChangePasswordRequest,
    filled=frozenset({"old_password", "new_password", "confirm_password"}),
)
CHANGE = Form("resource.user", schemas.UpdateMeRequest, filled=frozenset({"data"}))
CLOSE = Form(
    "resource.user",
    fields=(("password", True), ("otp_code", False)),
    filled=frozenset({"password", "otp_code"}),
)


def _whole_time(name: str, text: str) -> str | None:
    return None if whole(text) is not None else f"resource.user.non_integer_{name}"


ACTIVITY = Form(
    "resource.user",
    fields=(("time_from", False), ("time_to", False), ("result", False), ("page", False), ("limit", False)),
    filled=frozenset({"time_from", "time_to", "result"}),
    invalid={"result": "resource.user.non_string_result"},
    checks={
        "time_from": lambda text: _whole_time("time_from", text),
        "time_to": lambda text: _whole_time("time_to", text),
        **page_checks("resource.user"),
    },
)


def get_me(call: Call) -> Answer:
    return Answer(200, entities.user(call.me))


def update_me(call: Call) -> Answer:
    """Replace the free data, a JSON text."""
    text = call.read(CHANGE).text("data")
    faults = Faults()
    check_data(text, limit=DATA_LIMIT, faults=faults)
    faults.check()
    call.me.data, call.me.updated_at = text, call.desk.now
    return Answer(200, entities.user(call.me))


def delete_me(call: Call) -> Answer:
    """Close the account: a label puts it into the state `deleted`; nothing is erased."""
    params = call.read(CLOSE)
    if not passwords.matches(params.text("password"), call.me.password):
        raise refuse(422, "resource.user.invalid_password")
    if call.me.otp:
        if not params.has("otp_code"):
            raise refuse(422, "resource.user.missing_otp_code")
        if not call.desk.totp.accepts(call.me, params.text("otp_code")):
            raise refuse(422, "resource.user.invalid_otp")
    accounts.set_private(call.desk, call.me, "delete", "by_user")
    return Answer(200, 200)


def change_password(call: Call) -> Answer:
    """A new password for somebody who knows the old one. Sessions stay open."""
    params = call.read(CHANGE_PASSWORD)
    new = params.text("new_password")
    if not hmac.compare_digest(new.encode(), params.text("confirm_password").encode()):
        raise refuse(422, "resource.password.doesnt_match")
    if not passwords.matches(params.text("old_password"), call.me.password):
        call.record(call.me, topic="password", action="password change", result="failed")
        raise refuse(400, "resource.password.prev_pass_not_correct")
    if passwords.matches(new, call.me.password):
        raise refuse(400, "resource.password.no_change_provided")
    faults = Faults()
    passwords.judge(new, settings=call.desk.settings, faults=faults)
    faults.check()
    call.me.password = passwords.digest(new)
    call.record(call.me, topic="password", action="password change")
    return Answer(201, 201)


def list_activity(call: Call) -> Answer:
    """What the account did, newest first. Nothing to show is an error here."""
    topic = call.path["topic"]
    if topic not in TOPICS:
        raise refuse(422, "resource.user.wrong_topic")
    params = call.read(ACTIVITY)
    start, end, result = (
        whole(params.text("time_from")),
        whole(params.text("time_to")),
        params.optional("result"),
    )
    found = [
        item
        for item in call.me.activities
        if topic in ("all", item.topic)
        and (result is None or item.result == result)
        and (start is None or item.created_at >= start)
        and (end is None or item.created_at <= end)
    ]
    if not found:
        raise refuse(422, "resource.user.no_activity")
    return paged(call, params, [entities.activity(item) for item in reversed(found)])


OPERATIONS = (
    Operation("changePassword", "PUT", "/resource/users/password", change_password),
    Operation("listActivity", "GET", "/resource/users/activity/{topic}", list_activity, ACTIVITY),
    Operation("deleteMe", "DELETE", "/resource/users/me", delete_me, CLOSE),
    Operation("updateMe", "PUT", "/resource/users/me", update_me),
    Operation("getMe", "GET", "/resource/users/me", get_me),
)
