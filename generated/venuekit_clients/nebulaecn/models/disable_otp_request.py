# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import masked

T = TypeVar("T", bound="DisableOtpRequest")


@_attrs_define
class DisableOtpRequest:
    """Form fields of `disableOtp`.

    Attributes:
        code (str): Unused six-digit TOTP code. A string: leading zeros count.
    """

    code: str = _attrs_field(repr=masked)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "code": code,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            code=src_dict["code"],
        )
        return instance_
