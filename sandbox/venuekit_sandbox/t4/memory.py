"""Everything T4 remembers, in a form that a snapshot can hold."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

ErrorShape = Literal["problem", "message", "error"]


@dataclass(slots=True)
class Switches:
    """Other readings of the venue; the defaults are the likely ones."""

    strict_docs: bool = False
    onboard_path: Literal["both", "onboarding", "onboard"] = "both"
    eula_version: Annotated[str, Field(pattern=r"^[0-9A-Za-z._-]{1,20}$")] = "2"
    unwrapped_answer: bool = False
    answers_created: bool = False
    errors_in_ok: bool = False
    error_shape: ErrorShape = "problem"
    accounts_start_enabled: bool = False
    refuse_incomplete_logins: bool = False


@dataclass(slots=True)
class User:
    """One user with one account.

    `profile` holds the texts of the request that the answer repeats, `subscriptions` the kind of data by exchange,
    `signatures` the time by document, `login_result` what the next log-ins are refused with.
    """

    id: str
    username: str
    password: str
    application_type: str
    profile: dict[str, str]
    account_id: str
    account: str
    account_name: str
    subscriptions: dict[str, str]
    eula_version: str | None
    signatures: dict[str, str]
    created_at: float
    enabled: bool = True
    account_enabled: bool = False
    login_result: str | None = None


@dataclass(slots=True)
class Memory:
    """All of it. `key` signs tokens, `requests` numbers the calls."""

    key: str = field(default_factory=lambda: secrets.token_hex(32))
    users: dict[str, User] = field(default_factory=dict)
    requests: int = 0
    switches: Switches = field(default_factory=Switches)

    def consistent(self) -> bool:
        """Whether keys are what they stand for, and names are there once."""
        users = self.users.values()
        return (
            all(id_ == user.id for id_, user in self.users.items())
            and len({user.username.lower() for user in users}) == len(users)
            and len({user.account.lower() for user in users}) == len(users)
        )
