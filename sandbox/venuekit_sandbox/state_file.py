"""A sandbox that remembers in a file: what it is started with, and where its memory goes."""

from __future__ import annotations

import json
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from venuekit_sandbox import strict_json
from venuekit_sandbox.app import Sandbox
from venuekit_sandbox.snapshots import SnapshotError

DELAY: Final = 1.0
"""Seconds between a change and the file."""
_SHARE = 10  # saving takes at most a tenth of the time


class StateFile:
    """Keeps a sandbox's snapshot in a file, readable by its owner only: it holds passwords, tokens and keys.

    with StateFile("sandbox.json").open(sandbox):
        ...  # loaded if the file is there; saved a moment after each change, and at the end

    The file is replaced as a whole, never written in place. One sandbox per file: the last one to save wins.
    `on_save` is called after each save.
    """

    def __init__(
        self, path: str | Path, *, delay: float = DELAY, on_save: Callable[[], None] | None = None
    ) -> None:
        # What a link points to is replaced, not the link.
        self._path = Path(os.path.realpath(path))
        self._delay = delay
        self._on_save = on_save

    @contextmanager
    def open(self, sandbox: Sandbox) -> Iterator[Sandbox]:
        """Load now, save after changes, and save at the end.

        Raises `SnapshotError` for a file that is damaged or of another version (it stays as it is), and `OSError`
        when the file cannot be read now or written at the end.
        """
        self.load(sandbox)
        changed, done = threading.Event(), threading.Event()
        keeper = threading.Thread(
            target=self._keep, args=(sandbox, changed, done), name="venuekit-sandbox-state", daemon=True
        )
        sandbox.world.on_change.append(changed.set)
        keeper.start()
        try:
            yield sandbox
        finally:
            sandbox.world.on_change.remove(changed.set)
            done.set()
            changed.set()
            keeper.join()
            self.save(sandbox)

    def load(self, sandbox: Sandbox) -> bool:
        """Restore the sandbox from the file; False when there is none. Raises like `open`."""
        try:
            text = self._path.read_bytes()
        except FileNotFoundError:
            return False
        try:
            sandbox.restore(strict_json.parse(text))
        except (SnapshotError, strict_json.BadJson) as problem:
            raise SnapshotError(
                f"{self._path} is not a sandbox's state ({problem}); it is left as it is"
            ) from None
        return True

    def save(self, sandbox: Sandbox) -> None:
        """Write the file. Raises `OSError`, and then the old one is still there."""
        text = json.dumps(sandbox.snapshot()).encode()
        handle, name = tempfile.mkstemp(prefix=f".{self._path.name}.", dir=self._path.parent)  # mode 0600
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, self._path)
        except BaseException:
            os.unlink(name)
            raise
        if self._on_save is not None:
            self._on_save()

    def _keep(self, sandbox: Sandbox, changed: threading.Event, done: threading.Event) -> None:
        pause = self._delay
        while changed.wait() and not done.wait(pause):
            changed.clear()
            started = time.monotonic()
            try:
                self.save(sandbox)
            except OSError:
                continue  # told at the end, if it is still so
            pause = max(self._delay, _SHARE * (time.monotonic() - started))
