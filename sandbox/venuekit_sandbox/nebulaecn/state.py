"""Everything the venue remembers. Plain records; the rules live beside the operations that apply them."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Literal

from venuekit_sandbox.nebulaecn.settings import Settings

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
    """What the SMS says. It is chosen once and never changes (only `twilio_verify` makes a new one each time)."""
    validated_at: float | None = None
    sent_at: float = 0.0
    resent: int = 0
    """How often it was sent again; counted for the limits of the 3.1 line, like `wrong`."""
    wrong: int = 0


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
    user_ip_country: str | None
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
    password: str = field(repr=False)
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
    """It stands where its owner stands: it has no level of its own."""

    id: int
    uid: str
    email: str
    owner_uid: str
    created_at: float
    updated_at: float
    role: str = "service_account"
    state: UserState = "active"
    api_keys: list[ApiKey] = field(default_factory=list)


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
    """One venue's memory, in the shape that snapshots keep. `store.Store` finds things in it.

    What expires is kept in the order in which it will, so that the front can be dropped as time goes on.
    """

    settings: Settings = field(default_factory=Settings)
    signing_key: str = field(default="", repr=False)
    """The PEM of the key that signs the tokens in mails; empty until there is one to sign."""
    last_id: int = 0
    users: dict[str, User] = field(default_factory=dict)
    """By uid."""
    service_accounts: dict[str, ServiceAccount] = field(default_factory=dict)
    """By uid."""
    sessions: OrderedDict[str, Session] = field(default_factory=OrderedDict)
    used_totp: OrderedDict[str, float] = field(default_factory=OrderedDict)
    """`uid code`, the code as submitted -> unix time until which it may not be submitted again."""
    used_jti: OrderedDict[str, float] = field(default_factory=OrderedDict)
    whitelinks: set[str] = field(default_factory=set)
    whitelisted: set[str] = field(default_factory=set)
    attempts: OrderedDict[str, list[float]] = field(default_factory=OrderedDict)
    """What a rate limit counts -> when it happened."""

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def new_uid(self, prefix: str) -> str:
        """`ID` or `SI` and ten upper-case hex digits."""
        return prefix + secrets.token_hex(5).upper()
