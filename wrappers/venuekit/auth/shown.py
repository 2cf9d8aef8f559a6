"""How a secret looks in a `repr`."""

from __future__ import annotations

from venuekit.transport.secret import mask

__all__ = ["shown"]


def shown(secret: object) -> str:
    """The secret masked, or `None` when there is none. For `attrs.field(repr=...)`."""
    return "None" if secret is None else repr(mask(str(secret)))
