"""What the callers of all venues have in common: their sandbox, and calls that must succeed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar
from urllib.parse import quote

import requests
from requests.auth import AuthBase

Json = dict[str, Any]
PASSWORD = "Kal31ewwqXrew"


class Good:
    """What a request is made of that the venue must take. `body` None leaves out the body."""

    def __init__(
        self,
        body: Json | None = None,
        *,
        path: Json | None = None,
        query: Json | None = None,
        headers: Json | None = None,
        files: list[tuple[str, tuple[str, bytes, str]]] | None = None,
    ) -> None:
        self.body = body
        self.path = path or {}
        self.query = query or {}
        self.headers = headers or {}
        self.files = files


class Caller(AuthBase, ABC):
    """One venue's caller. `root` is the sandbox, e.g. `http://127.0.0.1:8900`."""

    venue: ClassVar[str]
    base: ClassVar[str]
    switches: ClassVar[Json] = {}
    ending: ClassVar[frozenset[str]] = frozenset()
    """Operations after whose success the caller may no longer be let in: the venue is put back then."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.url = root + self.base
        self.http = requests.Session()
        self.http.trust_env = False
        self.good: dict[str, Callable[[], Good]] = self.recipes()
        self.control("reset", {})
        if self.switches:
            self.control(f"{self.venue}/switches", self.switches)
        self.count = 0
        self.arrive()
        self._start = self.control("snapshot")

    @abstractmethod
    def arrive(self) -> None:
        """Make the people, and sign in."""

    @abstractmethod
    def recipes(self) -> dict[str, Callable[[], Good]]:
        """By operationId: a call that must succeed for this caller as things stand at the start."""

    def put_back(self) -> None:
        """Everything is as it was after `arrive`."""
        self.control("restore", self._start)

    def control(self, what: str, body: Json | None = None) -> Json:
        url = f"{self.root}/_sandbox/{what}"
        answer = self.http.get(url) if body is None else self.http.post(url, json=body)
        answer.raise_for_status()
        found: Json = answer.json()
        return found

    def code(self, to: str) -> str:
        """What was sent to somebody last."""
        found = self.control(f"outbox?venue={self.venue}&to={quote(to)}")
        return str(found["messages"][-1]["code"])

    def call(self, method: str, path: str, **more: Any) -> Any:
        """A call of the venue that must succeed."""
        answer = self.http.request(method, self.url + path, **more)
        assert answer.ok, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def unique(self) -> int:
        """Another number each time."""
        self.count += 1
        return self.count
