# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CreatePhoneRequest")


@_attrs_define
class CreatePhoneRequest:
    """Form fields of `createPhone`.

    Attributes:
        phone_number (str): Phone number with country code, for example `+447911123456`. Only the digits count.
        channel (str | Unset): `sms` (default) or `call`.
    """

    phone_number: str
    channel: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        phone_number = self.phone_number

        channel = self.channel

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "phone_number": phone_number,
            }
        )
        if channel is not UNSET:
            fields_["channel"] = channel

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            phone_number=src_dict["phone_number"],
            channel=get_("channel", UNSET),
        )
        return instance_
