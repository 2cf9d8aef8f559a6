"""RabbitX: any JSON body can be signed, and refresh tokens work once, in whatever order things are done."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import httpx
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from tests.sandbox.conftest import InProcess
from tests.sandbox.test_sandbox_rabbitx_proofs import KEY, RAW, SPACE
from tests.sandbox.traders import WALLET, Trader, refresh_body, refused, result
from venuekit_sandbox import Sandbox

SANDBOX = Sandbox()
HTTP = httpx.Client(transport=InProcess(SANDBOX.app), base_url="http://sandbox/rabbitx")
TRADER = Trader(HTTP, SANDBOX)
MEANT = {"is_client", "refresh_token", "method", "path"}


def prepare() -> None:
    SANDBOX.venues["rabbitx"].reset()
    SANDBOX.world.clock.freeze()
    HTTP.cookies.clear()
    with httpx.Client(transport=InProcess(SANDBOX.app), base_url="http://sandbox/_sandbox") as control:
        assert control.post("/rabbitx/switches", json={"rate_limits": False}).is_success


@settings(deadline=None, max_examples=40)
@given(
    members=st.dictionaries(KEY.filter(lambda name: name not in MEANT), RAW, max_size=6),
    space=SPACE,
    flip=st.integers(min_value=0, max_value=255),
)
def test_any_body_is_verified_as_it_was_sent(members: dict[str, str], space: str, flip: int) -> None:
    prepare()
    secret = result(TRADER.onboard())["apiSecret"]
    assert isinstance(secret, dict)
    body = f"{{{f',{space}'.join(f'{json.dumps(name)}:{space}{raw}' for name, raw in members.items())}}}"
    at = TRADER.soon
    texts = {name: raw[1:-1] if raw.startswith('"') else raw for name, raw in members.items()}
    texts |= {"method": "POST", "path": "/jwt"}
    text = "".join(f"{name}={texts[name]}" for name in sorted(texts)) + str(at)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    proof = bytearray(hmac.digest(bytes.fromhex(secret["Secret"][2:]), digest, "sha256"))
    headers = {"RBT-API-KEY": secret["Key"], "RBT-TS": str(at), "RBT-SIGNATURE": f"0x{proof.hex()}"}
    result(HTTP.post("/jwt", content=body.encode(), headers=headers))
    proof[flip // 8] ^= 1 << flip % 8
    refused(
        HTTP.post("/jwt", content=body.encode(), headers=headers | {"RBT-SIGNATURE": f"0x{proof.hex()}"}), 401
    )


class Sessions(RuleBasedStateMachine):
    """Browser sessions of one wallet: each has exactly one refresh token that works, and one secret."""

    pairs: Bundle[tuple[str, str]] = Bundle("pairs")

    @initialize()
    def begin(self) -> None:
        prepare()
        self.live: dict[str, str] = {}

    @rule(target=pairs)
    def sign_in(self) -> tuple[str, str]:
        return self._keep(result(TRADER.onboard(is_client=True)))

    @rule(target=pairs, pair=pairs)
    def refresh(self, pair: tuple[str, str]) -> tuple[str, str]:
        token, secret = pair
        answer = TRADER.write("/jwt", refresh_body(token), secret)
        if token not in self.live:
            assert refused(answer, 401) == "REFRESH_TOKEN_NOT_FOUND"
            return pair
        del self.live[token]
        return self._keep(result(answer))

    @rule(one=pairs, other=pairs)
    def refresh_with_another_secret(self, one: tuple[str, str], other: tuple[str, str]) -> None:
        if one[1] != other[1]:
            refused(TRADER.write("/jwt", refresh_body(one[0]), other[1]), 401)

    @rule()
    def restart(self) -> None:
        saved = SANDBOX.venues["rabbitx"].snapshot()
        SANDBOX.venues["rabbitx"].reset()
        SANDBOX.venues["rabbitx"].restore(saved)

    @rule(days=st.integers(min_value=0, max_value=100))
    def wait(self, days: int) -> None:
        SANDBOX.world.clock.advance(days * 24 * 3600)
        if days >= 90:
            self.live.clear()
        elif days:
            # How long each token has waited is the venue's business; renew all that may have run out.
            for token, secret in list(self.live.items()):
                answer = TRADER.write("/jwt", refresh_body(token), secret)
                del self.live[token]
                if answer.is_success:
                    self._keep(result(answer))

    @invariant()
    def the_wallet_has_one_profile(self) -> None:
        saved: Any = SANDBOX.venues["rabbitx"].snapshot()
        assert [profile["wallet"] for profile in saved["profiles"].values()] in ([], [WALLET])

    def _keep(self, answer: dict[str, object]) -> tuple[str, str]:
        pair = str(answer["refreshToken"]), str(answer["randomSecret"])
        self.live[pair[0]] = pair[1]
        return pair


TestSessions = Sessions.TestCase
TestSessions.settings = settings(deadline=None, max_examples=15, stateful_step_count=15)
