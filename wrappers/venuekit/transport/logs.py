"""Logging: the names of our loggers, and a guard on those of the HTTP library.

`venuekit` has a NullHandler; `venuekit.transport` tells every attempt at DEBUG, `venuekit.auth` what the auth flows do.
The HTTP library logs whole URLs and, at DEBUG, headers. Some operations carry secrets in the query, so its records are
masked before any handler sees them.
"""

from __future__ import annotations

import logging
import re

from venuekit.transport.secret import MASK, is_secret_name, mask_text

logging.getLogger("venuekit").addHandler(logging.NullHandler())
logger = logging.getLogger("venuekit.transport")

# httpx2 continues httpx, and names its loggers after itself.
_LOGGERS = tuple(
    name.replace("*", version)
    for version in ("", "2")
    for name in (
        "httpx*",
        "httpcore*.connection",
        "httpcore*.proxy",
        "httpcore*.http11",
        "httpcore*.http2",
        "httpcore*.socks",
    )
)
# These print whole header blocks, as they are and in a coding that anybody can undo.
_SILENT = ("hpack.hpack", "hpack.table")
_QUERY = re.compile(r"([?&]([A-Za-z0-9_.\[\]-]+)=)[^&\s\"']+")
# Header pairs as the library prints them: (b'Set-Cookie', b'...'). A value that was cut off ends with the text.
_SHOWN_HEADERS = frozenset(
    {
        "age", "cache-control", "connection", "content-encoding", "content-length", "content-type", "date", "retry-after",
        "server", "transfer-encoding", "vary",
    }
)  # fmt: skip
_HEADER = re.compile(r"(\(b['\"]([A-Za-z0-9-]+)['\"],\s*)b(['\"])(?s:\\.|(?!\3).)*+(?:\3|\Z)")


class _Masked(logging.Filter):
    """Rewrites a record's text without secrets. It lets every record through."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = mask_log(record.getMessage()), None
        return True


class _Dropped(logging.Filter):
    """Lets no record through."""

    def filter(self, record: logging.LogRecord) -> bool:
        return False


def mask_log(text: str) -> str:
    """A log line without the values of secret query parameters, headers and whatever looks like a token.

    Of headers only those are shown that say how a body is carried: in any other a venue may repeat a secret.
    """
    # Headers first: a query inside one may end in the middle of an escape, and would hide where the header ends.
    text = _HEADER.sub(lambda m: f"{m[1]}b{m[3]}{MASK}{m[3]}" if _is_hidden(m[2]) else m[0], text)
    text = _QUERY.sub(lambda m: m[1] + MASK if is_secret_name(m[2]) else m[0], text)
    return mask_text(text)


def _is_hidden(header: str) -> bool:
    name = header.lower()
    return name not in _SHOWN_HEADERS and not name.startswith("x-ratelimit-")


def guard_http_logs() -> None:
    """Mask what the HTTP library logs. Done once, when the first client is made."""
    for names, kind in ((_LOGGERS, _Masked), (_SILENT, _Dropped)):
        for name in names:
            target = logging.getLogger(name)
            if not any(isinstance(existing, kind) for existing in target.filters):
                target.addFilter(kind())
