"""Credentials that no header can carry are refused by name, before anything is sent and without showing them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from venuekit import (
    T4,
    AsyncT4,
    ConfigurationError,
    NebulaECN,
    RabbitX,
    RabbitXCredentials,
    Stokn,
    StoknToken,
    TradeLocker,
    TradeLockerTokens,
)
from venuekit_clients.stokn.models import ChangePasswordRequest
from venuekit_sandbox import Sandbox

BAD = ["geheim-ü-123", "line\nbreak", "tab\tkey", "\ud800", "ключ"]
HEX = "ab" * 32
COMPANY: dict[str, Any] = {"client_id": "a", "client_secret": "b"}

MAKERS: dict[str, tuple[str, Callable[[str], object]]] = {
    "t4-key": ("api_key", lambda bad: T4(api_key=bad, environ={})),
    "t4-key-async": ("api_key", lambda bad: AsyncT4(api_key=bad, environ={})),
    "t4-key-environment": ("api_key", lambda bad: T4(environ={"VENUEKIT_T4_API_KEY": bad})),
    "t4-bearer": ("bearer", lambda bad: T4(bearer=bad, environ={})),
    "rabbitx-key": ("api_key", lambda bad: RabbitX(api_key=bad, api_secret=HEX, environ={})),
    "rabbitx-jwt": ("jwt", lambda bad: RabbitX(jwt=bad, random_secret=HEX, environ={})),
    "rabbitx-credentials": ("api_key", lambda bad: RabbitXCredentials(api_key=bad, secret=HEX)),
    "nebulaecn-key": ("api_key", lambda bad: NebulaECN(api_key=bad, api_secret="s", environ={})),
    "tradelocker-developer": (
        "developer_api_key",
        lambda bad: TradeLocker(developer_api_key=bad, environ={}),
    ),
    "tradelocker-token": (
        "access_token|tokens",
        lambda bad: TradeLocker(tokens=TradeLockerTokens(bad), environ={}),
    ),
    "stokn-token": (
        "access_token|user_token",
        lambda bad: Stokn(**COMPANY, user_token=StoknToken("jane", bad), environ={}),
    ),
}


@pytest.mark.parametrize("bad", BAD, ids=ascii)
@pytest.mark.parametrize("maker", MAKERS)
def test_it_is_refused_where_it_is_given(maker: str, bad: str) -> None:
    name, make = MAKERS[maker]
    with pytest.raises(ConfigurationError, match=name) as caught:
        make(bad)
    shown = f"{caught.value!r} {caught.value}"
    assert bad not in shown and ascii(bad)[1:-1] not in shown
    assert caught.value.__cause__ is None


def test_and_where_it_is_replaced() -> None:
    auth: Any = T4(bearer="good", environ={})._http.auth
    with pytest.raises(ConfigurationError, match="bearer"):
        auth.adopt("schlüssel")
    with TradeLocker(environ={}) as client, pytest.raises(ConfigurationError, match="access_token"):
        client.use_tokens(TradeLockerTokens("schlüssel"))


def test_a_password_that_is_not_text_is_named_with_its_source() -> None:
    environ = {
        "VENUEKIT_TRADELOCKER_EMAIL": "a@example.com",
        "VENUEKIT_TRADELOCKER_PASSWORD": "pass\udcff",
        "VENUEKIT_TRADELOCKER_SERVER": "S",
    }
    with pytest.raises(ConfigurationError, match=r"password.*environment VENUEKIT_TRADELOCKER_PASSWORD"):
        TradeLocker(environ=environ)


def test_an_argument_that_becomes_a_header() -> None:
    with RabbitX(api_key="k", api_secret=HEX, app=Sandbox().app, environ={}) as client:
        with pytest.raises(ConfigurationError, match="the header EID") as caught:
            client.account.get_account(eid="sché")
    assert "sché" not in str(caught.value)


def test_a_body_that_cannot_be_encoded_is_no_raw_error() -> None:
    body = ChangePasswordRequest(session_id="session", username="jane", password="p\ud800")
    with Stokn(**COMPANY, user_token=StoknToken("jane", "t"), app=Sandbox().app, environ={}) as client:
        with pytest.raises(ConfigurationError, match="cannot be encoded"):
            client.users.change_password(body=body)
