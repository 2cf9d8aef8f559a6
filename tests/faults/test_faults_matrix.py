"""The matrix: every fault with every class of operation, synchronous and asynchronous, on a real port."""

from __future__ import annotations

import socket
import ssl
from contextlib import ExitStack
from dataclasses import replace
from typing import Any, NoReturn

import pytest

from tests.faults.calls import MODES, OPERATION_OF, Mode, Seen, call_of, read, run
from tests.faults.matrix import CLASSES, FAULTS, FITS, GOOD, RETRIES, Fault, Outcome, RetryClass
from tests.transport.wire import Scripted, WireServer, answer, closed_port, kept
from venuekit import AmbiguousOutcome, Connection, ConnectionFailed, UnexpectedAnswer


class Met:
    """A call, and what a misbehaving server has seen of it."""

    def __init__(
        self, mode: Mode, fault: Fault, kind: RetryClass, tls: ssl.SSLContext, *, once: bool
    ) -> None:
        self.expected: Outcome = (fault.once or {})[kind] if once else fault.outcomes[kind]
        with ExitStack() as stack:
            other = stack.enter_context(WireServer(GOOD)) if fault.name == "redirect" else None
            script = [*_script(fault, other), *([GOOD] if once else [])]
            warm = kept(FITS)
            server = stack.enter_context(
                WireServer(
                    *([warm] if fault.warm else []), *script, tls=tls if fault.serves == "tls" else None
                )
            )
            url, options = _address(fault, server)
            calls = [*([read] if fault.warm else []), call_of(kind, heavy=fault.heavy)]
            if fault.serves == "dns":
                stack.enter_context(pytest.MonkeyPatch.context()).setattr(
                    socket, "getaddrinfo", _no_such_name
                )
            self.seen: Seen = run(mode, url, *calls, timeout=fault.timeout, **options)
        # Only now: a server that ends has read whatever was sent to it.
        self.received = [r for r in server.received if r.method != "CONNECT"][int(fault.warm) :]
        self.warm_connection = server.received[0].connection if fault.warm else 0
        self.others = other.connections if other is not None else 0

    @property
    def outcome(self) -> Outcome:
        error = self.seen.error
        cause = error.cause if isinstance(error, AmbiguousOutcome) else None
        told = cause if cause is not None else error
        return Outcome(
            raised=type(error).__name__ if error is not None else "",
            arrived=len(self.received),
            sent=told.sent if isinstance(told, ConnectionFailed) else None,
            cause=type(cause).__name__ if cause is not None else "",
        )


def _no_such_name(*place: object, **options: object) -> NoReturn:
    """What a resolver says of `venue.invalid`, some of them only after a while."""
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def _script(fault: Fault, other: WireServer | None) -> list[Scripted]:
    if not isinstance(fault.serves, Scripted):
        return [answer(403)]
    if other is None:
        return [fault.serves]
    return [replace(fault.serves, raw=fault.serves.raw.replace(b"{other}", str(other.port).encode()))]


def _address(fault: Fault, server: WireServer) -> tuple[str, dict[str, Any]]:
    match fault.serves:
        case "refused":
            return f"http://127.0.0.1:{closed_port()}", {}
        case "dns":
            return "https://venue.invalid", {"env": "demo"}
        case "proxy":
            return "https://venue.invalid", {"env": "demo", "connection": Connection(proxy=server.url)}
        case _:
            return server.url, {}


def _named(fault: Fault) -> str:
    return fault.name


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("fault", FAULTS, ids=_named)
def test_every_request_meets_it(
    fault: Fault, kind: RetryClass, mode: Mode, server_tls: ssl.SSLContext
) -> None:
    met = Met(mode, fault, kind, server_tls, once=False)

    assert met.outcome == met.expected
    assert met.others == 0, "another host gets nothing, not even a connection"
    if kind == "never":
        assert len(met.received) <= 1
    _check_attempts(met, fault, kind)
    _check_error(met, kind)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault.once], ids=_named)
def test_only_the_first_request_meets_it(
    fault: Fault, kind: RetryClass, mode: Mode, server_tls: ssl.SSLContext
) -> None:
    met = Met(mode, fault, kind, server_tls, once=True)

    assert met.outcome == met.expected
    if kind == "never":
        assert len(met.received) <= 1
    assert {(r.method, r.path, r.body) for r in met.received} == {
        (r.method, r.path, r.body) for r in met.received[-1:]
    } or fault.heavy, "what is sent again is the same"


def _check_attempts(met: Met, fault: Fault, kind: RetryClass) -> None:
    """Hooks see every attempt; a request that never left was tried as often as one that is safe."""
    attempts = RETRIES + 1 if met.expected.sent is False else met.expected.arrived
    mine = [info for info in met.seen.requests if not (fault.warm and info is met.seen.requests[0])]
    assert [info.attempt for info in mine] == list(range(1, attempts + 1))
    assert {(info.venue, info.operation) for info in mine} == {("t4", OPERATION_OF[kind])}
    assert [info.request for info in met.seen.responses] == met.seen.requests
    # A rate limit makes two waits of one: between attempts, and for whoever shares the limit.
    assert len(met.seen.slept) >= attempts - 1
    assert all(seconds <= 60 for seconds in met.seen.slept)


def _check_error(met: Met, kind: RetryClass) -> None:
    error = met.seen.error
    if error is None:
        return
    assert (error.venue, error.operation) == ("t4", OPERATION_OF[kind])  # type: ignore[attr-defined]
    assert "hunter22" not in f"{error} {error!r} {vars(error)}"
    if isinstance(error, AmbiguousOutcome):
        assert error.lookup == "login"
        assert "login tells" in str(error)
        assert (error.cause.venue, error.cause.operation) == ("t4", "onboardUser")
    if isinstance(error, UnexpectedAnswer) and met.expected.arrived:
        assert "token=abc" not in str(error)


def test_a_warm_connection_was_really_used_again() -> None:
    fault = next(fault for fault in FAULTS if fault.name == "stale")
    for mode in MODES:
        met = Met(mode, fault, "never", ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), once=False)
        assert [request.connection for request in met.received] == [met.warm_connection]


def test_the_table_never_sends_a_never_call_twice() -> None:
    for fault in FAULTS:
        for outcomes in (fault.outcomes, fault.once or {}):
            assert all(outcome.arrived <= 1 for kind, outcome in outcomes.items() if kind == "never")
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
    assert all(set(fault.outcomes) == set(CLASSES) for fault in FAULTS)
