"""CTS T4: one administrator's call makes user, account, market data and signatures; a back office enables the account.

A user name is taken for ever, so the call is never repeated on a guess: after a lost answer the new user's own log-in
tells whether it happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from venuekit.recipes import t4_agreements as agreements
from venuekit.recipes.core import CaseStatus, Interaction, MissingFact, Recipe, ask, keep, mark, step
from venuekit.recipes.facts import section
from venuekit.transport.errors import (
    AuthenticationError,
    ConfigurationError,
    ConflictError,
    RateLimitedError,
    StatusError,
    UnavailableError,
    UnexpectedAnswer,
)
from venuekit.transport.missing import AgreementMissing, MarketDataMissing
from venuekit.venues.t4 import MARKET_DATA_NOT_SETUP, T4, login_result

if TYPE_CHECKING:
    from collections.abc import Callable

    from venuekit.recipes.facts import Facts
    from venuekit_clients.t4.models import (
        LoginAnswer,
        NewEulaSignature,
        OnboardingData,
        OnboardUserAnswer,
        OnboardUserRequest,
        UserEulaAnswer,
    )
    from venuekit_schemas.dossier import T4Settings


def settings(facts: Facts) -> T4Settings:
    """The dossier's section for T4."""
    return section(facts.dossier.venues.t4, "t4")


def options(facts: Facts) -> dict[str, object]:
    """The constructor arguments of the client: the administrator's credential."""
    ours = settings(facts)
    given: dict[str, object] = {"onboarding_path": ours.onboarding_path}
    if ours.api_key is not None:
        return {**given, "api_key": facts.secret(ours.api_key, "venues.t4.api_key")}
    if ours.bearer is not None:
        return {**given, "bearer": facts.secret(ours.bearer, "venues.t4.bearer")}
    raise ConfigurationError("t4: the dossier needs venues.t4.api_key or venues.t4.bearer")


@dataclass(frozen=True, slots=True)
class _Found:
    """The user was there: found after a lost answer, or from an earlier run. What was made is not told again."""


def onboard(facts: Facts) -> Recipe[None]:
    """Onboard, check what came back, wait for the back office, log in as the new user."""
    ours = settings(facts)
    username = ours.username or facts.username
    password = facts.password(ours.password, "venues.t4.password")
    login = ours.login
    _demand_agreements(facts)

    def onboard_user(client: T4) -> OnboardUserAnswer | _Found | None:
        return client.onboarding.onboard_user(body=_request(facts, username, password))

    def find_user() -> Recipe[OnboardUserAnswer | _Found | None]:
        """A log-in proves the user. A refused one proves nothing: firm, licence and many states refuse real users too."""
        yield from step("find-user", "login", login_call(facts, username, password))
        return _Found()

    find = find_user if login is not None else None
    try:
        answer = yield from step("onboard-user", "onboardUser", onboard_user, find=find)
    except ConflictError as conflict:
        # The name is taken: by this applicant, if the password fits.
        if login is None:
            raise
        try:
            yield from step("find-user", "login", login_call(facts, username, password))
        except (RateLimitedError, UnavailableError):
            # Whose the name is remains to be seen.
            raise
        except StatusError:
            raise conflict from None
        answer = _Found()
    if answer is None:
        # A person has said that it happened, and nobody knows what was answered.
        answer = _Found()
    # Kept before anything of the answer is doubted: what was made is there.
    yield from keep(username=username, password=password, account=ours.account)
    made = None if isinstance(answer, _Found) else _data(answer)
    enabled = made.account.enabled or "" if made is not None and made.account else ""
    if made is not None:
        user_id, account_id = _ids(made)
        yield from keep(user_id=user_id, account_id=account_id)
        yield from mark(CaseStatus.SUBMITTED, enabled)
        if not facts.rehearsal:
            _check_made(facts, made)
        yield from _check_signatures(facts, user_id)
    else:
        yield from mark(CaseStatus.SUBMITTED)
    yield from mark(CaseStatus.IN_REVIEW, enabled)
    barred = made is not None and made.user and made.user.enabled is False
    if enabled != "Enabled" or barred:
        yield from ask(
            Interaction(
                venue="t4",
                name="enable-account",
                kind="back_office",
                mode="acknowledge",
                prompt=f"T4 account {ours.account} starts disabled{', and so does the user' if barred else ''}."
                " Confirm when the back office has enabled it.",
                applicant=username,
            )
        )
    yield from mark(CaseStatus.APPROVED)
    if login is None:
        # Nothing that could be called shows whether the account works.
        return
    session = yield from step("log-in", "login", login_call(facts, username, password))
    # Kept first: with this token the person gets at the page where agreements are signed.
    yield from keep(token=session.token, firm=login.firm, app_name=login.app_name)
    refuse_limited(facts, login_result(session))
    yield from mark(CaseStatus.ACTIVE)


def login_call(facts: Facts, username: str, password: str) -> Callable[[T4], LoginAnswer]:
    """The call that logs in as the user."""
    from venuekit_clients.t4.models import LoginRequest

    login = settings(facts).login
    if login is None:
        raise ConfigurationError("t4: the dossier has no venues.t4.login")
    body = LoginRequest(
        firm=login.firm,
        user_name=username,
        password=password,
        app_name=login.app_name,
        app_license=facts.secret(login.app_license, "venues.t4.login.app_license"),
    )
    return lambda client: client.auth.login(body=body)


def _demand_agreements(facts: Facts) -> None:
    """Refuse to open an account that the applicant could not use. Nothing was sent, and the user name is still free."""
    unsigned = agreements.missing(facts.dossier)
    if not unsigned and agreements.accepted(facts.dossier):
        return
    version = settings(facts).eula_version
    raise MissingFact(
        f"agreements of version {version} that the applicant has not accepted: {', '.join(unsigned) or 'all'}; "
        "add them to the dossier once the applicant has",
        venue="t4",
        operation="onboardUser",
    )


def _ids(made: OnboardingData) -> tuple[str, str]:
    user_id = made.user.user_id if made.user else None
    account_id = made.account.account_id if made.account else None
    if not user_id or not account_id:
        raise UnexpectedAnswer(
            "the answer has no user or no account", venue="t4", operation="onboardUser", status=200
        )
    return user_id, account_id


def _check_made(facts: Facts, made: OnboardingData) -> None:
    """Compare what was made with what was asked for: market data, and each accepted agreement."""
    chosen = [
        selection.clearing_exchange
        for selection in settings(facts).market_data
        if selection.market_data_type.value not in agreements.NO_DATA
    ]
    data = made.market_data or None
    count = (data.total_count or len(data.exchange_market_data or [])) if data is not None else 0
    if count < len(chosen):
        raise MarketDataMissing(
            f"{count} of {len(chosen)} subscriptions were made",
            venue="t4",
            operation="onboardUser",
            status=200,
        )
    record = made.eula_signature or None
    echoed = {s.document_name for s in record.signatures or []} if record is not None else set[object]()
    unsigned = [name for name in agreements.accepted(facts.dossier) if name not in echoed]
    if unsigned:
        error = AgreementMissing(
            f"accepted by the applicant, and not recorded: {', '.join(unsigned)}",
            venue="t4",
            operation="onboardUser",
            status=200,
            codes=unsigned,
        )
        error.documents = tuple(unsigned)
        raise error


def _check_signatures(facts: Facts, user_id: str) -> Recipe[None]:
    """Read back the user's documents: the venue must know the user and have texts to sign."""

    def read(client: T4) -> UserEulaAnswer:
        return client.users.get_user_eula(user_id)

    answer = yield from step("read-agreements", "getUserEula", read)
    documents = answer.data.documents if answer.data and answer.data.documents else []
    signed = agreements.accepted(facts.dossier)
    open_texts = [d.document_name for d in documents if d.document_name and d.document_name not in signed]
    if open_texts and not facts.rehearsal:
        error = AgreementMissing(
            f"agreements that the applicant has not accepted: {', '.join(open_texts)}; "
            "add them to the dossier once the applicant has",
            venue="t4",
            operation="getUserEula",
            status=200,
            codes=open_texts,
        )
        error.documents = tuple(open_texts)
        raise error


def refuse_limited(facts: Facts, result: str | None) -> None:
    """Raise for a log-in whose token opens nothing but the licence page, or that says anything else unknown."""
    if result is None:
        return
    kind: type[StatusError] = AuthenticationError
    if result == MARKET_DATA_NOT_SETUP:
        chosen = [selection.market_data_type.value for selection in settings(facts).market_data]
        kind = AgreementMissing if any(c not in agreements.NO_DATA for c in chosen) else MarketDataMissing
    raise kind(f"the log-in says {result}", venue="t4", operation="login", status=200, codes=[result])


def _request(facts: Facts, username: str, password: str) -> OnboardUserRequest:
    from venuekit_clients.t4.models import (
        ApplicationType,
        EulaAcceptance,
        MarketDataSelection,
        MarketDataType,
        MarketDataUpdate,
        NewAccount,
        NewUser,
        OnboardUserRequest,
    )
    from venuekit_clients.t4.types import UNSET

    ours = settings(facts)
    applicant = facts.dossier.applicant
    address = applicant.address
    return OnboardUserRequest(
        user=NewUser(
            username=username,
            password=password,
            firstname=applicant.identity.first_name,
            lastname=applicant.identity.last_name,
            phone=facts.phone,
            email=facts.email,
            street=address.street,
            city=address.city,
            county=address.county,
            state=address.state,
            post_code=address.postcode,
            country=address.country,
            apptype=ApplicationType(ours.application_type.value),
            template_user=ours.template_user or UNSET,
        ),
        account=NewAccount(
            account=ours.account,
            account_name=ours.account_name,
            template_account=ours.template_account,
            display_name=ours.display_name or UNSET,
        ),
        market_data=MarketDataSelection(
            updates=[
                MarketDataUpdate(
                    clearing_exchange=selection.clearing_exchange,
                    market_data_type=MarketDataType(selection.market_data_type.value),
                )
                for selection in ours.market_data
            ]
        ),
        eula=EulaAcceptance(collected_by="", eula_version=ours.eula_version, signatures=_signatures(facts)),
    )


def _signatures(facts: Facts) -> list[NewEulaSignature]:
    """What the applicant has accepted, as recorded in the dossier. Nothing is signed for anybody."""
    from venuekit_clients.t4.models import NewEulaSignature

    accepted = agreements.accepted(facts.dossier)
    return [
        NewEulaSignature(document_name=agreement.name, signed=agreement.accepted_at)
        for agreement in facts.dossier.agreements
        if agreement.venue.value == "t4" and agreement.name in accepted
    ]


def _data(answer: OnboardUserAnswer) -> OnboardingData:
    """The payload of the answer, wrapped or not."""
    value = answer.result.value if answer.result else None
    data = answer.data or (value.data if value else None)
    if not data:
        raise UnexpectedAnswer("the answer has no data", venue="t4", operation="onboardUser", status=200)
    return data
