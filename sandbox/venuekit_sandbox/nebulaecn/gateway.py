"""The gate in front of the service: who calls, and may he?

Paths under identity and public pass. Anything else needs a session (with the CSRF token for everything that
writes) or a signed API key. One of the three key headers is enough to choose the second way.
"""

from __future__ import annotations

import hashlib
import hmac
import re

from venuekit_sandbox.nebulaecn import limits
from venuekit_sandbox.nebulaecn.calls import Call, same_network
from venuekit_sandbox.nebulaecn.errors import deny, not_found
from venuekit_sandbox.nebulaecn.state import ServiceAccount, User
from venuekit_sandbox.nebulaecn.store import Holder

KEY_HEADERS = ("x-auth-apikey", "x-auth-nonce", "x-auth-signature")
_OPEN = ("identity", "public")
_CLOSED = ("management",)
_READS = ("GET", "HEAD")
_USABLE = ("active", "pending")
_ACTIONS = {"GET": "read", "POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}


def sign(*, secret: str, nonce: str, kid: str) -> str:
    """Lower-case hex HMAC-SHA256 of nonce and key id. The key is the secret's text, not what its hex stands for."""
    return hmac.new(secret.encode(), (nonce + kid).encode(), hashlib.sha256).hexdigest()


def admit(call: Call, path: str) -> None:
    """Let the call through, with `call.user` set where somebody is needed, or deny it."""
    limits.restrict(call, path)
    area = path.strip("/").split("/")[0]
    if area in _OPEN:
        return
    if area in _CLOSED:
        raise deny(401, "authz.permission_denied")
    if any(name in call.headers for name in KEY_HEADERS):
        holder = _key_holder(call)
    else:
        holder = _session_user(call)
    _permit(call, holder, path.strip("/"))
    if isinstance(holder, ServiceAccount):
        # Let through by a permission of the deployment's own, it is still nobody whom the service knows.
        raise not_found()
    call.user = holder


def _session_user(call: Call) -> User:
    desk = call.desk
    session = call.known_session()
    if desk.settings.csrf and call.method not in _READS:
        token = call.headers.get("x-csrf-token")
        if not token:
            raise deny(401, "authz.missing_csrf_token")
        expected = session.csrf_token if session is not None else ""
        if not hmac.compare_digest(token.encode(), expected.encode()):
            raise deny(401, "authz.csrf_token_mismatch")
    if session is None:
        raise deny(401, "authz.invalid_session")
    if (
        session.user_agent != call.user_agent
        or session.expires_at <= desk.now
        or not same_network(session.ip, call.ip)
    ):
        desk.state.drop_session(session.id)
        raise deny(401, "authz.client_session_mismatch")
    user = desk.state.by_uid(session.uid)
    if user is None:
        raise deny(401, "authz.invalid_session")
    session.expires_at = desk.now + desk.settings.session_seconds
    session.stored_until = desk.now + desk.settings.session_store_seconds
    desk.state.keep_session(session)
    if user.state not in _USABLE:
        raise deny(401, "authz.user_not_active")
    call.session = session
    return user


def _key_holder(call: Call) -> Holder:
    kid, nonce, signature = (call.headers.get(name, "") for name in KEY_HEADERS)
    if not (kid and nonce and signature):
        raise deny(422, "authz.invalid_api_key_headers")
    found = call.desk.state.key(kid)
    if found is None:
        raise deny(401, "authz.unexistent_apikey")
    holder, key = found
    stamp = _leading_number(nonce)
    if stamp <= 0:
        raise deny(401, "authz.nonce_not_valid_timestamp")
    if abs(call.desk.now * 1000 - stamp) >= call.desk.settings.nonce_window_ms:
        raise deny(401, "authz.nonce_expired")
    if not hmac.compare_digest(sign(secret=key.secret, nonce=nonce, kid=kid).encode(), signature.encode()):
        raise deny(401, "authz.invalid_signature")
    if key.state != "active":
        raise deny(401, "authz.apikey_not_active")
    if holder.state not in _USABLE:
        raise deny(401, "authz.invalid_session")
    if isinstance(holder, User) and not holder.otp:
        raise deny(401, "authz.disabled_2fa")
    return holder


def _permit(call: Call, holder: Holder, path: str) -> None:
    """Apply the rules about the holder's role. Refusals and audited calls are lines of the user's activity."""
    actions = {
        rule.action
        for rule in call.desk.settings.permissions
        if rule.role == holder.role and rule.verb in ("ALL", call.method) and path.startswith(rule.path)
    }
    permitted = "accept" in actions and "drop" not in actions
    if isinstance(holder, User) and (not permitted or "audit" in actions):
        result = "succeed" if permitted else "denied"
        call.record(holder, topic="general", action=_ACTIONS.get(call.method, "system"), result=result)
    if not permitted:
        raise deny(401, "authz.invalid_permission")


def _leading_number(text: str) -> int:
    """The digits a text starts with, as Ruby reads them; 0 when there are none."""
    found = re.match(r"\s*(-?[0-9]+)", text)
    return 0 if found is None else int(found[1][:20])
