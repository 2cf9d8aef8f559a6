# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import masked

T = TypeVar("T", bound="CreateWhitelistAccessRequest")


@_attrs_define
class CreateWhitelistAccessRequest:
    """Form fields of `createWhitelistAccess`.

    Attributes:
        whitelink_token (str): Token from the whitelist link.
    """

    whitelink_token: str = _attrs_field(repr=masked)

    def to_dict(self) -> dict[str, Any]:
        whitelink_token = self.whitelink_token

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "whitelink_token": whitelink_token,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            whitelink_token=src_dict["whitelink_token"],
        )
        return instance_
