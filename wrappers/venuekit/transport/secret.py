"""Text that must not be shown: one wrapper, and the masking of whole answers."""

from __future__ import annotations

import hmac
import json
import re
from typing import NoReturn

from venuekit.transport.jsontext import as_list, as_object, parse_json

MASK = "***"
_BODY_LIMIT = 2000
# Of a body that is not JSON, no more than this is looked at: masking 10 MB of it would take half a minute.
_LOOKED_AT = 64 * 1024

# Names of fields whose values are never shown, in any spelling (snake, camel, kebab): compared without separators.
_SECRET_NAME = re.compile(
    r"password|passwd|secret|token|jwt|signature|csrf|otp|totp|cookie|authorization|apikey|encryptionkey"
    r"|privatekey|verificationcode|captcha|sessionid|barcode|license",
    re.IGNORECASE,
)
# In a JSON answer these whole names are secrets too, but are too short to match as a part.
_SECRET_WHOLE = {"code", "key", "url", "data"}
_OTPAUTH = re.compile(r"otpauth://[^\s\"']+")
_JWT = re.compile(r"\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*")
# `"name": "value"` and `name=value` in text that is not (or no longer) JSON.
_PAIR = re.compile(
    r"""(["']?)([A-Za-z][\w.-]{0,60})\1\s*[:=]\s*("(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s,;&"'{}\[\]]+)"""
)
_LONG_HEX = re.compile(r"\b(?:0x)?[0-9a-fA-F]{32,}\b")


class SecretText:
    """A secret that shows itself only when asked: `str()`, `repr()` and formatting give a mask.

    Equality is by value. It cannot be pickled, so that it never slips into a queue or a cache file.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The secret in clear."""
        return self._value

    def __str__(self) -> str:
        return mask(self._value)

    def __repr__(self) -> str:
        return f"SecretText({mask(self._value)!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SecretText):
            return NotImplemented
        return hmac.compare_digest(self._value.encode(), other._value.encode())

    def __hash__(self) -> int:
        return hash(("SecretText", self._value))

    def __bool__(self) -> bool:
        return bool(self._value)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a SecretText cannot be pickled")


def mask(text: str) -> str:
    """A stand-in for a secret: `***`, with the last four characters when the secret is long (20 or more)."""
    if not text:
        return ""
    return f"{MASK}{text[-4:]}" if len(text) >= 20 else MASK


def mask_body(text: str) -> str:
    """An answer that may be shown: values of secret-looking fields, JWTs and long hex masked; cut at 2,000 characters."""
    try:
        value = parse_json(text)
    except ValueError:
        value = None
    if as_object(value) is not None or as_list(value):
        return _cut(json.dumps(_masked(value), ensure_ascii=False))
    if len(text) <= _LOOKED_AT:
        return _cut(mask_text(_PAIR.sub(_masked_pair, text)))
    shown = mask_text(_PAIR.sub(_masked_pair, text[:_LOOKED_AT]))
    return f"{shown[:_BODY_LIMIT]}… ({len(text)} characters)"


def mask_text(text: str) -> str:
    """Free text with everything that has the shape of a token masked."""
    for pattern in (_OTPAUTH, _JWT, _LONG_HEX):
        text = pattern.sub(MASK, text)
    return text


def is_secret_name(name: str) -> bool:
    """Whether a field of this name holds a secret, by its name alone."""
    plain = re.sub(r"[^a-z0-9]", "", name.lower())
    return bool(_SECRET_NAME.search(plain))


def _masked_pair(pair: re.Match[str]) -> str:
    quote, name, value = pair.groups()
    if is_secret_name(name) or (quote and name.lower() in _SECRET_WHOLE):
        return pair[0].removesuffix(value) + (f'"{MASK}"' if value[:1] == '"' else MASK)
    return pair[0]


def _masked(value: object, *, name: str = "") -> object:
    members = as_object(value)
    if members is not None:
        # All that is inside something secret is secret, whatever its name.
        inherited = name if is_secret_name(name) else None
        return {k: _masked(v, name=inherited or k) for k, v in members.items()}
    if items := as_list(value):
        return [_masked(item, name=name) for item in items]
    if isinstance(value, str):
        if value and (is_secret_name(name) or name.lower() in _SECRET_WHOLE):
            return MASK
        # One venue's answer may hold another's as text.
        return mask_body(value) if value[:1] in ("{", "[") else mask_text(value)
    if isinstance(value, int) and not isinstance(value, bool) and name and is_secret_name(name):
        return MASK
    return value


def _cut(text: str) -> str:
    return text if len(text) <= _BODY_LIMIT else f"{text[:_BODY_LIMIT]}… ({len(text)} characters)"
