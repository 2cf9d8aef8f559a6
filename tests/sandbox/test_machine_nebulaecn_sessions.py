"""Sessions of one person with two browsers, against a model of cookies, CSRF tokens, binding and expiry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

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

from tests.sandbox.nebulaecn.helpers import PASSWORD, Person, refusal
from venuekit_sandbox import Sandbox
from venuekit_sandbox.nebulaecn import NebulaEcn

ME = "/resource/users/me"
COOKIE = "_barong_session"
SLIDING, KEPT = 1800, 86_400
NEW_PASSWORDS = (PASSWORD, "Gol4aid1", "eeC2BiCucxWEQ")
browsers = st.integers(0, 1)
anew = st.booleans()
"""Log in first? Otherwise most steps would find no session."""


@dataclass
class Remembered:
    csrf: str
    user_agent: str
    network: str
    used_at: float


class Sessions(RuleBasedStateMachine):
    """The model knows, for every cookie value ever given out, what the server should remember of it."""

    @initialize()
    def start(self) -> None:
        self.sandbox = Sandbox()
        self.sandbox.world.clock.freeze()
        self.people = [Person(self.sandbox, ip=f"10.{number}.0.1") for number in (1, 2)]
        self.live: dict[str, Remembered] = {}
        self.tokens: list[str] = []
        self.password = PASSWORD
        for method, path, body in (
            ("POST", "/identity/users", {"email": self.people[0].email, "password": PASSWORD}),
            ("POST", "/identity/users/email/confirm_code", None),
        ):
            answer = self.people[0].call(method, path, json=body or {"token": self.people[0].mail()})
            self.opened(self.people[0], answer, status=201)

    # The model

    def now(self) -> float:
        return self.sandbox.world.clock.now()

    def session(self, person: Person) -> Remembered | None:
        """What the server should find for the person's cookie."""
        found = self.live.get(person.client.cookies.get(COOKIE) or "")
        return found if found is not None and self.now() < found.used_at + KEPT else None

    def opened(self, person: Person, answer: httpx.Response, *, status: int) -> None:
        assert answer.status_code == status, answer.text
        token = answer.json()["csrf_token"]
        assert token not in self.tokens, "every opening gives a new CSRF token"
        self.tokens.append(token)
        cookie = person.client.cookies[COOKIE]
        agent = person.client.headers["User-Agent"]
        network = ".".join(person.door.ip.split(".")[:2])
        self.live[cookie] = Remembered(token, agent, network, self.now())

    def expect_admitted(self, person: Person, answer: httpx.Response, success: int) -> None:
        """The gate behind the CSRF check."""
        found = self.session(person)
        if found is None:
            assert refusal(answer) == (401, ["authz.invalid_session"])
        elif (
            found.user_agent != person.client.headers["User-Agent"]
            or self.now() >= found.used_at + SLIDING
            or not person.door.ip.startswith(f"{found.network}.")
        ):
            assert refusal(answer) == (401, ["authz.client_session_mismatch"])
            del self.live[person.client.cookies[COOKIE]]
        else:
            assert answer.status_code == success, answer.text
            found.used_at = self.now()

    # What can happen

    @rule(who=browsers)
    def log_in(self, who: int) -> None:
        person = self.people[who]
        before, known = person.client.cookies.get(COOKIE), self.session(person)
        answer = person.post("/identity/sessions", email=person.email, password=self.password)
        self.opened(person, answer, status=200)
        assert (person.client.cookies[COOKIE] == before) is (known is not None)

    @rule(who=browsers, anew=anew)
    def read(self, who: int, anew: bool = False) -> None:
        if anew:
            self.log_in(who)
        person = self.people[who]
        self.expect_admitted(person, person.get(ME), 200)

    @rule(who=browsers, anew=anew, token=st.sampled_from(["newest", "newest", "none", "wrong", "old"]))
    def write(self, who: int, anew: bool, token: str) -> None:
        if anew:
            self.log_in(who)
        person = self.people[who]
        found = self.session(person)
        old = [other for other in self.tokens if found is None or other != found.csrf]
        values = {"none": None, "wrong": "0" * 20, "old": old[-1] if old else "x"}
        csrf = found.csrf if token == "newest" and found is not None else values.get(token, "x")
        headers = {"X-CSRF-Token": csrf} if csrf is not None else {}
        answer = person.client.put(ME, json={"data": "{}"}, headers=headers)
        if csrf is None:
            assert refusal(answer) == (401, ["authz.missing_csrf_token"])
        elif found is None or csrf != found.csrf:
            assert refusal(answer) == (401, ["authz.csrf_token_mismatch"])
        else:
            self.expect_admitted(person, answer, 200)

    @rule(who=browsers)
    def ask_something_public(self, who: int) -> None:
        assert self.people[who].get("/identity/time").status_code == 200  # and nothing is pushed forward

    @rule(who=browsers)
    def log_out(self, who: int) -> None:
        person = self.people[who]
        known, cookie = self.session(person), person.client.cookies.get(COOKIE)
        answer = person.call("DELETE", "/identity/sessions")
        if known is None:
            assert refusal(answer) == (404, ["identity.session.not_found"])
        else:
            assert (answer.status_code, answer.json()) == (200, 200)
            assert COOKIE not in person.client.cookies
            del self.live[cast(str, cookie)]

    @rule(seconds=st.sampled_from([1, 1, 900, 900, SLIDING - 1, SLIDING, KEPT]))
    def wait(self, seconds: int) -> None:
        self.sandbox.world.clock.advance(seconds)

    @rule(who=browsers, anew=anew, ip=st.sampled_from(["10.1.0.1", "10.1.255.9", "10.2.0.1", "10.2.9.9"]))
    def move(self, who: int, anew: bool, ip: str) -> None:
        if anew:
            self.log_in(who)
        self.people[who].door.ip = ip
        self.read(who)

    @rule(who=browsers, anew=anew, agent=st.sampled_from(["tests/1", "tests/2"]))
    def change_browser(self, who: int, anew: bool, agent: str) -> None:
        if anew:
            self.log_in(who)
        self.people[who].client.headers["User-Agent"] = agent
        self.read(who)

    @rule(who=browsers, waits=st.lists(st.sampled_from([900, SLIDING - 1]), min_size=2, max_size=3))
    def keep_reading(self, who: int, waits: list[int]) -> None:
        """Each call pushes the end of the session forward."""
        self.log_in(who)
        for seconds in waits:
            self.wait(seconds)
            self.read(who)

    @rule(who=browsers, password=st.sampled_from(NEW_PASSWORDS))
    def change_password(self, who: int, password: str) -> None:
        """Sessions stay open."""
        person = self.people[who]
        found = self.session(person)
        if found is None or password == self.password:
            return
        body = {"old_password": self.password, "new_password": password, "confirm_password": password}
        answer = person.client.put(
            "/resource/users/password", json=body, headers={"X-CSRF-Token": found.csrf}
        )
        self.expect_admitted(person, answer, 201)
        if answer.status_code == 201:
            self.password = password

    @rule(who=browsers, password=st.sampled_from(NEW_PASSWORDS))
    def reset_password(self, who: int, password: str) -> None:
        """Every session is closed."""
        person = self.people[who]
        person.post("/identity/users/password/generate_code", email=person.email)
        body = {"reset_password_token": person.mail(), "password": password, "confirm_password": password}
        assert person.post("/identity/users/password/confirm_code", **body).status_code == 201
        self.password = password
        self.live.clear()

    @invariant()
    def the_server_remembers_what_the_model_does(self) -> None:
        venue = self.sandbox.venues["nebulaecn"]
        assert isinstance(venue, NebulaEcn)
        sessions = venue.desk.memory.sessions
        stored = {
            cookie: session.csrf_token
            for cookie, session in sessions.items()
            if session.stored_until > self.now()
        }
        alive = {
            cookie: found.csrf for cookie, found in self.live.items() if self.now() < found.used_at + KEPT
        }
        assert stored == alive


def test_sessions() -> None:
    limits = settings(
        max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
    )
    run_state_machine_as_test(Sessions, settings=limits)
