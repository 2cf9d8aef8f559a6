"""`--log`: what Python's loggers say, as lines on stderr."""

from __future__ import annotations

import logging
import os
import socket
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from venuekit.cli.documents import moment
from venuekit.cli.plain import printable
from venuekit.transport.logs import mask_log

if TYPE_CHECKING:
    from venuekit.cli.options import LogLevel


class Lines(logging.Formatter):
    """One line for each record: when, how grave, `who` (a process, or a worker), the logger, and the masked message."""

    def __init__(self) -> None:
        super().__init__()
        self.who = f"{socket.gethostname()}-{os.getpid()}"

    def format(self, record: logging.LogRecord) -> str:
        # What a venue has said must not look like a line of its own.
        text = printable(mask_log(record.getMessage()).replace("\n", " "))
        line = f"{moment(record.created)} {record.levelname} {self.who} {record.name}: {text}"
        if record.exc_info:
            # Not the text in the record: another handler may have put it there, unmasked.
            line = f"{line}\n{printable(mask_log(self.formatException(record.exc_info)))}"
        return line


@contextmanager
def logged(level: LogLevel | None) -> Generator[Lines]:
    """Write to stderr what `venuekit` logs from this level on, and warnings of other libraries; nothing without one."""
    lines = Lines()
    if level is None:
        yield lines
        return
    ours, everything = logging.getLogger("venuekit"), logging.getLogger()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(lines)
    before = ours.level
    # The HTTP library has a word for every URL, which may name the applicant: its level, and the others', stay.
    ours.setLevel(level.name)
    everything.addHandler(handler)
    try:
        yield lines
    finally:
        everything.removeHandler(handler)
        ours.setLevel(before)


__all__ = ["Lines", "logged"]
