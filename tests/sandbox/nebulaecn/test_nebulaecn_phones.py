"""Phone numbers: normalisation, refusals, codes."""

from __future__ import annotations

import pytest

from tests.sandbox.nebulaecn.helpers import Person, refusal
from venuekit_sandbox.nebulaecn import numbering

UK = "+447911123456"


@pytest.mark.parametrize(
    ("text", "digits", "region"),
    [
        ("+44 (0) 7911 123456", "447911123456", "GB"),
        ("4407911123456", "447911123456", "GB"),
        ("+1 (415) 555-2671", "14155552671", "US"),
        ("380631112322", "380631112322", "UA"),
        ("+39 06 1234 5678", "390612345678", "IT"),
        ("+491512 3456789", "4915123456789", "DE"),
    ],
)
def test_normalisation(text: str, digits: str, region: str) -> None:
    number = numbering.parse(text)
    assert number is not None
    assert (number.digits, number.region) == (digits, region)


@pytest.mark.parametrize(
    "text", ["", "abc", "+44", "+1 155 555 2671", "+14155552", "999123456789", "+4479111234567890"]
)
def test_not_a_number(member: Person, text: str) -> None:
    assert numbering.parse(text) is None
    answer = member.post("/resource/phones", phone_number=text)
    if text:
        assert refusal(answer) == (400, ["resource.phone.invalid_num"])
    else:
        assert refusal(answer) == (422, ["resource.phone.empty_phone_number"])


def test_required_parameters(member: Person) -> None:
    number = ["resource.phone.missing_phone_number", "resource.phone.empty_phone_number"]
    code = ["resource.phone.missing_verification_code", "resource.phone.empty_verification_code"]
    assert refusal(member.post("/resource/phones")) == (422, number)
    assert refusal(member.post("/resource/phones/send_code")) == (422, number)
    assert refusal(member.post("/resource/phones/verify")) == (422, number + code)


@pytest.mark.parametrize("path", ["/resource/phones", "/resource/phones/send_code"])
def test_channels(member: Person, path: str) -> None:
    member.post("/resource/phones", phone_number="+14155552671")
    answer = member.post(path, phone_number=UK, channel="pigeon")
    assert refusal(answer) == (422, ["resource.phone.invalid_channel"])


def test_call_instead_of_sms(member: Person) -> None:
    answer = member.post("/resource/phones", phone_number=UK, channel="call")
    assert answer.json() == {"message": "Code was sent successfully via call"}


def test_own_unverified_number_wants_the_other_call(member: Person) -> None:
    member.post("/resource/phones", phone_number=UK)
    again = member.post("/resource/phones", phone_number="44 07911 123456")
    assert refusal(again) == (400, ["resource.phone.exists"])
    resent = member.post("/resource/phones/send_code", phone_number=UK)
    assert resent.status_code == 201
    first, second = member.sandbox.world.outbox.messages(kind="sms", to=UK)
    assert first.code == second.code, "the code never changes"
    member.advance(10 * 86_400)
    member.log_in()
    done = member.post("/resource/phones/verify", phone_number=UK, verification_code=first.code)
    assert done.status_code == 201, "nor does it expire"


def test_unknown_and_wrong(member: Person) -> None:
    assert refusal(member.post("/resource/phones/send_code", phone_number=UK)) == (
        404,
        ["resource.phone.doesnt_exist"],
    )
    guess = {"phone_number": UK, "verification_code": "00000"}
    assert refusal(member.post("/resource/phones/verify", **guess)) == (404, ["resource.phone.doesnt_exist"])
    member.post("/resource/phones", phone_number=UK)
    assert refusal(member.post("/resource/phones/verify", **guess)) == (
        404,
        ["resource.phone.verification_invalid"],
    )
    assert member.me()["level"] == 1


def test_a_number_belongs_to_whoever_verified_it(member: Person) -> None:
    other = Person(member.sandbox, "other@example.com").sign_up().confirm()
    assert other.post("/resource/phones", phone_number=UK).status_code == 201
    member.add_phone(UK)
    for path, extra in (("", {}), ("/send_code", {}), ("/verify", {"verification_code": "1"})):
        for person in (member, other):
            answer = person.post(f"/resource/phones{path}", phone_number=UK, **extra)
            assert refusal(answer) == (400, ["resource.phone.number_exist"])


def test_mock_provider_takes_any_code(member: Person) -> None:
    member.control("settings", phone_provider="mock")
    member.post("/resource/phones", phone_number=UK)
    answer = member.post("/resource/phones/verify", phone_number=UK, verification_code="anything")
    assert (answer.status_code, answer.json()["level"]) == (201, 2)


def test_listing_is_masked(member: Person) -> None:
    member.post("/resource/phones", phone_number="380631112322")
    member.add_phone(UK)
    waiting, verified = member.get("/resource/phones").json()
    assert waiting == {"country": "UA", "number": "380*****2322", "validated_at": None}
    assert verified["number"] == "44******3456"
    assert verified["validated_at"].endswith("Z")
    assert len(verified["validated_at"]) == len("2021-01-01T00:00:00.000Z")
    assert member.me()["phones"] == [waiting, verified]
