"""One-time codes: window, single use, and the operations that turn two factors on and off."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pyotp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sandbox.nebulaecn.helpers import Person, refusal
from venuekit_sandbox.nebulaecn.errors import Refusal
from venuekit_sandbox.nebulaecn.state import State, User
from venuekit_sandbox.nebulaecn.totp import Totp
from venuekit_sandbox.world import Clock

START = 1_700_000_010.0
"""The beginning of a 30-second period."""


def checker() -> tuple[Clock, Totp, User, pyotp.TOTP]:
    clock = Clock()
    clock.freeze(max(START, clock.now() // 30 * 30 + 30))
    totp = Totp(clock, State())
    user = User(id=1, uid="ID1", email="a@example.com", password="", created_at=0, updated_at=0)
    totp.create(user)
    assert user.totp_secret is not None
    return clock, totp, user, pyotp.TOTP(user.totp_secret)


@given(step=st.integers(-5, 5), second=st.integers(0, 29))
def test_one_period_of_skew_to_either_side(step: int, second: int) -> None:
    clock, totp, user, generator = checker()
    clock.advance(second)
    code = generator.at(int(clock.now()) + step * 30)
    near = {generator.at(int(clock.now()) + near * 30) for near in (-1, 0, 1)}
    assert totp.accepts(user, code) is (code in near)
    if abs(step) <= 1:
        assert code in near


@given(
    codes=st.lists(
        st.tuples(st.sampled_from(["000000", "right", "next", "previous", "x"]), st.integers(0, 100)),
        max_size=12,
    )
)
def test_a_submitted_code_is_refused_for_90_seconds_right_or_wrong(codes: list[tuple[str, int]]) -> None:
    clock, totp, user, generator = checker()
    submitted: dict[str, float] = {}
    for kind, wait in codes:
        clock.advance(wait)
        offset = {"right": 0, "next": 30, "previous": -30}.get(kind)
        code = kind if offset is None else generator.at(int(clock.now()) + offset)
        if clock.now() < submitted.get(code, 0) + 90:
            with pytest.raises(Refusal) as caught:
                totp.accepts(user, code)
            assert (caught.value.status, caught.value.body) == (422, {"errors": ["totp.error"]})
        else:
            right = {generator.at(int(clock.now()) + step) for step in (-30, 0, 30)}
            assert totp.accepts(user, code) is (code in right)
            submitted[code] = clock.now()


def test_codes_of_two_users_do_not_block_each_other() -> None:
    _, totp, user, generator = checker()
    other = User(id=2, uid="ID2", email="b@example.com", password="", created_at=0, updated_at=0)
    other.totp_secret = user.totp_secret
    code = generator.at(int(totp.clock.now()))
    assert totp.accepts(user, code)
    assert totp.accepts(other, code)


class TestQrCode:
    def test_uri(self, member: Person) -> None:
        answer = member.post("/resource/otp/generate_qrcode")
        assert answer.status_code == 201
        assert set(answer.json()) == {
            "auth",
            "data",
            "lease_duration",
            "lease_id",
            "renewable",
            "warnings",
            "wrap_info",
        }
        uri = urlsplit(answer.json()["data"]["url"])
        query = parse_qs(uri.query)
        assert (uri.scheme, uri.netloc) == ("otpauth", "totp")
        assert (query["algorithm"], query["digits"], query["period"]) == (["SHA1"], ["6"], ["30"])
        assert len(query["secret"][0]) == 32
        assert answer.json()["data"]["barcode"].startswith("iVBORw0KGgo")

    def test_asking_again_replaces_the_secret(self, member: Person) -> None:
        old = member.make_secret().secret
        assert member.make_secret().secret != old
        now = int(member.sandbox.world.clock.now())
        assert refusal(member.post("/resource/otp/enable", code=pyotp.TOTP(old).at(now))) == (
            422,
            ["resource.otp.invalid"],
        )

    def test_not_while_two_factors_are_on(self, secured: Person) -> None:
        answer = secured.post("/resource/otp/generate_qrcode")
        assert refusal(answer) == (400, ["resource.otp.already_enabled"])


class TestSwitching:
    @pytest.mark.parametrize("action", ["enable", "disable", "verify"])
    def test_code_is_required(self, member: Person, action: str) -> None:
        answer = member.post(f"/resource/otp/{action}")
        assert refusal(answer) == (422, ["resource.otp.missing_code", "resource.otp.empty_code"])
        assert refusal(member.post(f"/resource/otp/{action}", code=" ")) == (422, ["resource.otp.empty_code"])

    def test_enable_without_a_secret(self, member: Person) -> None:
        assert refusal(member.post("/resource/otp/enable", code="123456")) == (422, ["totp.error"])

    def test_enable_closes_the_other_sessions(self, member: Person) -> None:
        other = Person(member.sandbox, member.email)
        other.log_in()
        assert other.me()["otp"] is False
        member.enable_otp()
        assert member.me()["otp"] is True
        assert member.labels()["otp"] == "enabled"
        assert refusal(other.get("/resource/users/me")) == (401, ["authz.invalid_session"])

    def test_answers(self, member: Person) -> None:
        member.make_secret()
        enabled = member.post("/resource/otp/enable", code=member.code())
        assert (enabled.status_code, enabled.json()) == (201, 200)
        checked = member.post("/resource/otp/verify", code=member.code())
        assert (checked.status_code, checked.text) == (201, "null")
        disabled = member.post("/resource/otp/disable", code=member.code())
        assert (disabled.status_code, disabled.json()) == (200, 200)
        assert "otp" not in member.labels()

    def test_numbers_are_taken_as_text(self, member: Person) -> None:
        member.make_secret()
        while member.code().startswith("0"):
            member.advance(30)
        code = pyotp.TOTP(member.secret).at(int(member.sandbox.world.clock.now()))
        assert member.post("/resource/otp/enable", code=int(code)).status_code == 201

    def test_wrong_state(self, member: Person) -> None:
        member.make_secret()
        assert refusal(member.post("/resource/otp/verify", code="1")) == (
            400,
            ["resource.otp.already_enabled"],
        )
        assert refusal(member.post("/resource/otp/disable", code="1")) == (400, ["resource.otp.not_enabled"])
        member.enable_otp()
        assert refusal(member.post("/resource/otp/enable", code="1")) == (
            400,
            ["resource.otp.already_enabled"],
        )

    def test_wrong_code(self, secured: Person) -> None:
        for action in ("verify", "disable"):
            answer = secured.post(f"/resource/otp/{action}", code=f"{action}!")
            assert refusal(answer) == (422, ["resource.otp.invalid"])
        assert secured.me()["otp"] is True
