"""API keys of one person and of his service account, against a model: life, signed calls, two factors, state."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Any

import httpx
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.sandbox.nebulaecn.helpers import Person, refusal
from venuekit_sandbox import Sandbox

ME = "/resource/users/me"
OWN, SERVICE = "/resource/api_keys", "/resource/service_accounts/api_keys"
picks = st.integers(0, 5)
# How a scope is written, and what is made of it.
scopes = st.sampled_from(
    [(None, []), ("trade", ["trade"]), ("read, trade", ["read", "trade"]), (",a,,b ,", ["a", "b"])]
)
offsets = st.sampled_from([0, 0, 0, -4999, 4999, -5000, 5000, -1_000_000])
signatures = st.sampled_from(["right", "right", "right", "tampered", "upper"])


@dataclass
class Known:
    kid: str
    secret: str = field(repr=False)
    scope: list[str]
    state: str
    service: bool


class Keys(RuleBasedStateMachine):
    """Every management call uses a fresh and right one-time code: wrong ones are another machine's subject."""

    @initialize()
    def start(self) -> None:
        self.sandbox = Sandbox()
        # A whole second, so that the edge of the window is a whole number of milliseconds.
        self.sandbox.world.clock.freeze(int(self.sandbox.world.clock.now()) + 1.0)
        self.person = Person(self.sandbox).sign_up().confirm().enable_otp()
        self.robot = httpx.Client(transport=self.person.door, base_url=self.person.client.base_url)
        self.account = self.person.control("service_account", email=self.person.email).json()["uid"]
        self.keys: list[Known] = []
        self.on, self.locked = True, False

    # The model

    def pick(self, number: int, *, service: bool | None = None) -> Known | None:
        found = [key for key in self.keys if service in (None, key.service)]
        return found[number % len(found)] if found else None

    def stop_all(self) -> None:
        for key in self.keys:
            key.state = "inactive"

    def managed(self, method: str, path: str, service: bool, **body: Any) -> httpx.Response:
        body = {name: value for name, value in body.items() if value is not None}
        if service:
            body["service_account_uid"] = self.account
        return self.person.call(method, path, json={"totp_code": self.person.code(), **body})

    def hindered(self, answer: httpx.Response, service: bool) -> bool:
        """Did state or two factors forbid the call? Then the answer has to say so."""
        if self.locked:
            assert refusal(answer) == (401, ["authz.user_not_active"])
        elif not self.on:
            prefix = "resource.service_accounts" if service else "resource.api_key"
            assert refusal(answer) == (400, [f"{prefix}.2fa_disabled"])
        return self.locked or not self.on

    # What can happen

    @rule(scope=scopes, service=st.booleans())
    def create(self, scope: tuple[str | None, list[str]], service: bool) -> None:
        path = SERVICE if service else OWN
        answer = self.managed("POST", path, service, algorithm="HS256", scope=scope[0])
        if not self.hindered(answer, service):
            assert answer.status_code == 201, answer.text
            made = answer.json()
            assert (made["scope"], made["state"]) == (scope[1], "active")
            self.keys.append(Known(made["kid"], made["secret"], made["scope"], "active", service))

    @rule(number=picks, scope=scopes, state=st.sampled_from([None, "active", "inactive", "asleep"]))
    def change(self, number: int, scope: tuple[str | None, list[str]], state: str | None) -> None:
        key = self.pick(number)
        if key is None:
            return
        method, path = ("PUT", SERVICE) if key.service else ("PATCH", OWN)
        answer = self.managed(method, f"{path}/{key.kid}", key.service, scope=scope[0], state=state)
        if self.hindered(answer, key.service):
            return
        if state == "asleep":
            assert refusal(answer) == (422, ["state.invalid"])
            return
        key.scope = scope[1]  # emptied when it is not sent
        key.state = state or key.state
        shown = answer.json()
        assert answer.status_code == 200 and "secret" not in shown
        assert (shown["kid"], shown["scope"], shown["state"]) == (key.kid, key.scope, key.state)

    @rule(number=picks)
    def delete(self, number: int) -> None:
        key = self.pick(number)
        if key is None:
            return
        path = SERVICE if key.service else OWN
        answer = self.managed("DELETE", f"{path}/{key.kid}", key.service)
        if not self.hindered(answer, key.service):
            assert answer.status_code == 204
            self.keys.remove(key)
            again = self.managed("DELETE", f"{path}/{key.kid}", key.service)
            assert refusal(again) == (404, ["record.not_found"])

    @rule(number=picks)
    def look_for_it_in_the_wrong_place(self, number: int) -> None:
        """A service account's key is not one of the person's own."""
        key = self.pick(number, service=True)
        if key is not None:
            answer = self.managed("DELETE", f"{OWN}/{key.kid}", False)
            if not self.hindered(answer, False):
                assert refusal(answer) == (404, ["record.not_found"])

    @rule()
    def turn_two_factors_off(self) -> None:
        if self.on and not self.locked:
            assert self.person.post("/resource/otp/disable", code=self.person.code()).status_code == 200
            self.on = False
            self.stop_all()

    @rule()
    def turn_two_factors_on(self) -> None:
        if not self.on and not self.locked:
            assert self.person.post("/resource/otp/enable", code=self.person.code()).status_code == 201
            self.on = True  # which revives no key

    @rule(locked=st.booleans())
    def lock(self, locked: bool) -> None:
        more = {"value": "yes"} if locked else {}
        self.person.control("label", email=self.person.email, key="lock", **more)
        if locked:
            self.stop_all()
        self.locked = locked

    @rule(number=picks, offset=offsets, signature=signatures)
    def call_signed(self, number: int, offset: int, signature: str) -> None:
        key = self.pick(number)
        if key is not None:
            nonce = str(int(self.sandbox.world.clock.now() * 1000) + offset)
            proof = hmac.new(key.secret.encode(), (nonce + key.kid).encode(), hashlib.sha256).hexdigest()
            sent = {"right": proof, "tampered": f"{proof[:-1]}x", "upper": proof.upper()}[signature]
            for _ in range(2):  # a replay is as good as the first
                answer = self.signed(key.kid, nonce, sent)
                complaint = self.complaint(key, offset, signature)
                if complaint is None:
                    assert answer.status_code == 200, answer.text
                else:
                    assert refusal(answer) == (401, [complaint])

    @rule(offset=offsets, signature=signatures)
    def create_call_and_change(self, offset: int, signature: str) -> None:
        self.create(("read,trade", ["read", "trade"]), False)
        newest = len(self.keys) - 1
        if newest >= 0:
            self.call_signed(newest, offset, signature)
            self.change(newest, (None, []), None)

    def signed(self, kid: str, nonce: str, proof: str) -> httpx.Response:
        headers = {"X-Auth-Apikey": kid, "X-Auth-Nonce": nonce, "X-Auth-Signature": proof}
        return self.robot.get(ME, headers=headers)

    def complaint(self, key: Known, offset: int, signature: str) -> str | None:
        if abs(offset) >= 5000:
            return "authz.nonce_expired"
        if signature != "right":
            return "authz.invalid_signature"
        if key.state != "active":
            return "authz.apikey_not_active"
        if key.service:
            return "authz.invalid_permission"
        return None if self.on else "authz.disabled_2fa"

    @rule(number=picks)
    def call_with_a_deleted_or_unknown_key(self, number: int) -> None:
        answer = self.signed(f"{number:016x}", str(int(self.sandbox.world.clock.now() * 1000)), "x")
        assert refusal(answer) == (401, ["authz.unexistent_apikey"])

    @invariant()
    def the_lists_show_what_the_model_knows(self) -> None:
        for path, service in ((OWN, False), (SERVICE, True)):
            query = {"service_account_uid": self.account} if service else {}
            answer = self.person.get(path, **query)
            if self.locked:
                assert refusal(answer) == (401, ["authz.user_not_active"])
                continue
            shown = [(one["kid"], one["scope"], one["state"]) for one in answer.json()]
            assert shown == [(one.kid, one.scope, one.state) for one in self.keys if one.service is service]
            assert all("secret" not in one for one in answer.json())


def test_keys() -> None:
    limits = settings(
        max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    run_state_machine_as_test(Keys, settings=limits)
