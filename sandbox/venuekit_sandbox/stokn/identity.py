"""The identity provider behind stokn: logins, challenges, tokens. It knows nothing of accounts."""

from __future__ import annotations

import re
import secrets
import uuid

from venuekit_sandbox import magic, tokens
from venuekit_sandbox.stokn import errors
from venuekit_sandbox.stokn.errors import BusinessError, OAuthError, UncaughtError
from venuekit_sandbox.stokn.expiry import Expiry
from venuekit_sandbox.stokn.memory import Login, Memory, Refresh, Session
from venuekit_sandbox.stokn.times import naive
from venuekit_sandbox.world import World

SCOPES = ("stokn-api/user.Write", "stokn-api/admin.Write", "stokn-api/account.Read")
SMS_MFA = "SMS_MFA"
RENEWAL = "NEW_PASSWORD_REQUIRED"
ACCESS_LIFE = 3600
REFRESH_LIFE = 30 * 24 * 3600
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


class Identity:
    """Logins, their sessions and their tokens."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._session_ends, self._refresh_ends = Expiry(), Expiry()
        self.use(Memory())

    def use(self, memory: Memory) -> None:
        """Work with this memory from now on; what is derived from it is rebuilt."""
        self._memory = memory
        self._clients, self._logins = memory.clients, memory.logins
        self._sessions, self._refreshes = memory.sessions, memory.refreshes
        self._by_email = {login.email.lower(): login for login in memory.logins.values()}
        self._by_phone = {login.phone: login for login in memory.logins.values()}
        self._session_ends.rebuild(self._sessions)
        self._refresh_ends.rebuild(self._refreshes)

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
        claims = tokens.read(token, key=self._memory.key, now=self._world.clock.now())
        if claims.get("token_use") != "access":
            raise tokens.BadToken("not an access token")
        return claims

    # logins

    def login(self, login_id: str) -> Login:
        """The login of an id that is known to exist."""
        return self._logins[login_id]

    def find(self, username: str) -> Login | None:
        """By id, e-mail address or phone number."""
        return (
            self._logins.get(username) or self._by_phone.get(username) or self._by_email.get(username.lower())
        )

    def register(self, *, email: str, phone: str, password: str) -> Login:
        """Make a login; it stays, without a password, when that is too weak. Raises `BusinessError`."""
        if not well_formed(email, phone):
            raise BusinessError(errors.INVALID_PARAMETER, "Invalid email address or phone number format.")
        taken = magic.TAKEN in magic.outcomes(email)
        if taken or self.find(email) is not None or self.find(phone) is not None:
            raise BusinessError(errors.IDENTITY_REFUSED, "User account already exists")
        login = self.add(Login(str(uuid.uuid4()), email, phone))
        if not strong(password):
            raise BusinessError(errors.INVALID_PARAMETER, "Password does not conform to policy")
        login.password = password
        return login

    def add(self, login: Login) -> Login:
        """Keep a login whose address and number are free."""
        self._logins[login.id] = login
        self._by_email[login.email.lower()] = login
        self._by_phone[login.phone] = login
        return login

    def start(self, username: str, password: str) -> dict[str, object]:
        """Check the password and open a challenge, or answer the tokens where none is set.

        Raises `BusinessError`, and `UncaughtError` where the published code trips over its own answer.
        """
        switches = self._memory.switches
        login = self.find(username)
        if login is None and not switches.hide_unknown_users:
            raise BusinessError(errors.NOT_FOUND, "User does not exist.")
        if login is None or not (_same(login.password, password) or _same(login.reset_code, password)):
            raise BusinessError(errors.AUTH_FAILED, "Incorrect username or password.")
        if magic.LOCKED in magic.outcomes(login.email):
            raise BusinessError(errors.AUTH_FAILED, "User is disabled.")
        if switches.login_challenge != "sms" and not login.must_change:
            token = self._token(login)
            if switches.login_challenge == "none-as-coded":
                raise UncaughtError("expiresAt of a token without issuedAt")
            return token
        return self._challenge(login, username)

    def _challenge(self, login: Login, username: str) -> dict[str, object]:
        now = self._world.clock.now()
        challenge = RENEWAL if login.must_change else SMS_MFA
        late = magic.OTP_EXPIRED in magic.outcomes(login.email)
        ends = now if late else now + self._memory.switches.session_seconds
        session_id, code = secrets.token_urlsafe(48), self._code()
        session = Session(login.id, username, challenge, code, ends)
        self._session_ends.add(self._sessions, session_id, session, now)
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
        return self._token(self._logins[session.login_id])

    def answer_new_password(self, *, session_id: str, username: str, password: str) -> dict[str, object]:
        """Set the password in a NEW_PASSWORD_REQUIRED session. Raises `BusinessError` or `UncaughtError`."""
        session = self._session(session_id, username, RENEWAL)
        if not strong(password):
            raise BusinessError(errors.INVALID_PASSWORD, "Password does not conform to policy")
        del self._sessions[session_id]
        login = self._logins[session.login_id]
        login.password, login.reset_code, login.must_change = password, None, False
        return self._token(login)

    def forget(self, email: str) -> Login:
        """Send a reset code; the next login must set a new password. Raises `BusinessError`."""
        login = self.find(email)
        if login is None:
            raise BusinessError(errors.FORGET_PASSWORD_FAILED, "User does not exist.")
        code = self._code()
        if not self._memory.switches.forgot_password_as_coded:
            login.reset_code, login.must_change = code, True
        self._text(login, "Password reset", f"Your password reset code is {code}.", code)
        return login

    def refresh(self, *, username: str, refresh_token: str) -> dict[str, object]:
        """A new access token. The user name must be the id. Raises `UncaughtError`."""
        held, switches = self._refreshes.get(refresh_token), self._memory.switches
        if held is None or switches.refresh_rotation or self._world.clock.now() >= held.ends:
            raise UncaughtError("NotAuthorizedException: Invalid Refresh Token")
        login = self._logins[held.login_id]
        if username != login.id and not (switches.refresh_by_alias and self.find(username) is login):
            raise UncaughtError("NotAuthorizedException: Invalid Refresh Token")
        return self._token(login, renews=True)

    # inside

    def _session(self, session_id: str, username: str, challenge: str) -> Session:
        session = self._sessions.get(session_id)
        if session is None or session.username != username or session.challenge != challenge:
            raise UncaughtError("NotAuthorizedException: Invalid session for the user")
        if self._world.clock.now() >= session.ends:
            del self._sessions[session_id]
            raise UncaughtError("ExpiredCodeException")
        return session

    def _token(self, login: Login, *, renews: bool = False) -> dict[str, object]:
        now = self._world.clock.now()
        refresh_token = None if renews else secrets.token_urlsafe(64)
        if refresh_token is not None:
            refresh = Refresh(login.id, now + REFRESH_LIFE)
            self._refresh_ends.add(self._refreshes, refresh_token, refresh, now)
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
        return tokens.issue(unique, key=self._memory.key, at=self._world.clock.now(), life=ACCESS_LIFE)

    def _code(self) -> str:
        # The page speaks of four digits, the provider sends six.
        if self._memory.switches.strict_docs:
            return f"{secrets.randbelow(10_000):04}"
        return f"{secrets.randbelow(1_000_000):06}"

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


def well_formed(email: str, phone: str) -> bool:
    """Whether the identity provider takes the address, and the number as E.164."""
    return _EMAIL.fullmatch(email) is not None and _PHONE.fullmatch(phone) is not None


def strong(password: str) -> bool:
    """The identity provider's default policy."""
    kinds = (str.isupper, str.islower, str.isdigit, lambda c: not c.isalnum())
    return len(password) >= 8 and all(any(kind(c) for c in password) for kind in kinds)


def _same(held: str | None, given: str) -> bool:
    return held is not None and secrets.compare_digest(held.encode(), given.encode())
