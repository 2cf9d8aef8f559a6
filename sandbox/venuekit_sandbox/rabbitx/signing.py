"""Who signed the sign-in text: recovery of the wallet from an EIP-191 or EIP-712 signature."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eth_account.messages import SignableMessage

_TEXT = (
    "Welcome to {brand}!\n\n"
    "Click to sign in and on-board your wallet for trading perpetuals.\n\n"
    "This request will not trigger a blockchain transaction or cost any gas fees."
    " This signature only proves you are the true owner of this wallet.\n\n"
    "By signing this message you agree to the terms and conditions of the exchange."
)
_WALLET = re.compile(r"0x[0-9a-fA-F]{40}")
_SIGNATURE = re.compile(r"0x[0-9a-fA-F]{130}")
_SIGNIN = {"signin": [{"name": "message", "type": "string"}, {"name": "timestamp", "type": "uint256"}]}


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one value of the `EID` header means."""

    eid: str
    brand: str
    domain: str
    chain_ids: tuple[int, ...]


# Two published clients disagree about the chain id of Blast, so both ids are taken.
EXCHANGES = {
    exchange.eid: exchange
    for exchange in (
        Exchange("rbx", "RabbitX", "RabbitXId", (1, 11155111)),
        Exchange("bfx", "Bfx", "BfxId", (81457, 59144, 168587773)),
        Exchange("rbx_arbitrum", "RabbitX", "RabbitXId", (42161,)),
        Exchange("rbx_base", "RabbitX", "RabbitXId", (8453,)),
        Exchange("rbx_sonic", "RabbitX", "RabbitXId", (146,)),
    )
}


class BadSignature(ValueError):
    """Not a signature, whoever made it."""


def is_wallet(text: str) -> bool:
    """Whether this is `0x` and 40 hex digits."""
    return _WALLET.fullmatch(text) is not None


def signers(signature: str, *, timestamp: int, exchange: Exchange, text: str = "") -> Iterator[str]:
    """The addresses that may have made `signature`, lower case, one for each way to sign.

    `text` replaces the published one; `{brand}` in it becomes the brand. Raises `BadSignature`. One of the
    addresses is the signer; the others belong to nobody.
    """
    raw = _canonical(signature)
    recover = _recovery()
    for message in _messages((text or _TEXT).replace("{brand}", exchange.brand), timestamp, exchange):
        yield recover(message, raw).lower()


@cache
def _recovery() -> Callable[[SignableMessage, bytes], str]:
    """Recovers an address. The library takes a second or two to import, so it waits for the first signature."""
    # A dependency of eth-account raises the interpreter's recursion limit to 100,000 when it is imported, with which
    # deeply nested JSON crashes the process instead of raising RecursionError.
    limit = sys.getrecursionlimit()
    from eth_account import Account
    from eth_keys.exceptions import BadSignature as UnrecoverableSignature
    from eth_utils.exceptions import ValidationError

    sys.setrecursionlimit(limit)

    def recover(message: SignableMessage, signature: bytes) -> str:
        try:
            return str(Account.recover_message(message, signature=signature))
        except (UnrecoverableSignature, ValidationError, ValueError, TypeError) as problem:
            raise BadSignature("no public key can be recovered") from problem

    return recover


def _canonical(signature: str) -> bytes:
    if _SIGNATURE.fullmatch(signature) is None:
        raise BadSignature("0x and 130 hex digits are expected")
    raw = bytes.fromhex(signature[2:])
    if raw[64] not in (0, 1, 27, 28):
        raise BadSignature("the recovery byte is not 0, 1, 27 or 28")
    return raw[:64] + bytes([27 + raw[64] % 27])


def _messages(text: str, timestamp: int, exchange: Exchange) -> Iterator[SignableMessage]:
    from eth_account.messages import encode_defunct, encode_typed_data

    yield encode_defunct(text=f"{text}\n{timestamp}")
    for chain_id in exchange.chain_ids:
        yield encode_typed_data(
            domain_data={"name": exchange.domain, "version": "1", "chainId": chain_id},
            message_types=_SIGNIN,
            message_data={"message": text, "timestamp": timestamp},
        )
