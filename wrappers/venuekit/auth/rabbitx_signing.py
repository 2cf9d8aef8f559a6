"""RabbitX's two signatures: the wallet's at onboarding, and the secret's on every call after it.

Nothing here sends anything, and nothing here knows what time it is: `now` and `timestamp` are given.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

import attrs

from venuekit.auth.rawjson import raw_members
from venuekit.auth.shown import NotPickled, shown
from venuekit.auth.wallet import Signer, normal_address, normal_signature
from venuekit.transport.errors import ConfigurationError

__all__ = [
    "NETWORKS",
    "Mode",
    "Network",
    "Scheme",
    "SignIn",
    "onboarding_message",
    "payload_signature",
    "payload_text",
    "sign_in",
]

Mode = Literal["api_key", "frontend"]
Scheme = Literal["eip191", "eip712"]

# The venue refuses an expiry that is further ahead than this, in seconds.
_LONGEST_LIFE = 600


@attrs.frozen
class Network:
    """A chain that RabbitX runs on. Keys and tokens work only on the chain they were made on.

    Sources disagree on some of these values (Blast's chain id above all); `attrs.evolve` makes a variant.

    Attributes:
        name: our name for it.
        eid: what the header `EID` says.
        chain_id: the chain id in the EIP-712 domain.
        domain_name: the name in the EIP-712 domain.
        brand: the name in the text that the wallet signs.
        live: whether it is a main net, with real money, and not a test net.
        base_url: where its API is; None where that is the venue's own address.
    """

    name: str
    eid: str
    chain_id: int
    domain_name: str = "RabbitXId"
    brand: str = "RabbitX"
    live: bool = True
    base_url: str | None = None


NETWORKS: Final[Mapping[str, Network]] = MappingProxyType(
    {
        network.name: network
        for network in (
            Network("ethereum", "rbx", 1),
            Network("sepolia", "rbx", 11155111, live=False),
            # Clients disagree on Blast's address: some go to https://api.blastfutures.com.
            Network("blast", "bfx", 81457, "BfxId", "Bfx", base_url="https://api.bfx.trade"),
            Network(
                "blast_sepolia",
                "bfx",
                168587773,
                "BfxId",
                "Bfx",
                live=False,
                base_url="https://api.testnet.blastfutures.com",
            ),
            Network("arbitrum", "rbx_arbitrum", 42161),
            Network("base", "rbx_base", 8453),
            Network("sonic", "rbx_sonic", 146),
        )
    }
)


@attrs.frozen
class SignIn(NotPickled):
    """All that `POST /onboarding` needs of a wallet.

    Attributes:
        wallet: body field `wallet`.
        signature: body field `signature`, `0x` and 130 hex digits.
        timestamp: header `RBT-TS`: when the signature expires, unix seconds.
        eid: header `EID`.
        is_client: body field `is_client`: true asks for tokens (frontend), false for an API key.
        profile_type: body field `profile_type`, `trader` or `vault`.
    """

    wallet: str
    signature: str = attrs.field(repr=shown)
    timestamp: int
    eid: str
    is_client: bool
    profile_type: str


def onboarding_message(brand: str) -> str:
    """The text that a wallet signs to onboard, without the timestamp. A constant of the wire."""
    return "\n\n".join(
        (
            f"Welcome to {brand}!",
            "Click to sign in and on-board your wallet for trading perpetuals.",
            "This request will not trigger a blockchain transaction or cost any gas fees. "
            + "This signature only proves you are the true owner of this wallet.",
            "By signing this message you agree to the terms and conditions of the exchange.",
        )
    )


def sign_in(
    signer: Signer,
    *,
    network: Network,
    mode: Mode,
    profile_type: str = "trader",
    scheme: Scheme | None = None,
    wallet: str | None = None,
    now: float,
    lifetime: int = 300,
    message: str | None = None,
) -> SignIn:
    """Have a wallet sign the onboarding text.

    Args:
        signer: signs; its address is the profile's wallet unless `wallet` names another.
        network: the chain to onboard on.
        mode: what is wanted: an API key pair, or the tokens that the venue's own web page uses.
        profile_type: `trader`, or `vault`, whose wallet is a contract on which the signer holds a role.
        scheme: plain text (EIP-191) or typed data (EIP-712). By default the first for an API key, the second
            for tokens; the venue takes either for both.
        wallet: the vault contract. A trader's wallet is the signer's own.
        now: unix seconds.
        lifetime: seconds until the signature expires, 1 to 600.
        message: another text than today's, which has changed once before.

    Raises:
        ConfigurationError: the arguments do not fit together, or the signer's answer is not a signature.
    """
    if not 0 < lifetime <= _LONGEST_LIFE:
        raise ConfigurationError(f"lifetime must be 1 to {_LONGEST_LIFE} seconds")
    address = normal_address(signer.address)
    if profile_type == "vault":
        if wallet is None:
            raise ConfigurationError("a vault is onboarded by its contract: give its address as wallet=")
        address = normal_address(wallet)
    elif wallet is not None and wallet.lower() != address.lower():
        raise ConfigurationError("a trader's wallet is the signer's own address: leave wallet= out")
    text = onboarding_message(network.brand) if message is None else message
    timestamp = int(now) + lifetime
    if (scheme or ("eip191" if mode == "api_key" else "eip712")) == "eip191":
        signature = signer.sign_text(f"{text}\n{timestamp}")
    else:
        signature = signer.sign_typed_data(_typed_data(text, timestamp, network))
    return SignIn(
        wallet=address,
        signature=normal_signature(signature),
        timestamp=timestamp,
        eid=network.eid,
        is_client=mode == "frontend",
        profile_type=profile_type,
    )


def _typed_data(text: str, timestamp: int, network: Network) -> dict[str, object]:
    return {
        "types": {
            "EIP712Domain": [
                {"name": "name", "type": "string"},
                {"name": "version", "type": "string"},
                {"name": "chainId", "type": "uint256"},
            ],
            "signin": [{"name": "message", "type": "string"}, {"name": "timestamp", "type": "uint256"}],
        },
        "primaryType": "signin",
        "domain": {"name": network.domain_name, "version": "1", "chainId": network.chain_id},
        "message": {"message": text, "timestamp": timestamp},
    }


def payload_text(method: str, path: str, body: bytes, timestamp: int) -> str:
    """The text that is hashed to sign a call.

    The top-level members of the body, with `method` and `path` added, sorted by name and written `name=value`
    with nothing between them, then the timestamp. A value is its JSON text exactly as in `body`; a string
    loses its two outer quotes and keeps its escapes.

    Args:
        method: of HTTP, in any case.
        path: from the API's root, without host and query.
        body: the bytes that are sent: a JSON object, or nothing.
        timestamp: what the header `RBT-TS` says.

    Raises:
        ValueError: the body is not a JSON object.
    """
    members = {name: _unquoted(raw) for name, raw in raw_members(body).items()}
    members["method"] = method.upper()
    members["path"] = path
    return "".join(f"{name}={members[name]}" for name in sorted(members)) + str(timestamp)


def payload_signature(method: str, path: str, body: bytes, timestamp: int, *, secret: str) -> str:
    """Header `RBT-SIGNATURE`: HMAC-SHA256 over the SHA-256 of :func:`payload_text`, `0x` and 64 hex digits.

    Args:
        method: see payload_text.
        path: see payload_text.
        body: see payload_text.
        timestamp: see payload_text.
        secret: the API key's `Secret` or the session's `randomSecret`: hex, with or without `0x`.

    Raises:
        ValueError: the body is not a JSON object.
        ConfigurationError: the secret is not hex. The message does not show it.
    """
    # A lone surrogate can only come from an escape in a member's name; such a name is hashed as it decodes.
    text = payload_text(method, path, body, timestamp).encode("utf-8", "surrogatepass")
    return "0x" + hmac.new(_secret_bytes(secret), hashlib.sha256(text).digest(), hashlib.sha256).hexdigest()


def _secret_bytes(secret: str) -> bytes:
    try:
        key = bytes.fromhex(secret.removeprefix("0x"))
    except ValueError:
        key = b""
    if not key:
        raise ConfigurationError("a RabbitX secret is hex text, with or without 0x")
    return key


def _unquoted(raw: str) -> str:
    return raw[1:-1] if raw.startswith('"') else raw
