"""Faults on purpose, in process: a dropped connection, when a rule holds, and rules that are refused."""

from __future__ import annotations

import json
from collections.abc import Iterator

import httpx
import pytest

from tests.sandbox.conftest import InProcess
from tests.sandbox.little_venue import Little
from venuekit_sandbox import Sandbox
from venuekit_sandbox.faults import ConnectionDropped, Fault


@pytest.fixture
def inside() -> Iterator[tuple[httpx.Client, Sandbox]]:
    """A client without a socket, and its sandbox, whose clock stands still."""
    sandbox = Sandbox(venues=[Little])
    sandbox.world.clock.freeze()
    with httpx.Client(transport=InProcess(sandbox.app), base_url="http://sandbox") as client:
        yield client, sandbox


@pytest.mark.parametrize("effect", ["reset", "truncate"])
def test_in_process_a_dropped_connection_has_a_name(
    inside: tuple[httpx.Client, Sandbox], effect: str
) -> None:
    client, sandbox = inside
    sandbox.world.faults.add(Fault(venue="little", effect=effect, times=1))  # type: ignore[arg-type]
    with pytest.raises(ConnectionDropped):
        client.post("/little/things", content=b"x")
    assert client.post("/little/things", content=b"x").status_code == 201
    assert [entry.status for entry in sandbox.world.journal.entries()] == [None, 201]


# when


def _statuses(client: httpx.Client, count: int) -> list[int]:
    return [client.get("/little/api/time").status_code for _ in range(count)]


def test_the_nth_call_the_first_times_and_in_turn(inside: tuple[httpx.Client, Sandbox]) -> None:
    client, sandbox = inside
    faults = sandbox.world.faults
    faults.add(Fault(venue="little", effect="status", status=500, nth=3))
    assert _statuses(client, 4) == [200, 200, 500, 200]
    faults.clear()
    faults.add(Fault(venue="little", effect="status", status=501, times=2))
    faults.add(Fault(venue="little", effect="status", status=502, times=1))
    assert _statuses(client, 4) == [501, 501, 502, 200]
    assert [(rule.calls, rule.fired) for rule in faults.all()] == [(4, 2), (4, 1)]


def test_only_calls_of_the_operation_count(inside: tuple[httpx.Client, Sandbox]) -> None:
    client, sandbox = inside
    sandbox.world.faults.add(Fault(venue="little", operation="getThing", effect="status", status=500, nth=2))
    client.post("/little/things", content=b"x")
    answers = [
        client.get(path).status_code for path in ("/little/things/0", "/little/api/time", "/little/else")
    ]
    assert answers == [200, 200, 404]
    assert client.get("/little/things/7").status_code == 500


def test_without_an_operation_every_call_of_the_venue_counts(inside: tuple[httpx.Client, Sandbox]) -> None:
    client, sandbox = inside
    sandbox.world.faults.add(Fault(venue="little", effect="status", status=500))
    assert client.get("/little/else").status_code == 500
    assert client.get("/elsewhere").status_code == 404
    assert client.get("/_sandbox/health").status_code == 200


def test_chance_repeats_with_the_same_seed_and_follows_it(inside: tuple[httpx.Client, Sandbox]) -> None:
    client, _ = inside

    def run(seed: int, *, others: bool = False) -> list[int]:
        client.post("/_sandbox/reset")
        client.post("/_sandbox/faults/seed", json={"seed": seed})
        half = {
            "venue": "little",
            "operation": "getTime",
            "effect": "status",
            "status": 500,
            "probability": 0.5,
        }
        client.post("/_sandbox/faults", json=half)
        found = []
        for _ in range(40):
            found += _statuses(client, 1)
            if others:
                client.get("/little/things/0")
        return found

    first = run(1)
    assert set(first) == {200, 500}
    assert run(1) == first
    assert run(1, others=True) == first
    assert run(2) != first


def test_a_probability_of_zero_never_happens(inside: tuple[httpx.Client, Sandbox]) -> None:
    client, sandbox = inside
    sandbox.world.faults.add(Fault(venue="little", effect="status", status=500, probability=0))
    assert set(_statuses(client, 20)) == {200}


# what is refused


@pytest.mark.parametrize(
    ("fault", "field"),
    [
        ({"effect": "reset"}, "venue"),
        ({"venue": 7, "effect": "reset"}, "venue"),
        ({"venue": "other", "effect": "reset"}, "venue"),
        ({"venue": "little"}, "effect"),
        ({"venue": "little", "effect": "flood"}, "effect"),
        ({"venue": "little", "effect": "reset", "operation": "noSuch"}, "operation"),
        ({"venue": "little", "effect": "reset", "moment": "later"}, "moment"),
        ({"venue": "little", "effect": "reset", "colour": "red"}, "colour"),
        ({"venue": "little", "effect": "reset", "status": 500}, "status"),
        ({"venue": "little", "effect": "latency"}, "seconds"),
        ({"venue": "little", "effect": "latency", "seconds": -1}, "seconds"),
        ({"venue": "little", "effect": "latency", "seconds": 1e308}, "seconds"),
        ({"venue": "little", "effect": "skew", "seconds": "1"}, "seconds"),
        ({"venue": "little", "effect": "skew", "seconds": 1, "moment": "after"}, "moment"),
        ({"venue": "little", "effect": "status"}, "status"),
        ({"venue": "little", "effect": "status", "status": 99}, "status"),
        ({"venue": "little", "effect": "status", "status": True}, "status"),
        ({"venue": "little", "effect": "status", "status": 204, "body": "x"}, "body"),
        ({"venue": "little", "effect": "status", "status": 500, "headers": {"a b": "c"}}, "headers"),
        ({"venue": "little", "effect": "status", "status": 500, "headers": {"a": "b\r\nc: d"}}, "headers"),
        (
            {"venue": "little", "effect": "status", "status": 500, "headers": {"Content-Length": "1"}},
            "headers",
        ),
        ({"venue": "little", "effect": "html", "status": 200}, "status"),
        ({"venue": "little", "effect": "reset", "probability": 1.5}, "probability"),
        ({"venue": "little", "effect": "reset", "nth": 0}, "nth"),
        ({"venue": "little", "effect": "reset", "times": 0}, "times"),
        ({"venue": "little", "effect": "reset", "nth": 1, "times": 1}, "nth"),
    ],
)
def test_a_malformed_rule_is_refused_by_the_name_of_its_field(
    inside: tuple[httpx.Client, Sandbox], fault: dict[str, object], field: str
) -> None:
    client, sandbox = inside
    answer = client.post("/_sandbox/faults", content=json.dumps(fault))
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(f"{field}:")
    assert sandbox.world.faults.all() == []


@pytest.mark.parametrize("body", [{"seed": "1"}, {"seed": 1.5}, {"seed": True}, {}])
def test_a_malformed_seed_is_refused(inside: tuple[httpx.Client, Sandbox], body: dict[str, object]) -> None:
    answer = inside[0].post("/_sandbox/faults/seed", json=body)
    assert (answer.status_code, answer.json()["error"].partition(":")[0]) == (400, "seed")
