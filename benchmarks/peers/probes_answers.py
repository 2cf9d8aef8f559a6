"""Rows about errors, and about sending again."""

from __future__ import annotations

import math
from typing import Any

from benchmarks.peers.rows import Bench, Found, Rows, attempt, reachable, times
from benchmarks.peers.server import Answer

ERRORS = Rows("Errors")
AGAIN = Rows("Lost answers and retries")
_MARK = "mark-7f3a91"
_STATUSES = (400, 401, 403, 404, 409, 422, 429, 500, 503)
_IDS = tuple((name, "req-77") for name in ("X-Request-Id", "Request-Id", "X-GitHub-Request-Id"))


def _refusal(status: int, *headers: tuple[str, str]) -> Answer:
    told = {"error": {"message": "no", "type": "t"}, "message": "no", "detail": "no"}
    return Answer(status, told, headers)


@ERRORS("an exception class for each kind of refusal", "nine statuses, 400 to 503: the classes raised")
def error_classes(bench: Bench) -> Found:
    raised = {}
    with bench.serving(_refusal(400)) as server:
        client = bench.client(server, retries=False)
        for status in _STATUSES:
            server.plan = lambda _, status=status: _refusal(status, *_IDS)  # type: ignore[misc]
            _, error = attempt(lambda: bench.library.read(client))
            raised[status] = bench.named(error)
    kinds = set(raised.values())
    one = f"all are {next(iter(kinds))}" if len(kinds) == 1 else f"{len(kinds)} classes for 9 statuses"
    return Found(one, {"raised": raised})


@ERRORS("the request id on the error", "404 with a request id in the answer's headers")
def request_id(bench: Bench) -> Found:
    with bench.serving(_refusal(404, *_IDS)) as server:
        client = bench.client(server, retries=False)
        _, error = attempt(lambda: bench.library.read(client))
    assert error is not None
    if getattr(error, "request_id", None) == "req-77":
        return Found("`.request_id`", {"error": bench.named(error)})
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    where = "in the headers of `.response`" if "req-77" in dict(headers).values() else "no"
    return Found(where, {"error": bench.named(error)})


def _body(bench: Bench, answer: Answer) -> Found:
    with bench.serving(answer) as server:
        client = bench.client(server, retries=False)
        value, error = attempt(lambda: bench.library.read(client))
    if error is None:
        return Found(f"no error: returns `{type(value).__name__}`", {"returned": type(value).__name__})
    kept = reachable(error, _MARK)
    result = f"{bench.named(error)}, {'body kept' if kept else 'body lost'}"
    return Found(result, {"raised": bench.named(error), "kept": kept})


@ERRORS(
    "a success with broken JSON", "200 with half a JSON text, and whether the exception leads to the body"
)
def broken_json(bench: Bench) -> Found:
    return _body(bench, Answer(body=f'{{"{_MARK}": "half'.encode()))


@ERRORS("a success with HTML", "200 with an HTML page, as proxies send, read the same way")
def html(bench: Bench) -> Found:
    return _body(bench, Answer(body=f"<html>{_MARK}</html>".encode(), content_type="text/html"))


@ERRORS("a success of another shape", "200 with JSON that has none of the required fields")
def wrong_shape(bench: Bench) -> Found:
    return _body(bench, Answer(body={"unexpected": _MARK}))


def _sent(bench: Bench, answer: Answer, call: Any, *, timeout: float | None = None) -> Found:
    """Everything at its defaults, and every request gets the same."""
    with bench.serving(answer) as server:
        client = bench.client(server, timeout=timeout)
        _, error = attempt(lambda: call(client))
        count = len(server.arrived)
    waits = [round(seconds, 1) for seconds in bench.slept]
    evidence: dict[str, object] = {"arrived": count, "raised": bench.named(error), "slept": waits}
    return Found(f"{times(count)}, {bench.named(error)}", evidence)


@AGAIN(
    "a POST whose connection breaks before the answer",
    "each request read and the connection reset; requests counted",
)
def lost_post(bench: Bench) -> Found:
    return _sent(bench, Answer(manner="reset"), bench.library.write)


@AGAIN("a POST whose answer never comes", "the server hangs, timeout 0.4 s; requests counted")
def late_post(bench: Bench) -> Found:
    return _sent(bench, Answer(manner="hang"), bench.library.write, timeout=0.4)


@AGAIN("a POST that is answered with 503", "requests counted")
def busy_post(bench: Bench) -> Found:
    return _sent(bench, _refusal(503), bench.library.write)


@AGAIN(
    "a key that makes a repeated POST safe",
    "`Idempotency-Key` of a POST that meets 503 (stripe with `max_network_retries=2`)",
)
def idempotency_key(bench: Bench) -> Found:
    with bench.serving(_refusal(503)) as server:
        client = bench.library.keyed(server.url)
        attempt(lambda: bench.library.write(client))
        keys = [request.headers.get("idempotency-key", "") for request in server.arrived]
    assert len(set(keys)) == 1, keys
    result = f"yes: one in all {len(keys)} attempts" if keys[0] else "no"
    return Found(result, {"attempts": len(keys), "sent": bool(keys[0])})


@AGAIN("a GET whose connection breaks before the answer", "as for the POST")
def lost_get(bench: Bench) -> Found:
    return _sent(bench, Answer(manner="reset"), bench.library.read)


def _waits(bench: Bench, answer: Answer, asked: float) -> Found:
    found = _sent(bench, answer, bench.library.read)
    count = found.evidence["arrived"]
    assert isinstance(count, int)
    if count == 1:
        return Found(f"{times(1)}, {found.evidence['raised']}", found.evidence)
    kept = all(seconds >= asked for seconds in bench.slept)
    own = f"waits of its own, up to {math.ceil(max(bench.slept))} s"
    return Found(f"{times(count)}, {f'waits {asked:g} s as asked' if kept else own}", found.evidence)


@AGAIN("a GET that meets 503 and `Retry-After: 7`", "requests counted, and the sleeps in between")
def busy_get(bench: Bench) -> Found:
    return _waits(bench, _refusal(503, ("Retry-After", "7")), 7.0)


@AGAIN("a GET that meets 429 and `Retry-After: 7`", "the same")
def limited_get(bench: Bench) -> Found:
    return _waits(bench, _refusal(429, ("Retry-After", "7")), 7.0)


@AGAIN("429 with `Retry-After: 3600`", "the same: is there an end to patience?")
def long_wait(bench: Bench) -> Found:
    return _waits(bench, _refusal(429, ("Retry-After", "3600")), 3600.0)


@AGAIN("a pause before the first attempt", "the sleeps of one good GET")
def pause_before(bench: Bench) -> Found:
    with bench.serving(bench.good) as server:
        client = bench.client(server)
        bench.library.read(client)
        slept = sum(bench.slept)
    return Found(f"{slept:g} s before every request" if slept else "none", {"slept": slept})
