"""Profiles and keys as the wire shows them."""

from __future__ import annotations

from decimal import Decimal

from venuekit_sandbox.rabbitx.memory import Login, Profile
from venuekit_sandbox.rabbitx.paging import Page

_COINS = ("BTC", "ETH", "SOL", "ARB", "DOGE", "LDO")


def profile_json(profile: Profile, page: Page, *, strict: bool) -> dict[str, object]:
    """The full profile: integers as integers, `last_update` in microseconds, decimals as strings.

    With `strict` it is as the page prints it: decimals are numbers, and nothing that the page does not show.
    """
    balance = profile.balance
    shown: dict[str, object] = {
        "id": profile.id,
        "profile_type": profile.kind,
        "status": "active",
        "wallet": profile.wallet,
        "last_update": _micros(profile.created_at),
        "last_liq_check": 0,
        "leverage": _decimals({"BTC-USD": "1", "ETH-USD": "1"}, strict),
        "orders": [_order(profile, at, strict) for at in page.places(len(profile.orders))],
        "positions": [_position(profile, at, strict) for at in page.places(len(profile.positions))],
        "profile_notifications": [_notification(at) for at in page.places(len(profile.notifications))],
        **_decimals(
            {
                "balance": balance,
                "account_equity": balance,
                "account_leverage": "1",
                "account_margin": "1",
                "cum_trading_volume": "0",
                "cum_unrealized_pnl": "0",
                "health": "1",
                "total_notional": "0",
                "total_order_margin": "0",
                "total_position_margin": "0",
                "withdrawable_balance": balance,
            },
            strict,
        ),
    }
    return shown if strict else shown | {"mmf_total": "0", "acmf_total": "0", "tier_status": {}}


def longest(profile: Profile) -> int:
    """How many entries the longest of the profile's lists has."""
    return max(len(profile.orders), len(profile.positions), len(profile.notifications))


def api_secret_json(login: Login, profile: Profile) -> dict[str, object]:
    """The key pair, with the capitals of the wire."""
    return {
        "Key": login.key,
        "ProfileID": profile.id,
        "Secret": login.secret,
        "Tag": "DEFAULT",
        "Expiration": login.expiration,
        "Status": "ACTIVE",
    }


def _order(profile: Profile, at: int, strict: bool) -> dict[str, object]:
    made = _micros(profile.orders[at])
    market = _market(at % len(_COINS))
    sizes = {
        "price": str(100 + at),
        "size": "0.5",
        "initial_size": "0.5",
        "size_percent": "0",
        "total_filled_size": "0",
        "trigger_price": "0",
    }
    return {
        "id": f"{market}@{at + 1}",
        "client_order_id": f"order-{at + 1}",
        "profile_id": profile.id,
        "market_id": market,
        "order_type": "limit",
        "side": "short" if at % 2 else "long",
        "status": "open",
        "reason": "",
        "time_in_force": "good_till_cancel",
        "created_at": made,
        "updated_at": made,
        "timestamp": made,
        **_decimals(sizes, strict),
    }


def _position(profile: Profile, at: int, strict: bool) -> dict[str, object]:
    market = _market(at)
    figures = {
        "entry_price": "100",
        "fair_price": "100",
        "liquidation_price": "0",
        "margin": "50",
        "notional": "50",
        "size": "0.5",
        "unrealized_pnl": "0",
    }
    shown = {
        "id": f"pos-{market}-tr-{profile.id}",
        "profile_id": profile.id,
        "market_id": market,
        "side": "short" if at % 2 else "long",
        **_decimals(figures, strict),
    }
    return shown if strict else shown | {"stop_loss": None, "take_profit": None}


def _notification(at: int) -> dict[str, object]:
    return {"type": "info", "title": f"Notice {at + 1}", "description": f"Notice {at + 1} of the sandbox."}


def _market(number: int) -> str:
    # A profile has one position per market, so there is always one market more.
    return f"{_COINS[number] if number < len(_COINS) else f'COIN{number + 1}'}-USD"


def _micros(seconds: float) -> int:
    return int(seconds * 1_000_000)


def _decimals(figures: dict[str, str], strict: bool) -> dict[str, object]:
    return {name: _number(text) if strict else text for name, text in figures.items()}


def _number(text: str) -> int | float:
    value = Decimal(text)
    return int(value) if value == value.to_integral_value() else float(value)
