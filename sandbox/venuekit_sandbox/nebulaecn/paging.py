"""Paging: `page` and `limit` in, headers out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlencode

from venuekit_sandbox.nebulaecn.calls import Answer, Call
from venuekit_sandbox.nebulaecn.params import Params

PAGE_LIMIT = 100


def page_checks(prefix: str) -> Mapping[str, Callable[[str], str | None]]:
    """Rules for `page` and `limit` with the keys of one resource."""

    def page(text: str) -> str | None:
        number = whole(text)
        if number is None:
            return f"{prefix}.non_integer_page"
        return None if number > 0 else f"{prefix}.non_positive_page"

    def limit(text: str) -> str | None:
        number = whole(text)
        if number is None:
            return f"{prefix}.non_integer_limit"
        return None if 1 <= number <= PAGE_LIMIT else f"{prefix}.invalid_limit"

    return {"page": page, "limit": limit}


def whole(text: str) -> int | None:
    """A decimal integer, or None."""
    return int(text) if re.fullmatch(r"\s*[+-]?\d{1,18}\s*", text) else None


def paged(call: Call, params: Params, rows: Sequence[object]) -> Answer:
    """One page of `rows`, with `Total`, `Per-Page`, `Page`, and `Link` when there are more pages."""
    page, limit = whole(params.text("page")) or 1, whole(params.text("limit")) or PAGE_LIMIT
    last = max(-(-len(rows) // limit), 1)
    headers = {"Total": str(len(rows)), "Per-Page": str(limit), "Page": str(page)}
    targets: dict[str, int] = {}
    if page > 1:
        targets |= {"first": 1, "prev": page - 1}
    if page < last:
        targets |= {"last": last, "next": page + 1}
    if targets:
        headers["Link"] = ", ".join(
            f'<{_url(call, params, to)}>; rel="{name}"' for name, to in targets.items()
        )
    return Answer(200, list(rows[(page - 1) * limit : page * limit]), headers)


def _url(call: Call, params: Params, page: int) -> str:
    query = {
        name: value for name, value in params.values.items() if name in ("ordering", "order_by", "limit")
    }
    return f"{call.url}?{urlencode(query | {'page': page})}"
