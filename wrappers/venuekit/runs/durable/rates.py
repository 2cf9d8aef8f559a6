"""Rate limits that all workers of a database share: one row per limit, with the calls of the last window."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from venuekit.runs.ledger import Ledger
from venuekit.runs.ledger.connect import reported
from venuekit.runs.ledger.tables import metadata
from venuekit.transport.limits import RABBITX, Limit

if TYPE_CHECKING:
    from venuekit_clients.runtime import Operation

_rates: Final = sa.Table(
    "venuekit_rates",
    metadata,
    sa.Column("venue", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    # [[unix seconds, tokens], ...], oldest first.
    sa.Column("paid", sa.Text, nullable=False),
)


class Places:
    """Hands out moments for calls, so that no limit is passed by all workers together. Thread-safe.

    Callers get their places in the order in which they asked. A place that is not used stays empty: the venue is asked
    less then, never more.
    """

    def __init__(self, ledger: Ledger, limits: Iterable[Limit] = RABBITX) -> None:
        self._engine = ledger.engine.execution_options(writing=True)
        self._limits = tuple(limits)
        with reported(self._engine.url), self._engine.begin() as db:
            _rates.create(db, checkfirst=True)

    def counts(self, venue: str, operation: str) -> bool:
        """Whether any limit is about this operation."""
        return any(limit.cost_of(_operation(venue, operation)) for limit in self._limits)

    def take(self, venue: str, operation: str, now: float) -> float:
        """Take a place; returns its moment in unix seconds, `now` or later."""
        found = _operation(venue, operation)
        paid_to = [(limit, limit.cost_of(found)) for limit in self._limits if limit.cost_of(found)]
        with reported(self._engine.url), self._engine.begin() as db:
            paid = {limit.name: self._paid(db, limit, now) for limit, _ in paid_to}
            at = now
            # A moment that suits one limit may be too early for another: ask again until all agree.
            while (
                later := max(
                    (_earliest(limit, paid[limit.name], cost, at) for limit, cost in paid_to), default=at
                )
            ) > at:
                at = later
            for limit, cost in paid_to:
                text = json.dumps([*paid[limit.name], (at, cost)])
                db.execute(_row(limit, _rates.update()).values(paid=text))
        return at

    def _paid(self, db: sa.Connection, limit: Limit, now: float) -> list[tuple[float, int]]:
        text = db.execute(_row(limit, sa.select(_rates.c.paid)).with_for_update()).scalar()
        if text is None:
            # Two workers may make the row at once: one of them waits here for the other.
            made = "insert into venuekit_rates (venue, name, paid) values (:venue, :name, '[]') on conflict do nothing"
            db.execute(sa.text(made), {"venue": limit.venue, "name": limit.name})
            text = db.execute(_row(limit, sa.select(_rates.c.paid)).with_for_update()).scalar_one()
        entries: list[tuple[float, int]] = json.loads(text)
        return [(at, tokens) for at, tokens in entries if at > now - limit.seconds]


def _earliest(limit: Limit, paid: list[tuple[float, int]], cost: int, at: float) -> float:
    """The first moment from `at` on with room for `cost`, behind everybody who asked before."""
    at = max(at, paid[-1][0]) if paid else at
    used = cost
    for moment, tokens in reversed(paid):
        if moment <= at - limit.seconds:
            break
        used += tokens
        if used > limit.tokens:
            return max(at, moment + limit.seconds)
    return at


def _operation(venue: str, operation: str) -> Operation:
    found: Operation = import_module(f"venuekit_clients.{venue}.operations").OPERATIONS[operation]
    return found


def _row(limit: Limit, statement: Any) -> Any:
    return statement.where(_rates.c.venue == limit.venue, _rates.c.name == limit.name)
