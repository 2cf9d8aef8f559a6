"""TradeLocker: in whatever order things are done, a refresh token works once and an access token its hour."""

from __future__ import annotations

import httpx
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, rule

from tests.sandbox.conftest import InProcess
from tests.sandbox.test_sandbox_tradelocker import DEMO, bearer, refused, sign_in
from venuekit_sandbox import Sandbox

SANDBOX = Sandbox()
HTTP = httpx.Client(transport=InProcess(SANDBOX.app), base_url="http://sandbox/tradelocker/backend-api")
CONTROL = httpx.Client(transport=InProcess(SANDBOX.app), base_url="http://sandbox/_sandbox/tradelocker")
Tokens = dict[str, str]


class Chain(RuleBasedStateMachine):
    """Tokens of one login, and what a model says about each."""

    pairs: Bundle[Tokens] = Bundle("pairs")

    @initialize()
    def begin(self) -> None:
        SANDBOX.venues["tradelocker"].reset()
        SANDBOX.world.clock.freeze()
        self.refresh_until: dict[str, float] = {}
        self.access_until: dict[str, float] = {}

    @property
    def now(self) -> float:
        return SANDBOX.world.clock.now()

    @rule(target=pairs)
    def sign_in(self) -> Tokens:
        return self._keep(sign_in(HTTP))

    @rule(target=pairs, pair=pairs)
    def refresh(self, pair: Tokens) -> Tokens:
        token = pair["refreshToken"]
        answer = HTTP.post("/auth/jwt/refresh", json={"refreshToken": token})
        if self.now >= self.refresh_until.pop(token, 0):
            refused(answer, 401)
            return pair
        assert answer.status_code == 201
        return self._keep(answer.json())

    @rule(pair=pairs)
    def use(self, pair: Tokens) -> None:
        good = self.now < self.access_until[pair["accessToken"]]
        answer = HTTP.get("/auth/jwt/all-accounts", headers=bearer(pair))
        assert answer.status_code == (200 if good else 401)

    @rule()
    def revoke(self) -> None:
        assert CONTROL.post("/revoke", json={"email": DEMO["email"], "server": DEMO["server"]}).is_success
        self.access_until = dict.fromkeys(self.access_until, 0.0)

    @rule()
    def replace_the_login(self) -> None:
        assert CONTROL.post("/logins", json=DEMO).is_success
        self.access_until = dict.fromkeys(self.access_until, 0.0)
        self.refresh_until.clear()

    @rule(seconds=st.sampled_from([1, 1800, 3600, 86400, 604799, 604800]))
    def wait(self, seconds: int) -> None:
        SANDBOX.world.clock.advance(seconds)

    @rule()
    def restart(self) -> None:
        saved = SANDBOX.venues["tradelocker"].snapshot()
        SANDBOX.venues["tradelocker"].reset()
        SANDBOX.venues["tradelocker"].restore(saved)

    def _keep(self, pair: Tokens) -> Tokens:
        assert pair["accessToken"] not in self.access_until
        self.access_until[pair["accessToken"]] = int(self.now) + 3600
        self.refresh_until[pair["refreshToken"]] = int(self.now) + 604800
        return pair


TestChain = Chain.TestCase
TestChain.settings = settings(deadline=None, max_examples=25, stateful_step_count=25)
