"""Clocks that differ: what a venue's answers tell about its time, and a clock that follows.

Nonces, signature timestamps, one-time codes and the ends of tokens are all in the venue's time. Every answer has that in
its header `Date`, to the second. :class:`VenueClock` compares, and gives corrected time once the difference is certain.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NoReturn

from venuekit.transport.answers import error_for_answer
from venuekit.transport.errors import ClockSkewError
from venuekit.transport.http import operation_id

if TYPE_CHECKING:
    from venuekit.transport.http import Response

__all__ = ["VenueClock", "raise_skew"]

# A difference up to this is left alone, in seconds: the header has no fractions.
THRESHOLD = 2.0
# A difference beyond this is no skew but a nonsense date, in seconds.
BOUND = 86_400.0

_logger = logging.getLogger("venuekit.auth")


class VenueClock:
    """Unix seconds of a venue, as far as they can be known.

    Args:
        clock: this machine's unix seconds.
        venue: for the log.
    """

    def __init__(self, clock: Callable[[], float] = time.time, *, venue: str = "") -> None:
        self._clock = clock
        self._venue = venue
        self._guard = threading.Lock()
        self._offset = 0.0
        self._skew: float | None = None
        self._told = False

    @classmethod
    def of(cls, clock: Callable[[], float], *, venue: str) -> VenueClock:
        """A clock that follows the venue: `clock` itself if it is one, so that flows can share what they learn."""
        return clock if isinstance(clock, VenueClock) else cls(clock, venue=venue)

    def __call__(self) -> float:
        """The venue's unix seconds now."""
        return self._clock() + self._offset

    def uncorrected(self) -> float:
        """This machine's unix seconds now."""
        return self._clock()

    def corrected(self) -> float | None:
        """The venue's unix seconds now when they are known to differ from this machine's; else None."""
        return self() if self._offset else None

    @property
    def offset(self) -> float:
        """What is added to this machine's clock, in seconds; 0 unless the difference is certain."""
        return self._offset

    @property
    def skew(self) -> float | None:
        """The venue's clock minus this machine's, in seconds, as last seen; None while no answer told.

        It is an estimate within half a second and half of the time that the answer took.
        """
        return self._skew

    def observe(self, headers: Mapping[str, str], *, asked_at: float) -> None:
        """Learn from the headers of an answer to a request that was sent at `asked_at`, uncorrected."""
        date = headers.get("date")
        # A cache's answer is as old as it says.
        if date is None or headers.get("age", "0").strip() != "0":
            return
        try:
            venue_time = parsedate_to_datetime(date).timestamp()
        except (ValueError, OverflowError):
            return
        self.learn(venue_time, asked_at=asked_at, resolution=1.0)

    def learn(self, venue_time: float, *, asked_at: float, resolution: float) -> None:
        """Learn that the venue's clock has shown `venue_time` since `asked_at`.

        Args:
            venue_time: unix seconds, cut to
            resolution: seconds.
            asked_at: this machine's clock before, uncorrected.
        """
        # The venue looked at its clock between asking and now, and its clock stood between the time that it told and
        # the next that it could have told.
        least = venue_time - self._clock()
        most = venue_time + resolution - asked_at
        skew = (least + most) / 2
        certain = least > THRESHOLD or most < -THRESHOLD
        with self._guard:
            self._skew = skew
            # A slow answer says little. What it does not contradict is kept.
            if not least <= self._offset <= most:
                self._offset = skew if certain and abs(skew) <= BOUND else 0.0
            tell, self._told = certain and not self._told, certain or self._told
        if tell:
            where = "behind" if skew > 0 else "ahead of"
            what = "using the venue's time" if abs(skew) <= BOUND else "too far to be corrected"
            _logger.warning(
                "%s: this machine's clock is %.0f s %s the venue's; %s", self._venue, abs(skew), where, what
            )

    def helps(self, offset_before: float) -> bool:
        """Whether what was signed with another offset is worth signing again."""
        return abs(self._offset - offset_before) > THRESHOLD


def raise_skew(answer: Response, clock: VenueClock, *, venue: str) -> NoReturn:
    """Raise the named error for an answer that refuses a call because of its time."""
    skew = clock.skew
    refused = error_for_answer(answer, venue=venue, operation=operation_id(answer.request))
    if skew is None:
        seen = "no answer told the venue's time"
    elif abs(skew) <= THRESHOLD:
        seen = "the clocks agree, so the call took too long to arrive"
    else:
        where = "behind" if skew > 0 else "ahead of"
        seen = f"this machine's clock is {abs(skew):.0f} s {where} the venue's"
    raise ClockSkewError(
        f"{refused.detail if refused is not None else 'refused'}: {seen}",
        venue=venue,
        operation=operation_id(answer.request),
        status=answer.status_code,
        codes=refused.codes if refused is not None else (),
        request_id=refused.request_id if refused is not None else None,
        body=refused.body if refused is not None else "",
        raw_body=refused.raw_body if refused is not None else None,
        skew=skew,
    ) from None
