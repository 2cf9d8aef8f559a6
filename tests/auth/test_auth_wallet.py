from __future__ import annotations

import builtins
import re
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest

from venuekit.auth.wallet import CallbackSigner, PrivateKeySigner, Signer, normal_signature
from venuekit.transport.errors import ConfigurationError

KEY = "0x" + "0" * 63 + "1"
ADDRESS = "0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"
RS = "ab" * 64


def test_a_private_key_has_its_address() -> None:
    assert PrivateKeySigner(KEY).address == ADDRESS
    assert PrivateKeySigner(KEY[2:]).address == ADDRESS
    assert PrivateKeySigner(bytes.fromhex(KEY[2:])).address == ADDRESS


def test_both_signers_are_signers() -> None:
    assert isinstance(PrivateKeySigner(KEY), Signer)
    assert isinstance(CallbackSigner(ADDRESS), Signer)


@pytest.mark.parametrize(
    ("v", "wire"), [("00", "00"), ("01", "01"), ("1b", "00"), ("1c", "01"), ("1C", "01")]
)
def test_v_is_zero_or_one(v: str, wire: str) -> None:
    assert normal_signature(f"0x{RS}{v}") == f"0x{RS}{wire}"
    assert normal_signature(f"{RS.upper()}{v}") == f"0x{RS}{wire}"
    assert normal_signature(bytes.fromhex(RS + v)) == f"0x{RS}{wire}"


@pytest.mark.parametrize(
    "bad", ["", "0x", RS, f"0x{RS}1b00", f"0x{RS[:-1]}g1b", f"0x{RS}02", f"0x{RS}1b\n", b"\0" * 64]
)
def test_what_is_not_a_signature_is_refused_and_not_shown(bad: str | bytes) -> None:
    with pytest.raises(ConfigurationError) as caught:
        normal_signature(bad)
    assert RS not in str(caught.value)


def test_a_callback_is_given_the_text_and_its_answer_is_normalised() -> None:
    asked: list[object] = []

    def sign_text(text: str) -> str:
        asked.append(text)
        return f"{RS}1c"

    def sign_typed_data(data: Mapping[str, object]) -> bytes:
        asked.append(data)
        return bytes.fromhex(f"{RS}1b")

    signer = CallbackSigner(ADDRESS, sign_text=sign_text, sign_typed_data=sign_typed_data)
    assert signer.sign_text("hello") == f"0x{RS}01"
    assert signer.sign_typed_data({"primaryType": "x"}) == f"0x{RS}00"
    assert asked == ["hello", {"primaryType": "x"}]
    assert signer.address == ADDRESS


def test_a_callback_that_is_missing_cannot_be_asked() -> None:
    signer = CallbackSigner(ADDRESS)
    with pytest.raises(ConfigurationError, match="sign_text"):
        signer.sign_text("hello")
    with pytest.raises(ConfigurationError, match="sign_typed_data"):
        signer.sign_typed_data({})


@pytest.mark.parametrize(
    "address", ["", "0x", ADDRESS[2:], ADDRESS + "0", ADDRESS[:-1] + "g", ADDRESS + "\n"]
)
def test_an_address_has_one_shape(address: str) -> None:
    with pytest.raises(ConfigurationError, match="40 hex"):
        CallbackSigner(address)


@pytest.mark.parametrize("key", ["", "0x", "1" * 63, "1" * 65, "f" * 64, "0" * 64, "g" * 64, b"\1" * 31])
def test_what_is_not_a_private_key_is_refused_and_not_shown(key: str | bytes) -> None:
    with pytest.raises(ConfigurationError) as caught:
        PrivateKeySigner(key)
    assert not key or str(key) not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def refuse(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.split(".")[0] == "eth_account":
            raise ImportError(name)
        return original(name, *args, **kwargs)

    for name in [name for name in sys.modules if name.split(".")[0] == "eth_account"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(ConfigurationError, match=re.escape("pip install 'venuekit[wallet]'")):
        PrivateKeySigner(KEY)


def test_the_recursion_limit_stays() -> None:
    # In a process of its own: the limit changes with the first import of a dependency.
    script = (
        "import sys; from venuekit.auth.wallet import PrivateKeySigner; limit = sys.getrecursionlimit();"
        f" PrivateKeySigner('{KEY}'); sys.exit(sys.getrecursionlimit() != limit)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_the_key_is_not_in_the_repr() -> None:
    secret = "5a" * 32
    assert secret not in repr(PrivateKeySigner(secret))
    assert "0x" in repr(PrivateKeySigner(secret))
    assert repr(CallbackSigner(ADDRESS)) == f"CallbackSigner(address='{ADDRESS}')"
