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
from venuekit_sandbox.nebulaecn.errors import deny
from venuekit_sandbox.nebulaecn.state import ServiceAccount, User

KEY_HEADERS = ("x-auth-apikey", "x-auth-nonce", "x-auth-signature")
_OPEN = ("identity", "public")
_CLOSED = ("management",)
_READS = ("GET", "HEAD")
_USABLE = ("active", "pending")


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
        _admit_key(call)
    else:
        _admit_session(call)


def _admit_session(call: Call) -> None:
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
        del desk.state.sessions[session.id]
        raise deny(401, "authz.client_session_mismatch")
    user = desk.state.by_uid(session.uid)
    if user is None:
        raise deny(401, "authz.invalid_session")
    session.expires_at = desk.now + desk.settings.session_seconds
    session.stored_until = desk.now + desk.settings.session_store_seconds
    if user.state not in _USABLE:
        raise deny(401, "authz.user_not_active")
    call.user, call.session = user, session


def _admit_key(call: Call) -> None:
    kid, nonce, signature = (call.headers.get(name, "") for name in KEY_HEADERS)
    if not (kid and nonce and signature):
        raise deny(422, "authz.invalid_api_key_headers")
    found = call.desk.state.key_and_holder(kid)
    if found is None:
        raise deny(401, "authz.unexistent_apikey")
    key, holder = found
    stamp = _leading_number(nonce)
    if stamp <= 0:
        raise deny(401, "authz.nonce_not_valid_timestamp")
    if abs(call.desk.now * 1000 - stamp) >= call.desk.settings.nonce_window_ms:
        raise deny(401, "authz.nonce_expired")
    if not hmac.compare_digest(sign(secret=key.secret, nonce=nonce, kid=kid).encode(), signature.encode()):
        raise deny(401, "authz.invalid_signature")
    if key.state != "active":
        raise deny(401, "authz.apikey_not_active")
    call.user = _owner(holder)


def _owner(holder: User | ServiceAccount) -> User:
    if holder.state not in _USABLE:
        raise deny(401, "authz.invalid_session")
    if isinstance(holder, ServiceAccount):
        # The role of service accounts may trade, but has no rights on this service.
        raise deny(401, "authz.invalid_permission")
    if not holder.otp:
        raise deny(401, "authz.disabled_2fa")
    return holder


def _leading_number(text: str) -> int:
    """The digits a text starts with, as Ruby reads them; 0 when there are none."""
    found = re.match(r"\s*(-?[0-9]+)", text)
    return 0 if found is None else int(found[1][:20])
