# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="TradeAccount")

_KNOWN: frozenset[str] = frozenset(
    (
        "id",
        "name",
        "type",
        "currency",
        "status",
        "tradingRules",
        "riskRules",
    )
)


@_attrs_define
class TradeAccount:
    """An account with its rules.

    Attributes:
        id (int | str): Identifier, for paths.
        name (None | str | Unset): Name of the account.
        type_ (None | str | Unset): Kind of account. The values are not documented.
        currency (None | str | Unset): Currency of the account.
        status (None | str | Unset): State of the account, for example `ACTIVE`.
        trading_rules (None | TradingRules | Unset):
        risk_rules (None | RiskRules | Unset):
    """

    id: int | str
    name: None | str | Unset = UNSET
    type_: None | str | Unset = UNSET
    currency: None | str | Unset = UNSET
    status: None | str | Unset = UNSET
    trading_rules: None | TradingRules | Unset = UNSET
    risk_rules: None | RiskRules | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        id: int | str
        id = self.id

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        type_: None | str | Unset
        if isinstance(self.type_, Unset):
            type_ = UNSET
        else:
            type_ = self.type_

        currency: None | str | Unset
        if isinstance(self.currency, Unset):
            currency = UNSET
        else:
            currency = self.currency

        status: None | str | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        else:
            status = self.status

        trading_rules: dict[str, Any] | None | Unset
        if isinstance(self.trading_rules, Unset):
            trading_rules = UNSET
        elif isinstance(self.trading_rules, TradingRules):
            trading_rules = self.trading_rules.to_dict()
        else:
            trading_rules = self.trading_rules

        risk_rules: dict[str, Any] | None | Unset
        if isinstance(self.risk_rules, Unset):
            risk_rules = UNSET
        elif isinstance(self.risk_rules, RiskRules):
            risk_rules = self.risk_rules.to_dict()
        else:
            risk_rules = self.risk_rules

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "id": id,
            }
        )
        if name is not UNSET:
            fields_["name"] = name
        if type_ is not UNSET:
            fields_["type"] = type_
        if currency is not UNSET:
            fields_["currency"] = currency
        if status is not UNSET:
            fields_["status"] = status
        if trading_rules is not UNSET:
            fields_["tradingRules"] = trading_rules
        if risk_rules is not UNSET:
            fields_["riskRules"] = risk_rules

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get

        def _parse_trading_rules(data: object) -> None | TradingRules | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                trading_rules_type_0 = TradingRules.from_dict(data)

                return trading_rules_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        trading_rules = _parse_trading_rules(get_("tradingRules", UNSET))

        def _parse_risk_rules(data: object) -> None | RiskRules | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                risk_rules_type_0 = RiskRules.from_dict(data)

                return risk_rules_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        risk_rules = _parse_risk_rules(get_("riskRules", UNSET))

        instance_ = cls(
            id=src_dict["id"],
            name=get_("name", UNSET),
            type_=get_("type", UNSET),
            currency=get_("currency", UNSET),
            status=get_("status", UNSET),
            trading_rules=trading_rules,
            risk_rules=risk_rules,
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


from ..models.risk_rules import RiskRules
from ..models.trading_rules import TradingRules
