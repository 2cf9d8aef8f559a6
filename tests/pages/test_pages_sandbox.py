"""The three lists of NebulaECN that page, against the sandbox in process."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from urllib.parse import parse_qsl

import pytest

from tests.sandbox.nebulaecn.helpers import Person
from venuekit import AsyncNebulaECN, NebulaECN
from venuekit.pages import iterate, iterate_async
from venuekit.transport.http import ASGIApp
from venuekit_sandbox import Sandbox

KEYS = "/resource/api_keys"


class Desk:
    """Somebody with five API keys, a service account with three, and the pages that were asked for."""

    def __init__(self) -> None:
        self.sandbox = Sandbox()
        self.sandbox.world.clock.freeze()
        self.person = Person(self.sandbox).sign_up().confirm()
        for _ in range(3):
            assert self.person.log_in().status_code == 200
        self.person.enable_otp()
        self.uid = str(self.person.control("service_account", email=self.person.email).json()["uid"])
        made = [self.make(KEYS) for _ in range(5)]
        self.kids = [key["kid"] for key in made]
        self.service_kids = [
            self.make("/resource/service_accounts/api_keys", service_account_uid=self.uid)["kid"]
            for _ in range(3)
        ]
        self.kid, self.secret = made[0]["kid"], made[0]["secret"]
        self.asked: list[dict[str, str]] = []

    def make(self, path: str, **more: str) -> dict[str, str]:
        answer = self.person.post(
            path, algorithm="HS256", totp_code=self.person.code(), scope="trade", **more
        )
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    @property
    def app(self) -> ASGIApp:
        async def watched(scope, receive, send):  # type: ignore[no-untyped-def]
            self.asked.append(dict(parse_qsl(scope["query_string"].decode())))
            await self.sandbox.app(scope, receive, send)

        return watched


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk()


@pytest.fixture
def client(desk: Desk) -> Iterator[NebulaECN]:
    desk.asked.clear()
    clock = desk.sandbox.world.clock.now
    with NebulaECN(api_key=desk.kid, api_secret=desk.secret, app=desk.app, clock=clock) as client:
        yield client


def test_api_keys(desk: Desk, client: NebulaECN) -> None:
    keys = iterate(client.api_keys.list_api_keys, ordering="asc", limit=2)
    assert desk.asked == []
    assert [key.kid for key in keys] == desk.kids
    assert desk.asked == [{"ordering": "asc", "page": str(page), "limit": "2"} for page in (1, 2, 3)]


def test_api_keys_of_a_service_account(desk: Desk, client: NebulaECN) -> None:
    method = client.service_accounts.list_service_account_api_keys
    found = [key.kid for key in iterate(method, service_account_uid=desk.uid, limit=3)]
    assert found == desk.service_kids
    assert [query["page"] for query in desk.asked] == ["1", "2"], "a full page says nothing of the next"


def test_activity(desk: Desk, client: NebulaECN) -> None:
    whole = [(entry.action, entry.result) for entry in client.users.list_activity("all")]
    assert len(whole) >= 3
    paged = iterate(client.users.list_activity, "all", limit=2)
    assert [(entry.action, entry.result) for entry in paged] == whole


def test_no_activity_is_an_empty_list_though_the_venue_refuses(desk: Desk, client: NebulaECN) -> None:
    assert list(iterate(client.users.list_activity, "all", result="denied")) == []
    assert len(desk.asked) == 1


def test_the_asynchronous_client(desk: Desk) -> None:
    async def run() -> list[object]:
        clock = desk.sandbox.world.clock.now
        async with AsyncNebulaECN(
            api_key=desk.kid, api_secret=desk.secret, app=desk.app, clock=clock
        ) as client:
            keys = iterate_async(client.api_keys.list_api_keys, limit=2)
            nothing = iterate_async(client.users.list_activity, "all", result="denied")
            return [key.kid async for key in keys] + [entry async for entry in nothing]

    assert asyncio.run(run()) == desk.kids
