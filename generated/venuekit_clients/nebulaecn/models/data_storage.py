# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="DataStorage")

_KNOWN: frozenset[str] = frozenset(
    (
        "title",
        "data",
        "created_at",
        "updated_at",
    )
)


@_attrs_define
class DataStorage:
    """A named piece of data of the user.

    Attributes:
        title (str | Unset): Name of the entry.
        data (str | Unset): Content as JSON text.
        created_at (str | Unset): Time of creation, ISO 8601 in UTC (`Z`), whole seconds.
        updated_at (str | Unset): Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.
    """

    title: str | Unset = UNSET
    data: str | Unset = UNSET
    created_at: str | Unset = UNSET
    updated_at: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        data = self.data

        created_at = self.created_at

        updated_at = self.updated_at

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if title is not UNSET:
            fields_["title"] = title
        if data is not UNSET:
            fields_["data"] = data
        if created_at is not UNSET:
            fields_["created_at"] = created_at
        if updated_at is not UNSET:
            fields_["updated_at"] = updated_at

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            title=get_("title", UNSET),
            data=get_("data", UNSET),
            created_at=get_("created_at", UNSET),
            updated_at=get_("updated_at", UNSET),
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
