"""NebulaECN: API keys and the password.

Keys are listed, made and deleted with a call that the key itself signs, which needs no session and no log-in. Making and
deleting take a one-time code each.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from venuekit.auth.totp import Totp
from venuekit.recipes import nebulaecn as onboarding
from venuekit.recipes import nebulaecn_sessions as sessions
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
)
from venuekit.recipes.nebulaecn import TOTP, list_keys, second_factor_unknown, with_code
from venuekit.recipes.nebulaecn_identity import ATTEMPTS, get_me, settings
from venuekit.recipes.passwords import new_password
from venuekit.transport.errors import (
    AuthenticationError,
    ClockSkewError,
    NotFoundError,
    RejectedError,
)
from venuekit.transport.missing import OtpRequired
from venuekit.venues.nebulaecn import NebulaECN

if TYPE_CHECKING:
    from venuekit.recipes.facts import Facts
    from venuekit_clients.nebulaecn.models import UserWithFullInfo

_VENUE = "nebulaecn"
_WRONG = ("identity.session.invalid_params",)


def options(facts: Facts) -> dict[str, object]:
    """The constructor arguments of a client that cannot log in by itself."""
    return {"clock": facts.clock}


def connect(facts: Facts) -> Recipe[None]:
    """Log in, prove the API key that is held, or make one where there is none. Nobody is signed up."""
    password = facts.held("password") or onboarding.password_of(facts)
    totp = _totp(facts)
    user = yield from _log_in(facts, password, totp)
    yield from keep(email=facts.email, password=password, uid=user.uid)
    if totp is not None:
        yield from keep(totp_secret=totp.secret)
    yield from mark(CaseStatus.APPROVED, user.state)
    kid, secret = facts.held("api_key"), facts.held("api_secret")
    if kid is None or secret is None:
        if totp is None:
            # Without a second factor the venue gives no keys: what works is the password.
            yield from sessions.log_out()
            yield from mark(CaseStatus.ACTIVE, "no API key: two-factor authentication is off")
            return
        key = yield from onboarding.mint_key(facts, totp)
        kid, secret = key.kid, key.secret or ""
    yield from keep(api_key=kid, api_secret=secret)
    yield from onboarding.prove_key(kid, secret)
    yield from mark(CaseStatus.ACTIVE, user.state)


def rotate(facts: Facts) -> Recipe[None]:
    """Make a new API key, keep and prove it, and only then delete the old one."""
    totp = _totp(facts)
    if totp is None:
        raise second_factor_unknown("createApiKey")
    # Also where nobody logs in: so that codes are of the venue's time.
    yield from onboarding.adopt_totp(totp)
    old = facts.held("api_key")
    by_session = not (yield from _enter_with_key(facts))
    if by_session:
        yield from _log_in(facts, facts.held("password") or onboarding.password_of(facts), totp)
    key = yield from onboarding.mint_key(facts, totp)
    yield from keep_again(facts, "email", "password", "uid", "totp_secret")
    yield from keep(api_key=key.kid, api_secret=key.secret or None)
    yield from sessions.use_key(key.kid, key.secret or "")
    yield from step("prove-api-key", "getMe", get_me)
    if old is not None:
        yield from _delete_key(old, totp)
    if by_session:
        yield from sessions.use_session()
        yield from sessions.log_out()
    yield from mark(CaseStatus.ACTIVE)


def reset_password(facts: Facts) -> Recipe[None]:
    """Set a new password of our making with a token from an e-mail. It is kept as `pending_password` before it is sent.

    The venue closes every session; API keys and the second factor stay as they are.
    """
    from venuekit_clients.nebulaecn.models import ConfirmPasswordResetRequest

    totp = _totp(facts)
    password = yield from remember("new-password", new_password)
    yield from keep(pending_password=password)
    captcha = yield from onboarding.solve_captcha(facts)

    def find_changed() -> Recipe[bool | None]:
        """It happened if the new password is taken; whether a one-time code is wanted beside it does not matter."""

        try:
            yield from step(
                "find-password",
                "createSession",
                sessions.session_call(facts, password, captcha),
                harmless=True,
            )
        except OtpRequired:
            return True
        except AuthenticationError as error:
            if error.codes != _WRONG:
                raise
            return None
        return True

    for attempt in range(1, ATTEMPTS + 1):
        token = yield from _reset_token(facts, captcha, attempt)

        def confirm(client: NebulaECN, token: str = token) -> None:
            return client.identity.confirm_password_reset(
                body=ConfirmPasswordResetRequest(
                    reset_password_token=token, password=password, confirm_password=password
                )
            )

        try:
            yield from step(
                numbered("confirm-reset", attempt), "confirmPasswordReset", confirm, find=find_changed
            )
            break
        except (RejectedError, AuthenticationError) as error:
            if attempt == ATTEMPTS or any(code.startswith("password.") for code in error.codes):
                raise
    yield from keep(email=facts.email, password=password)
    yield from forget("pending_password")
    yield from keep_again(facts, "uid", "totp_secret", "api_key", "api_secret")
    user = yield from _log_in(facts, password, totp, captcha_number=2)
    yield from sessions.log_out()
    yield from mark(CaseStatus.ACTIVE, user.state)


def revoke(facts: Facts) -> Recipe[None]:
    """Delete the API key that is held. Other keys of the account are not ours; sessions were closed where they were opened."""
    kid = facts.held("api_key")
    totp = _totp(facts)
    if kid is None:
        raise missing(_VENUE, "there is no API key to delete")
    if totp is not None:
        yield from onboarding.adopt_totp(totp)
    if (yield from _enter_with_key(facts)):
        if totp is None:
            raise second_factor_unknown("deleteApiKey")
        yield from _delete_key(kid, totp)
        word = "the API key is deleted"
    else:
        word = "the API key is not accepted any more"
    yield from forget("api_key", "api_secret")
    yield from mark(CaseStatus.CLOSED, word)


def check_health(facts: Facts) -> Recipe[None]:
    """Read the user, signed with the API key."""

    def adopt(client: NebulaECN) -> None:
        client.use_api_key(facts.held("api_key") or "", facts.held("api_secret") or "")

    login = "a log-in would open a session"
    yield from health(
        _VENUE,
        facts,
        [Check(("api_key", "api_secret"), "getMe", get_me, adopt)],
        {
            "api_key": "its secret is not held",
            "api_secret": "its key is not held",
            "password": login,
            "pending_password": login,
            "totp_secret": "a code would be used up",
        },
    )


def _totp(facts: Facts) -> Totp | None:
    """The second factor: the one that is held, else the dossier's."""
    held = facts.held("totp_secret")
    if held is not None:
        return Totp(held, clock=facts.clock)
    return facts.totp(settings(facts).totp_secret, TOTP)


def _log_in(
    facts: Facts, password: str, totp: Totp | None, *, captcha_number: int = 1
) -> Recipe[UserWithFullInfo]:
    """Open a session. Harmless: a session whose answer was lost is held by nobody and ends by itself."""
    if totp is not None:
        yield from onboarding.adopt_totp(totp)
    captcha = yield from onboarding.solve_captcha(facts, captcha_number)

    call = sessions.session_call(facts, password, captcha)
    try:
        return (yield from step("log-in", "createSession", call, harmless=True))
    except OtpRequired as error:
        if totp is None:
            raise second_factor_unknown("createSession") from error
    return (yield from onboarding.log_in_with_code(facts, password, captcha, totp, "log-in-with-code"))


def _enter_with_key(facts: Facts) -> Recipe[bool]:
    """Sign with the key that is held; False where there is none, or the venue does not take it."""
    kid, secret = facts.held("api_key"), facts.held("api_secret")
    if kid is None or secret is None:
        return False
    yield from sessions.use_key(kid, secret)
    try:
        yield from step("try-api-key", "getMe", get_me)
    except ClockSkewError:
        raise
    except AuthenticationError:
        yield from sessions.use_session()
        return False
    return True


def _delete_key(kid: str, totp: Totp) -> Recipe[None]:
    """Delete a key, signed by itself or another. The list of keys tells whether it happened."""

    def find_deleted() -> Recipe[bool | None]:
        try:
            listed = yield from step("list-api-keys", "listApiKeys", list_keys)
        except ClockSkewError:
            raise
        except AuthenticationError:
            # The key that signs is the one that was to be deleted.
            return True
        return None if any(key.kid == kid for key in listed) else True

    def delete(code: Callable[[], str], name: str) -> Recipe[object]:
        def call(client: NebulaECN) -> None:
            return client.api_keys.delete_api_key(kid, totp_code=code())

        return step(name, "deleteApiKey", call, find=find_deleted)

    try:
        yield from with_code(totp, delete, "delete-old-key")
    except NotFoundError:
        # It was gone already.
        return


def _reset_token(facts: Facts, captcha: str | None, attempt: int) -> Recipe[str]:
    """Have an e-mail sent, and ask for the token in it."""
    from venuekit_clients.nebulaecn.models import RequestPasswordResetRequest
    from venuekit_clients.nebulaecn.types import UNSET

    def send(client: NebulaECN) -> None:
        return client.identity.request_password_reset(
            body=RequestPasswordResetRequest(email=facts.email, captcha_response=captcha or UNSET)
        )

    # Harmless: another mail voids the token of the one before, and changes nothing else.
    yield from step(numbered("send-reset-email", attempt), "requestPasswordReset", send, harmless=True)
    return (
        yield from ask(
            Interaction(
                venue=_VENUE,
                name=numbered("reset-token", attempt),
                kind="email",
                mode="form",
                prompt=f"The reset token from NebulaECN's e-mail to {facts.email}"
                + (" (the last one was refused)" if attempt > 1 else ""),
                applicant=facts.email,
                secret=True,
                to=facts.email,
                attempt=attempt,
                expires_in=3600.0,
            )
        )
    )
