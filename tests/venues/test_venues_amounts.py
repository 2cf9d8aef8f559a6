"""Money is counted in `Decimal`, and comes out exactly as the venue wrote it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from venuekit import TradeLocker, UnexpectedAnswer
from venuekit.venues.amounts import decimal_of
from venuekit.venues.rabbitx import decimal
from venuekit.venues.tradelocker import account_details, balance
from venuekit_clients.tradelocker.models import Account, AccountStateResponse, ConfigResponse
from venuekit_clients.tradelocker.types import UNSET
from venuekit_sandbox import Sandbox


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("10000000", "10000000"),
        ("0.00000", "0.00000"),
        ("-1.50", "-1.50"),
        (" 7 ", "7"),
        (2024.75, "2024.75"),
        (0.1, "0.1"),
        (123, "123"),
        ("1e3", "1E+3"),
    ],
)
def test_a_number_is_what_the_venue_wrote(value: Any, number: str) -> None:
    assert str(decimal_of(value)) == number
    assert decimal(value) == Decimal(number)


@pytest.mark.parametrize(
    "value", [None, UNSET, "", " ", "abc", "1_000", "\u0661", "NaN", "Infinity", float("nan"), True, [], {}]
)
def test_what_is_no_number_is_none(value: Any) -> None:
    assert decimal_of(value) is None


def account(**fields: object) -> Account:
    return Account.from_dict({"id": "1", "accNum": "1", **fields})


def test_one_balance_whatever_its_spelling() -> None:
    assert balance(account(accountBalance="2024.75")) == Decimal("2024.75")
    assert balance(account(aaccountBalance=2024.75)) == Decimal("2024.75")
    assert balance(account(accountBalance="0", aaccountBalance="9")) == 0
    assert balance(account(accountBalance=None, aaccountBalance="9")) == 9
    assert balance(account()) is None


def config(*columns: str) -> ConfigResponse:
    listed = [{"id": column, "description": column} for column in columns]
    return ConfigResponse.from_dict({"s": "ok", "d": {"accountDetailsConfig": {"columns": listed}}})


def state(*figures: object) -> AccountStateResponse:
    return AccountStateResponse.from_dict({"s": "ok", "d": {"accountDetailsData": list(figures)}})


def test_the_state_is_read_with_the_columns_of_the_configuration() -> None:
    found = account_details(
        config("balance", "grade", "margin", "nothing"), state("10.50", "gold", 0.1, None)
    )

    assert found == {"balance": Decimal("10.50"), "grade": "gold", "margin": Decimal("0.1")}


@pytest.mark.parametrize(
    ("columns", "figures"), [(("a", "b"), ("1",)), (("a",), ("1", "2")), ((), ("1",)), (("a",), ())]
)
def test_columns_that_do_not_fit_are_an_error(columns: tuple[str, ...], figures: tuple[str, ...]) -> None:
    with pytest.raises(UnexpectedAnswer, match="columns"):
        account_details(config(*columns), state(*figures))


def test_an_account_chosen_once_is_named_by_every_call() -> None:
    """No `acc_num=` is given: the client adds it."""
    with TradeLocker(
        email="demo@example.com", password="sandbox-password", server="SANDBOX", app=Sandbox().app
    ) as client:
        first = client.auth.list_accounts().accounts[0]
        client.use_account(int(first.acc_num))

        details = account_details(client.trade.get_config(), client.trade.get_account_state(first.id))

        assert details["balance"] == balance(first) == Decimal("2024.75")
        assert client.trade.list_trade_accounts().s == "ok"


def test_the_account_number_can_be_given_at_the_start() -> None:
    with TradeLocker(
        email="demo@example.com",
        password="sandbox-password",
        server="SANDBOX",
        account_number=1,
        app=Sandbox().app,
    ) as client:
        assert client.trade.get_config().s == "ok"
