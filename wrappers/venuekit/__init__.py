"""venuekit: open and connect accounts on trading venues.

The clients of the five venues, the wallet signers, the exceptions, `onboard` and the room `runs` are reached from here.
Everything is loaded on first use, so that `import venuekit` costs nothing and needs no extra.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from venuekit import runs as runs
    from venuekit.auth.rabbitx import RabbitXCredentials as RabbitXCredentials
    from venuekit.auth.stokn import StoknToken as StoknToken
    from venuekit.auth.store import FileStore as FileStore
    from venuekit.auth.store import KeyringStore as KeyringStore
    from venuekit.auth.store import MemoryStore as MemoryStore
    from venuekit.auth.store import StoreLock as StoreLock
    from venuekit.auth.store import TokenStore as TokenStore
    from venuekit.auth.totp import Totp as Totp
    from venuekit.auth.tradelocker import TradeLockerTokens as TradeLockerTokens
    from venuekit.auth.wallet import CallbackSigner as CallbackSigner
    from venuekit.auth.wallet import PrivateKeySigner as PrivateKeySigner
    from venuekit.auth.wallet import Signer as Signer
    from venuekit.runs.drivers import onboard as onboard
    from venuekit.runs.drivers import onboard_async as onboard_async
    from venuekit.transport.errors import AmbiguousOutcome as AmbiguousOutcome
    from venuekit.transport.errors import AnswerError as AnswerError
    from venuekit.transport.errors import AuthenticationError as AuthenticationError
    from venuekit.transport.errors import ClockSkewError as ClockSkewError
    from venuekit.transport.errors import ConfigurationError as ConfigurationError
    from venuekit.transport.errors import ConflictError as ConflictError
    from venuekit.transport.errors import ConnectionFailed as ConnectionFailed
    from venuekit.transport.errors import DossierError as DossierError
    from venuekit.transport.errors import NotFoundError as NotFoundError
    from venuekit.transport.errors import RateLimitedError as RateLimitedError
    from venuekit.transport.errors import RejectedError as RejectedError
    from venuekit.transport.errors import StatusError as StatusError
    from venuekit.transport.errors import TimedOut as TimedOut
    from venuekit.transport.errors import UnavailableError as UnavailableError
    from venuekit.transport.errors import UnexpectedAnswer as UnexpectedAnswer
    from venuekit.transport.errors import VenueError as VenueError
    from venuekit.transport.errors import VenueKitError as VenueKitError
    from venuekit.transport.limits import Limit as Limit
    from venuekit.transport.limits import RateLimits as RateLimits
    from venuekit.transport.missing import AgreementMissing as AgreementMissing
    from venuekit.transport.missing import AlreadyExists as AlreadyExists
    from venuekit.transport.missing import CaptchaRequired as CaptchaRequired
    from venuekit.transport.missing import EmailUnconfirmed as EmailUnconfirmed
    from venuekit.transport.missing import KycPending as KycPending
    from venuekit.transport.missing import MarketDataMissing as MarketDataMissing
    from venuekit.transport.missing import MissingStep as MissingStep
    from venuekit.transport.missing import OtpRejected as OtpRejected
    from venuekit.transport.missing import OtpRequired as OtpRequired
    from venuekit.transport.missing import PhoneExists as PhoneExists
    from venuekit.transport.missing import SignatureExpired as SignatureExpired
    from venuekit.transport.missing import TotpReplayed as TotpReplayed
    from venuekit.transport.missing import TotpRequired as TotpRequired
    from venuekit.transport.missing import UsernameTaken as UsernameTaken
    from venuekit.transport.options import Connection as Connection
    from venuekit.transport.options import Hooks as Hooks
    from venuekit.transport.options import RequestInfo as RequestInfo
    from venuekit.transport.options import ResponseInfo as ResponseInfo
    from venuekit.transport.secret import SecretText as SecretText
    from venuekit.venues.nebulaecn import AsyncNebulaECN as AsyncNebulaECN
    from venuekit.venues.nebulaecn import NebulaECN as NebulaECN
    from venuekit.venues.rabbitx import AsyncRabbitX as AsyncRabbitX
    from venuekit.venues.rabbitx import RabbitX as RabbitX
    from venuekit.venues.stokn import AsyncStokn as AsyncStokn
    from venuekit.venues.stokn import Stokn as Stokn
    from venuekit.venues.t4 import T4 as T4
    from venuekit.venues.t4 import AsyncT4 as AsyncT4
    from venuekit.venues.tradelocker import AsyncTradeLocker as AsyncTradeLocker
    from venuekit.venues.tradelocker import TradeLocker as TradeLocker

_ERRORS = (
    "AmbiguousOutcome",
    "AnswerError",
    "AuthenticationError",
    "ClockSkewError",
    "ConfigurationError",
    "ConflictError",
    "ConnectionFailed",
    "DossierError",
    "NotFoundError",
    "RateLimitedError",
    "RejectedError",
    "StatusError",
    "TimedOut",
    "UnavailableError",
    "UnexpectedAnswer",
    "VenueError",
    "VenueKitError",
)
_MISSING = (
    "AgreementMissing",
    "AlreadyExists",
    "CaptchaRequired",
    "EmailUnconfirmed",
    "KycPending",
    "MarketDataMissing",
    "MissingStep",
    "OtpRejected",
    "OtpRequired",
    "PhoneExists",
    "SignatureExpired",
    "TotpReplayed",
    "TotpRequired",
    "UsernameTaken",
)
_HOMES = {
    **dict.fromkeys(_ERRORS, "venuekit.transport.errors"),
    **dict.fromkeys(_MISSING, "venuekit.transport.missing"),
    "Connection": "venuekit.transport.options",
    "Hooks": "venuekit.transport.options",
    "RequestInfo": "venuekit.transport.options",
    "ResponseInfo": "venuekit.transport.options",
    "RateLimits": "venuekit.transport.limits",
    "Limit": "venuekit.transport.limits",
    "SecretText": "venuekit.transport.secret",
    "Signer": "venuekit.auth.wallet",
    "PrivateKeySigner": "venuekit.auth.wallet",
    "CallbackSigner": "venuekit.auth.wallet",
    "RabbitXCredentials": "venuekit.auth.rabbitx",
    "StoknToken": "venuekit.auth.stokn",
    "FileStore": "venuekit.auth.store",
    "KeyringStore": "venuekit.auth.store",
    "MemoryStore": "venuekit.auth.store",
    "StoreLock": "venuekit.auth.store",
    "TokenStore": "venuekit.auth.store",
    "Totp": "venuekit.auth.totp",
    "TradeLockerTokens": "venuekit.auth.tradelocker",
    "RabbitX": "venuekit.venues.rabbitx",
    "AsyncRabbitX": "venuekit.venues.rabbitx",
    "Stokn": "venuekit.venues.stokn",
    "AsyncStokn": "venuekit.venues.stokn",
    "NebulaECN": "venuekit.venues.nebulaecn",
    "AsyncNebulaECN": "venuekit.venues.nebulaecn",
    "TradeLocker": "venuekit.venues.tradelocker",
    "AsyncTradeLocker": "venuekit.venues.tradelocker",
    "T4": "venuekit.venues.t4",
    "AsyncT4": "venuekit.venues.t4",
    "onboard": "venuekit.runs.drivers",
    "onboard_async": "venuekit.runs.drivers",
}

__all__ = [
    "T4",
    "AgreementMissing",
    "AlreadyExists",
    "AmbiguousOutcome",
    "AnswerError",
    "AsyncNebulaECN",
    "AsyncRabbitX",
    "AsyncStokn",
    "AsyncT4",
    "AsyncTradeLocker",
    "AuthenticationError",
    "CallbackSigner",
    "CaptchaRequired",
    "ClockSkewError",
    "ConfigurationError",
    "ConflictError",
    "Connection",
    "ConnectionFailed",
    "DossierError",
    "EmailUnconfirmed",
    "FileStore",
    "Hooks",
    "KeyringStore",
    "KycPending",
    "Limit",
    "MarketDataMissing",
    "MemoryStore",
    "MissingStep",
    "NebulaECN",
    "NotFoundError",
    "OtpRejected",
    "OtpRequired",
    "PhoneExists",
    "PrivateKeySigner",
    "RabbitX",
    "RabbitXCredentials",
    "RateLimitedError",
    "RateLimits",
    "RejectedError",
    "RequestInfo",
    "ResponseInfo",
    "SecretText",
    "SignatureExpired",
    "Signer",
    "StatusError",
    "Stokn",
    "StoknToken",
    "StoreLock",
    "TimedOut",
    "TokenStore",
    "Totp",
    "TotpReplayed",
    "TotpRequired",
    "TradeLocker",
    "TradeLockerTokens",
    "UnavailableError",
    "UnexpectedAnswer",
    "UsernameTaken",
    "VenueError",
    "VenueKitError",
    "onboard",
    "onboard_async",
]


def __getattr__(name: str) -> object:
    if name == "runs":
        return import_module("venuekit.runs")
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'venuekit' has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
