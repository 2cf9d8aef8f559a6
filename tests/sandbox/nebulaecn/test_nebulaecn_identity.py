"""Sign-up, confirmation, login, password reset, captcha, whitelist, auth0."""

from __future__ import annotations

import base64
import json

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.sandbox.nebulaecn.helpers import PASSWORD, Person, keys, refusal
from venuekit_sandbox import Sandbox


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            {},
            [
                "identity.user.missing_email",
                "identity.user.empty_email",
                "identity.user.missing_password",
                "identity.user.empty_password",
            ],
        ),
        ({"email": "", "password": PASSWORD}, ["identity.user.empty_email"]),
        ({"email": None, "password": PASSWORD}, ["identity.user.empty_email"]),
        ({"email": "nonsense", "password": PASSWORD}, ["email.invalid"]),
        ({"email": "a@example.com", "password": "Password1"}, ["password.weak"]),
        ({"email": "a@example.com", "password": "password"}, ["password.requirements"]),
        ({"email": "nonsense", "password": "Simple"}, ["email.invalid", "password.requirements"]),
        ({"email": "a@example.com", "password": PASSWORD, "username": "abc"}, ["username.too_short"]),
        ({"email": "a@example.com", "password": PASSWORD, "username": "a" * 13}, ["username.too_long"]),
        ({"email": "a@example.com", "password": PASSWORD, "username": "with-dash"}, ["username.invalid"]),
        ({"email": "a@example.com", "password": PASSWORD, "data": "{"}, ["data.invalid_format"]),
        ({"email": "a@example.com", "password": PASSWORD, "data": json.dumps("x" * 1100)}, ["data.too_long"]),
        (
            {"email": "a@example.com", "password": PASSWORD, "refid": "12345"},
            ["identity.user.invalid_referral_format"],
        ),
        (
            {"email": "a@example.com", "password": PASSWORD, "refid": "ID0123456789"},
            ["identity.user.referral_doesnt_exist"],
        ),
        ({"email": ["a@example.com"], "password": PASSWORD}, ["invalid"]),
    ],
)
def test_sign_up_refusals(
    sandbox: Sandbox, person: Person, body: dict[str, object], expected: list[str]
) -> None:
    assert refusal(person.post("/identity/users", **body)) == (422, expected)
    assert sandbox.world.outbox.messages() == []


def test_taken_names(sandbox: Sandbox, person: Person) -> None:
    person.sign_up(username="johnny")
    again = {"email": person.email.upper(), "password": PASSWORD, "username": "Johnny"}
    assert keys(person.post("/identity/users", **again)) == ["email.taken", "username.taken"]


def test_referral_is_remembered(sandbox: Sandbox, person: Person) -> None:
    uid = person.sign_up().me()["uid"]
    friend = Person(sandbox, "friend@example.com").sign_up(refid=uid)
    assert friend.me()["referral_uid"] == uid


def test_unknown_parameters_are_ignored(person: Person) -> None:
    person.sign_up(level="3", role="admin", state="active")
    me = person.me()
    assert (me["level"], me["role"], me["state"]) == (0, "member", "pending")


def test_each_session_call_replaces_the_csrf_token(person: Person) -> None:
    person.sign_up()
    old = person.csrf
    person.confirm()
    stale = person.call("POST", "/resource/otp/generate_qrcode", headers={"X-CSRF-Token": old or ""})
    assert refusal(stale) == (401, ["authz.csrf_token_mismatch"])
    assert person.post("/resource/otp/generate_qrcode").status_code == 201


class TestConfirmation:
    PATH = "/identity/users/email/confirm_code"

    def test_missing_token(self, person: Person) -> None:
        expected = ["identity.user.missing_token", "identity.user.empty_token"]
        assert refusal(person.post(self.PATH)) == (422, expected)

    @pytest.mark.parametrize(
        ("token", "word"), [("nonsense", "segments"), ("a.b", "segments"), ("!.!.!", "encoding")]
    )
    def test_broken_token(self, person: Person, token: str, word: str) -> None:
        assert refusal(person.post(self.PATH, token=token)) == (422, [f"jwt.decode_and_verify.{word}"])

    def test_tampered_token(self, person: Person) -> None:
        head, body, signature = person.sign_up().mail().split(".")
        claims = json.loads(base64.urlsafe_b64decode(body + "=="))
        claims["email"] = "other@example.com"
        forged = base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b"=").decode()
        answer = person.post(self.PATH, token=f"{head}.{forged}.{signature}")
        assert refusal(answer) == (422, ["jwt.decode_and_verify.raised"])

    def test_token_of_another_key(self, person: Person) -> None:
        claims = jwt.decode(person.sign_up().mail(), options={"verify_signature": False})
        stranger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        forged = jwt.encode(claims, stranger, algorithm="RS256")
        assert refusal(person.post(self.PATH, token=forged)) == (422, ["jwt.decode_and_verify.raised"])

    def test_token_without_signature(self, person: Person) -> None:
        claims = jwt.decode(person.sign_up().mail(), options={"verify_signature": False})
        forged = jwt.encode(claims, "", algorithm="none")
        assert person.post(self.PATH, token=forged).status_code == 422
        assert person.me()["state"] == "pending"

    def test_token_lives_for_an_hour_of_the_sandbox_clock(self, person: Person) -> None:
        token = person.sign_up().mail()
        claims = jwt.decode(token, options={"verify_signature": False})
        assert claims["iat"] == int(person.sandbox.world.clock.now())
        assert claims["exp"] - claims["iat"] == 3600
        person.advance(3600)
        assert refusal(person.post(self.PATH, token=token)) == (422, ["jwt.decode_and_verify.expired"])

    def test_reset_token_does_not_confirm(self, person: Person) -> None:
        person.sign_up().post("/identity/users/password/generate_code", email=person.email)
        assert refusal(person.post(self.PATH, token=person.mail())) == (422, ["jwt.decode_and_verify.reset"])

    def test_active_user_is_refused_before_the_token_is_found_used(self, person: Person) -> None:
        person.sign_up().confirm()
        answer = person.post(self.PATH, token=person.mail())
        assert refusal(answer) == (422, ["identity.user.active_or_doesnt_exist"])

    def test_used_token(self, member: Person) -> None:
        token = member.mail()
        member.control("label", email=member.email, key="email")
        assert refusal(member.post(self.PATH, token=token)) == (422, ["identity.user.utilized_token"])

    def test_another_mail_leaves_the_first_token_alive(self, person: Person) -> None:
        first = person.sign_up().mail()
        again = person.post("/identity/users/email/generate_code", email=person.email)
        assert (again.status_code, again.json()) == (201, 201)
        assert person.mail() != first
        assert person.post(self.PATH, token=first).status_code == 201

    def test_another_mail_tells_nothing_about_who_exists(self, member: Person) -> None:
        sent = len(member.sandbox.world.outbox.messages())
        for email in (member.email, "nobody@example.com"):
            answer = member.post("/identity/users/email/generate_code", email=email)
            assert (answer.status_code, answer.json()) == (201, 201)
        assert len(member.sandbox.world.outbox.messages()) == sent
        expected = ["identity.user.missing_email", "identity.user.empty_email"]
        assert refusal(member.post("/identity/users/email/generate_code")) == (422, expected)


class TestLogin:
    def test_success_is_200_with_the_user(self, member: Person) -> None:
        answer = member.log_in()
        assert answer.status_code == 200
        assert answer.json()["uid"] == member.me()["uid"]
        assert answer.json()["csrf_token"] == member.csrf

    def test_pending_users_may_log_in(self, person: Person) -> None:
        assert person.sign_up().log_in().json()["state"] == "pending"

    def test_wrong_password_and_unknown_address_look_alike(self, member: Person) -> None:
        for email in (member.email, "nobody@example.com"):
            answer = member.post("/identity/sessions", email=email, password="Wrong1Password")
            assert refusal(answer) == (401, ["identity.session.invalid_params"])

    def test_absent_parameters_give_one_key_each(self, person: Person) -> None:
        expected = ["identity.session.missing_email", "identity.session.missing_password"]
        assert refusal(person.post("/identity/sessions")) == (422, expected)
        blank = person.post("/identity/sessions", email="", password="")
        assert refusal(blank) == (401, ["identity.session.invalid_params"])

    @pytest.mark.parametrize(
        ("key", "word"),
        [
            ("ban", "banned"),
            ("fraud", "banned"),
            ("delete", "deleted"),
            ("lock", "not_active"),
            ("suspicious", "not_active"),
        ],
    )
    def test_state_is_told_before_the_password_is_checked(self, member: Person, key: str, word: str) -> None:
        member.control("label", email=member.email, key=key, value="yes")
        answer = member.post("/identity/sessions", email=member.email, password="Wrong1Password")
        assert refusal(answer) == (401, [f"identity.session.{word}"])
        assert refusal(member.get("/resource/users/me")) == (401, ["authz.user_not_active"])

    def test_two_factors(self, secured: Person) -> None:
        secured.advance(30)
        assert refusal(secured.log_in()) == (401, ["identity.session.missing_otp"])
        assert refusal(secured.log_in(otp_code="")) == (401, ["identity.session.missing_otp"])
        right = secured.code()
        wrong = f"{(int(right) + 1) % 1000000:06d}"
        assert refusal(secured.log_in(otp_code=wrong)) == (403, ["identity.session.invalid_otp"])
        assert refusal(secured.log_in(otp_code=wrong)) == (422, ["totp.error"])
        assert secured.log_in(otp_code=right).status_code == 200

    def test_the_code_that_enabled_cannot_log_in(self, secured: Person) -> None:
        [used] = secured.used
        assert refusal(secured.log_in(otp_code=used)) == (422, ["totp.error"])

    def test_logging_out(self, member: Person) -> None:
        answer = member.call("DELETE", "/identity/sessions", headers={"X-CSRF-Token": "ignored here"})
        assert (answer.status_code, answer.json()) == (200, 200)
        assert "_barong_session" not in member.client.cookies
        assert refusal(member.call("DELETE", "/identity/sessions")) == (404, ["identity.session.not_found"])


class TestPasswordReset:
    ASK = "/identity/users/password/generate_code"
    SET = "/identity/users/password/confirm_code"
    NEW = "Gol4aid1"

    def test_new_password_closes_every_session(self, member: Person) -> None:
        other = Person(member.sandbox, member.email)
        assert other.log_in().status_code == 200
        assert member.post(self.ASK, email=member.email).json() == 201
        token = member.mail()
        body = {"reset_password_token": token, "password": self.NEW, "confirm_password": self.NEW}
        answer = member.post(self.SET, **body)
        assert (answer.status_code, answer.json()) == (201, 201)
        for browser in (member, other):
            assert refusal(browser.get("/resource/users/me")) == (401, ["authz.invalid_session"])
        assert member.log_in().status_code == 401
        assert member.post("/identity/sessions", email=member.email, password=self.NEW).status_code == 200
        assert refusal(member.post(self.SET, **body)) == (422, ["identity.user.utilized_token"])

    def test_only_the_newest_token_works(self, member: Person) -> None:
        member.post(self.ASK, email=member.email)
        old = member.mail()
        member.post(self.ASK, email=member.email)
        body = {"password": self.NEW, "confirm_password": self.NEW}
        assert keys(member.post(self.SET, reset_password_token=old, **body)) == [
            "identity.user.utilized_token"
        ]
        assert member.post(self.SET, reset_password_token=member.mail(), **body).status_code == 201

    def test_a_refused_password_keeps_the_token(self, member: Person) -> None:
        member.post(self.ASK, email=member.email)
        token = member.mail()
        weak = {"reset_password_token": token, "password": "Password1", "confirm_password": "Password1"}
        assert refusal(member.post(self.SET, **weak)) == (422, ["password.weak"])
        good = {"reset_password_token": token, "password": self.NEW, "confirm_password": self.NEW}
        assert member.post(self.SET, **good).status_code == 201

    def test_refusals(self, member: Person) -> None:
        assert refusal(member.post(self.SET)) == (
            422,
            [
                "identity.user.missing_pass_token",
                "identity.user.empty_reset_password_token",
                "identity.user.missing_password",
                "identity.user.empty_password",
                "identity.user.missing_confirm_password",
                "identity.user.empty_confirm_password",
            ],
        )
        body = {"reset_password_token": "x", "password": self.NEW, "confirm_password": PASSWORD}
        assert keys(member.post(self.SET, **body)) == ["identity.user.passwords_doesnt_match"]
        body["confirm_password"] = self.NEW
        assert keys(member.post(self.SET, **body)) == ["jwt.decode_and_verify.segments"]
        body["reset_password_token"] = member.mail()
        assert keys(member.post(self.SET, **body)) == ["jwt.decode_and_verify.confirmation"]

    def test_asking_tells_nothing_about_who_exists(self, person: Person) -> None:
        answer = person.post(self.ASK, email="nobody@example.com")
        assert (answer.status_code, answer.json()) == (201, 201)
        assert person.sandbox.world.outbox.messages() == []


class TestCaptcha:
    def test_recaptcha(self, person: Person) -> None:
        person.control("settings", captcha="recaptcha")
        assert person.get("/identity/configs").json()["captcha_id"] == "sandbox"
        body = {"email": person.email, "password": PASSWORD}
        assert refusal(person.post("/identity/users", **body)) == (400, ["identity.captcha.required"])
        wrong = person.post("/identity/users", **body, captcha_response="wrong")
        assert refusal(wrong) == (422, ["identity.captcha.verification_failed"])
        right = person.post("/identity/users", **body, captcha_response="sandbox-captcha")
        assert right.status_code == 201
        for path in ("sessions", "users/email/generate_code", "users/password/generate_code"):
            assert refusal(person.post(f"/identity/{path}", **body)) == (400, ["identity.captcha.required"])

    def test_parameters_are_checked_before_the_captcha(self, person: Person) -> None:
        person.control("settings", captcha="recaptcha")
        assert person.post("/identity/users", email=person.email).status_code == 422

    def test_geetest(self, person: Person) -> None:
        person.control("settings", captcha="geetest")
        assert set(person.get("/identity/users/register_geetest").json()) == {"gt", "challenge"}
        body = {"email": person.email, "password": PASSWORD}
        half = person.post("/identity/users", **body, captcha_response={"geetest_challenge": "c"})
        assert refusal(half) == (400, ["identity.captcha.mandatory_fields"])
        fields = {"geetest_challenge": "c", "geetest_validate": "v", "geetest_seccode": "sandbox-captcha"}
        assert person.post("/identity/users", **body, captcha_response=fields).status_code == 201


def test_whitelist_token_works_once(person: Person) -> None:
    path = "/identity/users/access"
    assert keys(person.post(path)) == [
        "identity.user.missing_whitelink_token",
        "identity.user.empty_whitelink_token",
    ]
    assert keys(person.post(path, whitelink_token="x")) == ["identity.user.access.invalid_token"]
    token = person.control("whitelink").json()["whitelink_token"]
    assert person.post(path, whitelink_token=token).status_code == 201
    assert keys(person.post(path, whitelink_token=token)) == ["identity.user.access.invalid_token"]


def test_auth0_opens_an_account_with_a_confirmed_address(person: Person) -> None:
    path = "/identity/sessions/auth0"
    assert keys(person.post(path)) == ["identity.session.missing_id_token", "identity.session.empty_id_token"]
    assert refusal(person.post(path, id_token="x.y.z")) == (422, ["identity.session.auth0.invalid_params"])
    unverified = person.control("id_token", email=person.email, email_verified=False).json()
    assert refusal(person.post(path, **unverified)) == (401, ["identity.session.auth0.invalid_params"])
    answer = person.post(path, **person.control("id_token", email=person.email).json())
    assert answer.status_code == 201
    assert (person.me()["state"], person.me()["level"]) == ("active", 1)
