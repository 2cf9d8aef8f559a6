"""Faults on purpose, on a port: what a client sees, and the control plane. In process: see test_sandbox_faults_rules."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from uvicorn.protocols.http.h11_impl import H11Protocol

from tests.sandbox.conftest import InProcess
from tests.sandbox.little_venue import Little
from venuekit_sandbox import Sandbox, SandboxServer
from venuekit_sandbox.faults import Fault
from venuekit_sandbox.world import World

ADD = b"POST /little/things HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nthing"
NOW = b"GET /little/api/time HTTP/1.1\r\nHost: x\r\n\r\n"


@dataclass
class Served:
    """A little venue on a port, and its sandbox."""

    url: str
    sandbox: Sandbox
    slept: list[float]

    def add(self, **fault: Any) -> int:
        answer = httpx.post(f"{self.url}/_sandbox/faults", json={"venue": "little"} | fault)
        assert answer.status_code == 200, answer.text
        return int(answer.json()["id"])

    def raw(self, request: bytes) -> tuple[bytes, str]:
        """What a bare socket gets for one request, and how the connection ends: open, FIN or RST."""
        place = urlsplit(self.url)
        with socket.create_connection((place.hostname, place.port), timeout=60) as connection:
            connection.sendall(request)
            got = b""
            try:
                while True:
                    part = connection.recv(65536)
                    if not part:
                        return got, "FIN"
                    got += part
                    if _complete(got):
                        return got, "open"
            except ConnectionResetError:
                return got, "RST"

    def things(self) -> int:
        little = self.sandbox.venues["little"]
        assert isinstance(little, Little)
        return len(little.memory.things)


def _complete(got: bytes) -> bool:
    head, end, body = got.partition(b"\r\n\r\n")
    return bool(end) and len(body) >= _length(head)


def _length(head: bytes) -> int:
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    assert len(lengths) == 1
    return int(lengths[0].split(b":")[1])


def _made() -> tuple[Sandbox, list[float]]:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    sandbox = Sandbox(world=World(sleep=sleep), venues=[Little])
    sandbox.world.clock.freeze()
    return sandbox, slept


@pytest.fixture(scope="module", params=["fast", "plain"])
def server(request: pytest.FixtureRequest) -> Iterator[tuple[SandboxServer, list[float]]]:
    """On uvloop and httptools, where they are, and on what is everywhere: asyncio and h11."""
    sandbox, slept = _made()
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "plain":
            patch.setitem(sys.modules, "uvloop", None)
            patch.setattr("venuekit_sandbox.server.AutoHTTPProtocol", H11Protocol)
        with SandboxServer(sandbox=sandbox) as server:
            yield server, slept


@pytest.fixture
def served(server: tuple[SandboxServer, list[float]]) -> Served:
    running, slept = server
    running.sandbox.reset()
    running.sandbox.world.clock.freeze()
    slept.clear()
    return Served(running.url, running.sandbox, slept)


# effects


def test_a_reset_before_leaves_no_byte_and_no_trace_in_the_venue(served: Served) -> None:
    served.add(operation="addThing", effect="reset", moment="before", times=1)
    assert served.raw(ADD) == (b"", "RST")
    assert served.things() == 0
    assert served.raw(ADD)[1] == "open"
    assert served.things() == 1


def test_a_reset_after_leaves_no_byte_but_the_venue_has_dealt_with_it(served: Served) -> None:
    served.add(operation="addThing", effect="reset", moment="after", times=1)
    assert served.raw(ADD) == (b"", "RST")
    assert served.things() == 1
    (entry,) = served.sandbox.world.journal.entries()
    assert (entry.status, entry.fault and entry.fault.effect) == (None, "reset")


def test_a_reset_ends_a_kept_connection_and_the_next_one_works(served: Served) -> None:
    with httpx.Client(base_url=f"{served.url}/little", timeout=60) as client:
        assert client.post("/things", content=b"a").status_code == 201
        served.add(effect="reset", times=1)
        with pytest.raises(httpx.TransportError):
            client.post("/things", content=b"b")
        assert client.post("/things", content=b"c").status_code == 201
    assert served.things() == 2


def test_a_truncated_answer_promises_more_than_it_sends(served: Served) -> None:
    whole, _ = served.raw(ADD)
    served.sandbox.reset()
    served.add(effect="truncate")
    got, end = served.raw(ADD)
    assert end == "FIN"
    (head, _, body), whole_body = got.partition(b"\r\n\r\n"), whole.partition(b"\r\n\r\n")[2]
    assert head.startswith(b"HTTP/1.1 201 ")
    assert _length(head) == len(whole_body)
    assert body == whole_body[: len(whole_body) // 2] != b""
    assert served.things() == 1


def test_a_truncated_answer_without_a_body_is_a_reset(served: Served) -> None:
    served.add(effect="truncate")
    assert served.raw(b"HEAD /little/api/time HTTP/1.1\r\nHost: x\r\n\r\n") == (b"", "RST")


@pytest.mark.parametrize(("moment", "things"), [("before", 0), ("after", 1)])
def test_a_status_with_headers_and_body(served: Served, moment: str, things: int) -> None:
    body = {"error": "maintenance"}
    served.add(effect="status", status=503, headers={"Retry-After": "7"}, body=body, moment=moment)
    answer = httpx.post(f"{served.url}/little/things", content=b"x")
    assert (answer.status_code, answer.headers["Retry-After"], answer.json()) == (503, "7", body)
    assert answer.headers["Content-Type"] == "application/json"
    assert served.things() == things


@pytest.mark.parametrize(
    ("fault", "kind", "text"),
    [
        ({"status": 500, "body": "oops"}, "text/plain; charset=utf-8", "oops"),
        ({"status": 200, "body": "<a/>", "headers": {"content-type": "text/xml"}}, "text/xml", "<a/>"),
        ({"status": 204}, None, ""),
    ],
)
def test_bodies_of_a_status(served: Served, fault: dict[str, object], kind: str | None, text: str) -> None:
    served.add(effect="status", **fault)
    answer = httpx.get(f"{served.url}/little/api/time")
    assert (answer.status_code, answer.headers.get("Content-Type"), answer.text) == (
        fault["status"],
        kind,
        text,
    )


@pytest.mark.parametrize("status", [None, 403, 520])
def test_a_page_of_a_firewall(served: Served, status: int | None) -> None:
    served.add(effect="html", **({} if status is None else {"status": status}))
    answer = httpx.post(f"{served.url}/little/things", content=b"x")
    assert answer.status_code == (status or 502)
    assert answer.headers["Content-Type"].startswith("text/html")
    assert answer.headers["Server"] == "cloudflare"
    assert answer.text.startswith("<!DOCTYPE html>") and "Cloudflare" in answer.text
    assert served.things() == 0


def test_a_rate_limit_says_when_to_come_back(served: Served) -> None:
    served.add(effect="rate_limit", seconds=30)
    answer = httpx.post(f"{served.url}/little/things", content=b"x")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "30")
    assert served.things() == 0


@pytest.mark.parametrize(
    ("venue", "header"),
    [("rabbitx", "X-RateLimit-Retry-After"), ("nebulaecn", "Retry-After"), ("tradelocker", "Retry-After")],
)
def test_a_rate_limit_has_the_words_of_its_venue(sandbox: Sandbox, venue: str, header: str) -> None:
    sandbox.world.faults.add(Fault(venue=venue, effect="rate_limit"))
    with httpx.Client(transport=InProcess(sandbox.app), base_url="http://sandbox") as client:
        answer = client.get(f"/{venue}/anything")
    assert (answer.status_code, answer.headers[header]) == (429, "1")
    assert answer.json()


def test_latency_waits_first_and_then_goes_ahead(served: Served) -> None:
    served.add(effect="latency", seconds=2.5)
    assert served.raw(ADD)[0].startswith(b"HTTP/1.1 201 ")
    assert served.slept == [2.5]


@pytest.mark.parametrize("seconds", [3600, -3600])
def test_a_skewed_venue_is_off_in_its_answers_and_in_its_date(served: Served, seconds: int) -> None:
    now = served.sandbox.world.clock.now()
    served.add(effect="skew", seconds=seconds, operation="getTime")
    answer = httpx.get(f"{served.url}/little/api/time")
    assert answer.json()["now"] == now + seconds
    assert parsedate_to_datetime(answer.headers["Date"]).timestamp() == int(now + seconds)
    other = httpx.get(f"{served.url}/_sandbox/clock")
    assert other.json()["now"] == now
    assert parsedate_to_datetime(other.headers["Date"]).timestamp() == int(now)


# the control plane


def test_rules_are_listed_and_taken_out(served: Served) -> None:
    first = served.add(effect="html", status=403, times=1)
    second = served.add(operation="getTime", effect="latency", seconds=1)
    served.raw(NOW)
    faults = f"{served.url}/_sandbox/faults"
    assert httpx.get(faults).json() == {
        "seed": 0,
        "faults": [
            {
                "id": first,
                "venue": "little",
                "effect": "html",
                "status": 403,
                "times": 1,
                "calls": 1,
                "fired": 1,
            },
            {
                "id": second,
                "venue": "little",
                "operation": "getTime",
                "effect": "latency",
                "seconds": 1.0,
                "calls": 1,
                "fired": 0,
            },
        ],
    }
    assert [rule["id"] for rule in httpx.delete(f"{faults}/{first}").json()["faults"]] == [second]
    gone = httpx.delete(f"{faults}/{first}")
    assert (gone.status_code, list(gone.json())) == (404, ["error"])
    assert httpx.delete(faults).json() == {"seed": 0, "faults": []}
    assert served.raw(NOW)[1] == "open"
    assert served.slept == []
