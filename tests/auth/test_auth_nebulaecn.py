from __future__ import annotations

from typing import Any

import httpx
import pytest

from venuekit.auth.nebulaecn import NebulaSessionAuth
from venuekit.auth.totp import Totp, TotpExhausted
from venuekit.transport.errors import AuthenticationError, ConfigurationError, RejectedError, UnexpectedAnswer
from venuekit_clients.nebulaecn.operations import OPERATIONS

from .tools import BASE, Answer, FakeClock, Run, Wire, by_hand, for_operation, make_request

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
GET_ME, CREATE_LABEL = OPERATIONS["getMe"], OPERATIONS["createLabel"]
LOG_IN_CALL = "POST /api/v2/auth/identity/sessions"
ME_CALL = "GET /api/v2/auth/resource/users/me"
LABEL_CALL = "POST /api/v2/auth/resource/labels"
COOKIE = "_some_session"


def opened(name: str, status: int = 200) -> Answer:
    """An answer that opens a session."""
    body = {"email": "a@example.com", "csrf_token": f"csrf-{name}"}
    return Answer(status, body, [("Set-Cookie", f"{COOKIE}={name}; path=/; HttpOnly")])


def denied(code: str, status: int = 401) -> Answer:
    """The gateway's denial: JSON that calls itself text."""
    return Answer(status, {"errors": [code]}, content_type="text/plain")


def make(clock: FakeClock, **options: Any) -> NebulaSessionAuth:
    given: dict[str, Any] = {"email": "a@example.com", "password": "the-password", **options}
    return NebulaSessionAuth(base_url=BASE, user_agent="venuekit/1", clock=clock, **given)


def logged_in(clock: FakeClock, **options: Any) -> NebulaSessionAuth:
    auth = make(clock, **options)
    by_hand(auth, for_operation(GET_ME), Wire(opened("0"), Answer()))
    return auth


def header(wire: Wire, name: str, at: int = -1) -> str | None:
    return wire.sent[at].headers.get(name)


def test_it_logs_in_before_the_first_private_call(run: Run, clock: FakeClock) -> None:
    auth = make(clock)
    assert not auth.is_open
    wire = Wire(opened("1"), Answer(200))
    assert run(auth, for_operation(GET_ME), wire).status_code == 200
    assert wire.paths == [LOG_IN_CALL, ME_CALL]
    login = wire.sent[0]
    assert login.form == {"email": "a@example.com", "password": "the-password"}
    assert login.headers["content-type"] == "application/x-www-form-urlencoded"
    assert (login.operation, login.timeout) == ("createSession", {"read": 7.0})
    assert "cookie" not in login.headers
    assert header(wire, "cookie") == f"{COOKIE}=1"
    assert auth.is_open


def test_the_csrf_token_goes_with_private_writes_only(run: Run, clock: FakeClock) -> None:
    auth = logged_in(clock)
    seen = {}
    for name in (
        "getMe",
        "createLabel",
        "updateMe",
        "deleteLabel",
        "updateLabel",
        "validatePublicPassword",
        "pingPublic",
    ):
        wire = Wire(Answer())
        run(auth, for_operation(OPERATIONS[name]), wire)
        seen[name] = header(wire, "x-csrf-token")
        assert header(wire, "cookie") == f"{COOKIE}=0"
    assert seen == {
        "getMe": None,
        "createLabel": "csrf-0",
        "updateMe": "csrf-0",
        "deleteLabel": "csrf-0",
        "updateLabel": "csrf-0",
        "validatePublicPassword": None,
        "pingPublic": None,
    }


def test_the_user_agent_is_always_the_same(run: Run, clock: FakeClock) -> None:
    wire = Wire(opened("1"), denied("authz.invalid_session"), opened("2"), Answer())
    run(make(clock), make_request("GET", "/api/v2/auth/resource/labels", headers={"User-Agent": "x"}), wire)
    wire.answers = [Answer()]
    run(make(clock), make_request("GET", "/api/v2/auth/public/ping"), wire)
    assert {sent.headers["user-agent"] for sent in wire.sent} == {"venuekit/1"}


@pytest.mark.parametrize(
    "code",
    [
        "authz.invalid_session",
        "authz.client_session_mismatch",
        "authz.csrf_token_mismatch",
        "authz.missing_csrf_token",
    ],
)
def test_a_lost_session_is_opened_again_once(run: Run, clock: FakeClock, code: str) -> None:
    auth = logged_in(clock)
    wire = Wire(denied(code), opened("1"), Answer(201))
    request = for_operation(CREATE_LABEL, body={"key": "a"})
    assert run(auth, request, wire).status_code == 201
    assert wire.paths == [LABEL_CALL, LOG_IN_CALL, LABEL_CALL]
    assert wire.sent[0].body == wire.sent[2].body == b'{"key":"a"}'
    assert "cookie" not in wire.sent[1].headers
    assert (header(wire, "cookie"), header(wire, "x-csrf-token")) == (f"{COOKIE}=1", "csrf-1")

    wire = Wire(denied(code), opened("2"), denied(code))
    assert run(auth, for_operation(CREATE_LABEL), wire).status_code == 401


@pytest.mark.parametrize(
    "answer",
    [
        denied("authz.user_not_active"),
        denied("authz.invalid_permission"),
        denied("authz.invalid_session", 422),
        Answer(401, {"errors": ["jwt.decode_and_verify"]}),
        Answer(401, {"errors": "authz.invalid_session"}),
        Answer(401, ["authz.invalid_session"]),
        Answer(401),
    ],
)
def test_other_refusals_stand(run: Run, clock: FakeClock, answer: Answer) -> None:
    wire = Wire(answer)
    assert run(logged_in(clock), for_operation(GET_ME), wire).status_code == answer.status


def test_without_a_password_it_never_logs_in(run: Run, clock: FakeClock) -> None:
    for options in ({"password": None}, {"email": None}, {"email": None, "password": None}):
        wire = Wire(denied("authz.invalid_session"))
        assert run(make(clock, **options), for_operation(GET_ME), wire).status_code == 401
        assert wire.paths == [ME_CALL]


@pytest.mark.parametrize("name", ["createUser", "confirmEmail", "createAuth0Session", "createSession"])
def test_every_call_that_opens_a_session_is_noticed(run: Run, clock: FakeClock, name: str) -> None:
    auth = make(clock, password=None)
    wire = Wire(opened("1", 201))
    run(auth, for_operation(OPERATIONS[name]), wire)
    assert "cookie" not in wire.sent[0].headers
    wire = Wire(Answer())
    run(auth, for_operation(CREATE_LABEL), wire)
    assert (header(wire, "cookie"), header(wire, "x-csrf-token")) == (f"{COOKIE}=1", "csrf-1")
    # A second session rotates the token.
    run(auth, for_operation(OPERATIONS[name]), Wire(opened("2", 201)))
    wire = Wire(Answer())
    run(auth, for_operation(CREATE_LABEL), wire)
    assert (header(wire, "cookie"), header(wire, "x-csrf-token")) == (f"{COOKIE}=2", "csrf-2")


def test_a_session_without_a_csrf_token_is_a_session(run: Run, clock: FakeClock) -> None:
    auth = make(clock)
    cookie = [("Set-Cookie", f"{COOKIE}=1")]
    wire = Wire(Answer(200, {"email": "x"}, cookie), Answer())
    run(auth, for_operation(CREATE_LABEL), wire)
    assert (header(wire, "cookie"), header(wire, "x-csrf-token")) == (f"{COOKIE}=1", None)


def test_a_login_without_a_csrf_token_is_a_new_session_for_other_flows(clock: FakeClock) -> None:
    auth = logged_in(clock)
    second = auth.auth_flow(two := for_operation(GET_ME))
    next(second)
    cookie = [("Set-Cookie", f"{COOKIE}=1")]
    by_hand(
        auth, for_operation(GET_ME), Wire(denied("authz.invalid_session"), Answer(200, {}, cookie), Answer())
    )
    assert second.send(denied("authz.invalid_session").to(two)) is two
    assert two.headers["cookie"] == f"{COOKIE}=1"


def test_a_login_of_the_callers_own_is_a_new_session_for_other_flows(clock: FakeClock) -> None:
    auth = logged_in(clock)
    second = auth.auth_flow(two := for_operation(GET_ME))
    next(second)
    cookie = [("Set-Cookie", f"{COOKIE}=1")]
    by_hand(auth, for_operation(OPERATIONS["createSession"]), Wire(Answer(200, {}, cookie)))
    assert second.send(denied("authz.invalid_session").to(two)) is two
    assert two.headers["cookie"] == f"{COOKIE}=1"


def test_a_csrf_token_in_a_failure_or_a_list_is_none(run: Run, clock: FakeClock) -> None:
    auth = logged_in(clock)
    run(auth, for_operation(GET_ME), Wire(Answer(422, {"csrf_token": "x"})))
    run(auth, for_operation(GET_ME), Wire(Answer(200, [{"csrf_token": "x"}])))
    run(auth, for_operation(GET_ME), Wire(Answer(200, {"csrf_token": None})))
    wire = Wire(Answer())
    run(auth, for_operation(CREATE_LABEL), wire)
    assert header(wire, "x-csrf-token") == "csrf-0"


def test_cookies_are_kept_renewed_and_dropped(run: Run, clock: FakeClock) -> None:
    auth = logged_in(clock)

    def cookies_after(*lines: str) -> str | None:
        run(auth, for_operation(GET_ME), Wire(Answer(200, None, [("Set-Cookie", line) for line in lines])))
        wire = Wire(Answer())
        run(auth, for_operation(GET_ME), wire)
        return header(wire, "cookie")

    assert (
        cookies_after("a=1; path=/", "b=x=y; Expires=Wed, 21 Oct 2065 07:28:00 GMT")
        == f"{COOKIE}=0; a=1; b=x=y"
    )
    assert cookies_after(f"{COOKIE}=0b; Max-Age=60", "c=1; Max-Age=soon") == f"{COOKIE}=0b; a=1; b=x=y; c=1"
    assert (
        cookies_after("a=; path=/", "b=1; Max-Age=0", "c=1; expires=Thu, 01 Jan 1970 00:00:00 GMT")
        == f"{COOKIE}=0b"
    )


def test_ending_the_session_forgets_it(run: Run, clock: FakeClock) -> None:
    for status in (200, 204, 404):
        auth = logged_in(clock)
        wire = Wire(Answer(status, 200, [("Set-Cookie", f"{COOKIE}=left-over")]))
        run(auth, for_operation(OPERATIONS["deleteSession"]), wire)
        assert header(wire, "cookie") == f"{COOKIE}=0"
        assert not auth.is_open
    auth = logged_in(clock)
    run(auth, for_operation(OPERATIONS["deleteSession"]), Wire(Answer(503)))
    assert auth.is_open
    auth.forget()
    assert not auth.is_open


def test_the_second_factor(run: Run, clock: FakeClock) -> None:
    totp = Totp(SECRET, clock=clock)
    auth = make(clock, totp=totp)
    wire = Wire(denied("identity.session.missing_otp"), opened("1"), Answer(200))
    assert run(auth, for_operation(GET_ME), wire).status_code == 200
    assert wire.paths == [LOG_IN_CALL, LOG_IN_CALL, ME_CALL]
    assert "otp_code" not in wire.sent[0].form
    code = wire.sent[1].form["otp_code"]
    assert code == Totp(SECRET, clock=clock).code()
    assert totp.code() != code


def test_a_second_factor_that_is_switched_on_later(run: Run, clock: FakeClock) -> None:
    auth = logged_in(clock)
    assert auth.totp is None
    auth.totp = Totp(SECRET, clock=clock)
    wire = Wire(
        denied("authz.invalid_session"), denied("identity.session.missing_otp"), opened("1"), Answer()
    )
    run(auth, for_operation(GET_ME), wire)
    assert "otp_code" in wire.sent[2].form


def test_a_missing_second_factor_is_a_typed_error(run: Run, clock: FakeClock) -> None:
    with pytest.raises(AuthenticationError) as caught:
        run(make(clock), for_operation(GET_ME), Wire(denied("identity.session.missing_otp")))
    assert caught.value.codes == ("identity.session.missing_otp",)
    assert caught.value.operation == "createSession"


def test_a_refused_code_is_a_typed_error(run: Run, clock: FakeClock) -> None:
    auth = make(clock, totp=Totp(SECRET, clock=clock))
    answers = [denied("identity.session.missing_otp"), denied("identity.session.invalid_otp", 403)]
    with pytest.raises(AuthenticationError) as caught:
        run(auth, for_operation(GET_ME), Wire(*answers))
    assert caught.value.codes == ("identity.session.invalid_otp",)


def test_no_code_left_is_told(run: Run, clock: FakeClock) -> None:
    totp = Totp(SECRET, clock=clock)
    for _ in range(3):
        totp.code()
    with pytest.raises(TotpExhausted):
        run(make(clock, totp=totp), for_operation(GET_ME), Wire(denied("identity.session.missing_otp")))


def test_a_refused_login_is_a_typed_error(run: Run, clock: FakeClock) -> None:
    with pytest.raises(AuthenticationError):
        run(
            make(clock),
            for_operation(GET_ME),
            Wire(Answer(401, {"errors": ["identity.session.invalid_params"]})),
        )
    with pytest.raises(RejectedError) as caught:
        run(make(clock), for_operation(GET_ME), Wire(Answer(400, {"errors": ["identity.captcha.required"]})))
    assert caught.value.codes == ("identity.captcha.required",)
    with pytest.raises(UnexpectedAnswer, match="cookie"):
        run(make(clock), for_operation(GET_ME), Wire(Answer(200, {"csrf_token": "x"})))


def test_a_clients_own_cookies_and_key_headers_are_taken_off(run: Run, clock: FakeClock) -> None:
    auth = logged_in(clock)
    stray = {"Cookie": f"{COOKIE}=stale", "X-CSRF-Token": "stale", "X-Auth-Apikey": "k", "X-Auth-Nonce": "1"}
    wire = Wire(Answer())
    run(auth, make_request("GET", "/api/v2/auth/resource/labels", headers=stray), wire)
    assert header(wire, "cookie") == f"{COOKIE}=0"
    assert not {"x-csrf-token", "x-auth-apikey", "x-auth-nonce"} & set(wire.sent[0].headers)


def test_a_jar_does_not_bring_an_old_session_back(clock: FakeClock) -> None:
    auth = make(clock)
    wire = Wire(opened("1"), denied("authz.invalid_session"), opened("2"), Answer())
    with httpx.Client(base_url=BASE, auth=auth, transport=httpx.MockTransport(wire)) as client:
        client.get("/api/v2/auth/resource/labels")
        wire.answers = [Answer()]
        client.get("/api/v2/auth/resource/labels", headers={"x": "y"})
    assert [sent.headers.get("cookie") for sent in wire.sent] == [
        None,
        f"{COOKIE}=1",
        None,
        f"{COOKIE}=2",
        f"{COOKIE}=2",
    ]


def test_a_late_answer_of_an_old_session_does_not_spoil_the_new_one(clock: FakeClock) -> None:
    auth = logged_in(clock)
    late = auth.auth_flow(one := for_operation(GET_ME))
    next(late)
    by_hand(auth, for_operation(GET_ME), Wire(denied("authz.invalid_session"), opened("1"), Answer()))
    with pytest.raises(StopIteration):
        late.send(Answer(200, None, [("Set-Cookie", f"{COOKIE}=0-renewed")]).to(one))
    wire = Wire(Answer())
    by_hand(auth, for_operation(GET_ME), wire)
    assert header(wire, "cookie") == f"{COOKIE}=1"


def test_a_flow_uses_the_session_that_another_flow_opened(clock: FakeClock) -> None:
    auth = logged_in(clock)
    second = auth.auth_flow(two := for_operation(CREATE_LABEL))
    next(second)
    by_hand(auth, for_operation(GET_ME), Wire(denied("authz.invalid_session"), opened("1"), Answer()))
    assert second.send(denied("authz.invalid_session").to(two)) is two
    assert (two.headers["cookie"], two.headers["x-csrf-token"]) == (f"{COOKIE}=1", "csrf-1")


def test_an_upload_is_sent_again_whole(run: Run, clock: FakeClock) -> None:
    auth = logged_in(clock)
    files = [
        ("upload[]", ("a.png", b"\x89PNG", "image/png")),
        ("upload[]", ("b.png", b"\x89PNG2", "image/png")),
    ]
    request = httpx.Request(
        "POST", BASE + "/api/v2/auth/resource/documents", files=files, data={"doc_type": "Passport"}
    )
    if run is by_hand:
        request.read()
    wire = Wire(denied("authz.invalid_session"), opened("1"), Answer(201))
    run(auth, request, wire)
    assert wire.sent[0].body == wire.sent[2].body
    assert wire.sent[2].body.count(b"\x89PNG") == 2


def test_other_hosts_get_nothing(run: Run, clock: FakeClock) -> None:
    auth = logged_in(clock)
    wire = Wire(Answer(401, {"errors": ["authz.invalid_session"]}, [("Set-Cookie", f"{COOKIE}=evil")]))
    run(auth, make_request("POST", "/api/v2/auth/resource/labels", base="https://elsewhere.test"), wire)
    assert not {"cookie", "x-csrf-token"} & set(wire.sent[0].headers)
    wire = Wire(Answer())
    run(auth, for_operation(GET_ME), wire)
    assert header(wire, "cookie") == f"{COOKIE}=0"


def test_a_user_agent_is_needed() -> None:
    with pytest.raises(ConfigurationError):
        NebulaSessionAuth(base_url=BASE, user_agent="")


def test_secrets_are_not_in_the_repr(clock: FakeClock) -> None:
    auth = make(clock, totp=Totp(SECRET, clock=clock))
    by_hand(auth, for_operation(GET_ME), Wire(opened("cookie-secret-long-enough"), Answer()))
    for secret in ("the-password", SECRET, "cookie-secret-long-enough", "csrf-"):
        assert secret not in repr(auth)
