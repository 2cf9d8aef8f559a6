"""Walk through operations that answer in pages, item by item.

    for key in iterate(client.api_keys.list_api_keys, ordering="asc"):
        ...

A page is asked for when its first item is wanted, and each page once. The arguments after the method are the method's
own and are checked as such. Pages are counted by offset: what is added or removed at the venue meanwhile can make an
item appear twice or not at all, less so when new items come last.
"""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import ParamSpec, TypeVar, cast

from venuekit.transport.errors import ConfigurationError, StatusError

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageStyle:
    """How a venue's methods page.

    Attributes:
        page: The parameter with the number of the page.
        limit: The parameter with the number of items per page.
        first: The number of the first page.
        largest: The most items per page that the venue gives. As many are asked for unless the caller says less.
        empty: The venue's own error codes that mean "there is nothing", where it does not answer an empty list.
    """

    page: str = "page"
    limit: str = "limit"
    first: int = 1
    largest: int = 100
    empty: frozenset[str] = frozenset()

    def iterate(self, method: Callable[P, list[T]], /, *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
        """All items from a method of a synchronous client, lazily. See the function `iterate`."""
        number, size = self._bounds(method, kwargs)
        return self._walk(cast("Callable[..., list[T]]", method), args, kwargs, number, size)

    def iterate_async(
        self, method: Callable[P, Awaitable[list[T]]], /, *args: P.args, **kwargs: P.kwargs
    ) -> AsyncIterator[T]:
        """All items from a method of an asynchronous client, lazily. See the function `iterate_async`."""
        number, size = self._bounds(method, kwargs)
        return self._walk_async(cast("Callable[..., Awaitable[list[T]]]", method), args, kwargs, number, size)

    def _walk(
        self,
        method: Callable[..., list[T]],
        args: tuple[object, ...],
        kwargs: dict[str, object],
        number: int,
        size: int,
    ) -> Iterator[T]:
        while True:
            try:
                items = method(*args, **{**kwargs, self.page: number, self.limit: size})
            except StatusError as error:
                if self.empty.isdisjoint(error.codes):
                    raise
                return
            yield from items
            if len(items) < size:
                return
            number += 1

    async def _walk_async(
        self,
        method: Callable[..., Awaitable[list[T]]],
        args: tuple[object, ...],
        kwargs: dict[str, object],
        number: int,
        size: int,
    ) -> AsyncIterator[T]:
        while True:
            try:
                items = await method(*args, **{**kwargs, self.page: number, self.limit: size})
            except StatusError as error:
                if self.empty.isdisjoint(error.codes):
                    raise
                return
            for item in items:
                yield item
            if len(items) < size:
                return
            number += 1

    def _bounds(self, method: Callable[..., object], kwargs: dict[str, object]) -> tuple[int, int]:
        """The first page to ask for, and the number of items on each. Nothing is sent when they are wrong."""
        known = inspect.signature(method).parameters
        takes_any = any(one.kind is inspect.Parameter.VAR_KEYWORD for one in known.values())
        if missing := [name for name in (self.page, self.limit) if name not in known and not takes_any]:
            name = getattr(method, "__name__", "the method")
            raise ConfigurationError(f"{name} does not page: it has no argument {' or '.join(missing)}")
        number = self._number(kwargs, self.page, self.first)
        size = self._number(kwargs, self.limit, self.largest)
        if number < self.first:
            raise ConfigurationError(f"{self.page} must be at least {self.first}")
        if not 1 <= size <= self.largest:
            raise ConfigurationError(f"{self.limit} must be 1 to {self.largest}")
        return number, size

    @staticmethod
    def _number(kwargs: dict[str, object], name: str, default: int) -> int:
        given = kwargs.get(name)
        # Generated methods have a value of their own for "not given".
        if given is None or type(given).__name__ == "Unset":
            return default
        if not isinstance(given, int):
            raise ConfigurationError(f"{name} must be a whole number")
        return given


NEBULAECN = PageStyle(empty=frozenset({"resource.user.no_activity"}))
# No operation of RabbitX that venuekit has pages. This is for a method of one's own with the venue's documented names.
RABBITX = PageStyle(page="p_page", limit="p_limit", first=0, largest=1000)


def iterate(method: Callable[P, list[T]], /, *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
    """All items of a NebulaECN list, from a method of a synchronous client.

    Args:
        method: such as `client.api_keys.list_api_keys`.
        args: what the method takes. `limit` is the number of items per page (1 to 100, else 100), `page` the first
            page to fetch.
        kwargs: likewise.

    Raises:
        ConfigurationError: at once, when the method does not page or `limit` is out of bounds. Nothing was sent.
        VenueKitError: from the iterator, whatever fetching a page raises. "No activity" is not an error.
    """
    return NEBULAECN.iterate(method, *args, **kwargs)


def iterate_async(
    method: Callable[P, Awaitable[list[T]]], /, *args: P.args, **kwargs: P.kwargs
) -> AsyncIterator[T]:
    """All items of a NebulaECN list, from a method of an asynchronous client: `async for`. See `iterate`."""
    return NEBULAECN.iterate_async(method, *args, **kwargs)


__all__ = ["NEBULAECN", "RABBITX", "PageStyle", "iterate", "iterate_async"]
