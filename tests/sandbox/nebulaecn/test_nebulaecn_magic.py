"""Magic applicants: addresses whose tag forces an outcome."""

from __future__ import annotations

import pytest

from tests.sandbox.nebulaecn.helpers import PASSWORD, Person, refusal
from venuekit_sandbox import Sandbox


@pytest.mark.parametrize(
    ("tag", "value", "level"), [("approved", "verified", 3), ("rejected", "rejected", 2)]
)
@pytest.mark.parametrize("provider", ["kycaid", "local"])
def test_the_verdict_comes_with_the_last_document(
    sandbox: Sandbox, tag: str, value: str, level: int, provider: str
) -> None:
    person = Person(sandbox, f"ada+kyc-{tag}@example.com").sign_up().confirm().add_phone()
    person.control("switches", kyc_provider=provider)
    person.post("/resource/profiles", first_name="Ada", confirm=True)
    person.upload("front.png", identificator="batch")
    if provider == "kycaid":
        assert "document" not in person.labels(), "the batch is not complete"
        person.upload("back.png", identificator="batch")
    assert (person.labels()["document"], person.me()["level"]) == (value, level)
    assert person.get("/resource/profiles/me").json()[0]["state"] == "verified"


def test_links_arrive_too_late(sandbox: Sandbox) -> None:
    person = Person(sandbox, "ada+otp-expired@example.com").sign_up()
    late = (422, ["jwt.decode_and_verify.expired"])
    assert refusal(person.post("/identity/users/email/confirm_code", token=person.mail())) == late
    person.post("/identity/users/email/generate_code", email=person.email)
    assert refusal(person.post("/identity/users/email/confirm_code", token=person.mail())) == late
    person.post("/identity/users/password/generate_code", email=person.email)
    new = {"password": PASSWORD, "confirm_password": PASSWORD}
    answer = person.post("/identity/users/password/confirm_code", reset_password_token=person.mail(), **new)
    assert refusal(answer) == late


def test_taken(sandbox: Sandbox) -> None:
    answer = Person(sandbox).post("/identity/users", email="ada+taken@example.com", password=PASSWORD)
    assert refusal(answer) == (422, ["email.taken"])


def test_locked(sandbox: Sandbox) -> None:
    person = Person(sandbox, "ada+locked@example.com").sign_up().confirm()
    assert refusal(person.log_in()) == (401, ["identity.session.not_active"])
    assert person.me()["state"] == "active", "the session of the sign-up goes on"


def test_other_tags_do_nothing(sandbox: Sandbox) -> None:
    person = Person(sandbox, "ada+news@example.com").sign_up().confirm()
    assert person.log_in().status_code == 200
