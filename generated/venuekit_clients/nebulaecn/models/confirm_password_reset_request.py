# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import masked

T = TypeVar("T", bound="ConfirmPasswordResetRequest")


@_attrs_define
class ConfirmPasswordResetRequest:
    """Form fields of `confirmPasswordReset`.

    Attributes:
        reset_password_token (str): Token from the link in the reset e-mail (`reset_token`).
        password (str): New password: 8 to 80 characters with a lower-case letter, an upper-case letter and a digit, and
            an entropy of at least the configured minimum (14 unless `getIdentityConfigs` says otherwise).
        confirm_password (str): The new password again.
    """

    reset_password_token: str = _attrs_field(repr=masked)
    password: str = _attrs_field(repr=masked)
    confirm_password: str = _attrs_field(repr=masked)

    def to_dict(self) -> dict[str, Any]:
        reset_password_token = self.reset_password_token

        password = self.password

        confirm_password = self.confirm_password

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "reset_password_token": reset_password_token,
                "password": password,
                "confirm_password": confirm_password,
            }
        )

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            reset_password_token=src_dict["reset_password_token"],
            password=src_dict["password"],
            confirm_password=src_dict["confirm_password"],
        )
        return instance_
