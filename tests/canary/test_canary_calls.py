"""Every operation of every venue, refused in every manner by a venue that repeats what it is told."""

from __future__ import annotations

import asyncio
import inspect
import pickle
from collections.abc import Iterator
from typing import Any, Self, cast

import attrs
import pytest

from tests.canary.exits import Exits, watched
from tests.canary.far_end import MANNERS, FarEnd
from tests.canary.seeds import SECRETS, STORE_KEY, TOTP_SEED, WALLET_KEY, Secrets, Traffic, canary
from tests.codegen.test_codegen_generated import arguments
from tests.playground import VENUES
from venuekit import (
    T4,
    AsyncNebulaECN,
    AsyncRabbitX,
    AsyncStokn,
    AsyncT4,
    AsyncTradeLocker,
    Connection,
    FileStore,
    MemoryStore,
    NebulaECN,
    PrivateKeySigner,
    RabbitX,
    RabbitXCredentials,
    Stokn,
    StoknToken,
    Totp,
    TradeLocker,
    TradeLockerTokens,
    VenueKitError,
)
from venuekit_clients.nebulaecn.types import Unset
from venuekit_sandbox import Sandbox, SandboxServer

S = SECRETS
USER_TOKEN = StoknToken("jane", S["access-token"], S["refresh-token"], S["id-token"])
CLIENTS: dict[str, list[tuple[Any, Any, dict[str, Any]]]] = {
    "rabbitx": [
        (RabbitX, AsyncRabbitX, {"api_key": S["rabbitx-api-key"], "api_secret": S["api-secret"], "jwt": S["jwt"]}),
        (
            RabbitX,
            AsyncRabbitX,
            {"jwt": S["jwt"], "random_secret": S["random-secret"], "refresh_token": S["refresh-token"]},
        ),
    ],
    "stokn": [
        (
            Stokn,
            AsyncStokn,
            {"client_id": "company", "client_secret": S["client-secret"], "user_token": USER_TOKEN},
        )
    ],
    "nebulaecn": [
        (
            NebulaECN,
            AsyncNebulaECN,
            {"email": "jane.roe@example.com", "password": S["login-password"], "totp": Totp(TOTP_SEED)},
        ),
        (NebulaECN, AsyncNebulaECN, {"api_key": "kid-of-jane", "api_secret": S["nebula-api-secret"]}),
    ],
    "tradelocker": [
        (
            TradeLocker,
            AsyncTradeLocker,
            {
                "email": "jane.roe@example.com",
                "password": S["tradelocker-password"],
                "server": "S",
                "tokens": TradeLockerTokens(S["access-token"], S["refresh-token"]),
                "developer_api_key": S["developer-key"],
            },
        )
    ],
    "t4": [(T4, AsyncT4, {"api_key": S["api-key"]}), (T4, AsyncT4, {"bearer": S["access-token"]})],
}  # fmt: skip
# Arguments beside the body that are secrets.
SECRET_ARGUMENTS = {"jwt", "totp_code", "otp_code", "password", "token", "geetest"}


class Server:
    """A venue that repeats everything, on a port."""

    def __init__(self, secrets: Secrets) -> None:
        self.far_end = FarEnd()
        sandbox = Sandbox()
        sandbox.app = Traffic(self.far_end, secrets, answers=False)
        self._server = SandboxServer(sandbox=sandbox)

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.stop()

    @property
    def url(self) -> str:
        return self._server.url


@pytest.fixture
def server(secrets: Secrets) -> Iterator[Server]:
    with Server(secrets) as found:
        yield found


def no_sleep(seconds: float) -> None:
    return None


async def no_sleep_async(seconds: float) -> None:
    return None


def with_canaries(body: Any) -> Any:
    """A request model with a canary in each of its secret fields."""
    for item in attrs.fields(type(body)):
        held = getattr(body, item.name)
        if attrs.has(type(held)):
            with_canaries(held)
        elif callable(item.repr) and isinstance(held, str | Unset) and item.name != "additional_properties":
            setattr(body, item.name, canary(f"body-{item.name}"))
    return body


def methods(venue: str, client: Any, *, raw: bool = False) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Every operation of a client, with arguments full of secrets."""
    for name, operation in __import__(
        f"venuekit_clients.{venue}", fromlist=["OPERATIONS"]
    ).OPERATIONS.items():
        resource = getattr(client, operation.tag)
        method = getattr(resource.with_raw_response if raw else resource, operation.name)
        signature = inspect.signature(method)
        found = arguments(venue, name, signature)
        for argument in signature.parameters:
            if argument == "body":
                found["body"] = with_canaries(found["body"])
            elif argument in SECRET_ARGUMENTS:
                found[argument] = canary(f"query-{argument}")
        yield name, method, found


def call(exits: Exits, place: str, method: Any, found: dict[str, Any]) -> None:
    exits.note(f"arguments of {place}", repr(found.get("body")), str(found.get("body")))
    try:
        exits.note(f"answer of {place}", repr(method(**found)))
    except VenueKitError as error:
        exits.show_error(place, error)


def call_raw(exits: Exits, place: str, method: Any, found: dict[str, Any]) -> None:
    try:
        answer = method(**found)
        exits.show(f"raw answer of {place}", answer)
        exits.note(f"headers of {place}", repr(answer.headers))
        answer.parse()
    except VenueKitError as error:
        exits.show_error(place, error)


async def call_async(exits: Exits, place: str, method: Any, found: dict[str, Any]) -> None:
    try:
        exits.note(f"answer of {place}", repr(await method(**found)))
    except VenueKitError as error:
        exits.show_error(place, error)


@pytest.mark.parametrize("venue", VENUES)
def test_every_operation_in_every_manner(venue: str, server: Server, secrets: Secrets) -> None:
    for name in (*SECRET_ARGUMENTS, *_body_fields(venue)):
        secrets.add(f"argument {name}", canary(f"query-{name}"))
        secrets.add(f"field {name}", canary(f"body-{name}"))
    with watched() as exits:
        for number, (make, _, credentials) in enumerate(CLIENTS[venue]):
            client = make(
                base_url=server.url, hooks=exits.hooks, max_retries=0, sleep=no_sleep, **credentials
            )
            exits.show("client", client)
            exits.show("auth", client._http.auth)
            calls = list(methods(venue, client))
            with client:
                # With other credentials the far end has only the headers of another kind to repeat.
                for manner in MANNERS if number == 0 else ("refusal", "headers", "truncated"):
                    server.far_end.manner = manner
                    for name, method, found in calls:
                        call(exits, f"{name} {manner}", method, found)
                server.far_end.manner = "nonsense"
                for name, method, found in methods(venue, client, raw=True):
                    call_raw(exits, f"raw {name}", method, found)
            exits.show("auth", client._http.auth)

    texts = exits.texts
    assert any(place.startswith("traceback of") for place in texts)
    assert not (leaks := secrets.found_in(texts)), "\n".join(leaks[:40])


@pytest.mark.parametrize("venue", VENUES)
def test_the_same_in_tasks(venue: str, server: Server, secrets: Secrets) -> None:
    for name in (*SECRET_ARGUMENTS, *_body_fields(venue)):
        secrets.add(f"argument {name}", canary(f"query-{name}"))
        secrets.add(f"field {name}", canary(f"body-{name}"))

    async def run(exits: Exits) -> None:
        for _, make, credentials in CLIENTS[venue]:
            client = make(
                base_url=server.url, hooks=exits.hooks, max_retries=0, sleep=no_sleep_async, **credentials
            )
            async with client:
                for manner in ("refusal", "truncated"):
                    server.far_end.manner = manner
                    for name, method, found in methods(venue, client):
                        await call_async(exits, f"{name} {manner}", method, found)

    with watched() as exits:
        asyncio.run(run(exits), debug=True)
    assert not (leaks := secrets.found_in(exits.texts)), "\n".join(leaks[:40])


def _body_fields(venue: str) -> set[str]:
    models = __import__(f"venuekit_clients.{venue}.models", fromlist=["models"])
    kinds = [getattr(models, name) for name in dir(models)]
    return {
        field.name
        for kind in kinds
        if attrs.has(kind)
        for field in attrs.fields(kind)
        if callable(field.repr)
    }


def test_what_holds_credentials(secrets: Secrets, tmp_path: Any) -> None:
    """Their reprs. None of those that hold tokens or keys can be pickled."""
    store = FileStore(tmp_path / "tokens", key=STORE_KEY)
    store.write("a", {"token": S["access-token"]})
    memory = MemoryStore()
    memory.write("a", {"token": S["access-token"]})
    things = {
        "wallet": PrivateKeySigner(WALLET_KEY),
        "totp": Totp(TOTP_SEED),
        "file store": store,
        "memory store": memory,
        "stokn token": USER_TOKEN,
        "tradelocker tokens": TradeLockerTokens(S["access-token"], S["refresh-token"]),
        "rabbitx key": RabbitXCredentials(api_key=S["rabbitx-api-key"], secret=S["api-secret"], jwt=S["jwt"]),
        "rabbitx session": RabbitXCredentials(jwt=S["jwt"], random_secret=S["random-secret"]),
    }
    with watched() as exits, RabbitX() as client:
        signed = client.prepare_sign_in(PrivateKeySigner(WALLET_KEY))
        secrets.add("wallet signature", signed.signature)
        for place, thing in {**things, "sign-in": signed}.items():
            exits.show(place, thing)
            with pytest.raises(TypeError):
                pickle.dumps(thing)
        exits.note("connection", repr(Connection(proxy=f"http://jane:{S['proxy-password']}@127.0.0.1:9")))
        exits.note("file", (tmp_path / "tokens").read_bytes().decode("latin-1"))
    assert not (leaks := secrets.found_in(exits.texts)), "\n".join(leaks[:40])


def test_requests_that_cannot_even_be_sent(secrets: Secrets) -> None:
    """Values that no header can hold, an address where nobody is, a proxy that is none."""
    proxies = (
        f"http://jane:{S['proxy-password']}@127.0.0.1:1",
        f"http://jane:{S['proxy-password']}@nowhere:port",
        f"http://jane:{S['proxy-password']}",
        f"ftp://jane:{S['proxy-password']}@127.0.0.1:9",
        f"jane:{S['proxy-password']}@127.0.0.1:9",
    )
    with watched() as exits:
        for place, options in {
            "line end": {"api_key": S["api-key"] + "\n", "base_url": "http://127.0.0.1:9"},
            "nobody": {"api_key": S["api-key"], "base_url": "http://127.0.0.1:9"},
            "user in url": {"api_key": S["api-key"], "base_url": f"https://jane:{S['api-key']}@example.com"},
            "port in url": {"api_key": S["api-key"], "base_url": f"https://example.com:{S['api-key']}"},
            "space in url": {"api_key": S["api-key"], "base_url": f"https://{S['api-key']} @exa\nmple.com"},
            **{
                proxy: {
                    "api_key": S["api-key"],
                    "env": "live",
                    "base_url": "https://example.com",
                    "connection": (proxy,),
                }
                for proxy in proxies
            },
        }.items():
            try:
                given = dict(cast("dict[str, Any]", options))
                if "connection" in given:
                    given["connection"] = Connection(proxy=given["connection"][0])
                with T4(**given, max_retries=0, timeout=2.0, hooks=exits.hooks) as client:
                    exits.show("client", client)
                    client.users.get_user_eula("user")
            except VenueKitError as error:
                exits.show_error("unsendable", error)
            else:
                raise AssertionError(f"{place} was answered")
    assert not (leaks := secrets.found_in(exits.texts)), "\n".join(leaks[:40])
