# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="TradeAccountsResponse")

_KNOWN: frozenset[str] = frozenset(
    (
        "d",
        "s",
        "errmsg",
    )
)


@_attrs_define
class TradeAccountsResponse:
    """The wrapped account.

    Attributes:
        d (list[TradeAccount]): The account that `accNum` names.
        s (str | Unset): `ok`, or something else on failure.
        errmsg (None | str | Unset): Reason of a failure.
    """

    d: list[TradeAccount]
    s: str | Unset = UNSET
    errmsg: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        d = []
        for d_item_data in self.d:
            d_item = d_item_data.to_dict()
            d.append(d_item)

        s = self.s

        errmsg: None | str | Unset
        if isinstance(self.errmsg, Unset):
            errmsg = UNSET
        else:
            errmsg = self.errmsg

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "d": d,
            }
        )
        if s is not UNSET:
            fields_["s"] = s
        if errmsg is not UNSET:
            fields_["errmsg"] = errmsg

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        d = []
        _d = src_dict["d"]
        for d_item_data in _d:
            d_item = TradeAccount.from_dict(d_item_data)

            d.append(d_item)

        instance_ = cls(
            d=d,
            s=get_("s", UNSET),
            errmsg=get_("errmsg", UNSET),
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


from ..models.trade_account import TradeAccount
