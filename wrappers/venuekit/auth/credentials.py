"""The life of a credential, in three small pieces.

* A **provider** is a generator that gets a credential with requests of its own. Calling it with the old one *is*
  refreshing. Each venue has its own.
* The **cache** (:class:`CredentialCache`) holds one credential for all threads and tasks, and with a store for all
  processes. It knows when to renew, and lets one do it while the others wait.
* The **adapter** (:func:`send_with`, driven by :class:`~venuekit.auth.flows.VenueAuth`) puts the credential on a request
  and renews after a refusal.

A credential that can end has two windows. In the **advisory** window it is renewed early, by one caller while the others
go on; if that fails, the old one serves. In the **mandatory** window nothing is sent before a renewal, and its failure is
raised.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

import attrs

from venuekit.auth.flows import Base, Steps
from venuekit.auth.shelf import Shelf
from venuekit.auth.skew import VenueClock, raise_skew
from venuekit.auth.turns import process_turn, turn_of
from venuekit.auth.windows import Windows
from venuekit.transport.errors import AnswerError
from venuekit.transport.http import SPARE, Request, Response, operation_id

if TYPE_CHECKING:
    from venuekit.auth.store import TokenStore

__all__ = [
    "CredentialCache",
    "CredentialType",
    "Provider",
    "packed",
    "send_with",
]

C = TypeVar("C")

# After a renewal that failed in the advisory window the next try waits this long, in seconds.
_PATIENCE = 30.0

_logger = logging.getLogger("venuekit.auth")


class Provider(Protocol[C]):
    """Gets a credential."""

    def __call__(self, request: Request, stale: C | None) -> Steps[C | None]:
        """The steps to a new credential.

        Args:
            request: the call that it is for.
            stale: what is to be renewed; None when there is nothing.

        Returns: the new credential, or None when there is nothing to get one with.

        Raises:
            AnswerError: the venue refused, or cannot be understood.
        """
        ...


def packed(**parts: str | float | None) -> dict[str, str]:
    """Parts of a credential as a store keeps them: texts only, and nothing for what is not there."""
    return {name: str(value) for name, value in parts.items() if value is not None}


@attrs.frozen
class CredentialType(Generic[C]):
    """What the cache must know of a venue's credentials.

    Attributes:
        windows: when one is to be renewed, given the venue's time now; None when only a refusal tells.
        pack: what a store keeps of one.
        unpack: the same back. Raises ValueError or KeyError for what is not a packed one.
        same: whether two are one and the same at the venue, so that a refusal of the first is one of the second.
    """

    windows: Callable[[C, float], Windows | None]
    pack: Callable[[C], Mapping[str, str]]
    unpack: Callable[[Mapping[str, str]], C]
    same: Callable[[C, C], bool]


class CredentialCache(Generic[C]):
    """Holds one credential and renews it once for everybody who needs it.

    Args:
        kind: what there is to know of such credentials.
        provide: its provider.
        clock: the venue's time.
        venue: for errors and the log.
        base: the root of the venue's API.
        held: what is given from the start.
        store: where it is kept, read when first needed and written after each renewal.
        identity: who it is of; None while nobody knows. Nothing is stored before.
    """

    def __init__(
        self,
        kind: CredentialType[C],
        provide: Provider[C],
        *,
        clock: VenueClock,
        venue: str,
        base: Base,
        held: C | None = None,
        store: TokenStore | None = None,
        identity: str | None = None,
    ) -> None:
        self.kind = kind
        self._provide = provide
        self._clock = clock
        self._venue = venue
        self._shelf = Shelf(
            store, venue=venue, host=base.host, identity=identity, pack=kind.pack, unpack=kind.unpack
        )
        self._held: C | None = None
        self._source = "argument"
        self._windows: Windows | None = None
        self._refused: C | None = None
        self._failures = 0
        self._failure: AnswerError | None = None
        self._new_locks()
        self._set(held, source="argument")

    # What is held

    @property
    def held(self) -> C | None:
        """What is held now."""
        with self._state:
            return self._held

    @property
    def source(self) -> str | None:
        """Where what is held came from: `argument`, `store` or `venue`; None when nothing is held."""
        with self._state:
            return self._source if self._held is not None else None

    def adopt(self, credential: C | None, *, identity: str | None = None) -> None:
        """Hold this from now on, and keep it in the store; None forgets it, there too.

        Args:
            credential: issued by the venue outside of this cache.
            identity: who it is of, when that is not who the last one was of.
        """
        with self._state:
            if identity is not None:
                self._shelf.identity = identity
            self._set(credential, source="argument")
        self._shelf.put(credential)

    def took(self, credential: C) -> Steps[None]:
        """Hold what the venue has issued to a call of the caller's own: the old one may be dead by it."""
        with self._state:
            self._set(credential, source="venue")
        yield from self._shelf.putting(credential)

    def replace(self, old: C, new: C) -> C:
        """Hold `new`, the same with another part, if `old` is still what is held. Return what is held then."""
        with self._state:
            if self._held is old:
                self._held = new
            return self._held if self._held is not None else new

    def amend(self, old: C, new: C) -> Steps[None]:
        """Hold `new`, the same with newer parts, instead of `old`, and keep it."""
        with self._state:
            if self._held is None or not self.kind.same(self._held, old):
                return
            self._held = new
        yield from self._shelf.putting(new)

    def drop(self, old: C) -> Steps[None]:
        """Forget `old` if it, or the same with newer parts, is what is held."""
        with self._state:
            if self._held is None or not self.kind.same(self._held, old):
                return
            self._set(None, source="argument")
        yield from self._shelf.putting(None)

    def invalidate(self, credential: C) -> None:
        """Remember that the venue refused this one: it is not sent again before a renewal."""
        with self._state:
            self._refused = credential

    # Renewing

    def get(self, request: Request) -> Steps[C | None]:
        """The credential for a first try, renewed if need be. None when there is none and no way to get one."""
        self._notice_fork()
        held = self.held
        now = self._clock()
        with self._state:
            windows = self._windows
            refused = self._refused is not None and held is not None and self.kind.same(self._refused, held)
        if held is None or refused or (windows is not None and now >= windows.mandatory):
            renewed = yield from self.renew(request, held)
            return renewed if renewed is not None else held
        if windows is None or now < windows.advisory or not self._turn.acquire(blocking=False):
            # Good, or somebody else is at it.
            return held
        outermost = SPARE not in request.extensions
        try:
            request.extensions[SPARE] = True
            renewed = yield from self._renew_in_turn(request, held, patient=False)
            return renewed if renewed is not None else held
        except AnswerError as error:
            self._put_off(held, error)
            return held
        except GeneratorExit:
            # The connection broke, or the caller gave up.
            self._put_off(held, None)
            raise
        finally:
            if outermost:
                del request.extensions[SPARE]
            self._turn.release()

    def renew(self, request: Request, stale: C | None) -> Steps[C | None]:
        """Another credential than `stale`, renewed here or meanwhile by another. None when that cannot be."""
        self._notice_fork()
        asked_at = self._failures
        with turn_of(self._turn) as turn:
            yield turn
            if self._failure is not None and self._failures > asked_at:
                # It failed while this call waited for it. The venue is not asked once for every call in line.
                raise self._failure
            return (yield from self._renew_in_turn(request, stale))

    def _renew_in_turn(self, request: Request, stale: C | None, *, patient: bool = True) -> Steps[C | None]:
        held = self.held
        if held is not None and (stale is None or not self.kind.same(held, stale)):
            return held
        # The same one, perhaps with a part that is spent.
        stale = held
        if not self._shelf.is_open:
            return (yield from self._renewed(request, stale))
        with process_turn(self._shelf.lock(), venue=self._venue, operation=operation_id(request)) as turn:
            if patient:
                yield turn
            elif not turn.take():
                return stale
            found = yield from self._shelf.get()
            if found is not None and self._is_news(found, stale):
                with self._state:
                    self._set(found, source="store")
                    due = self._windows is not None and self._clock() >= self._windows.mandatory
                if not due:
                    return found
                # Newer than ours, and old as well: its refresh token is the one to spend.
                stale = found
            try:
                renewed = yield from self._renewed(request, stale)
            except AnswerError:
                # A part of it may be spent. No other process shall send that.
                yield from self._keep_changes(stale)
                raise
            yield from self._keep_changes(stale)
            return renewed

    def _keep_changes(self, stale: C | None) -> Steps[None]:
        held = self.held
        if held is not None and held is not stale:
            yield from self._shelf.putting(held)

    def _renewed(self, request: Request, stale: C | None) -> Steps[C | None]:
        renewed: C | None = None
        try:
            renewed = yield from self._provide(request, stale)
            self._failure = None
        except AnswerError as error:
            self._failures, self._failure = self._failures + 1, error
            raise
        finally:
            if renewed is None:
                # The venue may think better of the old one, which is no worse than none.
                self._refused = None
        if renewed is None:
            return None
        with self._state:
            if self._held is stale or (
                self._held is not None and stale is not None and self.kind.same(self._held, stale)
            ):
                self._set(renewed, source="venue")
            return renewed

    def _is_news(self, found: C, stale: C | None) -> bool:
        """Whether what another process has stored is worth trying instead of renewing `stale`."""
        if stale is None:
            return True
        if self.kind.same(found, stale) or (
            self._refused is not None and self.kind.same(found, self._refused)
        ):
            return False
        now = self._clock()
        ours, theirs = self.kind.windows(stale, now), self.kind.windows(found, now)
        return ours is None or theirs is None or theirs.mandatory >= ours.mandatory

    def _set(self, credential: C | None, *, source: str) -> None:
        self._held = credential
        self._source = source
        now = self._clock()
        windows = self.kind.windows(credential, now) if credential is not None else None
        if windows is not None and source == "venue" and windows.advisory <= now:
            # New, and due already: our clock is wrong, so that only a refusal can tell when to renew.
            windows = None
        self._windows = windows

    def _put_off(self, held: C, error: AnswerError | None) -> None:
        why = "no answer" if error is None else f"{type(error).__name__} {error.status}"
        _logger.warning("%s: renewing ahead of time failed (%s); the old credential serves", self._venue, why)
        with self._state:
            if self._held is not None and self.kind.same(self._held, held) and self._windows is not None:
                later = max(self._windows.advisory, self._clock() + _PATIENCE)
                self._windows = attrs.evolve(self._windows, advisory=later)

    def _notice_fork(self) -> None:
        # A lock that another thread of the parent held would never be given back here.
        if self._process != os.getpid():
            self._new_locks()

    def _new_locks(self) -> None:
        self._state = threading.Lock()
        self._turn = threading.Lock()
        self._process = os.getpid()


def send_with(
    cache: CredentialCache[C],
    request: Request,
    *,
    first: C,
    dress: Callable[[C], None],
    is_refused: Callable[[Response], bool],
    clock: VenueClock,
    is_late: Callable[[Response], bool] | None = None,
    venue: str = "",
) -> Steps[Response]:
    """Send a request with a credential; renew it and send again when it is refused.

    Args:
        cache: renews.
        request: sent once or more.
        first: what to send with.
        dress: puts a credential on the request, and signs.
        is_refused: whether an answer refuses the credential.
        clock: the venue's time.
        is_late: whether an answer refuses the request's time. It is dressed and sent once more when the answer shows
            another time than ours, since the venue has not acted.
        venue: for errors.

    Returns: the last answer.

    Raises:
        ClockSkewError: the time was refused, and the venue's answers do not help.
    """
    held = first
    resigned = False
    renewals = 0
    while True:
        offset = clock.offset
        dress(held)
        answer = yield request
        if is_late is not None and is_late(answer):
            if resigned or not clock.helps(offset):
                raise_skew(answer, clock, venue=venue)
            resigned = True
            continue
        if not is_refused(answer) or renewals == 2:
            return answer
        cache.invalidate(held)
        renewed = yield from cache.renew(request, held)
        if renewed is None or cache.kind.same(renewed, held):
            return answer
        held = renewed
        # What another process has left may be no better. What the venue has just issued is.
        renewals += 1 if cache.source == "store" else 2
