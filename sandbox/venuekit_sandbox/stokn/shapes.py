"""Accounts and people on the wire: as the server sends them, or to the letter of the published page.

The page prints a text, a list or a map for every field, times with milliseconds and a Z, and has no
`bankingTransferRefId`.
"""

from __future__ import annotations

from venuekit_sandbox.stokn.memory import Account, Login, Person, Portfolio, Switches
from venuekit_sandbox.stokn.times import naive, printed

# The venue returns this secret in clear; a fixed dummy makes leaks easy to search for.
ENCRYPTION_KEY = "sandbox-encryption-key-0123456789abcdef"


def account_json(account: Account, switches: Switches) -> dict[str, object]:
    """The Account of the wire."""
    nothing = "" if switches.strict_docs else None
    portfolios: list[Portfolio] | None = account.portfolios
    if portfolios is None and (switches.strict_docs or switches.empty_portfolio_lists):
        portfolios = []
    return {
        "accountId": account.id,
        "email": _or(account.email, nothing),
        "subAccountId": _or(account.sub_account_id, nothing),
        "subAccountEmail": _or(account.sub_account_email, nothing),
        "encryptionKey": ENCRYPTION_KEY if account.active else nothing,
        "creationTs": _time(account.created_at, switches),
        "portfolios": None if portfolios is None else [_portfolio(account, p, switches) for p in portfolios],
        "additionalInfo": {},
        "active": account.active,
        "tradingPortfolioId": _or(account.trading_portfolio_id, nothing),
    }


def person_json(
    person: Person, login: Login, account: Account | None, switches: Switches
) -> dict[str, object]:
    """The UserAccount of the wire."""
    nothing = "" if switches.strict_docs else None
    shape: dict[str, object] = {
        "userId": person.id,
        "phoneNumber": login.phone,
        "name": nothing,  # never filled
        "surname": nothing,
        "accounts": [] if account is None else [account_json(account, switches)],
        "kycIds": list(person.kyc_ids),
        "documentIds": [],
        "address": {},
        "info": {},
        "email": login.email,
        "userAccountStatus": person.status,
    }
    if switches.bank_transfer_reference and not switches.strict_docs:
        shape["bankingTransferRefId"] = person.id.replace("-", "")[:15].upper()
    return shape


def envelope(payload: object, switches: Switches) -> dict[str, object]:
    """A success."""
    code, message = (0, "") if switches.strict_docs else (None, None)
    return {"success": True, "data": payload, "errorCode": code, "errorMessage": message}


def _portfolio(account: Account, portfolio: Portfolio, switches: Switches) -> dict[str, object]:
    return {
        "portfolioId": portfolio.id,
        "name": _or(portfolio.name, "" if switches.strict_docs else None),
        "accountId": account.id,
        "creationTs": _time(portfolio.created_at, switches),
        "publicStrategy": False,
        "portfolioAccountType": portfolio.kind,
    }


def _time(at: float, switches: Switches) -> str:
    return printed(at) if switches.strict_docs else naive(at)


def _or(value: str | None, nothing: str | None) -> str | None:
    return nothing if value is None else value
