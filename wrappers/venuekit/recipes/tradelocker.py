"""TradeLocker: nothing is opened. An existing login is connected and its accounts are read.

Every call is a log-in or a read, so a lost answer loses nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from venuekit.auth.tradelocker import TradeLockerTokens
from venuekit.recipes.core import CaseRejected, CaseStatus, Recipe, keep, mark, step, use
from venuekit.recipes.facts import section
from venuekit.venues.tradelocker import TradeLocker

if TYPE_CHECKING:
    from venuekit.recipes.facts import Facts
    from venuekit_clients.tradelocker.models import (
        Account,
        AccountsResponse,
        AccountStateResponse,
        ConfigResponse,
        JWTTokensResponse,
    )
    from venuekit_schemas.dossier import TradelockerSettings


def settings(facts: Facts) -> TradelockerSettings:
    """The dossier's section for TradeLocker."""
    return section(facts.dossier.venues.tradelocker, "tradelocker")


def password_of(facts: Facts) -> str:
    return facts.password(settings(facts).password, "venues.tradelocker.password")


def email_of(facts: Facts) -> str:
    return str(settings(facts).email or facts.email)


def options(facts: Facts) -> dict[str, object]:
    """The constructor arguments of the client. It can log in by itself when its tokens die."""
    ours = settings(facts)
    key = ours.developer_api_key
    return {
        "email": email_of(facts),
        "password": password_of(facts),
        "server": ours.server,
        "developer_api_key": None
        if key is None
        else facts.secret(key, "venues.tradelocker.developer_api_key"),
        "clock": facts.clock,
    }


def onboard(facts: Facts) -> Recipe[None]:
    """Log in, keep the tokens, choose the account, read its configuration and state."""
    from venuekit_clients.tradelocker.models import GetJWTTokensRequest

    ours = settings(facts)
    password = password_of(facts)

    def log_in(client: TradeLocker) -> JWTTokensResponse:
        return client.auth.get_jwt_tokens(
            body=GetJWTTokensRequest(email=email_of(facts), password=password, server=ours.server)
        )

    answer = yield from step("log-in", "getJWTTokens", log_in)
    tokens = TradeLockerTokens.from_answer(answer.to_dict())
    yield from keep(access_token=tokens.access_token, refresh_token=tokens.refresh_token)

    def adopt(client: TradeLocker) -> None:
        client.use_tokens(tokens)

    yield from use(adopt)

    def list_accounts(client: TradeLocker) -> AccountsResponse:
        return client.auth.list_accounts()

    listed = yield from step("list-accounts", "listAccounts", list_accounts)
    account = _choose(listed.accounts, None if facts.rehearsal else ours.account_number)
    number = int(account.acc_num)
    yield from keep(account_id=str(account.id), account_number=str(number))
    yield from mark(CaseStatus.APPROVED, account.status or "")

    def choose_account(client: TradeLocker) -> None:
        client.use_account(number)

    yield from use(choose_account)

    def read_config(client: TradeLocker) -> ConfigResponse:
        return client.trade.get_config(acc_num=number)

    yield from step("read-config", "getConfig", read_config)

    def read_state(client: TradeLocker) -> AccountStateResponse:
        return client.trade.get_account_state(str(account.id), acc_num=number)

    yield from step("read-account-state", "getAccountState", read_state)
    yield from mark(CaseStatus.ACTIVE, account.status or "")


def _choose(accounts: list[Account], wanted: int | None) -> Account:
    """The account with the wanted `accNum`, else the first."""
    for account in accounts:
        if wanted is None or int(account.acc_num) == wanted:
            return account
    if wanted is None:
        raise CaseRejected("the login has no accounts", venue="tradelocker", operation="listAccounts")
    raise CaseRejected(
        f"the login has no account with accNum {wanted}", venue="tradelocker", operation="listAccounts"
    )
