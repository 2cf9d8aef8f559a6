"""Answers that a fault gives in the venue's place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus

from starlette.responses import Response

from venuekit_sandbox.faults import Fault


def answer(fault: Fault) -> Response:
    """The answer of a fault with the effect `status`, `html` or `rate_limit`."""
    if fault.effect == "rate_limit":
        return _rate_limit(fault.venue, 1.0 if fault.seconds is None else fault.seconds)
    if fault.effect == "html":
        return _page(502 if fault.status is None else fault.status)
    headers = dict(fault.headers)
    if fault.body is None:
        content, kind = b"", None
    elif isinstance(fault.body, str):
        content, kind = fault.body.encode("utf-8", "replace"), "text/plain; charset=utf-8"
    else:
        content, kind = json.dumps(fault.body).encode(), "application/json"
    if kind is not None and not any(name.lower() == "content-type" for name in headers):
        headers["Content-Type"] = kind
    return Response(content, fault.status or 500, headers)


_TOO_MANY: Mapping[str, tuple[str, str]] = {
    "rabbitx": ("application/json", '{"success":false,"error":"too many requests","result":[]}'),
    # JSON that is called plain text, like everything that this gateway refuses.
    "nebulaecn": ("text/plain; charset=utf-8", '{"errors":["identity.session.rack_attack_limit"]}'),
    "tradelocker": (
        "application/json",
        '{"statusCode":429,"message":"Too Many Requests","error":"Too Many Requests"}',
    ),
}


def _rate_limit(venue: str, seconds: float) -> Response:
    wait = str(max(0, round(seconds)))
    name = "X-RateLimit-Retry-After" if venue == "rabbitx" else "Retry-After"
    kind, text = _TOO_MANY.get(venue, ("text/plain; charset=utf-8", "Too Many Requests"))
    return Response(text, 429, {name: wait, "Content-Type": kind})


_TITLES = {
    403: "Sorry, you have been blocked",
    520: "Web server is returning an unknown error",
    521: "Web server is down",
    522: "Connection timed out",
    523: "Origin is unreachable",
    524: "A timeout occurred",
}
_PAGE = """<!DOCTYPE html>
<html lang="en-US">
<head><title>{status}: {title}</title></head>
<body>
<h1>{title} <span>Error code {status}</span></h1>
<p>Cloudflare Ray ID: <strong>0000000000000000</strong> &bull; Performance &amp; security by Cloudflare</p>
</body>
</html>
"""


def _page(status: int) -> Response:
    known = {s.value: s.phrase for s in HTTPStatus}
    title = _TITLES.get(status) or known.get(status, "Error")
    headers = {
        "Content-Type": "text/html; charset=UTF-8",
        "Cache-Control": "no-store, no-cache",
        "Server": "cloudflare",
        "CF-RAY": "0000000000000000-SBX",
    }
    return Response(_PAGE.format(status=status, title=title), status, headers)
