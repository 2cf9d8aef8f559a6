"""The whole way from a stranger to a working API key."""

from __future__ import annotations

import hashlib
import hmac
import re

import pytest

from tests.sandbox.nebulaecn.helpers import PASSWORD, Person, refusal
from venuekit_sandbox import Sandbox


def key_headers(kid: str, secret: str, nonce: int) -> dict[str, str]:
    signature = hmac.new(secret.encode(), f"{nonce}{kid}".encode(), hashlib.sha256).hexdigest()
    return {"X-Auth-Apikey": kid, "X-Auth-Nonce": str(nonce), "X-Auth-Signature": signature}


def test_onboarding_end_to_end(sandbox: Sandbox, person: Person) -> None:
    configs = person.get("/identity/configs").json()
    assert configs["captcha_type"] == "none"
    assert configs["session_expire_time"] == 1800
    assert person.post("/identity/password/validate", password=PASSWORD).json() == {"entropy": 20.59375}

    signed_up = person.post("/identity/users", email=person.email, password=PASSWORD, username="johnny")
    assert signed_up.status_code == 201
    user = signed_up.json()
    assert (user["state"], user["level"], user["otp"], user["role"]) == ("pending", 0, False, "member")
    assert re.fullmatch(r"ID[0-9A-F]{10}", user["uid"])
    assert re.fullmatch(r"[0-9a-f]{20}", user["csrf_token"])
    first_csrf = user["csrf_token"]

    [mail] = sandbox.world.outbox.messages(venue="nebulaecn", to=person.email)
    assert mail.kind == "email"
    assert mail.code in mail.text
    assert "/accounts/confirmation?confirmation_token=" in mail.text
    confirmed = person.post("/identity/users/email/confirm_code", token=mail.code)
    assert confirmed.status_code == 201
    assert (confirmed.json()["state"], confirmed.json()["level"]) == ("active", 1)
    assert confirmed.json()["csrf_token"] != first_csrf

    sent = person.post("/resource/phones", phone_number="+44 7911 123456")
    assert (sent.status_code, sent.json()) == (201, {"message": "Code was sent successfully via sms"})
    sms = person.mail("sms", "+447911123456")
    assert re.fullmatch(r"\d{5}", sms)
    verified = person.post("/resource/phones/verify", phone_number="+447911123456", verification_code=sms)
    assert (verified.status_code, verified.json()["level"]) == (201, 2)
    assert "csrf_token" not in verified.json()

    person.enable_otp()
    assert person.me()["otp"] is True

    profile = person.post(
        "/resource/profiles",
        first_name="John",
        last_name="Smith",
        dob="1990-05-17",
        address="12 High Street",
        postcode="SW1A 1AA",
        city="London",
        country="GB",
        metadata='{"professional": false}',
        confirm=True,
    )
    assert profile.status_code == 201
    shown = profile.json()
    assert (shown["last_name"], shown["dob"], shown["state"]) == ("S****", "1990-05-**", "submitted")
    assert person.labels()["profile"] == "submitted"

    batch = "0123456789abcdef0123456789abcdef"
    front = person.upload("front.png", identificator=batch, doc_category="front_side")
    assert (front.status_code, front.json()) == (201, 201)
    assert "document" not in person.labels()
    assert person.upload("selfie.jpg", identificator=batch, doc_category="selfie").status_code == 201
    assert person.labels()["document"] == "pending"
    assert person.me()["level"] == 2

    verdict = person.control("kyc", email=person.email, verdict="approved")
    assert verdict.status_code == 200
    me = person.me()
    assert (me["level"], me["profiles"][0]["state"]) == (3, "verified")
    labels = {label["key"]: (label["value"], label["scope"]) for label in me["labels"]}
    assert labels == {
        "email": ("verified", "private"),
        "phone": ("verified", "private"),
        "otp": ("enabled", "private"),
        "profile": ("verified", "private"),
        "document": ("verified", "private"),
    }

    created = person.post(
        "/resource/api_keys", algorithm="HS256", scope="trade,read", totp_code=person.code()
    )
    assert created.status_code == 201
    key = created.json()
    assert re.fullmatch(r"[0-9a-f]{16}", key["kid"])
    assert re.fullmatch(r"[0-9a-f]{32}", key["secret"])
    assert (key["scope"], key["state"], key["algorithm"]) == (["trade", "read"], "active", "HS256")

    nonce = int(sandbox.world.clock.now() * 1000)
    robot = Person(sandbox, ip="192.0.2.9", user_agent="robot/1")
    signed = robot.client.get("/resource/users/me", headers=key_headers(key["kid"], key["secret"], nonce))
    assert (signed.status_code, signed.json()["uid"]) == (200, user["uid"])

    out = person.call("DELETE", "/identity/sessions")
    assert (out.status_code, out.json()) == (200, 200)
    assert refusal(person.get("/resource/users/me")) == (401, ["authz.invalid_session"])


def test_rejected_documents_can_be_sent_again(member: Person) -> None:
    member.add_phone()
    for name in ("a.png", "b.png"):
        assert member.upload(name, identificator="one").status_code == 201
    member.control("kyc", email=member.email, verdict="rejected")
    assert member.labels()["document"] == "rejected"
    assert member.me()["level"] == 2
    assert member.upload("a.png", "b.png", identificator="two").status_code == 201
    assert member.labels()["document"] == "pending"


def test_kyc_control_wants_a_known_applicant_and_a_verdict(member: Person) -> None:
    assert member.control("kyc", email="nobody@example.com", verdict="approved").status_code == 404
    assert member.control("kyc", email=member.email, verdict="maybe").status_code == 400
    assert member.control("kyc", verdict="approved").status_code == 400
    assert "document" not in member.labels()


@pytest.mark.parametrize("removed", ["email", "phone"])
def test_losing_a_lower_rung_drops_the_level_at_once(member: Person, removed: str) -> None:
    member.add_phone()
    member.control("label", email=member.email, key="document", value="verified")
    assert member.me()["level"] == 3
    member.control("label", email=member.email, key=removed)
    assert member.me()["level"] == (0 if removed == "email" else 1)


def test_nobody_becomes_superadmin(person: Person) -> None:
    person.sign_up()
    assert person.me()["role"] == "member"


def test_reset_forgets_everybody(sandbox: Sandbox, member: Person) -> None:
    member.control("settings", captcha="recaptcha")
    sandbox.reset()
    assert refusal(member.get("/resource/users/me")) == (401, ["authz.invalid_session"])
    assert member.sign_up().me()["state"] == "pending"
