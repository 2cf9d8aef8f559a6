"""Every way in which text can leave the library, watched at once."""

from __future__ import annotations

import logging
import pickle
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from venuekit import Hooks, RequestInfo, ResponseInfo, VenueKitError
from venuekit.cli.documents import dump, error_document
from venuekit.telemetry import otel_hooks

# The loggers of httpx and httpcore, or of what answers in their place (`nox -s tests-httpx2`).
HTTP_LIBRARY = (httpx.__name__, httpcore.__name__)
# The sandbox's server is another party, which knows the secrets by right.
_OTHERS = ("uvicorn", "starlette")


class Exits(logging.Handler):
    """Collects texts by their place."""

    def __init__(self) -> None:
        super().__init__(level=1)
        self._texts: dict[str, list[str]] = {}
        self._spans = InMemorySpanExporter()
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(self._spans))
        self.hooks = (Hooks(self._on_request, self._on_response), otel_hooks(provider))

    @property
    def texts(self) -> dict[str, str]:
        for span in self._spans.get_finished_spans():
            self.note("span", span.to_json())
        self._spans.clear()
        return {place: "\n".join(lines) for place, lines in self._texts.items()}

    def note(self, place: str, *texts: object) -> None:
        self._texts.setdefault(place, []).extend(str(text) for text in texts)

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.startswith(_OTHERS):
            return
        self.note(f"log {record.name}", self.format(record), repr(record.msg), repr(record.args))

    def show(self, place: str, thing: Any) -> None:
        """What a debugger, a log line or a pickle makes of an object."""
        self.note(place, thing, repr(thing), f"{thing}", repr([thing]))
        self.pickled(place, thing)

    def pickled(self, place: str, thing: Any) -> None:
        try:
            self.note(f"pickle of {place}", pickle.dumps(thing).decode("latin-1"))
        except Exception:  # noqa: BLE001 - whatever forbids it is welcome
            return

    def show_error(self, place: str, error: BaseException) -> None:
        """An error, all that it was caused by, and what it carries."""
        self.note(f"traceback of {place}", *traceback.format_exception(error))
        if isinstance(error, VenueKitError):
            self.note(f"JSON of {place}", dump(error_document(error)))
        seen: list[BaseException] = []
        waiting: list[BaseException | None] = [error]
        while waiting:
            one = waiting.pop()
            if one is None or one in seen:
                continue
            seen.append(one)
            waiting += [one.__cause__, one.__context__]
            where = f"{place}: {type(one).__name__}"
            self.note(where, one, repr(one), repr(one.args))
            if isinstance(one, VenueKitError):
                self.note(f"attributes of {where}", vars(one))
                self.pickled(where, one)

    def _on_request(self, info: RequestInfo) -> None:
        self.show("hook", info)

    def _on_response(self, info: ResponseInfo) -> None:
        self.show("hook", info)
        if info.error is not None:
            self.note("hook", str(info.error), vars(info.error))


@contextmanager
def watched() -> Iterator[Exits]:
    """Collect everything that is logged at any level and every warning, until the block ends."""
    exits = Exits()
    root = logging.getLogger()
    before = root.level
    loggers = [
        logging.getLogger(name) for name in ("venuekit", *HTTP_LIBRARY, "hpack", "asyncio", "filelock")
    ]
    levels = [logger.level for logger in loggers]
    root.addHandler(exits)
    root.setLevel(1)
    for logger in loggers:
        logger.setLevel(1)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            yield exits
        for warning in caught:
            exits.note("warning", warning.message, warning.category)
    finally:
        root.removeHandler(exits)
        root.setLevel(before)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
