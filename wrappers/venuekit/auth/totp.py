"""Time-based one-time passwords (RFC 6238) for a server that accepts each code once.

Such a server remembers a submitted code, right or wrong, for as long as it could be valid: 90 seconds for
steps of 30. So does :class:`Totp` with the codes that it hands out. Its neighbours save the wait: the server
accepts the codes of the step before and after too.
"""

from __future__ import annotations

import binascii
import math
import threading
import time
from collections.abc import Callable

from pyotp import parse_uri
from pyotp.totp import TOTP

from venuekit.auth.shown import shown
from venuekit.transport.errors import ConfigurationError, VenueKitError

__all__ = ["Totp", "TotpExhausted"]


class TotpExhausted(VenueKitError):
    """Every code that is valid now was handed out already. `.wait` is the time to the next, in seconds."""

    def __init__(self, wait: float) -> None:
        self.wait = wait
        super().__init__(f"every one-time code that is valid now was used; the next is there in {wait:.0f} s")


class Totp:
    """Hands out one-time codes, none of them twice while it could be valid.

    Args:
        secret: base32, in any case, with or without spaces and padding.
        clock: unix seconds.

    Raises:
        ConfigurationError: the secret is not base32. The message does not show it.
    """

    def __init__(self, secret: str, *, clock: Callable[[], float] = time.time) -> None:
        self._start(TOTP(_base32(secret)), clock)

    @classmethod
    def from_uri(cls, uri: str, *, clock: Callable[[], float] = time.time) -> Totp:
        """From an `otpauth://totp/…` address, with the digits, digest and period that it names.

        Raises:
            ConfigurationError: it is not such an address. The message does not show it.
        """
        try:
            parsed = parse_uri(uri)
        except (ValueError, binascii.Error):
            parsed = None
        if not isinstance(parsed, TOTP):
            raise ConfigurationError("this is not an otpauth://totp/ address with a secret")
        parsed.secret = _base32(parsed.secret)
        totp = cls.__new__(cls)
        totp._start(parsed, clock)
        return totp

    def _start(self, generator: TOTP, clock: Callable[[], float]) -> None:
        self._generator = generator
        self._clock = clock
        self._venue_time: Callable[[], float | None] = _unknown
        self._lock = threading.Lock()
        self._handed_out: dict[str, float] = {}

    @property
    def secret(self) -> str:
        """The secret in clear, base32."""
        return self._generator.secret

    def follow(self, venue_time: Callable[[], float | None]) -> None:
        """Take the time from `venue_time` from now on, whenever that knows better than the clock, i.e. is not None."""
        self._venue_time = venue_time

    def code(self) -> str:
        """A code that is valid now and was not handed out while it was: of this step, else the next, else the
        last.

        Raises:
            TotpExhausted: there is none. `.wait` says for how long.
        """
        known = self._venue_time()
        now = known if known is not None else self._clock()
        period = self._generator.interval
        step = math.floor(now / period)
        with self._lock:
            # Codes and not steps are remembered: so does the server, and two steps can have the same code.
            self._handed_out = {code: at for code, at in self._handed_out.items() if now - at < 3 * period}
            for candidate in (step, step + 1, step - 1):
                if candidate < 0:
                    continue
                code = self._generator.generate_otp(candidate)
                if code not in self._handed_out:
                    self._handed_out[code] = now
                    return code
        # A millisecond more than to the next step, so that adding it to the clock does not fall short by
        # rounding.
        raise TotpExhausted(math.ceil(((step + 1) * period - now) * 1000 + 1) / 1000)

    def __repr__(self) -> str:
        return f"Totp(secret={shown(self.secret)})"


def _unknown() -> float | None:
    return None


def _base32(secret: str) -> str:
    text = "".join(secret.split()).upper().rstrip("=")
    try:
        key = TOTP(text).byte_secret()
    except (ValueError, binascii.Error):
        key = b""
    if not key:
        raise ConfigurationError("a TOTP secret is base32 text of at least 112 bits (23 letters)")
    return text
