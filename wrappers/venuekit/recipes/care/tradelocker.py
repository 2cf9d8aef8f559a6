"""TradeLocker: tokens of a login that the broker has made. `connect` is what onboarding does: log in and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from venuekit.auth.tradelocker import TradeLockerTokens
from venuekit.recipes.care.common import keep_again
from venuekit.recipes.care.health import Check, health
from venuekit.recipes.core import CaseStatus, Recipe, keep, mark, step, use
from venuekit.recipes.tradelocker import email_of, onboard, password_of, settings
from venuekit.transport.errors import AuthenticationError, RejectedError
from venuekit.venues.tradelocker import TradeLocker

if TYPE_CHECKING:
    from venuekit.recipes.facts import Facts
    from venuekit_clients.tradelocker.models import AccountsResponse, AccountStateResponse, JWTTokensResponse

_VENUE = "tradelocker"

connect = onboard


def options(facts: Facts) -> dict[str, object]:
    """The constructor arguments of a client that cannot log in by itself."""
    key = settings(facts).developer_api_key
    return {
        "developer_api_key": None
        if key is None
        else facts.secret(key, "venues.tradelocker.developer_api_key"),
        "clock": facts.clock,
    }


def rotate(facts: Facts) -> Recipe[None]:
    """Trade the refresh token for a new pair. Where it is spent, or its answer is lost, log in."""
    from venuekit_clients.tradelocker.models import RefreshJWTTokensRequest

    refresh = facts.held("refresh_token")

    def renew(client: TradeLocker) -> JWTTokensResponse | None:
        return client.auth.refresh_jwt_tokens(body=RefreshJWTTokensRequest(refresh_token=refresh or ""))

    answer: JWTTokensResponse | None = None
    if refresh is not None:
        try:
            # Whether it happened does not matter: a log-in gives a new pair in any case.
            answer = yield from step("refresh-tokens", "refreshJWTTokens", renew, find=lambda: _log_in(facts))
        except (AuthenticationError, RejectedError):
            answer = None
    if answer is None:
        answer = yield from _log_in(facts)
    tokens = TradeLockerTokens.from_answer(answer.to_dict())
    yield from keep(access_token=tokens.access_token, refresh_token=tokens.refresh_token)
    yield from keep_again(facts, "account_id", "account_number")

    def adopt(client: TradeLocker) -> None:
        _adopt(client, tokens.access_token)

    yield from use(adopt)
    yield from step("prove-tokens", "listAccounts", _list)
    yield from mark(CaseStatus.ACTIVE)


def revoke(facts: Facts) -> Recipe[None]:
    """Nothing can be revoked."""
    yield from mark(CaseStatus.CLOSED, "nothing revoked: the venue has no call for it")


def check_health(facts: Facts) -> Recipe[None]:
    """List the accounts with the access token, and read the state of the one that is held."""
    number, account = facts.held("account_number") or "", facts.held("account_id") or ""

    def adopt(client: TradeLocker) -> None:
        _adopt(client, facts.held("access_token") or "")

    def read_state(client: TradeLocker) -> AccountStateResponse:
        return client.trade.get_account_state(account, acc_num=int(number))

    checks = [Check(("access_token",), "listAccounts", _list, adopt)]
    if facts.held("access_token") and number.isdigit():
        checks.append(Check(("account_id", "account_number"), "getAccountState", read_state, adopt))
    yield from health(_VENUE, facts, checks, {"refresh_token": "it is good for one use"})


def _adopt(client: TradeLocker, access_token: str) -> None:
    # Without the refresh token: the client must not spend it by itself.
    client.use_tokens(TradeLockerTokens(access_token))


def _log_in(facts: Facts) -> Recipe[JWTTokensResponse]:
    from venuekit_clients.tradelocker.models import GetJWTTokensRequest

    password = password_of(facts)

    def log_in(client: TradeLocker) -> JWTTokensResponse:
        return client.auth.get_jwt_tokens(
            body=GetJWTTokensRequest(email=email_of(facts), password=password, server=settings(facts).server)
        )

    return (yield from step("log-in", "getJWTTokens", log_in))


def _list(client: TradeLocker) -> AccountsResponse:
    return client.auth.list_accounts()
