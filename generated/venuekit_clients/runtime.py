# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""What the generated clients and their callers agree on: an operation, and how to have it called.

The resource classes build a request and know how to parse its answer; a caller sends it. Nothing here does I/O.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import attrs

if TYPE_CHECKING:
    import httpx

__all__ = ["AsyncCaller", "Caller", "Operation"]

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
        security: Alternatives, each the security schemes needed together. Empty: none needed.
        success: The documented 2xx statuses.
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


class Caller(Protocol):
    """Sends the request of an operation and returns what `parse` makes of a 2xx answer."""

    def call(self, operation: Operation, kwargs: dict[str, Any], parse: Callable[[httpx.Response], T]) -> T:
        """Send `kwargs` (the arguments of `httpx.Client.request`) and parse the answer.

        Raises:
            errors.UnexpectedStatus: `parse` met a 2xx that the specification does not name.
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
