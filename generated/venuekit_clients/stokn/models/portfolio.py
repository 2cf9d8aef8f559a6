# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Portfolio")

_KNOWN: frozenset[str] = frozenset(
    (
        "portfolioId",
        "name",
        "accountId",
        "creationTs",
        "publicStrategy",
        "portfolioAccountType",
    )
)


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
        get_: Any = src_dict.get
        instance_ = cls(
            portfolio_id=src_dict["portfolioId"],
            name=get_("name", UNSET),
            account_id=get_("accountId", UNSET),
            creation_ts=get_("creationTs", UNSET),
            public_strategy=get_("publicStrategy", UNSET),
            portfolio_account_type=get_("portfolioAccountType", UNSET),
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
