"""Everything stokn remembers, in a form that a snapshot can hold."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field


@dataclass(slots=True)
class Switches:
    """Other readings of the venue; the defaults are the likely ones."""

    strict_docs: bool = False
    portfolio_as_coded: bool = False
    change_password_as_coded: bool = False
    forgot_password_as_coded: bool = False
    login_challenge: Literal["sms", "none", "none-as-coded"] = "sms"
    hide_unknown_users: bool = False
    refresh_by_alias: bool = False
    refresh_rotation: bool = False
    session_seconds: Annotated[int, Field(ge=180, le=900)] = 180
    kyc_activates: bool = False
    empty_portfolio_lists: bool = False
    bank_transfer_reference: bool = True
    undocumented_calls: bool = False


@dataclass(slots=True)
class Login:
    """One login at the identity provider. `password` is None while none was set."""

    id: str
    email: str
    phone: str
    password: str | None = None
    reset_code: str | None = None
    must_change: bool = False


@dataclass(slots=True)
class Session:
    """One challenge that waits for its answer. `username` is what the caller logged in as."""

    login_id: str
    username: str
    challenge: str
    code: str
    ends: float


@dataclass(slots=True)
class Refresh:
    """One refresh token."""

    login_id: str
    ends: float


@dataclass(slots=True)
class Portfolio:
    """One portfolio."""

    id: str
    name: str | None
    kind: str
    created_at: float


@dataclass(slots=True)
class Account:
    """One account. It has no portfolios, and no list of them, until it is activated."""

    id: str
    email: str | None
    created_at: float
    active: bool = False
    sub_account_id: str | None = None
    sub_account_email: str | None = None
    trading_portfolio_id: str | None = None
    portfolios: list[Portfolio] | None = None


@dataclass(slots=True)
class Person:
    """One registered person; login and first account have the same id."""

    id: str
    status: str = "UNINITIATED"
    kyc_ids: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Memory:
    """All of it. `clients` are secrets by client id; `key` signs tokens."""

    key: str = field(default_factory=lambda: secrets.token_hex(32))
    clients: dict[str, str] = field(default_factory=lambda: {"sandbox": "sandbox-secret"})
    logins: dict[str, Login] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    refreshes: dict[str, Refresh] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    switches: Switches = field(default_factory=Switches)

    def consistent(self) -> bool:
        """Whether whatever names a login names one that is there, and keys are what they stand for."""
        held: list[Session | Refresh] = [*self.sessions.values(), *self.refreshes.values()]
        return (
            self.people.keys() <= self.logins.keys()
            and all(item.login_id in self.logins for item in held)
            and all(id_ == login.id for id_, login in self.logins.items())
            and all(id_ == person.id for id_, person in self.people.items())
            and all(id_ == account.id for id_, account in self.accounts.items())
        )
