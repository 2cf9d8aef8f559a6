"""Finding things in the venue's memory. Every look-up costs the same, however many applicants there are."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import TypeVar

from venuekit_sandbox.nebulaecn.state import ApiKey, Phone, ServiceAccount, Session, State, User

Holder = User | ServiceAccount
Entry = TypeVar("Entry")


class Store:
    """One venue's memory with its indexes, which are worked out anew from the memory alone."""

    def __init__(self, memory: State) -> None:
        self.memory = memory
        self._emails: dict[str, str] = {}
        self._usernames: dict[str, str] = {}
        self._verified: set[str] = set()
        self._keys: dict[str, tuple[Holder, ApiKey]] = {}
        self._accounts: dict[str, list[ServiceAccount]] = {}
        self._sessions: dict[str, set[str]] = {}
        for user in memory.users.values():
            self._index(user)
        for account in memory.service_accounts.values():
            self._index_account(account)
        for session in memory.sessions.values():
            self._sessions.setdefault(session.uid, set()).add(session.id)

    @property
    def users(self) -> Mapping[str, User]:
        """Everybody, by uid."""
        return self.memory.users

    # Users

    def add_user(self, user: User) -> None:
        self.memory.users[user.uid] = user
        self._index(user)

    def by_email(self, email: str) -> User | None:
        """E-mail addresses compare without case, as they do in the original's database."""
        return self.by_uid(self._emails.get(email.strip().casefold(), ""))

    def by_uid(self, uid: str) -> User | None:
        return self.memory.users.get(uid)

    def by_username(self, username: str) -> User | None:
        return self.by_uid(self._usernames.get(username.casefold(), ""))

    def is_verified(self, number: str) -> bool:
        """Has anybody verified this number?"""
        return number in self._verified

    def verify(self, phone: Phone, at: float) -> None:
        phone.validated_at = at
        self._verified.add(phone.number)

    # Keys and their holders

    def add_account(self, account: ServiceAccount) -> None:
        self.memory.service_accounts[account.uid] = account
        self._index_account(account)

    def account(self, uid: str) -> ServiceAccount | None:
        return self.memory.service_accounts.get(uid)

    def accounts_of(self, user: User) -> list[ServiceAccount]:
        return self._accounts.get(user.uid, [])

    def owner(self, holder: Holder) -> User:
        """The person behind a holder of keys."""
        return holder if isinstance(holder, User) else self.memory.users[holder.owner_uid]

    def add_key(self, holder: Holder, key: ApiKey) -> None:
        holder.api_keys.append(key)
        self._keys[key.kid] = (holder, key)

    def remove_key(self, key: ApiKey) -> None:
        holder, _ = self._keys.pop(key.kid)
        holder.api_keys.remove(key)

    def key(self, kid: str) -> tuple[Holder, ApiKey] | None:
        return self._keys.get(kid)

    # Sessions

    def session(self, session_id: str, now: float) -> Session | None:
        """A session that is still stored at `now`."""
        self.forget_expired(now)
        session = self.memory.sessions.get(session_id)
        return session if session is not None and session.stored_until > now else None

    def keep_session(self, session: Session) -> None:
        """Store a session that is new, belongs to somebody else now, or was pushed forward."""
        self.drop_session(session.id)
        self.memory.sessions[session.id] = session
        self._sessions.setdefault(session.uid, set()).add(session.id)

    def drop_session(self, session_id: str) -> None:
        session = self.memory.sessions.pop(session_id, None)
        if session is not None:
            owned = self._sessions[session.uid]
            owned.remove(session_id)
            if not owned:
                del self._sessions[session.uid]

    def drop_sessions(self, uid: str, *, keep: str | None = None) -> None:
        """Close every session of a user, except the one named."""
        for session_id in list(self._sessions.get(uid, ())):
            if session_id != keep:
                self.drop_session(session_id)

    def forget_expired(self, now: float) -> None:
        """Drop what nobody can use any more. Costs as much as there is to drop."""
        memory = self.memory
        for session_id in expired(memory.sessions, lambda session: session.stored_until, now):
            self.drop_session(session_id)
        for spent in (memory.used_totp, memory.used_jti):
            for name in expired(spent, lambda until: until, now):
                del spent[name]

    def _index(self, user: User) -> None:
        self._emails[user.email.casefold()] = user.uid
        if user.username is not None:
            self._usernames[user.username.casefold()] = user.uid
        self._verified |= {phone.number for phone in user.phones if phone.validated_at is not None}
        self._keys |= {key.kid: (user, key) for key in user.api_keys}

    def _index_account(self, account: ServiceAccount) -> None:
        self._accounts.setdefault(account.owner_uid, []).append(account)
        self._keys |= {key.kid: (account, key) for key in account.api_keys}


def expired(entries: OrderedDict[str, Entry], until: Callable[[Entry], float], now: float) -> list[str]:
    """The names at the front whose time is over. What lives longer holds back what stands behind it."""
    names: list[str] = []
    for name, entry in entries.items():
        if until(entry) > now:
            break
        names.append(name)
    return names
