"""Two-factor authentication: QR code, enable, verify, disable."""

from __future__ import annotations

from venuekit_sandbox.nebulaecn import accounts
from venuekit_sandbox.nebulaecn.calls import Answer, Call, Operation
from venuekit_sandbox.nebulaecn.errors import refuse
from venuekit_sandbox.nebulaecn.params import Form
from venuekit_sandbox.nebulaecn.totp import barcode
from venuekit_schemas import nebulaecn as schemas

_CODE = frozenset({"code"})
VERIFY = Form("resource.otp", schemas.VerifyOtpRequest, filled=_CODE)
DISABLE = Form("resource.otp", schemas.DisableOtpRequest, filled=_CODE)
ENABLE = Form("resource.otp", schemas.EnableOtpRequest, filled=_CODE)


def _check(call: Call, form: Form, *, on: bool, otherwise: str) -> None:
    code = call.read(form).text("code")
    if call.me.otp is not on:
        raise refuse(400, otherwise)
    if not call.desk.totp.accepts(call.me, code):
        raise refuse(422, "resource.otp.invalid")


def verify_otp(call: Call) -> Answer:
    """Is the code right? The key for "two factors are off" says the opposite in the original too."""
    _check(call, VERIFY, on=True, otherwise="resource.otp.already_enabled")
    return Answer(201, None)


def disable_otp(call: Call) -> Answer:
    """Turn two factors off. Every API key stops working."""
    _check(call, DISABLE, on=True, otherwise="resource.otp.not_enabled")
    call.me.otp = False
    accounts.drop_private(call.desk, call.me, "otp")
    accounts.deactivate_keys(call.desk, call.me)
    return Answer(200, 200)


def enable_otp(call: Call) -> Answer:
    """Turn two factors on. Every other session of the user is closed."""
    _check(call, ENABLE, on=False, otherwise="resource.otp.already_enabled")
    call.me.otp = True
    accounts.set_private(call.desk, call.me, "otp", "enabled")
    call.desk.state.drop_sessions(call.me.uid, keep=call.session.id if call.session else None)
    return Answer(201, 200)


def generate_otp_qrcode(call: Call) -> Answer:
    """A new secret as otpauth URI. Asking again replaces it for as long as two factors are off."""
    if call.me.otp:
        raise refuse(400, "resource.otp.already_enabled")
    url = call.desk.totp.create(call.me)
    return Answer(
        201,
        {
            "auth": None,
            "data": {"barcode": barcode(url), "url": url},
            "lease_duration": 0,
            "lease_id": "",
            "renewable": False,
            "warnings": None,
            "wrap_info": None,
        },
    )


OPERATIONS = (
    Operation("verifyOtp", "POST", "/resource/otp/verify", verify_otp),
    Operation("disableOtp", "POST", "/resource/otp/disable", disable_otp),
    Operation("enableOtp", "POST", "/resource/otp/enable", enable_otp),
    Operation("generateOtpQrcode", "POST", "/resource/otp/generate_qrcode", generate_otp_qrcode),
)
