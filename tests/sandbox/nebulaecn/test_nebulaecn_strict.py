"""Strict docs: the statuses of the published page instead of those of a real server."""

from __future__ import annotations

from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.sandbox.nebulaecn.helpers import PASSWORD, Person, refusal
from tests.sandbox.nebulaecn.test_nebulaecn_wire import SPEC
from venuekit_sandbox.nebulaecn.documented import PAGE

DIFFERENT = {
    "createWhitelistAccess": (201, 200),
    "createAuth0Session": (201, 200),
    "deleteSession": (200, 204),
    "createSession": (200, 201),
    "verifyOtp": (201, 200),
    "enableOtp": (201, 200),
    "generateOtpQrcode": (201, 200),
    "sendPhoneCode": (201, 200),
    "createPhone": (201, 200),
    "deleteMe": (200, 204),
    "receiveKycCallback": (200, 201),
}


def walk(person: Person) -> dict[str, int]:
    """One success of each of the eleven operations whose documented status is not the real one."""
    found: dict[str, int] = {}

    def call(name: str, path: str, **body: str) -> Any:
        method = "DELETE" if name.startswith("delete") else "POST"
        answer = person.call(method, path, json=body)
        assert answer.is_success, answer.text
        found[name] = answer.status_code
        return answer.json() if answer.content else None

    person.sign_up().confirm()
    whitelink = person.control("whitelink").json()["whitelink_token"]
    call("createWhitelistAccess", "/identity/users/access", whitelink_token=whitelink)
    number = "+447911123456"
    call("createPhone", "/resource/phones", phone_number=number)
    call("sendPhoneCode", "/resource/phones/send_code", phone_number=number)
    url = call("generateOtpQrcode", "/resource/otp/generate_qrcode")["data"]["url"]
    person.secret = url.partition("secret=")[2]
    call("enableOtp", "/resource/otp/enable", code=person.code())
    call("verifyOtp", "/resource/otp/verify", code=person.code())
    login = {"email": person.email, "password": PASSWORD, "otp_code": person.code()}
    call("createSession", "/identity/sessions", **login)
    id_token = person.control("id_token", email=person.email).json()["id_token"]
    call("createAuth0Session", "/identity/sessions/auth0", id_token=id_token)
    call("receiveKycCallback", "/public/kyc")
    call("deleteMe", "/resource/users/me", password=PASSWORD, otp_code=person.code())
    call("deleteSession", "/identity/sessions")
    return found


@pytest.mark.parametrize("strict", [False, True])
def test_the_eleven_statuses(person: Person, strict: bool) -> None:
    person.control("switches", strict_docs=strict)
    assert walk(person) == {name: statuses[strict] for name, statuses in DIFFERENT.items()}


def test_refusals_have_the_statuses_of_the_page(person: Person) -> None:
    person.control("switches", strict_docs=True)
    missing = person.post("/identity/users")
    assert missing.status_code == 400, "required parameters are missing"
    person.sign_up().confirm()
    person.post("/resource/profiles", first_name="John")
    again = person.post("/resource/profiles", first_name="John")
    assert refusal(again) == (409, ["state.exists"])
    person.call("PUT", "/resource/profiles", json={"confirm": True})
    late = person.call("PUT", "/resource/profiles", json={})
    assert refusal(late) == (422, ["resource.profile.doesnt_exist_or_not_editable"])
    wrong = person.post("/identity/sessions", email=person.email, password="wrong")
    assert refusal(wrong) == (404, ["identity.session.invalid_params"])
    unknown = person.post("/identity/users/password/generate_code", email="nobody@example.com")
    assert refusal(unknown) == (404, ["record.not_found"])
    closed = person.client.post("/resource/labels")
    assert refusal(closed) == (401, ["authz.missing_csrf_token"]), "the gate is not on the page"


def test_a_person_without_profile_is_not_found(member: Person) -> None:
    assert member.get("/resource/profiles/me").json() == []
    member.control("switches", strict_docs=True)
    assert refusal(member.get("/resource/profiles/me")) == (404, ["record.not_found"])


def test_a_document_has_all_documented_fields(member: Person) -> None:
    member.upload("a.png", metadata="{}")
    assert set(member.get("/resource/documents").json()[0]) == {
        "upload",
        "doc_type",
        "doc_number",
        "doc_expire",
    }
    member.control("switches", strict_docs=True)
    [shown] = member.get("/resource/documents").json()
    assert isinstance(shown["upload"], str)
    assert shown.keys() >= {"metadata", "created_at", "updated_at"}


def test_the_page_as_the_sandbox_knows_it_is_in_the_spec() -> None:
    """Every status that strict docs may answer is declared."""
    spec = YAML(typ="safe", pure=True).load(SPEC.read_text())
    operations = {one["operationId"]: one for item in spec["paths"].values() for one in item.values()}
    assert PAGE.keys() == operations.keys()
    for name, page in PAGE.items():
        declared = operations[name]["responses"].keys()
        assert {str(page.status), *map(str, page.refusals)} <= declared, name
