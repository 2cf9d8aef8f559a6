"""Opening the durable runs of a database. The engine and the database's library are loaded only then."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from venuekit.runs.durable.service import Runs
    from venuekit.runs.durable.twin import AsyncRuns


def open(url: str, *, key: str | Path | None = None) -> Runs:
    """Durable runs in a database: `sqlite:///PATH` for one machine, `postgresql://…` for many.

    `key` seals everything secret in it: see `venuekit.runs.vault.open_seal`. Needs the extra `durable`. Raises
    ConfigurationError for a database that cannot be opened or was sealed with another key.
    """
    try:
        from venuekit.runs.durable.opening import open_runs
    except ImportError as error:
        raise ConfigurationError("durable runs need an extra: pip install 'venuekit[durable]'") from error
    return open_runs(url, key=key)


class OpeningRuns(AbstractAsyncContextManager["AsyncRuns", None]):
    """Durable runs that are about to be opened: `await` it to close them yourself, or use it with `async with`."""

    def __init__(self, url: str, key: str | Path | None) -> None:
        self._url = url
        self._key = key
        self._opened: AsyncRuns | None = None

    def __repr__(self) -> str:
        # The URL may hold a password.
        return "OpeningRuns()"

    def __await__(self) -> Generator[object, None, AsyncRuns]:
        return self._open().__await__()

    async def __aenter__(self) -> AsyncRuns:
        self._opened = await self._open()
        return self._opened

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._opened is not None:
            await self._opened.__aexit__(kind, error, trace)

    async def _open(self) -> AsyncRuns:
        from anyio import to_thread

        runs = await to_thread.run_sync(lambda: open(self._url, key=self._key))
        from venuekit.runs.durable.twin import AsyncRuns

        return AsyncRuns(runs)


def open_async(url: str, *, key: str | Path | None = None) -> OpeningRuns:
    """The asynchronous twin of `open`: the same methods, to be awaited, under asyncio or Trio.

    `runs = await open_async(url)`, or `async with open_async(url) as runs:`.
    """
    return OpeningRuns(url, key)


__all__ = ["OpeningRuns", "open", "open_async"]
