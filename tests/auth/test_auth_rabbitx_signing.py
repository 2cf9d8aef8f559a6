from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from venuekit.auth.rabbitx import (
    NETWORKS,
    Network,
    SignIn,
    onboarding_message,
    payload_signature,
    payload_text,
    sign_in,
)
from venuekit.auth.rawjson import raw_members
from venuekit.auth.wallet import CallbackSigner, PrivateKeySigner
from venuekit.transport.errors import ConfigurationError

SIGNER = PrivateKeySigner("0x" + "0" * 63 + "1")
VAULT = "0x" + "ee" * 20

# Known signatures of the dummy key 1 at timestamp 1700000000, their last byte less 27.
EIP191 = (
    "0xeab7c0c570e2caa37f68a0329db4e54e6fb4fabdb3317e3834e2ee4cf07b130a"
    "674ecfefe1fb1f94c56c839e99550a822a94f1457ef8a354770dd688aa564d2d01"
)
EIP712_MAINNET = (
    "0x206252bd59075ddb344f4ff02e04b678ace190ef59aa28ff85d67e14eccee33e"
    "4e74cfcc61b372ead11047f412f556b1e883099e86207d88b6a7ad9935fa431701"
)
EIP712_SEPOLIA = (
    "0x5ccd2f6ecf8c9152cff36e8d12b2379d3db36668853339010f514aee320a40e8"
    "0c15007f700752a0a0644d0420151e7b04ea4a2ed71b0637f4842026cc2da8e500"
)


def vector(network: str | Network = "ethereum", **changes: Any) -> SignIn:
    chain = NETWORKS[network] if isinstance(network, str) else network
    options: dict[str, Any] = {"mode": "api_key", "now": 1_699_999_700.9, **changes}
    return sign_in(SIGNER, network=chain, **options)


def test_the_message_is_the_wires() -> None:
    message = onboarding_message("RabbitX")
    assert len(message) == 310
    digest = "2e0003c8392f84b8caae3801909d2d37f4cf226a07c46e961798c7faf3ae9b67"
    assert hashlib.sha256(message.encode()).hexdigest() == digest
    assert onboarding_message("Bfx") == message.replace("RabbitX", "Bfx", 1)


def test_the_known_signatures() -> None:
    assert vector().signature == EIP191
    assert vector(mode="frontend").signature == EIP712_MAINNET
    assert vector("sepolia", mode="frontend").signature == EIP712_SEPOLIA


def test_either_scheme_in_either_mode() -> None:
    assert vector(mode="frontend", scheme="eip191").signature == EIP191
    assert vector(scheme="eip712").signature == EIP712_MAINNET


def test_what_a_sign_in_says() -> None:
    made = vector("arbitrum", mode="frontend")
    assert (made.wallet, made.timestamp, made.eid) == (SIGNER.address, 1_700_000_000, "rbx_arbitrum")
    assert (made.is_client, made.profile_type) == (True, "trader")
    assert not vector().is_client


def test_the_lifetime_moves_the_expiry_and_the_signature() -> None:
    longer = vector(lifetime=600)
    assert longer.timestamp == 1_700_000_300
    assert longer.signature != EIP191


@pytest.mark.parametrize("lifetime", [0, -1, 601])
def test_a_lifetime_has_bounds(lifetime: int) -> None:
    with pytest.raises(ConfigurationError, match="600"):
        vector(lifetime=lifetime)


def test_the_message_and_the_network_are_settings() -> None:
    assert vector(message="other").signature != EIP191
    blast = vector("blast", mode="frontend").signature
    other_id = attrs.evolve(NETWORKS["blast"], chain_id=59144)
    assert vector(other_id, mode="frontend").signature != blast


def test_a_vault_is_onboarded_by_its_contract() -> None:
    made = vector(profile_type="vault", wallet=VAULT)
    assert (made.wallet, made.profile_type, made.signature) == (VAULT, "vault", EIP191)
    with pytest.raises(ConfigurationError, match="vault"):
        vector(profile_type="vault")
    with pytest.raises(ConfigurationError, match="40 hex"):
        vector(profile_type="vault", wallet="0x1")


def test_a_traders_wallet_is_the_signers() -> None:
    assert vector(wallet=SIGNER.address.lower()).wallet == SIGNER.address
    with pytest.raises(ConfigurationError, match="signer's own"):
        vector(wallet=VAULT)


def test_the_typed_data_has_no_verifying_contract() -> None:
    seen: list[Any] = []

    def sign(data: Any) -> str:
        seen.append(data)
        return "0x" + "00" * 65

    network = Network("here", "here", 7, "Name", "Brand")
    sign_in(CallbackSigner(VAULT, sign_typed_data=sign), network=network, mode="frontend", now=0, lifetime=5)
    [data] = seen
    assert data["domain"] == {"name": "Name", "version": "1", "chainId": 7}
    assert data["message"] == {"message": onboarding_message("Brand"), "timestamp": 5}
    assert data["primaryType"] == "signin"


def test_the_networks() -> None:
    table = {name: (n.eid, n.chain_id, n.domain_name, n.brand) for name, n in NETWORKS.items()}
    assert table == {
        "ethereum": ("rbx", 1, "RabbitXId", "RabbitX"),
        "sepolia": ("rbx", 11155111, "RabbitXId", "RabbitX"),
        "blast": ("bfx", 81457, "BfxId", "Bfx"),
        "blast_sepolia": ("bfx", 168587773, "BfxId", "Bfx"),
        "arbitrum": ("rbx_arbitrum", 42161, "RabbitXId", "RabbitX"),
        "base": ("rbx_base", 8453, "RabbitXId", "RabbitX"),
        "sonic": ("rbx_sonic", 146, "RabbitXId", "RabbitX"),
    }


ORDER = b'{"market_id": "BTC-USD", "price": 19300.5, "side": "long", "size": 1, "type": "limit"}'


def test_the_known_hmacs() -> None:
    text = payload_text("post", "/orders", ORDER, 1_700_000_000)
    assert text == "market_id=BTC-USDmethod=POSTpath=/ordersprice=19300.5side=longsize=1type=limit1700000000"
    order = payload_signature("POST", "/orders", ORDER, 1_700_000_000, secret="0x" + "cd" * 32)
    assert order == "0x37bb1b9c3221025aa9a63be7615264eddeadfcb1b0a175d941c62cf5a68d6de2"

    body = b'{"refresh_token": "dummy", "is_client": true}'
    text = payload_text("POST", "/jwt", body, 1_700_000_000)
    assert text == "is_client=truemethod=POSTpath=/jwtrefresh_token=dummy1700000000"
    jwt = payload_signature("POST", "/jwt", body, 1_700_000_000, secret="ab" * 32)
    assert jwt == "0x955b2fa2a2001a98b21703684a7ab068671f7efff9affc76e8955eb286967b94"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"", "method=GETpath=/p9"),
        (b"{}", "method=GETpath=/p9"),
        (b" {\n } ", "method=GETpath=/p9"),
        (b'{"z": [1,  2], "a": {"b": "c"}}', 'a={"b": "c"}method=GETpath=/pz=[1,  2]9'),
        (b'{"a":null,"b":true,"c":1.50,"d":1e+2,"e":-0}', "a=nullb=truec=1.50d=1e+2e=-0method=GETpath=/p9"),
        (b'{"s": "say \\"hi\\""}', 'method=GETpath=/ps=say \\"hi\\"9'),
        ('{"s": "é\\u00e9"}'.encode(), "method=GETpath=/ps=é\\u00e99"),
        (b'{"method": "X", "path": "/y"}', "method=GETpath=/p9"),
        (b'{"a": 1, "a": 2}', "a=2method=GETpath=/p9"),
        (b'{"\\u0061": 1}', "a=1method=GETpath=/p9"),
        (b'{"n": ' + b"9" * 5000 + b"}", f"method=GETn={'9' * 5000}path=/p9"),
    ],
)
def test_values_are_signed_as_they_are_sent(body: bytes, text: str) -> None:
    assert payload_text("get", "/p", body, 9) == text


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b"1",
        b'"x"',
        b"null",
        b"{",
        b"{} x",
        b'{"a" 1}',
        b'{"a": 1,}',
        b"{a: 1}",
        b'{"a": NaN}',
        b'{"a": 01}',
        b"\xff",
    ],
)
def test_what_is_not_one_json_object_is_not_signed(body: bytes) -> None:
    with pytest.raises(ValueError):
        payload_text("POST", "/p", body, 9)


@pytest.mark.parametrize("secret", ["", "0x", "xyz", "0xabc"])
def test_a_secret_is_hex(secret: str) -> None:
    with pytest.raises(ConfigurationError, match="hex"):
        payload_signature("POST", "/p", b"", 9, secret=secret)


# An independent reading of the same rule: the parts of a body are written first and joined to a body second.
blanks = st.text(" \t\n\r", max_size=2)
scalars = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8
)


@st.composite
def written(draw: st.DrawFn) -> str:
    """A value as one of the texts that it has."""
    return json.dumps(
        draw(values),
        ensure_ascii=draw(st.booleans()),
        indent=draw(st.sampled_from([None, 0, 2])),
        separators=draw(st.sampled_from([(",", ":"), (", ", ": "), (" , ", " : ")])),
    )


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """The text of an object, and its members' texts."""
    members = draw(st.dictionaries(st.text(), written(), max_size=6))
    items = [
        draw(blanks)
        + json.dumps(name, ensure_ascii=draw(st.booleans()))
        + draw(blanks)
        + ":"
        + draw(blanks)
        + text
        for name, text in members.items()
    ]
    body = draw(blanks) + "{" + (draw(blanks) + ",").join(items) + draw(blanks) + "}" + draw(blanks)
    return body, members


@given(bodies(), st.sampled_from(["GET", "post"]), st.integers(0, 2**40))
def test_payload_text_is_what_an_independent_writer_expects(
    body_and_members: tuple[str, dict[str, str]], method: str, timestamp: int
) -> None:
    body, members = body_and_members
    raw = body.encode()
    parts = {name: text[1:-1] if text[0] == '"' else text for name, text in members.items()}
    parts |= {"method": method.upper(), "path": "/x"}
    expected = "".join(key + "=" + parts[key] for key in sorted(parts)) + str(timestamp)
    assert raw_members(raw) == members
    assert payload_text(method, "/x", raw, timestamp) == expected
    digest = hashlib.sha256(expected.encode()).digest()
    signature = hmac.new(b"\xab" * 32, digest, "sha256").hexdigest()
    assert payload_signature(method, "/x", raw, timestamp, secret="ab" * 32) == "0x" + signature


def test_the_signature_is_not_in_the_repr() -> None:
    assert EIP191 not in repr(vector())
    assert EIP191[10:-10] not in repr(vector())
