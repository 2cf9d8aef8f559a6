"""What `GET /trade/config` tells. The order of the account columns is the order of the account state."""

from __future__ import annotations

ACCOUNT_COLUMNS = (
    ("balance", "Balance"),
    ("projectedBalance", "Projected balance"),
    ("availableFunds", "Available funds"),
    ("blockedBalance", "Blocked balance"),
    ("cashBalance", "Cash balance"),
    ("unsettledCash", "Unsettled cash"),
    ("withdrawalAvailable", "Withdrawal available"),
    ("initialMarginReq", "Initial margin requirement"),
    ("maintMarginReq", "Maintenance margin requirement"),
    ("todayNet", "Today's net"),
    ("todayFees", "Today's fees"),
    ("openGrossPnL", "Open gross profit and loss"),
    ("openNetPnL", "Open net profit and loss"),
    ("positionsCount", "Positions"),
    ("ordersCount", "Orders"),
)
_MONEY_IN_ACCOUNT = frozenset(
    {"balance", "projectedBalance", "availableFunds", "cashBalance", "withdrawalAvailable"}
)
_POSITION_COLUMNS = ("id", "tradableInstrumentId", "routeId", "side", "qty", "avgPrice", "unrealizedPl")
_ORDER_COLUMNS = ("id", "tradableInstrumentId", "routeId", "qty", "side", "type", "status", "price")
# Calls per second. The names are those of published clients; the numbers are the sandbox's own.
ROUTE_LIMITS = {"GET_CONFIG": 2, "GET_ACCOUNTS": 2, "GET_ACCOUNTS_STATE": 5}
_OTHER_LIMITS = {"QUOTES": 5, "PLACE_ORDER": 3}


def config(*, with_route_limits: bool) -> dict[str, object]:
    """The inside of `d`. The limits of the routes that are here are told only when they are in force."""
    limits = _OTHER_LIMITS | (ROUTE_LIMITS if with_route_limits else {})
    return {
        "customerAccess": {
            "orders": True,
            "ordersHistory": True,
            "filledOrders": True,
            "positions": True,
            "symbolInfo": True,
            "marketDepth": False,
        },
        "positionsConfig": _table("positions", "Positions", _POSITION_COLUMNS),
        "ordersConfig": _table("orders", "Orders", _ORDER_COLUMNS),
        "ordersHistoryConfig": _table("ordersHistory", "Orders history", _ORDER_COLUMNS),
        "filledOrdersConfig": _table("filledOrders", "Filled orders", _ORDER_COLUMNS),
        "accountDetailsConfig": {
            "id": "accountDetails",
            "title": "Account details",
            "columns": [{"id": name, "description": text} for name, text in ACCOUNT_COLUMNS],
        },
        "limits": [{"limitType": "QUOTES_HISTORY_BARS", "limit": 20000}],
        "rateLimits": [
            {"rateLimitType": name, "measure": "SECONDS", "intervalNum": 1, "limit": limit}
            for name, limit in limits.items()
        ],
    }


def account_figures(balance: str) -> list[float | int]:
    """One number for each account column, for an account without positions."""
    figures: list[float | int] = []
    for name, _ in ACCOUNT_COLUMNS:
        if name in _MONEY_IN_ACCOUNT:
            figures.append(float(balance))
        else:
            figures.append(0 if name.endswith("Count") else 0.0)
    return figures


def _table(name: str, title: str, columns: tuple[str, ...]) -> dict[str, object]:
    return {
        "id": name,
        "title": title,
        "columns": [{"id": column, "description": column} for column in columns],
    }
