# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Position")

_KNOWN: frozenset[str] = frozenset(
    (
        "id",
        "profile_id",
        "market_id",
        "side",
        "size",
        "entry_price",
        "fair_price",
        "liquidation_price",
        "margin",
        "notional",
        "unrealized_pnl",
        "stop_loss",
        "take_profit",
    )
)


@_attrs_define
class Position:
    """An open position. Prices and sizes are decimal strings or numbers.

    Attributes:
        id (str | Unset): Identifier of the position.
        profile_id (int | Unset): Profile that owns it.
        market_id (str | Unset): Market, for example `BTC-USD`.
        side (str | Unset): `long` or `short`.
        size (float | None | str | Unset): Size of the position.
        entry_price (float | None | str | Unset): Average price at entry.
        fair_price (float | None | str | Unset): Price that the venue values it at.
        liquidation_price (float | None | str | Unset): Price at which it is liquidated.
        margin (float | None | str | Unset): Margin it holds.
        notional (float | None | str | Unset): Size in money.
        unrealized_pnl (float | None | str | Unset): Profit and loss so far.
        stop_loss (None | Order | Unset):
        take_profit (None | Order | Unset):
    """

    id: str | Unset = UNSET
    profile_id: int | Unset = UNSET
    market_id: str | Unset = UNSET
    side: str | Unset = UNSET
    size: float | None | str | Unset = UNSET
    entry_price: float | None | str | Unset = UNSET
    fair_price: float | None | str | Unset = UNSET
    liquidation_price: float | None | str | Unset = UNSET
    margin: float | None | str | Unset = UNSET
    notional: float | None | str | Unset = UNSET
    unrealized_pnl: float | None | str | Unset = UNSET
    stop_loss: None | Order | Unset = UNSET
    take_profit: None | Order | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        profile_id = self.profile_id

        market_id = self.market_id

        side = self.side

        size: float | None | str | Unset
        if isinstance(self.size, Unset):
            size = UNSET
        else:
            size = self.size

        entry_price: float | None | str | Unset
        if isinstance(self.entry_price, Unset):
            entry_price = UNSET
        else:
            entry_price = self.entry_price

        fair_price: float | None | str | Unset
        if isinstance(self.fair_price, Unset):
            fair_price = UNSET
        else:
            fair_price = self.fair_price

        liquidation_price: float | None | str | Unset
        if isinstance(self.liquidation_price, Unset):
            liquidation_price = UNSET
        else:
            liquidation_price = self.liquidation_price

        margin: float | None | str | Unset
        if isinstance(self.margin, Unset):
            margin = UNSET
        else:
            margin = self.margin

        notional: float | None | str | Unset
        if isinstance(self.notional, Unset):
            notional = UNSET
        else:
            notional = self.notional

        unrealized_pnl: float | None | str | Unset
        if isinstance(self.unrealized_pnl, Unset):
            unrealized_pnl = UNSET
        else:
            unrealized_pnl = self.unrealized_pnl

        stop_loss: dict[str, Any] | None | Unset
        if isinstance(self.stop_loss, Unset):
            stop_loss = UNSET
        elif isinstance(self.stop_loss, Order):
            stop_loss = self.stop_loss.to_dict()
        else:
            stop_loss = self.stop_loss

        take_profit: dict[str, Any] | None | Unset
        if isinstance(self.take_profit, Unset):
            take_profit = UNSET
        elif isinstance(self.take_profit, Order):
            take_profit = self.take_profit.to_dict()
        else:
            take_profit = self.take_profit

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if id is not UNSET:
            fields_["id"] = id
        if profile_id is not UNSET:
            fields_["profile_id"] = profile_id
        if market_id is not UNSET:
            fields_["market_id"] = market_id
        if side is not UNSET:
            fields_["side"] = side
        if size is not UNSET:
            fields_["size"] = size
        if entry_price is not UNSET:
            fields_["entry_price"] = entry_price
        if fair_price is not UNSET:
            fields_["fair_price"] = fair_price
        if liquidation_price is not UNSET:
            fields_["liquidation_price"] = liquidation_price
        if margin is not UNSET:
            fields_["margin"] = margin
        if notional is not UNSET:
            fields_["notional"] = notional
        if unrealized_pnl is not UNSET:
            fields_["unrealized_pnl"] = unrealized_pnl
        if stop_loss is not UNSET:
            fields_["stop_loss"] = stop_loss
        if take_profit is not UNSET:
            fields_["take_profit"] = take_profit

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_stop_loss(data: object) -> None | Order | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                stop_loss_type_0 = Order.from_dict(data)

                return stop_loss_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        stop_loss = _parse_stop_loss(get_("stop_loss", UNSET))

        def _parse_take_profit(data: object) -> None | Order | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                take_profit_type_0 = Order.from_dict(data)

                return take_profit_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        take_profit = _parse_take_profit(get_("take_profit", UNSET))

        instance_ = cls(
            id=get_("id", UNSET),
            profile_id=get_("profile_id", UNSET),
            market_id=get_("market_id", UNSET),
            side=get_("side", UNSET),
            size=get_("size", UNSET),
            entry_price=get_("entry_price", UNSET),
            fair_price=get_("fair_price", UNSET),
            liquidation_price=get_("liquidation_price", UNSET),
            margin=get_("margin", UNSET),
            notional=get_("notional", UNSET),
            unrealized_pnl=get_("unrealized_pnl", UNSET),
            stop_loss=stop_loss,
            take_profit=take_profit,
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


from ..models.order import Order
