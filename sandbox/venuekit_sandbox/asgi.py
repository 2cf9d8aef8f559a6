"""What the venues need from the web framework: a call with its body read, strict JSON, checked fields.

Handlers are plain functions from `Call` to `Response`. They run under the world's lock and never wait, so
each one sees and leaves a consistent state.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass
from email.utils import formatdate
from typing import Any
from urllib.parse import parse_qsl

from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from venuekit_sandbox import strict_json
from venuekit_sandbox.strict_json import BadJson
from venuekit_sandbox.world import Clock, World

__all__ = [
    "ANY_METHOD",
    "BadJson",
    "Call",
    "Fields",
    "Handler",
    "Invalid",
    "allowed",
    "check",
    "endpoint",
    "with_date",
]

ANY_METHOD = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


class Invalid(ValueError):
    """The JSON document breaks the operation's schema. The text names fields, never their values."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Call:
    """One HTTP request whose body has been read."""

    request: Request
    body: bytes

    def header(self, name: str) -> str | None:
        """The header's value; names are case-insensitive."""
        return self.request.headers.get(name)

    def query(self, name: str) -> str | None:
        """The last value of a query parameter."""
        return self.request.query_params.get(name)

    def path_part(self, name: str) -> str:
        """A placeholder of the route's path."""
        return str(self.request.path_params[name])

    @property
    def path(self) -> str:
        """The path below the venue's mount, e.g. `/v1/user/login`."""
        scope = self.request.scope
        whole = str(scope["path"])
        return whole.removeprefix(str(scope.get("root_path", ""))) or "/"

    @property
    def whole_path(self) -> str:
        """The path as the client sent it, mount included."""
        return str(self.request.scope["path"])

    @property
    def media_type(self) -> str:
        """The content type without parameters, lower case; empty when none was sent."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()

    @property
    def client_ip(self) -> str:
        """The caller's address."""
        client = self.request.client
        return client.host if client is not None else "127.0.0.1"

    def credentials(self, scheme: str) -> str | None:
        """What follows `scheme` in the Authorization header; None when another scheme or none was sent."""
        found, _, rest = (self.header("authorization") or "").partition(" ")
        return rest.strip() if found.lower() == scheme.lower() else None

    def json(self) -> object:
        """The body as JSON. Raises `BadJson`, also for NaN, Infinity, deep nesting and what is not UTF-8."""
        return strict_json.parse(self.body)

    def form(self) -> dict[str, str]:
        """The body as application/x-www-form-urlencoded; the last of equal names wins."""
        text = self.body.decode("utf-8", errors="replace")
        return dict(parse_qsl(text, keep_blank_values=True))


Handler = Callable[[Call], Response]


def endpoint(world: World, handle: Handler) -> Callable[[Request], Coroutine[Any, Any, Response]]:
    """Wrap a handler for a Starlette route: read the body, then call it under the world's lock."""

    async def run(request: Request) -> Response:
        call = Call(request, await request.body())
        with world.lock:
            return handle(call)

    return run


def allowed(routes: Sequence[BaseRoute], path: str) -> str:
    """The methods that a path takes, as the header `Allow` lists them; empty when nothing has this path."""
    found = (route for route in routes if isinstance(route, Route) and route.path_regex.match(path))
    return ", ".join(sorted({method for route in found for method in route.methods or ()}))


def with_date(app: ASGIApp, clock: Clock) -> ASGIApp:
    """The app with a header `Date` on every answer, by the sandbox's clock."""

    async def run(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), (b"date", _date(int(clock.now())))]
            await send(message)

        await app(scope, receive, send_dated)

    return run


@functools.lru_cache(maxsize=8)
def _date(seconds: int) -> bytes:
    return formatdate(seconds, usegmt=True).encode("ascii")


class Fields:
    """Typed reading of a checked JSON object. A wrong type is a bug of the sandbox, hence `TypeError`."""

    __slots__ = ("_document",)

    def __init__(self, document: Mapping[str, object]) -> None:
        self._document = document

    def __contains__(self, name: str) -> bool:
        return self._document.get(name) is not None

    def names(self) -> list[str]:
        """The members that were sent, null ones too."""
        return list(self._document)

    def raw(self, name: str) -> object:
        """The value as it was sent, None when absent."""
        return self._document.get(name)

    def text(self, name: str) -> str:
        """A string that must be there."""
        value = self._document.get(name)
        if not isinstance(value, str):
            raise TypeError(f"{name} is not a string")
        return value

    def text_or(self, name: str, default: str) -> str:
        """A string, or `default` when it is absent or null."""
        return self.text(name) if name in self else default

    def flag(self, name: str) -> bool:
        """A boolean; absent and null are false."""
        return self._document.get(name) is True

    def child(self, name: str) -> Fields:
        """A nested object; empty when absent."""
        value = self._document.get(name)
        return Fields(value if isinstance(value, dict) else {})

    def children(self, name: str) -> list[Fields]:
        """A list of objects; empty when absent."""
        value = self._document.get(name)
        return [Fields(item) for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def check(model: type[BaseModel], document: object, *, lenient: bool = False) -> Fields:
    """Check a JSON document against a generated request model and return it for typed reading.

    With `lenient`, members that the model does not know are left aside first. Raises `Invalid`.
    """
    if not isinstance(document, dict):
        raise Invalid(["body: a JSON object is expected"])
    subject = {k: v for k, v in document.items() if not lenient or k in _known(model)}
    try:
        # From JSON text: only there "strict" means JSON's own types, no "1" for 1 but enums from text.
        model.model_validate_json(json.dumps(subject), strict=True)
    except ValidationError as problem:
        raise Invalid([_sentence(error) for error in problem.errors(include_input=False)]) from None
    return Fields(document)


def _known(model: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def _sentence(error: Mapping[str, Any]) -> str:
    where: Iterable[object] = error["loc"]
    return f"{'.'.join(str(part) for part in where) or 'body'}: {error['msg']}"
