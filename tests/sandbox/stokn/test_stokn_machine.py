"""Any order of logins, codes, pauses and restarts: a session opens once, in time, with its own code."""

from __future__ import annotations

from dataclasses import dataclass

import httpx
import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, rule

from tests.sandbox.callers import EMAIL, PHONE, Company, Json, bearer, data
from tests.sandbox.conftest import InProcess
from tests.sandbox.stokn.answers import framework
from venuekit_sandbox import Sandbox


@dataclass
class Opened:
    challenge: Json
    code: str
    at: float
    spent: bool = False


class Logins(RuleBasedStateMachine):
    """One person who logs in again and again."""

    sessions = Bundle("sessions")
    refreshes = Bundle("refreshes")

    def __init__(self) -> None:
        super().__init__()
        self.sandbox = Sandbox()
        self.sandbox.world.clock.freeze()
        transport = InProcess(self.sandbox.app)
        self.http = httpx.Client(transport=transport, base_url="http://sandbox/stokn")
        self.control = httpx.Client(transport=transport, base_url="http://sandbox/_sandbox")
        self.company = Company(self.http, self.control, self.sandbox)
        data(self.company.sign_up())

    def teardown(self) -> None:
        self.http.close()
        self.control.close()

    @rule(target=sessions, name=st.sampled_from([EMAIL, PHONE]))
    def log_in(self, name: str) -> Opened:
        challenge = data(self.company.login(username=name))
        return Opened(challenge, self.company.code(), self.sandbox.world.clock.now())

    @rule(seconds=st.sampled_from([1, 60, 179, 180]))
    def wait(self, seconds: int) -> None:
        self.sandbox.world.clock.advance(seconds)
        self.company.auth = bearer(str(self.company.grant().json()["access_token"]))

    @rule(session=sessions)
    def guess(self, session: Opened) -> None:
        wrong = f"{(int(session.code) + 1) % 1_000_000:06}"
        framework(self.company.otp(session.challenge, code=wrong))

    @rule(session=sessions)
    def take_another_name(self, session: Opened) -> None:
        name = PHONE if session.challenge["username"] == EMAIL else EMAIL
        framework(self.company.otp(session.challenge, code=session.code, username=name))

    @rule(target=refreshes, session=sessions)
    def answer(self, session: Opened) -> Json:
        in_time = self.sandbox.world.clock.now() < session.at + 180
        answer = self.company.otp(session.challenge, code=session.code)
        if session.spent or not in_time:
            framework(answer)
            return {}
        session.spent = True
        return data(answer)

    @rule(token=refreshes)
    def refresh(self, token: Json) -> None:
        if token:
            body = {"username": token["username"], "refreshToken": token["refreshToken"]}
            answer = self.http.post("/v1/user/refresh", json=body, headers=self.company.auth)
            assert data(answer)["refreshToken"] is None

    @rule()
    def restart(self) -> None:
        venue = self.sandbox.venues["stokn"]
        document = venue.snapshot()
        venue.reset()
        venue.restore(document)


TestLogins = Logins.TestCase
TestLogins.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
