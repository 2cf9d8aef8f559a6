"""Where tokens are kept between runs and between processes.

Without a store, tokens live in their client. With one, a process goes on with what another has renewed. A store is for
tokens and API keys that a venue has issued: passwords, client secrets and private keys are never written.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, cast

from venuekit.auth.places import config_folder, readable_by_others
from venuekit.auth.shown import NotPickled
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.jsontext import as_object, parse_json

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

__all__ = ["FileStore", "KeyringStore", "MemoryStore", "StoreLock", "TokenStore", "store_key"]

# How long a waiter sleeps before it looks again whether a lock is free, in seconds.
LOOK_AGAIN = 0.01


class StoreLock(AbstractContextManager["StoreLock"]):
    """A lock of one key. Use it with `with` in a thread, with `async with` in a task.

    Args:
        take: takes the lock if it is free and says whether it did, without waiting.
        give: gives it back. Quick, and called from the thread that waits for nothing.
    """

    def __init__(self, take: Callable[[], bool], give: Callable[[], None]) -> None:
        self.take = take
        self.give = give

    def __enter__(self) -> Self:
        while not self.take():
            time.sleep(LOOK_AGAIN)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.give()

    async def __aenter__(self) -> Self:
        from anyio import sleep

        while not self.take():
            await sleep(LOOK_AGAIN)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.give()


class TokenStore(Protocol):
    """What keeps tokens. Clients call it from any thread."""

    def read(self, key: str) -> Mapping[str, str] | None:
        """What was last written under `key`; None when nothing was."""
        ...

    def write(self, key: str, values: Mapping[str, str]) -> None:
        """Keep `values` under `key` instead of what was there."""
        ...

    def delete(self, key: str) -> None:
        """Forget what is under `key`, if anything."""
        ...

    def lock(self, key: str) -> StoreLock:
        """The lock under which a one-time token of `key` is spent."""
        ...


def store_key(venue: str, host: str, identity: str) -> str:
    """The name under which the tokens of somebody at a venue are kept.

    Args:
        venue: e.g. `tradelocker`.
        host: of the API, with its port: tokens of one deployment are of no use at another.
        identity: who they are of, e.g. an e-mail address. Only a digest of it is in the key.
    """
    digest = hashlib.sha256(f"{venue}\0{identity}".encode()).hexdigest()[:32]
    return f"{venue}:{host}:{digest}"


class MemoryStore:
    """Keeps tokens in this object: for several clients of one process."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._kept: dict[str, dict[str, str]] = {}
        self._locks: dict[str, threading.Lock] = {}

    def read(self, key: str) -> Mapping[str, str] | None:
        """What was last written under `key`."""
        with self._guard:
            found = self._kept.get(key)
            return dict(found) if found is not None else None

    def write(self, key: str, values: Mapping[str, str]) -> None:
        """Keep `values` under `key`."""
        with self._guard:
            self._kept[key] = dict(values)

    def delete(self, key: str) -> None:
        """Forget `key`."""
        with self._guard:
            self._kept.pop(key, None)

    def lock(self, key: str) -> StoreLock:
        """A lock between the threads and tasks of this process."""
        with self._guard:
            lock = self._locks.setdefault(key, threading.Lock())
        return StoreLock(lambda: lock.acquire(blocking=False), lock.release)

    def __repr__(self) -> str:
        with self._guard:
            return f"MemoryStore({len(self._kept)} kept)"


class FileStore(NotPickled):
    """Keeps tokens in one encrypted file, for the processes of one machine. Needs the extra `store`.

    The file is replaced as a whole and atomically, and only its owner may read it. Beside it lie empty lock files. They
    need a file system with working locks: a local one, not every network share.

    Args:
        path: of the file. It is made when something is first written, and so is its folder.
        key: a Fernet key (44 letters, as `FileStore.new_key()` makes them), or the path of a file that holds one, or
            several of either: the first encrypts, all of them decrypt, so that a key can be exchanged.

    Raises:
        ConfigurationError: the extra is not installed, a key is none, or a key file is absent or readable by others.
            Later from every use: the file is not of these keys, or damaged. It is then left as it is.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, key: str | bytes | Path | Sequence[str | bytes | Path]
    ) -> None:
        _need("cryptography", extra="store")
        _need("filelock", extra="store")
        self._path = Path(path)
        self._cipher = cipher_of([key] if isinstance(key, str | bytes | Path) else list(key))

    @staticmethod
    def new_key() -> str:
        """A new random key."""
        _need("cryptography", extra="store")
        from cryptography.fernet import Fernet

        return Fernet.generate_key().decode("ascii")

    @staticmethod
    def new_key_file(path: str | os.PathLike[str]) -> Path:
        """Write a new key to a file that only its owner may read, and return its path.

        Nobody sees half of it, and of several processes at once one makes it.

        Raises:
            ConfigurationError: the file exists already, or cannot be made there.
        """
        key = FileStore.new_key()
        made = Path(path)
        try:
            made.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(dir=made.parent, prefix=f".{made.name}.")
            try:
                with open(descriptor, "w", encoding="ascii") as file:
                    file.write(key + "\n")
                    file.flush()
                    os.fsync(file.fileno())
                os.link(name, made)
            finally:
                os.unlink(name)
        except OSError as error:
            if made.exists():
                raise ConfigurationError(
                    f"{made} exists already, and what it protects would be lost"
                ) from None
            raise ConfigurationError(f"the key file {made} cannot be made: {error.strerror}") from None
        return made

    def read(self, key: str) -> Mapping[str, str] | None:
        """What was last written under `key`."""
        return self._load().get(key)

    def write(self, key: str, values: Mapping[str, str]) -> None:
        """Keep `values` under `key`."""
        with self._guard():
            self._save({**self._load(), key: dict(values)})

    def delete(self, key: str) -> None:
        """Forget `key`."""
        with self._guard():
            kept = self._load()
            if kept.pop(key, None) is not None:
                self._save(kept)

    def lock(self, key: str) -> StoreLock:
        """A lock between processes, which ends with its process at the latest."""
        digest = hashlib.sha256(key.encode()).hexdigest()[:16]
        return _file_lock(self._path.with_name(f"{self._path.name}.{digest}.lock"))

    def __repr__(self) -> str:
        return f"FileStore({str(self._path)!r})"

    def _guard(self) -> StoreLock:
        return _file_lock(self._path.with_name(self._path.name + ".lock"))

    def _load(self) -> dict[str, dict[str, str]]:
        from cryptography.fernet import InvalidToken

        try:
            sealed = self._path.read_bytes()
        except FileNotFoundError:
            return {}
        kept: dict[str, object] | None = None
        try:
            kept = as_object(parse_json(self._cipher.decrypt(sealed)))
        except (InvalidToken, ValueError):
            kept = None
        if kept is None:
            raise ConfigurationError(
                f"{self._path} cannot be read: it was made with another key, or is damaged. It was left as it is;"
                " give the right key, or move the file away to log in again"
            )
        return {key: _texts(values) for key, values in kept.items()}

    def _save(self, kept: Mapping[str, Mapping[str, str]]) -> None:
        sealed = self._cipher.encrypt(json.dumps(kept).encode())
        descriptor, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.")
        try:
            with open(descriptor, "wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, self._path)
        except BaseException:
            os.unlink(name)
            raise


class _Keyring(Protocol):
    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class KeyringStore:
    """Keeps tokens in the keyring of the operating system. Needs the extra `keyring`.

    Args:
        service: the name that the keyring shows.
        locks: a folder for empty lock files; by default one in the user's settings.

    Raises:
        ConfigurationError: the extra is not installed, or this machine has no keyring. Later from every use: the
            keyring is locked or refuses.
    """

    def __init__(self, service: str = "venuekit", *, locks: str | os.PathLike[str] | None = None) -> None:
        _need("keyring", extra="keyring")
        _need("filelock", extra="keyring")
        from keyring import get_keyring
        from keyring.backends.fail import Keyring as NoKeyring

        backend = get_keyring()
        if isinstance(backend, NoKeyring):
            raise ConfigurationError("this machine has no keyring that can be used")
        self._backend = cast("_Keyring", backend)
        self._service = service
        self._locks = Path(locks) if locks is not None else config_folder() / "locks"

    def read(self, key: str) -> Mapping[str, str] | None:
        """What was last written under `key`."""
        with _keyring_errors():
            text = self._backend.get_password(self._service, key)
        try:
            kept = as_object(parse_json(text)) if text is not None else None
        except ValueError:
            kept = None
        if text is not None and kept is None:
            raise ConfigurationError(f"the keyring's entry {key} of {self._service} is not one of ours")
        return _texts(kept) if kept is not None else None

    def write(self, key: str, values: Mapping[str, str]) -> None:
        """Keep `values` under `key`."""
        with _keyring_errors():
            self._backend.set_password(self._service, key, json.dumps(dict(values)))

    def delete(self, key: str) -> None:
        """Forget `key`."""
        from keyring.errors import PasswordDeleteError

        with _keyring_errors():
            try:
                self._backend.delete_password(self._service, key)
            except PasswordDeleteError:
                return

    def lock(self, key: str) -> StoreLock:
        """A lock between processes, which ends with its process at the latest."""
        digest = hashlib.sha256(f"{self._service}\0{key}".encode()).hexdigest()[:16]
        return _file_lock(self._locks / f"{digest}.lock")

    def __repr__(self) -> str:
        return f"KeyringStore({self._service!r})"


class _keyring_errors(AbstractContextManager[None]):
    """A keyring's failure as ours. Its own text may hold what was to be kept."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        from keyring.errors import KeyringError

        if isinstance(error, KeyringError):
            raise ConfigurationError(f"the keyring refuses ({type(error).__name__})") from None


def _need(module: str, *, extra: str) -> None:
    try:
        import_module(module)
    except ImportError as error:
        raise ConfigurationError(f"this store needs an extra: pip install 'venuekit[{extra}]'") from error


def cipher_of(keys: list[str | bytes | Path]) -> MultiFernet:
    """What encrypts with the first of `keys` and decrypts with all of them. Raises ConfigurationError."""
    _need("cryptography", extra="store")
    from cryptography.fernet import Fernet, MultiFernet

    texts = [_key_text(key) for key in keys]
    ciphers: list[Fernet] = []
    try:
        ciphers = [Fernet(text) for text in texts]
    except ValueError:
        # Raised below and not here: nothing that saw the key is chained.
        ciphers = []
    if not ciphers:
        raise ConfigurationError(
            "a key is 32 bytes in URL-safe base64 (44 letters): make one with FileStore.new_key()"
        )
    return MultiFernet(ciphers)


def _key_text(key: str | bytes | Path) -> bytes:
    if not isinstance(key, Path):
        return key.strip().encode("utf-8", "replace") if isinstance(key, str) else key.strip()
    try:
        open_to_others = readable_by_others(key)
        text = key.read_bytes().strip()
    except OSError as error:
        raise ConfigurationError(f"the key file {key} cannot be read: {error.strerror}") from None
    if open_to_others:
        raise ConfigurationError(f"the key file {key} can be read by others: chmod 600 it, or make a new key")
    return text


def _file_lock(path: Path) -> StoreLock:
    from filelock import FileLock, Timeout

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Not of a thread: a task may give back in another what it took in one.
    lock = FileLock(path, thread_local=False, mode=0o600)

    def take() -> bool:
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return False
        return True

    return StoreLock(take, lock.release)


def _texts(values: object) -> dict[str, str]:
    return {name: value for name, value in (as_object(values) or {}).items() if isinstance(value, str)}
