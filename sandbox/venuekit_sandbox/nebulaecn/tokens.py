"""The RS256 tokens inside e-mail links, issued and checked against the sandbox clock."""

from __future__ import annotations

import base64
import binascii
import functools
import json
import secrets
from dataclasses import dataclass

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

from venuekit_sandbox.nebulaecn.errors import Refusal, refuse
from venuekit_sandbox.world import Clock

ISSUER = "barong"
AUDIENCE = ("peatio", "barong")


@functools.cache
def signing_key() -> rsa.RSAPrivateKey:
    """One key per process: making it is the only slow part."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def token_refusal(word: str) -> Refusal:
    """The venue keeps the last word of its JWT library's message."""
    return refuse(422, f"jwt.decode_and_verify.{word}")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Issues and reads tokens; `seconds` is their life."""

    clock: Clock
    seconds: int

    def issue(self, *, subject: str, claims: dict[str, str | bool]) -> str:
        """A signed token with `claims` beside the standard ones."""
        now = int(self.clock.now())
        payload: dict[str, object] = {
            "iat": now,
            "exp": now + self.seconds,
            "jti": secrets.token_hex(10),
            "sub": subject,
            "iss": ISSUER,
            "aud": list(AUDIENCE),
            **claims,
        }
        return jwt.encode(payload, signing_key(), algorithm="RS256")

    def read(self, token: str, *, subject: str) -> dict[str, object]:
        """The claims of a token that is whole, ours, alive and about `subject`; 422 otherwise."""
        payload = _payload(token)
        expiry = payload.get("exp")
        if not isinstance(expiry, int) or expiry <= self.clock.now():
            raise token_refusal("expired")
        received = payload.get("sub")
        if received != subject:
            raise token_refusal(str(received))
        return payload


def _payload(token: str) -> dict[str, object]:
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
            signing_key().public_key(),
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
