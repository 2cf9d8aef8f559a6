# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Phone")

_KNOWN: frozenset[str] = frozenset(
    (
        "country",
        "number",
        "validated_at",
    )
)


@_attrs_define
class Phone:
    """A phone number of the user.

    Attributes:
        country (str | Unset): Country of the number.
        number (str | Unset): Number without `+`, masked to the country code and the last four digits.
        validated_at (None | str | Unset): Time of verification, ISO 8601 with milliseconds, or null.
    """

    country: str | Unset = UNSET
    number: str | Unset = UNSET
    validated_at: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        country = self.country

        number = self.number

        validated_at: None | str | Unset
        if isinstance(self.validated_at, Unset):
            validated_at = UNSET
        else:
            validated_at = self.validated_at

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if country is not UNSET:
            fields_["country"] = country
        if number is not UNSET:
            fields_["number"] = number
        if validated_at is not UNSET:
            fields_["validated_at"] = validated_at

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            country=get_("country", UNSET),
            number=get_("number", UNSET),
            validated_at=get_("validated_at", UNSET),
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
