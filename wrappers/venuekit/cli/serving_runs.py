"""`venuekit worker`: works on whatever is due until it is told to stop."""

from __future__ import annotations

import signal
import sys
import threading
import time
from types import FrameType
from typing import TYPE_CHECKING

from venuekit.cli import documents
from venuekit.cli.exits import ExitCode
from venuekit.cli.guard import Standing, guarded
from venuekit.cli.logs import logged
from venuekit.cli.plain import printable
from venuekit.cli.store import Store
from venuekit.runs import Event

if TYPE_CHECKING:
    from venuekit.cli.options import LogLevel

_TOLD = ("waiting", "step_failed", "status")


def worker(
    store: Store,
    *,
    name: str | None,
    concurrency: int,
    per_venue: int,
    timeout: float,
    max_retries: int,
    log: LogLevel | None,
    as_json: bool,
) -> int:
    """Work until SIGINT or SIGTERM: calls under way may end, and nothing more is begun."""
    standing = Standing()

    def run() -> int:
        told = threading.Event()
        signals: list[int] = []

        def stop(number: int, frame: FrameType | None) -> None:
            if told.is_set():
                # No patience.
                raise KeyboardInterrupt
            signals.append(number)
            told.set()

        def tell(run: str, event: Event) -> None:
            if event.kind in _TOLD:
                what = " ".join(part for part in (event.kind.replace("_", " "), event.step) if part)
                # What a question or an error says may name the applicant; `venuekit show` has it.
                detail = f" {event.detail}" if event.kind == "status" else ""
                say(f"{run} {event.venue}: {what}{detail}")

        def say(text: str) -> None:
            sys.stderr.write(printable(f"{documents.moment(time.time())} {working.name} {text}") + "\n")

        before = [(number, signal.signal(number, stop)) for number in (signal.SIGINT, signal.SIGTERM)]
        try:
            with logged(log) as lines, store.open() as runs:
                working = runs.worker(
                    name=name,
                    concurrency=concurrency,
                    per_venue=per_venue,
                    timeout=timeout,
                    max_retries=max_retries,
                    on_event=tell,
                )
                lines.who = working.name
                with working:
                    database = runs.ledger.engine.url.render_as_string()
                    if as_json:
                        sys.stdout.write(documents.dump({"worker": working.name, "database": database}))
                        sys.stdout.flush()
                        standing.told = True
                    say(f"works on {database}; Ctrl-C ends it")
                    # Awake now and then: another thread may have got the signal, and only this one runs the handler.
                    while not told.wait(0.5):
                        continue
                    say("calls under way may end; nothing more is begun")
        finally:
            for number, handler in before:
                signal.signal(number, handler)
        return ExitCode.INTERRUPTED if signal.SIGINT in signals else ExitCode.DONE

    return guarded(run, as_json=as_json, standing=standing)
