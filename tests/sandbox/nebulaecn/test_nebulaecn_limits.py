"""Restrictions and rate limits, which only exist when switched on."""

from __future__ import annotations

import pytest

from tests.sandbox.nebulaecn.helpers import Person, refusal


@pytest.mark.parametrize(
    ("kind", "status", "login"),
    [("blacklist", 401, 401), ("maintenance", 471, 200), ("blocklogin", 200, 401)],
)
def test_restrictions(member: Person, kind: str, status: int, login: int) -> None:
    member.control("settings", restriction=kind)
    answer = member.get("/resource/users/me")
    assert answer.status_code == status
    if status != 200:
        assert refusal(answer) == (status, [f"authz.restrict.{kind}"])
        assert answer.headers["content-type"].startswith("text/plain")
        assert member.get("/public/ping").status_code == status
    assert member.log_in().status_code == login


def test_a_whitelist_token_opens_the_door_for_an_address(member: Person) -> None:
    member.control("settings", restriction="blacklist")
    token = member.control("whitelink").json()["whitelink_token"]
    assert member.post("/identity/users/access", whitelink_token=token).status_code == 201
    assert member.get("/resource/users/me").status_code == 200
    member.door.ip = "10.1.9.9"
    assert member.get("/resource/users/me").status_code == 401


def test_no_rate_limit_by_default(member: Person) -> None:
    assert {member.log_in().status_code for _ in range(12)} == {200}


def test_logins_per_minute(member: Person) -> None:
    member.control("settings", rate_limits=True)
    assert [member.log_in().status_code for _ in range(6)] == [200] * 5 + [429]
    member.door.ip = "198.51.100.7"
    refused = member.log_in()
    assert refusal(refused) == (429, ["identity.session.rack_attack_limit"])
    assert refused.headers["content-type"].startswith("text/plain")
    member.advance(60)
    assert member.log_in().status_code == 200


def test_phone_calls_per_minute(member: Person) -> None:
    member.control("settings", rate_limits=True)
    member.post("/resource/phones", phone_number="+447911123456")
    statuses = [
        member.post("/resource/phones/send_code", phone_number="+447911123456").status_code for _ in range(6)
    ]
    assert statuses == [201] * 5 + [429]
