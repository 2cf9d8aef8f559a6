"""Keys of the vault: where they come from, how they are exchanged, and what happens with the wrong one."""

from __future__ import annotations

import os
import pickle
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
import sqlalchemy as sa

from tests.runs.databases import KINDS, NOW, ledger_at, new_url, submit, taken
from tests.store.test_store import FakeKeyring
from venuekit import ConfigurationError, FileStore
from venuekit import runs as durable
from venuekit.runs.ledger.tables import metadata
from venuekit.runs.vault import Seal, SealBroken, digest, open_seal

OLD, NEW, OTHER = (FileStore.new_key() for _ in range(3))


@pytest.fixture
def backend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeKeyring]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    before = keyring.get_keyring()
    fake = FakeKeyring()
    keyring.set_keyring(fake)
    yield fake
    keyring.set_keyring(before)


def opens(seal: Seal, key: str) -> bool:
    try:
        return seal.open(Seal([key]).close({"a": 1})) == {"a": 1}
    except SealBroken:
        return False


def test_what_is_sealed_shows_nothing() -> None:
    seal = Seal([OLD])
    text = seal.close({"password": "a-secret", "n": [1, None]})
    assert "a-secret" not in text and seal.open(text) == {"password": "a-secret", "n": [1, None]}
    assert text != seal.close({"password": "a-secret", "n": [1, None]}), "equal documents look different"
    assert OLD not in f"{seal!r} {seal} {vars(seal)}"
    with pytest.raises(TypeError):
        pickle.dumps(seal)


@pytest.mark.parametrize("damage", ["", "x", "é", "gAAAA", "cut", "changed", "other key"])
def test_damaged_text_and_the_wrong_key(damage: str) -> None:
    seal = Seal([OLD])
    text = seal.close("a-secret")
    damaged = {
        "cut": text[:-1],
        "changed": text[:30] + ("A" if text[30] != "A" else "B") + text[31:],
        "other key": Seal([OTHER]).close("a-secret"),
    }.get(damage, damage)
    for use in (seal.open, seal.again):
        with pytest.raises(SealBroken, match="another key, or is damaged"):
            use(damaged)
    assert not seal.newest(damaged) and seal.newest(text)


def test_keys_of_every_place(tmp_path: Path, backend: FakeKeyring) -> None:
    file = FileStore.new_key_file(tmp_path / "vault.key")
    in_file = file.read_text().strip()
    environ = {"THE_KEY": OLD}
    assert opens(open_seal(OLD, environ={}), OLD)
    assert opens(open_seal("env:THE_KEY", environ=environ), OLD)
    assert opens(open_seal(f"file:{file}", environ={}), in_file)
    assert opens(open_seal(str(file), environ={}), in_file)
    assert opens(open_seal(file, environ={}), in_file)
    assert opens(open_seal(environ={"VENUEKIT_VAULT_KEY": f"file:{file}"}), in_file)
    several = open_seal(f" {NEW} , env:THE_KEY,file:{file}", environ=environ)
    assert opens(several, NEW) and opens(several, OLD) and opens(several, in_file)
    assert not opens(several, OTHER)
    assert several.newest(Seal([NEW]).close(1)) and not several.newest(Seal([OLD]).close(1))
    with_comma = FileStore.new_key_file(tmp_path / "a,b")
    assert opens(open_seal(with_comma, environ={}), with_comma.read_text())


def test_keys_of_the_keyring_are_made_once(backend: FakeKeyring) -> None:
    first = open_seal("keyring", environ={})
    assert first.newest(open_seal("keyring", environ={}).close(1))
    newer = open_seal("keyring:vault-2, keyring", environ={})
    assert newer.open(first.close("x")) == "x" and not newer.newest(first.close("x"))
    assert {entry for _, entry in backend.kept} == {"vault", "vault-2"}


def test_many_that_come_first_make_one_key(tmp_path: Path, backend: FakeKeyring) -> None:
    environ = {"HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": str(tmp_path / "home")}
    (tmp_path / "home").mkdir()
    for key in (None, "keyring"):
        barrier = threading.Barrier(8)
        seals: list[Seal] = []

        def first(
            key: str | None = key, barrier: threading.Barrier = barrier, seals: list[Seal] = seals
        ) -> None:
            barrier.wait()
            seals.append(open_seal(key, environ=environ))

        threads = [threading.Thread(target=first) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(seals) == 8
        assert all(one.newest(other.close(1)) for one in seals for other in seals)
    left = [path for path in (tmp_path / "home").rglob("*") if path.name.startswith(".")]
    assert left == [], "no half of a key stays behind"


@pytest.mark.parametrize("key", [None, "keyring"])
def test_no_key_is_made_for_a_database_that_has_one(
    key: str | None, tmp_path: Path, backend: FakeKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever puts the lost one back must not find another in its place."""
    monkeypatch.delenv("VENUEKIT_VAULT_KEY", raising=False)
    url = f"sqlite:///{tmp_path}/runs.sqlite"
    durable.open(url, key=key).close()
    kept = tmp_path / "config" / "venuekit" / "vault.key"
    kept.unlink(missing_ok=True)
    backend.kept.clear()

    with pytest.raises(ConfigurationError, match="put it back"):
        durable.open(url, key=key)

    assert not kept.exists()
    assert backend.kept == {}


@pytest.mark.skipif(os.name != "posix", reason="modes of files are of POSIX")
def test_a_key_file_is_its_owner_s_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        open_seal(environ={"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")})
    finally:
        os.umask(before)
    (made,) = (tmp_path / "config").rglob("vault.key")
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    made.chmod(0o640)
    with pytest.raises(ConfigurationError, match="can be read by others"):
        open_seal(made, environ={})
    with pytest.raises(ConfigurationError, match="exists already"):
        FileStore.new_key_file(made)
    (tmp_path / "a file").write_text("")
    with pytest.raises(ConfigurationError, match="cannot be made"):
        FileStore.new_key_file(tmp_path / "a file" / "key")


@pytest.mark.parametrize("key", ["no-key-but-a-secret", "env:NOT_SET", "file:/nowhere/x", ",", "env:BAD"])
def test_what_is_no_key_is_not_shown(key: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        open_seal(key, environ={"BAD": "no-key-but-a-secret"})
    assert "a-secret" not in str(caught.value) + repr(caught.value.__context__)


def test_digests_are_of_their_database() -> None:
    assert digest("salt", "jane") == digest("salt", "jane") != digest("other", "jane")
    assert "jane" not in digest("salt", "jane")


# Exchanging a key


@pytest.mark.parametrize("kind", KINDS[1:])
def test_a_key_is_exchanged(kind: str, tmp_path: Path) -> None:
    url = new_url(kind, tmp_path)
    ledger = ledger_at(url, OLD)
    for number in range(7):
        run = f"run-{number}"
        submit(ledger, run)
        lease = taken(ledger, run)
        ledger.begin(lease, "create", "op", NOW)
        ledger.settle(lease, "create", "done", {"number": number}, NOW)
        ledger.once(lease, "keep", lambda: None, NOW, keep={"api_key": f"key {number}", "api_secret": "s"})
        ledger.ask(lease, "code", {"prompt": "?"}, NOW)
        ledger.answer(run, "v", "code", "123456", by="test", now=NOW)
        ledger.leave(lease, "ended", now=NOW, error={"message": f"no {number}"})
    ledger.close()

    with pytest.raises(SealBroken):
        ledger_at(url, NEW)
    both = ledger_at(url, NEW, OLD)
    submit(both, "of-the-new-key")
    # A dossier, an error, two outcomes, a question, an answer and two credentials of each run, and the salt. A few of
    # them are sealed again by one that is stopped.
    broken = _Stops(both._seal, after=20)
    seal, both._seal = both._seal, broken
    with pytest.raises(KeyboardInterrupt):
        both.reseal(batch=3)
    both._seal = seal
    done = both.reseal(batch=3)
    assert 7 * 8 + 1 - 20 <= done < 7 * 8 + 1, "what was done before is not done again"
    assert both.reseal(batch=3) == 0
    both.close()

    with pytest.raises(SealBroken):
        ledger_at(url, OLD)
    ledger = ledger_at(url, NEW)
    for number in range(7):
        run = f"run-{number}"
        case = ledger.case(run, "v")
        assert ledger.dossier(run) == {"name": "Jane"}
        assert case is not None and case.error == {"message": f"no {number}"}
        assert ledger.credentials(run, "v") == {"api_key": f"key {number}", "api_secret": "s"}
        (asked,) = ledger.interactions(run)
        assert (asked.question, asked.answer) == ({"prompt": "?"}, "123456")
        ledger.wake(run, "v", NOW)
        assert ledger.begin(taken(ledger, run), "create", "op", NOW).outcome == {"number": number}
    assert not submit(ledger, "run-0"), "digests are the same as before"
    ledger.close()


class _Stops(Seal):
    """A process that is stopped in the middle."""

    def __init__(self, seal: Seal, *, after: int) -> None:
        self.__dict__.update(vars(seal))
        self.left = after

    def again(self, text: str) -> str:
        self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt
        return super().again(text)


def test_one_damaged_text_stops_its_own_case_only(tmp_path: Path) -> None:
    ledger = ledger_at(f"sqlite:///{tmp_path}/x.sqlite", OLD)
    for run in ("good", "bad"):
        submit(ledger, run)
        lease = taken(ledger, run)
        ledger.once(lease, "keep", lambda: None, NOW, keep={"api_key": "k"})
        ledger.leave(lease, "queued", now=NOW, due=NOW, error={"message": "x"})
    with ledger.engine.begin() as db:
        for table, column in (("cases", "error"), ("secrets", "value"), ("attempts", "outcome")):
            db.execute(sa.text(f"update venuekit_{table} set {column} = 'gAAAA' where run = 'bad'"))
    assert {row.run for row in ledger.overdue(NOW + 100)} == {"good", "bad"}
    assert ledger.credentials("good", "v") == {"api_key": "k"}
    for read in (lambda: ledger.case("bad", "v"), lambda: ledger.credentials("bad", "v"), ledger.reseal):
        with pytest.raises(SealBroken, match="damaged"):
            read()
    ledger.close()


def test_every_text_column_is_sealed_or_known_to_be_in_clear() -> None:
    """A new column is a decision: whether it may stand in clear."""
    import venuekit.runs.durable.rates  # noqa: F401 - it has a table of its own
    from venuekit.runs.ledger.sql import _SEALED

    sealed = {f"{table.name}.{column.name}" for table, columns in _SEALED for column in columns}
    texts = {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, sa.Text)
    }
    names = {text.partition(".")[2] for text in texts - sealed}
    assert names == {
        "name", "id", "run", "venue", "applicant", "state", "options", "digest", "status", "raw_status", "worker",
        "version", "waiting", "failed_step", "step", "operation", "answered_by", "kind", "detail", "paid", "place",
    }  # fmt: skip
