"""The switches of the imitation. Defaults follow a stock deployment unless a comment says otherwise."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator


def _network(text: str) -> str:
    ipaddress.ip_network(text, strict=False)
    return text


Network = Annotated[str, AfterValidator(_network)]
"""An address or a network, e.g. `10.1.0.0/16`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a network is. The sandbox has no data about the real world: what is not listed is nowhere."""

    network: Network
    country: str
    """ISO 3166 alpha-2."""
    continent: str = ""


@dataclass(frozen=True, slots=True)
class Restriction:
    """Turns callers away, or (`whitelist`) spares them from every other restriction."""

    category: Literal["whitelist", "maintenance", "blacklist", "blocklogin"]
    scope: Literal["all", "ip", "ip_subnet", "country", "continent"]
    value: str = ""
    """An address, a network, a country code or a continent; nothing for `all`."""


@dataclass(frozen=True, slots=True)
class Permission:
    """What a role may do. Without a rule that accepts, it may not; one that drops outweighs all others."""

    role: str
    verb: str
    """A verb, or `ALL`."""
    path: str
    """The beginning of the path below the API prefix, e.g. `resource`."""
    action: Literal["accept", "drop", "audit"] = "accept"
    """`audit` writes a line of activity for every call that is let through."""


CaptchaUse = Literal["user_create", "session_create", "password_reset", "email_confirmation"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How this deployment is configured."""

    strict_docs: bool = False
    """Statuses and shapes of the published page, instead of those of a real server."""

    domain: str = "https://nebulaecn.example"
    """Where the links in e-mails point to."""
    cookie_name: str = "_barong_session"
    session_seconds: int = 1800
    """Sliding life of a session, published by the configs operation."""
    session_store_seconds: int = 86_400
    """How long an untouched session record is kept at all."""
    csrf: bool = True
    secure_cookie: bool = False
    """The 3.1 line sets `Secure`; a client then needs https."""
    forwarded_for: bool = False
    """Take the caller's address from `X-Forwarded-For`, as behind a trusted proxy: the last one that is public."""
    nonce_window_ms: int = 5000
    token_seconds: int = 3600
    """Life of the tokens in confirmation and reset e-mails."""
    captcha: Literal["none", "recaptcha", "geetest"] = "none"
    captcha_answer: str = "sandbox-captcha"
    """The only captcha response that is accepted while a captcha is on."""
    captcha_protected: tuple[CaptchaUse, ...] = (
        "user_create",
        "session_create",
        "password_reset",
        "email_confirmation",
    )
    """Calls that want the captcha. Stock OpenDAX deployments have an empty list, because of a typing error."""
    geetest_down: bool = False
    phone_provider: Literal["twilio_sms", "twilio_verify", "mock"] = "twilio_sms"
    """`mock` takes any code, `twilio_verify` makes a new one for every message. The stock default is `mock`; a
    sandbox is more use with real codes."""
    phone_failure: Literal[
        "",
        "num_not_reachable",
        "num_not_valid",
        "sms_content_invalid",
        "unsubscribed_recipient",
        "twilio_unexpected",
    ] = ""
    """What the provider of messages says to every one of them; nothing: it is sent."""
    kyc_provider: Literal["kycaid", "local"] = "kycaid"
    """`kycaid` waits for a whole batch of document files, `local` marks documents pending at the first one."""
    documents_expire: bool = True
    """Is the expiry date of a document mandatory? While it is, no address can be stored (as in the original)."""
    documents_limit: int = 10
    password_min_entropy: float = 14
    password_dictionary: bool = True
    data_storage_titles: tuple[str, ...] = ()
    """Titles that data storage takes; the stock list is empty, so everything is refused."""
    restriction: Literal["none", "blacklist", "maintenance", "blocklogin"] = "none"
    """A restriction on everybody, until a whitelist token lets an address through."""
    restrictions: tuple[Restriction, ...] = ()
    """Restrictions on some callers."""
    places: tuple[Place, ...] = ()
    """Where callers are, for restrictions by country and the country in activity."""
    permissions: tuple[Permission, ...] = (
        Permission("member", "ALL", "resource"),
        Permission("superadmin", "ALL", "resource"),
        Permission("admin", "ALL", "resource"),
    )
    """The role `service_account` may trade, but nothing here."""
    first_user_superadmin: bool = False
    """The first to sign up becomes superadmin at once. Stock servers do this; a sandbox counts as seeded."""
    vault_down: bool = False
    """The store of secrets is out of reach: no one-time code can be checked, no key made."""
    storage_down: bool = False
    """The store of uploaded files is out of reach."""
    rate_limits: bool = False
    """Calls per minute of the 3.1 line; 2.6 has none."""
    phone_limits: bool = False
    """Waits, resends and bans around phone numbers in the 3.1 line; 2.6 has none."""
    time_ms: bool = False
    """The 3.1 line tells the time in milliseconds too."""
    require_level_for_keys: int = 0
    """Level a person needs before API keys are given out. The original asks for none; the venue's prose says 3."""
    levels: tuple[tuple[str, str], ...] = (
        ("email", "verified"),
        ("phone", "verified"),
        ("document", "verified"),
    )
    """Private labels that make up the level ladder, lowest rung first."""
