"""Client-side rate limits: how long a call has to wait so that the venue does not refuse it.

Nothing here sleeps, starts a thread or reads a clock. `RateLimits` is told the time and answers with seconds, so that
threads, tasks and tests share one implementation. Limits are data: see `RABBITX`, `NEBULAECN_31` and `docs/limits.md`.

Why the window is our own: pyrate-limiter 4.5 was tried. Its `Limiter` sleeps by itself and keeps a daemon thread; its
bare bucket records in the same step in which it decides, so that two limits on one call cannot be asked before either
is charged; it keeps one list entry per token (1,200 here) and whole milliseconds; and importing it loads asyncio,
sqlite3 and multiprocessing, which costs more than all of venuekit's clients.
"""

from __future__ import annotations

import math
import threading
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from venuekit_clients.runtime import Operation
    from venuekit_clients.tradelocker.models import ConfigResponse, RateLimit


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `tokens` in any `seconds` at one venue.

    Attributes:
        venue: Key of the venue, such as `rabbitx`.
        name: What is limited, for people; unique within the venue.
        tokens: How many tokens the window holds.
        seconds: How long the window is.
        costs: Tokens that an operation pays, by operationId.
        other: Tokens that any other operation of the venue pays. 0: it is not limited.
    """

    venue: str
    name: str
    tokens: int
    seconds: float
    costs: Mapping[str, int] = field(default_factory=dict[str, int])
    other: int = 0

    def __post_init__(self) -> None:
        costs = (self.other, *self.costs.values())
        if (
            self.tokens < 1
            or not 0 < self.seconds < math.inf
            or not 0 <= min(costs) <= max(costs) <= self.tokens
        ):
            raise ConfigurationError(
                f"{self.venue}: limit {self.name!r} needs tokens of at least 1, finite seconds above 0,"
                " and costs from 0 to its tokens"
            )

    def cost_of(self, operation: Operation) -> int:
        """Tokens that a call pays here; 0 when the limit is not about it."""
        return self.costs.get(operation.id, self.other) if operation.venue == self.venue else 0


# Evidence for each: docs/limits.md.
RABBITX = (
    Limit(
        "rabbitx",
        "tokens per address",
        tokens=1200,
        seconds=60,
        costs=MappingProxyType({"onboard": 100, "refreshJwt": 20, "getAccount": 20}),
        other=10,
    ),
)
# Barong 3.1 counts; the documented 2.6 does not. So this is on request only. Whether the routes of the second limit
# share one count is not known: the stricter reading only makes a caller wait, the other could be refused.
NEBULAECN_31 = (
    Limit(
        "nebulaecn",
        "log-ins",
        tokens=5,
        seconds=60,
        costs=MappingProxyType({"createSession": 1, "createAuth0Session": 1}),
    ),
    Limit(
        "nebulaecn",
        "phones and password",
        tokens=5,
        seconds=60,
        costs=MappingProxyType({"changePassword": 1, "createPhone": 1, "sendPhoneCode": 1, "verifyPhone": 1}),
    ),
)
_KNOWN = (*RABBITX, *NEBULAECN_31)
_DEFAULTS: Mapping[str, tuple[Limit, ...]] = MappingProxyType(
    {"rabbitx": RABBITX, "stokn": (), "nebulaecn": (), "tradelocker": (), "t4": ()}
)
# TradeLocker's own names of routes, for the operations that venuekit has.
_TRADELOCKER_ROUTES: Mapping[str, str] = MappingProxyType(
    {
        "GET_CONFIG": "getConfig",
        "GET_ACCOUNTS": "listTradeAccounts",
        "GET_ACCOUNTS_STATE": "getAccountState",
        "GET_ACCOUNT_STATE": "getAccountState",
    }
)
_MEASURES: Mapping[str, int] = MappingProxyType({"SECONDS": 1, "MINUTES": 60})
# A venue's word must not put callers to sleep for good. After this many seconds they rather hear its 429 again.
LONGEST_PAUSE = 60.0
# Of the windows that a venue teaches, longer ones are taken for nonsense, in seconds.
_LONGEST_WINDOW = 3600


@dataclass(slots=True)
class _Window:
    """What was paid into one limit, as (moment, tokens) in the order of moments."""

    limit: Limit
    paid: list[tuple[float, int]] = field(default_factory=list[tuple[float, int]])

    def earliest(self, cost: int, at: float) -> float:
        """The first moment from `at` on with room for `cost`, behind everybody who reserved before."""
        if not self.paid:
            return at
        at = max(at, self.paid[-1][0])
        used = cost
        for moment, tokens in reversed(self.paid):
            if moment <= at - self.limit.seconds:
                break
            used += tokens
            if used > self.limit.tokens:
                return max(at, moment + self.limit.seconds)
        return at

    def pay(self, cost: int, at: float, *, now: float) -> None:
        insort(self.paid, (at, cost))
        # Twice the window: threads reach the lock in another order than they read the clock.
        old = bisect_right(self.paid, now - 2 * self.limit.seconds, key=lambda entry: entry[0])
        del self.paid[:old]

    def take_back(self, cost: int, at: float) -> None:
        if (at, cost) in self.paid:
            self.paid.remove((at, cost))


def counted_first(operation: Operation) -> bool:
    """Whether the venue is known to count calls of an operation before it looks at them.

    Then a 429 says that a call had no effect: RabbitX documents such limits, and those of NebulaECN 3.1 stand before the
    application. A 429 from anywhere else, such as a gateway that has passed the call on, says nothing of the kind.
    """
    return any(limit.cost_of(operation) for limit in _KNOWN)


class RateLimits:
    """Limits that are kept before the venue has to enforce them. One object may serve many clients, threads and tasks.

    Give the same object to every client that the venue counts together, which is mostly: all clients of a process.
    `now` is in seconds and must come from one clock for all of them, best one that never goes back (`time.monotonic`).

    >>> limits = RateLimits.for_venue("rabbitx")
    >>> RateLimits([*NEBULAECN_31, Limit("t4", "calls", tokens=10, seconds=1, other=1)])
    RateLimits(nebulaecn: 5 per 60 s (log-ins), nebulaecn: 5 per 60 s (phones and password), t4: 10 per 1 s (calls))
    """

    def __init__(self, limits: Iterable[Limit] = ()) -> None:
        self._lock = threading.Lock()
        self._windows: dict[tuple[str, str], _Window] = {}
        self._shut: dict[str, float] = {}
        for limit in limits:
            if (limit.venue, limit.name) in self._windows:
                raise ConfigurationError(f"{limit.venue}: two limits are named {limit.name!r}")
            self._windows[limit.venue, limit.name] = _Window(limit)

    @classmethod
    def for_venue(cls, venue: str) -> RateLimits:
        """The limits that a venue is known to have. None for stokn, T4 and NebulaECN; TradeLocker's are learned."""
        if venue not in _DEFAULTS:
            raise ConfigurationError(f"no venue {venue!r}; there are {', '.join(_DEFAULTS)}")
        return cls(_DEFAULTS[venue])

    @classmethod
    def none(cls) -> RateLimits:
        """No limits. A 429 still makes the sharers wait."""
        return cls()

    @property
    def limits(self) -> tuple[Limit, ...]:
        """What is limited now, learned limits included."""
        with self._lock:
            return tuple(window.limit for window in self._windows.values())

    def reserve(self, operation: Operation, *, now: float) -> float:
        """Seconds to wait before this call may be sent; 0.0 = go.

        The place is taken for that moment, so that callers queue in the order in which they asked. A caller that gives
        up leaves its place empty: the venue is then asked less, never more. See `waits` for heeding a 429 meanwhile.
        """
        with self._lock:
            return _until(self._book(operation, now), now)

    def waits(self, operation: Operation, *, clock: Callable[[], float]) -> Iterator[float]:
        """Seconds to sleep, one after the other, until this call may be sent. Mostly there are none.

        Each value is to be slept before the next is asked for. A 429 that another sharer meets meanwhile (`penalize`)
        gives the call a new place, behind the pause.
        """
        with self._lock:
            now = clock()
            at = self._book(operation, now)
        while now < at:
            yield _until(at, now)
            with self._lock:
                # The sleep has happened, even where a test's clock stands still.
                now = max(at, clock())
                if self._shut.get(operation.venue, now) > now:
                    self._take_back(operation, at)
                    at = self._book(operation, now)

    def record(self, operation: Operation, *, now: float) -> None:
        """Count a call that is sent without asking, such as a log-in of an auth flow. Later callers wait for it."""
        with self._lock:
            for window, cost in self._paid_by(operation):
                window.pay(cost, now, now=now)

    def penalize(self, venue: str, seconds: float, now: float) -> None:
        """The venue said 429: nobody calls it for so long, at most `LONGEST_PAUSE`. A shorter one ends no longer one."""
        if not seconds >= 0:
            raise ValueError("seconds must be a number, and not negative")
        with self._lock:
            self._shut[venue] = max(self._shut.get(venue, -math.inf), now + min(seconds, LONGEST_PAUSE))

    def learn(self, config: ConfigResponse) -> tuple[Limit, ...]:
        """Take over TradeLocker's own limits from the answer to `trade.get_config()`; returns those that apply.

        Routes that venuekit has no operation for are passed over, as are entries that make no sense. A limit that is
        learned again replaces the old one and keeps its count.
        """
        learned = {limit.name: limit for entry in config.d.rate_limits or () if (limit := _learned(entry))}
        with self._lock:
            for name, limit in learned.items():
                known = self._windows.setdefault(("tradelocker", name), _Window(limit))
                known.limit = limit
        return tuple(learned.values())

    def _paid_by(self, operation: Operation) -> list[tuple[_Window, int]]:
        paid = ((window, window.limit.cost_of(operation)) for window in self._windows.values())
        return [(window, cost) for window, cost in paid if cost]

    def _book(self, operation: Operation, now: float) -> float:
        at = max(now, self._shut.get(operation.venue, now))
        paid_by = self._paid_by(operation)
        # A moment that suits one limit may be too early for another: ask again until all agree.
        while (later := max((window.earliest(cost, at) for window, cost in paid_by), default=at)) > at:
            at = later
        for window, cost in paid_by:
            window.pay(cost, at, now=now)
        return at

    def _take_back(self, operation: Operation, at: float) -> None:
        for window, cost in self._paid_by(operation):
            window.take_back(cost, at)

    def __repr__(self) -> str:
        shown = ", ".join(f"{x.venue}: {x.tokens} per {x.seconds:g} s ({x.name})" for x in self.limits)
        return f"RateLimits({shown or 'none'})"


def _until(at: float, now: float) -> float:
    """Seconds from `now` to `at`, never so few that rounding makes the sleeper too early."""
    wait = at - now
    return wait + math.ulp(at) if now + wait < at else wait


def _learned(entry: RateLimit) -> Limit | None:
    # The generated model keeps whatever the venue sent.
    route: object = entry.rate_limit_type
    measure: object = entry.measure
    number, tokens = _count(entry.interval_num), _count(entry.limit)
    operation = _TRADELOCKER_ROUTES.get(route) if isinstance(route, str) else None
    seconds = _MEASURES.get(measure) if isinstance(measure, str) else None
    if not isinstance(route, str) or operation is None or seconds is None or number is None or tokens is None:
        return None
    if number * seconds > _LONGEST_WINDOW:
        return None
    return Limit("tradelocker", route, tokens, float(number * seconds), MappingProxyType({operation: 1}))


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


__all__ = ["LONGEST_PAUSE", "NEBULAECN_31", "RABBITX", "Limit", "RateLimits", "counted_first"]
