# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, SecretStr


class ProfileType(StrEnum):
    """
    `trader`: the wallet signs for itself. `vault`: the wallet is a vault contract and the signer is another wallet that has a role on it.
    """

    vault = "vault"
    trader = "trader"


class OnboardMeta(BaseModel):
    """
    Free data that the venue stores with the sign-in. Its keys are not documented.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
    )


class OnboardRequest(BaseModel):
    """
    The wallet and the proof that the caller owns it.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    wallet: Annotated[
        str,
        Field(
            description="Wallet address, `0x` and 40 hex digits. The vault contract when `profile_type` is `vault`."
        ),
    ]
    signature: Annotated[
        SecretStr,
        Field(
            description="Signature over the welcome text and `RBT-TS`, `0x` and 130 hex digits. Send 0 or 1 as the last byte (the recovery id), not 27 or 28."
        ),
    ]
    is_client: Annotated[
        bool | None,
        Field(
            description="`true` for the frontend mode (refresh token and random secret), `false` or absent for the market maker mode (API key pair)."
        ),
    ] = None
    profile_type: ProfileType | None = None
    meta: OnboardMeta | None = None


class ApiSecret(BaseModel):
    """
    An API key pair, valid on the chain it was made on. Keys are capitalised on the wire.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    key: Annotated[
        SecretStr | None, Field(alias="Key", description="The key, in base64, for the header `RBT-API-KEY`.")
    ] = None
    profile_id: Annotated[
        int | None, Field(alias="ProfileID", description="Profile that the key belongs to.")
    ] = None
    secret: Annotated[
        SecretStr | None,
        Field(alias="Secret", description="The HMAC key, `0x` and 64 hex digits. Decode it before use."),
    ] = None
    tag: Annotated[str | None, Field(alias="Tag", description="Name of the key.")] = None
    expiration: Annotated[int | None, Field(alias="Expiration", description="End of life, unix seconds.")] = (
        None
    )
    status: Annotated[
        str | None, Field(alias="Status", description="State of the key. The values are not documented.")
    ] = None


class RefreshJwtRequest(BaseModel):
    """
    Which mode, and in frontend mode the refresh token.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    is_client: Annotated[bool, Field(description="The mode the session was made in.")]
    refresh_token: Annotated[
        SecretStr | None,
        Field(description="The refresh token in force. Frontend mode; leave it out in market maker mode."),
    ] = None


class RefreshedJwt(BaseModel):
    """
    The new tokens. Frontend mode has all three, spelled in snake case or in camel case: read whichever is there. Market maker mode has `jwt` only.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    jwt: Annotated[SecretStr | None, Field(description="The new JWT.")] = None
    random_secret: Annotated[
        SecretStr | None, Field(description="The new HMAC key, snake case spelling.")
    ] = None
    random_secret_1: Annotated[
        SecretStr | None, Field(alias="randomSecret", description="The new HMAC key, camel case spelling.")
    ] = None
    refresh_token: Annotated[
        SecretStr | None, Field(description="The next refresh token, snake case spelling.")
    ] = None
    refresh_token_1: Annotated[
        SecretStr | None,
        Field(alias="refreshToken", description="The next refresh token, camel case spelling."),
    ] = None


class RefreshSecretsRequest(BaseModel):
    """
    The refresh token of the API key.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    refresh_token: Annotated[SecretStr, Field(description="The refresh token that came with the key.")]


class Pagination(BaseModel):
    """
    Where a list stands. On list answers only.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    limit: Annotated[
        int | None, Field(description="Entries per page, 50 unless asked otherwise and 1000 at most.")
    ] = None
    order: Annotated[str | None, Field(description="`ASC` or `DESC`.")] = None
    page: Annotated[int | None, Field(description="Number of the page, from 0.")] = None
    total: Annotated[int | None, Field(description="Entries altogether.")] = None
    has_next_page: Annotated[bool | None, Field(description="Whether there is more.")] = None


class TierStatus(BaseModel):
    """
    The fee tier of the profile.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
    )


class Order(BaseModel):
    """
    An open order. Prices and sizes are decimal strings or numbers.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[str | None, Field(description="Identifier of the order.")] = None
    client_order_id: Annotated[str | None, Field(description="The client's own name for it.")] = None
    profile_id: Annotated[int | None, Field(description="Profile that owns it.")] = None
    market_id: Annotated[str | None, Field(description="Market, for example `BTC-USD`.")] = None
    order_type: Annotated[
        str | None, Field(description="Kind of order, for example `limit` or `market`.")
    ] = None
    side: Annotated[str | None, Field(description="`long` or `short`.")] = None
    status: Annotated[str | None, Field(description="State of the order, for example `open`.")] = None
    reason: Annotated[str | None, Field(description="Why it was cancelled or rejected.")] = None
    time_in_force: Annotated[
        str | None, Field(description="How long it stays, for example `good_till_cancel`.")
    ] = None
    price: Annotated[str | float | None, Field(description="Limit price.")] = None
    size: Annotated[str | float | None, Field(description="Size that is left.")] = None
    initial_size: Annotated[str | float | None, Field(description="Size when it was placed.")] = None
    size_percent: Annotated[
        str | float | None, Field(description="Share of the position that it closes.")
    ] = None
    total_filled_size: Annotated[str | float | None, Field(description="Size that was filled.")] = None
    trigger_price: Annotated[str | float | None, Field(description="Price that sets it off.")] = None
    created_at: Annotated[int | None, Field(description="When it was placed.")] = None
    updated_at: Annotated[int | None, Field(description="When it last changed.")] = None
    timestamp: Annotated[int | None, Field(description="Time at the venue, unix microseconds.")] = None


class Position(BaseModel):
    """
    An open position. Prices and sizes are decimal strings or numbers.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[str | None, Field(description="Identifier of the position.")] = None
    profile_id: Annotated[int | None, Field(description="Profile that owns it.")] = None
    market_id: Annotated[str | None, Field(description="Market, for example `BTC-USD`.")] = None
    side: Annotated[str | None, Field(description="`long` or `short`.")] = None
    size: Annotated[str | float | None, Field(description="Size of the position.")] = None
    entry_price: Annotated[str | float | None, Field(description="Average price at entry.")] = None
    fair_price: Annotated[str | float | None, Field(description="Price that the venue values it at.")] = None
    liquidation_price: Annotated[
        str | float | None, Field(description="Price at which it is liquidated.")
    ] = None
    margin: Annotated[str | float | None, Field(description="Margin it holds.")] = None
    notional: Annotated[str | float | None, Field(description="Size in money.")] = None
    unrealized_pnl: Annotated[str | float | None, Field(description="Profit and loss so far.")] = None
    stop_loss: Order | None = None
    take_profit: Order | None = None


class Notification(BaseModel):
    """
    A message of the venue to the user.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    type: Annotated[str | None, Field(description="Kind of message.")] = None
    title: Annotated[str | None, Field(description="Headline.")] = None
    description: Annotated[str | None, Field(description="Text.")] = None


class ErrorResponse(BaseModel):
    """
    How the venue says no. Known texts in `error`: `NO_SUCH_KEY`, `KEY_EXPIRED`, `NOT_ALLOWED_FOR_IP`,
    `NOT_YOUR_KEY`, `MAX_SECRETS_EXCEED`, `REFRESH_TOKEN_NOT_FOUND`, `NO_API_KEY_FOR_REFRESH_TOKEN`,
    `NOT_YOUR_REFRESH_TOKEN`, `API_JWT_UPDATE_ERROR`, `API_SECRET_UPDATE_ERROR`, and sentences about an invalid
    payload signature and an expired timestamp. `result` is an empty array.

    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[bool | None, Field(description="Always false.")] = None
    error: Annotated[str | None, Field(description="The reason.")] = None
    request_id: Annotated[str | None, Field(description="The venue's name for this request.")] = None


class RefreshedSecrets(BaseModel):
    """
    The new API key pair and what belongs to it.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    api_secret: Annotated[
        ApiSecret | SecretStr | None, Field(description="The new key pair, or only its secret as text.")
    ] = None
    jwt_private: Annotated[SecretStr | None, Field(description="The new JWT of the profile.")] = None
    jwt_public: Annotated[
        SecretStr | None, Field(description="A JWT for public data. Keep it secret all the same.")
    ] = None
    refresh_token: Annotated[SecretStr | None, Field(description="The next refresh token.")] = None
    allowed_ip_list: Annotated[
        list[str] | None,
        Field(description="IP addresses that may use the key. Empty or null when there is no limit."),
    ] = None
    created_at: Annotated[int | str | None, Field(description="When the pair was made.")] = None


class Profile(BaseModel):
    """
    A trading profile on one chain. Amounts are in USD, as decimal strings or numbers.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[int | None, Field(description="Identifier of the profile.")] = None
    wallet: Annotated[str | None, Field(description="Address of the wallet.")] = None
    profile_type: Annotated[
        str | None,
        Field(description="Known: `trader`, `vault`, and other kinds that the venue makes itself."),
    ] = None
    status: Annotated[
        str | None,
        Field(description="State of the profile, for example `active`. The values are not documented."),
    ] = None
    balance: Annotated[str | float | None, Field(description="Deposited and realised money.")] = None
    account_equity: Annotated[
        str | float | None, Field(description="Balance with unrealised profit and loss.")
    ] = None
    account_leverage: Annotated[str | float | None, Field(description="Leverage over all positions.")] = None
    account_margin: Annotated[str | float | None, Field(description="Margin of the account.")] = None
    cum_trading_volume: Annotated[str | float | None, Field(description="Volume traded so far.")] = None
    cum_unrealized_pnl: Annotated[
        str | float | None, Field(description="Unrealised profit and loss of all positions.")
    ] = None
    health: Annotated[str | float | None, Field(description="How far the account is from liquidation.")] = (
        None
    )
    last_liq_check: Annotated[int | None, Field(description="Last check for liquidation.")] = None
    last_update: Annotated[int | None, Field(description="Last change, unix microseconds.")] = None
    leverage: dict[str, str | float] | None = None
    orders: Annotated[list[Order] | None, Field(description="Open orders.")] = None
    positions: Annotated[list[Position] | None, Field(description="Open positions.")] = None
    profile_notifications: Annotated[
        list[Notification] | None, Field(description="What the venue wants to tell the user.")
    ] = None
    total_notional: Annotated[str | float | None, Field(description="Size of all positions in money.")] = None
    total_order_margin: Annotated[str | float | None, Field(description="Margin held by open orders.")] = None
    total_position_margin: Annotated[str | float | None, Field(description="Margin held by positions.")] = (
        None
    )
    withdrawable_balance: Annotated[str | float | None, Field(description="What could be withdrawn now.")] = (
        None
    )
    mmf_total: Annotated[
        str | float | None, Field(description="Sum of the maintenance margin fractions.")
    ] = None
    acmf_total: Annotated[
        str | float | None, Field(description="Sum of the auto-close margin fractions.")
    ] = None
    tier_status: TierStatus | None = None


class OnboardResult(BaseModel):
    """
    Profile and secrets. Frontend mode has `jwt`, `refreshToken` and `randomSecret`; market maker mode has `jwt` and `apiSecret`.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    jwt: Annotated[
        SecretStr | None,
        Field(description="Token for 48 hours, for the header `RBT-JWT` or the cookie `jwt`. In both modes."),
    ] = None
    refresh_token: Annotated[
        SecretStr | None, Field(alias="refreshToken", description="For `POST /jwt`, once. Frontend mode.")
    ] = None
    random_secret: Annotated[
        SecretStr | None,
        Field(
            alias="randomSecret",
            description="The hex HMAC key that signs the following calls. Frontend mode.",
        ),
    ] = None
    api_secret: Annotated[
        ApiSecret | None, Field(alias="apiSecret", description="The API key pair. Market maker mode.")
    ] = None
    profile: Annotated[Profile | None, Field(description="The profile of the wallet on this chain.")] = None


class RefreshJwtResponse(BaseModel):
    """
    The envelope around the new tokens.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[bool | None, Field(description="Whether the call did what it should.")] = None
    error: Annotated[str | None, Field(description="Empty on success, otherwise the reason.")] = None
    result: Annotated[
        list[RefreshedJwt | SecretStr],
        Field(description="One element on success. An object, or on one page of the vendor the bare JWT."),
    ]
    request_id: Annotated[str | None, Field(description="The venue's name for this request.")] = None


class RefreshSecretsResponse(BaseModel):
    """
    The envelope around the new key pair.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[bool | None, Field(description="Whether the call did what it should.")] = None
    error: Annotated[str | None, Field(description="Empty on success, otherwise the reason.")] = None
    result: Annotated[list[RefreshedSecrets], Field(description="One element on success, none on failure.")]
    request_id: Annotated[str | None, Field(description="The venue's name for this request.")] = None


class ProfileResponse(BaseModel):
    """
    The envelope around a profile.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[bool | None, Field(description="Whether the call did what it should.")] = None
    error: Annotated[str | None, Field(description="Empty on success, otherwise the reason.")] = None
    result: Annotated[list[Profile], Field(description="One element on success, none on failure.")]
    pagination: Pagination | None = None
    request_id: Annotated[str | None, Field(description="The venue's name for this request.")] = None


class OnboardResponse(BaseModel):
    """
    The envelope around the sign-in.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    success: Annotated[bool | None, Field(description="Whether the call did what it should.")] = None
    error: Annotated[str | None, Field(description="Empty on success, otherwise the reason.")] = None
    result: Annotated[list[OnboardResult], Field(description="One element on success, none on failure.")]
    pagination: Pagination | None = None
    request_id: Annotated[
        str | None, Field(description="The venue's name for this request; quote it to support.")
    ] = None
