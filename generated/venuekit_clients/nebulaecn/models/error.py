# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="Error")

_KNOWN: frozenset[str] = frozenset(
    (
        "errors",
        "error",
    )
)


@_attrs_define
class Error:
    """A failure. Either a list of dotted keys, or (unknown route, storage trouble, wrong content type) one text.

    Attributes:
        errors (list[str] | Unset): Error keys in the order of the checks, such as `identity.user.missing_email`.
        error (str | Unset): Text instead of keys.
    """

    errors: list[str] | Unset = UNSET
    error: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        errors: list[str] | Unset = UNSET
        if not isinstance(self.errors, Unset):
            errors = self.errors

        error = self.error

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if errors is not UNSET:
            fields_["errors"] = errors
        if error is not UNSET:
            fields_["error"] = error

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        unset_: Any = UNSET
        instance_ = cls(
            errors=(unset_ if (given_ := get_("errors")) is None else given_),
            error=get_("error", UNSET),
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
