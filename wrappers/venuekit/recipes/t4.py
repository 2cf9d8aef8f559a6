"""CTS T4: one administrator's call makes user, account, market data and signatures; a back office enables the account.

A user name is taken for ever, so the call is never repeated on a guess: after a lost answer the new user's own log-in
tells whether it happened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from venuekit.recipes.core import CaseStatus, Interaction, Recipe, ask, keep, mark, step
from venuekit.transport.errors import (
    AuthenticationError,
    ConfigurationError,
    ConflictError,
    NotFoundError,
    RejectedError,
    UnexpectedAnswer,
)
from venuekit.venues.t4 import T4

if TYPE_CHECKING:
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
    section = facts.dossier.venues.t4
    if section is None:
        raise ConfigurationError("the dossier has no section venues.t4")
    return section


def options(facts: Facts) -> dict[str, object]:
    """The constructor arguments of the client: the administrator's credential."""
    section = settings(facts)
    if section.api_key is not None:
        return {"api_key": facts.secret(section.api_key, "venues.t4.api_key")}
    if section.bearer is not None:
        return {"bearer": facts.secret(section.bearer, "venues.t4.bearer")}
    raise ConfigurationError("t4: the dossier needs venues.t4.api_key or venues.t4.bearer")


def onboard(facts: Facts) -> Recipe[None]:
    """Onboard, check what came back, wait for the back office, log in as the new user."""
    from venuekit_clients.t4.models import LoginRequest

    section = settings(facts)
    username = section.username or facts.username
    password = _password(facts)
    login = section.login

    def log_in(client: T4) -> LoginAnswer:
        if login is None:
            raise ConfigurationError("t4: the dossier has no venues.t4.login")
        return client.auth.login(
            body=LoginRequest(
                firm=login.firm,
                user_name=username,
                password=password,
                app_name=login.app_name,
                app_license=facts.secret(login.app_license, "venues.t4.login.app_license"),
            )
        )

    def onboard_user(client: T4) -> OnboardUserAnswer:
        return client.onboarding.onboard_user(body=_request(facts, username, password))

    def find_user() -> Recipe[OnboardUserAnswer | None]:
        """The new user can log in exactly if the call happened."""
        from venuekit_clients.t4.models import OnboardUserAnswer

        try:
            yield from step("find-user", "login", log_in)
        except (AuthenticationError, NotFoundError, RejectedError):
            return None
        return OnboardUserAnswer()

    find = find_user if login is not None else None
    try:
        answer = yield from step("onboard-user", "onboardUser", onboard_user, find=find)
    except ConflictError:
        # The name is taken: by this applicant, if the password fits.
        found = None if login is None else (yield from find_user())
        if found is None:
            raise
        answer = found
    data = _data(answer)
    user_id = data.user.user_id if data is not None and data.user else None
    yield from keep(
        username=username,
        password=password,
        user_id=user_id,
        account_id=data.account.account_id if data is not None and data.account else None,
        account=section.account,
    )
    enabled = data.account.enabled if data is not None and data.account else None
    yield from mark(CaseStatus.SUBMITTED, enabled or "")

    if user_id is not None:
        yield from _check_signatures(facts, user_id)
    yield from mark(CaseStatus.IN_REVIEW, enabled or "")
    yield from ask(
        Interaction(
            venue="t4",
            name="enable-account",
            kind="back_office",
            mode="acknowledge",
            prompt=f"T4 account {section.account} starts disabled. Confirm when the back office has enabled it.",
            applicant=username,
        )
    )
    yield from mark(CaseStatus.APPROVED)
    if login is not None:
        session = yield from step("log-in", "login", log_in)
        yield from keep(token=session.token, firm=login.firm, app_name=login.app_name)
    yield from mark(CaseStatus.ACTIVE)


def _check_signatures(facts: Facts, user_id: str) -> Recipe[None]:
    """Read back the user's documents: the venue must know the user and have texts to sign."""

    def read(client: T4) -> UserEulaAnswer:
        return client.users.get_user_eula(user_id)

    answer = yield from step("read-agreements", "getUserEula", read)
    documents = answer.data.documents if answer.data and answer.data.documents else []
    signed = {agreement.name for agreement in facts.dossier.agreements or [] if agreement.venue.value == "t4"}
    open_texts = [d.document_name for d in documents if d.document_name and d.document_name not in signed]
    if open_texts:
        raise RejectedError(
            f"agreements that the applicant has not accepted: {', '.join(open_texts)}; "
            "add them to the dossier once the applicant has",
            venue="t4",
            operation="getUserEula",
            status=200,
            codes=open_texts,
        )


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

    section = settings(facts)
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
            apptype=ApplicationType(section.application_type.value),
            template_user=section.template_user or UNSET,
        ),
        account=NewAccount(
            account=section.account,
            account_name=section.account_name,
            template_account=section.template_account,
            display_name=section.display_name or UNSET,
        ),
        market_data=MarketDataSelection(
            updates=[
                MarketDataUpdate(
                    clearing_exchange=selection.clearing_exchange,
                    market_data_type=MarketDataType(selection.market_data_type.value),
                )
                for selection in section.market_data
            ]
        ),
        eula=EulaAcceptance(
            collected_by="", eula_version=section.eula_version, signatures=_signatures(facts)
        ),
    )


def _signatures(facts: Facts) -> list[NewEulaSignature]:
    """What the applicant has accepted, as recorded in the dossier. Nothing is signed for anybody."""
    from venuekit_clients.t4.models import NewEulaSignature

    return [
        NewEulaSignature(document_name=agreement.name, signed=agreement.accepted_at)
        for agreement in facts.dossier.agreements or []
        if agreement.venue.value == "t4"
    ]


def _password(facts: Facts) -> str:
    section = settings(facts)
    if section.password is not None:
        return facts.secret(section.password, "venues.t4.password")
    return facts.secret(facts.dossier.login.password, "login.password")


def _data(answer: OnboardUserAnswer) -> OnboardingData | None:
    """The payload of the answer, wrapped or not. None after a look-up, which has no payload."""
    if answer.data:
        return answer.data
    if not answer.result:
        return None
    value = answer.result.value
    if not value or not value.data:
        raise UnexpectedAnswer("the answer has no data", venue="t4", operation="onboardUser", status=200)
    return value.data
