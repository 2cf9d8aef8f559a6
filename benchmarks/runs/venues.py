"""The sandbox as its own process, with faults on the wire and a count of what really happened at the venues.

Both sit between the port and the sandbox, so that nothing of the sandbox's own is trusted with the count.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, cast
from urllib.parse import parse_qsl

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from venuekit_sandbox import Sandbox
from venuekit_sandbox.server import serve

# What makes something at a venue: method, path, name. The applicant is in the body, else in what the session says.
EFFECTS = (
    ("POST", re.compile(r"/stokn/v1/user/sign-up"), "account"),
    ("POST", re.compile(r"/stokn/v1/account/portfolio"), "portfolio"),
    ("POST", re.compile(r"/nebulaecn/api/v2/auth/identity/users"), "account"),
    ("POST", re.compile(r"/nebulaecn/api/v2/auth/resource/profiles"), "profile"),
    ("POST", re.compile(r"/nebulaecn/api/v2/auth/resource/documents"), "document"),
    ("POST", re.compile(r"/nebulaecn/api/v2/auth/resource/api_keys"), "key"),
    ("DELETE", re.compile(r"/nebulaecn/api/v2/auth/resource/api_keys/.+"), "key deleted"),
    ("POST", re.compile(r"/t4/admin/v1/onboarding"), "account"),
    ("POST", re.compile(r"/rabbitx/onboarding"), "profile"),
    ("POST", re.compile(r"/nebulaecn/api/v2/auth/identity/users/password/confirm_code"), "password"),
    ("PUT", re.compile(r"/stokn/v1/user/change-password"), "password"),
    ("POST", re.compile(r"/rabbitx/secrets/refresh"), "refresh"),
    ("POST", re.compile(r"/tradelocker/.*auth/jwt/refresh"), "refresh"),
)
# After how long a venue acts that acts late, in seconds.
LATE = 1.0
_SIDE = re.compile(rb'name="doc_category"\r\n(?:[^\r]+\r\n)*\r\n(\w+)')


@dataclass(frozen=True)
class Faults:
    """Shares of calls that go wrong, 0 to 1, and seconds that each call takes longer.

    `late` is about calls that make something: the answer is lost, and only then the venue acts.
    """

    lost_before: float = 0.0
    lost_after: float = 0.0
    refused_before: float = 0.0
    refused_after: float = 0.0
    late: float = 0.0
    latency: float = 0.0
    seed: int = 0

    @classmethod
    def some(cls, seed: int) -> Faults:
        """One call in ten, in every way."""
        return cls(0.025, 0.025, 0.025, 0.025, 0.025, 0.05, seed)


class Wire:
    """The sandbox behind a bad line. `GET /_count` says what was made; `/_calm` ends the faults, `/_storm` begins them
    again.
    """

    def __init__(self, app: ASGIApp, faults: Faults) -> None:
        self._app = app
        self._given = self._faults = faults
        self._chance = random.Random(faults.seed)
        self._made: Counter[tuple[str, str, str]] = Counter()
        self._hit: Counter[str] = Counter()
        # Cookies of the sessions that were opened, and whose they are.
        self._whose: dict[str, str] = {}
        # What is still to be acted on, and when.
        self._later: dict[asyncio.Task[None], float] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = str(scope.get("path"))
        now = asyncio.get_running_loop().time()
        # What is overdue comes first: however late this process was woken, nothing is later than `LATE`.
        if overdue := [task for task, due in self._later.items() if due <= now]:
            await asyncio.wait(overdue)
        if path == "/_calm":
            self._faults = Faults()
        if path == "/_storm":
            self._faults = self._given
        if path in ("/_count", "/_calm", "/_storm"):
            made = [[*what, number] for what, number in sorted(self._made.items())]
            return await _answer(send, 200, json.dumps({"made": made, "hit": self._hit}).encode())
        if scope["type"] != "http" or path.startswith("/_sandbox"):
            return await self._app(scope, receive, send)
        body = b""
        while True:
            part = await receive()
            body += part.get("body", b"")
            if not part.get("more_body"):
                break
        if self._faults.latency:
            await asyncio.sleep(self._faults.latency)
        fault = self._fault(makes=any(_is(effect, scope) for effect in EFFECTS))
        if fault == "late":
            due = asyncio.get_running_loop().time() + LATE
            later = asyncio.create_task(self._act_late(scope, body, due))
            self._later[later] = due
            later.add_done_callback(self._later.pop)
        if fault.endswith("before") or fault == "late":
            return await _break(send, fault)
        answer = await self._ask(scope, body)
        self._note(scope, body, answer)
        if fault:
            return await _break(send, fault)
        for message in answer:
            await send(message)

    async def _act_late(self, scope: Scope, body: bytes, due: float) -> None:
        await asyncio.sleep(due - asyncio.get_running_loop().time())
        self._note(scope, body, await self._ask(scope, body))

    def _fault(self, *, makes: bool) -> str:
        drawn = self._chance.random()
        names = ("lost_before", "lost_after", "refused_before", "refused_after")
        for name in (*names, "late") if makes else names:
            share: float = getattr(self._faults, name)
            if drawn < share:
                self._hit[name] += 1
                return name
            drawn -= share
        return ""

    async def _ask(self, scope: Scope, body: bytes) -> list[Message]:
        answer: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            answer.append(message)

        await self._app(scope, receive, send)
        return answer

    def _note(self, scope: Scope, body: bytes, answer: list[Message]) -> None:
        if not 200 <= answer[0]["status"] < 300:
            return
        asked = _json(body)
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        named = asked.get("email") or asked.get("username") or asked.get("wallet")
        if "portfolioId" in asked:
            # Its token is the caller's own; the benchmark names portfolios as applicants.
            named = f"{asked['portfolioId']}@example.com"
        user = cast("dict[str, Any]", asked.get("User") or asked.get("user") or {})
        mine = _cookies(headers.get("cookie", ""))
        known = next((self._whose[cookie] for cookie in mine if cookie in self._whose), "?")
        who = str(named or user.get("username") or known)
        for name, value in answer[0]["headers"]:
            if name.lower() == b"set-cookie":
                self._whose |= dict.fromkeys(_cookies(value.decode().partition(";")[0]), who)
        path = str(scope["path"])
        for effect in EFFECTS:
            if _is(effect, scope):
                side = _SIDE.search(body)
                what = f"{effect[2]} {side[1].decode()}" if side else effect[2]
                self._made[path.split("/")[1], who, what] += 1


def _is(effect: tuple[str, re.Pattern[str], str], scope: Scope) -> bool:
    return scope["method"] == effect[0] and effect[1].fullmatch(str(scope["path"])) is not None


async def _answer(send: Send, status: int, body: bytes) -> None:
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _break(send: Send, fault: str) -> None:
    if fault.startswith("refused"):
        return await _answer(send, 503, b'{"error": "unavailable"}')
    # Headers that promise a body, half of it, and the end of the connection.
    headers = [(b"content-type", b"application/json"), (b"content-length", b"100")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"{", "more_body": True})
    raise ConnectionResetError


def _json(body: bytes) -> dict[str, Any]:
    try:
        found: object = json.loads(body)
    except ValueError:
        # Forms are sent to NebulaECN.
        return dict(parse_qsl(body.decode(errors="replace")))
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}


def _cookies(header: str) -> list[str]:
    return [part.strip() for part in header.split(";") if part.strip()]


def run(faults: Faults, tell: Connection) -> None:
    """Serve until the process is ended; the URL goes to `tell`."""
    sandbox = Sandbox()
    sandbox.app = Wire(sandbox.app, faults)
    serve(port=0, sandbox=sandbox, on_start=tell.send)


def counted(made: Mapping[tuple[str, str, str], int], venue: str, who: str) -> dict[str, int]:
    """What an applicant has at a venue, by kind."""
    return {what: number for (at, name, what), number in made.items() if (at, name) == (venue, who)}
