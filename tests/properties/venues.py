"""Clients of the five venues in front of a venue that answers whatever it is told to."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from tests.codegen.test_codegen_generated import arguments
from venuekit import (
    T4,
    AsyncNebulaECN,
    AsyncRabbitX,
    AsyncStokn,
    AsyncT4,
    AsyncTradeLocker,
    NebulaECN,
    RabbitX,
    Stokn,
    StoknToken,
    TradeLocker,
    TradeLockerTokens,
)
from venuekit_clients.runtime import Operation

NOW = 1_700_000_000.0
TOKEN = "a-token"
VENUES: Mapping[str, tuple[Callable[..., Any], Callable[..., Any], Mapping[str, Any]]] = {
    "rabbitx": (RabbitX, AsyncRabbitX, {"api_key": "key", "api_secret": "ab" * 32}),
    "stokn": (
        Stokn,
        AsyncStokn,
        {"client_id": "id", "client_secret": "secret", "user_token": StoknToken("jane", TOKEN)},
    ),
    "nebulaecn": (NebulaECN, AsyncNebulaECN, {"api_key": "kid", "api_secret": "secret"}),
    "tradelocker": (
        TradeLocker,
        AsyncTradeLocker,
        {"tokens": TradeLockerTokens(TOKEN, TOKEN), "account_number": 1},
    ),
    "t4": (T4, AsyncT4, {"api_key": "key"}),
}


@cache
def examples(venue: str) -> Mapping[str, Mapping[str, Any]]:
    text = files(f"venuekit_clients.{venue}").joinpath("examples.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, Any]] = json.loads(text)
    return found


def operations(venue: str) -> Mapping[str, Operation]:
    found: Mapping[str, Operation] = import_module(f"venuekit_clients.{venue}").OPERATIONS
    return found


ALL = [(venue, name) for venue in VENUES for name in operations(venue)]


class FarEnd:
    """An ASGI application. One operation gets the answers that a test sets; all others the example of the spec."""

    def __init__(self, venue: str) -> None:
        self.venue = venue
        self.operation = ""
        self.status = 200
        self.content_type = "application/json"
        self.body = b""
        self.headers: list[tuple[bytes, bytes]] = []
        # An operation that is answered with 401 until the told one has been called.
        self.refused = ""
        self.asked: list[str] = []
        self._routes = [
            (operation.method.upper(), operation.path.split("/"), name)
            for name, operation in operations(venue).items()
        ]

    def tell(self, operation: str, status: int, body: bytes, content_type: str = "application/json") -> None:
        self.operation, self.status, self.body, self.content_type = operation, status, body, content_type
        self.asked.clear()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        name = self._name(scope["method"], scope["path"])
        self.asked.append(name)
        status, content, kind = self.status, self.body, self.content_type
        if name == self.refused and self.operation not in self.asked:
            status, content, kind = 401, b"{}", "application/json"
        elif name != self.operation:
            shown = examples(self.venue)[name]
            status, content, kind = shown["status"], json.dumps(shown["answer"]).encode(), "application/json"
        answered = [*self.headers, *([(b"content-type", kind.encode())] if kind else [])]
        await send({"type": "http.response.start", "status": status, "headers": answered})
        await send({"type": "http.response.body", "body": content})

    def _name(self, method: str, path: str) -> str:
        # Paths of the clients begin with what their base URL has.
        parts = path.split("/")
        fits = [
            name
            for verb, template, name in self._routes
            if verb == method
            and all(
                wanted == given or wanted.startswith("{")
                for wanted, given in zip(template[1:], parts[-len(template) + 1 :], strict=False)
            )
            and len(parts) >= len(template)
        ]
        # A literal path before one with placeholders.
        return min(fits, key=lambda name: operations(self.venue)[name].path.count("{"))


def call(client: Any, venue: str, name: str) -> Any:
    """Call an operation with its example. From an asynchronous client comes a coroutine."""
    operation = operations(venue)[name]
    method = getattr(getattr(client, operation.tag), operation.name)
    return method(**arguments(venue, name, inspect.signature(method)))


@cache
def success_type(venue: str, name: str) -> Any:
    """What the method says that it returns."""
    operation = operations(venue)[name]
    resources = import_module(f"venuekit_clients.{venue}.api.{operation.tag}")
    resource = getattr(resources, "".join(part.title() for part in operation.tag.split("_")) + "Resource")
    returned = inspect.signature(getattr(resource, operation.name)).return_annotation
    return eval(returned, vars(import_module("typing")) | _models(venue))


def _models(venue: str) -> dict[str, Any]:
    models = import_module(f"venuekit_clients.{venue}.models")
    return {name: getattr(models, name) for name in models.__all__}


def fits(value: object, wanted: Any) -> bool:
    """Whether a value is of an annotated type; of a list each item."""
    origin = get_origin(wanted)
    if origin in (Union, UnionType):
        return any(fits(value, one) for one in get_args(wanted))
    if origin is list:
        return isinstance(value, list) and all(fits(item, get_args(wanted)[0]) for item in value)
    if wanted in (None, NoneType):
        return value is None
    if wanted is Any or wanted is object:
        return True
    return isinstance(value, origin or wanted)
