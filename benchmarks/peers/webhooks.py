"""Signed webhooks, made as each service documents, for the three libraries that verify them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

_SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="


def openai_webhook(module: Any) -> Callable[[bool], None]:
    """Standard Webhooks: id, time and body, signed with the key that follows `whsec_`."""
    client = module.OpenAI(api_key="k", webhook_secret=_SECRET)
    body = json.dumps(
        {"id": "e", "object": "event", "type": "batch.completed", "created_at": 1, "data": {"id": "b"}}
    )

    def take(good: bool) -> None:
        now = str(int(time.time()))
        key = base64.b64decode(_SECRET.removeprefix("whsec_"))
        digest = hmac.new(key, f"wh.{now}.{body}".encode(), hashlib.sha256).digest()
        signature = base64.b64encode(digest if good else digest[::-1]).decode()
        client.webhooks.unwrap(
            body, {"webhook-id": "wh", "webhook-timestamp": now, "webhook-signature": f"v1,{signature}"}
        )

    return take


def stripe_webhook(module: Any) -> Callable[[bool], None]:
    """`t` and body, signed with the secret as it stands."""
    body = json.dumps({"id": "evt", "object": "event", "type": "ping"})

    def take(good: bool) -> None:
        now = int(time.time())
        digest = hmac.new(_SECRET.encode(), f"{now}.{body}".encode(), hashlib.sha256).hexdigest()
        header = f"t={now},v1={digest if good else digest[::-1]}"
        module.Webhook.construct_event(body, header, _SECRET)

    return take


def githubkit_webhook(webhooks: Any) -> Callable[[bool], None]:
    """The body alone."""
    body = b'{"zen": "z"}'

    def take(good: bool) -> None:
        digest = hmac.new(_SECRET.encode(), body, hashlib.sha256).hexdigest()
        if not webhooks.verify(_SECRET, body, f"sha256={digest if good else digest[::-1]}"):
            raise ValueError("not verified")

    return take
