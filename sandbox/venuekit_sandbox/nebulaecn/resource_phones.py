"""Phone numbers: add, resend the code, verify, list."""

from __future__ import annotations

import hmac
import secrets

from venuekit_sandbox.nebulaecn import accounts, entities, numbering
from venuekit_sandbox.nebulaecn.calls import VENUE, Answer, Call, Operation
from venuekit_sandbox.nebulaecn.errors import Refusal, refuse
from venuekit_sandbox.nebulaecn.numbering import Number
from venuekit_sandbox.nebulaecn.params import Form
from venuekit_sandbox.nebulaecn.state import Phone
from venuekit_schemas import nebulaecn as schemas

RESEND_WAIT = 30
RESEND_LIMIT = 5
WRONG_LIMIT = 10
UNVERIFIED_LIMIT = 3
"""Limits of the 3.1 line: seconds between two messages, further messages and wrong codes per number, and
unverified numbers of one person."""

_CHANNELS = {"channel": (("sms", "call"), "resource.phone.invalid_channel")}
_NUMBER = frozenset({"phone_number"})
ADD = Form("resource.phone", schemas.CreatePhoneRequest, filled=_NUMBER, choices=_CHANNELS)
RESEND = Form("resource.phone", schemas.SendPhoneCodeRequest, filled=_NUMBER, choices=_CHANNELS)
VERIFY = Form("resource.phone", schemas.VerifyPhoneRequest, filled=_NUMBER | {"verification_code"})


def _number(call: Call, text: str) -> Number:
    """400 for what is no number, and for one that somebody (the caller included) has verified."""
    number = numbering.parse(text)
    if number is None:
        raise refuse(400, "resource.phone.invalid_num")
    if call.desk.state.is_verified(number.digits):
        raise refuse(400, "resource.phone.number_exist")
    return number


def _new_code() -> str:
    return f"{secrets.randbelow(90_000) + 10_000}"


def _unverified(call: Call) -> int:
    return sum(phone.validated_at is None for phone in call.me.phones)


def _ban(call: Call) -> Refusal:
    """The 3.1 line bans whoever guesses codes or collects numbers. How it answers then is a guess."""
    accounts.set_private(call.desk, call.me, "ban", "phone")
    return refuse(422, "resource.phone.too_many_retries")


def _own(call: Call, number: Number) -> Phone | None:
    return next((phone for phone in call.me.phones if phone.number == number.digits), None)


def _send(call: Call, phone: Phone, channel: str) -> Answer:
    settings = call.desk.settings
    if settings.phone_failure:
        raise refuse(422, f"resource.phone.{settings.phone_failure}")
    if settings.phone_provider == "twilio_verify":
        phone.code = _new_code()
    phone.sent_at = call.desk.now
    call.desk.world.outbox.send(
        venue=VENUE,
        kind="sms",
        to=f"+{phone.number}",
        subject="",
        text=f"Your verification code for NebulaECN: {phone.code}",
        code=phone.code,
        at=call.desk.now,
    )
    return Answer(201, {"message": f"Code was sent successfully via {channel}"})


def create_phone(call: Call) -> Answer:
    """Add a number and send its code."""
    params = call.read(ADD)
    number = _number(call, params.text("phone_number"))
    if _own(call, number) is not None:
        raise refuse(400, "resource.phone.exists")
    if call.desk.settings.phone_limits and _unverified(call) >= UNVERIFIED_LIMIT:
        raise _ban(call)
    phone = Phone(number.digits, number.country_code, number.region, _new_code())
    call.me.phones.append(phone)
    return _send(call, phone, params.optional("channel") or "sms")


def send_phone_code(call: Call) -> Answer:
    """Send the code of an own, unverified number again. It is the same code."""
    params = call.read(RESEND)
    phone = _own(call, _number(call, params.text("phone_number")))
    if phone is None:
        raise refuse(404, "resource.phone.doesnt_exist")
    if call.desk.settings.phone_limits:
        if phone.resent >= RESEND_LIMIT:
            raise refuse(422, "resource.phone.too_many_retries")
        if call.desk.now - phone.sent_at < RESEND_WAIT:
            raise refuse(422, "resource.phone.code_sent_too_fast")
    phone.resent += 1
    return _send(call, phone, params.optional("channel") or "sms")


def verify_phone(call: Call) -> Answer:
    """Take the code: the number is verified and so is the caller's phone label."""
    params = call.read(VERIFY)
    phone = _own(call, _number(call, params.text("phone_number")))
    if phone is None:
        raise refuse(404, "resource.phone.doesnt_exist")
    if call.desk.settings.phone_provider != "mock":
        given = params.text("verification_code").strip()
        if not hmac.compare_digest(given.encode(), phone.code.encode()):
            phone.wrong += 1
            if call.desk.settings.phone_limits and phone.wrong >= WRONG_LIMIT:
                raise _ban(call)
            raise refuse(404, "resource.phone.verification_invalid")
    call.desk.state.verify(phone, call.desk.now)
    accounts.set_private(call.desk, call.me, "phone", "verified")
    return Answer(201, entities.user(call.me))


def list_phones(call: Call) -> Answer:
    return Answer(200, [entities.phone(phone) for phone in call.me.phones])


OPERATIONS = (
    Operation("verifyPhone", "POST", "/resource/phones/verify", verify_phone),
    Operation("sendPhoneCode", "POST", "/resource/phones/send_code", send_phone_code),
    Operation("createPhone", "POST", "/resource/phones", create_phone),
    Operation("listPhones", "GET", "/resource/phones", list_phones),
)
