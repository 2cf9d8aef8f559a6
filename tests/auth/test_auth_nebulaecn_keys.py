from __future__ import annotations

import pytest

from venuekit.auth.nebulaecn import NebulaKeyAuth, hmac_signature
from venuekit.transport.errors import ConfigurationError
from venuekit_clients.nebulaecn.operations import OPERATIONS

from .tools import BASE, Answer, Run, Wire, for_operation, make_request


def test_the_published_hmac() -> None:
    signature = hmac_signature("61d025b8573501c2", "2d0b4979c7fe6986daa8e21d1dc0644f", "1584524005143")
    assert signature == "bd42b945e095880e28d046846dbecf655fdf09d95a396a24fe6fe1df42f15d13"


def test_a_key_signs_the_milliseconds(run: Run) -> None:
    auth = NebulaKeyAuth(
        "61d025b8573501c2", "2d0b4979c7fe6986daa8e21d1dc0644f", clock=lambda: 1_584_524_005.1439
    )
    wire = Wire(Answer(401))
    stray = {"Cookie": "_some_session=x", "X-CSRF-Token": "x", "X-Auth-Nonce": "1"}
    assert (
        run(auth, make_request("POST", "/api/v2/auth/resource/labels", headers=stray), wire).status_code
        == 401
    )
    [sent] = wire.sent
    assert sent.headers["x-auth-apikey"] == "61d025b8573501c2"
    assert sent.headers["x-auth-nonce"] == "1584524005143"
    assert sent.headers["x-auth-signature"].startswith("bd42b945e095880e")
    assert not {"cookie", "x-csrf-token"} & set(sent.headers)


def test_a_key_is_not_sent_where_none_is_needed(run: Run) -> None:
    auth = NebulaKeyAuth("kid", "secret", base_url=BASE)
    for request in (
        for_operation(OPERATIONS["pingPublic"]),
        make_request("GET", "/x", base="https://elsewhere.test"),
    ):
        wire = Wire(Answer())
        run(auth, request, wire)
        assert not [name for name in wire.sent[0].headers if name.startswith("x-auth")]
    wire = Wire(Answer())
    run(auth, for_operation(OPERATIONS["getMe"]), wire)
    assert wire.sent[0].headers["x-auth-apikey"] == "kid"


def test_a_key_is_two_things() -> None:
    for given in (("", "x"), ("x", "")):
        with pytest.raises(ConfigurationError):
            NebulaKeyAuth(*given)


def test_the_secret_is_not_in_the_repr() -> None:
    assert "2d0b4979c7fe6986" not in repr(NebulaKeyAuth("kid", "2d0b4979c7fe6986daa8e21d1dc0644f"))
