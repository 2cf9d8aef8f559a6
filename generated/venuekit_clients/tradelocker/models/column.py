# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Column")

_KNOWN: frozenset[str] = frozenset(
    (
        "id",
        "description",
    )
)


@_attrs_define
class Column:
    """One column.

    Attributes:
        id (str): Name of the value, for example `balance`.
        description (None | str | Unset): What it means.
    """

    id: str
    description: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "id": id,
            }
        )
        if description is not UNSET:
            fields_["description"] = description

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            id=src_dict["id"],
            description=get_("description", UNSET),
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
