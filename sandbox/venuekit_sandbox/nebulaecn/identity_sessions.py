"""Identity: logging in and out."""

from __future__ import annotations

import secrets

from venuekit_sandbox.magic import LOCKED, outcomes
from venuekit_sandbox.nebulaecn import accounts, captcha, passwords
from venuekit_sandbox.nebulaecn.calls import Answer, Call, Operation
from venuekit_sandbox.nebulaecn.errors import Refusal, refuse
from venuekit_sandbox.nebulaecn.identity_users import new_user
from venuekit_sandbox.nebulaecn.params import Form
from venuekit_sandbox.nebulaecn.state import User
from venuekit_schemas import nebulaecn as schemas

LOGIN = Form("identity.session", schemas.CreateSessionRequest, untyped=frozenset({"captcha_response"}))
AUTH0 = Form("identity.session", schemas.CreateAuth0SessionRequest, filled=frozenset({"id_token"}))
_REFUSED_STATES = {"banned": "banned", "deleted": "deleted", "locked": "not_active"}


def create_session(call: Call) -> Answer:
    """Log in with e-mail, password and, where two factors are on, a one-time code."""
    params = call.read(LOGIN)
    if isinstance(call.raw.get("captcha_response"), list):
        raise refuse(422, "identity.session.invalid_captcha_format")
    captcha.check(call, "session_create")
    user = call.desk.state.by_email(params.text("email"))
    if user is None:
        raise refuse(401, "identity.session.invalid_params")
    if LOCKED in outcomes(user.email):
        raise _failed(call, user, 401, _REFUSED_STATES["locked"])
    if user.state in _REFUSED_STATES:
        raise _failed(call, user, 401, _REFUSED_STATES[user.state])
    if not passwords.matches(params.text("password"), user.password):
        raise _failed(call, user, 401, "invalid_params")
    action = "login"
    if user.otp:
        action = "login::2fa"
        code = params.text("otp_code")
        if not code.strip():
            raise refuse(401, "identity.session.missing_otp")
        if not call.desk.totp.accepts(user, code):
            raise _failed(call, user, 403, "invalid_otp", action=action)
    call.record(user, topic="session", action=action)
    return call.log_in(user, status=200)


def _failed(call: Call, user: User, status: int, word: str, *, action: str = "login") -> Refusal:
    call.record(user, topic="session", action=action, result="failed")
    return refuse(status, f"identity.session.{word}")


def create_auth0_session(call: Call) -> Answer:
    """Log in with an identity token. Only tokens minted by the sandbox's own control plane are known."""
    token = call.read(AUTH0).text("id_token")
    try:
        claims = call.desk.tokens.read(token, subject="auth0")
    except Refusal:
        raise refuse(422, "identity.session.auth0.invalid_params") from None
    email = claims.get("email")
    if not isinstance(email, str) or claims.get("email_verified") is not True:
        raise refuse(401, "identity.session.auth0.invalid_params")
    user = call.desk.state.by_email(email)
    if user is None:
        user = new_user(call, email=email, password=secrets.token_hex(30))
        accounts.set_private(call.desk, user, "email", "verified")
    call.record(user, topic="session", action="login")
    return call.log_in(user, status=201)


def delete_session(call: Call) -> Answer:
    """Log out. The gateway does not look at this path, so neither CSRF token nor binding are checked."""
    session = call.known_session()
    user = None if session is None else call.desk.state.by_uid(session.uid)
    if session is None or user is None:
        raise refuse(404, "identity.session.not_found")
    call.record(user, topic="session", action="logout")
    call.desk.state.drop_session(session.id)
    call.set_cookie = ""
    return Answer(200, 200)


OPERATIONS = (
    Operation("createAuth0Session", "POST", "/identity/sessions/auth0", create_auth0_session),
    Operation("deleteSession", "DELETE", "/identity/sessions", delete_session),
    Operation("createSession", "POST", "/identity/sessions", create_session),
)
