# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

if TYPE_CHECKING:
    from ..models.trade_config import TradeConfig


T = TypeVar("T", bound="ConfigResponse")


@_attrs_define
class ConfigResponse:
    """The wrapped configuration.

    Attributes:
        d (TradeConfig): Columns of the venue's tables, and its limits.
        s (str | Unset): `ok`, or something else on failure.
        errmsg (None | str | Unset): Reason of a failure.
    """

    d: TradeConfig
    s: str | Unset = UNSET
    errmsg: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        d = self.d.to_dict()

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
        from ..models.trade_config import TradeConfig

        values_ = dict(src_dict)
        d = TradeConfig.from_dict(values_.pop("d"))

        s = values_.pop("s", UNSET)

        def _parse_errmsg(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        errmsg = _parse_errmsg(values_.pop("errmsg", UNSET))

        instance_ = cls(
            d=d,
            s=s,
            errmsg=errmsg,
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
