"""What TradeLocker remembers."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from venuekit_sandbox.deadlines import Window


@dataclass(slots=True)
class Switches:
    """Other readings of the venue. `developer_api_key` is empty when none is asked for."""

    strict_docs: bool = False
    documented_balance: bool = False
    one_time_refresh: bool = True
    route_limits: bool = False
    developer_api_key: str = ""


@dataclass(slots=True)
class Account:
    """One trading account. `balance` is a decimal in text."""

    id: int
    number: int
    name: str
    currency: str
    balance: str
    status: str


@dataclass(slots=True)
class Login:
    """One login at one broker server. Access tokens of an earlier `generation` are revoked."""

    email: str
    password: str = field(repr=False)
    server: str
    uid: str
    subject: str
    accounts: list[Account] = field(default_factory=list)
    generation: int = 1


@dataclass(slots=True)
class Memory:
    """Everything. `logins` are by server, then by e-mail address in lower case.

    `spent` are the refresh tokens that were used, by `jti`, with the unix second of their own expiry.
    `windows` are by login and route.
    """

    jwt_key: str = field(default_factory=lambda: secrets.token_hex(32), repr=False)
    switches: Switches = field(default_factory=Switches)
    logins: dict[str, dict[str, Login]] = field(default_factory=dict)
    spent: dict[str, int] = field(default_factory=dict)
    windows: dict[str, Window] = field(default_factory=dict)
    next_account: int = 7080
