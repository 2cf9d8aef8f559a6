"""Users, credentials and tokens of T4."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from venuekit_sandbox import tokens
from venuekit_sandbox.asgi import Fields
from venuekit_sandbox.t4.errors import Refused
from venuekit_sandbox.t4.records import DOCUMENTS, EXCHANGES, User
from venuekit_sandbox.world import Clock

TOKEN_LIFE = 24 * 3600
_API_KEY = "sandbox"
_ADMIN = ("sandbox-admin", "sandbox-password")
_FIRM, _APP_NAME, _APP_LICENSE = "SANDBOX", "venuekit", "sandbox-license"
_TEMPLATE_ACCOUNTS = frozenset({"DefaultTemplate"})
_TEMPLATE_USERS = frozenset({"DefaultUser"})
_PROFILE = (
    "firstname", "lastname", "phone", "email", "street", "city", "county", "state", "postCode", "country",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: an administrator, or the user of this id."""

    admin: bool
    user_id: str | None = None


class State:
    """Everything T4 remembers."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.reset()

    def reset(self) -> None:
        """Forget every user; the documented fixtures remain."""
        self._key = secrets.token_hex(32)
        self._users: dict[str, User] = {}

    # callers

    def by_api_key(self, key: str) -> Caller:
        """Raises `Refused` 401."""
        if not _same(key, _API_KEY):
            raise Refused(401, "The API key is not known.")
        return Caller(admin=True)

    def by_token(self, token: str) -> Caller:
        """Raises `Refused` 401."""
        try:
            claims = tokens.read(token, key=self._key, now=self._clock.now())
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
            id=_guid(),
            username=user.text("username"),
            password=user.text("password"),
            application_type=user.text("apptype"),
            profile={name: user.text(name) for name in _PROFILE},
            account_id=_guid(),
            account=account.text("account"),
            account_name=account.text("accountName"),
            subscriptions=_subscriptions(request.child("MarketData").children("updates")),
            eula_version=None,
            signatures={},
            created_at=self._clock.now(),
        )
        if "Eula" in request:
            eula = request.child("Eula")
            made.eula_version = eula.text("eulaVersion")
            made.signatures = _signatures(eula.children("signatures"))
        self._refuse_taken(made)
        self._users[made.id] = made
        return made

    def by_name(self, username: str) -> User | None:
        """The user of this name, in whatever case."""
        wanted = username.lower()
        return next((user for user in self._users.values() if user.username.lower() == wanted), None)

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
        if not user.enabled:
            raise Refused(403, "UserNotAllowed")
        answer = self._token({"sub": user.id, "admin": False})
        return answer if user.may_use_platform() else answer | {"loginResult": "MarketDataNotSetup"}

    # inside

    def _token(self, claims: dict[str, object]) -> dict[str, object]:
        now = self._clock.now()
        token = tokens.issue(claims | {"jti": _guid()}, key=self._key, at=now, life=TOKEN_LIFE)
        return {"token": token, "expires": int(now) + TOKEN_LIFE}

    def _check_user(self, user: Fields) -> None:
        if len(user.text("username")) < 6:
            raise Refused(400, "User.username: at least 6 characters are needed.")
        if len(user.text("password")) < 8:
            raise Refused(400, "User.password: the security requirements are not met.")
        for name in _PROFILE:
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
        for user in self._users.values():
            if user.username.lower() == made.username.lower():
                raise Refused(409, "The username already exists.")
            if user.account.lower() == made.account.lower():
                raise Refused(409, "The account already exists.")


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


def _guid() -> str:
    return str(uuid.uuid4()).upper()


def _same(left: str, right: str) -> bool:
    return secrets.compare_digest(left.encode(), right.encode())
