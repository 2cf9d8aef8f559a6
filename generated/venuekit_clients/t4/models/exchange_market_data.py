# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="ExchangeMarketData")

_KNOWN: frozenset[str] = frozenset(
    (
        "clearingExchange",
        "description",
        "marketDataType",
        "options",
        "hasExecutingAccount",
    )
)


@_attrs_define
class ExchangeMarketData:
    """Subscription at one exchange.

    Attributes:
        clearing_exchange (str | Unset): Exchange.
        description (str | Unset): Name of the exchange.
        market_data_type (str | Unset): What is subscribed to. Known: Depth, TOB, Delayed, None, EMini, NotSet. Others
            may come.
        options (list[MarketDataOption] | Unset): What could be subscribed to.
        has_executing_account (bool | Unset): Whether the user has an account that executes there.
    """

    clearing_exchange: str | Unset = UNSET
    description: str | Unset = UNSET
    market_data_type: str | Unset = UNSET
    options: list[MarketDataOption] | Unset = UNSET
    has_executing_account: bool | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        clearing_exchange = self.clearing_exchange

        description = self.description

        market_data_type = self.market_data_type

        options: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = []
            for options_item_data in self.options:
                options_item = options_item_data.to_dict()
                options.append(options_item)

        has_executing_account = self.has_executing_account

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if clearing_exchange is not UNSET:
            fields_["clearingExchange"] = clearing_exchange
        if description is not UNSET:
            fields_["description"] = description
        if market_data_type is not UNSET:
            fields_["marketDataType"] = market_data_type
        if options is not UNSET:
            fields_["options"] = options
        if has_executing_account is not UNSET:
            fields_["hasExecutingAccount"] = has_executing_account

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        unset_: Any = UNSET
        _options = unset_ if (given_ := get_("options")) is None else given_
        options: list[MarketDataOption] | Unset = UNSET
        if _options is not UNSET:
            options = []
            for options_item_data in _options:
                options_item = MarketDataOption.from_dict(options_item_data)

                options.append(options_item)

        instance_ = cls(
            clearing_exchange=get_("clearingExchange", UNSET),
            description=get_("description", UNSET),
            market_data_type=get_("marketDataType", UNSET),
            options=options,
            has_executing_account=get_("hasExecutingAccount", UNSET),
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


from ..models.market_data_option import MarketDataOption
