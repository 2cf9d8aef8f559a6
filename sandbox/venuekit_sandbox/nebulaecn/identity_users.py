"""Identity: sign-up, e-mail confirmation, password reset, whitelist access."""

from __future__ import annotations

import re
import secrets

from venuekit_sandbox.magic import OTP_EXPIRED, TAKEN, outcomes
from venuekit_sandbox.nebulaecn import accounts, captcha, passwords
from venuekit_sandbox.nebulaecn.calls import VENUE, Answer, Call, Operation
from venuekit_sandbox.nebulaecn.errors import Faults, not_found, refuse
from venuekit_sandbox.nebulaecn.params import Form, Params, is_json
from venuekit_sandbox.nebulaecn.state import User
from venuekit_schemas import nebulaecn as schemas

DATA_LIMIT = 1024
_EMAIL = re.compile(r"[^@\s]+@([^@\s.]+\.)+[^@\s.]{2,}")
_CAPTCHA = frozenset({"captcha_response"})

SIGN_UP = Form(
    "identity.user", schemas.CreateUserRequest, filled=frozenset({"email", "password"}), untyped=_CAPTCHA
)
CONFIRM = Form("identity.user", schemas.ConfirmEmailRequest, filled=frozenset({"token"}))
NEW_MAIL = Form(
    "identity.user", schemas.RequestEmailConfirmationRequest, filled=frozenset({"email"}), untyped=_CAPTCHA
)
ASK_RESET = Form(
    "identity.user", schemas.RequestPasswordResetRequest, filled=frozenset({"email"}), untyped=_CAPTCHA
)
RESET = Form(
    "identity.user",
    schemas.ConfirmPasswordResetRequest,
    filled=frozenset({"reset_password_token", "password", "confirm_password"}),
    missing={"reset_password_token": "identity.user.missing_pass_token"},
)
WHITELIST = Form("identity.user", schemas.CreateWhitelistAccessRequest, filled=frozenset({"whitelink_token"}))


def create_user(call: Call) -> Answer:
    """Sign up: a pending user at level 0, logged in, and a mail with a token on its way."""
    params = call.read(SIGN_UP)
    captcha.check(call, "user_create")
    referral = _referral(call, params)
    check_new_user(call, params)
    first = call.desk.settings.first_user_superadmin and not call.desk.state.users
    user = new_user(
        call,
        email=params.text("email").strip(),
        password=params.text("password"),
        username=params.optional("username"),
    )
    user.data = params.optional("data")
    user.referral_uid = referral
    call.record(user, topic="account", action="signup")
    if first:
        user.role = "superadmin"
        accounts.set_private(call.desk, user, "email", "verified")
    else:
        send_confirmation(call, user)
    return call.log_in(user, status=201)


def new_user(call: Call, *, email: str, password: str, username: str | None = None) -> User:
    """Store a user as sign-up does."""
    memory, now = call.desk.memory, call.desk.now
    user = User(
        id=memory.next_id(),
        uid=memory.new_uid("ID"),
        email=email,
        username=username,
        password=passwords.digest(password),
        created_at=now,
        updated_at=now,
    )
    call.desk.state.add_user(user)
    return user


def check_new_user(call: Call, params: Params) -> None:
    """The rules of the user record, all broken ones together."""
    faults, state = Faults(), call.desk.state
    email = params.text("email").strip()
    if _EMAIL.fullmatch(email) is None:
        faults.add("email", "invalid")
    if state.by_email(email) is not None or TAKEN in outcomes(email):
        faults.add("email", "taken")
    passwords.judge(params.text("password"), settings=call.desk.settings, faults=faults)
    username = params.optional("username")
    if username is not None:
        if len(username) < 4:
            faults.add("username", "too_short")
        if len(username) > 12:
            faults.add("username", "too_long")
        if re.fullmatch(r"[a-zA-Z0-9]+", username) is None:
            faults.add("username", "invalid")
        if state.by_username(username) is not None:
            faults.add("username", "taken")
    check_data(params.optional("data"), limit=DATA_LIMIT, faults=faults)
    faults.check()


def check_data(text: str | None, *, limit: int, faults: Faults) -> None:
    """Free data must be JSON text and not too long."""
    if text is not None:
        if not is_json(text):
            faults.add("data", "invalid_format")
        if len(text) > limit:
            faults.add("data", "too_long")


def _referral(call: Call, params: Params) -> str | None:
    refid = params.optional("refid")
    if refid is None:
        return None
    if re.fullmatch(r"ID\w{10}", refid) is None:
        raise refuse(422, "identity.user.invalid_referral_format")
    if call.desk.state.by_uid(refid) is None:
        raise refuse(422, "identity.user.referral_doesnt_exist")
    return refid


def send_confirmation(call: Call, user: User) -> None:
    """Mail a confirmation token. Earlier ones stay good until they expire or one is used."""
    desk = call.desk
    token = desk.tokens.issue(
        subject="confirmation",
        claims={"email": user.email, "uid": user.uid},
        late=OTP_EXPIRED in outcomes(user.email),
    )
    link = f"{desk.settings.domain}/accounts/confirmation?confirmation_token={token}&lang=en"
    _mail(
        call,
        user,
        "Registration Confirmation",
        f"Use this link to confirm your e-mail address: {link}",
        token,
    )


def _mail(call: Call, user: User, subject: str, text: str, token: str) -> None:
    call.desk.world.outbox.send(
        venue=VENUE, kind="email", to=user.email, subject=subject, text=text, code=token, at=call.desk.now
    )


def confirm_email(call: Call) -> Answer:
    """Take the token of the mail: the user becomes active and gets a fresh session."""
    token = call.read(CONFIRM).text("token")
    claims = call.desk.tokens.read(token, subject="confirmation")
    user = call.desk.state.by_email(str(claims.get("email")))
    if user is None or user.state == "active":
        raise refuse(422, "identity.user.active_or_doesnt_exist")
    _use_once(call, claims)
    accounts.set_private(call.desk, user, "email", "verified")
    return call.log_in(user, status=201)


def _use_once(call: Call, claims: dict[str, object]) -> None:
    used, now = call.desk.memory.used_jti, call.desk.now
    jti = str(claims.get("jti"))
    if used.get(jti, 0) > now:
        raise refuse(422, "identity.user.utilized_token")
    used[jti] = now + call.desk.settings.token_seconds


def request_email_confirmation(call: Call) -> Answer:
    """Another mail. The answer is the same for everybody, known or not."""
    params = call.read(NEW_MAIL)
    captcha.check(call, "email_confirmation")
    user = call.desk.state.by_email(params.text("email"))
    if user is not None and user.state != "active":
        send_confirmation(call, user)
    return Answer(201, 201)


def request_password_reset(call: Call) -> Answer:
    """A mail with a reset token, which voids the one before. The answer never tells who exists."""
    params = call.read(ASK_RESET)
    captcha.check(call, "password_reset")
    user = call.desk.state.by_email(params.text("email"))
    if user is None and call.desk.settings.strict_docs:
        raise not_found()
    if user is not None:
        user.reset_token = secrets.token_hex(10)
        claims: dict[str, str | bool] = {
            "email": user.email,
            "uid": user.uid,
            "reset_token": user.reset_token,
        }
        late = OTP_EXPIRED in outcomes(user.email)
        token = call.desk.tokens.issue(subject="reset", claims=claims, late=late)
        link = f"{call.desk.settings.domain}/accounts/password_reset?reset_token={token}&lang=en"
        call.record(user, topic="password", action="request password reset")
        _mail(
            call,
            user,
            "Reset password instructions",
            f"Use this link to choose a new password: {link}",
            token,
        )
    return Answer(201, 201)


def confirm_password_reset(call: Call) -> Answer:
    """Set a new password with the newest reset token and close every session of the user."""
    params = call.read(RESET)
    password = params.text("password")
    if password != params.text("confirm_password"):
        raise refuse(422, "identity.user.passwords_doesnt_match")
    claims = call.desk.tokens.read(params.text("reset_password_token"), subject="reset")
    user = call.desk.state.by_email(str(claims.get("email")))
    if user is None:
        raise not_found()
    if user.reset_token is None or claims.get("reset_token") != user.reset_token:
        raise refuse(422, "identity.user.utilized_token")
    faults = Faults()
    passwords.judge(password, settings=call.desk.settings, faults=faults)
    if faults.keys:
        call.record(user, topic="password", action="password reset", result="failed")
    faults.check()
    user.password = passwords.digest(password)
    user.reset_token = None
    call.record(user, topic="password", action="password reset")
    call.desk.state.drop_sessions(user.uid)
    return Answer(201, 201)


def create_whitelist_access(call: Call) -> Answer:
    """Let the caller's address through a restriction, with a token that works once."""
    token = call.read(WHITELIST).text("whitelink_token")
    state = call.desk.memory
    if token not in state.whitelinks:
        raise refuse(422, "identity.user.access.invalid_token")
    if call.ip in state.whitelisted:
        raise refuse(422, "value.taken")
    state.whitelisted.add(call.ip)
    state.whitelinks.remove(token)
    return Answer(201, 1)


OPERATIONS = (
    Operation(
        "confirmPasswordReset", "POST", "/identity/users/password/confirm_code", confirm_password_reset
    ),
    Operation(
        "requestPasswordReset", "POST", "/identity/users/password/generate_code", request_password_reset
    ),
    Operation("confirmEmail", "POST", "/identity/users/email/confirm_code", confirm_email),
    Operation(
        "requestEmailConfirmation", "POST", "/identity/users/email/generate_code", request_email_confirmation
    ),
    Operation("registerGeetest", "GET", "/identity/users/register_geetest", captcha.register_geetest),
    Operation("createUser", "POST", "/identity/users", create_user),
    Operation("createWhitelistAccess", "POST", "/identity/users/access", create_whitelist_access),
)
