"""People, accounts and portfolios of stokn."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass, field

from venuekit_sandbox.stokn import errors
from venuekit_sandbox.stokn.errors import BusinessError
from venuekit_sandbox.stokn.identity import Identity, Login
from venuekit_sandbox.stokn.times import naive
from venuekit_sandbox.world import World

# The venue returns this secret in clear; a fixed dummy makes leaks easy to search for.
ENCRYPTION_KEY = "sandbox-encryption-key-0123456789abcdef"


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

    def as_json(self) -> dict[str, object]:
        """The Account of the wire."""
        return {
            "accountId": self.id,
            "email": self.email,
            "subAccountId": self.sub_account_id,
            "subAccountEmail": self.sub_account_email,
            "encryptionKey": ENCRYPTION_KEY if self.active else None,
            "creationTs": naive(self.created_at),
            "portfolios": None if self.portfolios is None else [self._portfolio(p) for p in self.portfolios],
            "additionalInfo": {},
            "active": self.active,
            "tradingPortfolioId": self.trading_portfolio_id,
        }

    def _portfolio(self, portfolio: Portfolio) -> dict[str, object]:
        return {
            "portfolioId": portfolio.id,
            "name": portfolio.name,
            "accountId": self.id,
            "creationTs": naive(portfolio.created_at),
            "publicStrategy": False,
            "portfolioAccountType": portfolio.kind,
        }


@dataclass(slots=True)
class Person:
    """One registered person; the first account has the person's id."""

    login: Login
    status: str = "UNINITIATED"
    kyc_ids: list[str] = field(default_factory=list)


class State:
    """Everything stokn remembers."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.identity = Identity(world)
        self.reset()

    def reset(self) -> None:
        """Forget everything; the client of the fixtures remains."""
        self.identity.reset()
        self._people: dict[str, Person] = {}
        self._accounts: dict[str, Account] = {}
        self.switches = {"portfolio_as_coded": False, "change_password_as_coded": False}

    def sign_up(self, *, email: str, phone: str, password: str, has_roles: bool) -> Person:
        """Register a person with a first account. Raises `BusinessError` or `UncaughtError`. Not atomic."""
        login = self.identity.register(email=email, phone=phone, password=password)
        if not has_roles:
            raise errors.UncaughtError("NullPointerException: roles")
        person = self._people[login.id] = Person(login)
        self.put_account(login.id, email)
        return person

    def person(self, user_id: str) -> Person:
        """Raises `BusinessError`."""
        person = self._people.get(user_id)
        if person is None:
            raise BusinessError(errors.NOT_FOUND, "User does not exist")
        return person

    def person_by_email(self, email: str) -> Person | None:
        """The person of this e-mail address."""
        login = self.identity.find(email)
        return None if login is None else self._people.get(login.id)

    def person_json(self, person: Person) -> dict[str, object]:
        """The UserAccount of the wire."""
        login = person.login
        return {
            "userId": login.id,
            "phoneNumber": login.phone,
            "name": None,  # never filled
            "surname": None,
            "accounts": [self._accounts[login.id].as_json()],
            "kycIds": list(person.kyc_ids),
            "documentIds": [],
            "address": {},
            "info": {},
            "email": login.email,
            "userAccountStatus": person.status,
            "bankingTransferRefId": login.id.replace("-", "")[:15].upper(),
        }

    def start_kyc(self, person: Person) -> dict[str, object]:
        """One more identification. The status stays as it is."""
        identification = str(uuid.uuid4())
        person.kyc_ids.append(identification)
        return {
            "identificationUrl": f"https://kyc.stokn.invalid/identifications/{identification}",
            "userId": person.login.id,
            "phoneNumber": person.login.phone,
            "numberOfAttempts": len(person.kyc_ids),
            "identificationId": identification,
        }

    def account(self, account_id: str) -> Account | None:
        """The account of this id."""
        return self._accounts.get(account_id)

    def put_account(self, account_id: str, email: str | None) -> Account:
        """Make an account; one that exists is overwritten and no longer active."""
        account = Account(account_id, email, self._world.clock.now())
        self._accounts[account_id] = account
        return account

    def activate(self, account: Account) -> None:
        """What the back office does. Not idempotent: a new sub-account and portfolio each time."""
        sub_account = secrets.token_hex(8)
        portfolio = Portfolio(str(uuid.uuid4()), "MAIN_PORTFOLIO", "TRADING", self._world.clock.now())
        account.active = True
        account.sub_account_id = sub_account
        account.sub_account_email = f"{sub_account}@sub.stokn.invalid"
        account.trading_portfolio_id = portfolio.id
        account.portfolios = [*(account.portfolios or []), portfolio]

    def add_portfolio(
        self, *, account_id: str, portfolio_id: str, kind: str | None, name: str | None
    ) -> Account:
        """One more portfolio. Raises `BusinessError`."""
        as_coded = self.switches["portfolio_as_coded"]
        if kind is None or (as_coded and kind == "TRADING"):
            raise BusinessError(errors.NULL_VALUE, "portfolioAccountType")
        account = self._accounts.get(account_id)
        if account is None:
            raise BusinessError(errors.NULL_VALUE, "account")
        if not account.active:
            raise BusinessError(errors.NOT_ACTIVE, "no trading portfolio activated")
        portfolios = account.portfolios or []
        if any(portfolio.id == portfolio_id for portfolio in portfolios):
            raise BusinessError(errors.NULL_VALUE, "portfolioId")
        if as_coded:
            kind, name = "TRADING", None
        account.portfolios = [*portfolios, Portfolio(portfolio_id, name, kind, self._world.clock.now())]
        return account
