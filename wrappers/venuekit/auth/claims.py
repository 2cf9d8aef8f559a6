"""What a token says of itself. Nothing is verified: it only tells when to renew."""

from __future__ import annotations

import base64
import binascii
import json

from venuekit.transport.jsontext import as_object

__all__ = ["claim"]


def claim(token: str, name: str) -> float | None:
    """A number in a JWT's payload; None for what is no JWT, or has none."""
    parts = token.split(".")
    if len(parts) != 3:
        return None
    try:
        claims = as_object(json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4))))
    except (ValueError, binascii.Error, RecursionError):
        return None
    value = (claims or {}).get(name)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    # 1e12 seconds are far beyond any token's end, and still a float.
    return float(value) if 0 <= value < 1e12 else None
