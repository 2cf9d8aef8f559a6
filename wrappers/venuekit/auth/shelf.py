"""One credential's place in a token store."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from venuekit.auth.flows import Steps, blocking
from venuekit.auth.store import store_key
from venuekit.transport.errors import ConfigurationError, VenueKitError

if TYPE_CHECKING:
    from venuekit.auth.store import StoreLock, TokenStore

__all__ = ["Shelf"]

C = TypeVar("C")

_logger = logging.getLogger("venuekit.auth")


class Shelf(Generic[C]):
    """Where one credential is kept. Without a store, or while nobody knows whose it is, it is kept nowhere.

    Args:
        store: anybody's.
        venue: for the key and the log.
        host: of the API, for the key.
        identity: who it is of; may be set later.
        pack: what is kept of a credential.
        unpack: the same back. Raises ValueError or KeyError for what is not a packed one.
    """

    def __init__(
        self,
        store: TokenStore | None,
        *,
        venue: str,
        host: str,
        identity: str | None,
        pack: Callable[[C], Mapping[str, str]],
        unpack: Callable[[Mapping[str, str]], C],
    ) -> None:
        self._store = store
        self._venue = venue
        self._host = host
        self.identity = identity
        self._pack = pack
        self._unpack = unpack

    @property
    def is_open(self) -> bool:
        """Whether anything is kept here."""
        return self._place() is not None

    def lock(self) -> StoreLock:
        """The lock under which a one-time token is spent.

        Raises:
            ConfigurationError: there can be none, or the shelf is not open.
        """
        place = self._place()
        if place is None:
            raise ConfigurationError("there is no token store")
        store, key = place
        try:
            return store.lock(key)
        except OSError as error:
            raise ConfigurationError(f"the token store cannot be locked: {error.strerror}") from None

    def get(self) -> Steps[C | None]:
        """What is kept; None when nothing is that could be used.

        Raises:
            ConfigurationError: the store cannot be read. Without it a one-time token could be spent twice.
        """
        place = self._place()
        if place is None:
            return None
        store, key = place
        values = yield from blocking(lambda: self._read(store, key))
        if values is None:
            return None
        try:
            return self._unpack(values)
        except (KeyError, ValueError):
            _logger.warning("%s: what the token store has cannot be used and is replaced", self._venue)
            return None

    def putting(self, credential: C | None) -> Steps[None]:
        """Keep a credential, as a step of a flow; None forgets what was kept."""
        if self.is_open:
            yield from blocking(lambda: self.put(credential))

    def put(self, credential: C | None) -> None:
        """Keep a credential; None forgets what was kept.

        A failure is logged and no reason to lose a call: the credential is held, and is good.
        """
        place = self._place()
        if place is None:
            return
        store, key = place
        try:
            if credential is None:
                store.delete(key)
            else:
                store.write(key, self._pack(credential))
        except Exception as error:  # noqa: BLE001 - a store may be anybody's
            _logger.warning(
                "%s: the token store failed (%s); other processes will not see these tokens",
                self._venue,
                type(error).__name__,
            )

    def _place(self) -> tuple[TokenStore, str] | None:
        if self._store is None or self.identity is None:
            return None
        return self._store, store_key(self._venue, self._host, self.identity)

    @staticmethod
    def _read(store: TokenStore, key: str) -> Mapping[str, str] | None:
        try:
            return store.read(key)
        except VenueKitError:
            raise
        except Exception as error:  # noqa: BLE001 - a store may be anybody's
            # Its own words may hold what it keeps.
            raise ConfigurationError(f"the token store cannot be read ({type(error).__name__})") from None
