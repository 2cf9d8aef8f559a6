"""Facts about durable runs that commands tell: when a question was asked, and when a run was purged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from venuekit.transport.errors import ConfigurationError

if TYPE_CHECKING:
    from venuekit.runs import Answerer, Interaction, Runs


class Asked(NamedTuple):
    """When a question was asked, and what time it is now: unix seconds of the clock that all machines share."""

    at: float
    now: float

    def rest(self, seconds: float) -> float:
        """What is left of a time that began when it was asked; negative when it is over."""
        return self.at + seconds - self.now


def asked(runs: Runs, name: str | None = None) -> dict[str, dict[tuple[str, str], Asked]]:
    """When each open question of a run, or of all, was asked: by run, then venue and name."""
    rows = runs.ledger.interactions(name, unanswered=True)
    now = runs.now()
    found: dict[str, dict[tuple[str, str], Asked]] = {}
    for row in rows:
        found.setdefault(row.run, {})[row.venue, row.name] = Asked(row.asked_at, now)
    return found


def with_rest(runs: Runs, name: str, answer: Answerer) -> Answerer:
    """The same answerer, told how long a question can still be answered instead of how long it could be at first."""

    def ask(question: Interaction) -> str | None:
        when = asked(runs, name).get(name, {}).get((question.venue, question.name))
        if when is not None and question.expires_in is not None:
            question = replace(question, expires_in=max(0.0, when.rest(question.expires_in)))
        return answer(question)

    return ask


def purged_at(runs: Runs, name: str) -> float | None:
    """When a run was purged, in unix seconds; None when it was not."""
    return next((row.at for row in runs.events(name) if row.kind == "purged"), None)


def purged(name: str, at: float | None) -> str:
    """That a run was purged, for people."""
    when = f" on {clock(at)} UTC" if at is not None else ""
    return f"the run {name} was purged{when}; `venuekit history {name}` has what happened before"


def require_kept(runs: Runs, name: str) -> None:
    """Raise ConfigurationError for a run that was purged, and for one that is not there."""
    if runs.show(name).state == "purged":
        raise ConfigurationError(purged(name, purged_at(runs, name)))


def clock(at: float) -> str:
    """Unix seconds as people read them, in UTC."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M:%S")


def span(seconds: float) -> str:
    """How long that is."""
    return f"{seconds / 60:.0f} minutes" if seconds >= 120 else f"{seconds:.0f} seconds"


__all__ = ["Asked", "asked", "clock", "purged", "purged_at", "require_kept", "span", "with_rest"]
