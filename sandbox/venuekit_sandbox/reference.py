"""The API reference of each venue, with requests to try: `/<venue>/docs` and `/<venue>/openapi.json`.

The page is Scalar, as published in the npm package `@scalar/api-reference` and stored here, compressed, with its
licence; nothing is loaded from another host, and the page's own policy forbids it. A new version: set `SCALAR`,
and store `dist/browser/standalone.js` of that version as `pages/scalar.js.gz` (`gzip -9n`).
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from venuekit_sandbox import specs

SCALAR: Final = "1.72.1"
"""The version of `pages/scalar.js.gz`."""

_PAGES = files("venuekit_sandbox").joinpath("pages")
_SETTINGS = {
    "url": "openapi.json",
    # Everything that would leave the machine, or offers to.
    "agent": {"disabled": True},
    "externalUrls": {},
    "hideClientButton": True,
    "mcp": {"disabled": True},
    "proxyUrl": "",
    "showDeveloperTools": "never",
    "telemetry": False,
    "withDefaultFonts": False,
    "persistAuth": False,
}


def routes(venue: str) -> list[BaseRoute]:
    """`/docs`, the script that it loads, and `/openapi.json`, below the venue's mount."""

    async def page(request: Request) -> Response:
        text, policy = _page(venue)
        return HTMLResponse(text, headers={"Content-Security-Policy": policy})

    async def openapi(request: Request) -> Response:
        return JSONResponse(here(venue, f"{request.url.scheme}://{request.url.netloc}"))

    return [
        Route("/docs", page, name="docs"),
        Route(f"/docs/scalar-{SCALAR}.js", _script, name="docs_script"),
        Route("/openapi.json", openapi, name="openapi"),
    ]


def here(venue: str, url: str) -> dict[str, object]:
    """The spec of a venue with the sandbox at `url` as its only server."""
    document = specs.document(venue)
    return {
        **document,
        "servers": [{"url": url + specs.base(venue), "description": "This sandbox"}],
        "paths": {
            path: {key: value for key, value in item.items() if key != "servers"}
            for path, item in document["paths"].items()
        },
    }


async def _script(request: Request) -> Response:
    packed = _PAGES.joinpath("scalar.js.gz").read_bytes()
    headers = {"Vary": "Accept-Encoding", "Cache-Control": "public, max-age=31536000, immutable"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
    else:
        packed = gzip.decompress(packed)
    return Response(packed, media_type="text/javascript", headers=headers)


@cache
def _page(venue: str) -> tuple[str, str]:
    """The page, and the policy under which a browser shows it."""
    start = f"Scalar.createApiReference('#app', {json.dumps(_SETTINGS, sort_keys=True)})"
    title = str(specs.document(venue)["info"]["title"])
    template = Template(_PAGES.joinpath("reference.html").read_text(encoding="utf-8"))
    text = template.substitute(title=escape(title), script=f"docs/scalar-{SCALAR}.js", start=start)
    digest = base64.b64encode(hashlib.sha256(start.encode()).digest()).decode("ascii")
    policy = [
        "default-src 'none'",
        f"script-src 'self' 'sha256-{digest}'",
        "style-src 'unsafe-inline'",
        "connect-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    ]
    return text, "; ".join(policy)
