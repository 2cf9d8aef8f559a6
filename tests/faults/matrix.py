"""What comes of each fault, per class of operation. `docs/faults.md` is made from this, and the tests hold it true.

Nothing here makes a call. `serves` is what the misbehaving server does with each request, or the name of a fault that
happens before there is a request.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, replace
from typing import Literal

from tests.transport.wire import HANG, PATIENCE, RESET, RESET_EARLY, Scripted, answer, dripping, json_answer

RetryClass = Literal["safe", "idempotent", "never"]
CLASSES: tuple[RetryClass, ...] = ("safe", "idempotent", "never")
# Faults without a server that speaks HTTP to us.
Unreachable = Literal["refused", "dns", "tls", "proxy"]

RETRIES = 2
# Seconds that a call of these tests waits where the fault is that nothing comes, and where it is not.
SHORT, LONG = 0.15, PATIENCE
# Less than a head takes that drips, and by far more than each of its pieces does.
DRIPPED = 2.5


@dataclass(frozen=True)
class Outcome:
    """What a call ends with.

    `raised` is the name of the exception, or "" when the call returns an answer. `cause` is what an AmbiguousOutcome
    carries. `sent` is `.sent` of the exception or its cause, None where there is none: the venue has answered.
    `arrived` is how often the request was at the server.
    """

    raised: str
    arrived: int
    sent: bool | None = None
    cause: str = ""


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong with every request, and what each class of operation makes of it.

    `once` is the same when only the first request meets it and the second would be answered well. `warm` makes a good
    call first, so that the connection is an old one. `heavy` makes the request's body too large for the buffers.
    """

    name: str
    what: str
    serves: Scripted | Unreachable
    outcomes: dict[RetryClass, Outcome]
    once: dict[RetryClass, Outcome] | None = None
    timeout: float = LONG
    warm: bool = False
    heavy: bool = False


FITS = {"data": {"documents": []}, "token": "t", "result": {"value": {}, "statusCode": 200}}
GOOD = json_answer(FITS)
_TEXT = json.dumps(FITS)
_HTML = "<!doctype html><html><body>Access denied. Ray ID: 1</body></html>"
_JUNK = bytes(range(256)) * 4
ANSWERED = Outcome("", 1)
_HEALED = Outcome("", 2)


def _lost(error: str) -> dict[RetryClass, Outcome]:
    """The request may have arrived, and nothing came back."""
    again = Outcome(error, RETRIES + 1, sent=True)
    return {
        "safe": again,
        "idempotent": again,
        "never": Outcome("AmbiguousOutcome", 1, sent=True, cause=error),
    }


def _lost_once(error: str) -> dict[RetryClass, Outcome]:
    return {"safe": _HEALED, "idempotent": _HEALED, "never": _lost(error)["never"]}


def _unsent(error: str = "ConnectionFailed") -> dict[RetryClass, Outcome]:
    """The request never left: every class tries again, and nothing arrives."""
    return dict.fromkeys(CLASSES, Outcome(error, 0, sent=False))


def _refused(error: str) -> dict[RetryClass, Outcome]:
    """The venue has answered, and asking again would not help."""
    return dict.fromkeys(CLASSES, Outcome(error, 1))


def _passing(error: str) -> dict[RetryClass, Outcome]:
    """The venue has answered that it cannot now."""
    again = Outcome(error, RETRIES + 1)
    return {"safe": again, "idempotent": again, "never": Outcome(error, 1)}


def _passing_once(error: str) -> dict[RetryClass, Outcome]:
    return {"safe": _HEALED, "idempotent": _HEALED, "never": Outcome(error, 1)}


def _answered() -> dict[RetryClass, Outcome]:
    return dict.fromkeys(CLASSES, ANSWERED)


def _lost_fault(
    name: str, what: str, serves: Scripted, error: str = "ConnectionFailed", **more: bool
) -> Fault:
    timeout = SHORT if error == "TimedOut" else LONG
    return Fault(name, what, serves, _lost(error), _lost_once(error), timeout=timeout, **more)


def _busy_fault(name: str, what: str, status: int, error: str, *headers: tuple[str, str]) -> Fault:
    serves = answer(status, '{"detail": "not now"}', headers=headers)
    return Fault(name, what, serves, _passing(error), _passing_once(error))


FAULTS: tuple[Fault, ...] = (
    # No request arrives.
    Fault("dns", "the name does not resolve", "dns", _unsent()),
    Fault("refused", "nobody listens on the port", "refused", _unsent()),
    Fault("tls", "the certificate is self-signed", "tls", _unsent()),
    Fault("proxy", "the proxy refuses to connect", "proxy", _unsent()),
    # It may have arrived, and the answer is lost.
    _lost_fault("hang", "the server never answers", HANG, "TimedOut"),
    _lost_fault("drip", "the body comes byte by byte", dripping(GOOD), "TimedOut"),
    _lost_fault(
        "reset-early",
        "the connection is reset before the body of the request was read",
        RESET_EARLY,
        heavy=True,
    ),
    _lost_fault("reset", "the connection is reset after the request, before the answer", RESET),
    _lost_fault("closed", "the connection is closed without an answer", Scripted()),
    _lost_fault("stale", "a kept connection is closed as the next request arrives", Scripted(), warm=True),
    _lost_fault("head-cut", "the answer ends in its headers", Scripted(b"HTTP/1.1 200 OK\r\nContent-Ty")),
    _lost_fault("body-cut", "the answer ends in its body", answer(200, _TEXT[:20], length=len(_TEXT))),
    _lost_fault("garbage", "the answer is not HTTP", Scripted(b"\x16\x03\x01 certainly not HTTP\r\n\r\n")),
    _lost_fault(
        "not-gzip",
        "the answer says gzip and is not",
        answer(200, _JUNK, headers=(("Content-Encoding", "gzip"),)),
    ),
    # The venue, or something before it, has answered.
    _busy_fault("429-seconds", "429 with `Retry-After: 7`", 429, "RateLimitedError", ("Retry-After", "7")),
    _busy_fault(
        "429-date",
        "429 with a date in `Retry-After`",
        429,
        "RateLimitedError",
        ("Retry-After", "Wed, 31 Dec 2025 00:00:00 GMT"),
    ),
    _busy_fault(
        "429-rabbitx",
        "429 with `X-RateLimit-Retry-After: 12`",
        429,
        "RateLimitedError",
        ("X-RateLimit-Retry-After", "12"),
    ),
    _busy_fault("429", "429 without a word", 429, "RateLimitedError"),
    Fault(
        "429-long",
        "429 with `Retry-After: 3600`",
        answer(429, "{}", headers=(("Retry-After", "3600"),)),
        _refused("RateLimitedError"),
    ),
    _busy_fault("502", "502", 502, "UnavailableError"),
    _busy_fault("503", "503 with `Retry-After: 2`", 503, "UnavailableError", ("Retry-After", "2")),
    _busy_fault("504", "504", 504, "UnavailableError"),
    Fault("500", "500", json_answer({"detail": "a bug"}, 500), _refused("UnavailableError")),
    Fault(
        "520", "520 of a firewall", answer(520, _HTML, content_type="text/html"), _refused("UnavailableError")
    ),
    Fault(
        "html-403",
        "403 with HTML",
        answer(403, _HTML, content_type="text/html"),
        _refused("UnexpectedAnswer"),
    ),
    Fault(
        "html-200",
        "200 with HTML",
        answer(200, _HTML, content_type="text/html"),
        _refused("UnexpectedAnswer"),
    ),
    Fault("204", "204 where JSON belongs", answer(204), _refused("UnexpectedAnswer")),
    Fault(
        "gzip-cut",
        "a compressed body that ends early, its length correct",
        answer(200, gzip.compress(_TEXT.encode())[:-16], headers=(("Content-Encoding", "gzip"),)),
        _refused("UnexpectedAnswer"),
    ),
    Fault(
        "big-junk",
        "200 with 10 MB that are not JSON",
        answer(200, "x" * 10_000_000, content_type="text/plain"),
        _refused("UnexpectedAnswer"),
    ),
    Fault(
        "big-refusal",
        "422 with 10 MB of JSON",
        json_answer({"detail": "no", "more": ["abc 0x12 " * 500_000, "y" * 5_000_000]}, 422),
        _refused("RejectedError"),
    ),
    Fault(
        "redirect",
        "a redirect to another host",
        answer(307, headers=(("Location", "http://localhost:{other}/there?token=abc"),)),
        _refused("UnexpectedAnswer"),
    ),
    # Odd, and no fault.
    Fault(
        "drip-head",
        "the headers come piece by piece: each in time, and all of them not",
        replace(GOOD, manner="drip_head"),
        _answered(),
        timeout=DRIPPED,
    ),
    Fault(
        "content-type",
        "the right JSON as `text/plain`",
        answer(200, _TEXT, content_type="text/plain"),
        _answered(),
    ),
    Fault("big", "an answer of 10 MB", json_answer({**FITS, "more": "x" * 10_000_000}), _answered()),
    Fault(
        "gzip-swells",
        "a small compressed body of 10 MB",
        answer(
            200,
            gzip.compress(json.dumps({**FITS, "more": " " * 10_000_000}).encode()),
            headers=(("Content-Encoding", "gzip"),),
        ),
        _answered(),
    ),
)
