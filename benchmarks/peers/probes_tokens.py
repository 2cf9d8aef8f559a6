"""Rows about tokens that end, and about secrets."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from benchmarks.peers.library import BODY_SECRET, QUERY_SECRET
from benchmarks.peers.rows import OUTSIDE, Bench, Found, Rows, attempt, logged, shown, together
from benchmarks.peers.server import Answer, Server

TOKENS = Rows("Tokens")
SECRETS = Rows("Secrets")
_THREADS, _PROCESSES = 8, 4


def _refreshes(bench: Bench, server: Server) -> int:
    return sum(bench.library.is_refresh(request) for request in [*server.before, *server.arrived])


def _fetched(count: int) -> str:
    return "1 refresh" if count == 1 else f"{count} refreshes"


@TOKENS(
    f"{_THREADS} threads with one client and an expired token", "token requests counted; each takes 0.3 s"
)
def refresh_threads(bench: Bench) -> Found:
    with bench.serving(bench.good) as server:
        client = bench.library.token_client(server.url, bench.folder)
        server.pause = 0.3
        errors = together(_THREADS, lambda _: bench.library.token_read(client))
        count = _refreshes(bench, server)
    failed = f", {len(errors)} calls fail" if errors else ""
    return Found(f"{_fetched(count)}{failed}", {"refreshes": count, "failed": len(errors)})


@TOKENS(f"{_PROCESSES} processes with one expired token", "the same in processes, which share a folder")
def refresh_processes(bench: Bench) -> Found:
    with bench.serving(bench.good) as server:
        bench.library.token_client(server.url, bench.folder)
        server.before.clear()
        server.pause = 0.5
        command = [sys.executable, "-m", "benchmarks.peers.probe", bench.library.name]
        command += ["--token-call", server.url, str(bench.folder)]
        processes = [
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            for _ in range(_PROCESSES)
        ]
        for process in processes:
            assert process.stdout is not None and process.stdout.readline() == "ready\n"
        ended = []
        for process in processes:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        for process in processes:
            process.communicate()
            ended.append(process.returncode)
        count = _refreshes(bench, server)
    assert not any(ended), ended
    return Found(_fetched(count), {"refreshes": count})


@TOKENS(
    "a token that has ended by the venue's clock",
    "the server's `Date` is an hour ahead, the token has 50 minutes left here; two reads",
)
def fast_clock(bench: Bench) -> Found:
    with bench.serving(bench.good) as server:
        server.ahead = 3600.0
        client = bench.library.skewed_client(server.url, bench.folder)
        bench.library.token_read(client)
        first = _refreshes(bench, server)
        bench.library.token_read(client)
        count = _refreshes(bench, server) - first
    result = "renewed after the first answer" if count else "not noticed"
    return Found(result, {"first read": first, "second read": count})


def _secret_in(bench: Bench, text: str) -> bool:
    return any(secret in text for secret in bench.library.secrets)


@SECRETS(
    "the credential in `repr(client)` and of what it holds",
    "repr of the client and of each public attribute that is an object",
)
def secret_repr(bench: Bench) -> Found:
    with bench.serving(bench.good) as server:
        client = bench.client(server)
        places = {"client": client}
        for name in dir(client):
            value = None if name.startswith("_") else attempt(lambda name=name: getattr(client, name))[0]  # type: ignore[misc]
            # A text or a mapping of headers is what was asked for by name.
            if value is not None and not callable(value) and not isinstance(value, str | dict):
                places[f"client.{name}"] = value
        found = [name for name, value in places.items() if _secret_in(bench, repr(value))]
    return Found(
        f"in clear in `repr({found[0]})`" if found else "not shown",
        {"looked at": len(places), "found": found},
    )


@SECRETS(
    "a credential that a refusal repeats",
    "401 whose message has the credential: str, repr and traceback of the exception",
)
def secret_error(bench: Bench) -> Found:
    secret = bench.library.secrets[0]
    told = f"Incorrect key provided: {secret}"
    with bench.serving(Answer(401, {"error": {"message": told}, "message": told, "detail": told})) as server:
        client = bench.client(server, retries=False)
        _, error = attempt(lambda: bench.library.read(client))
    assert error is not None
    found = [name for name, text in shown(error).items() if secret in text]
    return Found(f"in clear in {found[0]}" if found else "not shown", {"found": found})


def _in_log(bench: Bench, call: Callable[[Any], Any], secret: str, answer: Answer) -> Found:
    with bench.serving(answer) as server, logged() as records:
        client = bench.client(server)
        attempt(lambda: call(client))
        assert any(request.holds(secret) for request in [*server.arrived, *server.before]), "it was not sent"
    found = sorted({(-level, name) for level, name, text in records if secret in text})
    evidence: dict[str, object] = {"records": len(records), "loggers": [name for _, name in found]}
    if not found:
        return Found("not logged", evidence)
    level, name = found[0]
    return Found(f"in clear at {logging.getLevelName(-level)} by `{name}`", evidence)


@SECRETS("the credential in logs", "all loggers at DEBUG during a GET")
def log_credential(bench: Bench) -> Found:
    return _in_log(bench, bench.library.read, bench.library.secrets[0], bench.good)


@SECRETS("what a POST carries, in logs", "all loggers at DEBUG during a POST with a seeded text in its body")
def log_body(bench: Bench) -> Found:
    return _in_log(bench, bench.library.write, BODY_SECRET, Answer(body=bench.library.write_body))


@SECRETS("a secret in the query of a URL, in logs", "all loggers at DEBUG; the highest level that has it")
def log_query(bench: Bench) -> Found:
    return _in_log(bench, bench.library.query_secret, QUERY_SECRET, bench.good)


def _redirected(bench: Bench, call: Callable[[Any], Any]) -> Found:
    with bench.serving(bench.good) as other:
        there = Answer(307, {}, (("Location", f"http://localhost:{other.port}/there"),))
        with bench.serving(there) as server:
            client = bench.client(server, retries=False)
            _, error = attempt(lambda: call(client))
        arrived = list(other.arrived)
    if not arrived:
        return Found(f"not followed: {bench.named(error)}", {"raised": bench.named(error)})
    leaked = sorted(name for name, value in arrived[0].headers.items() if _secret_in(bench, value))
    evidence: dict[str, object] = {"followed": len(arrived), "headers with the credential": leaked}
    carried = [f"the credential in `{name}`" for name in leaked]
    carried += ["the body"] if arrived[0].holds(BODY_SECRET) else []
    return Found(
        f"followed, with {' and '.join(carried)}" if carried else "followed, without the credential", evidence
    )


@SECRETS("a GET that is redirected to another host", "307 from 127.0.0.1 to localhost: what arrives there")
def redirected_get(bench: Bench) -> Found:
    return _redirected(bench, bench.library.read)


@SECRETS("a POST that is redirected to another host", "the same")
def redirected_post(bench: Bench) -> Found:
    return _redirected(bench, bench.library.write)


@SECRETS(
    "plain http to another host",
    "a base URL of `http://` and a name that is not loopback (it leads there): what arrives",
)
def plain_http(bench: Bench) -> Found:
    with bench.serving(bench.good) as server:
        url = f"http://{OUTSIDE}:{server.port}"
        _, error = attempt(lambda: bench.library.read(bench.library.make(url)))
        arrived = [*server.before, *server.arrived]
    if not arrived:
        return Found(f"refused: {bench.named(error)}", {"raised": bench.named(error)})
    leaked = any(request.holds(secret) for request in arrived for secret in bench.library.secrets)
    return Found("sent, with the credential" if leaked else "sent", {"arrived": len(arrived)})


def token_call(bench: Bench, url: str) -> None:
    """One process of `refresh_processes`: get ready, wait for a line, read."""
    client = bench.library.token_client(url, bench.folder)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    bench.library.token_read(client)
