"""Switches that change how the deployment behaves, and how they are changed."""

from __future__ import annotations

import pytest

from tests.sandbox.nebulaecn.helpers import Person, keys, refusal
from venuekit_sandbox import Sandbox
from venuekit_sandbox.nebulaecn.totp import barcode

ME = "/resource/users/me"
UK = "+447911123456"
AT_HOME = {"network": "10.1.0.0/16", "country": "DE", "continent": "EU"}


class TestControl:
    @pytest.mark.parametrize("name", ["settings", "switches"])
    def test_both_names_read_and_write(self, person: Person, name: str) -> None:
        url = f"http://sandbox/_sandbox/nebulaecn/{name}"
        assert person.client.get(url).json()["strict_docs"] is False
        assert person.control(name, strict_docs=True).json()["strict_docs"] is True
        assert person.client.get(url).json()["strict_docs"] is True
        assert person.control(name, nothing=True).status_code == 400
        bad = [{"category": "blacklist", "scope": "everywhere"}]
        assert person.control(name, restrictions=bad).status_code == 400
        assert person.control(name, places=[{**AT_HOME, "network": "home"}]).status_code == 400

    def test_roles(self, member: Person) -> None:
        member.control("role", email=member.email, role="admin")
        assert member.me()["role"] == "admin"
        assert member.control("role", email="nobody@example.com", role="admin").status_code == 404


class TestRestrictions:
    @pytest.mark.parametrize(
        ("scope", "value", "status"),
        [
            ("all", "", 401),
            ("ip", "10.1.2.3", 401),
            ("ip_subnet", "10.1.0.0/16", 403),
            ("country", "DE", 423),
            ("continent", "eu", 423),
        ],
    )
    def test_status_by_scope(self, member: Person, scope: str, value: str, status: int) -> None:
        rule = {"category": "blacklist", "scope": scope, "value": value}
        member.control("switches", restrictions=[rule], places=[AT_HOME])
        assert refusal(member.get(ME)) == (status, ["authz.restrict.blacklist"])
        if scope != "all":
            member.door.ip = "10.99.2.3"
            assert keys(member.get(ME)) == ["authz.client_session_mismatch"], "others are let in"

    def test_whitelisted_callers_are_spared(self, member: Person) -> None:
        everybody = {"category": "maintenance", "scope": "all"}
        spared = {"category": "whitelist", "scope": "ip", "value": "10.1.2.3"}
        member.control("switches", restrictions=[everybody])
        assert refusal(member.get(ME)) == (471, ["authz.restrict.maintenance"])
        member.control("switches", restrictions=[everybody, spared])
        assert member.get(ME).status_code == 200

    def test_activity_tells_the_country(self, member: Person) -> None:
        member.control("switches", places=[AT_HOME])
        member.log_in()
        newest = member.get("/resource/users/activity/session").json()[0]
        assert newest["user_ip_country"] == "DE"


class TestPermissions:
    def test_a_role_without_rules_may_do_nothing(self, member: Person) -> None:
        member.control("role", email=member.email, role="visitor")
        assert refusal(member.get(ME)) == (401, ["authz.invalid_permission"])
        member.control("role", email=member.email, role="member")
        denied = member.get("/resource/users/activity/all", result="denied").json()
        assert [line["action"] for line in denied] == ["read"], "a denial is a line of activity"

    def test_dropping_outweighs_accepting(self, member: Person) -> None:
        rules = [
            {"role": "member", "verb": "ALL", "path": "resource", "action": "accept"},
            {"role": "member", "verb": "PUT", "path": "resource/users", "action": "drop"},
            {"role": "member", "verb": "GET", "path": "resource/phones", "action": "audit"},
        ]
        member.control("switches", permissions=rules)
        refused = member.call("PUT", ME, json={"data": "{}"})
        assert refusal(refused) == (401, ["authz.invalid_permission"])
        assert member.get("/resource/phones").status_code == 200
        newest = member.get("/resource/users/activity/all").json()[0]
        assert (newest["topic"], newest["action"], newest["result"]) == ("general", "read", "succeed")


class TestForwardedFor:
    def test_ignored_by_default(self, sandbox: Sandbox) -> None:
        person = Person(sandbox).sign_up()
        assert person.call("GET", ME, headers={"X-Forwarded-For": "198.51.100.7"}).status_code == 200

    def test_the_last_public_address_counts(self, sandbox: Sandbox) -> None:
        person = Person(sandbox)
        person.control("switches", forwarded_for=True)
        person.client.headers["X-Forwarded-For"] = "1.1.1.1, 8.8.8.8, 10.0.0.1, nonsense"
        person.sign_up()
        line = person.get("/resource/users/activity/all").json()[0]
        assert line["user_ip"] == "8.8.8.8"
        person.client.headers["X-Forwarded-For"] = "9.9.9.9"
        assert refusal(person.get(ME)) == (401, ["authz.client_session_mismatch"])


class TestLaterLine:
    """What version 3.1 does differently."""

    def test_time_and_cookie(self, person: Person) -> None:
        person.control("switches", time_ms=True, secure_cookie=True)
        told = person.get("/public/time").json()
        assert told["time_ms"] // 1000 == told["time"]
        answer = person.post("/identity/users", email=person.email, password="Gol4aid1")
        assert "Secure" in answer.headers["set-cookie"]

    def test_messages_wait_and_end(self, member: Person) -> None:
        member.control("switches", phone_limits=True)
        member.post("/resource/phones", phone_number=UK)
        assert keys(member.post("/resource/phones/send_code", phone_number=UK)) == [
            "resource.phone.code_sent_too_fast"
        ]
        for _ in range(5):
            member.advance(30)
            assert member.post("/resource/phones/send_code", phone_number=UK).status_code == 201
        member.advance(30)
        assert keys(member.post("/resource/phones/send_code", phone_number=UK)) == [
            "resource.phone.too_many_retries"
        ]

    def test_ten_wrong_codes_ban(self, member: Person) -> None:
        member.control("switches", phone_limits=True)
        member.post("/resource/phones", phone_number=UK)
        for number in range(10):
            assert member.get(ME).status_code == 200
            member.post("/resource/phones/verify", phone_number=UK, verification_code=f"x{number}")
        assert refusal(member.get(ME)) == (401, ["authz.user_not_active"])
        assert refusal(member.log_in()) == (401, ["identity.session.banned"])

    def test_a_fourth_unverified_number_bans(self, member: Person) -> None:
        member.control("switches", phone_limits=True)
        for number in range(3):
            assert member.post("/resource/phones", phone_number=f"{UK[:-1]}{number}").status_code == 201
        member.post("/resource/phones", phone_number=f"{UK[:-1]}9")
        assert refusal(member.get(ME)) == (401, ["authz.user_not_active"])


class TestProviders:
    def test_captcha_only_where_it_protects(self, person: Person) -> None:
        person.control("switches", captcha="recaptcha", captcha_protected=["session_create"])
        person.sign_up()
        assert refusal(person.log_in()) == (400, ["identity.captcha.required"])

    def test_geetest(self, person: Person) -> None:
        assert set(person.get("/identity/users/register_geetest").json()) == {"gt", "challenge"}
        person.control("switches", geetest_down=True)
        assert person.get("/identity/users/register_geetest").json() == ""

    def test_verify_service_makes_a_new_code_each_time(self, member: Person) -> None:
        member.control("switches", phone_provider="twilio_verify")
        member.post("/resource/phones", phone_number=UK)
        sent = {member.mail("sms", UK)}
        while len(sent) < 3:
            member.post("/resource/phones/send_code", phone_number=UK)
            sent.add(member.mail("sms", UK))
        newest = member.mail("sms", UK)
        body = {"phone_number": UK, "verification_code": newest}
        assert member.post("/resource/phones/verify", **body).status_code == 201

    def test_messages_that_do_not_arrive(self, member: Person) -> None:
        member.control("switches", phone_failure="num_not_reachable")
        answer = member.post("/resource/phones", phone_number=UK)
        assert refusal(answer) == (422, ["resource.phone.num_not_reachable"])

    def test_no_vault(self, secured: Person) -> None:
        secured.control("switches", vault_down=True)
        answer = secured.post("/resource/otp/verify", code=secured.code())
        assert refusal(answer) == (422, ["totp.error"])

    def test_no_storage(self, member: Person) -> None:
        member.control("switches", storage_down=True)
        answer = member.upload("a.png")
        assert (answer.status_code, answer.json()) == (422, {"error": "Connection error"})

    def test_the_first_user(self, person: Person) -> None:
        person.control("switches", first_user_superadmin=True)
        person.sign_up()
        assert (person.me()["role"], person.me()["state"]) == ("superadmin", "active")
        assert person.sandbox.world.outbox.messages(venue="nebulaecn") == []
        second = Person(person.sandbox, "second@example.com").sign_up().me()
        assert (second["role"], second["state"]) == ("member", "pending")


def test_barcode_is_a_qr_code_of_the_uri(member: Person) -> None:
    first = member.post("/resource/otp/generate_qrcode").json()["data"]
    second = member.post("/resource/otp/generate_qrcode").json()["data"]
    assert first["barcode"] != second["barcode"], "each secret has a picture of its own"
    assert barcode(first["url"]) == first["barcode"]
