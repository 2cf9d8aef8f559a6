"""What anybody may ask: configuration, version, time. The same calls exist under identity and under public."""

from __future__ import annotations

from venuekit_sandbox.nebulaecn import passwords
from venuekit_sandbox.nebulaecn.calls import Answer, Call, Operation
from venuekit_sandbox.nebulaecn.params import Form
from venuekit_schemas import nebulaecn as schemas

VERSION = "2.6.49"
IDENTITY_PASSWORD = Form("identity.general", schemas.ValidateIdentityPasswordRequest)
PUBLIC_PASSWORD = Form("public.general", schemas.ValidatePublicPasswordRequest)


def configs(call: Call) -> Answer:
    """Session life, captcha and password rules."""
    settings = call.desk.settings
    shown: dict[str, object] = {
        "session_expire_time": settings.session_seconds,
        "captcha_type": settings.captcha,
        "phone_verification_type": settings.phone_provider,
        "password_min_entropy": int(settings.password_min_entropy),
        "password_regexp": passwords.PATTERN_TEXT,
    }
    if settings.captcha == "recaptcha":
        shown["captcha_id"] = "sandbox"
    return Answer(200, shown)


def version(call: Call) -> Answer:
    """Which build answers."""
    build = {"git_tag": VERSION, "git_sha": "sandbox", "build_date": "2021-06-15T00:00:00+00:00"}
    return Answer(200, build | {"version": VERSION})


def server_time(call: Call) -> Answer:
    """Unix seconds."""
    now = call.desk.now
    more = {"time_ms": int(now * 1000)} if call.desk.settings.time_ms else {}
    return Answer(200, {"time": int(now), **more})


def ping(call: Call) -> Answer:
    return Answer(200, {"ping": "pong"})


def validate_identity_password(call: Call) -> Answer:
    """The entropy of a password in bits."""
    return _entropy(call, IDENTITY_PASSWORD)


def validate_public_password(call: Call) -> Answer:
    """The same under the public path, with its own error keys."""
    return _entropy(call, PUBLIC_PASSWORD)


def _entropy(call: Call, form: Form) -> Answer:
    password = call.read(form).text("password")
    bits = passwords.entropy(password, dictionary=call.desk.settings.password_dictionary)
    return Answer(201, {"entropy": float(bits)})


def auth0_config(call: Call) -> Answer:
    return Answer(200, {"auth0_domain": "sandbox.auth0.example", "auth0_client_id": "sandbox"})


def receive_kyc_callback(call: Call) -> Answer:
    """The KYC vendor's callback. Its body is never trusted; the local provider does not take it."""
    status = 200 if call.desk.settings.kyc_provider == "kycaid" else 422
    return Answer(status, status)


OPERATIONS = (
    Operation("getIdentityConfigs", "GET", "/identity/configs", configs),
    Operation("getIdentityVersion", "GET", "/identity/version", version),
    Operation("getIdentityTime", "GET", "/identity/time", server_time),
    Operation("pingIdentity", "GET", "/identity/ping", ping),
    Operation("validateIdentityPassword", "POST", "/identity/password/validate", validate_identity_password),
    Operation("getAuth0Config", "GET", "/public/configs/auth0", auth0_config),
    Operation("getPublicConfigs", "GET", "/public/configs", configs),
    Operation("getPublicVersion", "GET", "/public/version", version),
    Operation("getPublicTime", "GET", "/public/time", server_time),
    Operation("pingPublic", "GET", "/public/ping", ping),
    Operation("validatePublicPassword", "POST", "/public/password/validate", validate_public_password),
    Operation("receiveKycCallback", "POST", "/public/kyc", receive_kyc_callback),
)
