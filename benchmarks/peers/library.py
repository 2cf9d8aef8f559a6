"""What a probe wants of a library. One subclass per library, in `on_*.py`, is all that knows its names.

Nothing is filled in from memory. A library that lacks a thing shows it: `absent` looks through its constructor and its
public names, and fails when there is something after all, so that a newer version cannot be wronged.
"""

from __future__ import annotations

import importlib.util
import inspect
import os
import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any, ClassVar, NoReturn

from benchmarks.peers.server import Answer, Request

KEY = "sk_test_seeded0secret1of2the3caller4"
BODY_SECRET = "seeded-body-secret-0123456789"
QUERY_SECRET = "730518906217"


class Outcome(Exception):
    """A cell that is no behaviour: the library lacks the feature, or it has no use for it. `evidence` says what was looked at."""

    def __init__(self, result: str, evidence: str) -> None:
        super().__init__(result)
        self.result = result
        self.evidence = evidence


def not_applicable(reason: str) -> NoReturn:
    """The row has no meaning for this library."""
    raise Outcome(f"not applicable: {reason}", reason)


class Library(ABC):
    """One library. `client` is whatever its user would hold."""

    name: str
    package: str
    #: How a program imports the class of the client.
    line: str
    #: What must not be seen.
    secrets: tuple[str, ...] = (KEY,)
    #: Answers that the two calls below take for a success.
    read_body: ClassVar[object]
    write_body: ClassVar[object]

    @property
    def version(self) -> str:
        return metadata.version(self.package)

    @property
    def folder(self) -> Path:
        """Where the package is installed."""
        spec = importlib.util.find_spec(self.package)
        assert spec is not None and spec.origin is not None
        return Path(spec.origin).parent

    @abstractmethod
    def make(self, url: str, *, retries: bool = True, timeout: float | None = None) -> Any:
        """A client. `retries` False switches them off where that can be done."""

    def keyed(self, url: str) -> Any:
        """A client that sends again. Where that is off by default, it is switched on."""
        return self.make(url)

    @abstractmethod
    def read(self, client: Any) -> Any:
        """A GET, as far as the typed answer."""

    @abstractmethod
    def write(self, client: Any) -> Any:
        """A POST with an effect that must not happen twice. Its body holds BODY_SECRET where it can."""

    def background(self, request: Request) -> Answer | None:
        """The answer to a request that the client makes on its way to the call."""
        return None

    # What not every library has. The defaults say so, and check it.

    def query_secret(self, client: Any) -> Any:
        """A call with QUERY_SECRET in the query of its URL."""
        raise NotImplementedError

    def per_call(self, client: Any) -> Any:
        """A read with a timeout of its own: the other options, and the connections, are the client's."""
        self.absent(r"with_options|per_call", client)

    def raw(self, client: Any) -> tuple[int, str]:
        """A read: the status of its answer, and a header `X-Told`."""
        self.absent(r"raw|response", client)

    def hooked(self, url: str, tell: Callable[[], None]) -> Any:
        """A client that calls `tell` at every request or answer."""
        self.absent(r"hook|callback|on_request|transport|http_client")

    async def read_async(self, url: str) -> Any:
        """A read that does not block the event loop."""
        self.absent(r"async|aio")

    #: How `hooked` does it.
    hooked_by = ""

    def spans(self, url: str) -> list[str]:
        """The names of the OpenTelemetry spans of one read."""
        files = [
            path for path in self.folder.rglob("*.py") if "opentelemetry" in path.read_text(encoding="utf-8")
        ]
        if files:
            raise AssertionError(f"{self.name} may have it after all: {files}")
        raise Outcome("no", f"no file of {self.package} names opentelemetry")

    def enum_value(self, client: Any) -> object:
        """A field with a fixed list of values. The server sends `brand_new`."""
        raise NotImplementedError

    #: The body with that value.
    enum_body: ClassVar[object] = None

    def pages(self, client: Any) -> list[Any]:
        """All items of a list that comes in pages, by the library's own iterator."""
        self.absent(r"pag(e|inat)|iterate", client)

    def page(self, request: Request) -> Answer:
        """The page that a request asks for: three items in all, two on the first page."""
        raise NotImplementedError

    def token_client(self, url: str, folder: Path, *, left: float = -60.0) -> Any:
        """A client whose token ends in so many seconds. `folder` is for what processes share."""
        not_applicable("a key that does not expire is all it has")

    def skewed_client(self, url: str, folder: Path) -> Any:
        """A client whose token lives for 50 minutes more by this machine's clock."""
        return self.token_client(url, folder, left=3000.0)

    def token_read(self, client: Any) -> Any:
        """A read with that client."""
        return self.read(client)

    def is_refresh(self, request: Request) -> bool:
        """Whether a request fetches a token."""
        return False

    def limited(self, url: str) -> Any:
        """A client with a limit of its own for the number of calls: at most three in a minute."""
        self.absent(r"throttl|rate_?limits|limiter$|rate_limit")

    def signed_events(self) -> Callable[[bool], None]:
        """A function that takes a webhook with a good or a bad signature, and raises at the bad one."""
        self.absent(r"webhook|event")

    def stream(self, client: Any) -> list[Any]:
        """The parts of an answer as they come. The server sends `stream_answer`."""
        self.absent(r"stream", client)

    stream_answer: Answer = Answer()

    def typed(self) -> str:
        """A program whose last line reveals the type of a field of a typed answer."""
        raise NotImplementedError

    def absent(self, pattern: str, client: Any = None) -> NoReturn:
        """Raise the outcome "no", after a look for names that would say otherwise."""
        module = importlib.import_module(self.package)
        kind = getattr(module, self.line.rpartition(" ")[2])
        places = [
            *inspect.signature(kind).parameters,
            *dir(kind),
            *dir(module),
            *(dir(client) if client else ()),
        ]
        public = sorted({place for place in places if not place.startswith("_")})
        found = [place for place in public if re.search(pattern, place, re.IGNORECASE)]
        if found:
            raise AssertionError(f"{self.name} may have it after all: {', '.join(found)}")
        raise Outcome("no", f"none of {len(public)} public names matches {pattern}")


def clean_environment() -> None:
    """Without proxies, and without keys that a library would pick up."""
    for name in list(os.environ):
        if re.search(r"proxy|API_KEY|TOKEN|OPENAI|STRIPE|GITHUB|VENUEKIT", name, re.IGNORECASE):
            del os.environ[name]
