"""Operations to limit, and the plainest possible reading of what a limit is."""

from __future__ import annotations

from dataclasses import dataclass

from venuekit.transport.limits import Limit
from venuekit_clients.runtime import Operation
from venuekit_clients.tradelocker.operations import OPERATIONS

_ANY = OPERATIONS["getConfig"]


def operation(name: str, venue: str = "somewhere") -> Operation:
    """An operation with this id."""
    return Operation(
        venue=venue,
        id=name,
        tag=_ANY.tag,
        name=name,
        method="GET",
        path="/",
        summary="",
        retry="safe",
        human=None,
        security=(),
        success=(200,),
    )


@dataclass(frozen=True)
class Call:
    """A call that was sent at a moment."""

    at: float
    operation: Operation


def busiest(limit: Limit, calls: list[Call], *, slack: float = 0.0) -> int:
    """The most tokens that are paid in any window of the limit's length, by trying each window that ends with a call."""
    return max(
        (
            sum(
                limit.cost_of(other.operation)
                for other in calls
                if last.at - limit.seconds + slack < other.at <= last.at
            )
            for last in calls
        ),
        default=0,
    )


def first_free(limits: list[Limit], calls: list[Call], wanted: Operation, now: float) -> float:
    """The first moment at which a call breaks no limit and overtakes nobody it shares a limit with."""
    about = [limit for limit in limits if limit.cost_of(wanted)]
    moments = {now, *(call.at for call in calls), *(c.at + limit.seconds for c in calls for limit in about)}
    ahead = [call.at for call in calls for limit in about if limit.cost_of(call.operation)]
    return min(
        at
        for at in moments
        if at >= max([now, *ahead])
        and all(busiest(limit, [*calls, Call(at, wanted)]) <= limit.tokens for limit in about)
    )
