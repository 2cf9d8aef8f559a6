"""A venue that repeats whatever it is told, in every shape that an answer can have."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from typing import Any

from starlette.types import Receive, Scope, Send

from tests.canary.seeds import canary

# What an answer is made of: status, content type, body; and headers.
Answer = tuple[int, str, str, list[tuple[str, str]]]


def _json(status: int, value: object, *headers: tuple[str, str]) -> Answer:
    return status, "application/json", json.dumps(value), list(headers)


def _refusal(said: str) -> dict[str, object]:
    """A refusal as each of the five would word it."""
    return {
        "success": False,
        "error": f"bad request: {said}",
        "errorMessage": f"null-{said} is wrong",
        "errorCode": 999,
        "errors": [f"cannot use {said}", said],
        "s": "error",
        "errmsg": f"what is {said}",
        "detail": f"unknown: {said}",
        "message": said,
    }


MANNERS: dict[str, Callable[[str, list[str]], Answer]] = {
    "wrong-credentials": lambda said, words: _json(401, {"errors": [f"authz.invalid {said}"], "message": said}),
    "refusal": lambda said, words: _json(400, _refusal(said)),
    "refusal-under-200": lambda said, words: _json(200, {**_refusal(said), "errorCode": None}),
    "words": lambda said, words: _json(422, {"errors": words}),
    "nested": lambda said, words: _json(409, {"result": {"value": {"detail": said}, "statusCode": 409}}),
    "unavailable": lambda said, words: _json(500, {"trace": said, "message": f"cannot parse {said}"}),
    "limited": lambda said, words: _json(429, {"error": said}, ("Retry-After", "7")),
    "page": lambda said, words: (403, "text/html", f"<html><p>{html.escape(said)}</p></html>", []),
    "page-200": lambda said, words: (200, "text/html", f"<html><p>{html.escape(said)}</p></html>", []),
    "truncated": lambda said, words: (200, "application/json", json.dumps({"data": {"echo": said}})[:-4], []),
    "nonsense": lambda said, words: _json(
        # Where a model expects something else, or nothing.
        200, {"data": 1, "result": [], "d": "", "token": {"a": said}, "accessToken": [said], "jwt": [1, said], "odd": said}
    ),
    "list": lambda said, words: _json(200, [said, {"password": said}]),
    "undocumented": lambda said, words: _json(299, {"echo": said}),
    "redirect": lambda said, words: (
        302, "text/plain", said, [("Location", f"https://example.com/{_safe(said)}?token={_safe(said)}")]
    ),
    "headers": lambda said, words: _json(
        400, {}, ("X-Request-Id", _safe(said)), ("Set-Cookie", f"session={canary('set-cookie')}"), ("RBT-JWT", canary("rbt-jwt"))
    ),
}  # fmt: skip


def _safe(said: str) -> str:
    """What a header can hold."""
    return "".join(c for c in said if c.isalnum() or c in "-_.=+/")[:4000]


class FarEnd:
    """An ASGI application that answers in the `manner` that a test sets. It repeats headers, query and body."""

    def __init__(self) -> None:
        self.manner = "refusal"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        body = b""
        more = True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        query = scope["query_string"].decode()
        values = [value.decode("latin-1") for _, value in scope["headers"]]
        text = body.decode("utf-8", "replace")
        said = f"{' | '.join(values)} | {query} | {text}"
        words = [word for value in values for word in value.split()] + list(_words(text, query))
        status, kind, answer, headers = MANNERS[self.manner](said, words)
        raw: list[Any] = [(b"content-type", kind.encode())]
        raw += [(name.lower().encode(), value.encode("latin-1", "replace")) for name, value in headers]
        await send({"type": "http.response.start", "status": status, "headers": raw})
        await send({"type": "http.response.body", "body": answer.encode()})


def _words(text: str, query: str) -> list[str]:
    try:
        found = json.loads(text)
    except ValueError:
        return [part.partition("=")[2] for part in f"{text}&{query}".split("&")]
    return [value for value in found.values() if isinstance(value, str)] if isinstance(found, dict) else []
