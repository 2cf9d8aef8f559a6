"""People, accounts and portfolios of stokn."""

from __future__ import annotations

import secrets
import uuid

from venuekit_sandbox import magic, snapshots
from venuekit_sandbox.stokn import errors, shapes
from venuekit_sandbox.stokn.errors import BusinessError
from venuekit_sandbox.stokn.identity import Identity
from venuekit_sandbox.stokn.memory import Account, Login, Memory, Person, Portfolio, Switches
from venuekit_sandbox.world import World

VERIFIED, FAILED = "VERIFIED", "VERIFICATION_FAILED"


class State:
    """What stokn knows, and what it does with it."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.identity = Identity(world)
        self._use(Memory())

    def reset(self) -> None:
        """Forget everything; the client of the fixtures remains."""
        self._use(Memory())

    def snapshot(self) -> object:
        """The whole memory as a JSON document."""
        return snapshots.dump(Memory, self._memory)

    def restore(self, document: object) -> None:
        """Go back to a snapshot. Raises `SnapshotError`, and then nothing has changed."""
        memory = snapshots.load(Memory, document)
        if not memory.consistent():
            raise snapshots.SnapshotError("the document: something is named that is not there")
        self._use(memory)

    @property
    def switches(self) -> Switches:
        """As they stand."""
        return self._memory.switches

    @switches.setter
    def switches(self, wanted: Switches) -> None:
        self._memory.switches = wanted

    @property
    def clients(self) -> dict[str, str]:
        """Secrets by client id."""
        return self._memory.clients

    def _use(self, memory: Memory) -> None:
        self._memory = memory
        self._people, self._accounts = memory.people, memory.accounts
        self.identity.use(memory)

    # people

    def sign_up(self, *, email: str, phone: str, password: str, has_roles: bool) -> Person:
        """Register a person with a first account. Raises `BusinessError` or `UncaughtError`. Not atomic."""
        login = self.identity.register(email=email, phone=phone, password=password)
        if not has_roles:
            raise errors.UncaughtError("NullPointerException: roles")
        return self.add_person(login)

    def add_person(self, login: Login) -> Person:
        """The person of a login, with a first account."""
        person = self._people[login.id] = Person(login.id)
        self.put_account(login.id, login.email)
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
        login = self.identity.login(person.id)
        return shapes.person_json(person, login, self._accounts.get(person.id), self.switches)

    def start_kyc(self, person: Person) -> dict[str, object]:
        """One more identification. The status stays as it is, except for magic applicants."""
        login = self.identity.login(person.id)
        identification = str(uuid.uuid4())
        person.kyc_ids.append(identification)
        outcomes = magic.outcomes(login.email)
        if magic.KYC_APPROVED in outcomes:
            person.status = VERIFIED
            self._activate_first(person)
        elif magic.KYC_REJECTED in outcomes:
            person.status = FAILED
        return {
            "identificationUrl": f"https://kyc.stokn.invalid/identifications/{identification}",
            "userId": person.id,
            "phoneNumber": login.phone,
            "numberOfAttempts": len(person.kyc_ids),
            "identificationId": identification,
        }

    def judge(self, person: Person, status: str) -> None:
        """Set the verdict of the identity check."""
        person.status = status
        if status == VERIFIED and self.switches.kyc_activates:
            self._activate_first(person)

    def _activate_first(self, person: Person) -> None:
        account = self._accounts.get(person.id)
        if account is not None and not account.active:
            self.activate(account)

    # accounts

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

    def remove_account(self, account_id: str) -> None:
        """Forget an account, if there is one."""
        self._accounts.pop(account_id, None)

    def add_portfolio(
        self, *, account_id: str | None, portfolio_id: str | None, kind: str | None, name: str | None
    ) -> Account:
        """One more portfolio. Raises `BusinessError`."""
        as_coded = self.switches.portfolio_as_coded
        if kind is None or (as_coded and kind == "TRADING"):
            raise BusinessError(errors.NULL_VALUE, "portfolioAccountType")
        account = None if account_id is None else self._accounts.get(account_id)
        if account is None:
            raise BusinessError(errors.NULL_VALUE, "account")
        if not account.active:
            raise BusinessError(errors.NOT_ACTIVE, "no trading portfolio activated")
        portfolios = account.portfolios or []
        if portfolio_id is None or any(portfolio.id == portfolio_id for portfolio in portfolios):
            raise BusinessError(errors.NULL_VALUE, "portfolioId")
        if as_coded:
            kind, name = "TRADING", None
        account.portfolios = [*portfolios, Portfolio(portfolio_id, name, kind, self._world.clock.now())]
        return account
