"""NebulaECN: confirm e-mail, phone and identity, enrol a second factor, mint an API key and prove it.

Each part looks at what the venue already knows and does only what is missing, so the recipe also continues an account
that was begun before. One-time codes are computed from the enrolled secret; the venue burns each for 90 seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from venuekit.auth.totp import Totp, TotpExhausted
from venuekit.recipes import nebulaecn_identity as identity
from venuekit.recipes.core import CaseStatus, Interaction, Recipe, ask, keep, mark, pause, step, use
from venuekit.recipes.nebulaecn_identity import ATTEMPTS, get_me, numbered, settings
from venuekit.transport.errors import (
    AuthenticationError,
    ConflictError,
    RejectedError,
    StatusError,
    UnexpectedAnswer,
)
from venuekit.venues.nebulaecn import NebulaECN

if TYPE_CHECKING:
    from venuekit.recipes.facts import Facts
    from venuekit_clients.nebulaecn.models import APIKey, Configs, OtpSecret, UserWithFullInfo


def options(facts: Facts) -> dict[str, object]:
    """The constructor arguments of the client. With e-mail and password it can open a lost session again."""
    return {
        "email": facts.email,
        "password": facts.secret(facts.dossier.login.password, "login.password"),
        "clock": facts.clock,
    }


def onboard(facts: Facts) -> Recipe[None]:
    """The whole way from sign-up to a working API key."""
    section = settings(facts)
    password = facts.secret(facts.dossier.login.password, "login.password")
    user = yield from _open_account(facts, password)
    yield from keep(email=facts.email, password=password, uid=user.uid)
    yield from mark(CaseStatus.SUBMITTED, user.state)

    if user.state == "pending":
        user = yield from _confirm_email(facts)
    if section.require_level >= 2:
        yield from identity.add_phone(facts, user)
    totp = yield from _enrol_totp(facts, user)
    if section.require_level >= 3 and user.level < 3:
        yield from identity.submit_profile(facts, user)
        yield from identity.upload_documents(facts, user)
        yield from mark(CaseStatus.IN_REVIEW, "document: pending")
        yield from identity.wait_for_level(facts, section.require_level)
    yield from mark(CaseStatus.APPROVED)

    key = yield from _mint_key(facts, totp)
    yield from keep(api_key=key.kid, api_secret=key.secret or None)
    yield from _prove_key(key)
    yield from mark(CaseStatus.ACTIVE, "active")


def _open_account(facts: Facts, password: str) -> Recipe[UserWithFullInfo]:
    """Sign up, or log in where the address is taken and the password fits."""
    from venuekit_clients.nebulaecn.models import CreateSessionRequest, CreateUserRequest
    from venuekit_clients.nebulaecn.types import UNSET

    section = settings(facts)
    captcha = yield from _captcha(facts)

    def create(client: NebulaECN) -> UserWithFullInfo:
        return client.identity.create_user(
            body=CreateUserRequest(
                email=facts.email,
                password=password,
                username=section.username or UNSET,
                refid=section.referral or UNSET,
                captcha_response=captcha or UNSET,
            )
        )

    def find_user() -> Recipe[UserWithFullInfo | None]:
        """The person can log in exactly if the sign-up happened."""

        def log_in(client: NebulaECN) -> UserWithFullInfo:
            return client.identity.create_session(
                body=CreateSessionRequest(
                    email=facts.email, password=password, captcha_response=captcha or UNSET
                )
            )

        try:
            return (yield from step("find-user", "createSession", log_in, harmless=True))
        except AuthenticationError as error:
            if "identity.session.missing_otp" in error.codes:
                raise _second_factor_unknown("createSession") from error
            return None

    try:
        return (yield from step("create-user", "createUser", create, find=find_user))
    except ConflictError:
        found = yield from find_user()
        if found is None:
            raise
        return found


def _captcha(facts: Facts) -> Recipe[str | None]:
    """A captcha is never bypassed: where the venue wants one, a person solves it."""

    def get_configs(client: NebulaECN) -> Configs:
        return client.identity.get_identity_configs()

    configs = yield from step("read-configs", "getIdentityConfigs", get_configs)
    given = settings(facts).captcha_response
    if given or (configs.captcha_type or "none") == "none":
        return given
    return (
        yield from ask(
            Interaction(
                venue="nebulaecn",
                name="captcha",
                kind="captcha",
                mode="form",
                prompt=f"NebulaECN wants a solved captcha ({configs.captcha_type}). Paste the response text",
                applicant=facts.email,
            )
        )
    )


def _confirm_email(facts: Facts) -> Recipe[UserWithFullInfo]:
    from venuekit_clients.nebulaecn.models import ConfirmEmailRequest, RequestEmailConfirmationRequest

    for attempt in range(1, ATTEMPTS + 1):
        token = yield from ask(
            Interaction(
                venue="nebulaecn",
                name=numbered("email-token", attempt),
                kind="email",
                mode="form",
                prompt=f"The confirmation token from NebulaECN's e-mail to {facts.email}"
                + (" (the last one was refused)" if attempt > 1 else ""),
                applicant=facts.email,
                secret=True,
                to=facts.email,
                attempt=attempt,
                expires_in=3600.0,
            )
        )

        def confirm(client: NebulaECN, token: str = token) -> UserWithFullInfo:
            return client.identity.confirm_email(body=ConfirmEmailRequest(token=token))

        def find_confirmed() -> Recipe[UserWithFullInfo | None]:
            user = yield from step("read-me", "getMe", get_me)
            return user if user.state == "active" else None

        try:
            return (
                yield from step(
                    numbered("confirm-email", attempt), "confirmEmail", confirm, find=find_confirmed
                )
            )
        except (RejectedError, AuthenticationError):
            if attempt == ATTEMPTS:
                raise

        def send_again(client: NebulaECN) -> None:
            return client.identity.request_email_confirmation(
                body=RequestEmailConfirmationRequest(email=facts.email)
            )

        yield from step(
            numbered("send-email", attempt), "requestEmailConfirmation", send_again, harmless=True
        )
    raise AssertionError("unreachable")


def _enrol_totp(facts: Facts, user: UserWithFullInfo) -> Recipe[Totp]:
    """Switch two-factor authentication on. The secret is kept before the venue starts to ask for codes."""
    from venuekit_clients.nebulaecn.models import EnableOtpRequest

    if user.otp:
        raise _second_factor_unknown("enableOtp")

    def generate(client: NebulaECN) -> OtpSecret:
        return client.otp.generate_otp_qrcode()

    # Harmless: while two-factor authentication is off, each call replaces the secret of the one before.
    generated = yield from step("generate-totp-secret", "generateOtpQrcode", generate, harmless=True)
    totp = Totp.from_uri(generated.data.url, clock=facts.clock)
    yield from keep(totp_secret=totp.secret)

    def adopt(client: NebulaECN) -> None:
        client.use_totp(totp)

    yield from use(adopt)
    code = yield from _next_code(totp)

    def enable(client: NebulaECN) -> None:
        return client.otp.enable_otp(body=EnableOtpRequest(code=code))

    def find_enabled() -> Recipe[bool | None]:
        me = yield from step("read-me", "getMe", get_me)
        return True if me.otp else None

    yield from step("enable-totp", "enableOtp", enable, find=find_enabled)
    return totp


def _second_factor_unknown(operation: str) -> StatusError:
    return StatusError(
        "two-factor authentication is on already, and its secret is not known: an API key cannot be minted",
        venue="nebulaecn",
        operation=operation,
        status=200,
    )


def _next_code(totp: Totp) -> Recipe[str]:
    """A code that was not used yet, after a wait when there is none."""
    while True:
        try:
            return totp.code()
        except TotpExhausted as exhausted:
            yield from pause(exhausted.wait, "every one-time code that is valid now was used")


def _mint_key(facts: Facts, totp: Totp) -> Recipe[APIKey]:
    from venuekit_clients.nebulaecn.models import CreateApiKeyRequest
    from venuekit_clients.nebulaecn.types import UNSET

    scope = ",".join(settings(facts).api_key_scope or [])
    code = yield from _next_code(totp)

    def create(client: NebulaECN) -> APIKey:
        return client.api_keys.create_api_key(
            body=CreateApiKeyRequest(algorithm="HS256", totp_code=code, scope=scope or UNSET)
        )

    key = yield from step("create-api-key", "createApiKey", create)
    if not key.secret:
        raise UnexpectedAnswer(
            "a key without its secret", venue="nebulaecn", operation="createApiKey", status=201
        )
    return key


def _prove_key(key: APIKey) -> Recipe[None]:
    """Read the account with the key, then close the session that made it."""
    secret = key.secret or ""

    def sign(client: NebulaECN) -> None:
        client.use_api_key(key.kid, secret)

    yield from use(sign)
    yield from step("prove-api-key", "getMe", get_me)

    def back(client: NebulaECN) -> None:
        client.use_session()

    yield from use(back)

    def log_out(client: NebulaECN) -> None:
        return client.identity.delete_session()

    try:
        yield from step("log-out", "deleteSession", log_out, harmless=True)
    except StatusError:
        # The session ends by itself; the key that was proved does not need it.
        return
