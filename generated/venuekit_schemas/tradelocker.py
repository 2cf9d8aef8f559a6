# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, SecretStr


class GetJWTTokensRequest(BaseModel):
    """
    A login at one broker's server.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    email: Annotated[str, Field(description="E-mail address of the login.")]
    password: Annotated[SecretStr, Field(description="Password of the login.")]
    server: Annotated[
        str, Field(description="Name of the broker's server, the one that the web login asks for.")
    ]


class RefreshJWTTokensRequest(BaseModel):
    """
    The refresh token in force.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    refresh_token: Annotated[
        SecretStr,
        Field(alias="refreshToken", description="The refresh token of the login or of the last refresh."),
    ]


class JWTTokensResponse(BaseModel):
    """
    A pair of tokens. Treat them as opaque.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    access_token: Annotated[
        SecretStr, Field(alias="accessToken", description="For the Authorization header, for one hour.")
    ]
    refresh_token: Annotated[
        SecretStr, Field(alias="refreshToken", description="For the next refresh, for seven days.")
    ]
    expire_date: Annotated[
        str,
        Field(
            alias="expireDate",
            description="End of the access token, ISO 8601 in UTC with milliseconds, as `2023-05-26T16:59:53.000Z`.",
        ),
    ]


class Account(BaseModel):
    """
    One trading account.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[str | int, Field(description="Identifier, for paths.")]
    acc_num: Annotated[str | int, Field(alias="accNum", description="Number for the header `accNum`.")]
    name: Annotated[str | None, Field(description="Name of the account.")] = None
    currency: Annotated[str | None, Field(description="Currency of the account.")] = None
    status: Annotated[
        str | None,
        Field(
            description="State of the account; `ACTIVE` is the one that can trade. The other values are not documented."
        ),
    ] = None
    account_balance: Annotated[
        str | float | None,
        Field(alias="accountBalance", description="Balance in the currency of the account."),
    ] = None
    aaccount_balance: Annotated[
        str | float | None,
        Field(
            alias="aaccountBalance",
            deprecated=True,
            description="The balance as the page spells it. Read `accountBalance` first.",
        ),
    ] = None


class CustomerAccess(BaseModel):
    """
    What this login may see, by name of the feature.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
    )


class Column(BaseModel):
    """
    One column.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[str, Field(description="Name of the value, for example `balance`.")]
    description: Annotated[str | None, Field(description="What it means.")] = None


class Limit(BaseModel):
    """
    A size limit.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    limit_type: Annotated[str | None, Field(alias="limitType", description="What is limited.")] = None
    limit: Annotated[int | None, Field(description="The limit.")] = None


class RateLimit(BaseModel):
    """
    At most `limit` calls per `intervalNum` of `measure`.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    rate_limit_type: Annotated[str | None, Field(alias="rateLimitType", description="Which routes.")] = None
    measure: Annotated[str | None, Field(description="`SECONDS` or `MINUTES`.")] = None
    interval_num: Annotated[int | None, Field(alias="intervalNum", description="Length of the interval.")] = (
        None
    )
    limit: Annotated[int | None, Field(description="Calls per interval.")] = None


class TradingRules(BaseModel):
    """
    What the account may do, by name of the rule.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
    )


class RiskRules(BaseModel):
    """
    Bounds on what the account does, by name of the rule.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
    )


class AccountState(BaseModel):
    """
    The figures of an account.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    account_details_data: Annotated[
        list[str | float | None],
        Field(
            alias="accountDetailsData",
            description="One value per column of `accountDetailsConfig`, in that order.",
        ),
    ]


class ErrorResponse(BaseModel):
    """
    How the venue says no. The trade calls use `s` and `errmsg`, the auth calls the others. Nothing in it is certain, and the body may be HTML.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    s: Annotated[str | None, Field(description="`error`, on trade calls.")] = None
    errmsg: Annotated[str | None, Field(description="Reason, on trade calls.")] = None
    message: Annotated[
        str | list[str] | None, Field(description="Reason, on auth calls. Some answers list several.")
    ] = None
    error: Annotated[str | None, Field(description="Name of the status.")] = None
    status_code: Annotated[int | None, Field(alias="statusCode", description="The status again.")] = None


class AccountsResponse(BaseModel):
    """
    The accounts of a login.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    accounts: Annotated[list[Account], Field(description="All accounts, open or not.")]


class TableConfig(BaseModel):
    """
    The columns of one table.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[str | None, Field(description="Name of the table.")] = None
    title: Annotated[str | None, Field(description="Headline of the table.")] = None
    columns: Annotated[list[Column] | None, Field(description="The columns, in the order of the values.")] = (
        None
    )


class TradeAccount(BaseModel):
    """
    An account with its rules.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[str | int, Field(description="Identifier, for paths.")]
    name: Annotated[str | None, Field(description="Name of the account.")] = None
    type: Annotated[str | None, Field(description="Kind of account. The values are not documented.")] = None
    currency: Annotated[str | None, Field(description="Currency of the account.")] = None
    status: Annotated[str | None, Field(description="State of the account, for example `ACTIVE`.")] = None
    trading_rules: Annotated[TradingRules | None, Field(alias="tradingRules")] = None
    risk_rules: Annotated[RiskRules | None, Field(alias="riskRules")] = None


class AccountStateResponse(BaseModel):
    """
    The wrapped figures.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    s: Annotated[str | None, Field(description="`ok`, or something else on failure.")] = None
    errmsg: Annotated[str | None, Field(description="Reason of a failure.")] = None
    d: AccountState


class TradeConfig(BaseModel):
    """
    Columns of the venue's tables, and its limits.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    customer_access: Annotated[CustomerAccess | None, Field(alias="customerAccess")] = None
    positions_config: Annotated[TableConfig | None, Field(alias="positionsConfig")] = None
    orders_config: Annotated[TableConfig | None, Field(alias="ordersConfig")] = None
    orders_history_config: Annotated[TableConfig | None, Field(alias="ordersHistoryConfig")] = None
    filled_orders_config: Annotated[TableConfig | None, Field(alias="filledOrdersConfig")] = None
    account_details_config: Annotated[TableConfig | None, Field(alias="accountDetailsConfig")] = None
    limits: Annotated[list[Limit] | None, Field(description="Sizes the venue answers at most.")] = None
    rate_limits: Annotated[
        list[RateLimit] | None, Field(alias="rateLimits", description="Calls the venue takes per interval.")
    ] = None


class TradeAccountsResponse(BaseModel):
    """
    The wrapped account.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    s: Annotated[str | None, Field(description="`ok`, or something else on failure.")] = None
    errmsg: Annotated[str | None, Field(description="Reason of a failure.")] = None
    d: Annotated[list[TradeAccount], Field(description="The account that `accNum` names.")]


class ConfigResponse(BaseModel):
    """
    The wrapped configuration.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    s: Annotated[str | None, Field(description="`ok`, or something else on failure.")] = None
    errmsg: Annotated[str | None, Field(description="Reason of a failure.")] = None
    d: TradeConfig
