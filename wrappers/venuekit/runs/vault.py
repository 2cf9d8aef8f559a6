"""Sealing: what a run receives, makes or was given is written encrypted only.

    seal = open_seal("file:/etc/venuekit/vault.key")     # or env:NAME, keyring, or nothing: see `open_seal`
    seal.close({"password": "…"})                        # text for a database column
    seal.open(text)                                      # the document again

Several keys may be given: the first seals, all of them open, so that a key can be exchanged (`Ledger.reseal`).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from venuekit.auth.places import config_folder, require_home
from venuekit.auth.shown import NotPickled
from venuekit.auth.store import FileStore, KeyringStore, cipher_of
from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

KEY_VARIABLE: Final = "VENUEKIT_VAULT_KEY"
_KEYRING_ENTRY: Final = "vault"
_LOST: Final = "; put it back, or name another database: nothing in this one can be read without it"


class SealBroken(ConfigurationError):
    """Something sealed with another key, or damaged. It was left as it is."""


class Seal(NotPickled):
    """Encrypts documents with authenticated encryption (Fernet). Shows nothing of its keys."""

    def __init__(self, keys: Sequence[str | bytes | Path]) -> None:
        self._cipher: MultiFernet = cipher_of(list(keys))
        self._first: MultiFernet = cipher_of(list(keys[:1]))

    def close(self, document: object) -> str:
        """A JSON document as sealed text."""
        return self._cipher.encrypt(json.dumps(document, separators=(",", ":")).encode()).decode("ascii")

    def open(self, text: str) -> object:
        """The document of sealed text. Raises SealBroken."""
        from cryptography.fernet import InvalidToken

        try:
            document: object = json.loads(self._cipher.decrypt(text.encode("ascii")))
        except (InvalidToken, ValueError):
            raise SealBroken(
                "this database was sealed with another key, or is damaged; give the right key. Nothing was changed"
            ) from None
        return document

    def again(self, text: str) -> str:
        """The same document, sealed with the first key. Raises SealBroken."""
        from cryptography.fernet import InvalidToken

        try:
            return self._cipher.rotate(text.encode("ascii")).decode("ascii")
        except (InvalidToken, ValueError):
            raise SealBroken(
                "this database was sealed with another key, or is damaged; give that key too, after the new one"
            ) from None

    def newest(self, text: str) -> bool:
        """Whether a text was sealed with the first key."""
        from cryptography.fernet import InvalidToken

        try:
            self._first.decrypt(text.encode("ascii"))
        except (InvalidToken, ValueError):
            return False
        return True

    def __repr__(self) -> str:
        return "Seal(***)"


def digest(salt: str, text: str) -> str:
    """A keyed digest, for telling equal things together without naming them. `salt` is the database's own."""
    return hmac.new(salt.encode(), text.encode(), hashlib.sha256).hexdigest()[:32]


def open_seal(
    key: str | Path | None = None, *, make: bool = True, environ: Mapping[str, str] = os.environ
) -> Seal:
    """The seal of a key.

    Args:
        key: a path, or in a text: a Fernet key, `env:NAME`, `file:PATH`, `keyring` or `keyring:ENTRY`; several
            separated by commas, the newest first. An entry of the keyring is made at its first use. By default what
            VENUEKIT_VAULT_KEY says; else a key file in the folder of the user's settings, which is made at the first
            use and may be read by its owner only.
        make: whether a key that is not there is made. Not where something was sealed already: that takes the old one.

    Raises:
        ConfigurationError: no such key, a key file that others may read, or the extra `durable` is not installed.
    """
    if isinstance(key, Path):
        return Seal([key.expanduser()])
    given = key if key is not None else environ.get(KEY_VARIABLE, "")
    if not given:
        return Seal([_default(environ, make=make)])
    return Seal([_one(part.strip(), environ, make=make) for part in given.split(",") if part.strip()])


def _default(environ: Mapping[str, str], *, make: bool) -> Path:
    path = config_folder(environ) / "vault.key"
    if not path.exists():
        if not make:
            raise ConfigurationError(
                f"{path}, the vault's key, is not there, and the database needs it{_LOST}"
            )
        require_home(path, environ)
        try:
            FileStore.new_key_file(path)
        except ConfigurationError:
            # Another process was a moment faster: its key is the one.
            if not path.exists():
                raise
    return path


def _one(given: str, environ: Mapping[str, str], *, make: bool) -> str | Path:
    kind, _, rest = given.partition(":")
    if kind == "keyring":
        return _of_keyring(rest or _KEYRING_ENTRY, make=make)
    if kind == "env" and rest:
        found = environ.get(rest)
        if not found:
            raise ConfigurationError(f"the vault's key: the variable of {given} is not set")
        return found
    if kind == "file" and rest:
        return Path(rest).expanduser()
    return Path(given).expanduser() if "/" in given or os.sep in given or given.endswith(".key") else given


def _of_keyring(entry: str, *, make: bool) -> str:
    try:
        store = KeyringStore()
    except ConfigurationError as error:
        raise ConfigurationError(
            f"the vault's key cannot be in a keyring: {error}. Name a file (file:PATH) or a variable (env:NAME) instead"
        ) from None
    # Two processes that came first would else each seal with a key of its own, and one of them would be lost.
    with store.lock(entry):
        kept = store.read(entry)
        if kept is None or "key" not in kept:
            if not make:
                raise ConfigurationError(
                    f"the keyring has no entry {entry}, and the database needs its key{_LOST}"
                )
            kept = {"key": FileStore.new_key()}
            store.write(entry, kept)
    return kept["key"]
