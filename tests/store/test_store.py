"""Token stores: what they keep, what they refuse, and that a wrong key loses nothing."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import keyring.errors
import pytest
from hypothesis import given
from hypothesis import strategies as st

from venuekit import ConfigurationError, FileStore, KeyringStore, MemoryStore, TokenStore
from venuekit.auth.places import config_folder
from venuekit.auth.store import store_key

KEY = "tradelocker:127.0.0.1:8900:0123"
VALUES = {"access_token": "a-secret-access-token", "refresh_token": "a-secret-refresh-token"}
SECRET = "an-old-key-that-is-not-one"


class FakeKeyring(keyring.backend.KeyringBackend):
    """A keyring in memory."""

    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise keyring.errors.PasswordDeleteError("not there")


@pytest.fixture
def backend() -> Iterator[FakeKeyring]:
    before = keyring.get_keyring()
    fake = FakeKeyring()
    keyring.set_keyring(fake)
    yield fake
    keyring.set_keyring(before)


@pytest.fixture(params=["memory", "file", "keyring"])
def store(request: pytest.FixtureRequest, tmp_path: Path, backend: FakeKeyring) -> TokenStore:
    if request.param == "memory":
        return MemoryStore()
    if request.param == "file":
        return FileStore(tmp_path / "deep" / "tokens", key=FileStore.new_key())
    return KeyringStore(locks=tmp_path / "locks")


def test_what_is_written_is_read(store: TokenStore) -> None:
    assert store.read(KEY) is None
    store.write(KEY, VALUES)
    store.write("another", {"x": "y"})
    assert store.read(KEY) == VALUES
    store.write(KEY, {"only": "this"})
    assert store.read(KEY) == {"only": "this"}
    store.delete(KEY)
    store.delete(KEY)
    assert (store.read(KEY), store.read("another")) == (None, {"x": "y"})


def test_what_is_read_can_be_changed_without_harm(store: TokenStore) -> None:
    store.write(KEY, VALUES)
    found = dict(store.read(KEY) or {})
    found["access_token"] = "another"
    assert store.read(KEY) == VALUES


def test_nothing_kept_is_in_a_repr(store: TokenStore) -> None:
    store.write(KEY, VALUES)
    assert "secret" not in repr(store)


def test_a_lock_excludes(store: TokenStore) -> None:
    with store.lock(KEY):
        assert not store.lock(KEY).take()
        with store.lock("another"):
            pass
    with store.lock(KEY):
        pass


def test_a_lock_is_given_back_after_an_error(store: TokenStore) -> None:
    with pytest.raises(RuntimeError):
        with store.lock(KEY):
            raise RuntimeError
    assert store.lock(KEY).take()


def test_threads_take_turns(store: TokenStore) -> None:
    store.write(KEY, {"n": "0"})

    def add(_: int) -> None:
        with store.lock(KEY):
            now = int((store.read(KEY) or {})["n"])
            store.write(KEY, {"n": str(now + 1)})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(24)))
    assert store.read(KEY) == {"n": "24"}


def test_tasks_take_turns_and_the_loop_goes_on(store: TokenStore) -> None:
    held, release = threading.Event(), threading.Event()

    def hold() -> None:
        with store.lock(KEY):
            held.set()
            release.wait(300)

    async def main() -> list[str]:
        order: list[str] = []

        async def wait() -> None:
            async with store.lock(KEY):
                order.append("lock")

        waiting = asyncio.create_task(wait())
        for _ in range(20):
            await asyncio.sleep(0.001)
        # Another task runs while the first waits, and only then the lock is given back.
        order.append("loop")
        release.set()
        await waiting
        return order

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(300)
    assert asyncio.run(main()) == ["loop", "lock"]
    thread.join()


def test_keys_name_nobody() -> None:
    key = store_key("tradelocker", "demo.tradelocker.com:443", "somebody@example.com")
    assert key.startswith("tradelocker:demo.tradelocker.com:443:")
    assert "somebody" not in key
    others = [
        store_key("stokn", "demo.tradelocker.com:443", "somebody@example.com"),
        store_key("tradelocker", "live.tradelocker.com:443", "somebody@example.com"),
        store_key("tradelocker", "demo.tradelocker.com:443", "another@example.com"),
    ]
    assert len({key, *others}) == 4


# Files


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_file_is_sealed_and_its_owners(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "tokens", key=FileStore.new_key())
    store.write(KEY, VALUES)
    sealed = (tmp_path / "tokens").read_bytes()
    assert b"secret" not in sealed and b"tradelocker" not in sealed and b"access" not in sealed
    assert {mode(path) for path in tmp_path.iterdir()} == {0o600}
    with store.lock(KEY):
        assert {mode(path) for path in tmp_path.iterdir()} == {0o600}
        assert all("tradelocker" not in path.name for path in tmp_path.iterdir())
    (tmp_path / "tokens").chmod(0o644)
    store.write(KEY, VALUES)
    assert mode(tmp_path / "tokens") == 0o600


@pytest.mark.parametrize("wrong", ["key", "cut", "empty", "other"])
def test_what_cannot_be_read_is_told_and_left_alone(tmp_path: Path, wrong: str) -> None:
    path, key = tmp_path / "tokens", FileStore.new_key()
    FileStore(path, key=key).write(KEY, VALUES)
    if wrong != "key":
        sealed = path.read_bytes()
        path.write_bytes({"cut": sealed[:-7], "empty": b"", "other": b"something else"}[wrong])
    before = path.read_bytes()
    other = FileStore(path, key=FileStore.new_key() if wrong == "key" else key)
    uses: list[Callable[[], object]] = [
        lambda: other.read(KEY),
        lambda: other.write(KEY, {"x": "y"}),
        lambda: other.delete(KEY),
    ]
    for use in uses:
        with pytest.raises(ConfigurationError, match="another key, or is damaged") as caught:
            use()
        assert key not in str(caught.value) and "secret" not in str(caught.value)
        assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir() if found.name.startswith(".")] == []
    if wrong == "key":
        assert FileStore(path, key=key).read(KEY) == VALUES


def test_what_is_sealed_but_no_object_is_told(tmp_path: Path) -> None:
    from cryptography.fernet import Fernet

    key = FileStore.new_key()
    for inside in (b"[1]", b"not json", b"[" * 100_000):
        (tmp_path / "tokens").write_bytes(Fernet(key).encrypt(inside))
        with pytest.raises(ConfigurationError, match="damaged"):
            FileStore(tmp_path / "tokens", key=key).read(KEY)


def test_a_key_can_be_exchanged(tmp_path: Path) -> None:
    path, old, new = tmp_path / "tokens", FileStore.new_key(), FileStore.new_key()
    FileStore(path, key=old).write(KEY, VALUES)
    both = FileStore(path, key=[new, old])
    assert both.read(KEY) == VALUES
    both.write("another", {})
    assert FileStore(path, key=new).read(KEY) == VALUES


def test_a_key_file(tmp_path: Path) -> None:
    made = FileStore.new_key_file(tmp_path / "deep" / "key")
    assert mode(made) == 0o600
    store = FileStore(tmp_path / "tokens", key=made)
    store.write(KEY, VALUES)
    assert FileStore(tmp_path / "tokens", key=made.read_text().strip()).read(KEY) == VALUES
    with pytest.raises(ConfigurationError, match="exists already"):
        FileStore.new_key_file(made)
    assert FileStore(tmp_path / "tokens", key=made).read(KEY) == VALUES


@pytest.mark.parametrize("open_to", [0o640, 0o604, 0o644, 0o660])
def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path, open_to: int) -> None:
    made = FileStore.new_key_file(tmp_path / "key")
    made.chmod(open_to)
    with pytest.raises(ConfigurationError, match="read by others"):
        FileStore(tmp_path / "tokens", key=made)


def test_a_key_that_is_none_is_refused_and_not_shown(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text(SECRET)
    wrong.chmod(0o600)
    for key in (SECRET, SECRET.encode(), [FileStore.new_key(), SECRET], [], wrong, "schlüssel"):
        with pytest.raises(ConfigurationError, match="44 letters") as caught:
            FileStore(tmp_path / "tokens", key=key)
        assert SECRET not in str(caught.value)
        assert caught.value.__context__ is None
    with pytest.raises(ConfigurationError, match="cannot be read"):
        FileStore(tmp_path / "tokens", key=tmp_path / "absent")


def test_a_failed_write_leaves_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = FileStore(tmp_path / "tokens", key=FileStore.new_key())
    store.write(KEY, VALUES)

    def fail(*paths: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="full"):
        store.write(KEY, {"x": "y"})
    assert store.read(KEY) == VALUES
    assert not [found for found in tmp_path.iterdir() if found.name.startswith(".")]


PROCESS = """
import sys
from venuekit import FileStore
store = FileStore(sys.argv[1], key=sys.argv[2])
for _ in range(20):
    with store.lock("k"):
        store.write("k", {"n": str(int(store.read("k")["n"]) + 1)})
    store.write(sys.argv[3], {"by": sys.argv[3]})
"""


def test_processes_take_turns_and_lose_nothing(tmp_path: Path) -> None:
    path, key = tmp_path / "tokens", FileStore.new_key()
    store = FileStore(path, key=key)
    store.write("k", {"n": "0"})
    running = [
        subprocess.Popen([sys.executable, "-c", PROCESS, str(path), key, str(number)]) for number in range(4)
    ]
    assert [process.wait(300) for process in running] == [0] * 4
    assert store.read("k") == {"n": "80"}
    assert [store.read(str(number)) for number in range(4)] == [{"by": str(number)} for number in range(4)]


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    path, key = tmp_path / "tokens", FileStore.new_key()
    script = """
import os, sys
from venuekit import FileStore
lock = FileStore(sys.argv[1], key=sys.argv[2]).lock("k")
assert lock.take()
os._exit(0)
"""
    assert (
        subprocess.run([sys.executable, "-c", script, str(path), key], check=False, timeout=300).returncode
        == 0
    )
    assert FileStore(path, key=key).lock("k").take()


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.dictionaries(texts, st.dictionaries(texts, texts, max_size=3), max_size=3))
def test_any_text_can_be_kept(
    tmp_path_factory: pytest.TempPathFactory, kept: dict[str, dict[str, str]]
) -> None:
    store = FileStore(tmp_path_factory.mktemp("any") / "tokens", key=FileStore.new_key())
    for key, values in kept.items():
        store.write(key, values)
    assert {key: store.read(key) for key in kept} == kept


# Keyrings


def test_a_keyring_has_one_entry_for_each(backend: FakeKeyring, tmp_path: Path) -> None:
    store = KeyringStore("my service", locks=tmp_path)
    store.write(KEY, VALUES)
    assert list(backend.kept) == [("my service", KEY)]
    assert json.loads(backend.kept["my service", KEY]) == VALUES


@pytest.mark.parametrize("text", ["not json", "[]"])
def test_an_entry_of_somebody_else_is_told(backend: FakeKeyring, tmp_path: Path, text: str) -> None:
    backend.kept["venuekit", KEY] = text
    with pytest.raises(ConfigurationError, match="not one of ours"):
        KeyringStore(locks=tmp_path).read(KEY)
    assert backend.kept["venuekit", KEY] == text


def test_a_keyring_that_refuses_is_told(
    backend: FakeKeyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: str) -> str:
        raise keyring.errors.KeyringLocked(f"refused {given}")

    store = KeyringStore(locks=tmp_path)
    for name in ("get_password", "set_password"):
        monkeypatch.setattr(backend, name, refuse)
    with pytest.raises(ConfigurationError, match=r"refuses \(KeyringLocked\)"):
        store.read(KEY)
    with pytest.raises(ConfigurationError) as caught:
        store.write(KEY, VALUES)
    assert "secret" not in str(caught.value)


def test_a_machine_without_a_keyring(backend: FakeKeyring) -> None:
    keyring.set_keyring(keyring.backends.fail.Keyring())  # type: ignore[no-untyped-call]
    with pytest.raises(ConfigurationError, match="no keyring"):
        KeyringStore()


def test_missing_extras_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, extra in (("filelock", "store"), ("cryptography", "store"), ("keyring", "keyring")):
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, module, None)
            with pytest.raises(ConfigurationError, match=rf"venuekit\[{extra}\]"):
                if extra == "store":
                    FileStore(tmp_path / "tokens", key="x")
                else:
                    KeyringStore()


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {"HOME": "/home/a"}, "/home/a/.config/venuekit"),
        ("linux", {"HOME": "/home/a", "XDG_CONFIG_HOME": "/c"}, "/c/venuekit"),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Application Support/venuekit"),
        ("win32", {"HOME": "/u", "APPDATA": "/u/roaming"}, "/u/roaming/venuekit"),
        ("win32", {"HOME": "/u"}, "/u/AppData/Roaming/venuekit"),
    ],
)
def test_where_settings_are(platform: str, environ: dict[str, str], expected: str) -> None:
    assert config_folder(environ, platform=platform).as_posix() == expected
