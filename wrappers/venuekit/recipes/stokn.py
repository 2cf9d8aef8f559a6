"""stokn: sign up, log in with an SMS code, start the identity check, wait for the back office, make a portfolio.

The challenge of a log-in lives three minutes, and the venue answers a wrong code and a late one alike: so a refused
code is asked again within that time, and a new SMS is sent after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from venuekit.auth.stokn import StoknToken
from venuekit.recipes.core import (
    CaseRejected,
    CaseStatus,
    Interaction,
    Recipe,
    ask,
    give_up,
    keep,
    mark,
    numbered,
    remember,
    step,
    use,
    wait,
)
from venuekit.recipes.facts import section
from venuekit.transport.errors import ConflictError, StatusError, UnexpectedAnswer
from venuekit.venues.stokn import Stokn

if TYPE_CHECKING:
    from collections.abc import Callable

    from venuekit.recipes.facts import Facts
    from venuekit_clients.stokn.models import (
        Account,
        AccountEnvelope,
        AuthChallenge,
        KycStartEnvelope,
        LoginEnvelope,
        TokenEnvelope,
        UserAccount,
        UserEnvelope,
    )
    from venuekit_schemas.dossier import StoknSettings

# Seconds in which a challenge can be answered, less a margin for the way.
_CHALLENGE_LIFE = 170.0
ATTEMPTS = 5
# How many codes a challenge gets: one whose right code was answered, and the answer lost, takes none any more.
_CODES = 2
# How many refused ones end a case: more than a person gets wrong, as right ones whose answer was lost are among them.
_REFUSED = 4 * _CODES
_LOOKS = 20
# The venue's words at a log-in for "no such person" and "wrong password": status and code.
NOBODY = ((404, ("3",)), (409, ("6",)))


def settings(facts: Facts) -> StoknSettings:
    """The dossier's section for stokn."""
    return section(facts.dossier.venues.stokn, "stokn")


def options(facts: Facts) -> dict[str, object]:
    """The constructor arguments of the client."""
    ours = settings(facts)
    return {
        "client_id": ours.client_id,
        "client_secret": facts.secret(ours.client_secret, "venues.stokn.client_secret"),
        "token_url": ours.token_url,
        "clock": facts.clock,
    }


def password_of(facts: Facts) -> str:
    """The password of the dossier for this venue."""
    return facts.password(settings(facts).password, "venues.stokn.password")


def onboard(facts: Facts) -> Recipe[None]:
    """The whole way from sign-up to a portfolio."""
    password = password_of(facts)
    found = yield from _sign_up(facts, password)
    yield from keep(username=facts.email, password=password)
    yield from mark(CaseStatus.SUBMITTED)

    token = yield from log_in(facts, password, found)
    yield from keep_token(token)

    def adopt(client: Stokn) -> None:
        client.use_user_token(token)

    yield from use(adopt)
    account = yield from _wait_for_activation(facts, new=found is None)
    yield from keep(account_id=account.account_id, encryption_key=account.encryption_key or None)
    yield from mark(CaseStatus.APPROVED, "active")
    yield from _make_portfolio(facts, account)
    yield from mark(CaseStatus.ACTIVE, "active")


def keep_token(token: StoknToken) -> Recipe[None]:
    """Put a person's tokens away. Renewing them takes the venue's own id of the person, and not the e-mail address."""
    yield from keep(
        access_token=token.access_token,
        refresh_token=token.refresh_token,
        id_token=token.id_token,
        user_id=token.username,
    )


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who was there already: the log-in that has shown it, and when it was sent."""

    login: LoginEnvelope
    at: float


# Its name in ledgers that were written before others used it.
_Found = Found


def _sign_up(facts: Facts, password: str) -> Recipe[Found | None]:
    """Sign up. A log-in comes back when the person was there already, or was found after a lost answer."""
    from venuekit_clients.stokn.models import SignUpRequest

    def sign_up(client: Stokn) -> UserEnvelope | Found:
        return client.users.sign_up(
            body=SignUpRequest(
                phone_number=facts.phone,
                email=facts.email,
                password=password,
                roles=list(settings(facts).roles or []),
            )
        )

    def find_user() -> Recipe[UserEnvelope | Found | None]:
        """Whether the person can log in. Each log-in sends an SMS, so the challenge is handed on."""
        at = yield from remember("found-at", facts.clock)
        try:
            return Found(
                (yield from step("find-user", "login", login_call(facts, password), harmless=True)), at
            )
        except StatusError as error:
            if (error.status, error.codes) not in NOBODY:
                raise
            return None

    try:
        answer = yield from step("sign-up", "signUp", sign_up, find=find_user)
    except ConflictError:
        # One code for everything that the identity store refuses. Usually the person is there already: if the
        # password fits, this is the applicant's account and the way goes on.
        found = yield from find_user()
        if found is None:
            raise
        answer = found
    return answer if isinstance(answer, Found) else None


def login_call(facts: Facts, password: str) -> Callable[[Stokn], LoginEnvelope]:
    """The call that logs in with this password. Each sends an SMS."""
    from venuekit_clients.stokn.models import LoginRequest

    body = LoginRequest(username=facts.email, password=password)
    return lambda client: client.users.login(body=body)


def log_in(facts: Facts, password: str, found: Found | None) -> Recipe[StoknToken]:
    """Log in, unless that was `found` already, and answer the SMS challenge."""
    from venuekit_clients.stokn.models import AuthChallenge, Token

    challenge: AuthChallenge | None = None
    sent_at: float | None = None
    tried = 0
    for attempt in count(1):
        # Decided once: when the case goes on after hours, the code it was given belongs to the challenge of then.
        late = yield from remember(numbered("challenge-is-over", attempt), partial(_is_over, facts, sent_at))
        if challenge is None or late:
            if found is None:
                sent_at = yield from remember(numbered("log-in-at", attempt), facts.clock)
                answer = yield from step(
                    numbered("log-in", attempt), "login", login_call(facts, password), harmless=True
                )
            else:
                sent_at, answer, found = found.at, found.login, None
            if isinstance(answer.data, Token):
                return StoknToken.from_model(answer.data)
            if not isinstance(answer.data, AuthChallenge):
                raise UnexpectedAnswer(
                    "no challenge and no token", venue="stokn", operation="login", status=200
                )
            challenge, tried = answer.data, 0
        code = yield from ask(
            Interaction(
                venue="stokn",
                name=numbered("sms-code", attempt),
                kind="otp",
                mode="form",
                prompt=f"The code that stokn has sent to {facts.phone} by SMS"
                + (" (the last one was refused)" if attempt > 1 else ""),
                applicant=facts.email,
                secret=True,
                to=facts.phone,
                attempt=attempt,
                expires_in=_CHALLENGE_LIFE,
                example="123456",
            )
        )
        try:
            return (yield from _answer_challenge(facts, challenge, code, attempt))
        except StatusError as error:
            # A wrong code is answered with 500, or with 401 when the caller has no token: not with a code of its own.
            if error.status not in (401, 500):
                raise
            tried += 1
            if tried == _CODES:
                challenge = None
            if attempt % _REFUSED == 0:
                yield from give_up(numbered("codes-refused", attempt // _REFUSED), error)
    raise AssertionError("unreachable")


def _is_over(facts: Facts, sent_at: float | None) -> bool:
    return sent_at is None or facts.clock() - sent_at > _CHALLENGE_LIFE


def _answer_challenge(facts: Facts, challenge: AuthChallenge, code: str, attempt: int) -> Recipe[StoknToken]:
    from venuekit_clients.stokn.models import RespondOtpRequest, Token

    def respond(client: Stokn) -> TokenEnvelope:
        return client.users.respond_otp(
            body=RespondOtpRequest(
                session_id=challenge.session_id,
                username=facts.email,
                challenge_type=challenge.challenge_type,
                code=code,
            )
        )

    # Harmless: a lost token is earned again by logging in.
    answer = yield from step(numbered("answer-challenge", attempt), "respondOtp", respond, harmless=True)
    if not isinstance(answer.data, Token):
        raise UnexpectedAnswer("no token", venue="stokn", operation="respondOtp", status=200)
    return StoknToken.from_model(answer.data)


def _wait_for_activation(facts: Facts, *, new: bool) -> Recipe[Account]:
    """Start the identity check unless it is done, and wait for the verdict and the activation. They move separately."""
    if not new:
        account = yield from read_account("read-account")
        if account.active:
            return account

    def start_kyc(client: Stokn) -> KycStartEnvelope:
        return client.kyc.start_kyc()

    # Harmless: starting again gives another link, and the first stays good.
    started = yield from step("start-kyc", "startKyc", start_kyc, harmless=True)
    url = started.data.identification_url if started.data else None
    yield from ask(
        Interaction(
            venue="stokn",
            name="identity-check",
            kind="kyc",
            mode="redirect",
            prompt="Open the link and complete the identity check. Confirm when it is done.",
            applicant=facts.email,
            url=url,
        )
    )
    yield from mark(CaseStatus.IN_REVIEW)
    for look in count(1):
        # A run that is not durable does not look for ever.
        yield from ask(_activation(facts, look)) if look <= _LOOKS else wait(_activation(facts, look))
        account = yield from read_account(numbered("check-activation", look))
        if account.active:
            return account
    raise AssertionError("unreachable")


def _activation(facts: Facts, look: int) -> Interaction:
    return Interaction(
        venue="stokn",
        name=numbered("activation", look),
        kind="back_office",
        mode="acknowledge",
        prompt="stokn decides on the identity check and activates the account. Confirm when it has"
        + (" (the account is not active yet)" if look > 1 else ""),
        applicant=facts.email,
        attempt=look,
        readable=True,
    )


def read_account(name: str) -> Recipe[Account]:
    def get_me(client: Stokn) -> UserEnvelope:
        return client.users.get_me()

    answer = yield from step(name, "getMe", get_me)
    user: UserAccount | None = answer.data or None
    if user is None or not user.accounts:
        raise UnexpectedAnswer("the user has no account", venue="stokn", operation="getMe", status=200)
    status = user.user_account_status or ""
    if status in ("VERIFICATION_FAILED", "VERIFICATION_FATAL_FAILED"):
        raise CaseRejected(f"identity check: {status}", venue="stokn", operation="getMe")
    return user.accounts[0]


def _make_portfolio(facts: Facts, account: Account) -> Recipe[None]:
    from venuekit_clients.stokn.models import CreatePortfolioRequest, PortfolioAccountType
    from venuekit_clients.stokn.types import UNSET

    wanted = settings(facts).portfolio

    def create(client: Stokn) -> AccountEnvelope:
        return client.accounts.create_portfolio(
            body=CreatePortfolioRequest(
                account_id=account.account_id,
                portfolio_id=wanted.id,
                portfolio_account_type=PortfolioAccountType(wanted.type.value),
                name=wanted.name or UNSET,
            )
        )

    def find_portfolio() -> Recipe[AccountEnvelope | None]:
        def read(client: Stokn) -> AccountEnvelope:
            return client.accounts.get_account(account.account_id)

        answer = yield from step("read-account", "getAccount", read)
        portfolios = (answer.data.portfolios if answer.data else None) or []
        return answer if any(p.portfolio_id == wanted.id for p in portfolios) else None

    if any(p.portfolio_id == wanted.id for p in account.portfolios or []):
        yield from keep(portfolio_id=wanted.id)
        return
    yield from step("create-portfolio", "createPortfolio", create, find=find_portfolio)
    yield from keep(portfolio_id=wanted.id)
