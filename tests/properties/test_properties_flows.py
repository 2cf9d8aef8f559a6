"""The same for answers that an auth flow reads on the way: log-ins and renewals."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings

from tests.properties.mutations import places, replaced
from tests.properties.test_properties_answers import answers, fast, judge, options
from tests.properties.venues import NOW, TOKEN, VENUES, FarEnd, call, examples, fits, success_type
from venuekit import PrivateKeySigner, RabbitXCredentials, StoknToken, TradeLockerTokens, VenueKitError


@dataclass(frozen=True)
class Case:
    """A call whose auth flow asks `told` first, or after the call was refused."""

    venue: str
    called: str
    told: str
    refused: bool = False
    options: dict[str, Any] = field(default_factory=dict[str, Any])


STRANGE: tuple[Any, ...] = (
    "é", "\ufefftoken", "a\r\nb: c", "", 10**400, -1, float("nan"), True, None, [], {},
)  # fmt: skip
LOGIN = {"email": "jane@example.com", "password": "a password"}
CASES = {
    "stokn client token": Case("stokn", "getAccount", "createToken"),
    "stokn ahead of the end": Case(
        "stokn",
        "getMe",
        "refreshToken",
        options={"user_token": StoknToken("jane", TOKEN, TOKEN, expires_at=NOW - 1)},
    ),
    "stokn after a refusal": Case(
        "stokn", "getMe", "refreshToken", True, {"user_token": StoknToken("jane", TOKEN, TOKEN)}
    ),
    "stokn client token after a refusal": Case("stokn", "getAccount", "createToken", True),
    "tradelocker log-in": Case(
        "tradelocker", "listAccounts", "getJWTTokens", options={**LOGIN, "server": "S", "tokens": None}
    ),
    "tradelocker ahead of the end": Case(
        "tradelocker",
        "listAccounts",
        "refreshJWTTokens",
        options={"tokens": TradeLockerTokens(TOKEN, TOKEN, NOW - 1)},
    ),
    "tradelocker after a refusal": Case("tradelocker", "listAccounts", "refreshJWTTokens", True),
    "nebulaecn log-in": Case(
        "nebulaecn", "getMe", "createSession", options={**LOGIN, "api_key": None, "api_secret": None}
    ),
    "nebulaecn log-in after a refusal": Case(
        "nebulaecn", "getMe", "createSession", True, {**LOGIN, "api_key": None, "api_secret": None}
    ),
    "rabbitx tokens after a refusal": Case(
        "rabbitx",
        "getAccount",
        "refreshJwt",
        True,
        {
            "api_key": None,
            "api_secret": None,
            "jwt": TOKEN,
            "random_secret": "ab" * 32,
            "refresh_token": TOKEN,
        },
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_damaged_log_in_or_renewal_is_an_error_of_ours_or_heals(name: str) -> None:
    case = CASES[name]
    asked: set[str] = set()

    @settings(fast, max_examples=30)
    @given(answers(case.venue, case.told))
    def check(answer: tuple[int, bytes, str]) -> None:
        far = FarEnd(case.venue)
        far.headers = [(b"set-cookie", b"_barong_session=s; path=/; HttpOnly")]
        far.refused = case.called if case.refused else ""
        far.tell(case.told, *answer)
        with VENUES[case.venue][0](**options(case.venue, far, **case.options)) as client:
            try:
                result = call(client, case.venue, case.called)
            except VenueKitError as error:
                judge(error, far)
            else:
                assert fits(result, success_type(case.venue, case.called))
            assert repr(client)
        asked.update(far.asked)

    check()
    assert case.told in asked


@pytest.mark.parametrize("name", CASES)
def test_no_member_of_a_log_in_or_renewal_can_break_the_client(name: str) -> None:
    """Every member in turn, with what cannot be a header, a number of seconds or a date."""
    case = CASES[name]
    whole = examples(case.venue)[case.told]
    for place in places(whole["answer"]):
        for strange in STRANGE:
            damaged = replaced(copy.deepcopy(whole["answer"]), place, strange)
            far = FarEnd(case.venue)
            far.headers = [(b"set-cookie", b"_barong_session=s; path=/; HttpOnly")]
            far.refused = case.called if case.refused else ""
            far.tell(case.told, whole["status"], json.dumps(damaged).encode())
            with VENUES[case.venue][0](**options(case.venue, far, **case.options)) as client:
                _fails_as_ours(partial(call, client, case.venue, case.called), far)


@pytest.mark.parametrize("mode", ["api_key", "frontend"])
def test_a_damaged_sign_in_is_an_error_of_ours_or_gives_credentials(mode: Any) -> None:
    signer = PrivateKeySigner("0x" + "0" * 63 + "1")

    @settings(fast, max_examples=30)
    @given(answers("rabbitx", "onboard"))
    def check(answer: tuple[int, bytes, str]) -> None:
        far = FarEnd("rabbitx")
        far.tell("onboard", *answer)
        with VENUES["rabbitx"][0](**options("rabbitx", far)) as client:
            _signs_in_or_fails(lambda: client.sign_in(signer, mode=mode), far)
            # Whatever was taken over must not break the next call either.
            _fails_as_ours(lambda: client.account.get_account(), far)

    check()


def _signs_in_or_fails(sign_in: Callable[[], object], far: FarEnd) -> None:
    try:
        assert isinstance(sign_in(), RabbitXCredentials)
    except VenueKitError as error:
        judge(error, far)


def _fails_as_ours(use: Callable[[], object], far: FarEnd) -> None:
    try:
        use()
    except VenueKitError as error:
        judge(error, far)
