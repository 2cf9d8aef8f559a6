# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.market_data_type import MarketDataType

T = TypeVar("T", bound="MarketDataUpdate")


@_attrs_define
class MarketDataUpdate:
    """Subscription at one exchange.

    Attributes:
        clearing_exchange (str): Exchange. The list is not published.
        market_data_type (MarketDataType): Depth: whole book. TOB: top of book. Delayed: ten minutes late, no charge.
            None: no data, no charge. EMini: E-mini contracts. NotSet: no choice made.
    """

    clearing_exchange: str
    market_data_type: MarketDataType

    def to_dict(self) -> dict[str, Any]:
        clearing_exchange = self.clearing_exchange

        market_data_type = self.market_data_type.value

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "clearingExchange": clearing_exchange,
                "marketDataType": market_data_type,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        market_data_type = MarketDataType(src_dict["marketDataType"])

        instance_ = cls(
            clearing_exchange=src_dict["clearingExchange"],
            market_data_type=market_data_type,
        )
        return instance_
