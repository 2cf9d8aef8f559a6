from __future__ import annotations

import hashlib
import hmac
from typing import Any

import attrs
import pytest

from venuekit.auth.flows import LoginRequired
from venuekit.auth.rabbitx import NETWORKS, RabbitXAuth, RabbitXCredentials
from venuekit.transport.errors import (
    AuthenticationError,
    ConfigurationError,
    RateLimitedError,
    UnavailableError,
    UnexpectedAnswer,
)
from venuekit_clients.rabbitx.operations import OPERATIONS

from .tools import BASE, Answer, FakeClock, Run, Sent, Wire, by_hand, for_operation, make_request

GET_ACCOUNT = OPERATIONS["getAccount"]
ACCOUNT_CALL, JWT_CALL = "GET /account", "POST /jwt"
OLD, NEW, PAIR = "0x" + "ab" * 32, "0x" + "cd" * 32, "0x" + "ef" * 32
FRONTEND = RabbitXCredentials(jwt="jwt-0", random_secret=OLD, refresh_token="refresh-0")
KEY = RabbitXCredentials(api_key="key-0", secret=PAIR)
KEY_AND_JWT = attrs.evolve(KEY, jwt="jwt-0")


def make(clock: FakeClock, credentials: RabbitXCredentials | None, **options: Any) -> RabbitXAuth:
    given: dict[str, Any] = {"base_url": BASE, "network": NETWORKS["ethereum"], **options}
    return RabbitXAuth(credentials, clock=clock, **given)


def renewal(name: str = "1", **result: object) -> Answer:
    item = {"jwt": f"jwt-{name}", "random_secret": NEW, "refresh_token": f"refresh-{name}", **result}
    return Answer(200, {"success": True, "error": "", "result": [item]})


def failure(text: str, status: int = 200) -> Answer:
    return Answer(status, {"success": False, "error": text, "result": []})


def signature_over(text: str, secret: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "0x" + hmac.new(bytes.fromhex(secret[2:]), digest, "sha256").hexdigest()


def assert_signed(sent: Sent, text: str, secret: str) -> None:
    stamp = sent.headers["rbt-ts"]
    assert sent.headers["rbt-signature"] == signature_over(text + stamp, secret)


def test_a_key_signs_every_call(run: Run, clock: FakeClock) -> None:
    wire = Wire(Answer(200, {"success": True, "result": []}))
    run(make(clock, KEY_AND_JWT), for_operation(GET_ACCOUNT), wire)
    [sent] = wire.sent
    assert sent.headers["rbt-ts"] == "1700000300"
    assert sent.headers["rbt-api-key"] == "key-0"
    assert sent.headers["eid"] == "rbx"
    assert "rbt-jwt" not in sent.headers
    assert_signed(sent, "method=GETpath=/account", PAIR)


def test_tokens_sign_every_call(run: Run, clock: FakeClock) -> None:
    wire = Wire(Answer())
    request = make_request(
        "POST", "/orders?x=1", body={"size": 1, "side": "long"}, headers={"Cookie": "jwt=old"}
    )
    run(make(clock, FRONTEND, lifetime=60, network=NETWORKS["blast"]), request, wire)
    [sent] = wire.sent
    assert (sent.headers["rbt-ts"], sent.headers["rbt-jwt"], sent.headers["eid"]) == (
        "1700000060",
        "jwt-0",
        "bfx",
    )
    assert not {"rbt-api-key", "cookie"} & set(sent.headers)
    assert_signed(sent, "method=POSTpath=/ordersside=longsize=1", OLD)


def test_paths_are_signed_from_the_apis_root(run: Run, clock: FakeClock) -> None:
    root = "http://127.0.0.1:8900/rabbitx"
    wire = Wire(Answer())
    run(make(clock, KEY, base_url=root + "/"), for_operation(GET_ACCOUNT, base=root), wire)
    assert_signed(wire.sent[0], "method=GETpath=/account", PAIR)


def test_the_callers_own_stamp_and_chain(run: Run, clock: FakeClock) -> None:
    wire = Wire(Answer())
    stray = {"RBT-TS": "1", "EID": "rbx_base", "RBT-JWT": "stray", "RBT-SIGNATURE": "stray"}
    run(make(clock, KEY), make_request("GET", "/account", headers=stray), wire)
    [sent] = wire.sent
    assert (sent.headers["rbt-ts"], sent.headers["eid"]) == ("1700000300", "rbx_base")
    assert "rbt-jwt" not in sent.headers
    assert_signed(sent, "method=GETpath=/account", PAIR)


@pytest.mark.parametrize("credentials", [None, KEY, FRONTEND])
def test_what_needs_no_signature_gets_none(
    run: Run, clock: FakeClock, credentials: RabbitXCredentials | None
) -> None:
    auth = make(clock, credentials)
    for request in (
        for_operation(OPERATIONS["onboard"], body={}),
        for_operation(OPERATIONS["validateAccount"]),
        make_request("POST", "/onboarding", headers={"RBT-TS": "5"}),
    ):
        wire = Wire(Answer(401))
        assert run(auth, request, wire).status_code == 401
        assert "rbt-signature" not in wire.sent[0].headers
        assert wire.sent[0].headers["eid"] == "rbx"
    assert wire.sent[0].headers["rbt-ts"] == "5"


def test_without_credentials(run: Run, clock: FakeClock) -> None:
    wire = Wire()
    with pytest.raises(LoginRequired, match="onboard first") as caught:
        run(make(clock, None), for_operation(GET_ACCOUNT), wire)
    assert isinstance(caught.value, AuthenticationError)
    assert (caught.value.operation, wire.sent) == ("getAccount", [])
    wire = Wire(Answer())
    run(make(clock, None), make_request("GET", "/markets"), wire)
    assert "rbt-signature" not in wire.sent[0].headers


def test_other_hosts_get_nothing(run: Run, clock: FakeClock) -> None:
    wire = Wire(Answer(401))
    run(make(clock, FRONTEND), make_request("GET", "/account", base="https://elsewhere.test"), wire)
    assert not [name for name in wire.sent[0].headers if name.startswith("rbt") or name == "eid"]


def test_what_is_not_json_is_not_signed(run: Run, clock: FakeClock) -> None:
    with pytest.raises(ConfigurationError, match="JSON objects only"):
        run(make(clock, KEY), make_request("POST", "/x", body=[1]), Wire())


@pytest.mark.parametrize(
    "refusal",
    [
        Answer(401),
        Answer(401, {"success": False, "error": "whatever"}),
        failure("KEY_EXPIRED"),
        failure("KEY_EXPIRED", 400),
        failure("NO_SUCH_KEY", 403),
        failure("jwt is not valid"),
        failure("your session has expired"),
    ],
)
def test_stale_tokens_are_renewed_and_the_call_is_sent_again(
    run: Run, clock: FakeClock, refusal: Answer
) -> None:
    auth = make(clock, FRONTEND, network=NETWORKS["base"])
    wire = Wire(refusal, renewal(), Answer(200))
    assert run(auth, make_request("POST", "/orders", body={"a": 1}), wire).status_code == 200
    assert wire.paths == ["POST /orders", JWT_CALL, "POST /orders"]
    first, refresh, second = wire.sent
    assert refresh.json == {"is_client": True, "refresh_token": "refresh-0"}
    assert (refresh.headers["rbt-jwt"], refresh.headers["eid"]) == ("jwt-0", "rbx_base")
    assert (refresh.operation, refresh.timeout) == ("refreshJwt", {"read": 7.0})
    assert_signed(refresh, "is_client=truemethod=POSTpath=/jwtrefresh_token=refresh-0", OLD)
    assert first.body == second.body == b'{"a":1}'
    assert second.headers["rbt-jwt"] == "jwt-1"
    assert_signed(second, "a=1method=POSTpath=/orders", NEW)
    assert auth.credentials == RabbitXCredentials(jwt="jwt-1", random_secret=NEW, refresh_token="refresh-1")


@pytest.mark.parametrize(
    "answer",
    [
        failure("NOT_ALLOWED_FOR_IP", 403),
        failure("invalid payload signature", 400),
        failure("order expired"),
        Answer(200, {"success": True, "error": "", "result": ["KEY_EXPIRED"]}),
        Answer(200, {"success": False, "error": "KEY_EXPIRED", "result": ["x" * 5000]}),
        Answer(403, "no object"),
        Answer(500),
    ],
)
def test_other_answers_stand(run: Run, clock: FakeClock, answer: Answer) -> None:
    wire = Wire(answer)
    assert run(make(clock, FRONTEND), for_operation(GET_ACCOUNT), wire).status_code == answer.status


def test_a_refusal_is_healed_once(run: Run, clock: FakeClock) -> None:
    wire = Wire(Answer(401), renewal(), Answer(401))
    assert run(make(clock, FRONTEND), for_operation(GET_ACCOUNT), wire).status_code == 401


def test_both_spellings_of_a_renewal(run: Run, clock: FakeClock) -> None:
    auth = make(clock, FRONTEND)
    camel = {"jwt": "jwt-1", "randomSecret": NEW, "refreshToken": "refresh-1"}
    run(
        auth,
        for_operation(GET_ACCOUNT),
        Wire(Answer(401), Answer(200, {"success": True, "result": camel}), Answer()),
    )
    assert auth.credentials == RabbitXCredentials(jwt="jwt-1", random_secret=NEW, refresh_token="refresh-1")


def test_a_renewal_without_a_refresh_token_is_the_last(run: Run, clock: FakeClock) -> None:
    auth = make(clock, FRONTEND)
    wire = Wire(Answer(401), renewal(refresh_token=None, random_secret=None), Answer(200))
    run(auth, for_operation(GET_ACCOUNT), wire)
    assert auth.credentials == RabbitXCredentials(jwt="jwt-1", random_secret=OLD)
    wire = Wire(Answer(401))
    assert run(auth, for_operation(GET_ACCOUNT), wire).status_code == 401


def test_a_refused_renewal_is_a_typed_error_and_is_not_tried_again(run: Run, clock: FakeClock) -> None:
    auth = make(clock, FRONTEND)
    with pytest.raises(AuthenticationError) as caught:
        run(auth, for_operation(GET_ACCOUNT), Wire(Answer(401), failure("REFRESH_TOKEN_NOT_FOUND")))
    assert caught.value.operation == "refreshJwt"
    assert caught.value.codes == ("REFRESH_TOKEN_NOT_FOUND",)
    wire = Wire(Answer(401))
    assert run(auth, for_operation(GET_ACCOUNT), wire).status_code == 401
    assert wire.paths == [ACCOUNT_CALL]


def test_a_refresh_token_is_spent_once_it_was_sent(run: Run, clock: FakeClock) -> None:
    auth = make(clock, FRONTEND)
    with pytest.raises(UnavailableError):
        run(auth, for_operation(GET_ACCOUNT), Wire(Answer(401), Answer(503)))
    assert auth.credentials == attrs.evolve(FRONTEND, refresh_token=None)
    auth = make(clock, FRONTEND)
    flow = auth.auth_flow(request := for_operation(GET_ACCOUNT))
    next(flow)
    flow.send(Answer(401).to(request))
    flow.close()  # what a client does when the connection breaks
    assert auth.credentials == attrs.evolve(FRONTEND, refresh_token=None)


def test_a_refresh_token_that_was_not_looked_at_is_kept(run: Run, clock: FakeClock) -> None:
    auth = make(clock, FRONTEND)
    limited = Answer(429, {}, [("X-RateLimit-Retry-After", "7")])
    with pytest.raises(RateLimitedError) as caught:
        run(auth, for_operation(GET_ACCOUNT), Wire(Answer(401), limited))
    assert caught.value.retry_after == 7.0
    assert auth.credentials == FRONTEND


@pytest.mark.parametrize("result", [[], [{}], [{"jwt": ""}], None, [17]])
def test_an_unreadable_renewal_is_unexpected(run: Run, clock: FakeClock, result: object) -> None:
    wire = Wire(Answer(401), Answer(200, {"success": True, "result": result}))
    with pytest.raises(UnexpectedAnswer, match="without a jwt"):
        run(make(clock, FRONTEND), for_operation(GET_ACCOUNT), wire)


@pytest.mark.parametrize("result", [[{"jwt": "jwt-1"}], ["jwt-1"], "jwt-1"])
def test_with_a_key_only_a_jwt_can_be_renewed(run: Run, clock: FakeClock, result: object) -> None:
    auth = make(clock, KEY_AND_JWT)
    wire = Wire(Answer(401), Answer(200, {"success": True, "result": result}), Answer(200))
    assert run(auth, for_operation(GET_ACCOUNT), wire).status_code == 200
    refresh = wire.sent[1]
    assert refresh.json == {"is_client": False}
    assert refresh.headers["rbt-api-key"] == "key-0"
    assert_signed(refresh, "is_client=falsemethod=POSTpath=/jwt", PAIR)
    assert auth.credentials == attrs.evolve(KEY, jwt="jwt-1")


def test_with_a_key_alone_nothing_can_be_renewed(run: Run, clock: FakeClock) -> None:
    wire = Wire(Answer(401))
    assert run(make(clock, KEY), for_operation(GET_ACCOUNT), wire).status_code == 401


def test_the_callers_own_renewals_are_noticed(run: Run, clock: FakeClock) -> None:
    auth = make(clock, FRONTEND)
    wire = Wire(renewal())
    run(
        auth,
        for_operation(OPERATIONS["refreshJwt"], body={"is_client": True, "refresh_token": "refresh-0"}),
        wire,
    )
    assert_signed(wire.sent[0], "is_client=truemethod=POSTpath=/jwtrefresh_token=refresh-0", OLD)
    assert auth.credentials == RabbitXCredentials(jwt="jwt-1", random_secret=NEW, refresh_token="refresh-1")

    auth = make(clock, KEY)
    pair = {
        "api_secret": {"Key": "key-1", "Secret": NEW},
        "jwt_private": "jwt-1",
        "random_secret": OLD,
        "refresh_token": "refresh-1",
    }
    renewed = Answer(200, {"success": True, "result": [pair]})
    run(auth, for_operation(OPERATIONS["refreshSecrets"], body={"refresh_token": "r"}), Wire(renewed))
    assert auth.credentials == RabbitXCredentials(
        api_key="key-1", secret=NEW, jwt="jwt-1", refresh_token="refresh-1"
    )


@pytest.mark.parametrize("name", ["refreshJwt", "refreshSecrets"])
@pytest.mark.parametrize(
    "answer",
    [Answer(401), failure("KEY_EXPIRED"), Answer(200, {"success": True, "result": []}), Answer(200, [])],
)
def test_the_callers_own_failed_renewals_change_nothing(
    run: Run, clock: FakeClock, name: str, answer: Answer
) -> None:
    auth = make(clock, KEY_AND_JWT)
    wire = Wire(answer)
    run(auth, for_operation(OPERATIONS[name], body={}), wire)
    assert len(wire.sent) == 1
    assert auth.credentials == KEY_AND_JWT


def test_a_flow_uses_what_another_flow_renewed(clock: FakeClock) -> None:
    auth = make(clock, FRONTEND)
    second = auth.auth_flow(two := for_operation(GET_ACCOUNT))
    next(second)
    by_hand(auth, for_operation(GET_ACCOUNT), Wire(Answer(401), renewal(), Answer()))
    assert second.send(Answer(401).to(two)) is two
    assert two.headers["rbt-jwt"] == "jwt-1"
    assert two.headers["rbt-signature"] == signature_over("method=GETpath=/account1700000300", NEW)


def test_credentials_adopted_during_a_renewal_are_not_overwritten(clock: FakeClock) -> None:
    auth = make(clock, FRONTEND)
    flow = auth.auth_flow(request := for_operation(GET_ACCOUNT))
    next(flow)
    refresh = flow.send(Answer(401).to(request))
    auth.adopt(KEY)
    flow.send(renewal().to(refresh))
    assert auth.credentials is KEY


def test_forgetting_and_adopting(clock: FakeClock) -> None:
    auth = make(clock, KEY)
    auth.adopt(None)
    with pytest.raises(LoginRequired):
        by_hand(auth, for_operation(GET_ACCOUNT), Wire())
    auth.adopt(FRONTEND)
    assert auth.credentials is FRONTEND


@pytest.mark.parametrize(
    ("given", "mode", "renewable"),
    [
        ({"api_key": "k", "secret": "s"}, "api_key", False),
        ({"api_key": "k", "secret": "s", "jwt": "j"}, "api_key", True),
        ({"api_key": "k", "secret": "s", "refresh_token": "r"}, "api_key", False),
        ({"jwt": "j", "random_secret": "s"}, "frontend", False),
        ({"jwt": "j", "random_secret": "s", "refresh_token": "r"}, "frontend", True),
    ],
)
def test_which_mode_credentials_are_of(given: dict[str, str], mode: str, renewable: bool) -> None:
    credentials = RabbitXCredentials(**given)
    assert (credentials.mode, credentials.renewable) == (mode, renewable)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"api_key": "k"},
        {"secret": "s"},
        {"jwt": "j"},
        {"random_secret": "s"},
        {"refresh_token": "r"},
        {"api_key": "k", "random_secret": "s"},
        {"api_key": "k", "secret": "s", "random_secret": "s"},
        {"jwt": "j", "secret": "s"},
        {"api_key": "", "secret": ""},
    ],
)
def test_parts_are_no_credentials(given: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError):
        RabbitXCredentials(**given)


@pytest.mark.parametrize("lifetime", [0, 601])
def test_a_lifetime_has_bounds(clock: FakeClock, lifetime: int) -> None:
    with pytest.raises(ConfigurationError):
        make(clock, KEY, lifetime=lifetime)


def test_secrets_are_not_in_the_repr(clock: FakeClock) -> None:
    for credentials in (
        RabbitXCredentials(api_key="key-that-is-long-enough", secret=NEW, jwt="jwt-that-is-long-enough"),
        RabbitXCredentials(
            jwt="jwt-that-is-long-enough", random_secret=NEW, refresh_token="refresh-long-enough-too"
        ),
    ):
        text = repr(make(clock, credentials))
        assert repr(credentials) in text
        for secret in attrs.astuple(credentials):
            assert secret is None or secret not in text
