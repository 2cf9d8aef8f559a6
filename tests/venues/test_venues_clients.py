"""The ten clients: how they are made, where they send to, and that they show no secret."""

from __future__ import annotations

import asyncio
import inspect
import subprocess
import sys
from collections.abc import Callable
from typing import Any, cast

import pytest

import venuekit
from tests.playground import VENUES, Playground
from venuekit import (
    T4,
    AsyncNebulaECN,
    AsyncRabbitX,
    AsyncStokn,
    AsyncT4,
    AsyncTradeLocker,
    ConfigurationError,
    NebulaECN,
    RabbitX,
    Stokn,
    StoknToken,
    Totp,
    TradeLocker,
    TradeLockerTokens,
)
from venuekit.venues._base import AsyncOptions, ClientOptions, SyncOptions
from venuekit.venues.environments import ENVIRONMENTS
from venuekit_sandbox import Sandbox

Make = Callable[..., Any]
SECRET = "a-secret-that-must-not-show"
HEX = "5ec7e7" * 11

# Every credential that a client takes, so that its repr is tested with all of them.
CREDENTIALS: dict[str, dict[str, Any]] = {
    "rabbitx": {"api_key": SECRET, "api_secret": HEX},
    "stokn": {
        "client_id": "company",
        "client_secret": SECRET,
        "user_token": StoknToken("jane", SECRET, SECRET, SECRET),
    },
    "nebulaecn": {
        "email": "jane@example.com",
        "password": SECRET,
        "totp": Totp("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"),
    },
    "tradelocker": {
        "email": "jane@example.com",
        "password": SECRET,
        "server": "S",
        "tokens": TradeLockerTokens(SECRET, SECRET),
        "developer_api_key": SECRET,
    },
    "t4": {"api_key": SECRET},
}
SYNC: dict[str, Make] = {
    "rabbitx": RabbitX,
    "stokn": Stokn,
    "nebulaecn": NebulaECN,
    "tradelocker": TradeLocker,
    "t4": T4,
}
ASYNC: dict[str, Make] = {
    "rabbitx": AsyncRabbitX,
    "stokn": AsyncStokn,
    "nebulaecn": AsyncNebulaECN,
    "tradelocker": AsyncTradeLocker,
    "t4": AsyncT4,
}
# A call that each venue answers to anybody with the sandbox's fixtures.
FIRST_CALL: dict[str, tuple[dict[str, Any], Callable[[Any], Any]]] = {
    "rabbitx": ({}, lambda c: c.account.validate_account(jwt="not a jwt")),
    "stokn": (
        {"client_id": "sandbox", "client_secret": "sandbox-secret"},
        lambda c: c.users.forgot_password(email="nobody@example.com"),
    ),
    "nebulaecn": ({}, lambda c: c.public.ping_public()),
    "tradelocker": (
        {"email": "demo@example.com", "password": "sandbox-password", "server": "SANDBOX"},
        lambda c: c.auth.list_accounts(),
    ),
    "t4": ({"api_key": "sandbox"}, lambda c: c.users.get_user_eula("nobody")),
}


@pytest.mark.parametrize("venue", VENUES)
def test_the_default_is_the_sandbox(venue: str) -> None:
    with SYNC[venue](**CREDENTIALS[venue]) as client:
        assert client.base_url == ENVIRONMENTS[venue]["sandbox"]
        assert client.base_url.startswith("http://127.0.0.1:8900/")


@pytest.mark.parametrize("venue", VENUES)
@pytest.mark.parametrize("env", ["demo", "live"])
def test_other_environments_go_by_name_and_over_tls(venue: str, env: str) -> None:
    if env not in ENVIRONMENTS[venue]:
        with pytest.raises(ConfigurationError, match="base_url"):
            SYNC[venue](**CREDENTIALS[venue], env=env)
        return
    with SYNC[venue](**CREDENTIALS[venue], env=env) as client:
        assert client.base_url == ENVIRONMENTS[venue][env]
        assert client.base_url.startswith("https://")


@pytest.mark.parametrize("venue", VENUES)
@pytest.mark.parametrize("env", ["production", "LIVE", "", None])
def test_an_unknown_environment_is_refused(venue: str, env: Any) -> None:
    with pytest.raises(ConfigurationError, match="env must be"):
        SYNC[venue](**CREDENTIALS[venue], env=env)
    with pytest.raises(ConfigurationError, match="env must be"):
        ASYNC[venue](**CREDENTIALS[venue], env=env)


@pytest.mark.parametrize(
    ("url", "needed"),
    [
        ("https://api.rabbitx.com", "live"),
        ("https://API.RabbitX.com:443/", "live"),
        ("https://api.rabbitx.com./v1", "live"),
        ("https://live.tradelocker.com/backend-api", "live"),
        ("https://demo.tradelocker.com/backend-api", "demo"),
    ],
)
def test_a_public_address_is_reached_only_in_its_own_environment(url: str, needed: str) -> None:
    """Also at another venue's client: a mistyped address must not move anybody's money."""
    for env in ("sandbox", "demo", "live"):
        if env == needed:
            TradeLocker(base_url=url, env=cast("Any", env)).close()
        else:
            with pytest.raises(ConfigurationError, match=f'needs env="{needed}"'):
                TradeLocker(base_url=url, env=cast("Any", env))


@pytest.mark.parametrize("venue", VENUES)
def test_a_client_shows_no_secret(venue: str) -> None:
    with SYNC[venue](**CREDENTIALS[venue]) as client:
        shown = [
            repr(client),
            str(client),
            repr(client._auth if hasattr(client, "_auth") else client._http.auth),
        ]
        shown.append(repr(client._http))
        for value in CREDENTIALS[venue].values():
            shown.append(repr(value) if not isinstance(value, str) else "")
    for text in shown:
        assert SECRET not in text
        assert HEX not in text
        assert "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" not in text
    assert repr(client) == f"{SYNC[venue].__name__}('{client.base_url}')"


@pytest.mark.parametrize("venue", VENUES)
def test_both_clients_take_the_same_arguments(venue: str) -> None:
    """By name, by type where a type is not that of a coroutine function, and by keyword only."""
    own = {kind: _own_arguments(kind) for kind in (SYNC[venue], ASYNC[venue])}
    assert own[SYNC[venue]] == own[ASYNC[venue]]
    shared, shared_async = SyncOptions.__annotations__, AsyncOptions.__annotations__
    assert set(shared) == set(shared_async)
    assert {name for name in shared if shared[name] != shared_async[name]} == {"sleep", "caller"}
    assert not set(own[SYNC[venue]]) & set(shared)


@pytest.mark.parametrize("venue", VENUES)
def test_an_argument_that_no_client_has_is_refused(venue: str) -> None:
    """`**options` takes what its type says, also where nobody checks types."""
    for make in (SYNC[venue], ASYNC[venue]):
        with pytest.raises(TypeError, match="unexpected keyword argument 'max_retry'"):
            make(**CREDENTIALS[venue], max_retry=3)


@pytest.mark.parametrize("name", sorted(SyncOptions.__annotations__))
def test_every_shared_argument_is_explained(name: str) -> None:
    explained = f"{ClientOptions.__doc__} {SyncOptions.__doc__}"
    assert f" {name}: " in explained


def _own_arguments(kind: Make) -> dict[str, object]:
    """The arguments of one venue's client, beside those of all."""
    *own, rest = inspect.signature(kind).parameters.values()
    assert rest.kind is rest.VAR_KEYWORD
    assert all(parameter.kind is parameter.KEYWORD_ONLY for parameter in own)
    return {parameter.name: parameter.annotation for parameter in own}


@pytest.mark.parametrize("venue", VENUES)
def test_both_clients_have_the_same_resources(venue: str) -> None:
    def resources(kind: Any) -> set[str]:
        return {name for name in dir(kind) if not name.startswith("_")} - {"close", "aclose"}

    assert resources(SYNC[venue]) == resources(ASYNC[venue])


@pytest.mark.parametrize("venue", VENUES)
def test_in_process_and_over_a_port_a_client_sees_the_same(venue: str, playground: Playground) -> None:
    options, use = FIRST_CALL[venue]
    sandbox = Sandbox()

    def outcome(client: Any) -> tuple[str, object]:
        try:
            return "answer", _shape(use(client))
        except venuekit.AnswerError as error:
            return type(error).__name__, (error.status, error.codes)

    async def outcome_async(client: Any) -> tuple[str, object]:
        async with client:
            try:
                return "answer", _shape(await use(client))
            except venuekit.AnswerError as error:
                return type(error).__name__, (error.status, error.codes)

    base_url = playground.urls[venue]
    with SYNC[venue](**options, base_url=base_url) as over_a_port:
        expected = outcome(over_a_port)
    with SYNC[venue](**options, app=sandbox.app) as in_process:
        assert outcome(in_process) == expected
        assert outcome(in_process) == expected, "the second call uses the same event loop"
    assert asyncio.run(outcome_async(ASYNC[venue](**options, app=sandbox.app))) == expected
    assert asyncio.run(outcome_async(ASYNC[venue](**options, base_url=base_url))) == expected


def _shape(answer: Any) -> object:
    """An answer without the values that differ from call to call."""
    document = answer.to_dict()
    return sorted(document)


def test_a_closed_client_is_closed() -> None:
    client = T4(api_key="sandbox", app=Sandbox().app)
    client.close()
    with pytest.raises(ConfigurationError, match="closed"):
        client.users.get_user_eula("u")


@pytest.mark.parametrize(
    ("make", "given", "says"),
    [
        (T4, {}, "exactly one"),
        (T4, {"api_key": "a", "bearer": "b"}, "exactly one"),
        (RabbitX, {"api_key": "a"}, "api_secret|secret"),
        (RabbitX, {"jwt": "a"}, "random_secret"),
        (RabbitX, {"network": "dogecoin"}, "network must be one of"),
        (NebulaECN, {"api_key": "a"}, "go together"),
        (NebulaECN, {"api_secret": "a"}, "go together"),
        (Stokn, {"client_id": "", "client_secret": ""}, "client id"),
        (TradeLocker, {"email": "a@b.c", "password": SECRET}, "all three or none"),
    ],
)
def test_half_a_credential_is_refused_at_once(make: Make, given: dict[str, Any], says: str) -> None:
    with pytest.raises(ConfigurationError, match=says) as caught:
        make(**given)
    assert SECRET not in str(caught.value)


def test_a_caller_of_ones_own_sees_every_call() -> None:
    class Recorder:
        def __init__(self) -> None:
            self.seen: list[tuple[str, str, str]] = []

        def call(self, operation: Any, kwargs: dict[str, Any], parse: Any) -> Any:
            self.seen.append((operation.venue, operation.id, kwargs["url"]))
            return None

    recorder = Recorder()
    with T4(api_key="x", caller=cast("Any", recorder)) as client:
        client.users.get_user_eula("u 1/2")

    assert recorder.seen == [("t4", "getUserEula", "/admin/v1/users/u%201%2F2/eula")]


def test_everything_promised_is_there() -> None:
    for name in venuekit.__all__:
        assert getattr(venuekit, name).__name__ == name
    assert sorted(venuekit.__all__) == sorted(venuekit._HOMES)
    assert set(venuekit.__all__) <= set(dir(venuekit))
    with pytest.raises(AttributeError, match="no attribute 'Binance'"):
        venuekit.Binance  # noqa: B018


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import venuekit", ["httpx", "attrs", "ssl", "pydantic", "venuekit_clients"]),
        ("from venuekit import T4", ["pydantic", "eth_account", "ruamel", "starlette", "venuekit_sandbox"]),
        (
            "from venuekit import NebulaECN, RabbitX, Stokn, TradeLocker, CallbackSigner",
            [
                "pydantic",
                "eth_account",
                "ruamel",
                "starlette",
                "venuekit_sandbox",
                "venuekit_clients.nebulaecn.models",
            ],
        ),
    ],
)
def test_an_import_brings_no_more_than_it_needs(statement: str, absent: list[str]) -> None:
    code = f"{statement}\nimport sys\nprint([name for name in {absent!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True, timeout=300
    )

    assert (done.stdout.strip(), done.stderr) == ("[]", "")


# Each venue's own conveniences, against the sandbox.


def test_nebulaecn_sends_either_session_or_key(playground: Playground) -> None:
    from venuekit_clients.nebulaecn.models import (
        ConfirmEmailRequest,
        CreateApiKeyRequest,
        CreatePhoneRequest,
        CreateUserRequest,
        EnableOtpRequest,
        VerifyPhoneRequest,
    )

    email, password, phone = "switch@example.com", "Kal31-ewwqXrew", "+13125550199"
    with NebulaECN(email=email, password=password, base_url=playground.urls["nebulaecn"]) as client:
        client.identity.create_user(body=CreateUserRequest(email=email, password=password))
        token = playground.messages(to=email)[-1]["code"]
        client.identity.confirm_email(body=ConfirmEmailRequest(token=token))
        client.phones.create_phone(body=CreatePhoneRequest(phone_number=phone))
        code = playground.messages(to=phone)[-1]["code"]
        client.phones.verify_phone(body=VerifyPhoneRequest(phone_number=phone, verification_code=code))
        totp = Totp.from_uri(client.otp.generate_otp_qrcode().data.url)
        client.otp.enable_otp(body=EnableOtpRequest(code=totp.code()))
        client.use_totp(totp)
        key = client.api_keys.create_api_key(
            body=CreateApiKeyRequest(algorithm="HS256", totp_code=totp.code())
        )

        client.use_api_key(key.kid, "wrong")
        with pytest.raises(venuekit.AuthenticationError):
            client.users.get_me()
        client.use_api_key(key.kid, key.secret or "")
        assert client.users.get_me().email == email
        client.use_session()
        assert client.users.get_me().email == email
        # A session that was ended is opened again, and the second factor is answered.
        client.identity.delete_session()
        assert client.users.get_me().email == email


def test_tradelocker_goes_on_with_the_tokens_of_another_client(playground: Playground) -> None:
    url = playground.urls["tradelocker"]
    login: dict[str, Any] = {"email": "demo@example.com", "password": "sandbox-password", "server": "SANDBOX"}
    with TradeLocker(**login, base_url=url) as first:
        assert first.tokens is None
        account = first.auth.list_accounts().accounts[0]
        tokens = first.tokens
    assert tokens is not None
    with TradeLocker(base_url=url) as second:
        second.use_tokens(tokens)
        second.use_account(int(account.acc_num))
        assert second.trade.get_config(acc_num=int(account.acc_num)).s == "ok"
        assert second.tokens == tokens


@pytest.mark.parametrize("mode", ["api_key", "frontend"])
def test_rabbitx_signs_in_in_both_modes(mode: str, playground: Playground) -> None:
    from venuekit import PrivateKeySigner

    url = playground.urls["rabbitx"]
    signer = PrivateKeySigner("0x" + "11" * 32)
    with RabbitX(network="base", base_url=url) as client:
        assert client.credentials is None
        found = client.sign_in(signer, mode=cast("Any", mode))
        assert client.credentials == found
        assert found.mode == mode
        wallet = client.account.get_account().result[0].wallet

    async def twin() -> object:
        async with AsyncRabbitX(network="base", base_url=url) as twin_client:
            await twin_client.sign_in(signer, mode=cast("Any", mode))
            return (await twin_client.account.get_account()).result[0].wallet

    assert str(wallet).lower() == signer.address.lower()
    assert asyncio.run(twin()) == wallet
    with RabbitX(network="base", base_url=url) as resumed:
        resumed.use_credentials(found)
        assert resumed.account.get_account().result[0].wallet == wallet
