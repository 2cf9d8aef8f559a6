# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""All data models of this client. Each one is imported when its name is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .account import Account as Account
    from .account_state import AccountState as AccountState
    from .account_state_response import AccountStateResponse as AccountStateResponse
    from .accounts_response import AccountsResponse as AccountsResponse
    from .column import Column as Column
    from .config_response import ConfigResponse as ConfigResponse
    from .customer_access import CustomerAccess as CustomerAccess
    from .error_response import ErrorResponse as ErrorResponse
    from .get_jwt_tokens_request import GetJWTTokensRequest as GetJWTTokensRequest
    from .jwt_tokens_response import JWTTokensResponse as JWTTokensResponse
    from .limit import Limit as Limit
    from .rate_limit import RateLimit as RateLimit
    from .refresh_jwt_tokens_request import RefreshJWTTokensRequest as RefreshJWTTokensRequest
    from .risk_rules import RiskRules as RiskRules
    from .table_config import TableConfig as TableConfig
    from .trade_account import TradeAccount as TradeAccount
    from .trade_accounts_response import TradeAccountsResponse as TradeAccountsResponse
    from .trade_config import TradeConfig as TradeConfig
    from .trading_rules import TradingRules as TradingRules

__all__ = (
    "Account",
    "AccountState",
    "AccountStateResponse",
    "AccountsResponse",
    "Column",
    "ConfigResponse",
    "CustomerAccess",
    "ErrorResponse",
    "GetJWTTokensRequest",
    "JWTTokensResponse",
    "Limit",
    "RateLimit",
    "RefreshJWTTokensRequest",
    "RiskRules",
    "TableConfig",
    "TradeAccount",
    "TradeAccountsResponse",
    "TradeConfig",
    "TradingRules",
)

_HOMES: dict[str, str] = {
    "Account": ".account",
    "AccountState": ".account_state",
    "AccountStateResponse": ".account_state_response",
    "AccountsResponse": ".accounts_response",
    "Column": ".column",
    "ConfigResponse": ".config_response",
    "CustomerAccess": ".customer_access",
    "ErrorResponse": ".error_response",
    "GetJWTTokensRequest": ".get_jwt_tokens_request",
    "JWTTokensResponse": ".jwt_tokens_response",
    "Limit": ".limit",
    "RateLimit": ".rate_limit",
    "RefreshJWTTokensRequest": ".refresh_jwt_tokens_request",
    "RiskRules": ".risk_rules",
    "TableConfig": ".table_config",
    "TradeAccount": ".trade_account",
    "TradeAccountsResponse": ".trade_accounts_response",
    "TradeConfig": ".trade_config",
    "TradingRules": ".trading_rules",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(home, __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
