"""The switches of the imitation. Defaults follow a stock deployment unless a comment says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Settings:
    """How this deployment is configured."""

    domain: str = "https://nebulaecn.example"
    """Where the links in e-mails point to."""
    cookie_name: str = "_barong_session"
    session_seconds: int = 1800
    """Sliding life of a session, published by the configs operation."""
    session_store_seconds: int = 86_400
    """How long an untouched session record is kept at all."""
    csrf: bool = True
    nonce_window_ms: int = 5000
    token_seconds: int = 3600
    """Life of the tokens in confirmation and reset e-mails."""
    captcha: Literal["none", "recaptcha", "geetest"] = "none"
    captcha_answer: str = "sandbox-captcha"
    """The only captcha response that is accepted while a captcha is on."""
    phone_provider: Literal["twilio_sms", "mock"] = "twilio_sms"
    """`mock` takes any code. The stock default is `mock`; a sandbox is more use with real codes."""
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
    rate_limits: bool = False
    """Limits of the 3.1 line; 2.6 has none."""
    require_level_for_keys: int = 0
    """Level a person needs before API keys are given out. The original asks for none; the venue's prose says 3."""
    levels: tuple[tuple[str, str], ...] = (
        ("email", "verified"),
        ("phone", "verified"),
        ("document", "verified"),
    )
    """Private labels that make up the level ladder, lowest rung first."""
