# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="AdminLabelView")

_KNOWN: frozenset[str] = frozenset(
    (
        "key",
        "value",
        "scope",
        "description",
        "created_at",
        "updated_at",
    )
)


@_attrs_define
class AdminLabelView:
    """A label as operators see it, with a description. No operation of this API refers to it.

    Attributes:
        key (str | Unset): Key of the label.
        value (str | Unset): Value of the label.
        scope (str | Unset): `public` or `private`.
        description (None | str | Unset): Extra information as JSON text, or null.
        created_at (str | Unset): Time of creation, ISO 8601 in UTC (`Z`), whole seconds.
        updated_at (str | Unset): Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.
    """

    key: str | Unset = UNSET
    value: str | Unset = UNSET
    scope: str | Unset = UNSET
    description: None | str | Unset = UNSET
    created_at: str | Unset = UNSET
    updated_at: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        value = self.value

        scope = self.scope

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        created_at = self.created_at

        updated_at = self.updated_at

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if key is not UNSET:
            fields_["key"] = key
        if value is not UNSET:
            fields_["value"] = value
        if scope is not UNSET:
            fields_["scope"] = scope
        if description is not UNSET:
            fields_["description"] = description
        if created_at is not UNSET:
            fields_["created_at"] = created_at
        if updated_at is not UNSET:
            fields_["updated_at"] = updated_at

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            key=get_("key", UNSET),
            value=get_("value", UNSET),
            scope=get_("scope", UNSET),
            description=get_("description", UNSET),
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
