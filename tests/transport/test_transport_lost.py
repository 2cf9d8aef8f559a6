"""Connections that fail: each becomes a typed error that tells whether the request may have arrived."""

from __future__ import annotations

from typing import Any

import pytest

from tests.transport.conftest import Caller
from tests.transport.wire import HANG, RESET, Scripted, WireServer, answer, closed_port
from venuekit import ConfigurationError, ConnectionFailed, TimedOut, UnexpectedAnswer
from venuekit.transport import http
from venuekit_clients.t4.models import LoginRequest

LOGIN = LoginRequest(
    firm="F", user_name="jane", password="hunter22hunter22", app_name="A", app_license="L-1-2-3"
)


def log_in(client: Any) -> Any:
    return client.auth.login(body=LOGIN)


def test_refused_connection_was_never_sent(caller: Caller) -> None:
    with pytest.raises(ConnectionFailed) as caught:
        caller("t4", log_in, base_url=f"http://127.0.0.1:{closed_port()}")

    error = caught.value
    assert not isinstance(error, TimedOut)
    assert (error.venue, error.operation, error.sent) == ("t4", "login", False)
    assert str(error).startswith("t4.login: no connection: 127.0.0.1")


def test_server_that_never_answers_times_out(caller: Caller) -> None:
    with WireServer(HANG) as server:
        with pytest.raises(TimedOut) as caught:
            caller("t4", log_in, base_url=server.url, timeout=0.2)

    assert (caught.value.venue, caught.value.operation, caught.value.sent) == ("t4", "login", True)
    assert len(server.received) == 1


def test_reset_before_the_answer_may_have_arrived(caller: Caller) -> None:
    with WireServer(RESET) as server:
        with pytest.raises(ConnectionFailed) as caught:
            caller("t4", log_in, base_url=server.url)

    assert (caught.value.operation, caught.value.sent) == ("login", True)
    assert len(server.received) == 1


@pytest.mark.parametrize("body", ['{"token": "abc', ""])
def test_truncated_body_may_have_arrived(caller: Caller, body: str) -> None:
    with WireServer(answer(200, body, length=500)) as server:
        with pytest.raises(ConnectionFailed) as caught:
            caller("t4", log_in, base_url=server.url)

    assert (caught.value.operation, caught.value.sent) == ("login", True)


@pytest.mark.parametrize("raw", [b"\x16\x03\x01 not HTTP at all\r\n\r\n", b"SSH-2.0-OpenSSH_9.6\r\n"])
def test_something_that_is_not_http(caller: Caller, raw: bytes) -> None:
    with WireServer(Scripted(raw)) as server:
        with pytest.raises(ConnectionFailed) as caught:
            caller("t4", log_in, base_url=server.url)

    assert caught.value.sent is True


def test_body_that_cannot_be_decompressed(caller: Caller) -> None:
    broken = answer(200, b"certainly not gzip", headers=(("Content-Encoding", "gzip"),))
    with WireServer(broken) as server:
        with pytest.raises(ConnectionFailed) as caught:
            caller("t4", log_in, base_url=server.url)

    assert caught.value.sent is True


def test_no_exception_of_the_http_library_is_a_base_cause_or_attribute(caller: Caller) -> None:
    with WireServer(RESET) as server:
        with pytest.raises(ConnectionFailed) as caught:
            caller("t4", log_in, base_url=server.url)

    error = caught.value
    assert error.__cause__ is None
    assert error.__suppress_context__
    modules = {type(value).__module__ for value in vars(error).values()}
    modules |= {kind.__module__ for kind in type(error).__mro__}
    assert not {name for name in modules if name.startswith(("httpx", "httpcore"))}


@pytest.mark.parametrize(
    ("raised", "expected", "sent"),
    [
        ("ConnectTimeout", TimedOut, False),
        ("PoolTimeout", TimedOut, False),
        ("ReadTimeout", TimedOut, True),
        ("WriteTimeout", TimedOut, True),
        ("ConnectError", ConnectionFailed, False),
        ("ProxyError", ConnectionFailed, False),
        ("UnsupportedProtocol", ConnectionFailed, False),
        ("LocalProtocolError", ConnectionFailed, False),
        ("ReadError", ConnectionFailed, True),
        ("WriteError", ConnectionFailed, True),
        ("RemoteProtocolError", ConnectionFailed, True),
        ("DecodingError", ConnectionFailed, True),
    ],
)
def test_every_failure_of_the_library_has_a_meaning(
    raised: str, expected: type[ConnectionFailed], sent: bool
) -> None:
    request = http.Request("GET", "https://venue.example/path")
    with pytest.raises(expected) as caught, http.typed_errors(request, "t4"):
        raise vars(http)["httpx"].__dict__[raised](
            "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln in the text"
        )

    assert type(caught.value) is expected
    assert caught.value.sent is sent
    assert "eyJ" not in str(caught.value)


def test_a_redirect_is_not_followed_and_tells_nobody_else(caller: Caller) -> None:
    with WireServer(answer(200, "{}")) as other:
        target = f"{other.url}/login?token=abc"
        with WireServer(answer(307, headers=(("Location", target),))) as server:
            with pytest.raises(UnexpectedAnswer) as caught:
                caller("t4", lambda client: client.users.get_user_eula("u-1"), base_url=server.url)

    assert other.received == []
    assert [request.headers["authorization"] for request in server.received] == [
        "APIKey a-secret-api-key-of-the-firm"
    ]
    assert caught.value.status == 307
    assert f"127.0.0.1:{other.port}/login" in str(caught.value)
    assert "token=abc" not in str(caught.value)


def test_a_redirect_to_the_same_host_is_not_followed_either(caller: Caller) -> None:
    with WireServer(answer(302, headers=(("Location", "/elsewhere"),)), answer(200, "{}")) as server:
        with pytest.raises(UnexpectedAnswer):
            caller("t4", log_in, base_url=server.url)

    assert len(server.received) == 1


def test_a_proxy_of_the_environment_is_not_asked_for_loopback(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{closed_port()}")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with WireServer(answer(200, '{"token": "t"}')) as server:
        assert caller("t4", log_in, base_url=server.url).token == "t"


@pytest.mark.parametrize(
    "url",
    [
        "http://api.example.com",
        "http://10.0.0.1:8900/t4",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://127.0.0.1@evil.example",
        "https://user:hunter@api.example.com",
        "ftp://127.0.0.1",
        "127.0.0.1:8900",
        "https://",
        "",
        "http://[::1",
    ],
)
def test_unsafe_and_broken_addresses_are_refused_before_anything_is_sent(url: str, caller: Caller) -> None:
    with pytest.raises(ConfigurationError) as caught:
        caller("t4", log_in, base_url=url)

    assert "hunter" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1",
        "http://127.8.9.1",
        "http://localhost:8900/t4",
        "http://[::1]:80",
        "https://api.example.com/",
    ],
)
def test_loopback_and_https_are_fine(url: str) -> None:
    assert http.check_base_url(url) == url.rstrip("/")


@pytest.mark.parametrize("timeout", [0, -1, float("inf"), float("nan"), 3600])
def test_a_timeout_must_be_finite(timeout: float, caller: Caller) -> None:
    with pytest.raises(ConfigurationError, match="timeout"):
        caller("t4", log_in, timeout=timeout)
