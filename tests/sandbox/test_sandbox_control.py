"""The control plane, the server on a real port, and the package itself."""

from __future__ import annotations

import base64
import socket
import subprocess
import sys
from collections.abc import Callable

import httpx
import pytest

import venuekit_sandbox
from venuekit_sandbox import Sandbox, SandboxServer

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
        "import venuekit_sandbox.app, venuekit_sandbox.server\n"
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
