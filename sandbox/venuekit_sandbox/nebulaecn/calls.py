"""One call as the operations see it, and their answer."""

from __future__ import annotations

import functools
import ipaddress
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from starlette.requests import Request

from venuekit_sandbox.nebulaecn import entities
from venuekit_sandbox.nebulaecn.errors import internal_error
from venuekit_sandbox.nebulaecn.params import Form, Params, Raw
from venuekit_sandbox.nebulaecn.settings import Place, Settings
from venuekit_sandbox.nebulaecn.state import Activity, Session, State, User
from venuekit_sandbox.nebulaecn.store import Store
from venuekit_sandbox.nebulaecn.tokens import Tokens, signing_key
from venuekit_sandbox.nebulaecn.totp import Totp
from venuekit_sandbox.world import World

VENUE = "nebulaecn"


@dataclass(slots=True)
class Desk:
    """What every operation may use: the world, the switches and the venue's memory."""

    world: World
    state: Store

    @property
    def settings(self) -> Settings:
        return self.state.memory.settings

    @property
    def memory(self) -> State:
        return self.state.memory

    @property
    def now(self) -> float:
        return self.world.clock.now()

    @property
    def tokens(self) -> Tokens:
        self.memory.signing_key = self.memory.signing_key or signing_key()
        return Tokens(self.world.clock, self.settings.token_seconds, self.memory.signing_key)

    @property
    def totp(self) -> Totp:
        return Totp(self.world.clock, self.memory)


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, JSON body (`None` prints `null`) and extra headers. A 204 has no body."""

    status: int
    body: object = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Call:
    """One request after routing. `user` and `session` are set by the gateway."""

    desk: Desk
    method: str
    request: Request = field(repr=False)
    raw: Raw = field(repr=False)
    path: Mapping[str, str]
    headers: Mapping[str, str] = field(repr=False)
    ip: str
    user_agent: str
    cookie: str | None = field(repr=False)
    user: User | None = None
    session: Session | None = None
    set_cookie: str | None = field(default=None, repr=False)
    """Session id to send back, or the empty text to make the client forget its cookie."""

    @property
    def url(self) -> str:
        """As the client sent it, without the query."""
        return str(self.request.url.replace(query=""))

    @property
    def me(self) -> User:
        """Who calls. Operations behind the gateway always have somebody."""
        if self.user is None:
            raise internal_error()
        return self.user

    def read(self, form: Form) -> Params:
        return form.read(self.raw)

    def known_session(self) -> Session | None:
        """The session record the cookie points to, if it is still stored."""
        return self.desk.state.session(self.cookie or "", self.desk.now)

    def open_session(self, user: User) -> str:
        """Log `user` in on this cookie, replacing whoever was there; returns the new CSRF token."""
        desk = self.desk
        known = self.known_session()
        session = Session(
            id=known.id if known is not None else secrets.token_hex(16),
            uid=user.uid,
            ip=self.ip,
            user_agent=self.user_agent,
            csrf_token=secrets.token_hex(10),
            expires_at=desk.now + desk.settings.session_seconds,
            stored_until=desk.now + desk.settings.session_store_seconds,
        )
        desk.state.keep_session(session)
        self.set_cookie = session.id
        return session.csrf_token

    def log_in(self, user: User, *, status: int) -> Answer:
        """Open a session and show the user with its CSRF token."""
        csrf_token = self.open_session(user)
        return Answer(status, entities.user(user, csrf_token=csrf_token))

    def record(self, user: User, *, topic: str, action: str, result: str = "succeed") -> None:
        """Write one line of the user's activity."""
        place = place_of(self.ip, self.desk.settings.places)
        user.activities.append(
            Activity(
                id=self.desk.memory.next_id(),
                user_ip=self.ip,
                user_ip_country=None if place is None else place.country,
                user_agent=self.user_agent,
                topic=topic,
                action=action,
                result=result,
                created_at=self.desk.now,
            )
        )


Handler = Callable[[Call], Answer]


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: its id in the spec, verb, path below the API prefix, and what it does."""

    name: str
    method: str
    path: str
    handler: Handler
    query: Form | None = None
    """Parameters it takes in the query. Those of a body are in the generated request models."""


@functools.lru_cache(maxsize=1024)
def same_network(ip: str, other: str) -> bool:
    """Do both addresses share a /16 (IPv4) or a /96 (IPv6)? What is no address must be equal."""
    try:
        first, second = ipaddress.ip_address(ip), ipaddress.ip_address(other)
    except ValueError:
        return ip == other
    if first.version != second.version:
        return False
    return second in ipaddress.ip_network(f"{ip}/{16 if first.version == 4 else 96}", strict=False)


def within(ip: str, network: str) -> bool:
    """Is the address in a network, itself an address or a network?"""
    try:
        return ipaddress.ip_address(ip) in ipaddress.ip_network(network, strict=False)
    except ValueError:
        return ip == network


def place_of(ip: str, places: Iterable[Place]) -> Place | None:
    """The first place whose network holds the address."""
    return next((place for place in places if within(ip, place.network)), None)
