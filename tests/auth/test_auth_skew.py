"""A clock that is wrong: noticed from the venue's answers, corrected where that is certain, and else named."""

from __future__ import annotations

import asyncio
import logging
from email.utils import formatdate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.playground import Playground
from venuekit import (
    T4,
    AsyncNebulaECN,
    AsyncRabbitX,
    AuthenticationError,
    ClockSkewError,
    NebulaECN,
    NotFoundError,
    PrivateKeySigner,
    RabbitX,
    RabbitXCredentials,
    Stokn,
    Totp,
    TradeLocker,
)
from venuekit.auth.nebulaecn import NebulaKeyAuth
from venuekit.auth.rabbitx import NETWORKS, RabbitXAuth
from venuekit.auth.skew import BOUND, THRESHOLD, VenueClock
from venuekit_clients.nebulaecn.models import (
    ConfirmEmailRequest,
    CreateApiKeyRequest,
    CreateUserRequest,
    EnableOtpRequest,
)
from venuekit_clients.nebulaecn.operations import OPERATIONS
from venuekit_clients.stokn.models import SignUpRequest

from .tools import BASE, Answer, FakeClock, Run, Wire, for_operation, make_request

GET_ME = OPERATIONS["getMe"]
TIME = "GET /api/v2/auth/identity/time"
ME = "GET /api/v2/auth/resource/users/me"
LATE = {"errors": ["authz.nonce_expired"]}
RABBITX_LATE = {"success": False, "error": "request timestamp is expired", "result": []}
START = 1_700_000_000.0


def dated(seconds: float) -> list[tuple[str, str]]:
    return [("Date", formatdate(int(seconds), usegmt=True))]


def seen(clock: VenueClock, date: float, *, took: float = 0.0, fake: FakeClock) -> VenueClock:
    asked_at = clock.uncorrected()
    fake.now += took
    clock.observe({name.lower(): value for name, value in dated(date)}, asked_at=asked_at)
    return clock


# The clock by itself


@pytest.mark.parametrize("skew", [-2.0, -1.0, 0.0, 1.0, 2.0])
def test_small_differences_are_left_alone(clock: FakeClock, skew: float) -> None:
    following = seen(VenueClock(clock), clock.now + skew, fake=clock)
    assert (following(), following.offset) == (clock.now, 0.0)
    assert following.skew is not None


@pytest.mark.parametrize("skew", [-86_000, -40, -4, 4, 40, 86_000])
def test_a_certain_difference_is_corrected(clock: FakeClock, skew: int) -> None:
    following = seen(VenueClock(clock), clock.now + skew, fake=clock)
    # A date is cut to the second, so that half a second more is the best guess.
    assert following.offset == following.skew == skew + 0.5
    assert following() == clock.now + skew + 0.5
    assert following.uncorrected() == clock.now


@pytest.mark.parametrize("skew", [-2 * BOUND, 2 * BOUND])
def test_a_nonsense_date_is_not_followed_but_told(
    clock: FakeClock, skew: float, caplog: pytest.LogCaptureFixture
) -> None:
    following = seen(VenueClock(clock, venue="v"), clock.now + skew, fake=clock)
    assert following.offset == 0.0
    assert following.skew == skew + 0.5
    assert "too far to be corrected" in caplog.text


@given(
    skew=st.floats(-80_000, 80_000),
    out=st.floats(0, 30),
    back=st.floats(0, 30),
    start=st.floats(1.6e9, 1.7e9),
)
def test_what_is_corrected_is_never_further_off_than_the_answer_allows(
    skew: float, out: float, back: float, start: float
) -> None:
    fake = FakeClock(start)
    following = VenueClock(fake)
    seen(following, start + out + skew, took=out + back, fake=fake)
    error = abs(following() - (fake.now + skew))
    if following.offset:
        assert error <= (out + back + 1) / 2 + 1e-3
        assert abs(skew) > THRESHOLD - 1e-3
    else:
        assert error <= THRESHOLD + 1 + out + back + 1e-3


def test_a_slow_answer_does_not_undo_what_is_known(clock: FakeClock) -> None:
    following = seen(VenueClock(clock), clock.now + 10, fake=clock)
    seen(following, clock.now + 10 + 8, took=20, fake=clock)
    assert following.offset == 10.5


def test_a_clock_that_was_set_right_is_right(clock: FakeClock) -> None:
    following = seen(VenueClock(clock), clock.now + 100, fake=clock)
    clock.now += 100.5
    seen(following, clock.now, fake=clock)
    assert following.offset == 0.0


@pytest.mark.parametrize("headers", [{}, {"date": "yesterday"}, {"date": ""}, {"age": "30"}])
def test_what_tells_nothing(clock: FakeClock, headers: dict[str, str]) -> None:
    given_ = {"date": formatdate(clock.now + 100, usegmt=True), **headers} if headers else {}
    following = VenueClock(clock)
    following.observe(given_, asked_at=clock.now)
    assert (following.offset, following.skew) == (0.0, None)


def test_it_is_logged_once_by_name(clock: FakeClock, caplog: pytest.LogCaptureFixture) -> None:
    following = VenueClock(clock, venue="rabbitx")
    with caplog.at_level(logging.WARNING, "venuekit.auth"):
        for _ in range(3):
            seen(following, clock.now + 100, fake=clock)
    assert caplog.record_tuples == [
        (
            "venuekit.auth",
            logging.WARNING,
            "rabbitx: this machine's clock is 100 s behind the venue's; using the venue's time",
        )
    ]


# The flows


def key_auth(clock: FakeClock, *, base_url: str | None = BASE) -> NebulaKeyAuth:
    return NebulaKeyAuth("kid", "secret", base_url=base_url, clock=clock)


def nonces(wire: Wire) -> list[int]:
    return [int(sent.headers["x-auth-nonce"]) for sent in wire.sent if "x-auth-nonce" in sent.headers]


@pytest.mark.parametrize("code", ["authz.nonce_expired", "authz.nonce_not_valid_timestamp"])
def test_a_nonce_is_made_again_with_the_venues_time(run: Run, clock: FakeClock, code: str) -> None:
    wire = Wire(Answer(401, {"errors": [code]}, dated(START + 60), "text/plain"), Answer(200))
    assert run(key_auth(clock), for_operation(GET_ME), wire).status_code == 200
    assert nonces(wire) == [1_700_000_000_000, 1_700_000_060_500]
    assert wire.sent[0].headers["x-auth-signature"] != wire.sent[1].headers["x-auth-signature"]


def test_the_next_call_is_right_at_once(run: Run, clock: FakeClock) -> None:
    auth = key_auth(clock)
    run(auth, for_operation(GET_ME), Wire(Answer(200, {}, dated(START + 60))))
    wire = Wire(Answer(200))
    run(auth, for_operation(GET_ME), wire)
    assert nonces(wire) == [1_700_000_060_500]


def test_without_a_date_the_venue_is_asked_for_its_time(run: Run, clock: FakeClock) -> None:
    wire = Wire(Answer(401, LATE), Answer(200, {"time": START + 60}), Answer(200))
    assert run(key_auth(clock), for_operation(GET_ME), wire).status_code == 200
    assert wire.paths == [ME, TIME, ME]
    assert "x-auth-nonce" not in wire.sent[1].headers
    assert nonces(wire)[1] == 1_700_000_060_500


@pytest.mark.parametrize("told", [None, {"time": "noon"}, {"time": True}, [], {"time": START}])
def test_no_time_that_helps_is_a_named_error(run: Run, clock: FakeClock, told: object) -> None:
    with pytest.raises(ClockSkewError) as caught:
        run(key_auth(clock), for_operation(GET_ME), Wire(Answer(401, LATE), Answer(200, told)))
    assert isinstance(caught.value, AuthenticationError)
    assert caught.value.codes == ("authz.nonce_expired",)
    assert (caught.value.operation, caught.value.status) == ("getMe", 401)
    assert caught.value.skew == (0.5 if told == {"time": START} else None)


def test_a_second_refusal_is_a_named_error(run: Run, clock: FakeClock) -> None:
    late = Answer(401, LATE, dated(START + 60))
    with pytest.raises(ClockSkewError, match="60 s behind") as caught:
        run(key_auth(clock), for_operation(GET_ME), Wire(late, late))
    assert caught.value.skew == 60.5


def test_clocks_that_agree_are_not_blamed(run: Run, clock: FakeClock) -> None:
    wire = Wire(Answer(401, LATE, dated(START)))
    with pytest.raises(ClockSkewError, match="the clocks agree") as caught:
        run(key_auth(clock), for_operation(GET_ME), wire)
    assert caught.value.skew == 0.5


def test_a_date_of_another_host_tells_nothing(run: Run, clock: FakeClock) -> None:
    auth = key_auth(clock)
    run(
        auth,
        make_request("GET", "/x", base="https://elsewhere.test"),
        Wire(Answer(200, {}, dated(START + 60))),
    )
    assert auth.clock.skew is None


def rabbitx_auth(clock: FakeClock, credentials: RabbitXCredentials | None = None) -> RabbitXAuth:
    held = credentials or RabbitXCredentials(api_key="key", secret="ab" * 32)
    return RabbitXAuth(held, base_url=BASE, network=NETWORKS["base"], clock=clock)


@pytest.mark.parametrize("status", [200, 400, 401])
@pytest.mark.parametrize(
    "text", ["request timestamp is expired", "the timestamp has expired", "timestamp too far in the future"]
)
def test_a_timestamp_is_made_again(run: Run, clock: FakeClock, status: int, text: str) -> None:
    wire = Wire(Answer(status, {**RABBITX_LATE, "error": text}, dated(START + 900)), Answer(200))
    request = make_request("POST", "/orders", body={"a": 1})
    assert run(rabbitx_auth(clock), request, wire).status_code == 200
    assert [sent.headers["rbt-ts"] for sent in wire.sent] == ["1700000300", "1700001200"]
    assert wire.sent[0].headers["rbt-signature"] != wire.sent[1].headers["rbt-signature"]


def test_a_timestamp_never_costs_a_refresh_token(run: Run, clock: FakeClock) -> None:
    held = RabbitXCredentials(jwt="jwt-0", random_secret="ab" * 32, refresh_token="r-0")
    auth = rabbitx_auth(clock, held)
    with pytest.raises(ClockSkewError) as caught:
        run(auth, make_request("GET", "/account"), Wire(Answer(401, RABBITX_LATE)))
    assert caught.value.skew is None
    assert auth.credentials == held
    # Not either when the renewal's own timestamp is refused.
    late = Answer(401, RABBITX_LATE, dated(START))
    with pytest.raises(ClockSkewError):
        run(
            auth, make_request("GET", "/account"), Wire(Answer(401, {"success": False, "error": "jwt"}), late)
        )
    assert auth.credentials == held


def test_a_renewal_is_signed_again_too(run: Run, clock: FakeClock) -> None:
    held = RabbitXCredentials(jwt="jwt-0", random_secret="ab" * 32, refresh_token="r-0")
    new = {"jwt": "jwt-1", "random_secret": "cd" * 32, "refresh_token": "r-1"}
    wire = Wire(
        Answer(401, {"success": False, "error": "jwt is expired"}),
        Answer(401, RABBITX_LATE, dated(START + 900)),
        Answer(200, {"success": True, "result": [new]}),
        Answer(200),
    )
    auth = rabbitx_auth(clock, held)
    assert run(auth, make_request("GET", "/account"), wire).status_code == 200
    assert [sent.headers["rbt-ts"] for sent in wire.sent[1:]] == ["1700000300", "1700001200", "1700001200"]
    assert auth.credentials == RabbitXCredentials(jwt="jwt-1", random_secret="cd" * 32, refresh_token="r-1")


# The venues, with the sandbox's clock ahead of the client's or behind it

SKEWS = [1000.0, 20_000.0, -1000.0]


class Offset:
    """A client's clock, so much behind the sandbox's."""

    def __init__(self, playground: Playground, seconds: float) -> None:
        self._clock = playground.server.sandbox.world.clock
        self.seconds = seconds

    def __call__(self) -> float:
        return self._clock.now() - self.seconds


@pytest.fixture(params=SKEWS)
def wrong(request: pytest.FixtureRequest, playground: Playground) -> Offset:
    # Moved through the control plane, as a person would.
    playground.tell("clock", {"advance": 5000})
    return Offset(playground, request.param)


def options(playground: Playground, venue: str, clock: Offset) -> dict[str, Any]:
    return {"base_url": playground.urls[venue], "clock": clock, "environ": {}, "max_retries": 0}


def test_rabbitx(playground: Playground, wrong: Offset) -> None:
    signer = PrivateKeySigner("11" * 32)
    with RabbitX(network="ethereum", **options(playground, "rabbitx", wrong)) as client:
        credentials = client.sign_in(signer)
        assert client.account.get_account().success
    # A client that begins with a key is put right by its first refusal.
    with RabbitX(
        api_key=credentials.api_key,
        api_secret=credentials.secret,
        network="ethereum",
        **options(playground, "rabbitx", wrong),
    ) as client:
        assert client.account.get_account().success
        assert client.account.get_account().success

    async def main() -> None:
        async with AsyncRabbitX(network="ethereum", **options(playground, "rabbitx", wrong)) as client:
            await client.sign_in(signer, mode="frontend")
            assert (await client.account.get_account()).success

    asyncio.run(main())


def nebula_account(playground: Playground) -> tuple[str, str, Totp]:
    """An account with a second factor, made with a clock that is right."""
    right = Offset(playground, 0)
    email, password = "skew@example.com", "Tr0ub4dor&3-correct-horse"
    with NebulaECN(email=email, password=password, **options(playground, "nebulaecn", right)) as client:
        client.identity.create_user(body=CreateUserRequest(email=email, password=password))
        token = playground.messages(venue="nebulaecn", to=email)[-1]["code"]
        client.identity.confirm_email(body=ConfirmEmailRequest(token=token))
        secret = client.otp.generate_otp_qrcode()
        assert secret.data is not None and secret.data.url
        totp = Totp.from_uri(secret.data.url, clock=right)
        client.otp.enable_otp(body=EnableOtpRequest(code=totp.code()))
    return email, password, totp


def test_nebulaecn(playground: Playground, wrong: Offset) -> None:
    email, password, totp = nebula_account(playground)
    playground.tell("clock", {"advance": 120})
    mine = Totp(totp.secret, clock=wrong)
    with NebulaECN(
        email=email, password=password, totp=mine, **options(playground, "nebulaecn", wrong)
    ) as client:
        # The log-in's one-time code, and one that the caller asks the same object for.
        assert client.users.get_me().otp
        key = client.api_keys.create_api_key(
            body=CreateApiKeyRequest(algorithm="HS256", totp_code=mine.code())
        )
    assert key.secret
    kid, secret = key.kid, key.secret
    with NebulaECN(api_key=kid, api_secret=secret, **options(playground, "nebulaecn", wrong)) as client:
        assert client.users.get_me().email == email

    async def main() -> None:
        async with AsyncNebulaECN(
            api_key=kid, api_secret=secret, **options(playground, "nebulaecn", wrong)
        ) as client:
            assert (await client.users.get_me()).email == email

    asyncio.run(main())


def test_tradelocker(playground: Playground, wrong: Offset) -> None:
    """Nothing is signed. The end of a token is in the venue's time, and renewing is early by it, not by a 401."""
    login: dict[str, Any] = {"email": "demo@example.com", "password": "sandbox-password", "server": "SANDBOX"}
    with TradeLocker(**login, **options(playground, "tradelocker", wrong)) as client:
        client.auth.list_accounts()
        first = client.tokens
        client.auth.list_accounts()
        assert client.tokens is first, "a token is not renewed because this machine's clock is wrong"
        playground.tell("clock", {"advance": 3545})
        client.auth.list_accounts()
        assert client.tokens is not first


def test_stokn(playground: Playground, wrong: Offset) -> None:
    """Nothing is signed, and a client token's life is told in seconds from now."""
    given_ = options(playground, "stokn", wrong)
    with Stokn(client_id="sandbox", client_secret="sandbox-secret", **given_) as client:
        for number in range(2):
            client.users.sign_up(
                body=SignUpRequest(
                    phone_number=f"+1312555012{number}",
                    email=f"skew{number}@example.com",
                    password="Kal31-ewwqXrew",
                    roles=[],
                )
            )
        assert client._auth.clock.offset == pytest.approx(wrong.seconds, abs=2)


def test_t4(playground: Playground, wrong: Offset) -> None:
    """No time is in any call: a right key is accepted, whatever the clocks say."""
    with T4(api_key="sandbox", **options(playground, "t4", wrong)) as client:
        with pytest.raises(NotFoundError):
            client.users.get_user_eula("nobody")
