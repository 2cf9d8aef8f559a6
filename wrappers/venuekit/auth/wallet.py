"""Wallet signatures, for venues that know an applicant by an Ethereum address.

Two kinds of text are signed: plain text (EIP-191, "personal sign") and typed data (EIP-712). A signer is
anything with the three members of :class:`Signer`. The package has two: one holds a private key in this
process, the other asks a callback, so that the key can stay in a hardware wallet, a browser or a key service.

Every signature leaves this module in one form: `0x` and 130 lower case hex digits (r, s, v), with v 0 or 1.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from venuekit.auth.shown import NotPickled
from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from eth_account.signers.local import LocalAccount

__all__ = ["CallbackSigner", "PrivateKeySigner", "Signer", "normal_address", "normal_signature"]

_KEY = re.compile(r"(?:0x)?[0-9a-fA-F]{64}")
_ADDRESS = re.compile(r"0x[0-9a-fA-F]{40}")
_SIGNATURE = re.compile(r"(?:0x)?([0-9a-fA-F]{128})([0-9a-fA-F]{2})")
# Ethereum wrote v as 27 or 28 before it was a plain parity bit; wallets still answer in both ways.
_PARITY = {0: 0, 1: 1, 27: 0, 28: 1}


@runtime_checkable
class Signer(Protocol):
    """What signs for a wallet."""

    @property
    def address(self) -> str:
        """The wallet: `0x` and 40 hex digits."""
        ...

    def sign_text(self, text: str) -> str:
        """Sign `text` as EIP-191 does (`personal_sign`)."""
        ...

    def sign_typed_data(self, data: Mapping[str, object]) -> str:
        """Sign `data` as EIP-712 does.

        Args:
            data: `types` (with `EIP712Domain`), `primaryType`, `domain` and `message`.
        """
        ...


def normal_address(address: str) -> str:
    """Return `address` as it was given, or raise when it is not `0x` and 40 hex digits.

    Raises:
        ConfigurationError: it has another shape.
    """
    if _ADDRESS.fullmatch(address) is None:
        raise ConfigurationError("a wallet address is 0x and 40 hex digits")
    return address


def normal_signature(signature: str | bytes) -> str:
    """Return a signature as `0x` and 130 lower case hex digits with v 0 or 1.

    Args:
        signature: 65 bytes, or their hex text with or without `0x`; v may be 0, 1, 27 or 28.

    Raises:
        ConfigurationError: it has another length or another v. The message never shows the signature.
    """
    text = signature.hex() if isinstance(signature, bytes) else signature
    match = _SIGNATURE.fullmatch(text)
    if match is None:
        raise ConfigurationError(
            "the signer answered something that is not a signature: 65 bytes in hex are needed"
        )
    v = int(match[2], 16)
    if v not in _PARITY:
        raise ConfigurationError(f"the signer answered a signature whose v is {v}; 0, 1, 27 or 28 is needed")
    return f"0x{match[1].lower()}{_PARITY[v]:02x}"


def _key_bytes(private_key: str | bytes) -> bytes | None:
    if isinstance(private_key, bytes):
        return private_key if len(private_key) == 32 else None
    return bytes.fromhex(private_key.removeprefix("0x")) if _KEY.fullmatch(private_key) else None


class PrivateKeySigner(NotPickled):
    """Signs with a private key that this process holds. Needs the extra `wallet`.

    Args:
        private_key: 32 bytes, or their hex text with or without `0x`.

    Raises:
        ConfigurationError: eth-account is not installed, or the key is not a private key.
    """

    __slots__ = ("_account",)

    def __init__(self, private_key: str | bytes) -> None:
        # A dependency of eth-account raises the interpreter's recursion limit to 100,000 when it is imported.
        # With that, a hostile answer of deeply nested JSON would crash the process instead of raising
        # RecursionError.
        limit = sys.getrecursionlimit()
        try:
            from eth_account import Account
        except ImportError as error:
            raise ConfigurationError(
                "signing with a private key needs eth-account: pip install 'venuekit[wallet]'"
            ) from error
        finally:
            sys.setrecursionlimit(limit)
        key = _key_bytes(private_key)
        account: LocalAccount | None = None
        try:
            account = Account.from_key(key) if key else None
        except ValueError:
            # Zero, or beyond the curve. Raised below and not here: nothing that saw the key is chained.
            account = None
        if account is None:
            raise ConfigurationError("this is not a private key: 32 bytes, or 64 hex digits, are needed")
        self._account = account

    @property
    def address(self) -> str:
        """The address of the key, with the checksum in its letter case."""
        return str(self._account.address)

    def sign_text(self, text: str) -> str:
        """Sign `text` as EIP-191 does."""
        from eth_account.messages import encode_defunct

        return normal_signature(bytes(self._account.sign_message(encode_defunct(text=text)).signature))

    def sign_typed_data(self, data: Mapping[str, object]) -> str:
        """Sign `data` as EIP-712 does."""
        return normal_signature(bytes(self._account.sign_typed_data(full_message=dict(data)).signature))

    def __repr__(self) -> str:
        return f"PrivateKeySigner(address={self.address!r})"


class CallbackSigner:
    """Signs by asking somebody else. The answer's shape is checked and its v is made 0 or 1.

    Args:
        address: the wallet that the callbacks sign for.
        sign_text: is given the text, answers its EIP-191 signature.
        sign_typed_data: is given the typed data, answers its EIP-712 signature.

    A callback that is not given is one that cannot be asked: asking raises ConfigurationError.
    """

    __slots__ = ("_address", "_sign_text", "_sign_typed_data")

    def __init__(
        self,
        address: str,
        *,
        sign_text: Callable[[str], str | bytes] | None = None,
        sign_typed_data: Callable[[Mapping[str, object]], str | bytes] | None = None,
    ) -> None:
        self._address = normal_address(address)
        self._sign_text = sign_text
        self._sign_typed_data = sign_typed_data

    @property
    def address(self) -> str:
        """The wallet, as it was given."""
        return self._address

    def sign_text(self, text: str) -> str:
        """Ask for the EIP-191 signature of `text`."""
        if self._sign_text is None:
            raise ConfigurationError(
                "this signer has no sign_text callback, so it cannot sign plain text (EIP-191)"
            )
        return normal_signature(self._sign_text(text))

    def sign_typed_data(self, data: Mapping[str, object]) -> str:
        """Ask for the EIP-712 signature of `data`."""
        if self._sign_typed_data is None:
            raise ConfigurationError(
                "this signer has no sign_typed_data callback, so it cannot sign EIP-712 data"
            )
        return normal_signature(self._sign_typed_data(data))

    def __repr__(self) -> str:
        return f"CallbackSigner(address={self._address!r})"
