"""The control plane, the server on a real port, and the package itself."""

from __future__ import annotations

import base64
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import anyio.to_thread
import httpx
import pytest

import venuekit_sandbox
from tests.docs.pages import table
from tests.sandbox.conftest import InProcess
from tests.sandbox.little_venue import Little
from venuekit_sandbox import Sandbox, SandboxServer
from venuekit_sandbox.world import World

Connect = Callable[[str], httpx.Client]


def test_health_names_the_five_venues(control: httpx.Client) -> None:
    answer = control.get("/health").json()
    assert answer == {"status": "ok", "venues": ["rabbitx", "stokn", "nebulaecn", "tradelocker", "t4"]}


def test_clock_can_be_frozen_advanced_and_thawed(control: httpx.Client, sandbox: Sandbox) -> None:
    start = control.get("/clock").json()
    assert start == {"now": sandbox.world.clock.now(), "frozen": True}
    assert control.post("/clock", json={"advance": 90.5}).json()["now"] == start["now"] + 90.5
    assert control.post("/clock", json={"freeze": start["now"] + 1000}).json()["now"] == start["now"] + 1000
    assert control.post("/clock", json={"thaw": True}).json()["frozen"] is False


@pytest.mark.parametrize(
    "body",
    [
        b"{}",
        b"[]",
        b"nonsense",
        b'{"advance": -1}',
        b'{"advance": "1"}',
        b'{"advance": true}',
        b'{"advance": NaN}',
        b'{"advance": 1e999}',
        b'{"advance": 1e300}',
        b'{"freeze": 1e300}',
        b'{"freeze": 1}',
        b'{"thaw": false}',
        b'{"advance": 1, "thaw": true}',
    ],
)
def test_clock_refuses_nonsense(control: httpx.Client, sandbox: Sandbox, body: bytes) -> None:
    before = sandbox.world.clock.now()
    answer = control.post("/clock", content=body)
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert sandbox.world.clock.now() == before


def test_outbox_is_filtered_and_ordered(control: httpx.Client, sandbox: Sandbox) -> None:
    for number, (venue, to) in enumerate([("stokn", "+1"), ("nebulaecn", "a@b.cd"), ("stokn", "+2")]):
        sandbox.world.outbox.send(
            venue=venue,
            kind="email" if "@" in to else "sms",
            to=to,
            subject="s",
            text="t",
            code=str(number),
            at=1.5,
        )

    def codes(**query: str) -> list[str]:
        return [message["code"] for message in control.get("/outbox", params=query).json()["messages"]]

    assert codes() == ["0", "1", "2"]
    assert codes(venue="stokn") == ["0", "2"]
    assert codes(venue="stokn", to="+2") == ["2"]
    assert codes(kind="email") == ["1"]
    assert codes(to="nobody") == []
    assert control.get("/outbox", params={"to": "+1"}).json()["messages"][0] == {
        "id": 1,
        "venue": "stokn",
        "kind": "sms",
        "to": "+1",
        "subject": "s",
        "text": "t",
        "code": "0",
        "at": 1.5,
    }


def test_reset_forgets_and_seeds(control: httpx.Client, connect: Connect, sandbox: Sandbox) -> None:
    trade = connect("/tradelocker/backend-api")
    demo = {"email": "demo@example.com", "password": "sandbox-password", "server": "SANDBOX"}
    made = {"email": "else@example.com", "password": "p", "server": "S"}
    assert control.post("/tradelocker/logins", json=made).status_code == 200
    control.post("/clock", json={"advance": 1e6})
    sandbox.world.outbox.send(venue="stokn", kind="sms", to="+1", subject="", text="", code="", at=0)

    assert control.post("/reset").status_code == 200

    assert trade.post("/auth/jwt/token", json=made).status_code == 403
    assert trade.post("/auth/jwt/token", json=demo).status_code == 201
    assert control.get("/outbox").json() == {"messages": []}
    assert control.get("/clock").json()["frozen"] is False


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/stokn/kyc", {"email": "nobody@example.com", "verdict": "approved"}),
        ("/stokn/activate", {"email": "nobody@example.com"}),
        ("/stokn/activate", {"accountId": "nothing"}),
        ("/t4/enable", {"username": "nobody"}),
        ("/t4/disable", {"username": "nobody"}),
        ("/tradelocker/revoke", {"email": "nobody@example.com", "server": "SANDBOX"}),
        ("/rabbitx/secrets", {"wallet": "0x" + "00" * 20}),
        ("/nebulaecn/kyc", {"email": "nobody@example.com", "verdict": "approved"}),
    ],
)
def test_unknown_applicants_are_404(control: httpx.Client, path: str, body: dict[str, str]) -> None:
    answer = control.post(path, json=body)
    assert answer.status_code == 404
    assert list(answer.json()) == ["error"]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/stokn/kyc", {"email": "nobody@example.com", "verdict": "perhaps"}),
        ("/stokn/activate", {}),
        ("/t4/enable", {"username": 7}),
        (
            "/tradelocker/logins",
            {"email": "a", "password": "b", "server": "c", "accounts": [{"balance": "much"}]},
        ),
        ("/tradelocker/logins", {"email": "a", "password": "b", "server": "c", "accounts": ["x"]}),
        (
            "/tradelocker/logins",
            {"email": "a", "password": "b", "server": "c", "accounts": [{"colour": "red"}]},
        ),
        ("/rabbitx/switches", {"no_such_switch": True}),
        ("/rabbitx/switches", {"rate_limits": "yes"}),
    ],
)
def test_malformed_control_requests_are_400(control: httpx.Client, path: str, body: object) -> None:
    assert control.post(path, json=body).status_code == 400


def little() -> httpx.Client:
    """A client of a sandbox of one little venue."""
    sandbox = Sandbox(venues=[Little])
    return httpx.Client(transport=InProcess(sandbox.app), base_url="http://sandbox")


def test_the_index_lists_every_call_and_the_venues() -> None:
    with little() as client:
        index = client.get("/_sandbox/").json()
        assert index["venues"] == [
            {"name": "little", "path": "/little", "operations": ["addThing", "getThing", "getTime"]}
        ]
        calls = {(call["method"], call["path"]): call for call in index["calls"]}
        assert len(calls) == len(index["calls"])
        assert calls["POST", "/_sandbox/little/empty"]["meaning"] == "Forgets the things."
        assert all(call.keys() == {"method", "path", "body", "meaning"} for call in index["calls"])
        for method, path in calls:
            assert client.request(method, path).status_code in (200, 400, 404), path
            assert client.request("PATCH", path).status_code == 405, path


def test_the_page_lists_every_call_of_the_control_plane() -> None:
    with little() as client:
        calls = client.get("/_sandbox/").json()["calls"]
    said = {row[0]: row[1:] for row in table("docs/sandbox-control.md", "## Calls")}
    real = {f"{c['method']} {c['path']}": c for c in calls if not c["path"].startswith("/_sandbox/little/")}
    assert list(said) == list(real)
    for name, call in real.items():
        assert said[name] == [call["body"].replace("`", ""), call["meaning"].replace("`", "")], name


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nothing", 404), ("PUT", "/clock", 405)])
def test_what_is_no_call_is_told_in_json(control: httpx.Client, method: str, path: str, status: int) -> None:
    answer = control.request(method, path)
    assert (answer.status_code, list(answer.json())) == (status, ["error"])


def test_many_are_seeded_at_once() -> None:
    with little() as client:
        things = [{"thing": f"t{number}"} for number in range(3)]
        assert client.post("/_sandbox/seed", json={"little": things}).json() == {"made": {"little": things}}
        assert client.get("/little/things/2").json() == {"thing": "t2"}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"other": []}, "other:"),
        ({"little": {}}, "little:"),
        ({"little": ["x"]}, "little:"),
        ({"little": [{"thing": "a"}, {"thing": 7}]}, "little.1.thing:"),
        ({"little": [{"thing": "a"}, {"thing": "a"}]}, "little.1.thing:"),
        ([], ""),
    ],
)
def test_malformed_seeds_are_refused_by_the_name_of_the_field(body: object, told: str) -> None:
    with little() as client:
        answer = client.post("/_sandbox/seed", json=body)
        assert answer.status_code == 400
        assert answer.json()["error"].startswith(told)


def test_ids_of_messages_go_on_after_a_reset(sandbox: Sandbox) -> None:
    def send() -> int:
        return sandbox.world.outbox.send(
            venue="t4", kind="sms", to="+1", subject="", text="", code="", at=0
        ).id

    first = send()
    sandbox.reset()
    assert send() == first + 1


def test_calls_in_flight_finish_when_the_server_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    # However slow the machine is.
    monkeypatch.setattr("venuekit_sandbox.server._GRACE_SECONDS", 300)
    monkeypatch.setattr("venuekit_sandbox.server._STOP_SECONDS", 300)
    entered, release = threading.Event(), threading.Event()

    async def sleep(seconds: float) -> None:
        entered.set()
        await anyio.to_thread.run_sync(release.wait)

    server = SandboxServer(sandbox=Sandbox(world=World(sleep=sleep), venues=[Little])).start()
    url = server.url
    with ThreadPoolExecutor() as threads:
        call = threads.submit(
            httpx.post, f"{url}/little/things", json={"to": "ada+slow@example.com"}, timeout=300
        )
        assert entered.wait(300)
        stopping = threads.submit(server.stop)
        _until_refused(url)
        release.set()
        assert call.result(300).status_code == 201
        stopping.result(300)


def _until_refused(url: str) -> None:
    """New connections are not taken any more: the server is stopping."""
    while True:
        try:
            httpx.get(f"{url}/_sandbox/health", timeout=5)
        except httpx.TransportError:
            return


def test_server_on_a_free_port() -> None:
    with SandboxServer() as server:
        assert server.url.startswith("http://127.0.0.1:")
        assert not server.url.endswith("/")
        assert httpx.get(f"{server.url}/_sandbox/health").json()["status"] == "ok"
        token = httpx.post(
            f"{server.url}/tradelocker/backend-api/auth/jwt/token",
            json={"email": "demo@example.com", "password": "sandbox-password", "server": "SANDBOX"},
        )
        assert token.status_code == 201
        url = server.url
    with pytest.raises(RuntimeError):
        _ = server.url
    with pytest.raises(httpx.TransportError):
        httpx.get(f"{url}/_sandbox/health")


def test_server_can_start_again_with_its_state(sandbox: Sandbox) -> None:
    server = SandboxServer(sandbox=sandbox)
    with server:
        httpx.post(f"{server.url}/_sandbox/clock", json={"advance": 50})
    with server, pytest.raises(RuntimeError):
        server.start()
    with server:
        assert httpx.get(f"{server.url}/_sandbox/clock").json()["now"] == sandbox.world.clock.now()
    server.stop()


def test_taken_port_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError):
            SandboxServer(port=taken.getsockname()[1]).start()


def test_exports() -> None:
    assert venuekit_sandbox.__all__ == ["Sandbox", "SandboxServer"]
    assert venuekit_sandbox.Sandbox is Sandbox
    with pytest.raises(AttributeError):
        _ = venuekit_sandbox.Nothing


def test_import_is_light_and_knows_no_client() -> None:
    code = (
        "import sys, venuekit_sandbox\n"
        "assert not {'uvicorn', 'starlette', 'eth_account'} & set(sys.modules)\n"
        "venuekit_sandbox.SandboxServer().start().stop()\n"
        "assert 'eth_account' not in sys.modules\n"
        "print(sorted(m for m in sys.modules"
        " if m.split('.')[0] in ('venuekit', 'venuekit_clients', 'httpx')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


HOSTILE = [
    b"[" * 100_000,
    b'{"a": [1, "]]]"], "b":' * 60_000,
    b'{"a":' * 100_000,
    b'{"email": "\\ud800"}',
    b'{"email": NaN}',
    b"\xff\xfe",
    b'"' + b"a" * 99,
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(
    "path",
    [
        "/rabbitx/onboarding",
        "/stokn/v1/user/login",
        "/stokn/oauth2/token",
        "/tradelocker/backend-api/auth/jwt/token",
        "/t4/login",
        "/_sandbox/stokn/activate",
        "/_sandbox/clock",
    ],
)
def test_hostile_bodies_are_refused(connect: Connect, path: str, hostile: bytes) -> None:
    headers = {"Content-Type": "application/json", "RBT-TS": "9" * 10}
    answer = connect("").post(path, content=hostile, headers=headers)
    assert 400 <= answer.status_code < 500


def test_brackets_in_texts_are_no_nesting(connect: Connect) -> None:
    login = {"email": '[{"\\' * 300, "password": "[" * 300, "server": "}"}
    answer = connect("/tradelocker/backend-api").post("/auth/jwt/token", json=login)
    assert answer.status_code == 403  # read, and nobody's


def test_hostile_tokens_are_refused(connect: Connect) -> None:
    header = base64.urlsafe_b64encode(b"[" * 60_000).decode()
    for token in (f"{header}.e30.x", "a.b.c", "..", "\u00ff"):
        answer = connect("/rabbitx").get("/account", headers={b"RBT-JWT": token.encode()})
        assert answer.status_code == 401
