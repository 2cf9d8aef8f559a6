# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="MarketData")

_KNOWN: frozenset[str] = frozenset(
    (
        "exchangeMarketData",
        "totalCount",
    )
)


@_attrs_define
class MarketData:
    """Subscriptions of the user.

    Attributes:
        exchange_market_data (list[ExchangeMarketData] | Unset): One entry for each exchange.
        total_count (int | Unset): Number of entries.
    """

    exchange_market_data: list[ExchangeMarketData] | Unset = UNSET
    total_count: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        exchange_market_data: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.exchange_market_data, Unset):
            exchange_market_data = []
            for exchange_market_data_item_data in self.exchange_market_data:
                exchange_market_data_item = exchange_market_data_item_data.to_dict()
                exchange_market_data.append(exchange_market_data_item)

        total_count = self.total_count

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if exchange_market_data is not UNSET:
            fields_["exchangeMarketData"] = exchange_market_data
        if total_count is not UNSET:
            fields_["totalCount"] = total_count

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        unset_: Any = UNSET
        _exchange_market_data = unset_ if (given_ := get_("exchangeMarketData")) is None else given_
        exchange_market_data: list[ExchangeMarketData] | Unset = UNSET
        if _exchange_market_data is not UNSET:
            exchange_market_data = []
            for exchange_market_data_item_data in _exchange_market_data:
                exchange_market_data_item = ExchangeMarketData.from_dict(exchange_market_data_item_data)

                exchange_market_data.append(exchange_market_data_item)

        instance_ = cls(
            exchange_market_data=exchange_market_data,
            total_count=get_("totalCount", UNSET),
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


from ..models.exchange_market_data import ExchangeMarketData
