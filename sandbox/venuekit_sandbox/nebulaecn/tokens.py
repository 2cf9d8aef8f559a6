"""The RS256 tokens inside e-mail links, issued and checked against the sandbox clock."""

from __future__ import annotations

import base64
import binascii
import functools
import json
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from venuekit_sandbox.nebulaecn.errors import Refusal, refuse
from venuekit_sandbox.world import Clock

# PyJWT and cryptography are imported when the first token is made: they are a good part of the start.
if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import rsa

ISSUER = "barong"
AUDIENCE = ("peatio", "barong")


@functools.cache
def signing_key() -> str:
    """The PEM of one key per process: making it is the only slow part."""
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


@functools.lru_cache(maxsize=4)
def load_key(pem: str) -> rsa.RSAPrivateKey:
    """The key of a PEM. ValueError for anything else."""
    from cryptography.hazmat.primitives.asymmetric import rsa
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key = load_pem_private_key(pem.encode(), password=None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise ValueError("not an RSA key")
    return key


def token_refusal(word: str) -> Refusal:
    """The venue keeps the last word of its JWT library's message."""
    return refuse(422, f"jwt.decode_and_verify.{word}")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Issues and reads tokens; `seconds` is their life, `key` the PEM of the signing key."""

    clock: Clock
    seconds: int
    key: str = field(repr=False)

    def issue(self, *, subject: str, claims: dict[str, str | bool], late: bool = False) -> str:
        """A signed token with `claims` beside the standard ones; with `late`, one that has expired already."""
        import jwt

        now = int(self.clock.now()) - (self.seconds if late else 0)
        payload: dict[str, object] = {
            "iat": now,
            "exp": now + self.seconds,
            "jti": secrets.token_hex(10),
            "sub": subject,
            "iss": ISSUER,
            "aud": list(AUDIENCE),
            **claims,
        }
        return jwt.encode(payload, load_key(self.key), algorithm="RS256")

    def read(self, token: str, *, subject: str) -> dict[str, object]:
        """The claims of a token that is whole, ours, alive and about `subject`; 422 otherwise."""
        payload = _payload(token, load_key(self.key))
        expiry = payload.get("exp")
        if not isinstance(expiry, int) or expiry <= self.clock.now():
            raise token_refusal("expired")
        received = payload.get("sub")
        if received != subject:
            raise token_refusal(str(received))
        return payload


def _payload(token: str, key: rsa.RSAPrivateKey) -> dict[str, object]:
    import jwt

    parts = token.split(".")
    if len(parts) != 3:
        raise token_refusal("segments")
    for part in parts[:2]:
        try:
            json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
        except (binascii.Error, ValueError):
            raise token_refusal("encoding") from None
    try:
        # The library would compare with real time; expiry is checked by the caller against the sandbox clock.
        payload: dict[str, object] = jwt.decode(
            token,
            key.public_key(),
            algorithms=["RS256"],
            audience=list(AUDIENCE),
            issuer=ISSUER,
            options={"verify_exp": False, "verify_iat": False, "verify_nbf": False},
        )
    except jwt.InvalidAlgorithmError:
        raise token_refusal("algorithm") from None
    except jwt.InvalidTokenError:
        raise token_refusal("raised") from None
    return payload
