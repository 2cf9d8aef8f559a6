"""NebulaECN: confirm e-mail, phone and identity, enrol a second factor, mint an API key and prove it.

Each part looks at what the venue already knows and does only what is missing, so the recipe also continues an account
that was begun before. The second factor comes after the review of the documents, which takes days: an account that has
it on can be continued only with its secret, which the venue shows once. One-time codes are computed from the secret;
the venue burns each for 90 seconds.
"""

from __future__ import annotations

from functools import partial
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from venuekit.auth.totp import Totp, TotpExhausted
from venuekit.recipes import nebulaecn_identity as identity
from venuekit.recipes import nebulaecn_sessions as sessions
from venuekit.recipes.core import (
    CaseStatus,
    Interaction,
    MissingFact,
    Recipe,
    ask,
    give_up,
    keep,
    mark,
    numbered,
    pause,
    step,
    use,
)
from venuekit.recipes.nebulaecn_identity import ATTEMPTS, get_me, settings
from venuekit.transport.errors import (
    AuthenticationError,
    ConflictError,
    RejectedError,
    UnexpectedAnswer,
)
from venuekit.transport.missing import OtpRejected, OtpRequired, TotpReplayed
from venuekit.venues.nebulaecn import NebulaECN

# Where its secret is in the dossier when the second factor is on already.
TOTP = "venues.nebulaecn.totp_secret"
# How many wrong codes end a case. One that was used before, by an earlier run or before a restart, is not wrong; but a
# venue that cannot check codes says the same.
_CODES = 4
_REPLAYS = 40

T = TypeVar("T")

if TYPE_CHECKING:
    from collections.abc import Callable

    from venuekit.recipes.facts import Facts
    from venuekit_clients.nebulaecn.models import APIKey, Configs, OtpSecret, UserWithFullInfo


def options(facts: Facts) -> dict[str, object]:
    """The constructor arguments of the client. With e-mail and password it can open a lost session again.

    The second factor, where there is one, is handed over by the recipe: both must not send the same code.
    """
    return {"email": facts.email, "password": password_of(facts), "clock": facts.clock}


def password_of(facts: Facts) -> str:
    """The password of the dossier for this venue."""
    return facts.password(settings(facts).password, "venues.nebulaecn.password")


def onboard(facts: Facts) -> Recipe[None]:
    """The whole way from sign-up to a working API key."""
    ours = settings(facts)
    password = password_of(facts)
    totp = facts.totp(ours.totp_secret, TOTP)
    if totp is not None:
        yield from adopt_totp(totp)
    user = yield from _open_account(facts, password, totp)
    yield from keep(email=facts.email, password=password, uid=user.uid)
    yield from mark(CaseStatus.SUBMITTED, user.state)

    if user.state == "pending":
        user = yield from _confirm_email(facts)
    if ours.require_level >= 2:
        yield from identity.add_phone(facts, user)
    if ours.require_level >= 3 and user.level < 3:
        yield from identity.submit_profile(facts, user)
        yield from identity.upload_documents(facts, user)
        yield from mark(CaseStatus.IN_REVIEW, "document: pending")
        yield from identity.wait_for_level(facts, ours.require_level)
    yield from mark(CaseStatus.APPROVED)

    if not user.otp:
        totp = yield from _enrol_totp(facts)
    elif totp is None:
        raise second_factor_unknown("enableOtp")
    else:
        yield from keep(totp_secret=totp.secret)
    key = yield from mint_key(facts, totp)
    yield from keep(api_key=key.kid, api_secret=key.secret or None)
    yield from prove_key(key.kid, key.secret or "")
    yield from mark(CaseStatus.ACTIVE, "active")


def adopt_totp(totp: Totp) -> Recipe[None]:
    def adopt(client: NebulaECN) -> None:
        client.use_totp(totp)

    yield from use(adopt)


def _open_account(facts: Facts, password: str, totp: Totp | None) -> Recipe[UserWithFullInfo]:
    """Sign up, or log in where the address is taken and the password fits."""
    from venuekit_clients.nebulaecn.models import CreateUserRequest
    from venuekit_clients.nebulaecn.types import UNSET

    ours = settings(facts)
    captcha = yield from solve_captcha(facts)

    def create(client: NebulaECN) -> UserWithFullInfo:
        return client.identity.create_user(
            body=CreateUserRequest(
                email=facts.email,
                password=password,
                username=ours.username or UNSET,
                refid=ours.referral or UNSET,
                captcha_response=captcha or UNSET,
            )
        )

    def find_user() -> Recipe[UserWithFullInfo | None]:
        """Whether the person can log in. Only the venue's own word for unknown address or password says no."""
        try:
            return (
                yield from step(
                    "find-user",
                    "createSession",
                    sessions.session_call(facts, password, captcha),
                    harmless=True,
                )
            )
        except OtpRequired as error:
            if totp is None:
                raise second_factor_unknown("createSession") from error
        except AuthenticationError as error:
            if error.codes != ("identity.session.invalid_params",):
                raise
            return None
        return (yield from log_in_with_code(facts, password, captcha, totp, "log-in"))

    try:
        return (yield from step("create-user", "createUser", create, find=find_user))
    except ConflictError:
        found = yield from find_user()
        if found is None:
            raise
        return found


def log_in_with_code(
    facts: Facts, password: str, captcha: str | None, totp: Totp, name: str
) -> Recipe[UserWithFullInfo]:
    """Open a session. Harmless: one whose answer was lost is held by nobody and ends by itself."""

    def with_this(code: Callable[[], str], name: str) -> Recipe[UserWithFullInfo]:
        return step(
            name, "createSession", sessions.session_call(facts, password, captcha, code), harmless=True
        )

    return with_code(totp, with_this, name)


def solve_captcha(facts: Facts, number: int = 1) -> Recipe[str | None]:
    """A captcha is never bypassed: where the venue wants one, a person solves it. `number` counts them in a recipe."""

    def get_configs(client: NebulaECN) -> Configs:
        return client.identity.get_identity_configs()

    configs = yield from step(numbered("read-configs", number), "getIdentityConfigs", get_configs)
    given = settings(facts).captcha_response
    if given or (configs.captcha_type or "none") == "none":
        return given
    return (
        yield from ask(
            Interaction(
                venue="nebulaecn",
                name=numbered("captcha", number),
                kind="captcha",
                mode="form",
                prompt=f"NebulaECN wants a solved captcha ({configs.captcha_type}). Paste the response text",
                applicant=facts.email,
            )
        )
    )


def _confirm_email(facts: Facts) -> Recipe[UserWithFullInfo]:
    from venuekit_clients.nebulaecn.models import ConfirmEmailRequest, RequestEmailConfirmationRequest

    for attempt in count(1):
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
        except (RejectedError, AuthenticationError) as error:
            if attempt % ATTEMPTS == 0:
                yield from give_up(numbered("email-tokens-refused", attempt // ATTEMPTS), error)

        def send_again(client: NebulaECN) -> None:
            return client.identity.request_email_confirmation(
                body=RequestEmailConfirmationRequest(email=facts.email)
            )

        yield from step(
            numbered("send-email", attempt), "requestEmailConfirmation", send_again, harmless=True
        )
    raise AssertionError("unreachable")


def _enrol_totp(facts: Facts) -> Recipe[Totp]:
    """Switch two-factor authentication on. The secret is kept before the venue starts to ask for codes.

    Each call for a secret replaces the one before, for as long as two-factor authentication is off: also one whose answer
    was given up, and that arrives late. So a secret counts only once the venue has taken a code of it, and where it takes
    none, another is asked for. From then on the venue gives no other.
    """
    from venuekit_clients.nebulaecn.models import EnableOtpRequest

    def generate(client: NebulaECN) -> OtpSecret:
        return client.otp.generate_otp_qrcode()

    def find_enabled() -> Recipe[bool | None]:
        me = yield from step("read-me", "getMe", get_me)
        return True if me.otp else None

    for attempt in count(1):
        name = numbered("generate-totp-secret", attempt)
        generated = yield from step(name, "generateOtpQrcode", generate, harmless=True)
        totp = Totp.from_uri(generated.data.url, clock=facts.clock)
        yield from keep(totp_secret=totp.secret)
        yield from adopt_totp(totp)

        def enable(client: NebulaECN, totp: Totp = totp) -> None:
            return client.otp.enable_otp(body=EnableOtpRequest(code=totp.code()))

        try:
            yield from step(numbered("enable-totp", attempt), "enableOtp", enable, find=find_enabled)
            return totp
        except (OtpRejected, TotpReplayed) as error:
            if attempt % ATTEMPTS == 0:
                yield from give_up(numbered("totp-secrets-refused", attempt // ATTEMPTS), error)
    raise AssertionError("unreachable")


def second_factor_unknown(operation: str) -> MissingFact:
    return MissingFact(
        "two-factor authentication is on already, and its secret is not known: without it no API key can be minted. "
        f"If an earlier run has kept it, give it as {TOTP}",
        venue="nebulaecn",
        operation=operation,
    )


def with_code(totp: Totp, make: Callable[[Callable[[], str], str], Recipe[T]], name: str) -> Recipe[T]:
    """Take a step with a one-time code, and again with another where the venue has refused it for the code.

    The step takes its code when it is made: one that is only told again uses none up.
    """
    refused = replayed = 0
    for attempt in count(1):
        try:
            return (yield from make(totp.code, numbered(name, attempt)))
        except TotpExhausted as exhausted:
            yield from pause(exhausted.wait, "every one-time code that is valid now was used")
        except TotpReplayed as error:
            replayed += 1
            if replayed % _REPLAYS == 0:
                yield from give_up(numbered(f"{name}-codes-replayed", replayed // _REPLAYS), error)
        except OtpRejected as error:
            refused += 1
            if refused % _CODES == 0:
                yield from give_up(numbered(f"{name}-codes-refused", refused // _CODES), error)
    raise AssertionError("unreachable")


def mint_key(facts: Facts, totp: Totp) -> Recipe[APIKey]:
    """Make an API key. One whose secret was lost on the way is deleted, and another made."""
    from venuekit_clients.nebulaecn.models import CreateApiKeyRequest
    from venuekit_clients.nebulaecn.types import UNSET

    scope = ",".join(settings(facts).api_key_scope or [])
    before = yield from step("list-api-keys", "listApiKeys", list_keys)
    known = {key.kid for key in before}

    def create(code: Callable[[], str], name: str) -> Recipe[APIKey]:
        def call(client: NebulaECN) -> APIKey:
            return client.api_keys.create_api_key(
                body=CreateApiKeyRequest(algorithm="HS256", totp_code=code(), scope=scope or UNSET)
            )

        return step(name, "createApiKey", call, find=find_key)

    def find_key() -> Recipe[APIKey | None]:
        """Never finds one: what was made without telling its secret is of no use to anybody."""
        listed = yield from step("list-api-keys", "listApiKeys", list_keys)
        for orphan in [key for key in listed if key.kid not in known]:
            yield from with_code(totp, partial(_delete_key, orphan.kid), f"delete-{orphan.kid}")
        return None

    key = yield from with_code(totp, create, "create-api-key")
    if not key.secret:
        raise UnexpectedAnswer(
            "a key without its secret", venue="nebulaecn", operation="createApiKey", status=201
        )
    return key


def list_keys(client: NebulaECN) -> list[APIKey]:
    return client.api_keys.list_api_keys()


def _delete_key(kid: str, code: Callable[[], str], name: str) -> Recipe[None]:
    def call(client: NebulaECN) -> None:
        return client.api_keys.delete_api_key(kid, totp_code=code())

    return step(name, "deleteApiKey", call)


def prove_key(kid: str, secret: str) -> Recipe[None]:
    """Read the account with the key, then close the session that made it."""
    yield from sessions.use_key(kid, secret)
    yield from step("prove-api-key", "getMe", get_me)
    yield from sessions.use_session()
    yield from sessions.log_out()
