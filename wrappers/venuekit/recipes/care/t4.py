"""CTS T4: a user's token. It comes from a log-in, cannot be renewed, and cannot be revoked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from venuekit.recipes import t4 as onboarding
from venuekit.recipes.care.common import keep_again, missing
from venuekit.recipes.care.health import Check, health
from venuekit.recipes.core import CaseStatus, Recipe, keep, mark, step, use
from venuekit.recipes.t4 import settings
from venuekit.venues.t4 import T4, login_result

if TYPE_CHECKING:
    from venuekit.recipes.facts import Facts
    from venuekit_clients.t4.models import UserEulaAnswer

_VENUE = "t4"


def options(facts: Facts) -> dict[str, object]:
    """The constructor arguments of the client: the user's token, where one is held."""
    token = facts.held("token")
    return {"bearer": token} if token is not None else onboarding.options(facts)


def connect(facts: Facts) -> Recipe[None]:
    """Log in as the user, and read the agreements with the new token where the user's id is known."""
    ours = settings(facts)
    login = ours.login
    if login is None:
        raise missing(_VENUE, "the dossier has no venues.t4.login to log in with")
    username = facts.held("username") or ours.username or facts.username
    password = facts.held("password") or facts.password(ours.password, "venues.t4.password")

    session = yield from step("log-in", "login", onboarding.login_call(facts, username, password))
    yield from keep(username=username, password=password, account=ours.account)
    yield from keep(token=session.token, firm=login.firm, app_name=login.app_name)
    yield from keep_again(facts, "user_id", "account_id")
    onboarding.refuse_limited(facts, login_result(session))
    user_id = facts.held("user_id")
    if user_id is not None:

        def adopt(client: T4) -> None:
            client.use_bearer(session.token)

        def read(client: T4) -> UserEulaAnswer:
            return client.users.get_user_eula(user_id)

        yield from use(adopt)
        yield from step("read-agreements", "getUserEula", read)
    yield from mark(CaseStatus.ACTIVE)


# A log-in is all that makes a new token.
rotate = connect


def revoke(facts: Facts) -> Recipe[None]:
    """Nothing can be revoked: the back office disables users."""
    yield from mark(CaseStatus.CLOSED, "nothing revoked: the venue has no call for it")


def check_health(facts: Facts) -> Recipe[None]:
    """Read the user's agreements with the token."""
    user_id = facts.held("user_id")

    def adopt(client: T4) -> None:
        client.use_bearer(facts.held("token") or "")

    def read(client: T4) -> UserEulaAnswer:
        return client.users.get_user_eula(user_id or "")

    yield from health(
        _VENUE,
        facts,
        [] if user_id is None else [Check(("token",), "getUserEula", read, adopt)],
        {"token": "no read takes it without user_id", "password": "only a log-in proves it"},
    )
