# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import masked

T = TypeVar("T", bound="VerifyPhoneRequest")


@_attrs_define
class VerifyPhoneRequest:
    """Form fields of `verifyPhone`.

    Attributes:
        phone_number (str): Phone number with country code, for example `+447911123456`. Only the digits count.
        verification_code (str): Code from the message, five digits with the stock provider.
    """

    phone_number: str
    verification_code: str = _attrs_field(repr=masked)

    def to_dict(self) -> dict[str, Any]:
        phone_number = self.phone_number

        verification_code = self.verification_code

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "phone_number": phone_number,
                "verification_code": verification_code,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            phone_number=src_dict["phone_number"],
            verification_code=src_dict["verification_code"],
        )
        return instance_
