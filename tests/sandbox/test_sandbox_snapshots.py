"""Snapshots of the whole sandbox, and the file that keeps one."""

from __future__ import annotations

import json
import os
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.sandbox.conftest import InProcess
from tests.sandbox.little_venue import Little
from venuekit_sandbox import Sandbox
from venuekit_sandbox.snapshots import SnapshotError
from venuekit_sandbox.state_file import StateFile
from venuekit_sandbox.world import World

WAIT_SECONDS = 300


def _second(world: World) -> Little:
    return Little(world, "second")


def _sandbox() -> Sandbox:
    sandbox = Sandbox(venues=[Little, _second])
    sandbox.world.clock.freeze()
    return sandbox


@pytest.fixture
def sandbox() -> Sandbox:
    return _sandbox()


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    with _client(sandbox) as client:
        yield client


def _client(sandbox: Sandbox) -> httpx.Client:
    return httpx.Client(transport=InProcess(sandbox.app), base_url="http://sandbox")


def _fill(sandbox: Sandbox, client: httpx.Client) -> None:
    """Something of everything."""
    for venue in ("little", "second"):
        client.post(f"/{venue}/things", content=venue.encode())
    client.post("/_sandbox/clock", json={"advance": 500})
    client.post("/_sandbox/faults/seed", json={"seed": 9})
    client.post("/_sandbox/faults", json={"venue": "little", "effect": "status", "status": 500, "nth": 3})
    client.get("/little/api/time")
    sandbox.world.outbox.send(
        venue="little", kind="email", to="a@b.cd", subject="s", text="t", code="1", at=1.5
    )


def _seen(client: httpx.Client) -> list[Any]:
    paths = (
        "/_sandbox/clock",
        "/_sandbox/outbox",
        "/_sandbox/faults",
        "/second/things/0",
        "/second/things/1",
    )
    return [client.get(path).json() for path in paths]


def test_a_fresh_sandbox_goes_on_where_the_snapshot_was_taken(sandbox: Sandbox, client: httpx.Client) -> None:
    _fill(sandbox, client)
    before = _seen(client)
    document = client.get("/_sandbox/snapshot").json()
    other = _sandbox()
    with _client(other) as fresh:
        assert _seen(fresh) != before
        assert fresh.post("/_sandbox/restore", json=document).json() == {"status": "ok"}
        assert _seen(fresh) == before
        assert [fresh.get("/little/things/0").status_code for _ in range(2)] == [200, 500]
        assert fresh.get("/_sandbox/outbox", params={"to": "a@b.cd"}).json()["messages"][0]["code"] == "1"
        again = other.world.outbox.send(
            venue="little", kind="sms", to="+1", subject="", text="", code="", at=0
        )
        assert again.id == before[1]["messages"][0]["id"] + 1


def test_restoring_goes_back_in_time(sandbox: Sandbox, client: httpx.Client) -> None:
    before = _seen(client)
    document = sandbox.snapshot()
    _fill(sandbox, client)
    sandbox.restore(document)
    assert _seen(client) == before
    assert len(sandbox.world.journal.entries()) > 0


def test_a_running_clock_keeps_its_distance_to_real_time() -> None:
    sandbox = Sandbox(venues=[Little])
    sandbox.world.clock.advance(1e6)
    document = sandbox.snapshot()
    other = Sandbox(venues=[Little])
    other.restore(document)
    assert not other.world.clock.frozen
    assert other.world.clock.now() == pytest.approx(sandbox.world.clock.now(), abs=WAIT_SECONDS)


BROKEN: list[tuple[str, Callable[[dict[str, Any]], object], str]] = [
    ("no-document", lambda d: d.clear(), "not a snapshot"),
    ("another-format", lambda d: d.update(format="other"), "not a snapshot"),
    ("another-version", lambda d: d.update(version=99), "version"),
    ("no-clock", lambda d: d.pop("clock"), "clock"),
    ("bad-clock", lambda d: d["clock"].update(offset="much"), "clock.*offset"),
    ("bad-outbox", lambda d: d["outbox"].append({"id": 1}), "outbox"),
    ("bad-fault", lambda d: d["faults"]["rules"][0]["fault"].update(effect="flood"), "faults"),
    ("a-venue-less", lambda d: d["venues"].pop("second"), "venues"),
    ("a-venue-more", lambda d: d["venues"].update(third={}), "venues"),
    ("bad-venue", lambda d: d["venues"]["second"].update(things="many"), "venues.second.*things"),
]


@pytest.mark.parametrize(("breaks", "told"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_bad_snapshot_changes_nothing(
    sandbox: Sandbox, client: httpx.Client, breaks: Callable[[dict[str, Any]], object], told: str
) -> None:
    _fill(sandbox, client)
    document = json.loads(json.dumps(sandbox.snapshot()))
    client.post("/_sandbox/empty")
    client.post("/little/things", content=b"later")
    before = sandbox.snapshot()
    breaks(document)
    with pytest.raises(SnapshotError, match=told):
        sandbox.restore(document)
    assert sandbox.snapshot() == before
    answer = client.post("/_sandbox/restore", json=document)
    assert (answer.status_code, list(answer.json())) == (400, ["error"])
    assert sandbox.snapshot() == before


# the file


def test_a_file_is_made_read_again_and_private(
    tmp_path: Path, sandbox: Sandbox, client: httpx.Client
) -> None:
    path = tmp_path / "state.json"
    with StateFile(path).open(sandbox):
        _fill(sandbox, client)
    before = _seen(client)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]
    other = _sandbox()
    with StateFile(path).open(other), _client(other) as fresh:
        assert _seen(fresh) == before


def test_a_change_is_saved_while_it_runs(tmp_path: Path, sandbox: Sandbox, client: httpx.Client) -> None:
    path, saved = tmp_path / "state.json", threading.Event()
    with StateFile(path, delay=0, on_save=saved.set).open(sandbox):
        assert not path.exists()
        client.post("/little/things", content=b"a thing")
        assert saved.wait(WAIT_SECONDS)
        assert json.loads(path.read_text())["venues"]["little"]["things"] == ["a thing"]


def test_it_is_saved_even_when_something_goes_wrong(tmp_path: Path, sandbox: Sandbox) -> None:
    path = tmp_path / "state.json"
    with pytest.raises(KeyboardInterrupt), StateFile(path).open(sandbox):
        raise KeyboardInterrupt
    assert json.loads(path.read_text())["version"] == 1
    assert sandbox.world.on_change == []


@pytest.mark.parametrize("text", ["", "{", "{}", "[]", '{"format": "venuekit-sandbox", "version": 99}'])
def test_a_damaged_file_is_told_and_left_alone(tmp_path: Path, sandbox: Sandbox, text: str) -> None:
    path = tmp_path / "state.json"
    path.write_text(text)
    before = sandbox.snapshot()
    with pytest.raises(SnapshotError, match=r"state\.json.*left as it is"):
        with StateFile(path).open(sandbox):
            pass
    assert path.read_text() == text
    assert sandbox.snapshot() == before


def test_a_place_that_is_not_there_is_told(tmp_path: Path, sandbox: Sandbox) -> None:
    with pytest.raises(FileNotFoundError):
        with StateFile(tmp_path / "no" / "state.json").open(sandbox):
            pass


def test_a_failed_save_leaves_the_old_file(
    tmp_path: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "state.json"
    StateFile(path).save(sandbox)
    before = path.read_bytes()
    sandbox.world.clock.advance(5)

    def refuse(*arguments: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(OSError, match="full"):
        StateFile(path).save(sandbox)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed(tmp_path: Path, sandbox: Sandbox) -> None:
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    link.symlink_to(target)
    StateFile(link).save(sandbox)
    assert link.is_symlink()
    assert StateFile(target).load(_sandbox())


# the five venues


def test_the_five_venues_come_back() -> None:
    sandbox = Sandbox()
    sandbox.world.clock.freeze()
    document = json.loads(json.dumps(sandbox.snapshot()))
    other = Sandbox()
    other.restore(document)
    assert other.snapshot() == document
