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
    return Answer(200, {"time": int(call.desk.now)})


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
    Operation("GET", "/identity/configs", configs),
    Operation("GET", "/identity/version", version),
    Operation("GET", "/identity/time", server_time),
    Operation("GET", "/identity/ping", ping),
    Operation("POST", "/identity/password/validate", validate_identity_password),
    Operation("GET", "/public/configs/auth0", auth0_config),
    Operation("GET", "/public/configs", configs),
    Operation("GET", "/public/version", version),
    Operation("GET", "/public/time", server_time),
    Operation("GET", "/public/ping", ping),
    Operation("POST", "/public/password/validate", validate_public_password),
    Operation("POST", "/public/kyc", receive_kyc_callback),
)
