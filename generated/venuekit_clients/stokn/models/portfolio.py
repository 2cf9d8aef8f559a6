# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Portfolio")


@_attrs_define
class Portfolio:
    """A portfolio.

    Attributes:
        portfolio_id (str): Id of the portfolio.
        name (None | str | Unset): Name, MAIN_PORTFOLIO for the one that activation makes, otherwise null.
        account_id (None | str | Unset): Account it belongs to.
        creation_ts (None | str | Unset): Time of creation in UTC, with or without a zone.
        public_strategy (bool | None | Unset): Whether it is a public strategy.
        portfolio_account_type (None | str | Unset): Kind of portfolio. Known: TRADING, STRATEGY, EARN, PAYMENT, FEES.
            New values may come.
    """

    portfolio_id: str
    name: None | str | Unset = UNSET
    account_id: None | str | Unset = UNSET
    creation_ts: None | str | Unset = UNSET
    public_strategy: bool | None | Unset = UNSET
    portfolio_account_type: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        portfolio_id = self.portfolio_id

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        account_id: None | str | Unset
        if isinstance(self.account_id, Unset):
            account_id = UNSET
        else:
            account_id = self.account_id

        creation_ts: None | str | Unset
        if isinstance(self.creation_ts, Unset):
            creation_ts = UNSET
        else:
            creation_ts = self.creation_ts

        public_strategy: bool | None | Unset
        if isinstance(self.public_strategy, Unset):
            public_strategy = UNSET
        else:
            public_strategy = self.public_strategy

        portfolio_account_type: None | str | Unset
        if isinstance(self.portfolio_account_type, Unset):
            portfolio_account_type = UNSET
        else:
            portfolio_account_type = self.portfolio_account_type

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "portfolioId": portfolio_id,
            }
        )
        if name is not UNSET:
            fields_["name"] = name
        if account_id is not UNSET:
            fields_["accountId"] = account_id
        if creation_ts is not UNSET:
            fields_["creationTs"] = creation_ts
        if public_strategy is not UNSET:
            fields_["publicStrategy"] = public_strategy
        if portfolio_account_type is not UNSET:
            fields_["portfolioAccountType"] = portfolio_account_type

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        values_ = dict(src_dict)
        portfolio_id = values_.pop("portfolioId")

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(values_.pop("name", UNSET))

        def _parse_account_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        account_id = _parse_account_id(values_.pop("accountId", UNSET))

        def _parse_creation_ts(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        creation_ts = _parse_creation_ts(values_.pop("creationTs", UNSET))

        def _parse_public_strategy(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        public_strategy = _parse_public_strategy(values_.pop("publicStrategy", UNSET))

        def _parse_portfolio_account_type(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        portfolio_account_type = _parse_portfolio_account_type(values_.pop("portfolioAccountType", UNSET))

        instance_ = cls(
            portfolio_id=portfolio_id,
            name=name,
            account_id=account_id,
            creation_ts=creation_ts,
            public_strategy=public_strategy,
            portfolio_account_type=portfolio_account_type,
        )

        instance_.additional_properties = values_
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
