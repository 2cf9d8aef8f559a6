"""How a secret looks in a `repr`, and that it goes into no pickle."""

from __future__ import annotations

from typing import NoReturn

from venuekit.transport.secret import mask

__all__ = ["NotPickled", "shown"]


class NotPickled:
    """Base of what holds secrets in clear: it cannot be pickled, so that it never slips into a queue or a cache file."""

    __slots__ = ()

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds secrets and cannot be pickled")


def shown(secret: object) -> str:
    """The secret masked, or `None` when there is none. For `attrs.field(repr=...)`."""
    return "None" if secret is None else repr(mask(str(secret)))
