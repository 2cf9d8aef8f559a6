# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked

T = TypeVar("T", bound="CreateSessionRequest")


@_attrs_define
class CreateSessionRequest:
    """Form fields of `createSession`.

    Attributes:
        email (str): E-mail address of the account.
        password (str): Password of the account.
        captcha_response (str | Unset): Answer of the captcha widget, when `getIdentityConfigs` reports a captcha. A
            Geetest answer is three fields and does not fit in this string.
        otp_code (str | Unset): Unused six-digit TOTP code, required once 2FA is on. A string: leading zeros count.
    """

    email: str
    password: str = _attrs_field(repr=masked)
    captcha_response: str | Unset = _attrs_field(default=UNSET, repr=masked)
    otp_code: str | Unset = _attrs_field(default=UNSET, repr=masked)

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        password = self.password

        captcha_response = self.captcha_response

        otp_code = self.otp_code

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "email": email,
                "password": password,
            }
        )
        if captcha_response is not UNSET:
            fields_["captcha_response"] = captcha_response
        if otp_code is not UNSET:
            fields_["otp_code"] = otp_code

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            email=src_dict["email"],
            password=src_dict["password"],
            captcha_response=get_("captcha_response", UNSET),
            otp_code=get_("otp_code", UNSET),
        )
        return instance_
