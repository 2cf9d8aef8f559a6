"""RabbitX's proofs against published vectors: the wallet's signature, and the HMAC over a body."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from venuekit_sandbox.rabbitx import payload, signing
from venuekit_sandbox.rabbitx.signing import EXCHANGES, BadSignature

WALLET = "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf"  # of the private key 1
AT = 1_700_000_000
EIP191 = (
    "eab7c0c570e2caa37f68a0329db4e54e6fb4fabdb3317e3834e2ee4cf07b130a"
    "674ecfefe1fb1f94c56c839e99550a822a94f1457ef8a354770dd688aa564d2d"
)
MAINNET = (
    "206252bd59075ddb344f4ff02e04b678ace190ef59aa28ff85d67e14eccee33e"
    "4e74cfcc61b372ead11047f412f556b1e883099e86207d88b6a7ad9935fa4317"
)
SEPOLIA = (
    "5ccd2f6ecf8c9152cff36e8d12b2379d3db36668853339010f514aee320a40e8"
    "0c15007f700752a0a0644d0420151e7b04ea4a2ed71b0637f4842026cc2da8e5"
)
VECTORS = [(EIP191, 1), (MAINNET, 1), (SEPOLIA, 0)]


def signers(signature: str, *, at: int = AT, eid: str = "rbx") -> list[str]:
    return list(signing.signers(signature, timestamp=at, exchange=EXCHANGES[eid]))


def test_the_text_is_the_published_one() -> None:
    text = signing._TEXT.format(brand="RabbitX")
    assert len(text) == 310
    assert hashlib.sha256(text.encode()).hexdigest() == (
        "2e0003c8392f84b8caae3801909d2d37f4cf226a07c46e961798c7faf3ae9b67"
    )


@pytest.mark.parametrize(("signature", "recovery"), VECTORS)
@pytest.mark.parametrize("base", [0, 27])
def test_signature_vectors(signature: str, recovery: int, base: int) -> None:
    found = signers(f"0x{signature}{recovery + base:02x}")
    assert found.count(WALLET) == 1


@pytest.mark.parametrize(("signature", "recovery"), VECTORS)
def test_signature_of_another_moment_key_or_chain_is_not_the_wallets(signature: str, recovery: int) -> None:
    good = f"0x{signature}{recovery:02x}"
    assert WALLET not in signers(good, at=AT + 1)
    assert WALLET not in signers(good, eid="bfx")
    assert WALLET not in signers(f"0x{signature}{1 - recovery:02x}")


def test_typed_signature_is_bound_to_the_network() -> None:
    assert WALLET not in signers(f"0x{MAINNET}01", eid="rbx_base")
    assert WALLET in signers(f"0x{EIP191}01", eid="rbx_base")  # a text without a chain id


@pytest.mark.parametrize(
    "signature",
    [
        "",
        EIP191 + "01",  # no 0x
        f"0x{EIP191}",
        f"0x{EIP191}0100",
        f"0x{EIP191}02",
        f"0x{EIP191}1d",
        f"0x{EIP191}37",  # 1 + 2 * 27
        f"0x{EIP191[:-1]}g01",
        "0x" + "00" * 65,
        "0x" + "ff" * 64 + "00",
    ],
)
def test_what_is_no_signature(signature: str) -> None:
    with pytest.raises(BadSignature):
        signers(signature)


@settings(deadline=None, max_examples=30)
@given(st.binary(min_size=64, max_size=64), st.sampled_from([0, 1, 27, 28]))
def test_any_other_bytes_are_not_the_wallets(rest: bytes, recovery: int) -> None:
    try:
        found = signers(f"0x{rest.hex()}{recovery:02x}")
    except BadSignature:
        return
    assert WALLET not in found


@pytest.mark.parametrize(
    ("body", "path", "secret", "text", "expected"),
    [
        (
            b'{"market_id": "BTC-USD", "price": 19300.5, "side": "long", "size": 1, "type": "limit"}',
            "/orders",
            "0x" + "cd" * 32,
            "market_id=BTC-USDmethod=POSTpath=/ordersprice=19300.5side=longsize=1type=limit1700000000",
            "0x37bb1b9c3221025aa9a63be7615264eddeadfcb1b0a175d941c62cf5a68d6de2",
        ),
        (
            b'{"refresh_token": "dummy", "is_client": true}',
            "/jwt",
            "0x" + "ab" * 32,
            "is_client=truemethod=POSTpath=/jwtrefresh_token=dummy1700000000",
            "0x955b2fa2a2001a98b21703684a7ab068671f7efff9affc76e8955eb286967b94",
        ),
    ],
)
def test_hmac_vectors(body: bytes, path: str, secret: str, text: str, expected: str) -> None:
    assert payload.signed_text(body, method="post", path=path, timestamp=AT) == text
    assert payload.signature(text, secret) == expected
    assert payload.same(expected.upper().replace("0X", "0x"), expected)
    assert not payload.same(expected[:-1] + "0", expected)


@pytest.mark.parametrize(
    ("body", "members"),
    [
        (b"", {}),
        (b" \n", {}),
        (b"{}", {}),
        (b' { "a" : 1.0 , "b":1e5,"c":-0 } ', {"a": "1.0", "b": "1e5", "c": "-0"}),
        (b'{"a": {"b": [1, "}"]}, "c": null}', {"a": '{"b": [1, "}"]}', "c": "null"}),
        (b'{"a": "x\\"y\\\\", "\\u0062": ""}', {"a": '"x\\"y\\\\"', "b": '""'}),
        ('{"a": "ü\\u00fc"}'.encode(), {"a": '"ü\\u00fc"'}),
        (b'{"a": 1, "a": 2}', {"a": "2"}),
    ],
)
def test_raw_members(body: bytes, members: dict[str, str]) -> None:
    assert payload.raw_members(body) == members


@pytest.mark.parametrize(
    "body",
    [b"[]", b"1", b"{", b'{"a"}', b'{"a":}', b'{"a":1,}', b"{1:2}", b'{"a":1}x', b'{"a":1 "b":2}', b"\xff"],
)
def test_raw_members_of_something_else(body: bytes) -> None:
    with pytest.raises(ValueError):
        payload.raw_members(body)


def test_method_and_path_of_the_body_do_not_count() -> None:
    body = b'{"method": "GET", "path": "/elsewhere", "a": "b"}'
    assert payload.signed_text(body, method="POST", path="/jwt", timestamp=5) == "a=bmethod=POSTpath=/jwt5"


SPACE = st.text(alphabet=" \t\n\r", max_size=3)
NUMBER = st.from_regex(r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,10})?([eE][+-]?[0-9]{1,2})?", fullmatch=True)
DOCUMENT = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=10,
)
RAW = st.one_of(
    NUMBER,
    st.builds(
        lambda document, indent, ascii_only: json.dumps(document, indent=indent, ensure_ascii=ascii_only),
        DOCUMENT,
        st.sampled_from([None, 0, 2]),
        st.booleans(),
    ),
)
# Lone surrogates cannot be sent as UTF-8; they can be sent escaped, which json.dumps does below.
KEY = st.text(alphabet=st.characters(exclude_categories=()))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(KEY, RAW, max_size=8), st.lists(SPACE, min_size=4, max_size=4))
def test_any_object_is_cut_exactly(members: dict[str, str], space: list[str]) -> None:
    a, b, c, d = space
    inside = f"{a},{b}".join(f"{json.dumps(key)}{c}:{d}{raw}" for key, raw in members.items())
    body = f"{d}{{{c}{inside}{b}}}{a}"
    assert payload.raw_members(body.encode()) == members
