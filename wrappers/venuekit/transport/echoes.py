"""Taking out of an answer what the request had secret: a venue may repeat it anywhere, in any words.

What is looked for are the values of secret headers, cookies, query parameters and body fields of the request, as they
are and as they are written in JSON, URLs and HTML.
"""

from __future__ import annotations

import base64
import binascii
import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, quote_plus

from venuekit.transport.jsontext import as_list, as_object, parse_json
from venuekit.transport.secret import MASK, is_secret_name

if TYPE_CHECKING:
    from venuekit.transport.http import Request, Response

# A shorter value is too common a word to be looked for.
_SHORTEST = 4
# From this length on a value is looked for inside of words as well.
_LONG = 12
# Whole names of body fields that hold a secret, and are too common to be one in other places.
_SECRET_FIELDS = frozenset({"code", "pin"})
_LONGEST_BODY = 1_000_000


def scrubber(response: Response) -> Callable[[str], str]:
    """A function that masks the secrets of an answer's request in a text of that answer."""
    try:
        request = response.request
    except RuntimeError:  # an answer that was made by hand
        return lambda text: text
    return scrubber_of(request)


def scrubber_of(request: Request) -> Callable[[str], str]:
    """The same for a request that got no answer."""
    values = sorted(_spelled(_secrets(request)), key=len, reverse=True)
    if not values:
        return lambda text: text
    pattern = re.compile("|".join(_looked_for(value) for value in values))
    return lambda text: _without_torn_end(pattern.sub(MASK, text), values)


def _without_torn_end(text: str, values: list[str]) -> str:
    """A text that breaks off within a secret ends before it."""
    longest = max((_torn(text, value) for value in values), default=0)
    return f"{text[:-longest]}{MASK}" if longest else text


def _torn(text: str, value: str) -> int:
    """How many characters at the end of a text are the beginning of a value; 0 when too few to tell."""
    for length in range(min(len(value) - 1, len(text)), _SHORTEST - 1, -1):
        if text.endswith(value[:length]):
            return length
    return 0


def _looked_for(value: str) -> str:
    found = re.escape(value)
    # A password can be a word of which the venue's own codes are made: "password" in "password.weak".
    return found if len(value) >= _LONG else rf"(?<!\w)(?<!\w\.){found}(?!\w)(?!\.\w)"


def _spelled(values: Iterable[str]) -> set[str]:
    spelled: set[str] = set()
    for value in values:
        value = value.strip()
        if len(value) >= _SHORTEST:
            spelled |= {
                value,
                json.dumps(value)[1:-1],
                json.dumps(value, ensure_ascii=False)[1:-1],
                repr(value)[1:-1],
                quote(value, safe=""),
                quote_plus(value),
                html.escape(value),
            }
    return spelled


def _secrets(request: Request) -> Iterator[str]:
    for name, value in request.headers.items():
        if is_secret_name(name):
            yield from _in_header(name.lower(), value)
    query = request.url.query.decode("ascii", "replace")
    yield from (value for name, value in parse_qsl(query) if is_secret_name(name))
    yield from _in_body(request)


def _in_header(name: str, value: str) -> Iterator[str]:
    yield value
    if name == "cookie":
        for pair in value.split(";"):
            yield pair.partition("=")[2]
        return
    scheme, _, rest = value.partition(" ")
    yield rest
    if scheme.lower() == "basic":
        try:
            yield base64.b64decode(rest).decode().partition(":")[2]
        except (binascii.Error, ValueError):
            return


def _in_body(request: Request) -> Iterator[str]:
    try:
        content = request.content
    except RuntimeError:  # a stream that was not read
        return
    if not content or len(content) > _LONGEST_BODY:
        return
    kind = request.headers.get("content-type", "")
    text = content.decode("utf-8", "replace")
    if kind.startswith("application/x-www-form-urlencoded"):
        yield from (value for name, value in parse_qsl(text) if _is_secret_field(name))
    elif "json" in kind:
        try:
            yield from _in_json(parse_json(text), secret=False)
        except ValueError:
            return


def _in_json(value: object, *, secret: bool) -> Iterator[str]:
    members: Mapping[str, object] | None = as_object(value)
    if members is not None:
        for name, item in members.items():
            yield from _in_json(item, secret=secret or _is_secret_field(name))
        return
    for item in as_list(value):
        yield from _in_json(item, secret=secret)
    if secret and isinstance(value, str):
        yield value


def _is_secret_field(name: str) -> bool:
    return is_secret_name(name) or name.lower() in _SECRET_FIELDS


__all__ = ["scrubber", "scrubber_of"]
