"""The identity provider behind stokn: logins, challenges, tokens. It knows nothing of accounts."""

from __future__ import annotations

import re
import secrets
import uuid
from dataclasses import dataclass

from venuekit_sandbox import tokens
from venuekit_sandbox.stokn import errors
from venuekit_sandbox.stokn.errors import BusinessError, OAuthError, UncaughtError
from venuekit_sandbox.stokn.times import naive
from venuekit_sandbox.world import World

SCOPES = ("stokn-api/user.Write", "stokn-api/admin.Write", "stokn-api/account.Read")
SMS_MFA = "SMS_MFA"
RENEWAL = "NEW_PASSWORD_REQUIRED"
ACCESS_LIFE = 3600
REFRESH_LIFE = 30 * 24 * 3600
SESSION_LIFE = 180
_EARLY = 600

_CHALLENGES = frozenset(
    {
        "SMS_MFA", "EMAIL_OTP", "SMS_OTP", "SOFTWARE_TOKEN_MFA", "SELECT_MFA_TYPE", "MFA_SETUP",
        "PASSWORD_VERIFIER", "CUSTOM_CHALLENGE", "SELECT_CHALLENGE", "DEVICE_SRP_AUTH",
        "DEVICE_PASSWORD_VERIFIER", "ADMIN_NO_SRP_AUTH", "NEW_PASSWORD_REQUIRED",
        "PASSWORD", "PASSWORD_SRP", "WEB_AUTHN",
    }
)  # fmt: skip
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(slots=True)
class Login:
    """One login. `password` is None while none was set."""

    id: str
    email: str
    phone: str
    password: str | None = None
    reset_code: str | None = None


@dataclass(slots=True)
class _Session:
    login: Login
    username: str
    challenge: str
    code: str
    ends: float


@dataclass(slots=True)
class _Refresh:
    login: Login
    ends: float


class Identity:
    """Logins, their sessions and their tokens."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.reset()

    def reset(self) -> None:
        """Forget all logins; one client remains: `sandbox` / `sandbox-secret`, with all scopes."""
        self._key = secrets.token_hex(32)
        self._clients = {"sandbox": "sandbox-secret"}
        self._logins: dict[str, Login] = {}
        self._sessions: dict[str, _Session] = {}
        self._refreshes: dict[str, _Refresh] = {}

    # client tokens

    def client_token(self, client_id: str, client_secret: str, scope: str) -> dict[str, object]:
        """The answer of the token endpoint. Raises `OAuthError`."""
        known = self._clients.get(client_id)
        if known is None or not secrets.compare_digest(known.encode(), client_secret.encode()):
            raise OAuthError("invalid_client")
        wanted = scope.split() or list(SCOPES)
        if not set(wanted) <= set(SCOPES):
            raise OAuthError("invalid_scope")
        claims = {"sub": client_id, "client_id": client_id, "token_use": "access", "scope": " ".join(wanted)}
        return {"access_token": self._issue(claims), "expires_in": ACCESS_LIFE, "token_type": "Bearer"}

    def read(self, token: str) -> dict[str, object]:
        """The claims of a client's or a person's access token. Raises `tokens.BadToken`."""
        claims = tokens.read(token, key=self._key, now=self._world.clock.now())
        if claims.get("token_use") != "access":
            raise tokens.BadToken("not an access token")
        return claims

    # logins

    def find(self, username: str) -> Login | None:
        """By id, e-mail address or phone number."""
        for login in self._logins.values():
            if username in (login.id, login.phone) or username.lower() == login.email.lower():
                return login
        return None

    def register(self, *, email: str, phone: str, password: str) -> Login:
        """Make a login; it stays, without a password, when that is too weak. Raises `BusinessError`."""
        if _EMAIL.fullmatch(email) is None or _PHONE.fullmatch(phone) is None:
            raise BusinessError(errors.INVALID_PARAMETER, "Invalid email address or phone number format.")
        if self.find(email) is not None or self.find(phone) is not None:
            raise BusinessError(errors.IDENTITY_REFUSED, "User account already exists")
        login = Login(str(uuid.uuid4()), email, phone)
        self._logins[login.id] = login
        if not strong(password):
            raise BusinessError(errors.INVALID_PARAMETER, "Password does not conform to policy")
        login.password = password
        return login

    def start(self, username: str, password: str) -> dict[str, object]:
        """Check the password and open a challenge. Raises `BusinessError`."""
        login = self.find(username)
        if login is None:
            raise BusinessError(errors.NOT_FOUND, "User does not exist.")
        if not _same(login.password, password) and not _same(login.reset_code, password):
            raise BusinessError(errors.AUTH_FAILED, "Incorrect username or password.")
        challenge = SMS_MFA if login.reset_code is None else RENEWAL
        session_id = secrets.token_urlsafe(48)
        code = _code()
        now = self._world.clock.now()
        self._sessions[session_id] = _Session(login, username, challenge, code, now + SESSION_LIFE)
        if challenge == SMS_MFA:
            self._text(login, "Login code", f"Your authentication code is {code}.", code)
        return {"sessionId": session_id, "username": username, "challengeType": challenge}

    def answer_code(self, *, session_id: str, username: str, challenge: str, code: str) -> dict[str, object]:
        """Trade session and code for a token. Raises `UncaughtError`; a wrong code leaves the session."""
        if challenge not in _CHALLENGES:
            raise UncaughtError(f"no such challenge: {challenge}")
        session = self._session(session_id, username, SMS_MFA)
        if not _same(session.code, code):
            raise UncaughtError("CodeMismatchException")
        del self._sessions[session_id]
        return self._token(session.login)

    def answer_new_password(self, *, session_id: str, username: str, password: str) -> dict[str, object]:
        """Set the password in a NEW_PASSWORD_REQUIRED session. Raises `BusinessError` or `UncaughtError`."""
        session = self._session(session_id, username, RENEWAL)
        if not strong(password):
            raise BusinessError(errors.INVALID_PASSWORD, "Password does not conform to policy")
        del self._sessions[session_id]
        session.login.password, session.login.reset_code = password, None
        return self._token(session.login)

    def forget(self, email: str) -> Login:
        """Send a reset code; the next login must set a new password. Raises `BusinessError`."""
        login = self.find(email)
        if login is None:
            raise BusinessError(errors.FORGET_PASSWORD_FAILED, "User does not exist.")
        login.reset_code = _code()
        self._text(
            login, "Password reset", f"Your password reset code is {login.reset_code}.", login.reset_code
        )
        return login

    def refresh(self, *, username: str, refresh_token: str) -> dict[str, object]:
        """A new access token. The user name must be the id. Raises `UncaughtError`."""
        held = self._refreshes.get(refresh_token)
        if held is None or held.login.id != username or self._world.clock.now() >= held.ends:
            raise UncaughtError("NotAuthorizedException: Invalid Refresh Token")
        return self._token(held.login, refresh_token=None)

    # inside

    def _session(self, session_id: str, username: str, challenge: str) -> _Session:
        session = self._sessions.get(session_id)
        if session is None or session.username != username or session.challenge != challenge:
            raise UncaughtError("NotAuthorizedException: Invalid session for the user")
        if self._world.clock.now() >= session.ends:
            del self._sessions[session_id]
            raise UncaughtError("ExpiredCodeException")
        return session

    def _token(self, login: Login, *, refresh_token: str | None = "") -> dict[str, object]:
        now = self._world.clock.now()
        if refresh_token == "":
            refresh_token = secrets.token_urlsafe(64)
            self._refreshes[refresh_token] = _Refresh(login, now + REFRESH_LIFE)
        person = {"sub": login.id, "username": login.id}
        return {
            "username": login.id,
            "issuedAt": naive(now),
            "accessToken": self._issue(
                person | {"token_use": "access", "scope": "aws.cognito.signin.user.admin"}
            ),
            "idToken": self._issue(person | {"token_use": "id", "email": login.email}),
            "refreshToken": refresh_token,
            "expiresIn": ACCESS_LIFE,
            "expiresAt": naive(now + ACCESS_LIFE - _EARLY),
            "phoneNumber": login.phone,
        }

    def _issue(self, claims: dict[str, str]) -> str:
        unique = {**claims, "jti": str(uuid.uuid4())}
        return tokens.issue(unique, key=self._key, at=self._world.clock.now(), life=ACCESS_LIFE)

    def _text(self, login: Login, subject: str, text: str, code: str) -> None:
        self._world.outbox.send(
            venue="stokn",
            kind="sms",
            to=login.phone,
            subject=subject,
            text=text,
            code=code,
            at=self._world.clock.now(),
        )


def strong(password: str) -> bool:
    """The identity provider's default policy."""
    kinds = (str.isupper, str.islower, str.isdigit, lambda c: not c.isalnum())
    return len(password) >= 8 and all(any(kind(c) for c in password) for kind in kinds)


def _same(held: str | None, given: str) -> bool:
    return held is not None and secrets.compare_digest(held.encode(), given.encode())


def _code() -> str:
    return f"{secrets.randbelow(1_000_000):06}"
