# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values, masked_within

T = TypeVar("T", bound="OnboardingResult")

_KNOWN: frozenset[str] = frozenset(
    (
        "value",
        "formatters",
        "contentTypes",
        "statusCode",
    )
)


@_attrs_define
class OnboardingResult:
    """Wrapping of the answer.

    Attributes:
        value (None | OnboardingValue | Unset): Data and metadata.
        formatters (list[Any] | Unset): Empty; an artefact of the server.
        content_types (list[Any] | Unset): Empty; an artefact of the server.
        status_code (int | Unset): HTTP status meant by the venue. 400 or more is a failure, whatever the real status.
    """

    value: None | OnboardingValue | Unset = UNSET
    formatters: list[Any] | Unset = _attrs_field(default=UNSET, repr=masked_within)
    content_types: list[Any] | Unset = _attrs_field(default=UNSET, repr=masked_within)
    status_code: int | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        value: dict[str, Any] | None | Unset
        if isinstance(self.value, Unset):
            value = UNSET
        elif isinstance(self.value, OnboardingValue):
            value = self.value.to_dict()
        else:
            value = self.value

        formatters: list[Any] | Unset = UNSET
        if not isinstance(self.formatters, Unset):
            formatters = self.formatters

        content_types: list[Any] | Unset = UNSET
        if not isinstance(self.content_types, Unset):
            content_types = self.content_types

        status_code = self.status_code

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if value is not UNSET:
            fields_["value"] = value
        if formatters is not UNSET:
            fields_["formatters"] = formatters
        if content_types is not UNSET:
            fields_["contentTypes"] = content_types
        if status_code is not UNSET:
            fields_["statusCode"] = status_code

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        unset_: Any = UNSET

        def _parse_value(data: object) -> None | OnboardingValue | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                value_type_0 = OnboardingValue.from_dict(data)

                return value_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            raise TypeError("fits none of the documented shapes")

        value = _parse_value(get_("value", UNSET))

        instance_ = cls(
            value=value,
            formatters=(unset_ if (given_ := get_("formatters")) is None else given_),
            content_types=(unset_ if (given_ := get_("contentTypes")) is None else given_),
            status_code=get_("statusCode", UNSET),
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


from ..models.onboarding_value import OnboardingValue
