# Machine output of `python -m codegen generate`. Do not edit: change the spec or the templates instead.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset, masked

T = TypeVar("T", bound="RequestEmailConfirmationRequest")


@_attrs_define
class RequestEmailConfirmationRequest:
    """Form fields of `requestEmailConfirmation`.

    Attributes:
        email (str): E-mail address of the account.
        captcha_response (str | Unset): Answer of the captcha widget, when `getIdentityConfigs` reports a captcha. A
            Geetest answer is three fields and does not fit in this string.
    """

    email: str
    captcha_response: str | Unset = _attrs_field(default=UNSET, repr=masked)

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        captcha_response = self.captcha_response

        fields_: dict[str, Any] = {}

        fields_.update(
            {
                "email": email,
            }
        )
        if captcha_response is not UNSET:
            fields_["captcha_response"] = captcha_response

        return fields_

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        get_: Any = src_dict.get
        instance_ = cls(
            email=src_dict["email"],
            captcha_response=get_("captcha_response", UNSET),
        )
        return instance_
