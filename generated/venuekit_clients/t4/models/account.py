# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Account")

_KNOWN: frozenset[str] = frozenset(
    (
        "accountID",
        "firmID",
        "account",
        "accountName",
        "displayName",
        "balance",
        "cash",
        "maxClipSize",
        "preTradeDisabled",
        "deleted",
        "enabled",
        "positionRollover",
        "plRollover",
        "minBalance",
        "marginPC",
        "overnightMarginPC",
        "lossLimit",
        "lossLimitPC",
        "dayLossLimit",
        "dayLossLimitPC",
        "maxPosition",
        "noBalanceUpdates",
        "noPositionUpdates",
        "accountMode",
        "orderRouting",
        "groupName",
        "activeTimeStart",
        "activeTimeStop",
        "strategyMaxClipSize",
        "strategyMaxPosition",
        "warningThresholdPL",
        "warningThresholdLossLimit",
        "warningThresholdMargin",
        "boFirmCode",
        "boOfficeCode",
        "boSalesCode",
        "totalPitTrades",
        "strategyTotalPitTrades",
        "maxContractMargin",
        "maxContractDayMargin",
        "blockExpiring",
        "blockExpiringOptions",
        "maxAccountPosition",
        "usePLForMargin",
        "usePremiumForMargin",
        "riskAlerts",
        "fees",
        "commission",
        "eMail",
        "wideMarket",
        "priceBanding",
        "riskDebug",
        "tradeImport",
        "marginType",
        "maxDelta",
        "maxWorkingLongDelta",
        "maxWorkingShortDelta",
        "delayed",
        "assignedType",
        "optionsSettlement",
        "warningThresholdMinNetEquity",
        "riskDetails",
        "firm",
        "parentFirmID",
    )
)


@_attrs_define
class Account:
    """The account as made. It starts disabled.

    Attributes:
        account_id (str): Id of the account, a GUID in capitals.
        firm_id (str | Unset): Id of the firm, a GUID.
        account (str | Unset): Identifier as requested.
        account_name (str | Unset): Name as requested.
        display_name (str | Unset): Friendly name. Empty in the printed answer although one was sent.
        balance (float | str | Unset): Balance.
        cash (float | str | Unset): Cash.
        max_clip_size (int | Unset): Largest order. -1 means no limit.
        pre_trade_disabled (bool | Unset): Whether trading is barred before any check. True for a new account.
        deleted (bool | Unset): Whether the account is deleted.
        enabled (str | Unset): State of the account, a text and not a boolean. Known: Disabled (as a new account
            starts), Enabled, BackOfficeOnly, PitTradeOnly. Others may come.
        position_rollover (bool | Unset): Whether positions roll over.
        pl_rollover (bool | Unset): Whether profit and loss roll over.
        min_balance (float | str | Unset): Least balance.
        margin_pc (float | str | Unset): Margin. In per cent.
        overnight_margin_pc (float | str | Unset): Overnight margin. In per cent.
        loss_limit (float | str | Unset): Loss limit.
        loss_limit_pc (float | str | Unset): Loss limit. In per cent.
        day_loss_limit (float | str | Unset): Loss limit of a day.
        day_loss_limit_pc (float | str | Unset): Loss limit of a day. In per cent.
        max_position (int | Unset): Largest position. -1 means no limit.
        no_balance_updates (bool | Unset): Whether balance updates are off.
        no_position_updates (bool | Unset): Whether position updates are off.
        account_mode (str | Unset): How risk is kept. Known: ByMarket, ByContract, ByAccount, ByAccountDay, ByPortfolio,
            T500, T500Demo, AutoLiq, Unknown. Others may come.
        order_routing (bool | Unset): Whether orders are routed.
        group_name (str | Unset): Group. Empty if there is none.
        active_time_start (str | Unset): Start of the active time. Empty if there is none.
        active_time_stop (str | Unset): End of the active time. Empty if there is none.
        strategy_max_clip_size (int | Unset): Largest strategy order. -1 means no limit.
        strategy_max_position (int | Unset): Largest strategy position. -1 means no limit.
        warning_threshold_pl (int | Unset): Warning level of profit and loss. -1 means no limit.
        warning_threshold_loss_limit (int | Unset): Warning level of the loss limit. -1 means no limit.
        warning_threshold_margin (int | Unset): Warning level of margin. -1 means no limit.
        bo_firm_code (str | Unset): Back office's firm code. Empty if there is none.
        bo_office_code (str | Unset): Back office's office code. Empty if there is none.
        bo_sales_code (str | Unset): Back office's sales code. Empty if there is none.
        total_pit_trades (int | Unset): Pit trades allowed. -1 means no limit.
        strategy_total_pit_trades (int | Unset): Strategy pit trades allowed. -1 means no limit.
        max_contract_margin (float | str | Unset): Largest margin of a contract. -1 means no limit.
        max_contract_day_margin (float | str | Unset): Largest day margin of a contract. -1 means no limit.
        block_expiring (int | Unset): Block on expiring contracts. -1 means none.
        block_expiring_options (int | Unset): Block on expiring options. -1 means none.
        max_account_position (int | Unset): Largest position of the account. -1 means no limit.
        use_pl_for_margin (bool | Unset): Whether profit and loss count towards margin.
        use_premium_for_margin (bool | Unset): Whether premiums count towards margin.
        risk_alerts (bool | Unset): Whether risk alerts are on.
        fees (float | str | Unset): Fees.
        commission (float | str | Unset): Commission.
        e_mail (str | Unset): E-mail address of the account. Empty if there is none.
        wide_market (int | Unset): Wide market check. -1 means none.
        price_banding (int | Unset): Price banding check. -1 means none.
        risk_debug (str | Unset): Debug level of risk. Known: None.
        trade_import (bool | Unset): Whether trades are imported.
        margin_type (str | Unset): Kind of margin. Known: Spec, HedgeOrMember, FirmOrAccount. Others may come.
        max_delta (float | str | Unset): Largest delta. -1 means no limit.
        max_working_long_delta (float | str | Unset): Largest long delta in working orders. -1 means no limit.
        max_working_short_delta (float | str | Unset): Largest short delta in working orders. -1 means no limit.
        delayed (bool | Unset): Whether data is delayed.
        assigned_type (bool | Unset): Whether the type was assigned.
        options_settlement (int | Unset): Settlement of options.
        warning_threshold_min_net_equity (float | str | Unset): Warning level of the least net equity.
        risk_details (None | RiskDetails | Unset): Risk figures.
        firm (str | Unset): Firm. Empty in the printed answer.
        parent_firm_id (str | Unset): Parent firm. Empty if there is none.
    """

    account_id: str
    firm_id: str | Unset = UNSET
    account: str | Unset = UNSET
    account_name: str | Unset = UNSET
    display_name: str | Unset = UNSET
    balance: float | str | Unset = UNSET
    cash: float | str | Unset = UNSET
    max_clip_size: int | Unset = UNSET
    pre_trade_disabled: bool | Unset = UNSET
    deleted: bool | Unset = UNSET
    enabled: str | Unset = UNSET
    position_rollover: bool | Unset = UNSET
    pl_rollover: bool | Unset = UNSET
    min_balance: float | str | Unset = UNSET
    margin_pc: float | str | Unset = UNSET
    overnight_margin_pc: float | str | Unset = UNSET
    loss_limit: float | str | Unset = UNSET
    loss_limit_pc: float | str | Unset = UNSET
    day_loss_limit: float | str | Unset = UNSET
    day_loss_limit_pc: float | str | Unset = UNSET
    max_position: int | Unset = UNSET
    no_balance_updates: bool | Unset = UNSET
    no_position_updates: bool | Unset = UNSET
    account_mode: str | Unset = UNSET
    order_routing: bool | Unset = UNSET
    group_name: str | Unset = UNSET
    active_time_start: str | Unset = UNSET
    active_time_stop: str | Unset = UNSET
    strategy_max_clip_size: int | Unset = UNSET
    strategy_max_position: int | Unset = UNSET
    warning_threshold_pl: int | Unset = UNSET
    warning_threshold_loss_limit: int | Unset = UNSET
    warning_threshold_margin: int | Unset = UNSET
    bo_firm_code: str | Unset = UNSET
    bo_office_code: str | Unset = UNSET
    bo_sales_code: str | Unset = UNSET
    total_pit_trades: int | Unset = UNSET
    strategy_total_pit_trades: int | Unset = UNSET
    max_contract_margin: float | str | Unset = UNSET
    max_contract_day_margin: float | str | Unset = UNSET
    block_expiring: int | Unset = UNSET
    block_expiring_options: int | Unset = UNSET
    max_account_position: int | Unset = UNSET
    use_pl_for_margin: bool | Unset = UNSET
    use_premium_for_margin: bool | Unset = UNSET
    risk_alerts: bool | Unset = UNSET
    fees: float | str | Unset = UNSET
    commission: float | str | Unset = UNSET
    e_mail: str | Unset = UNSET
    wide_market: int | Unset = UNSET
    price_banding: int | Unset = UNSET
    risk_debug: str | Unset = UNSET
    trade_import: bool | Unset = UNSET
    margin_type: str | Unset = UNSET
    max_delta: float | str | Unset = UNSET
    max_working_long_delta: float | str | Unset = UNSET
    max_working_short_delta: float | str | Unset = UNSET
    delayed: bool | Unset = UNSET
    assigned_type: bool | Unset = UNSET
    options_settlement: int | Unset = UNSET
    warning_threshold_min_net_equity: float | str | Unset = UNSET
    risk_details: None | RiskDetails | Unset = UNSET
    firm: str | Unset = UNSET
    parent_firm_id: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        account_id = self.account_id

        firm_id = self.firm_id

        account = self.account

        account_name = self.account_name

        display_name = self.display_name

        balance: float | str | Unset
        if isinstance(self.balance, Unset):
            balance = UNSET
        else:
            balance = self.balance

        cash: float | str | Unset
        if isinstance(self.cash, Unset):
            cash = UNSET
        else:
            cash = self.cash

        max_clip_size = self.max_clip_size

        pre_trade_disabled = self.pre_trade_disabled

        deleted = self.deleted

        enabled = self.enabled

        position_rollover = self.position_rollover

        pl_rollover = self.pl_rollover

        min_balance: float | str | Unset
        if isinstance(self.min_balance, Unset):
            min_balance = UNSET
        else:
            min_balance = self.min_balance

        margin_pc: float | str | Unset
        if isinstance(self.margin_pc, Unset):
            margin_pc = UNSET
        else:
            margin_pc = self.margin_pc

        overnight_margin_pc: float | str | Unset
        if isinstance(self.overnight_margin_pc, Unset):
            overnight_margin_pc = UNSET
        else:
            overnight_margin_pc = self.overnight_margin_pc

        loss_limit: float | str | Unset
        if isinstance(self.loss_limit, Unset):
            loss_limit = UNSET
        else:
            loss_limit = self.loss_limit

        loss_limit_pc: float | str | Unset
        if isinstance(self.loss_limit_pc, Unset):
            loss_limit_pc = UNSET
        else:
            loss_limit_pc = self.loss_limit_pc

        day_loss_limit: float | str | Unset
        if isinstance(self.day_loss_limit, Unset):
            day_loss_limit = UNSET
        else:
            day_loss_limit = self.day_loss_limit

        day_loss_limit_pc: float | str | Unset
        if isinstance(self.day_loss_limit_pc, Unset):
            day_loss_limit_pc = UNSET
        else:
            day_loss_limit_pc = self.day_loss_limit_pc

        max_position = self.max_position

        no_balance_updates = self.no_balance_updates

        no_position_updates = self.no_position_updates

        account_mode = self.account_mode

        order_routing = self.order_routing

        group_name = self.group_name

        active_time_start = self.active_time_start

        active_time_stop = self.active_time_stop

        strategy_max_clip_size = self.strategy_max_clip_size

        strategy_max_position = self.strategy_max_position

        warning_threshold_pl = self.warning_threshold_pl

        warning_threshold_loss_limit = self.warning_threshold_loss_limit

        warning_threshold_margin = self.warning_threshold_margin

        bo_firm_code = self.bo_firm_code

        bo_office_code = self.bo_office_code

        bo_sales_code = self.bo_sales_code

        total_pit_trades = self.total_pit_trades

        strategy_total_pit_trades = self.strategy_total_pit_trades

        max_contract_margin: float | str | Unset
        if isinstance(self.max_contract_margin, Unset):
            max_contract_margin = UNSET
        else:
            max_contract_margin = self.max_contract_margin

        max_contract_day_margin: float | str | Unset
        if isinstance(self.max_contract_day_margin, Unset):
            max_contract_day_margin = UNSET
        else:
            max_contract_day_margin = self.max_contract_day_margin

        block_expiring = self.block_expiring

        block_expiring_options = self.block_expiring_options

        max_account_position = self.max_account_position

        use_pl_for_margin = self.use_pl_for_margin

        use_premium_for_margin = self.use_premium_for_margin

        risk_alerts = self.risk_alerts

        fees: float | str | Unset
        if isinstance(self.fees, Unset):
            fees = UNSET
        else:
            fees = self.fees

        commission: float | str | Unset
        if isinstance(self.commission, Unset):
            commission = UNSET
        else:
            commission = self.commission

        e_mail = self.e_mail

        wide_market = self.wide_market

        price_banding = self.price_banding

        risk_debug = self.risk_debug

        trade_import = self.trade_import

        margin_type = self.margin_type

        max_delta: float | str | Unset
        if isinstance(self.max_delta, Unset):
            max_delta = UNSET
        else:
            max_delta = self.max_delta

        max_working_long_delta: float | str | Unset
        if isinstance(self.max_working_long_delta, Unset):
            max_working_long_delta = UNSET
        else:
            max_working_long_delta = self.max_working_long_delta

        max_working_short_delta: float | str | Unset
        if isinstance(self.max_working_short_delta, Unset):
            max_working_short_delta = UNSET
        else:
            max_working_short_delta = self.max_working_short_delta

        delayed = self.delayed

        assigned_type = self.assigned_type

        options_settlement = self.options_settlement

        warning_threshold_min_net_equity: float | str | Unset
        if isinstance(self.warning_threshold_min_net_equity, Unset):
            warning_threshold_min_net_equity = UNSET
        else:
            warning_threshold_min_net_equity = self.warning_threshold_min_net_equity

        risk_details: dict[str, Any] | None | Unset
        if isinstance(self.risk_details, Unset):
            risk_details = UNSET
        elif isinstance(self.risk_details, RiskDetails):
            risk_details = self.risk_details.to_dict()
        else:
            risk_details = self.risk_details

        firm = self.firm

        parent_firm_id = self.parent_firm_id

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "accountID": account_id,
            }
        )
        if firm_id is not UNSET:
            fields_["firmID"] = firm_id
        if account is not UNSET:
            fields_["account"] = account
        if account_name is not UNSET:
            fields_["accountName"] = account_name
        if display_name is not UNSET:
            fields_["displayName"] = display_name
        if balance is not UNSET:
            fields_["balance"] = balance
        if cash is not UNSET:
            fields_["cash"] = cash
        if max_clip_size is not UNSET:
            fields_["maxClipSize"] = max_clip_size
        if pre_trade_disabled is not UNSET:
            fields_["preTradeDisabled"] = pre_trade_disabled
        if deleted is not UNSET:
            fields_["deleted"] = deleted
        if enabled is not UNSET:
            fields_["enabled"] = enabled
        if position_rollover is not UNSET:
            fields_["positionRollover"] = position_rollover
        if pl_rollover is not UNSET:
            fields_["plRollover"] = pl_rollover
        if min_balance is not UNSET:
            fields_["minBalance"] = min_balance
        if margin_pc is not UNSET:
            fields_["marginPC"] = margin_pc
        if overnight_margin_pc is not UNSET:
            fields_["overnightMarginPC"] = overnight_margin_pc
        if loss_limit is not UNSET:
            fields_["lossLimit"] = loss_limit
        if loss_limit_pc is not UNSET:
            fields_["lossLimitPC"] = loss_limit_pc
        if day_loss_limit is not UNSET:
            fields_["dayLossLimit"] = day_loss_limit
        if day_loss_limit_pc is not UNSET:
            fields_["dayLossLimitPC"] = day_loss_limit_pc
        if max_position is not UNSET:
            fields_["maxPosition"] = max_position
        if no_balance_updates is not UNSET:
            fields_["noBalanceUpdates"] = no_balance_updates
        if no_position_updates is not UNSET:
            fields_["noPositionUpdates"] = no_position_updates
        if account_mode is not UNSET:
            fields_["accountMode"] = account_mode
        if order_routing is not UNSET:
            fields_["orderRouting"] = order_routing
        if group_name is not UNSET:
            fields_["groupName"] = group_name
        if active_time_start is not UNSET:
            fields_["activeTimeStart"] = active_time_start
        if active_time_stop is not UNSET:
            fields_["activeTimeStop"] = active_time_stop
        if strategy_max_clip_size is not UNSET:
            fields_["strategyMaxClipSize"] = strategy_max_clip_size
        if strategy_max_position is not UNSET:
            fields_["strategyMaxPosition"] = strategy_max_position
        if warning_threshold_pl is not UNSET:
            fields_["warningThresholdPL"] = warning_threshold_pl
        if warning_threshold_loss_limit is not UNSET:
            fields_["warningThresholdLossLimit"] = warning_threshold_loss_limit
        if warning_threshold_margin is not UNSET:
            fields_["warningThresholdMargin"] = warning_threshold_margin
        if bo_firm_code is not UNSET:
            fields_["boFirmCode"] = bo_firm_code
        if bo_office_code is not UNSET:
            fields_["boOfficeCode"] = bo_office_code
        if bo_sales_code is not UNSET:
            fields_["boSalesCode"] = bo_sales_code
        if total_pit_trades is not UNSET:
            fields_["totalPitTrades"] = total_pit_trades
        if strategy_total_pit_trades is not UNSET:
            fields_["strategyTotalPitTrades"] = strategy_total_pit_trades
        if max_contract_margin is not UNSET:
            fields_["maxContractMargin"] = max_contract_margin
        if max_contract_day_margin is not UNSET:
            fields_["maxContractDayMargin"] = max_contract_day_margin
        if block_expiring is not UNSET:
            fields_["blockExpiring"] = block_expiring
        if block_expiring_options is not UNSET:
            fields_["blockExpiringOptions"] = block_expiring_options
        if max_account_position is not UNSET:
            fields_["maxAccountPosition"] = max_account_position
        if use_pl_for_margin is not UNSET:
            fields_["usePLForMargin"] = use_pl_for_margin
        if use_premium_for_margin is not UNSET:
            fields_["usePremiumForMargin"] = use_premium_for_margin
        if risk_alerts is not UNSET:
            fields_["riskAlerts"] = risk_alerts
        if fees is not UNSET:
            fields_["fees"] = fees
        if commission is not UNSET:
            fields_["commission"] = commission
        if e_mail is not UNSET:
            fields_["eMail"] = e_mail
        if wide_market is not UNSET:
            fields_["wideMarket"] = wide_market
        if price_banding is not UNSET:
            fields_["priceBanding"] = price_banding
        if risk_debug is not UNSET:
            fields_["riskDebug"] = risk_debug
        if trade_import is not UNSET:
            fields_["tradeImport"] = trade_import
        if margin_type is not UNSET:
            fields_["marginType"] = margin_type
        if max_delta is not UNSET:
            fields_["maxDelta"] = max_delta
        if max_working_long_delta is not UNSET:
            fields_["maxWorkingLongDelta"] = max_working_long_delta
        if max_working_short_delta is not UNSET:
            fields_["maxWorkingShortDelta"] = max_working_short_delta
        if delayed is not UNSET:
            fields_["delayed"] = delayed
        if assigned_type is not UNSET:
            fields_["assignedType"] = assigned_type
        if options_settlement is not UNSET:
            fields_["optionsSettlement"] = options_settlement
        if warning_threshold_min_net_equity is not UNSET:
            fields_["warningThresholdMinNetEquity"] = warning_threshold_min_net_equity
        if risk_details is not UNSET:
            fields_["riskDetails"] = risk_details
        if firm is not UNSET:
            fields_["firm"] = firm
        if parent_firm_id is not UNSET:
            fields_["parentFirmID"] = parent_firm_id

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_risk_details(data: object) -> None | RiskDetails | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                risk_details_type_0 = RiskDetails.from_dict(data)

                return risk_details_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        risk_details = _parse_risk_details(get_("riskDetails", UNSET))

        instance_ = cls(
            account_id=src_dict["accountID"],
            firm_id=get_("firmID", UNSET),
            account=get_("account", UNSET),
            account_name=get_("accountName", UNSET),
            display_name=get_("displayName", UNSET),
            balance=get_("balance", UNSET),
            cash=get_("cash", UNSET),
            max_clip_size=get_("maxClipSize", UNSET),
            pre_trade_disabled=get_("preTradeDisabled", UNSET),
            deleted=get_("deleted", UNSET),
            enabled=get_("enabled", UNSET),
            position_rollover=get_("positionRollover", UNSET),
            pl_rollover=get_("plRollover", UNSET),
            min_balance=get_("minBalance", UNSET),
            margin_pc=get_("marginPC", UNSET),
            overnight_margin_pc=get_("overnightMarginPC", UNSET),
            loss_limit=get_("lossLimit", UNSET),
            loss_limit_pc=get_("lossLimitPC", UNSET),
            day_loss_limit=get_("dayLossLimit", UNSET),
            day_loss_limit_pc=get_("dayLossLimitPC", UNSET),
            max_position=get_("maxPosition", UNSET),
            no_balance_updates=get_("noBalanceUpdates", UNSET),
            no_position_updates=get_("noPositionUpdates", UNSET),
            account_mode=get_("accountMode", UNSET),
            order_routing=get_("orderRouting", UNSET),
            group_name=get_("groupName", UNSET),
            active_time_start=get_("activeTimeStart", UNSET),
            active_time_stop=get_("activeTimeStop", UNSET),
            strategy_max_clip_size=get_("strategyMaxClipSize", UNSET),
            strategy_max_position=get_("strategyMaxPosition", UNSET),
            warning_threshold_pl=get_("warningThresholdPL", UNSET),
            warning_threshold_loss_limit=get_("warningThresholdLossLimit", UNSET),
            warning_threshold_margin=get_("warningThresholdMargin", UNSET),
            bo_firm_code=get_("boFirmCode", UNSET),
            bo_office_code=get_("boOfficeCode", UNSET),
            bo_sales_code=get_("boSalesCode", UNSET),
            total_pit_trades=get_("totalPitTrades", UNSET),
            strategy_total_pit_trades=get_("strategyTotalPitTrades", UNSET),
            max_contract_margin=get_("maxContractMargin", UNSET),
            max_contract_day_margin=get_("maxContractDayMargin", UNSET),
            block_expiring=get_("blockExpiring", UNSET),
            block_expiring_options=get_("blockExpiringOptions", UNSET),
            max_account_position=get_("maxAccountPosition", UNSET),
            use_pl_for_margin=get_("usePLForMargin", UNSET),
            use_premium_for_margin=get_("usePremiumForMargin", UNSET),
            risk_alerts=get_("riskAlerts", UNSET),
            fees=get_("fees", UNSET),
            commission=get_("commission", UNSET),
            e_mail=get_("eMail", UNSET),
            wide_market=get_("wideMarket", UNSET),
            price_banding=get_("priceBanding", UNSET),
            risk_debug=get_("riskDebug", UNSET),
            trade_import=get_("tradeImport", UNSET),
            margin_type=get_("marginType", UNSET),
            max_delta=get_("maxDelta", UNSET),
            max_working_long_delta=get_("maxWorkingLongDelta", UNSET),
            max_working_short_delta=get_("maxWorkingShortDelta", UNSET),
            delayed=get_("delayed", UNSET),
            assigned_type=get_("assignedType", UNSET),
            options_settlement=get_("optionsSettlement", UNSET),
            warning_threshold_min_net_equity=get_("warningThresholdMinNetEquity", UNSET),
            risk_details=risk_details,
            firm=get_("firm", UNSET),
            parent_firm_id=get_("parentFirmID", UNSET),
        )
        if not _KNOWN.issuperset(src_dict):
            rest_ = {key: value for key, value in src_dict.items() if key not in _KNOWN}
            instance_.additional_properties = rest_
        return instance_

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


from ..models.risk_details import RiskDetails
