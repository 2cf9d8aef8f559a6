"""The outbox for people: `GET /_sandbox/outbox.html`, e-mails and SMS of all venues, newest first.

`?venue=`, `?kind=` and `?q=` (a part of the text, of any case) choose among them. The page works without scripts;
with them it follows the outbox and copies codes.
"""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from starlette.responses import HTMLResponse, Response

from venuekit_sandbox.asgi import Call
from venuekit_sandbox.world import Message, World

SHOWN: Final = 200
"""The page shows this many messages at most."""

_VENUES = ("rabbitx", "stokn", "nebulaecn", "tradelocker", "t4")
_KINDS = ("email", "sms")


def page(world: World, call: Call) -> Response:
    """The page for what the query asks for."""
    venue, kind, words = (call.query(name) or "" for name in ("venue", "kind", "q"))
    messages = world.outbox.messages(venue=venue or None, kind=kind or None)
    found = [message for message in reversed(messages) if words.casefold() in _text(message)]
    template, policy = _parts()
    text = template.substitute(
        venues=_options("venue", _VENUES, venue),
        kinds=_options("kind", _KINDS, kind),
        words=escape(words),
        count=_count(len(found)),
        messages="\n".join(map(_message, found[:SHOWN])) or '<p class="empty">No messages.</p>',
    )
    headers = {"Content-Security-Policy": policy, "Cache-Control": "no-store"}
    # Half a surrogate pair cannot be sent as UTF-8.
    return HTMLResponse(text.encode("utf-8", "replace"), headers=headers)


def _text(message: Message) -> str:
    return "\n".join((message.to, message.subject, message.text, message.code)).casefold()


def _count(found: int) -> str:
    more = f", the newest {SHOWN} shown" if found > SHOWN else ""
    return f"{found} message{'' if found == 1 else 's'}{more}"


def _options(name: str, values: tuple[str, ...], chosen: str) -> str:
    every = f'<option value="">every {name}</option>'
    return every + "".join(
        f'<option value="{value}"{" selected" if value == chosen else ""}>{value}</option>'
        for value in values
    )


def _message(message: Message) -> str:
    at = datetime.fromtimestamp(message.at, UTC)
    return (
        f'<article data-id="{message.id}" class="{escape(message.kind)}"><header>'
        f'<span class="venue">{escape(message.venue)}</span><span class="kind">{escape(message.kind)}</span>'
        f'<b>{escape(message.to)}</b><time datetime="{at.isoformat()}">{at:%Y-%m-%d %H:%M:%S} UTC</time></header>'
        f"<h2>{escape(message.subject)}</h2><p>{escape(message.text)}</p>"
        f'<div class="code"><code>{escape(message.code)}</code>'
        f'<button type="button" data-copy="{escape(message.code)}">Copy</button></div></article>'
    )


@cache
def _parts() -> tuple[Template, str]:
    """The template with its style and script, and the policy that admits these two and nothing else."""
    pages = files("venuekit_sandbox").joinpath("pages")
    style, script = (pages.joinpath(f"outbox.{kind}").read_text(encoding="utf-8") for kind in ("css", "js"))
    html = pages.joinpath("outbox.html").read_text(encoding="utf-8")
    # The template's own placeholders are filled in later; style and script hold no dollar sign.
    text = Template(html).safe_substitute(style=style, script=script)
    policy = [
        "default-src 'none'",
        f"style-src {_hash(style)}",
        f"script-src {_hash(script)}",
        "connect-src 'self'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ]
    return Template(text), "; ".join(policy)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
