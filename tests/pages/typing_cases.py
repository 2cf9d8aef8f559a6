# pyright: strict
"""What type checkers see of the iterators. Not run: mypy and pyright read it in the nox session `types`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import assert_type

from venuekit import AsyncNebulaECN, NebulaECN
from venuekit.pages import NEBULAECN, iterate, iterate_async
from venuekit_clients.nebulaecn.models import Activity, APIKey


def synchronous(client: NebulaECN) -> None:
    assert_type(iterate(client.api_keys.list_api_keys, ordering="asc", limit=50), Iterator[APIKey])
    assert_type(
        iterate(client.service_accounts.list_service_account_api_keys, service_account_uid="SA1"),
        Iterator[APIKey],
    )
    assert_type(iterate(client.users.list_activity, "all", result="succeed"), Iterator[Activity])
    assert_type(NEBULAECN.iterate(client.api_keys.list_api_keys), Iterator[APIKey])
    for key in iterate(client.api_keys.list_api_keys):
        assert_type(key, APIKey)


async def asynchronous(client: AsyncNebulaECN) -> None:
    assert_type(iterate_async(client.api_keys.list_api_keys, ordering="asc"), AsyncIterator[APIKey])
    assert_type(iterate_async(client.users.list_activity, "all"), AsyncIterator[Activity])
    async for key in iterate_async(client.api_keys.list_api_keys):
        assert_type(key, APIKey)


def refused(client: NebulaECN, other: AsyncNebulaECN) -> None:
    """mypy --strict fails when one of these is no error any more."""
    iterate(client.api_keys.list_api_keys, sorting="asc")  # type: ignore[call-arg]
    iterate(client.users.list_activity)  # type: ignore[call-arg]
    iterate(client.api_keys.list_api_keys, limit="50")  # type: ignore[arg-type]
    iterate(other.api_keys.list_api_keys)  # type: ignore[arg-type]
    iterate(client.users.get_me)  # type: ignore[arg-type]
