"""One account in several dossiers of a bulk: it is opened once, and only once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from venuekit.recipes.accounts import AccountKey, account_keys
from venuekit.recipes.dossier import placer
from venuekit.transport.errors import Problem

if TYPE_CHECKING:
    from venuekit.recipes.yaml_source import Loc
    from venuekit_schemas.dossier import Dossier


class Accounts:
    """The accounts of the dossiers seen so far, by what their venues know them by. Shows none of that."""

    def __init__(self, venues: Sequence[str] | None) -> None:
        self._venues = venues
        self._sources: dict[tuple[str, tuple[str, ...]], list[str]] = {}

    def taken(self, dossier: Dossier) -> list[Problem]:
        """What of a dossier would open the account of an earlier one."""
        venues: dict[tuple[Loc, str], list[str]] = {}
        for key in account_keys(dossier, self._venues):
            earlier = self._sources.get(_of(key))
            if earlier and key.opened:
                venues.setdefault((key.loc, earlier[0]), []).append(key.venue)
        place = placer(dossier)
        return [
            place(
                loc,
                f"is that of {source}, with which an account is opened at {', '.join(at)}",
                "one dossier for each account",
            )
            for (loc, source), at in venues.items()
        ]

    def add(self, dossier: Dossier, source: str) -> None:
        """A dossier that will be onboarded."""
        for key in account_keys(dossier, self._venues):
            self._sources.setdefault(_of(key), []).append(source)

    def shared(self) -> list[str]:
        """A line for each venue where several dossiers have one account that is there already: it can be meant."""
        found: dict[str, list[list[str]]] = {}
        for (venue, _), sources in self._sources.items():
            if len(sources) > 1:
                found.setdefault(venue, []).append(sources)
        return [
            f"{sum(map(len, groups))} dossiers have a {venue} login that another has as well, such as {groups[0][0]} and"
            f" {groups[0][1]}; nothing is opened with it, and each of them is connected"
            for venue, groups in found.items()
        ]


def _of(key: AccountKey) -> tuple[str, tuple[str, ...]]:
    return key.venue, key.parts


__all__ = ["Accounts"]
