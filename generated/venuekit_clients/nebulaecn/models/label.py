# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Label")

_KNOWN: frozenset[str] = frozenset(
    (
        "key",
        "value",
        "scope",
        "created_at",
        "updated_at",
    )
)


@_attrs_define
class Label:
    """A key and value attached to the user. Private ones are set by the system and decide state and level.

    Attributes:
        key (str): Key, such as `email`, `phone`, `document`, `profile` or `otp`.
        value (str): Value, such as `pending`, `verified`, `rejected`, `submitted` or `enabled`.
        scope (str | Unset): `public` (the user's own) or `private` (the system's).
        created_at (str | Unset): Time of creation, ISO 8601 in UTC (`Z`), whole seconds.
        updated_at (str | Unset): Time of the last change, ISO 8601 in UTC (`Z`), whole seconds.
    """

    key: str
    value: str
    scope: str | Unset = UNSET
    created_at: str | Unset = UNSET
    updated_at: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        key = self.key

        value = self.value

        scope = self.scope

        created_at = self.created_at

        updated_at = self.updated_at

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update(
            {
                "key": key,
                "value": value,
            }
        )
        if scope is not UNSET:
            fields_["scope"] = scope
        if created_at is not UNSET:
            fields_["created_at"] = created_at
        if updated_at is not UNSET:
            fields_["updated_at"] = updated_at

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            key=src_dict["key"],
            value=src_dict["value"],
            scope=get_("scope", UNSET),
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
