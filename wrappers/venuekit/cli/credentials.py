"""The file of `--credentials-file`: written anew whenever a venue has yielded something, so that nothing can be lost."""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from venuekit.cli import documents
from venuekit.transport.errors import ConfigurationError
from venuekit.transport.secret import SecretText

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL


class CredentialsFile:
    """Holds the credentials of a run in the new file `path`, which only its owner can read. Without a path, nowhere.

    Use as a context manager, and call it with a venue and all that the venue has yielded, from any thread. Entering
    makes the file, so that nothing is sent when it cannot be made; leaving removes it if nothing was yielded. Each
    call replaces the whole file at once: it is never there in part. Raises ConfigurationError when it cannot be made or
    written.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._held: dict[str, Mapping[str, SecretText]] = {}

    def __enter__(self) -> Self:
        if self._path is not None:
            try:
                os.close(os.open(self._path, _FLAGS, 0o600))
            except FileExistsError:
                raise ConfigurationError(
                    f"the file {self._path} exists already; credentials are never overwritten"
                ) from None
            except OSError as error:
                raise ConfigurationError(f"the file {self._path} cannot be made: {error.strerror}") from None
        return self

    def __call__(self, venue: str, credentials: Mapping[str, SecretText]) -> None:
        """All credentials of a venue so far."""
        if self._path is None:
            return
        with self._lock:
            self._held[venue] = credentials
            self._replace(self._path, documents.dump(documents.credentials_document(self._held)))

    def _replace(self, path: Path, text: str) -> None:
        beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            with os.fdopen(os.open(beside, _FLAGS, 0o600), "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except OSError as error:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise ConfigurationError(f"the file {path} cannot be written: {error.strerror}") from None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            if self._path is not None and not self._held:
                self._path.unlink(missing_ok=True)
