"""The journal: what was called, without anything secret or personal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.sandbox.conftest import InProcess
from tests.sandbox.little_venue import Little
from venuekit_sandbox import Sandbox, magic
from venuekit_sandbox.journal import Journal
from venuekit_sandbox.world import World

SECRET = "s3cret-value"


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def sandbox(slept: list[float]) -> Sandbox:
    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    sandbox = Sandbox(world=World(sleep=sleep, journal=Journal(capacity=5)), venues=[Little])
    sandbox.world.clock.freeze()
    return sandbox


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(transport=InProcess(sandbox.app), base_url="http://sandbox") as client:
        yield client


def entries(client: httpx.Client, **filters: object) -> list[dict[str, Any]]:
    answer = client.get("/_sandbox/journal", params={name: str(value) for name, value in filters.items()})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["entries"]
    return found


def test_an_entry_says_everything_but_values(client: httpx.Client, sandbox: Sandbox) -> None:
    client.post("/little/things?colour=red", json={"email": "ada@example.com", "password": SECRET})
    (entry,) = entries(client)
    assert entry.pop("ms") >= 0
    assert entry.pop("id") >= 1
    assert entry == {
        "at": sandbox.world.clock.now(),
        "venue": "little",
        "operation": "addThing",
        "method": "POST",
        "path": "/little/things?colour=red",
        "status": 201,
        "fault": None,
        "magic": [],
        "content_type": "application/json",
        "fields": ["email", "password"],
        "error": None,
    }


@pytest.mark.parametrize(
    ("path", "venue", "operation"),
    [
        ("/little/things/3", "little", "getThing"),
        ("/little/api/time", "little", "getTime"),
        ("/little/no/such", "little", None),
        ("/nowhere/at/all", None, None),
    ],
)
def test_calls_are_named(client: httpx.Client, path: str, venue: str | None, operation: str | None) -> None:
    client.get(path)
    (entry,) = entries(client)
    assert (entry["venue"], entry["operation"], entry["path"]) == (venue, operation, path)


def test_the_control_plane_is_not_in_it(client: httpx.Client) -> None:
    client.get("/_sandbox/health")
    assert entries(client) == []


def test_refusals_keep_their_body_without_addresses(client: httpx.Client) -> None:
    client.get("/little/things/9")
    client.get("/little/else")
    assert [entry["error"] for entry in entries(client)] == [
        {"error": "no such thing", "who": "***"},
        "no such path",
    ]


def test_the_fault_that_happened_is_in_it(client: httpx.Client) -> None:
    fault = {"venue": "little", "effect": "status", "status": 503, "body": "later"}
    number = client.post("/_sandbox/faults", json=fault).json()["id"]
    client.get("/little/api/time")
    (entry,) = entries(client)
    assert (entry["status"], entry["fault"], entry["error"]) == (
        503,
        {"id": number, "effect": "status"},
        "later",
    )


@pytest.mark.parametrize(
    ("sent", "fields", "kind"),
    [
        ({"json": {"a": {"b": SECRET}, SECRET * 5: 1}}, ["a", "***"], "application/json"),
        ({"json": [SECRET]}, [], "application/json"),
        ({"data": {"code": SECRET, "user[]": "x"}}, ["code", "user[]"], "application/x-www-form-urlencoded"),
        (
            {"content": SECRET, "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
            [],
            "application/x-www-form-urlencoded",
        ),
        (
            {"files": {"upload": (SECRET, SECRET.encode())}, "data": {"doc_type": SECRET}},
            ["doc_type", "upload"],
            "multipart/form-data",
        ),
        ({"content": SECRET}, [], None),
        ({"content": b'{"a":' * 100_000}, [], None),
        ({"content": b'{"a": 1}'}, ["a"], None),
    ],
)
def test_bodies_are_known_by_the_names_of_their_fields(
    client: httpx.Client, sent: dict[str, Any], fields: list[str], kind: str | None
) -> None:
    client.post("/little/things", **sent)
    (entry,) = entries(client)
    assert (entry["fields"], entry["content_type"]) == (fields, kind)
    assert SECRET not in str(entry)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("page=2&limit=5", "page=2&limit=5"),
        (f"jwt={SECRET}", "jwt=***"),
        (f"api_KEY={SECRET}&page=2", "api_KEY=***&page=2"),
        ("q=ada%40example.com", "q=***"),
        ("email=ada", "email=***"),
        (SECRET, "***"),
        (f"%6awt={SECRET}", "jwt=***"),
        (f"{SECRET * 5}=1", "***"),
    ],
)
def test_queries_that_look_secret_are_masked(client: httpx.Client, query: str, shown: str) -> None:
    client.get(f"/little/api/time?{query}")
    (entry,) = entries(client)
    assert entry["path"] == f"/little/api/time?{shown}"


def test_addresses_in_the_path_are_masked(client: httpx.Client) -> None:
    client.get("/little/people/ada@example.com/papers")
    assert entries(client)[0]["path"] == "/little/people/***/papers"


def test_entries_are_filtered_and_the_oldest_drop_out(client: httpx.Client) -> None:
    for path in ("/little/else", "/little/api/time", "/little/things/0", "/little/else", "/little/api/time"):
        client.get(path)
    client.get("/nowhere")
    assert [entry["operation"] for entry in entries(client)] == ["getTime", "getThing", None, "getTime", None]
    assert [entry["operation"] for entry in entries(client, venue="little")] == [
        "getTime",
        "getThing",
        None,
        "getTime",
    ]
    assert [entry["status"] for entry in entries(client, operation="getTime")] == [200, 200]
    assert [entry["operation"] for entry in entries(client, status=404)] == ["getThing", None, None]
    third = entries(client)[2]["id"]
    assert [entry["id"] for entry in entries(client, since=third)] == [third + 1, third + 2]
    assert entries(client, venue="other") == []


def test_it_can_be_emptied_and_the_numbers_go_on(client: httpx.Client) -> None:
    client.get("/little/else")
    before = entries(client)[0]["id"]
    assert client.delete("/_sandbox/journal").json() == {"entries": []}
    assert entries(client) == []
    client.get("/little/else")
    assert entries(client)[0]["id"] == before + 1
    client.post("/_sandbox/reset")
    assert entries(client) == []


@pytest.mark.parametrize("query", [{"status": "ok"}, {"since": "1.5"}, {"since": "-"}, {"status": "9" * 30}])
def test_malformed_filters_are_refused_by_name(client: httpx.Client, query: dict[str, str]) -> None:
    answer = client.get("/_sandbox/journal", params=query)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith(f"{next(iter(query))}:")


# magic

TAGGED = "ada+slow@example.com"


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {"person": {"emails": [TAGGED]}}},
        {"json": {"email": "Ada+KYC-Approved+Slow@example.com"}},
        {"content": b'{"email": "ada\\u002bslow\\u0040example.com"}'},
        {"data": {"email": TAGGED}},
        {"data": {"email": TAGGED}, "files": {"upload": b"x"}},
        {"params": {"email": TAGGED}},
    ],
)
def test_a_slow_address_makes_its_calls_slow(
    client: httpx.Client, slept: list[float], sent: dict[str, Any]
) -> None:
    client.post("/little/things", **sent)
    assert slept == [magic.SLOW_SECONDS]
    assert "slow" in entries(client)[0]["magic"]


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {"email": "ada+slowly@example.com", "note": "+slow"}},
        {"json": {"email": "slow@example.com"}},
        {"data": {"email": "ada+kyc-rejected@example.com"}},
        {},
    ],
)
def test_other_calls_are_not_slow(client: httpx.Client, slept: list[float], sent: dict[str, Any]) -> None:
    client.post("/little/things", **sent)
    assert slept == []


def test_the_outcomes_that_were_asked_for_are_in_it(client: httpx.Client) -> None:
    client.post(
        "/little/things", json={"a": "ada+locked+otp-expired@example.com", "b": "eve+taken@example.com"}
    )
    assert entries(client)[0]["magic"] == ["locked", "otp-expired", "taken"]
