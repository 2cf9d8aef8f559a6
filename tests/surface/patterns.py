"""The ways to import and use venuekit, as mypy and pyright must understand them (`nox -s types`).

Nothing here is called. `assert_type` holds the types that a user gets; an unneeded `type: ignore` is an error, so that
each one proves that a mistake is found.
"""
# pyright: strict, reportUnnecessaryTypeIgnoreComment=true, reportUnusedFunction=false

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Self, assert_type

import venuekit
from venuekit import (
    AmbiguousOutcome,
    AsyncNebulaECN,
    AsyncTradeLocker,
    AuthenticationError,
    Connection,
    ConnectionFailed,
    FileStore,
    Hooks,
    KycPending,
    MemoryStore,
    MissingStep,
    NebulaECN,
    RabbitX,
    RateLimitedError,
    RateLimits,
    RequestInfo,
    ResponseInfo,
    SecretText,
    Signer,
    StatusError,
    TokenStore,
    TradeLocker,
    TradeLockerTokens,
    VenueError,
    VenueKitError,
    runs,
)
from venuekit.pages import iterate, iterate_async
from venuekit.recipes.dossier import load_dossier
from venuekit.runs import CaseStatus, Interaction, Run, onboard, onboard_async
from venuekit.telemetry import otel_hooks
from venuekit_clients.nebulaecn.models import APIKey, Label
from venuekit_clients.runtime import RawResponse
from venuekit_clients.tradelocker.models import AccountsResponse, GetJWTTokensRequest, JWTTokensResponse
from venuekit_sandbox import Sandbox, SandboxServer


def clients(store: TokenStore) -> None:
    with venuekit.TradeLocker(email="a@example.com", password="…", server="S") as client:
        assert_type(client, TradeLocker)
        assert_type(client.auth.list_accounts(), AccountsResponse)
        assert_type(client.auth.list_accounts().accounts[0].acc_num, int | str)
        assert_type(client.tokens, TradeLockerTokens | None)
        assert_type(client.with_options(timeout=5, max_retries=0), TradeLocker)
        assert_type(
            client.auth.get_jwt_tokens(body=GetJWTTokensRequest(email="a", password="b", server="S")),
            JWTTokensResponse,
        )
    TradeLocker(
        env="demo",
        timeout=5,
        max_retries=3,
        connection=Connection(http2=True, tls="system", max_connections=4),
        limits=RateLimits(),
        hooks=[Hooks(on_response=seen), otel_hooks()],
        store=store,
    )
    TradeLocker(timeout=None)  # type: ignore[arg-type]
    TradeLocker("a@example.com")  # type: ignore[call-arg]
    TradeLocker(retries=3)  # type: ignore[call-arg]
    client.with_options(headers={})  # type: ignore[call-arg]
    client.auth.list_acounts()  # type: ignore[attr-defined]
    client.trade.get_account_state("1", acc_num="1")  # type: ignore[arg-type]


async def async_clients() -> None:
    async with AsyncTradeLocker(store=MemoryStore()) as client:
        assert_type(await client.auth.list_accounts(), AccountsResponse)
        assert_type(client.with_options(timeout=5), AsyncTradeLocker)
        raw = await client.auth.with_raw_response.list_accounts()
        assert_type(raw, RawResponse[AccountsResponse])
        with client:  # type: ignore[attr-defined]
            pass


def raw_answers(client: NebulaECN) -> None:
    raw = client.labels.with_raw_response.list_labels()
    assert_type(raw, RawResponse[list[Label]])
    assert_type(raw.status, int)
    assert_type(raw.headers, Mapping[str, str])
    assert_type(raw.content, bytes)
    assert_type(raw.request_id, str | None)
    assert_type(raw.parse(), list[Label])


def pages(client: NebulaECN) -> None:
    assert_type(iterate(client.api_keys.list_api_keys, ordering="asc"), Iterator[APIKey])
    iterate(client.api_keys.list_api_keys, odering="asc")  # type: ignore[call-arg]
    iterate(client.users.get_me)  # type: ignore[arg-type]


async def async_pages(client: AsyncNebulaECN) -> None:
    keys = iterate_async(client.api_keys.list_api_keys)
    assert_type(keys, AsyncIterator[APIKey])
    assert_type([key async for key in keys], list[APIKey])


def errors(client: TradeLocker) -> str | None:
    try:
        client.auth.list_accounts()
    except AmbiguousOutcome as error:
        assert_type(error.cause, VenueError)
        assert_type(error.lookup, str | None)
    except KycPending as error:
        assert_type(error.account_id, str | None)
    except MissingStep as error:
        assert_type(error.operations, tuple[str, ...])
    except RateLimitedError as error:
        assert_type(error.retry_after, float | None)
    except AuthenticationError as error:
        assert_type(error.codes, tuple[str, ...])
    except StatusError as error:
        assert_type(error.status, int)
        assert_type(error.raw_body, SecretText)
        assert_type(error.raw_body.reveal(), str)
        return error.request_id
    except ConnectionFailed as error:
        assert_type(error.sent, bool)
    except VenueKitError:
        raise
    return None


def seen(info: ResponseInfo) -> None:
    assert_type(info.request, RequestInfo)
    assert_type(info.request.attempt, int)
    assert_type(info.status, int | None)
    assert_type(info.error, VenueError | None)


class OwnStore:
    """A store of one's own needs no base class."""

    def __init__(self, kept: FileStore) -> None:
        self._kept = kept

    def read(self, key: str) -> Mapping[str, str] | None:
        return self._kept.read(key)

    def write(self, key: str, values: Mapping[str, str]) -> None:
        self._kept.write(key, values)

    def delete(self, key: str) -> None:
        self._kept.delete(key)

    def lock(self, key: str) -> venuekit.StoreLock:
        return self._kept.lock(key)


class Desk(NebulaECN):
    """A client may be extended."""

    def again(self) -> Self:
        return self.with_options(max_retries=0)


def stores(path: str) -> None:
    NebulaECN(store=OwnStore(FileStore(path, key=FileStore.new_key())))
    NebulaECN(store={})  # type: ignore[arg-type]


def wallets(signer: Signer) -> None:
    credentials = RabbitX(network="sepolia").sign_in(signer)
    assert_type(credentials, venuekit.RabbitXCredentials)


def answer(interaction: Interaction) -> str | None:
    return None if interaction.secret else interaction.prompt


async def answer_later(interaction: Interaction) -> str | None:
    return answer(interaction)


async def onboarding() -> None:
    dossier = load_dossier("dossier.yaml")
    run = onboard(dossier, answer=answer, venues=["t4"], apps={"t4": Sandbox().app})
    assert_type(run, Run)
    assert_type(run.case("t4").status, CaseStatus)
    assert_type(run.case("t4").credentials, Mapping[str, SecretText])
    assert_type(await onboard_async(dossier, answer=answer_later), Run)
    assert_type(runs.plan(dossier), runs.Plan)
    onboard(dossier)  # type: ignore[call-arg]
    with SandboxServer() as server:
        assert_type(server.url, str)
