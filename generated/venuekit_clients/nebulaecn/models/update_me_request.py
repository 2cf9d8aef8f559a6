# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="UpdateMeRequest")


@_attrs_define
class UpdateMeRequest:
    """Form fields of `updateMe`.

    Attributes:
        data (str): Extra key-value pairs as JSON text.
    """

    data: str

    def to_dict(self) -> dict[str, Any]:
        data = self.data

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "data": data,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            data=src_dict["data"],
        )
        return instance_
