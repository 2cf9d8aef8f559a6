"""Pages, with a venue made of a list."""

from __future__ import annotations

import asyncio
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from venuekit.pages import NEBULAECN, RABBITX, PageStyle, iterate, iterate_async
from venuekit.transport.errors import ConfigurationError, RejectedError
from venuekit_clients.nebulaecn.types import UNSET, Unset


class Venue:
    """Lists numbers, and writes down which page was asked for."""

    def __init__(
        self, count: int, *, first: int = 1, fails_on: int | None = None, code: str = "broken"
    ) -> None:
        self.rows = list(range(count))
        self.first = first
        self.fails_on = fails_on
        self.code = code
        self.asked: list[tuple[int, int]] = []

    def page_of(self, page: int, limit: int) -> list[int]:
        self.asked.append((page, limit))
        if page == self.fails_on:
            raise RejectedError("no", venue="nebulaecn", operation="list", status=422, codes=[self.code])
        start = (page - self.first) * limit
        return self.rows[start : start + limit]

    def list_numbers(
        self, *, ordering: str = "asc", page: int | Unset = UNSET, limit: int | Unset = UNSET
    ) -> list[int]:
        assert isinstance(page, int) and isinstance(limit, int), "both are always said"
        found = self.page_of(page, limit)
        return found if ordering == "asc" else [-number for number in found]

    async def list_later(
        self, topic: str, *, page: int | Unset = UNSET, limit: int | Unset = UNSET
    ) -> list[str]:
        await asyncio.sleep(0)
        return [f"{topic}{number}" for number in self.list_numbers(page=page, limit=limit)]

    def list_rabbits(self, *, p_page: int, p_limit: int, p_order: str = "ASC") -> list[int]:
        return self.page_of(p_page, p_limit)

    def list_all(self) -> list[int]:
        return self.rows


@given(st.integers(0, 350), st.integers(1, 100))
def test_every_item_comes_once_and_every_page_is_asked_for_once(count: int, limit: int) -> None:
    venue = Venue(count)
    assert list(iterate(venue.list_numbers, limit=limit)) == venue.rows
    assert venue.asked == [(page, limit) for page in range(1, count // limit + 2)]


@given(st.integers(1, 60), st.integers(1, 10), st.integers(0, 60))
def test_no_page_is_fetched_before_its_first_item_is_wanted(count: int, limit: int, wanted: int) -> None:
    venue = Venue(count)
    numbers = iterate(venue.list_numbers, limit=limit)
    assert venue.asked == []
    assert list(islice(numbers, wanted)) == venue.rows[:wanted]
    if wanted < count:
        assert len(venue.asked) == -(-wanted // limit)


@given(st.integers(0, 60), st.integers(1, 10))
def test_the_asynchronous_walk_is_the_same(count: int, limit: int) -> None:
    venue = Venue(count)

    async def run() -> list[str]:
        return [item async for item in iterate_async(venue.list_later, "n", limit=limit)]

    assert asyncio.run(run()) == [f"n{number}" for number in venue.rows]
    assert venue.asked == [(page, limit) for page in range(1, count // limit + 2)]


def test_the_asynchronous_walk_is_lazy() -> None:
    venue = Venue(10)

    async def run() -> list[str]:
        items = iterate_async(venue.list_later, "n", limit=2)
        assert venue.asked == []
        return [await anext(items), await anext(items)]

    assert asyncio.run(run()) == ["n0", "n1"]
    assert venue.asked == [(1, 2)]


def test_other_arguments_go_to_every_page() -> None:
    venue = Venue(5)
    assert list(iterate(venue.list_numbers, ordering="desc", limit=3)) == [0, -1, -2, -3, -4]


def test_the_largest_page_is_asked_for_unless_the_caller_says_less() -> None:
    venue = Venue(5)
    assert list(iterate(venue.list_numbers)) == list(iterate(venue.list_numbers, page=UNSET, limit=UNSET))
    assert venue.asked == [(1, 100), (1, 100)]


def test_a_walk_can_begin_later() -> None:
    venue = Venue(7)
    assert list(iterate(venue.list_numbers, page=3, limit=2)) == [4, 5, 6]
    assert venue.asked == [(3, 2), (4, 2)]


def test_pages_can_be_counted_from_zero_and_have_other_names() -> None:
    venue = Venue(4, first=0)
    assert list(RABBITX.iterate(venue.list_rabbits, p_page=0, p_limit=2, p_order="DESC")) == [0, 1, 2, 3]
    assert venue.asked == [(0, 2), (1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("style", "page", "limit"), [(NEBULAECN, 0, 1), (NEBULAECN, 1, 101), (NEBULAECN, 1, 0)]
)
def test_bounds_are_looked_at_before_anything_is_sent(style: PageStyle, page: int, limit: int) -> None:
    venue = Venue(5)
    with pytest.raises(ConfigurationError, match="must be"):
        style.iterate(venue.list_numbers, page=page, limit=limit)
    with pytest.raises(ConfigurationError, match="must be"):
        style.iterate_async(venue.list_later, "n", page=page, limit=limit)
    with pytest.raises(ConfigurationError, match="whole number"):
        style.iterate(venue.list_numbers, limit="5")  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match="list_all does not page: it has no argument page or limit"):
        style.iterate(venue.list_all)
    assert venue.asked == []


def test_no_activity_is_an_empty_list() -> None:
    venue = Venue(0, fails_on=1, code="resource.user.no_activity")
    assert list(iterate(venue.list_numbers)) == []

    async def run() -> list[str]:
        return [item async for item in iterate_async(venue.list_later, "n")]

    assert asyncio.run(run()) == []


def test_other_refusals_are_raised_after_what_came_before_them() -> None:
    venue = Venue(9, fails_on=3)
    seen: list[int] = []

    with pytest.raises(RejectedError, match="no"):
        seen.extend(iterate(venue.list_numbers, limit=2))
    assert seen == [0, 1, 2, 3]

    async def run() -> None:
        async for item in iterate_async(venue.list_later, "n", limit=2):
            seen.append(int(item[1:]))

    with pytest.raises(RejectedError, match="no"):
        asyncio.run(run())
    assert seen == [0, 1, 2, 3] * 2
