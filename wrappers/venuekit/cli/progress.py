"""What is going on, on stderr: a live table on a terminal, a few plain lines elsewhere."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from venuekit.cli.plain import printable
from venuekit.recipes.core import CaseStatus

if TYPE_CHECKING:
    from venuekit.runs import Event


@dataclass(slots=True)
class _Row:
    done: int = 0
    now: str = "starting"
    style: str = "dim"
    started: float = 0.0
    ended: float | None = None


class Progress:
    """Shows the events of a run. Use as a context manager; call it with events, from any thread."""

    def __init__(
        self, venues: Sequence[str], *, console: Console, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._console = console
        self._clock = clock
        self._lock = threading.Lock()
        self._rows = {venue: _Row(started=clock()) for venue in venues}
        self._live: Live | None = None

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    @contextmanager
    def paused(self) -> Generator[None]:
        """No moving display inside, so that a person can be asked."""
        self._stop()
        try:
            yield
        finally:
            self._start()

    def __call__(self, event: Event) -> None:
        """Take note of an event."""
        with self._lock:
            row = self._rows.setdefault(event.venue, _Row(started=self._clock()))
            self._note(row, event)
        if not self._console.is_terminal and event.kind in _TOLD:
            # Why a case failed is said once, when all have ended.
            detail = event.detail if event.kind in ("waiting", "pausing") or event.detail in _STATUSES else ""
            what = " ".join(part for part in (event.kind.replace("_", " "), event.step, detail) if part)
            self._console.print(Text(printable(f"{event.venue}: {what}")), soft_wrap=True)

    def _note(self, row: _Row, event: Event) -> None:
        match event.kind:
            case "step_started":
                row.now, row.style = f"{event.step} ({event.detail})" if event.detail else event.step, "cyan"
            case "step_done":
                row.done += 1
            case "waiting":
                row.now, row.style = f"waiting: {event.detail or event.step}", "yellow"
            case "pausing":
                row.now, row.style = f"pausing {event.detail}", "yellow"
            case "answered":
                row.done += 1
                row.now, row.style = "answered", "cyan"
            case "step_failed":
                row.now, row.style = event.detail, "red"
            case "finished":
                row.ended = self._clock()
                row.now = event.detail
                row.style = "green" if event.detail == "active" else "bold red"
            case _:
                pass

    def __rich__(self) -> Table:
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(style="bold", no_wrap=True, min_width=max(map(len, self._rows), default=0))
        table.add_column(justify="right", style="dim", no_wrap=True, min_width=8)
        table.add_column(justify="right", style="dim", no_wrap=True, min_width=7)
        table.add_column(no_wrap=True, overflow="ellipsis")
        with self._lock:
            for venue, row in self._rows.items():
                seconds = (row.ended if row.ended is not None else self._clock()) - row.started
                table.add_row(
                    venue, f"{row.done} steps", f"{seconds:.1f} s", Text(printable(row.now), style=row.style)
                )
        return table

    def _start(self) -> None:
        if self._console.is_terminal and self._live is None:
            self._live = Live(
                get_renderable=self.__rich__,
                console=self._console,
                refresh_per_second=8,
                # What stays on the screen is the table of cases.
                transient=True,
                # stdout is data: nothing of it may be caught and moved to stderr.
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._live.start()

    def _stop(self) -> None:
        if self._live is not None:
            self._live.stop()
            self._live = None


_TOLD = ("waiting", "pausing", "step_failed", "finished")
_STATUSES = frozenset(CaseStatus)
