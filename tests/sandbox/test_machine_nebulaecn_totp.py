"""One-time codes and what hangs on them, against a model: single use, skew, sessions and keys."""

from __future__ import annotations

import pyotp
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.sandbox.nebulaecn.helpers import PASSWORD, Person, refusal
from venuekit_sandbox import Sandbox

ME = "/resource/users/me"
PERIOD, BLOCKED = 30, 90
# A code by its distance from now in periods, one that cannot be right, or the one submitted last.
codes = st.sampled_from(["-2", "-1", "0", "1", "2", "wrong", "again"])


class Totp(RuleBasedStateMachine):
    """One person, who may be logged in a second time elsewhere, and his API keys."""

    @initialize(secret=st.sampled_from([True, True, False]))
    def start(self, secret: bool) -> None:
        self.sandbox = Sandbox()
        self.sandbox.world.clock.freeze()
        self.person = Person(self.sandbox).sign_up().confirm()
        self.elsewhere = Person(self.sandbox, self.person.email)
        self.secret = ""
        self.on = False
        self.blocked: dict[str, float] = {}
        self.last = "000001"
        self.logged_in_elsewhere = False
        self.keys: dict[str, str] = {}
        if secret:
            self.ask_for_a_secret()

    # The model

    def now(self) -> float:
        return self.sandbox.world.clock.now()

    def code(self, kind: str) -> str:
        if kind == "again":
            return self.last
        if kind == "wrong" or not self.secret:
            return "x23456"
        return pyotp.TOTP(self.secret).at(int(self.now()) + int(kind) * PERIOD)

    def verdict(self, code: str) -> bool | None:
        """Is the code right? None: it cannot be asked, for it was submitted lately or there is no secret."""
        if not self.secret or self.blocked.get(code, 0) > self.now():
            return None
        self.blocked[code] = self.now() + BLOCKED
        self.last = code
        near = (pyotp.TOTP(self.secret).at(int(self.now()) + step * PERIOD) for step in (-1, 0, 1))
        return code in near

    def expect(self, found: tuple[int, list[str]], verdict: bool | None, wrong: tuple[int, str]) -> None:
        expected = (422, ["totp.error"]) if verdict is None else (wrong[0], [wrong[1]])
        assert found == expected

    # What can happen

    @rule(seconds=st.sampled_from([1, 29, 30, 59, 60, 89, 90, 300]))
    def wait(self, seconds: int) -> None:
        self.sandbox.world.clock.advance(seconds)

    @rule()
    def ask_for_a_secret(self) -> None:
        answer = self.person.post("/resource/otp/generate_qrcode")
        if self.on:
            assert refusal(answer) == (400, ["resource.otp.already_enabled"])
        else:
            assert answer.status_code == 201
            self.secret = pyotp.parse_uri(answer.json()["data"]["url"]).secret

    @rule(kind=codes)
    def enable(self, kind: str) -> None:
        code = self.code(kind)
        answer = self.person.post("/resource/otp/enable", code=code)
        if self.on:
            assert refusal(answer) == (400, ["resource.otp.already_enabled"])
        elif verdict := self.verdict(code):
            assert (answer.status_code, answer.json()) == (201, 200)
            self.on, self.logged_in_elsewhere = True, False
        else:
            self.expect(refusal(answer), verdict, (422, "resource.otp.invalid"))

    @rule(kind=codes)
    def verify(self, kind: str) -> None:
        code = self.code(kind)
        answer = self.person.post("/resource/otp/verify", code=code)
        if not self.on:
            assert refusal(answer) == (400, ["resource.otp.already_enabled"]), "the original's word for off"
        elif verdict := self.verdict(code):
            assert (answer.status_code, answer.text) == (201, "null")
        else:
            self.expect(refusal(answer), verdict, (422, "resource.otp.invalid"))

    @rule(kind=codes)
    def disable(self, kind: str) -> None:
        code = self.code(kind)
        answer = self.person.post("/resource/otp/disable", code=code)
        if not self.on:
            assert refusal(answer) == (400, ["resource.otp.not_enabled"])
        elif verdict := self.verdict(code):
            assert (answer.status_code, answer.json()) == (200, 200)
            self.on = False
            self.keys = dict.fromkeys(self.keys, "inactive")
        else:
            self.expect(refusal(answer), verdict, (422, "resource.otp.invalid"))

    @rule(kind=codes, seconds=st.sampled_from([0, 59, 60, 89, 90]))
    def submit_twice(self, kind: str, seconds: int) -> None:
        for chosen in (kind, "again"):
            (self.verify if self.on else self.enable)(chosen)
            self.wait(seconds)

    @rule()
    def make_a_key_and_disable(self) -> None:
        """The key does not outlive the second factor."""
        for step in (self.create_key, self.disable):
            step("0")
            self.wait(BLOCKED)

    @rule(kind=codes | st.just("none"))
    def log_in_elsewhere(self, kind: str) -> None:
        code = {} if kind == "none" else {"otp_code": self.code(kind)}
        answer = self.elsewhere.log_in(**code)
        if not self.on:
            assert answer.status_code == 200
            self.logged_in_elsewhere = True
        elif not code:
            assert refusal(answer) == (401, ["identity.session.missing_otp"])
        elif verdict := self.verdict(code["otp_code"]):
            assert answer.status_code == 200
            self.logged_in_elsewhere = True
        else:
            self.expect(refusal(answer), verdict, (403, "identity.session.invalid_otp"))

    @rule(kind=codes)
    def create_key(self, kind: str) -> None:
        code = self.code(kind)
        answer = self.person.post("/resource/api_keys", algorithm="HS256", totp_code=code)
        if not self.on:
            assert refusal(answer) == (400, ["resource.api_key.2fa_disabled"])
        elif verdict := self.verdict(code):
            assert answer.status_code == 201
            self.keys[answer.json()["kid"]] = "active"
        else:
            self.expect(refusal(answer), verdict, (422, "resource.api_key.invalid_totp"))

    @rule(kind=codes)
    def close_the_account_with_a_bad_code(self, kind: str) -> None:
        code = self.code(kind)
        if not self.on or not self.secret:
            return
        near = [pyotp.TOTP(self.secret).at(int(self.now()) + step * PERIOD) for step in (-1, 0, 1)]
        if code in near and self.blocked.get(code, 0) <= self.now():
            return  # that would end the game
        answer = self.person.call("DELETE", ME, json={"password": PASSWORD, "otp_code": code})
        self.expect(refusal(answer), self.verdict(code), (422, "resource.user.invalid_otp"))

    @invariant()
    def the_server_shows_what_the_model_knows(self) -> None:
        assert self.person.me()["otp"] is self.on
        assert self.person.labels().get("otp") == ("enabled" if self.on else None)
        shown = {key["kid"]: key["state"] for key in self.person.get("/resource/api_keys").json()}
        assert shown == self.keys
        assert (self.elsewhere.get(ME).status_code == 200) is self.logged_in_elsewhere


def test_totp() -> None:
    limits = settings(
        max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    run_state_machine_as_test(Totp, settings=limits)
