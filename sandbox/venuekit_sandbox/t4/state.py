"""Users, credentials and tokens of T4."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from venuekit_sandbox import magic, snapshots, tokens
from venuekit_sandbox.asgi import Fields
from venuekit_sandbox.t4.errors import Refused
from venuekit_sandbox.t4.memory import Memory, Switches, User
from venuekit_sandbox.t4.records import DOCUMENTS, EXCHANGES, Record
from venuekit_sandbox.world import Clock

TOKEN_LIFE = 24 * 3600
MIN_NAME, MIN_PASSWORD = 6, 8
_API_KEY = "sandbox"
_ADMIN = ("sandbox-admin", "sandbox-password")
_FIRM, _APP_NAME, _APP_LICENSE = "SANDBOX", "venuekit", "sandbox-license"
_TEMPLATE_ACCOUNTS = frozenset({"DefaultTemplate"})
_TEMPLATE_USERS = frozenset({"DefaultUser"})
PROFILE = (
    "firstname", "lastname", "phone", "email", "street", "city", "county", "state", "postCode", "country",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: an administrator, or the user of this id."""

    admin: bool
    user_id: str | None = None


class State:
    """What T4 knows, and what it does with it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._use(Memory())

    def reset(self) -> None:
        """Forget every user; the documented fixtures remain."""
        self._use(Memory())

    def snapshot(self) -> object:
        """The whole memory as a JSON document."""
        return snapshots.dump(Memory, self._memory)

    def restore(self, document: object) -> None:
        """Go back to a snapshot. Raises `SnapshotError`, and then nothing has changed."""
        memory = snapshots.load(Memory, document)
        if not memory.consistent():
            raise snapshots.SnapshotError("the document: a name is there twice, or under another id")
        self._use(memory)

    @property
    def switches(self) -> Switches:
        """As they stand."""
        return self._memory.switches

    @switches.setter
    def switches(self, wanted: Switches) -> None:
        self._memory.switches = wanted

    def next_request(self) -> str:
        """The id of one more call."""
        self._memory.requests += 1
        return self.request_id()

    def request_id(self) -> str:
        """The id of the call at hand, as the server's framework numbers them."""
        return f"0HNVENUEKIT01:{self._memory.requests:08X}"

    def record(self, user: User) -> Record:
        """The user as the venue shows it now."""
        return Record(user, self.switches.eula_version)

    def _use(self, memory: Memory) -> None:
        self._memory = memory
        self._users = memory.users
        self._by_name = {user.username.lower(): user for user in self._users.values()}
        self._by_account = {user.account.lower(): user for user in self._users.values()}

    # callers

    def by_api_key(self, key: str) -> Caller:
        """Raises `Refused` 401."""
        if not _same(key, _API_KEY):
            raise Refused(401, "The API key is not known.")
        return Caller(admin=True)

    def by_token(self, token: str) -> Caller:
        """Raises `Refused` 401."""
        try:
            claims = tokens.read(token, key=self._memory.key, now=self._clock.now())
        except tokens.BadToken as problem:
            raise Refused(401, f"The bearer token is not accepted: {problem}.") from None
        subject = str(claims.get("sub"))
        if claims.get("admin") is True:
            return Caller(admin=True)
        if self.by_id(subject) is None:
            raise Refused(401, "The bearer token is not accepted.")
        return Caller(admin=False, user_id=subject)

    # onboarding

    def onboard(self, request: Fields) -> User:
        """Make a user with everything that belongs to it, or nothing. Raises `Refused`."""
        user, account = request.child("User"), request.child("Account")
        self._check_user(user)
        self._check_account(account)
        made = User(
            id=guid(),
            username=user.text("username"),
            password=user.text("password"),
            application_type=user.text("apptype"),
            profile={name: user.text(name) for name in PROFILE},
            account_id=guid(),
            account=account.text("account"),
            account_name=account.text("accountName"),
            subscriptions=_subscriptions(request.child("MarketData").children("updates")),
            eula_version=None,
            signatures={},
            created_at=self._clock.now(),
        )
        if "Eula" in request:
            self.sign(made, request.child("Eula"))
        self._refuse_taken(made)
        return self.add(made)

    def add(self, user: User) -> User:
        """Keep a user whose names are free."""
        user.account_enabled = user.account_enabled or self.switches.accounts_start_enabled
        self._users[user.id] = user
        self._by_name[user.username.lower()] = user
        self._by_account[user.account.lower()] = user
        return user

    def sign(self, user: User, eula: Fields) -> None:
        """Record accepted agreements; those of another version no longer count. Raises `Refused` 400."""
        signatures, version = _signatures(eula.children("signatures")), eula.text("eulaVersion")
        user.signatures = signatures if version != user.eula_version else user.signatures | signatures
        user.eula_version = version

    def subscribe(self, user: User, selection: Fields) -> None:
        """Change the market data of some exchanges. Raises `Refused` 400."""
        user.subscriptions |= _subscriptions(selection.children("updates"))

    def by_name(self, username: str) -> User | None:
        """The user of this name, in whatever case."""
        return self._by_name.get(username.lower())

    def by_account(self, account: str) -> User | None:
        """The user with this account, in whatever case."""
        return self._by_account.get(account.lower())

    def by_id(self, user_id: str) -> User | None:
        """The user of this id, in whatever case."""
        return self._users.get(user_id.upper())

    # login

    def login(self, request: Fields) -> dict[str, object]:
        """A token, with a remark when it opens nothing but the licence page. Raises `Refused`."""
        if not _same(request.text("firm"), _FIRM):
            raise Refused(401, "FirmNotAllowed")
        known = _same(request.text("appName"), _APP_NAME) and _same(request.text("appLicense"), _APP_LICENSE)
        if not known:
            raise Refused(401, "ApplicationNotValid")
        name, password = request.text("userName"), request.text("password")
        if name == _ADMIN[0] and _same(password, _ADMIN[1]):
            return self._token({"sub": name, "admin": True})
        user = self.by_name(name)
        if user is None or not _same(password, user.password):
            raise Refused(401, "Failed")
        if not user.enabled or magic.LOCKED in _outcomes(user):
            raise Refused(403, "UserNotAllowed")
        if user.login_result is not None:
            raise Refused(403, user.login_result)
        answer = self._token({"sub": user.id, "admin": False})
        if self.record(user).may_use_platform():
            return answer
        if self.switches.refuse_incomplete_logins:
            raise Refused(403, "MarketDataNotSetup")
        return answer if self.switches.strict_docs else answer | {"loginResult": "MarketDataNotSetup"}

    # inside

    def _token(self, claims: dict[str, object]) -> dict[str, object]:
        now = self._clock.now()
        token = tokens.issue(claims | {"jti": guid()}, key=self._memory.key, at=now, life=TOKEN_LIFE)
        return {"token": token, "expires": int(now) + TOKEN_LIFE}

    def _check_user(self, user: Fields) -> None:
        if len(user.text("username")) < MIN_NAME:
            raise Refused(400, "User.username: at least 6 characters are needed.")
        if len(user.text("password")) < MIN_PASSWORD:
            raise Refused(400, "User.password: the security requirements are not met.")
        for name in PROFILE:
            if not user.text(name).strip():
                raise Refused(400, f"User.{name}: must not be empty.")
        if user.text_or("templateUser", "DefaultUser") not in _TEMPLATE_USERS:
            raise Refused(400, "User.templateUser: no such template.")

    def _check_account(self, account: Fields) -> None:
        if not account.text("account").strip() or not account.text("accountName").strip():
            raise Refused(400, "Account: account and accountName must not be empty.")
        if account.text("templateAccount") not in _TEMPLATE_ACCOUNTS:
            raise Refused(400, "Account.templateAccount: no such template.")

    def _refuse_taken(self, made: User) -> None:
        if magic.TAKEN in _outcomes(made) or self.by_name(made.username) is not None:
            raise Refused(409, "The username already exists.")
        if self.by_account(made.account) is not None:
            raise Refused(409, "The account already exists.")


def _outcomes(user: User) -> frozenset[str]:
    return magic.outcomes(user.username) | magic.outcomes(user.profile["email"])


def _subscriptions(updates: Sequence[Fields]) -> dict[str, str]:
    for update in updates:
        if update.text("clearingExchange") not in EXCHANGES:
            raise Refused(400, "MarketData.updates: unknown clearingExchange.")
    return {update.text("clearingExchange"): update.text("marketDataType") for update in updates}


def _signatures(signatures: Sequence[Fields]) -> dict[str, str]:
    known = {document.name for document in DOCUMENTS}
    for signature in signatures:
        if signature.text("documentName") not in known:
            raise Refused(400, "Eula.signatures: unknown documentName.")
        try:
            datetime.fromisoformat(signature.text("signed"))
        except ValueError:
            raise Refused(400, "Eula.signatures: signed is not an ISO 8601 time.") from None
    return {signature.text("documentName"): signature.text("signed") for signature in signatures}


def ticks(at: float) -> str:
    """UTC with seven digits, e.g. `2025-05-15T21:58:44.5038392Z`."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%S.%f") + "0Z"


def guid() -> str:
    """A new id as the venue writes them."""
    return str(uuid.uuid4()).upper()


def _same(left: str, right: str) -> bool:
    return secrets.compare_digest(left.encode(), right.encode())
