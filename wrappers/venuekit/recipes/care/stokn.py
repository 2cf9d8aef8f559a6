"""stokn: the tokens of a person, and the password.

The venue's page has a call that sends a reset code and none that takes it. The code is therefore tried as the password of
a log-in, which opens the session in which a new one is set; where the venue does not take it there, only its people help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from venuekit.auth.stokn import StoknToken
from venuekit.recipes import stokn as onboarding
from venuekit.recipes.care.common import keep_again, missing
from venuekit.recipes.care.health import Check, health
from venuekit.recipes.core import (
    CaseStatus,
    Interaction,
    Recipe,
    ask,
    forget,
    keep,
    mark,
    numbered,
    remember,
    step,
    use,
)
from venuekit.recipes.passwords import new_password
from venuekit.recipes.stokn import ATTEMPTS, NOBODY, Found, login_call, options, settings
from venuekit.transport.errors import AuthenticationError, StatusError, UnexpectedAnswer
from venuekit.venues.stokn import Stokn

if TYPE_CHECKING:
    from venuekit.recipes.facts import Facts
    from venuekit_clients.stokn.models import (
        Account,
        AccountEnvelope,
        AuthChallenge,
        ChangePasswordEnvelope,
        ForgotPasswordEnvelope,
        TokenEnvelope,
        UserEnvelope,
    )

__all__ = ["check_health", "connect", "options", "reset_password", "revoke", "rotate"]

_VENUE = "stokn"
_RENEWAL = "NEW_PASSWORD_REQUIRED"


def connect(facts: Facts) -> Recipe[None]:
    """Log in with a code, read the account, keep what is found. Nobody is signed up, and nothing is made."""
    password = _password(facts)
    token = yield from onboarding.log_in(facts, password, None)
    yield from keep(username=facts.email, password=password)
    yield from _go_on(facts, token)


def rotate(facts: Facts) -> Recipe[None]:
    """Renew the access token. Where the refresh token is not taken (any more), a person logs in with a code."""
    from venuekit_clients.stokn.models import RefreshTokenRequest, Token

    refresh, user_id = facts.held("refresh_token"), facts.held("user_id")
    token: StoknToken | None = None
    if refresh is not None and user_id is not None:

        def renew(client: Stokn) -> TokenEnvelope:
            return client.users.refresh_token(
                body=RefreshTokenRequest(username=user_id, refresh_token=refresh)
            )

        try:
            answer = yield from step("refresh-token", "refreshToken", renew)
        except StatusError as error:
            # A refresh token that is not good is answered with 500.
            if error.status not in (401, 500):
                raise
        else:
            if not isinstance(answer.data, Token):
                raise UnexpectedAnswer("no token", venue=_VENUE, operation="refreshToken", status=200)
            new = StoknToken.from_model(answer.data)
            token = StoknToken(user_id, new.access_token, new.refresh_token or refresh, new.id_token)
    if token is None:
        token = yield from onboarding.log_in(facts, _password(facts), None)
    yield from _go_on(facts, token)


def reset_password(facts: Facts) -> Recipe[None]:
    """Set a new password of our making. It is kept as `pending_password` before it is sent."""
    from venuekit_clients.stokn.models import ChangePasswordRequest, Token

    password = yield from remember("new-password", new_password)
    yield from keep(pending_password=password)
    challenge = yield from _open_with_code(facts)

    def change(client: Stokn) -> ChangePasswordEnvelope | Found:
        return client.users.change_password(
            body=ChangePasswordRequest(
                session_id=challenge.session_id,
                username=facts.email,
                password=password,
                challenge_type=challenge.challenge_type,
                password_confirm=password,
            )
        )

    def find_changed() -> Recipe[ChangePasswordEnvelope | Found | None]:
        """It happened if the new password works. That log-in sends a code, so its challenge is handed on."""
        at = yield from remember("found-at", facts.clock)
        try:
            return Found(
                (yield from step("find-password", "login", login_call(facts, password), harmless=True)), at
            )
        except StatusError as error:
            if (error.status, error.codes) not in NOBODY:
                raise
            return None

    answer = yield from step("change-password", "changePassword", change, find=find_changed)
    yield from keep(username=facts.email, password=password)
    yield from forget("pending_password")
    if isinstance(answer, Found):
        token = yield from onboarding.log_in(facts, password, answer)
    else:
        data = answer.data.data if answer.data else None
        if isinstance(data, Token):
            token = StoknToken.from_model(data)
        else:
            token = yield from onboarding.log_in(facts, password, None)
    yield from _go_on(facts, token)


def revoke(facts: Facts) -> Recipe[None]:
    """Nothing can be revoked."""
    yield from mark(CaseStatus.CLOSED, "nothing revoked: the venue has no call for it")


def check_health(facts: Facts) -> Recipe[None]:
    """Read the person with the access token, and the account with the company's client token."""
    account_id = facts.held("account_id") or ""

    def adopt(client: Stokn) -> None:
        # Without the refresh token: the client must not renew by itself.
        client.use_user_token(StoknToken(None, facts.held("access_token") or ""))

    def get_me(client: Stokn) -> UserEnvelope:
        return client.users.get_me()

    def get_account(client: Stokn) -> AccountEnvelope:
        return client.accounts.get_account(account_id)

    yield from health(
        _VENUE,
        facts,
        [
            Check(("access_token",), "getMe", get_me, adopt),
            Check(("account_id",), "getAccount", get_account, lambda client: None),
        ],
        {
            "refresh_token": "using it would make new tokens",
            "password": "a log-in would send a text message",
            "pending_password": "a log-in would send a text message",
            "id_token": "no call takes it",
            "encryption_key": "no call takes it",
        },
    )


def _password(facts: Facts) -> str:
    return facts.held("password") or onboarding.password_of(facts)


def _go_on(facts: Facts, token: StoknToken) -> Recipe[None]:
    """Keep the tokens, and prove them by reading the account."""
    yield from onboarding.keep_token(token)
    yield from keep_again(facts, "account_id", "portfolio_id", "encryption_key")

    def adopt(client: Stokn) -> None:
        client.use_user_token(StoknToken(token.username, token.access_token))

    yield from use(adopt)
    account = yield from onboarding.read_account("read-account")
    yield from keep(
        account_id=account.account_id,
        encryption_key=account.encryption_key or None,
        portfolio_id=_portfolio(facts, account),
    )
    yield from mark(CaseStatus.ACTIVE if account.active else CaseStatus.SUBMITTED, _word(account))


def _word(account: Account) -> str:
    return "active" if account.active else "inactive"


def _portfolio(facts: Facts, account: Account) -> str | None:
    wanted = settings(facts).portfolio.id
    return wanted if any(p.portfolio_id == wanted for p in account.portfolios or []) else None


def _open_with_code(facts: Facts) -> Recipe[AuthChallenge]:
    """Have a reset code sent, and open the session in which a password can be set."""
    from venuekit_clients.stokn.models import AuthChallenge

    def send(client: Stokn) -> ForgotPasswordEnvelope:
        return client.users.forgot_password(email=facts.email)

    # Harmless: it changes nothing, and another code can be sent.
    yield from step("send-reset-code", "forgotPassword", send, harmless=True)
    for attempt in range(1, ATTEMPTS + 1):
        code = yield from ask(
            Interaction(
                venue=_VENUE,
                name=numbered("reset-code", attempt),
                kind="otp",
                mode="form",
                prompt=f"The reset code that stokn has sent to {facts.phone} by SMS"
                + (" (the last one was refused)" if attempt > 1 else ""),
                applicant=facts.email,
                secret=True,
                to=facts.phone,
                attempt=attempt,
                example="123456",
            )
        )

        try:
            answer = yield from step(
                numbered("log-in-with-code", attempt), "login", login_call(facts, code), harmless=True
            )
        except StatusError as error:
            if (error.status, error.codes) != NOBODY[1]:
                raise
            continue
        challenge = answer.data
        if isinstance(challenge, AuthChallenge) and (challenge.challenge_type == _RENEWAL or facts.rehearsal):
            return challenge
        raise missing(
            _VENUE, "the venue takes the code and asks for no new password; its people must reset it"
        )
    raise AuthenticationError(
        f"{ATTEMPTS} reset codes were refused; if they were right, only the venue's people can reset the password",
        venue=_VENUE,
        operation="login",
        status=409,
    )
