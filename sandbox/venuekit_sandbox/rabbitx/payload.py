"""The signature on a write: an HMAC over the body's top-level members, exactly as they were sent."""

from __future__ import annotations

import hashlib
import hmac
import json
import re

_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()


def raw_members(body: bytes) -> dict[str, str]:
    """The top-level members of a JSON object: decoded name to raw text of the value, as sent.

    An empty body has none. The last of equal names wins. Raises `ValueError` when the body is not one JSON
    object.
    """
    text = body.decode("utf-8")
    at = _skip(text, 0)
    if at == len(text):
        return {}
    at = _expect(text, at, "{")
    members: dict[str, str] = {}
    if text[at : at + 1] == "}":
        return _end(text, at + 1, members)
    while True:
        if text[at : at + 1] != '"':
            raise ValueError(f"a member name is expected at {at}")
        name, after_name = _DECODER.raw_decode(text, at)
        start = _expect(text, _skip(text, after_name), ":")
        _, end = _DECODER.raw_decode(text, start)
        members[name] = text[start:end]
        at = _skip(text, end)
        if text[at : at + 1] == "}":
            return _end(text, at + 1, members)
        at = _expect(text, at, ",")


def signed_text(body: bytes, *, method: str, path: str, timestamp: int) -> str:
    """The members, `method` and `path`, sorted by name, as `name=value` without separators, and the time."""
    values = {name: _trim(raw) for name, raw in raw_members(body).items()}
    values["method"] = method.upper()
    values["path"] = path
    return "".join(f"{name}={values[name]}" for name in sorted(values)) + str(timestamp)


def signature(text: str, secret: str) -> str:
    """`0x` and the hex of HMAC-SHA256 over the raw SHA-256 of `text`, keyed by the hex-decoded secret."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return "0x" + hmac.new(bytes.fromhex(secret.removeprefix("0x")), digest, hashlib.sha256).hexdigest()


def same(left: str, right: str) -> bool:
    """Whether two signatures are equal, in constant time; hex digits in either case."""
    return hmac.compare_digest(left.lower().encode(), right.lower().encode())


def _trim(raw: str) -> str:
    return raw[1:-1] if raw.startswith('"') else raw


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found is not None else at


def _expect(text: str, at: int, mark: str) -> int:
    if text[at : at + 1] != mark:
        raise ValueError(f"{mark} is expected at {at}")
    return _skip(text, at + 1)


def _end(text: str, at: int, members: dict[str, str]) -> dict[str, str]:
    if _skip(text, at) != len(text):
        raise ValueError("text follows the JSON object")
    return members
