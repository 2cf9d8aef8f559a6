"""The gate: CSRF before session, the binding of sessions, signed calls, and how denials look."""

from __future__ import annotations

import hashlib
import hmac

import httpx
import pytest

from tests.sandbox.nebulaecn.helpers import Person, refusal
from venuekit_sandbox import Sandbox
from venuekit_sandbox.nebulaecn import gateway

ME = "/resource/users/me"


def bare(person: Person, method: str, path: str, **headers: str) -> httpx.Response:
    """A call with exactly these headers and the person's cookie."""
    return person.client.request(method, path, headers=headers)


class TestSession:
    def test_denials_are_json_text_served_as_plain_text(self, person: Person) -> None:
        answer = person.get(ME)
        assert answer.headers["content-type"].startswith("text/plain")
        assert answer.text == '{"errors":["authz.invalid_session"]}'

    @pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
    def test_csrf_is_looked_at_before_the_session(self, person: Person, method: str) -> None:
        assert refusal(bare(person, method, ME)) == (401, ["authz.missing_csrf_token"])
        wrong = bare(person, method, ME, **{"X-CSRF-Token": "0" * 20})
        assert refusal(wrong) == (401, ["authz.csrf_token_mismatch"])

    def test_reading_needs_no_csrf_token(self, member: Person) -> None:
        assert bare(member, "GET", ME).status_code == 200
        assert bare(member, "HEAD", ME).status_code == 200

    def test_csrf_can_be_switched_off(self, member: Person) -> None:
        member.control("settings", csrf=False)
        assert bare(member, "POST", "/resource/otp/generate_qrcode").status_code == 201

    def test_the_gate_comes_before_routing_and_before_the_body(self, member: Person) -> None:
        assert refusal(bare(member, "POST", "/resource/nothing")) == (401, ["authz.missing_csrf_token"])
        broken = member.client.post(
            "/resource/labels", content=b"{", headers={"Content-Type": "application/json"}
        )
        assert refusal(broken) == (401, ["authz.missing_csrf_token"])
        assert refusal(member.get("/management/users")) == (401, ["authz.permission_denied"])

    def test_cookie(self, member: Person) -> None:
        cookie = member.log_in().headers["set-cookie"]
        assert cookie.startswith("_barong_session=")
        assert "HttpOnly" in cookie
        assert "Path=/" in cookie
        assert "Secure" not in cookie

    def test_expiry_slides_with_private_calls_only(self, member: Person) -> None:
        for _ in range(3):
            member.advance(1799)
            assert member.get(ME).status_code == 200
        member.advance(1000)
        assert member.get("/identity/time").status_code == 200
        member.advance(800)
        assert refusal(member.get(ME)) == (401, ["authz.client_session_mismatch"])
        assert refusal(member.get(ME)) == (401, ["authz.invalid_session"])

    def test_a_session_nobody_touched_for_a_day_is_gone(self, member: Person) -> None:
        member.advance(86_400)
        assert refusal(member.get(ME)) == (401, ["authz.invalid_session"])

    def test_another_user_agent_destroys_the_session(self, member: Person) -> None:
        stolen = bare(member, "GET", ME, **{"User-Agent": "thief/1"})
        assert refusal(stolen) == (401, ["authz.client_session_mismatch"])
        assert refusal(member.get(ME)) == (401, ["authz.invalid_session"])

    @pytest.mark.parametrize(
        ("home", "elsewhere", "same"),
        [
            ("10.1.2.3", "10.1.255.255", True),
            ("10.1.2.3", "10.2.2.3", False),
            ("2001:db8::1:2:3", "2001:db8::1:ffff:ffff", True),
            ("2001:db8::1:2:3", "2001:db8::2:2:3", False),
            ("2001:db8::1", "2001:db9::1", False),
            ("10.1.2.3", "2001:db8::1", False),
        ],
    )
    def test_binding_to_the_network(self, sandbox: Sandbox, home: str, elsewhere: str, same: bool) -> None:
        person = Person(sandbox, ip=home).sign_up()
        person.door.ip = elsewhere
        if same:
            assert person.get(ME).status_code == 200
        else:
            assert refusal(person.get(ME)) == (401, ["authz.client_session_mismatch"])
            person.door.ip = home
            assert refusal(person.get(ME)) == (401, ["authz.invalid_session"])


class TestKeys:
    @pytest.fixture
    def key(self, secured: Person) -> dict[str, str]:
        secured.code()
        body = {"algorithm": "HS256", "totp_code": secured.code()}
        return dict(secured.post("/resource/api_keys", **body).json())

    @pytest.fixture
    def robot(self, sandbox: Sandbox) -> Person:
        return Person(sandbox, ip="192.0.2.1", user_agent="robot/1")

    def signed(
        self,
        robot: Person,
        key: dict[str, str],
        *,
        method: str = "GET",
        path: str = ME,
        nonce: str | None = None,
        signature: str | None = None,
    ) -> httpx.Response:
        stamp = nonce or str(int(robot.sandbox.world.clock.now() * 1000))
        made = hmac.new(key["secret"].encode(), (stamp + key["kid"]).encode(), hashlib.sha256).hexdigest()
        headers = {
            "X-Auth-Apikey": key["kid"],
            "X-Auth-Nonce": stamp,
            "X-Auth-Signature": made if signature is None else signature,
        }
        return bare(robot, method, path, **headers)

    def test_published_vector(self) -> None:
        assert (
            gateway.sign(
                secret="2d0b4979c7fe6986daa8e21d1dc0644f", nonce="1584524005143", kid="61d025b8573501c2"
            )
            == "bd42b945e095880e28d046846dbecf655fdf09d95a396a24fe6fe1df42f15d13"
        )

    def test_signed_calls_read_and_write_without_csrf(self, robot: Person, key: dict[str, str]) -> None:
        assert self.signed(robot, key).status_code == 200
        assert self.signed(robot, key).status_code == 200, "replay inside the window is not refused"
        wrong_state = self.signed(robot, key, method="POST", path="/resource/otp/generate_qrcode")
        assert refusal(wrong_state) == (400, ["resource.otp.already_enabled"])

    @pytest.mark.parametrize("present", ["X-Auth-Apikey", "X-Auth-Nonce", "X-Auth-Signature"])
    def test_one_header_is_enough_to_leave_the_session_aside(self, member: Person, present: str) -> None:
        answer = bare(member, "GET", ME, **{present: "x"})
        assert refusal(answer) == (422, ["authz.invalid_api_key_headers"])

    @pytest.mark.parametrize(("offset", "status"), [(-4999, 200), (4999, 200), (-5000, 401), (5000, 401)])
    def test_window(self, robot: Person, key: dict[str, str], offset: int, status: int) -> None:
        robot.sandbox.world.clock.freeze(int(robot.sandbox.world.clock.now()) + 1.0)
        nonce = str(int(robot.sandbox.world.clock.now() * 1000) + offset)
        answer = self.signed(robot, key, nonce=nonce)
        assert answer.status_code == status
        if status == 401:
            assert refusal(answer) == (401, ["authz.nonce_expired"])

    def test_order_of_the_checks(self, secured: Person, robot: Person, key: dict[str, str]) -> None:
        """Everything is wrong at first; each repair shows the next complaint."""

        def complaint(**changes: str) -> list[str]:
            status, found = refusal(self.signed(robot, key, signature="bad", **changes))
            assert status == 401
            return found

        secured.post("/resource/otp/disable", code=secured.code())
        secured.control("label", email=secured.email, key="lock", value="yes")
        real = key["kid"]
        key["kid"] = "0" * 16
        assert complaint(nonce="abc") == ["authz.unexistent_apikey"]
        key["kid"] = real
        assert complaint(nonce="abc") == ["authz.nonce_not_valid_timestamp"]
        assert complaint(nonce="1584524005143") == ["authz.nonce_expired"]
        assert complaint() == ["authz.invalid_signature"]
        assert refusal(self.signed(robot, key)) == (401, ["authz.apikey_not_active"])

    def test_nonce_in_seconds_or_nanoseconds(self, robot: Person, key: dict[str, str]) -> None:
        now = robot.sandbox.world.clock.now()
        for nonce in (str(int(now)), str(int(now * 1e9))):
            assert refusal(self.signed(robot, key, nonce=nonce)) == (401, ["authz.nonce_expired"])

    def test_hex_decoded_secret_does_not_sign(self, robot: Person, key: dict[str, str]) -> None:
        stamp = str(int(robot.sandbox.world.clock.now() * 1000))
        raw = hmac.new(
            bytes.fromhex(key["secret"]), (stamp + key["kid"]).encode(), hashlib.sha256
        ).hexdigest()
        assert refusal(self.signed(robot, key, nonce=stamp, signature=raw)) == (
            401,
            ["authz.invalid_signature"],
        )

    def test_upper_case_signature_is_refused(self, robot: Person, key: dict[str, str]) -> None:
        stamp = str(int(robot.sandbox.world.clock.now() * 1000))
        made = gateway.sign(secret=key["secret"], nonce=stamp, kid=key["kid"])
        assert self.signed(robot, key, nonce=stamp, signature=made).status_code == 200
        assert self.signed(robot, key, nonce=stamp, signature=made.upper()).status_code == 401

    def test_disabling_two_factors_stops_keys_for_good(
        self, secured: Person, robot: Person, key: dict[str, str]
    ) -> None:
        assert secured.post("/resource/otp/disable", code=secured.code()).json() == 200
        assert refusal(self.signed(robot, key)) == (401, ["authz.apikey_not_active"])
        secured.enable_otp()
        assert refusal(self.signed(robot, key)) == (401, ["authz.apikey_not_active"])
        revived = secured.call(
            "PATCH", f"/resource/api_keys/{key['kid']}", json={"state": "active", "totp_code": secured.code()}
        )
        assert (revived.status_code, revived.json()["state"]) == (200, "active")
        assert self.signed(robot, key).status_code == 200

    def test_leaving_the_active_state_stops_keys(
        self, secured: Person, robot: Person, key: dict[str, str]
    ) -> None:
        secured.control("label", email=secured.email, key="lock", value="yes")
        secured.control("label", email=secured.email, key="lock")
        assert refusal(self.signed(robot, key)) == (401, ["authz.apikey_not_active"])

    def test_owner_who_may_not_act(self, secured: Person, robot: Person, key: dict[str, str]) -> None:
        secured.control("label", email=secured.email, key="email")
        body = {"state": "active", "totp_code": secured.code()}
        assert secured.call("PATCH", f"/resource/api_keys/{key['kid']}", json=body).status_code == 200
        assert self.signed(robot, key).status_code == 200, "a pending owner may act"
        secured.control("label", email=secured.email, key="lock", value="yes")
        assert refusal(self.signed(robot, key)) == (401, ["authz.invalid_session"])
