"""Drives an auth flow against a script of answers: by hand, through a client, or through an async client."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from venuekit.transport.http import OPERATION, Auth, Request, Response
from venuekit_clients.runtime import Operation

BASE = "https://api.example.test"


@dataclass
class FakeClock:
    """Unix seconds that stand still until they are moved."""

    now: float = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True)
class Sent:
    """A request as it was when it was sent: the flow changes and sends the same object again."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes
    operation: str
    timeout: object

    @property
    def path(self) -> str:
        return httpx.URL(self.url).path

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def form(self) -> dict[str, str]:
        return dict(httpx.QueryParams(self.body.decode()))


@dataclass
class Answer:
    """What a script answers."""

    status: int = 200
    json: object = None
    headers: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    content_type: str = "application/json"

    def to(self, request: Request) -> Response:
        content = b"" if self.json is None else json.dumps(self.json).encode()
        return Response(
            self.status,
            headers=[("Content-Type", self.content_type), *self.headers],
            content=content,
            request=request,
        )


class Wire:
    """The far end: gives the answers of a script in order and remembers what was sent."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.sent: list[Sent] = []

    def __call__(self, request: Request) -> Response:
        operation: Operation | None = request.extensions.get(OPERATION)
        self.sent.append(
            Sent(
                request.method,
                str(request.url),
                dict(request.headers),
                request.read(),
                operation.id if operation is not None else "",
                request.extensions.get("timeout"),
            )
        )
        assert self.answers, f"nothing is scripted for {request.method} {request.url}"
        return self.answers.pop(0).to(request)

    @property
    def paths(self) -> list[str]:
        return [f"{sent.method} {sent.path}" for sent in self.sent]


def make_request(
    method: str,
    path: str,
    *,
    operation: Operation | None = None,
    body: object = None,
    headers: Mapping[str, str] | None = None,
    base: str = BASE,
) -> Request:
    """A request as a client builds it: with time limits, a User-Agent and the operation it is made for."""
    extensions: dict[str, object] = {"timeout": {"read": 7.0}}
    if operation is not None:
        extensions[OPERATION] = operation
    sent = {"User-Agent": "client/1", **(headers or {})}
    if body is None:
        return Request(method, base + path, headers=sent, extensions=extensions)
    return Request(method, base + path, headers=sent, json=body, extensions=extensions)


def for_operation(operation: Operation, *, body: object = None, base: str = BASE) -> Request:
    """The request of a generated operation; placeholders in its path become `x`."""
    parts = ["x" if part.startswith("{") else part for part in operation.path.split("/")]
    return make_request(operation.method, "/".join(parts), operation=operation, body=body, base=base)


Run = Callable[[Auth, Request, Wire], Response]


def by_hand(auth: Auth, request: Request, wire: Wire) -> Response:
    """Drive the generator with nothing around it."""
    flow = auth.auth_flow(request)
    wanted = next(flow)
    while True:
        answer = wire(wanted)
        try:
            wanted = flow.send(answer)
        except StopIteration:
            break
    assert wire.answers == [], "the script goes on, the flow does not"
    return answer


def by_client(auth: Auth, request: Request, wire: Wire) -> Response:
    """Through a synchronous client."""
    with httpx.Client(transport=httpx.MockTransport(wire)) as client:
        answer = client.send(request, auth=auth)
    assert wire.answers == [], "the script goes on, the flow does not"
    return answer


def by_async_client(auth: Auth, request: Request, wire: Wire) -> Response:
    """Through an asynchronous client."""

    async def send() -> Response:
        async with httpx.AsyncClient(transport=httpx.MockTransport(wire)) as client:
            return await client.send(request, auth=auth)

    answer = asyncio.run(send())
    assert wire.answers == [], "the script goes on, the flow does not"
    return answer
