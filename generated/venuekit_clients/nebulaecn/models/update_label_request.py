# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="UpdateLabelRequest")


@_attrs_define
class UpdateLabelRequest:
    """Form fields of `updateLabel`.

    Attributes:
        value (str): New value, 3 to 255 of `A-Z a-z 0-9 _ -`.
    """

    value: str

    def to_dict(self) -> dict[str, Any]:
        value = self.value

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "value": value,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            value=src_dict["value"],
        )
        return instance_
