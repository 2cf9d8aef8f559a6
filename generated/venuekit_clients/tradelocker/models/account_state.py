# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import checked_list, masked_values

T = TypeVar("T", bound="AccountState")

_KNOWN: frozenset[str] = frozenset(("accountDetailsData",))


@_attrs_define
class AccountState:
    """The figures of an account.

    Attributes:
        account_details_data (list[float | None | str]): One value per column of `accountDetailsConfig`, in that order.
    """

    account_details_data: list[float | None | str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        account_details_data = []
        for account_details_data_item_data in self.account_details_data:
            account_details_data_item: float | None | str
            account_details_data_item = account_details_data_item_data
            account_details_data.append(account_details_data_item)

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "accountDetailsData": account_details_data,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            account_details_data=checked_list(src_dict["accountDetailsData"]),
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
