# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked_values

T = TypeVar("T", bound="SwaggerDocument")

_KNOWN: frozenset[str] = frozenset(
    (
        "swagger",
        "basePath",
    )
)


@_attrs_define
class SwaggerDocument:
    """A Swagger 2.0 document. Everything beyond these two fields passes through untouched.

    Attributes:
        swagger (str | Unset): Version of the format, `2.0`.
        base_path (str | Unset): Prefix of all paths.
    """

    swagger: str | Unset = UNSET
    base_path: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict, repr=masked_values)

    def to_dict(self) -> dict[str, Any]:
        swagger = self.swagger

        base_path = self.base_path

        fields_: dict[str, Any] = {}
        fields_.update(self.additional_properties)
        fields_.update({})
        if swagger is not UNSET:
            fields_["swagger"] = swagger
        if base_path is not UNSET:
            fields_["basePath"] = base_path

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            swagger=get_("swagger", UNSET),
            base_path=get_("basePath", UNSET),
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
