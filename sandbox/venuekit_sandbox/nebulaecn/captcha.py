"""Captchas: off by default. With one on, four operations want an answer before they do anything."""

from __future__ import annotations

import secrets

from venuekit_sandbox.nebulaecn.calls import Answer, Call
from venuekit_sandbox.nebulaecn.errors import refuse
from venuekit_sandbox.nebulaecn.settings import CaptchaUse

_GEETEST_FIELDS = ("geetest_challenge", "geetest_validate", "geetest_seccode")


def check(call: Call, use: CaptchaUse) -> None:
    """400 when the answer is missing or has the wrong shape, 422 when it is wrong."""
    settings = call.desk.settings
    if settings.captcha == "none" or use not in settings.captcha_protected:
        return
    answer = call.raw.get("captcha_response")
    if not answer:
        raise refuse(400, "identity.captcha.required")
    if settings.captcha == "geetest":
        fields = answer if isinstance(answer, dict) else {}
        if not all(isinstance(fields.get(name), str) and fields[name] for name in _GEETEST_FIELDS):
            raise refuse(400, "identity.captcha.mandatory_fields")
        answer = fields["geetest_seccode"]
    if answer != settings.captcha_answer:
        raise refuse(422, "identity.captcha.verification_failed")


def register_geetest(call: Call) -> Answer:
    """Start a Geetest challenge; an empty text while Geetest is down."""
    if call.desk.settings.geetest_down:
        return Answer(200, "")
    return Answer(200, {"gt": secrets.token_hex(16), "challenge": secrets.token_hex(16)})
