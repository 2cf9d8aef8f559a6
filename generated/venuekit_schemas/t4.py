# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, SecretStr


class ApplicationType(StrEnum):
    """
    Whether the person uses market data professionally. It decides about fees and agreements.
    """

    professional = "Professional"
    non_professional = "NonProfessional"


class NewUser(BaseModel):
    """
    The user to make. Answers name some fields otherwise: userName, appType.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    username: Annotated[
        str,
        Field(
            description="Name to log in with, unique at the venue and never changeable. Usually the e-mail address; at least 6 characters."
        ),
    ]
    password: Annotated[SecretStr, Field(description="Password. The rules are not published.")]
    firstname: Annotated[str, Field(description="Given name.")]
    lastname: Annotated[str, Field(description="Family name.")]
    phone: Annotated[str, Field(description="Phone number.")]
    email: Annotated[str, Field(description="E-mail address.")]
    street: Annotated[str, Field(description="Street and number.")]
    city: Annotated[str, Field(description="City.")]
    county: Annotated[
        str, Field(description="County, the administrative area. Needed, and not the same as country.")
    ]
    state: Annotated[str, Field(description="State or province code, for instance IL.")]
    post_code: Annotated[str, Field(alias="postCode", description="Postal code.")]
    country: Annotated[str, Field(description="ISO country code, for instance US.")]
    apptype: ApplicationType
    template_user: Annotated[
        str | None,
        Field(
            alias="templateUser",
            description="User to copy settings from, instead of the firm's default user.",
        ),
    ] = None


class NewAccount(BaseModel):
    """
    The account to make.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    account: Annotated[str, Field(description="Identifier of the account, unique at the venue.")]
    account_name: Annotated[str, Field(alias="accountName", description="Name of the account.")]
    template_account: Annotated[
        str, Field(alias="templateAccount", description="Account to copy settings from.")
    ]
    display_name: Annotated[
        str | None,
        Field(alias="displayName", description="Friendly name. The printed answer does not echo it."),
    ] = None


class MarketDataType(StrEnum):
    """
    Depth: whole book. TOB: top of book. Delayed: ten minutes late, no charge. None: no data, no charge. EMini: E-mini contracts. NotSet: no choice made.
    """

    none = "None"
    tob = "TOB"
    depth = "Depth"
    e_mini = "EMini"
    delayed = "Delayed"
    not_set = "NotSet"


class MarketDataUpdate(BaseModel):
    """
    Subscription at one exchange.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    clearing_exchange: Annotated[
        str, Field(alias="clearingExchange", description="Exchange. The list is not published.")
    ]
    market_data_type: Annotated[MarketDataType, Field(alias="marketDataType")]


class NewEulaSignature(BaseModel):
    """
    Acceptance of one agreement.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    document_name: Annotated[
        str, Field(alias="documentName", description="Name of the agreement, as the venue spells it.")
    ]
    signed: Annotated[
        str,
        Field(
            description="When the person accepted, ISO 8601. The page shows it without a zone, for instance 2025-05-01T10:30:15."
        ),
    ]


class LoginRequest(BaseModel):
    """
    Who logs in, and with which application.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    firm: Annotated[str, Field(description="Firm name, agreed with the venue.")]
    user_name: Annotated[str, Field(alias="userName", description="The username given at onboarding.")]
    password: Annotated[SecretStr, Field(description="Password of the person.")]
    app_name: Annotated[str, Field(alias="appName", description="Application name, agreed with the venue.")]
    app_license: Annotated[
        SecretStr,
        Field(alias="appLicense", description="Licence key of the application, agreed with the venue."),
    ]


class Metadata(BaseModel):
    """
    Time and id of a request.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    timestamp: Annotated[
        str | None, Field(description="Time of the answer in UTC, with up to seven digits of a second.")
    ] = None
    request_id: Annotated[
        str | None, Field(alias="requestId", description="Id of the request; quote it to the support.")
    ] = None


class UserApplication(BaseModel):
    """
    An application.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    id: Annotated[str | None, Field(description="Id of the application, a GUID.")] = None
    name: Annotated[str | None, Field(description="Name of the application.")] = None


class RiskDetails(BaseModel):
    """
    Risk figures of an account.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    comparison_risk_number: Annotated[
        float | str | None, Field(alias="comparisonRiskNumber", description="Risk number to compare with.")
    ] = None
    comparison_net_liq_bal_pc_risk_number: Annotated[
        float | str | None,
        Field(
            alias="comparisonNetLiqBalPCRiskNumber",
            description="Risk number against the net liquidation balance.",
        ),
    ] = None
    comparison_pc_change_volatility: Annotated[
        float | str | None,
        Field(
            alias="comparisonPCChangeVolatility",
            description="Change of volatility in the comparison, as a fraction.",
        ),
    ] = None
    comparison_pc_change_underlying: Annotated[
        float | str | None,
        Field(
            alias="comparisonPCChangeUnderlying",
            description="Change of the underlying in the comparison, as a fraction.",
        ),
    ] = None
    comparison_warning_level: Annotated[
        float | str | None,
        Field(alias="comparisonWarningLevel", description="Warning level of the comparison, as a fraction."),
    ] = None
    max_daily_theo_loss: Annotated[
        float | str | None, Field(alias="maxDailyTheoLoss", description="Largest theoretical loss of a day.")
    ] = None
    max_daily_theo_loss_pc_warning: Annotated[
        float | str | None,
        Field(alias="maxDailyTheoLossPCWarning", description="Its warning level, as a fraction."),
    ] = None
    greek_delta: Annotated[float | str | None, Field(alias="greekDelta", description="Limit of delta.")] = (
        None
    )
    greek_delta_warning: Annotated[
        float | str | None, Field(alias="greekDeltaWarning", description="Its warning level, as a fraction.")
    ] = None
    greek_vega: Annotated[float | str | None, Field(alias="greekVega", description="Limit of vega.")] = None
    greek_vega_warning: Annotated[
        float | str | None, Field(alias="greekVegaWarning", description="Its warning level, as a fraction.")
    ] = None
    greek_gamma: Annotated[float | str | None, Field(alias="greekGamma", description="Limit of gamma.")] = (
        None
    )
    greek_gamma_warning: Annotated[
        float | str | None, Field(alias="greekGammaWarning", description="Its warning level, as a fraction.")
    ] = None
    greek_theta: Annotated[float | str | None, Field(alias="greekTheta", description="Limit of theta.")] = (
        None
    )
    greek_theta_warning: Annotated[
        float | str | None, Field(alias="greekThetaWarning", description="Its warning level, as a fraction.")
    ] = None


class MarketDataOption(BaseModel):
    """
    A kind of market data on offer.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    type: Annotated[
        str | None,
        Field(description="Kind of data. Known: Depth, TOB, Delayed, None, EMini, NotSet. Others may come."),
    ] = None
    description: Annotated[str | None, Field(description="The kind in words.")] = None
    currency: Annotated[str | None, Field(description="Currency of the fee.")] = None


class EulaSignature(BaseModel):
    """
    Acceptance of one agreement.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    document_name: Annotated[
        str | None, Field(alias="documentName", description="Name of the agreement.")
    ] = None
    signed: Annotated[
        str | None,
        Field(description="When it was accepted, date-time text without a zone. Empty in a template."),
    ] = None


class LoginAnswer(BaseModel):
    """
    Token of a person.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    token: Annotated[SecretStr, Field(description="Bearer token of the person.")]
    expires: Annotated[int | None, Field(description="When the token runs out, Unix time in seconds.")] = None


class EulaDocument(BaseModel):
    """
    An agreement.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    document_name: Annotated[
        str | None, Field(alias="documentName", description="Name of the agreement, as onboarding wants it.")
    ] = None
    title: Annotated[str | None, Field(description="Title for people.")] = None
    url: Annotated[str | None, Field(description="Where the text is.")] = None


class Error(BaseModel):
    """
    Failure. The shape is not published; any field may be missing and others may be there.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    message: Annotated[str | None, Field(description="The reason in words.")] = None
    error: Annotated[str | None, Field(description="The reason in short.")] = None
    type: Annotated[str | None, Field(description="Problem form: kind of problem.")] = None
    title: Annotated[str | None, Field(description="Problem form: short text.")] = None
    status: Annotated[int | str | None, Field(description="Problem form: HTTP status.")] = None
    detail: Annotated[str | None, Field(description="Problem form: long text.")] = None
    trace_id: Annotated[
        str | None, Field(alias="traceId", description="Id of the request; quote it to the support.")
    ] = None
    status_code: Annotated[
        int | None, Field(alias="statusCode", description="Status in the wrapped form.")
    ] = None


class MarketDataSelection(BaseModel):
    """
    Market data to subscribe to. It is billed, and never copied from a template.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    updates: Annotated[list[MarketDataUpdate] | None, Field(description="One entry for each exchange.")] = (
        None
    )


class EulaAcceptance(BaseModel):
    """
    Agreements the person accepted. Without them the person cannot use the platform.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    collected_by: Annotated[
        str,
        Field(
            alias="collectedBy",
            description="Who collected the acceptance; normally an empty text. The answer says API.",
        ),
    ]
    eula_version: Annotated[
        str, Field(alias="eulaVersion", description="Version of the agreements that were shown, as text.")
    ]
    signatures: Annotated[list[NewEulaSignature], Field(description="One entry for each agreement.")]


class User(BaseModel):
    """
    The user as made.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    user_id: Annotated[str, Field(alias="userID", description="Id of the user, a GUID in capitals.")]
    user_name: Annotated[str | None, Field(alias="userName", description="Name to log in with.")] = None
    lastname: Annotated[str | None, Field(description="Family name.")] = None
    firstname: Annotated[str | None, Field(description="Given name.")] = None
    enabled: Annotated[bool | None, Field(description="Whether the user may log in.")] = None
    message: Annotated[str | None, Field(description="Message for the user. Empty if there is none.")] = None
    company: Annotated[str | None, Field(description="Company. Empty if there is none.")] = None
    phone: Annotated[str | None, Field(description="Phone number.")] = None
    email: Annotated[str | None, Field(description="E-mail address.")] = None
    firm_id: Annotated[
        str | None,
        Field(
            alias="firmID", description="Id of the firm, a GUID. It is not the firm name that login needs."
        ),
    ] = None
    billing_ref: Annotated[
        str | None, Field(alias="billingRef", description="Billing reference. Empty if there is none.")
    ] = None
    street: Annotated[str | None, Field(description="Street and number.")] = None
    city: Annotated[str | None, Field(description="City.")] = None
    county: Annotated[str | None, Field(description="County, the administrative area.")] = None
    state: Annotated[str | None, Field(description="State or province code.")] = None
    post_code: Annotated[str | None, Field(alias="postCode", description="Postal code.")] = None
    country: Annotated[str | None, Field(description="ISO country code.")] = None
    sim_firm: Annotated[
        str | None, Field(alias="simFirm", description="Firm on the simulator. Empty if there is none.")
    ] = None
    sim_username: Annotated[
        str | None,
        Field(alias="simUsername", description="User name on the simulator. Empty if there is none."),
    ] = None
    sim_linked_user_id: Annotated[
        str | None,
        Field(alias="simLinkedUserID", description="Linked user on the simulator. Empty if there is none."),
    ] = None
    user_creation_date: Annotated[
        str | None,
        Field(alias="userCreationDate", description="Day of creation, date-time text without a zone."),
    ] = None
    app_type: Annotated[
        str | None,
        Field(
            alias="appType",
            description="Kind of user. Known: Professional, NonProfessional. The venue knows more kinds.",
        ),
    ] = None
    cme_market_data_netting: Annotated[
        str | None,
        Field(alias="cmeMarketDataNetting", description="Netting of CME market data fees. Known: Netting."),
    ] = None
    trial_expires: Annotated[
        str | None,
        Field(
            alias="trialExpires",
            description="End of the trial, date-time text without a zone; 14 days after creation in the published examples. May be empty.",
        ),
    ] = None
    ice_market_data_account: Annotated[
        str | None,
        Field(alias="iceMarketDataAccount", description="ICE market data account. Empty if there is none."),
    ] = None
    ice_market_data_parent_account: Annotated[
        str | None,
        Field(
            alias="iceMarketDataParentAccount", description="Parent of that account. Empty if there is none."
        ),
    ] = None
    euronext_market_data_account: Annotated[
        str | None,
        Field(
            alias="euronextMarketDataAccount",
            description="Euronext market data account. Empty if there is none.",
        ),
    ] = None
    euronext_market_data_parent_account: Annotated[
        str | None,
        Field(
            alias="euronextMarketDataParentAccount",
            description="Parent of that account. Empty if there is none.",
        ),
    ] = None
    cust_order_handling_inst: Annotated[
        str | None,
        Field(alias="custOrderHandlingInst", description="Order handling instruction. Known: Electronic."),
    ] = None
    applications: Annotated[
        list[UserApplication] | None, Field(description="Applications the user may log in with.")
    ] = None
    roles: Annotated[
        list[str] | None,
        Field(
            description="Roles of the user. Known: TimeEntry, QueueOrders, ANTSEditor, ANTSFastBoard, MarketProfile, Strategy, ModifyOrders, BasicCharting, Charting, ANTS1, PitTrades, BillingRetail1, Trading, ANTSAccountNet, StrategyQuotes. Others may come."
        ),
    ] = None
    accounts: Annotated[
        list[Any] | None,
        Field(
            description="Accounts of the user. Empty in the printed answer although one was made; the shape of an entry is not published."
        ),
    ] = None


class Account(BaseModel):
    """
    The account as made. It starts disabled.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    account_id: Annotated[str, Field(alias="accountID", description="Id of the account, a GUID in capitals.")]
    firm_id: Annotated[str | None, Field(alias="firmID", description="Id of the firm, a GUID.")] = None
    account: Annotated[str | None, Field(description="Identifier as requested.")] = None
    account_name: Annotated[str | None, Field(alias="accountName", description="Name as requested.")] = None
    display_name: Annotated[
        str | None,
        Field(
            alias="displayName",
            description="Friendly name. Empty in the printed answer although one was sent.",
        ),
    ] = None
    balance: Annotated[float | str | None, Field(description="Balance.")] = None
    cash: Annotated[float | str | None, Field(description="Cash.")] = None
    max_clip_size: Annotated[
        int | None, Field(alias="maxClipSize", description="Largest order. -1 means no limit.")
    ] = None
    pre_trade_disabled: Annotated[
        bool | None,
        Field(
            alias="preTradeDisabled",
            description="Whether trading is barred before any check. True for a new account.",
        ),
    ] = None
    deleted: Annotated[bool | None, Field(description="Whether the account is deleted.")] = None
    enabled: Annotated[
        str | None,
        Field(
            description="State of the account, a text and not a boolean. Known: Disabled (as a new account starts), Enabled, BackOfficeOnly, PitTradeOnly. Others may come."
        ),
    ] = None
    position_rollover: Annotated[
        bool | None, Field(alias="positionRollover", description="Whether positions roll over.")
    ] = None
    pl_rollover: Annotated[
        bool | None, Field(alias="plRollover", description="Whether profit and loss roll over.")
    ] = None
    min_balance: Annotated[float | str | None, Field(alias="minBalance", description="Least balance.")] = None
    margin_pc: Annotated[float | str | None, Field(alias="marginPC", description="Margin. In per cent.")] = (
        None
    )
    overnight_margin_pc: Annotated[
        float | str | None, Field(alias="overnightMarginPC", description="Overnight margin. In per cent.")
    ] = None
    loss_limit: Annotated[float | str | None, Field(alias="lossLimit", description="Loss limit.")] = None
    loss_limit_pc: Annotated[
        float | str | None, Field(alias="lossLimitPC", description="Loss limit. In per cent.")
    ] = None
    day_loss_limit: Annotated[
        float | str | None, Field(alias="dayLossLimit", description="Loss limit of a day.")
    ] = None
    day_loss_limit_pc: Annotated[
        float | str | None, Field(alias="dayLossLimitPC", description="Loss limit of a day. In per cent.")
    ] = None
    max_position: Annotated[
        int | None, Field(alias="maxPosition", description="Largest position. -1 means no limit.")
    ] = None
    no_balance_updates: Annotated[
        bool | None, Field(alias="noBalanceUpdates", description="Whether balance updates are off.")
    ] = None
    no_position_updates: Annotated[
        bool | None, Field(alias="noPositionUpdates", description="Whether position updates are off.")
    ] = None
    account_mode: Annotated[
        str | None,
        Field(
            alias="accountMode",
            description="How risk is kept. Known: ByMarket, ByContract, ByAccount, ByAccountDay, ByPortfolio, T500, T500Demo, AutoLiq, Unknown. Others may come.",
        ),
    ] = None
    order_routing: Annotated[
        bool | None, Field(alias="orderRouting", description="Whether orders are routed.")
    ] = None
    group_name: Annotated[
        str | None, Field(alias="groupName", description="Group. Empty if there is none.")
    ] = None
    active_time_start: Annotated[
        str | None,
        Field(alias="activeTimeStart", description="Start of the active time. Empty if there is none."),
    ] = None
    active_time_stop: Annotated[
        str | None,
        Field(alias="activeTimeStop", description="End of the active time. Empty if there is none."),
    ] = None
    strategy_max_clip_size: Annotated[
        int | None,
        Field(alias="strategyMaxClipSize", description="Largest strategy order. -1 means no limit."),
    ] = None
    strategy_max_position: Annotated[
        int | None,
        Field(alias="strategyMaxPosition", description="Largest strategy position. -1 means no limit."),
    ] = None
    warning_threshold_pl: Annotated[
        int | None,
        Field(alias="warningThresholdPL", description="Warning level of profit and loss. -1 means no limit."),
    ] = None
    warning_threshold_loss_limit: Annotated[
        int | None,
        Field(
            alias="warningThresholdLossLimit",
            description="Warning level of the loss limit. -1 means no limit.",
        ),
    ] = None
    warning_threshold_margin: Annotated[
        int | None,
        Field(alias="warningThresholdMargin", description="Warning level of margin. -1 means no limit."),
    ] = None
    bo_firm_code: Annotated[
        str | None, Field(alias="boFirmCode", description="Back office's firm code. Empty if there is none.")
    ] = None
    bo_office_code: Annotated[
        str | None,
        Field(alias="boOfficeCode", description="Back office's office code. Empty if there is none."),
    ] = None
    bo_sales_code: Annotated[
        str | None,
        Field(alias="boSalesCode", description="Back office's sales code. Empty if there is none."),
    ] = None
    total_pit_trades: Annotated[
        int | None, Field(alias="totalPitTrades", description="Pit trades allowed. -1 means no limit.")
    ] = None
    strategy_total_pit_trades: Annotated[
        int | None,
        Field(alias="strategyTotalPitTrades", description="Strategy pit trades allowed. -1 means no limit."),
    ] = None
    max_contract_margin: Annotated[
        float | str | None,
        Field(alias="maxContractMargin", description="Largest margin of a contract. -1 means no limit."),
    ] = None
    max_contract_day_margin: Annotated[
        float | str | None,
        Field(
            alias="maxContractDayMargin", description="Largest day margin of a contract. -1 means no limit."
        ),
    ] = None
    block_expiring: Annotated[
        int | None, Field(alias="blockExpiring", description="Block on expiring contracts. -1 means none.")
    ] = None
    block_expiring_options: Annotated[
        int | None,
        Field(alias="blockExpiringOptions", description="Block on expiring options. -1 means none."),
    ] = None
    max_account_position: Annotated[
        int | None,
        Field(alias="maxAccountPosition", description="Largest position of the account. -1 means no limit."),
    ] = None
    use_pl_for_margin: Annotated[
        bool | None,
        Field(alias="usePLForMargin", description="Whether profit and loss count towards margin."),
    ] = None
    use_premium_for_margin: Annotated[
        bool | None, Field(alias="usePremiumForMargin", description="Whether premiums count towards margin.")
    ] = None
    risk_alerts: Annotated[
        bool | None, Field(alias="riskAlerts", description="Whether risk alerts are on.")
    ] = None
    fees: Annotated[float | str | None, Field(description="Fees.")] = None
    commission: Annotated[float | str | None, Field(description="Commission.")] = None
    e_mail: Annotated[
        str | None, Field(alias="eMail", description="E-mail address of the account. Empty if there is none.")
    ] = None
    wide_market: Annotated[
        int | None, Field(alias="wideMarket", description="Wide market check. -1 means none.")
    ] = None
    price_banding: Annotated[
        int | None, Field(alias="priceBanding", description="Price banding check. -1 means none.")
    ] = None
    risk_debug: Annotated[
        str | None, Field(alias="riskDebug", description="Debug level of risk. Known: None.")
    ] = None
    trade_import: Annotated[
        bool | None, Field(alias="tradeImport", description="Whether trades are imported.")
    ] = None
    margin_type: Annotated[
        str | None,
        Field(
            alias="marginType",
            description="Kind of margin. Known: Spec, HedgeOrMember, FirmOrAccount. Others may come.",
        ),
    ] = None
    max_delta: Annotated[
        float | str | None, Field(alias="maxDelta", description="Largest delta. -1 means no limit.")
    ] = None
    max_working_long_delta: Annotated[
        float | str | None,
        Field(
            alias="maxWorkingLongDelta",
            description="Largest long delta in working orders. -1 means no limit.",
        ),
    ] = None
    max_working_short_delta: Annotated[
        float | str | None,
        Field(
            alias="maxWorkingShortDelta",
            description="Largest short delta in working orders. -1 means no limit.",
        ),
    ] = None
    delayed: Annotated[bool | None, Field(description="Whether data is delayed.")] = None
    assigned_type: Annotated[
        bool | None, Field(alias="assignedType", description="Whether the type was assigned.")
    ] = None
    options_settlement: Annotated[
        int | None, Field(alias="optionsSettlement", description="Settlement of options.")
    ] = None
    warning_threshold_min_net_equity: Annotated[
        float | str | None,
        Field(alias="warningThresholdMinNetEquity", description="Warning level of the least net equity."),
    ] = None
    risk_details: Annotated[RiskDetails | None, Field(alias="riskDetails", description="Risk figures.")] = (
        None
    )
    firm: Annotated[str | None, Field(description="Firm. Empty in the printed answer.")] = None
    parent_firm_id: Annotated[
        str | None, Field(alias="parentFirmID", description="Parent firm. Empty if there is none.")
    ] = None


class ExchangeMarketData(BaseModel):
    """
    Subscription at one exchange.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    clearing_exchange: Annotated[str | None, Field(alias="clearingExchange", description="Exchange.")] = None
    description: Annotated[str | None, Field(description="Name of the exchange.")] = None
    market_data_type: Annotated[
        str | None,
        Field(
            alias="marketDataType",
            description="What is subscribed to. Known: Depth, TOB, Delayed, None, EMini, NotSet. Others may come.",
        ),
    ] = None
    options: Annotated[list[MarketDataOption] | None, Field(description="What could be subscribed to.")] = (
        None
    )
    has_executing_account: Annotated[
        bool | None,
        Field(
            alias="hasExecutingAccount", description="Whether the user has an account that executes there."
        ),
    ] = None


class EulaRecord(BaseModel):
    """
    Record of accepted agreements.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    collected_by: Annotated[
        str | None,
        Field(alias="collectedBy", description="Who collected the acceptance; API after an onboarding call."),
    ] = None
    eula_version: Annotated[
        str | None, Field(alias="eulaVersion", description="Version of the agreements.")
    ] = None
    signatures: Annotated[list[EulaSignature] | None, Field(description="The agreements.")] = None


class UserEula(BaseModel):
    """
    Agreements of a user.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    documents: Annotated[
        list[EulaDocument] | None, Field(description="The agreements that apply to the user.")
    ] = None
    signature_template: Annotated[
        EulaRecord | None,
        Field(alias="signatureTemplate", description="Acceptance to fill in: put a time into each entry."),
    ] = None


class OnboardUserRequest(BaseModel):
    """
    One person to onboard.
    """

    model_config = ConfigDict(
        extra="forbid",
        validate_by_name=True,
    )
    user: Annotated[NewUser, Field(alias="User")]
    account: Annotated[NewAccount, Field(alias="Account")]
    market_data: Annotated[MarketDataSelection | None, Field(alias="MarketData")] = None
    eula: Annotated[EulaAcceptance | None, Field(alias="Eula")] = None


class MarketData(BaseModel):
    """
    Subscriptions of the user.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    exchange_market_data: Annotated[
        list[ExchangeMarketData] | None,
        Field(alias="exchangeMarketData", description="One entry for each exchange."),
    ] = None
    total_count: Annotated[int | None, Field(alias="totalCount", description="Number of entries.")] = None


class UserEulaAnswer(BaseModel):
    """
    Answer of getUserEula.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    data: Annotated[UserEula | None, Field(description="The agreements.")] = None
    metadata: Annotated[Metadata | None, Field(description="Time and id of the request.")] = None


class OnboardingData(BaseModel):
    """
    What was made.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    user: Annotated[User | None, Field(description="The user.")] = None
    account: Annotated[Account | None, Field(description="The account.")] = None
    market_data: Annotated[
        MarketData | None,
        Field(alias="marketData", description="The subscriptions. May be missing where none were asked for."),
    ] = None
    eula_signature: Annotated[
        EulaRecord | None,
        Field(
            alias="eulaSignature", description="The accepted agreements. May be missing where none were sent."
        ),
    ] = None


class OnboardingValue(BaseModel):
    """
    Data and metadata.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    data: Annotated[OnboardingData | None, Field(description="What was made.")] = None
    metadata: Annotated[Metadata | None, Field(description="Time and id of the request.")] = None


class OnboardingResult(BaseModel):
    """
    Wrapping of the answer.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    value: Annotated[OnboardingValue | None, Field(description="Data and metadata.")] = None
    formatters: Annotated[list[Any] | None, Field(description="Empty; an artefact of the server.")] = None
    content_types: Annotated[
        list[Any] | None, Field(alias="contentTypes", description="Empty; an artefact of the server.")
    ] = None
    status_code: Annotated[
        int | None,
        Field(
            alias="statusCode",
            description="HTTP status meant by the venue. 400 or more is a failure, whatever the real status.",
        ),
    ] = None


class OnboardUserAnswer(BaseModel):
    """
    Answer of onboardUser: result.value.data, or data at the top.
    """

    model_config = ConfigDict(
        validate_by_name=True,
    )
    result: Annotated[OnboardingResult | None, Field(description="The wrapped result.")] = None
    data: Annotated[
        OnboardingData | None,
        Field(description="The result itself, where the venue answers without the wrapping."),
    ] = None
    metadata: Annotated[
        Metadata | None, Field(description="Where the venue answers without the wrapping.")
    ] = None
