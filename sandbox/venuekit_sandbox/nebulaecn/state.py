"""Everything the venue remembers. Plain records; the rules live beside the operations that apply them."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

UserState = Literal["pending", "active", "banned", "locked", "deleted"]
KeyState = Literal["active", "inactive"]
ProfileState = Literal["drafted", "submitted", "verified", "rejected"]
Scope = Literal["public", "private"]


@dataclass(slots=True)
class Label:
    key: str
    value: str
    scope: Scope
    created_at: float
    updated_at: float


@dataclass(slots=True)
class Phone:
    number: str
    """International, digits only."""
    country_code: str
    region: str
    code: str = field(repr=False)
    """What the SMS says. It is chosen once and never changes."""
    validated_at: float | None = None


@dataclass(slots=True)
class Profile:
    state: ProfileState
    created_at: float
    updated_at: float
    first_name: str | None = None
    last_name: str | None = None
    dob: str | None = None
    address: str | None = None
    postcode: str | None = None
    city: str | None = None
    country: str | None = None
    metadata: str | None = None


@dataclass(slots=True)
class Document:
    doc_type: str
    doc_number: str | None
    file_name: str
    size: int
    doc_expire: str | None
    doc_category: str | None
    identificator: str | None
    metadata: str | None
    created_at: float
    token: str = field(default_factory=lambda: secrets.token_hex(16))


@dataclass(slots=True)
class ApiKey:
    id: int
    kid: str
    algorithm: str
    secret: str = field(repr=False)
    scope: list[str]
    state: KeyState
    created_at: float
    updated_at: float


@dataclass(slots=True)
class Activity:
    id: int
    user_ip: str
    user_agent: str
    topic: str
    action: str
    result: str
    created_at: float


@dataclass(slots=True)
class DataStorage:
    title: str
    data: str
    created_at: float


@dataclass(slots=True)
class User:
    id: int
    uid: str
    email: str
    password: bytes = field(repr=False)
    created_at: float
    updated_at: float
    username: str | None = None
    data: str | None = None
    referral_uid: str | None = None
    role: str = "member"
    state: UserState = "pending"
    level: int = 0
    otp: bool = False
    totp_secret: str | None = field(default=None, repr=False)
    reset_token: str | None = field(default=None, repr=False)
    labels: list[Label] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    api_keys: list[ApiKey] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    storages: list[DataStorage] = field(default_factory=list)


@dataclass(slots=True)
class ServiceAccount:
    id: int
    uid: str
    email: str
    owner: User
    created_at: float
    updated_at: float
    role: str = "service_account"
    state: UserState = "active"
    api_keys: list[ApiKey] = field(default_factory=list)

    @property
    def level(self) -> int:
        """A service account stands where its owner stands."""
        return self.owner.level


@dataclass(slots=True)
class Session:
    id: str = field(repr=False)
    uid: str
    ip: str
    user_agent: str
    csrf_token: str = field(repr=False)
    expires_at: float
    stored_until: float


@dataclass(slots=True)
class State:
    """One venue's memory."""

    users: list[User] = field(default_factory=list)
    service_accounts: list[ServiceAccount] = field(default_factory=list)
    sessions: dict[str, Session] = field(default_factory=dict)
    used_totp: dict[tuple[str, str], float] = field(default_factory=dict)
    """(uid, code as submitted) -> unix time until which it may not be submitted again."""
    used_jti: dict[str, float] = field(default_factory=dict)
    whitelinks: set[str] = field(default_factory=set)
    whitelisted: set[str] = field(default_factory=set)
    attempts: dict[str, list[float]] = field(default_factory=dict)
    """What a rate limit counts -> when it happened."""
    _last_id: int = 0

    def next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def new_uid(self, prefix: str) -> str:
        """`ID` or `SI` and ten upper-case hex digits."""
        return prefix + secrets.token_hex(5).upper()

    def by_email(self, email: str) -> User | None:
        """E-mail addresses compare without case, as they do in the original's database."""
        wanted = email.strip().casefold()
        return _first(self.users, lambda user: user.email.casefold() == wanted)

    def by_uid(self, uid: str) -> User | None:
        return _first(self.users, lambda user: user.uid == uid)

    def by_username(self, username: str) -> User | None:
        wanted = username.casefold()
        return _first(
            self.users, lambda user: user.username is not None and user.username.casefold() == wanted
        )

    def verified_phone(self, number: str) -> bool:
        """Has anybody verified this number?"""
        return any(phone.number == number and phone.validated_at is not None for phone in self.phones())

    def phones(self) -> Iterator[Phone]:
        for user in self.users:
            yield from user.phones

    def key_and_holder(self, kid: str) -> tuple[ApiKey, User | ServiceAccount] | None:
        holders: list[User | ServiceAccount] = [*self.users, *self.service_accounts]
        for holder in holders:
            for key in holder.api_keys:
                if key.kid == kid:
                    return key, holder
        return None

    def drop_sessions(self, uid: str, *, keep: str | None = None) -> None:
        """Close every session of a user, except the one named."""
        self.sessions = {i: s for i, s in self.sessions.items() if s.uid != uid or i == keep}


def _first(users: list[User], test: Callable[[User], bool]) -> User | None:
    return next((user for user in users if test(user)), None)
