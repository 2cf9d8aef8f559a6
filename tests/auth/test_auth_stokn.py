from __future__ import annotations

import base64
from typing import Any

import attrs
import pytest

from venuekit.auth.flows import LoginRequired
from venuekit.auth.stokn import StoknAuth, StoknToken
from venuekit.transport.errors import (
    AuthenticationError,
    ConfigurationError,
    UnavailableError,
    UnexpectedAnswer,
)
from venuekit_clients.runtime import Operation
from venuekit_clients.stokn.models import Token
from venuekit_clients.stokn.operations import OPERATIONS

from .tools import BASE, Answer, FakeClock, Run, Wire, by_hand, for_operation, make_request

SIGN_UP, GET_ME, FORGOT = OPERATIONS["signUp"], OPERATIONS["getMe"], OPERATIONS["forgotPassword"]
TOKEN_CALL, REFRESH_CALL = "POST /oauth2/token", "POST /v1/user/refresh"
SIGN_UP_CALL, ME_CALL = "POST /v1/user/sign-up", "GET /v1/user/me"


def grant(name: str, life: object = 3600) -> Answer:
    return Answer(200, {"access_token": f"client-{name}", "expires_in": life, "token_type": "Bearer"})


def renewal(name: str, **data: object) -> Answer:
    return Answer(200, {"success": True, "data": {"username": "uuid", "accessToken": f"user-{name}", **data}})


def person(name: str = "0", expires_at: float | None = None) -> StoknToken:
    return StoknToken("uuid", f"user-{name}", "refresh-0", "id-0", expires_at)


def make(clock: FakeClock, **options: Any) -> StoknAuth:
    return StoknAuth("sandbox", "the-secret", base_url=BASE, clock=clock, **options)


def bearer(wire: Wire, at: int = -1) -> str | None:
    return wire.sent[at].headers.get("authorization")


def test_the_client_token_is_fetched_once_and_kept(run: Run, clock: FakeClock) -> None:
    auth = make(clock)
    wire = Wire(grant("1"), Answer())
    run(auth, for_operation(SIGN_UP, body={"email": "x"}), wire)
    assert wire.paths == [TOKEN_CALL, SIGN_UP_CALL]
    token_call = wire.sent[0]
    assert token_call.form == {"grant_type": "client_credentials"}
    assert token_call.headers["authorization"] == "Basic " + base64.b64encode(b"sandbox:the-secret").decode()
    assert token_call.headers["content-type"] == "application/x-www-form-urlencoded"
    assert (token_call.operation, token_call.timeout) == ("createToken", {"read": 7.0})
    assert bearer(wire) == "Bearer client-1"

    clock.now += 3539
    wire = Wire(Answer())
    run(auth, for_operation(SIGN_UP), wire)
    assert bearer(wire) == "Bearer client-1"

    clock.now += 1
    wire = Wire(grant("2"), Answer())
    run(auth, for_operation(SIGN_UP), wire)
    assert bearer(wire) == "Bearer client-2"


@pytest.mark.parametrize("life", [None, True, "3600"])
def test_a_client_token_without_a_life_is_kept_until_it_is_refused(
    run: Run, clock: FakeClock, life: object
) -> None:
    auth = make(clock)
    run(auth, for_operation(SIGN_UP), Wire(grant("1", life), Answer()))
    clock.now += 10**6
    wire = Wire(Answer(401), grant("2"), Answer())
    run(auth, for_operation(SIGN_UP), wire)
    assert [bearer(wire, 0), bearer(wire, 2)] == ["Bearer client-1", "Bearer client-2"]


def test_a_short_lived_client_token_is_used_for_half_of_its_life(run: Run, clock: FakeClock) -> None:
    auth = make(clock)
    run(auth, for_operation(SIGN_UP), Wire(grant("1", 20), Answer()))
    clock.now += 9
    run(auth, for_operation(SIGN_UP), Wire(Answer()))
    clock.now += 1
    run(auth, for_operation(SIGN_UP), Wire(grant("2", 20), Answer()))


def test_another_token_address_and_scope(run: Run, clock: FakeClock) -> None:
    auth = make(clock, token_url="https://login.example.test/oauth2/token", scope="a/b c/d")
    wire = Wire(grant("1"), Answer())
    run(auth, for_operation(SIGN_UP), wire)
    assert wire.sent[0].url == "https://login.example.test/oauth2/token"
    assert wire.sent[0].form == {"grant_type": "client_credentials", "scope": "a/b c/d"}
    with pytest.raises(ConfigurationError):
        make(clock, token_url="http://login.example.test/oauth2/token")


def test_a_refused_client_is_a_typed_error(run: Run, clock: FakeClock) -> None:
    with pytest.raises(AuthenticationError) as caught:
        run(make(clock), for_operation(SIGN_UP), Wire(Answer(400, {"error": "invalid_client"})))
    assert (caught.value.operation, caught.value.codes) == ("createToken", ("invalid_client",))
    with pytest.raises(UnexpectedAnswer, match="access_token"):
        run(make(clock), for_operation(SIGN_UP), Wire(Answer(200, {"token_type": "Bearer"})))


def test_a_refused_client_token_is_fetched_again_once(run: Run, clock: FakeClock) -> None:
    wire = Wire(grant("1"), Answer(401), grant("2"), Answer(200))
    request = for_operation(SIGN_UP, body={"email": "x"})
    assert run(make(clock), request, wire).status_code == 200
    assert wire.paths == [TOKEN_CALL, SIGN_UP_CALL, TOKEN_CALL, SIGN_UP_CALL]
    assert wire.sent[1].body == wire.sent[3].body == b'{"email":"x"}'
    assert bearer(wire) == "Bearer client-2"
    wire = Wire(grant("1"), Answer(401), grant("2"), Answer(401))
    assert run(make(clock), for_operation(SIGN_UP), wire).status_code == 401
    wire = Wire(grant("1"), Answer(403))
    assert run(make(clock), for_operation(SIGN_UP), wire).status_code == 403


@pytest.mark.parametrize(
    ("operation", "held", "sent"),
    [
        (SIGN_UP, True, "Bearer client-1"),
        (SIGN_UP, False, "Bearer client-1"),
        (OPERATIONS["login"], False, "Bearer client-1"),
        (OPERATIONS["respondOtp"], True, "Bearer client-1"),
        (GET_ME, True, "Bearer user-0"),
        (FORGOT, True, "Bearer user-0"),
        (FORGOT, False, "Bearer client-1"),
        (OPERATIONS["createToken"], True, None),
    ],
)
def test_which_token_an_operation_gets(
    run: Run, clock: FakeClock, operation: Operation, held: bool, sent: str | None
) -> None:
    auth = make(clock, user_token=person() if held else None)
    wire = Wire(*([grant("1")] if sent == "Bearer client-1" else []), Answer())
    run(auth, for_operation(operation), wire)
    assert bearer(wire) == sent


def test_requests_made_by_hand_take_either(run: Run, clock: FakeClock) -> None:
    wire = Wire(grant("1"), Answer())
    run(make(clock), make_request("GET", "/v1/x"), wire)
    assert bearer(wire) == "Bearer client-1"
    wire = Wire(Answer())
    run(make(clock, user_token=person()), make_request("GET", "/v1/x"), wire)
    assert bearer(wire) == "Bearer user-0"
    wire = Wire(Answer())
    run(make(clock), make_request("POST", "/oauth2/token"), wire)
    assert bearer(wire) is None


def test_a_call_for_a_person_needs_a_person(run: Run, clock: FakeClock) -> None:
    wire = Wire()
    with pytest.raises(LoginRequired, match="log in with OTP first") as caught:
        run(make(clock), for_operation(GET_ME), wire)
    assert isinstance(caught.value, AuthenticationError)
    assert (caught.value.operation, wire.sent) == ("getMe", [])


def test_a_persons_token_is_refreshed_with_the_clients_and_the_real_user_name(
    run: Run, clock: FakeClock
) -> None:
    auth = make(clock, user_token=person())
    wire = Wire(Answer(401), grant("1"), renewal("1", expiresAt="2023-11-14T23:03:20.123456"), Answer(200))
    assert run(auth, for_operation(GET_ME), wire).status_code == 200
    assert wire.paths == [ME_CALL, TOKEN_CALL, REFRESH_CALL, ME_CALL]
    refresh = wire.sent[2]
    assert refresh.json == {"username": "uuid", "refreshToken": "refresh-0"}
    assert refresh.headers["authorization"] == "Bearer client-1"
    assert refresh.operation == "refreshToken"
    assert bearer(wire) == "Bearer user-1"
    # The answer has no refresh token: the old one is kept, and so is the id token.
    assert auth.user_token == person("1", 1_700_003_000.123456)


def test_a_refusal_is_healed_once(run: Run, clock: FakeClock) -> None:
    wire = Wire(Answer(401), grant("1"), renewal("1"), Answer(401))
    assert run(make(clock, user_token=person()), for_operation(GET_ME), wire).status_code == 401


def test_a_refused_client_token_does_not_end_a_refresh(run: Run, clock: FakeClock) -> None:
    auth = make(clock, user_token=person())
    wire = Wire(Answer(401), grant("1"), Answer(401), grant("2"), renewal("1"), Answer())
    run(auth, for_operation(GET_ME), wire)
    assert [bearer(wire, 2), bearer(wire, 4), bearer(wire)] == [
        "Bearer client-1",
        "Bearer client-2",
        "Bearer user-1",
    ]


def test_a_refused_refresh_is_a_typed_error(run: Run, clock: FakeClock) -> None:
    auth = make(clock, user_token=person())
    failure = {"timestamp": "x", "status": 500, "error": "Internal Server Error", "path": "/v1/user/refresh"}
    with pytest.raises(UnavailableError) as caught:
        run(auth, for_operation(GET_ME), Wire(Answer(401), grant("1"), Answer(500, failure)))
    assert caught.value.operation == "refreshToken"
    for answer in (Answer(200, {"success": True, "data": None}), Answer(200, {"success": True, "data": {}})):
        with pytest.raises(UnexpectedAnswer, match="accessToken"):
            run(auth, for_operation(GET_ME), Wire(Answer(401), answer))
    with pytest.raises(AuthenticationError):
        run(auth, for_operation(GET_ME), Wire(Answer(401), Answer(409, {"success": False, "errorCode": 6})))
    assert auth.user_token == person()


@pytest.mark.parametrize("lacking", ["username", "refresh_token"])
def test_what_cannot_be_refreshed_stays_refused(run: Run, clock: FakeClock, lacking: str) -> None:
    nothing: dict[str, Any] = {lacking: None}
    token = attrs.evolve(person("0", clock.now - 1), **nothing)
    wire = Wire(Answer(401))
    assert run(make(clock, user_token=token), for_operation(GET_ME), wire).status_code == 401


def test_a_token_is_refreshed_when_the_venue_said_so(run: Run, clock: FakeClock) -> None:
    auth = make(clock, user_token=person("0", clock.now + 10))
    run(auth, for_operation(GET_ME), Wire(Answer()))
    clock.now += 10
    wire = Wire(grant("1"), renewal("1"), Answer())
    run(auth, for_operation(GET_ME), wire)
    assert wire.paths == [TOKEN_CALL, REFRESH_CALL, ME_CALL]


def test_a_token_that_cannot_be_refreshed_yet_serves(run: Run, clock: FakeClock) -> None:
    auth = make(clock, user_token=person("0", clock.now))
    wire = Wire(grant("1"), Answer(503), Answer(200))
    assert run(auth, for_operation(GET_ME), wire).status_code == 200
    assert bearer(wire) == "Bearer user-0"
    # It is not tried before every call, only when the token is refused.
    run(auth, for_operation(GET_ME), Wire(Answer(200)))
    wire = Wire(Answer(401), renewal("1"), Answer(200))
    run(auth, for_operation(GET_ME), wire)
    assert bearer(wire) == "Bearer user-1"


def test_with_a_wrong_clock_only_a_refusal_refreshes(run: Run, clock: FakeClock) -> None:
    auth = make(clock, user_token=person("0", clock.now))
    run(
        auth, for_operation(GET_ME), Wire(grant("1"), renewal("1", expiresAt="2001-01-01T00:00:00"), Answer())
    )
    run(auth, for_operation(GET_ME), Wire(Answer()))


def test_another_persons_token_does_not_finish_a_call(clock: FakeClock) -> None:
    auth = make(clock, user_token=person())
    request = for_operation(GET_ME)
    flow = auth.auth_flow(request)
    next(flow)
    auth.adopt(StoknToken("another", "user-x", "refresh-x"))
    with pytest.raises(StopIteration):
        flow.send(Answer(401).to(request))
    assert request.headers["authorization"] == "Bearer user-0"


def test_a_flow_uses_what_another_flow_renewed(clock: FakeClock) -> None:
    auth = make(clock, user_token=person())
    by_hand(auth, for_operation(SIGN_UP), Wire(grant("1"), Answer()))
    first, second = auth.auth_flow(one := for_operation(GET_ME)), auth.auth_flow(two := for_operation(GET_ME))
    next(first)
    next(second)
    refresh = first.send(Answer(401).to(one))
    assert first.send(renewal("1").to(refresh)) is one
    assert second.send(Answer(401).to(two)) is two
    assert two.headers["authorization"] == "Bearer user-1"


def test_a_flow_uses_the_client_token_that_another_flow_fetched(clock: FakeClock) -> None:
    auth = make(clock)
    by_hand(auth, for_operation(SIGN_UP), Wire(grant("1"), Answer()))
    second = auth.auth_flow(two := for_operation(SIGN_UP))
    next(second)
    by_hand(auth, for_operation(SIGN_UP), Wire(Answer(401), grant("2"), Answer()))
    assert second.send(Answer(401).to(two)) is two
    assert two.headers["authorization"] == "Bearer client-2"


def test_a_token_adopted_during_a_refresh_is_not_overwritten(clock: FakeClock) -> None:
    auth = make(clock, user_token=person())
    by_hand(auth, for_operation(SIGN_UP), Wire(grant("1"), Answer()))
    flow = auth.auth_flow(request := for_operation(GET_ME))
    next(flow)
    refresh = flow.send(Answer(401).to(request))
    another = StoknToken("another", "user-x", "refresh-x")
    auth.adopt(another)
    assert flow.send(renewal("1").to(refresh)) is request
    assert request.headers["authorization"] == "Bearer user-1"
    assert auth.user_token is another


def test_other_hosts_get_nothing(run: Run, clock: FakeClock) -> None:
    wire = Wire(Answer(401))
    run(make(clock, user_token=person()), make_request("GET", "/v1/x", base="https://elsewhere.test"), wire)
    assert bearer(wire) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2024-02-19T20:48:27.5", 1_708_375_707.5),
        ("2024-02-19T20:48:27.123456", 1_708_375_707.123456),
        ("2024-02-19T20:48:27.000Z", 1_708_375_707.0),
        ("2024-02-19T21:48:27+01:00", 1_708_375_707.0),
        ("soon", None),
        (None, None),
    ],
)
def test_times_without_a_zone_are_utc(text: str | None, seconds: float | None) -> None:
    model = Token(access_token="a", username="u", refresh_token="r", id_token="i", expires_at=text)
    assert StoknToken.from_model(model) == StoknToken("u", "a", "r", "i", seconds)


def test_a_token_may_lack_all_but_itself() -> None:
    assert StoknToken.from_model(Token(access_token="a")) == StoknToken(None, "a")
    with pytest.raises(ValueError):
        StoknToken.from_answer({"username": "u"})


def test_a_client_has_an_id_and_a_secret(clock: FakeClock) -> None:
    for given in (("", "x"), ("x", "")):
        with pytest.raises(ConfigurationError):
            StoknAuth(*given, base_url=BASE, clock=clock)


def test_secrets_are_not_in_the_repr(clock: FakeClock) -> None:
    token = StoknToken(
        "uuid", "access-secret-long-enough", "refresh-secret-long-enough", "id-secret-long-enough"
    )
    text = repr(make(clock, user_token=token))
    assert repr(token) in text
    for secret in (token.access_token, token.refresh_token, token.id_token, "the-secret"):
        assert str(secret) not in text
