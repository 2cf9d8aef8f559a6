# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import masked

T = TypeVar("T", bound="ChangePasswordRequest")


@_attrs_define
class ChangePasswordRequest:
    """Form fields of `changePassword`.

    Attributes:
        old_password (str): Password until now.
        new_password (str): New password.
        confirm_password (str): The new password again.
    """

    old_password: str = _attrs_field(repr=masked)
    new_password: str = _attrs_field(repr=masked)
    confirm_password: str = _attrs_field(repr=masked)

    def to_dict(self) -> dict[str, Any]:
        old_password = self.old_password

        new_password = self.new_password

        confirm_password = self.confirm_password

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "old_password": old_password,
                "new_password": new_password,
                "confirm_password": confirm_password,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            old_password=src_dict["old_password"],
            new_password=src_dict["new_password"],
            confirm_password=src_dict["confirm_password"],
        )
        return instance_
