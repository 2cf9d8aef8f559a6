"""A snapshot in a fresh sandbox goes on where the first one was."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from tests.sandbox.nebulaecn.helpers import Person, refusal
from venuekit_sandbox import Sandbox
from venuekit_sandbox.snapshots import SnapshotError


def moved(person: Person) -> Person:
    """The same person with the same cookies in another sandbox, restored from this one."""
    sandbox = Sandbox()
    clock = person.sandbox.world.clock.now()
    document = json.loads(json.dumps(person.sandbox.venues["nebulaecn"].snapshot()))
    sandbox.venues["nebulaecn"].restore(document)
    sandbox.world.clock.freeze()
    sandbox.world.clock.advance(max(0.0, clock - sandbox.world.clock.now()))
    person.sandbox = person.door.sandbox = sandbox
    return person


def test_everything_goes_on_in_another_sandbox(secured: Person) -> None:
    secured.add_phone()
    secured.upload("front.png", identificator="batch")
    made = secured.post("/resource/api_keys", algorithm="HS256", totp_code=secured.code()).json()
    account = secured.control("service_account", email=secured.email).json()["uid"]
    secured.control("switches", time_ms=True, data_storage_titles=["x"], restriction="none")
    secured.post("/identity/users/password/generate_code", email=secured.email)
    token = secured.mail()
    before = secured.me()
    spent = secured.code()
    secured.post("/resource/otp/verify", code=spent)

    moved(secured)
    assert secured.me() == before, "the session survives"
    assert "time_ms" in secured.get("/public/time").json(), "so do the switches"
    assert secured.get("/resource/api_keys").json()[0]["kid"] == made["kid"]
    assert secured.get("/resource/service_accounts").json()[0]["uid"] == account
    assert refusal(secured.post("/resource/otp/verify", code=spent)) == (422, ["totp.error"])
    secured.upload("back.png", identificator="batch")
    assert secured.labels()["document"] == "pending", "a batch begun before is completed after"
    taken = Person(secured.sandbox).post("/identity/users", email=secured.email.upper(), password="Gol4aid1")
    assert refusal(taken) == (422, ["email.taken"])
    stranger = Person(secured.sandbox, "other@example.com").sign_up()
    number = stranger.post("/resource/phones", phone_number="+447911123456")
    assert refusal(number) == (400, ["resource.phone.number_exist"])
    new = {"password": "Gol4aid1", "confirm_password": "Gol4aid1"}
    reset = secured.post("/identity/users/password/confirm_code", reset_password_token=token, **new)
    assert reset.status_code == 201, "tokens in mails are signed with a key of the memory"
    assert refusal(secured.get("/resource/users/me")) == (401, ["authz.invalid_session"])


def test_ids_go_on_counting(member: Person) -> None:
    first = member.me()
    moved(member)
    other = Person(member.sandbox, "other@example.com").sign_up()
    assert other.me()["uid"] != first["uid"]
    assert other.get("/resource/users/activity/all").json()[0]["id"] > 1


def broken(document: Any, how: str) -> object:
    broken = copy.deepcopy(document)
    if how == "no users":
        broken["users"] = 5
    elif how == "no key":
        broken["signing_key"] = "-----BEGIN nothing"
    else:
        broken["settings"]["captcha"] = "perhaps"
    return broken


@pytest.mark.parametrize("how", ["no users", "no key", "no such captcha"])
def test_a_bad_snapshot_changes_nothing(member: Person, how: str) -> None:
    venue = member.sandbox.venues["nebulaecn"]
    with pytest.raises(SnapshotError):
        venue.restore(broken(venue.snapshot(), how))
    assert member.me()["email"] == member.email


def test_reset_brings_the_switches_back(member: Person) -> None:
    member.control("switches", time_ms=True)
    member.sandbox.venues["nebulaecn"].reset()
    assert "time_ms" not in member.get("/public/time").json()
    assert refusal(member.get("/resource/users/me")) == (401, ["authz.invalid_session"])


def test_what_expired_is_forgotten(secured: Person) -> None:
    """Sessions, used codes and used tokens do not pile up."""
    for _ in range(3):
        Person(secured.sandbox, secured.email).log_in(otp_code=secured.code())
        secured.advance(86_400)
    secured.get("/resource/users/me")
    memory: Any = secured.sandbox.venues["nebulaecn"].snapshot()
    assert [memory[name] for name in ("sessions", "used_totp", "used_jti")] == [{}, {}, {}]
