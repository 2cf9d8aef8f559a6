"""Answers that are no success, or no answer that the API speaks: each becomes the typed error for its meaning."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.transport.conftest import API_KEY, Caller
from tests.transport.wire import Scripted, WireServer, answer, json_answer
from venuekit import (
    AlreadyExists,
    AnswerError,
    AuthenticationError,
    ConflictError,
    NotFoundError,
    OtpRejected,
    PhoneExists,
    RateLimitedError,
    RejectedError,
    StatusError,
    UnavailableError,
    UnexpectedAnswer,
    UsernameTaken,
)
from venuekit_clients.t4.models import LoginRequest

HTML = "<!doctype html><html><body>Ray ID: 123 token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln</body></html>"
DEEP = "[" * 20_000


@pytest.fixture(autouse=True)
def usual_recursion_limit() -> Iterator[None]:
    """Some library in this process may have raised it; what is too deep for JSON depends on it."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(1000)
    yield
    sys.setrecursionlimit(before)


def read_documents(client: Any) -> Any:
    return client.users.get_user_eula("user-1")


def log_in(client: Any) -> Any:
    return client.auth.login(
        body=LoginRequest(firm="F", user_name="jane", password="p", app_name="A", app_license="L")
    )


def fail(
    caller: Caller, scripted: Scripted, *, venue: str = "t4", use: Callable[[Any], Any] = read_documents
) -> Any:
    """Make a call that is answered so, and return the error."""
    with WireServer(scripted) as server:
        with pytest.raises(AnswerError) as caught:
            caller(venue, use, base_url=server.url)
    assert len(server.received) == 1
    assert caught.value.venue == venue
    return caught.value


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (400, RejectedError),
        (401, AuthenticationError),
        (402, RejectedError),
        (403, AuthenticationError),
        (404, NotFoundError),
        (409, ConflictError),
        (410, NotFoundError),
        (415, RejectedError),
        (422, RejectedError),
        (429, RateLimitedError),
        (500, UnavailableError),
        (502, UnavailableError),
        (503, UnavailableError),
        (520, UnavailableError),
        (599, UnavailableError),
    ],
)
def test_a_status_has_a_meaning(caller: Caller, status: int, expected: type[StatusError]) -> None:
    body = {"detail": "no, because", "password": "hunter22hunter22"}
    error = fail(caller, json_answer(body, status, X_Request_Id="req-77"))

    assert type(error) is expected
    assert (error.operation, error.status, error.request_id) == ("getUserEula", status, "req-77")
    assert error.codes == ("no, because",)
    assert json.loads(error.body) == {"detail": "no, because", "password": "***"}
    assert json.loads(error.raw_body.reveal()) == body
    assert str(error) == f"t4.getUserEula: HTTP {status}: no, because"
    for shown in (str(error), repr(error), repr(error.raw_body), error.body):
        assert "hunter22" not in shown
        assert API_KEY not in shown


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (200, UnexpectedAnswer),
        (403, UnexpectedAnswer),
        (404, UnexpectedAnswer),
        (401, AuthenticationError),
        (502, UnavailableError),
        (520, UnavailableError),
    ],
)
def test_html_instead_of_json(caller: Caller, status: int, expected: type[AnswerError]) -> None:
    error = fail(
        caller, answer(status, HTML, content_type="text/html; charset=utf-8", headers=(("CF-Ray", "ray-1"),))
    )

    assert type(error) is expected
    assert (error.operation, error.status, error.request_id) == ("getUserEula", status, "ray-1")
    assert "eyJ" not in error.body
    assert error.raw_body.reveal() == HTML


@pytest.mark.parametrize("body", ["", "null", "[]", "7", '"yes"', "{", "{'a': 1}", "{}", DEEP])
def test_a_success_that_does_not_fit_keeps_its_body(caller: Caller, body: str) -> None:
    error = fail(caller, answer(200, body, headers=(("X-Request-Id", "req-1"),)), use=log_in)

    assert type(error) is UnexpectedAnswer
    assert (error.operation, error.status, error.request_id) == ("login", 200, "req-1")
    assert error.raw_body.reveal() == body


@pytest.mark.parametrize("status", [400, 500])
def test_a_refusal_too_deep_to_read_is_still_a_refusal(caller: Caller, status: int) -> None:
    error = fail(caller, answer(status, DEEP))

    assert error.status == status
    assert len(error.body) < 2100


@pytest.mark.parametrize("status", [201, 202, 204, 206])
def test_a_success_that_is_not_documented(caller: Caller, status: int) -> None:
    error = fail(caller, answer(status, "" if status == 204 else "{}"))

    assert type(error) is UnexpectedAnswer
    assert error.status == status


def test_a_missing_member_loses_nothing_of_the_answer(caller: Caller) -> None:
    body = '{"expires": 1, "sessionToken": "abcdefghijklmnopqrstuvwxyz"}'
    error = fail(caller, answer(200, body), use=log_in)

    assert type(error) is UnexpectedAnswer
    assert error.operation == "login"
    assert "abcdef" not in str(error) + error.body
    assert error.raw_body.reveal() == body


def test_json_is_read_whatever_its_content_type_says(caller: Caller) -> None:
    for content_type in ("text/plain", "text/html", "application/octet-stream", None):
        with WireServer(answer(200, '{"data": {"documents": []}}', content_type=content_type)) as server:
            found = caller("t4", read_documents, base_url=server.url)
        assert found.data.documents == []


def test_unknown_values_and_members_are_kept(caller: Caller) -> None:
    body = {
        "accounts": [
            {"id": "1", "accNum": 2, "status": "FROZEN_BY_NEW_RULE", "currency": "", "moon": {"phase": 3}}
        ],
        "hint": "new",
    }
    with WireServer(json_answer(body)) as server:
        found = caller("tradelocker", lambda client: client.auth.list_accounts(), base_url=server.url)

    account = found.accounts[0]
    assert (account.status, account.acc_num) == ("FROZEN_BY_NEW_RULE", 2)
    assert account.additional_properties == {"moon": {"phase": 3}}
    assert found.additional_properties == {"hint": "new"}
    assert found.to_dict() == body


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Retry_After": "7"}, 7.0),
        ({"Retry_After": "0.5"}, 0.5),
        ({"Retry_After": "-3"}, 0.0),
        ({"Retry_After": "Thu, 01 Jan 2026 00:00:30 GMT"}, 30.0),
        ({"Retry_After": "Wed, 31 Dec 2025 00:00:00 GMT"}, 0.0),
        ({"X_RateLimit_Retry_After": "12"}, 12.0),
        ({"Retry_After": "soon", "X_RateLimit_Retry_After": "9"}, 9.0),
        ({"Retry_After": "soon"}, None),
        ({"Retry_After": "nan"}, None),
        ({"Retry_After": "inf"}, None),
        ({}, None),
    ],
)
def test_the_wait_of_a_rate_limit(
    caller: Caller, headers: dict[str, str], expected: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "venuekit.transport.answers.time.time", lambda: 1767225600.0
    )  # 2026-01-01 00:00:00 UTC
    error = fail(
        caller,
        json_answer({"success": False, "error": "TOO_MANY_REQUESTS", "result": []}, 429, **headers),
        venue="rabbitx",
        use=lambda client: client.account.get_account(),
    )

    assert type(error) is RateLimitedError
    assert error.retry_after == expected
    assert error.codes == ("TOO_MANY_REQUESTS",)


# Refusals under 200.


def test_rabbitx_says_success_false_under_200(caller: Caller) -> None:
    error = fail(
        caller,
        json_answer({"success": False, "error": "profile is locked", "result": [], "request_id": "r-9"}),
        venue="rabbitx",
        use=lambda client: client.account.get_account(),
    )

    assert type(error) is RejectedError
    assert (error.status, error.codes, error.request_id) == (200, ("profile is locked",), "r-9")


def test_stokn_says_success_false_with_a_number(caller: Caller) -> None:
    error = fail(
        caller,
        json_answer(
            {"success": False, "data": None, "errorCode": 6, "errorMessage": "Wrong credentials"}, 409
        ),
        venue="stokn",
        use=lambda client: client.users.get_me(),
    )

    assert type(error) is AuthenticationError, "409 with code 6 is not a conflict"
    assert (error.status, error.codes) == (409, ("6",))
    assert str(error) == "stokn.getMe: HTTP 409: Wrong credentials"


def test_t4_puts_a_status_into_the_body(caller: Caller) -> None:
    body = {"result": {"value": {"detail": "The username already exists."}, "statusCode": 409}}
    error = fail(caller, json_answer(body))

    assert type(error) is UsernameTaken
    assert isinstance(error, ConflictError)
    assert (error.status, error.codes) == (200, ("The username already exists.",))
    assert "HTTP 200 with status 409 in the body" in str(error)


@pytest.mark.parametrize("said", ["error", "no_data", 7])
def test_tradelocker_says_s_error(caller: Caller, said: object) -> None:
    error = fail(
        caller,
        json_answer({"s": said, "errmsg": "Account not found", "d": {}}),
        venue="tradelocker",
        use=lambda client: client.trade.get_config(acc_num=1),
    )

    assert type(error) is RejectedError
    assert (error.operation, error.status, error.codes) == ("getConfig", 200, ("Account not found",))


@pytest.mark.parametrize(
    ("codes", "status", "expected"),
    [
        (["email.taken"], 422, AlreadyExists),
        (["email.taken", "password.password_strength"], 422, RejectedError),
        (["identity.session.invalid_otp"], 403, OtpRejected),
        (["resource.phone.exists"], 400, PhoneExists),
        (["record.not_found"], 422, NotFoundError),
        (["something.new"], 422, RejectedError),
        (["email.taken"], 503, UnavailableError),
        ([], 422, RejectedError),
        ([{"odd": 1}, None, 7], 422, RejectedError),
    ],
)
def test_nebulaecn_has_a_list_of_codes(
    caller: Caller, codes: list[Any], status: int, expected: type[StatusError]
) -> None:
    error = fail(
        caller,
        json_answer({"errors": codes}, status),
        venue="nebulaecn",
        use=lambda client: client.identity.get_identity_configs(),
    )

    assert type(error) is expected
    assert error.codes == tuple(str(code) for code in codes)


def test_a_huge_body_is_masked_and_cut(caller: Caller) -> None:
    rows = [{"n": n, "password": f"hunter-{n}-hunter", "apiKey": f"key-{n}-key"} for n in range(20_000)]
    error = fail(caller, json_answer({"detail": "x" * 50_000, "rows": rows}, 400))

    assert len(error.body) < 2_100
    assert "hunter" not in error.body
    assert len(error.raw_body.reveal()) > 1_000_000
    assert len(str(error)) < 2_100, "the message is for people"


def test_a_body_that_is_not_utf8(caller: Caller) -> None:
    assert type(fail(caller, answer(400, b'{"detail": "\xff\xfe"}'))) is RejectedError
    assert type(fail(caller, answer(200, b"\xff\xfe\x00"))) is UnexpectedAnswer


# What a good exchange looks like.


def test_cookies_are_kept_out_of_the_clients_jar(caller: Caller) -> None:
    scripted = answer(200, "{}", headers=(("Set-Cookie", "session=abc; Path=/"), ("Set-Cookie", "b=2")))

    def twice(client: Any) -> Any:
        first = read_documents(client)
        if not hasattr(first, "__await__"):
            read_documents(client)
            return list(client._http.cookies.jar)

        async def run() -> Any:
            await first
            await read_documents(client)
            return list(client._http.cookies.jar)

        return run()

    with WireServer(scripted) as server:
        assert caller("t4", twice, base_url=server.url) == []
    assert len(server.received) == 2
    assert all("cookie" not in request.headers for request in server.received)


def test_what_a_request_looks_like(caller: Caller) -> None:
    with WireServer(answer(200, "{}")) as server:
        caller("t4", read_documents, base_url=f"{server.url}/prefix/")

    request = server.received[0]
    assert (request.method, request.path) == ("GET", "/prefix/admin/v1/users/user-1/eula")
    assert request.headers["user-agent"].startswith("venuekit/")
    assert request.headers["authorization"] == f"APIKey {API_KEY}"
