"""Time-based one-time codes: SHA-1, six digits, 30 seconds, one period of skew to either side, single use."""

from __future__ import annotations

import base64
import hmac
import secrets
import struct
import zlib
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import pyotp

from venuekit_sandbox.nebulaecn.errors import refuse
from venuekit_sandbox.nebulaecn.state import State, User
from venuekit_sandbox.world import Clock

PERIOD = 30
SKEW = 1
MEMORY = PERIOD * (2 + SKEW)
"""Seconds for which a submitted code is remembered."""
ISSUER = "NebulaECN"


@dataclass(frozen=True, slots=True)
class Totp:
    """The secret store that checks codes."""

    clock: Clock
    state: State

    def create(self, user: User) -> str:
        """A new 20-byte secret for `user`, replacing any earlier one; returns the otpauth URI."""
        user.totp_secret = base64.b32encode(secrets.token_bytes(20)).decode()
        query = urlencode(
            {
                "algorithm": "SHA1",
                "digits": 6,
                "issuer": ISSUER,
                "period": PERIOD,
                "secret": user.totp_secret,
            }
        )
        return f"otpauth://totp/{ISSUER}:{quote(user.email)}?{query}"

    def accepts(self, user: User, code: str) -> bool:
        """Is `code` right now? 422 when it was submitted before, right or wrong, or when there is no secret."""
        if user.totp_secret is None:
            raise refuse(422, "totp.error")
        now = self.clock.now()
        used = self.state.used_totp
        for entry in [entry for entry, until in used.items() if until <= now]:
            del used[entry]
        if (user.uid, code) in used:
            raise refuse(422, "totp.error")
        used[user.uid, code] = now + MEMORY
        generator = pyotp.TOTP(user.totp_secret, digits=6, interval=PERIOD)
        given = code.strip().encode()
        right = [generator.at(int(now) + step * PERIOD).encode() for step in range(-SKEW, SKEW + 1)]
        return any(hmac.compare_digest(given, expected) for expected in right)


def blank_barcode(side: int = 300) -> str:
    """A white PNG of the size the original's QR code has, base64. Nobody points a camera at a sandbox."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * side) * side)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return base64.b64encode(png).decode()
