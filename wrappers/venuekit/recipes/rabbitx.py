"""RabbitX: the wallet signs, the venue answers with credentials, one signed read proves them.

Onboarding is idempotent by wallet and chain, so a lost answer needs no look-up: signing in again is the same call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from venuekit.recipes.core import CaseStatus, Recipe, keep, mark, numbered, step, use
from venuekit.recipes.facts import section
from venuekit.transport.errors import ClockSkewError, UnexpectedAnswer
from venuekit.venues.rabbitx import RabbitX, credentials_from_answer, onboard_body

if TYPE_CHECKING:
    from venuekit.auth.rabbitx import RabbitXCredentials
    from venuekit.recipes.facts import Facts
    from venuekit_clients.rabbitx.models import OnboardResponse, ProfileResponse
    from venuekit_schemas.dossier import RabbitxSettings


def settings(facts: Facts) -> RabbitxSettings:
    """The dossier's section for RabbitX."""
    return section(facts.dossier.venues.rabbitx, "rabbitx")


def options(facts: Facts) -> dict[str, object]:
    """The constructor arguments of the client."""
    return {"network": settings(facts).network.value, "clock": facts.clock}


def onboard(facts: Facts) -> Recipe[None]:
    """Sign in, keep the credentials, read the account with them."""
    credentials = yield from sign_in(facts)
    yield from mark(CaseStatus.SUBMITTED)

    def adopt(client: RabbitX) -> None:
        client.use_credentials(credentials)

    yield from use(adopt)

    def read_account(client: RabbitX) -> ProfileResponse:
        return client.account.get_account()

    account = yield from step("prove-credentials", "getAccount", read_account)
    if not account.result:
        raise UnexpectedAnswer(
            "the account has no profile", venue="rabbitx", operation="getAccount", status=200
        )
    yield from mark(CaseStatus.ACTIVE, account.result[0].status or "")


def sign_in(facts: Facts) -> Recipe[RabbitXCredentials]:
    """Sign in with the wallet, and keep the credentials. Opens an account where the wallet has none."""
    ours = settings(facts)
    signer = facts.signer()

    def onboard_wallet(client: RabbitX) -> OnboardResponse:
        signed = client.prepare_sign_in(signer, mode=ours.mode.value, profile_type=ours.profile_type.value)
        return client.onboarding.onboard(body=onboard_body(signed), rbt_ts=signed.timestamp, eid=signed.eid)

    try:
        answer = yield from step("sign-in", "onboard", onboard_wallet)
    except ClockSkewError as error:
        if error.skew is None:
            raise
        # The refusal has told the client the venue's time, and only a new signature has it.
        answer = yield from step(numbered("sign-in", 2), "onboard", onboard_wallet)
    credentials = credentials_from_answer(answer, mode=ours.mode.value)
    yield from keep(
        wallet=signer.address,
        api_key=credentials.api_key,
        api_secret=credentials.secret,
        jwt=credentials.jwt,
        refresh_token=credentials.refresh_token,
        random_secret=credentials.random_secret,
    )
    return credentials
