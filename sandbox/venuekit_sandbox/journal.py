"""The journal: one entry per request, without anything secret or personal in it."""

from __future__ import annotations

import itertools
import re
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, unquote_plus

from venuekit_sandbox import magic, strict_json

CAPACITY: Final = 10_000
_MASK = "***"
_MOST_NAMES = 100
_LONGEST_PATH = 2_000
_LONGEST_ERROR = 4_096
_LONGEST_BODY = 1_000_000
# A name that looks like a value, such as a token sent in place of a field, is not shown.
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,39}(?:\[\])?")
_SECRET = re.compile(
    "token|jwt|secret|passw|pwd|code|otp|key|sign|auth|session|credential|captcha|nonce|hash|cookie"
    "|mail|phone|name|birth|address|wallet|street|city|document|number|user|account",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[^\s\"'<>/@,;:=&?]{1,128}@[^\s\"'<>/@,;:=&?]{1,255}")
_ADDRESS_HINTS = (b"@", b"%40", b"\\u0040")
_PART_NAME = re.compile(rb'content-disposition:[^\r\n]{0,200}?[; ]name="([^"\r\n]{1,100})"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FiredFault:
    """The rule that decided about a call."""

    id: int
    effect: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One request.

    `at` is the sandbox's time, `ms` real milliseconds. `venue` and `operation` are None where nothing of that name is.
    `status` is None when the connection ended without a whole answer. `fields` are the names of the body's outermost
    fields, `error` is the body of an answer from 400 on, as JSON where it is JSON. Values of the query and parts of
    the path that look secret or personal are `***`.
    """

    id: int
    at: float
    venue: str | None
    operation: str | None
    method: str
    path: str
    status: int | None
    ms: float
    fault: FiredFault | None
    magic: Sequence[str]
    content_type: str | None
    fields: Sequence[str]
    error: object


class Journal:
    """The last entries, oldest first; the oldest are dropped when there are more than `capacity`."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._entries: deque[Entry] = deque(maxlen=capacity)
        self._ids = itertools.count(1)
        self._lock = threading.Lock()

    def next_id(self) -> int:
        """A number for an entry. Numbers go on, whatever is cleared."""
        return next(self._ids)

    def add(self, entry: Entry) -> None:
        """Write it down."""
        with self._lock:
            self._entries.append(entry)

    def entries(
        self,
        *,
        venue: str | None = None,
        operation: str | None = None,
        status: int | None = None,
        since: int | None = None,
    ) -> list[Entry]:
        """The entries that match every given filter, oldest first. `since` is an entry's id: those after it."""
        with self._lock:
            found = list(self._entries)
        return [
            entry
            for entry in found
            if (venue is None or entry.venue == venue)
            and (operation is None or entry.operation == operation)
            and (status is None or entry.status == status)
            and (since is None or entry.id > since)
        ]

    def clear(self) -> None:
        """Forget all entries."""
        with self._lock:
            self._entries.clear()


@dataclass(frozen=True, slots=True)
class Carried:
    """What a request carries: the names of its body's outermost fields, and the outcomes that its addresses ask for."""

    fields: Sequence[str]
    outcomes: frozenset[str]


_NOTHING = Carried((), frozenset())


def carried(*, path: str, query: bytes, content_type: str, body: bytes) -> Carried:
    """Look at a request. Bodies of more than a megabyte are left aside."""
    if not body and not query and "@" not in path:
        return _NOTHING
    names, texts = _read(content_type, body) if 0 < len(body) <= _LONGEST_BODY else ((), ())
    asked: set[str] = set()
    if any(hint in body for hint in _ADDRESS_HINTS):
        asked.update(itertools.chain.from_iterable(map(_outcomes, texts)))
    if query and any(hint in query for hint in _ADDRESS_HINTS):
        for _, value in parse_qsl(query.decode("latin-1")):
            asked |= _outcomes(value)
    if "@" in path:
        asked |= _outcomes(path)
    shown = tuple(name if _NAME.fullmatch(name) else _MASK for name in itertools.islice(names, _MOST_NAMES))
    return Carried(shown, frozenset(asked))


def shown_path(path: str, query: bytes) -> str:
    """Path and query with what looks secret or personal masked."""
    shown = masked(path) if "@" in path else path
    if query:
        shown += "?" + "&".join(_pair(pair) for pair in query.decode("latin-1").split("&"))
    return shown[:_LONGEST_PATH]


def shown_error(body: bytes) -> object:
    """The body of a refusal: JSON where it is JSON, else text; e-mail addresses masked, at most four kilobytes."""
    if not body:
        return None
    text = masked(body.decode("utf-8", "replace"))
    try:
        return strict_json.parse(text.encode())
    except strict_json.BadJson:
        return text


def masked(text: str) -> str:
    """The text with its e-mail addresses masked."""
    return _ADDRESS.sub(_MASK, text)


def _pair(pair: str) -> str:
    name, equals, value = pair.partition("=")
    plain = unquote(name)
    if not equals or not _NAME.fullmatch(plain):
        return _MASK
    hidden = _SECRET.search(plain) or "@" in unquote(value)
    return f"{quote(plain)}={_MASK if hidden else value}"


def _outcomes(text: str) -> frozenset[str]:
    if "+" not in text or "@" not in text:
        return frozenset()
    return frozenset().union(*(magic.outcomes(found[0]) for found in _ADDRESS.finditer(text)))


def _read(content_type: str, body: bytes) -> tuple[Sequence[str], Iterator[str] | Sequence[str]]:
    """The names of the outermost fields, and every text in the body."""
    if "urlencoded" in content_type:
        text = body.decode("latin-1")
        # What comes without a name is a value.
        names = [unquote_plus(pair.partition("=")[0]) for pair in text.split("&") if "=" in pair]
        return names, [value for _, value in parse_qsl(text)]
    if content_type.startswith("multipart/"):
        names = [found[1].decode("latin-1") for found in _PART_NAME.finditer(body)]
        return names, [body.decode("latin-1")]
    if body.lstrip()[:1] not in (b"{", b"["):
        return (), ()
    try:
        document = strict_json.parse(body)
    except strict_json.BadJson:
        return (), ()
    return list(document) if isinstance(document, dict) else (), _texts(document)


def _texts(document: object) -> Iterator[str]:
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict):
        for value in document.values():
            yield from _texts(value)
    elif isinstance(document, list):
        for value in document:
            yield from _texts(value)
