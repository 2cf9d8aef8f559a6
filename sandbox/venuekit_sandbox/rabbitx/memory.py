"""What RabbitX remembers."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from venuekit_sandbox.deadlines import Window


@dataclass(slots=True)
class Switches:
    """Other readings of the venue. `onboarding_message` is empty for the published text."""

    strict_docs: bool = False
    rate_limits: bool = True
    snake_case_jwt_answer: bool = False
    bare_jwt_answer: bool = False
    key_per_onboarding: bool = False
    vault_roles: bool = False
    onboarding_message: str = ""


@dataclass(slots=True)
class Profile:
    """One wallet on one chain. Times in unix seconds, `balance` a decimal in text.

    Of orders, positions and notifications only the times are kept; the rest is made up from their places.
    """

    id: int
    eid: str
    wallet: str
    kind: str
    created_at: float
    balance: str = "0"
    orders: list[float] = field(default_factory=list)
    positions: list[float] = field(default_factory=list)
    notifications: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Login:
    """What a write is signed with: the random secret of a browser session, or the secret of an API key.

    `owner` is the place of the profile in `Memory.profiles`. `expiration` is unix seconds: of the key, or of
    the session's refresh token.
    """

    id: str
    owner: str
    secret: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)
    key: str | None = field(default=None, repr=False)
    expiration: int = 0
    allowed_ips: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Memory:
    """Everything. Profiles and vaults are named by chain and wallet, logins by their id.

    `vaults` holds, per vault, the wallets (lower case) that have a role on it.
    """

    jwt_key: str = field(default_factory=lambda: secrets.token_hex(32), repr=False)
    switches: Switches = field(default_factory=Switches)
    profiles: dict[str, Profile] = field(default_factory=dict)
    logins: dict[str, Login] = field(default_factory=dict)
    vaults: dict[str, list[str]] = field(default_factory=dict)
    windows: dict[str, Window] = field(default_factory=dict)
    next_profile: int = 1


def place(eid: str, wallet: str) -> str:
    """The name of a wallet on a chain."""
    return f"{eid} {wallet.lower()}"
