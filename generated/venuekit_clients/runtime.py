# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""What the generated clients and their callers agree on: an operation, and how to have it called.

The resource classes build a request and know how to parse its answer; a caller sends it. Nothing here does I/O.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

import attrs

if TYPE_CHECKING:
    import httpx

__all__ = ["AnswerHeaders", "AsyncCaller", "Caller", "Operation", "RawResponse"]

T = TypeVar("T")


@attrs.frozen
class Operation:
    """One operation of a venue, as its specification describes it.

    Attributes:
        venue: Key of the venue, such as `t4`.
        id: The operationId of the specification, such as `onboardUser`.
        tag: The resource it belongs to, as a Python name.
        name: The name of the generated method and module, such as `onboard_user`.
        method: The HTTP method, in upper case.
        path: The path below the base URL, with `{placeholders}`.
        summary: One line for people.
        retry: May a lost answer be answered by sending again: `safe` (no side effect), `idempotent` or `never`.
        human: Who or what must supply something before the call can work (`otp`, `email`, `kyc`, ...), or None.
        security: Alternatives, each the security schemes needed together; an empty one: it works without, too. No alternatives: none needed.
        success: The documented 2xx statuses.
        lookup: The operationId of the read or log-in that tells afterwards whether a lost call happened, or None.
    """

    venue: str
    id: str
    tag: str
    name: str
    method: str
    path: str
    summary: str
    retry: str
    human: str | None
    security: tuple[tuple[str, ...], ...]
    success: tuple[int, ...]
    lookup: str | None = None


class AnswerHeaders(Mapping[str, str]):
    """The headers of an answer. Names are lower-case, looking one up ignores case, and the repr has no values."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = {name.lower(): value for name, value in values.items()}

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(self._values)})"


@attrs.frozen(eq=False, repr=False, kw_only=True)
class RawResponse(Generic[T]):
    """The 2xx answer of one call as it came, not parsed yet. Its repr shows the status and the length only.

    Attributes:
        status: The HTTP status.
        headers: The headers. Names are lower-case, looking one up ignores case.
        content: The body, decompressed.
        request_id: What the venue, or the server in front of it, calls this request: for their support. None where
            it does not say.

    Whoever makes one gives `parser` as well, which makes of the answer what the plain method returns.
    """

    status: int
    headers: Mapping[str, str] = attrs.field(converter=AnswerHeaders)
    content: bytes
    request_id: str | None
    _parser: Callable[[], T] = attrs.field(alias="parser")
    _parsed: list[T] = attrs.field(init=False, factory=list)

    def parse(self) -> T:
        """What the plain method would have returned. Parsed once; the same object every time.

        Raises:
            Exception: What the plain method raises for an answer that does not fit the specification.
        """
        if not self._parsed:
            self._parsed.append(self._parser())
        return self._parsed[0]

    def json(self) -> object:
        """The body as plain JSON values, whatever the specification says.

        Raises:
            ValueError: The body is not JSON, or nests too deeply.
        """
        try:
            value: object = json.loads(self.content)
        except RecursionError:
            raise ValueError("nested too deeply") from None
        return value

    def __repr__(self) -> str:
        return f"<RawResponse {self.status}, {len(self.content)} bytes>"


class Caller(Protocol):
    """Sends the request of an operation and returns what `parse` makes of a 2xx answer."""

    def call(self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[httpx.Response], T]) -> T:
        """Send `kwargs` (the arguments of `httpx.Client.request`) and parse the answer.

        Raises:
            errors.UnexpectedStatus: `parse` met a 2xx that the specification does not name.
            Exception: Whatever the caller raises for an error status or a failed transport.
        """
        ...

    def call_raw(
        self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[httpx.Response], T]
    ) -> RawResponse[T]:
        """Send like `call`, and return the 2xx answer before it is parsed, a 2xx that is not documented too.

        `RawResponse.parse` of what comes back does and raises what `call` would have.

        Raises:
            Exception: Whatever the caller raises for an error status or a failed transport.
        """
        ...


class AsyncCaller(Protocol):
    """The same for coroutines."""

    async def call(
        self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[httpx.Response], T]
    ) -> T:
        """Like `Caller.call`."""
        ...

    async def call_raw(
        self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[httpx.Response], T]
    ) -> RawResponse[T]:
        """Like `Caller.call_raw`."""
        ...
