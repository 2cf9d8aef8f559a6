"""Retries, options, hooks and raw answers of a client, as a server on a real port sees them."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from functools import partial
from typing import Any

import pytest

from tests.faults.calls import API_KEY, MODES, Mode, Seen, log_in, open_account, read, run
from tests.faults.matrix import FITS, GOOD
from tests.transport.wire import HANG, RESET, Scripted, WireServer, answer, json_answer, kept
from venuekit import (
    AmbiguousOutcome,
    AsyncNebulaECN,
    ConnectionFailed,
    Hooks,
    NebulaECN,
    RateLimitedError,
    TimedOut,
    UnavailableError,
    UnexpectedAnswer,
)
from venuekit_clients.nebulaecn.operations import OPERATIONS as NEBULAECN
from venuekit_clients.rabbitx.operations import OPERATIONS as RABBITX
from venuekit_clients.runtime import Operation
from venuekit_clients.stokn.operations import OPERATIONS as STOKN
from venuekit_clients.t4.operations import OPERATIONS as T4_OPERATIONS
from venuekit_clients.tradelocker.operations import OPERATIONS as TRADELOCKER

pytestmark = pytest.mark.parametrize("mode", MODES)
KEPT = kept(FITS)
NEVER = [
    operation
    for operations in (RABBITX, STOKN, NEBULAECN, TRADELOCKER, T4_OPERATIONS)
    for operation in operations.values()
    if operation.retry == "never"
]


def limited(retry_after: str) -> Scripted:
    return kept({"detail": "slower"}, 429, Retry_After=retry_after)


# Retries.


def test_no_call_that_must_not_be_repeated_is(mode: Mode) -> None:
    """Each of all venues, not only the one that stands for them in the matrix."""
    errors: list[AmbiguousOutcome] = []

    def lose(client: Any, operation: Operation) -> None:
        with pytest.raises(AmbiguousOutcome) as caught:
            by_hand(client, operation)
        errors.append(caught.value)

    async def lose_later(client: Any, operation: Operation) -> None:
        with pytest.raises(AmbiguousOutcome) as caught:
            await by_hand(client, operation)
        errors.append(caught.value)

    use = lose if mode == "sync" else lose_later
    with WireServer(RESET) as server:
        seen = run(mode, server.url, *(partial(use, operation=operation) for operation in NEVER))

    assert len(NEVER) > 30
    assert [request.path for request in server.received] == [f"/{of.venue}/{of.id}" for of in NEVER]
    assert seen.slept == []
    for error, operation in zip(errors, NEVER, strict=True):
        assert (error.operation, error.lookup) == (operation.id, operation.lookup)
        assert isinstance(error.cause, ConnectionFailed) and error.cause.sent
        assert (operation.lookup or "no call") + " tells" in str(error)


def by_hand(client: Any, operation: Operation) -> Any:
    """A call without the arguments that the operation would need."""
    kwargs = {"method": operation.method, "url": f"/{operation.venue}/{operation.id}"}
    return client._caller.call(operation, kwargs, lambda response: None)


@pytest.mark.parametrize("trouble", [RESET, HANG, json_answer({}, 503)])
def test_a_log_in_that_must_not_be_repeated_is_not_repeated_for_a_call_that_may_be(
    mode: Mode, trouble: Scripted
) -> None:
    """NebulaECN locks accounts that log in too often, and counts each one-time code once."""
    options: dict[str, Any] = {"email": "jane@example.com", "password": "hunter22", "timeout": 0.15}

    async def later(url: str) -> None:
        async with AsyncNebulaECN(**options, base_url=url) as client:
            await client.users.get_me()

    with WireServer(trouble) as server:
        with pytest.raises((ConnectionFailed, UnavailableError)) as caught:
            if mode == "async":
                asyncio.run(later(server.url))
            else:
                with NebulaECN(**options, base_url=server.url) as client:
                    client.users.get_me()

    assert caught.value.operation == "createSession"
    assert [request.path for request in server.received] == [NEBULAECN["createSession"].path]


def test_the_wait_that_the_venue_asks_for_is_kept(mode: Mode) -> None:
    with WireServer(limited("7"), limited("0.25"), KEPT) as server:
        seen = run(mode, server.url, read)

    assert seen.error is None
    assert [info.status for info in seen.responses] == [429, 429, 200]
    assert max(seen.slept) >= 7
    assert sum(seen.slept) >= 7.25


def test_waits_between_attempts_are_random_and_grow(mode: Mode) -> None:
    slept: list[list[float]] = []
    with WireServer(kept({}, 503)) as server:
        for _ in range(12):
            seen = run(mode, server.url, read, max_retries=5)
            assert isinstance(seen.error, UnavailableError)
            slept.append(seen.slept)

    assert len(server.received) == 12 * 6
    for bound, waits in zip((0.5, 1, 2, 4, 8), zip(*slept, strict=True), strict=True):
        assert 0 <= min(waits) <= max(waits) <= bound
        assert len(set(waits)) > 1


def test_a_wait_of_more_than_a_minute_is_the_callers(mode: Mode) -> None:
    """The error comes at once. Whoever calls again nevertheless is held back for a minute, and not for the hour."""

    def again(client: Any) -> Any:
        with pytest.raises(RateLimitedError):
            read(client)
        return read(client)

    async def again_later(client: Any) -> Any:
        with pytest.raises(RateLimitedError):
            await read(client)
        return await read(client)

    with WireServer(limited("3600")) as server:
        seen = run(mode, server.url, read)
        assert isinstance(seen.error, RateLimitedError)
        assert (seen.error.retry_after, seen.slept, len(server.received)) == (3600, [], 1)

        seen = run(mode, server.url, again if mode == "sync" else again_later)
        assert isinstance(seen.error, RateLimitedError)
        assert len(server.received) == 3
    assert len(seen.slept) == 1 and 50 < seen.slept[0] <= 60


@pytest.mark.parametrize("retries", [0, 1, 4])
def test_max_retries_is_what_it_says(mode: Mode, retries: int) -> None:
    with WireServer(json_answer({}, 502)) as server:
        seen = run(mode, server.url, read, max_retries=retries)

    assert isinstance(seen.error, UnavailableError)
    assert len(server.received) == retries + 1


# Connections.


def test_a_kept_connection_is_used_again(mode: Mode) -> None:
    with WireServer(KEPT) as server:
        run(mode, server.url, read, log_in, open_account, read)

    assert [request.connection for request in server.received] == [1, 1, 1, 1]
    assert server.connections == 1


def test_a_connection_that_was_closed_meanwhile_costs_nothing(mode: Mode) -> None:
    """The client sees that it is closed before it sends: also what must not be repeated needs no second attempt."""
    promised = answer(200, json.dumps(FITS), keep=True)
    with WireServer(Scripted(promised.raw), KEPT) as server:
        seen = run(mode, server.url, read, lambda client: server.wait_for_close(), open_account)

    assert seen.error is None
    assert [request.connection for request in server.received] == [1, 2]
    assert [info.attempt for info in seen.requests] == [1, 1]


def test_options_share_connections_and_credentials(mode: Mode) -> None:
    with WireServer(KEPT) as server:
        run(
            mode,
            server.url,
            read,
            lambda client: read(client.with_options(timeout=50, max_retries=0)),
            lambda client: read(client.with_options(max_retries=4).with_options(timeout=55)),
        )

    assert server.connections == 1
    first, *others = [request.headers for request in server.received]
    assert first["authorization"] == f"APIKey {API_KEY}"
    assert others == [first, first]


def test_options_change_one_thing_and_leave_the_client_alone(mode: Mode) -> None:
    with WireServer(kept({}, 502)) as server:
        changes: list[tuple[dict[str, Any], int]] = [({"max_retries": 0}, 1), ({"timeout": 50.0}, 2), ({}, 2)]
        for change, attempts in changes:
            server.received.clear()
            run(mode, server.url, partial(read_with, **change), max_retries=1)
            assert len(server.received) == attempts
    with WireServer(HANG) as server:
        seen = run(mode, server.url, lambda client: read(client.with_options(timeout=0.1, max_retries=0)))
    assert isinstance(seen.error, TimedOut)
    assert len(server.received) == 1


def read_with(client: Any, **options: Any) -> Any:
    return read(client.with_options(**options))


# Hooks.


def test_hooks_see_every_attempt(mode: Mode) -> None:
    started = time.monotonic()
    with WireServer(RESET, json_answer({}, 503), GOOD) as server:
        seen = run(mode, server.url, read)
    took = time.monotonic() - started

    assert [(i.venue, i.operation, i.method, i.attempt) for i in seen.requests] == [
        ("t4", "getUserEula", "GET", attempt) for attempt in (1, 2, 3)
    ]
    assert {info.path for info in seen.requests} == {"/admin/v1/users/{userId}/eula"}
    assert [info.request for info in seen.responses] == seen.requests
    assert [info.status for info in seen.responses] == [None, 503, 200]
    assert [type(info.error).__name__ for info in seen.responses] == [
        "ConnectionFailed",
        "UnavailableError",
        "NoneType",
    ]
    assert all(info.seconds >= 0 for info in seen.responses)
    assert sum(info.seconds for info in seen.responses) <= took


def test_a_hook_that_fails_loses_no_answer(mode: Mode, caplog: pytest.LogCaptureFixture) -> None:
    def fail(info: object) -> None:
        raise RuntimeError("the hook's own bug")

    others = Seen()
    with WireServer(KEPT) as server, caplog.at_level(logging.ERROR, "venuekit.transport"):
        seen = run(
            mode, server.url, open_account, hooks=[Hooks(on_request=fail, on_response=fail), others.hooks]
        )

    assert seen.error is None and seen.result is not None
    assert len(server.received) == 1
    assert (len(others.requests), len(others.responses)) == (1, 1)
    assert caplog.text.count("a hook failed") == 2


# Raw answers.


def raw(client: Any) -> Any:
    return client.users.with_raw_response.get_user_eula("user-1")


def test_a_raw_answer_is_the_answer(mode: Mode) -> None:
    with WireServer(json_answer(FITS, X_Request_Id="req-5", Set_Cookie="session=hidden")) as server:
        found = run(mode, server.url, raw).result

    assert (found.status, found.request_id) == (200, "req-5")
    assert found.headers["X-REQUEST-ID"] == "req-5"
    assert json.loads(found.content) == FITS
    assert found.parse().data.documents == []
    assert found.parse() is found.parse()
    assert "hidden" not in repr(found) + repr(found.headers)


def test_a_raw_answer_may_be_anything_until_it_is_parsed(mode: Mode) -> None:
    with WireServer(answer(202, "not JSON at all")) as server:
        found = run(mode, server.url, raw).result

    assert (found.status, found.content) == (202, b"not JSON at all")
    with pytest.raises(UnexpectedAnswer) as caught:
        found.parse()
    assert caught.value.raw_body.reveal() == "not JSON at all"


def test_a_refusal_is_raised_and_retried_for_raw_answers_too(mode: Mode) -> None:
    with WireServer(json_answer({}, 503), json_answer({"detail": "no"}, 404)) as server:
        seen = run(mode, server.url, raw)

    assert type(seen.error).__name__ == "NotFoundError"
    assert len(server.received) == 2
