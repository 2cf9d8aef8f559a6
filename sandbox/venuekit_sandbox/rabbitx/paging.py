"""Pages, as the venue's lists have them: `p_page` from 0, `p_limit`, `p_order`."""

from __future__ import annotations

from dataclasses import dataclass

from venuekit_sandbox.asgi import Call
from venuekit_sandbox.rabbitx.errors import Refused

MAX_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `asked`: the caller named one."""

    number: int = 0
    limit: int = 50
    order: str = "DESC"
    asked: bool = False

    def places(self, total: int) -> range:
        """The places, in a list of `total` with the oldest first, that this page shows."""
        shown = range(total)[:: 1 if self.order == "ASC" else -1]
        return shown[self.number * self.limit : (self.number + 1) * self.limit]

    def as_json(self, total: int) -> dict[str, object]:
        """Where the page stands in the list."""
        return {"limit": self.limit, "order": self.order, "page": self.number, "total": total}

    def is_last(self, total: int) -> bool:
        return (self.number + 1) * self.limit >= total


def asked(call: Call) -> Page:
    """The page that a call asks for. Raises `Refused` 400."""
    names = ("p_page", "p_limit", "p_order")
    order = call.query("p_order") or "DESC"
    if order not in ("ASC", "DESC"):
        raise Refused(400, "p_order: ASC or DESC is expected")
    return Page(
        number=_integer(call, "p_page", default=0, least=0, most=10**9),
        limit=_integer(call, "p_limit", default=50, least=1, most=MAX_LIMIT),
        order=order,
        asked=any(call.query(name) is not None for name in names),
    )


def _integer(call: Call, name: str, *, default: int, least: int, most: int) -> int:
    sent = call.query(name)
    if sent is None:
        return default
    if not (sent.isascii() and sent.isdigit()) or len(sent) > 10 or not least <= int(sent) <= most:
        raise Refused(400, f"{name}: an integer from {least} to {most} is expected")
    return int(sent)
