# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
"""What is known about every operation of this client: address, retry class, who is needed, documented success."""

from collections.abc import Mapping
from types import MappingProxyType

from ..runtime import Operation

__all__ = ["OPERATIONS"]

OPERATIONS: Mapping[str, Operation] = MappingProxyType(
    {
        "getJWTTokens": Operation(
            venue="tradelocker",
            id="getJWTTokens",
            tag="auth",
            name="get_jwt_tokens",
            method="POST",
            path="/auth/jwt/token",
            summary="Sign in",
            retry="idempotent",
            human=None,
            security=(),
            success=(201,),
            lookup=None,
        ),
        "refreshJWTTokens": Operation(
            venue="tradelocker",
            id="refreshJWTTokens",
            tag="auth",
            name="refresh_jwt_tokens",
            method="POST",
            path="/auth/jwt/refresh",
            summary="Renew the tokens",
            retry="never",
            human=None,
            security=(),
            success=(201,),
            lookup="getJWTTokens",
        ),
        "listAccounts": Operation(
            venue="tradelocker",
            id="listAccounts",
            tag="auth",
            name="list_accounts",
            method="GET",
            path="/auth/jwt/all-accounts",
            summary="List the accounts of the login",
            retry="safe",
            human=None,
            security=(
                ("BearerAuth",),
                (
                    "BearerAuth",
                    "DeveloperApiKey",
                ),
            ),
            success=(200,),
            lookup=None,
        ),
        "getConfig": Operation(
            venue="tradelocker",
            id="getConfig",
            tag="trade",
            name="get_config",
            method="GET",
            path="/trade/config",
            summary="Read the columns and limits",
            retry="safe",
            human=None,
            security=(
                ("BearerAuth",),
                (
                    "BearerAuth",
                    "DeveloperApiKey",
                ),
            ),
            success=(200,),
            lookup=None,
        ),
        "listTradeAccounts": Operation(
            venue="tradelocker",
            id="listTradeAccounts",
            tag="trade",
            name="list_trade_accounts",
            method="GET",
            path="/trade/accounts",
            summary="Read the trading rules of an account",
            retry="safe",
            human=None,
            security=(
                ("BearerAuth",),
                (
                    "BearerAuth",
                    "DeveloperApiKey",
                ),
            ),
            success=(200,),
            lookup=None,
        ),
        "getAccountState": Operation(
            venue="tradelocker",
            id="getAccountState",
            tag="trade",
            name="get_account_state",
            method="GET",
            path="/trade/accounts/{accountId}/state",
            summary="Read balance and margins of an account",
            retry="safe",
            human=None,
            security=(
                ("BearerAuth",),
                (
                    "BearerAuth",
                    "DeveloperApiKey",
                ),
            ),
            success=(200,),
            lookup=None,
        ),
    }
)
