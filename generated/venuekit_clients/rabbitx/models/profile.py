# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Profile")

_KNOWN: frozenset[str] = frozenset(
    (
        "id",
        "wallet",
        "profile_type",
        "status",
        "balance",
        "account_equity",
        "account_leverage",
        "account_margin",
        "cum_trading_volume",
        "cum_unrealized_pnl",
        "health",
        "last_liq_check",
        "last_update",
        "leverage",
        "orders",
        "positions",
        "profile_notifications",
        "total_notional",
        "total_order_margin",
        "total_position_margin",
        "withdrawable_balance",
        "mmf_total",
        "acmf_total",
        "tier_status",
    )
)


@_attrs_define
class Profile:
    """A trading profile on one chain. Amounts are in USD, as decimal strings or numbers.

    Attributes:
        id (int | Unset): Identifier of the profile.
        wallet (str | Unset): Address of the wallet.
        profile_type (str | Unset): Known: `trader`, `vault`, and other kinds that the venue makes itself.
        status (str | Unset): State of the profile, for example `active`. The values are not documented.
        balance (float | None | str | Unset): Deposited and realised money.
        account_equity (float | None | str | Unset): Balance with unrealised profit and loss.
        account_leverage (float | None | str | Unset): Leverage over all positions.
        account_margin (float | None | str | Unset): Margin of the account.
        cum_trading_volume (float | None | str | Unset): Volume traded so far.
        cum_unrealized_pnl (float | None | str | Unset): Unrealised profit and loss of all positions.
        health (float | None | str | Unset): How far the account is from liquidation.
        last_liq_check (int | None | Unset): Last check for liquidation.
        last_update (int | None | Unset): Last change, unix microseconds.
        leverage (LeverageByMarket | None | Unset):
        orders (list[Order] | None | Unset): Open orders.
        positions (list[Position] | None | Unset): Open positions.
        profile_notifications (list[Notification] | None | Unset): What the venue wants to tell the user.
        total_notional (float | None | str | Unset): Size of all positions in money.
        total_order_margin (float | None | str | Unset): Margin held by open orders.
        total_position_margin (float | None | str | Unset): Margin held by positions.
        withdrawable_balance (float | None | str | Unset): What could be withdrawn now.
        mmf_total (float | None | str | Unset): Sum of the maintenance margin fractions.
        acmf_total (float | None | str | Unset): Sum of the auto-close margin fractions.
        tier_status (None | TierStatus | Unset):
    """

    id: int | Unset = UNSET
    wallet: str | Unset = UNSET
    profile_type: str | Unset = UNSET
    status: str | Unset = UNSET
    balance: float | None | str | Unset = UNSET
    account_equity: float | None | str | Unset = UNSET
    account_leverage: float | None | str | Unset = UNSET
    account_margin: float | None | str | Unset = UNSET
    cum_trading_volume: float | None | str | Unset = UNSET
    cum_unrealized_pnl: float | None | str | Unset = UNSET
    health: float | None | str | Unset = UNSET
    last_liq_check: int | None | Unset = UNSET
    last_update: int | None | Unset = UNSET
    leverage: LeverageByMarket | None | Unset = UNSET
    orders: list[Order] | None | Unset = UNSET
    positions: list[Position] | None | Unset = UNSET
    profile_notifications: list[Notification] | None | Unset = UNSET
    total_notional: float | None | str | Unset = UNSET
    total_order_margin: float | None | str | Unset = UNSET
    total_position_margin: float | None | str | Unset = UNSET
    withdrawable_balance: float | None | str | Unset = UNSET
    mmf_total: float | None | str | Unset = UNSET
    acmf_total: float | None | str | Unset = UNSET
    tier_status: None | TierStatus | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        wallet = self.wallet

        profile_type = self.profile_type

        status = self.status

        balance: float | None | str | Unset
        if isinstance(self.balance, Unset):
            balance = UNSET
        else:
            balance = self.balance

        account_equity: float | None | str | Unset
        if isinstance(self.account_equity, Unset):
            account_equity = UNSET
        else:
            account_equity = self.account_equity

        account_leverage: float | None | str | Unset
        if isinstance(self.account_leverage, Unset):
            account_leverage = UNSET
        else:
            account_leverage = self.account_leverage

        account_margin: float | None | str | Unset
        if isinstance(self.account_margin, Unset):
            account_margin = UNSET
        else:
            account_margin = self.account_margin

        cum_trading_volume: float | None | str | Unset
        if isinstance(self.cum_trading_volume, Unset):
            cum_trading_volume = UNSET
        else:
            cum_trading_volume = self.cum_trading_volume

        cum_unrealized_pnl: float | None | str | Unset
        if isinstance(self.cum_unrealized_pnl, Unset):
            cum_unrealized_pnl = UNSET
        else:
            cum_unrealized_pnl = self.cum_unrealized_pnl

        health: float | None | str | Unset
        if isinstance(self.health, Unset):
            health = UNSET
        else:
            health = self.health

        last_liq_check: int | None | Unset
        if isinstance(self.last_liq_check, Unset):
            last_liq_check = UNSET
        else:
            last_liq_check = self.last_liq_check

        last_update: int | None | Unset
        if isinstance(self.last_update, Unset):
            last_update = UNSET
        else:
            last_update = self.last_update

        leverage: dict[str, Any] | None | Unset
        if isinstance(self.leverage, Unset):
            leverage = UNSET
        elif isinstance(self.leverage, LeverageByMarket):
            leverage = self.leverage.to_dict()
        else:
            leverage = self.leverage

        orders: list[dict[str, Any]] | None | Unset
        if isinstance(self.orders, Unset):
            orders = UNSET
        elif isinstance(self.orders, list):
            orders = []
            for orders_type_0_item_data in self.orders:
                orders_type_0_item = orders_type_0_item_data.to_dict()
                orders.append(orders_type_0_item)

        else:
            orders = self.orders

        positions: list[dict[str, Any]] | None | Unset
        if isinstance(self.positions, Unset):
            positions = UNSET
        elif isinstance(self.positions, list):
            positions = []
            for positions_type_0_item_data in self.positions:
                positions_type_0_item = positions_type_0_item_data.to_dict()
                positions.append(positions_type_0_item)

        else:
            positions = self.positions

        profile_notifications: list[dict[str, Any]] | None | Unset
        if isinstance(self.profile_notifications, Unset):
            profile_notifications = UNSET
        elif isinstance(self.profile_notifications, list):
            profile_notifications = []
            for profile_notifications_type_0_item_data in self.profile_notifications:
                profile_notifications_type_0_item = profile_notifications_type_0_item_data.to_dict()
                profile_notifications.append(profile_notifications_type_0_item)

        else:
            profile_notifications = self.profile_notifications

        total_notional: float | None | str | Unset
        if isinstance(self.total_notional, Unset):
            total_notional = UNSET
        else:
            total_notional = self.total_notional

        total_order_margin: float | None | str | Unset
        if isinstance(self.total_order_margin, Unset):
            total_order_margin = UNSET
        else:
            total_order_margin = self.total_order_margin

        total_position_margin: float | None | str | Unset
        if isinstance(self.total_position_margin, Unset):
            total_position_margin = UNSET
        else:
            total_position_margin = self.total_position_margin

        withdrawable_balance: float | None | str | Unset
        if isinstance(self.withdrawable_balance, Unset):
            withdrawable_balance = UNSET
        else:
            withdrawable_balance = self.withdrawable_balance

        mmf_total: float | None | str | Unset
        if isinstance(self.mmf_total, Unset):
            mmf_total = UNSET
        else:
            mmf_total = self.mmf_total

        acmf_total: float | None | str | Unset
        if isinstance(self.acmf_total, Unset):
            acmf_total = UNSET
        else:
            acmf_total = self.acmf_total

        tier_status: dict[str, Any] | None | Unset
        if isinstance(self.tier_status, Unset):
            tier_status = UNSET
        elif isinstance(self.tier_status, TierStatus):
            tier_status = self.tier_status.to_dict()
        else:
            tier_status = self.tier_status

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if id is not UNSET:
            fields_["id"] = id
        if wallet is not UNSET:
            fields_["wallet"] = wallet
        if profile_type is not UNSET:
            fields_["profile_type"] = profile_type
        if status is not UNSET:
            fields_["status"] = status
        if balance is not UNSET:
            fields_["balance"] = balance
        if account_equity is not UNSET:
            fields_["account_equity"] = account_equity
        if account_leverage is not UNSET:
            fields_["account_leverage"] = account_leverage
        if account_margin is not UNSET:
            fields_["account_margin"] = account_margin
        if cum_trading_volume is not UNSET:
            fields_["cum_trading_volume"] = cum_trading_volume
        if cum_unrealized_pnl is not UNSET:
            fields_["cum_unrealized_pnl"] = cum_unrealized_pnl
        if health is not UNSET:
            fields_["health"] = health
        if last_liq_check is not UNSET:
            fields_["last_liq_check"] = last_liq_check
        if last_update is not UNSET:
            fields_["last_update"] = last_update
        if leverage is not UNSET:
            fields_["leverage"] = leverage
        if orders is not UNSET:
            fields_["orders"] = orders
        if positions is not UNSET:
            fields_["positions"] = positions
        if profile_notifications is not UNSET:
            fields_["profile_notifications"] = profile_notifications
        if total_notional is not UNSET:
            fields_["total_notional"] = total_notional
        if total_order_margin is not UNSET:
            fields_["total_order_margin"] = total_order_margin
        if total_position_margin is not UNSET:
            fields_["total_position_margin"] = total_position_margin
        if withdrawable_balance is not UNSET:
            fields_["withdrawable_balance"] = withdrawable_balance
        if mmf_total is not UNSET:
            fields_["mmf_total"] = mmf_total
        if acmf_total is not UNSET:
            fields_["acmf_total"] = acmf_total
        if tier_status is not UNSET:
            fields_["tier_status"] = tier_status

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_leverage(data: object) -> LeverageByMarket | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                leverage_type_0 = LeverageByMarket.from_dict(data)

                return leverage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        leverage = _parse_leverage(get_("leverage", UNSET))

        def _parse_orders(data: object) -> list[Order] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                orders_type_0 = []
                _orders_type_0 = data
                for orders_type_0_item_data in _orders_type_0:
                    orders_type_0_item = Order.from_dict(orders_type_0_item_data)

                    orders_type_0.append(orders_type_0_item)

                return orders_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        orders = _parse_orders(get_("orders", UNSET))

        def _parse_positions(data: object) -> list[Position] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                positions_type_0 = []
                _positions_type_0 = data
                for positions_type_0_item_data in _positions_type_0:
                    positions_type_0_item = Position.from_dict(positions_type_0_item_data)

                    positions_type_0.append(positions_type_0_item)

                return positions_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        positions = _parse_positions(get_("positions", UNSET))

        def _parse_profile_notifications(data: object) -> list[Notification] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                profile_notifications_type_0 = []
                _profile_notifications_type_0 = data
                for profile_notifications_type_0_item_data in _profile_notifications_type_0:
                    profile_notifications_type_0_item = Notification.from_dict(
                        profile_notifications_type_0_item_data
                    )

                    profile_notifications_type_0.append(profile_notifications_type_0_item)

                return profile_notifications_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        profile_notifications = _parse_profile_notifications(get_("profile_notifications", UNSET))

        def _parse_tier_status(data: object) -> None | TierStatus | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                tier_status_type_0 = TierStatus.from_dict(data)

                return tier_status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        tier_status = _parse_tier_status(get_("tier_status", UNSET))

        instance_ = cls(
            id=get_("id", UNSET),
            wallet=get_("wallet", UNSET),
            profile_type=get_("profile_type", UNSET),
            status=get_("status", UNSET),
            balance=get_("balance", UNSET),
            account_equity=get_("account_equity", UNSET),
            account_leverage=get_("account_leverage", UNSET),
            account_margin=get_("account_margin", UNSET),
            cum_trading_volume=get_("cum_trading_volume", UNSET),
            cum_unrealized_pnl=get_("cum_unrealized_pnl", UNSET),
            health=get_("health", UNSET),
            last_liq_check=get_("last_liq_check", UNSET),
            last_update=get_("last_update", UNSET),
            leverage=leverage,
            orders=orders,
            positions=positions,
            profile_notifications=profile_notifications,
            total_notional=get_("total_notional", UNSET),
            total_order_margin=get_("total_order_margin", UNSET),
            total_position_margin=get_("total_position_margin", UNSET),
            withdrawable_balance=get_("withdrawable_balance", UNSET),
            mmf_total=get_("mmf_total", UNSET),
            acmf_total=get_("acmf_total", UNSET),
            tier_status=tier_status,
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


from ..models.leverage_by_market import LeverageByMarket
from ..models.notification import Notification
from ..models.order import Order
from ..models.position import Position
from ..models.tier_status import TierStatus
