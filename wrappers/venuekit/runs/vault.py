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

from venuekit.auth.places import config_folder
from venuekit.auth.shown import NotPickled
from venuekit.auth.store import FileStore, KeyringStore, cipher_of
from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

KEY_VARIABLE: Final = "VENUEKIT_VAULT_KEY"
_KEYRING_ENTRY: Final = "vault"


class SealBroken(ConfigurationError):
    """Something sealed with another key, or damaged. It was left as it is."""


class Seal(NotPickled):
    """Encrypts documents with authenticated encryption (Fernet). Shows nothing of its keys."""

    def __init__(self, keys: Sequence[str | bytes | Path]) -> None:
        self._cipher: MultiFernet = cipher_of(list(keys))

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
        except InvalidToken:
            raise SealBroken(
                "this database was sealed with another key; give that one too, after the new one"
            ) from None

    def __repr__(self) -> str:
        return "Seal(***)"


def digest(salt: str, text: str) -> str:
    """A keyed digest, for telling equal things together without naming them. `salt` is the database's own."""
    return hmac.new(salt.encode(), text.encode(), hashlib.sha256).hexdigest()[:32]


def open_seal(key: str | Path | None = None, *, environ: Mapping[str, str] = os.environ) -> Seal:
    """The seal of a key.

    Args:
        key: a Fernet key, `env:NAME`, `file:PATH` or a path, or `keyring`; several separated by commas, the newest
            first. By default what VENUEKIT_VAULT_KEY says; else a key file in the folder of the user's settings, which
            is made at the first use and may be read by its owner only.

    Raises:
        ConfigurationError: no such key, a key file that others may read, or the extra `durable` is not installed.
    """
    given = str(key) if key is not None else environ.get(KEY_VARIABLE, "")
    if not given:
        default = config_folder(environ) / "vault.key"
        if not default.exists():
            FileStore.new_key_file(default)
        return Seal([default])
    keys: list[str | bytes | Path] = [
        _one(part.strip(), environ) for part in given.split(",") if part.strip()
    ]
    return Seal(keys)


def _one(given: str, environ: Mapping[str, str]) -> str | Path:
    if given == "keyring":
        store = KeyringStore()
        kept = store.read(_KEYRING_ENTRY)
        if kept is None or "key" not in kept:
            kept = {"key": FileStore.new_key()}
            store.write(_KEYRING_ENTRY, kept)
        return kept["key"]
    if given.startswith("env:"):
        found = environ.get(given.removeprefix("env:"))
        if not found:
            raise ConfigurationError(f"the vault's key: the variable of {given} is not set")
        return found
    if given.startswith("file:"):
        return Path(given.removeprefix("file:")).expanduser()
    return Path(given).expanduser() if os.sep in given or given.endswith(".key") else given
