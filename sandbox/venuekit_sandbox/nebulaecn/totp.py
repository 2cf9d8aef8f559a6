"""Time-based one-time codes: SHA-1, six digits, 30 seconds, one period of skew to either side, single use."""

from __future__ import annotations

import base64
import hmac
import io
import secrets
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
SIDE = 300
"""Pixels of the QR code."""


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
        """Is `code` right now? 422 when it was submitted before, right or wrong, when there is no secret, or no vault."""
        if user.totp_secret is None or self.state.settings.vault_down:
            raise refuse(422, "totp.error")
        now = self.clock.now()
        used, entry = self.state.used_totp, f"{user.uid} {code}"
        if used.get(entry, 0) > now:
            raise refuse(422, "totp.error")
        used[entry] = now + MEMORY
        used.move_to_end(entry)
        generator = pyotp.TOTP(user.totp_secret, digits=6, interval=PERIOD)
        given = code.strip().encode()
        right = [generator.at(int(now) + step * PERIOD).encode() for step in range(-SKEW, SKEW + 1)]
        return any(hmac.compare_digest(given, expected) for expected in right)


def barcode(url: str) -> str:
    """The QR code of an otpauth URI as PNG, base64, about as large as the original's 300 pixels."""
    import segno  # slow to import, and rarely needed

    code = segno.make_qr(url)
    png = io.BytesIO()
    code.save(png, kind="png", scale=SIDE // code.symbol_size()[0])
    return base64.b64encode(png.getvalue()).decode()
